import { filterPixel } from './warp-filter-pixel'
import { maskedPixel } from './warp-masked'
import { Cell, Job } from './warp-job'
import { storeInvalid, storeOffset } from './warp-offset'
import { pairAt, sumOf } from './warp-pair'
import { isValid } from './warp-tap'
import { allValid, hasNaN, nodataLanes, toldBy, validPair } from './warp-valid'
import { Filter } from './warp-weights'

// Pixels of the unstretched kernels with taps that are missing or invalid, by the validity of each.

/** Whether all 4 x 4 pixels from an offset of the block on are valid. */
@inline
function isWhole<T>(job: Job, first: u32): bool {
  const stride = <u32>job.srcStride, src = job.src + first * sizeof<T>()
  if (!allValid<T>(4, toldBy<T>(job), src, job.srcMask + first, stride, nodataLanes<T>(job))) return false
  return !isFloat<T>() || job.validity != 1 || !hasNaN<T>(src, stride)
}

/** The 2 x 2 pixels from an offset of the block on, those that are valid, weighed by the phases; the one that holds the centre is. */
@inline
function pairPixel<T>(job: Job, at: u32, first: u32, dx: f64, dy: f64, centre: T): i32 {
  const validity = job.validity, nodata = f64x2.splat(validity == 1 ? job.nodata : NaN), from = f64x2.splat(<f64>centre)
  const under = first + job.srcStride
  const a = pairAt<T>(job.src + first * sizeof<T>()), b = pairAt<T>(job.src + under * sizeof<T>())
  const masked = validity == 2
  const validA = validPair<T>(validity, a, masked ? <u32>load<u16>(job.srcMask + first) : 0, nodata)
  const validB = validPair<T>(validity, b, masked ? <u32>load<u16>(job.srcMask + under) : 0, nodata)
  const across = f64x2(1 - dx, dx)
  const wa = v128.and(f64x2.mul(across, f64x2.splat(1 - dy)), validA), wb = v128.and(f64x2.mul(across, f64x2.splat(dy)), validB)
  const sum = f64x2.add(f64x2.mul(wa, v128.and(f64x2.sub(a, from), validA)), f64x2.mul(wb, v128.and(f64x2.sub(b, from), validB)))
  const good = storeOffset<T>(job.dst + at * sizeof<T>(), centre, sumOf(sum) / sumOf(f64x2.add(wa, wb)))
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
