// The matcher of the deflate encoder. It works on segments in two passes. The first one probes every place of the segment for a short match;
// it has no branches that depend on the data, which on noisy rasters would all be mispredicted. The second walks over what was found,
// chooses, and extends the few long matches.
import { clearCounts, countRest, countToken, distanceSymbol } from './deflate-block'

const HASH_BITS: u32 = 15
const HASH_BYTES: usize = 2 << HASH_BITS
const SEGMENT: u32 = 1024
const FOUND_AT: usize = HASH_BYTES
const MASKS_AT: usize = FOUND_AT + SEGMENT * 4
/** Bytes of work memory of the matcher. */
export const MATCH_WORK_BYTES: usize = MASKS_AT + SEGMENT / 8

const TOKENS: u32 = 24576
/** Bytes of the tokens of one block. */
export const TOKEN_BYTES: usize = <usize>TOKENS << 3

const BLOCK_BYTES: u32 = 65536
const WINDOW: u32 = 32768
const LONGEST: usize = 258

/** Where the block of the last findTokens ends. */
export let blockEnd: usize = 0

/** Forgets everything seen; before the first block. */
export function beginMatches(scratch: usize): void {
  memory.fill(scratch, 0, HASH_BYTES)
}

/**
 * Finds the tokens of the block that begins at `from` (the stream begins at `start`), counts their symbols in `work` and returns their number.
 * T is the unit at whose multiples matches are looked for.
 */
export function findTokens<T>(from: usize, start: usize, end: usize, scratch: usize, tokens: usize, work: usize): u32 {
  clearCounts(work)
  const stop = end - from > BLOCK_BYTES ? from + BLOCK_BYTES : end
  // Probing reads a byte before and seven bytes behind a place.
  const limit = end - start > 16 ? end - 8 : start
  tokenAt = tokens
  literals = from
  let at = from
  while (at < stop && tokenAt <= tokens + TOKEN_BYTES - SEGMENT * 8) {
    if (at < start + 4) at = start + 4
    if (at >= limit) {
      at = stop
      break
    }
    let places = <u32>(limit - at) / sizeof<T>()
    if (places > SEGMENT) places = SEGMENT
    probe<T>(at, places, start, scratch)
    choose<T>(at, places, end, scratch, work)
    at += places * sizeof<T>()
    if (at < literals) at = literals + (sizeof<T>() == 2 ? (literals - start) & 1 : 0)
    if (!places) at = stop
  }
  if (at > end) at = end
  if (at < literals) at = literals
  blockEnd = at
  countRest(literals, at, work)
  return <u32>(tokenAt - tokens) >>> 3
}

// Where the next token goes, and the first byte that no token covers.
let tokenAt: usize = 0
let literals: usize = 0

// A bucket holds the low 16 bits of two places, the newer one low: whatever they are, they name places inside the window, which are compared.
// For each place `found` is the better candidate: equal bytes from the place on (at most 7 or "8 or more") in bits 20-23, bit 19 set when the
// byte before is equal too, and 32768 - distance in bits 0-14. `masks` has a bit for each place that deserves a look.
function probe<T>(from: usize, places: u32, start: usize, scratch: usize): void {
  let i: u32 = 0
  const early = from < start + WINDOW + 2 ? <u32>(start + WINDOW + 2 - from) / sizeof<T>() : 0
  const all = places & ~63
  while (i < all) {
    let mask: u64 = 0
    const stop = i + 64
    if (i < early) for (; i < stop; i++) mask = (mask >>> 1) | (<u64>probeOne<T>(from + i * sizeof<T>(), start, scratch, i, true) << 63)
    else for (; i < stop; i++) mask = (mask >>> 1) | (<u64>probeOne<T>(from + i * sizeof<T>(), start, scratch, i, false) << 63)
    store<u64>(scratch + MASKS_AT + ((i - 64) >>> 6 << 3), mask)
  }
  if (i < places) {
    let mask: u64 = 0
    for (; i < places; i++) mask |= <u64>probeOne<T>(from + i * sizeof<T>(), start, scratch, i, true) << (i & 63)
    store<u64>(scratch + MASKS_AT + (places >>> 6 << 3), mask)
  }
}

// @ts-ignore: decorator
@inline
function probeOne<T>(at: usize, start: usize, scratch: usize, i: u32, early: bool): bool {
  const word = load<u64>(at - 1)
  const key = sizeof<T>() == 2 ? <u32>word & 0xffffff00 : <u32>(word >>> 8)
  const bucket = scratch + (((key * 0x9e3779b1) >>> (32 - HASH_BITS)) << 1)
  const place = <u32>(at - start)
  const entry = <u32>load<u16>(bucket)
  store<u16>(bucket, <u16>place)
  let near = (place - 1 - entry) & 0x7fff
  if (early) {
    // Candidates before the start of the stream.
    near = near < place - 1 ? near : 1
  }
  const a = score(word ^ load<u64>(at - 2 - near)) | (near ^ 0x7fff)
  const best = a
  store<u32>(scratch + FOUND_AT + (i << 2), best)
  return best >= (sizeof<T>() == 2 ? WORTH_SHORT : WORTH_BYTE)
}

const WORTH_SHORT: u32 = (3 << 20) | (1 << 19)
const WORTH_BYTE: u32 = 4 << 20

// @ts-ignore: decorator
@inline
function score(difference: u64): u32 {
  const turned = rotr<u64>(difference, 8)
  return ((<u32>ctz(turned) & 0x78) << 17) | (<u32>(turned < (<u64>1 << 56)) << 19)
}

function choose<T>(from: usize, places: u32, end: usize, scratch: usize, work: usize): void {
  let i: u32 = literals > from ? <u32>(literals - from + sizeof<T>() - 1) / sizeof<T>() : 0
  while (i < places) {
    const mask = load<u64>(scratch + MASKS_AT + (i >>> 6 << 3)) >>> (i & 63)
    if (!mask) {
      i = (i | 63) + 1
      continue
    }
    i += <u32>ctz(mask)
    const found = load<u32>(scratch + FOUND_AT + (i << 2))
    const distance = 32768 - (found & 0x7fff)
    let at = from + i * sizeof<T>()
    let back = (found >>> 19) & 1
    let length: usize = found >>> 20
    if (length >= 7) length = matchLength(at, distance, end)
    if (at == literals) back = 0
    length += back
    if (length < 4) {
      i++
      continue
    }
    if (length > LONGEST) length = LONGEST
    at -= back
    const run = <u32>(at - literals)
    const symbol = distanceSymbol(distance)
    store<u64>(tokenAt, <u64>(run | (symbol << 24)) | (<u64>length << 32) | (<u64>distance << 48))
    tokenAt += 8
    countToken(literals, run, <u32>length, symbol, work)
    literals = at + length
    i = <u32>(literals - from + sizeof<T>() - 1) / sizeof<T>()
  }
}

// Common bytes of two places of which seven are known to be equal, at most 258.
// @ts-ignore: decorator
@inline
function matchLength(at: usize, distance: usize, end: usize): usize {
  const most = end - at < LONGEST ? end - at : LONGEST
  let length: usize = 7
  while (length + 8 <= most) {
    const difference = load<u64>(at + length) ^ load<u64>(at + length - distance)
    if (difference) return length + (<usize>ctz(difference) >>> 3)
    length += 8
  }
  while (length < most && load<u8>(at + length) == load<u8>(at + length - distance)) length++
  return length
}
