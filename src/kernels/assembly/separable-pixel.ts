import { Reach, reachBytes, Separable } from './separable-job'
import { offsetOf, storeOffset } from './warp-offset'
import { storeRounded } from './warp-tap'

// Below this the weights of the taps that are left say nothing; GDAL's threshold.
const leastWeight: f64 = 1e-6

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
  let count: i32 = 0
  for (let j: i32 = 0; j < row.count; j++) {
    const wy = weightOf<F>(job.weightsY, job.tapsY, y, row, j)
    const from = <u32>((row.first + j) * job.srcStride + column.first)
    for (let i: i32 = 0; i < column.count; i++) {
      if (!isValid(job, column.first + i, row.first + j)) continue
      count++
      const value = load<T>(job.src + (from + i) * sizeof<T>())
      if (!some) {
        origin = value
        some = true
      }
      const w = wy * weightOf<F>(job.weightsX, job.tapsX, x, column, i)
      // A tap that weighs nothing is none: 0 times infinity is not 0.
      if (w == 0) continue
      sum += w * offsetOf<T>(value, origin)
      weight += w
    }
  }
  if (!some || (job.mending == 3 && count < (row.count * column.count) / 2)) return loseAt<T>(job, at)
  // Of kernels with negative lobes little or less than nothing may be left; those without a centre, which add up areas, take any.
  if (column.centre >= 0 && !(weight >= leastWeight)) return loseAt<T>(job, at)
  const out = job.dst + at * sizeof<T>(), offset = sum / weight
  const good = storeOffset<T>(out, origin, offset)
  store<u8>(job.dstMask + at, <u8>good)
  return good ? 0 : 1
}

/** One pixel by the careful way in two passes, as GDAL makes overviews: rows first, each over its valid taps. Returns 1 where invalid. */
function passesPixel<T, F>(job: Separable, x: i32, y: i32): i32 {
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

/** One pixel from the valid ones of the 2 x 2 around its position, in the middle of its 4 x 4 taps. Returns 1 where invalid. */
function fourOf<T>(job: Separable, x: i32, y: i32): i32 {
  const column = changetype<Reach>(job.columns + x * reachBytes), row = changetype<Reach>(job.rows + y * reachBytes)
  const at = <u32>(y * job.dstStride + x)
  if (!isValid(job, column.centre, row.centre)) return loseAt<T>(job, at)
  const origin = load<T>(job.src + <u32>(row.centre * job.srcStride + column.centre) * sizeof<T>())
  const dx = load<f64>(job.phasesX + (x << 3)), dy = load<f64>(job.phasesY + (y << 3))
  let sum: f64 = 0, weight: f64 = 0
  for (let k: i32 = 0; k < 4; k++) {
    const tapX = column.first + 1 + (k & 1), tapY = row.first + 1 + (k >> 1)
    if (!isValid(job, tapX, tapY)) continue
    const w = (k & 1 ? dx : 1 - dx) * (k & 2 ? dy : 1 - dy)
    sum += w * offsetOf<T>(load<T>(job.src + <u32>(tapY * job.srcStride + tapX) * sizeof<T>()), origin)
    weight += w
  }
  const good = storeOffset<T>(job.dst + at * sizeof<T>(), origin, sum / weight)
  store<u8>(job.dstMask + at, <u8>good)
  return good ? 0 : 1
}

/** One pixel some of whose taps are invalid, as the job says. Returns 1 where invalid. */
export function mendedPixel<T, F>(job: Separable, x: i32, y: i32): i32 {
  if (job.mending == 4) return fourOf<T>(job, x, y)
  return job.mending == 1 || job.mending == 2 ? passesPixel<T, F>(job, x, y) : separablePixel<T, F>(job, x, y)
}

/** Whether all taps of a pixel are valid. */
export function isWhole(job: Separable, x: i32, y: i32): bool {
  const column = changetype<Reach>(job.columns + x * reachBytes), row = changetype<Reach>(job.rows + y * reachBytes)
  for (let j: i32 = 0; j < row.count; j++) {
    for (let i: i32 = 0; i < column.count; i++) if (!isValid(job, column.first + i, row.first + j)) return false
  }
  return true
}
