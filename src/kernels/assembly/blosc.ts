// The Blosc 1 container (16-byte header, block offsets, blocks of one or typeSize streams) with LZ4 and the byte shuffle.
//
// Error codes: -1 the source ends before the container does, -2 corrupt, -3 more bytes than the capacity, -4 not a Blosc 1 container,
// -5 another compressor than LZ4 or another filter than the byte shuffle: valid perhaps, but not for this decoder.
import { lz4Decode, lz4Encode, lz4ScratchBytes } from './lz4'
import { shuffle, unshuffle } from './shuffle'

const TRUNCATED: i32 = -1
const CORRUPT: i32 = -2
const TOO_SMALL: i32 = -3
const BAD_HEADER: i32 = -4
const OTHER_CODEC: i32 = -5

const HEADER: usize = 16
const FORMAT_VERSION: u32 = 2
const LZ4_VERSION: u32 = 1
const FLAG_SHUFFLE: u32 = 1
const FLAG_COPIED: u32 = 2
const FLAG_BIT_SHUFFLE: u32 = 4
const FLAG_NO_SPLIT: u32 = 16
const COMPRESSOR_LZ4: u32 = 1
// Blocks are cut into one stream a byte plane when there are at most 16 planes, each of 128 bytes or more.
const MAX_STREAMS: usize = 16
const LEAST_STREAM: usize = 128
// Small enough for the second-level cache, large enough for LZ4's window on each plane.
const STREAM_BYTES: usize = 65536
const MAX_BLOCK: usize = 262144

/** Bytes of work memory for bloscEncode and bloscDecode of at most `length` uncompressed bytes, aligned to 16. */
export function bloscScratchBytes(length: i32): i32 {
  return ((length + 15) & ~15) + lz4ScratchBytes()
}

/** A target capacity that always suffices for bloscEncode of `length` bytes. */
export function bloscBound(length: i32): i32 {
  return length + <i32>HEADER
}

/** Encodes `length` bytes; shuffled when `typeSize` (1 to 255) is more than 1. Returns the size, or -3 when `capacity` is too small. */
export function bloscEncode(source: usize, length: i32, target: usize, capacity: i32, scratch: usize, typeSize: i32): i32 {
  if (<usize>capacity < HEADER) return TOO_SMALL
  const size = <usize>length
  const width = <usize>typeSize
  let block = width <= 4 ? STREAM_BYTES * width : MAX_BLOCK - (MAX_BLOCK % width)
  if (block > size) block = size > width ? size - (size % width) : size
  const split = width > 1 && width <= MAX_STREAMS && block / width >= LEAST_STREAM
  store<u8>(target, <u8>FORMAT_VERSION)
  store<u8>(target, <u8>LZ4_VERSION, 1)
  store<u8>(target, <u8>((COMPRESSOR_LZ4 << 5) | (width > 1 ? FLAG_SHUFFLE : 0) | (split ? 0 : FLAG_NO_SPLIT)), 2)
  store<u8>(target, <u8>width, 3)
  store<u32>(target, <u32>size, 4)
  store<u32>(target, <u32>block, 8)
  // What does not shrink is copied instead.
  const room = <usize>capacity < size + HEADER ? <usize>capacity : size + HEADER
  const used = size ? putBlocks(source, size, target, room, scratch, block, width, split) : HEADER
  if (used) {
    store<u32>(target, <u32>used, 12)
    return <i32>used
  }
  if (<usize>capacity < size + HEADER) return TOO_SMALL
  store<u8>(target, <u8>(load<u8>(target, 2) | FLAG_COPIED), 2)
  store<u32>(target, <u32>(size + HEADER), 12)
  memory.copy(target + HEADER, source, size)
  return <i32>(size + HEADER)
}

// The offsets and blocks; returns the size with the header, or 0 when it would not be smaller than `room`.
function putBlocks(source: usize, size: usize, target: usize, room: usize, scratch: usize, block: usize, width: usize, split: bool): usize {
  const blocks = (size + block - 1) / block
  let used = HEADER + 4 * blocks
  const plane = scratch + ((block + 15) & ~15)
  for (let i: usize = 0; i < blocks; i++) {
    if (used >= room) return 0
    store<u32>(target + HEADER + 4 * i, <u32>used)
    const from = source + i * block
    const bytes = size - i * block < block ? size - i * block : block
    let streams = from
    if (width > 1) {
      streams = scratch
      shuffleBlock(from, scratch, bytes, width)
    }
    const pieces: usize = split && bytes == block ? width : 1
    const each = bytes / pieces
    for (let piece: usize = 0; piece < pieces; piece++, streams += each) {
      if (used + 4 >= room) return 0
      const left = room - used - 4
      const limit = left < each - 1 ? left : each - 1
      let packed = <usize>lz4Encode(streams, <i32>each, target + used + 4, <i32>limit, plane)
      if (<i32>packed < 0) {
        if (left <= each) return 0
        packed = each
        memory.copy(target + used + 4, streams, each)
      }
      store<u32>(target + used, <u32>packed)
      used += 4 + packed
    }
  }
  return used < room ? used : 0
}

// Bytes behind the last whole element are left as they are.
function shuffleBlock(source: usize, target: usize, bytes: usize, width: usize): void {
  const count = bytes / width
  shuffle(source, target, <i32>count, <i32>width)
  memory.copy(target + count * width, source + count * width, bytes - count * width)
}

/** Uncompressed bytes that a container says it holds, or an error code. */
export function bloscDecodedBytes(source: usize, length: i32): i32 {
  if (<usize>length < HEADER) return TRUNCATED
  const version = load<u8>(source)
  if (version == 0 || version > FORMAT_VERSION || load<i32>(source, 4) < 0) return BAD_HEADER
  return load<i32>(source, 4)
}

/** Decodes a container and returns the number of bytes produced. `scratch` is bloscScratchBytes(capacity) of work memory. */
export function bloscDecode(source: usize, length: i32, target: usize, capacity: i32, scratch: usize): i32 {
  const decoded = bloscDecodedBytes(source, length)
  if (decoded < 0) return decoded
  const flags: u32 = load<u8>(source, 2)
  const width: usize = load<u8>(source, 3)
  const size = <usize>decoded
  const block = <usize>load<u32>(source, 8)
  const stored = <usize>load<u32>(source, 12)
  if (stored > <usize>length) return TRUNCATED
  if (decoded > capacity) return TOO_SMALL
  if (!size) return 0
  if (flags & FLAG_COPIED) {
    if (stored < size + HEADER) return CORRUPT
    memory.copy(target, source + HEADER, size)
    return decoded
  }
  if (flags >>> 5 != COMPRESSOR_LZ4) return OTHER_CODEC
  // The bit shuffle leaves elements of one byte to the byte shuffle's rules too, so any use of it is another filter.
  if (flags & FLAG_BIT_SHUFFLE) return OTHER_CODEC
  if (!block || block > size || !width) return CORRUPT
  const blocks = (size + block - 1) / block
  if ((stored - HEADER) / 4 < blocks || stored < HEADER) return CORRUPT
  for (let i: usize = 0; i < blocks; i++) {
    const at = <usize>load<u32>(source + HEADER + 4 * i)
    const to = target + i * block
    const bytes = size - i * block < block ? size - i * block : block
    const split = !(flags & FLAG_NO_SPLIT) && bytes == block && width <= MAX_STREAMS && block / width >= LEAST_STREAM
    const shuffled = flags & FLAG_SHUFFLE && width > 1
    if (at < HEADER || at > stored) return CORRUPT
    const status = takeStreams(source + at, source + stored, shuffled ? scratch : to, bytes, split ? width : 1)
    if (status < 0) return status
    if (shuffled) {
      const count = bytes / width
      unshuffle(scratch, to, <i32>count, <i32>width)
      memory.copy(to + count * width, scratch + count * width, bytes - count * width)
    }
  }
  return decoded
}

// The streams of one block, one behind the other, to `target`.
function takeStreams(at: usize, end: usize, target: usize, bytes: usize, streams: usize): i32 {
  const each = bytes / streams
  if (each * streams != bytes) return CORRUPT
  for (; streams > 0; streams--, target += each) {
    if (end - at < 4) return CORRUPT
    const packed = <usize>load<u32>(at)
    at += 4
    if (packed > end - at) return CORRUPT
    if (packed == each) memory.copy(target, at, each)
    else if (lz4Decode(at, <i32>packed, target, <i32>each) != <i32>each) return CORRUPT
    at += packed
  }
  return 0
}
