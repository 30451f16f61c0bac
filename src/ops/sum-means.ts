import type { Block, OutBlock } from '../array/block.js'
import { chunkGrid } from '../array/chunk-grid.js'
import { type Dtype, isDtype } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { Kit, OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import type { ArraySpec } from '../graph/spec.js'
import { levelBytes, writeLevel } from '../kernels/overview.js'
import { sumKernels } from '../kernels/sums.js'
import { dtypeCodes } from '../kernels/warp.js'
import { parseYx, partDim, planeOffset, planesIn, unsummed, withParts, type Yx, yxOf } from './sums/sums-spec.js'
import { fillAllInvalid } from './warp/planes.js'

/** Pixels of a level from the sums under them. */
export type SumMeansParams = {
  /** Extents of the level: those of the sums may be more. */
  readonly size: Yx
  readonly dtype: Dtype
}

function parse(params: Json): SumMeansParams {
  const { size, dtype } = paramsObject('sum-means', params, ['size', 'dtype'])
  if (!isDtype(dtype)) throw new UsageError(`sum-means: ${JSON.stringify(dtype ?? null)} is no dtype`)
  return { size: parseYx('sum-means', 'size', size), dtype }
}

function infer([input]: readonly ArraySpec[], { size, dtype }: SumMeansParams): ArraySpec {
  const spec = unsummed(input as ArraySpec)
  const shape = [...spec.shape.slice(0, -2), ...size]
  return { ...spec, dtype, shape, chunks: chunkGrid(shape, spec.chunks.chunk) }
}

function run(out: OutBlock, block: Block, { dtype }: SumMeansParams, kit: Kit): void {
  const { y0, y1, x0, x1 } = yxOf(out.window)
  const from = yxOf(block.window)
  const isPair = block.window.start.length > out.window.start.length
  const [width, height, srcStride] = [x1 - x0, y1 - y0, from.x1 - from.x0]
  const skipped = ((y0 - from.y0) * srcStride + x0 - from.x0) * block.data.BYTES_PER_ELEMENT
  const memory = new DataView(kit.memory.buffer)
  const at = kit.scratch(levelBytes)
  let invalid = 0
  planesIn(out.window).forEach((index, k) => {
    const src = planeOffset(block, isPair ? [0, ...index] : index) + skipped
    const weights = isPair ? planeOffset(block, [1, ...index]) + skipped : 0
    const plane = { src, srcMask: 0, dst: planeOffset(out, index), dstMask: out.mask.byteOffset + k * width * height, validity: 0 } as const
    const size = { srcStride, dstStride: width, width, height, columns: 0, rows: 0, room: 0 }
    writeLevel(memory, at, plane, { ...size, nodata: Number.NaN, nodataBits: 0n })
    invalid += sumKernels(kit.kernels).sumMeans(dtypeCodes[dtype], at, weights)
  })
  out.valid = invalid === 0 ? null : out.mask
}

/** `sum-means`: means of sums by their weights, as pixels of a dtype: integers round half up, and what weighs nothing is invalid. */
export const sumMeans: OpDef<SumMeansParams, null> = {
  name: 'sum-means',
  version: 1,
  parse,
  infer,
  prepare: () => null,
  stateBytes: () => 0,
  demand: (out, [input]) => [[0, (input as ArraySpec).dims[0] === partDim ? withParts(out) : out]],
  scratchBytes: () => levelBytes,
  elementwise: false,
  movesPixels: false,
  leaf: false,
  simplify: () => null,
  run(out, inputs, params, _state, kit) {
    const block = inputs.get(0)
    if (block === undefined) fillAllInvalid(out)
    else run(out, block, params, kit)
  },
}
