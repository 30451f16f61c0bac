import { Cell, Job, turned } from './warp-job'
import { storeInvalid, storeOffset } from './warp-offset'
import { pairAt, sumOf } from './warp-pair'
import { isValid } from './warp-tap'
import { lanczosWeights, mostTaps, polynomialWeights, weightsAlong } from './warp-stretched-weights'
import { endTap, Filter, firstTap, lanczos, radiusOf } from './warp-weights'
import { validPair } from './warp-valid'

// Any kernel at any position, in float64: two taps of a row at a time.

// Below this the weights of the taps that are left say nothing; GDAL's threshold.
const leastWeight: f64 = 1e-6

/** Whether the block holds columns [x0, x1), turned where the array goes round. */
@inline
export function holds(job: Job, x0: i32, x1: i32): bool {
  if (job.period == 0) return x0 >= job.blockX0 && x1 <= job.blockX1
  for (let x = x0; x < x1; x++) {
    const column = turned(job, x)
    if (column < job.blockX0 || column >= job.blockX1) return false
  }
  return true
}

/** One element, and a value that counts as nothing beside it. */
@inline
function oneAt<T>(at: u32, beside: v128): v128 {
  return f64x2.replace_lane(beside, 0, <f64>load<T>(at))
}

/**
 * One pixel at a source position, counted from the cell's base. The pixel is invalid where the source pixel that contains its centre is; taps that are invalid are left out and the weights
 * of the rest renormalised. E says whether to look for invalid pixels: by its size 1 no, 2 yes; both give the same where there are none.
 * Returns 0, 1 where the pixel is invalid, or -1, with nothing stored, where it must be made tap by tap: some do not exist or are
 * not in the block, the plain cubic kernel lacks one, there are too many, or the result is infinite or no number.
 */
export function stretchedPixel<T, E>(job: Job, cell: Cell, filter: Filter, at: u32, u: f64, v: f64): i32 {
  const kernel = filter.kernel, scaleX = filter.scaleX, scaleY = filter.scaleY
  const radius = radiusOf(kernel), pu = u - 0.5, pv = v - 0.5
  // Positions count from the cell's base, so that they do not depend on how often the array went round.
  const lowX = firstTap(pu, radius, scaleX), x0 = cell.baseU + lowX, x1 = cell.baseU + endTap(pu, radius, scaleX)
  if (x0 < max(job.blockX0, job.arrayX0) || x1 > min(job.blockX1, job.arrayX1)) return -1
  const lowY = firstTap(pv, radius, scaleY), y0 = cell.baseV + lowY, y1 = cell.baseV + endTap(pv, radius, scaleY)
  if (y0 < max(job.blockY0, job.arrayY0) || y1 > min(job.blockY1, job.arrayY1)) return -1
  const width = x1 - x0, height = y1 - y0
  if (width > mostTaps || height > mostTaps) return -1
  const middle = <u32>((<i32>floor(v + 1e-10) + cell.baseV - job.blockY0) * job.srcStride + <i32>floor(u + 1e-10) + cell.baseU - job.blockX0)
  if (sizeof<E>() > 1 && !isValid<T>(job, middle)) return storeInvalid<T>(job, at)
  const centre = load<T>(job.src + middle * sizeof<T>()), from = f64x2.splat(<f64>centre)
  if (kernel == lanczos) lanczosWeights(lowX, width, pu, scaleX, lowY, height, pv, scaleY)
  else {
    polynomialWeights(kernel, 0, lowX, width, pu, scaleX)
    polynomialWeights(kernel, 1, lowY, height, pv, scaleY)
  }
  const validity = job.validity, nodata = f64x2.splat(validity == 1 ? job.nodata : NaN)
  const columns = weightsAlong(0), rows = weightsAlong(1)
  const pairs = columns + ((width & ~1) << 3), single = v128.load_zero<u64>(pairs)
  const first = <u32>((y0 - job.blockY0) * job.srcStride + x0 - job.blockX0), stride = <u32>job.srcStride
  let sum = f64x2.splat(0), weight = f64x2.splat(0), lost = i64x2.splat(0), rowWeight = f64x2.splat(0)
  if (sizeof<E>() == 1) {
    for (let w = columns; w < pairs; w += 16) rowWeight = f64x2.add(rowWeight, v128.load(w))
    if (width & 1) rowWeight = f64x2.add(rowWeight, single)
  }
  for (let k: i32 = 0; k < height; k++) {
    let tap = job.src + (first + k * stride) * sizeof<T>(), mask = job.srcMask + first + k * stride
    let row = f64x2.splat(0)
    if (sizeof<E>() > 1) rowWeight = f64x2.splat(0)
    for (let w = columns; w < pairs; w += 16, tap += 2 * sizeof<T>(), mask += 2) {
      const value = pairAt<T>(tap)
      let wx = v128.load(w), offset = f64x2.sub(value, from)
      if (sizeof<E>() > 1) {
        const valid = validPair<T>(validity, value, <u32>load<u16>(mask), nodata)
        wx = v128.and(wx, valid)
        offset = v128.and(offset, valid)
        lost = i64x2.add(lost, valid)
        rowWeight = f64x2.add(rowWeight, wx)
      }
      row = f64x2.add(row, f64x2.mul(wx, offset))
    }
    if (width & 1) {
      const value = oneAt<T>(tap, from)
      let wx = single, offset = f64x2.sub(value, from)
      if (sizeof<E>() > 1) {
        const valid = v128.and(validPair<T>(validity, value, <u32>load<u8>(mask), nodata), i64x2(-1, 0))
        wx = v128.and(wx, valid)
        offset = v128.and(offset, valid)
        lost = i64x2.add(lost, valid)
        rowWeight = f64x2.add(rowWeight, wx)
      }
      row = f64x2.add(row, f64x2.mul(wx, offset))
    }
    const wy = v128.load64_splat(rows + (k << 3))
    sum = f64x2.add(sum, f64x2.mul(row, wy))
    weight = f64x2.add(weight, f64x2.mul(rowWeight, wy))
  }
  const total = sumOf(weight), offset = sumOf(sum) / total
  if (sizeof<E>() > 1) {
    const count = -<i32>(i64x2.extract_lane(lost, 0) + i64x2.extract_lane(lost, 1)), taps = width * height
    if (filter.plain && count < taps) return -1
    if (kernel == lanczos && count < taps / 2) return storeInvalid<T>(job, at)
  }
  if (total < leastWeight) return storeInvalid<T>(job, at)
  if (isFloat<T>() && offset - offset != 0) return -1
  storeOffset<T>(job.dst + at * sizeof<T>(), centre, offset)
  store<u8>(job.dstMask + at, 1)
  return 0
}
