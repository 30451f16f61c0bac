// Counts of what a block holds, and the sizes that follow from them.
import {
  COUNT_BYTES,
  DISTANCE_FREQUENCIES,
  DISTANCE_LENGTHS,
  distanceExtra,
  firstLength,
  HISTOGRAMS,
  LENGTH_COUNTS,
  lengthExtra,
  LITLEN_FREQUENCIES,
  LITLEN_LENGTHS,
} from './deflate-layout'

/** Forgets all counts; before the first token of a block. */
export function clearCounts(work: usize): void {
  memory.fill(work, 0, COUNT_BYTES)
}

/**
 * Counts a token: `run` literals at `at` and a match behind them (so that four bytes can be read at `at`).
 * Four histograms, so that equal neighbours do not wait for each other's counter. The last literals are counted by arithmetic, not by a
 * loop, whose end would be mispredicted for most tokens.
 */
@inline
export function countToken(at: usize, run: u32, length: u32, distanceSymbol: u32, work: usize): void {
  const h = work + HISTOGRAMS
  for (; run >= 4; run -= 4, at += 4) countFour(h, load<u32>(at))
  const rest = load<u32>(at)
  add(h, rest & 255, run > 0)
  add(h + 1024, (rest >>> 8) & 255, run > 1)
  add(h + 2048, (rest >>> 16) & 255, run > 2)
  add(work + LENGTH_COUNTS, length, 1)
  add(work + DISTANCE_FREQUENCIES, distanceSymbol, 1)
}

/** Counts the literals behind the last token. */
export function countRest(at: usize, end: usize, work: usize): void {
  const h = work + HISTOGRAMS
  for (; at + 4 <= end; at += 4) countFour(h, load<u32>(at))
  for (; at < end; at++) add(h, load<u8>(at), 1)
}

@inline
function countFour(h: usize, four: u32): void {
  add(h, four & 255, 1)
  add(h + 1024, (four >>> 8) & 255, 1)
  add(h + 2048, (four >>> 16) & 255, 1)
  add(h + 3072, four >>> 24, 1)
}

/** Brings the counts into their final form: literals, lengths and the end of the block in LITLEN_FREQUENCIES. */
export function finishCounts(work: usize): void {
  const h = work + HISTOGRAMS
  for (let i: usize = 0; i < 1024; i += 16) {
    const low = i32x4.add(v128.load(h + i), v128.load(h + i, 1024))
    const high = i32x4.add(v128.load(h + i, 2048), v128.load(h + i, 3072))
    v128.store(work + LITLEN_FREQUENCIES + i, i32x4.add(low, high))
  }
  for (let symbol: u32 = 0; symbol < 29; symbol++) {
    let sum: u32 = 0
    const stop = firstLength(symbol + 1)
    for (let length = firstLength(symbol); length < stop; length++) sum += load<u32>(work + LENGTH_COUNTS + (length << 2))
    store<u32>(work + LITLEN_FREQUENCIES + ((257 + symbol) << 2), sum)
  }
  store<u32>(work + LITLEN_FREQUENCIES, 1, 256 * 4)
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
