import { Job } from './warp-job'
import { storeRounded } from './warp-tap'

// Weighted sums count from one of the values, so that equal values stay as they are and 64-bit integers keep their digits.

/** How far a value is from the one that is counted from. */
@inline
export function offsetOf<T>(value: T, from: T): f64 {
  const wide = sizeof<T>() == 8 && isInteger<T>() && abs(<f64>value - <f64>from) < 4e18
  return wide ? <f64>(<i64>value - <i64>from) : <f64>value - <f64>from
}

/** Stores `from + offset`, rounded half up and clamped for integers. Returns false, and stores 0, where it is NaN. */
@inline
export function storeOffset<T>(out: u32, from: T, offset: f64): bool {
  if (sizeof<T>() == 8 && isInteger<T>() && abs(offset) < 4e18) {
    const step = <i64>floor(offset + 0.5), sum = <i64>from + step
    if (isSigned<T>()) {
      const over = ((<i64>from ^ sum) & (step ^ sum)) < 0
      store<i64>(out, over ? (step < 0 ? i64.MIN_VALUE : i64.MAX_VALUE) : sum)
    } else if (step < 0) store<u64>(out, <u64>sum > <u64>from ? 0 : <u64>sum)
    else store<u64>(out, <u64>sum < <u64>from ? u64.MAX_VALUE : <u64>sum)
    return true
  }
  return storeRounded<T>(out, <f64>from + offset)
}

/** Makes an output pixel invalid, and 0. Returns 1. */
@inline
export function storeInvalid<T>(job: Job, at: u32): i32 {
  store<T>(job.dst + at * sizeof<T>(), 0)
  store<u8>(job.dstMask + at, 0)
  return 1
}

/** Makes four pixels side by side, given by their address and that of their mask, invalid, and 0. Returns 4. */
@inline
export function storeNothing<T>(out: u32, mask: u32): i32 {
  if (sizeof<T>() == 1) store<u32>(out, 0)
  else store<u64>(out, 0)
  store<u32>(mask, 0)
  return 4
}

/** Makes every pixel of a cell's rectangle invalid. Returns how many there are. */
export function invalidRect<T>(job: Job, x0: i32, x1: i32, y0: i32, y1: i32): i32 {
  for (let y = y0; y < y1; y++) {
    const at = <u32>(y * job.dstStride + x0)
    memory.fill(job.dst + at * sizeof<T>(), 0, (x1 - x0) * sizeof<T>())
    memory.fill(job.dstMask + at, 0, x1 - x0)
  }
  return (x1 - x0) * (y1 - y0)
}
