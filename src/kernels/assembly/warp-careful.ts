import { filterPixel } from './warp-filter-pixel'
import { maskedPixel } from './warp-masked'
import { Cell, Job } from './warp-job'
import { offsetOf, storeInvalid, storeOffset } from './warp-offset'
import { isValid } from './warp-tap'
import { Filter } from './warp-weights'

// Pixels of the unstretched kernels with taps that are missing or invalid, by the validity of each.

/** Whether all 4 x 4 pixels from an offset of the block on are valid. */
function isWhole<T>(job: Job, first: u32): bool {
  for (let y: u32 = 0; y < 4; y++) for (let x: u32 = 0; x < 4; x++) if (!isValid<T>(job, first + y * job.srcStride + x)) return false
  return true
}

/** The 2 x 2 pixels from an offset of the block on, those that are valid, weighed by the phases; the one that holds the centre is. */
function pairPixel<T>(job: Job, at: u32, first: u32, dx: f64, dy: f64, centre: T): i32 {
  const under = first + job.srcStride
  let sum: f64 = 0, weight: f64 = 0
  if (isValid<T>(job, first)) {
    const w = (1 - dx) * (1 - dy)
    sum += w * offsetOf<T>(load<T>(job.src + first * sizeof<T>()), centre)
    weight += w
  }
  if (isValid<T>(job, first + 1)) {
    const w = dx * (1 - dy)
    sum += w * offsetOf<T>(load<T>(job.src + (first + 1) * sizeof<T>()), centre)
    weight += w
  }
  if (isValid<T>(job, under)) {
    const w = (1 - dx) * dy
    sum += w * offsetOf<T>(load<T>(job.src + under * sizeof<T>()), centre)
    weight += w
  }
  if (isValid<T>(job, under + 1)) {
    const w = dx * dy
    sum += w * offsetOf<T>(load<T>(job.src + (under + 1) * sizeof<T>()), centre)
    weight += w
  }
  const good = storeOffset<T>(job.dst + at * sizeof<T>(), centre, sum / weight)
  store<u8>(job.dstMask + at, <u8>good)
  return good ? 0 : 1
}

/**
 * One pixel in float64, from its position in the cell, less half a pixel. Invalid where the source pixel that contains its centre is. The plain cubic
 * kernel (K of size 1) takes the 2 x 2 around the position unless all of its taps are valid; others leave out what is invalid and renormalise.
 * Pixels with taps outside the block and those that come out infinite go tap by tap. Returns 1 where invalid.
 */
export function carefulPixel<T, K>(job: Job, cell: Cell, filter: Filter, at: u32, u: f64, v: f64): i32 {
  const reach: i32 = sizeof<K>() == 4 ? 2 : 1, taps = 2 * reach + 2
  const fu = floor(u), fv = floor(v), dx = u - fu, dy = v - fv
  const x = <i32>fu + cell.baseU - reach, y = <i32>fv + cell.baseV - reach
  const insideX = x >= max(job.blockX0, job.arrayX0) && x + taps <= min(job.blockX1, job.arrayX1)
  if (insideX && y >= max(job.blockY0, job.arrayY0) && y + taps <= min(job.blockY1, job.arrayY1)) {
    const stride = job.srcStride, first = <u32>((y - job.blockY0) * stride + x - job.blockX0)
    const right = <i32>(dx >= 0.5 - 1e-10), low = <i32>(dy >= 0.5 - 1e-10)
    const middle = first + <u32>((reach + low) * stride + reach + right)
    if (!isValid<T>(job, middle)) return storeInvalid<T>(job, at)
    const centre = load<T>(job.src + middle * sizeof<T>())
    if (sizeof<K>() == 1) {
      if (!isWhole<T>(job, first)) return pairPixel<T>(job, at, first + stride + 1, dx, dy, centre)
    } else {
      const bad = maskedPixel<T, K>(job, at, first, dx, dy, centre)
      if (bad >= 0) return bad
    }
  }
  return filterPixel<T>(job, cell, filter, at, u + 0.5, v + 0.5)
}
