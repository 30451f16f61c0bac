import { isValid, Level, share, Span, spanBytes } from './overview-job'
import { storeRounded } from './warp-tap'

// Reductions of the source pixels that an output pixel covers, for any ratio. K says which: by its size 1 mean, 2 least, 4 greatest.

@inline
function spanPixel<T, K>(level: Level, at: u32, column: Span, row: Span): i32 {
  const out = level.dst + at * sizeof<T>()
  let some: bool = false
  let extreme: T = 0
  // Values count from the first that is valid, so that equal values stay as they are and 64-bit integers keep their low bits.
  let origin: T = 0
  let sum: f64 = 0, weight: f64 = 0
  for (let j: i32 = 0; j < row.count; j++) {
    const from = <u32>((row.at + j) * level.srcStride + column.at)
    const wy = share(row, j)
    for (let i: i32 = 0; i < column.count; i++) {
      const value = load<T>(level.src + (from + i) * sizeof<T>())
      if (!isValid<T>(level, from + i, value)) continue
      if (sizeof<K>() == 1) {
        if (!some) origin = value
        const w = wy * share(column, i)
        const wide = sizeof<T>() == 8 && isInteger<T>() && abs(<f64>value - <f64>origin) < 4e18
        sum += w * (wide ? <f64>(<i64>value - <i64>origin) : <f64>value - <f64>origin)
        weight += w
      } else if (!some || (sizeof<K>() == 2 ? value < extreme : value > extreme)) extreme = value
      some = true
    }
  }
  if (!some) store<T>(out, 0)
  else if (sizeof<K>() > 1) store<T>(out, extreme)
  else if (sizeof<T>() == 8 && isInteger<T>() && abs(sum / weight) < 4e18) store<T>(out, <T>(<i64>origin + <i64>floor(sum / weight + 0.5)))
  else some = storeRounded<T>(out, <f64>origin + sum / weight)
  store<u8>(level.dstMask + at, <u8>some)
  return some ? 0 : 1
}

/** One reduction over the whole output. Returns how many pixels are invalid. */
export function spans<T, K>(level: Level): i32 {
  let bad: i32 = 0
  for (let j: i32 = 0; j < level.height; j++) {
    const row = changetype<Span>(level.rows + j * spanBytes)
    for (let i: i32 = 0; i < level.width; i++) {
      bad += spanPixel<T, K>(level, j * level.dstStride + i, changetype<Span>(level.columns + i * spanBytes), row)
    }
  }
  return bad
}
