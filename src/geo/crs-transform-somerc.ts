import type { ProjDefinition } from './crs-proj-string.js'
import { isometricLatitude, latitudeOfIsometric, latitudeSeries, wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'
import { latitudeOrNothing, longitudeOrNothing, originOf } from './crs-transform-origin.js'

/**
 * The Swiss oblique Mercator projection, in metres: the ellipsoid on a sphere, which is turned so that its equator goes through the origin, and a
 * Mercator map of that. Source: swisstopo, "Formulas and constants for the calculation of the Swiss conformal cylindrical projection" (2008), section 3.
 */
export function swissObliqueMercator(definition: ProjDefinition): Projection {
  const { a, flattening } = definition
  const { lat0, lon0, x0, y0, scale } = originOf(definition)
  const square = flattening * (2 - flattening)
  const eccentricity = Math.sqrt(square)
  const { fromConformal } = latitudeSeries(flattening)
  const sine0 = Math.sin(lat0)
  const radius = (scale * a * Math.sqrt(1 - square)) / (1 - square * sine0 * sine0)
  const stretch = Math.sqrt(1 + (square / (1 - square)) * Math.cos(lat0) ** 4)
  const sineB = sine0 / stretch
  const cosineB = Math.sqrt(1 - sineB * sineB)
  const shift = Math.atanh(sineB) - stretch * isometricLatitude(lat0, eccentricity)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const isometric = stretch * isometricLatitude(ys[i] as number, eccentricity) + shift
        const [sine, cosine] = [Math.tanh(isometric), 1 / Math.cosh(isometric)]
        const angle = stretch * wrappedLongitude((xs[i] as number) - lon0)
        const [sineL, cosineL] = [Math.sin(angle), Math.cos(angle)]
        xs[i] = x0 + radius * Math.atan2(sineL * cosine, sineB * sine + cosineB * cosine * cosineL)
        ys[i] = y0 + radius * Math.atanh(cosineB * sine - sineB * cosine * cosineL)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const along = ((xs[i] as number) - x0) / radius
        const across = ((ys[i] as number) - y0) / radius
        const [sine, cosine] = [Math.tanh(across), 1 / Math.cosh(across)]
        const cosineL = Math.cos(along)
        const angle = Math.atan2(Math.sin(along) * cosine, cosineB * cosine * cosineL - sineB * sine)
        const isometric = (Math.atanh(cosineB * sine + sineB * cosine * cosineL) - shift) / stretch
        xs[i] = longitudeOrNothing(angle / stretch, lon0)
        ys[i] = latitudeOrNothing(latitudeOfIsometric(isometric, fromConformal))
      }
    },
  }
}
