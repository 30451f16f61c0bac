import { isAxisAligned } from './affine.js'
import { buildFootprintTree, type FootprintTree, leafKinds } from './footprint-tree.js'
import { type PixelRect, rootPx } from './mesh-cell.js'
import type { PixelMap } from './pixel-map.js'

/** Bounds of continuous source positions. */
export interface Hull {
  readonly u0: number
  readonly v0: number
  readonly u1: number
  readonly v1: number
  /** Bound of how far a step of one output pixel goes along u and along v. */
  readonly step: { readonly u: number; readonly v: number }
}

/** Where the pixels of an output grid come from, by window. */
export interface Footprint {
  /**
   * Bounds of the source positions of the centres of all pixels in a rectangle; null where none has a source, `all` where the map is
   * too wild to bound. Conservative: padded by twice the error that interpolation was seen to make. Takes some 5 us, 50 at most.
   */
  hull(rect: PixelRect): Hull | null | 'all'
  /** Whether no pixel of a root cell has a source. */
  isEmpty(column: number, row: number): boolean
  /** Bytes held. */
  readonly bytes: number
}

/** The footprint of a map from a grid of `width` by `height` pixels. Samples the map at up to some 400,000 points, usually at a few thousand. */
export function footprint(map: PixelMap, width: number, height: number): Footprint {
  if (map.matrix !== null) return { hull: (rect) => affineHull(map, rect) ?? 'all', isEmpty: () => false, bytes: 0 }
  const tree = buildFootprintTree(map, width, height)
  return {
    hull: (rect) => treeHull(tree, rect),
    isEmpty: (column, row) => tree.hasEmpty && isEmptyAt(tree, column, row),
    bytes: tree.bytes,
  }
}

/** Bounds of the source positions of a rectangle under an affine map; null where a position is not finite. */
export function affineHull(map: PixelMap, { x0, y0, x1, y1 }: PixelRect): Hull | null {
  if (map.matrix === null) return null
  const { a, b, d, e } = map.matrix
  // Along an axis rounding keeps order, so the bounds are exact; a rotated map may round a corner inwards.
  const pad = isAxisAligned(map.matrix) ? 0 : 1e-6
  const [left, right, top, bottom] = [x0 + 0.5, x1 - 0.5, y0 + 0.5, y1 - 0.5]
  const us = Float64Array.of(left, right, left, right)
  const vs = Float64Array.of(top, top, bottom, bottom)
  map.apply(us, vs, 4)
  if (us.some(Number.isNaN)) return null
  const bounds = { u0: Math.min(...us) - pad, v0: Math.min(...vs) - pad, u1: Math.max(...us) + pad, v1: Math.max(...vs) + pad }
  const step = { u: Math.sqrt(a * a + b * b), v: Math.sqrt(d * d + e * e) }
  // The spread comes last: an object that gets more properties after one is of a class of its own to V8.
  return { step, ...(pad === 0 ? withAxes(bounds, map, { left, right, top, bottom }) : bounds) }
}

/**
 * Bounds that hold the positions of columns along the first row and of rows along the first column, too, which is how axis-aligned kernels take them:
 * of two grids that are turned by one angle these differ from others of their column or row in the last bits.
 */
function withAxes(
  { u0, v0, u1, v1 }: Omit<Hull, 'step'>,
  map: PixelMap,
  { left, right, top, bottom }: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>,
): Omit<Hull, 'step'> {
  const us = Float64Array.of(left, right, 0.5, 0.5)
  const vs = Float64Array.of(0.5, 0.5, top, bottom)
  map.apply(us, vs, 4)
  const [columns, rows] = [us.subarray(0, 2), vs.subarray(2)]
  return {
    u0: Math.min(u0, ...columns),
    v0: Math.min(v0, ...rows),
    u1: Math.max(u1, ...columns),
    v1: Math.max(v1, ...rows),
  }
}

function isEmptyAt(tree: FootprintTree, column: number, row: number): boolean {
  const x = column * rootPx
  const y = row * rootPx
  let node = 0
  while (tree.kinds[node] === leafKinds.branch) {
    const half = (tree.sizes[node] as number) / 2
    const right = x >= (tree.xs[node] as number) + half ? 1 : 0
    const low = y >= (tree.ys[node] as number) + half ? 2 : 0
    node = (tree.children[node] as number) + right + low
  }
  return tree.kinds[node] === leafKinds.empty
}

function treeHull(tree: FootprintTree, rect: PixelRect): Hull | null | 'all' {
  const bounds = Float64Array.of(
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0,
    0,
  )
  const pending = [0]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const x = tree.xs[node] as number
    const y = tree.ys[node] as number
    const size = tree.sizes[node] as number
    if (x >= rect.x1 || y >= rect.y1 || x + size <= rect.x0 || y + size <= rect.y0) continue
    const kind = tree.kinds[node]
    if (kind === leafKinds.all) return 'all'
    if (kind === leafKinds.branch) {
      const child = tree.children[node] as number
      pending.push(child, child + 1, child + 2, child + 3)
    } else if (kind === leafKinds.box) widenByBox(tree, node, bounds)
    else if (kind === leafKinds.bilinear) widenByPatch(tree, node, rect, bounds)
  }
  const [u0, v0, u1, v1, u, v] = bounds as unknown as [number, number, number, number, number, number]
  return u0 <= u1 ? { u0, v0, u1, v1, step: { u, v } } : null
}

function widenByBox(tree: FootprintTree, node: number, bounds: Float64Array): void {
  const at = node * 9
  bounds[0] = Math.min(bounds[0] as number, tree.values[at] as number)
  bounds[1] = Math.min(bounds[1] as number, tree.values[at + 1] as number)
  bounds[2] = Math.max(bounds[2] as number, tree.values[at + 2] as number)
  bounds[3] = Math.max(bounds[3] as number, tree.values[at + 3] as number)
  bounds[4] = Math.max(bounds[4] as number, tree.values[at + 4] as number)
  bounds[5] = Math.max(bounds[5] as number, tree.values[at + 5] as number)
}

/** Widens by the part of a bilinear leaf that a rectangle covers: its extremes are at the corners of the part. */
function widenByPatch(tree: FootprintTree, node: number, rect: PixelRect, bounds: Float64Array): void {
  const x = tree.xs[node] as number
  const y = tree.ys[node] as number
  const right = Math.min(x + (tree.sizes[node] as number), tree.width)
  const bottom = Math.min(y + (tree.sizes[node] as number), tree.height)
  const s0 = Math.max(0, (rect.x0 + 0.5 - x) / (right - x))
  const s1 = Math.min(1, (rect.x1 - 0.5 - x) / (right - x))
  const t0 = Math.max(0, (rect.y0 + 0.5 - y) / (bottom - y))
  const t1 = Math.min(1, (rect.y1 - 0.5 - y) / (bottom - y))
  const at = node * 9
  const pad = tree.values[at + 8] as number
  for (let axis = 0; axis < 2; axis++) {
    const p00 = tree.values[at + axis * 4] as number
    const p10 = tree.values[at + axis * 4 + 1] as number
    const p01 = tree.values[at + axis * 4 + 2] as number
    const p11 = tree.values[at + axis * 4 + 3] as number
    const above0 = p00 + (p10 - p00) * s0
    const above1 = p00 + (p10 - p00) * s1
    const below0 = p01 + (p11 - p01) * s0
    const below1 = p01 + (p11 - p01) * s1
    const a = above0 + (below0 - above0) * t0
    const b = above1 + (below1 - above1) * t0
    const c = above0 + (below0 - above0) * t1
    const d = above1 + (below1 - above1) * t1
    bounds[axis] = Math.min(bounds[axis] as number, Math.min(a, b, c, d) - pad)
    bounds[axis + 2] = Math.max(bounds[axis + 2] as number, Math.max(a, b, c, d) + pad)
    const across = Math.max(Math.abs(p10 - p00), Math.abs(p11 - p01)) / (right - x)
    const down = Math.max(Math.abs(p01 - p00), Math.abs(p11 - p10)) / (bottom - y)
    // A map that bends by an error of e between the corners is steeper by up to 4 e over the extent.
    const bend = (4 * pad) / Math.min(right - x, bottom - y)
    bounds[axis + 4] = Math.max(bounds[axis + 4] as number, Math.sqrt(across * across + down * down) + 2 * bend)
  }
}
