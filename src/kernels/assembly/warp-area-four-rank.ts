import { axisCount, axisY } from './warp-area-row'
import { firstTap, nodataLanes, masksAt, secondTap, storeFour, tapValid, thirdTap, wordsAt } from './warp-area-taps'
import { Job } from './warp-job'

// The least, the greatest and the quantiles of four boxes of at most 3 x 3 at once. Taps that are invalid or do not exist are greater than
// all others (for the greatest: less).

/** Taps in the order of rows, as vectors in memory, with those that do not count replaced; then how many count. */
@inline
function gather<T, V>(
  job: Job, row: u32, rows: i32, none: v128, nine: u32,
  p0: u32, p1: u32, p2: u32, p3: u32, step: u32, q0: u32, q1: u32, q2: u32, q3: u32, maskStep: u32,
): v128 {
  const nx = v128.load(row, axisCount), ny = v128.load(row, axisY + axisCount), nodata = nodataLanes<T>(job)
  const some = i32x4.gt_s(nx, i32x4.splat(1)), wide = i32x4.gt_s(nx, i32x4.splat(2))
  let count = i32x4.splat(0), far = count
  for (let j: i32 = 0; j < rows; j++) {
    const o = <u32>j * step, i = <u32>j * maskStep, there = i32x4.gt_s(ny, i32x4.splat(j))
    const near = wordsAt(p0 + o, p1 + o, p2 + o, p3 + o), m = masksAt(job, q0 + i, q1 + i, q2 + i, q3 + i)
    const a = firstTap<T>(near), b = secondTap<T>(near)
    const ma = v128.and(there, tapValid<V>(a, nodata, m, 0))
    const mb = v128.and(v128.and(there, some), tapValid<V>(b, nodata, m, 1))
    count = i32x4.sub(i32x4.sub(count, ma), mb)
    const out = nine + <u32>(j * rows) * 16
    v128.store(out, v128.bitselect(a, none, ma))
    v128.store(out, v128.bitselect(b, none, mb), 16)
    if (rows == 2) continue
    if (sizeof<T>() == 2) far = wordsAt(p0 + o + 4, p1 + o + 4, p2 + o + 4, p3 + o + 4)
    const c = thirdTap<T>(near, far), mc = v128.and(v128.and(there, wide), tapValid<V>(c, nodata, m, 2))
    count = i32x4.sub(count, mc)
    v128.store(out, v128.bitselect(c, none, mc), 32)
  }
  return count
}

/** The least, or the greatest, of four boxes of at most `rows` x `rows`. */
@inline
export function extremeFour<T, V>(
  job: Job, row: u32, rows: i32, greatest: bool, at: u32, live: i32, room: u32,
  p0: u32, p1: u32, p2: u32, p3: u32, step: u32, q0: u32, q1: u32, q2: u32, q3: u32, maskStep: u32,
): i32 {
  const nx = v128.load(row, axisCount), ny = v128.load(row, axisY + axisCount), nodata = nodataLanes<T>(job)
  const some = i32x4.gt_s(nx, i32x4.splat(1)), wide = i32x4.gt_s(nx, i32x4.splat(2))
  const none = i32x4.splat(greatest ? i32.MIN_VALUE : i32.MAX_VALUE)
  let best = none, far = none
  for (let j: i32 = 0; j < rows; j++) {
    const o = <u32>j * step, i = <u32>j * maskStep
    const near = wordsAt(p0 + o, p1 + o, p2 + o, p3 + o)
    let a = firstTap<T>(near), b = v128.bitselect(secondTap<T>(near), a, some), c = a
    if (rows == 3) {
      if (sizeof<T>() == 2) far = wordsAt(p0 + o + 4, p1 + o + 4, p2 + o + 4, p3 + o + 4)
      c = v128.bitselect(thirdTap<T>(near, far), a, wide)
    }
    if (sizeof<V>() > 1) {
      const m = masksAt(job, q0 + i, q1 + i, q2 + i, q3 + i)
      const valid = tapValid<V>(a, nodata, m, 0)
      b = v128.bitselect(b, none, v128.bitselect(tapValid<V>(b, nodata, m, 1), valid, some))
      if (rows == 3) c = v128.bitselect(c, none, v128.bitselect(tapValid<V>(c, nodata, m, 2), valid, wide))
      a = v128.bitselect(a, none, valid)
    }
    let least = greatest ? i32x4.max_s(a, b) : i32x4.min_s(a, b)
    if (rows == 3) least = greatest ? i32x4.max_s(least, c) : i32x4.min_s(least, c)
    if (j > 0) least = v128.bitselect(least, none, i32x4.gt_s(ny, i32x4.splat(j)))
    best = greatest ? i32x4.max_s(best, least) : i32x4.min_s(best, least)
  }
  return storeFour<T>(job, at, best, sizeof<V>() == 1 ? i32x4.splat(-1) : i32x4.ne(best, none), live, room)
}

@inline
function order(nine: u32, a: u32, b: u32): void {
  const p = v128.load(nine + a * 16), q = v128.load(nine + b * 16)
  v128.store(nine + a * 16, i32x4.min_s(p, q))
  v128.store(nine + b * 16, i32x4.max_s(p, q))
}

/** Sorts four vectors, lane by lane. */
@inline
function sortFour(nine: u32): void {
  order(nine, 0, 1)
  order(nine, 2, 3)
  order(nine, 0, 2)
  order(nine, 1, 3)
  order(nine, 1, 2)
}

/** Sorts nine vectors, lane by lane, by a network of 25 comparisons. */
function sortNine(nine: u32): void {
  order(nine, 0, 3)
  order(nine, 1, 7)
  order(nine, 2, 5)
  order(nine, 4, 8)
  order(nine, 0, 7)
  order(nine, 2, 4)
  order(nine, 3, 8)
  order(nine, 5, 6)
  order(nine, 0, 2)
  order(nine, 1, 3)
  order(nine, 4, 5)
  order(nine, 7, 8)
  order(nine, 1, 4)
  order(nine, 3, 6)
  order(nine, 5, 7)
  order(nine, 0, 1)
  order(nine, 2, 4)
  order(nine, 3, 5)
  order(nine, 6, 8)
  order(nine, 2, 3)
  order(nine, 4, 5)
  order(nine, 6, 7)
  order(nine, 1, 2)
  order(nine, 3, 4)
  order(nine, 5, 6)
}

/** The tap at `ceil(share * n - 1)` of the n valid ones of four boxes of at most `rows` x `rows`. */
@inline
export function quantileFour<T, V>(
  job: Job, row: u32, rows: i32, share: f32, at: u32, live: i32, room: u32,
  p0: u32, p1: u32, p2: u32, p3: u32, step: u32, q0: u32, q1: u32, q2: u32, q3: u32, maskStep: u32,
): i32 {
  const nine = room + 32
  const count = gather<T, V>(job, row, rows, i32x4.splat(i32.MAX_VALUE), nine, p0, p1, p2, p3, step, q0, q1, q2, q3, maskStep)
  if (rows == 2) sortFour(nine)
  else sortNine(nine)
  const rank = f32x4.ceil(f32x4.sub(f32x4.mul(f32x4.convert_i32x4_s(count), f32x4.splat(share)), f32x4.splat(1)))
  let value = v128.load(nine)
  for (let k: i32 = 1; k < rows * rows; k++) value = v128.bitselect(v128.load(nine + (k << 4)), value, f32x4.ge(rank, f32x4.splat(<f32>k)))
  return storeFour<T>(job, at, value, i32x4.gt_s(count, i32x4.splat(0)), live, room)
}
