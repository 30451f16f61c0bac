import { axisCount, axisLower, axisUpper, axisY } from './warp-area-row'
import { firstTap, nodataLanes, masksAt, secondTap, sharesOf, storeFour, tapValid, thirdTap, wordsAt } from './warp-area-taps'
import { Job } from './warp-job'

// The mean of four small boxes at once, in float32 by the differences from the first valid tap, which are whole numbers. Taps that do not
// exist have the weight 0, which changes no bit of a sum: pixels are the same by whichever of the ways here they are made.

/** Divides, rounds half up and counts from `from`. */
@inline
function meanOf(from: v128, sum: v128, weight: v128): v128 {
  const whole = f32x4.floor(f32x4.add(f32x4.div(sum, weight), f32x4.splat(0.5)))
  // As the low bits of a shifted float; a conversion that saturates takes four times as long.
  return i32x4.add(from, i32x4.sub(f32x4.add(whole, f32x4.splat(12582912)), i32x4.splat(0x4b400000)))
}

@inline
function differ(value: v128, from: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.sub(value, from))
}

/** The mean of four boxes of at most 2 x 2. Returns -1, and stores nothing, where some tap is invalid and another is not. */
@inline
export function averageTwo<T, V>(
  job: Job, row: u32, at: u32, live: i32, room: u32,
  p0: u32, p1: u32, p2: u32, p3: u32, step: u32, q0: u32, q1: u32, q2: u32, q3: u32, maskStep: u32, shares: u32,
): i32 {
  const above = wordsAt(p0, p1, p2, p3), below = wordsAt(p0 + step, p1 + step, p2 + step, p3 + step)
  const v00 = firstTap<T>(above), v01 = secondTap<T>(above), v10 = firstTap<T>(below), v11 = secondTap<T>(below)
  if (sizeof<V>() > 1) {
    const nodata = nodataLanes<T>(job)
    const m = masksAt(job, q0, q1, q2, q3), n = masksAt(job, q0 + maskStep, q1 + maskStep, q2 + maskStep, q3 + maskStep)
    const m00 = tapValid<V>(v00, nodata, m, 0), m01 = tapValid<V>(v01, nodata, m, 1)
    const m10 = tapValid<V>(v10, nodata, n, 0), m11 = tapValid<V>(v11, nodata, n, 1)
    if (!i32x4.all_true(v128.and(v128.and(m00, m01), v128.and(m10, m11)))) {
      if (v128.any_true(v128.or(v128.or(m00, m01), v128.or(m10, m11)))) return -1
      return storeFour<T>(job, at, v00, i32x4.splat(0), live, room)
    }
  }
  const x0 = sharesOf(shares + axisLower), x1 = sharesOf(shares + axisUpper)
  const y0 = sharesOf(shares + axisY + axisLower), y1 = sharesOf(shares + axisY + axisUpper)
  const top = f32x4.mul(x1, differ(v01, v00))
  const bottom = f32x4.add(f32x4.mul(x0, differ(v10, v00)), f32x4.mul(x1, differ(v11, v00)))
  const width = f32x4.add(x0, x1)
  const sum = f32x4.add(f32x4.mul(y0, top), f32x4.mul(y1, bottom))
  const weight = f32x4.add(f32x4.mul(y0, width), f32x4.mul(y1, width))
  return storeFour<T>(job, at, meanOf(v00, sum, weight), i32x4.splat(-1), live, room)
}

/** The mean of four boxes of at most 3 x 3. */
@inline
export function averageThree<T, V>(
  job: Job, row: u32, at: u32, live: i32, room: u32,
  p0: u32, p1: u32, p2: u32, p3: u32, step: u32, q0: u32, q1: u32, q2: u32, q3: u32, maskStep: u32, shares: u32,
): i32 {
  const zero = i32x4.splat(0), two = i32x4.splat(2), nodata = nodataLanes<T>(job)
  const nx = v128.load(row, axisCount), ny = v128.load(row, axisY + axisCount)
  const some = i32x4.gt_s(nx, i32x4.splat(1)), wide = i32x4.gt_s(nx, two)
  let from = zero, found = zero
  let far = zero
  if (sizeof<V>() == 1) from = firstTap<T>(wordsAt(p0, p1, p2, p3))
  else {
    for (let j: u32 = 0; j < 3; j++) {
      const o = j * step, i = j * maskStep, there = i32x4.gt_s(ny, i32x4.splat(j))
      const near = wordsAt(p0 + o, p1 + o, p2 + o, p3 + o), m = masksAt(job, q0 + i, q1 + i, q2 + i, q3 + i)
      if (sizeof<T>() == 2) far = wordsAt(p0 + o + 4, p1 + o + 4, p2 + o + 4, p3 + o + 4)
      const a = firstTap<T>(near), b = secondTap<T>(near), c = thirdTap<T>(near, far)
      const ma = v128.and(there, tapValid<V>(a, nodata, m, 0))
      const mb = v128.and(v128.and(there, some), tapValid<V>(b, nodata, m, 1))
      const mc = v128.and(v128.and(there, wide), tapValid<V>(c, nodata, m, 2))
      from = v128.bitselect(from, v128.bitselect(a, v128.bitselect(b, c, mb), ma), found)
      found = v128.or(found, v128.or(ma, v128.or(mb, mc)))
    }
  }
  const one = f32x4.splat(1), last = sharesOf(shares + axisUpper), end = sharesOf(shares + axisY + axisUpper)
  const x0 = sharesOf(shares + axisLower), x1 = v128.bitselect(one, last, wide), x2 = v128.and(last, wide)
  const high = i32x4.gt_s(ny, two)
  let y = sharesOf(shares + axisY + axisLower), sum = zero, weight = zero
  for (let j: u32 = 0; j < 3; j++) {
    const o = j * step, i = j * maskStep
    const near = wordsAt(p0 + o, p1 + o, p2 + o, p3 + o)
    if (sizeof<T>() == 2) far = wordsAt(p0 + o + 4, p1 + o + 4, p2 + o + 4, p3 + o + 4)
    const a = firstTap<T>(near), b = secondTap<T>(near), c = thirdTap<T>(near, far)
    let w0 = x0, w1 = x1, w2 = x2
    if (sizeof<V>() > 1) {
      const m = masksAt(job, q0 + i, q1 + i, q2 + i, q3 + i)
      w0 = v128.and(w0, tapValid<V>(a, nodata, m, 0))
      w1 = v128.and(w1, tapValid<V>(b, nodata, m, 1))
      w2 = v128.and(w2, tapValid<V>(c, nodata, m, 2))
    }
    const part = f32x4.add(f32x4.add(f32x4.mul(w0, differ(a, from)), f32x4.mul(w1, differ(b, from))), f32x4.mul(w2, differ(c, from)))
    sum = f32x4.add(sum, f32x4.mul(y, part))
    weight = f32x4.add(weight, f32x4.mul(y, f32x4.add(f32x4.add(w0, w1), w2)))
    y = j == 0 ? v128.bitselect(one, end, high) : v128.and(end, high)
  }
  const valid = sizeof<V>() == 1 ? i32x4.splat(-1) : found
  return storeFour<T>(job, at, meanOf(from, sum, weight), valid, live, room)
}
