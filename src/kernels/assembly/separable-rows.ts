import { filterRow, flagRow } from './separable-columns'
import { Reach, reachBytes, Separable } from './separable-job'
import { isWhole, mendedPixel, separablePixel } from './separable-pixel'
import { packRounded, storeRounded } from './warp-tap'

// The pass along y: rows of the ring become a row of the output.

/** Four values of an output row in float32. */
@inline
function fourOf(job: Separable, slots: u32, y: i32, reach: Reach, x: i32): v128 {
  const at = 4 * x
  if (job.tapsY == 1) {
    const p = v128.load(load<u32>(slots) + at)
    if (reach.count == 1) return p
    return f32x4.add(p, f32x4.mul(f32x4.sub(v128.load(load<u32>(slots, 4) + at), p), f32x4.splat(load<f32>(job.weightsY + 4 * y))))
  }
  const weights = job.weightsY + 4 * y * job.tapsY
  let sum = f32x4.mul(v128.load(load<u32>(slots) + at), f32x4.splat(load<f32>(weights)))
  for (let k: i32 = 1; k < reach.count; k++) {
    sum = f32x4.add(sum, f32x4.mul(v128.load(load<u32>(slots + 4 * k) + at), f32x4.splat(load<f32>(weights + 4 * k))))
  }
  return sum
}

/** Two values of an output row in float64. */
@inline
function twoOf(job: Separable, slots: u32, y: i32, reach: Reach, x: i32): v128 {
  const at = 8 * x
  if (job.tapsY == 1) {
    const p = v128.load(load<u32>(slots) + at)
    if (reach.count == 1) return p
    return f64x2.add(p, f64x2.mul(f64x2.sub(v128.load(load<u32>(slots, 4) + at), p), f64x2.splat(load<f64>(job.weightsY + 8 * y))))
  }
  const weights = job.weightsY + 8 * y * job.tapsY
  let sum = f64x2.mul(v128.load(load<u32>(slots) + at), f64x2.splat(load<f64>(weights)))
  for (let k: i32 = 1; k < reach.count; k++) {
    sum = f64x2.add(sum, f64x2.mul(v128.load(load<u32>(slots + 4 * k) + at), f64x2.splat(load<f64>(weights + 8 * k))))
  }
  return sum
}

/** Weight of tap `k` of an output row in all lanes. */
@inline
function weightAt(job: Separable, y: i32, k: i32): v128 {
  return v128.load32_splat(job.weightsY + 4 * (y * job.tapsY + k))
}

/** Row `k` of a reach in the ring. */
@inline
function rowAt(slots: u32, k: i32): u32 {
  return load<u32>(slots + 4 * k)
}

/** The first pixels of a row of four or of six taps, eight at a time: what {@link fourOf} gives, its weights kept at hand. Returns how many it made. */
@inline
function manyOf<T>(job: Separable, slots: u32, y: i32, out: u32, taps: i32): i32 {
  const w0 = weightAt(job, y, 0), w1 = weightAt(job, y, 1), w2 = weightAt(job, y, 2), w3 = weightAt(job, y, 3)
  const w4 = taps == 6 ? weightAt(job, y, 4) : w0, w5 = taps == 6 ? weightAt(job, y, 5) : w0
  let p0 = rowAt(slots, 0), p1 = rowAt(slots, 1), p2 = rowAt(slots, 2), p3 = rowAt(slots, 3)
  let p4 = taps == 6 ? rowAt(slots, 4) : 0, p5 = taps == 6 ? rowAt(slots, 5) : 0
  const end = job.width & ~7
  for (let x: i32 = 0; x < end; x += 8) {
    let a = f32x4.add(f32x4.mul(v128.load(p0), w0), f32x4.mul(v128.load(p1), w1))
    let b = f32x4.add(f32x4.mul(v128.load(p0, 16), w0), f32x4.mul(v128.load(p1, 16), w1))
    a = f32x4.add(a, f32x4.mul(v128.load(p2), w2))
    b = f32x4.add(b, f32x4.mul(v128.load(p2, 16), w2))
    a = f32x4.add(a, f32x4.mul(v128.load(p3), w3))
    b = f32x4.add(b, f32x4.mul(v128.load(p3, 16), w3))
    if (taps == 6) {
      a = f32x4.add(a, f32x4.mul(v128.load(p4), w4))
      b = f32x4.add(b, f32x4.mul(v128.load(p4, 16), w4))
      a = f32x4.add(a, f32x4.mul(v128.load(p5), w5))
      b = f32x4.add(b, f32x4.mul(v128.load(p5, 16), w5))
      p4 += 32
      p5 += 32
    }
    p0 += 32
    p1 += 32
    p2 += 32
    p3 += 32
    const first = packRounded<T>(a), second = packRounded<T>(b)
    if (sizeof<T>() == 2) v128.store(out + 2 * x, v128.shuffle<u64>(first, second, 0, 2))
    else v128.store_lane<u64>(out + x, v128.shuffle<u32>(first, second, 0, 4, 0, 4), 0)
  }
  return end
}

@inline
function narrowRow<T>(job: Separable, slots: u32, y: i32, reach: Reach): void {
  const out = job.dst + <u32>(y * job.dstStride) * sizeof<T>(), width = job.width
  let x: i32 = 0
  if (job.tapsY > 1 && reach.count == 4) x = manyOf<T>(job, slots, y, out, 4)
  else if (job.tapsY > 1 && reach.count == 6) x = manyOf<T>(job, slots, y, out, 6)
  for (; x + 4 <= width; x += 4) {
    const value = packRounded<T>(fourOf(job, slots, y, reach, x))
    if (sizeof<T>() == 2) v128.store_lane<u64>(out + 2 * x, value, 0)
    else v128.store_lane<u32>(out + x, value, 0)
  }
  if (x == width) return
  // The ring is padded to whole groups; the output is not.
  let rest = i64x2.extract_lane(packRounded<T>(fourOf(job, slots, y, reach, x)), 0)
  for (; x < width; x++) {
    store<T>(out + x * sizeof<T>(), <T>rest)
    rest >>= 8 * sizeof<T>()
  }
}

/** A row in float64. Returns how many values are not numbers; these pixels are invalid. */
@inline
function wideRow<T>(job: Separable, slots: u32, y: i32, reach: Reach, outMask: u32): i32 {
  const out = job.dst + <u32>(y * job.dstStride) * sizeof<T>(), width = job.width
  let bad: i32 = 0
  for (let x: i32 = 0; x < width; x += 2) {
    let value = twoOf(job, slots, y, reach, x)
    if (job.totalsX) value = f64x2.div(value, f64x2.mul(v128.load(job.totalsX + 8 * x), f64x2.splat(load<f64>(job.totalsY + 8 * y))))
    if (!storeRounded<T>(out + x * sizeof<T>(), f64x2.extract_lane(value, 0))) {
      store<u8>(outMask + x, 0)
      bad++
    }
    if (x + 1 < width && !storeRounded<T>(out + (x + 1) * sizeof<T>(), f64x2.extract_lane(value, 1))) {
      store<u8>(outMask + x + 1, 0)
      bad++
    }
  }
  return bad
}

/** Does the pixels of a row again that have an invalid tap, the careful way. Returns how many are invalid. */
function mendRow<T, F>(job: Separable, y: i32, count: i32, flags: u32, lost: i32): i32 {
  const width = job.width, outMask = job.dstMask + y * job.dstStride
  let bad = lost
  for (let x: i32 = 0; x < width; ) {
    if (x + 16 <= width) {
      let all = v128.load(load<u32>(flags) + x)
      for (let k: i32 = 1; k < count; k++) all = v128.and(all, v128.load(load<u32>(flags + 4 * k) + x))
      if (i8x16.all_true(all)) {
        x += 16
        continue
      }
    }
    const end = min(x + 16, width)
    for (; x < end; x++) {
      let all: u32 = 1
      for (let k: i32 = 0; k < count; k++) all &= <u32>load<u8>(load<u32>(flags + 4 * k) + x)
      if (all) continue
      if (load<u8>(outMask + x) == 0) bad--
      bad += mendedPixel<T, F>(job, x, y)
    }
  }
  return bad
}

/** Makes sure that the ring holds the rows of a reach, and lists where they are. Returns whether any of their taps is invalid. */
@inline
function fillRing<T, F>(job: Separable, reach: Reach, slots: u32): bool {
  const dirty = job.tags + 4 * job.ringRows
  let some: i32 = 0
  for (let k: i32 = 0; k < reach.count; k++) {
    const row = reach.first + k, slot = row % job.ringRows
    const at = job.ring + slot * job.ringBytes
    const flags = job.flags + slot * job.width
    store<u32>(slots + 4 * k, at)
    store<u32>(slots + 4 * (job.ringRows + k), flags)
    if (load<i32>(job.tags + 4 * slot) != row) {
      filterRow<T, F>(job, row, at)
      store<i32>(job.tags + 4 * slot, row)
      const clean = job.masked == 0 || flagRow(job, job.mask + row * job.maskStride, flags)
      store<i32>(dirty + 4 * slot, clean ? 0 : 1)
    }
    some |= load<i32>(dirty + 4 * slot)
  }
  return some != 0
}

/** Resamples a plane. Returns how many pixels are invalid. */
export function separableOf<T, F>(job: Separable): i32 {
  let bad: i32 = 0
  const slots = job.tags + 8 * job.ringRows
  for (let slot: i32 = 0; slot < job.ringRows; slot++) store<i32>(job.tags + 4 * slot, -1)
  for (let y: i32 = 0; y < job.height; y++) {
    // float64 does not hold 64-bit integers.
    if (sizeof<T>() == 8 && isInteger<T>()) {
      for (let x: i32 = 0; x < job.width; x++) {
        const mend = job.mending == 4 && !isWhole(job, x, y)
        bad += mend ? mendedPixel<T, F>(job, x, y) : separablePixel<T, F>(job, x, y)
      }
      continue
    }
    const reach = changetype<Reach>(job.rows + y * reachBytes)
    const dirty = fillRing<T, F>(job, reach, slots)
    const outMask = job.dstMask + y * job.dstStride
    memory.fill(outMask, 1, job.width)
    let lost: i32 = 0
    if (sizeof<F>() == 4) narrowRow<T>(job, slots, y, reach)
    else lost = wideRow<T>(job, slots, y, reach, outMask)
    bad += dirty ? mendRow<T, F>(job, y, reach.count, slots + 4 * job.ringRows, lost) : lost
  }
  return bad
}
