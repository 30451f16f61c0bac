import { type ShapeIndex, shapeOf } from './rasterize-index.js'
import { rowEdges, unionShare } from './rasterize-union.js'
import { doubleArea } from './ring-turn.js'
import { placedTypes } from './shapes-place.js'

/** Rows that are summed at once. */
const stepRows = 16

/**
 * Heights and areas are whole multiples of this part of a pixel. So sums of up to 2^21 of them are exact, whatever their order: what edges far to the left
 * add cancels to the last bit, and a pixel does not depend on the window.
 */
const unit = 2 ** 32

/** Float64s of scratch that {@link coverShapes} needs for a window. */
export function coverScratch(rows: number, columns: number): number {
  return 2 * Math.min(rows, stepRows) * (columns + 1)
}

/** Rows and columns of a grid whose covered share is wanted, in C order. */
export interface CoverTarget {
  readonly shares: Float64Array
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/**
 * The share of each pixel's area that polygons cover, 0 to 1, exact to some 2^-32 of a pixel for each edge in it. Outer rings add and holes take away, whichever
 * way they run; of several polygons it is their union. Rings that cross themselves count what they go round twice twice, to 1 at most, and in the pixel where they cross one
 * part against the other. Lines and points cover nothing.
 * `scratch` has {@link coverScratch} numbers.
 */
export function coverShapes(index: ShapeIndex, target: CoverTarget, scratch: Float64Array): void {
  target.shares.fill(0)
  const stop = Math.min(target.row + target.rows, index.placed.height)
  for (let row = target.row; row < stop; ) {
    const band = Math.floor(row / index.rows)
    const next = Math.min(stop, (band + 1) * index.rows, row + stepRows)
    const shares = target.shares.subarray((row - target.row) * target.columns, (next - target.row) * target.columns)
    coverRows(index, { ...target, shares, row, rows: next - row }, band, scratch)
    row = next
  }
}

/** Stands for a share that several polygons have in part. */
const shared = -1

/** Where several polygons have parts of a pixel, what any of them covers. */
function joinShared(index: ShapeIndex, { shares, row, column, rows, columns }: CoverTarget, band: number): void {
  for (let y = 0; y < rows; y++) {
    const line = shares.subarray(y * columns, (y + 1) * columns)
    if (!line.includes(shared)) continue
    const edges = rowEdges(index, band, row + y)
    for (let x = 0; x < columns; x++) if (line[x] === shared) line[x] = unionShare(edges, column + x)
  }
}

function coverRows(index: ShapeIndex, target: CoverTarget, band: number, scratch: Float64Array): void {
  const { placed, edges, starts, firsts } = index
  const size = target.rows * (target.columns + 1)
  const sums: Sums = { ...target, heights: scratch.subarray(0, size), areas: scratch.subarray(size, 2 * size), low: 0, high: -1 }
  sums.heights.fill(0)
  sums.areas.fill(0)
  const end = starts[band + 1] as number
  for (let at = starts[band] as number; at < end; ) {
    const shape = shapeOf(firsts, edges[at] as number)
    const limit = firsts[shape + 1] as number
    sums.low = target.columns
    sums.high = -1
    const isArea = placed.types[shape] === placedTypes.polygon
    for (; at < end && (edges[at] as number) < limit; at++) if (isArea) addEdge(index, shape, edges[at] as number, sums)
    if (sums.high >= 0) takeSums(target, sums)
  }
  joinShared(index, target, band)
}

/** Sums of one shape over some rows: the height of edges left of a column's right side, and the area between edges in a pixel and that side. */
interface Sums {
  readonly heights: Float64Array
  readonly areas: Float64Array
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  /** Columns of the window between which something was added. */
  low: number
  high: number
}

const signs = new WeakMap<ShapeIndex, Int8Array>()

/** For each ring +1 or -1: what makes outer rings add and holes take away. */
function ringSigns(index: ShapeIndex): Int8Array {
  const known = signs.get(index)
  if (known !== undefined) return known
  const { points, rings, holes } = index.placed
  const made = new Int8Array(rings.length - 1)
  for (let ring = 0; ring < made.length; ring++) {
    const area = doubleArea(points, 2 * (rings[ring] as number), 2 * (rings[ring + 1] as number))
    made[ring] = area < 0 === (holes[ring] === 0) ? 1 : -1
  }
  signs.set(index, made)
  return made
}

function addEdge(index: ShapeIndex, shape: number, edge: number, sums: Sums): void {
  const { points, rings, shapes } = index.placed
  let ring = shapes[shape] as number
  while (edge >= (rings[ring + 1] as number)) ring++
  const [ax, ay] = [points[2 * edge] as number, points[2 * edge + 1] as number]
  const [bx, by] = [points[2 * edge + 2] as number, points[2 * edge + 3] as number]
  if (ay === by) return
  const sign = (ringSigns(index)[ring] as number) * (ay < by ? -1 : 1)
  const [x0, y0, x1, y1] = ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay]
  const last = Math.min(sums.row + sums.rows, Math.ceil(y1))
  for (let row = Math.max(sums.row, Math.floor(y0)); row < last; row++) addRow(sums, row, sign, x0, y0, x1, y1)
}

/** Adds the part of an edge in one row, pixel by pixel, from its left end to its right. */
function addRow(sums: Sums, row: number, sign: number, x0: number, y0: number, x1: number, y1: number): void {
  const slope = (x1 - x0) / (y1 - y0)
  const [from, to] = [Math.max(y0, row), Math.min(y1, row + 1)]
  const [xa, xb] = [from === y0 ? x0 : x0 + (from - y0) * slope, to === y1 ? x1 : x0 + (to - y0) * slope]
  const isRising = xa <= xb
  const [left, right] = isRising ? [xa, xb] : [xb, xa]
  const heightAt = (x: number): number => snapped(Math.min(to, Math.max(from, y0 + (x - x0) / slope)) - row)
  const ends = [snapped(from - row), snapped(to - row)] as const
  let before = isRising ? ends[0] : ends[1]
  const target = isRising ? ends[1] : ends[0]
  let column = Math.floor(left)
  if (column < sums.column) {
    column = sums.column
    const here = right <= column ? target : heightAt(column)
    add(sums, row, column, sign * Math.abs(here - before), 1)
    before = here
    if (right <= column) return
  }
  const stop = sums.column + sums.columns
  for (; column < stop; column++) {
    const isLast = right <= column + 1
    const here = isLast ? target : heightAt(column + 1)
    const middle = (Math.max(left, column) + Math.min(right, column + 1)) / 2
    add(sums, row, column, sign * Math.abs(here - before), Math.min(1, Math.max(0, column + 1 - middle)))
    before = here
    if (isLast) return
  }
}

function snapped(height: number): number {
  return Math.round(height * unit) / unit
}

/** Adds an edge of some height to a pixel, right of which lies `share` of the pixel at that height. */
function add(sums: Sums, row: number, column: number, height: number, share: number): void {
  const x = column - sums.column
  const at = (row - sums.row) * (sums.columns + 1) + x
  sums.heights[at] = (sums.heights[at] as number) + height
  sums.areas[at] = (sums.areas[at] as number) + snapped(height * share)
  if (x < sums.low) sums.low = x
  if (x > sums.high) sums.high = x
}

/** Puts a shape's sums into the shares, marks those that another shape has in part, too, and clears the sums. To the right of its last edge nothing is left: a closed ring's heights cancel. */
function takeSums({ shares, rows, columns }: CoverTarget, { heights, areas, low, high }: Sums): void {
  for (let y = 0; y < rows; y++) {
    let height = 0
    for (let x = low; x < columns; x++) {
      const at = y * (columns + 1) + x
      const share = height + (areas[at] as number)
      if (x > high && height === 0) break
      height += heights[at] as number
      heights[at] = 0
      areas[at] = 0
      // A ring that crosses itself may go round a part the other way.
      const own = Math.min(1, Math.abs(share))
      const before = shares[y * columns + x] as number
      if (own > 0 && before !== 1) shares[y * columns + x] = own === 1 || before === 0 ? own : shared
    }
  }
}
