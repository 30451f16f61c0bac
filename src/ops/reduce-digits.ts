import type { Block, OutBlock } from '../array/block.js'
import type { Window } from '../array/window.js'
import { type Dtype, dtypes, type TypedArray } from '../base/dtype.js'
import type { InputBlocks, Kit, OpDef } from '../graph/op.js'
import { type PassParams, parsePass } from '../graph/reduce-pass.js'
import type { ArraySpec } from '../graph/spec.js'
import { maskOf } from '../kernels/elementwise.js'
import { reduceCode, reduceKernels } from '../kernels/reduce.js'
import { type Digit, digitSide, digitsOf, digitWords } from './reduce/digits.js'
import {
  fillWords,
  type Lattice,
  latticeOf,
  leavesUnder,
  partialSpec,
  pixelsUnder,
  stateOffset,
  stateUnder,
  wordScratch,
} from './reduce/leaves.js'
import { type Rank, ranksAt, rankWords } from './reduce/ranks.js'
import { laneColumns, regionOf } from './reduce/regions.js'

interface DigitState {
  readonly lattice: Lattice
  readonly dtype: Dtype
  readonly digit: Digit
}

function stateOf([input]: readonly ArraySpec[], params: PassParams): DigitState {
  const spec = input as ArraySpec
  const { dtype } = spec
  const digit = digitsOf(params.statistic, dtype)[params.pass] as Digit
  return { lattice: latticeOf(spec, params, digitSide(params.statistic, dtype)), dtype, digit }
}

function run(
  data: TypedArray,
  out: Window,
  block: Block,
  known: Block | undefined,
  { pass }: PassParams,
  state: DigitState,
  kit: Kit,
): void {
  const { lattice, dtype, digit } = state
  const per = digitWords(pass, digit)
  const leaves = leavesUnder(out, lattice)
  const bytes = per * 8
  const masks = kit.scratch(laneColumns)
  data.fill(0n as never)
  const offset = stateOffset(out, known?.window, lattice.kept.length)
  for (const { index, window } of leaves) {
    const region = regionOf(block.window, window, lattice.reduced)
    region.starts.forEach((start, result) => {
      const ranks = known === undefined ? null : ranksAt(known.data as BigUint64Array, offset(result))
      const prefixes = ranks === null ? [null] : ranks.low.prefix === ranks.high.prefix ? [ranks.low] : [ranks.low, ranks.high]
      const at = data.byteOffset + (result * leaves.length + index) * bytes
      for (let layer = 0; layer < region.layers.length; layer++) {
        const from = start + (region.layers[layer] as number)
        countLayer(block, from, region.widths[layer] as number, prefixes, at, masks, { dtype, digit }, kit)
      }
    })
  }
}

function countLayer(
  { data, valid }: Block,
  from: number,
  columns: number,
  prefixes: readonly (Rank | null)[],
  bins: number,
  masks: number,
  { dtype, digit: { shift, bits } }: Pick<DigitState, 'dtype' | 'digit'>,
  kit: Kit,
): void {
  const part = {
    data: data.subarray(from, from + columns),
    valid: valid instanceof Uint8Array ? valid.subarray(from, from + columns) : valid,
  }
  const mask = maskOf(kit, part, masks)?.byteOffset ?? 0
  const source = data.byteOffset + from * dtypes[dtype].bytes
  const { reduceDigits } = reduceKernels(kit.kernels)
  prefixes.forEach((rank, at) => {
    const to = bins + at * 4 * 2 ** bits
    reduceDigits(reduceCode(dtype), source, mask, columns, shift, bits, rank === null ? 0 : 1, rank?.prefix ?? 0n, to)
  })
}

/**
 * `reduceDigits`: how often each value of a digit of the pixels' keys occurs in each leaf, as pairs of 32-bit counts. The first pass counts all
 * pixels, the others those under the prefixes that `reduceRank` found before.
 */
export const reduceDigits: OpDef<PassParams, DigitState> = {
  name: 'reduceDigits',
  version: 1,
  parse: (params) => parsePass('reduceDigits', params),
  infer([input], params) {
    const { lattice, dtype, digit } = stateOf([input as ArraySpec], params)
    return partialSpec(input as ArraySpec, lattice, digitWords(params.pass, digit), digitSide(params.statistic, dtype))
  },
  prepare: stateOf,
  stateBytes: () => 1024,
  demand: (out, inputs, _params, { lattice }) => [
    [0, pixelsUnder(out, lattice)],
    ...(inputs.length > 1 ? [[1, stateUnder(out, lattice, rankWords)] as const] : []),
  ],
  scratchBytes: (out, inputs, params) => laneColumns + 64 + wordScratch(out, digitWords(params.pass, stateOf(inputs, params).digit)),
  elementwise: false,
  movesPixels: false,
  leaf: false,
  stage: true,
  simplify: () => null,
  run(out: OutBlock, inputs: InputBlocks, params, state, kit) {
    const block = inputs.get(0)
    const words = digitWords(params.pass, state.digit)
    if (block === undefined) out.data.fill(0n as never)
    else fillWords(out, words, kit, (data) => run(data, out.window, block, inputs.get(1), params, state, kit))
    out.valid = null
  },
}
