import { leaveBlank } from '../array/blank.js'
import type { Block, OutBlock } from '../array/block.js'
import { sizeOf, type Window } from '../array/window.js'
import { type Dtype, dtypes, isInteger } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { ExpandedNode, InputBlocks, Kit, OpDef } from '../graph/op.js'
import { isPicked, parseReduce, type ReduceParams, reducedCount, reducedDims, reducedSpec, shortCount } from '../graph/reduce.js'
import type { ArraySpec } from '../graph/spec.js'
import { countInvalid } from '../kernels/elementwise.js'
import { digitsOf } from './reduce/digits.js'
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

/** A long reduction as what is known of its leaves, and the result of that; order statistics in several passes. */
function expand([input]: readonly ArraySpec[], params: ReduceParams): readonly ExpandedNode[] | null {
  const spec = input as ArraySpec
  if (reducedCount(spec, reducedDims(spec, params)) <= shortCount) return null
  if (familyOf(params.statistic) === 'rank') return digitsOf(params.statistic, spec.dtype).flatMap((_, pass) => passNodes(params, pass))
  return [
    { op: 'reduceLeaf', version: 1, params, inputs: [0] },
    { op: 'reduceFinish', version: 1, params, inputs: [{ made: 0 }, 0] },
  ]
}

/** The nodes of a pass: counts under what the pass before found, and what they tell. */
function passNodes(params: ReduceParams, pass: number): ExpandedNode[] {
  const before = pass === 0 ? [] : [{ made: 2 * pass - 1 }]
  return [
    { op: 'reduceDigits', version: 1, params: { ...params, pass }, inputs: [0, ...before] },
    { op: 'reduceRank', version: 1, params: { ...params, pass }, inputs: [{ made: 2 * pass }, ...before, 0] },
  ]
}

/** The spec of a result. Throws `E_USAGE` for the order statistics of very many pixels that cannot be had. */
function infer([input]: readonly ArraySpec[], params: ReduceParams): ArraySpec {
  const spec = input as ArraySpec
  const reduced = reducedDims(spec, params)
  const total = reducedCount(spec, reduced)
  if (total > shortCount && familyOf(params.statistic) === 'rank') {
    const what = `${params.statistic} of ${total} pixels each, more than ${shortCount},`
    if (params.statistic === 'mode' && dtypes[spec.dtype].bytes > 2)
      throw new UsageError(`${what} is there for 8 and 16 bits, not for ${spec.dtype}: cast with astype, or reduce fewer pixels at once`)
    if (!reduced[reduced.length - 1])
      throw new UsageError(`${what} needs the last dim, ${spec.dims.at(-1)}, among those reduced: reduce it too, or fewer pixels at once`)
  }
  return reducedSpec(spec, params)
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
  infer,
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
  expand,
  simplify: () => null,
  run(out: OutBlock, inputs: InputBlocks, params, state, kit) {
    const block = inputs.get(0)
    if (block === undefined) runBlank(out, params)
    else run(out, block, params, state, kit)
  },
}
