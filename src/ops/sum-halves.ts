import type { Block, OutBlock } from '../array/block.js'
import type { Window } from '../array/window.js'
import { type Dtype, dtypes, isDtype } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { Kit, OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import type { ArraySpec } from '../graph/spec.js'
import { levelBytes, writeLevel } from '../kernels/overview.js'
import { halfKinds, sumKernels } from '../kernels/sums.js'
import { dtypeCodes } from '../kernels/warp.js'
import { parseYx, partDim, planeOffset, planesIn, sumsSpec, unsummed, withoutPart, withYx, type Yx, yxOf } from './sums/sums-spec.js'

/** Sums under the pixels of the next level, from those under the pixels of one. */
export type SumHalvesParams = {
  /** Extents of the level below, those of the sums being more where the last chunk has room for more; and of the level that is made. */
  readonly below: Yx
  readonly size: Yx
  readonly chunk: Yx
  /** Pixels of the level below under one of the next, along y and x: 1 or 2. */
  readonly by: Yx
  /** Whether the sums that are made are packed. Packed ones can become float64 ones, but not the other way. */
  readonly packed: boolean
  /** Of the pixels summed up. */
  readonly dtype: Dtype
}

function parse(params: Json): SumHalvesParams {
  const given = paramsObject('sum-halves', params, ['below', 'size', 'chunk', 'by', 'packed', 'dtype'])
  if (!isDtype(given.dtype)) throw new UsageError(`sum-halves: ${JSON.stringify(given.dtype ?? null)} is no dtype`)
  const by = parseYx('sum-halves', 'by', given.by)
  if (by.some((each) => each > 2)) throw new UsageError(`sum-halves: by must be 1 or 2 along y and x, not ${by.join(' and ')}`)
  return {
    below: parseYx('sum-halves', 'below', given.below),
    size: parseYx('sum-halves', 'size', given.size),
    chunk: parseYx('sum-halves', 'chunk', given.chunk),
    by,
    packed: given.packed === true,
    dtype: given.dtype,
  }
}

function isPair({ dims }: ArraySpec): boolean {
  return dims[0] === partDim
}

function demand(out: Window, [input]: readonly ArraySpec[], { by, packed, below }: SumHalvesParams): [number, Window][] {
  const { y0, y1, x0, x1 } = yxOf(out)
  const bare = !packed && !isPair(input as ArraySpec) ? withoutPart(out) : out
  return [[0, withYx(bare, [by[0] * y0, Math.min(by[0] * y1, below[0])], [by[1] * x0, Math.min(by[1] * x1, below[1])])]]
}

function run(out: OutBlock, block: Block, { by, below, packed, dtype }: SumHalvesParams, unpacks: boolean, kit: Kit): void {
  const { y0, y1, x0, x1 } = yxOf(out.window)
  const from = yxOf(block.window)
  const memory = new DataView(kit.memory.buffer)
  const at = kit.scratch(levelBytes)
  const kind = packed ? halfKinds.packed : unpacks ? halfKinds.unpacked : halfKinds.doubles
  const srcStride = from.x1 - from.x0
  const skipped = ((by[0] * y0 - from.y0) * srcStride + by[1] * x0 - from.x0) * block.data.BYTES_PER_ELEMENT
  const size = { srcStride, dstStride: x1 - x0, width: x1 - x0, height: y1 - y0 }
  const [columns, rows] = [Math.min(from.x1, below[1]) - by[1] * x0, Math.min(from.y1, below[0]) - by[0] * y0]
  for (const index of planesIn(unpacks ? withoutPart(out.window) : out.window)) {
    const dst = planeOffset(out, unpacks ? [0, ...index] : index)
    const plane = {
      src: planeOffset(block, index) + skipped,
      srcMask: 0,
      dst,
      dstMask: unpacks ? planeOffset(out, [1, ...index]) : 0,
      validity: 0,
    } as const
    writeLevel(memory, at, plane, { ...size, columns: 0, rows: 0, room: 0, nodata: Number.NaN, nodataBits: 0n })
    sumKernels(kit.kernels).sumHalves(kind, dtypeCodes[dtype], at, columns, rows, by[1], by[0])
  }
}

/** `sum-halves`: sums under the pixels of a level from those of the level below, which they lie over two by two, or one by one along an axis of one pixel. */
export const sumHalves: OpDef<SumHalvesParams, null> = {
  name: 'sum-halves',
  version: 1,
  parse,
  infer([input], { size, chunk, packed }) {
    const spec = input as ArraySpec
    if (packed && isPair(spec)) throw new UsageError('sum-halves: sums of float64 cannot be packed')
    return sumsSpec(unsummed(spec), size, chunk, packed)
  },
  prepare: () => null,
  stateBytes: () => 0,
  demand: (out, inputs, params) => demand(out, inputs, params),
  scratchBytes: () => levelBytes,
  elementwise: false,
  movesPixels: false,
  keepsValid: () => true,
  leaf: false,
  simplify: () => null,
  run(out, inputs, params, _state, kit) {
    const block = inputs.get(0)
    out.valid = null
    if (block === undefined) new Uint8Array(out.data.buffer, out.data.byteOffset, out.data.byteLength).fill(0)
    else run(out, block, params, !params.packed && block.data.BYTES_PER_ELEMENT === dtypes.uint32.bytes, kit)
  },
}
