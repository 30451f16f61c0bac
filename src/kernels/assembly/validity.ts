// Which elements are valid: masks of bytes (1 valid, 0 invalid) from nodata values, and scans. 32 KiB a step between early exits.

const stride: usize = 32768

/** Sixteen lanes of 0 or -1, from the comparisons of sixteen elements with a value (or with themselves, for NaN). */
@inline
function hits<T>(at: usize, value: v128): v128 {
  if (sizeof<T>() == 1) return v128.eq<i8>(v128.load(at), value)
  if (sizeof<T>() == 2) return v128.narrow<i16>(hit<T>(at, value), hit<T>(at + 16, value))
  if (sizeof<T>() == 4) return v128.narrow<i16>(quad<T>(at, value), quad<T>(at + 32, value))
  return v128.narrow<i16>(
    v128.narrow<i32>(pair<T>(at, value), pair<T>(at + 32, value)),
    v128.narrow<i32>(pair<T>(at + 64, value), pair<T>(at + 96, value)),
  )
}

@inline
function hit<T>(at: usize, value: v128): v128 {
  const v = v128.load(at)
  if (isFloat<T>()) return v128.or(v128.eq<T>(v, value), v128.ne<T>(v, v))
  return v128.eq<T>(v, value)
}

@inline
function quad<T>(at: usize, value: v128): v128 {
  return v128.narrow<i32>(hit<T>(at, value), hit<T>(at + 16, value))
}

/** Two comparisons of 64-bit lanes as four 32-bit lanes. */
@inline
function pair<T>(at: usize, value: v128): v128 {
  return v128.shuffle<u32>(hit<T>(at, value), hit<T>(at + 16, value), 0, 2, 4, 6)
}

@inline
function isNodata<T>(v: T, nodata: T): bool {
  return v == nodata || v != v
}

@inline
function expand<T>(source: usize, mask: usize, count: usize, nodata: T): void {
  const value = v128.splat<T>(nodata)
  const one = v128.splat<i8>(1)
  let i: usize = 0
  for (; i + 16 <= count; i += 16) v128.store(mask + i, v128.andnot(one, hits<T>(source + i * sizeof<T>(), value)))
  for (; i < count; i++) store<u8>(mask + i, isNodata<T>(load<T>(source + i * sizeof<T>()), nodata) ? 0 : 1)
}

@inline
function anyNodata<T>(source: usize, count: usize, nodata: T): i32 {
  const value = v128.splat<T>(nodata)
  const per: usize = 16 / sizeof<T>()
  let i: usize = 0
  while (i + 4 * per <= count) {
    const end = min(i + stride / sizeof<T>(), count - 4 * per + 1)
    let any = v128.splat<i8>(0)
    for (; i < end; i += 4 * per) {
      const at = source + i * sizeof<T>()
      const left = v128.or(hit<T>(at, value), hit<T>(at + 16, value))
      any = v128.or(any, v128.or(left, v128.or(hit<T>(at + 32, value), hit<T>(at + 48, value))))
    }
    if (v128.any_true(any)) return 1
  }
  for (; i < count; i++) if (isNodata<T>(load<T>(source + i * sizeof<T>()), nodata)) return 1
  return 0
}

/** Mask of 8-bit elements: 0 where an element's bits are `nodata`'s. */
export function mask_8(source: usize, mask: usize, count: usize, nodata: i32): void { expand<i8>(source, mask, count, i8(nodata)) }
/** Mask of 16-bit integers. */
export function mask_16(source: usize, mask: usize, count: usize, nodata: i32): void { expand<i16>(source, mask, count, i16(nodata)) }
/** Mask of 32-bit integers. */
export function mask_32(source: usize, mask: usize, count: usize, nodata: i32): void { expand<i32>(source, mask, count, nodata) }
/** Mask of 64-bit integers. */
export function mask_64(source: usize, mask: usize, count: usize, nodata: i64): void { expand<i64>(source, mask, count, nodata) }
/** Mask of float32: 0 where an element equals `nodata` or is NaN. */
export function mask_f32(source: usize, mask: usize, count: usize, nodata: f32): void { expand<f32>(source, mask, count, nodata) }
/** Mask of float64. */
export function mask_f64(source: usize, mask: usize, count: usize, nodata: f64): void { expand<f64>(source, mask, count, nodata) }

/** Whether any 8-bit element has the bits of `nodata`. */
export function any_8(source: usize, count: usize, nodata: i32): i32 { return anyNodata<i8>(source, count, i8(nodata)) }
/** Whether any 16-bit integer is `nodata`. */
export function any_16(source: usize, count: usize, nodata: i32): i32 { return anyNodata<i16>(source, count, i16(nodata)) }
/** Whether any 32-bit integer is `nodata`. */
export function any_32(source: usize, count: usize, nodata: i32): i32 { return anyNodata<i32>(source, count, nodata) }
/** Whether any 64-bit integer is `nodata`. */
export function any_64(source: usize, count: usize, nodata: i64): i32 { return anyNodata<i64>(source, count, nodata) }
/** Whether any float32 equals `nodata` or is NaN. */
export function any_f32(source: usize, count: usize, nodata: f32): i32 { return anyNodata<f32>(source, count, nodata) }
/** Whether any float64 equals `nodata` or is NaN. */
export function any_f64(source: usize, count: usize, nodata: f64): i32 { return anyNodata<f64>(source, count, nodata) }

/** Number of zeros in a mask. */
export function count_invalid(mask: usize, count: usize): usize {
  let valid: usize = 0
  let i: usize = 0
  while (i + 16 <= count) {
    // 255 steps of 16-bit pair sums of at most 2 each cannot overflow.
    const end = min(i + 255 * 16, count - 15)
    let sums = v128.splat<i16>(0)
    for (; i < end; i += 16) sums = v128.add<i16>(sums, v128.extadd_pairwise<u8>(v128.load(mask + i)))
    const wide = v128.extadd_pairwise<u16>(sums)
    valid += usize(v128.extract_lane<i32>(wide, 0) + v128.extract_lane<i32>(wide, 1) + v128.extract_lane<i32>(wide, 2) + v128.extract_lane<i32>(wide, 3))
  }
  for (; i < count; i++) valid += load<u8>(mask + i)
  return count - valid
}

/** target = target AND source, for masks. */
export function and_masks(source: usize, target: usize, count: usize): void {
  let i: usize = 0
  for (; i + 16 <= count; i += 16) v128.store(target + i, v128.and(v128.load(source + i), v128.load(target + i)))
  for (; i < count; i++) store<u8>(target + i, load<u8>(source + i) & load<u8>(target + i))
}

/** target = target OR source, for masks. */
export function or_masks(source: usize, target: usize, count: usize): void {
  let i: usize = 0
  for (; i + 16 <= count; i += 16) v128.store(target + i, v128.or(v128.load(source + i), v128.load(target + i)))
  for (; i < count; i++) store<u8>(target + i, load<u8>(source + i) | load<u8>(target + i))
}
