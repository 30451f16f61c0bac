// The state of an inflating stream and its loops: bits in, literals and matches out. One stream at a time.
import {
  BUFFER_LOW,
  DISTANCE_BITS,
  distanceTable,
  END_OF_BLOCK,
  FIRST_LENGTH,
  KINDS,
  LITERALS_ONLY,
  LITLEN_BITS,
  LONGEST,
  litlenTable,
  OTHER,
  SUBTABLE,
} from './inflate-table'

/** The source ends before the stream does. */
export const TRUNCATED: i32 = -1
/** The stream is corrupt. */
export const CORRUPT: i32 = -2
/** The stream holds more than the target. */
export const TOO_SMALL: i32 = -3

// What a buffer with BUFFER_LOW bits below the next one masks to make offsets of 32-bit entries.
const LITLEN_MASK: u32 = ((1 << LITLEN_BITS) - 1) << BUFFER_LOW
const DISTANCE_MASK: u32 = ((1 << DISTANCE_BITS) - 1) << BUFFER_LOW
// Offsets of the subtables.
const LITLEN_SUBTABLES: usize = 4 << 12
const DISTANCE_SUBTABLES: usize = 4 << 8

// The fast loop runs while an iteration cannot leave the buffers: it reads at most 8 + 7 bytes ahead, and writes at most 9 bytes of
// literals, then 258 bytes of a match rounded up to whole vectors.
const FAST_SOURCE_SLACK: usize = 24
const FAST_TARGET_SLACK: usize = 352

// For distances under 16: which of the 16 bytes read from the match's start each byte of a vector repeats; and how many bytes of such a
// vector hold whole periods.
const repeatOrders = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0,
  0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0,
  0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 0, 1,
  0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 6,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 1, 2, 3, 4,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0, 1, 2,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 0, 1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0,
])
const repeatSteps = memory.data<u8>([16, 16, 16, 15, 16, 15, 12, 14, 16, 9, 10, 11, 12, 13, 14, 15])

// `bits` holds the next `bitCount` bits of the stream, lowest first, zeros above.
let next: usize = 0
let sourceEnd: usize = 0
let bits: u64 = 0
let bitCount: u32 = 0
let out: usize = 0
let targetStart: usize = 0
let targetEnd: usize = 0

/** Begins at `source`, with nothing written to `target` yet. */
export function openStream(source: usize, end: usize, target: usize, capacityEnd: usize): void {
  next = source
  sourceEnd = end
  out = target
  targetStart = target
  targetEnd = capacityEnd
  bits = 0
  bitCount = 0
}

/** Gives whole bytes that were read ahead back and returns where the source goes on. */
export function closeStream(): usize {
  return next - (bitCount >>> 3)
}

/** The byte behind the last one written. */
export function writtenEnd(): usize {
  return out
}

/** Whether much of the source is left, so that preparations pay. */
export function isLong(): bool {
  return sourceEnd - next > 1024
}

/** The bits in the buffer; zeros above those that are there. */
@inline
export function peek(): u32 {
  return <u32>bits
}

/** Makes sure of `count` (at most 56) bits in the buffer; false when the source has no more. */
@inline
export function need(count: u32): bool {
  if (bitCount < count) fill()
  return bitCount >= count
}

/** Drops `count` bits. */
@inline
export function take(count: u32): void {
  bits >>>= count
  bitCount -= count
}

// Bits to the buffer until it holds 56 or more, or the source is at its end.
function fill(): void {
  while (bitCount < 56 && next < sourceEnd) {
    bits |= <u64>load<u8>(next++) << bitCount
    bitCount += 8
  }
}

/** Copies a stored block, behind its three header bits. Returns 0 or an error code. */
export function storedBlock(): i32 {
  take(bitCount & 7)
  fill()
  if (bitCount < 32) return TRUNCATED
  const length = <u32>bits & 0xffff
  if ((length ^ 0xffff) != (<u32>bits >>> 16)) return CORRUPT
  next -= (bitCount - 32) >>> 3
  bits = 0
  bitCount = 0
  const room = <u32>(targetEnd - out)
  if (sourceEnd - next < length) return TRUNCATED
  const count = length < room ? length : room
  memory.copy(out, next, count)
  out += count
  next += count
  return count < length ? TOO_SMALL : 0
}

/** Decodes a block with the tables of inflate-table.ts. Returns 0 or an error code. */
export function codedBlock(): i32 {
  while (true) {
    let ended = 0
    if (sourceEnd - next >= FAST_SOURCE_SLACK && targetEnd - out >= FAST_TARGET_SLACK) ended = fastLoop()
    if (!ended) ended = carefulStep()
    if (ended) return ended < 0 ? ended : 0
  }
}

// Decodes until the buffers come near their ends. Returns 0 then, 1 at the end of the block, or an error code.
//
// After a refill there are 54 bits or more: enough for four lookups of literals, or for a length of 20 bits and a distance of 28.
function fastLoop(): i32 {
  const sourceLimit = sourceEnd - FAST_SOURCE_SLACK
  const targetLimit = targetEnd - FAST_TARGET_SLACK
  const start = targetStart
  // Only the low six bits of the count are meaningful; the bits above them are the rest of subtracting whole entries. Likewise shifts by an
  // entry use its low bits only. The bits of the buffer above the count are those of the source or zeros.
  let at = next - (bitCount >>> 3)
  let count = (bitCount & 7) + BUFFER_LOW
  let buffer = (bits & ((1 << (bitCount & 7)) - 1)) << BUFFER_LOW
  let to = out
  let status = 0
  buffer |= load<u64>(at) << count
  at += ((count & 63) ^ 63) >>> 3
  count |= 56
  while (at <= sourceLimit && to <= targetLimit) {
    let entry = load<u32>(<u32>buffer & LITLEN_MASK, litlenTable)
    buffer |= load<u64>(at) << count
    at += ((count & 63) ^ 63) >>> 3
    count |= 56
    store<u16>(to, <u16>(entry >>> 8))
    to += (entry >>> 6) & 3
    buffer >>>= <u64>entry
    count -= entry
    let length = entry >>> 24
    if (length < FIRST_LENGTH) {
      if (length == LITERALS_ONLY) {
        entry = load<u32>(<u32>buffer & LITLEN_MASK, litlenTable)
        store<u16>(to, <u16>(entry >>> 8))
        to += (entry >>> 6) & 3
        buffer >>>= <u64>entry
        count -= entry
        length = entry >>> 24
        if (length == LITERALS_ONLY) {
          entry = load<u32>(<u32>buffer & LITLEN_MASK, litlenTable)
          store<u16>(to, <u16>(entry >>> 8))
          to += (entry >>> 6) & 3
          buffer >>>= <u64>entry
          count -= entry
          length = entry >>> 24
          if (length == LITERALS_ONLY) continue
        }
        buffer |= load<u64>(at) << count
        at += ((count & 63) ^ 63) >>> 3
        count |= 56
      }
      if (length == OTHER) {
        buffer |= load<u64>(at) << count
        at += ((count & 63) ^ 63) >>> 3
        count |= 56
        if ((entry & KINDS) == SUBTABLE) {
          entry = load<u32>(((entry >>> 12) & 0xff8) + (<u32>buffer & ((4 << (entry >>> 8)) - 4)), litlenTable + LITLEN_SUBTABLES)
          store<u8>(to, <u8>(entry >>> 8))
          to += (entry >>> 6) & 3
          buffer >>>= <u64>entry
          count -= entry
          length = entry >>> 24
          if (length == LITERALS_ONLY) continue
        }
        if (length == OTHER) {
          if (entry & KINDS) {
            status = (entry & KINDS) == END_OF_BLOCK ? 1 : CORRUPT
            break
          }
          length = ((entry >>> 15) & 511) + ((<u32>buffer >>> BUFFER_LOW) & ((1 << (entry >>> 8)) - 1))
          entry = (entry >>> 8) & 31
          buffer >>>= <u64>entry
          count -= entry
        }
      }
      if (length == LONGEST) length = 258
    }
    entry = load<u32>(<u32>buffer & DISTANCE_MASK, distanceTable)
    if (entry & KINDS) {
      if ((entry & KINDS) == SUBTABLE) {
        buffer >>>= <u64>entry
        count -= entry
        entry = load<u32>(((entry >>> 15) << 3) + (<u32>buffer & ((4 << (entry >>> 8)) - 4)), distanceTable + DISTANCE_SUBTABLES)
      }
      if (entry & KINDS) {
        status = CORRUPT
        break
      }
    }
    const distance = (entry >>> 15) + ((<u32>buffer & ((4 << entry) - 1)) >>> (entry >>> 8))
    buffer >>>= <u64>entry
    count -= entry
    if (distance > <u32>(to - start)) {
      status = CORRUPT
      break
    }
    to = copyMatch(to, distance, length)
  }
  // Whole bytes that were read ahead go back to the source.
  count = (count & 63) - BUFFER_LOW
  next = at - (count >>> 3)
  bitCount = count & 7
  bits = (buffer >>> BUFFER_LOW) & (((<u64>1) << bitCount) - 1)
  out = to
  return status
}

// Writes up to 31 bytes beyond the match.
@inline
function copyMatch(to: usize, distance: usize, length: usize): usize {
  const end = to + length
  let from = to - distance
  if (distance >= 16) {
    v128.store(to, v128.load(from))
    if (length > 16) {
      if (distance >= 32) {
        do {
          v128.store(to, v128.load(from, 16), 16)
          v128.store(to, v128.load(from, 32), 32)
          from += 32
          to += 32
        } while (to + 16 < end)
      } else {
        do {
          from += 16
          to += 16
          v128.store(to, v128.load(from))
        } while (to + 16 < end)
      }
    }
  } else if (distance == 1) {
    // A vector from here would have to wait for the store before it.
    const v = v128.load_splat<u8>(from)
    do {
      v128.store(to, v)
      v128.store(to, v, 16)
      to += 32
    } while (to < end)
  } else {
    const v = i8x16.swizzle(v128.load(from), v128.load(repeatOrders + (distance << 4)))
    const step: usize = load<u8>(repeatSteps + distance)
    do {
      v128.store(to, v)
      v128.store(to + step, v)
      to += step << 1
    } while (to < end)
  }
  return end
}

// One lookup with every bound checked. Returns as fastLoop.
function carefulStep(): i32 {
  fill()
  let entry = load<u32>((<u32>bits << BUFFER_LOW) & LITLEN_MASK, litlenTable)
  if (entry >>> 24 == OTHER && (entry & KINDS) == SUBTABLE) entry = intoSubtable(litlenTable + LITLEN_SUBTABLES, entry)
  if (entry == 0 || (entry & 63) > bitCount) return TRUNCATED
  take(entry & 63)
  for (let i: u32 = 0; i < ((entry >>> 6) & 3); i++) {
    if (out == targetEnd) return TOO_SMALL
    store<u8>(out++, <u8>(entry >>> (8 + (i << 3))))
  }
  let length = entry >>> 24
  if (length == LITERALS_ONLY) return 0
  if (length == OTHER) {
    if (entry & KINDS) return (entry & KINDS) == END_OF_BLOCK ? 1 : CORRUPT
    const extra = (entry >>> 8) & 31
    if (extra > bitCount) return TRUNCATED
    length = ((entry >>> 15) & 511) + (<u32>bits & ((1 << extra) - 1))
    take(extra)
  }
  if (length == LONGEST) length = 258
  return carefulMatch(length)
}

// The distance of a match of `length` bytes, and the match. Returns as fastLoop.
function carefulMatch(length: u32): i32 {
  let entry = load<u32>((<u32>bits << BUFFER_LOW) & DISTANCE_MASK, distanceTable)
  if ((entry & KINDS) == SUBTABLE) entry = intoSubtable(distanceTable + DISTANCE_SUBTABLES, entry)
  if (entry == 0 || (entry & 63) > bitCount) return TRUNCATED
  if (entry & KINDS) return CORRUPT
  const distance = (entry >>> 15) + ((<u32>bits & ((1 << entry) - 1)) >>> (((entry >>> 8) & 31) - BUFFER_LOW))
  take(entry & 63)
  if (distance > <u32>(out - targetStart)) return CORRUPT
  for (let i: u32 = 0; i < length; i++) {
    if (out == targetEnd) return TOO_SMALL
    store<u8>(out, load<u8>(out - distance))
    out++
  }
  return 0
}

// Takes the primary part of a codeword and returns the subtable's entry, or 0 when the stream is at its end.
function intoSubtable(subtables: usize, entry: u32): u32 {
  if ((entry & 63) > bitCount) return 0
  take(entry & 63)
  return load<u32>(subtables + ((entry >>> 12) & 0xff8) + ((<u32>bits & ((1 << ((entry >>> 8) & 31)) - 1)) << 2))
}
