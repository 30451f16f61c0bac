import { isValid, Level } from './overview-job'

// Averages of exactly 2 x 2 pixels. Integers round half up. Integers of 8 and 16 bits go in SIMD, masked or not, and the sums are exact.

/** Rounded mean of `count` 64-bit integers whose quotients and remainders by count were summed: exact, and cannot overflow. */
@inline
function wideMean<T>(a: T, va: bool, b: T, vb: bool, c: T, vc: bool, d: T, vd: bool, count: i32): T {
  const n = <T>count
  let quotients: T = 0, rest: i32 = 0
  if (va) { quotients += floorQuotient<T>(a, n); rest += <i32>(a - floorQuotient<T>(a, n) * n) }
  if (vb) { quotients += floorQuotient<T>(b, n); rest += <i32>(b - floorQuotient<T>(b, n) * n) }
  if (vc) { quotients += floorQuotient<T>(c, n); rest += <i32>(c - floorQuotient<T>(c, n) * n) }
  if (vd) { quotients += floorQuotient<T>(d, n); rest += <i32>(d - floorQuotient<T>(d, n) * n) }
  return quotients + <T>((2 * rest + count) / (2 * count))
}

@inline
function floorQuotient<T>(value: T, by: T): T {
  const quotient = value / by
  return isSigned<T>() && quotient * by > value ? quotient - 1 : quotient
}

/** One pixel from its four; `from` is the element offset of the upper left one. Returns 1 where none is valid. */
function halfPixel<T>(level: Level, at: u32, from: u32): i32 {
  const under = from + level.srcStride
  const p = level.src + from * sizeof<T>(), q = level.src + under * sizeof<T>()
  const a = load<T>(p), b = load<T>(p, sizeof<T>()), c = load<T>(q), d = load<T>(q, sizeof<T>())
  const va = isValid<T>(level, from, a), vb = isValid<T>(level, from + 1, b)
  const vc = isValid<T>(level, under, c), vd = isValid<T>(level, under + 1, d)
  const count = <i32>va + <i32>vb + <i32>vc + <i32>vd
  const out = level.dst + at * sizeof<T>()
  let good = count > 0
  if (!good) store<T>(out, 0)
  else if (sizeof<T>() == 8 && isInteger<T>()) store<T>(out, wideMean<T>(a, va, b, vb, c, vc, d, vd, count))
  else {
    const sum = (va ? <f64>a : 0) + (vb ? <f64>b : 0) + ((vc ? <f64>c : 0) + (vd ? <f64>d : 0))
    if (isFloat<T>()) {
      const mean = <T>(sum / <f64>count)
      good = mean == mean
      store<T>(out, good ? mean : 0)
    } else {
      // (2 sum + count) / (2 count), rounded down: exact, as sums of four 32-bit integers are.
      store<T>(out, <T><i64>floor((2 * sum + <f64>count) / <f64>(2 * count)))
    }
  }
  store<u8>(level.dstMask + at, <u8>good)
  return good ? 0 : 1
}

/** Means of four pixels from sums and counts of their valid taps, as i32; 0 where the count is 0. */
@inline
function means(sum: v128, count: v128): v128 {
  const top = f32x4.convert_i32x4_s(i32x4.add(i32x4.shl(sum, 1), count))
  const bottom = f32x4.convert_i32x4_s(i32x4.shl(count, 1))
  // Quotients that are not whole are at least 1/8 away from the next whole number: float32 rounds none across it.
  const whole = f32x4.floor(f32x4.div(top, bottom))
  const integer = i32x4.sub(f32x4.add(whole, f32x4.splat(12582912)), i32x4.splat(0x4b400000))
  return v128.and(integer, i32x4.gt_s(count, i32x4.splat(0)))
}

/** One byte a lane: 1 where the count is above 0. Returns how many are 0. */
@inline
function storeMask(at: u32, count: v128): i32 {
  const some = v128.and(i32x4.gt_s(count, i32x4.splat(0)), i32x4.splat(1))
  const half = i16x8.narrow_i32x4_s(some, some)
  const bytes = i8x16.narrow_i16x8_s(half, half)
  v128.store_lane<u32>(at, bytes, 0)
  return 4 - i32.popcnt(i32x4.extract_lane(bytes, 0))
}

/** Which of eight 16-bit elements are valid, as all ones or zeros. */
@inline
function validOf<T>(level: Level, from: u32, values: v128, nodata: v128): v128 {
  if (level.validity == 2) return i16x8.ne(v128.load_ext<u8>(level.srcMask + from), i16x8.splat(0))
  return i16x8.ne(values, nodata)
}

@inline
function pairSums<T>(values: v128): v128 {
  return isSigned<T>() ? i32x4.extadd_pairwise_i16x8_s(values) : i32x4.extadd_pairwise_i16x8_u(values)
}

/** Eight elements from memory as 16-bit ones. */
@inline
function eight<T>(at: u32): v128 {
  if (sizeof<T>() == 2) return v128.load(at)
  return isSigned<T>() ? v128.load_ext<i8>(at) : v128.load_ext<u8>(at)
}

@inline
function storeFour<T>(at: u32, integers: v128): void {
  if (sizeof<T>() == 2) {
    const narrow = isSigned<T>() ? i16x8.narrow_i32x4_s(integers, integers) : i16x8.narrow_i32x4_u(integers, integers)
    v128.store_lane<u64>(at, narrow, 0)
  } else {
    const half = i16x8.narrow_i32x4_s(integers, integers)
    v128.store_lane<u32>(at, isSigned<T>() ? i8x16.narrow_i16x8_s(half, half) : i8x16.narrow_i16x8_u(half, half), 0)
  }
}

/** A row of integers of 8 or 16 bits, four pixels at a time. */
function narrowRow<T>(level: Level, at0: u32, from0: u32): i32 {
  let bad: i32 = 0
  const nodata = i16x8.splat(<i16>level.nodata), stride = <u32>level.srcStride
  const src = level.src, dst = level.dst, dstMask = level.dstMask, width = level.width, validity = level.validity
  let i: i32 = 0
  for (; i + 4 <= width; i += 4) {
    const from = from0 + 2 * i, at = at0 + i
    const above = eight<T>(src + from * sizeof<T>()), below = eight<T>(src + (from + stride) * sizeof<T>())
    if (validity != 0) {
      const va = validOf<T>(level, from, above, nodata), vb = validOf<T>(level, from + stride, below, nodata)
      if (!i16x8.all_true(v128.and(va, vb))) {
        const sum = i32x4.add(pairSums<T>(v128.and(above, va)), pairSums<T>(v128.and(below, vb)))
        const count = i32x4.neg(i32x4.add(i32x4.extadd_pairwise_i16x8_s(va), i32x4.extadd_pairwise_i16x8_s(vb)))
        storeFour<T>(dst + at * sizeof<T>(), means(sum, count))
        bad += storeMask(dstMask + at, count)
        continue
      }
    }
    const sum = i32x4.add(i32x4.add(pairSums<T>(above), pairSums<T>(below)), i32x4.splat(2))
    storeFour<T>(dst + at * sizeof<T>(), i32x4.shr_s(sum, 2))
    store<u32>(dstMask + at, 0x01010101)
  }
  for (; i < width; i++) bad += halfPixel<T>(level, at0 + i, from0 + 2 * i)
  return bad
}

/** The clean mean of float32: two pixels at a time. */
@inline
function floatRow(level: Level, at0: u32, from0: u32): i32 {
  let bad: i32 = 0
  const src = level.src, dst = level.dst, dstMask = level.dstMask, width = level.width
  const stride = <u32>level.srcStride, nodata = f32x4.splat(<f32>level.nodata), exact = <f64><f32>level.nodata == level.nodata
  let i: i32 = 0
  for (; i + 2 <= width; i += 2) {
    const from = from0 + 2 * i, at = at0 + i
    const a = v128.load(src + (from << 2)), b = v128.load(src + ((from + stride) << 2))
    let clean = level.validity != 2
    if (clean && level.validity == 1 && exact) clean = !v128.any_true(v128.or(f32x4.eq(a, nodata), f32x4.eq(b, nodata)))
    if (clean) {
      const even = f64x2.add(f64x2.promote_low_f32x4(v128.shuffle<i32>(a, a, 0, 2, 0, 2)), f64x2.promote_low_f32x4(v128.shuffle<i32>(a, a, 1, 3, 1, 3)))
      const odd = f64x2.add(f64x2.promote_low_f32x4(v128.shuffle<i32>(b, b, 0, 2, 0, 2)), f64x2.promote_low_f32x4(v128.shuffle<i32>(b, b, 1, 3, 1, 3)))
      const mean = f64x2.mul(f64x2.add(even, odd), f64x2.splat(0.25))
      // An invalid NaN, or infinities that cancel.
      clean = !v128.any_true(f64x2.ne(mean, mean))
      if (clean) {
        v128.store_lane<u64>(dst + (at << 2), f32x4.demote_f64x2_zero(mean), 0)
        store<u16>(dstMask + at, 0x0101)
      }
    }
    if (!clean) bad += halfPixel<f32>(level, at, from) + halfPixel<f32>(level, at + 1, from + 2)
  }
  for (; i < width; i++) bad += halfPixel<f32>(level, at0 + i, from0 + 2 * i)
  return bad
}

/** Averages of 2 x 2; the first column and row of the block that count are (x, y). Returns how many pixels are invalid. */
export function halve<T>(level: Level, x: i32, y: i32): i32 {
  let bad: i32 = 0
  for (let j: i32 = 0; j < level.height; j++) {
    const from = <u32>((y + 2 * j) * level.srcStride + x), at = <u32>(j * level.dstStride)
    if (sizeof<T>() < 4) bad += narrowRow<T>(level, at, from)
    else if (isFloat<T>() && sizeof<T>() == 4) bad += floatRow(level, at, from)
    else for (let i: i32 = 0; i < level.width; i++) bad += halfPixel<T>(level, at + i, from + 2 * i)
  }
  return bad
}
