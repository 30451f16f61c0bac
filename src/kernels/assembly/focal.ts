// Statistics of the pixels around each pixel of a row. Strips are float32 or float64 with NaN for "invalid"; sums are float64. `taps` are pointers, one for each pixel
// of the neighbourhood, to what it is for the first pixel of the row. Eight pixels go side by side: strips can be read and written to the end of those.
import { modesOf, quantiles } from './reduce-rank'

@inline
function pair<T>(at: usize): v128 {
  if (sizeof<T>() == 4) return f64x2.promote_low_f32x4(v128.load64_zero(at))
  return v128.load(at)
}

@inline
function keep<T>(at: usize, v: v128): void {
  if (sizeof<T>() == 4) v128.store64_lane(at, f32x4.demote_f64x2_zero(v), 0)
  else v128.store(at, v)
}

@inline
function known(v: v128): v128 {
  return f64x2.eq(v, v)
}

@inline
function tap(taps: usize, k: usize): usize {
  return <usize>load<u32>(taps + k * 4)
}

@inline
function weight(weights: usize, k: usize): v128 {
  return v128.load64_splat(weights + k * 8)
}

@inline
function weighed(v: v128, w: v128): v128 {
  return f64x2.mul(v, w)
}

/** Weighted sums; an invalid pixel makes the sum invalid. */
@inline
function strictSums<T>(taps: usize, weights: usize, tapCount: usize, count: usize, out: usize): void {
  const step = sizeof<T>() * 2
  for (let i: usize = 0; i < count; i += 8) {
    const at = i * sizeof<T>()
    let a = f64x2.splat(0), b = a, c = a, d = a
    for (let k: usize = 0; k < tapCount; k++) {
      const from = tap(taps, k) + at, w = weight(weights, k)
      a = f64x2.add(a, weighed(pair<T>(from), w))
      b = f64x2.add(b, weighed(pair<T>(from + step), w))
      c = f64x2.add(c, weighed(pair<T>(from + 2 * step), w))
      d = f64x2.add(d, weighed(pair<T>(from + 3 * step), w))
    }
    keep<T>(out + at, a)
    keep<T>(out + at + step, b)
    keep<T>(out + at + 2 * step, c)
    keep<T>(out + at + 3 * step, d)
  }
}

/** Weighted sums of the valid pixels; with `mean`, over the weights of those. */
@inline
function openSums<T>(mean: i32, taps: usize, weights: usize, tapCount: usize, count: usize, out: usize): void {
  const step = sizeof<T>() * 2
  for (let i: usize = 0; i < count; i += 4) {
    const at = i * sizeof<T>()
    let a = f64x2.splat(0), b = a, wa = a, wb = a
    for (let k: usize = 0; k < tapCount; k++) {
      const from = tap(taps, k) + at, w = weight(weights, k)
      const u = pair<T>(from), v = pair<T>(from + step)
      const ku = known(u), kv = known(v)
      a = f64x2.add(a, v128.and(weighed(u, w), ku))
      b = f64x2.add(b, v128.and(weighed(v, w), kv))
      if (mean) {
        wa = f64x2.add(wa, v128.and(w, ku))
        wb = f64x2.add(wb, v128.and(w, kv))
      }
    }
    keep<T>(out + at, mean ? f64x2.div(a, wa) : a)
    keep<T>(out + at + step, mean ? f64x2.div(b, wb) : b)
  }
}

/** Variances about the mean of the valid pixels, or their roots. */
@inline
function spreads<T>(root: i32, taps: usize, tapCount: usize, count: usize, out: usize): void {
  const one = f64x2.splat(1)
  for (let i: usize = 0; i < count; i += 2) {
    const at = i * sizeof<T>()
    let sum = f64x2.splat(0), n = sum, squares = sum
    for (let k: usize = 0; k < tapCount; k++) {
      const v = pair<T>(tap(taps, k) + at), ok = known(v)
      sum = f64x2.add(sum, v128.and(v, ok))
      n = f64x2.add(n, v128.and(one, ok))
    }
    const mean = f64x2.div(sum, n)
    for (let k: usize = 0; k < tapCount; k++) {
      const v = pair<T>(tap(taps, k) + at), away = f64x2.sub(v, mean)
      squares = f64x2.add(squares, v128.and(f64x2.mul(away, away), known(v)))
    }
    const variance = f64x2.div(squares, n)
    keep<T>(out + at, root ? f64x2.sqrt(variance) : variance)
  }
}

@inline
function valid<T>(v: v128): v128 {
  return v128.eq<T>(v, v)
}

/** The greater, or the lesser, of two of which the invalid ones do not count. */
@inline
function extreme<T>(greatest: i32, a: v128, b: v128): v128 {
  const found = greatest ? v128.pmax<T>(a, b) : v128.pmin<T>(a, b)
  return v128.bitselect(found, b, valid<T>(a))
}

@inline
function extremes<T>(greatest: i32, taps: usize, tapCount: usize, count: usize, out: usize): void {
  const end = count * sizeof<T>()
  for (let at: usize = 0; at < end; at += 32) {
    const first = tap(taps, 0) + at
    let a = v128.load(first), b = v128.load(first, 16)
    for (let k: usize = 1; k < tapCount; k++) {
      const from = tap(taps, k) + at
      a = extreme<T>(greatest, a, v128.load(from))
      b = extreme<T>(greatest, b, v128.load(from, 16))
    }
    v128.store(out + at, a)
    v128.store(out + at, b, 16)
  }
}

/** Counts of valid pixels, as numbers of the strips' type. */
@inline
function counts<T>(taps: usize, tapCount: usize, count: usize, out: usize): void {
  const end = count * sizeof<T>(), one = v128.splat<T>(1)
  for (let at: usize = 0; at < end; at += 16) {
    let n = v128.splat<T>(0)
    for (let k: usize = 0; k < tapCount; k++) n = v128.add<T>(n, v128.and(one, valid<T>(v128.load(tap(taps, k) + at))))
    v128.store(out + at, n)
  }
}

/** The median (of an even number the mean of the two in the middle) or the mode (of equally frequent ones the least) of the valid taps of pixel `i`. */
function rank<T>(mode: i32, taps: usize, tapCount: usize, i: usize, list: usize, out: usize): void {
  const counted = list + tapCount * sizeof<T>() + 8
  let n: u32 = 0
  for (let k: usize = 0; k < tapCount; k++) {
    const v = load<T>(tap(taps, k) + i * sizeof<T>())
    if (v != v) continue
    store<T>(list + n * sizeof<T>(), v)
    n++
  }
  const target = out + i * sizeof<T>()
  store<u32>(counted, n)
  if (n == 0) store<T>(target, <T>NaN)
  else if (mode) modesOf<T>(list, n, counted, 1, target)
  else {
    quantiles<T>(list, n, counted, 1, 0.5, 1, counted + 8)
    // A median of zeros of both signs is 0, whichever of them was found.
    store<T>(target, <T>(load<f64>(counted + 8) + 0))
  }
}

/** Medians of lanes whose taps lie in `list`, all valid: the least and the greatest of a little more than half of them are neither, and are forgotten for the next. */
@inline
function middle<T>(list: usize, tapCount: usize): v128 {
  let held: usize = (tapCount >> 1) + 2
  if (held > tapCount) held = tapCount
  let next = held
  let from = list
  while (held > 2) {
    const last = from + (held - 1) * 16
    let least = v128.load(from), greatest = v128.load(last)
    const swap = v128.pmin<T>(least, greatest)
    greatest = v128.pmax<T>(least, greatest)
    least = swap
    for (let at = from + 16; at < last; at += 16) {
      const v = v128.load(at)
      const above = v128.pmax<T>(least, v)
      least = v128.pmin<T>(least, v)
      v128.store(at, v128.pmin<T>(greatest, above))
      greatest = v128.pmax<T>(greatest, above)
    }
    from += 16
    held -= 2
    if (next < tapCount) {
      v128.store(from + held * 16, v128.load(list + next * 16))
      held++
      next++
    }
  }
  const a = v128.load(from)
  if (held == 1) return a
  return mean2<T>(a, v128.load(from, 16))
}

/** The mean of two, computed in float64. */
@inline
function mean2<T>(a: v128, b: v128): v128 {
  const half = f64x2.splat(0.5)
  if (sizeof<T>() == 8) return f64x2.mul(f64x2.add(a, b), half)
  const low = f64x2.mul(f64x2.add(f64x2.promote_low_f32x4(a), f64x2.promote_low_f32x4(b)), half)
  const c = v128.shuffle<u64>(a, a, 1, 1), d = v128.shuffle<u64>(b, b, 1, 1)
  const high = f64x2.mul(f64x2.add(f64x2.promote_low_f32x4(c), f64x2.promote_low_f32x4(d)), half)
  return v128.shuffle<u64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2)
}

@inline
function medians<T>(taps: usize, tapCount: usize, count: usize, list: usize, out: usize): void {
  const lanes: usize = 16 / sizeof<T>()
  for (let i: usize = 0; i < count; i += lanes) {
    let all = i32x4.splat(-1)
    for (let k: usize = 0; k < tapCount; k++) {
      const v = v128.load(tap(taps, k) + i * sizeof<T>())
      all = v128.and(all, valid<T>(v))
      v128.store(list + k * 16, v)
    }
    if (i64x2.all_true(v128.eq<i64>(all, i64x2.splat(-1)))) v128.store(out + i * sizeof<T>(), v128.add<T>(middle<T>(list, tapCount), v128.splat<T>(0)))
    else for (let k = i; k < min(count, i + lanes); k++) rank<T>(0, taps, tapCount, k, list, out)
  }
}

@inline
function modes<T>(taps: usize, tapCount: usize, count: usize, list: usize, out: usize): void {
  for (let i: usize = 0; i < count; i++) rank<T>(1, taps, tapCount, i, list, out)
}

/** Sums (0: strict, 1: of the valid pixels) and means (2) by weights; `wide` says float64 strips. */
export function focalSum(wide: i32, way: i32, taps: usize, weights: usize, tapCount: usize, count: usize, out: usize): void {
  if (way == 0) wide ? strictSums<f64>(taps, weights, tapCount, count, out) : strictSums<f32>(taps, weights, tapCount, count, out)
  else if (way == 1) wide ? openSums<f64>(0, taps, weights, tapCount, count, out) : openSums<f32>(0, taps, weights, tapCount, count, out)
  else wide ? openSums<f64>(1, taps, weights, tapCount, count, out) : openSums<f32>(1, taps, weights, tapCount, count, out)
}

/** Variances (0) and standard deviations (1). */
export function focalSpread(wide: i32, root: i32, taps: usize, tapCount: usize, count: usize, out: usize): void {
  wide ? spreads<f64>(root, taps, tapCount, count, out) : spreads<f32>(root, taps, tapCount, count, out)
}

/** Least (0) and greatest (1) valid pixels. */
export function focalExtreme(wide: i32, greatest: i32, taps: usize, tapCount: usize, count: usize, out: usize): void {
  if (greatest) wide ? extremes<f64>(1, taps, tapCount, count, out) : extremes<f32>(1, taps, tapCount, count, out)
  else wide ? extremes<f64>(0, taps, tapCount, count, out) : extremes<f32>(0, taps, tapCount, count, out)
}

/** Counts of valid pixels. */
export function focalCount(wide: i32, taps: usize, tapCount: usize, count: usize, out: usize): void {
  wide ? counts<f64>(taps, tapCount, count, out) : counts<f32>(taps, tapCount, count, out)
}

/** Medians (0) and modes (1); `list` is room for a vector a tap, and 64 bytes. */
export function focalRank(wide: i32, mode: i32, taps: usize, tapCount: usize, count: usize, list: usize, out: usize): void {
  if (mode) wide ? modes<f64>(taps, tapCount, count, list, out) : modes<f32>(taps, tapCount, count, list, out)
  else wide ? medians<f64>(taps, tapCount, count, list, out) : medians<f32>(taps, tapCount, count, list, out)
}

@inline
function settle<T>(out: usize, count: usize, found: usize, least: f64, middle: usize): void {
  const end = count * sizeof<T>()
  const enough = v128.splat<T>(<T>least), nan = sizeof<T>() == 4 ? i32x4.splat(0x7fc00000) : i64x2.splat(0x7ff8000000000000)
  for (let at: usize = 0; at < end; at += 16) {
    const v = v128.load(out + at)
    let ok = valid<T>(v)
    if (found) ok = v128.and(ok, v128.ge<T>(v128.load(found + at), enough))
    if (middle) ok = v128.and(ok, valid<T>(v128.load(middle + at)))
    v128.store(out + at, v128.bitselect(v, nan, ok))
  }
}

/** Makes results NaN, always the same one, where fewer than `least` pixels were `found` (0: not asked), and where the pixel in the `middle` (0: not asked) is invalid. */
export function focalSettle(wide: i32, out: usize, count: usize, found: usize, least: f64, middle: usize): void {
  wide ? settle<f64>(out, count, found, least, middle) : settle<f32>(out, count, found, least, middle)
}

/** Greatest less least. */
export function focalRange(wide: i32, greatest: usize, least: usize, count: usize, out: usize): void {
  const end = count * (wide ? 8 : 4)
  for (let at: usize = 0; at < end; at += 16) {
    const high = v128.load(greatest + at), low = v128.load(least + at)
    v128.store(out + at, wide ? f64x2.sub(high, low) : f32x4.sub(high, low))
  }
}

/** Extremes of runs twice as long: of each place of a strip and the one `apart` elements on. */
export function focalDouble(wide: i32, greatest: i32, strip: usize, apart: usize, count: usize, out: usize): void {
  const end = count * (wide ? 8 : 4), other = strip + apart * (wide ? 8 : 4)
  for (let at: usize = 0; at < end; at += 16) {
    const a = v128.load(strip + at), b = v128.load(other + at)
    let v: v128
    if (wide) v = greatest ? extreme<f64>(1, a, b) : extreme<f64>(0, a, b)
    else v = greatest ? extreme<f32>(1, a, b) : extreme<f32>(0, a, b)
    v128.store(out + at, v)
  }
}
