import { axisCount, axisFirst, axisLower, axisUpper, axisY } from './warp-area-row'
import { extremeSpans, isThere, spanCount, sumEach, sumSpan } from './warp-area-span'
import { Job } from './warp-job'
import { storeInvalid } from './warp-offset'
import { storeRounded } from './warp-tap'

// Boxes of any size of integers of 8 and 16 bits, one at a time: what lies between the first and the last column is covered as a whole, and
// is summed or compared in whole vectors.

/** Elements that are read beyond the last one of a box. */
const beyond: i32 = 16

/** Most columns of a box. */
const mostColumns: i32 = 65536

/** Whether the block goes on beyond pixel `k` of a row, so that whole vectors can be read. */
@inline
export function isRoomy(job: Job, row: u32, k: u32): bool {
  const x = row + (k << 2), y = x + axisY, nx = load<i32>(x, axisCount)
  const last = (load<i32>(y, axisFirst) + load<i32>(y, axisCount) - 1) * job.srcStride + load<i32>(x, axisFirst) + nx
  return nx <= mostColumns && last + beyond <= (job.blockY1 - job.blockY0 - 1) * job.srcStride + job.blockX1 - job.blockX0
}

/** The mean, or the root of the mean of squares, of one box. Returns 1 where no pixel is valid. */
@inline
export function meanLarge<T, V>(job: Job, row: u32, k: u32, at: u32, square: bool): i32 {
  const x = row + (k << 2), y = x + axisY, nx = load<i32>(x, axisCount), ny = load<i32>(y, axisCount)
  const left = load<f64>(row + (k << 3), axisLower), right = load<f64>(row + (k << 3), axisUpper)
  const tap = <u32>(load<i32>(y, axisFirst) * job.srcStride + load<i32>(x, axisFirst))
  let src = job.src + tap * sizeof<T>(), mask = job.srcMask + tap
  const last = <u32>(nx - 1), step = <u32>job.srcStride
  const roomy = isRoomy(job, row, k)
  let sum: f64 = 0, weight: f64 = 0
  for (let j: i32 = 0; j < ny; j++) {
    let part: f64 = 0, cover: f64 = 0
    if (nx > 2) {
      const first = src + sizeof<T>()
      part = <f64>(roomy ? sumSpan<T, V>(job, first, mask + 1, nx - 2, square) : sumEach<T, V>(job, first, mask + 1, nx - 2, square))
      cover = <f64>spanCount
    }
    if (isThere<T, V>(job, src, mask)) {
      const value = <f64>load<T>(src)
      part += left * (square ? value * value : value)
      cover += left
    }
    if (nx > 1 && isThere<T, V>(job, src + last * sizeof<T>(), mask + last)) {
      const value = <f64>load<T>(src + last * sizeof<T>())
      part += right * (square ? value * value : value)
      cover += right
    }
    const shares = row + axisY + (k << 3)
    const w = j == 0 ? load<f64>(shares, axisLower) : j == ny - 1 ? load<f64>(shares, axisUpper) : 1
    sum += w * part
    weight += w * cover
    src += step * sizeof<T>()
    mask += step
  }
  if (!(weight > 0)) return storeInvalid<T>(job, at)
  const mean = sum / weight
  storeRounded<T>(job.dst + at * sizeof<T>(), square ? sqrt(mean) : mean)
  store<u8>(job.dstMask + at, 1)
  return 0
}

/** The least or the greatest of one roomy box. Returns 1 where no pixel is valid. */
@inline
export function extremeLarge<T, V>(job: Job, row: u32, k: u32, at: u32, greatest: bool): i32 {
  const x = row + (k << 2), y = x + axisY
  const tap = <u32>(load<i32>(y, axisFirst) * job.srcStride + load<i32>(x, axisFirst))
  const value = extremeSpans<T, V>(job, job.src + tap * sizeof<T>(), job.srcMask + tap, load<i32>(x, axisCount), load<i32>(y, axisCount), greatest)
  if (spanCount == 0) return storeInvalid<T>(job, at)
  store<T>(job.dst + at * sizeof<T>(), value)
  store<u8>(job.dstMask + at, 1)
  return 0
}
