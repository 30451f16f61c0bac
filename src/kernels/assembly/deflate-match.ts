// The matcher of the deflate encoder. It works on segments in three passes, none of which has branches that depend on noise: they would all
// be mispredicted. The first probes every place of the segment for one match, the second turns what was found into the token that each
// place would begin, and the third walks from token to token. Only matches of 8 bytes and more, which noise does not have, are branched to.
import { countOther, countShort } from './deflate-count'
import { NOTHING } from './deflate-layout'
import {
  beginTokens,
  endTokens,
  hasTokenRoom,
  literalsStart,
  LONG_TOKEN,
  LONGEST,
  matchLength,
  putLiterals,
  putMatch,
  SHORTEST_LONG,
  TOKENS_AT_ONCE,
  tokensEnd,
  tookTokens,
  WINDOW,
} from './deflate-tokens'

const HASH_BITS: u32 = 16
const HASH_BYTES: usize = 2 << HASH_BITS
const LONGER_AT: usize = HASH_BYTES
// Places probed in one go; no more tokens than there is room for.
const SEGMENT: u32 = <u32>TOKENS_AT_ONCE - 128
const FOUND_AT: usize = 2 * HASH_BYTES
// The second pass works on 16 places at once, and looks one ahead.
const STEPS_AT: usize = FOUND_AT + SEGMENT * 4 + 64
/** Bytes of work memory of the matcher. */
export const MATCH_WORK_BYTES: usize = STEPS_AT + SEGMENT + 32

const BLOCK_BYTES: u32 = 65536
// Where so many of 64 places begin a match, it pays to look for one of 6 bytes, too.
const MANY: u32 = 55

// Whether the bytes are so even, by the segment before.
let isEven: bool = true

/** Where the block of the last findTokens ends. */
export let blockEnd: usize = 0

/** Forgets everything seen; before the first block. */
export function beginMatches(scratch: usize): void {
  memory.fill(scratch, 0, 2 * HASH_BYTES)
  isEven = true
}

/**
 * Finds the tokens of the block that begins at `from` (the stream begins at `start`), counts their symbols in `work` and returns their
 * number. T is the unit at whose multiples matches are looked for.
 */
export function findTokens<T>(from: usize, start: usize, end: usize, scratch: usize, tokens: usize, work: usize): u32 {
  beginTokens(from, tokens, work)
  const stop = end - from > BLOCK_BYTES ? from + BLOCK_BYTES : end
  // Probing reads seven bytes behind a place, and the second pass the samples of 16 places.
  const limit = end - start > 64 ? end - 40 : start
  while (literalsStart() < stop && hasTokenRoom()) {
    let at = literalsStart()
    at += at == start ? sizeof<T>() : (at - start) & (sizeof<T>() - 1)
    const places = at < limit ? <u32>(limit - at) / sizeof<T>() : 0
    if (!places) {
      blockEnd = end
      return endTokens(end, work)
    }
    putLiterals(at, work)
    const count = places < SEGMENT ? places : SEGMENT
    probe<T>(at, count, start, scratch, false)
    if (isEven) probe<T>(at, count, start, scratch, true)
    isEven = nameTokens<T>(at, count, scratch) > count * MANY >>> 6
    walk<T>(at, count, end, scratch, work)
  }
  blockEnd = literalsStart()
  return endTokens(blockEnd, work)
}

// For each place, what is known of the place in the window that its hash names: distance - 1 in bits 0-14, equal bytes (at most 8) in bits
// 15-18. `longer` looks by 6 bytes instead of 4, and keeps what it finds where that is more than was found before.
@inline
function probe<T>(from: usize, places: u32, start: usize, scratch: usize, longer: bool): void {
  const early = from < start + WINDOW ? <u32>(start + WINDOW - from) / sizeof<T>() + 1 : 0
  const stop = early < places ? early : places
  let i: u32 = 0
  for (; i < stop; i++) probeOne(from + i * sizeof<T>(), start, scratch, i, true, longer)
  for (; i < places; i++) probeOne(from + i * sizeof<T>(), start, scratch, i, false, longer)
}

// A bucket holds the low 16 bits of a place. Whatever it holds, it names a place inside the window, which is then compared.
@inline
function probeOne(at: usize, start: usize, scratch: usize, i: u32, early: bool, longer: bool): void {
  const word = load<u64>(at)
  const hash = longer ? <usize>(((word << 16) * 0x9e3779b97f4a7c15) >>> (64 - HASH_BITS)) : (<u32>word * 0x9e3779b1) >>> (32 - HASH_BITS)
  const bucket = scratch + (hash << 1) + (longer ? LONGER_AT : 0)
  const place = <u32>(at - start)
  let before = place - 1 - load<u16>(bucket)
  before &= WINDOW - 1
  store<u16>(bucket, <u16>place)
  // Not before the start of the stream.
  if (early) before = before < place ? before : 0
  const equal = <u32>ctz(word ^ load<u64>(at - 1 - before)) & 0x78
  const found = scratch + (i << 2)
  const match = (equal << 12) | before
  if (longer) {
    const known = load<u32>(found, FOUND_AT)
    store<u32>(found, match > (known | (WINDOW - 1)) ? match : known, FOUND_AT)
  } else store<u32>(found, match, FOUND_AT)
}

// Replaces what was found by tokens, and tells how many places each of them takes; 0 for a long match, whose end is not known yet, and
// behind the segment. Returns about how many places begin a match.
function nameTokens<T>(from: usize, places: u32, scratch: usize): u32 {
  const found = scratch + FOUND_AT
  const steps = scratch + STEPS_AT
  // The last literal stands alone.
  store<u32>(found + (places << 2), 4 << 15)
  let matches: u32 = 0
  for (let i: u32 = 0; i < places; i += 16) {
    const at = found + (i << 2)
    const source = from + i * sizeof<T>()
    const a = nameFour<T>(at, source)
    const b = nameFour<T>(at + 16, source + 4 * sizeof<T>())
    const c = nameFour<T>(at + 32, source + 8 * sizeof<T>())
    const d = nameFour<T>(at + 48, source + 12 * sizeof<T>())
    const all = i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_u(a, b), i16x8.narrow_i32x4_u(c, d))
    v128.store(steps + i, all)
    // What lies behind the segment is not counted.
    if (i + 16 <= places) matches += 16 - popcnt(literalsOf<T>(all))
  }
  v128.store(steps + places, i32x4.splat(0))
  return matches
}

// A bit for each of 16 steps that is that of literals.
@inline
function literalsOf<T>(steps: v128): u32 {
  const less = i8x16.sub(steps, i8x16.splat(1))
  return <u32>i8x16.bitmask(sizeof<T>() == 2 ? i8x16.eq(less, i8x16.splat(0)) : i8x16.lt_u(less, i8x16.splat(2)))
}

// Four tokens; returns their steps.
@inline
function nameFour<T>(at: usize, source: usize): v128 {
  const found = v128.load(at)
  const before = v128.and(found, i32x4.splat(WINDOW - 1))
  // The exponent and the first bit behind it are the distance's symbol, but for the distance 2.
  const magnitude = i32x4.sub(i32x4.shr_u(f32x4.convert_i32x4_s(before), 22), i32x4.splat(254))
  const symbol = i32x4.max_s(magnitude, i32x4.min_s(before, i32x4.splat(1)))
  const equal = v128.and(i32x4.shr_u(found, 15), i32x4.splat(sizeof<T>() == 2 ? 14 : 15))
  const isMatch = i32x4.gt_s(equal, i32x4.splat(3))
  const isLong = i32x4.gt_s(equal, i32x4.splat(7))
  const near = i32x4.add(symbol, i32x4.add(i32x4.shl(equal, 5), i32x4.splat(128 + (NOTHING << 9))))
  const short = v128.or(near, i32x4.shr_u(i32x4.shl(before, 19), 1))
  const long = v128.or(before, i32x4.splat(LONG_TOKEN))
  let literal: v128
  let step: v128
  if (sizeof<T>() == 2) {
    const pair = v128.load_ext<u16>(source)
    literal = v128.or(v128.and(pair, i32x4.splat(255)), i32x4.shl(i32x4.shr_u(pair, 8), 9))
    step = v128.bitselect(i32x4.shr_u(equal, 1), i32x4.splat(1), isMatch)
  } else {
    // A second literal where no match begins.
    const here = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(source)))
    const next = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(source + 1)))
    const isAlone = i32x4.gt_s(v128.load(at, 4), i32x4.splat((4 << 15) - 1))
    literal = v128.or(here, i32x4.shl(v128.bitselect(i32x4.splat(NOTHING), next, isAlone), 9))
    step = v128.bitselect(equal, i32x4.add(i32x4.splat(2), isAlone), isMatch)
  }
  v128.store(at, v128.bitselect(long, v128.bitselect(short, literal, isMatch), isLong))
  return v128.andnot(step, isLong)
}

// Takes the tokens of a segment of `places` at `from`, first come first served.
function walk<T>(from: usize, places: u32, end: usize, scratch: usize, work: usize): void {
  const found = scratch + FOUND_AT
  const steps = scratch + STEPS_AT
  const past = from + places * sizeof<T>()
  let i: u32 = 0
  while (true) {
    let next = tokensEnd()
    let step: u32 = load<u8>(steps + i)
    while (step) {
      const token = load<u32>(found + (i << 2))
      i += step
      step = load<u8>(steps + i)
      store<u32>(next, token)
      next += 4
      countShort(token, work)
      if (!step) break
      const other = load<u32>(found + (i << 2))
      i += step
      step = load<u8>(steps + i)
      store<u32>(next, other)
      next += 4
      countOther(other, work)
    }
    tookTokens(next, from + i * sizeof<T>())
    if (i >= places) return
    takeLong(from + i * sizeof<T>(), (load<u32>(found + (i << 2)) & (WINDOW - 1)) + 1, end, work)
    if (literalsStart() >= past) return
    if ((literalsStart() - from) & (sizeof<T>() - 1)) putLiterals(literalsStart() + 1, work)
    i = <u32>(literalsStart() - from) / sizeof<T>()
  }
}

// A long match, and more of the same distance if it is as long as can be: empty tiles and the like need no probing.
function takeLong(at: usize, distance: u32, end: usize, work: usize): void {
  let length = matchLength(at, distance, end, SHORTEST_LONG)
  putMatch(length, distance, work)
  while (length == LONGEST && hasTokenRoom() && end - literalsStart() > 8) {
    length = matchLength(literalsStart(), distance, end, 0)
    if (length < 8) return
    putMatch(length, distance, work)
  }
}
