import { axisCount, axisFirst, axisLower, axisUpper, axisY } from './warp-area-row'
import { Job } from './warp-job'
import { highest } from './warp-tap'

// Four pixels side by side whose boxes are of at most 3 x 3 source pixels; integers of 8 and 16 bits, a lane for each pixel.

/** 32 bits from each of four addresses. */
@inline
export function wordsAt(p0: u32, p1: u32, p2: u32, p3: u32): v128 {
  // Joined in whole registers: lane loads are slower.
  const a = <i64>load<u32>(p0) | (<i64>load<u32>(p1) << 32), b = <i64>load<u32>(p2) | (<i64>load<u32>(p3) << 32)
  return i64x2.replace_lane(i64x2.splat(a), 1, b)
}

@inline
function signedPart<T>(words: v128, k: i32): v128 {
  const width: i32 = 8 * sizeof<T>()
  return i32x4.shr_s(i32x4.shl(words, 32 - width - k * width), 32 - width)
}

/** Element `k` of each word, as i32. */
@inline
function part<T>(words: v128, k: i32): v128 {
  if (isSigned<T>()) return signedPart<T>(words, k)
  return v128.and(i32x4.shr_u(words, k * 8 * sizeof<T>()), i32x4.splat(<i32>highest<T>()))
}

/** The first element of each pixel in a row, from the words that {@link wordsAt} loads there. */
@inline
export function firstTap<T>(near: v128): v128 {
  return part<T>(near, 0)
}

/** The second one. */
@inline
export function secondTap<T>(near: v128): v128 {
  return part<T>(near, 1)
}

/** The third one: of 16 bits it stands in the words 4 bytes on. */
@inline
export function thirdTap<T>(near: v128, far: v128): v128 {
  return sizeof<T>() == 1 ? part<T>(near, 2) : part<T>(far, 0)
}

/** Whether the taps are valid: not `nodata`, and byte `k` of their masks set. */
@inline
export function tapValid<V>(value: v128, nodata: v128, masks: v128, k: i32): v128 {
  if (sizeof<V>() == 1) return i32x4.splat(-1)
  const set = i32x4.ne(v128.and(masks, i32x4.splat(255 << (8 * k))), i32x4.splat(0))
  return v128.and(set, i32x4.ne(value, nodata))
}

/** The mask bytes at four addresses where validity is told by a mask; else such as are all set. */
@inline
export function masksAt(job: Job, q0: u32, q1: u32, q2: u32, q3: u32): v128 {
  return job.validity == 2 ? wordsAt(q0, q1, q2, q3) : i32x4.splat(-1)
}

/** The value that invalid taps have; where validity is told by a mask, or no tap can have it, one that none has. */
@inline
export function nodataLanes<T>(job: Job): v128 {
  return i32x4.splat(job.validity == 1 && job.nodata == floor(job.nodata) && abs(job.nodata) < 65536 ? <i32>job.nodata : i32.MIN_VALUE)
}

/** How much is covered of the first or the last column or row of four pixels, as float32. */
@inline
export function sharesOf(at: u32): v128 {
  return v128.shuffle<i32>(f32x4.demote_f64x2_zero(v128.load(at)), f32x4.demote_f64x2_zero(v128.load(at, 16)), 0, 1, 4, 5)
}

/** Stores four values that the type holds, 0 where invalid, the first `live` of them. Returns how many are invalid. */
@inline
export function storeFour<T>(job: Job, at: u32, value: v128, valid: v128, live: i32, room: u32): i32 {
  const kept = v128.and(value, valid)
  const half = sizeof<T>() == 2 && !isSigned<T>() ? i16x8.narrow_i32x4_u(kept, kept) : i16x8.narrow_i32x4_s(kept, kept)
  const narrow = sizeof<T>() == 2 ? half : isSigned<T>() ? i8x16.narrow_i16x8_s(half, half) : i8x16.narrow_i16x8_u(half, half)
  const bits = i16x8.narrow_i32x4_s(valid, valid)
  const mask = v128.and(i8x16.narrow_i16x8_s(bits, bits), i8x16.splat(1))
  const out = job.dst + at * sizeof<T>(), outMask = job.dstMask + at
  if (live == 4) {
    if (sizeof<T>() == 2) v128.store_lane<u64>(out, narrow, 0)
    else v128.store_lane<u32>(out, narrow, 0)
    v128.store_lane<u32>(outMask, mask, 0)
    return 4 - popcnt(i32x4.bitmask(valid))
  }
  v128.store(room, narrow)
  v128.store(room, mask, 16)
  for (let k: i32 = 0; k < live; k++) {
    store<T>(out + k * sizeof<T>(), load<T>(room + k * sizeof<T>()))
    store<u8>(outMask + k, load<u8>(room + k, 16))
  }
  return live - popcnt(i32x4.bitmask(valid) & ((1 << live) - 1))
}

/** Bytes between rows of a pixel's taps where they are copied. */
export const patchStep: u32 = 8
/** Bytes of a pixel's taps there: 3 rows of values, then 3 of masks. */
export const patchBytes: u32 = 6 * patchStep

/** Copies the taps of four boxes, so that what is read beside them is there. */
export function copyPatches<T>(job: Job, row: u32, patches: u32): void {
  memory.fill(patches, 0, 4 * patchBytes)
  for (let k: u32 = 0; k < 4; k++) {
    const at = row + (k << 2), patch = patches + k * patchBytes
    const nx = load<i32>(at, axisCount), ny = load<i32>(at, axisY + axisCount)
    const tap = <u32>(load<i32>(at, axisY + axisFirst) * job.srcStride + load<i32>(at, axisFirst))
    for (let y: i32 = 0; y < ny; y++) {
      const from = tap + <u32>(y * job.srcStride)
      memory.copy(patch + y * patchStep, job.src + from * sizeof<T>(), nx * sizeof<T>())
      if (job.validity == 2) memory.copy(patch + (y + 3) * patchStep, job.srcMask + from, nx)
    }
  }
}
