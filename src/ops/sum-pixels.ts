import type { Block, OutBlock } from '../array/block.js'
import { type AxisCells, axisCells, cellSpan, pixelsUnder } from '../array/cells.js'
import type { Window } from '../array/window.js'
import { isBigInt } from '../base/dtype.js'
import { DtypeError, UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { Kit, OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import type { ArraySpec } from '../graph/spec.js'
import { type LevelPlane, levelBytes, writeLevel } from '../kernels/overview.js'
import { sumKernels, sumSpanBytes, writeSumSpans } from '../kernels/sums.js'
import { packs, parseYx, planeOffset, planesIn, sumsSpec, withoutPart, withYx, type Yx, yxOf } from './sums/sums-spec.js'
import { type Planes, planesOf } from './warp/planes.js'

/** Sums of the pixels of an array, each of its chunks by itself, under the pixels of a coarser level. */
export type SumPixelsParams = {
  /** Extents of the level. */
  readonly size: Yx
  /** Exactly so many pixels under each of the level's, which may lie over the edge in part; null: both span the same ground. */
  readonly factor: number | null
  /** Pixels along y and x that are summed up by themselves. */
  readonly chunk: Yx
  /** Sums and counts in one uint32: for 4 x 4 pixels of integers of 8 or 16 bits. */
  readonly packed: boolean
}

interface SumPixelsState {
  readonly y: AxisCells
  readonly x: AxisCells
}

function parse(params: Json): SumPixelsParams {
  const { size, factor, chunk, packed } = paramsObject('sum-pixels', params, ['size', 'factor', 'chunk', 'packed'])
  if (factor !== null && !(typeof factor === 'number' && Number.isInteger(factor) && factor >= 1))
    throw new UsageError(`sum-pixels: factor must be a whole number from 1 or null, not ${JSON.stringify(factor ?? null)}`)
  return {
    size: parseYx('sum-pixels', 'size', size),
    factor,
    chunk: parseYx('sum-pixels', 'chunk', chunk),
    packed: packed === true,
  }
}

function stateOf({ shape }: ArraySpec, { size, factor, chunk }: SumPixelsParams): SumPixelsState {
  const [height, width] = shape.slice(-2) as [number, number]
  return { y: axisCells(height, size[0], chunk[0], factor), x: axisCells(width, size[1], chunk[1], factor) }
}

function infer([input]: readonly ArraySpec[], params: SumPixelsParams): ArraySpec {
  const spec = input as ArraySpec
  if (isBigInt(spec.dtype)) throw new DtypeError(`sum-pixels: sums of ${spec.dtype} are not exact: cast with astype first`)
  const { y, x } = stateOf(spec, params)
  if (params.packed && !(packs(spec.dtype) && [y, x].every(({ aligned, num, den }) => aligned && num === 4 && den === 1)))
    throw new UsageError('sum-pixels: only sums of 4 x 4 pixels of integers of 8 or 16 bits can be packed')
  const extents: Yx = [y.chunks * y.cells, x.chunks * x.cells]
  return sumsSpec(spec, extents, [y.cells, x.cells], params.packed)
}

function demand(out: Window, { packed }: SumPixelsParams, { y, x }: SumPixelsState): [number, Window][] {
  const { y0, y1, x0, x1 } = yxOf(out)
  return [[0, withYx(packed ? out : withoutPart(out), pixelsUnder(y, y0, y1), pixelsUnder(x, x0, x1))]]
}

function scratchBytes(out: Window, inputs: readonly ArraySpec[], params: SumPixelsParams): number {
  const { x } = stateOf(inputs[0] as ArraySpec, params)
  const { y0, y1, x0, x1 } = yxOf(out)
  if (params.packed) return levelBytes
  const [from, to] = pixelsUnder(x, x0, x1)
  return levelBytes + sumSpanBytes * (y1 - y0 + x1 - x0) + 16 * (to - from + 8) + 64
}

function run(out: OutBlock, block: Block, params: SumPixelsParams, state: SumPixelsState, kit: Kit): void {
  const bare: OutBlock = params.packed ? out : { ...out, window: withoutPart(out.window) }
  const planes = planesOf(bare, block, null)
  if (params.packed) runPacked(out, planes, kit)
  else runSpans(out, planes, planesIn(bare.window), state, kit)
  out.valid = null
}

function runPacked(out: OutBlock, planes: Planes, kit: Kit): void {
  const { y0, y1, x0, x1 } = yxOf(out.window)
  const memory = new DataView(kit.memory.buffer)
  const at = kit.scratch(levelBytes)
  const { block, srcStride, code, elementBytes } = planes
  const [dx, dy] = [4 * x0 - block.x0, 4 * y0 - block.y0]
  planesIn(out.window).forEach((index, k) => {
    const plane = planes.planes[k] as LevelPlane
    const skipped = dy * srcStride + dx
    const moved = { ...plane, src: plane.src + skipped * elementBytes, srcMask: plane.srcMask + skipped, dst: planeOffset(out, index) }
    writeLevel(memory, at, moved, { ...planes, width: x1 - x0, height: y1 - y0, columns: 0, rows: 0, room: 0 })
    sumKernels(kit.kernels).sumFours(code, at, block.x1 - 4 * x0, block.y1 - 4 * y0)
  })
}

function runSpans(out: OutBlock, planes: Planes, indices: readonly number[][], { y, x }: SumPixelsState, kit: Kit): void {
  const { y0, y1, x0, x1 } = yxOf(out.window)
  const [width, height] = [x1 - x0, y1 - y0]
  const memory = new DataView(kit.memory.buffer)
  const { block, srcStride, code, elementBytes } = planes
  const [from, to] = pixelsUnder(x, x0, x1)
  const [first, end] = [Math.max(from, block.x0), Math.min(to, block.x1)]
  const at = kit.scratch(levelBytes)
  const [columns, rows] = [kit.scratch(width * sumSpanBytes), kit.scratch(height * sumSpanBytes)]
  const room = kit.scratch(16 * (end - first + 8))
  writeSumSpans(
    memory,
    columns,
    Array.from({ length: width }, (_, i) => cellSpan(x, x0 + i)),
    first,
  )
  writeSumSpans(
    memory,
    rows,
    Array.from({ length: height }, (_, j) => cellSpan(y, y0 + j)),
    block.y0,
  )
  indices.forEach((index, k) => {
    const plane = planes.planes[k] as LevelPlane
    const skipped = first - block.x0
    const [sums, weights] = [planeOffset(out, [0, ...index]), planeOffset(out, [1, ...index])]
    const moved = { ...plane, src: plane.src + skipped * elementBytes, srcMask: plane.srcMask + skipped, dst: sums, dstMask: weights }
    writeLevel(memory, at, moved, { ...planes, srcStride, dstStride: width, width, height, columns, rows, room })
    sumKernels(kit.kernels).sumSpans(code, at, end - first)
  })
}

/**
 * `sum-pixels`: sums of valid pixels under the pixels of a coarser level, and their weights, each chunk of the array by itself: what every coarser
 * level is an exact mean of. Sums of integers are exact as long as they are below 2^53; a pixel that is cut weighs as many parts of it as lie there.
 */
export const sumPixels: OpDef<SumPixelsParams, SumPixelsState> = {
  name: 'sum-pixels',
  version: 1,
  parse,
  infer,
  prepare: (inputs, params) => stateOf(inputs[0] as ArraySpec, params),
  stateBytes: () => 256,
  demand: (out, _inputs, params, state) => demand(out, params, state),
  scratchBytes,
  elementwise: false,
  movesPixels: false,
  keepsValid: () => true,
  leaf: false,
  simplify: () => null,
  run(out, inputs, params, state, kit) {
    const block = inputs.get(0)
    out.valid = null
    if (block === undefined) new Uint8Array(out.data.buffer, out.data.byteOffset, out.data.byteLength).fill(0)
    else run(out, block, params, state, kit)
  },
}
