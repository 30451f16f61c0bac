// Merging arrays that overlap: a run of one input into the run of the output under it. `mask` is 0 where all of the input is valid, else a pointer to
// a byte a pixel; `seen` has a byte for each output pixel, 1 where an input before this one gave it a value.

/** Lanes of -1 where a mask has a 1; all of them without a mask. */
@inline
function lanes<T>(mask: usize): v128 {
  if (mask == 0) return v128.splat<i32>(-1)
  if (sizeof<T>() == 1) return v128.ne<i8>(v128.load(mask), v128.splat<i8>(0))
  if (sizeof<T>() == 2) return v128.ne<i16>(v128.load_ext<u8>(mask), v128.splat<i16>(0))
  const few = sizeof<T>() == 4 ? v128.load_zero<u32>(mask) : v128.splat<u16>(load<u16>(mask))
  const quads = v128.extend_low<u16>(v128.extend_low<u8>(few))
  if (sizeof<T>() == 4) return v128.ne<i32>(quads, v128.splat<i32>(0))
  return v128.ne<i64>(v128.extend_low<u32>(quads), v128.splat<i64>(0))
}

/** The mask of the next lanes; none stays none. */
@inline
function next(mask: usize, i: usize): usize {
  return mask == 0 ? 0 : mask + i
}

@inline
function isValid(mask: usize, i: usize): bool {
  return mask == 0 || load<u8>(mask + i) != 0
}

/** seen = seen OR mask. */
@inline
function see(mask: usize, seen: usize, count: usize): void {
  if (mask == 0) {
    memory.fill(seen, 1, count)
    return
  }
  let i: usize = 0
  for (; i + 16 <= count; i += 16) v128.store(seen + i, v128.or(v128.load(mask + i), v128.load(seen + i)))
  for (; i < count; i++) store<u8>(seen + i, load<u8>(mask + i) | load<u8>(seen + i))
}

/** Moves valid pixels: all of them, or (`first`) those under which nothing was seen. */
@inline
function move<T>(first: bool, source: usize, mask: usize, target: usize, seen: usize, count: usize): void {
  const width = sizeof<T>()
  const per: usize = 16 / width
  let i: usize = 0
  for (; i + per <= count; i += per) {
    let wanted = lanes<T>(next(mask, i))
    if (first) wanted = v128.andnot(wanted, lanes<T>(seen + i))
    const at = target + i * width
    v128.store(at, v128.bitselect(v128.load(source + i * width), v128.load(at), wanted))
  }
  for (; i < count; i++) {
    if (isValid(mask, i) && !(first && load<u8>(seen + i) != 0)) store<T>(target + i * width, load<T>(source + i * width))
  }
  see(mask, seen, count)
}

@inline
function lesser<T>(a: T, b: T): T {
  if (isFloat<T>()) return min<T>(a, b)
  return a < b ? a : b
}

@inline
function greater<T>(a: T, b: T): T {
  if (isFloat<T>()) return max<T>(a, b)
  return a > b ? a : b
}

/** Keeps the least (or greatest) of the valid pixels so far. Of the zeros -0 is the lesser. 64-bit integers have no lanes for it. */
@inline
function extreme<T>(least: bool, source: usize, mask: usize, target: usize, seen: usize, count: usize): void {
  const width = sizeof<T>()
  const per: usize = 16 / width
  let i: usize = 0
  if (isFloat<T>() || width < 8) {
    for (; i + per <= count; i += per) {
      const at = target + i * width
      const own = v128.load(source + i * width)
      const kept = v128.load(at)
      const best = least ? v128.min<T>(kept, own) : v128.max<T>(kept, own)
      const value = v128.bitselect(best, own, lanes<T>(seen + i))
      v128.store(at, v128.bitselect(value, kept, lanes<T>(next(mask, i))))
    }
  }
  for (; i < count; i++) {
    if (!isValid(mask, i)) continue
    const at = target + i * width
    const own = load<T>(source + i * width)
    const kept = load<T>(at)
    store<T>(at, load<u8>(seen + i) == 0 ? own : least ? lesser<T>(kept, own) : greater<T>(kept, own))
  }
  see(mask, seen, count)
}

/** Adds valid pixels to float64 sums, which are exact for integers, and counts them. A single value keeps its bits. */
@inline
function add<T>(source: usize, mask: usize, sums: usize, counts: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    if (!isValid(mask, i)) continue
    const n = load<u32>(counts + i * 4)
    const v = f64(load<T>(source + i * sizeof<T>()))
    store<f64>(sums + i * 8, n == 0 ? v : load<f64>(sums + i * 8) + v)
    store<u32>(counts + i * 4, n + 1)
  }
}

/** The same for 64-bit integers, in sums of 128 bits. */
@inline
function addWide<T>(source: usize, mask: usize, sums: usize, counts: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    if (!isValid(mask, i)) continue
    const n = load<u32>(counts + i * 4)
    const v = load<T>(source + i * 8)
    const at = sums + i * 16
    const low = n == 0 ? 0 : load<u64>(at)
    const high = n == 0 ? 0 : load<i64>(at + 8)
    const sum = low + u64(v)
    store<u64>(at, sum)
    store<i64>(at + 8, high + i64(sum < low) + (isSigned<T>() ? i64(v) >> 63 : 0))
    store<u32>(counts + i * 4, n + 1)
  }
}

/** Means of sums: integers as floor(mean + 0.5). No value, and a NaN from infinities that cancel, is invalid. */
@inline
function mean<T>(sums: usize, counts: usize, target: usize, seen: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const n = load<u32>(counts + i * 4)
    const v = n == 0 ? 0 : load<f64>(sums + i * 8) / f64(n)
    const valid = n != 0 && v == v
    if (isFloat<T>()) store<T>(target + i * sizeof<T>(), valid ? <T>v : 0)
    else if (isSigned<T>()) store<T>(target + i * sizeof<T>(), <T>i32(Math.floor(v + 0.5)))
    else store<T>(target + i * sizeof<T>(), <T>u32(Math.floor(v + 0.5)))
    store<u8>(seen + i, valid ? 1 : 0)
  }
}

/** Means of 128-bit sums of n values: floor((2 sum + n) / (2 n)), exact for n below 2^31. Signed sums are moved up by n * 2^63 and back. */
@inline
function meanWide<T>(sums: usize, counts: usize, target: usize, seen: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const n = load<u32>(counts + i * 4)
    store<u8>(seen + i, n == 0 ? 0 : 1)
    store<u64>(target + i * 8, n == 0 ? 0 : quotient(load<u64>(sums + i * 16), load<u64>(sums + i * 16 + 8), n, isSigned<T>()))
  }
}

function quotient(sumLow: u64, sumHigh: u64, n: u32, signed: bool): u64 {
  let low = sumLow
  let high = sumHigh
  if (signed) {
    const lift = u64(n) << 63
    high += (u64(n) >> 1) + u64(low + lift < low)
    low += lift
  }
  const doubled = low << 1
  const total = doubled + u64(n)
  const upper = ((high << 1) | (low >> 63)) + u64(total < doubled)
  const by = u64(n) << 1
  // Long division by limbs of 32 bits. The quotient has 64 bits, so that those of the upper half are 0 but for the remainder.
  const first = (((upper >> 32) % by) << 32) | (upper & 0xffffffff)
  const second = ((first % by) << 32) | (total >> 32)
  const third = ((second % by) << 32) | (total & 0xffffffff)
  const result = ((second / by) << 32) | (third / by)
  return signed ? result ^ 0x8000000000000000 : result
}

/** Adds 1 to the count of every pixel that is valid. */
export function mosaic_count(mask: usize, target: usize, count: usize): void {
  const one = v128.splat<i32>(1)
  let i: usize = 0
  for (; i + 4 <= count; i += 4) {
    const at = target + i * 4
    v128.store(at, v128.add<i32>(v128.load(at), v128.and(one, lanes<i32>(next(mask, i)))))
  }
  for (; i < count; i++) if (isValid(mask, i)) store<u32>(target + i * 4, load<u32>(target + i * 4) + 1)
}

/** Moves valid pixels of 8 bits where nothing was seen. */
export function mosaic_first_8(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { move<i8>(true, source, mask, target, seen, count) }
/** Moves valid pixels of 8 bits. */
export function mosaic_last_8(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { move<i8>(false, source, mask, target, seen, count) }
/** Moves valid pixels of 16 bits where nothing was seen. */
export function mosaic_first_16(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { move<i16>(true, source, mask, target, seen, count) }
/** Moves valid pixels of 16 bits. */
export function mosaic_last_16(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { move<i16>(false, source, mask, target, seen, count) }
/** Moves valid pixels of 32 bits where nothing was seen. */
export function mosaic_first_32(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { move<i32>(true, source, mask, target, seen, count) }
/** Moves valid pixels of 32 bits. */
export function mosaic_last_32(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { move<i32>(false, source, mask, target, seen, count) }
/** Moves valid pixels of 64 bits where nothing was seen. */
export function mosaic_first_64(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { move<i64>(true, source, mask, target, seen, count) }
/** Moves valid pixels of 64 bits. */
export function mosaic_last_64(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { move<i64>(false, source, mask, target, seen, count) }
/** Least of uint8. */
export function mosaic_min_u8(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<u8>(true, source, mask, target, seen, count) }
/** Greatest of uint8. */
export function mosaic_max_u8(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<u8>(false, source, mask, target, seen, count) }
/** Least of int8. */
export function mosaic_min_i8(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<i8>(true, source, mask, target, seen, count) }
/** Greatest of int8. */
export function mosaic_max_i8(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<i8>(false, source, mask, target, seen, count) }
/** Least of uint16. */
export function mosaic_min_u16(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<u16>(true, source, mask, target, seen, count) }
/** Greatest of uint16. */
export function mosaic_max_u16(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<u16>(false, source, mask, target, seen, count) }
/** Least of int16. */
export function mosaic_min_i16(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<i16>(true, source, mask, target, seen, count) }
/** Greatest of int16. */
export function mosaic_max_i16(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<i16>(false, source, mask, target, seen, count) }
/** Least of uint32. */
export function mosaic_min_u32(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<u32>(true, source, mask, target, seen, count) }
/** Greatest of uint32. */
export function mosaic_max_u32(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<u32>(false, source, mask, target, seen, count) }
/** Least of int32. */
export function mosaic_min_i32(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<i32>(true, source, mask, target, seen, count) }
/** Greatest of int32. */
export function mosaic_max_i32(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<i32>(false, source, mask, target, seen, count) }
/** Least of uint64. */
export function mosaic_min_u64(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<u64>(true, source, mask, target, seen, count) }
/** Greatest of uint64. */
export function mosaic_max_u64(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<u64>(false, source, mask, target, seen, count) }
/** Least of int64. */
export function mosaic_min_i64(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<i64>(true, source, mask, target, seen, count) }
/** Greatest of int64. */
export function mosaic_max_i64(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<i64>(false, source, mask, target, seen, count) }
/** Least of float32. */
export function mosaic_min_f32(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<f32>(true, source, mask, target, seen, count) }
/** Greatest of float32. */
export function mosaic_max_f32(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<f32>(false, source, mask, target, seen, count) }
/** Least of float64. */
export function mosaic_min_f64(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<f64>(true, source, mask, target, seen, count) }
/** Greatest of float64. */
export function mosaic_max_f64(source: usize, mask: usize, target: usize, seen: usize, count: usize): void { extreme<f64>(false, source, mask, target, seen, count) }
/** Sums of uint8. */
export function mosaic_add_u8(source: usize, mask: usize, sums: usize, counts: usize, count: usize): void { add<u8>(source, mask, sums, counts, count) }
/** Means of uint8. */
export function mosaic_mean_u8(sums: usize, counts: usize, target: usize, seen: usize, count: usize): void { mean<u8>(sums, counts, target, seen, count) }
/** Sums of int8. */
export function mosaic_add_i8(source: usize, mask: usize, sums: usize, counts: usize, count: usize): void { add<i8>(source, mask, sums, counts, count) }
/** Means of int8. */
export function mosaic_mean_i8(sums: usize, counts: usize, target: usize, seen: usize, count: usize): void { mean<i8>(sums, counts, target, seen, count) }
/** Sums of uint16. */
export function mosaic_add_u16(source: usize, mask: usize, sums: usize, counts: usize, count: usize): void { add<u16>(source, mask, sums, counts, count) }
/** Means of uint16. */
export function mosaic_mean_u16(sums: usize, counts: usize, target: usize, seen: usize, count: usize): void { mean<u16>(sums, counts, target, seen, count) }
/** Sums of int16. */
export function mosaic_add_i16(source: usize, mask: usize, sums: usize, counts: usize, count: usize): void { add<i16>(source, mask, sums, counts, count) }
/** Means of int16. */
export function mosaic_mean_i16(sums: usize, counts: usize, target: usize, seen: usize, count: usize): void { mean<i16>(sums, counts, target, seen, count) }
/** Sums of uint32. */
export function mosaic_add_u32(source: usize, mask: usize, sums: usize, counts: usize, count: usize): void { add<u32>(source, mask, sums, counts, count) }
/** Means of uint32. */
export function mosaic_mean_u32(sums: usize, counts: usize, target: usize, seen: usize, count: usize): void { mean<u32>(sums, counts, target, seen, count) }
/** Sums of int32. */
export function mosaic_add_i32(source: usize, mask: usize, sums: usize, counts: usize, count: usize): void { add<i32>(source, mask, sums, counts, count) }
/** Means of int32. */
export function mosaic_mean_i32(sums: usize, counts: usize, target: usize, seen: usize, count: usize): void { mean<i32>(sums, counts, target, seen, count) }
/** Sums of uint64. */
export function mosaic_add_u64(source: usize, mask: usize, sums: usize, counts: usize, count: usize): void { addWide<u64>(source, mask, sums, counts, count) }
/** Means of uint64. */
export function mosaic_mean_u64(sums: usize, counts: usize, target: usize, seen: usize, count: usize): void { meanWide<u64>(sums, counts, target, seen, count) }
/** Sums of int64. */
export function mosaic_add_i64(source: usize, mask: usize, sums: usize, counts: usize, count: usize): void { addWide<i64>(source, mask, sums, counts, count) }
/** Means of int64. */
export function mosaic_mean_i64(sums: usize, counts: usize, target: usize, seen: usize, count: usize): void { meanWide<i64>(sums, counts, target, seen, count) }
/** Sums of float32. */
export function mosaic_add_f32(source: usize, mask: usize, sums: usize, counts: usize, count: usize): void { add<f32>(source, mask, sums, counts, count) }
/** Means of float32. */
export function mosaic_mean_f32(sums: usize, counts: usize, target: usize, seen: usize, count: usize): void { mean<f32>(sums, counts, target, seen, count) }
/** Sums of float64. */
export function mosaic_add_f64(source: usize, mask: usize, sums: usize, counts: usize, count: usize): void { add<f64>(source, mask, sums, counts, count) }
/** Means of float64. */
export function mosaic_mean_f64(sums: usize, counts: usize, target: usize, seen: usize, count: usize): void { mean<f64>(sums, counts, target, seen, count) }
