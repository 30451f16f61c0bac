import { type ShapeIndex, shapeOf } from './rasterize-index.js'
import { placedTypes } from './shapes-place.js'

/** The part of an edge in one row of pixels: `y` from 0 to 1 in the row, growing. */
export interface RowEdge {
  readonly shape: number
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Edges in one pixel whose crossings are all computed; where more meet, the row is cut into as many even strips instead. */
const mostCrossing = 256

/** What the polygons of a band have in one row. */
export function rowEdges({ placed, edges, starts, firsts }: ShapeIndex, band: number, row: number): RowEdge[] {
  const { points, types } = placed
  const found: RowEdge[] = []
  for (let at = starts[band] as number; at < (starts[band + 1] as number); at++) {
    const edge = edges[at] as number
    const [ax, ay, bx, by] = points.subarray(2 * edge, 2 * edge + 4) as unknown as [number, number, number, number]
    const [x0, y0, x1, y1] = ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay]
    if (y0 === y1 || y1 <= row || y0 >= row + 1) continue
    const shape = shapeOf(firsts, edge)
    if (types[shape] !== placedTypes.polygon) continue
    const slope = (x1 - x0) / (y1 - y0)
    const [from, to] = [Math.max(y0, row), Math.min(y1, row + 1)]
    const [left, right] = [from === y0 ? x0 : x0 + (from - y0) * slope, to === y1 ? x1 : x0 + (to - y0) * slope]
    found.push({ shape, x0: left, y0: from - row, x1: right, y1: to - row })
  }
  return found
}

/**
 * The share of a pixel that any of several polygons covers, each counted by the even-odd rule: the row is cut where edges begin, end, cross each other or enter the pixel, and
 * between two cuts the covered length changes evenly, so that its middle gives the area. Exact to rounding where at most 256 edges meet in the pixel.
 */
export function unionShare(edges: readonly RowEdge[], column: number): number {
  const inside = edges.filter(({ x0, x1 }) => Math.max(x0, x1) > column && Math.min(x0, x1) < column + 1)
  // A polygon whose sides lie left and right of the pixel may end within it, by an edge along the row.
  const ending = new Set(edges.filter(({ x0, x1 }) => Math.max(x0, x1) > column).map(({ shape }) => shape))
  const before = edges.filter(({ shape, x0, x1 }) => ending.has(shape) && Math.max(x0, x1) <= column)
  const cuts = cutsOf(inside, before, column)
  const all = [...inside, ...before]
  let area = 0
  for (let at = 1; at < cuts.length; at++) {
    const [from, to] = [cuts[at - 1] as number, cuts[at] as number]
    if (to > from) area += (to - from) * lengthAt(all, column, (from + to) / 2)
  }
  return Math.min(1, area)
}

function cutsOf(inside: readonly RowEdge[], before: readonly RowEdge[], column: number): number[] {
  const cuts = [0, 1]
  for (const { y0, y1 } of before) cuts.push(y0, y1)
  for (const edge of inside) cuts.push(edge.y0, edge.y1, meets(edge, column), meets(edge, column + 1))
  if (inside.length <= mostCrossing) {
    for (const [at, edge] of inside.entries()) for (let other = 0; other < at; other++) cuts.push(crossing(edge, inside[other] as RowEdge))
  } else {
    for (let strip = 1; strip < mostCrossing; strip++) cuts.push(strip / mostCrossing)
  }
  return cuts.filter((y) => y >= 0 && y <= 1).sort((a, b) => a - b)
}

/** The height at which an edge has a column's side; NaN where it runs along it. */
function meets({ x0, y0, x1, y1 }: RowEdge, x: number): number {
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
}

/** The height at which two edges cross; NaN where they run side by side. What lies beyond their ends does no harm. */
function crossing(a: RowEdge, b: RowEdge): number {
  const [slopeA, slopeB] = [(a.x1 - a.x0) / (a.y1 - a.y0), (b.x1 - b.x0) / (b.y1 - b.y0)]
  return (b.x0 - b.y0 * slopeB - (a.x0 - a.y0 * slopeA)) / (slopeA - slopeB)
}

/** The length of a line through a pixel that lies in any of the polygons. */
function lengthAt(edges: readonly RowEdge[], column: number, y: number): number {
  const met = edges
    .filter(({ y0, y1 }) => y0 <= y && y < y1)
    .map(({ shape, x0, y0, x1, y1 }) => ({ shape, x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) - column }))
    .sort((a, b) => a.x - b.x)
  const open = new Set<number>()
  let [length, start] = [0, 0]
  for (const { shape, x } of met) {
    const at = Math.min(1, Math.max(0, x))
    if (open.size > 0) length += at - start
    start = at
    if (!open.delete(shape)) open.add(shape)
  }
  // To the right of the last edge that is looked at, a polygon goes on to the pixel's side.
  return open.size > 0 ? length + 1 - start : length
}
