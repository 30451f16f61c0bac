// The matcher of the deflate encoder. It works on segments in two passes. The first one probes every place of the segment for a short
// match; it has no branches that depend on the data, which on noisy rasters would all be mispredicted. The second walks over what was
// found, chooses, and extends the few long matches.
import {
  beginTokens,
  endTokens,
  hasTokenRoom,
  literalsStart,
  LONGEST,
  matchLength,
  putToken,
  TOKENS_AT_ONCE,
  WINDOW,
} from './deflate-tokens'

const HASH_BITS: u32 = 15
const HASH_BYTES: usize = 2 << HASH_BITS
// Places probed in one go, and so no more tokens than there is room for.
const SEGMENT: u32 = <u32>TOKENS_AT_ONCE
const FOUND_AT: usize = HASH_BYTES
const MASKS_AT: usize = FOUND_AT + SEGMENT * 4
/** Bytes of work memory of the matcher. */
export const MATCH_WORK_BYTES: usize = MASKS_AT + SEGMENT / 8

const BLOCK_BYTES: u32 = 65536
const SHORTEST: usize = 4

/** Where the block of the last findTokens ends. */
export let blockEnd: usize = 0

/** Forgets everything seen; before the first block. */
export function beginMatches(scratch: usize): void {
  memory.fill(scratch, 0, HASH_BYTES)
}

/**
 * Finds the tokens of the block that begins at `from` (the stream begins at `start`), counts their symbols in `work` and returns their
 * number. T is the unit at whose multiples matches are looked for.
 */
export function findTokens<T>(from: usize, start: usize, end: usize, scratch: usize, tokens: usize, work: usize): u32 {
  beginTokens(from, tokens, work)
  const stop = end - from > BLOCK_BYTES ? from + BLOCK_BYTES : end
  // Probing reads a byte before and seven bytes behind a place.
  const limit = end - start > 16 ? end - 8 : start
  let at = from
  while (at < stop && hasTokenRoom()) {
    if (at < start + 4) at = start + 4
    const places = at < limit ? <u32>(limit - at) / sizeof<T>() : 0
    if (!places) {
      at = stop
      break
    }
    const count = places < SEGMENT ? places : SEGMENT
    probe<T>(at, count, start, scratch)
    choose<T>(at, count, end, scratch, work)
    at += count * sizeof<T>()
    if (at < literalsStart()) at = literalsStart() + ((literalsStart() - start) & (sizeof<T>() - 1))
  }
  if (at > end) at = end
  if (at < literalsStart()) at = literalsStart()
  blockEnd = at
  return endTokens(at, work)
}

// For each place, "found" tells of the place in the window that its hash names: equal bytes from the place on (at most 7, or 8 for more) in
// bits 20-23, bit 19 set when the byte before is equal too, 32768 - distance in bits 0-14. A bit in the masks says whether to look at it.
function probe<T>(from: usize, places: u32, start: usize, scratch: usize): void {
  let i: u32 = 0
  const early = from < start + WINDOW + 2 ? <u32>(start + WINDOW + 2 - from) / sizeof<T>() : 0
  const whole = places & ~63
  while (i < whole) {
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

// The least that is worth a look: four equal bytes. For samples of 16 bits the three bytes of the hash and the one before suffice: in
// differences that is a low byte between two high bytes, of which there are few different ones, and one more.
const WORTH_SHORT: u32 = (3 << 20) | (1 << 19)
const WORTH_BYTE: u32 = 4 << 20

// A bucket holds the low 16 bits of a place. Whatever it holds, it names a place inside the window, which is then compared.
@inline
function probeOne<T>(at: usize, start: usize, scratch: usize, i: u32, early: bool): bool {
  const word = load<u64>(at - 1)
  const key = sizeof<T>() == 2 ? <u32>word & 0xffffff00 : <u32>(word >>> 8)
  const bucket = scratch + (((key * 0x9e3779b1) >>> (32 - HASH_BITS)) << 1)
  const place = <u32>(at - start)
  let before = (place - 1 - load<u16>(bucket)) & (WINDOW - 1)
  store<u16>(bucket, <u16>place)
  // Not before the start of the stream.
  if (early) before = before < place - 1 ? before : 1
  const turned = rotr<u64>(word ^ load<u64>(at - 2 - before), 8)
  const forward = (<u32>ctz(turned) & 0x78) << 17
  const back = <u32>(turned < (<u64>1 << 56)) << 19
  const found = forward | back | (before ^ (WINDOW - 1))
  store<u32>(scratch + FOUND_AT + (i << 2), found)
  return found >= (sizeof<T>() == 2 ? WORTH_SHORT : WORTH_BYTE)
}

// Tokens of a segment of `places` at `from`, first come first served.
function choose<T>(from: usize, places: u32, end: usize, scratch: usize, work: usize): void {
  let i = placesUpTo<T>(from, literalsStart())
  while (i < places) {
    const mask = load<u64>(scratch + MASKS_AT + (i >>> 6 << 3)) >>> (i & 63)
    if (!mask) {
      i = (i | 63) + 1
      continue
    }
    i += <u32>ctz(mask)
    const found = load<u32>(scratch + FOUND_AT + (i << 2))
    const distance = WINDOW - (found & (WINDOW - 1))
    const at = from + i * sizeof<T>()
    let length: usize = found >>> 20
    if (length >= 7) length = matchLength(at, distance, end, 7)
    const back = at == literalsStart() ? 0 : (found >>> 19) & 1
    length += back
    if (length < SHORTEST) {
      i++
      continue
    }
    if (length > LONGEST) length = LONGEST
    putToken(at - back, length, distance, work)
    if (length == LONGEST) continueRun(distance, end, work)
    i = placesUpTo<T>(from, literalsStart())
  }
}

@inline
function placesUpTo<T>(from: usize, at: usize): u32 {
  return at > from ? <u32>(at - from + sizeof<T>() - 1) / sizeof<T>() : 0
}

// More matches of the same distance: empty tiles and the like need no probing.
function continueRun(distance: u32, end: usize, work: usize): void {
  while (hasTokenRoom() && end - literalsStart() > 8) {
    const length = matchLength(literalsStart(), distance, end, 0)
    if (length < 8) return
    putToken(literalsStart(), length, distance, work)
    if (length < LONGEST) return
  }
}
