// Deflate for raster tiles: a fast encoder (level 1 class) whose matcher looks at whole samples.
//
// The functions return the size, or -3 when the target is too small (deflateBound(length) always suffices). The output depends on the input
// bytes and `sampleBytes` only. `sampleBytes` is 1, 2, 4 or 8: matches are looked for at even places when it is even. `scratch` is
// deflateScratchBytes() of memory, aligned to 16, whose contents do not matter.
import { adler32, crc32 } from './checksum'
import {
  beginBits,
  BLOCK_WORK_BYTES,
  DISTANCE_FREQUENCIES,
  distanceSymbol,
  endBits,
  lengthSymbol,
  LITLEN_FREQUENCIES,
  TOO_SMALL,
  writeBlock,
} from './deflate-block'

const HASH_BITS: u32 = 14
const HASH_BYTES: usize = 4 << HASH_BITS
const TOKENS: u32 = 16384
const TOKENS_AT: usize = HASH_BYTES
const WORK_AT: usize = TOKENS_AT + (<usize>TOKENS << 3)
const BLOCK_BYTES: u32 = 65536
const WINDOW: u32 = 32768
const LONGEST: usize = 258

/** Bytes of work memory that the deflate functions need. */
export function deflateScratchBytes(): i32 {
  return <i32>(WORK_AT + BLOCK_WORK_BYTES)
}

/** A target capacity that always suffices for `length` bytes, with any of the three wrappers. */
export function deflateBound(length: i32): i32 {
  return length + (length >>> 10) + 128
}

/** Encodes a raw deflate stream. */
export function deflateRaw(source: usize, length: i32, target: usize, targetCapacity: i32, scratch: usize, sampleBytes: i32): i32 {
  beginBits(target, target + targetCapacity)
  fillPointers(scratch, source)
  const end = source + length
  let at = source
  do {
    const tokens = sampleBytes & 1 ? findMatches<u8>(at, source, end, scratch) : findMatches<u16>(at, source, end, scratch)
    const status = writeBlock(at, <u32>(blockEnd - at), scratch + TOKENS_AT, tokens, blockEnd == end, scratch + WORK_AT)
    if (status < 0) return status
    at = blockEnd
  } while (at < end)
  const last = endBits()
  return last ? <i32>(last - target) : TOO_SMALL
}

/** Encodes a zlib stream. */
export function deflateZlib(source: usize, length: i32, target: usize, targetCapacity: i32, scratch: usize, sampleBytes: i32): i32 {
  if (targetCapacity < 6) return TOO_SMALL
  const size = deflateRaw(source, length, target + 2, targetCapacity - 6, scratch, sampleBytes)
  if (size < 0) return size
  store<u16>(target, 0x0178)
  store<u32>(target + 2 + size, bswap<u32>(adler32(1, source, length)))
  return size + 6
}

/** Encodes a gzip stream of one member, without name and time. */
export function deflateGzip(source: usize, length: i32, target: usize, targetCapacity: i32, scratch: usize, sampleBytes: i32): i32 {
  if (targetCapacity < 18) return TOO_SMALL
  const size = deflateRaw(source, length, target + 10, targetCapacity - 18, scratch, sampleBytes)
  if (size < 0) return size
  store<u64>(target, 0x00088b1f)
  store<u16>(target, 0xff04, 8)
  store<u32>(target + 10 + size, crc32(0, source, length))
  store<u32>(target + 10 + size, length, 4)
  return size + 18
}

// Every bucket names the start of the source: a real place to look at, so that no bucket needs to be told apart.
function fillPointers(table: usize, pointer: usize): void {
  const v = i32x4.splat(<i32>pointer)
  for (let at = table; at < table + HASH_BYTES; at += 16) v128.store(at, v)
}

// Where the block that findMatches looked at ends.
let blockEnd: usize = 0

// Tokens of the block that begins at `from`; T is the unit at whose multiples matches begin. One candidate per place.
// @ts-ignore: decorator
@inline
function findMatches<T>(from: usize, start: usize, end: usize, scratch: usize): u32 {
  const work = scratch + WORK_AT
  memory.fill(work + LITLEN_FREQUENCIES, 0, 288 * 4)
  memory.fill(work + DISTANCE_FREQUENCIES, 0, 32 * 4)
  const tokens = scratch + TOKENS_AT
  let tokenCount: u32 = 0
  let at = from
  let literals = from
  const stop = end - from > BLOCK_BYTES ? from + BLOCK_BYTES : end
  const limit = end - start > 8 ? end - 8 : start
  while (at < stop && at < limit && tokenCount < TOKENS) {
    const word = load<u32>(at)
    const bucket = scratch + (((word * 0x9e3779b1) >>> (32 - HASH_BITS)) << 2)
    const found: usize = load<u32>(bucket)
    store<u32>(bucket, <u32>at)
    const distance = <u32>(at - found)
    if (load<u32>(found) != word || distance - 1 >= WINDOW) {
      at += sizeof<T>()
      continue
    }
    const length = matchLength(at, found, end)
    if (length < 6 && distance > 4096) {
      at += sizeof<T>()
      continue
    }
    store<u64>(tokens + (tokenCount << 3), <u64>(at - literals) | (<u64>length << 32) | (<u64>distance << 48))
    tokenCount++
    increment(work + LITLEN_FREQUENCIES + ((257 + lengthSymbol(<u32>length)) << 2))
    increment(work + DISTANCE_FREQUENCIES + (distanceSymbol(distance) << 2))
    at += length
    literals = at
    if (sizeof<T>() == 2) at += (at - start) & 1
  }
  if (at < stop && at >= limit) at = stop
  if (at > end) at = end
  if (at < literals) at = literals
  blockEnd = at
  return tokenCount
}

// @ts-ignore: decorator
@inline
function increment(at: usize): void {
  store<u32>(at, load<u32>(at) + 1)
}

// Common bytes of two places of which four are known to be equal, at most 258.
// @ts-ignore: decorator
@inline
function matchLength(at: usize, found: usize, end: usize): usize {
  const most = end - at < LONGEST ? end - at : LONGEST
  let length: usize = 4
  while (length + 8 <= most) {
    const difference = load<u64>(at + length) ^ load<u64>(found + length)
    if (difference) return length + (<usize>ctz(difference) >>> 3)
    length += 8
  }
  while (length < most && load<u8>(at + length) == load<u8>(found + length)) length++
  return length
}
