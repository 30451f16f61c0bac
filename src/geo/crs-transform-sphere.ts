import type { ProjDefinition } from './crs-proj-string.js'
import { authalicShare } from './crs-transform-authalic.js'
import { wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'
import { longitudeOrNothing, originOf } from './crs-transform-origin.js'

/** Miller's cylinder in metres, on the sphere of the ellipsoid's surface, as PROJ has it for CRSs. */
export function millerCylinder(definition: ProjDefinition): Projection {
  const { lon0, x0, y0 } = originOf(definition)
  const radius = definition.a * authalicShare(definition.flattening)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = x0 + radius * wrappedLongitude((xs[i] as number) - lon0)
        ys[i] = y0 + radius * 1.25 * Math.asinh(Math.tan(0.8 * (ys[i] as number)))
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const lat = 1.25 * Math.atan(Math.sinh((0.8 * ((ys[i] as number) - y0)) / radius))
        xs[i] = wrappedLongitude(((xs[i] as number) - x0) / radius + lon0)
        ys[i] = Math.abs(lat) > Math.PI / 2 + 1e-12 ? Number.NaN : lat
      }
    },
  }
}

/**
 * Van der Grinten's first projection in metres, on the sphere of the ellipsoid's surface, as PROJ has it for CRSs: the globe in a circle,
 * outside of which is no image. Source: Snyder, Map projections, a working manual, section 29.
 */
export function vanDerGrinten(definition: ProjDefinition): Projection {
  const { lon0, x0, y0 } = originOf(definition)
  const size = Math.PI * definition.a * authalicShare(definition.flattening)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const lon = wrappedLongitude((xs[i] as number) - lon0)
        const lat = ys[i] as number
        const sine = Math.min(1, Math.abs((2 * lat) / Math.PI))
        const x = across(Math.abs(lon), sine)
        // On the circle through the point and both poles of the map.
        const a = lon === 0 ? 0 : Math.abs(Math.PI / lon - lon / Math.PI) / 2
        const y = lon === 0 || sine === 1 ? Math.tan(Math.asin(sine) / 2) : Math.sqrt(Math.max(0, 1 - x * (x + 2 * a)))
        xs[i] = x0 + size * x * Math.sign(lon)
        ys[i] = y0 + size * (sine < 1e-12 ? 0 : y) * Math.sign(lat)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const x = ((xs[i] as number) - x0) / size
        const y = ((ys[i] as number) - y0) / size
        const whole = x * x + y * y
        const root = Math.sqrt(1 + 2 * (x * x - y * y) + whole * whole)
        const lon = Math.abs(x) < 1e-12 ? 0 : (Math.PI * (whole - 1 + root)) / (2 * x)
        xs[i] = longitudeOrNothing(whole > 1 + 1e-9 ? Number.NaN : lon, lon0)
        ys[i] = latitudeAt(x, y)
      }
    },
  }
}

/** The x of a point, in radii of the map's circle. */
function across(lon: number, sine: number): number {
  if (sine < 1e-12) return lon / Math.PI
  if (lon < 1e-12 || sine === 1) return 0
  const cosine = Math.sqrt(1 - sine * sine)
  const a = Math.abs(Math.PI / lon - lon / Math.PI) / 2
  const g = cosine / (sine + cosine - 1)
  const p = g * (2 / sine - 1)
  const [a2, p2] = [a * a, p * p]
  return (a * (g - p2) + Math.sqrt(Math.max(0, a2 * (g - p2) ** 2 - (p2 + a2) * (g * g - p2)))) / (p2 + a2)
}

// The root of a cubic.
function latitudeAt(x: number, y: number): number {
  const height = Math.abs(y)
  if (height < 1e-12) return 0
  const [x2, y2] = [x * x, y * y]
  const c1 = -height * (1 + x2 + y2)
  const c2 = c1 - 2 * y2 + x2
  const c3 = -2 * c1 + 1 + 2 * y2 + (x2 + y2) ** 2
  const d = y2 / c3 + ((2 * c2 ** 3) / c3 ** 3 - (9 * c1 * c2) / c3 ** 2) / 27
  const a1 = (c1 - (c2 * c2) / (3 * c3)) / c3
  const m1 = 2 * Math.sqrt(-a1 / 3)
  const cosine = Math.max(-1, Math.min(1, (3 * d) / (a1 * m1)))
  return Math.sign(y) * Math.PI * (-m1 * Math.cos(Math.acos(cosine) / 3 + Math.PI / 3) - c2 / (3 * c3))
}
