import { axisCount, axisLower, axisUpper, axisY } from './warp-area-row'
import { firstTap, nodataLanes, masksAt, secondTap, storeFour, tapValid, wordsAt } from './warp-area-taps'
import { Job } from './warp-job'

// The value that covers most of each of four boxes of at most 2 x 2: all taps are compared with all others.

// Sums of shares that differ by rounding only count as equal; the value met first, row by row, then wins.
const muchMore: f64 = 1 + 1e-9

/** The lower or the upper two lanes of a comparison, as wide as f64. */
@inline
function half(mask: v128, upper: bool): v128 {
  return upper ? v128.shuffle<i32>(mask, mask, 2, 2, 3, 3) : v128.shuffle<i32>(mask, mask, 0, 0, 1, 1)
}

/** How much a value covers that is met at a tap, counted from there on. */
@inline
function more(sum: v128, weight: v128, same: v128, upper: bool): v128 {
  return f64x2.add(sum, v128.and(weight, half(same, upper)))
}

/** Which tap has the value that covers most, for two pixels. */
@inline
function winner(t0: v128, t1: v128, t2: v128, t3: v128): v128 {
  const slack = f64x2.splat(muchMore)
  let best = t0, at = i64x2.splat(0)
  let is = f64x2.gt(t1, f64x2.mul(best, slack))
  best = v128.bitselect(t1, best, is)
  at = v128.bitselect(i64x2.splat(1), at, is)
  is = f64x2.gt(t2, f64x2.mul(best, slack))
  best = v128.bitselect(t2, best, is)
  at = v128.bitselect(i64x2.splat(2), at, is)
  is = f64x2.gt(t3, f64x2.mul(best, slack))
  return v128.bitselect(i64x2.splat(3), at, is)
}

@inline
function mostOfTwo(
  shares: u32, upper: bool, m0: v128, m1: v128, m2: v128, m3: v128, e01: v128, e02: v128, e03: v128, e12: v128, e13: v128, e23: v128,
): v128 {
  const at = shares + (upper ? 16 : 0)
  const x0 = v128.load(at, axisLower), x1 = v128.load(at, axisUpper), y0 = v128.load(at, axisY + axisLower), y1 = v128.load(at, axisY + axisUpper)
  const w0 = v128.and(f64x2.mul(y0, x0), half(m0, upper)), w1 = v128.and(f64x2.mul(y0, x1), half(m1, upper))
  const w2 = v128.and(f64x2.mul(y1, x0), half(m2, upper)), w3 = v128.and(f64x2.mul(y1, x1), half(m3, upper))
  const t0 = more(more(more(w0, w1, e01, upper), w2, e02, upper), w3, e03, upper)
  const t1 = more(more(w1, w2, e12, upper), w3, e13, upper), t2 = more(w2, w3, e23, upper)
  return winner(v128.and(t0, half(m0, upper)), v128.and(t1, half(m1, upper)), v128.and(t2, half(m2, upper)), w3)
}

/** Whether some tap that a box has is valid. */
@inline
function someValid(row: u32, m0: v128, m1: v128, m2: v128, m3: v128): v128 {
  const one = i32x4.splat(1)
  const wide = i32x4.gt_s(v128.load(row, axisCount), one), high = i32x4.gt_s(v128.load(row, axisY + axisCount), one)
  const below = v128.and(high, v128.or(m2, v128.and(wide, m3)))
  return v128.or(v128.or(m0, v128.and(wide, m1)), below)
}

/** The mode of four boxes of at most 2 x 2. */
@inline
export function modeTwo<T, V>(
  job: Job, row: u32, at: u32, live: i32, room: u32,
  p0: u32, p1: u32, p2: u32, p3: u32, step: u32, q0: u32, q1: u32, q2: u32, q3: u32, maskStep: u32, shares: u32,
): i32 {
  const above = wordsAt(p0, p1, p2, p3), below = wordsAt(p0 + step, p1 + step, p2 + step, p3 + step)
  const a = firstTap<T>(above), b = secondTap<T>(above), c = firstTap<T>(below), d = secondTap<T>(below)
  const all = i32x4.splat(-1)
  let m0 = all, m1 = all, m2 = all, m3 = all
  if (sizeof<V>() > 1) {
    const nodata = nodataLanes<T>(job)
    const m = masksAt(job, q0, q1, q2, q3), n = masksAt(job, q0 + maskStep, q1 + maskStep, q2 + maskStep, q3 + maskStep)
    m0 = tapValid<V>(a, nodata, m, 0)
    m1 = tapValid<V>(b, nodata, m, 1)
    m2 = tapValid<V>(c, nodata, n, 0)
    m3 = tapValid<V>(d, nodata, n, 1)
    if (!v128.any_true(v128.or(v128.or(m0, m1), v128.or(m2, m3)))) return storeFour<T>(job, at, a, i32x4.splat(0), live, room)
  }
  const e01 = i32x4.eq(a, b), e02 = i32x4.eq(a, c), e03 = i32x4.eq(a, d)
  const clean = sizeof<V>() == 1 ? all : v128.and(v128.and(m0, m1), v128.and(m2, m3))
  if (i32x4.all_true(v128.and(clean, v128.and(e01, v128.and(e02, e03))))) return storeFour<T>(job, at, a, all, live, room)
  const e12 = i32x4.eq(b, c), e13 = i32x4.eq(b, d), e23 = i32x4.eq(c, d)
  const low = mostOfTwo(shares, false, m0, m1, m2, m3, e01, e02, e03, e12, e13, e23)
  const high = mostOfTwo(shares, true, m0, m1, m2, m3, e01, e02, e03, e12, e13, e23)
  const most = v128.shuffle<i32>(low, high, 0, 2, 4, 6)
  let value = v128.bitselect(b, a, i32x4.eq(most, i32x4.splat(1)))
  value = v128.bitselect(c, value, i32x4.eq(most, i32x4.splat(2)))
  value = v128.bitselect(d, value, i32x4.eq(most, i32x4.splat(3)))
  const weighed = sizeof<V>() == 1 ? all : someValid(row, m0, m1, m2, m3)
  return storeFour<T>(job, at, value, weighed, live, room)
}
