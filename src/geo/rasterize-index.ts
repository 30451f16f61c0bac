import { startWalk, stepWalk, touchOf, type Walk } from './rasterize-touched.js'
import { type PlacedShapes, placedTypes } from './shapes-place.js'

/** Rows to a band at first. */
const bandRows = 64

/** Shapes on a grid with their edges by bands of rows. An edge (or point) goes by the number of its first vertex. */
export interface ShapeIndex {
  readonly placed: PlacedShapes
  /** Rows to a band. */
  readonly rows: number
  /** First entry of each band, and the number of entries at the end. */
  readonly starts: Uint32Array
  /** Edges by band, ascending, so those of one shape stand together. */
  readonly edges: Uint32Array
  /** Where the walk along each entry's edge stands when it comes to the band, x and y; NaN where it must set out. Null unless edges are walked. */
  readonly walks: Float64Array | null
  /** First vertex of each shape, and the number of vertices at the end. */
  readonly firsts: Uint32Array
  /** 1 at the last vertex of each ring, where no edge starts. */
  readonly ends: Uint8Array
  /** Columns that the shapes may touch in each band: the least, and one past the greatest; least above greatest for none. */
  readonly left: Float64Array
  readonly right: Float64Array
}

/** Bytes that an index and its shapes hold. */
export function indexBytes({ placed, starts, edges, walks, firsts, ends, left, right }: ShapeIndex): number {
  const own = [starts, edges, firsts, ends, left, right, ...(walks === null ? [] : [walks])]
  const { points, rings, holes, shapes, types, sources } = placed
  return [...own, points, rings, holes, shapes, types, sources].reduce((sum, { byteLength }) => sum + byteLength, 0)
}

/**
 * Sorts edges into bands of rows; with `allTouched` an edge over several bands is walked once, so that each band can be burned by itself. Bands are made taller until an edge stands in four of them on average, so the index is at most four times as long as
 * the shapes, whatever they are.
 */
export function indexShapes(placed: PlacedShapes, allTouched = false): ShapeIndex {
  const ends = new Uint8Array(placed.points.length / 2)
  for (let ring = 1; ring < placed.rings.length; ring++) ends[(placed.rings[ring] as number) - 1] = 1
  const firsts = placed.shapes.map((ring) => placed.rings[ring] as number)
  let rows = bandRows
  let counts = countBands(placed, ends, firsts, rows)
  while (rows < placed.height && counts.total > 4 * ends.length) {
    rows *= 4
    counts = countBands(placed, ends, firsts, rows)
  }
  const { starts, total, left, right } = counts
  const edges = new Uint32Array(total)
  const next = starts.slice()
  const walks = allTouched ? new Float64Array(2 * total).fill(Number.NaN) : null
  forEdges(placed, ends, firsts, (edge, first, last) => {
    const [from, to] = [Math.floor(first / rows), Math.floor(last / rows)]
    for (let band = from; band <= to; band++) edges[next[band] as number] = edge
    if (walks !== null && from < to) noteWalk(placed, rows, edge, walks, next)
    for (let band = from; band <= to; band++) next[band] = (next[band] as number) + 1
  })
  return { placed, rows, starts, edges, walks, firsts, ends, left, right }
}

/** Notes where the walk along an edge enters each band; `next` has the entry of each. */
function noteWalk({ points, width, height }: PlacedShapes, rows: number, edge: number, walks: Float64Array, next: Uint32Array): void {
  const [ax, ay, bx, by] = points.subarray(2 * edge, 2 * edge + 4) as unknown as [number, number, number, number]
  const [x0, y0, x1, y1] = ax > bx ? [bx, by, ax, ay] : [ax, ay, bx, by]
  if (touchOf(x0, y0, x1, y1, true) !== 'walk') return
  const walk: Walk = { x: 0, y: 0, slope: 0, end: 0 }
  startWalk(walk, x0, y0, x1, y1, width, height)
  let before = -1
  while (walk.x >= 0 && walk.x < walk.end && (walk.slope > 0 ? walk.y < height : walk.y >= 0)) {
    const band = Math.floor(Math.floor(walk.y) / rows)
    if (band !== before && band >= 0 && band < next.length - 1) {
      walks[2 * (next[band] as number)] = walk.x
      walks[2 * (next[band] as number) + 1] = walk.y
    }
    before = band
    stepWalk(walk)
  }
}

function countBands(placed: PlacedShapes, ends: Uint8Array, firsts: Uint32Array, rows: number) {
  const bands = Math.max(1, Math.ceil(placed.height / rows))
  const starts = new Uint32Array(bands + 1)
  const left = new Float64Array(bands).fill(Number.POSITIVE_INFINITY)
  const right = new Float64Array(bands).fill(Number.NEGATIVE_INFINITY)
  let total = 0
  forEdges(placed, ends, firsts, (_, first, last, x0, x1) => {
    for (let band = Math.floor(first / rows); band <= Math.floor(last / rows); band++) {
      starts[band + 1] = (starts[band + 1] as number) + 1
      total++
      left[band] = Math.min(left[band] as number, Math.floor(x0))
      right[band] = Math.max(right[band] as number, Math.floor(x1) + 1)
    }
  })
  for (let band = 0; band < bands; band++) starts[band + 1] = (starts[band + 1] as number) + (starts[band] as number)
  return { starts, total, left, right }
}

/** Visits the edges and points that may matter, with the rows that they touch and the columns between which they lie. */
function forEdges(
  { points, width, height, types }: PlacedShapes,
  ends: Uint8Array,
  firsts: Uint32Array,
  visit: (edge: number, first: number, last: number, x0: number, x1: number) => void,
): void {
  for (let shape = 0; shape < types.length; shape++) {
    const isPoint = types[shape] === placedTypes.point
    for (let edge = firsts[shape] as number; edge < (firsts[shape + 1] as number); edge++) {
      if (!isPoint && ends[edge] === 1) continue
      const other = isPoint ? edge : edge + 1
      const [xa, ya] = [points[2 * edge] as number, points[2 * edge + 1] as number]
      const [xb, yb] = [points[2 * other] as number, points[2 * other + 1] as number]
      const first = Math.max(0, Math.floor(Math.min(ya, yb)))
      const last = Math.min(height - 1, Math.floor(Math.max(ya, yb)))
      const x0 = Math.min(xa, xb)
      // What lies to the right of the grid has no part in which of its pixels are inside.
      if (first <= last && x0 < width + 1) visit(edge, first, last, x0, Math.max(xa, xb))
    }
  }
}

/** The columns that shapes may touch in some rows, as a range; null where they touch none. */
export function columnsTouched({ rows, left, right, placed }: ShapeIndex, firstRow: number, lastRow: number): [number, number] | null {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const last = Math.min(left.length - 1, Math.floor((lastRow - 1) / rows))
  for (let band = Math.max(0, Math.floor(firstRow / rows)); band <= last; band++) {
    from = Math.min(from, left[band] as number)
    to = Math.max(to, right[band] as number)
  }
  const [start, stop] = [Math.max(0, from), Math.min(placed.width, to)]
  return start < stop ? [start, stop] : null
}

/** The shape that a vertex belongs to, by the first vertex of each. */
export function shapeOf(firsts: Uint32Array, vertex: number): number {
  let [low, high] = [0, firsts.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((firsts[middle] as number) <= vertex) low = middle
    else high = middle
  }
  return low
}
