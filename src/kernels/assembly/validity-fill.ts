// Values under invalid elements: writes one value wherever a mask is 0.

/** Elements that fit a vector, as lanes of -1 where invalid. */
@inline
function invalidLanes<T>(mask: usize): v128 {
  if (sizeof<T>() == 1) return v128.eq<i8>(v128.load(mask), v128.splat<i8>(0))
  if (sizeof<T>() == 2) return v128.eq<i16>(v128.load_ext<u8>(mask), v128.splat<i16>(0))
  return v128.eq<i32>(v128.extend_low<u16>(v128.extend_low<u8>(v128.load_zero<u32>(mask))), v128.splat<i32>(0))
}

@inline
function fill<T>(data: usize, mask: usize, count: usize, value: T): void {
  const splat = v128.splat<T>(value)
  const per: usize = 16 / sizeof<T>()
  let i: usize = 0
  for (; i + per <= count; i += per) {
    const at = data + i * sizeof<T>()
    v128.store(at, v128.bitselect(splat, v128.load(at), invalidLanes<T>(mask + i)))
  }
  for (; i < count; i++) if (!load<u8>(mask + i)) store<T>(data + i * sizeof<T>(), value)
}

/** Writes the low 8 bits of `value` under every invalid element. */
export function fill_8(data: usize, mask: usize, count: usize, value: i32): void { fill<i8>(data, mask, count, i8(value)) }
/** Writes the low 16 bits of `value` under every invalid element. */
export function fill_16(data: usize, mask: usize, count: usize, value: i32): void { fill<i16>(data, mask, count, i16(value)) }
/** Writes a 32-bit pattern under every invalid element. */
export function fill_32(data: usize, mask: usize, count: usize, value: i32): void { fill<i32>(data, mask, count, value) }
/** Writes a 64-bit pattern under every invalid element. */
export function fill_64(data: usize, mask: usize, count: usize, value: i64): void {
  for (let i: usize = 0; i < count; i++) if (!load<u8>(mask + i)) store<i64>(data + i * 8, value)
}

/** Replaces `from` by `to` in valid elements (all of them where `mask` is 0) and answers how many there were. They are expected to be rare. */
@inline
function replace<T>(data: usize, mask: usize, count: usize, from: T, to: T): usize {
  const splat = v128.splat<T>(from)
  const per: usize = 16 / sizeof<T>()
  let found: usize = 0
  let i: usize = 0
  while (i < count) {
    if (sizeof<T>() < 8) {
      while (i + per <= count) {
        let hit = v128.eq<T>(v128.load(data + i * sizeof<T>()), splat)
        if (mask) hit = v128.andnot(hit, invalidLanes<T>(mask + i))
        if (v128.any_true(hit)) break
        i += per
      }
    }
    const end = min(i + per, count)
    for (; i < end; i++) {
      const at = data + i * sizeof<T>()
      if (load<T>(at) != from || (mask && !load<u8>(mask + i))) continue
      store<T>(at, to)
      found++
    }
  }
  return found
}

/** Replaces the 8-bit pattern `from` by `to` in valid elements; answers how many. */
export function replace_8(data: usize, mask: usize, count: usize, from: i32, to: i32): usize { return replace<i8>(data, mask, count, i8(from), i8(to)) }
/** Replaces a 16-bit pattern in valid elements; answers how many. */
export function replace_16(data: usize, mask: usize, count: usize, from: i32, to: i32): usize { return replace<i16>(data, mask, count, i16(from), i16(to)) }
/** Replaces a 32-bit pattern in valid elements; answers how many. */
export function replace_32(data: usize, mask: usize, count: usize, from: i32, to: i32): usize { return replace<i32>(data, mask, count, from, to) }
/** Replaces a 64-bit pattern in valid elements; answers how many. */
export function replace_64(data: usize, mask: usize, count: usize, from: i64, to: i64): usize { return replace<i64>(data, mask, count, from, to) }
