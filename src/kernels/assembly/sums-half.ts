import { Level } from './overview-job'

// Sums of up to 2 x 2 sums. What lies beyond the last column and row that there are counts nothing. Doubles add up in one order, two by two.

@inline
function quad(src: u32, stride: u32, right: bool, under: bool): f64 {
  const above = load<f64>(src) + (right ? load<f64>(src, 8) : 0)
  if (!under) return above
  return above + (load<f64>(src + stride) + (right ? load<f64>(src + stride, 8) : 0))
}

/** Planes of float64. */
export function halfDoubles(level: Level, columns: i32, rows: i32, fx: i32, fy: i32): void {
  const stride = <u32>(8 * level.srcStride)
  for (let j: i32 = 0; j < level.height; j++) {
    const y = fy * j, under = fy == 2 && y + 1 < rows
    const from = level.src + <u32>y * stride, out = level.dst + 8 * j * level.dstStride
    for (let i: i32 = 0; i < level.width; i++) {
      const x = fx * i
      const sum = y < rows && x < columns ? quad(from + 8 * x, stride, fx == 2 && x + 1 < columns, under) : 0
      store<f64>(out + 8 * i, sum)
    }
  }
}

@inline
function quadPacked(src: u32, stride: u32, right: bool, under: bool): u32 {
  let sum = load<u32>(src) + (right ? load<u32>(src, 4) : 0)
  if (under) sum += load<u32>(src + stride) + (right ? load<u32>(src + stride, 4) : 0)
  return sum
}

/** Packed sums. */
export function halfPacked(level: Level, columns: i32, rows: i32, fx: i32, fy: i32): void {
  const stride = <u32>(4 * level.srcStride)
  for (let j: i32 = 0; j < level.height; j++) {
    const y = fy * j, under = fy == 2 && y + 1 < rows
    const from = level.src + <u32>y * stride, out = level.dst + 4 * j * level.dstStride
    for (let i: i32 = 0; i < level.width; i++) {
      const x = fx * i
      store<u32>(out + 4 * i, y < rows && x < columns ? quadPacked(from + 4 * x, stride, fx == 2 && x + 1 < columns, under) : 0)
    }
  }
}

/** Packed sums to planes of float64, the sums (`dst`) and the counts (`dstMask`), either of which may not be wanted. */
export function halfUnpacked(level: Level, columns: i32, rows: i32, fx: i32, fy: i32, dtype: i32): void {
  const stride = <u32>(4 * level.srcStride)
  const shift = dtype < 2 ? 20 : 24
  const low: u32 = (1 << shift) - 1
  const lift: f64 = dtype == 1 ? 128 : dtype == 3 ? 32768 : 0
  for (let j: i32 = 0; j < level.height; j++) {
    const y = fy * j
    for (let i: i32 = 0; i < level.width; i++) {
      let sum: u32 = 0, count: u32 = 0
      for (let r = y; r < min(y + fy, rows); r++) {
        for (let c = fx * i; c < min(fx * (i + 1), columns); c++) {
          const each = load<u32>(level.src + <u32>r * stride + 4 * c)
          sum += each & low
          count += each >> shift
        }
      }
      const at = 8 * <u32>(j * level.dstStride + i)
      if (level.dst != 0) store<f64>(level.dst + at, <f64>sum - lift * <f64>count)
      if (level.dstMask != 0) store<f64>(level.dstMask + at, <f64>count)
    }
  }
}
