import { isValid, Level, share, Span, spanBytes } from './overview-job'

// The value that covers most of an output pixel. Sums of shares that differ by rounding only count as equal: the value met first,
// row by row, then wins.
const sameShare: f64 = 1e-9

@inline
function modePixel<T>(level: Level, at: u32, column: Span, row: Span): i32 {
  const values = level.room
  const weights = level.room + 8 * column.count * row.count
  let met: i32 = 0
  for (let j: i32 = 0; j < row.count; j++) {
    const from = <u32>((row.at + j) * level.srcStride + column.at)
    const wy = share(row, j)
    for (let i: i32 = 0; i < column.count; i++) {
      const value = load<T>(level.src + (from + i) * sizeof<T>())
      if (!isValid<T>(level, from + i, value)) continue
      const weight = wy * share(column, i)
      let k: i32 = 0
      while (k < met && load<T>(values + 8 * k) != value) k++
      if (k == met) {
        store<T>(values + 8 * k, value)
        store<f64>(weights + 8 * k, 0)
        met++
      }
      store<f64>(weights + 8 * k, load<f64>(weights + 8 * k) + weight)
    }
  }
  let best: i32 = 0
  for (let k: i32 = 1; k < met; k++) if (load<f64>(weights + 8 * k) > load<f64>(weights + 8 * best) + sameShare) best = k
  store<T>(level.dst + at * sizeof<T>(), met > 0 ? load<T>(values + 8 * best) : 0)
  store<u8>(level.dstMask + at, met > 0 ? 1 : 0)
  return met > 0 ? 0 : 1
}

/** The mode over the whole output. Returns how many pixels are invalid. */
export function modes<T>(level: Level): i32 {
  let bad: i32 = 0
  for (let j: i32 = 0; j < level.height; j++) {
    const row = changetype<Span>(level.rows + j * spanBytes)
    for (let i: i32 = 0; i < level.width; i++) {
      bad += modePixel<T>(level, j * level.dstStride + i, changetype<Span>(level.columns + i * spanBytes), row)
    }
  }
  return bad
}
