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
  closeStream,
  codedBlock,
  CORRUPT,
  isLong,
  need,
  openStream,
  peek,
  storedBlock,
  take,
  TRUNCATED,
  writtenEnd,
} from './inflate-stream'
import { BUILD_WORK_BYTES, buildDistances, buildLitlens, buildPrecodes, distanceTable } from './inflate-table'

const BAD_HEADER: i32 = -4

// Layout of the scratch memory.
const LENGTHS_AT: usize = BUILD_WORK_BYTES
const SCRATCH_BYTES: usize = LENGTHS_AT + 512

// Order in which the lengths of the code length code are stored.
const precodeOrder = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15])

// Where the last stream ended in the source.
let streamEnd: usize = 0

/** Bytes of work memory that the inflate functions need. */
export function inflateScratchBytes(): i32 {
  return <i32>SCRATCH_BYTES
}

/** Decodes a raw deflate stream. */
export function inflateRaw(source: usize, sourceLength: i32, target: usize, targetCapacity: i32, scratch: usize): i32 {
  return inflateHere(source, source + sourceLength, target, target + targetCapacity, scratch)
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
  if (source + sourceLength - streamEnd < 4) return TRUNCATED
  return bswap<u32>(load<u32>(streamEnd)) == adler32(1, target, produced) ? produced : BAD_HEADER
}

/** Decodes a gzip stream, all of its members one behind the other, and verifies their CRC-32 and lengths. */
export function inflateGzip(source: usize, sourceLength: i32, target: usize, targetCapacity: i32, scratch: usize): i32 {
  const end = source + sourceLength
  let next = source
  let at = target
  do {
    const header = gzipHeaderBytes(next, end)
    if (header < 0) return header
    const produced = inflateHere(next + header, end, at, target + targetCapacity, scratch)
    if (produced < 0) return produced
    next = streamEnd
    if (end - next < 8) return TRUNCATED
    if (load<u32>(next) != crc32(0, at, produced) || load<u32>(next, 4) != <u32>produced) return BAD_HEADER
    next += 8
    at += produced
  } while (end - next >= 18 && load<u16>(next) == 0x8b1f && load<u8>(next, 2) == 8)
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

// Decodes the blocks of one stream.
function inflateHere(source: usize, sourceEnd: usize, target: usize, targetEnd: usize, scratch: usize): i32 {
  openStream(source, sourceEnd, target, targetEnd)
  let last: u32 = 0
  while (!last) {
    if (!need(3)) return TRUNCATED
    last = peek() & 1
    const type = (peek() >>> 1) & 3
    take(3)
    if (type == 3) return CORRUPT
    let status = type == 0 ? storedBlock() : type == 1 ? fixedTables(scratch) : dynamicTables(scratch)
    if (status < 0) return status
    if (type) {
      status = codedBlock()
      if (status < 0) return status
    }
  }
  streamEnd = closeStream()
  return <i32>(writtenEnd() - target)
}

function fixedTables(scratch: usize): i32 {
  const lengths = scratch + LENGTHS_AT
  memory.fill(lengths, 8, 144)
  memory.fill(lengths + 144, 9, 112)
  memory.fill(lengths + 256, 7, 24)
  memory.fill(lengths + 280, 8, 8)
  memory.fill(lengths + 288, 5, 32)
  buildLitlens(lengths, 288, isLong(), scratch)
  buildDistances(lengths + 288, 32, scratch)
  return 0
}

function dynamicTables(scratch: usize): i32 {
  if (!need(14)) return TRUNCATED
  const litlens = (peek() & 31) + 257
  const distances = ((peek() >>> 5) & 31) + 1
  const precodes = ((peek() >>> 10) & 15) + 4
  take(14)
  if (litlens > 286 || distances > 30) return CORRUPT
  const lengths = scratch + LENGTHS_AT
  memory.fill(lengths, 0, 19)
  for (let i: u32 = 0; i < precodes; i++) {
    if (!need(3)) return TRUNCATED
    store<u8>(lengths + load<u8>(precodeOrder + i), <u8>(peek() & 7))
    take(3)
  }
  if (!buildPrecodes(lengths, scratch)) return CORRUPT
  const status = readLengths(lengths, litlens + distances)
  if (status < 0) return status
  if (!load<u8>(lengths + 256)) return CORRUPT
  return buildDistances(lengths + litlens, distances, scratch) && buildLitlens(lengths, litlens, isLong(), scratch) ? 0 : CORRUPT
}

// Codeword lengths of both alphabets, run-length coded, to `lengths` (at most 316, and room for a run beyond them).
function readLengths(lengths: usize, count: u32): i32 {
  let at: u32 = 0
  while (at < count) {
    need(14)
    const entry = load<u32>(distanceTable + ((peek() & 127) << 2))
    const symbol = entry >>> 16
    let used = entry & 63
    let repeat: u32 = 1
    let value: u32 = symbol
    if (symbol >= 16) {
      const extra: u32 = symbol == 16 ? 2 : symbol == 17 ? 3 : 7
      repeat = (symbol == 18 ? 11 : 3) + ((peek() >>> used) & ((1 << extra) - 1))
      used += extra
      if (symbol == 16 && at == 0) return need(used) ? CORRUPT : TRUNCATED
      value = symbol == 16 ? load<u8>(lengths + at - 1) : 0
    }
    if (!need(used)) return TRUNCATED
    take(used)
    if (at + repeat > count) return CORRUPT
    for (const end = at + repeat; at < end; at++) store<u8>(lengths + at, <u8>value)
  }
  return 0
}

