import type { ProjDefinition } from './crs-proj-string.js'
import type { PointLoop } from './crs-transform-loop.js'

const arcSecond = Math.PI / (180 * 3600)
const wgs84 = { a: 6378137, flattening: 1 / 298.257223563 }

/**
 * The shift between the datums of two CRSs, on longitudes and latitudes in radians east of Greenwich; null where there is none.
 * Goes through earth-centred coordinates and WGS 84, height 0 on the source ellipsoid. A CRS without `towgs84` counts as WGS 84.
 */
export function datumShift(source: ProjDefinition, target: ProjDefinition): PointLoop | null {
  if (sameDatum(source, target)) return null
  const toWgs84 = source.towgs84 === null ? null : helmert(source.towgs84)
  const fromWgs84 = target.towgs84 === null ? null : inverseHelmert(target.towgs84)
  const start = source.towgs84 === null ? wgs84 : source
  const end = target.towgs84 === null ? wgs84 : target
  return (lons, lats, count) => {
    const point = new Float64Array(3)
    for (let i = 0; i < count; i++) {
      toGeocentric(lons[i] as number, lats[i] as number, start.a, start.flattening, point)
      if (toWgs84 !== null) move(point, toWgs84)
      if (fromWgs84 !== null) move(point, fromWgs84)
      const x = point[0] as number
      const y = point[1] as number
      lons[i] = Math.atan2(y, x)
      lats[i] = latitudeOf(Math.sqrt(x * x + y * y), point[2] as number, end.a, end.flattening)
    }
  }
}

function sameDatum(source: ProjDefinition, target: ProjDefinition): boolean {
  if (source.towgs84 === null || target.towgs84 === null) return source.towgs84 === target.towgs84
  const values = target.towgs84
  const sameShift = source.towgs84.length === values.length && source.towgs84.every((value, index) => value === values[index])
  return sameShift && source.a === target.a && source.flattening === target.flattening
}

/** Row-major 3 x 3 matrix, then the translation that is added after it. */
type Motion = readonly number[]

// Position vector convention (EPSG 9606), small-angle matrix, as PROJ's +towgs84.
function helmert(values: readonly number[]): Motion {
  const [dx = 0, dy = 0, dz = 0, rx = 0, ry = 0, rz = 0, ppm = 0] = values
  const x = rx * arcSecond
  const y = ry * arcSecond
  const z = rz * arcSecond
  const scale = 1 + ppm * 1e-6
  return [scale, -scale * z, scale * y, scale * z, scale, -scale * x, -scale * y, scale * x, scale, dx, dy, dz]
}

// The transpose of the small-angle matrix, not its exact inverse: PROJ and the published definitions do the same.
function inverseHelmert(values: readonly number[]): Motion {
  const [dx = 0, dy = 0, dz = 0, rx = 0, ry = 0, rz = 0, ppm = 0] = values
  const x = rx * arcSecond
  const y = ry * arcSecond
  const z = rz * arcSecond
  const scale = 1 / (1 + ppm * 1e-6)
  const m = [scale, scale * z, -scale * y, -scale * z, scale, scale * x, scale * y, -scale * x, scale]
  const back = (row: number): number => -((m[row] as number) * dx + (m[row + 1] as number) * dy + (m[row + 2] as number) * dz)
  return [...m, back(0), back(3), back(6)]
}

function toGeocentric(lon: number, lat: number, a: number, flattening: number, out: Float64Array): void {
  const es = flattening * (2 - flattening)
  const sine = Math.sin(lat)
  const cosine = Math.cos(lat)
  const normal = a / Math.sqrt(1 - es * sine * sine)
  out[0] = normal * cosine * Math.cos(lon)
  out[1] = normal * cosine * Math.sin(lon)
  out[2] = normal * (1 - es) * sine
}

function move(point: Float64Array, m: Motion): void {
  const x = point[0] as number
  const y = point[1] as number
  const z = point[2] as number
  point[0] = (m[0] as number) * x + (m[1] as number) * y + (m[2] as number) * z + (m[9] as number)
  point[1] = (m[3] as number) * x + (m[4] as number) * y + (m[5] as number) * z + (m[10] as number)
  point[2] = (m[6] as number) * x + (m[7] as number) * y + (m[8] as number) * z + (m[11] as number)
}

// Bowring's formula, twice: exact to far below 1e-9 m within 10 km of the ellipsoid.
function latitudeOf(p: number, z: number, a: number, flattening: number): number {
  const b = a * (1 - flattening)
  const es = flattening * (2 - flattening)
  const second = es / (1 - es)
  let reduced = Math.atan2(z * a, p * b)
  let latitude = 0
  for (let turn = 0; turn < 2; turn++) {
    const sine = Math.sin(reduced)
    const cosine = Math.cos(reduced)
    latitude = Math.atan2(z + second * b * sine * sine * sine, p - es * a * cosine * cosine * cosine)
    reduced = Math.atan2((1 - flattening) * Math.sin(latitude), Math.cos(latitude))
  }
  return latitude
}
