// float64 to integers, with a mask of what could be held.

/** Rounding modes, in the order that elementwise.ts numbers them: floor(v + 0.5), half to even, floor, toward zero. */
@inline
function rounded(v: f64, mode: i32): f64 {
  if (mode == 0) return Math.floor(v + 0.5)
  if (mode == 1) return nearest(v)
  if (mode == 2) return Math.floor(v)
  return Math.trunc(v)
}

/**
 * Rounds and stores. NaN is invalid. What T cannot hold is clamped, or invalid where `clamp` is 0; invalid elements are stored as 0.
 * `low` is the least value of T, `end` one past the greatest; both are exact in float64 for every integer type.
 */
@inline
function narrow<T>(source: usize, target: usize, mask: usize, count: usize, mode: i32, clamp: i32, low: f64, end: f64, least: T, greatest: T): void {
  for (let i: usize = 0; i < count; i++) {
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
