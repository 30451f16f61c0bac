// LZMA2 (the chunks of an xz block), by Igor Pavlov's LZMA specification. The output is the dictionary.
import { beginRange, isBeyond, isFinished, takeBit, takeDirect, takeReversed, takeTree } from './lzma-range'

const TRUNCATED: i32 = -1
const CORRUPT: i32 = -2
const TOO_SMALL: i32 = -3

// Where in the scratch which probabilities stand, in entries of 16 bits.
const IS_MATCH: usize = 0
const IS_REPEAT: usize = IS_MATCH + 12 * 16
const IS_REPEAT_0: usize = IS_REPEAT + 12
const IS_REPEAT_1: usize = IS_REPEAT_0 + 12
const IS_REPEAT_2: usize = IS_REPEAT_1 + 12
const IS_SHORT: usize = IS_REPEAT_2 + 12
const SLOTS: usize = IS_SHORT + 12 * 16
const SPECIAL: usize = SLOTS + 4 * 64
const ALIGN: usize = SPECIAL + 128
const LENGTHS: usize = ALIGN + 16
const LENGTH_ENTRIES: usize = 2 + 16 * 8 + 16 * 8 + 256
const REPEAT_LENGTHS: usize = LENGTHS + LENGTH_ENTRIES
const LITERALS: usize = REPEAT_LENGTHS + LENGTH_ENTRIES
const ENTRIES: usize = LITERALS + (0x300 << 4)

// Kept from chunk to chunk.
let state: u32 = 0
let distance0: u32 = 0
let distance1: u32 = 0
let distance2: u32 = 0
let distance3: u32 = 0
let literalContext: u32 = 0
let literalPosition: u32 = 0
let positionMask: u32 = 0
let tables: usize = 0
let out: usize = 0
let begin: usize = 0

/** Bytes of work memory that lzma2Decode needs, aligned to 2. */
export function lzmaScratchBytes(): i32 {
  return <i32>(ENTRIES << 1)
}

function resetState(): void {
  state = 0
  distance0 = distance1 = distance2 = distance3 = 0
  for (let i: usize = 0; i < ENTRIES; i++) store<u16>(tables + (i << 1), 1024)
}

function setProperties(byte: u32): bool {
  if (byte >= 225) return false
  literalContext = byte % 9
  literalPosition = (byte / 9) % 5
  positionMask = (1 << (byte / 45)) - 1
  return literalContext + literalPosition <= 4
}

/** Decodes chunks up to the mark of their end; returns the bytes produced, or -1, -2, -3. What follows the mark is ignored. */
export function lzma2Decode(source: usize, length: i32, target: usize, capacity: i32, scratch: usize): i32 {
  const end = source + length
  const limit = target + capacity
  let at = source
  let needsProperties = true
  let needsDictionary = true
  tables = scratch
  out = target
  while (at < end) {
    const control: u32 = load<u8>(at++)
    if (control == 0) return <i32>(out - target)
    if (control >= 0xe0 || control == 1) {
      needsDictionary = false
      begin = out
    } else if (needsDictionary) return CORRUPT
    if (control < 0x80) {
      if (control > 2) return CORRUPT
      if (at + 2 > end) return TRUNCATED
      const size: usize = <usize>bswap<u16>(load<u16>(at)) + 1
      at += 2
      if (at + size > end) return TRUNCATED
      if (size > limit - out) return TOO_SMALL
      memory.copy(out, at, size)
      out += size
      at += size
      continue
    }
    if (at + 5 > end) return TRUNCATED
    const produced = ((control & 31) << 16) + <u32>bswap<u16>(load<u16>(at)) + 1
    const taken: usize = <usize>bswap<u16>(load<u16>(at, 2)) + 1
    at += 4
    if (control >= 0xc0) {
      if (!setProperties(load<u8>(at++))) return CORRUPT
      needsProperties = false
    } else if (needsProperties) return CORRUPT
    if (control >= 0xa0) resetState()
    if (at + taken > end) return TRUNCATED
    if (produced > limit - out) return TOO_SMALL
    if (!beginRange(at, at + taken) || !chunk(out + produced) || !isFinished()) return CORRUPT
    at += taken
  }
  return TRUNCATED
}

@inline
function p(entry: usize): usize {
  return tables + (entry << 1)
}

/** Decodes up to a place in the output. */
function chunk(limit: usize): bool {
  while (out < limit) {
    if (isBeyond()) return false
    const position = <u32>(out - begin) & positionMask
    if (takeBit(p(IS_MATCH + (state << 4) + position)) == 0) {
      literal()
      continue
    }
    let count: u32
    if (takeBit(p(IS_REPEAT + state)) == 0) {
      count = 2 + takeLength(LENGTHS, position)
      distance3 = distance2
      distance2 = distance1
      distance1 = distance0
      distance0 = takeDistance(count)
      state = state < 7 ? 7 : 10
    } else count = repeated(position)
    // An end mark, as LZMA has one and LZMA2 has not, is such a distance too.
    if (distance0 >= <u32>(out - begin) || count > <u32>(limit - out)) return false
    const from = out - distance0 - 1
    for (let i: usize = 0; i < count; i++) store<u8>(out + i, load<u8>(from + i))
    out += count
  }
  return !isBeyond()
}

/** The length of a match at one of the last four distances, which becomes the first of them. */
function repeated(position: u32): u32 {
  if (takeBit(p(IS_REPEAT_0 + state)) == 0) {
    if (takeBit(p(IS_SHORT + (state << 4) + position)) == 0) {
      state = state < 7 ? 9 : 11
      return 1
    }
  } else {
    let distance = distance1
    if (takeBit(p(IS_REPEAT_1 + state)) != 0) {
      distance = distance2
      if (takeBit(p(IS_REPEAT_2 + state)) != 0) {
        distance = distance3
        distance3 = distance2
      }
      distance2 = distance1
    }
    distance1 = distance0
    distance0 = distance
  }
  state = state < 7 ? 8 : 11
  return 2 + takeLength(REPEAT_LENGTHS, position)
}

function takeLength(table: usize, position: u32): u32 {
  if (takeBit(p(table)) == 0) return takeTree(p(table + 2 + (position << 3)), 3)
  if (takeBit(p(table + 1)) == 0) return 8 + takeTree(p(table + 2 + 128 + (position << 3)), 3)
  return 16 + takeTree(p(table + 2 + 256), 8)
}

function takeDistance(count: u32): u32 {
  const kind = count < 6 ? count - 2 : 3
  const slot = takeTree(p(SLOTS + (kind << 6)), 6)
  if (slot < 4) return slot
  const bits = (slot >>> 1) - 1
  const first = (2 | (slot & 1)) << bits
  if (slot < 14) return first + takeReversed(p(SPECIAL + first - slot), bits)
  return first + (takeDirect(bits - 4) << 4) + takeReversed(p(ALIGN), 4)
}

function literal(): void {
  const before: u32 = out > begin ? load<u8>(out - 1) : 0
  const place = ((<u32>(out - begin) & ((1 << literalPosition) - 1)) << literalContext) + (before >>> (8 - literalContext))
  const probabilities = p(LITERALS + <usize>place * 0x300)
  let symbol: u32 = 1
  if (state >= 7 && distance0 < <u32>(out - begin)) {
    let match: u32 = load<u8>(out - distance0 - 1)
    while (symbol < 0x100) {
      const expected = (match >>> 7) & 1
      match <<= 1
      const bit = takeBit(probabilities + (((1 + expected) << 8) + symbol << 1))
      symbol = (symbol << 1) | bit
      if (bit != expected) break
    }
  }
  while (symbol < 0x100) symbol = (symbol << 1) | takeBit(probabilities + (symbol << 1))
  store<u8>(out++, <u8>symbol)
  state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6
}
