import { leaveBlank } from '../array/blank.js'
import type { Block, OutBlock } from '../array/block.js'
import { sizeOf, type Window } from '../array/window.js'
import { type Dtype, dtypes, isInteger } from '../base/dtype.js'
import type { InputBlocks, Kit, OpDef } from '../graph/op.js'
import { isPicked, parseReduce, type ReduceParams, reducedCount, reducedDims, reducedSpec } from '../graph/reduce.js'
import type { ArraySpec } from '../graph/spec.js'
import { countInvalid } from '../kernels/elementwise.js'
import { finishLanes } from './reduce/finish-lanes.js'
import { familyOf, Lanes, laneBytes, laneWidth } from './reduce/lanes.js'
import { finishWords, foldLanes, wordsOver } from './reduce/partial.js'
import { walkRegion } from './reduce/walk.js'

/** What `run` needs of the specs. */
interface ReduceState {
  readonly reduced: readonly boolean[]
  readonly shape: readonly number[]
  readonly dtype: Dtype
  readonly result: Dtype
  /** Pixels that one result is made from. */
  readonly total: number
  readonly width: number
}

function prepare([input]: readonly ArraySpec[], params: ReduceParams): ReduceState {
  const spec = input as ArraySpec
  const reduced = reducedDims(spec, params)
  const total = reducedCount(spec, reduced)
  const { dtype, shape } = spec
  return { reduced, shape, dtype, result: reducedSpec(spec, params).dtype, total, width: widthOf(spec, params.statistic, reduced, total) }
}

function widthOf({ dtype }: ArraySpec, statistic: ReduceParams['statistic'], reduced: readonly boolean[], total: number): number {
  const joins = reduced[reduced.length - 1] ?? false
  return joins && familyOf(statistic) === 'rank' ? 1 : laneWidth(statistic, dtype, total)
}

/** The input's window under a window of the result: all of the dims that are reduced. */
function windowUnder(out: Window, reduced: readonly boolean[], shape: readonly number[]): Window {
  const start: number[] = []
  const stop: number[] = []
  let kept = 0
  reduced.forEach((isReduced, dim) => {
    start.push(isReduced ? 0 : (out.start[kept] as number))
    stop.push(isReduced ? (shape[dim] as number) : (out.stop[kept] as number))
    if (!isReduced) kept++
  })
  return { start, stop }
}

function run(out: OutBlock, block: Block, params: ReduceParams, state: ReduceState, kit: Kit): void {
  const { dtype, result, total, width, reduced, shape } = state
  const lanes = new Lanes(kit, params, dtype, width, total)
  const words = wordsOver(kit.memory.buffer, kit.scratch(8 * 4), 4)
  walkRegion(block, windowUnder(out.window, reduced, shape), reduced, params.statistic, lanes, (at, columns, joined) => {
    if (!joined || familyOf(params.statistic) === 'rank') {
      finishLanes(out, at, joined ? 1 : columns, lanes, params, total)
      return
    }
    foldLanes(params.statistic, lanes, 0, columns, words, 0, (place) => place)
    const value = finishWords(params, dtype, result, words, 0, total)
    const rounded = value === null ? null : result === 'float32' ? Math.fround(value as number) : value
    out.data[at] = (rounded ?? (typeof out.data[at] === 'bigint' ? 0n : 0)) as never
    out.mask[at] = rounded === null ? 0 : 1
  })
  if (countInvalid(kit, out.mask.subarray(0, sizeOf(out.window))) === 0) out.valid = null
}

/** Without any input: counts are 0, sums too where none is enough, all else is invalid. */
function runBlank(out: OutBlock, { statistic, minCount }: ReduceParams): void {
  leaveBlank(out)
  if (statistic === 'count' || (minCount === 0 && (statistic === 'sum' || statistic === 'any' || statistic === 'all'))) {
    if (statistic === 'all') out.data.fill(1 as never)
    out.valid = null
  }
}

/** Whether valid pixels always make a valid result: float sums may be NaN, and sums of 64 bits may not fit. */
function keepsValid([input]: readonly ArraySpec[], params: ReduceParams): boolean {
  const { dtype } = input as ArraySpec
  const total = reducedCount(input as ArraySpec, reducedDims(input as ArraySpec, params))
  const exact = isPicked(params.statistic) || (isInteger(dtype) && dtypes[dtype].bytes <= 4)
  return exact && total >= Math.max(1, params.minCount, params.ddof + 1) && total < 2 ** 31
}

function notes([input]: readonly ArraySpec[], { statistic }: ReduceParams, { dtype, result, total }: ReduceState): string[] {
  const said = [`${statistic} of ${total} pixels each, ${dtype} to ${result}`]
  const scaled = (input as ArraySpec).bands.some(({ scale, offset }) => scale !== 1 || offset !== 0)
  if (scaled) said.push('numbers are taken as they are stored: decode first to reduce what scale and offset make of them')
  return said
}

/**
 * `reduce`: one pixel from all along some dims, by a statistic that follows numpy (docs/numerics.md). Invalid pixels are left out, or make the
 * result invalid (`skipna: false`); so do fewer valid ones than `minCount`. Pixels are taken in C order, whatever the chunks. A result of more
 * than 65,536 pixels is made in stages, from leaves of a fixed lattice.
 */
export const reduce: OpDef<ReduceParams, ReduceState> = {
  name: 'reduce',
  version: 1,
  parse: (params) => parseReduce('reduce', params),
  infer: ([input], params) => reducedSpec(input as ArraySpec, params),
  prepare,
  stateBytes: (inputs) => 512 + 32 * (inputs[0] as ArraySpec).dims.length,
  demand: (out, _inputs, _params, { reduced, shape }) => [[0, windowUnder(out, reduced, shape)]],
  scratchBytes: (_out, [input], params) => {
    const spec = input as ArraySpec
    const reduced = reducedDims(spec, params)
    const total = reducedCount(spec, reduced)
    return laneBytes(params.statistic, spec.dtype, widthOf(spec, params.statistic, reduced, total), total) + 48
  },
  elementwise: false,
  movesPixels: false,
  keepsValid,
  leaf: false,
  notes,
  simplify: () => null,
  run(out: OutBlock, inputs: InputBlocks, params, state, kit) {
    const block = inputs.get(0)
    if (block === undefined) runBlank(out, params)
    else run(out, block, params, state, kit)
  },
}
