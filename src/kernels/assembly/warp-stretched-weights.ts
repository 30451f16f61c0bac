import { cubic, sinPi, triangle } from './warp-weights'

// Weights of stretched kernels along an axis, two taps at a time, in float64. Sines of sums are made of sines of whole pixels, which are kept for a
// scale, and of the rest of a position from the nearest of them.

/** Most taps along an axis that weights are made of here. */
export const mostTaps: i32 = 128

// Whole pixels to each side of the nearest one.
const side: i32 = mostTaps / 2 + 2
const span: i32 = 2 * side + 2
/** Bytes of one of the four tables of an axis: sine and cosine of pi times the scaled distance, then of a third of that. */
const tableBytes: i32 = span * 8
const tables = memory.data(8 * tableBytes, 16)
let scaleOfX: f64 = NaN
let scaleOfY: f64 = NaN

/** Room for the weights of both axes. */
const weightBytes: i32 = (mostTaps + 2) * 8
const weights = memory.data(2 * weightBytes, 16)

/** Address of the weights of an axis, 0 or 1, as f64. */
@inline
export function weightsAlong(axis: i32): u32 {
  return <u32>weights + axis * weightBytes
}

function fillTables(axis: i32, scale: f64, reach: i32): void {
  const at = <u32>tables + axis * 4 * tableBytes
  for (let k = -reach; k <= reach; k++) {
    const to = at + ((k + side) << 3), x = <f64>k * scale
    store<f64>(to, sinPi(x))
    store<f64>(to + tableBytes, sinPi(x + 0.5))
    store<f64>(to + 2 * tableBytes, sinPi(x / 3))
    store<f64>(to + 3 * tableBytes, sinPi(x / 3 + 0.5))
  }
}

/** Makes tables for the scales of a cell, of a kernel of three lobes; `reachX` and `reachY` are whole pixels to each side that have taps. */
export function prepareLanczos(scaleX: f64, scaleY: f64, reachX: i32, reachY: i32): void {
  if (scaleOfX != scaleX) fillTables(0, scaleX, min(reachX, side))
  if (scaleOfY != scaleY) fillTables(1, scaleY, min(reachY, side))
  scaleOfX = scaleX
  scaleOfY = scaleY
}

/** Taylor's series to the fifteenth power: angles are at most pi / 6. */
@inline
function sineOf(a: v128, t: v128): v128 {
  let p = f64x2.splat(1.0 / 6227020800.0)
  p = f64x2.sub(f64x2.mul(p, t), f64x2.splat(1.0 / 39916800.0))
  p = f64x2.add(f64x2.mul(p, t), f64x2.splat(1.0 / 362880.0))
  p = f64x2.sub(f64x2.mul(p, t), f64x2.splat(1.0 / 5040.0))
  p = f64x2.add(f64x2.mul(p, t), f64x2.splat(1.0 / 120.0))
  p = f64x2.sub(f64x2.mul(p, t), f64x2.splat(1.0 / 6.0))
  return f64x2.add(f64x2.mul(f64x2.mul(p, t), a), a)
}

@inline
function cosineOf(t: v128): v128 {
  let p = f64x2.splat(-1.0 / 87178291200.0)
  p = f64x2.add(f64x2.mul(p, t), f64x2.splat(1.0 / 479001600.0))
  p = f64x2.sub(f64x2.mul(p, t), f64x2.splat(1.0 / 3628800.0))
  p = f64x2.add(f64x2.mul(p, t), f64x2.splat(1.0 / 40320.0))
  p = f64x2.sub(f64x2.mul(p, t), f64x2.splat(1.0 / 720.0))
  p = f64x2.add(f64x2.mul(p, t), f64x2.splat(1.0 / 24.0))
  p = f64x2.sub(f64x2.mul(p, t), f64x2.splat(0.5))
  return f64x2.add(f64x2.mul(p, t), f64x2.splat(1))
}

/** Lanczos weights along an axis: from the tap `low` on, at a centre; S says which lane of the sines is the axis's: by its size 1 x, 2 y. */
@inline
function lanczosAlong<S>(low: i32, count: i32, centre: f64, scale: f64, whole: f64, sine3: v128, cosine3: v128, sine1: v128, cosine1: v128): void {
  const axis: i32 = sizeof<S>() - 1
  let from = <u32>tables + axis * 4 * tableBytes + ((low - <i32>whole + side) << 3), to = weightsAlong(axis)
  const s3 = sizeof<S>() == 1 ? v128.shuffle<i64>(sine3, sine3, 0, 0) : v128.shuffle<i64>(sine3, sine3, 1, 1)
  const c3 = sizeof<S>() == 1 ? v128.shuffle<i64>(cosine3, cosine3, 0, 0) : v128.shuffle<i64>(cosine3, cosine3, 1, 1)
  const s1 = sizeof<S>() == 1 ? v128.shuffle<i64>(sine1, sine1, 0, 0) : v128.shuffle<i64>(sine1, sine1, 1, 1)
  const c1 = sizeof<S>() == 1 ? v128.shuffle<i64>(cosine1, cosine1, 0, 0) : v128.shuffle<i64>(cosine1, cosine1, 1, 1)
  const factor = f64x2.splat(3 / (9.869604401089358 * scale * scale)), one = f64x2.splat(1)
  let x = f64x2.add(f64x2.splat(<f64>low - centre), f64x2(0, 1))
  for (let k: i32 = 0; k < count; k += 2, from += 16, to += 16) {
    const long = f64x2.sub(f64x2.mul(v128.load(from), c3), f64x2.mul(v128.load(from + tableBytes), s3))
    const third = f64x2.sub(f64x2.mul(v128.load(from + 2 * tableBytes), c1), f64x2.mul(v128.load(from + 3 * tableBytes), s1))
    const weight = f64x2.div(f64x2.mul(f64x2.mul(long, third), factor), f64x2.mul(x, x))
    v128.store(to, v128.bitselect(one, weight, f64x2.eq(x, f64x2.splat(0))))
    x = f64x2.add(x, f64x2.splat(2))
  }
}

/** Stores the Lanczos weights of both axes; tables are those of the scales. */
export function lanczosWeights(lowX: i32, countX: i32, u: f64, scaleX: f64, lowY: i32, countY: i32, v: f64, scaleY: f64): void {
  const wholeX = nearest(u), wholeY = nearest(v)
  // A third of pi times the scaled distance to the nearest pixel; sines of the whole of it by the rule for three times an angle.
  const a = f64x2.mul(f64x2((u - wholeX) * scaleX, (v - wholeY) * scaleY), f64x2.splat(1.0471975511965976))
  const t = f64x2.mul(a, a), sine1 = sineOf(a, t), cosine1 = cosineOf(t)
  const four = f64x2.splat(4), three = f64x2.splat(3)
  const sine3 = f64x2.mul(sine1, f64x2.sub(three, f64x2.mul(four, f64x2.mul(sine1, sine1))))
  const cosine3 = f64x2.mul(cosine1, f64x2.sub(f64x2.mul(four, f64x2.mul(cosine1, cosine1)), three))
  lanczosAlong<u8>(lowX, countX, u, scaleX, wholeX, sine3, cosine3, sine1, cosine1)
  lanczosAlong<u16>(lowY, countY, v, scaleY, wholeY, sine3, cosine3, sine1, cosine1)
}

/** Stores the weights of any other kernel along an axis. */
export function polynomialWeights(kernel: i32, axis: i32, low: i32, count: i32, centre: f64, scale: f64): void {
  let to = weightsAlong(axis)
  const one = f64x2.splat(1), two = f64x2.splat(2)
  let x = f64x2.add(f64x2.splat(<f64>low - centre), f64x2(0, 1))
  for (let k: i32 = 0; k < count; k += 2, to += 16) {
    const a = f64x2.abs(f64x2.mul(x, f64x2.splat(scale)))
    let weight: v128
    if (kernel == triangle) weight = f64x2.pmax(f64x2.splat(0), f64x2.sub(one, a))
    else if (kernel == cubic) {
      const near = f64x2.add(f64x2.mul(f64x2.mul(a, a), f64x2.sub(f64x2.mul(a, f64x2.splat(1.5)), f64x2.splat(2.5))), one)
      const middle = f64x2.sub(f64x2.mul(a, f64x2.add(f64x2.mul(a, f64x2.splat(-0.5)), f64x2.splat(2.5))), f64x2.splat(4))
      weight = v128.bitselect(near, f64x2.add(f64x2.mul(a, middle), two), f64x2.le(a, one))
    } else {
      const rest = f64x2.sub(two, a), inner = f64x2.pmax(f64x2.splat(0), f64x2.sub(one, a))
      const lobe = f64x2.mul(f64x2.splat(4), f64x2.mul(f64x2.mul(inner, inner), inner))
      weight = f64x2.sub(f64x2.mul(f64x2.mul(rest, rest), rest), lobe)
    }
    v128.store(to, weight)
    x = f64x2.add(x, two)
  }
}
