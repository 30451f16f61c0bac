// From strips of expressions to pixels. Exactly `count` elements are written; each answers whether any of them is invalid.

@inline
function floats<T>(a: usize, out: usize, count: usize): i32 {
  const lanes: usize = 16 / sizeof<T>()
  let any = v128.splat<i32>(0)
  let i: usize = 0
  for (; i + lanes <= count; i += lanes) {
    const v = v128.load(a + i * sizeof<T>())
    any = v128.or(any, v128.ne<T>(v, v))
    v128.store(out + i * sizeof<T>(), v)
  }
  let tail = false
  for (; i < count; i++) {
    const v = load<T>(a + i * sizeof<T>())
    tail = tail || v != v
    store<T>(out + i * sizeof<T>(), v)
  }
  return i32(v128.any_true(any) || tail)
}

/** Copies float32. */
export function expr_store_f32(a: usize, out: usize, count: usize): i32 { return floats<f32>(a, out, count) }
/** Copies float64. */
export function expr_store_f64(a: usize, out: usize, count: usize): i32 { return floats<f64>(a, out, count) }

@inline
function four<T>(at: usize, v: v128): void {
  if (sizeof<T>() == 4) {
    v128.store(at, v)
    return
  }
  // Numbers are in range: what is cut off says nothing.
  const halves = i16x8.shuffle(v, v, 0, 2, 4, 6, 0, 2, 4, 6)
  if (sizeof<T>() == 2) v128.store_lane<u64>(at, halves, 0)
  else v128.store_lane<u32>(at, i8x16.shuffle(halves, halves, 0, 2, 4, 6, 0, 2, 4, 6, 0, 2, 4, 6, 0, 2, 4, 6), 0)
}

@inline
function integers<T>(a: usize, out: usize, mask: usize, count: usize): i32 {
  let any = v128.splat<i32>(0)
  let i: usize = 0
  for (; i + 4 <= count; i += 4) {
    const v = v128.load(a + i * 4)
    const valid = v128.eq<f32>(v, v)
    any = v128.or(any, v128.not(valid))
    four<T>(out + i * sizeof<T>(), v128.trunc_sat<i32>(v))
    four<u8>(mask + i, v128.and(valid, v128.splat<i32>(1)))
  }
  let tail = false
  for (; i < count; i++) {
    const v = load<f32>(a + i * 4)
    const valid = v == v
    tail = tail || !valid
    store<T>(out + i * sizeof<T>(), valid ? <T>i32(v) : <T>0)
    store<u8>(mask + i, u8(valid))
  }
  return i32(v128.any_true(any) || tail)
}

/** float32 whole numbers in the range of uint8, and their mask. */
export function expr_store_u8(a: usize, out: usize, mask: usize, count: usize): i32 { return integers<u8>(a, out, mask, count) }
/** float32 whole numbers in the range of int8, and their mask. */
export function expr_store_i8(a: usize, out: usize, mask: usize, count: usize): i32 { return integers<i8>(a, out, mask, count) }
/** float32 whole numbers in the range of uint16, and their mask. */
export function expr_store_u16(a: usize, out: usize, mask: usize, count: usize): i32 { return integers<u16>(a, out, mask, count) }
/** float32 whole numbers in the range of int16, and their mask. */
export function expr_store_i16(a: usize, out: usize, mask: usize, count: usize): i32 { return integers<i16>(a, out, mask, count) }
/** float32 whole numbers of up to 24 bits as int32, and their mask. */
export function expr_store_i32(a: usize, out: usize, mask: usize, count: usize): i32 { return integers<i32>(a, out, mask, count) }
/** float32 whole numbers of up to 24 bits as uint32, and their mask. */
export function expr_store_u32(a: usize, out: usize, mask: usize, count: usize): i32 { return integers<u32>(a, out, mask, count) }
