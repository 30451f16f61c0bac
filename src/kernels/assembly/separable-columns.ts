import { Reach, reachBytes, Separable } from './separable-job'

// The pass along x: one source row becomes one row of the ring. The arithmetic of a column does not depend on the others.

/** Four elements from memory as float32; integers of 8 and 16 bits. */
@inline
function fourFloats<T>(at: u32): v128 {
  if (sizeof<T>() == 2) return f32x4.convert_i32x4_s(isSigned<T>() ? v128.load_ext<i16>(at) : v128.load_ext<u16>(at))
  const bytes = v128.load_zero<u32>(at)
  if (isSigned<T>()) return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(bytes)))
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes)))
}

/** Four columns of two taps each, in float32: p + (q - p) * weight. */
@inline
function pairsNarrow<T>(job: Separable, source: u32, out: u32): void {
  const columns = job.columns, weights = job.weightsX, width = job.width
  for (let x: i32 = 0; x < width; x += 4) {
    const r = columns + x * reachBytes
    const p0 = source + <u32>load<i32>(r) * sizeof<T>(), p1 = source + <u32>load<i32>(r, 16) * sizeof<T>()
    const p2 = source + <u32>load<i32>(r, 32) * sizeof<T>(), p3 = source + <u32>load<i32>(r, 48) * sizeof<T>()
    let first: v128, second: v128
    if (sizeof<T>() == 2) {
      const a = <i64>load<u32>(p0) | (<i64>load<u32>(p1) << 32), b = <i64>load<u32>(p2) | (<i64>load<u32>(p3) << 32)
      const v = i64x2.replace_lane(i64x2.splat(a), 1, b)
      first = isSigned<T>() ? i32x4.shr_s(i32x4.shl(v, 16), 16) : v128.and(v, i32x4.splat(0xffff))
      second = isSigned<T>() ? i32x4.shr_s(v, 16) : i32x4.shr_u(v, 16)
    } else {
      const a = <i64>load<u16>(p0) | (<i64>load<u16>(p1) << 32), b = <i64>load<u16>(p2) | (<i64>load<u16>(p3) << 32)
      const v = i64x2.replace_lane(i64x2.splat(a), 1, b)
      first = isSigned<T>() ? i32x4.shr_s(i32x4.shl(v, 24), 24) : v128.and(v, i32x4.splat(255))
      second = isSigned<T>() ? i32x4.shr_s(i32x4.shl(v, 16), 24) : i32x4.shr_u(v, 8)
    }
    const f = f32x4.convert_i32x4_s(first)
    const lerp = f32x4.add(f, f32x4.mul(f32x4.sub(f32x4.convert_i32x4_s(second), f), v128.load(weights + 4 * x)))
    v128.store(out + 4 * x, lerp)
  }
}

/** The weighted sum of one column's taps, four at a time, as four partial sums. */
@inline
function partialSums<T>(at: u32, weights: u32, taps: i32): v128 {
  let sum = f32x4.mul(fourFloats<T>(at), v128.load(weights))
  for (let k: i32 = 4; k < taps; k += 4) {
    sum = f32x4.add(sum, f32x4.mul(fourFloats<T>(at + k * sizeof<T>()), v128.load(weights + 4 * k)))
  }
  return sum
}

/** Four columns of many taps each, in float32. */
@inline
function sumsNarrow<T>(job: Separable, source: u32, out: u32): void {
  const columns = job.columns, taps = job.tapsX, width = job.width
  let weights = job.weightsX
  for (let x: i32 = 0; x < width; x += 4) {
    const r = columns + x * reachBytes
    const a = partialSums<T>(source + <u32>load<i32>(r) * sizeof<T>(), weights, taps)
    const b = partialSums<T>(source + <u32>load<i32>(r, 16) * sizeof<T>(), weights + 4 * taps, taps)
    const c = partialSums<T>(source + <u32>load<i32>(r, 32) * sizeof<T>(), weights + 8 * taps, taps)
    const d = partialSums<T>(source + <u32>load<i32>(r, 48) * sizeof<T>(), weights + 12 * taps, taps)
    weights += 16 * taps
    // Transposed: lane n of the result is the sum of the lanes of column n.
    const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7))
    const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7))
    v128.store(out + 4 * x, f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7)))
  }
}

/** Columns in float64, one at a time. */
@inline
function columnsWide<T>(job: Separable, source: u32, out: u32): void {
  const taps = job.tapsX
  for (let x: i32 = 0; x < job.width; x++) {
    const reach = changetype<Reach>(job.columns + x * reachBytes)
    const from = source + <u32>reach.first * sizeof<T>()
    let sum: f64
    if (taps == 1) {
      const p = <f64>load<T>(from), q = reach.count > 1 ? <f64>load<T>(from, sizeof<T>()) : p
      sum = p + (q - p) * load<f64>(job.weightsX + 8 * x)
    } else {
      const weights = job.weightsX + 8 * x * taps
      sum = 0
      for (let k: i32 = 0; k < reach.count; k++) sum += <f64>load<T>(from + k * sizeof<T>()) * load<f64>(weights + 8 * k)
    }
    store<f64>(out + 8 * x, sum)
  }
}

/** Filters a source row along x into a row of the ring. */
@inline
export function filterRow<T, F>(job: Separable, row: i32, out: u32): void {
  let source = job.src + <u32>(row * job.srcStride) * sizeof<T>()
  if (sizeof<F>() == 4 && <u64>source + (<u64>(job.tapX1 + job.tapsX) * sizeof<T>()) > (<u64>memory.size() << 16)) {
    // Weights are padded with zeros to whole loads, which may end beyond the block: at the end of memory they must not.
    const copy = job.spare - <u32>job.tapX0 * sizeof<T>()
    memory.copy(job.spare, source + <u32>job.tapX0 * sizeof<T>(), <u32>(job.tapX1 - job.tapX0) * sizeof<T>())
    source = copy
  }
  if (sizeof<F>() == 4) {
    if (job.tapsX == 1) pairsNarrow<T>(job, source, out)
    else sumsNarrow<T>(job, source, out)
  } else columnsWide<T>(job, source, out)
}

/** For each column whether all its taps in a row are valid; `mask` is the row's. Returns whether all are, for all columns. */
export function flagRow(job: Separable, mask: u32, out: u32): bool {
  const end = job.tapX1
  let x = job.tapX0
  while (x + 16 <= end && i8x16.all_true(v128.load(mask + x))) x += 16
  while (x < end && load<u8>(mask + x) != 0) x++
  if (x == end) {
    memory.fill(out, 1, job.width)
    return true
  }
  for (let i: i32 = 0; i < job.width; i++) {
    const reach = changetype<Reach>(job.columns + i * reachBytes)
    let all: bool = true
    let at = mask + reach.first, left = reach.count
    // Eight bytes at a time; every mask is followed by that many readable ones.
    for (; all && left > 8; left -= 8, at += 8) all = load<u64>(at) == 0x0101010101010101
    all = all && (load<u64>(at) << (64 - 8 * left)) == (<u64>0x0101010101010101 << (64 - 8 * left))
    store<u8>(out + i, <u8>all)
  }
  return false
}
