import { patch } from './warp-patch'

// Sums of 2 x 2, 4 x 4 or 6 x 6 taps in float32, four pixels at a time, a lane each, by weights that are stored. Taps are told by the byte of the patch at which
// their first stands. The order of additions is the same wherever the taps lie. Loads stay behind the stores before them: that
// keeps few registers in use at a time.

/** Bytes of an axis of four pixels: the weights of up to six rows or columns of taps, 16 bytes each, their sum, the phases. */
export const axisBytes: u32 = 128

/** The axes of up to 32 pixels, four by four: y, then x. */
export const axes = memory.data(16 * 128, 16)

/** Offset of the sum of an axis' weights. */
export const totalAt: u32 = 96
/** Offset of an axis' phases. */
export const phaseAt: u32 = 112

const columns = memory.data(128, 16)

// Bytes between rows of the patch.
const step: u32 = 256

/** The columns of one pixel's 4 x 4 taps, summed by the weights of its rows, stored; `w` is where the axis is, and 4 for each pixel before. */
@inline
function fourRows(at: u32, w: u32, to: u32): void {
  const above = f32x4.add(
    f32x4.mul(v128.load(at, patch), v128.load32_splat(w, axes)),
    f32x4.mul(v128.load(at, patch + 256), v128.load32_splat(w, axes + 16)),
  )
  const below = f32x4.add(
    f32x4.mul(v128.load(at, patch + 512), v128.load32_splat(w, axes + 32)),
    f32x4.mul(v128.load(at, patch + 768), v128.load32_splat(w, axes + 48)),
  )
  v128.store(to, f32x4.add(above, below))
}

/** Four columns of four pixels, weighed and summed. */
@inline
function sumOfFour(axis: u32, c0: v128, c1: v128, c2: v128, c3: v128): v128 {
  const even = f32x4.add(f32x4.mul(c0, v128.load(axis, axes + axisBytes)), f32x4.mul(c2, v128.load(axis, axes + axisBytes + 32)))
  return f32x4.add(even, f32x4.add(f32x4.mul(c1, v128.load(axis, axes + axisBytes + 16)), f32x4.mul(c3, v128.load(axis, axes + axisBytes + 48))))
}

/** Four pixels of 4 x 4 taps, from where their first are. */
@inline
export function sixteenApart(axis: u32, s0: u32, s1: u32, s2: u32, s3: u32): v128 {
  fourRows(s0, axis, columns)
  fourRows(s1, axis + 4, columns + 16)
  fourRows(s2, axis + 8, columns + 32)
  fourRows(s3, axis + 12, columns + 48)
  const a = v128.load(columns), b = v128.load(columns + 16), c = v128.load(columns + 32), d = v128.load(columns + 48)
  const abLow = v128.shuffle<f32>(a, b, 0, 4, 1, 5), abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7)
  const cdLow = v128.shuffle<f32>(c, d, 0, 4, 1, 5), cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7)
  return sumOfFour(
    axis,
    v128.shuffle<f32>(abLow, cdLow, 0, 1, 4, 5), v128.shuffle<f32>(abLow, cdLow, 2, 3, 6, 7),
    v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5), v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7),
  )
}

/** Six columns of one pixel, each summed over its rows, stored: taps 0 to 3, then, 64 bytes on, 2 to 5. */
@inline
function sixRows(from: u32, weights: u32, to: u32): void {
  let left = f32x4.splat(0), right = f32x4.splat(0)
  for (let at = from, k = weights; k < weights + 96; k += 16, at += step) {
    const w = v128.load32_splat(k, axes)
    left = f32x4.add(left, f32x4.mul(v128.load(at, patch), w))
    right = f32x4.add(right, f32x4.mul(v128.load(at, patch + 8), w))
  }
  v128.store(to, left)
  v128.store(to, right, 64)
}

/** Six columns of four pixels, weighed and summed: the outmost first. */
@inline
function sumOfSix(axis: u32, c0: v128, c1: v128, c2: v128, c3: v128, c4: v128, c5: v128): v128 {
  const outmost = f32x4.add(f32x4.mul(c0, v128.load(axis, axes + axisBytes)), f32x4.mul(c5, v128.load(axis, axes + axisBytes + 80)))
  const lobes = f32x4.add(f32x4.mul(c1, v128.load(axis, axes + axisBytes + 16)), f32x4.mul(c4, v128.load(axis, axes + axisBytes + 64)))
  const middle = f32x4.add(f32x4.mul(c2, v128.load(axis, axes + axisBytes + 32)), f32x4.mul(c3, v128.load(axis, axes + axisBytes + 48)))
  return f32x4.add(f32x4.add(outmost, lobes), middle)
}

/** Four pixels of 6 x 6 taps, from where their first are. */
@inline
export function thirtySixApart(axis: u32, s0: u32, s1: u32, s2: u32, s3: u32): v128 {
  sixRows(s0, axis, columns)
  sixRows(s1, axis + 4, columns + 16)
  sixRows(s2, axis + 8, columns + 32)
  sixRows(s3, axis + 12, columns + 48)
  const l0 = v128.load(columns), l1 = v128.load(columns + 16), l2 = v128.load(columns + 32), l3 = v128.load(columns + 48)
  const low01 = v128.shuffle<f32>(l0, l1, 0, 4, 1, 5), low23 = v128.shuffle<f32>(l2, l3, 0, 4, 1, 5)
  const high01 = v128.shuffle<f32>(l0, l1, 2, 6, 3, 7), high23 = v128.shuffle<f32>(l2, l3, 2, 6, 3, 7)
  const r0 = v128.load(columns + 64), r1 = v128.load(columns + 80), r2 = v128.load(columns + 96), r3 = v128.load(columns + 112)
  const right01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7), right23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7)
  return sumOfSix(
    axis,
    v128.shuffle<f32>(low01, low23, 0, 1, 4, 5), v128.shuffle<f32>(low01, low23, 2, 3, 6, 7),
    v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), v128.shuffle<f32>(high01, high23, 2, 3, 6, 7),
    v128.shuffle<f32>(right01, right23, 0, 1, 4, 5), v128.shuffle<f32>(right01, right23, 2, 3, 6, 7),
  )
}

/** Four pixels of 4 x 4 taps whose first lie side by side, from where the first is. */
@inline
export function sixteenBeside(axis: u32, at: u32): v128 {
  const w0 = v128.load(axis, axes), w1 = v128.load(axis, axes + 16)
  v128.store(columns, f32x4.add(f32x4.mul(v128.load(at, patch), w0), f32x4.mul(v128.load(at, patch + 256), w1)))
  v128.store(columns + 16, f32x4.add(f32x4.mul(v128.load(at, patch + 4), w0), f32x4.mul(v128.load(at, patch + 260), w1)))
  v128.store(columns + 32, f32x4.add(f32x4.mul(v128.load(at, patch + 8), w0), f32x4.mul(v128.load(at, patch + 264), w1)))
  v128.store(columns + 48, f32x4.add(f32x4.mul(v128.load(at, patch + 12), w0), f32x4.mul(v128.load(at, patch + 268), w1)))
  const w2 = v128.load(axis, axes + 32), w3 = v128.load(axis, axes + 48)
  const b0 = f32x4.add(f32x4.mul(v128.load(at, patch + 512), w2), f32x4.mul(v128.load(at, patch + 768), w3))
  const b1 = f32x4.add(f32x4.mul(v128.load(at, patch + 516), w2), f32x4.mul(v128.load(at, patch + 772), w3))
  const b2 = f32x4.add(f32x4.mul(v128.load(at, patch + 520), w2), f32x4.mul(v128.load(at, patch + 776), w3))
  const b3 = f32x4.add(f32x4.mul(v128.load(at, patch + 524), w2), f32x4.mul(v128.load(at, patch + 780), w3))
  return sumOfFour(
    axis,
    f32x4.add(v128.load(columns), b0), f32x4.add(v128.load(columns + 16), b1),
    f32x4.add(v128.load(columns + 32), b2), f32x4.add(v128.load(columns + 48), b3),
  )
}

/** Four pixels of 6 x 6 taps whose first lie side by side, from where the first is. */
@inline
export function thirtySixBeside(axis: u32, from: u32): v128 {
  const zero = f32x4.splat(0)
  let c0 = zero, c1 = zero, c2 = zero, c3 = zero, c4 = zero, c5 = zero
  for (let at = from, k = axis; k < axis + 96; k += 16, at += step) {
    // Some are loaded and some put together: there are two of each a cycle.
    const w = v128.load(k, axes), near = v128.load(at, patch), far = v128.load(at, patch + 16)
    c0 = f32x4.add(c0, f32x4.mul(near, w))
    c1 = f32x4.add(c1, f32x4.mul(v128.load(at, patch + 4), w))
    c2 = f32x4.add(c2, f32x4.mul(v128.shuffle<f32>(near, far, 2, 3, 4, 5), w))
    c3 = f32x4.add(c3, f32x4.mul(v128.shuffle<f32>(near, far, 3, 4, 5, 6), w))
    c4 = f32x4.add(c4, f32x4.mul(far, w))
    c5 = f32x4.add(c5, f32x4.mul(v128.load(at, patch + 20), w))
  }
  return sumOfSix(axis, c0, c1, c2, c3, c4, c5)
}

/** Four pixels between 2 x 2 taps each, by their phases: first along x, then along y. */
@inline
function between(axis: u32, p00: v128, p01: v128, p10: v128, p11: v128): v128 {
  const dx = v128.load(axis, axes + axisBytes + phaseAt)
  const top = f32x4.add(p00, f32x4.mul(f32x4.sub(p01, p00), dx)), bottom = f32x4.add(p10, f32x4.mul(f32x4.sub(p11, p10), dx))
  return f32x4.add(top, f32x4.mul(f32x4.sub(bottom, top), v128.load(axis, axes + phaseAt)))
}

/** Four pixels of 2 x 2 taps whose first lie side by side, from where the first is. */
@inline
export function fourBeside(axis: u32, at: u32): v128 {
  return between(axis, v128.load(at, patch), v128.load(at, patch + 4), v128.load(at, patch + 256), v128.load(at, patch + 260))
}

/** Four pixels of 2 x 2 taps, from where their first are. */
@inline
export function fourApart(axis: u32, s0: u32, s1: u32, s2: u32, s3: u32): v128 {
  const a = v128.shuffle<u64>(v128.load_zero<u64>(s0, patch), v128.load_zero<u64>(s1, patch), 0, 2)
  const b = v128.shuffle<u64>(v128.load_zero<u64>(s2, patch), v128.load_zero<u64>(s3, patch), 0, 2)
  const c = v128.shuffle<u64>(v128.load_zero<u64>(s0, patch + 256), v128.load_zero<u64>(s1, patch + 256), 0, 2)
  const d = v128.shuffle<u64>(v128.load_zero<u64>(s2, patch + 256), v128.load_zero<u64>(s3, patch + 256), 0, 2)
  return between(
    axis,
    v128.shuffle<f32>(a, b, 0, 2, 4, 6), v128.shuffle<f32>(a, b, 1, 3, 5, 7),
    v128.shuffle<f32>(c, d, 0, 2, 4, 6), v128.shuffle<f32>(c, d, 1, 3, 5, 7),
  )
}

/** Whether no tap is valid of four pixels whose first lie side by side, of `taps` (2, 4 or 6) x `taps`. */
@inline
export function isVoid(taps: u32, from: u32): bool {
  let lost = i32x4.splat(-1)
  for (let k: u32 = 0, at = from; k < taps; k++, at += step) {
    const a = v128.load(at, patch), b = taps == 2 ? v128.load(at, patch + 4) : v128.load(at, patch + 12)
    lost = v128.and(lost, v128.and(f32x4.ne(a, a), f32x4.ne(b, b)))
    if (taps == 6) {
      const c = v128.load(at, patch + 20)
      lost = v128.and(lost, f32x4.ne(c, c))
    }
  }
  return i32x4.all_true(lost)
}
