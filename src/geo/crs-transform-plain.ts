import { numberOf, type ProjDefinition } from './crs-proj-string.js'
import { wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'

const radian = Math.PI / 180
const halfPi = Math.PI / 2
const poleSlack = 1e-12

interface Origin {
  readonly lon0: number
  readonly lat0: number
  readonly x0: number
  readonly y0: number
}

/** The equidistant cylinder (plate carree), always with the formulae of a sphere of the semi-major axis, as PROJ has it; in metres. */
export function equidistantCylinder(definition: ProjDefinition): Projection {
  const { a, parameters, text } = definition
  const { lon0, lat0, x0, y0 } = originOf(definition)
  const width = a * Math.cos((numberOf(parameters, 'lat_ts', text) ?? 0) * radian)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = x0 + width * wrappedLongitude((xs[i] as number) - lon0)
        ys[i] = y0 + a * ((ys[i] as number) - lat0)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = wrappedLongitude(((xs[i] as number) - x0) / width + lon0)
        ys[i] = latitudeOrNothing(((ys[i] as number) - y0) / a + lat0)
      }
    },
  }
}

/** The sinusoidal projection of a sphere, in metres. Positions beside the outline of the globe wrap around, as in PROJ. */
export function sphericalSinusoidal(definition: ProjDefinition): Projection {
  const { a } = definition
  const { lon0, x0, y0 } = originOf(definition)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const lat = ys[i] as number
        xs[i] = x0 + a * Math.cos(lat) * wrappedLongitude((xs[i] as number) - lon0)
        ys[i] = y0 + a * lat
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const lat = latitudeOrNothing(((ys[i] as number) - y0) / a)
        const cosine = Math.cos(lat)
        xs[i] = cosine > 1e-10 ? wrappedLongitude(((xs[i] as number) - x0) / (a * cosine) + lon0) : lon0
        ys[i] = lat
      }
    },
  }
}

function originOf({ parameters, text }: ProjDefinition): Origin {
  const number = (key: string): number => numberOf(parameters, key, text) ?? 0
  return { lon0: number('lon_0') * radian, lat0: number('lat_0') * radian, x0: number('x_0'), y0: number('y_0') }
}

// A little beyond a pole is rounding and counts as the pole.
function latitudeOrNothing(latitude: number): number {
  if (Math.abs(latitude) > halfPi + poleSlack) return Number.NaN
  return Math.max(-halfPi, Math.min(halfPi, latitude))
}
