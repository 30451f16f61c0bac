import { SourceError } from '../base/errors.js'

/** One grid of an NTv2 file; angles in radians, longitudes east. */
interface SubGrid {
  readonly name: string
  readonly parent: string
  readonly west: number
  readonly south: number
  readonly stepX: number
  readonly stepY: number
  readonly columns: number
  readonly rows: number
  /** Latitude and longitude (east) shift of each node, in units of `unit` radians: rows from the south, columns from the west. */
  readonly shifts: Float32Array
  readonly unit: number
  readonly children: SubGrid[]
}

/** A grid of datum shifts: what to add to longitude and latitude in radians. */
export interface ShiftGrid {
  /** Writes the shift at a place to `out[0]` (longitude, east) and `out[1]` (latitude); answers false, and writes nothing, outside the grid. */
  shiftAt(lon: number, lat: number, out: Float64Array): boolean
}

const record = 16
const headRecords = 11
const units: Readonly<Record<string, number>> = { SECONDS: 1 / 3600, MINUTES: 1 / 60, DEGREES: 1 }
const radian = Math.PI / 180
// Nodes on the very edge belong to the grid: a thousandth of a cell.
const edge = 1e-3

/**
 * Reads an NTv2 file (`.gsb`) of either byte order, with all of its sub-grids. Shifts are bilinear between nodes, from the finest grid that
 * holds a place. Throws `E_SOURCE` for bytes that are no NTv2 file, or are cut short.
 */
export function readNtv2(name: string, bytes: Uint8Array): ShiftGrid {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fail = (why: string, offset: number): SourceError =>
    new SourceError(`grid "${name}" is not a whole NTv2 file: ${why} at byte ${offset}`, { uri: name, offset })
  if (bytes.length < headRecords * record || text(bytes, 0) !== 'NUM_OREC') throw fail('NUM_OREC is missing', 0)
  const little = view.getInt32(8, true) === headRecords
  if (!little && view.getInt32(8, false) !== headRecords) throw fail(`NUM_OREC is not ${headRecords}`, 8)
  const count = view.getInt32(2 * record + 8, little)
  const unit = units[text(bytes, 3 * record + 8)]
  if (unit === undefined) throw fail(`GS_TYPE is "${text(bytes, 3 * record + 8)}", not SECONDS, MINUTES or DEGREES`, 3 * record + 8)
  const grids: SubGrid[] = []
  let offset = headRecords * record
  for (let index = 0; index < count; index++) {
    if (offset + headRecords * record > bytes.length) throw fail(`the header of grid ${index + 1} of ${count} is cut short`, offset)
    const grid = readSubGrid(bytes, view, offset, little, unit)
    if (grid === null) throw fail(`grid ${index + 1} of ${count} makes no sense or is cut short`, offset)
    grids.push(grid)
    offset += headRecords * record + grid.columns * grid.rows * record
  }
  for (const grid of grids) grids.find((other) => other !== grid && other.name === grid.parent)?.children.push(grid)
  const roots = grids.filter(({ parent }) => !grids.some((other) => other.name === parent))
  return { shiftAt: (lon, lat, out) => shiftOf(roots, lon, lat, out) }
}

function text(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 8))
    .replace(/[\0 ]+$/, '')
    .trim()
}

// Longitudes are positive to the west in the file, and columns run from the east.
function readSubGrid(bytes: Uint8Array, view: DataView, start: number, little: boolean, unit: number): SubGrid | null {
  const value = (index: number): number => view.getFloat64(start + index * record + 8, little) * unit * radian
  const [south, north, east, west] = [value(4), value(5), -value(6), -value(7)]
  const [stepY, stepX] = [value(8), value(9)]
  const columns = Math.round((east - west) / stepX) + 1
  const rows = Math.round((north - south) / stepY) + 1
  const from = start + headRecords * record
  const isWhole = stepX > 0 && stepY > 0 && columns > 1 && rows > 1 && columns * rows === view.getInt32(start + 10 * record + 8, little)
  if (!isWhole || from + columns * rows * record > bytes.length) return null
  const shifts = new Float32Array(columns * rows * 2)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = from + (row * columns + (columns - 1 - column)) * record
      const to = 2 * (row * columns + column)
      shifts[to] = view.getFloat32(at, little)
      shifts[to + 1] = -view.getFloat32(at + 4, little)
    }
  }
  const names = { name: text(bytes, start + 8), parent: text(bytes, start + record + 8) }
  return { ...names, west, south, stepX, stepY, columns, rows, shifts, unit: unit * radian, children: [] }
}

function shiftOf(grids: readonly SubGrid[], lon: number, lat: number, out: Float64Array): boolean {
  for (const grid of grids) {
    const x = columnOf(grid, lon)
    const y = (lat - grid.south) / grid.stepY
    if (!(x >= -edge && y >= -edge && x <= grid.columns - 1 + edge && y <= grid.rows - 1 + edge)) continue
    if (grid.children.length > 0 && shiftOf(grid.children, lon, lat, out)) return true
    interpolate(grid, x, y, out)
    return true
  }
  return false
}

// A place may be written a turn away from the grid.
function columnOf({ west, stepX, columns }: SubGrid, lon: number): number {
  const turn = (2 * Math.PI) / stepX
  const x = (lon - west) / stepX
  if (x < -edge && x + turn <= columns - 1 + edge) return x + turn
  return x > columns - 1 + edge && x - turn >= -edge ? x - turn : x
}

function interpolate({ columns, rows, shifts, unit }: SubGrid, x: number, y: number, out: Float64Array): void {
  const column = Math.max(0, Math.min(columns - 2, Math.floor(x)))
  const row = Math.max(0, Math.min(rows - 2, Math.floor(y)))
  const [u, v] = [x - column, y - row]
  const at = 2 * (row * columns + column)
  const above = at + 2 * columns
  for (let k = 0; k < 2; k++) {
    const below = (shifts[at + k] as number) * (1 - u) + (shifts[at + 2 + k] as number) * u
    const over = (shifts[above + k] as number) * (1 - u) + (shifts[above + 2 + k] as number) * u
    out[1 - k] = (below * (1 - v) + over * v) * unit
  }
}
