import { axisCount, axisFirst, axisLower, axisUpper, axisY } from './warp-area-row'
import { extremeSpans, firstOf, isThere, spanCount, sumEach, sumSpan, validAt } from './warp-area-span'
import { Job } from './warp-job'
import { storeInvalid } from './warp-offset'
import { storeRounded } from './warp-tap'

// Boxes of any size of integers of 8 and 16 bits, one at a time: what lies between the first and the last column is covered as a whole, and
// is summed or compared in whole vectors.

/** Elements that are read beyond the last one of a box. */
const beyond: i32 = 16

/** Most columns of a box. */
const mostColumns: i32 = 65536

/** Whether the block goes on beyond pixel `k` of a row, so that whole vectors can be read. */
@inline
export function isRoomy(job: Job, row: u32, k: u32): bool {
  const x = row + (k << 2), y = x + axisY, nx = load<i32>(x, axisCount)
  const last = (load<i32>(y, axisFirst) + load<i32>(y, axisCount) - 1) * job.srcStride + load<i32>(x, axisFirst) + nx
  return nx <= mostColumns && last + beyond <= (job.blockY1 - job.blockY0 - 1) * job.srcStride + job.blockX1 - job.blockX0
}

/** Sums over some rows of a box, of its first column, of its last one and of those between; and how many of each are valid. */
let firstSum: i64 = 0
let lastSum: i64 = 0
let innerSum: i64 = 0
let firstCount: i32 = 0
let lastCount: i32 = 0
let innerCount: i32 = 0

@inline
function squared<T>(value: T, square: bool): i64 {
  return square ? <i64>value * <i64>value : <i64>value
}

/** Sums `rows` rows of a box of `count` columns. */
function sumRows<T, V>(job: Job, src: u32, mask: u32, count: i32, rows: i32, square: bool, roomy: bool): void {
  const last = <u32>(count - 1)
  firstSum = lastSum = innerSum = 0
  firstCount = lastCount = innerCount = 0
  for (let j: i32 = 0; j < rows; j++) {
    if (count > 2) {
      const from = src + sizeof<T>()
      innerSum += roomy ? sumSpan<T, V>(job, from, mask + 1, count - 2, square) : sumEach<T, V>(job, from, mask + 1, count - 2, square)
      innerCount += spanCount
    }
    if (isThere<T, V>(job, src, mask)) {
      firstSum += squared<T>(load<T>(src), square)
      firstCount++
    }
    if (count > 1 && isThere<T, V>(job, src + last * sizeof<T>(), mask + last)) {
      lastSum += squared<T>(load<T>(src + last * sizeof<T>()), square)
      lastCount++
    }
    src += <u32>job.srcStride * sizeof<T>()
    mask += <u32>job.srcStride
  }
}

/** Rows whose sums of bytes 16 bits hold. */
const narrowRows: i32 = 128

/** {@link sumRows} of values in rows that fit a vector, where whole ones can be read. */
@inline
function sumNarrow<T, V>(job: Job, src: u32, mask: u32, count: i32, rows: i32, room: u32): void {
  const inside = firstOf<T>(count)
  let low = i32x4.splat(0), high = low, valid = low
  for (let j: i32 = 0; j < rows; j++) {
    const values = v128.load(src)
    let good = inside
    if (sizeof<V>() > 1) {
      good = v128.and(good, validAt<T>(job, values, mask))
      valid = sizeof<T>() == 1 ? i8x16.sub(valid, good) : i16x8.sub(valid, good)
    }
    const kept = v128.and(values, good)
    if (sizeof<T>() == 1) {
      low = i16x8.add(low, isSigned<T>() ? i16x8.extend_low_i8x16_s(kept) : i16x8.extend_low_i8x16_u(kept))
      high = i16x8.add(high, isSigned<T>() ? i16x8.extend_high_i8x16_s(kept) : i16x8.extend_high_i8x16_u(kept))
    } else {
      low = i32x4.add(low, isSigned<T>() ? i32x4.extend_low_i16x8_s(kept) : i32x4.extend_low_i16x8_u(kept))
      high = i32x4.add(high, isSigned<T>() ? i32x4.extend_high_i16x8_s(kept) : i32x4.extend_high_i16x8_u(kept))
    }
    src += <u32>job.srcStride * sizeof<T>()
    mask += <u32>job.srcStride
  }
  v128.store(room, low)
  v128.store(room, high, 16)
  const last = <u32>(count - 1)
  let pairs = i32x4.add(low, high)
  if (sizeof<T>() == 1) {
    firstSum = <i64>(isSigned<T>() ? <i32>load<i16>(room) : <i32>load<u16>(room))
    lastSum = <i64>(isSigned<T>() ? <i32>load<i16>(room + 2 * last) : <i32>load<u16>(room + 2 * last))
    pairs = isSigned<T>()
      ? i32x4.add(i32x4.extadd_pairwise_i16x8_s(low), i32x4.extadd_pairwise_i16x8_s(high))
      : i32x4.add(i32x4.extadd_pairwise_i16x8_u(low), i32x4.extadd_pairwise_i16x8_u(high))
  } else {
    firstSum = <i64>load<i32>(room)
    lastSum = <i64>load<i32>(room + 4 * last)
  }
  innerSum = <i64>sumLanes(pairs) - firstSum - lastSum
  if (sizeof<V>() == 1) {
    firstCount = lastCount = rows
    innerCount = rows * (count - 2)
  } else {
    v128.store(room, valid)
    firstCount = sizeof<T>() == 1 ? <i32>load<u8>(room) : <i32>load<u16>(room)
    lastCount = sizeof<T>() == 1 ? <i32>load<u8>(room + last) : <i32>load<u16>(room + 2 * last)
    const words = sizeof<T>() == 1 ? i16x8.extadd_pairwise_i8x16_u(valid) : valid
    innerCount = sumLanes(i32x4.extadd_pairwise_i16x8_u(words)) - firstCount - lastCount
  }
  if (count > 1) return
  innerSum += lastSum
  innerCount += lastCount
  lastSum = 0
  lastCount = 0
}

@inline
function sumLanes(four: v128): i32 {
  const two = i32x4.add(four, v128.shuffle<i32>(four, four, 2, 3, 0, 1))
  return i32x4.extract_lane(two, 0) + i32x4.extract_lane(two, 1)
}

/** The mean, or the root of the mean of squares, of one box: sums of whole numbers, weighed at the end. Returns 1 where no pixel is valid. */
@inline
export function meanLarge<T, V>(job: Job, row: u32, k: u32, at: u32, room: u32, square: bool): i32 {
  const x = row + (k << 2), y = x + axisY, nx = load<i32>(x, axisCount), ny = load<i32>(y, axisCount)
  const left = load<f64>(row + (k << 3), axisLower), right = load<f64>(row + (k << 3), axisUpper)
  const tap = <u32>(load<i32>(y, axisFirst) * job.srcStride + load<i32>(x, axisFirst))
  const roomy = isRoomy(job, row, k), narrow = !square && roomy && nx <= 16 / sizeof<T>() && ny <= narrowRows
  let src = job.src + tap * sizeof<T>(), mask = job.srcMask + tap
  let sum: f64 = 0, weight: f64 = 0
  // The first row, the last one, and those between, which count as a whole.
  for (let band: i32 = 0; band < 3; band++) {
    const rows = band == 1 ? ny - 2 : band == 0 || ny > 1 ? 1 : 0
    if (rows <= 0) continue
    if (narrow) sumNarrow<T, V>(job, src, mask, nx, rows, room)
    else sumRows<T, V>(job, src, mask, nx, rows, square, roomy)
    const w = band == 1 ? 1 : load<f64>(row + axisY + (k << 3) + (band == 0 ? axisLower : axisUpper))
    sum += w * (left * <f64>firstSum + right * <f64>lastSum + <f64>innerSum)
    weight += w * (left * <f64>firstCount + right * <f64>lastCount + <f64>innerCount)
    src += <u32>(rows * job.srcStride) * sizeof<T>()
    mask += <u32>(rows * job.srcStride)
  }
  if (!(weight > 0)) return storeInvalid<T>(job, at)
  const mean = sum / weight
  storeRounded<T>(job.dst + at * sizeof<T>(), square ? sqrt(mean) : mean)
  store<u8>(job.dstMask + at, 1)
  return 0
}

/** The least or the greatest of one roomy box. Returns 1 where no pixel is valid. */
@inline
export function extremeLarge<T, V>(job: Job, row: u32, k: u32, at: u32, greatest: bool): i32 {
  const x = row + (k << 2), y = x + axisY
  const tap = <u32>(load<i32>(y, axisFirst) * job.srcStride + load<i32>(x, axisFirst))
  const value = extremeSpans<T, V>(job, job.src + tap * sizeof<T>(), job.srcMask + tap, load<i32>(x, axisCount), load<i32>(y, axisCount), greatest)
  if (spanCount == 0) return storeInvalid<T>(job, at)
  store<T>(job.dst + at * sizeof<T>(), value)
  store<u8>(job.dstMask + at, 1)
  return 0
}
