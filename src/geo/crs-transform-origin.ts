import { numberOf, type ProjDefinition } from './crs-proj-string.js'
import { wrappedLongitude } from './crs-transform-latitude.js'

const radian = Math.PI / 180
const halfPi = Math.PI / 2
// A point this near the outline of the globe is on it: rounding, not a place beyond. 6 cm on the ground.
const outlineSlack = 1e-8
const poleSlack = 1e-10

/** Where a projection begins: angles in radians, offsets in metres, the scale without unit. What is not given is 0, the scale 1. */
export interface Origin {
  readonly lat0: number
  readonly lon0: number
  readonly x0: number
  readonly y0: number
  readonly scale: number
}

/** The origin of a definition. Throws `E_CRS` for a parameter that is no number. */
export function originOf({ parameters, text }: ProjDefinition): Origin {
  const number = (key: string): number | undefined => numberOf(parameters, key, text)
  return {
    lat0: (number('lat_0') ?? 0) * radian,
    lon0: (number('lon_0') ?? 0) * radian,
    x0: number('x_0') ?? 0,
    y0: number('y_0') ?? 0,
    scale: number('k_0') ?? number('k') ?? 1,
  }
}

/** An angle of a definition in radians, or undefined where it is not given. Throws `E_CRS` for what is no number. */
export function angleOf({ parameters, text }: ProjDefinition, key: string): number | undefined {
  const degrees = numberOf(parameters, key, text)
  return degrees === undefined ? undefined : degrees * radian
}

/** A latitude in radians; a little beyond a pole is the pole, farther is NaN. */
export function latitudeOrNothing(latitude: number): number {
  if (!(Math.abs(latitude) <= halfPi + poleSlack)) return Number.NaN
  return Math.max(-halfPi, Math.min(halfPi, latitude))
}

/** The longitude that lies an angle away from a central meridian; NaN for an angle beyond half a turn, which is outside the map. */
export function longitudeOrNothing(angle: number, lon0: number): number {
  if (!(Math.abs(angle) <= Math.PI + outlineSlack)) return Number.NaN
  return wrappedLongitude(Math.max(-Math.PI, Math.min(Math.PI, angle)) + lon0)
}

/** The arc sine; a little beyond 1 is 1, farther is NaN. */
export function arcSine(sine: number): number {
  if (Math.abs(sine) <= 1) return Math.asin(sine)
  return Math.abs(sine) < 1 + 1e-12 ? Math.sign(sine) * halfPi : Number.NaN
}
