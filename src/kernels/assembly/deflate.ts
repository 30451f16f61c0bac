// Deflate for raster tiles: a fast encoder (level 1 class) whose matcher looks at whole samples. Blocks that consist of runs, such as those
// of class rasters, have a matcher of their own (smaller than level 8); others that compress well are matched again thoroughly (level 6).
//
// The functions return the size, or -3 when the target is too small (deflateBound(length) always suffices). The output depends on the input
// bytes and `sampleBytes` only. `sampleBytes` is 1, 2, 4 or 8: when it is even, matches are looked for at even places. `scratch` is
// deflateScratchBytes() of memory, aligned to 16, whose contents do not matter.
import { adler32, crc32 } from './checksum'
import { beginBits, endBits } from './deflate-bits'
import { planBlock, writeBlock } from './deflate-block'
import { literalCount } from './deflate-count'
import { beginDense, DENSE_WORK_BYTES, findDenseTokens } from './deflate-dense'
import { BLOCK_WORK_BYTES, LENGTH_COUNTS, TOO_SMALL } from './deflate-layout'
import { beginMatches, blockEnd, findTokens, MATCH_WORK_BYTES } from './deflate-match'
import { findRunTokens, RUNS_WORK_BYTES, runsEnd, runsStop } from './deflate-runs'
import { LONGEST, TOKEN_BYTES } from './deflate-tokens'

const TOKENS_AT: usize = MATCH_WORK_BYTES
const WORK_AT: usize = TOKENS_AT + TOKEN_BYTES
const DENSE_AT: usize = WORK_AT + BLOCK_WORK_BYTES

// Where a block shrinks to less than a quarter, apart from the runs in it, and hardly has literals, thorough matching costs little time
// and gains much. Where it has them it is noise between empty places, for which thorough matching is slow and no better.
const DENSE_RATIO: u64 = 4
const DENSE_LITERALS: u32 = 32

/** Bytes of work memory that the deflate functions need. */
export function deflateScratchBytes(): i32 {
  return <i32>(DENSE_AT + (DENSE_WORK_BYTES > RUNS_WORK_BYTES ? DENSE_WORK_BYTES : RUNS_WORK_BYTES))
}

/** A target capacity that always suffices for `length` bytes, with any of the three wrappers. */
export function deflateBound(length: i32): i32 {
  return length + (length >>> 10) + 128
}

/** Encodes a raw deflate stream. */
export function deflateRaw(source: usize, length: i32, target: usize, targetCapacity: i32, scratch: usize, sampleBytes: i32): i32 {
  beginBits(target, target + targetCapacity)
  beginMatches(scratch)
  beginDense()
  const end = source + length
  const tokens = scratch + TOKENS_AT
  const work = scratch + WORK_AT
  let at = source
  do {
    const runs = runsEnd(at, end)
    if (runs > at) {
      const count = findRunTokens(at, runs, source, end, scratch + DENSE_AT, tokens, work)
      // The memory of the thorough matcher was used.
      beginDense()
      planBlock(work)
      const stop = runsStop
      const status = writeBlock(at, <u32>(stop - at), tokens, count, stop == end, work)
      if (status < 0) return status
      at = stop
      continue
    }
    let count =
      sampleBytes & 1 ? findTokens<u8>(at, source, end, scratch, tokens, work) : findTokens<u16>(at, source, end, scratch, tokens, work)
    const bits = planBlock(work)
    const inRuns = load<u32>(work + LENGTH_COUNTS + (LONGEST << 2)) * LONGEST
    if (<u64>(blockEnd - at - inRuns) * 8 > bits * DENSE_RATIO && literalCount(work) * DENSE_LITERALS < <u32>(blockEnd - at)) {
      count = findDenseTokens(at, blockEnd, source, end, scratch + DENSE_AT, tokens, work)
      planBlock(work)
    }
    const status = writeBlock(at, <u32>(blockEnd - at), tokens, count, blockEnd == end, work)
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
