// TIFF predictors in place (TIFF 6.0 section 14; Adobe Photoshop TIFF technical note 3 for predictor 3) and the byte swap of
// big-endian files. Samples are little endian; rows are independent and contiguous; an unknown sample size leaves the data as it is.

/**
 * Undoes predictor 2 in place: every sample becomes the running sum of its channel along the row, modulo 2^bits.
 * `width` is in pixels, `samples` the channels of a pixel (1 for planar files), `sampleBytes` 1, 2, 4 or 8.
 */
export function predictor2Decode(pointer: usize, width: i32, rows: i32, samples: i32, sampleBytes: i32): void {
  const rowBytes = <usize>width * samples * sampleBytes
  const stride = <usize>samples * sampleBytes
  for (let row = 0; row < rows; row++, pointer += rowBytes) {
    if (stride >= 16) accumulateWide(pointer, rowBytes, stride, sampleBytes)
    else if (sampleBytes == 1) accumulateBytes(pointer, rowBytes, stride)
    else if (sampleBytes == 2) accumulateShorts(pointer, rowBytes, stride)
    else if (sampleBytes == 4) accumulateWords(pointer, rowBytes, stride)
    else if (sampleBytes == 8) accumulateScalar<u64>(pointer + stride, pointer + rowBytes, stride)
  }
}

/** Applies predictor 2 in place: a sample becomes its difference to the pixel before, channel by channel. Arguments as predictor2Decode. */
export function predictor2Encode(pointer: usize, width: i32, rows: i32, samples: i32, sampleBytes: i32): void {
  const rowBytes = <usize>width * samples * sampleBytes
  const stride = <usize>samples * sampleBytes
  for (let row = 0; row < rows; row++, pointer += rowBytes) {
    if (rowBytes <= stride) continue
    if (sampleBytes == 1) differenceRow<u8>(pointer, rowBytes, stride)
    else if (sampleBytes == 2) differenceRow<u16>(pointer, rowBytes, stride)
    else if (sampleBytes == 4) differenceRow<u32>(pointer, rowBytes, stride)
    else if (sampleBytes == 8) differenceRow<u64>(pointer, rowBytes, stride)
  }
}

/**
 * Undoes predictor 3 in place: byte-wise running sums along the row, then the byte planes (most significant first) are interleaved
 * into little-endian floats. `sampleBytes` is 2, 4 or 8; `scratchRow` holds width * samples * sampleBytes bytes.
 */
export function predictor3Decode(pointer: usize, scratchRow: usize, width: i32, rows: i32, samples: i32, sampleBytes: i32): void {
  const count = <usize>width * samples
  const rowBytes = count * sampleBytes
  for (let row = 0; row < rows; row++, pointer += rowBytes) {
    if (samples >= 16) accumulateWide(pointer, rowBytes, samples, 1)
    else accumulateBytes(pointer, rowBytes, samples)
    memory.copy(scratchRow, pointer, rowBytes)
    if (sampleBytes == 4) joinPlanes4(scratchRow, pointer, count)
    else joinPlanes(scratchRow, pointer, 0, count, sampleBytes)
  }
}

/** Applies predictor 3 in place. Arguments as predictor3Decode. */
export function predictor3Encode(pointer: usize, scratchRow: usize, width: i32, rows: i32, samples: i32, sampleBytes: i32): void {
  const count = <usize>width * samples
  const rowBytes = count * sampleBytes
  for (let row = 0; row < rows; row++, pointer += rowBytes) {
    memory.copy(scratchRow, pointer, rowBytes)
    if (sampleBytes == 4) splitPlanes4(scratchRow, pointer, count)
    else splitPlanes(scratchRow, pointer, 0, count, sampleBytes)
    if (rowBytes > <usize>samples) differenceRow<u8>(pointer, rowBytes, samples)
  }
}

/** Reverses the byte order of `count` samples of 2, 4 or 8 bytes in place; other sizes are left as they are. */
export function swapBytes(pointer: usize, count: i32, sampleBytes: i32): void {
  const end = pointer + <usize>count * sampleBytes
  const wide = pointer + ((end - pointer) & ~15)
  let at = pointer
  if (sampleBytes == 2) {
    for (; at < wide; at += 16) v128.store(at, swizzle(v128.load(at), i8x16(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14)))
    for (; at < end; at += 2) store<u16>(at, bswap<u16>(load<u16>(at)))
  } else if (sampleBytes == 4) {
    for (; at < wide; at += 16) v128.store(at, swizzle(v128.load(at), i8x16(3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12)))
    for (; at < end; at += 4) store<u32>(at, bswap<u32>(load<u32>(at)))
  } else if (sampleBytes == 8) {
    for (; at < wide; at += 16) v128.store(at, swizzle(v128.load(at), i8x16(7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8)))
    for (; at < end; at += 8) store<u64>(at, bswap<u64>(load<u64>(at)))
  } else if (sampleBytes == 3) {
    for (; at < end; at += 3) {
      const first = load<u8>(at)
      store<u8>(at, load<u8>(at, 2))
      store<u8>(at, first, 2)
    }
  }
}

@inline
function swizzle(value: v128, order: v128): v128 {
  return i8x16.swizzle(value, order)
}

// A stride of 16 bytes or more: the previous pixels are already final when a vector is formed.
function accumulateWide(row: usize, rowBytes: usize, stride: usize, sampleBytes: i32): void {
  if (sampleBytes == 1) accumulateWideOf<u8>(row, rowBytes, stride)
  else if (sampleBytes == 2) accumulateWideOf<u16>(row, rowBytes, stride)
  else if (sampleBytes == 4) accumulateWideOf<u32>(row, rowBytes, stride)
  else if (sampleBytes == 8) accumulateWideOf<u64>(row, rowBytes, stride)
}

@inline
function accumulateWideOf<T>(row: usize, rowBytes: usize, stride: usize): void {
  const end = row + rowBytes
  let at = row + stride
  for (; at + 16 <= end; at += 16) v128.store(at, v128.add<T>(v128.load(at), v128.load(at - stride)))
  accumulateScalar<T>(at, end, stride)
}

@inline
function accumulateScalar<T>(from: usize, end: usize, stride: usize): void {
  for (let at = from; at < end; at += sizeof<T>()) store<T>(at, load<T>(at) + load<T>(at - stride))
}

// Prefix sums inside a vector by doubling shifts, plus the last pixel of the vector before. Only strides that divide 16 have such a form.
function accumulateBytes(row: usize, rowBytes: usize, stride: usize): void {
  const end = row + rowBytes
  const zero = i64x2.splat(0)
  let carry = zero
  let at = row
  if (stride == 1 || stride == 2 || stride == 4) {
    const last = stride == 1 ? i8x16.splat(15) : stride == 2 ? i16x8.splat(0x0f0e) : i32x4.splat(0x0f0e0d0c)
    for (; at + 16 <= end; at += 16) {
      let v = v128.load(at)
      if (stride == 1) v = i8x16.add(v, v128.shuffle<u8>(zero, v, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30))
      if (stride <= 2) v = i8x16.add(v, v128.shuffle<u8>(zero, v, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29))
      v = i8x16.add(v, v128.shuffle<u8>(zero, v, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27))
      v = i8x16.add(v, v128.shuffle<u8>(zero, v, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23))
      v = i8x16.add(v, carry)
      v128.store(at, v)
      carry = swizzle(v, last)
    }
  } else if (stride == 3) {
    at = accumulateTriples(row, end)
  }
  if (at == row) at += stride
  accumulateScalar<u8>(at, end, stride)
}

// Three bytes a pixel: five whole pixels of each vector count, and the next one is loaded before the sixteenth byte is overwritten with its
// sum. Returns where the bytes go on that are not summed.
function accumulateTriples(row: usize, end: usize): usize {
  if (row + 16 > end) return row
  const zero = i64x2.splat(0)
  const last = i8x16(12, 13, 14, 12, 13, 14, 12, 13, 14, 12, 13, 14, 12, 13, 14, 12)
  let carry = zero
  let at = row
  let v = v128.load(at)
  while (true) {
    const more = at + 31 <= end
    const next = more ? v128.load(at, 15) : v
    v = i8x16.add(v, v128.shuffle<u8>(zero, v, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28))
    v = i8x16.add(v, v128.shuffle<u8>(zero, v, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25))
    v = i8x16.add(v, v128.shuffle<u8>(zero, v, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19))
    v = i8x16.add(v, carry)
    v128.store(at, v)
    if (!more) return at + 16
    carry = swizzle(v, last)
    v = next
    at += 15
  }
}

function accumulateShorts(row: usize, rowBytes: usize, stride: usize): void {
  const end = row + rowBytes
  const zero = i64x2.splat(0)
  let carry = zero
  let at = row
  if (stride == 2) {
    for (; at + 16 <= end; at += 16) {
      let v = v128.load(at)
      v = i16x8.add(v, v128.shuffle<u16>(zero, v, 7, 8, 9, 10, 11, 12, 13, 14))
      v = i16x8.add(v, v128.shuffle<u16>(zero, v, 6, 7, 8, 9, 10, 11, 12, 13))
      v = i16x8.add(v, v128.shuffle<u16>(zero, v, 4, 5, 6, 7, 8, 9, 10, 11))
      v = i16x8.add(v, carry)
      v128.store(at, v)
      carry = v128.shuffle<u16>(v, v, 7, 7, 7, 7, 7, 7, 7, 7)
    }
  } else if (stride == 4) {
    for (; at + 16 <= end; at += 16) {
      let v = v128.load(at)
      v = i16x8.add(v, v128.shuffle<u16>(zero, v, 6, 7, 8, 9, 10, 11, 12, 13))
      v = i16x8.add(v, v128.shuffle<u16>(zero, v, 4, 5, 6, 7, 8, 9, 10, 11))
      v = i16x8.add(v, carry)
      v128.store(at, v)
      carry = v128.shuffle<u32>(v, v, 3, 3, 3, 3)
    }
  }
  if (at == row) at += stride
  accumulateScalar<u16>(at, end, stride)
}

function accumulateWords(row: usize, rowBytes: usize, stride: usize): void {
  const end = row + rowBytes
  const zero = i64x2.splat(0)
  let carry = zero
  let at = row
  if (stride == 4) {
    for (; at + 16 <= end; at += 16) {
      let v = v128.load(at)
      v = i32x4.add(v, v128.shuffle<u32>(zero, v, 3, 4, 5, 6))
      v = i32x4.add(v, v128.shuffle<u32>(zero, v, 2, 3, 4, 5))
      v = i32x4.add(v, carry)
      v128.store(at, v)
      carry = v128.shuffle<u32>(v, v, 3, 3, 3, 3)
    }
  }
  if (at == row) at += stride
  accumulateScalar<u32>(at, end, stride)
}

// From the end of the row to its start, so that the subtrahends are still the original samples.
@inline
function differenceRow<T>(row: usize, rowBytes: usize, stride: usize): void {
  const first = row + stride
  let at = row + rowBytes
  for (; at >= first + 16; ) {
    at -= 16
    v128.store(at, v128.sub<T>(v128.load(at), v128.load(at - stride)))
  }
  while (at > first) {
    at -= sizeof<T>()
    store<T>(at, load<T>(at) - load<T>(at - stride))
  }
}

function joinPlanes4(planes: usize, target: usize, count: usize): void {
  let i: usize = 0
  for (; i + 16 <= count; i += 16) {
    const b3 = v128.load(planes + i)
    const b2 = v128.load(planes + count + i)
    const b1 = v128.load(planes + 2 * count + i)
    const b0 = v128.load(planes + 3 * count + i)
    const lowHalf = v128.shuffle<u8>(b0, b1, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
    const lowRest = v128.shuffle<u8>(b0, b1, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
    const highHalf = v128.shuffle<u8>(b2, b3, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
    const highRest = v128.shuffle<u8>(b2, b3, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
    const at = target + (i << 2)
    v128.store(at, v128.shuffle<u16>(lowHalf, highHalf, 0, 8, 1, 9, 2, 10, 3, 11))
    v128.store(at, v128.shuffle<u16>(lowHalf, highHalf, 4, 12, 5, 13, 6, 14, 7, 15), 16)
    v128.store(at, v128.shuffle<u16>(lowRest, highRest, 0, 8, 1, 9, 2, 10, 3, 11), 32)
    v128.store(at, v128.shuffle<u16>(lowRest, highRest, 4, 12, 5, 13, 6, 14, 7, 15), 48)
  }
  joinPlanes(planes, target, i, count, 4)
}

function joinPlanes(planes: usize, target: usize, from: usize, count: usize, sampleBytes: usize): void {
  for (let plane: usize = 0; plane < sampleBytes; plane++) {
    const source = planes + plane * count
    const offset = target + sampleBytes - 1 - plane
    for (let i = from; i < count; i++) store<u8>(offset + i * sampleBytes, load<u8>(source + i))
  }
}

function splitPlanes4(source: usize, planes: usize, count: usize): void {
  const order = i8x16(3, 7, 11, 15, 2, 6, 10, 14, 1, 5, 9, 13, 0, 4, 8, 12)
  let i: usize = 0
  for (; i + 16 <= count; i += 16) {
    const at = source + (i << 2)
    const a = swizzle(v128.load(at), order)
    const b = swizzle(v128.load(at, 16), order)
    const c = swizzle(v128.load(at, 32), order)
    const d = swizzle(v128.load(at, 48), order)
    const ab = v128.shuffle<u32>(a, b, 0, 4, 1, 5)
    const cd = v128.shuffle<u32>(c, d, 0, 4, 1, 5)
    const abRest = v128.shuffle<u32>(a, b, 2, 6, 3, 7)
    const cdRest = v128.shuffle<u32>(c, d, 2, 6, 3, 7)
    v128.store(planes + i, v128.shuffle<u64>(ab, cd, 0, 2))
    v128.store(planes + count + i, v128.shuffle<u64>(ab, cd, 1, 3))
    v128.store(planes + 2 * count + i, v128.shuffle<u64>(abRest, cdRest, 0, 2))
    v128.store(planes + 3 * count + i, v128.shuffle<u64>(abRest, cdRest, 1, 3))
  }
  splitPlanes(source, planes, i, count, 4)
}

function splitPlanes(source: usize, planes: usize, from: usize, count: usize, sampleBytes: usize): void {
  for (let plane: usize = 0; plane < sampleBytes; plane++) {
    const target = planes + plane * count
    const offset = source + sampleBytes - 1 - plane
    for (let i = from; i < count; i++) store<u8>(target + i, load<u8>(offset + i * sampleBytes))
  }
}
