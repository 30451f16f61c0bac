import { type Bilinear, type MeshCell, type PixelRect, rootPx, type Scale } from '../../geo/mesh-cell.js'
import {
  type Box,
  type CellMemory,
  cellKinds,
  interiors,
  writeCellAxis,
  writeCellBase,
  writeCellKind,
  writeCellRect,
} from '../../kernels/warp.js'
import type { Stretch } from './axis-taps.js'
import { latticeOf, type Resampling, stretchFor } from './kernels.js'
import type { WarpPlan } from './state.js'
import { snapScale } from './stretch.js'

/** Where a cell is packed from and what it is measured against. */
export interface CellFrame {
  readonly memory: CellMemory
  /** The output window. */
  readonly rect: PixelRect
  readonly array: Box
  readonly block: Box
  /** Byte offset of the tables. */
  readonly tables: number
  readonly stretch: WarpPlan['stretch']
  readonly resampling: Resampling
  /** Columns after which the array repeats; null where it does not. */
  readonly period: number | null
}

// Positions in float32 are off by some 1e-5 px; hulls are compared with room to spare.
const slackPx = 1e-3

// The kernels compute element offsets from a cell's base in float32, which holds whole numbers to here.
const exactOffset = 8388608

/** Writes the part of a mesh cell that lies in the output window as the kernels read it. */
export function packCell(at: number, cell: MeshCell, frame: CellFrame): void {
  const { rect, memory } = frame
  const left = cell.column * rootPx
  const top = cell.row * rootPx
  const x0 = Math.max(left, rect.x0)
  const y0 = Math.max(top, rect.y0)
  const box = {
    x0: x0 - rect.x0,
    y0: y0 - rect.y0,
    x1: Math.min(left + rootPx, rect.x1) - rect.x0,
    y1: Math.min(top + rootPx, rect.y1) - rect.y0,
  }
  writeCellRect(memory, at, box, x0 - left, y0 - top)
  if (cell.kind === 'empty') writeCellKind(memory, at, cellKinds.empty, interiors.unknown, 0, null)
  else if (cell.kind === 'table')
    writeCellKind(memory, at, cellKinds.table, interiors.unknown, frame.tables + cell.table * 8, stretchOf(cell.scale, frame))
  else packBilinear(at, cell, box, x0 - left, y0 - top, frame)
}

function packBilinear(
  at: number,
  { baseU: ownBaseU, baseV, u, v, scale }: MeshCell & { readonly kind: 'bilinear' },
  box: Box,
  inX: number,
  inY: number,
  frame: CellFrame,
): void {
  const { memory, array, block } = frame
  // Of point kernels the pixel centres only: a window's cells then lie within a block that is no larger than they need.
  const rim = latticeOf(frame.resampling) === 'corners' ? 0 : 0.5
  const inside = { x0: inX + rim, y0: inY + rim, x1: inX + box.x1 - box.x0 - rim, y1: inY + box.y1 - box.y0 - rim }
  rangeOver(u, inside, range)
  const u0 = (range[0] as number) - slackPx
  const u1 = (range[1] as number) + slackPx
  rangeOver(v, inside, range)
  const v0 = (range[0] as number) - slackPx
  const v1 = (range[1] as number) + slackPx
  const baseU = ownBaseU + turnsTo(block, ownBaseU + (u0 + u1) / 2, frame.period)
  const outside = baseU + u1 < array.x0 || baseU + u0 > array.x1 || baseV + v1 < array.y0 || baseV + v0 > array.y1
  // The taps of a 2 x 2 kernel are the pixels around u - 0.5 and v - 0.5.
  const inX0 = baseU + Math.floor(u0 - 0.5) >= block.x0 && baseU + Math.floor(u1 - 0.5) + 1 < block.x1
  const inY0 = baseV + Math.floor(v0 - 0.5) >= block.y0 && baseV + Math.floor(v1 - 0.5) + 1 < block.y1
  const fits = (v1 + 1) * (block.x1 - block.x0) + u1 + 1 < exactOffset
  const interior = !fits ? interiors.unknown : inX0 && inY0 ? interiors.all : interiors.some
  writeCellKind(memory, at, outside ? cellKinds.empty : cellKinds.bilinear, interior, 0, stretchOf(scale, frame))
  writeCellBase(memory, at, baseU, baseV)
  writeCellAxis(memory, at, 0, u.at, u.dx, u.dy, u.dxy)
  writeCellAxis(memory, at, 1, v.at, v.dx, v.dy, v.dxy)
}

/** Columns to add to a position so that it lies in the middle turn of the block, whole turns of an array that goes round. */
function turnsTo({ x0, x1 }: Box, u: number, period: number | null): number {
  return period === null ? 0 : period * Math.round(((x0 + x1) / 2 - u) / period)
}

function stretchOf(scale: Scale, { stretch, resampling }: CellFrame): Stretch {
  return stretch === 'local' ? stretchFor(resampling, { x: snapScale(scale.x), y: snapScale(scale.y) }) : stretch
}

// Written anew for each cell: there are hundreds of thousands in a run.
const range = new Float64Array(2)

/** Least and greatest value of a bilinear function over a rectangle of its cell: both lie at its corners. */
function rangeOver({ at, dx, dy, dxy }: Bilinear, { x0, y0, x1, y1 }: Box, out: Float64Array): void {
  const a = at + x0 * dx + y0 * dy + x0 * y0 * dxy
  const b = at + x1 * dx + y0 * dy + x1 * y0 * dxy
  const c = at + x0 * dx + y1 * dy + x0 * y1 * dxy
  const d = at + x1 * dx + y1 * dy + x1 * y1 * dxy
  out[0] = Math.min(Math.min(a, b), Math.min(c, d))
  out[1] = Math.max(Math.max(a, b), Math.max(c, d))
}
