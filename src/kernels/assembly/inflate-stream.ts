// The state of an inflating stream and its loops: bits in, literals and matches out. One stream at a time.
import { DISTANCE_BITS, END_OF_BLOCK, LITERALS, LITLEN_BITS, MARKS, SUBTABLE } from './inflate-table'

/** The source ends before the stream does. */
export const TRUNCATED: i32 = -1
/** The stream is corrupt. */
export const CORRUPT: i32 = -2
/** The stream holds more than the target. */
export const TOO_SMALL: i32 = -3

const DISTANCE_MASK: u64 = (1 << DISTANCE_BITS) - 1

// The fast loop runs while an iteration cannot leave the buffers: it reads at most 8 + 7 bytes ahead, and writes at most 13 bytes of
// literals, then 258 bytes of a match rounded up to whole vectors.
const FAST_SOURCE_SLACK: usize = 16
const FAST_TARGET_SLACK: usize = 320

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

/** Decodes a block with the tables of its literals and lengths, and of its distances. Returns 0 or an error code. */
export function codedBlock(litlens: usize, distances: usize): i32 {
  while (true) {
    let ended = 0
    if (sourceEnd - next >= FAST_SOURCE_SLACK && targetEnd - out >= FAST_TARGET_SLACK) ended = fastLoop(litlens, distances)
    if (!ended) ended = carefulStep(litlens, distances)
    if (ended) return ended < 0 ? ended : 0
  }
}

// The extra bits behind a codeword. No codeword has more than 28 bits with them, so that 32-bit shifts see all of both fields.
@inline
function extraBits(saved: u32, entry: u32): u32 {
  return (saved & ((1 << entry) - 1)) >>> (entry >>> 8)
}

// Decodes until the buffers come near their ends. Returns 0 then, 1 at the end of the block, or an error code.
function fastLoop(litlens: usize, distances: usize): i32 {
  const mask: u64 = (1 << LITLEN_BITS) - 1
  const sourceLimit = sourceEnd - FAST_SOURCE_SLACK
  const targetLimit = targetEnd - FAST_TARGET_SLACK
  let at = next
  let buffer = bits
  // Only the low six bits of the count are meaningful; the bits above them are the rest of subtracting whole entries. Likewise shifts by an
  // entry use its low bits only.
  let count = bitCount
  let to = out
  let status = 0
  while (at <= sourceLimit && to <= targetLimit) {
    buffer |= load<u64>(at) << count
    at += ((count & 63) ^ 63) >>> 3
    count |= 56
    let entry = load<u32>(litlens + ((<usize>(buffer & mask)) << 2))
    if (entry & LITERALS) {
      store<u32>(to, entry >>> 8)
      to += (entry >>> 6) & 3
      buffer >>>= <u64>entry
      count -= entry
      entry = load<u32>(litlens + ((<usize>(buffer & mask)) << 2))
      if (entry & LITERALS) {
        store<u32>(to, entry >>> 8)
        to += (entry >>> 6) & 3
        buffer >>>= <u64>entry
        count -= entry
        entry = load<u32>(litlens + ((<usize>(buffer & mask)) << 2))
        if (entry & LITERALS) {
          store<u32>(to, entry >>> 8)
          to += (entry >>> 6) & 3
          buffer >>>= <u64>entry
          count -= entry
          entry = load<u32>(litlens + ((<usize>(buffer & mask)) << 2))
          if (entry & LITERALS) {
            store<u32>(to, entry >>> 8)
            to += (entry >>> 6) & 3
            buffer >>>= <u64>entry
            count -= entry
            continue
          }
        }
      }
      buffer |= load<u64>(at) << count
      at += ((count & 63) ^ 63) >>> 3
      count |= 56
    }
    if (entry & MARKS) {
      if ((entry & MARKS) == SUBTABLE) {
        buffer >>>= <u64>entry
        count -= entry
        entry = load<u32>(litlens + (((entry >>> 16) + (<u32>buffer & ((1 << (entry >>> 8)) - 1))) << 2))
        if (entry & LITERALS) {
          store<u8>(to++, <u8>(entry >>> 8))
          buffer >>>= <u64>entry
          count -= entry
          continue
        }
      }
      if (entry & MARKS) {
        buffer >>>= <u64>entry
        count -= entry
        status = (entry & MARKS) == END_OF_BLOCK ? 1 : CORRUPT
        break
      }
    }
    const length = (entry >>> 16) + extraBits(<u32>buffer, entry)
    buffer >>>= <u64>entry
    count -= entry
    entry = load<u32>(distances + ((<usize>(buffer & DISTANCE_MASK)) << 2))
    if (entry & MARKS) {
      if ((entry & MARKS) == SUBTABLE) {
        buffer >>>= <u64>entry
        count -= entry
        entry = load<u32>(distances + (((entry >>> 16) + (<u32>buffer & ((1 << (entry >>> 8)) - 1))) << 2))
      }
      if (entry & MARKS) {
        status = CORRUPT
        break
      }
    }
    const distance = (entry >>> 16) + extraBits(<u32>buffer, entry)
    buffer >>>= <u64>entry
    count -= entry
    if (distance > <u32>(to - targetStart)) {
      status = CORRUPT
      break
    }
    to = copyMatch(to, distance, length)
  }
  // Whole bytes that were read ahead go back to the source.
  count &= 63
  next = at - (count >>> 3)
  bitCount = count & 7
  bits = buffer & (((<u64>1) << bitCount) - 1)
  out = to
  return status
}

// Writes up to 15 bytes beyond the match.
@inline
function copyMatch(to: usize, distance: usize, length: usize): usize {
  const end = to + length
  let from = to - distance
  if (distance >= 16) {
    do {
      v128.store(to, v128.load(from))
      from += 16
      to += 16
    } while (to < end)
  } else {
    const v = i8x16.swizzle(v128.load(from), v128.load(repeatOrders + (distance << 4)))
    const step: usize = load<u8>(repeatSteps + distance)
    do {
      v128.store(to, v)
      to += step
    } while (to < end)
  }
  return end
}

// One lookup with every bound checked. Returns as fastLoop.
function carefulStep(litlens: usize, distances: usize): i32 {
  fill()
  let entry = load<u32>(litlens + ((<usize>bits & ((1 << LITLEN_BITS) - 1)) << 2))
  if ((entry & (MARKS | LITERALS)) == SUBTABLE) entry = intoSubtable(litlens, entry)
  if (entry == 0) return TRUNCATED
  if ((entry & 63) > bitCount) return TRUNCATED
  const literals = (entry >>> 6) & 3
  if (literals) {
    take(entry & 63)
    entry >>>= 8
    for (let i: u32 = 0; i < literals; i++) {
      if (out == targetEnd) return TOO_SMALL
      store<u8>(out++, <u8>entry)
      entry >>>= 8
    }
    return 0
  }
  if (entry & MARKS) {
    take(entry & 63)
    return (entry & MARKS) == END_OF_BLOCK ? 1 : CORRUPT
  }
  const length = (entry >>> 16) + extraBits(<u32>bits, entry)
  take(entry & 63)
  entry = load<u32>(distances + (<usize>(bits & DISTANCE_MASK) << 2))
  if ((entry & MARKS) == SUBTABLE) entry = intoSubtable(distances, entry)
  if (entry == 0 || (entry & 63) > bitCount) return TRUNCATED
  if (entry & MARKS) return CORRUPT
  const distance = (entry >>> 16) + extraBits(<u32>bits, entry)
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
function intoSubtable(table: usize, entry: u32): u32 {
  if ((entry & 63) > bitCount) return 0
  take(entry & 63)
  return load<u32>(table + (((entry >>> 16) + (<u32>bits & ((1 << ((entry >>> 8) & 63)) - 1))) << 2))
}
