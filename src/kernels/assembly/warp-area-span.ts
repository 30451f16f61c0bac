import { Job } from './warp-job'
import { highest, isValue, lowest } from './warp-tap'

// Sums and extremes of elements of 8 and 16 bits side by side. Sums are of whole numbers, so that their order does not matter.

// Bytes that are set, then such as are not: from within on, a vector of which the first ones count.
const ramp = memory.data<u8>([
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
])

/** A vector of which the first `count` elements, or all, are set. */
@inline
export function firstOf<T>(count: i32): v128 {
  return v128.load(<u32>ramp + 16 - <u32>min(count * <i32>sizeof<T>(), 16))
}

/** Which of the elements at an address are valid. */
@inline
export function validAt<T>(job: Job, values: v128, mask: u32): v128 {
  if (job.validity == 1) {
    return sizeof<T>() == 1 ? i8x16.ne(values, i8x16.splat(<i8>job.nodataBits)) : i16x8.ne(values, i16x8.splat(<i16>job.nodataBits))
  }
  if (sizeof<T>() == 1) return i8x16.ne(v128.load(mask), i8x16.splat(0))
  return i16x8.ne(i16x8.extend_low_i8x16_u(v128.load64_zero(mask)), i16x8.splat(0))
}

/** Four sums, of 32 bits or (of squares of 16 bits) two of 64, of the values or their squares. */
@inline
function addTo<T>(sum: v128, values: v128, square: bool): v128 {
  if (sizeof<T>() == 1) {
    const low = isSigned<T>() ? i16x8.extend_low_i8x16_s(values) : i16x8.extend_low_i8x16_u(values)
    const high = isSigned<T>() ? i16x8.extend_high_i8x16_s(values) : i16x8.extend_high_i8x16_u(values)
    if (square) return i32x4.add(sum, i32x4.add(i32x4.dot_i16x8_s(low, low), i32x4.dot_i16x8_s(high, high)))
    return i32x4.add(sum, i32x4.dot_i16x8_s(i16x8.add(low, high), i16x8.splat(1)))
  }
  if (!square) return i32x4.add(sum, isSigned<T>() ? i32x4.extadd_pairwise_i16x8_s(values) : i32x4.extadd_pairwise_i16x8_u(values))
  const low = isSigned<T>() ? i32x4.extmul_low_i16x8_s(values, values) : i32x4.extmul_low_i16x8_u(values, values)
  const high = isSigned<T>() ? i32x4.extmul_high_i16x8_s(values, values) : i32x4.extmul_high_i16x8_u(values, values)
  const four = i64x2.add(i64x2.extend_low_i32x4_u(low), i64x2.extend_high_i32x4_u(low))
  return i64x2.add(sum, i64x2.add(four, i64x2.add(i64x2.extend_low_i32x4_u(high), i64x2.extend_high_i32x4_u(high))))
}

@inline
function totalOf<T>(sum: v128, square: bool): i64 {
  if (sizeof<T>() == 2 && square) return i64x2.extract_lane(sum, 0) + i64x2.extract_lane(sum, 1)
  const pairs = i64x2.add(i64x2.extend_low_i32x4_s(sum), i64x2.extend_high_i32x4_s(sum))
  return i64x2.extract_lane(pairs, 0) + i64x2.extract_lane(pairs, 1)
}

/** How many elements the last span had that are valid. */
export let spanCount: i32 = 0

/** Whether an element is valid. */
@inline
export function isThere<T, V>(job: Job, src: u32, mask: u32): bool {
  if (sizeof<V>() == 1) return true
  return job.validity == 2 ? load<u8>(mask) != 0 : isValue<T>(job, load<T>(src))
}

/** {@link sumSpan} element by element, for any count; nothing beyond is read. */
export function sumEach<T, V>(job: Job, src: u32, mask: u32, count: i32, square: bool): i64 {
  let sum: i64 = 0, valid: i32 = 0
  for (let k: i32 = 0; k < count; k++) {
    if (!isThere<T, V>(job, src + k * sizeof<T>(), mask + k)) continue
    const value = <i64>load<T>(src + k * sizeof<T>())
    sum += square ? value * value : value
    valid++
  }
  spanCount = valid
  return sum
}

/** The sum of the valid ones of `count` elements, at most 65536, or of their squares; {@link spanCount} is how many. There are 16 elements more to be read. */
@inline
export function sumSpan<T, V>(job: Job, src: u32, mask: u32, count: i32, square: bool): i64 {
  const lanes: i32 = 16 / sizeof<T>()
  let sum = i32x4.splat(0), valid: i32 = 0
  for (let k: i32 = 0; k < count; k += lanes) {
    const values = v128.load(src + k * sizeof<T>())
    let good = firstOf<T>(count - k)
    if (sizeof<V>() > 1) {
      good = v128.and(good, validAt<T>(job, values, mask + k))
      valid += popcnt(sizeof<T>() == 1 ? i8x16.bitmask(good) : i16x8.bitmask(good))
    }
    sum = addTo<T>(sum, v128.and(values, good), square)
  }
  spanCount = sizeof<V>() > 1 ? valid : count
  return totalOf<T>(sum, square)
}

@inline
function lesser<T>(a: v128, b: v128, greatest: bool): v128 {
  if (sizeof<T>() == 1) {
    if (greatest) return isSigned<T>() ? i8x16.max_s(a, b) : i8x16.max_u(a, b)
    return isSigned<T>() ? i8x16.min_s(a, b) : i8x16.min_u(a, b)
  }
  if (greatest) return isSigned<T>() ? i16x8.max_s(a, b) : i16x8.max_u(a, b)
  return isSigned<T>() ? i16x8.min_s(a, b) : i16x8.min_u(a, b)
}

/** The value beyond all others. */
@inline
function farthest<T>(greatest: bool): v128 {
  const value = <i32>(greatest ? lowest<T>() : highest<T>())
  return sizeof<T>() == 1 ? i8x16.splat(<i8>value) : i16x8.splat(<i16>value)
}

/** The least, or the greatest, of the valid pixels of a box of `count` x `rows`; {@link spanCount} is 0 where there is none. There are 16 elements more to be read. */
@inline
export function extremeSpans<T, V>(job: Job, src: u32, mask: u32, count: i32, rows: i32, greatest: bool): T {
  const lanes: i32 = 16 / sizeof<T>(), none = farthest<T>(greatest)
  let best = none, found = i32x4.splat(0)
  for (let j: i32 = 0; j < rows; j++) {
    const at = <u32>(j * job.srcStride)
    for (let k: i32 = 0; k < count; k += lanes) {
      const values = v128.load(src + (at + k) * sizeof<T>())
      let good = firstOf<T>(count - k)
      if (sizeof<V>() > 1) {
        good = v128.and(good, validAt<T>(job, values, mask + at + k))
        found = v128.or(found, good)
      }
      best = lesser<T>(best, v128.bitselect(values, none, good), greatest)
    }
  }
  spanCount = sizeof<V>() == 1 || v128.any_true(found) ? 1 : 0
  best = lesser<T>(best, v128.shuffle<i64>(best, best, 1, 0), greatest)
  best = lesser<T>(best, v128.shuffle<i32>(best, best, 1, 0, 3, 2), greatest)
  best = lesser<T>(best, v128.shuffle<i16>(best, best, 1, 0, 3, 2, 5, 4, 7, 6), greatest)
  if (sizeof<T>() == 1) best = lesser<T>(best, v128.shuffle<i8>(best, best, 1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14), greatest)
  return <T>(sizeof<T>() == 1 ? <i32>i8x16.extract_lane_s(best, 0) : <i32>i16x8.extract_lane_s(best, 0))
}
