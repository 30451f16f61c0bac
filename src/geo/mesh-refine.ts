import { type Lattice, noSource, type PixelRect, rootPx, tableSide } from './mesh-cell.js'
import { type PixelMap, unwrap } from './pixel-map.js'

/** Positions of a cell's nodes: 3 x 3 in rows, from its upper left corner to its lower right. */
export interface Nodes {
  readonly us: Float64Array
  readonly vs: Float64Array
}

/** Room for the points of one call. */
export interface PointBuffer {
  readonly xs: Float64Array
  readonly ys: Float64Array
}

/** Cells of this extent whose error is still too large are computed pixel by pixel. */
const leastPx = 8

/** A new buffer, large enough for every pixel or corner of a root cell. */
export function pointBuffer(): PointBuffer {
  const most = tableSide('corners') ** 2
  return { xs: new Float64Array(most), ys: new Float64Array(most) }
}

/**
 * Error in source pixels of interpolating between the corners, measured at the middle and at the middles of the edges, where the
 * error of a map without third derivatives is greatest. NaN where the map has no image at a node.
 */
export function errorOf({ us, vs }: Nodes): number {
  let worst = 0
  for (const [at, a, b, c, d] of measured) {
    const u = ((us[a] as number) + (us[b] as number) + ((us[c] as number) + (us[d] as number))) / 4 - (us[at] as number)
    const v = ((vs[a] as number) + (vs[b] as number) + ((vs[c] as number) + (vs[d] as number))) / 4 - (vs[at] as number)
    const error = Math.sqrt(u * u + v * v)
    // Written so that NaN wins and stays.
    if (!(error <= worst)) worst = error
    if (worst !== worst) return worst
  }
  return worst
}

// Node, and the four corners whose mean is its interpolated position (twice the same two on an edge).
const measured: readonly (readonly [number, number, number, number, number])[] = [
  [4, 0, 2, 6, 8],
  [1, 0, 2, 0, 2],
  [3, 0, 6, 0, 6],
  [5, 2, 8, 2, 8],
  [7, 6, 8, 6, 8],
]

interface Corner {
  readonly x: number
  readonly y: number
}

/** Fills the positions of `rect` in a root cell (corner `root`) by quartering it until the error is small enough, one by one at last. */
export function fillRefined(
  map: PixelMap,
  lattice: Lattice,
  maxErrorPx: number,
  root: Corner,
  rect: PixelRect,
  table: Float64Array,
  buffer: PointBuffer,
): void {
  const pending = quarters(root, rootPx)
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { corner, size } = next
    const part = partOf(lattice, corner, size, root, rect)
    if (part.x0 >= part.x1 || part.y0 >= part.y1) continue
    const nodes = sampleNodes(map, corner, size)
    const error = errorOf(nodes)
    if (error <= maxErrorPx) fillBetween(nodes, lattice, corner, size, root, part, table)
    else if (error > maxErrorPx && size > leastPx) pending.push(...quarters(corner, size))
    else fillPart(map, lattice, root, part, table, buffer)
  }
}

/** The positions of `rect` in a part of a root cell; corners between two parts belong to that on the right or below. */
function partOf(lattice: Lattice, corner: Corner, size: number, root: Corner, rect: PixelRect): PixelRect {
  const more = tableSide(lattice) - rootPx
  const right = corner.x + size
  const bottom = corner.y + size
  return {
    x0: Math.max(corner.x, rect.x0),
    y0: Math.max(corner.y, rect.y0),
    x1: Math.min(right === root.x + rootPx ? right + more : right, rect.x1 + more),
    y1: Math.min(bottom === root.y + rootPx ? bottom + more : bottom, rect.y1 + more),
  }
}

function quarters({ x, y }: Corner, size: number): { corner: Corner; size: number }[] {
  const half = size / 2
  return [
    { corner: { x, y }, size: half },
    { corner: { x: x + half, y }, size: half },
    { corner: { x, y: y + half }, size: half },
    { corner: { x: x + half, y: y + half }, size: half },
  ]
}

/** The nodes of a cell. */
export function sampleNodes(map: PixelMap, corner: Corner, size: number): Nodes {
  const us = new Float64Array(9)
  const vs = new Float64Array(9)
  for (let i = 0; i < 9; i++) {
    us[i] = corner.x + ((i % 3) / 2) * size
    vs[i] = corner.y + (Math.floor(i / 3) / 2) * size
  }
  map.apply(us, vs, 9)
  unwrap(map, us, 9)
  return { us, vs }
}

function fillBetween(
  { us, vs }: Nodes,
  lattice: Lattice,
  corner: Corner,
  size: number,
  root: Corner,
  { x0, y0, x1, y1 }: PixelRect,
  table: Float64Array,
): void {
  const side = tableSide(lattice)
  const into = intoPixel(lattice)
  for (let y = y0; y < y1; y++) {
    const t = (y + into - corner.y) / size
    const u0 = (us[0] as number) + ((us[6] as number) - (us[0] as number)) * t
    const u1 = (us[2] as number) + ((us[8] as number) - (us[2] as number)) * t
    const v0 = (vs[0] as number) + ((vs[6] as number) - (vs[0] as number)) * t
    const v1 = (vs[2] as number) + ((vs[8] as number) - (vs[2] as number)) * t
    for (let x = x0; x < x1; x++) {
      const s = (x + into - corner.x) / size
      const at = (y - root.y) * side + (x - root.x)
      table[at] = u0 + (u1 - u0) * s
      table[at + side * side] = v0 + (v1 - v0) * s
    }
  }
}

/** How far from a pixel's corner its position lies. */
function intoPixel(lattice: Lattice): number {
  return lattice === 'centres' ? 0.5 : 0
}

/** Fills the pixels of `rect` in the root cell at `root` with exact positions, of their centres or of all their corners. */
export function fillExact(map: PixelMap, lattice: Lattice, root: Corner, rect: PixelRect, table: Float64Array, buffer: PointBuffer): void {
  fillPart(map, lattice, root, partOf(lattice, root, rootPx, root, rect), table, buffer)
}

function fillPart(
  map: PixelMap,
  lattice: Lattice,
  root: Corner,
  { x0, y0, x1, y1 }: PixelRect,
  table: Float64Array,
  { xs, ys }: PointBuffer,
): void {
  const side = tableSide(lattice)
  const into = intoPixel(lattice)
  let count = 0
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++, count++) {
      xs[count] = x + into
      ys[count] = y + into
    }
  }
  map.apply(xs, ys, count)
  let from = 0
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++, from++) {
      const at = (y - root.y) * side + (x - root.x)
      // Two stores, not one of either value: that would box every number.
      if (xs[from] !== xs[from]) {
        table[at] = noSource
        table[at + side * side] = noSource
        continue
      }
      table[at] = xs[from] as number
      table[at + side * side] = ys[from] as number
    }
  }
}
