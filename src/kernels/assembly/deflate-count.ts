// Counts of what a block holds, and the sizes that follow from them.
import {
  COUNT_BYTES,
  DISTANCE_FREQUENCIES,
  DISTANCE_LENGTHS,
  distanceExtra,
  FIRST_COUNTS,
  FIRST_SYMBOLS,
  firstLength,
  LENGTH_COUNTS,
  lengthExtra,
  LITLEN_FREQUENCIES,
  LITLEN_LENGTHS,
  OTHER_COUNTS,
  SECOND_COUNTS,
} from './deflate-layout'

/** Forgets all counts; before the first token of a block. */
export function clearCounts(work: usize): void {
  memory.fill(work, 0, COUNT_BYTES)
}

/** Counts a token of one or two literals or a match of at most 7 bytes. */
@inline
export function countShort(token: u32, work: usize): void {
  add(work + FIRST_COUNTS, token & 511, 1)
  add(work + SECOND_COUNTS, (token >>> 9) & 511, 1)
}

/** The same as countShort, for every other token. */
@inline
export function countOther(token: u32, work: usize): void {
  add(work + FIRST_COUNTS, token & 511, 1)
  add(work + OTHER_COUNTS, (token >>> 9) & 511, 1)
}

/** Counts a match of any length. */
export function countLong(length: u32, distanceSymbol: u32, work: usize): void {
  add(work + LENGTH_COUNTS, length, 1)
  add(work + DISTANCE_FREQUENCIES, distanceSymbol, 1)
}

/** Counts the literals behind the last token. */
export function countRest(at: usize, end: usize, work: usize): void {
  for (; at < end; at++) add(work + FIRST_COUNTS, load<u8>(at), 1)
}

/** Brings the counts into their final form: literals, lengths and the end of the block in LITLEN_FREQUENCIES. */
export function finishCounts(work: usize): void {
  for (let i: usize = 0; i < 1024; i += 16) {
    const second = i32x4.add(v128.load(work + SECOND_COUNTS + i), v128.load(work + OTHER_COUNTS + i))
    v128.store(work + LITLEN_FREQUENCIES + i, i32x4.add(v128.load(work + FIRST_COUNTS + i), second))
  }
  for (let i: u32 = 256; i < FIRST_SYMBOLS; i++) {
    const count = load<u32>(work + FIRST_COUNTS + (i << 2))
    add(work + LENGTH_COUNTS, (i >>> 5) - 4, count)
    add(work + DISTANCE_FREQUENCIES, i & 31, count)
  }
  for (let symbol: u32 = 0; symbol < 29; symbol++) {
    let sum: u32 = 0
    const stop = firstLength(symbol + 1)
    for (let length = firstLength(symbol); length < stop; length++) sum += load<u32>(work + LENGTH_COUNTS + (length << 2))
    store<u32>(work + LITLEN_FREQUENCIES + ((257 + symbol) << 2), sum)
  }
  store<u32>(work + LITLEN_FREQUENCIES, 1, 256 * 4)
}

/** Number of literals, once the counts are in their final form. */
export function literalCount(work: usize): u32 {
  let sum: u32 = 0
  for (let i: u32 = 0; i < 256; i++) sum += load<u32>(work + LITLEN_FREQUENCIES + (i << 2))
  return sum
}

/** Adds to a u32 count. */
@inline
export function add(histogram: usize, symbol: u32, count: u32): void {
  const at = histogram + (symbol << 2)
  store<u32>(at, load<u32>(at) + count)
}

/** Bits of stored blocks with `length` bytes. */
export function storedBits(length: u32): u64 {
  const blocks = length ? (length + 65534) / 65535 : 1
  return (<u64>length << 3) + <u64>blocks * 40
}

/** Bits of the tokens and literals with the codeword lengths in the work memory. */
export function codedBits(work: usize): u64 {
  let total: u64 = 0
  for (let i: u32 = 0; i < 286; i++) {
    let each: u32 = load<u8>(work + LITLEN_LENGTHS + i)
    if (i > 256) each += lengthExtra(i - 257)
    total += <u64>load<u32>(work + LITLEN_FREQUENCIES + (i << 2)) * each
  }
  for (let i: u32 = 0; i < 30; i++) {
    const each: u32 = <u32>load<u8>(work + DISTANCE_LENGTHS + i) + distanceExtra(i)
    total += <u64>load<u32>(work + DISTANCE_FREQUENCIES + (i << 2)) * each
  }
  return total
}

/** Bits of the tokens and literals with the fixed codes. */
export function fixedBits(work: usize): u64 {
  let total: u64 = 0
  for (let i: u32 = 0; i < 286; i++) {
    let each: u32 = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8
    if (i > 256) each += lengthExtra(i - 257)
    total += <u64>load<u32>(work + LITLEN_FREQUENCIES + (i << 2)) * each
  }
  for (let i: u32 = 0; i < 30; i++) total += <u64>load<u32>(work + DISTANCE_FREQUENCIES + (i << 2)) * (5 + distanceExtra(i))
  return total
}
