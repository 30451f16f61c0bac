import { leaveBlank } from '../array/blank.js'
import type { Block, OutBlock } from '../array/block.js'
import { sizeOf } from '../array/window.js'
import type { Dtype } from '../base/dtype.js'
import type { Kit, OpDef } from '../graph/op.js'
import { leafSide, parseReduce, type ReduceParams, reducedCount, reducedSpec } from '../graph/reduce.js'
import type { ArraySpec } from '../graph/spec.js'
import { type Lattice, latticeOf, partialsUnder, stateOffset } from './reduce/leaves.js'
import { finishWords, mergeWords, wordCount, wordsOver } from './reduce/partial.js'

interface FinishState {
  readonly lattice: Lattice
  readonly dtype: Dtype
  readonly result: Dtype
  readonly total: number
}

function run(out: OutBlock, block: Block, params: ReduceParams, state: FinishState, kit: Kit): void {
  const { lattice, dtype, result, total } = state
  const { statistic } = params
  const per = wordCount(statistic)
  const leaves = lattice.counts.reduce((product, count) => product * count, 1)
  const partials = wordsOver(block.data.buffer, block.data.byteOffset, block.data.length)
  const joined = wordsOver(kit.memory.buffer, kit.scratch(8 * per), per)
  const offset = stateOffset(out.window, block.window, lattice.kept.length)
  let allValid = true
  for (let at = 0; at < sizeOf(out.window); at++) {
    joined.numbers.fill(0)
    const from = offset(at)
    for (let leaf = 0; leaf < leaves; leaf++) mergeWords(statistic, dtype, joined, 0, partials, from + leaf * per)
    const value = finishWords(params, dtype, result, joined, 0, total)
    out.data[at] = (value ?? (typeof out.data[at] === 'bigint' ? 0n : 0)) as never
    out.mask[at] = value === null ? 0 : 1
    allValid &&= value !== null
  }
  if (allValid) out.valid = null
}

/**
 * `reduceFinish`: the results of what is known of all leaves, joined in C order. Inputs are the partial results and the array that they were made
 * of, of which nothing is read.
 */
export const reduceFinish: OpDef<ReduceParams, FinishState> = {
  name: 'reduceFinish',
  version: 1,
  parse: (params) => parseReduce('reduceFinish', params),
  infer: ([, input], params) => reducedSpec(input as ArraySpec, params),
  prepare([, input], params) {
    const spec = input as ArraySpec
    const lattice = latticeOf(spec, params, leafSide)
    return { lattice, dtype: spec.dtype, result: reducedSpec(spec, params).dtype, total: reducedCount(spec, lattice.reduced) }
  },
  stateBytes: () => 1024,
  demand: (out, _inputs, { statistic }, { lattice }) => [[0, partialsUnder(out, lattice, wordCount(statistic))]],
  scratchBytes: () => 64,
  elementwise: false,
  movesPixels: false,
  leaf: false,
  stage: true,
  notes: ([, input], { statistic }, { dtype, result, total, lattice }) => [
    `${statistic} of ${total} pixels each, ${dtype} to ${result}, from leaves of ${lattice.gone
      .map((at) => `${(input as ArraySpec).dims[at]} ${lattice.extents[at]}`)
      .join(', ')} joined in order`,
  ],
  simplify: () => null,
  run(out, inputs, params, state, kit) {
    const block = inputs.get(0)
    if (block === undefined) leaveBlank(out)
    else run(out, block, params, state, kit)
  },
}
