import { AreaBox, coverX, coverY, elementAt } from './warp-area-box'
import { Job } from './warp-job'
import { offsetOf, storeInvalid, storeOffset } from './warp-offset'
import { isValid, storeRounded } from './warp-tap'

@inline
function finish(job: Job, at: u32, good: bool): i32 {
  store<u8>(job.dstMask + at, <u8>good)
  return good ? 0 : 1
}

/** The mean of the valid pixels of a box by covered area. Returns 1 where there is none. */
export function averagePixel<T>(job: Job, at: u32, box: AreaBox): i32 {
  let from: T = 0, sum: f64 = 0, weight: f64 = 0
  let none: bool = true
  for (let y = box.y0; y < box.y1; y++) {
    const wy = coverY(box, y)
    for (let x = box.x0; x < box.x1; x++) {
      const tap = elementAt(job, x, y)
      if (!isValid<T>(job, tap)) continue
      const value = load<T>(job.src + tap * sizeof<T>()), w = wy * coverX(box, x)
      if (none) {
        // Values count from the first, unless that is infinite.
        if (isInteger<T>() || abs(<f64>value) < Infinity) from = value
        none = false
      }
      sum += w * offsetOf<T>(value, from)
      weight += w
    }
  }
  if (none) return storeInvalid<T>(job, at)
  return finish(job, at, storeOffset<T>(job.dst + at * sizeof<T>(), from, sum / weight))
}

/** The square root of the mean square of the valid pixels of a box by covered area. Returns 1 where there is none. */
export function rmsPixel<T>(job: Job, at: u32, box: AreaBox): i32 {
  let sum: f64 = 0, weight: f64 = 0
  for (let y = box.y0; y < box.y1; y++) {
    const wy = coverY(box, y)
    for (let x = box.x0; x < box.x1; x++) {
      const tap = elementAt(job, x, y)
      if (!isValid<T>(job, tap)) continue
      const value = <f64>load<T>(job.src + tap * sizeof<T>()), w = wy * coverX(box, x)
      sum += w * value * value
      weight += w
    }
  }
  if (!(weight > 0)) return storeInvalid<T>(job, at)
  return finish(job, at, storeRounded<T>(job.dst + at * sizeof<T>(), sqrt(sum / weight)))
}
