import type { Block } from '../../array/block.js'
import { type Dtype, dtypes } from '../../base/dtype.js'
import type { PixelRect } from '../../geo/mesh-cell.js'
import type { Kit } from '../../graph/op.js'
import { dtypeOfPixels, nodataScan } from '../../kernels/elementwise.js'
import {
  mendings,
  reachBytes,
  type Separable,
  type SeparablePlane,
  separableBytes,
  separableKernels,
  writeReach,
  writeSeparable,
} from '../../kernels/separable.js'
import type { Box } from '../../kernels/warp.js'
import type { AxisTaps } from './axis-taps.js'
import type { Plane, Planes } from './planes.js'

const roundUp = (count: number, to: number): number => Math.ceil(count / to) * to

/** Whether the separable kernel works on a dtype in float32. */
export function isNarrow(dtype: Dtype): boolean {
  return dtypes[dtype].bytes < 4
}

/** Bound of the scratch that {@link runLinear} asks for, for an output window, the source window under it and the most taps a pixel. */
export function linearScratchBytes(
  out: PixelRect,
  demand: PixelRect,
  dtype: Dtype,
  taps: { readonly x: number; readonly y: number },
  narrow: boolean,
): number {
  const width = roundUp(out.x1 - out.x0, 4)
  const height = out.y1 - out.y0
  const weight = narrow ? 4 : 8
  const tapsX = taps.x === 1 ? 1 : roundUp(taps.x, 4)
  const ringRows = Math.max(2, taps.y)
  const source = (demand.x1 - demand.x0) * (demand.y1 - demand.y0)
  const tables = (width + height) * (reachBytes + 16) + (width * tapsX + height * taps.y) * weight
  const spare = (demand.x1 - demand.x0 + tapsX) * dtypes[dtype].bytes + 16
  return separableBytes + tables + ringRows * (16 + width * weight + width) + source + spare + 64 + 15 * 16
}

/** The source pixels that taps along both axes touch; one tap each where no counts are given. */
export function hullOf(xs: Int32Array, widths: Int32Array | null, ys: Int32Array, heights: Int32Array | null): Box {
  const end = (starts: Int32Array, counts: Int32Array | null): number =>
    starts.reduce((last, start, i) => Math.max(last, start + (counts === null ? 1 : (counts[i] as number))), Number.NEGATIVE_INFINITY)
  const start = (starts: Int32Array): number => starts.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY)
  return { x0: start(xs), y0: start(ys), x1: end(xs, widths), y1: end(ys, heights) }
}

/** Whether a block holds all of a box. */
export function covers(block: Box, needed: Box): boolean {
  return needed.x0 >= block.x0 && needed.y0 >= block.y0 && needed.x1 <= block.x1 && needed.y1 <= block.y1
}

/** What {@link runLinear} works on. */
export interface Linear {
  readonly planes: Planes
  readonly block: Block
  readonly columns: AxisTaps
  readonly rows: AxisTaps
  /** The hull of all taps, which the block must hold. */
  readonly needed: Box
  /** Weights and sums in float32 rather than float64. */
  readonly narrow: boolean
  /** What sums are divided by, a column and a row, where weights do not sum to 1. */
  readonly totals: { readonly columns: Float64Array; readonly rows: Float64Array } | null
  /** What becomes of pixels some of whose taps are invalid; weights renormalise over `both` axes at once by default. */
  readonly mending?: keyof typeof mendings
}

/** Weighted sums along rows and columns apart, for every plane. Fills pixels and masks; returns how many pixels are invalid. */
export function runLinear(of: Linear, kit: Kit): number {
  return new LinearRun(of, kit).run()
}

/** Where the filled part of a plane begins. */
export function cornerOf(
  plane: Plane,
  stride: number,
  elementBytes: number,
  columns: AxisTaps,
  rows: AxisTaps,
): { dst: number; dstMask: number } {
  const skipped = rows.from * stride + columns.from
  return { dst: plane.dst + skipped * elementBytes, dstMask: plane.dstMask + skipped }
}

/** One call of the separable kernel for every plane: tables once, the mask of each source plane where it has one. */
class LinearRun {
  readonly #of: Linear
  readonly #kit: Kit
  readonly #memory: DataView
  readonly #maskAt: number

  constructor(of: Linear, kit: Kit) {
    this.#of = of
    this.#kit = kit
    this.#memory = new DataView(kit.memory.buffer)
    const { x0, y0, x1, y1 } = of.needed
    this.#maskAt = of.planes.byNodata ? kit.scratch((x1 - x0) * (y1 - y0) + 16) : 0
  }

  /** Returns how many pixels are invalid. */
  run(): number {
    const { dstStride, elementBytes, code, planes } = this.#of.planes
    const kernels = separableKernels(this.#kit.kernels)
    const at = this.#kit.scratch(separableBytes)
    const job = this.#job()
    let invalid = 0
    for (const plane of planes) {
      const { dst, dstMask } = cornerOf(plane, dstStride, elementBytes, this.#of.columns, this.#of.rows)
      const { mask, maskStride, masked } = this.#mask(plane)
      writeSeparable(this.#memory, at, { src: plane.src, mask, dst, dstMask, maskStride, masked }, job)
      invalid += this.#of.narrow ? kernels.separable(code, at) : kernels.separableExact(code, at)
    }
    return invalid
  }

  /** What all planes have in common, with the tables of columns and rows filled. */
  #job(): Omit<Separable, keyof SeparablePlane> {
    const { columns, rows, needed } = this.#of
    const { block, srcStride, dstStride, elementBytes } = this.#of.planes
    const weight = this.#of.narrow ? 4 : 8
    const padded = roundUp(columns.length, 4)
    // Loads along x are four elements wide.
    const tapsX = columns.taps === 1 || !this.#of.narrow ? columns.taps : roundUp(columns.taps, 4)
    const ringRows = Math.max(2, rows.taps)
    const tables = {
      srcStride,
      dstStride,
      tapX0: needed.x0 - block.x0,
      tapX1: needed.x1 - block.x0,
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
      spare: this.#kit.scratch((needed.x1 - needed.x0 + tapsX) * elementBytes + 16),
      totalsX: this.#of.totals === null ? 0 : this.#kit.scratch(padded * 8),
      totalsY: this.#of.totals === null ? 0 : this.#kit.scratch(rows.length * 8),
      mending: mendings[this.#of.mending ?? 'both'],
      phasesX: this.#of.mending === 'four' ? this.#writePhases(columns) : 0,
      phasesY: this.#of.mending === 'four' ? this.#writePhases(rows) : 0,
    }
    this.#writeTotals(tables.totalsX, tables.totalsY)
    this.#writeAxis(columns, tables.columns, tables.weightsX, tapsX, padded, block.x0)
    this.#writeAxis(rows, tables.rows, tables.weightsY, rows.taps, rows.length, block.y0)
    return tables
  }

  #writePhases({ phases, length }: AxisTaps): number {
    const at = this.#kit.scratch(length * 8)
    if (phases !== undefined) new Float64Array(this.#kit.memory.buffer, at, length).set(phases)
    return at
  }

  #writeTotals(x: number, y: number): void {
    if (this.#of.totals === null) return
    const { columns, rows } = this.#of.totals
    new Float64Array(this.#kit.memory.buffer, x, columns.length).set(columns)
    new Float64Array(this.#kit.memory.buffer, y, rows.length).set(rows)
  }

  /** Writes reaches and weights; those past the last are its copies, and weights past a reach's own are 0. */
  #writeAxis(axis: AxisTaps, reaches: number, weights: number, taps: number, padded: number, origin: number): void {
    const table = this.#of.narrow
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
    const { block, srcStride, elementBytes } = this.#of.planes
    if (plane.validity === 0) return { mask: 0, maskStride: 0, masked: false }
    if (plane.validity === 2) return { mask: plane.srcMask, maskStride: srcStride, masked: true }
    const needed = this.#of.needed
    const width = needed.x1 - needed.x0
    const { data, valid } = this.#of.block
    const scan = valid === null || valid instanceof Uint8Array ? null : nodataScan(this.#kit, dtypeOfPixels({ data }), valid.nodata)
    if (scan === null) return { mask: 0, maskStride: 0, masked: false }
    const rowAt = (y: number): number => plane.src + ((y - block.y0) * srcStride + needed.x0 - block.x0) * elementBytes
    // Most blocks are clean, and one scan of whole rows says so.
    if (width === srcStride && !scan.any(rowAt(needed.y0), width * (needed.y1 - needed.y0)))
      return { mask: 0, maskStride: 0, masked: false }
    let masked = false
    for (let y = needed.y0; y < needed.y1; y++) {
      const to = this.#maskAt + (y - needed.y0) * width
      if (scan.any(rowAt(y), width)) {
        scan.mask(rowAt(y), width, to)
        masked = true
      } else new Uint8Array(this.#kit.memory.buffer, to, width).fill(1)
    }
    return { mask: this.#maskAt - (needed.y0 - block.y0) * width - (needed.x0 - block.x0), maskStride: width, masked }
  }
}
