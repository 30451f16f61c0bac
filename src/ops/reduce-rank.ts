import type { Block, OutBlock } from '../array/block.js'
import { sizeOf } from '../array/window.js'
import type { Dtype, Element, TypedArray } from '../base/dtype.js'
import type { InputBlocks, OpDef } from '../graph/op.js'
import { reducedCount, reducedSpec } from '../graph/reduce.js'
import { type PassParams, parsePass } from '../graph/reduce-pass.js'
import type { ArraySpec } from '../graph/spec.js'
import { type Digit, digitSide, digitsOf, digitWords } from './reduce/digits.js'
import { fillWords, type Lattice, latticeOf, partialsUnder, stateOffset, stateSpec, stateUnder, wordScratch } from './reduce/leaves.js'
import { firstRanks, modeOf, narrowed, putRanks, quantileOf, type Ranks, ranksAt, rankWords } from './reduce/ranks.js'

interface RankState {
  readonly lattice: Lattice
  readonly dtype: Dtype
  readonly digit: Digit
  readonly isLast: boolean
  readonly total: number
}

/** The array that is reduced: the last input, of which nothing is read. */
function arrayOf(inputs: readonly ArraySpec[]): ArraySpec {
  return inputs[inputs.length - 1] as ArraySpec
}

function stateOf(inputs: readonly ArraySpec[], params: PassParams): RankState {
  const spec = arrayOf(inputs)
  const { dtype } = spec
  const digits = digitsOf(params.statistic, dtype)
  const lattice = latticeOf(spec, params, digitSide(params.statistic, dtype))
  const isLast = params.pass === digits.length - 1
  return { lattice, dtype, digit: digits[params.pass] as Digit, isLast, total: reducedCount(spec, lattice.reduced) }
}

/** The counts of all leaves together, of the first prefix and of the second. */
function countsOf(block: Block, from: number, pass: number, { lattice, digit }: RankState): [Float64Array, Float64Array] {
  const bins = 2 ** digit.bits
  const leaves = lattice.counts.reduce((product, count) => product * count, 1)
  const per = digitWords(pass, digit) * 2
  const words = new Uint32Array(block.data.buffer, block.data.byteOffset + from * 8, leaves * per)
  const [low, high] = [new Float64Array(bins), new Float64Array(bins)]
  for (let leaf = 0; leaf < leaves; leaf++) {
    for (let bin = 0; bin < bins; bin++) {
      low[bin] = (low[bin] as number) + (words[leaf * per + bin] as number)
      if (pass > 0) high[bin] = (high[bin] as number) + (words[leaf * per + bins + bin] as number)
    }
  }
  return [low, high]
}

function ranksAfter(counts: readonly [Float64Array, Float64Array], known: Ranks | null, q: number, digit: Digit): Ranks {
  const before =
    known ??
    firstRanks(
      counts[0].reduce((sum, count) => sum + count, 0),
      q,
    )
  const apart = before.low.prefix !== before.high.prefix
  return { count: before.count, low: narrowed(before.low, counts[0], digit), high: narrowed(before.high, counts[apart ? 1 : 0], digit) }
}

function run(out: OutBlock, data: TypedArray, block: Block, known: Block | undefined, params: PassParams, state: RankState): void {
  const { dtype, isLast, total, lattice, digit } = state
  const kept = lattice.kept.length
  const results = isLast ? out.window : { start: out.window.start.slice(0, kept), stop: out.window.stop.slice(0, kept) }
  const from = stateOffset(results, block.window, kept)
  const fromKnown = stateOffset(results, known?.window, kept)
  for (let at = 0; at < sizeOf(results); at++) {
    const counts = countsOf(block, from(at), params.pass, state)
    if (params.statistic === 'mode') {
      put(out, at, modeOf(counts[0], params, dtype, total))
      continue
    }
    const before = known === undefined ? null : ranksAt(known.data as BigUint64Array, fromKnown(at))
    const ranks = ranksAfter(counts, before, params.q ?? 0.5, digit)
    if (isLast) put(out, at, quantileOf(ranks, params, dtype, total))
    else putRanks(data as BigUint64Array, at * rankWords, ranks)
  }
  if (!isLast || !out.mask.includes(0)) out.valid = null
}

function put(out: OutBlock, at: number, value: Element | null): void {
  out.data[at] = (value ?? (typeof out.data[at] === 'bigint' ? 0n : 0)) as never
  out.mask[at] = value === null ? 0 : 1
}

/**
 * `reduceRank`: what the counts of a digit tell of an order statistic over very many pixels: after the last pass the exact median, quantile or
 * mode, before it the prefixes and ranks that the next pass counts under. Inputs are the counts, what was known before, and the array.
 */
export const reduceRank: OpDef<PassParams, RankState> = {
  name: 'reduceRank',
  version: 1,
  parse: (params) => parsePass('reduceRank', params),
  infer(inputs, params) {
    const { isLast, lattice } = stateOf(inputs, params)
    return isLast ? reducedSpec(arrayOf(inputs), params) : stateSpec(arrayOf(inputs), lattice, rankWords)
  },
  prepare: stateOf,
  stateBytes: () => 1024,
  demand(out, inputs, { pass }, { lattice, digit }) {
    const kept = lattice.kept.length
    const results = { start: out.start.slice(0, kept), stop: out.stop.slice(0, kept) }
    const counts = [0, partialsUnder(results, lattice, digitWords(pass, digit))] as const
    return inputs.length > 2 ? [counts, [1, stateUnder(results, lattice, rankWords)]] : [counts]
  },
  scratchBytes: (out, inputs, params) => (stateOf(inputs, params).isLast ? 0 : wordScratch(out, rankWords)),
  elementwise: false,
  movesPixels: false,
  leaf: false,
  stage: true,
  notes: (_inputs, { statistic, pass }, { total, isLast, dtype }) =>
    isLast ? [`exact ${statistic} of ${total} pixels each, ${dtype}: the pixels are read ${pass + 1} time${pass === 0 ? '' : 's'}`] : [],
  simplify: () => null,
  run(out: OutBlock, inputs: InputBlocks, params, state, kit) {
    const block = inputs.get(0)
    const known = inputs.get(1)
    if (block !== undefined && state.isLast) run(out, out.data, block, known, params, state)
    else if (block !== undefined) fillWords(out, rankWords, kit, (data) => run(out, data, block, known, params, state))
    else {
      out.data.fill((typeof out.data[0] === 'bigint' ? 0n : 0) as never)
      out.mask.fill(0)
    }
  },
}
