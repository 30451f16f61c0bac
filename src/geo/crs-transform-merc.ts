import { numberOf, type ProjDefinition } from './crs-proj-string.js'
import { isometricLatitude, latitudeOfIsometric, latitudeSeries, wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'

const radian = Math.PI / 180

/** The Mercator projection, on a sphere or an ellipsoid, in metres. The poles lie at 38 radii: finite, as in PROJ. */
export function mercator({ a, flattening, parameters, text }: ProjDefinition): Projection {
  const number = (key: string): number | undefined => numberOf(parameters, key, text)
  const eccentricity = Math.sqrt(flattening * (2 - flattening))
  const standard = (number('lat_ts') ?? 0) * radian
  const scale = standard === 0 ? (number('k_0') ?? number('k') ?? 1) : scaleAt(standard, eccentricity)
  const radius = a * scale
  const lon0 = (number('lon_0') ?? 0) * radian
  const x0 = number('x_0') ?? 0
  const y0 = number('y_0') ?? 0
  const { fromConformal } = latitudeSeries(flattening)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = x0 + radius * wrappedLongitude((xs[i] as number) - lon0)
        ys[i] = y0 + radius * isometricLatitude(ys[i] as number, eccentricity)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = wrappedLongitude(((xs[i] as number) - x0) / radius + lon0)
        ys[i] = latitudeOfIsometric(((ys[i] as number) - y0) / radius, fromConformal)
      }
    },
  }
}

/** The scale of the parallel: its radius over the semi-major axis. */
export function scaleAt(latitude: number, eccentricity: number): number {
  const sine = Math.sin(latitude)
  return Math.cos(latitude) / Math.sqrt(1 - eccentricity * eccentricity * sine * sine)
}
