import type { Block, OutBlock } from '../array/block.js'
import type { Window } from '../array/window.js'
import type { Dtype, TypedArray } from '../base/dtype.js'
import type { InputBlocks, Kit, OpDef } from '../graph/op.js'
import { leafSide, parseReduce, type ReduceParams } from '../graph/reduce.js'
import type { ArraySpec } from '../graph/spec.js'
import { Lanes, laneBytes, laneWidth } from './reduce/lanes.js'
import { fillWords, type Lattice, latticeOf, leavesUnder, partialSpec, pixelsUnder, placeIn, wordScratch } from './reduce/leaves.js'
import { foldLanes, wordCount, wordsOver } from './reduce/partial.js'
import { walkRegion } from './reduce/walk.js'

interface LeafState {
  readonly lattice: Lattice
  readonly dtype: Dtype
}

function run(data: TypedArray, out: Window, block: Block, params: ReduceParams, { lattice, dtype }: LeafState, kit: Kit): void {
  const { statistic } = params
  const per = wordCount(statistic)
  const lanes = new Lanes(kit, params, dtype, laneWidth(statistic, dtype, 1), 1)
  const words = wordsOver(data.buffer, data.byteOffset, data.length)
  const leaves = leavesUnder(out, lattice)
  for (const { index, window } of leaves) {
    const placeOf = placeIn(window, lattice)
    walkRegion(block, window, lattice.reduced, statistic, lanes, (at, columns, joined) => {
      const to = (result: number): number => ((at + result) * leaves.length + index) * per
      if (joined) foldLanes(statistic, lanes, 0, columns, words, to(0), placeOf)
      else for (let column = 0; column < columns; column++) foldLanes(statistic, lanes, column, column + 1, words, to(column), placeOf)
    })
  }
}

/**
 * `reduceLeaf`: what a long reduction knows of each leaf of 256 x 256 pixels, on a lattice that begins at the array's first pixel. Its spec is that
 * of the partial results: dims that are kept, leaves, words. `reduceFinish` makes the result.
 */
export const reduceLeaf: OpDef<ReduceParams, LeafState> = {
  name: 'reduceLeaf',
  version: 1,
  parse: (params) => parseReduce('reduceLeaf', params),
  infer([input], params) {
    const spec = input as ArraySpec
    return partialSpec(spec, latticeOf(spec, params, leafSide), wordCount(params.statistic), leafSide)
  },
  prepare: ([input], params) => ({ lattice: latticeOf(input as ArraySpec, params, leafSide), dtype: (input as ArraySpec).dtype }),
  stateBytes: () => 1024,
  demand: (out, _inputs, _params, { lattice }) => [[0, pixelsUnder(out, lattice)]],
  scratchBytes: (out, [input], { statistic }) => {
    const { dtype } = input as ArraySpec
    return laneBytes(statistic, dtype, laneWidth(statistic, dtype, 1), 1) + wordScratch(out, wordCount(statistic))
  },
  elementwise: false,
  movesPixels: false,
  leaf: false,
  stage: true,
  simplify: () => null,
  run(out: OutBlock, inputs: InputBlocks, params, state, kit) {
    const block = inputs.get(0)
    if (block === undefined) out.data.fill(0n as never)
    else fillWords(out, wordCount(params.statistic), kit, (data) => run(data, out.window, block, params, state, kit))
    out.valid = null
  },
}
