import { type BilinearCell, type Lattice, type MeshCell, type PixelRect, rootPx, type Scale, tableLength } from './mesh-cell.js'
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
 * tables stand in `tables` (cell k of the row from `k * tableLength(lattice)`). Both are good until it returns: the next row takes their place.
 * What a cell is depends on the cell and its patch alone, never on the window.
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
    spare: [],
  }
  for (let row = Math.floor(rect.y0 / rootPx); row * rootPx < rect.y1; row++) {
    walker.patches?.advance(row)
    const cells: MeshCell[] = []
    for (let k = 0; k < count; k++) cells.push(cellAt(walker, first + k, row, k * length))
    visit(cells)
    for (const cell of cells) if (cell.kind === 'bilinear') walker.spare.push(cell)
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
  /** Cells of rows that were visited, written anew: a task has hundreds of cells, a run hundreds of thousands. */
  readonly spare: Written<BilinearCell>[]
}

type Written<T> = { -readonly [K in keyof T]: T[K] extends number | string ? T[K] : Written<T[K]> }

function cellAt(walker: Walker, column: number, row: number, table: number): MeshCell {
  const { map, options, patches } = walker
  if (options.isEmpty(column, row)) return { column, row, kind: 'empty' }
  if (patches === null) return tableCell(walker, column, row, table, Number.NaN, affineScale(map))
  const patch = patches.at(column, row)
  const { maxErrorPx } = options
  // The error of interpolation falls with the square of the extent: a patch of twice the extent that errs by no more than twice as
  // much has cells that err by some half of what is allowed.
  if (maxErrorPx > 0 && patch.error <= 2 * maxErrorPx) return bilinearCell(walker, column, row, patches.corners(column, row), patch.scale)
  // Exact positions have the scale of the patch all the same, by which kernels widen.
  if (maxErrorPx === 0 && patch.error === patch.error) return tableCell(walker, column, row, table, Number.NaN, patch.scale)
  const nodes = sampleNodes(map, { x: column * rootPx, y: row * rootPx }, rootPx)
  const error = errorOf(nodes)
  const scale = scaleOf(cellSteps(map, column, row, nodes))
  if (maxErrorPx > 0 && error <= maxErrorPx) return bilinearCell(walker, column, row, cornersOf(nodes), scale)
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
  return { us: Float64Array.from(nodeCorners, (at) => us[at] as number), vs: Float64Array.from(nodeCorners, (at) => vs[at] as number) }
}

/** The corners among the 3 x 3 nodes of a cell. */
const nodeCorners = [0, 2, 6, 8]

function bilinearCell(walker: Walker, column: number, row: number, { us, vs }: Corners, scale: Scale): BilinearCell {
  const cell = walker.spare.pop() ?? { column, row, kind: 'bilinear', baseU: 0, baseV: 0, u: { ...flat }, v: { ...flat }, scale }
  cell.column = column
  cell.row = row
  cell.scale = scale
  cell.baseU = setCoefficients(cell.u, us)
  cell.baseV = setCoefficients(cell.v, vs)
  return cell
}

// Not whole numbers, so that the engine makes room for fractions once and never changes its mind.
const flat = { at: 0.5, dx: 0.5, dy: 0.5, dxy: 0.5 }

/** Writes the coefficients that interpolate between four corners; returns the whole source pixel that they count from. */
function setCoefficients(of: Written<BilinearCell['u']>, corners: Float64Array): number {
  const first = corners[0] as number
  const second = corners[1] as number
  const third = corners[2] as number
  const fourth = corners[3] as number
  const base = Math.floor(Math.min(first, second, third, fourth)) - 1
  const at = first - base
  const right = second - base
  const below = third - base
  const across = fourth - base
  of.at = at
  of.dx = (right - at) / rootPx
  of.dy = (below - at) / rootPx
  of.dxy = (across - right - (below - at)) / (rootPx * rootPx)
  return base
}

/** The scale of an affine map, the same everywhere; 1 for a map that is not affine. */
export function affineScale(map: PixelMap): Scale {
  if (map.matrix === null) return { x: 1, y: 1 }
  const { a, b, d, e } = map.matrix
  return { x: 1 / Math.sqrt(a * a + b * b), y: 1 / Math.sqrt(d * d + e * e) }
}
