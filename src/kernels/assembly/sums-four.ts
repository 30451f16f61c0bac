import { isValid, Level } from './overview-job'
import { countShift, liftOf } from './sums-packed'

// Packed sums of 4 x 4 pixels.

/** The sum of as many pixels as there are before the block's end. */
function fourPixel<T>(level: Level, x: i32, y: i32, columns: i32, rows: i32): u32 {
  const one: u32 = 1 << countShift<T>()
  let sum: u32 = 0
  for (let j = y; j < min(y + 4, rows); j++) {
    for (let i = x; i < min(x + 4, columns); i++) {
      const at = <u32>(j * level.srcStride + i), value = load<T>(level.src + at * sizeof<T>())
      if (isValid<T>(level, at, value)) sum += one + <u32>(<i32>value + liftOf<T>())
    }
  }
  return sum
}

@inline
function eight<T>(at: u32): v128 {
  if (sizeof<T>() == 2) return v128.load(at)
  return isSigned<T>() ? v128.load_ext<i8>(at) : v128.load_ext<u8>(at)
}

/** Sums of pairs of eight columns over four rows, as four packed ones. */
@inline
function pairs<T>(src: u32, mask: u32, stride: u32, validity: i32, nodata: v128): v128 {
  const lift = i16x8.splat(<i16>liftOf<T>())
  let sum = i32x4.splat(0)
  let valid = i16x8.splat(0)
  for (let row: u32 = 0; row < 4; row++) {
    const raw = eight<T>(src)
    let value = isSigned<T>() ? i16x8.add(raw, lift) : raw
    if (validity != 0) {
      const good = validity == 2 ? i16x8.ne(v128.load_ext<u8>(mask), i16x8.splat(0)) : i16x8.ne(raw, nodata)
      value = v128.and(value, good)
      valid = i16x8.add(valid, good)
    }
    sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(value))
    src += stride * sizeof<T>()
    mask += stride
  }
  if (validity == 0) return i32x4.add(sum, i32x4.splat(8 << countShift<T>()))
  // Masks are -1 each.
  return i32x4.sub(sum, i32x4.shl(i32x4.extadd_pairwise_i16x8_s(valid), countShift<T>()))
}

/** The sums of a whole output. */
export function fours<T>(level: Level, columns: i32, rows: i32): void {
  const nodata = i16x8.splat(<i16>level.nodata)
  const stride = <u32>level.srcStride, validity = level.validity, width = level.width
  for (let j: i32 = 0; j < level.height; j++) {
    const y = 4 * j, whole = y + 4 <= rows
    const src = level.src + <u32>y * stride * sizeof<T>(), mask = level.srcMask + <u32>y * stride
    const out = level.dst + 4 * j * level.dstStride
    let i: i32 = 0
    if (whole) {
      for (; i + 4 <= width && 4 * i + 16 <= columns; i += 4) {
        const at = src + 4 * i * sizeof<T>(), maskAt = mask + 4 * i
        const low = pairs<T>(at, maskAt, stride, validity, nodata)
        const high = pairs<T>(at + 8 * sizeof<T>(), maskAt + 8, stride, validity, nodata)
        const sum = i32x4.add(v128.shuffle<i32>(low, high, 0, 2, 4, 6), v128.shuffle<i32>(low, high, 1, 3, 5, 7))
        v128.store(out + 4 * i, sum)
      }
    }
    for (; i < width; i++) store<u32>(out + 4 * i, fourPixel<T>(level, 4 * i, y, columns, rows))
  }
}
