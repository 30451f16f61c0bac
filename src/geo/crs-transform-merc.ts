import { numberOf, type ProjDefinition } from './crs-proj-string.js'
import { latitudeSeries, sineSeries, wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'

const radian = Math.PI / 180

/** The Mercator projection, on a sphere or an ellipsoid, in metres. The poles have no image. */
export function mercator({ a, flattening, parameters, text }: ProjDefinition): Projection {
  const number = (key: string): number | undefined => numberOf(parameters, key, text)
  const eccentricity = Math.sqrt(flattening * (2 - flattening))
  const standard = (number('lat_ts') ?? 0) * radian
  const scale = standard === 0 ? (number('k_0') ?? number('k') ?? 1) : scaleAt(standard, eccentricity)
  const radius = a * scale
  const lon0 = (number('lon_0') ?? 0) * radian
  const x0 = number('x_0') ?? 0
  const y0 = number('y_0') ?? 0
  const series = latitudeSeries(flattening).fromConformal
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const lat = ys[i] as number
        const sine = Math.sin(lat)
        // Of the absolute value: 1 + sine would cancel in the south.
        const spherical = Math.log((1 + Math.abs(sine)) / Math.cos(lat))
        const isometric = (lat < 0 ? -spherical : spherical) - eccentricity * Math.atanh(eccentricity * sine)
        xs[i] = x0 + radius * wrappedLongitude((xs[i] as number) - lon0)
        ys[i] = Math.abs(lat) >= Math.PI / 2 - 1e-10 ? Number.NaN : y0 + radius * isometric
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        // The conformal latitude: its sine and cosine of twice the angle follow from the tangent, which is sinh of the isometric latitude.
        const tangent = Math.sinh(((ys[i] as number) - y0) / radius)
        const conformal = Math.atan(tangent)
        const share = 1 / (1 + tangent * tangent)
        xs[i] = wrappedLongitude(((xs[i] as number) - x0) / radius + lon0)
        ys[i] = conformal + sineSeries(series, 2 * tangent * share, 2 * share - 1)
      }
    },
  }
}

function scaleAt(latitude: number, eccentricity: number): number {
  const sine = Math.sin(latitude)
  return Math.cos(latitude) / Math.sqrt(1 - eccentricity * eccentricity * sine * sine)
}
