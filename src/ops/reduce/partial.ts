import { type Dtype, dtypes, type Element, isBigInt, isInteger } from '../../base/dtype.js'
import type { ReduceParams, Statistic } from '../../graph/reduce.js'
import { familyOf, type Lanes } from './lanes.js'

/**
 * What is known of some pixels, in words of 8 bytes, from `at` on: their count as float64, then by family
 * - sum of integers: low and high half of a signed 128-bit integer; of floats: sum and what its additions lost;
 * - spread: mean, sum of squared distances from it;
 * - extreme, place: the value (64-bit integers as they are, others as float64), its place in C order over the whole of the reduced dims;
 * - truth: how many are not 0.
 */
export interface Words {
  readonly numbers: Float64Array
  readonly integers: BigInt64Array
}

/** Words over a buffer. */
export function wordsOver(buffer: ArrayBufferLike, byteOffset: number, count: number): Words {
  return { numbers: new Float64Array(buffer, byteOffset, count), integers: new BigInt64Array(buffer, byteOffset, count) }
}

/** How many words a statistic takes. */
export function wordCount(statistic: Statistic): number {
  const family = familyOf(statistic)
  return family === 'count' ? 1 : family === 'truth' ? 2 : 3
}

/** Where the pixels of a partial result lie among all that are reduced. */
export type PlaceOf = (place: number) => number

/** Writes what the columns `from` to `to` of lanes hold together. Squared distances, where they count, are from one mean. */
export function foldLanes(statistic: Statistic, lanes: Lanes, from: number, to: number, words: Words, at: number, placeOf: PlaceOf): void {
  const { numbers } = words
  let count = 0
  for (let column = from; column < to; column++) count += lanes.counts[column] as number
  numbers.fill(0, at, at + wordCount(statistic))
  numbers[at] = count
  switch (familyOf(statistic)) {
    case 'sum':
      foldSums(lanes, from, to, words, at)
      return
    case 'spread':
      numbers[at + 1] = lanes.means[from] as number
      numbers[at + 2] = compensated(lanes.squares, from, to)[0]
      return
    case 'extreme':
    case 'place':
      foldBest(statistic, lanes, from, to, words, at, placeOf)
      return
    case 'truth':
      for (let column = from; column < to; column++) numbers[at + 1] = (numbers[at + 1] as number) + (lanes.places[column] as number)
      return
    default:
  }
}

/** The exact sum of integers in some columns. */
export function integerSum(lanes: Lanes, from: number, to: number): bigint {
  const { sums, highs, dtype } = lanes
  let total = 0n
  for (let column = from; column < to; column++) {
    total += sums[column] as bigint
    if (isBigInt(dtype)) total += (highs[column] as bigint) << 32n
  }
  return total
}

function foldSums(lanes: Lanes, from: number, to: number, { numbers, integers }: Words, at: number): void {
  if (isInteger(lanes.dtype)) {
    putInteger(integers, at + 1, integerSum(lanes, from, to))
    return
  }
  const [sum, lost] = compensated(lanes.floatSums, from, to)
  numbers[at + 1] = sum
  numbers[at + 2] = lost
}

function putInteger(integers: BigInt64Array, at: number, value: bigint): void {
  integers[at] = BigInt.asIntN(64, value)
  integers[at + 1] = value >> 64n
}

function integerAt(integers: BigInt64Array, at: number): bigint {
  return ((integers[at + 1] as bigint) << 64n) | BigInt.asUintN(64, integers[at] as bigint)
}

/** The sum of numbers in order, and what its additions lost (Neumaier). */
export function compensated(values: Float64Array, from: number, to: number): [sum: number, lost: number] {
  let [sum, lost] = [0, 0]
  for (let at = from; at < to; at++) {
    const value = values[at] as number
    lost += lostBy(sum, value)
    sum += value
  }
  return [sum, lost]
}

/** What the sum of two numbers loses; 0 where it is not finite. */
function lostBy(a: number, b: number): number {
  const sum = a + b
  if (!Number.isFinite(sum)) return 0
  return Math.abs(a) >= Math.abs(b) ? a - sum + b : b - sum + a
}

function foldBest(statistic: Statistic, lanes: Lanes, from: number, to: number, words: Words, at: number, placeOf: PlaceOf): void {
  const { best, counts, places } = lanes
  const placed = familyOf(statistic) === 'place'
  let found = -1
  for (let column = from; column < to; column++) {
    if (counts[column] === 0) continue
    const candidate = { value: best[column] as Element, place: placed ? (places[column] as number) : column }
    if (found < 0 || isBetter(statistic, candidate, { value: best[found] as Element, place: placed ? (places[found] as number) : found }))
      found = column
  }
  if (found < 0) return
  putValue(words, at + 1, best[found] as Element)
  words.numbers[at + 2] = placed ? placeOf(places[found] as number) : 0
}

function putValue({ numbers, integers }: Words, at: number, value: Element): void {
  if (typeof value === 'bigint') integers[at] = BigInt.asIntN(64, value)
  else numbers[at] = value
}

function valueAt({ numbers, integers }: Words, at: number, dtype: Dtype): Element {
  if (dtype === 'uint64') return BigInt.asUintN(64, integers[at] as bigint)
  return dtype === 'int64' ? (integers[at] as bigint) : (numbers[at] as number)
}

interface Placed {
  readonly value: Element
  readonly place: number
}

/** Whether one value takes the place of another; of equal extremes the first in place stays. */
function isBetter(statistic: Statistic, a: Placed, b: Placed): boolean {
  if (statistic === 'first') return a.place < b.place
  if (statistic === 'last') return a.place > b.place
  if (a.value === b.value) return a.place < b.place
  return statistic === 'min' || statistic === 'argmin' ? a.value < b.value : a.value > b.value
}

/** Joins what is known of more pixels into `into`. The order of joining is part of the result of floats. */
export function mergeWords(statistic: Statistic, dtype: Dtype, into: Words, at: number, from: Words, fromAt: number): void {
  const counts = [into.numbers[at] as number, from.numbers[fromAt] as number] as const
  if (counts[1] === 0) return
  into.numbers[at] = counts[0] + counts[1]
  switch (familyOf(statistic)) {
    case 'sum':
      if (isInteger(dtype)) putInteger(into.integers, at + 1, integerAt(into.integers, at + 1) + integerAt(from.integers, fromAt + 1))
      else mergeSums(into.numbers, at, from.numbers, fromAt)
      return
    case 'spread':
      mergeSpreads(into.numbers, at, from.numbers, fromAt, counts)
      return
    case 'truth':
      into.numbers[at + 1] = (into.numbers[at + 1] as number) + (from.numbers[fromAt + 1] as number)
      return
    case 'extreme':
    case 'place': {
      const placed = (words: Words, position: number): Placed => ({
        value: valueAt(words, position + 1, dtype),
        place: words.numbers[position + 2] as number,
      })
      if (counts[0] > 0 && !isBetter(statistic, placed(from, fromAt), placed(into, at))) return
      into.integers[at + 1] = from.integers[fromAt + 1] as bigint
      into.numbers[at + 2] = from.numbers[fromAt + 2] as number
      return
    }
    default:
  }
}

function mergeSums(into: Float64Array, at: number, from: Float64Array, fromAt: number): void {
  const [a, b] = [into[at + 1] as number, from[fromAt + 1] as number]
  into[at + 2] = (into[at + 2] as number) + (from[fromAt + 2] as number) + lostBy(a, b)
  into[at + 1] = a + b
}

/** The mean and squared distances of two sets joined (Chan, Golub and LeVeque 1979). */
function mergeSpreads(into: Float64Array, at: number, from: Float64Array, fromAt: number, [a, b]: readonly [number, number]): void {
  const [mean, other] = [into[at + 1] as number, from[fromAt + 1] as number]
  const gap = other - mean
  const part = b / (a + b)
  into[at + 1] = a === 0 ? other : mean + gap * part
  into[at + 2] = (into[at + 2] as number) + (from[fromAt + 2] as number) + (a === 0 ? 0 : gap * gap * a * part)
}

/** Whether so many valid pixels of `total` make a result. */
export function isEnough({ statistic, skipna, minCount }: ReduceParams, count: number, total: number): boolean {
  if (statistic === 'count') return true
  if (count < minCount) return false
  if (count === 0) return statistic === 'sum' || statistic === 'any' || statistic === 'all'
  return skipna || count === total || statistic === 'first' || statistic === 'last'
}

/** An integer as an element of a 64-bit dtype; null where it does not fit. */
export function inRange(value: bigint, dtype: Dtype): bigint | null {
  const { min, max } = dtypes[dtype]
  return value < BigInt(min) || value > BigInt(max) ? null : value
}

/** The result of what is known of `total` pixels, as an element of `result`; null where it is invalid. */
export function finishWords(params: ReduceParams, dtype: Dtype, result: Dtype, words: Words, at: number, total: number): Element | null {
  const value = finished(params, dtype, result, words, at, total)
  return value === null || value !== value ? null : value
}

function finished(params: ReduceParams, dtype: Dtype, result: Dtype, words: Words, at: number, total: number): Element | null {
  const { numbers, integers } = words
  const { statistic, skipna } = params
  const count = numbers[at] as number
  if (!isEnough(params, count, total)) return null
  switch (statistic) {
    case 'count':
      return result === 'int64' ? BigInt(count) : count
    case 'sum':
      return isInteger(dtype) ? inRange(integerAt(integers, at + 1), result) : (numbers[at + 1] as number) + (numbers[at + 2] as number)
    case 'mean':
      return (isInteger(dtype) ? Number(integerAt(integers, at + 1)) : (numbers[at + 1] as number) + (numbers[at + 2] as number)) / count
    case 'var':
    case 'std': {
      const left = count - params.ddof
      const variance = left > 0 ? (numbers[at + 2] as number) / left : Number.NaN
      return statistic === 'var' ? variance : Math.sqrt(variance)
    }
    case 'any':
      return (numbers[at + 1] as number) > 0 ? 1 : 0
    case 'all':
      return numbers[at + 1] === count ? 1 : 0
    case 'argmin':
    case 'argmax':
      return BigInt(numbers[at + 2] as number)
    case 'first':
    case 'last': {
      const wanted = statistic === 'first' ? 0 : total - 1
      return skipna || numbers[at + 2] === wanted ? valueAt(words, at + 1, dtype) : null
    }
    default:
      return valueAt(words, at + 1, dtype)
  }
}
