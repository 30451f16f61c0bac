import { CrsError } from '../base/errors.js'
import { numberOf, type ProjDefinition } from './crs-proj-string.js'
import { type LatitudeSeries, latitudeSeries, powers, sineSeries, wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'

const radian = Math.PI / 180
// Beyond this many radii from the central meridian the series no longer converges.
const farthest = 2.623395162778

interface Plane {
  /** Radii from the central meridian up to which there is an image. */
  readonly limit: number
  readonly radius: number
  readonly lon0: number
  readonly x0: number
  readonly y0: number
  readonly latitude: LatitudeSeries
  /** From the sphere to the plane, and back. */
  readonly outward: Float64Array
  readonly inward: Float64Array
}

/**
 * Transverse Mercator, and UTM, in metres: the Krueger series to order n^6, as PROJ computes it. Exact to nanometres within 40 degrees of the
 * central meridian; farther than about 80 degrees there is no image.
 */
export function transverseMercator(definition: ProjDefinition): Projection {
  const plane = planeOf(definition)
  return {
    forward: (xs, ys, count) => forward(plane, xs, ys, count),
    inverse: (xs, ys, count) => inverse(plane, xs, ys, count),
  }
}

function planeOf({ a, flattening, parameters, projection, text }: ProjDefinition): Plane {
  const number = (key: string): number | undefined => numberOf(parameters, key, text)
  const isUtm = projection === 'utm'
  const zone = number('zone')
  if (isUtm && !(Number.isInteger(zone) && zone! >= 1 && zone! <= 60))
    throw new CrsError(`"${text}": UTM needs a +zone from 1 to 60, not ${zone}`)
  const n = flattening / (2 - flattening)
  const scale = isUtm ? 0.9996 : (number('k_0') ?? number('k') ?? 1)
  const radius = (a * scale * (1 + n ** 2 * (1 / 4 + n ** 2 * (1 / 64 + n ** 2 / 256)))) / (1 + n)
  const latitude = latitudeSeries(flattening)
  const outward = powers(n, outwardRows)
  const lat0 = isUtm ? 0 : (number('lat_0') ?? 0) * radian
  const conformal = lat0 + sineSeries(latitude.toConformal, Math.sin(2 * lat0), Math.cos(2 * lat0))
  const origin = conformal + sineSeries(outward, Math.sin(2 * conformal), Math.cos(2 * conformal))
  return {
    limit: flattening === 0 ? Number.POSITIVE_INFINITY : farthest,
    radius,
    lon0: (isUtm ? zone! * 6 - 183 : (number('lon_0') ?? 0)) * radian,
    x0: isUtm ? 500000 : (number('x_0') ?? 0),
    y0: (isUtm ? (parameters.has('south') ? 10000000 : 0) : (number('y_0') ?? 0)) - radius * origin,
    latitude,
    outward,
    inward: powers(n, inwardRows),
  }
}

const outwardRows = [
  [1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37800],
  [13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1983433 / 1935360],
  [61 / 240, -103 / 140, 15061 / 26880, 167603 / 181440],
  [49561 / 161280, -179 / 168, 6601661 / 7257600],
  [34729 / 80640, -3418889 / 1995840],
  [212378941 / 319334400],
]

const inwardRows = [
  [-1 / 2, 2 / 3, -37 / 96, 1 / 360, 81 / 512, -96199 / 604800],
  [-1 / 48, -1 / 15, 437 / 1440, -46 / 105, 1118711 / 3870720],
  [-17 / 480, 37 / 840, 209 / 4480, -5569 / 90720],
  [-4397 / 161280, 11 / 504, 830251 / 7257600],
  [-4583 / 161280, 108847 / 3991680],
  [-20648693 / 638668800],
]

function forward(plane: Plane, xs: Float64Array, ys: Float64Array, count: number): void {
  const { limit, radius, lon0, x0, y0, latitude, outward } = plane
  for (let i = 0; i < count; i++) {
    const lon = wrappedLongitude((xs[i] as number) - lon0)
    const lat = ys[i] as number
    const sinLat = Math.sin(lat)
    const cosLat = Math.cos(lat)
    // Conformal latitude: a rotation of (sin, cos) by the small angle of the series.
    const small = sineSeries(latitude.toConformal, 2 * sinLat * cosLat, 2 * cosLat * cosLat - 1)
    const sinSmall = smallSine(small)
    const cosSmall = smallCosine(small)
    const sinChi = sinLat * cosSmall + cosLat * sinSmall
    const cosChi = cosLat * cosSmall - sinLat * sinSmall
    // Spherical transverse Mercator. h is the cosine of the angle from the central meridian: the cosh and sinh of eta follow from it.
    const cosLon = cosChi * Math.cos(lon)
    const h = Math.sqrt(sinChi * sinChi + cosLon * cosLon)
    const sinhEta = (cosChi * Math.sin(lon)) / h
    const xi = Math.atan2(sinChi, cosLon)
    const eta = Math.asinh(sinhEta)
    // Sine and cosine of twice xi, sinh and cosh of twice eta.
    const sin2 = (2 * sinChi * cosLon) / (h * h)
    const cos2 = (2 * cosLon * cosLon) / (h * h) - 1
    const sinh2 = (2 * sinhEta) / h
    const cosh2 = 2 / (h * h) - 1
    complexSeries(outward, sin2, cos2, sinh2, cosh2)
    const across = eta + (sum[1] as number)
    const isOutside = !(Math.abs(across) <= limit)
    xs[i] = isOutside ? Number.NaN : x0 + radius * across
    ys[i] = y0 + radius * (xi + (sum[0] as number))
  }
}

function inverse(plane: Plane, xs: Float64Array, ys: Float64Array, count: number): void {
  const { limit, radius, lon0, x0, y0, latitude, inward } = plane
  for (let i = 0; i < count; i++) {
    const xi = ((ys[i] as number) - y0) / radius
    const eta = ((xs[i] as number) - x0) / radius
    const sin = Math.sin(xi)
    const cos = Math.cos(xi)
    const grown = Math.exp(eta)
    const sinh = (grown - 1 / grown) / 2
    const cosh = (grown + 1 / grown) / 2
    complexSeries(inward, 2 * sin * cos, 2 * cos * cos - 1, 2 * sinh * cosh, 2 * sinh * sinh + 1)
    const dXi = sum[0] as number
    const dEta = sum[1] as number
    // The corrected angles by the addition theorems: the corrections are small.
    const sinXi = sin * smallCosine(dXi) + cos * smallSine(dXi)
    const cosXi = cos * smallCosine(dXi) - sin * smallSine(dXi)
    const sinhEta = sinh * smallCosine(dEta, -1) + cosh * smallSine(dEta, -1)
    const h = Math.sqrt(sinhEta * sinhEta + cosXi * cosXi)
    const chi = Math.atan2(sinXi, h)
    // Sine and cosine of twice chi from its tangent's legs.
    const whole = sinXi * sinXi + h * h
    const lat = chi + sineSeries(latitude.fromConformal, (2 * sinXi * h) / whole, (h * h - sinXi * sinXi) / whole)
    const lon = wrappedLongitude(Math.atan2(sinhEta, cosXi) + lon0)
    // Once round the meridian the map begins again; far from it the series back may not be the inverse of the series there.
    const isOutside =
      !(Math.abs(eta) <= limit) ||
      Math.abs(xi) > halfTurn ||
      (Math.abs(eta) > far && !leadsBack(plane, lon, lat, xs[i] as number, ys[i] as number))
    xs[i] = isOutside ? Number.NaN : lon
    ys[i] = lat
  }
}

// Up to here both series agree to less than a millimetre.
const far = 1.2
const halfTurn = Math.PI * (1 + 1e-9)
// Beyond 80 degrees from the meridian places are off by up to this much and more. Nearer ones are kept: the default grids of GDAL count on them.
const lostMetres = 1000
const backX = new Float64Array(1)
const backY = new Float64Array(1)

function leadsBack(plane: Plane, lon: number, lat: number, x: number, y: number): boolean {
  backX[0] = lon
  backY[0] = lat
  forward(plane, backX, backY, 1)
  return Math.abs((backX[0] as number) - x) + Math.abs((backY[0] as number) - y) < lostMetres
}

// Real and imaginary part of the last sum: a pair made for every point would be garbage for every point.
const sum = new Float64Array(2)

// Real and imaginary part of the sum c[k] sin(2 (k + 1) (xi + i eta)), by Clenshaw; from the functions of twice xi and twice eta.
function complexSeries(c: Float64Array, sin2: number, cos2: number, sinh2: number, cosh2: number): void {
  const re = 2 * cos2 * cosh2
  const im = -2 * sin2 * sinh2
  let hr = c[5] as number
  let hi = 0
  let hr1 = 0
  let hi1 = 0
  for (let k = 4; k >= 0; k--) {
    const hr2 = hr1
    const hi2 = hi1
    hr1 = hr
    hi1 = hi
    hr = re * hr1 - im * hi1 - hr2 + (c[k] as number)
    hi = im * hr1 + re * hi1 - hi2
  }
  const sr = sin2 * cosh2
  const si = cos2 * sinh2
  sum[0] = sr * hr - si * hi
  sum[1] = sr * hi + si * hr
}

// Taylor series, exact in float64 below 0.1: the corrections are below 0.004, and below 0.08 at the farthest point. With a sign of -1, sinh and cosh.
function smallSine(x: number, sign = 1): number {
  const square = sign * x * x
  return x * (1 - (square / 6) * (1 - (square / 20) * (1 - (square / 42) * (1 - square / 72))))
}

function smallCosine(x: number, sign = 1): number {
  const square = sign * x * x
  return 1 - (square / 2) * (1 - (square / 12) * (1 - (square / 30) * (1 - (square / 56) * (1 - square / 90))))
}
