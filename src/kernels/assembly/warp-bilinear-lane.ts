import { Job, turned } from './warp-job'
import { storeInvalid } from './warp-offset'
import { isValid, storeRounded } from './warp-tap'

/** What one tap adds to a pixel, counted from the pixel's own value so that equal values stay exactly as they are. */
@inline
function difference<T, F>(value: T, centre: T): F {
  if (sizeof<T>() == 8 && isInteger<T>()) {
    const wide = <f64>value - <f64>centre
    // Exact for integers beyond 2^53, unless the difference itself overflows.
    return <F>(abs(wide) < 4e18 ? <f64>(<i64>value - <i64>centre) : wide)
  }
  return <F>(<F>value - <F>centre)
}

/** Stores centre + offset, where offset was computed. Returns 1 where that is not a number. */
@inline
function finish<T, F>(job: Job, at: u32, centre: T, offset: F): i32 {
  const out = job.dst + at * sizeof<T>()
  let good: bool = true
  if (sizeof<T>() == 8 && isInteger<T>()) {
    const whole = floor(<f64>offset + 0.5)
    if (abs(whole) < 4e18) store<T>(out, <T>(<i64>centre + <i64>whole))
    else good = storeRounded<T>(out, <f64>centre + <f64>offset)
  } else good = storeRounded<T>(out, <f64>(<F>(<F>centre + offset)))
  store<u8>(job.dstMask + at, <u8>good)
  return good ? 0 : 1
}

/**
 * One bilinear pixel by the careful way: taps that do not exist or are invalid are dropped and the weights of the rest renormalised;
 * the pixel is invalid where the source pixel that contains its centre is. Tap (x, y) has weight (1 - dx)(1 - dy).
 * Where all four taps are valid, the expression is the one of the fast way. Returns 1 where the pixel is invalid.
 */
export function bilinearLane<T, F>(job: Job, at: u32, x: i32, dx: F, y: i32, dy: F): i32 {
  const right = <i32>(dx >= <F>(0.5 - 1e-10)), low = <i32>(dy >= <F>(0.5 - 1e-10))
  if (x + right < job.arrayX0 || x + right >= job.arrayX1 || y + low < job.arrayY0 || y + low >= job.arrayY1) return storeInvalid<T>(job, at)
  const x0 = turned(job, max(x, job.arrayX0)), x1 = turned(job, min(x + 1, job.arrayX1 - 1))
  const y0 = max(y, job.arrayY0), y1 = min(y + 1, job.arrayY1 - 1)
  if (x0 < job.blockX0 || x0 >= job.blockX1 || x1 < job.blockX0 || x1 >= job.blockX1 || y0 < job.blockY0 || y1 >= job.blockY1) {
    job.missing = 1
    return storeInvalid<T>(job, at)
  }
  const r0 = (y0 - job.blockY0) * job.srcStride - job.blockX0, r1 = (y1 - job.blockY0) * job.srcStride - job.blockX0
  const a00 = <u32>(r0 + x0), a01 = <u32>(r0 + x1), a10 = <u32>(r1 + x0), a11 = <u32>(r1 + x1)
  const v00 = isValid<T>(job, a00), v01 = isValid<T>(job, a01), v10 = isValid<T>(job, a10), v11 = isValid<T>(job, a11)
  if (!(low ? (right ? v11 : v10) : right ? v01 : v00)) return storeInvalid<T>(job, at)
  const p00 = load<T>(job.src + a00 * sizeof<T>()), p01 = load<T>(job.src + a01 * sizeof<T>())
  const p10 = load<T>(job.src + a10 * sizeof<T>()), p11 = load<T>(job.src + a11 * sizeof<T>())
  if (v00 && v01 && v10 && v11) {
    if (sizeof<T>() == 8 && isInteger<T>()) {
      const top = difference<T, F>(p01, p00) * dx
      const d10 = difference<T, F>(p10, p00)
      const bottom = d10 + (difference<T, F>(p11, p00) - d10) * dx
      return finish<T, F>(job, at, p00, <F>(top + (bottom - top) * dy))
    }
    const top = <F>p00 + (<F>p01 - <F>p00) * dx
    const bottom = <F>p10 + (<F>p11 - <F>p10) * dx
    const good = storeRounded<T>(job.dst + at * sizeof<T>(), <f64>(<F>(top + (bottom - top) * dy)))
    store<u8>(job.dstMask + at, <u8>good)
    return good ? 0 : 1
  }
  const one: F = 1
  const w00 = (one - dx) * (one - dy), w01 = dx * (one - dy), w10 = (one - dx) * dy, w11 = dx * dy
  const centre = low ? (right ? p11 : p10) : right ? p01 : p00
  let sum: F = 0, weight: F = 0
  if (v00) { sum += w00 * difference<T, F>(p00, centre); weight += w00 }
  if (v01) { sum += w01 * difference<T, F>(p01, centre); weight += w01 }
  if (v10) { sum += w10 * difference<T, F>(p10, centre); weight += w10 }
  if (v11) { sum += w11 * difference<T, F>(p11, centre); weight += w11 }
  // The centre's own weight is at least a quarter.
  return finish<T, F>(job, at, centre, <F>(sum / weight))
}
