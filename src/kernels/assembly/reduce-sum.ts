// What a strip of pixels adds to its sums. A mask pointer of 0 says that all are valid; masks hold 1 and 0.

/** Counts of valid pixels: adds mask bytes to 32-bit counts. */
export function reduceCount(mask: usize, count: usize, counts: usize): void {
  let i: usize = 0
  for (; i + 8 <= count; i += 8) {
    const m = v128.load_ext<u8>(mask + i), at = counts + (i << 2)
    v128.store(at, i32x4.add(v128.load(at), v128.extend_low<u16>(m)))
    v128.store(at + 16, i32x4.add(v128.load(at + 16), v128.extend_high<u16>(m)))
  }
  for (; i < count; i++) store<u32>(counts + (i << 2), load<u32>(counts + (i << 2)) + load<u8>(mask + i))
}

/** Four 32-bit lanes added to four 64-bit sums. */
@inline
function addFour<T>(at: usize, v: v128): void {
  const low = isSigned<T>() ? v128.extend_low<i32>(v) : v128.extend_low<u32>(v)
  const high = isSigned<T>() ? v128.extend_high<i32>(v) : v128.extend_high<u32>(v)
  v128.store(at, i64x2.add(v128.load(at), low))
  v128.store(at + 16, i64x2.add(v128.load(at + 16), high))
}

/** Eight 16-bit lanes added to eight 64-bit sums. */
@inline
function addEight<T>(at: usize, v: v128): void {
  addFour<T>(at, isSigned<T>() ? v128.extend_low<i16>(v) : v128.extend_low<u16>(v))
  addFour<T>(at + 32, isSigned<T>() ? v128.extend_high<i16>(v) : v128.extend_high<u16>(v))
}

/** All ones in the 16-bit lanes of valid pixels. */
@inline
function lanes(mask: usize): v128 {
  return i16x8.ne(v128.load_ext<u8>(mask), i16x8.splat(0))
}

/** Integers of 8 and 16 bits to 64-bit sums, eight at a time. */
export function addNarrow<T>(source: usize, mask: usize, count: usize, sums: usize): void {
  let i: usize = 0
  for (; i + 8 <= count; i += 8) {
    const at = source + i * sizeof<T>()
    let v = sizeof<T>() == 2 ? v128.load(at) : isSigned<T>() ? v128.load_ext<i8>(at) : v128.load_ext<u8>(at)
    if (mask != 0) v = v128.and(v, lanes(mask + i))
    addEight<T>(sums + (i << 3), v)
  }
  for (; i < count; i++) {
    if (mask != 0 && load<u8>(mask + i) == 0) continue
    store<i64>(sums + (i << 3), load<i64>(sums + (i << 3)) + <i64>load<T>(source + i * sizeof<T>()))
  }
}

/** Integers of 32 bits to 64-bit sums. */
export function addMiddle<T>(source: usize, mask: usize, count: usize, sums: usize): void {
  let i: usize = 0
  for (; i + 4 <= count; i += 4) {
    let v = v128.load(source + (i << 2))
    if (mask != 0) v = v128.and(v, i32x4.ne(v128.extend_low<u16>(v128.load_ext<u8>(mask + i)), i32x4.splat(0)))
    addFour<T>(sums + (i << 3), v)
  }
  for (; i < count; i++) {
    if (mask != 0 && load<u8>(mask + i) == 0) continue
    store<i64>(sums + (i << 3), load<i64>(sums + (i << 3)) + <i64>load<T>(source + (i << 2)))
  }
}

/** Integers of 64 bits as two sums: of their low 32 bits, and of what is above, signed or not. */
export function addWide<T>(source: usize, mask: usize, count: usize, lows: usize, highs: usize): void {
  for (let i: usize = 0; i < count; i++) {
    if (mask != 0 && load<u8>(mask + i) == 0) continue
    const v = load<T>(source + (i << 3)), at = i << 3
    store<i64>(lows + at, load<i64>(lows + at) + <i64>(<u64>v & 0xffffffff))
    store<i64>(highs + at, load<i64>(highs + at) + <i64>(v >> 32))
  }
}

/** Floats to float64 sums. An invalid float may be NaN: it is selected away, not multiplied. */
export function addFloat<T>(source: usize, mask: usize, count: usize, sums: usize): void {
  let i: usize = 0
  if (mask == 0) {
    for (; i + 2 <= count; i += 2) {
      const at = sums + (i << 3)
      const v = sizeof<T>() == 4 ? f64x2.promote_low_f32x4(v128.load64_zero(source + (i << 2))) : v128.load(source + (i << 3))
      v128.store(at, f64x2.add(v128.load(at), v))
    }
  }
  for (; i < count; i++) {
    if (mask != 0 && load<u8>(mask + i) == 0) continue
    store<f64>(sums + (i << 3), load<f64>(sums + (i << 3)) + <f64>load<T>(source + i * sizeof<T>()))
  }
}

/** Squares of the distances to each pixel's own mean, to float64 sums. */
export function addSquares<T>(source: usize, mask: usize, count: usize, means: usize, sums: usize): void {
  for (let i: usize = 0; i < count; i++) {
    if (mask != 0 && load<u8>(mask + i) == 0) continue
    const d = <f64>load<T>(source + i * sizeof<T>()) - load<f64>(means + (i << 3))
    store<f64>(sums + (i << 3), load<f64>(sums + (i << 3)) + d * d)
  }
}

/** Counts of valid pixels that are not 0. */
export function addTruth<T>(source: usize, mask: usize, count: usize, counts: usize): void {
  for (let i: usize = 0; i < count; i++) {
    if (mask != 0 && load<u8>(mask + i) == 0) continue
    store<u32>(counts + (i << 2), load<u32>(counts + (i << 2)) + u32(load<T>(source + i * sizeof<T>()) != 0))
  }
}

/** Means as float64 of 64-bit sums; where the count is 0, 0. */
export function reduceMeans(signed: i32, sums: usize, counts: usize, count: usize, means: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const n = load<u32>(counts + (i << 2)), sum = load<i64>(sums + (i << 3))
    const total = signed == 2 ? load<f64>(sums + (i << 3)) : signed == 1 ? <f64>sum : <f64><u64>sum
    store<f64>(means + (i << 3), n == 0 ? 0 : total / <f64>n)
  }
}
