import type { Block, OutBlock } from '../../array/block.js'
import { dtypes } from '../../base/dtype.js'
import type { PixelRect } from '../../geo/mesh-cell.js'
import type { Kit } from '../../graph/op.js'
import type { ArraySpec } from '../../graph/spec.js'
import { anyInvalid, maskOf } from '../../kernels/elementwise.js'
import { levelBytes, overviewCodes, overviewKernels, spanBytes, writeLevel } from '../../kernels/overview.js'
import { reachBytes, separableBytes, separableKernels, writeReach, writeSeparable } from '../../kernels/separable.js'
import type { Box } from '../../kernels/warp.js'
import { type AxisTaps, axisTaps, positionsAlong, type Stretch, tapRadius } from './axis-taps.js'
import { fillAllInvalid, fillNodata, missing, type Plane, type Planes, planesOf } from './planes.js'
import { rectOf, type WarpPlan } from './state.js'

const roundUp = (count: number, to: number): number => Math.ceil(count / to) * to

/** Whether weights and the rows between the two passes are float32. */
function isNarrow(spec: Pick<ArraySpec, 'dtype'>): boolean {
  return dtypes[spec.dtype].bytes < 4
}

/** Bound of the scratch that {@link runAxes} asks for, for an output window and the source window that it demands. */
export function axesScratchBytes(out: PixelRect, demand: PixelRect, spec: ArraySpec, near: boolean, stretch: Stretch): number {
  const width = roundUp(out.x1 - out.x0, 4)
  const height = out.y1 - out.y0
  if (near) return levelBytes + (width + height) * spanBytes + 3 * 16
  const weight = isNarrow(spec) ? 4 : 8
  const tapsX = stretch === null ? 1 : roundUp(2 * tapRadius(stretch.x), 4)
  const tapsY = stretch === null ? 1 : 2 * tapRadius(stretch.y)
  const ringRows = Math.max(2, tapsY)
  const source = (demand.x1 - demand.x0) * (demand.y1 - demand.y0)
  const tables = (width + height) * reachBytes + (width * tapsX + height * tapsY) * weight
  const spare = (demand.x1 - demand.x0 + tapsX) * dtypes[spec.dtype].bytes + 16
  return separableBytes + tables + ringRows * (16 + width * weight + width) + source + spare + 64 + 11 * 16
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
  const invalid = new LinearRun(planes, block, columns, rows, needed, kit).run()
  out.valid = whole && invalid === 0 ? null : out.mask
}

function hullOf(xs: Int32Array, widths: Int32Array | null, ys: Int32Array, heights: Int32Array | null): Box {
  const end = (starts: Int32Array, counts: Int32Array | null): number =>
    starts.reduce((last, start, i) => Math.max(last, start + (counts === null ? 1 : (counts[i] as number))), Number.NEGATIVE_INFINITY)
  const start = (starts: Int32Array): number => starts.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY)
  return { x0: start(xs), y0: start(ys), x1: end(xs, widths), y1: end(ys, heights) }
}

function covers(block: Box, needed: Box): boolean {
  return needed.x0 >= block.x0 && needed.y0 >= block.y0 && needed.x1 <= block.x1 && needed.y1 <= block.y1
}

function runNear(planes: Planes, columns: AxisTaps, rows: AxisTaps, kit: Kit): number {
  const memory = new DataView(kit.memory.buffer)
  const at = kit.scratch(levelBytes)
  const { block, srcStride, dstStride, nodata, nodataBits, code, elementBytes } = planes
  const tables = { columns: kit.scratch(columns.length * spanBytes), rows: kit.scratch(rows.length * spanBytes) }
  writePicks(memory, tables.columns, columns.centre, block.x0)
  writePicks(memory, tables.rows, rows.centre, block.y0)
  const size = { width: columns.length, height: rows.length }
  let invalid = 0
  for (const plane of planes.planes) {
    const { dst, dstMask } = cornerOf(plane, dstStride, elementBytes, columns, rows)
    writeLevel(memory, at, { ...plane, dst, dstMask, srcStride, dstStride, ...size, ...tables, room: 0, nodata, nodataBits })
    invalid += overviewKernels(kit.kernels).overviewSpans(code, overviewCodes.near, at)
    if (plane.validity === 0) fillMask(kit, dstMask, dstStride, size.width, size.height)
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

/** Where the filled part of a plane begins. */
function cornerOf(plane: Plane, stride: number, elementBytes: number, columns: AxisTaps, rows: AxisTaps): { dst: number; dstMask: number } {
  const skipped = rows.from * stride + columns.from
  return { dst: plane.dst + skipped * elementBytes, dstMask: plane.dstMask + skipped }
}

/** One call of the separable kernel for every plane: tables once, the mask of each source plane where it has one. */
class LinearRun {
  readonly #planes: Planes
  readonly #block: Block
  readonly #columns: AxisTaps
  readonly #rows: AxisTaps
  readonly #needed: Box
  readonly #kit: Kit
  readonly #memory: DataView
  readonly #narrow: boolean
  readonly #maskAt: number

  constructor(planes: Planes, block: Block, columns: AxisTaps, rows: AxisTaps, needed: Box, kit: Kit) {
    this.#planes = planes
    this.#block = block
    this.#columns = columns
    this.#rows = rows
    this.#needed = needed
    this.#kit = kit
    this.#memory = new DataView(kit.memory.buffer)
    this.#narrow = isNarrow(planes)
    this.#maskAt = planes.byNodata ? kit.scratch((needed.x1 - needed.x0) * (needed.y1 - needed.y0) + 16) : 0
  }

  /** Returns how many pixels are invalid. */
  run(): number {
    const { block, srcStride, dstStride, elementBytes, code, planes } = this.#planes
    const at = this.#kit.scratch(separableBytes)
    const tables = this.#tables()
    let invalid = 0
    for (const plane of planes) {
      const place = cornerOf(plane, dstStride, elementBytes, this.#columns, this.#rows)
      const tapX = { tapX0: this.#needed.x0 - block.x0, tapX1: this.#needed.x1 - block.x0 }
      writeSeparable(this.#memory, at, { ...tables, ...tapX, ...place, ...this.#mask(plane), src: plane.src, srcStride, dstStride })
      invalid += separableKernels(this.#kit.kernels).separable(code, at)
    }
    return invalid
  }

  #tables() {
    const [columns, rows] = [this.#columns, this.#rows]
    const { elementBytes } = this.#planes
    const weight = this.#narrow ? 4 : 8
    const padded = roundUp(columns.length, 4)
    // Loads along x are four elements wide.
    const tapsX = columns.taps === 1 || !this.#narrow ? columns.taps : roundUp(columns.taps, 4)
    const ringRows = Math.max(2, rows.taps)
    const tables = {
      width: columns.length,
      height: rows.length,
      tapsX,
      tapsY: rows.taps,
      columns: this.#kit.scratch(padded * reachBytes),
      rows: this.#kit.scratch(rows.length * reachBytes),
      weightsX: this.#kit.scratch(padded * tapsX * weight),
      weightsY: this.#kit.scratch(rows.length * rows.taps * weight),
      ring: this.#kit.scratch(ringRows * padded * weight),
      ringRows,
      ringBytes: padded * weight,
      tags: this.#kit.scratch(16 * ringRows),
      flags: this.#kit.scratch(ringRows * columns.length),
      spare: this.#kit.scratch((this.#needed.x1 - this.#needed.x0 + tapsX) * elementBytes + 16),
    }
    this.#writeAxis(columns, tables.columns, tables.weightsX, tapsX, padded, this.#planes.block.x0)
    this.#writeAxis(rows, tables.rows, tables.weightsY, rows.taps, rows.length, this.#planes.block.y0)
    return tables
  }

  /** Writes reaches and weights; those past the last are its copies, and weights past a reach's own are 0. */
  #writeAxis(axis: AxisTaps, reaches: number, weights: number, taps: number, padded: number, origin: number): void {
    const table = this.#narrow
      ? new Float32Array(this.#kit.memory.buffer, weights, padded * taps)
      : new Float64Array(this.#kit.memory.buffer, weights, padded * taps)
    table.fill(0)
    for (let i = 0; i < padded; i++) {
      const k = Math.min(i, axis.length - 1)
      const first = (axis.first[k] as number) - origin
      writeReach(this.#memory, reaches + i * reachBytes, first, axis.count[k] as number, (axis.centre[k] as number) - origin)
      for (let tap = 0; tap < axis.taps; tap++) table[i * taps + tap] = axis.weights[k * axis.taps + tap] as number
    }
  }

  /** The mask of a source plane, laid so that it is indexed from the block's first pixel; expanded to scratch where it is by nodata. */
  #mask(plane: Plane): { mask: number; maskStride: number; masked: boolean } {
    const { block, srcStride, elementBytes } = this.#planes
    if (plane.validity === 0) return { mask: 0, maskStride: 0, masked: false }
    if (plane.validity === 2) return { mask: plane.srcMask, maskStride: srcStride, masked: true }
    const needed = this.#needed
    const width = needed.x1 - needed.x0
    const base = (plane.src - this.#block.data.byteOffset) / elementBytes
    let masked = false
    for (let y = needed.y0; y < needed.y1; y++) {
      const from = base + (y - block.y0) * srcStride + needed.x0 - block.x0
      const row = { data: this.#block.data.subarray(from, from + width), valid: this.#block.valid }
      const to = this.#maskAt + (y - needed.y0) * width
      if (anyInvalid(this.#kit, row)) {
        maskOf(this.#kit, row, to)
        masked = true
      } else new Uint8Array(this.#kit.memory.buffer, to, width).fill(1)
    }
    return { mask: this.#maskAt - (needed.y0 - block.y0) * width - (needed.x0 - block.x0), maskStride: width, masked }
  }
}
