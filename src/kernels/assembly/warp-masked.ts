import { pairAt, sumOf } from './warp-pair'
import { Job } from './warp-job'
import { storeInvalid, storeOffset } from './warp-offset'
import { validPair } from './warp-valid'
import { across, lanczosBytes, storeCubic, storeLanczos } from './warp-weights-lanes'

// The unstretched spline and Lanczos kernels over the taps that are valid, in float64, two taps at a time.

// Below this share of all weights those of the taps that are left say nothing; GDAL's threshold.
const leastWeight: f64 = 1e-6

const kept = memory.data(<i32>lanczosBytes, 16)

/**
 * One pixel from the offset of its first tap in the block, which holds all of them, and its phases; its centre is valid. Returns 0, 1 where too little is
 * left for it to be valid, or -1, with nothing stored, where it is infinite or no number.
 */
export function maskedPixel<T, K>(job: Job, at: u32, first: u32, dx: f64, dy: f64, centre: T): i32 {
  const d = f64x2(dx, dy)
  let full: f64 = 1
  if (sizeof<K>() == 4) {
    const totals = storeLanczos<f64>(kept, d)
    full = f64x2.extract_lane(totals, 0) * f64x2.extract_lane(totals, 1)
  } else {
    storeCubic<f64, K>(kept, d)
  }
  const taps: u32 = sizeof<K>() == 4 ? 6 : 4, width: u32 = sizeof<T>()
  const stride = <u32>job.srcStride, validity = job.validity
  const nodata = f64x2.splat(validity == 1 ? job.nodata : NaN), from = f64x2.splat(<f64>centre)
  const x0 = across(kept, 0), x2 = across(kept, 2), x4 = sizeof<K>() == 4 ? across(kept, 4) : f64x2.splat(0)
  let sum = f64x2.splat(0), weight = f64x2.splat(0), lost = i64x2.splat(0)
  let tap = job.src + first * width, mask = job.srcMask + first
  for (let k: u32 = 0; k < taps; k++) {
    const a = pairAt<T>(tap), b = pairAt<T>(tap + 2 * width)
    const validA = validPair<T>(validity, a, <u32>load<u16>(mask), nodata), validB = validPair<T>(validity, b, <u32>load<u16>(mask, 2), nodata)
    const wa = v128.and(x0, validA), wb = v128.and(x2, validB)
    let row = f64x2.add(f64x2.mul(wa, v128.and(f64x2.sub(a, from), validA)), f64x2.mul(wb, v128.and(f64x2.sub(b, from), validB)))
    let left = f64x2.add(wa, wb)
    lost = i64x2.add(lost, i64x2.add(validA, validB))
    if (sizeof<K>() == 4) {
      const c = pairAt<T>(tap + 4 * width), validC = validPair<T>(validity, c, <u32>load<u16>(mask, 4), nodata), wc = v128.and(x4, validC)
      row = f64x2.add(row, f64x2.mul(wc, v128.and(f64x2.sub(c, from), validC)))
      left = f64x2.add(left, wc)
      lost = i64x2.add(lost, validC)
    }
    const wy = v128.load64_splat(kept + 16 * k, 8)
    sum = f64x2.add(sum, f64x2.mul(row, wy))
    weight = f64x2.add(weight, f64x2.mul(left, wy))
    tap += stride * width
    mask += stride
  }
  const total = sumOf(weight), offset = sumOf(sum) / total
  const count = -<i32>(i64x2.extract_lane(lost, 0) + i64x2.extract_lane(lost, 1))
  if (!(total >= leastWeight * full) || (sizeof<K>() == 4 && count < 18)) return storeInvalid<T>(job, at)
  if (isFloat<T>() && offset - offset != 0) return -1
  storeOffset<T>(job.dst + at * width, centre, offset)
  store<u8>(job.dstMask + at, 1)
  return 0
}
