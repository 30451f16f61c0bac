import { type Bilinear, type MeshCell, type PixelRect, rootPx } from '../../geo/mesh-cell.js'
import { type Box, cellKinds, writeCell } from '../../kernels/warp.js'

/** Where a cell is packed from and what it is measured against. */
export interface CellFrame {
  /** The output window. */
  readonly rect: PixelRect
  readonly array: Box
  readonly block: Box
  /** Byte offset of the tables. */
  readonly tables: number
}

// Positions in float32 are off by some 1e-5 px; hulls are compared with room to spare.
const slackPx = 1e-2

/** Writes the part of a mesh cell that lies in the output window as the kernels read it. */
export function packCell(memory: DataView, at: number, cell: MeshCell, frame: CellFrame): void {
  const { rect } = frame
  const left = cell.column * rootPx
  const top = cell.row * rootPx
  const x0 = Math.max(left, rect.x0)
  const y0 = Math.max(top, rect.y0)
  const common = {
    x0: x0 - rect.x0,
    x1: Math.min(left + rootPx, rect.x1) - rect.x0,
    y0: y0 - rect.y0,
    y1: Math.min(top + rootPx, rect.y1) - rect.y0,
    inX: x0 - left,
    inY: y0 - top,
    stretched: false,
    scaleX: 1,
    scaleY: 1,
  }
  const without = { baseU: 0, baseV: 0, interior: false, coefficients: noCoefficients, table: 0 }
  if (cell.kind === 'empty') writeCell(memory, at, { ...common, ...without, kind: cellKinds.empty })
  else if (cell.kind === 'table')
    writeCell(memory, at, { ...common, ...without, kind: cellKinds.table, table: frame.tables + cell.table * 8 })
  else {
    const { baseU, baseV, u, v } = cell
    const { place, interior } = placeOf(rangeOf(u, baseU), rangeOf(v, baseV), frame)
    const coefficients = [u.at, u.dx, u.dy, u.dxy, v.at, v.dx, v.dy, v.dxy]
    writeCell(memory, at, { ...common, kind: place, baseU, baseV, interior, coefficients, table: 0 })
  }
}

const noCoefficients: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0]

/** Least and greatest value of a bilinear function over a root cell: at its corners. */
function rangeOf({ at, dx, dy, dxy }: Bilinear, base: number): [low: number, high: number] {
  const corners = [at, at + rootPx * dx, at + rootPx * dy, at + rootPx * (dx + dy) + rootPx * rootPx * dxy]
  return [base + Math.min(...corners) - slackPx, base + Math.max(...corners) + slackPx]
}

function placeOf([u0, u1]: [number, number], [v0, v1]: [number, number], { array, block }: CellFrame): { place: 0 | 2; interior: boolean } {
  const outside = u1 < array.x0 || u0 > array.x1 || v1 < array.y0 || v0 > array.y1
  const interior =
    Math.floor(u0 - 0.5) >= block.x0 &&
    Math.floor(u1 - 0.5) + 1 < block.x1 &&
    Math.floor(v0 - 0.5) >= block.y0 &&
    Math.floor(v1 - 0.5) + 1 < block.y1
  return { place: outside ? cellKinds.empty : cellKinds.bilinear, interior }
}
