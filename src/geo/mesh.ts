import { type Bilinear, type Lattice, type MeshCell, type PixelRect, rootPx, type Scale, tableLength } from './mesh-cell.js'
import { type Corners, type PatchRows, patchRows } from './mesh-patch.js'
import { errorOf, fillExact, fillRefined, type Nodes, type PointBuffer, pointBuffer, sampleNodes } from './mesh-refine.js'
import { cellSteps, scaleOf } from './mesh-scale.js'
import type { PixelMap } from './pixel-map.js'

/** How a map is sampled. */
export interface MeshOptions {
  /** 0: every pixel exactly. */
  readonly maxErrorPx: number
  /** What tables hold the positions of. Cells with bilinear coefficients serve both. */
  readonly lattice: Lattice
  /** Whether a root cell is known to have no source at all. */
  isEmpty(column: number, row: number): boolean
}

/** f64 values that `tables` must hold for a window of some columns. */
export function tablesLength(x0: number, x1: number, lattice: Lattice): number {
  return (Math.ceil(x1 / rootPx) - Math.floor(x0 / rootPx)) * tableLength(lattice)
}

/**
 * Samples a map over a window of output pixels, one row of root cells at a time from the top: `visit` gets the cells of the row, whose
 * tables stand in `tables` (cell k of the row from `k * tableLength(lattice)`) until it returns. What a cell is depends on the cell and its patch
 * alone, never on the window.
 */
export function walkMesh(
  map: PixelMap,
  options: MeshOptions,
  rect: PixelRect,
  tables: Float64Array,
  visit: (cells: readonly MeshCell[]) => void,
): void {
  const first = Math.floor(rect.x0 / rootPx)
  const length = tableLength(options.lattice)
  const count = Math.ceil(rect.x1 / rootPx) - first
  const walker: Walker = {
    map,
    options,
    rect,
    tables,
    buffer: pointBuffer(),
    patches: map.kind === 'affine' ? null : patchRows(map, first, count),
  }
  for (let row = Math.floor(rect.y0 / rootPx); row * rootPx < rect.y1; row++) {
    walker.patches?.advance(row)
    const cells: MeshCell[] = []
    for (let k = 0; k < count; k++) cells.push(cellAt(walker, first + k, row, k * length))
    visit(cells)
  }
}

interface Walker {
  readonly map: PixelMap
  readonly options: MeshOptions
  readonly rect: PixelRect
  readonly tables: Float64Array
  readonly buffer: PointBuffer
  /** Null for an affine map, which is the same everywhere. */
  readonly patches: PatchRows | null
}

function cellAt(walker: Walker, column: number, row: number, table: number): MeshCell {
  const { map, options, patches } = walker
  if (options.isEmpty(column, row)) return { column, row, kind: 'empty' }
  if (patches === null) return tableCell(walker, column, row, table, Number.NaN, affineScale(map))
  const patch = patches.at(column, row)
  const { maxErrorPx } = options
  // The error of interpolation falls with the square of the extent: a patch of twice the extent that errs by no more than twice as
  // much has cells that err by some half of what is allowed.
  if (maxErrorPx > 0 && patch.error <= 2 * maxErrorPx) return bilinearCell(column, row, patches.corners(column, row), patch.scale)
  // Exact positions have the scale of the patch all the same, by which kernels widen.
  if (maxErrorPx === 0 && patch.error === patch.error) return tableCell(walker, column, row, table, Number.NaN, patch.scale)
  const nodes = sampleNodes(map, { x: column * rootPx, y: row * rootPx }, rootPx)
  const error = errorOf(nodes)
  const scale = scaleOf(cellSteps(map, column, row, nodes))
  if (maxErrorPx > 0 && error <= maxErrorPx) return bilinearCell(column, row, cornersOf(nodes), scale)
  return tableCell(walker, column, row, table, maxErrorPx > 0 ? error : Number.NaN, scale)
}

function tableCell(walker: Walker, column: number, row: number, table: number, error: number, scale: Scale): MeshCell {
  fillTable(walker, column, row, table, error)
  return { column, row, kind: 'table', table, scale }
}

function fillTable({ map, options, rect, tables, buffer }: Walker, column: number, row: number, table: number, error: number): void {
  const corner = { x: column * rootPx, y: row * rootPx }
  const { lattice, maxErrorPx } = options
  const view = tables.subarray(table, table + tableLength(lattice))
  // The comparison is false for NaN: where the map fails at a node, every pixel is computed exactly.
  if (error > maxErrorPx) fillRefined(map, lattice, maxErrorPx, corner, rect, view, buffer)
  else fillExact(map, lattice, corner, rect, view, buffer)
}

function cornersOf({ us, vs }: Nodes): Corners {
  const [u0, , u1, , , , u2, , u3] = us as unknown as number[]
  const [v0, , v1, , , , v2, , v3] = vs as unknown as number[]
  return { us: [u0, u1, u2, u3] as never, vs: [v0, v1, v2, v3] as never }
}

function bilinearCell(column: number, row: number, { us, vs }: Corners, scale: Scale): MeshCell {
  const baseU = Math.floor(Math.min(us[0], us[1], us[2], us[3])) - 1
  const baseV = Math.floor(Math.min(vs[0], vs[1], vs[2], vs[3])) - 1
  return { column, row, kind: 'bilinear', baseU, baseV, u: coefficients(us, baseU), v: coefficients(vs, baseV), scale }
}

function coefficients(corners: Corners['us'], base: number): Bilinear {
  const at = corners[0] - base
  const right = corners[1] - base
  const below = corners[2] - base
  const across = corners[3] - base
  return { at, dx: (right - at) / rootPx, dy: (below - at) / rootPx, dxy: (across - right - (below - at)) / (rootPx * rootPx) }
}

/** The scale of an affine map, the same everywhere; 1 for a map that is not affine. */
export function affineScale(map: PixelMap): Scale {
  if (map.matrix === null) return { x: 1, y: 1 }
  const { a, b, d, e } = map.matrix
  return { x: 1 / Math.sqrt(a * a + b * b), y: 1 / Math.sqrt(d * d + e * e) }
}
