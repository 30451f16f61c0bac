// Casts to the two types that band math computes in. Invalid elements become a poison that arithmetic carries along:
// NaN. All-ones is a NaN in both float types, so that "or" with a comparison poisons.

/** Four elements of 32 bits or less, sign- or zero-extended to int32 lanes. */
@inline
function lanes<T>(at: usize): v128 {
  if (sizeof<T>() == 1) return v128.extend_low<i16>(extend8<T>(at))
  if (sizeof<T>() == 2) return v128.load_ext<T>(at)
  return v128.load(at)
}

/** Four bytes as int16 lanes; zero-extended ones are below 256, so that a signed extension of them is right too. */
@inline
function extend8<T>(at: usize): v128 {
  return v128.extend_low<T>(v128.load_zero<u32>(at))
}

/** Lanes 2 and 3 of a vector of 32-bit lanes, in 0 and 1. */
@inline
function upper(v: v128): v128 {
  return v128.shuffle<u64>(v, v, 1, 1)
}

@inline
function intToF32<T>(source: usize, target: usize, count: usize, nodata: i32, has: i32): void {
  const value = v128.splat<i32>(nodata)
  const flag = v128.splat<i32>(has)
  let i: usize = 0
  for (; i + 4 <= count; i += 4) {
    const v = lanes<T>(source + i * sizeof<T>())
    const hit = v128.and(v128.eq<i32>(v, value), flag)
    v128.store(target + i * 4, v128.or(v128.convert<i32>(v), hit))
  }
  for (; i < count; i++) {
    const v = i32(load<T>(source + i * sizeof<T>()))
    if (has && v == nodata) store<i32>(target + i * 4, -1)
    else store<f32>(target + i * 4, f32(v))
  }
}

/** `has` is 0, or -1 where `nodata` counts. */
@inline
function intToF64<T>(source: usize, target: usize, count: usize, nodata: i32, has: i32): void {
  const value = v128.splat<i32>(nodata)
  const flag = v128.splat<i32>(has)
  let i: usize = 0
  for (; i + 4 <= count; i += 4) {
    const v = lanes<T>(source + i * sizeof<T>())
    const hit = v128.and(v128.eq<i32>(v, value), flag)
    const low = isSigned<T>() || sizeof<T>() < 4 ? v128.convert_low<i32>(v) : v128.convert_low<u32>(v)
    const high = isSigned<T>() || sizeof<T>() < 4 ? v128.convert_low<i32>(upper(v)) : v128.convert_low<u32>(upper(v))
    v128.store(target + i * 8, v128.or(low, v128.extend_low<i32>(hit)))
    v128.store(target + i * 8, v128.or(high, v128.extend_low<i32>(upper(hit))), 16)
  }
  for (; i < count; i++) {
    const v = load<T>(source + i * sizeof<T>())
    if (has && i32(v) == nodata) store<i64>(target + i * 8, -1)
    else store<f64>(target + i * 8, f64(v))
  }
}


/** int8 to float32, `nodata` (where `has` is -1) to NaN. */
export function f32_from_i8(source: usize, target: usize, count: usize, nodata: i32, has: i32): void { intToF32<i8>(source, target, count, nodata, has) }
/** uint8 to float32. */
export function f32_from_u8(source: usize, target: usize, count: usize, nodata: i32, has: i32): void { intToF32<u8>(source, target, count, nodata, has) }
/** int16 to float32. */
export function f32_from_i16(source: usize, target: usize, count: usize, nodata: i32, has: i32): void { intToF32<i16>(source, target, count, nodata, has) }
/** uint16 to float32. */
export function f32_from_u16(source: usize, target: usize, count: usize, nodata: i32, has: i32): void { intToF32<u16>(source, target, count, nodata, has) }

/** int8 to float64, `nodata` (where `has` is -1) to NaN. */
export function f64_from_i8(source: usize, target: usize, count: usize, nodata: i32, has: i32): void { intToF64<i8>(source, target, count, nodata, has) }
/** uint8 to float64. */
export function f64_from_u8(source: usize, target: usize, count: usize, nodata: i32, has: i32): void { intToF64<u8>(source, target, count, nodata, has) }
/** int16 to float64. */
export function f64_from_i16(source: usize, target: usize, count: usize, nodata: i32, has: i32): void { intToF64<i16>(source, target, count, nodata, has) }
/** uint16 to float64. */
export function f64_from_u16(source: usize, target: usize, count: usize, nodata: i32, has: i32): void { intToF64<u16>(source, target, count, nodata, has) }
/** int32 to float64. */
export function f64_from_i32(source: usize, target: usize, count: usize, nodata: i32, has: i32): void { intToF64<i32>(source, target, count, nodata, has) }
/** uint32 to float64; `nodata` by its bits. */
export function f64_from_u32(source: usize, target: usize, count: usize, nodata: i32, has: i32): void { intToF64<u32>(source, target, count, nodata, has) }

/** float32 to float32, `nodata` to NaN; a NaN `nodata` leaves everything as it is. */
export function f32_from_f32(source: usize, target: usize, count: usize, nodata: f32): void {
  const value = v128.splat<f32>(nodata)
  let i: usize = 0
  for (; i + 4 <= count; i += 4) {
    const v = v128.load(source + i * 4)
    v128.store(target + i * 4, v128.or(v, v128.eq<f32>(v, value)))
  }
  for (; i < count; i++) {
    const v = load<f32>(source + i * 4)
    if (v == nodata) store<i32>(target + i * 4, -1)
    else store<f32>(target + i * 4, v)
  }
}

/** float32 to float64, `nodata` to NaN. */
export function f64_from_f32(source: usize, target: usize, count: usize, nodata: f32): void {
  const value = v128.splat<f32>(nodata)
  let i: usize = 0
  for (; i + 4 <= count; i += 4) {
    const raw = v128.load(source + i * 4)
    const v = v128.or(raw, v128.eq<f32>(raw, value))
    v128.store(target + i * 8, f64x2.promote_low_f32x4(v))
    v128.store(target + i * 8, f64x2.promote_low_f32x4(upper(v)), 16)
  }
  for (; i < count; i++) {
    const v = load<f32>(source + i * 4)
    if (v == nodata) store<i64>(target + i * 8, -1)
    else store<f64>(target + i * 8, f64(v))
  }
}

/** float64 to float64, `nodata` to NaN. */
export function f64_from_f64(source: usize, target: usize, count: usize, nodata: f64): void {
  const value = v128.splat<f64>(nodata)
  let i: usize = 0
  for (; i + 2 <= count; i += 2) {
    const v = v128.load(source + i * 8)
    v128.store(target + i * 8, v128.or(v, v128.eq<f64>(v, value)))
  }
  for (; i < count; i++) {
    const v = load<f64>(source + i * 8)
    if (v == nodata) store<i64>(target + i * 8, -1)
    else store<f64>(target + i * 8, v)
  }
}

/** int64 to float64, rounded to nearest even beyond 2^53; `nodata` (where `has` is not 0) to NaN. */
export function f64_from_i64(source: usize, target: usize, count: usize, nodata: i64, has: i32): void {
  for (let i: usize = 0; i < count; i++) {
    const v = load<i64>(source + i * 8)
    if (has && v == nodata) store<i64>(target + i * 8, -1)
    else store<f64>(target + i * 8, f64(v))
  }
}

/** uint64 to float64; `nodata` by its bits. */
export function f64_from_u64(source: usize, target: usize, count: usize, nodata: i64, has: i32): void {
  for (let i: usize = 0; i < count; i++) {
    const v = load<u64>(source + i * 8)
    if (has && i64(v) == nodata) store<i64>(target + i * 8, -1)
    else store<f64>(target + i * 8, f64(v))
  }
}

/** int64 to float32, rounded once; `nodata` (where `has` is not 0) to NaN. */
export function f32_from_i64(source: usize, target: usize, count: usize, nodata: i64, has: i32): void {
  for (let i: usize = 0; i < count; i++) {
    const v = load<i64>(source + i * 8)
    if (has && v == nodata) store<i32>(target + i * 4, -1)
    else store<f32>(target + i * 4, f32(v))
  }
}

/** uint64 to float32, rounded once; `nodata` by its bits. */
export function f32_from_u64(source: usize, target: usize, count: usize, nodata: i64, has: i32): void {
  for (let i: usize = 0; i < count; i++) {
    const v = load<u64>(source + i * 8)
    if (has && i64(v) == nodata) store<i32>(target + i * 4, -1)
    else store<f32>(target + i * 4, f32(v))
  }
}

/** float64 to float32 to nearest even; beyond the range of float32 to an infinity. NaN stays NaN. */
export function f32_from_f64(source: usize, target: usize, count: usize): void {
  let i: usize = 0
  for (; i + 4 <= count; i += 4) {
    const low = f32x4.demote_f64x2_zero(v128.load(source + i * 8))
    const high = f32x4.demote_f64x2_zero(v128.load(source + i * 8, 16))
    v128.store(target + i * 4, v128.shuffle<u64>(low, high, 0, 2))
  }
  for (; i < count; i++) store<f32>(target + i * 4, f32(load<f64>(source + i * 8)))
}
