import { Job } from './warp-job'

/** Whether an element counts as valid by its value: not the nodata value, and not NaN. */
@inline
export function isValue<T>(job: Job, value: T): bool {
  if (isFloat<T>()) return value == value && <f64>value != job.nodata
  if (sizeof<T>() == 8) return <u64>value != job.nodataBits
  return <f64>value != job.nodata
}

/** Whether the pixel at an element offset of the block is valid. */
@inline
export function isValid<T>(job: Job, at: u32): bool {
  if (job.validity == 0) return true
  if (job.validity == 2) return load<u8>(job.srcMask + at) != 0
  return isValue<T>(job, load<T>(job.src + at * sizeof<T>()))
}

/** Least value of an integer type of 8 or 16 bits. */
@inline
export function lowest<T>(): f64 {
  if (!isSigned<T>()) return 0
  return sizeof<T>() == 1 ? -128 : -32768
}

/** Greatest value of an integer type of 8 or 16 bits. */
@inline
export function highest<T>(): f64 {
  if (sizeof<T>() == 1) return isSigned<T>() ? 127 : 255
  return isSigned<T>() ? 32767 : 65535
}

/** Four float32 values below 2^22 rounded half up and clamped as integers of 8 or 16 bits, packed in the low lanes. */
@inline
export function packRounded<T>(value: v128): v128 {
  const whole = f32x4.floor(f32x4.add(value, f32x4.splat(0.5)))
  // As the low bits of a shifted float; a conversion that saturates takes four times as long.
  const integers = i32x4.sub(f32x4.add(whole, f32x4.splat(12582912)), i32x4.splat(0x4b400000))
  if (sizeof<T>() == 2) return isSigned<T>() ? i16x8.narrow_i32x4_s(integers, integers) : i16x8.narrow_i32x4_u(integers, integers)
  const half = i16x8.narrow_i32x4_s(integers, integers)
  return isSigned<T>() ? i8x16.narrow_i16x8_s(half, half) : i8x16.narrow_i16x8_u(half, half)
}

// Casts of floats to integers saturate here: the module is built with nontrapping conversions, the compiler's default.

/** Stores a computed value: integers round half up and are clamped, floats are cast. Returns false, and stores 0, for NaN. */
@inline
export function storeRounded<T>(at: u32, value: f64): bool {
  if (isFloat<T>()) {
    const cast = <T>value
    store<T>(at, cast == cast ? cast : 0)
    return cast == cast
  }
  const whole = floor(value + 0.5)
  if (sizeof<T>() < 4) {
    store<T>(at, <T><i32>min(max(whole, lowest<T>()), highest<T>()))
  } else if (sizeof<T>() == 4) {
    if (isSigned<T>()) store<i32>(at, <i32>(whole))
    else store<u32>(at, <u32>whole)
  } else if (isSigned<T>()) store<i64>(at, <i64>whole)
  else store<u64>(at, <u64>whole)
  return true
}
