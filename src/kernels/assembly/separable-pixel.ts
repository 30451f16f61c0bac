import { Reach, reachBytes, Separable } from './separable-job'
import { storeRounded } from './warp-tap'

@inline
function isValid(job: Separable, x: i32, y: i32): bool {
  return job.masked == 0 || load<u8>(job.mask + y * job.maskStride + x) != 0
}

/** Weight of a tap; `k` counts from the reach's first tap. */
@inline
function weightOf<F>(weights: u32, taps: i32, index: i32, reach: Reach, k: i32): f64 {
  if (taps == 1) {
    if (reach.count == 1) return 1
    const second = <f64>load<F>(weights + index * sizeof<F>())
    return k == 0 ? 1 - second : second
  }
  return <f64>load<F>(weights + (index * taps + k) * sizeof<F>())
}

/** Makes a pixel invalid. */
@inline
function loseAt<T>(job: Separable, at: u32): i32 {
  store<T>(job.dst + at * sizeof<T>(), 0)
  store<u8>(job.dstMask + at, 0)
  return 1
}

/**
 * One pixel by the careful way: invalid taps are dropped and the weights of the rest renormalised; the pixel is invalid where the source
 * pixel that contains its centre is, or where no tap is valid. Values count from that one, or from the first valid tap, so that equal
 * values stay exactly as they are. Returns 1 where invalid.
 */
export function separablePixel<T, F>(job: Separable, x: i32, y: i32): i32 {
  const column = changetype<Reach>(job.columns + x * reachBytes), row = changetype<Reach>(job.rows + y * reachBytes)
  const at = <u32>(y * job.dstStride + x)
  let origin: T = 0
  let some = column.centre >= 0
  if (some) {
    if (!isValid(job, column.centre, row.centre)) return loseAt<T>(job, at)
    origin = load<T>(job.src + <u32>(row.centre * job.srcStride + column.centre) * sizeof<T>())
  }
  let sum: f64 = 0, weight: f64 = 0
  for (let j: i32 = 0; j < row.count; j++) {
    const wy = weightOf<F>(job.weightsY, job.tapsY, y, row, j)
    const from = <u32>((row.first + j) * job.srcStride + column.first)
    for (let i: i32 = 0; i < column.count; i++) {
      if (!isValid(job, column.first + i, row.first + j)) continue
      const value = load<T>(job.src + (from + i) * sizeof<T>())
      if (!some) {
        origin = value
        some = true
      }
      const w = wy * weightOf<F>(job.weightsX, job.tapsX, x, column, i)
      const wide = sizeof<T>() == 8 && isInteger<T>() && abs(<f64>value - <f64>origin) < 4e18
      sum += w * (wide ? <f64>(<i64>value - <i64>origin) : <f64>value - <f64>origin)
      weight += w
    }
  }
  if (!some) return loseAt<T>(job, at)
  const out = job.dst + at * sizeof<T>(), offset = sum / weight
  let good: bool = true
  if (sizeof<T>() == 8 && isInteger<T>() && abs(offset) < 4e18) store<T>(out, <T>(<i64>origin + <i64>floor(offset + 0.5)))
  else good = storeRounded<T>(out, <f64>origin + offset)
  store<u8>(job.dstMask + at, <u8>good)
  return good ? 0 : 1
}

/** One pixel by the careful way in two passes, as GDAL makes overviews: rows first, each over its valid taps. Returns 1 where invalid. */
export function passesPixel<T, F>(job: Separable, x: i32, y: i32): i32 {
  const column = changetype<Reach>(job.columns + x * reachBytes), row = changetype<Reach>(job.rows + y * reachBytes)
  const at = <u32>(y * job.dstStride + x)
  const runs = job.mending == 2
  let sum: f64 = 0, weight: f64 = 0
  let run: i32 = 0, longest: i32 = 0
  for (let j: i32 = 0; j < row.count; j++) {
    const from = <u32>((row.first + j) * job.srcStride + column.first)
    let rowSum: f64 = 0, rowWeight: f64 = 0
    let rowRun: i32 = 0, rowLongest: i32 = 0
    for (let i: i32 = 0; i < column.count; i++) {
      if (!isValid(job, column.first + i, row.first + j)) {
        rowRun = 0
        continue
      }
      rowLongest = max(rowLongest, ++rowRun)
      const w = weightOf<F>(job.weightsX, job.tapsX, x, column, i)
      rowSum += w * <f64>load<T>(job.src + (from + i) * sizeof<T>())
      rowWeight += w
    }
    if (!(rowWeight > 0) || (runs && rowLongest < column.count / 2)) {
      run = 0
      continue
    }
    longest = max(longest, ++run)
    const w = weightOf<F>(job.weightsY, job.tapsY, y, row, j)
    sum += w * (rowSum / rowWeight)
    weight += w
  }
  if (!(weight > 0) || (runs && longest < row.count / 2)) return loseAt<T>(job, at)
  const good = storeRounded<T>(job.dst + at * sizeof<T>(), sum / weight)
  store<u8>(job.dstMask + at, <u8>good)
  return good ? 0 : 1
}
