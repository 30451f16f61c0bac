import { Job } from './warp-job'
import { highest, lowest } from './warp-tap'

// Whether all taps of a pixel are valid, looked at side by side. NaN is left to whoever sums: it shows in the sum.

/** Whether an element of a dtype can be the nodata value of a job; of NaN, which is no value, none is. */
@inline
function canBeNodata<T>(job: Job): bool {
  const nodata = job.nodata
  if (sizeof<T>() == 8 && isInteger<T>()) return true
  if (isFloat<T>()) return sizeof<T>() == 8 ? nodata == nodata : <f64><f32>nodata == nodata
  const low: f64 = sizeof<T>() < 4 ? lowest<T>() : isSigned<T>() ? -2147483648 : 0
  const high: f64 = sizeof<T>() < 4 ? highest<T>() : isSigned<T>() ? 2147483647 : 4294967295
  return nodata >= low && nodata <= high && floor(nodata) == nodata
}

/** How the validity of pixels is told: 0 where it need not be looked at, else as the job says. */
@inline
export function toldBy<T>(job: Job): i32 {
  return job.validity == 1 && !canBeNodata<T>(job) ? 0 : job.validity
}

/** The nodata value in all lanes; only where validity is told by it. */
@inline
export function nodataLanes<T>(job: Job): v128 {
  return v128.splat<T>(<T>job.nodata)
}

/** Lanes that are the nodata value, of a row of `taps` (4 or 6) elements. */
@inline
function hitsOf<T>(taps: i32, at: u32, nodata: v128): v128 {
  if (sizeof<T>() == 8) {
    const four = v128.or(v128.eq<T>(v128.load(at), nodata), v128.eq<T>(v128.load(at, 16), nodata))
    return taps == 4 ? four : v128.or(four, v128.eq<T>(v128.load(at, 32), nodata))
  }
  if (sizeof<T>() == 4) {
    const four = v128.eq<T>(v128.load(at), nodata)
    return taps == 4 ? four : v128.or(four, v128.eq<T>(v128.load(at, 8), nodata))
  }
  if (sizeof<T>() == 2) {
    const four = v128.eq<T>(v128.load64_splat(at), nodata)
    return taps == 4 ? four : v128.or(four, v128.eq<T>(v128.load64_splat(at, 4), nodata))
  }
  const four = v128.eq<T>(v128.load32_splat(at), nodata)
  return taps == 4 ? four : v128.or(four, v128.eq<T>(v128.load32_splat(at, 2), nodata))
}

/** Whether the `taps` x `taps` (4 or 6) pixels from an address on are valid; `told` is {@link toldBy}'s. */
@inline
export function allValid<T>(taps: i32, told: i32, src: u32, mask: u32, stride: u32, nodata: v128): bool {
  if (told == 0) return true
  if (told == 2) {
    const low = load<u32>(mask) & load<u32>(mask + stride) & load<u32>(mask + 2 * stride) & load<u32>(mask + 3 * stride)
    if (taps == 4) return low == 0x01010101
    const high = load<u32>(mask, 2) & load<u32>(mask + stride, 2) & load<u32>(mask + 2 * stride, 2) & load<u32>(mask + 3 * stride, 2)
    const under = mask + 4 * stride, last = under + stride
    return (low & high & load<u32>(under) & load<u32>(under, 2) & load<u32>(last) & load<u32>(last, 2)) == 0x01010101
  }
  const step = stride * sizeof<T>(), half = src + 2 * step
  const above = v128.or(hitsOf<T>(taps, src, nodata), hitsOf<T>(taps, src + step, nodata))
  const four = v128.or(above, v128.or(hitsOf<T>(taps, half, nodata), hitsOf<T>(taps, half + step, nodata)))
  if (taps == 4) return !v128.any_true(four)
  const low = src + 4 * step
  return !v128.any_true(v128.or(four, v128.or(hitsOf<T>(taps, low, nodata), hitsOf<T>(taps, low + step, nodata))))
}

/** Whether any of the 4 x 4 floats from an address on is NaN. */
@inline
export function hasNaN<T>(src: u32, stride: u32): bool {
  let any = v128.splat<i32>(0)
  for (let k: u32 = 0; k < 4; k++) {
    for (let x: u32 = 0; x < 4 * sizeof<T>(); x += 16) {
      const v = v128.load(src + k * stride * sizeof<T>() + x)
      any = v128.or(any, v128.ne<T>(v, v))
    }
  }
  return v128.any_true(any)
}

// Lanes of two neighbouring pixels that are valid, by their bytes of a mask.
const lanesOf = memory.data<i64>([0, 0, -1, 0, 0, -1, -1, -1], 16)

/** Lanes of two neighbouring pixels, as float64, that are valid by how the job tells it: from their values, or their two bytes of the mask. */
@inline
export function validPair<T>(validity: i32, value: v128, bytes: u32, nodata: v128): v128 {
  if (validity == 2) return v128.load(lanesOf + (((bytes | (bytes >> 7)) & 3) << 4))
  const valid = f64x2.ne(value, nodata)
  return isFloat<T>() && validity == 1 ? v128.and(valid, f64x2.eq(value, value)) : valid
}
