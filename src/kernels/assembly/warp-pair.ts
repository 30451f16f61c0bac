/** Two neighbouring elements of up to 32 bits, or two float64, as float64. */
@inline
export function pairAt<T>(at: u32): v128 {
  if (sizeof<T>() == 8) return v128.load(at)
  if (sizeof<T>() == 4) {
    const v = v128.load_zero<u64>(at)
    if (isFloat<T>()) return f64x2.promote_low_f32x4(v)
    return isSigned<T>() ? f64x2.convert_low_i32x4_s(v) : f64x2.convert_low_i32x4_u(v)
  }
  if (sizeof<T>() == 2) {
    const v = v128.load_zero<u32>(at)
    return f64x2.convert_low_i32x4_s(isSigned<T>() ? i32x4.extend_low_i16x8_s(v) : i32x4.extend_low_i16x8_u(v))
  }
  const v = i32x4.splat(<i32>load<u16>(at))
  if (isSigned<T>()) return f64x2.convert_low_i32x4_s(i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v)))
  return f64x2.convert_low_i32x4_s(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v)))
}

/** Both lanes of float64 together. */
@inline
export function sumOf(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1)
}
