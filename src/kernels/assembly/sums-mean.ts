import { Level } from './overview-job'
import { countShift, liftOf } from './sums-packed'

// Means of sums. Integers round half up: of the true quotient, not of that rounded to float64.

/** Of packed sums. Returns how many pixels are invalid. */
export function meansOfPacked<T>(level: Level): i32 {
  const shift = countShift<T>(), lift = liftOf<T>()
  const low: u32 = (1 << shift) - 1
  let bad: i32 = 0
  for (let j: i32 = 0; j < level.height; j++) {
    const from = level.src + 4 * j * level.srcStride, at = <u32>(j * level.dstStride)
    for (let i: i32 = 0; i < level.width; i++) {
      const packed = load<u32>(from + 4 * i), count = packed >> shift
      const out = level.dst + (at + i) * sizeof<T>()
      if (count == 0) {
        store<T>(out, 0)
        bad++
      } else {
        const twice = 2 * (packed & low) + count
        // Most counts are whole powers of two, and division takes long.
        const mean = popcnt(count) == 1 ? twice >> (ctz(count) + 1) : twice / (2 * count)
        store<T>(out, <T>(<i32>mean - lift))
      }
      store<u8>(level.dstMask + at + i, <u8>(count > 0))
    }
  }
  return bad
}

/** The whole number nearest to sum / weight, the upper one of two, for whole numbers below 2^52. */
@inline
function nearest(sum: f64, weight: f64): f64 {
  let whole = floor(sum / weight + 0.5)
  const rest = 2 * (sum - whole * weight)
  if (rest >= weight) whole += 1
  else if (rest < -weight) whole -= 1
  return whole
}

/** Of sums and weights in planes of float64, laid out alike. Returns how many pixels are invalid. */
export function meansOfDoubles<T>(level: Level, weights: u32): i32 {
  let bad: i32 = 0
  for (let j: i32 = 0; j < level.height; j++) {
    for (let i: i32 = 0; i < level.width; i++) {
      const from = 8 * <u32>(j * level.srcStride + i), at = <u32>(j * level.dstStride + i)
      const sum = load<f64>(level.src + from), weight = load<f64>(weights + from)
      const out = level.dst + at * sizeof<T>()
      let good = weight > 0
      if (!good) store<T>(out, 0)
      else if (isFloat<T>()) {
        const mean = <T>(sum / weight)
        // Infinities that cancel.
        good = mean == mean
        store<T>(out, good ? mean : 0)
      } else store<T>(out, <T><i64>nearest(sum, weight))
      store<u8>(level.dstMask + at, <u8>good)
      if (!good) bad++
    }
  }
  return bad
}
