import { CrsError } from '../base/errors.js'
import { numberOf, type ProjDefinition } from './crs-proj-string.js'
import { wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'
import { arcSine, originOf } from './crs-transform-origin.js'

const near = 1e-10

/**
 * The orthographic projection in metres: the globe seen from infinitely far. The far side has no image. It is a rotation of earth-centred
 * coordinates, so that both ways are exact on an ellipsoid. Source: EPSG guidance note 7-2, method 9840.
 */
export function orthographic(definition: ProjDefinition): Projection {
  const { a, flattening } = definition
  const { lat0, lon0, x0, y0 } = originOf(definition)
  const es = flattening * (2 - flattening)
  const [sin0, cos0] = [Math.sin(lat0), Math.cos(lat0)]
  const shift = (es * sin0 * cos0) / Math.sqrt(1 - es * sin0 * sin0)
  // The ellipsoid cut by the line of sight: quadratic * t^2 + 2 b t + c = 0, t towards the eye.
  const quadratic = cos0 * cos0 + (sin0 * sin0) / (1 - es)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const [sine, cosine] = [Math.sin(ys[i] as number), Math.cos(ys[i] as number)]
        const lon = (xs[i] as number) - lon0
        const across = cosine * Math.cos(lon)
        const size = sin0 * sine + cos0 * across < -near ? Number.NaN : 1 / Math.sqrt(1 - es * sine * sine)
        xs[i] = x0 + a * size * cosine * Math.sin(lon)
        ys[i] = y0 + a * (size * ((1 - es) * sine * cos0 - across * sin0) + shift)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const x = ((xs[i] as number) - x0) / a
        const y = ((ys[i] as number) - y0) / a - shift
        const b = y * sin0 * cos0 * (1 / (1 - es) - 1)
        const c = x * x + y * y * (sin0 * sin0 + (cos0 * cos0) / (1 - es)) - 1
        const root = b * b - quadratic * c
        const t = (Math.sqrt(root < 0 && root > -near ? 0 : root) - b) / quadratic
        const across = t * cos0 - y * sin0
        xs[i] = wrappedLongitude(Math.atan2(x, across) + lon0)
        ys[i] = Math.atan2(t * sin0 + y * cos0, (1 - es) * Math.sqrt(x * x + across * across))
      }
    },
  }
}

/** The gnomonic projection in metres, on a sphere of the semi-major axis, as PROJ 9.1 has it. Half of the globe has an image. */
export function gnomonic(definition: ProjDefinition): Projection {
  const { a } = definition
  const { lat0, lon0, x0, y0 } = originOf(definition)
  const [sin0, cos0] = [Math.sin(lat0), Math.cos(lat0)]
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const [sine, cosine] = [Math.sin(ys[i] as number), Math.cos(ys[i] as number)]
        const lon = (xs[i] as number) - lon0
        const across = cosine * Math.cos(lon)
        const depth = sin0 * sine + cos0 * across
        const size = depth > near ? a / depth : Number.NaN
        xs[i] = x0 + size * cosine * Math.sin(lon)
        ys[i] = y0 + size * (cos0 * sine - sin0 * across)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const x = ((xs[i] as number) - x0) / a
        const y = ((ys[i] as number) - y0) / a
        const across = cos0 - y * sin0
        xs[i] = wrappedLongitude(Math.atan2(x, across) + lon0)
        ys[i] = Math.atan2(sin0 + y * cos0, Math.sqrt(x * x + across * across))
      }
    },
  }
}

/**
 * The view of a geostationary satellite, in metres: scan angles times its height `+h` above the equator. `+sweep=x` (GOES) or `y` (Meteosat,
 * the default) says which angle its mirror scans first. Beyond the limb is no image. Throws `E_CRS` without a height.
 */
export function geostationary(definition: ProjDefinition): Projection {
  const { a, flattening, parameters, text } = definition
  const { lon0, x0, y0 } = originOf(definition)
  const height = numberOf(parameters, 'h', text) ?? 0
  if (!(height > 0)) throw new CrsError(`"${text}": +proj=geos needs the satellite's height in metres, like +h=35785831`)
  const sweep = parameters.get('sweep') ?? 'y'
  if (sweep !== 'x' && sweep !== 'y') throw new CrsError(`"${text}": +sweep=${sweep} must be x or y`)
  const isX = sweep === 'x'
  const share = (1 - flattening) * (1 - flattening)
  const es = 1 - share
  const distance = 1 + height / a
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const [sine, cosine] = [Math.sin(ys[i] as number), Math.cos(ys[i] as number)]
        const lon = (xs[i] as number) - lon0
        const size = 1 / Math.sqrt(1 - es * sine * sine)
        const u = size * cosine * Math.cos(lon)
        const v = size * cosine * Math.sin(lon)
        const w = size * share * sine
        const ahead = distance - u
        const isHidden = ahead * u - v * v - (w * w) / share < 0
        const x = isX ? Math.atan(v / Math.sqrt(w * w + ahead * ahead)) : Math.atan(v / ahead)
        const y = isX ? Math.atan(w / ahead) : Math.atan(w / Math.sqrt(v * v + ahead * ahead))
        xs[i] = isHidden ? Number.NaN : x0 + height * x
        ys[i] = y0 + height * y
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const tanX = Math.tan(((xs[i] as number) - x0) / height)
        const tanY = Math.tan(((ys[i] as number) - y0) / height)
        const v = isX ? tanX * Math.sqrt(1 + tanY * tanY) : tanX
        const w = isX ? tanY : tanY * Math.sqrt(1 + tanX * tanX)
        const quadratic = 1 + v * v + (w * w) / share
        const t = (distance - Math.sqrt(distance * distance - quadratic * (distance * distance - 1))) / quadratic
        const u = distance - t
        xs[i] = wrappedLongitude(Math.atan2(t * v, u) + lon0)
        ys[i] = Math.atan2(t * w, share * Math.sqrt(u * u + t * t * v * v))
      }
    },
  }
}

/** The two-point equidistant projection in metres, on a sphere of the semi-major axis. Throws `E_CRS` where the points are one or opposite. */
export function twoPointEquidistant(definition: ProjDefinition): Projection {
  const { a, parameters, text } = definition
  const { x0, y0 } = originOf(definition)
  const angle = (key: string): number => ((numberOf(parameters, key, text) ?? 0) * Math.PI) / 180
  const [one, other] = [unitVector(angle('lon_1'), angle('lat_1')), unitVector(angle('lon_2'), angle('lat_2'))]
  const normal = cross(one, other)
  const sine = Math.hypot(...normal)
  const between = Math.atan2(sine, dot(one, other))
  if (!(sine > near)) throw new CrsError(`"${text}": the two points must not be the same, nor opposite to each other`)
  const cosine = Math.cos(between)
  const point = new Float64Array(3)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        point.set(unitVector(xs[i] as number, ys[i] as number))
        const [z1, z2] = [apart(one, point), apart(other, point)]
        const x = (z1 * z1 - z2 * z2) / (2 * between)
        const along = x + between / 2
        xs[i] = x0 + a * x
        ys[i] = y0 + a * Math.sign(dot(normal, point)) * Math.sqrt(Math.max(0, z1 * z1 - along * along))
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const x = ((xs[i] as number) - x0) / a
        const y = ((ys[i] as number) - y0) / a
        const [z1, z2] = [Math.hypot(y, x + between / 2), Math.hypot(y, x - between / 2)]
        const [c1, c2] = [Math.cos(z1), Math.cos(z2)]
        const p = (c1 - c2 * cosine) / (sine * sine)
        const q = (c2 - c1 * cosine) / (sine * sine)
        const rest = 1 - (p * p + q * q + 2 * p * q * cosine)
        // No point is so far from both; and none is more than half a turn away.
        const isOutside = rest < -1e-9 || z1 > Math.PI || z2 > Math.PI
        const r = (Math.sign(y) * Math.sqrt(Math.max(0, rest))) / sine
        for (let k = 0; k < 3; k++) point[k] = p * (one[k] as number) + q * (other[k] as number) + r * (normal[k] as number)
        xs[i] = isOutside ? Number.NaN : Math.atan2(point[1] as number, point[0] as number)
        ys[i] = arcSine(point[2] as number)
      }
    },
  }
}

type Vector = ArrayLike<number>

function unitVector(lon: number, lat: number): readonly number[] {
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)]
}

function dot(a: Vector, b: Vector): number {
  return (a[0] as number) * (b[0] as number) + (a[1] as number) * (b[1] as number) + (a[2] as number) * (b[2] as number)
}

function cross(a: Vector, b: Vector): readonly number[] {
  const part = (k: number, l: number): number => (a[k] as number) * (b[l] as number) - (a[l] as number) * (b[k] as number)
  return [part(1, 2), part(2, 0), part(0, 1)]
}

function apart(a: Vector, b: Vector): number {
  return Math.atan2(Math.hypot(...cross(a, b)), dot(a, b))
}
