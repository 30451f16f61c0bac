import { CrsError } from '../base/errors.js'
import type { ProjDefinition } from './crs-proj-string.js'
import { wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'
import { scaleAt } from './crs-transform-merc.js'
import { meridianArc } from './crs-transform-meridian.js'
import { angleOf, latitudeOrNothing, longitudeOrNothing, originOf } from './crs-transform-origin.js'

const near = 1e-10

/** The sinusoidal projection in metres. What lies beside the outline of the globe has no image. */
export function sinusoidal(definition: ProjDefinition): Projection {
  const { a, flattening } = definition
  const { lon0, x0, y0 } = originOf(definition)
  const arc = meridianArc(flattening)
  const eccentricity = Math.sqrt(flattening * (2 - flattening))
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const lat = ys[i] as number
        xs[i] = x0 + a * scaleAt(lat, eccentricity) * wrappedLongitude((xs[i] as number) - lon0)
        ys[i] = y0 + a * arc.lengthTo(lat)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const lat = latitudeOrNothing(arc.latitudeOf(((ys[i] as number) - y0) / a))
        const width = a * scaleAt(lat, eccentricity)
        const x = (xs[i] as number) - x0
        // At a pole a millimetre is the whole parallel.
        xs[i] = width > 1e-3 ? longitudeOrNothing(x / width, lon0) : Math.abs(x) < 1e-3 ? lon0 : Number.NaN
        ys[i] = lat
      }
    },
  }
}

/** The equidistant conic in metres. Throws `E_CRS` for parallels without a cone. Source: Snyder, Map projections, a working manual, section 16. */
export function equidistantConic(definition: ProjDefinition): Projection {
  const { a, flattening, text } = definition
  const { lat0, lon0, x0, y0 } = originOf(definition)
  const arc = meridianArc(flattening)
  const eccentricity = Math.sqrt(flattening * (2 - flattening))
  const lat1 = angleOf(definition, 'lat_1') ?? 0
  const lat2 = angleOf(definition, 'lat_2') ?? lat1
  if (!(Math.abs(lat1 + lat2) > near)) throw new CrsError(`"${text}": +lat_1 and +lat_2 must not be opposite to each other`)
  const m1 = scaleAt(lat1, eccentricity)
  const n = Math.abs(lat1 - lat2) > near ? (m1 - scaleAt(lat2, eccentricity)) / (arc.lengthTo(lat2) - arc.lengthTo(lat1)) : Math.sin(lat1)
  const c = arc.lengthTo(lat1) + m1 / n
  const rho0 = c - arc.lengthTo(lat0)
  const side = n < 0 ? -1 : 1
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const rho = c - arc.lengthTo(ys[i] as number)
        const theta = n * wrappedLongitude((xs[i] as number) - lon0)
        xs[i] = x0 + a * rho * Math.sin(theta)
        ys[i] = y0 + a * (rho0 - rho * Math.cos(theta))
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const x = (side * ((xs[i] as number) - x0)) / a
        const y = side * (rho0 - ((ys[i] as number) - y0) / a)
        const rho = side * Math.sqrt(x * x + y * y)
        xs[i] = longitudeOrNothing(Math.atan2(x, y) / n, lon0)
        ys[i] = latitudeOrNothing(arc.latitudeOf(c - rho))
      }
    },
  }
}

/** The American polyconic in metres. Its inverse finds what lies within about 90 degrees of the central meridian. Source: EPSG method 9818. */
export function polyconic(definition: ProjDefinition): Projection {
  const { a, flattening } = definition
  const { lat0, lon0, x0, y0 } = originOf(definition)
  const es = flattening * (2 - flattening)
  const arc = meridianArc(flattening)
  const origin = arc.lengthTo(lat0)
  const radiusAt = (sine: number, cosine: number): number => cosine / (sine * Math.sqrt(1 - es * sine * sine))
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const lat = ys[i] as number
        const lon = wrappedLongitude((xs[i] as number) - lon0)
        const sine = Math.sin(lat)
        const isEquator = Math.abs(sine) < near
        const radius = isEquator ? 0 : radiusAt(sine, Math.cos(lat))
        xs[i] = x0 + a * (isEquator ? lon : radius * Math.sin(lon * sine))
        ys[i] = y0 + a * (arc.lengthTo(lat) - origin + 2 * radius * Math.sin((lon * sine) / 2) ** 2)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const x = ((xs[i] as number) - x0) / a
        const y = ((ys[i] as number) - y0) / a + origin
        const isEquator = Math.abs(y) < near
        const lat = isEquator ? 0 : polyconicLatitude(x, y, es, arc.lengthTo)
        const sine = Math.sin(lat)
        const left = isEquator ? 0 : radiusAt(sine, Math.cos(lat)) - (y - arc.lengthTo(lat))
        // South of the equator radius and sine are negative: both turn the angle round.
        const side = sine < 0 ? -1 : 1
        xs[i] = longitudeOrNothing(isEquator ? x : Math.atan2(side * x, side * left) / sine, lon0)
        ys[i] = latitudeOrNothing(lat)
      }
    },
  }
}

// The parallel whose circle goes through a point: x^2 + (y - m)^2 = 2 (y - m) radius. Newton's method, halved where it would leave the hemisphere.
function polyconicLatitude(x: number, y: number, es: number, lengthTo: (latitude: number) => number): number {
  const side = y < 0 ? -1 : 1
  const goal = Math.abs(y)
  let [low, high] = [0, Math.PI / 2]
  let lat = Math.min(goal, 1.5)
  for (let turn = 0; turn < 100; turn++) {
    const [sine, cosine] = [Math.sin(lat), Math.cos(lat)]
    const w = Math.sqrt(1 - es * sine * sine)
    const rest = goal - lengthTo(lat)
    // Multiplied by the sine, so that nothing is infinite on the equator.
    const value = (x * x + rest * rest) * sine - (2 * rest * cosine) / w
    const m = (1 - es) / (w * w * w)
    const slope = (x * x + rest * rest) * cosine - 2 * rest * m * sine + (2 * m * cosine) / w + (2 * rest * sine * (1 - es)) / (w * w * w)
    if (value > 0) high = lat
    else low = lat
    const next = lat - value / slope
    const change = next > low && next < high ? next - lat : (low + high) / 2 - lat
    lat += change
    if (Math.abs(change) < 1e-14) break
  }
  return side * lat
}
