// What tokens will about cost, in sixteenths of a bit, by what has been counted so far in the block.
import {
  DISTANCE_FREQUENCIES,
  distanceExtra,
  FIRST_COUNTS,
  firstLength,
  LENGTH_COUNTS,
  lengthExtra,
  SECOND_COUNTS,
} from './deflate-layout'

// u16 costs: of 256 literals, lengths to 258, 30 distances.
const literals = memory.data(256 * 2, 16)
const lengths = memory.data(260 * 2, 16)
const distances = memory.data(32 * 2, 16)
// u32 counts: of 256 literals, 29 lengths, 30 distances.
const literalCounts = memory.data(256 * 4, 16)
const lengthCounts = memory.data(29 * 4, 16)
const distanceCounts = memory.data(32 * 4, 16)

// What a symbol that is rounded to whole bits costs more than by its share.
const ROUNDED: u32 = 8

/** What the end of a run costs on the average, with all that comes before the next. */
export let costOfEnd: i32 = 0

/** A literal. */
@inline
export function costOfLiteral(value: u32): i32 {
  return load<u16>(literals + (value << 1))
}

/** A match length with its extra bits. */
@inline
export function costOfLength(length: usize): i32 {
  return load<u16>(lengths + (length << 1))
}

/** A distance symbol with its extra bits. */
@inline
export function costOfDistance(symbol: u32): i32 {
  return load<u16>(distances + (symbol << 1))
}

/** Begins with guesses. */
export function beginCosts(): void {
  costOfEnd = 11 * 16
  for (let value: u32 = 0; value < 256; value++) store<u16>(literals + (value << 1), 5 * 16)
  for (let symbol: u32 = 0; symbol < 29; symbol++) putLength(symbol, 5 * 16)
  for (let symbol: u32 = 0; symbol < 30; symbol++) store<u16>(distances + (symbol << 1), <u16>(((symbol ? 4 : 2) + distanceExtra(symbol)) << 4))
}

function putLength(symbol: u32, cost: u32): u32 {
  const all = cost + (lengthExtra(symbol) << 4)
  const stop = firstLength(symbol + 1)
  for (let length = firstLength(symbol); length < stop; length++) store<u16>(lengths + (length << 1), <u16>all)
  return all
}

// 16 * log2(value + 1), at most 1.4 less.
@inline
function log2(value: u32): u32 {
  const top: u32 = 31 - clz(value + 1)
  return (top << 4) + (<u32>((<u64>(value + 1) << 4) >>> top) & 15)
}

/** Makes the costs anew from the counts; `ends` runs have ended so far. */
export function refreshCosts(ends: i32, work: usize): void {
  memory.copy(distanceCounts, work + DISTANCE_FREQUENCIES, 32 * 4)
  const matches = sumLengths(work)
  const all = log2(matches + sumLiterals(work)) + ROUNDED
  const far = log2(matches) + ROUNDED / 2
  let bits: u64 = 0
  for (let value: u32 = 0; value < 256; value++) {
    const count = load<u32>(literalCounts + (value << 2))
    const cost = all - log2(count)
    store<u16>(literals + (value << 1), <u16>cost)
    bits += <u64>count * cost
  }
  for (let symbol: u32 = 0; symbol < 29; symbol++) {
    const count = load<u32>(lengthCounts + (symbol << 2))
    bits += <u64>count * putLength(symbol, all - log2(count))
  }
  for (let symbol: u32 = 0; symbol < 30; symbol++) {
    const count = load<u32>(distanceCounts + (symbol << 2))
    const cost = far - log2(count) + (distanceExtra(symbol) << 4)
    store<u16>(distances + (symbol << 1), <u16>cost)
    bits += <u64>count * cost
  }
  if (ends > 0) costOfEnd = <i32>(bits / <u64>ends)
}

/** Counts literals and returns their number. */
function sumLiterals(work: usize): u32 {
  let total: u32 = 0
  for (let at: usize = 0; at < 1024; at += 4) {
    const count = load<u32>(work + FIRST_COUNTS + at) + load<u32>(work + SECOND_COUNTS + at)
    store<u32>(literalCounts + at, count)
    total += count
  }
  return total
}

/** Counts lengths, and the distances of matches of 4 to 7 bytes; returns the number of matches. */
function sumLengths(work: usize): u32 {
  let total: u32 = 0
  for (let symbol: u32 = 0; symbol < 29; symbol++) {
    let count: u32 = symbol - 1 < 4 ? sumShort(work + FIRST_COUNTS + <usize>((128 + ((symbol + 3) << 5)) << 2)) : 0
    const stop = firstLength(symbol + 1)
    for (let length = firstLength(symbol); length < stop; length++) count += load<u32>(work + LENGTH_COUNTS + (length << 2))
    store<u32>(lengthCounts + (symbol << 2), count)
    total += count
  }
  return total
}

function sumShort(counts: usize): u32 {
  let total: u32 = 0
  for (let at: usize = 0; at < 128; at += 4) {
    const count = load<u32>(counts + at)
    store<u32>(distanceCounts + at, load<u32>(distanceCounts + at) + count)
    total += count
  }
  return total
}
