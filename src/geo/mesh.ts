import { type Bilinear, type MeshCell, type PixelRect, rootPx, type Scale, tableLength } from './mesh-cell.js'
import { errorOf, fillExact, fillRefined, type Nodes, type PointBuffer, pointBuffer, stepOf } from './mesh-refine.js'
import type { PixelMap } from './pixel-map.js'

/** How a map is sampled. */
export interface MeshOptions {
  /** 0: every pixel exactly. */
  readonly maxErrorPx: number
  /** Whether a root cell is known to have no source at all. */
  isEmpty(column: number, row: number): boolean
}

/** f64 values that `tables` must hold for a window of some columns. */
export function tablesLength(x0: number, x1: number): number {
  return (Math.ceil(x1 / rootPx) - Math.floor(x0 / rootPx)) * tableLength
}

/**
 * Samples a map over a window of output pixels, one row of root cells at a time from the top: `visit` gets the cells of the row, whose
 * tables stand in `tables` (cell k of the row from `k * tableLength`) until it returns. What a cell is depends on the cell alone.
 */
export function walkMesh(
  map: PixelMap,
  options: MeshOptions,
  rect: PixelRect,
  tables: Float64Array,
  visit: (cells: readonly MeshCell[]) => void,
): void {
  const first = Math.floor(rect.x0 / rootPx)
  const count = Math.ceil(rect.x1 / rootPx) - first
  const buffer = pointBuffer()
  const exact = options.maxErrorPx === 0 || map.kind === 'affine'
  const nodes = exact ? null : nodeRows(map, first, count)
  for (let row = Math.floor(rect.y0 / rootPx); row * rootPx < rect.y1; row++) {
    nodes?.advance(row)
    const cells: MeshCell[] = []
    for (let k = 0; k < count; k++) {
      const column = first + k
      if (options.isEmpty(column, row)) cells.push({ column, row, kind: 'empty' })
      else cells.push(cellAt(map, options.maxErrorPx, column, row, nodes?.of(k) ?? null, rect, { tables, table: k * tableLength, buffer }))
    }
    visit(cells)
  }
}

interface Target {
  readonly tables: Float64Array
  readonly table: number
  readonly buffer: PointBuffer
}

function cellAt(
  map: PixelMap,
  maxErrorPx: number,
  column: number,
  row: number,
  nodes: Nodes | null,
  rect: PixelRect,
  target: Target,
): MeshCell {
  const corner = { x: column * rootPx, y: row * rootPx }
  const { tables, table, buffer } = target
  const view = tables.subarray(table, table + tableLength)
  const error = nodes === null ? Number.NaN : errorOf(nodes)
  const scale = nodes === null ? affineScale(map) : nodeScale(nodes)
  if (error <= maxErrorPx && nodes !== null) return bilinearCell(column, row, nodes, scale)
  // The comparison is false for NaN too: where the map fails at a node, every pixel is computed exactly.
  if (error > maxErrorPx) fillRefined(map, maxErrorPx, corner, rect, view, buffer)
  else fillExact(map, corner, rootPx, corner, rect, view, buffer)
  return { column, row, kind: 'table', table, scale }
}

function bilinearCell(column: number, row: number, nodes: Nodes, scale: Scale): MeshCell {
  const { us, vs } = nodes
  const baseU = Math.floor(Math.min(us[0] as number, us[2] as number, us[6] as number, us[8] as number)) - 1
  const baseV = Math.floor(Math.min(vs[0] as number, vs[2] as number, vs[6] as number, vs[8] as number)) - 1
  return { column, row, kind: 'bilinear', baseU, baseV, u: coefficients(us, baseU), v: coefficients(vs, baseV), scale }
}

function coefficients(nodes: ArrayLike<number>, base: number): Bilinear {
  const at = (nodes[0] as number) - base
  const right = (nodes[2] as number) - base
  const below = (nodes[6] as number) - base
  const across = (nodes[8] as number) - base
  return { at, dx: (right - at) / rootPx, dy: (below - at) / rootPx, dxy: (across - right - (below - at)) / (rootPx * rootPx) }
}

/** The scale of an affine map, the same everywhere; 1 for a map that is not affine. */
export function affineScale(map: PixelMap): Scale {
  if (map.matrix === null) return { x: 1, y: 1 }
  const { a, b, d, e } = map.matrix
  return { x: 1 / Math.sqrt(a * a + b * b), y: 1 / Math.sqrt(d * d + e * e) }
}

/** The scale over a root cell. */
function nodeScale({ us, vs }: Nodes): Scale {
  return { x: 1 / stepOf(us), y: 1 / stepOf(vs) }
}

/** Rows of nodes every half root cell; the bottom row of one row of cells is the top row of the next. */
function nodeRows(map: PixelMap, first: number, count: number): { advance(row: number): void; of(k: number): Nodes } {
  const stride = 2 * count + 1
  const us = new Float64Array(3 * stride)
  const vs = new Float64Array(3 * stride)
  const node = { us: new Float64Array(9), vs: new Float64Array(9) }
  let last = Number.NaN
  const sample = (line: number, y: number): void => {
    const u = us.subarray(line * stride, (line + 1) * stride)
    const v = vs.subarray(line * stride, (line + 1) * stride)
    for (let i = 0; i < stride; i++) u[i] = (first + i / 2) * rootPx
    v.fill(y)
    map.apply(u, v, stride)
  }
  return {
    advance(row) {
      if (row === last + 1) {
        us.copyWithin(0, 2 * stride)
        vs.copyWithin(0, 2 * stride)
      } else sample(0, row * rootPx)
      sample(1, (row + 0.5) * rootPx)
      sample(2, (row + 1) * rootPx)
      last = row
    },
    of(k) {
      for (let i = 0; i < 9; i++) {
        const at = Math.floor(i / 3) * stride + 2 * k + (i % 3)
        node.us[i] = us[at] as number
        node.vs[i] = vs[at] as number
      }
      return node
    },
  }
}
