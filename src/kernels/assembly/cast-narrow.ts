// float64 to integers, with a mask of what could be held.

/** Rounding modes, in the order that elementwise.ts numbers them: floor(v + 0.5), half to even, floor, toward zero. */
@inline
function rounded(v: f64, mode: i32): f64 {
  if (mode == 0) return Math.floor(v + 0.5)
  if (mode == 1) return nearest(v)
  if (mode == 2) return Math.floor(v)
  return Math.trunc(v)
}

@inline
function roundedPair(v: v128, mode: i32): v128 {
  if (mode == 0) return v128.floor<f64>(v128.add<f64>(v, v128.splat<f64>(0.5)))
  if (mode == 1) return v128.nearest<f64>(v)
  if (mode == 2) return v128.floor<f64>(v)
  return v128.trunc<f64>(v)
}

/** Lanes of -1 where a rounded pair is stored: in range, or clamped and no NaN. */
@inline
function heldPair(v: v128, clamp: i32, low: f64, end: f64): v128 {
  if (clamp) return v128.eq<f64>(v, v)
  return v128.and(v128.ge<f64>(v, v128.splat<f64>(low)), v128.lt<f64>(v, v128.splat<f64>(end)))
}

/** 1.5 * 2^52: adding it to a whole number of 32 bits or less leaves that number's bits in the low half of the sum. */
const whole: f64 = 6755399441055744

/** A pair of whole numbers, clamped, 0 where not held; as bits in the low half of each 64-bit lane. */
@inline
function wholePair(v: v128, held: v128, low: f64, greatest: f64): v128 {
  const kept = f64x2.pmin(f64x2.pmax(v128.and(v, held), v128.splat<f64>(low)), v128.splat<f64>(greatest))
  return v128.add<f64>(v128.and(kept, held), v128.splat<f64>(whole))
}

/** Stores four int32 lanes that fit T. */
@inline
function storeFour<T>(at: usize, v: v128): void {
  if (sizeof<T>() == 4) {
    v128.store(at, v)
    return
  }
  const half = isSigned<T>() || sizeof<T>() == 1 ? i16x8.narrow_i32x4_s(v, v) : i16x8.narrow_i32x4_u(v, v)
  if (sizeof<T>() == 2) v128.store_lane<u64>(at, half, 0)
  else v128.store_lane<u32>(at, isSigned<T>() ? i8x16.narrow_i16x8_s(half, half) : i8x16.narrow_i16x8_u(half, half), 0)
}

/**
 * Rounds and stores. NaN is invalid. What T cannot hold is clamped, or invalid where `clamp` is 0; invalid elements are stored as 0.
 * `low` is the least value of T, `end` one past the greatest; both are exact in float64 for every integer type.
 */
@inline
function narrow<T>(source: usize, target: usize, mask: usize, count: usize, mode: i32, clamp: i32, low: f64, end: f64, least: T, greatest: T): void {
  let i: usize = 0
  if (sizeof<T>() <= 4) {
    for (; i + 4 <= count; i += 4) {
      const a = roundedPair(v128.load(source + i * 8), mode)
      const b = roundedPair(v128.load(source + i * 8, 16), mode)
      const heldA = heldPair(a, clamp, low, end)
      const heldB = heldPair(b, clamp, low, end)
      const lanes = v128.shuffle<u32>(wholePair(a, heldA, low, end - 1), wholePair(b, heldB, low, end - 1), 0, 2, 4, 6)
      storeFour<T>(target + i * sizeof<T>(), lanes)
      const held = v128.shuffle<u32>(heldA, heldB, 0, 2, 4, 6)
      const bytes = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(held, held), held)
      v128.store_lane<u32>(mask + i, v128.and(bytes, v128.splat<i8>(1)), 0)
    }
  }
  for (; i < count; i++) {
    const v = rounded(load<f64>(source + i * 8), mode)
    let out: T = 0
    let valid: u8 = 1
    if (v >= low && v < end) out = <T>v
    else if (v != v || !clamp) valid = 0
    else out = v < low ? least : greatest
    store<T>(target + i * sizeof<T>(), out)
    store<u8>(mask + i, valid)
  }
}

/** float64 to int8 with a rounding mode; `clamp` or invalid beyond the range. */
export function i8_from_f64(source: usize, target: usize, mask: usize, count: usize, mode: i32, clamp: i32): void {
  narrow<i8>(source, target, mask, count, mode, clamp, -128, 128, i8.MIN_VALUE, i8.MAX_VALUE)
}

/** float64 to uint8. */
export function u8_from_f64(source: usize, target: usize, mask: usize, count: usize, mode: i32, clamp: i32): void {
  narrow<u8>(source, target, mask, count, mode, clamp, 0, 256, u8.MIN_VALUE, u8.MAX_VALUE)
}

/** float64 to int16. */
export function i16_from_f64(source: usize, target: usize, mask: usize, count: usize, mode: i32, clamp: i32): void {
  narrow<i16>(source, target, mask, count, mode, clamp, -32768, 32768, i16.MIN_VALUE, i16.MAX_VALUE)
}

/** float64 to uint16. */
export function u16_from_f64(source: usize, target: usize, mask: usize, count: usize, mode: i32, clamp: i32): void {
  narrow<u16>(source, target, mask, count, mode, clamp, 0, 65536, u16.MIN_VALUE, u16.MAX_VALUE)
}

/** float64 to int32. */
export function i32_from_f64(source: usize, target: usize, mask: usize, count: usize, mode: i32, clamp: i32): void {
  narrow<i32>(source, target, mask, count, mode, clamp, -2147483648, 2147483648, i32.MIN_VALUE, i32.MAX_VALUE)
}

/** float64 to uint32. */
export function u32_from_f64(source: usize, target: usize, mask: usize, count: usize, mode: i32, clamp: i32): void {
  narrow<u32>(source, target, mask, count, mode, clamp, 0, 4294967296, u32.MIN_VALUE, u32.MAX_VALUE)
}

/** float64 to int64. */
export function i64_from_f64(source: usize, target: usize, mask: usize, count: usize, mode: i32, clamp: i32): void {
  narrow<i64>(source, target, mask, count, mode, clamp, -9223372036854775808.0, 9223372036854775808.0, i64.MIN_VALUE, i64.MAX_VALUE)
}

/** float64 to uint64. */
export function u64_from_f64(source: usize, target: usize, mask: usize, count: usize, mode: i32, clamp: i32): void {
  narrow<u64>(source, target, mask, count, mode, clamp, 0, 18446744073709551616.0, u64.MIN_VALUE, u64.MAX_VALUE)
}
