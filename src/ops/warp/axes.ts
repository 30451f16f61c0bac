import type { Block, OutBlock } from '../../array/block.js'
import type { Affine } from '../../geo/affine.js'
import type { PixelRect } from '../../geo/mesh-cell.js'
import type { Kit } from '../../graph/op.js'
import type { ArraySpec } from '../../graph/spec.js'
import { levelBytes, overviewCodes, overviewKernels, spanBytes, writeLevel } from '../../kernels/overview.js'
import { type mendings, separableKernels, weightCodes } from '../../kernels/separable.js'
import type { Box, filterCodes } from '../../kernels/warp.js'
import { type AxisTaps, axisTaps, positionsAlong, type Stretch, slicedTaps, tapRadius } from './axis-taps.js'
import { boundsAlong } from './boxes.js'
import { coverageOf, coverageTaps } from './coverage.js'
import { kernels } from './kernels.js'
import { cornerOf, covers, hullOf, isNarrow, linearScratchBytes, runLinear } from './linear.js'
import { fillAllInvalid, fillNodata, missing, type Planes, planesOf } from './planes.js'
import { rectOf, type WarpPlan } from './state.js'

/** Bound of the scratch that {@link runAxes} asks for, for an output window and the source window that it demands. */
export function axesScratchBytes(out: PixelRect, demand: PixelRect, spec: ArraySpec, near: boolean, stretch: Stretch): number {
  if (near) return levelBytes + (out.x1 - out.x0 + (out.y1 - out.y0)) * spanBytes + 3 * 16
  const taps = { x: stretch === null ? 1 : 2 * tapRadius(stretch.x), y: stretch === null ? 1 : 2 * tapRadius(stretch.y) }
  return linearScratchBytes(out, demand, spec.dtype, taps, isNarrow(spec.dtype))
}

/** Fills a window by the mean of what pixels cover of rows and columns apart. */
export function runMean(op: string, out: OutBlock, block: Block, plan: WarpPlan, kit: Kit, array: Box): void {
  const rect = rectOf(out.window)
  const columns = coverageOf(boundsAlong(plan.map, 'x', rect.x0, rect.x1), array.x0, array.x1)
  const rows = coverageOf(boundsAlong(plan.map, 'y', rect.y0, rect.y1), array.y0, array.y1)
  const whole = columns.taps.length === rect.x1 - rect.x0 && rows.taps.length === rect.y1 - rect.y0
  if (!whole) fillAllInvalid(out)
  if (columns.taps.length === 0 || rows.taps.length === 0) return
  const planes = planesOf(out, block, null)
  const needed = hullOf(columns.taps.first, columns.taps.count, rows.taps.first, rows.taps.count)
  if (!covers(planes.block, needed)) throw missing(op, planes.block)
  const totals = { columns: columns.totals, rows: rows.totals }
  const invalid = runLinear({ planes, block, columns: columns.taps, rows: rows.taps, needed, narrow: false, totals }, kit)
  out.valid = whole && invalid === 0 ? null : out.mask
}

/** Bound of the scratch that {@link runMean} asks for. */
export function meanScratchBytes(out: PixelRect, demand: PixelRect, { dtype }: ArraySpec, { a, e }: Affine): number {
  return linearScratchBytes(out, demand, dtype, { x: coverageTaps(Math.abs(a)), y: coverageTaps(Math.abs(e)) }, false) + 64
}

/** Bound of the scratch that {@link runFilter} asks for. */
export function filterScratchBytes(out: PixelRect, demand: PixelRect, { dtype }: ArraySpec, stretch: Stretch, radius: number): number {
  const taps = { x: 2 * Math.ceil(radius / (stretch?.x ?? 1)), y: 2 * Math.ceil(radius / (stretch?.y ?? 1)) }
  return (stretch === null ? 5 : 1) * linearScratchBytes(out, demand, dtype, taps, isNarrow(dtype))
}

/** Fills a window by a kernel that is wider than linear interpolation, rows and columns apart. */
export function runFilter(
  op: string,
  out: OutBlock,
  block: Block,
  kernel: keyof typeof filterCodes,
  plan: WarpPlan,
  kit: Kit,
  array: Box,
): void {
  const rect = rectOf(out.window)
  const stretch = plan.stretch === 'local' ? null : plan.stretch
  const { kernelWeight } = separableKernels(kit.kernels)
  const filter = { radius: kernels[kernel].radius, weigh: (distance: number) => kernelWeight(weightCodes[kernel], distance) }
  const us = positionsAlong(plan.map, 'x', rect.x0, rect.x1)
  const vs = positionsAlong(plan.map, 'y', rect.y0, rect.y1)
  const columns = axisTaps(us, array.x0, array.x1, stretch?.x ?? 1, filter)
  const rows = axisTaps(vs, array.y0, array.y1, stretch?.y ?? 1, filter)
  const whole = columns.length === rect.x1 - rect.x0 && rows.length === rect.y1 - rect.y0
  if (!whole) fillAllInvalid(out)
  if (columns.length === 0 || rows.length === 0) return
  const planes = planesOf(out, block, null)
  const part = (across: AxisTaps, down: AxisTaps, mending: keyof typeof mendings): number => {
    if (across.length === 0 || down.length === 0) return 0
    const needed = hullOf(across.first, across.count, down.first, down.count)
    if (!covers(planes.block, needed)) throw missing(op, planes.block)
    return runLinear({ planes, block, columns: across, rows: down, needed, narrow: isNarrow(planes.dtype), totals: null, mending }, kit)
  }
  let invalid = 0
  if (kernel === 'cubic' && stretch === null) {
    // The plain kernel takes all of its 4 x 4 taps or the 2 x 2 in the middle, as in GDAL: all that hang over the edge take the latter.
    const [left, right] = unclipped(columns)
    const [top, bottom] = unclipped(rows)
    const pairs = { x: axisTaps(us, array.x0, array.x1, null), y: axisTaps(vs, array.y0, array.y1, null) }
    const middle = slicedTaps(pairs.y, top, bottom)
    invalid += part(slicedTaps(columns, left, right), slicedTaps(rows, top, bottom), 'four')
    invalid += part(pairs.x, slicedTaps(pairs.y, 0, top), 'both') + part(pairs.x, slicedTaps(pairs.y, bottom, rows.length), 'both')
    invalid += part(slicedTaps(pairs.x, 0, left), middle, 'both') + part(slicedTaps(pairs.x, right, columns.length), middle, 'both')
  } else invalid = part(columns, rows, kernel === 'lanczos' ? 'half' : 'both')
  out.valid = whole && invalid === 0 ? null : out.mask
}

/** Which taps have all four pixels of the plain kernel; positions are in order, so that those that do not are at the ends. */
function unclipped({ count, length }: AxisTaps): [start: number, stop: number] {
  let start = 0
  while (start < length && (count[start] as number) < 4) start++
  let stop = length
  while (stop > start && (count[stop - 1] as number) < 4) stop--
  return [start, stop]
}

/** Fills a window of a warp whose rows and columns are independent. Throws `E_INTERNAL` where the block lacks a pixel that is needed. */
export function runAxes(op: string, out: OutBlock, block: Block, near: boolean, plan: WarpPlan, kit: Kit, array: Box): void {
  const rect = rectOf(out.window)
  const stretch = plan.stretch === 'local' ? null : plan.stretch
  const columns = axisTaps(positionsAlong(plan.map, 'x', rect.x0, rect.x1), array.x0, array.x1, stretch?.x ?? null)
  const rows = axisTaps(positionsAlong(plan.map, 'y', rect.y0, rect.y1), array.y0, array.y1, stretch?.y ?? null)
  const whole = columns.length === rect.x1 - rect.x0 && rows.length === rect.y1 - rect.y0
  if (!whole) fillAllInvalid(out)
  if (columns.length === 0 || rows.length === 0) return
  const planes = planesOf(out, block, null)
  if (near) {
    const needed = hullOf(columns.centre, null, rows.centre, null)
    if (!covers(planes.block, needed)) throw missing(op, planes.block)
    if (!whole && planes.byNodata) fillNodata(out, planes)
    const invalid = runNear(planes, columns, rows, kit)
    if (planes.byNodata) out.valid = block.valid
    else out.valid = whole && invalid === 0 ? null : out.mask
    return
  }
  const needed = hullOf(columns.first, columns.count, rows.first, rows.count)
  if (!covers(planes.block, needed)) throw missing(op, planes.block)
  const invalid = runLinear({ planes, block, columns, rows, needed, narrow: isNarrow(planes.dtype), totals: null }, kit)
  out.valid = whole && invalid === 0 ? null : out.mask
}

function runNear(planes: Planes, columns: AxisTaps, rows: AxisTaps, kit: Kit): number {
  const memory = new DataView(kit.memory.buffer)
  const at = kit.scratch(levelBytes)
  const { block, srcStride, dstStride, nodata, nodataBits, code, elementBytes } = planes
  const [width, height] = [columns.length, rows.length]
  const picks = { columns: kit.scratch(width * spanBytes), rows: kit.scratch(height * spanBytes) }
  writePicks(memory, picks.columns, columns.centre, block.x0)
  writePicks(memory, picks.rows, rows.centre, block.y0)
  const level = { srcStride, dstStride, width, height, columns: picks.columns, rows: picks.rows, room: 0, nodata, nodataBits }
  let invalid = 0
  for (const plane of planes.planes) {
    const { dst, dstMask } = cornerOf(plane, dstStride, elementBytes, columns, rows)
    writeLevel(memory, at, { src: plane.src, srcMask: plane.srcMask, dst, dstMask, validity: plane.validity }, level)
    invalid += overviewKernels(kit.kernels).overviewSpans(code, overviewCodes.near, at)
    if (plane.validity === 0) fillMask(kit, dstMask, dstStride, width, height)
  }
  return invalid
}

function writePicks(memory: DataView, at: number, centres: Int32Array, origin: number): void {
  for (let i = 0; i < centres.length; i++) memory.setInt32(at + i * spanBytes, (centres[i] as number) - origin, true)
}

function fillMask(kit: Kit, at: number, stride: number, width: number, height: number): void {
  const bytes = new Uint8Array(kit.memory.buffer)
  for (let y = 0; y < height; y++) bytes.fill(1, at + y * stride, at + y * stride + width)
}
