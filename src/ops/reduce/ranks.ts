import { type Dtype, type Element, isBigInt } from '../../base/dtype.js'
import type { ReduceParams } from '../../graph/reduce.js'
import { type Digit, valueOfKey } from './digits.js'
import { isEnough } from './partial.js'

/** Words of what is known after a pass. */
export const rankWords = 5

/** What is known of an order statistic after some passes: of how many pixels, and of both neighbours the rank under their prefix, and the prefix. */
export interface Ranks {
  readonly count: bigint
  readonly low: Rank
  readonly high: Rank
}

/** The value with a rank (from 0) among those whose key begins with a prefix. */
export interface Rank {
  readonly rank: bigint
  readonly prefix: bigint
}

/** Reads ranks from words. */
export function ranksAt(words: BigUint64Array, at: number): Ranks {
  const word = (index: number): bigint => words[at + index] as bigint
  return { count: word(0), low: { rank: word(1), prefix: word(2) }, high: { rank: word(3), prefix: word(4) } }
}

/** Writes ranks as words. */
export function putRanks(words: BigUint64Array, at: number, { count, low, high }: Ranks): void {
  words.set([count, low.rank, low.prefix, high.rank, high.prefix], at)
}

/** The ranks of the two values around the share `q` of so many. */
export function firstRanks(count: number, q: number): Ranks {
  const last = Math.max(0, count - 1)
  const low = Math.min(last, Math.floor(q * last))
  const rank = (at: number): Rank => ({ rank: BigInt(at), prefix: 0n })
  return { count: BigInt(count), low: rank(low), high: rank(Math.min(last, low + 1)) }
}

/** A rank under a prefix that is longer by a digit, by the counts of that digit. */
export function narrowed({ rank, prefix }: Rank, counts: Float64Array, { bits }: Digit): Rank {
  let left = Number(rank)
  let bin = 0
  while (bin < counts.length - 1 && left >= (counts[bin] as number)) left -= counts[bin++] as number
  return { rank: BigInt(left), prefix: (prefix << BigInt(bits)) | BigInt(bin) }
}

/** The quantile of ranks whose prefixes are whole keys; null where it is invalid. */
export function quantileOf({ count, low, high }: Ranks, params: ReduceParams, dtype: Dtype, total: number): number | null {
  const n = Number(count)
  if (!isEnough(params, n, total)) return null
  const [a, b] = [Number(valueOfKey(low.prefix, dtype)), Number(valueOfKey(high.prefix, dtype))]
  const place = (params.q ?? 0.5) * (n - 1)
  const part = place - Math.floor(place)
  const value =
    part === 0 || a === b ? a : params.statistic === 'median' ? (a + b) / 2 : part >= 0.5 ? b - (b - a) * (1 - part) : a + (b - a) * part
  return value === value ? value : null
}

/** The most frequent key's value, of equally frequent ones the least; null where there are too few pixels. */
export function modeOf(counts: Float64Array, params: ReduceParams, dtype: Dtype, total: number): Element | null {
  let [count, best] = [0, 0]
  for (let bin = 0; bin < counts.length; bin++) {
    count += counts[bin] as number
    if ((counts[bin] as number) > (counts[best] as number)) best = bin
  }
  if (!isEnough(params, count, total)) return null
  const value = valueOfKey(BigInt(best), dtype)
  return isBigInt(dtype) ? BigInt(value) : value
}
