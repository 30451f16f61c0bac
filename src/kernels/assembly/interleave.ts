// Moving samples between pixel-interleaved and band-sequential order, and making one-byte masks of bits, alpha and nodata.

/**
 * Copies one sample of every pixel: `width` x `rows` samples of `sampleBytes` (1, 2, 4, 8), which lie `strideBytes` apart in the source and
 * next to each other in the target. Rows begin `sourceRowBytes` and `targetRowBytes` apart. With `strideBytes` equal to `sampleBytes` it
 * copies a rectangle.
 */
export function gatherSamples(
  source: usize, sourceRowBytes: usize, target: usize, targetRowBytes: usize,
  width: i32, rows: i32, strideBytes: usize, sampleBytes: i32,
): void {
  for (let row = 0; row < rows; row++, source += sourceRowBytes, target += targetRowBytes) {
    if (strideBytes == <usize>sampleBytes) memory.copy(target, source, <usize>width * sampleBytes)
    else if (sampleBytes == 1 && strideBytes == 3) gatherBytes3(source, target, width)
    else if (sampleBytes == 1 && strideBytes == 4) gatherBytes4(source, target, width)
    else if (sampleBytes == 1) gatherRow<u8>(source, target, width, strideBytes)
    else if (sampleBytes == 2) gatherRow<u16>(source, target, width, strideBytes)
    else if (sampleBytes == 4) gatherRow<u32>(source, target, width, strideBytes)
    else gatherRow<u64>(source, target, width, strideBytes)
  }
}

@inline
function gatherRow<T>(source: usize, target: usize, width: i32, strideBytes: usize): void {
  const end = target + <usize>width * sizeof<T>()
  for (; target < end; target += sizeof<T>(), source += strideBytes) store<T>(target, load<T>(source))
}

// Sixteen pixels of three bytes at a time. The last vector of a row reads up to two bytes past the sample of its last pixel, so the loop
// ends one step early.
function gatherBytes3(source: usize, target: usize, width: i32): void {
  const end = target + width
  for (; target + 17 <= end; target += 16, source += 48) {
    const low = v128.swizzle(v128.load(source), i8x16(0, 3, 6, 9, 12, 15, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1))
    const middle = v128.swizzle(v128.load(source, 16), i8x16(-1, -1, -1, -1, -1, -1, 2, 5, 8, 11, 14, -1, -1, -1, -1, -1))
    const high = v128.swizzle(v128.load(source, 32), i8x16(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1, 4, 7, 10, 13))
    v128.store(target, v128.or(v128.or(low, middle), high))
  }
  gatherRow<u8>(source, target, <i32>(end - target), 3)
}

function gatherBytes4(source: usize, target: usize, width: i32): void {
  const end = target + width
  const picked = i32x4.splat(0xff)
  for (; target + 17 <= end; target += 16, source += 64) {
    const low = i16x8.narrow_i32x4_u(v128.and(v128.load(source), picked), v128.and(v128.load(source, 16), picked))
    const high = i16x8.narrow_i32x4_u(v128.and(v128.load(source, 32), picked), v128.and(v128.load(source, 48), picked))
    v128.store(target, i8x16.narrow_i16x8_u(low, high))
  }
  gatherRow<u8>(source, target, <i32>(end - target), 4)
}

/** One bit a pixel, most significant first, to one byte a pixel of 0 or 1. The first pixel of a row is bit `firstBit` of it. */
export function expandBits(
  source: usize, sourceRowBytes: usize, firstBit: i32, target: usize, targetRowBytes: usize, width: i32, rows: i32,
): void {
  for (let row = 0; row < rows; row++, source += sourceRowBytes, target += targetRowBytes) {
    for (let x = 0; x < width; x++) {
      const bit = firstBit + x
      store<u8>(target + x, <u8>((<u32>load<u8>(source + (bit >>> 3)) >>> (7 - (bit & 7))) & 1))
    }
  }
}

/** One byte a pixel, 1 where the sample is not 0. Arguments as gatherSamples, but the target's samples are bytes. */
export function markAlpha(
  source: usize, sourceRowBytes: usize, target: usize, targetRowBytes: usize,
  width: i32, rows: i32, strideBytes: usize, sampleBytes: i32,
): void {
  for (let row = 0; row < rows; row++, source += sourceRowBytes, target += targetRowBytes) {
    if (sampleBytes == 1) markRow<u8>(source, target, width, strideBytes)
    else if (sampleBytes == 2) markRow<u16>(source, target, width, strideBytes)
    else if (sampleBytes == 4) markRow<u32>(source, target, width, strideBytes)
    else markRow<u64>(source, target, width, strideBytes)
  }
}

@inline
function markRow<T>(source: usize, target: usize, width: i32, strideBytes: usize): void {
  const end = target + width
  for (; target < end; target++, source += strideBytes) store<u8>(target, load<T>(source) != 0 ? 1 : 0)
}

/** Clears the mask bytes of all integers equal to `value`, of whose bits the lowest `sampleBytes` bytes count. */
export function clearEqual(mask: usize, data: usize, count: i32, value: u64, sampleBytes: i32): void {
  if (sampleBytes == 1) clearRow<u8>(mask, data, count, <u8>value)
  else if (sampleBytes == 2) clearRow<u16>(mask, data, count, <u16>value)
  else if (sampleBytes == 4) clearRow<u32>(mask, data, count, <u32>value)
  else clearRow<u64>(mask, data, count, value)
}

@inline
function clearRow<T>(mask: usize, data: usize, count: i32, value: T): void {
  const end = mask + count
  for (; mask < end; mask++, data += sizeof<T>()) store<u8>(mask, load<u8>(mask) & (load<T>(data) != value ? 1 : 0))
}

/** Clears the mask bytes of all floats (4 or 8 bytes) that are NaN or equal to `value` (NaN for none). */
export function clearFloat(mask: usize, data: usize, count: i32, value: f64, sampleBytes: i32): void {
  const end = mask + count
  if (sampleBytes == 4) {
    for (; mask < end; mask++, data += 4) clearOne(mask, <f64>load<f32>(data), value)
  } else {
    for (; mask < end; mask++, data += 8) clearOne(mask, load<f64>(data), value)
  }
}

@inline
function clearOne(mask: usize, at: f64, value: f64): void {
  store<u8>(mask, load<u8>(mask) & (at == at && at != value ? 1 : 0))
}
