// Counts of keys: numbers that order as values do. A key's upper bits may have to be those of a prefix for it to count.

/** The place of a value among all of its type, from 0. Valid floats are not NaN; -0 comes before 0. */
@inline
function keyOf<T>(v: T): u64 {
  if (isFloat<T>()) {
    if (sizeof<T>() == 4) {
      const bits = reinterpret<u32>(<f32>v)
      return <u64>((bits & 0x80000000) != 0 ? ~bits : bits | 0x80000000)
    }
    const bits = reinterpret<u64>(<f64>v)
    return (bits >> 63) != 0 ? ~bits : bits | 0x8000000000000000
  }
  if (!isSigned<T>()) return <u64>v
  return sizeof<T>() == 8 ? <u64>v ^ 0x8000000000000000 : <u64>(<i64>v + (<i64>1 << (8 * sizeof<T>() - 1)))
}

/** Counts the digit of `bits` bits above `shift` of every valid pixel; where `checked`, of those whose bits above it are `prefix`. */
export function countDigits<T>(source: usize, mask: usize, count: usize, shift: u32, bits: u32, checked: i32, prefix: u64, bins: usize): void {
  const low = (<u64>1 << bits) - 1
  for (let i: usize = 0; i < count; i++) {
    if (mask != 0 && load<u8>(mask + i) == 0) continue
    const key = keyOf<T>(load<T>(source + i * sizeof<T>())) >> shift
    if (checked != 0 && key >> bits != prefix) continue
    const at = bins + (<usize>(key & low) << 2)
    store<u32>(at, load<u32>(at) + 1)
  }
}
