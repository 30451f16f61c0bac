// Inflate: raw deflate (RFC 1951), zlib (RFC 1950) and gzip (RFC 1952) streams into a buffer of known capacity.
//
// All functions return the number of bytes produced, or
//   -1  the source ends before the stream does
//   -2  the stream is corrupt
//   -3  the stream holds more than the capacity; the target is filled with its first bytes, whose checksum is not verified
//   -4  bad header or checksum
// Bytes behind the end of the stream are ignored. Nothing outside the source and target is read or written. `scratch` is
// inflateScratchBytes() of work memory, aligned to 8, whose contents do not matter.
import { adler32, crc32 } from './checksum'
import {
  BUILD_WORK_BYTES,
  buildTable,
  DISTANCE_BITS,
  END_OF_BLOCK,
  KIND_DISTANCE,
  KIND_LITLEN,
  KIND_PRECODE,
  LITERALS,
  LITLEN_BITS,
  MARKS,
  mergeLiterals,
  PRECODE_BITS,
  SUBTABLE,
} from './inflate-table'

const TRUNCATED: i32 = -1
const CORRUPT: i32 = -2
const TOO_SMALL: i32 = -3
const BAD_HEADER: i32 = -4

// Room for any complete code of 288 and 32 symbols with these index bits (2342 and 402 entries), rounded up.
const LITLEN_ENTRIES: u32 = 2400
const DISTANCE_ENTRIES: u32 = 512
// Layout of the scratch memory.
const DISTANCE_AT: usize = 4 * 2400
const PRECODE_AT: usize = DISTANCE_AT + 4 * 512
const LENGTHS_AT: usize = PRECODE_AT + 4 * 128
const WORK_AT: usize = LENGTHS_AT + 512
const SCRATCH_BYTES: usize = WORK_AT + BUILD_WORK_BYTES

// The fast loop runs while an iteration cannot leave the buffers: it reads at most 8 + 7 bytes ahead, and writes at most 13 bytes of literals,
// then 258 bytes of a match rounded up to whole vectors.
const FAST_SOURCE_SLACK: usize = 16
const FAST_TARGET_SLACK: usize = 320

// Order in which the lengths of the code length code are stored.
const precodeOrder = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15])

// For distances under 16: which byte of the last 16 - read from the match's start - each byte of a vector repeats; and how many bytes of such
// a vector hold whole periods.
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

// The state between the loops; one stream at a time. `bits` holds the next `bitCount` bits of the stream, lowest first, zeros above.
let next: usize = 0
let sourceEnd: usize = 0
let bits: u64 = 0
let bitCount: u32 = 0
let out: usize = 0
let targetStart: usize = 0
let targetEnd: usize = 0

/** Bytes of work memory that the inflate functions need. */
export function inflateScratchBytes(): i32 {
  return <i32>SCRATCH_BYTES
}

/** Decodes a raw deflate stream. */
export function inflateRaw(source: usize, sourceLength: i32, target: usize, targetCapacity: i32, scratch: usize): i32 {
  next = source
  sourceEnd = source + sourceLength
  targetStart = target
  targetEnd = target + targetCapacity
  return inflateHere(target, scratch)
}

/** Decodes a zlib stream and verifies its Adler-32. */
export function inflateZlib(source: usize, sourceLength: i32, target: usize, targetCapacity: i32, scratch: usize): i32 {
  if (sourceLength < 2) return TRUNCATED
  const method: u32 = load<u8>(source)
  const flags: u32 = load<u8>(source, 1)
  // Method 8, a window of at most 32 KiB, check bits, no preset dictionary.
  if ((method & 15) != 8 || method >>> 4 > 7 || ((method << 8) | flags) % 31 != 0 || flags & 32) return BAD_HEADER
  const produced = inflateRaw(source + 2, sourceLength - 2, target, targetCapacity, scratch)
  if (produced < 0) return produced
  if (sourceEnd - next < 4) return TRUNCATED
  return bswap<u32>(load<u32>(next)) == adler32(1, target, produced) ? produced : BAD_HEADER
}

/** Decodes a gzip stream, all of its members one behind the other, and verifies their CRC-32 and lengths. */
export function inflateGzip(source: usize, sourceLength: i32, target: usize, targetCapacity: i32, scratch: usize): i32 {
  next = source
  sourceEnd = source + sourceLength
  targetEnd = target + targetCapacity
  let at = target
  do {
    const header = gzipHeaderBytes(next, sourceEnd)
    if (header < 0) return header
    next += header
    targetStart = at
    const produced = inflateHere(at, scratch)
    if (produced < 0) return produced
    if (sourceEnd - next < 8) return TRUNCATED
    if (load<u32>(next) != crc32(0, at, produced) || load<u32>(next, 4) != <u32>produced) return BAD_HEADER
    next += 8
    at += produced
  } while (sourceEnd - next >= 18 && load<u16>(next) == 0x8b1f && load<u8>(next, 2) == 8)
  return <i32>(at - target)
}

// Length of the gzip header at `at`, or an error code.
function gzipHeaderBytes(at: usize, end: usize): i32 {
  const start = at
  if (end - at < 10) return TRUNCATED
  const flags = load<u8>(at, 3)
  if (load<u16>(at) != 0x8b1f || load<u8>(at, 2) != 8 || flags & 0xe0) return BAD_HEADER
  at += 10
  if (flags & 4) {
    if (end - at < 2) return TRUNCATED
    const extra: usize = load<u16>(at)
    at += 2
    if (end - at < extra) return TRUNCATED
    at += extra
  }
  // A file name and a comment, both ending with a zero byte.
  for (let flag = 8; flag <= 16; flag <<= 1) {
    if (!(flags & flag)) continue
    while (at < end && load<u8>(at)) at++
    if (at >= end) return TRUNCATED
    at++
  }
  if (flags & 2) {
    if (end - at < 2) return TRUNCATED
    at += 2
  }
  return <i32>(at - start)
}

// Decodes the blocks of one stream from `next` to `target`; leaves `next` behind its last byte.
function inflateHere(target: usize, scratch: usize): i32 {
  out = target
  bits = 0
  bitCount = 0
  let last: u32 = 0
  while (!last) {
    fill()
    if (bitCount < 3) return TRUNCATED
    last = <u32>bits & 1
    const type = (<u32>bits >>> 1) & 3
    take(3)
    const status = type == 0 ? storedBlock() : type == 3 ? CORRUPT : codedBlock(type == 2, scratch)
    if (status < 0) return status
  }
  next -= bitCount >>> 3
  return <i32>(out - target)
}

// Bits to the buffer until it holds 56 or more, or the source is at its end.
function fill(): void {
  while (bitCount < 56 && next < sourceEnd) {
    bits |= <u64>load<u8>(next++) << bitCount
    bitCount += 8
  }
}

// @ts-ignore: decorator
@inline
function take(count: u32): void {
  bits >>>= count
  bitCount -= count
}

function storedBlock(): i32 {
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

function codedBlock(dynamic: bool, scratch: usize): i32 {
  const status = dynamic ? dynamicTables(scratch) : fixedTables(scratch)
  if (status < 0) return status
  // Merging pays when the block is likely to be long.
  if (sourceEnd - next > 1024) mergeLiterals(scratch, LITLEN_BITS)
  do {
    if (sourceEnd - next >= FAST_SOURCE_SLACK && targetEnd - out >= FAST_TARGET_SLACK) {
      const ended = fastLoop(scratch, scratch + DISTANCE_AT)
      if (ended != 0) return ended < 0 ? ended : 0
    }
    const ended = carefulStep(scratch, scratch + DISTANCE_AT)
    if (ended != 0) return ended < 0 ? ended : 0
  } while (true)
}

function fixedTables(scratch: usize): i32 {
  const lengths = scratch + LENGTHS_AT
  memory.fill(lengths, 8, 144)
  memory.fill(lengths + 144, 9, 112)
  memory.fill(lengths + 256, 7, 24)
  memory.fill(lengths + 280, 8, 8)
  memory.fill(lengths + 288, 5, 32)
  buildTable(lengths, 288, KIND_LITLEN, scratch, LITLEN_BITS, LITLEN_ENTRIES, scratch + WORK_AT)
  buildTable(lengths + 288, 32, KIND_DISTANCE, scratch + DISTANCE_AT, DISTANCE_BITS, DISTANCE_ENTRIES, scratch + WORK_AT)
  return 0
}

function dynamicTables(scratch: usize): i32 {
  fill()
  if (bitCount < 14) return TRUNCATED
  const litlens = (<u32>bits & 31) + 257
  const distances = ((<u32>bits >>> 5) & 31) + 1
  const precodes = ((<u32>bits >>> 10) & 15) + 4
  take(14)
  if (litlens > 286 || distances > 30) return CORRUPT
  const lengths = scratch + LENGTHS_AT
  memory.fill(lengths, 0, 19)
  for (let i: u32 = 0; i < precodes; i++) {
    if (bitCount < 3) fill()
    if (bitCount < 3) return TRUNCATED
    store<u8>(lengths + load<u8>(precodeOrder + i), <u8>(bits & 7))
    take(3)
  }
  const precode = scratch + PRECODE_AT
  if (!buildTable(lengths, 19, KIND_PRECODE, precode, PRECODE_BITS, 128, scratch + WORK_AT)) return CORRUPT
  const status = readLengths(lengths, litlens + distances, precode)
  if (status < 0) return status
  if (!load<u8>(lengths + 256)) return CORRUPT
  // The distances first: their lengths stand behind the others, and the two tables share the work memory only.
  if (!buildTable(lengths + litlens, distances, KIND_DISTANCE, scratch + DISTANCE_AT, DISTANCE_BITS, DISTANCE_ENTRIES, scratch + WORK_AT))
    return CORRUPT
  return buildTable(lengths, litlens, KIND_LITLEN, scratch, LITLEN_BITS, LITLEN_ENTRIES, scratch + WORK_AT) ? 0 : CORRUPT
}

// Codeword lengths of both alphabets, run-length coded, to `lengths` (at most 316, and room for a run beyond them).
function readLengths(lengths: usize, count: u32, precode: usize): i32 {
  let at: u32 = 0
  while (at < count) {
    if (bitCount < 14) fill()
    const entry = load<u32>(precode + ((<usize>bits & 127) << 2))
    const symbol = entry >>> 16
    let used = entry & 63
    let repeat: u32 = 1
    let value: u32 = symbol
    if (symbol >= 16) {
      const extra: u32 = symbol == 16 ? 2 : symbol == 17 ? 3 : 7
      repeat = (symbol == 18 ? 11 : 3) + ((<u32>bits >>> used) & ((1 << extra) - 1))
      used += extra
      if (symbol == 16 && at == 0) return used > bitCount ? TRUNCATED : CORRUPT
      value = symbol == 16 ? load<u8>(lengths + at - 1) : 0
    }
    if (used > bitCount) return TRUNCATED
    take(used)
    if (at + repeat > count) return CORRUPT
    for (const end = at + repeat; at < end; at++) store<u8>(lengths + at, <u8>value)
  }
  return 0
}

// The extra bits behind a codeword. No codeword has more than 28 bits with them, so that 32-bit shifts see all of both fields.
// @ts-ignore: decorator
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
    entry = load<u32>(distances + ((<usize>(buffer & 255)) << 2))
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
// @ts-ignore: decorator
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
  entry = load<u32>(distances + ((<usize>bits & 255) << 2))
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
