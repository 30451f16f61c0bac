// Samples of other widths than whole 1, 2, 4 or 8 bytes, as TIFF packs them: most significant bit first, rows beginning at a byte.

/**
 * Unsigned samples of `bits` bits (1 to 31) to samples of `sampleBytes` (1, 2 or 4) that lie next to each other: `count` a row. Source rows
 * begin `sourceRowBytes` apart, target rows follow each other.
 */
export function unpackBits(
  source: usize, sourceRowBytes: usize, target: usize, count: i32, rows: i32, bits: i32, sampleBytes: i32,
): void {
  for (let row = 0; row < rows; row++, source += sourceRowBytes, target += <usize>count * sampleBytes) {
    if (sampleBytes == 1) unpackRow<u8>(source, target, count, bits)
    else if (sampleBytes == 2) unpackRow<u16>(source, target, count, bits)
    else unpackRow<u32>(source, target, count, bits)
  }
}

@inline
function unpackRow<T>(source: usize, target: usize, count: i32, bits: i32): void {
  const mask: u64 = (<u64>1 << bits) - 1
  const end = target + <usize>count * sizeof<T>()
  let held: u64 = 0
  let holds = 0
  for (; target < end; target += sizeof<T>()) {
    for (; holds < bits; holds += 8) held = (held << 8) | <u64>load<u8>(source++)
    holds -= bits
    store<T>(target, <T>((held >> holds) & mask))
  }
}

/** Floats of 16 bits (IEEE 754 binary16, little endian) to floats of 32: exact, NaN payloads included. */
export function widenHalves(source: usize, target: usize, count: i32): void {
  for (let k = 0; k < count; k++, source += 2, target += 4) {
    const half = <u32>load<u16>(source)
    const sign = (half & 0x8000) << 16
    const exponent = (half >> 10) & 31
    const fraction = half & 0x3ff
    if (exponent == 31) store<u32>(target, sign | 0x7f800000 | (fraction << 13))
    else if (exponent != 0) store<u32>(target, sign | ((exponent + 112) << 23) | (fraction << 13))
    // Subnormal halves are fractions of 2^-24.
    else store<u32>(target, sign | reinterpret<u32>(<f32>fraction * <f32>5.960464477539063e-8))
  }
}

/** Floats of 24 bits (1 of sign, 7 of exponent, 16 of fraction; little endian) to floats of 32: exact. */
export function widenTriples(source: usize, target: usize, count: i32): void {
  for (let k = 0; k < count; k++, source += 3, target += 4) {
    const triple = <u32>load<u16>(source) | (<u32>load<u8>(source, 2) << 16)
    const sign = (triple & 0x800000) << 8
    const exponent = (triple >> 16) & 127
    const fraction = triple & 0xffff
    if (exponent == 127) store<u32>(target, sign | 0x7f800000 | (fraction << 7))
    else if (exponent != 0) store<u32>(target, sign | ((exponent + 64) << 23) | (fraction << 7))
    // Subnormals are fractions of 2^-78.
    else store<u32>(target, sign | reinterpret<u32>(<f32>fraction * <f32>3.308722450212111e-24))
  }
}
