import { type ShapeIndex, shapeOf } from './rasterize-index.js'
import { type BurnTarget, burnPixel, burnThin } from './rasterize-line.js'
import { burnStraight, burnWalk, startWalk, touchOf, type Walk } from './rasterize-touched.js'
import { placedTypes } from './shapes-place.js'

/** Rows that are burned at once. */
const stepRows = 64

/** How shapes are burned. */
export interface BurnOptions {
  /** Whether every pixel that a polygon or line touches is burned, not just those whose centres are inside, or that a thin line takes. */
  readonly allTouched: boolean
  /** Whether a pixel becomes the number of its shape among those given, counted from 1 (the last one wins), or 1. */
  readonly numbered: boolean
}

/** Bytes of scratch that {@link burnShapes} needs for a window of so many columns. */
export function burnScratchBytes(rows: number, columns: number): number {
  return Math.min(rows, stepRows) * (columns + 1)
}

/**
 * Burns shapes into a window of their grid, in their order; pixels of none are left alone. The rules are those of GDAL's rasterize: a polygon has the pixels
 * whose centres lie in it by the even-odd rule (centres on a left or upper edge belong to it, on a right or lower edge they do not), a point its
 * pixel, a line the pixels of Bresenham's; with `allTouched` polygons and lines have all pixels that their edges pass through besides. A pixel depends on
 * the shapes alone, not on the window. `scratch` has {@link burnScratchBytes} bytes.
 */
export function burnShapes(index: ShapeIndex, target: BurnTarget, { allTouched, numbered }: BurnOptions, scratch: Uint8Array): void {
  const { rows: perBand } = index
  const stop = Math.min(target.row + target.rows, index.placed.height)
  scratch.fill(0)
  for (let row = target.row; row < stop; ) {
    const band = Math.floor(row / perBand)
    const next = Math.min(stop, (band + 1) * perBand, row + stepRows)
    burnRows(index, { ...target, ...slice(target, row, next) }, band, { allTouched, numbered }, scratch)
    row = next
  }
}

/** Some rows of a target. */
function slice({ pixels, row, columns }: BurnTarget, from: number, to: number): Pick<BurnTarget, 'pixels' | 'row' | 'rows'> {
  return { pixels: pixels.subarray((from - row) * columns, (to - row) * columns), row: from, rows: to - from }
}

function burnRows(index: ShapeIndex, target: BurnTarget, band: number, options: BurnOptions, scratch: Uint8Array): void {
  const { placed, edges, starts, firsts } = index
  const end = starts[band + 1] as number
  for (let at = starts[band] as number; at < end; ) {
    const shape = shapeOf(firsts, edges[at] as number)
    const limit = firsts[shape + 1] as number
    let after = at + 1
    while (after < end && (edges[after] as number) < limit) after++
    const value = options.numbered ? (placed.sources[shape] as number) + 1 : 1
    const type = placed.types[shape]
    if (type === placedTypes.polygon) burnArea(index, target, at, after, value, options.allTouched, scratch)
    else burnOthers(index, target, at, after, value, type === placedTypes.line, options.allTouched)
    at = after
  }
}

function burnOthers(
  index: ShapeIndex,
  target: BurnTarget,
  from: number,
  to: number,
  value: number,
  isLine: boolean,
  allTouched: boolean,
): void {
  const { placed, edges } = index
  const { points } = placed
  for (let at = from; at < to; at++) {
    const p = 2 * (edges[at] as number)
    const [ax, ay] = [points[p] as number, points[p + 1] as number]
    if (!isLine) burnPixel(target, value, Math.floor(ay), Math.floor(ax))
    else if (allTouched) burnTouched(index, target, at, value, false)
    else burnThin(target, value, ax, ay, points[p + 2] as number, points[p + 3] as number)
  }
}

const walk: Walk = { x: 0, y: 0, slope: 0, end: 0 }

/** Burns the pixels that the edge of an entry touches. */
function burnTouched({ placed, edges, walks }: ShapeIndex, target: BurnTarget, entry: number, value: number, isArea: boolean): void {
  const { points, width, height } = placed
  const p = 2 * (edges[entry] as number)
  const isForward = (points[p] as number) <= (points[p + 2] as number)
  const [a, b] = isForward ? [p, p + 2] : [p + 2, p]
  const [x0, y0, x1, y1] = [points[a] as number, points[a + 1] as number, points[b] as number, points[b + 1] as number]
  if (x0 >= target.column + target.columns || x1 < target.column) return
  const touch = touchOf(x0, y0, x1, y1, isArea)
  if (touch !== 'walk') {
    burnStraight(target, value, touch, x0, y0, x1, y1)
    return
  }
  startWalk(walk, x0, y0, x1, y1, width, height)
  const from = walks?.[2 * entry] ?? Number.NaN
  if (!Number.isNaN(from)) {
    walk.x = from
    walk.y = walks?.[2 * entry + 1] as number
  }
  burnWalk(target, value, walk)
}

/** Columns and rows between which crossings were marked, in the target. */
interface Marked {
  low: number
  high: number
  top: number
  bottom: number
}

function burnArea(
  index: ShapeIndex,
  target: BurnTarget,
  from: number,
  to: number,
  value: number,
  allTouched: boolean,
  crossings: Uint8Array,
): void {
  const { placed, edges } = index
  const { points } = placed
  const marked: Marked = { low: target.columns, high: -1, top: target.rows, bottom: -1 }
  const right = target.column + target.columns
  for (let at = from; at < to; at++) {
    const p = 2 * (edges[at] as number)
    const [ax, ay, bx, by] = [points[p] as number, points[p + 1] as number, points[p + 2] as number, points[p + 3] as number]
    if (ax > right + 1 && bx > right + 1) continue
    if (ay === by) burnLevel(target, value, ax, ay, bx)
    else markCrossings(target, crossings, marked, ax, ay, bx, by)
    if (allTouched) burnTouched(index, target, at, value, true)
  }
  if (marked.high >= 0) fillBetween(target, crossings, marked, value)
}

/** A level edge through pixel centres that runs from right to left has the pixels above it, which its neighbours leave out. */
function burnLevel(target: BurnTarget, value: number, ax: number, y: number, bx: number): void {
  const row = Math.floor(y)
  if (ax <= bx || y !== row + 0.5 || row < target.row || row >= target.row + target.rows) return
  const [from, to] = [Math.floor(bx + 0.5), Math.floor(ax + 0.5) - 1]
  for (let x = Math.max(from, target.column); x <= Math.min(to, target.column + target.columns - 1); x++) burnPixel(target, value, row, x)
}

/** Marks, for each row whose centre line an edge crosses, the first column whose centre is not left of the crossing. */
function markCrossings(
  { row, rows, column, columns }: BurnTarget,
  crossings: Uint8Array,
  marked: Marked,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  const [x0, y0, x1, y1] = ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay]
  const last = Math.min(row + rows - 1, Math.ceil(y1 - 0.5))
  for (let y = Math.max(row, Math.floor(y0 - 0.5)); y <= last; y++) {
    const centre = y + 0.5
    if (!(centre >= y0 && centre < y1)) continue
    // In GDAL's order of evaluation: where it lands on a pixel's centre, the last bit decides.
    const x = Math.floor(((centre - y0) * (x1 - x0)) / (y1 - y0) + x0 + 0.5)
    const at = Math.min(columns, Math.max(0, x - column))
    if (at < marked.low) marked.low = at
    if (at > marked.high) marked.high = at
    if (y - row < marked.top) marked.top = y - row
    if (y - row > marked.bottom) marked.bottom = y - row
    const place = (y - row) * (columns + 1) + at
    crossings[place] = (crossings[place] as number) ^ 1
  }
}

/** Burns the pixels behind an odd number of crossings, and takes the marks away. */
function fillBetween({ pixels, columns }: BurnTarget, crossings: Uint8Array, { low, high, top, bottom }: Marked, value: number): void {
  for (let y = top; y <= bottom; y++) {
    const marks = crossings.subarray(y * (columns + 1), y * (columns + 1) + high + 1)
    let start = -1
    for (let x = marks.indexOf(1, low); x >= 0; x = marks.indexOf(1, x + 1)) {
      marks[x] = 0
      if (start >= 0) pixels.fill(value, y * columns + start, y * columns + x)
      start = start < 0 ? x : -1
    }
    if (start >= 0) pixels.fill(value, y * columns + start, (y + 1) * columns)
  }
}
