import { patch } from './warp-patch'
import { lanczosBytes } from './warp-weights-lanes'

// Sums of 4 x 4 or 6 x 6 taps in float32, four pixels at a time, a lane each, by weights that are stored. Taps are told by the byte of the patch at which
// their first stands. The order of additions is the same wherever the taps lie: rows first, then columns. Loads stay behind the stores before them: that
// keeps few registers in use at a time.

/** Weights of the rows of taps, 16 bytes each, a lane a pixel. */
export const rows = memory.data(<i32>lanczosBytes, 16)
/** Weights of the columns of taps. */
export const across = memory.data(<i32>lanczosBytes, 16)

const columns = memory.data(128, 16)

// Bytes between rows of the patch.
const step: u32 = 256

/** The columns of one pixel's 4 x 4 taps, summed by the weights of its rows, stored. */
@inline
function fourRows(at: u32, pixel: u32): void {
  const w = rows + 4 * pixel
  const above = f32x4.add(f32x4.mul(v128.load(at, patch), v128.load32_splat(w)), f32x4.mul(v128.load(at, patch + 256), v128.load32_splat(w + 16)))
  const below = f32x4.add(f32x4.mul(v128.load(at, patch + 512), v128.load32_splat(w + 32)), f32x4.mul(v128.load(at, patch + 768), v128.load32_splat(w + 48)))
  v128.store(columns + 16 * pixel, f32x4.add(above, below))
}

@inline
function weigh(column: v128, k: u32): v128 {
  return f32x4.mul(column, v128.load(across + 16 * k))
}

/** Four pixels of 4 x 4 taps, from where their first are. */
@inline
export function sixteenApart(s0: u32, s1: u32, s2: u32, s3: u32): v128 {
  fourRows(s0, 0)
  fourRows(s1, 1)
  fourRows(s2, 2)
  fourRows(s3, 3)
  const a = v128.load(columns), b = v128.load(columns + 16), c = v128.load(columns + 32), d = v128.load(columns + 48)
  const abLow = v128.shuffle<f32>(a, b, 0, 4, 1, 5), abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7)
  const cdLow = v128.shuffle<f32>(c, d, 0, 4, 1, 5), cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7)
  const even = f32x4.add(weigh(v128.shuffle<f32>(abLow, cdLow, 0, 1, 4, 5), 0), weigh(v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5), 2))
  const odd = f32x4.add(weigh(v128.shuffle<f32>(abLow, cdLow, 2, 3, 6, 7), 1), weigh(v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7), 3))
  return f32x4.add(even, odd)
}

/** Six columns of one pixel, each summed over its rows: taps 0 to 3, then 2 to 5, kept in turn. */
@inline
function sixRows(from: u32, pixel: u32): void {
  let at = from
  let left = f32x4.splat(0), right = f32x4.splat(0)
  for (let k: u32 = 0; k < 96; k += 16) {
    const w = v128.load32_splat(rows + 4 * pixel + k)
    left = f32x4.add(left, f32x4.mul(v128.load(at, patch), w))
    right = f32x4.add(right, f32x4.mul(v128.load(at, patch + 8), w))
    at += step
  }
  v128.store(columns + 16 * pixel, left)
  v128.store(columns + 16 * pixel + 64, right)
}

/** Six columns of four pixels, weighed and summed: the outmost first. */
@inline
function sumOfSix(c0: v128, c1: v128, c2: v128, c3: v128, c4: v128, c5: v128): v128 {
  const outmost = f32x4.add(weigh(c0, 0), weigh(c5, 5)), lobes = f32x4.add(weigh(c1, 1), weigh(c4, 4))
  return f32x4.add(f32x4.add(outmost, lobes), f32x4.add(weigh(c2, 2), weigh(c3, 3)))
}

/** Four pixels of 6 x 6 taps, from where their first are. */
@inline
export function thirtySixApart(s0: u32, s1: u32, s2: u32, s3: u32): v128 {
  sixRows(s0, 0)
  sixRows(s1, 1)
  sixRows(s2, 2)
  sixRows(s3, 3)
  const l0 = v128.load(columns), l1 = v128.load(columns + 16), l2 = v128.load(columns + 32), l3 = v128.load(columns + 48)
  const low01 = v128.shuffle<f32>(l0, l1, 0, 4, 1, 5), low23 = v128.shuffle<f32>(l2, l3, 0, 4, 1, 5)
  const high01 = v128.shuffle<f32>(l0, l1, 2, 6, 3, 7), high23 = v128.shuffle<f32>(l2, l3, 2, 6, 3, 7)
  const r0 = v128.load(columns + 64), r1 = v128.load(columns + 80), r2 = v128.load(columns + 96), r3 = v128.load(columns + 112)
  const right01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7), right23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7)
  return sumOfSix(
    v128.shuffle<f32>(low01, low23, 0, 1, 4, 5), v128.shuffle<f32>(low01, low23, 2, 3, 6, 7),
    v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), v128.shuffle<f32>(high01, high23, 2, 3, 6, 7),
    v128.shuffle<f32>(right01, right23, 0, 1, 4, 5), v128.shuffle<f32>(right01, right23, 2, 3, 6, 7),
  )
}

/** Four pixels of 4 x 4 taps whose first lie side by side, from where the first is. */
@inline
export function sixteenBeside(at: u32): v128 {
  const w0 = v128.load(rows), w1 = v128.load(rows + 16)
  v128.store(columns, f32x4.add(f32x4.mul(v128.load(at, patch), w0), f32x4.mul(v128.load(at, patch + 256), w1)))
  v128.store(columns + 16, f32x4.add(f32x4.mul(v128.load(at, patch + 4), w0), f32x4.mul(v128.load(at, patch + 260), w1)))
  v128.store(columns + 32, f32x4.add(f32x4.mul(v128.load(at, patch + 8), w0), f32x4.mul(v128.load(at, patch + 264), w1)))
  v128.store(columns + 48, f32x4.add(f32x4.mul(v128.load(at, patch + 12), w0), f32x4.mul(v128.load(at, patch + 268), w1)))
  const w2 = v128.load(rows + 32), w3 = v128.load(rows + 48)
  const c0 = f32x4.add(v128.load(columns), f32x4.add(f32x4.mul(v128.load(at, patch + 512), w2), f32x4.mul(v128.load(at, patch + 768), w3)))
  const c1 = f32x4.add(v128.load(columns + 16), f32x4.add(f32x4.mul(v128.load(at, patch + 516), w2), f32x4.mul(v128.load(at, patch + 772), w3)))
  const c2 = f32x4.add(v128.load(columns + 32), f32x4.add(f32x4.mul(v128.load(at, patch + 520), w2), f32x4.mul(v128.load(at, patch + 776), w3)))
  const c3 = f32x4.add(v128.load(columns + 48), f32x4.add(f32x4.mul(v128.load(at, patch + 524), w2), f32x4.mul(v128.load(at, patch + 780), w3)))
  return f32x4.add(f32x4.add(weigh(c0, 0), weigh(c2, 2)), f32x4.add(weigh(c1, 1), weigh(c3, 3)))
}

/** Four pixels of 6 x 6 taps whose first lie side by side, from where the first is. */
@inline
export function thirtySixBeside(from: u32): v128 {
  const zero = f32x4.splat(0)
  let c0 = zero, c1 = zero, c2 = zero, c3 = zero, c4 = zero, c5 = zero
  let at = from
  for (let k: u32 = 0; k < 96; k += 16) {
    const w = v128.load(k, rows)
    c0 = f32x4.add(c0, f32x4.mul(v128.load(at, patch), w))
    c1 = f32x4.add(c1, f32x4.mul(v128.load(at, patch + 4), w))
    c2 = f32x4.add(c2, f32x4.mul(v128.load(at, patch + 8), w))
    c3 = f32x4.add(c3, f32x4.mul(v128.load(at, patch + 12), w))
    c4 = f32x4.add(c4, f32x4.mul(v128.load(at, patch + 16), w))
    c5 = f32x4.add(c5, f32x4.mul(v128.load(at, patch + 20), w))
    at += step
  }
  return sumOfSix(c0, c1, c2, c3, c4, c5)
}

/** Whether no tap is valid of four pixels whose first lie side by side, of `taps` (4 or 6) x `taps`. */
@inline
export function isVoid(taps: u32, from: u32): bool {
  let lost = i32x4.splat(-1)
  for (let k: u32 = 0, at = from; k < taps; k++, at += step) {
    const a = v128.load(at, patch), b = v128.load(at, patch + 12)
    lost = v128.and(lost, v128.and(f32x4.ne(a, a), f32x4.ne(b, b)))
    if (taps == 6) {
      const c = v128.load(at, patch + 20)
      lost = v128.and(lost, f32x4.ne(c, c))
    }
  }
  return i32x4.all_true(lost)
}
