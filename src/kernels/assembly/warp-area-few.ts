import { AreaBox, coverX, coverY } from './warp-area-box'
import { Job } from './warp-job'
import { isValid } from './warp-tap'

// The mode of a box of few values: a short list is searched faster than a table is addressed.

/** Pixels of the largest box that is done so. */
export const fewPixels: i32 = 64

// Sums of shares that differ by rounding only count as equal; the value met first, row by row, then wins.
const sameShare: f64 = 1e-9

/** Whether a box is small enough, and lies in the block without going round. */
@inline
export function isFew(job: Job, box: AreaBox): bool {
  return (box.x1 - box.x0) * (box.y1 - box.y0) <= fewPixels && (job.period == 0 || (box.x0 >= job.blockX0 && box.x1 <= job.blockX1))
}

/** Counts, in every byte, whether it equals the one that a turn brings there. */
@inline
function plus(count: v128, bytes: v128, turned: v128): v128 {
  return i8x16.sub(count, i8x16.eq(bytes, turned))
}

/** Which of 16 bytes is the first of those that are met most often. */
@inline
function mostOf(bytes: v128): u32 {
  // Every byte is compared with all others, so that nothing has to be guessed.
  let count = i8x16.splat(0)
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7, 8))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13))
  count = plus(count, bytes, v128.shuffle<u8>(bytes, bytes, 15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14))
  // The count above, the place from behind below: the greatest is the first of the most.
  let best = v128.or(i16x8.shl(count, 4), i8x16(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0))
  best = i8x16.max_u(best, v128.shuffle<u64>(best, best, 1, 0))
  best = i8x16.max_u(best, v128.shuffle<u32>(best, best, 1, 0, 3, 2))
  best = i8x16.max_u(best, v128.shuffle<u16>(best, best, 1, 0, 3, 2, 5, 4, 7, 6))
  const last = <u32>i32x4.extract_lane(best, 0)
  return 15 - (max(last & 255, (last >> 8) & 255) & 15)
}

/** The value that covers most of the whole 4 x 4 box of bytes at element `tap`; -1 where a pixel of it may be invalid. */
@inline
export function modeOfBytes(job: Job, tap: u32): i32 {
  const stride = <u32>job.srcStride, src = job.src + tap
  const bytes = v128.load32_lane(src + 3 * stride, v128.load32_lane(src + 2 * stride, v128.load32_lane(src + stride, v128.load32_zero(src), 1), 2), 3)
  if (job.validity == 1) {
    if (i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(<i8>job.nodataBits))) != 0) return -1
  } else if (job.validity == 2) {
    const mask = job.srcMask + tap
    if ((load<u32>(mask) & load<u32>(mask + stride) & load<u32>(mask + 2 * stride) & load<u32>(mask + 3 * stride)) != 0x01010101) return -1
  }
  const most = mostOf(bytes)
  return <i32>load<u8>(src + (most >> 2) * stride + (most & 3))
}

/**
 * The element offset of a pixel that has the value which covers most of a box, of several the one met first; -1 where no pixel is valid.
 * `room` holds 12 bytes for each pixel of the box: its weights, then where they were met.
 */
export function modeOfFew<T>(job: Job, box: AreaBox, room: u32): i32 {
  const where = room + 8 * fewPixels
  let met: i32 = 0
  for (let y = box.y0; y < box.y1; y++) {
    const wy = coverY(box, y)
    const row = (y - job.blockY0) * job.srcStride - job.blockX0
    for (let x = box.x0; x < box.x1; x++) {
      const tap = <u32>(row + x)
      if (!isValid<T>(job, tap)) continue
      const value = load<T>(job.src + tap * sizeof<T>()), weight = wy * coverX(box, x)
      let k: i32 = 0
      while (k < met && load<T>(job.src + load<u32>(where + (k << 2)) * sizeof<T>()) != value) k++
      if (k == met) {
        store<u32>(where + (k << 2), tap)
        store<f64>(room + (k << 3), weight)
        met++
      } else store<f64>(room + (k << 3), load<f64>(room + (k << 3)) + weight)
    }
  }
  if (met == 0) return -1
  let best: i32 = 0
  for (let k: i32 = 1; k < met; k++) if (load<f64>(room + (k << 3)) > load<f64>(room + (best << 3)) * (1 + sameShare)) best = k
  return load<i32>(where + (best << 2))
}
