import type { ProjDefinition } from './crs-proj-string.js'
import type { PointLoop } from './crs-transform-loop.js'
import type { ShiftGrid } from './ntv2.js'

const arcSecond = Math.PI / (180 * 3600)
const wgs84 = { a: 6378137, flattening: 1 / 298.257223563 }

/** A CRS's way to WGS 84: its definition, and a grid that does better where it has values. */
export interface DatumEnd {
  readonly definition: ProjDefinition
  readonly grid: DatumGrid | null
}

/** A grid of shifts between a datum and WGS 84. */
export interface DatumGrid {
  readonly grid: ShiftGrid
  /** Whether it leads from WGS 84 to the datum. */
  readonly inverse: boolean
  /** Whether a place outside it has no image, rather than the one that the definition's own shift gives. */
  readonly required: boolean
}

/**
 * The shift between the datums of two CRSs, on longitudes and latitudes in radians east of Greenwich; null where there is none.
 * Goes through earth-centred coordinates and WGS 84, height 0 on the source ellipsoid. A CRS without `towgs84` counts as WGS 84.
 */
export function datumShift(source: DatumEnd, target: DatumEnd): PointLoop | null {
  if (sameDatum(source.definition, target.definition)) return null
  const plain = helmertShift(source.definition, target.definition)
  if (source.grid === null && target.grid === null) return plain
  const there = endLoop(source, helmertShift(source.definition, null), false)
  const back = endLoop(target, helmertShift(null, target.definition), true)
  return (lons, lats, count) => {
    there(lons, lats, count)
    back(lons, lats, count)
  }
}

function helmertShift(source: ProjDefinition | null, target: ProjDefinition | null): PointLoop | null {
  const [first, last] = [source?.towgs84 ?? null, target?.towgs84 ?? null]
  if (first === null && last === null) return null
  const toWgs84 = first === null ? null : helmert(first)
  const fromWgs84 = last === null ? null : inverseHelmert(last)
  const start = first === null || source === null ? wgs84 : source
  const end = last === null || target === null ? wgs84 : target
  const point = new Float64Array(3)
  return (lons, lats, count) => {
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

// Point by point: where the grid has no value, the plain shift or nothing.
function endLoop({ grid }: DatumEnd, plain: PointLoop | null, isTarget: boolean): PointLoop {
  if (grid === null) return plain ?? (() => {})
  const isInverse = grid.inverse !== isTarget
  const [lon, lat] = [new Float64Array(1), new Float64Array(1)]
  const shift = new Float64Array(2)
  return (lons, lats, count) => {
    for (let i = 0; i < count; i++) {
      lon[0] = lons[i] as number
      lat[0] = lats[i] as number
      const isInside = isInverse ? shiftBack(grid.grid, lon, lat, shift) : shiftOn(grid.grid, lon, lat, shift)
      if (!isInside && grid.required) lat[0] = Number.NaN
      else if (!isInside) plain?.(lon, lat, 1)
      lons[i] = lon[0] as number
      lats[i] = lat[0] as number
    }
  }
}

function shiftOn(grid: ShiftGrid, lon: Float64Array, lat: Float64Array, shift: Float64Array): boolean {
  if (!grid.shiftAt(lon[0] as number, lat[0] as number, shift)) return false
  lon[0] = (lon[0] as number) + (shift[0] as number)
  lat[0] = (lat[0] as number) + (shift[1] as number)
  return true
}

// The place that the grid moves here: shifts change so slowly that each turn gains four digits.
function shiftBack(grid: ShiftGrid, lon: Float64Array, lat: Float64Array, shift: Float64Array): boolean {
  let [x, y] = [lon[0] as number, lat[0] as number]
  for (let turn = 0; turn < 10; turn++) {
    if (!grid.shiftAt(x, y, shift)) return false
    const [dx, dy] = [(lon[0] as number) - (shift[0] as number) - x, (lat[0] as number) - (shift[1] as number) - y]
    x += dx
    y += dy
    if (Math.abs(dx) + Math.abs(dy) < 1e-13) break
  }
  lon[0] = x
  lat[0] = y
  return true
}

/** Whether two definitions are on one datum: no shift lies between them. */
export function sameDatum(source: ProjDefinition, target: ProjDefinition): boolean {
  if (source.nadgrids.join() !== target.nadgrids.join()) return false
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
