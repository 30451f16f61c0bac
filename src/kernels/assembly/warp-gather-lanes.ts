import { gatherFour, gatherSix } from './warp-gather'
import { Cell, Job } from './warp-job'
import { packRounded } from './warp-tap'

// Cells all of whose taps lie in the block and are valid: four pixels at a time, a lane each. Every lane does what `gatherFour` and
// `gatherSix` do for one pixel, sum for sum, so that which of the two makes a pixel does not show.

// Whole numbers from 0 to 2^23, shifted by this, stand in a float's low bits.
const magic: f32 = 8388608
const magicBits: i32 = 0x4b000000

// Coefficients of the weights. Loaded, as a constant in the code takes three instructions.
const constants = memory.data<f32>([
  0.004903280810727903, -0.0042391006454376165, 0.0016737655145887913, 0.0005895034698830971, -0.0018350076133120728, 0.002683126042650268,
  -0.03033324987765462, 0.09082999211516415, -0.06445721656812851, -0.08637610307585135, 0.02431708414141646, 0.025257450793035093,
  -0.0642220611894302, -0.06639509200119892, 0.5606142092378211, -0.1350949115827086, -0.009773326323438738, 0.02186673151233762,
  0.06364149304453331, -0.44883928132048734, 0.6079271018778053, -0.007547549573887719, 0.05576280145837232, -0.21646939436067186,
  0.3049877167854401, -0.063559978889637, 0.018221760166522976, -0.1171580317761064, 0.45632185385277535, -0.8275418282707407,
  0.1801265486802019, -0.02545128117708238, 0.15990148143651575, -0.6481295279198871, 1.4686282009866973, -1.3290506165456675,
  -0.5, 1.5, -1.5, 0.5, -1.0 / 6.0, 1.0 / 6.0,
  1, -2.5, 2, -1, 4.0 / 6.0,
])

@inline
function constant(index: i32): v128 {
  return v128.load32_splat(constants + (index << 2))
}

/** One lane in all four; L says which by its size: 1, 2, 4, 8 for 0 to 3. */
@inline
function lane<L>(v: v128): v128 {
  if (sizeof<L>() == 1) return v128.shuffle<f32>(v, v, 0, 0, 0, 0)
  if (sizeof<L>() == 2) return v128.shuffle<f32>(v, v, 1, 1, 1, 1)
  if (sizeof<L>() == 4) return v128.shuffle<f32>(v, v, 2, 2, 2, 2)
  return v128.shuffle<f32>(v, v, 3, 3, 3, 3)
}

/** Four neighbouring elements of 8 or 16 bits as f32. */
@inline
function four<T>(at: u32): v128 {
  if (sizeof<T>() == 2) return f32x4.convert_i32x4_s(isSigned<T>() ? v128.load_ext<i16>(at) : v128.load_ext<u16>(at))
  const bytes = v128.load_zero<u32>(at)
  if (isSigned<T>()) return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(bytes)))
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes)))
}

@inline
function horner(a: v128, b: v128, t: v128): v128 {
  return f32x4.add(f32x4.mul(a, t), b)
}

/** The weight of one of the four taps of a cubic at four phases; K of size 1 the convolution, 2 the B-spline. */
@inline
function weight<K>(tap: i32, d: v128): v128 {
  if (sizeof<K>() == 1) {
    if (tap == 0) return f32x4.mul(horner(horner(constant(36), constant(42), d), constant(36), d), d)
    if (tap == 1) return horner(f32x4.mul(horner(constant(37), constant(43), d), d), constant(42), d)
    if (tap == 2) return f32x4.mul(horner(horner(constant(38), constant(44), d), constant(39), d), d)
    return f32x4.mul(f32x4.mul(horner(constant(39), constant(36), d), d), d)
  }
  if (tap == 0) return horner(horner(horner(constant(40), constant(39), d), constant(36), d), constant(41), d)
  if (tap == 1) return horner(f32x4.mul(horner(constant(39), constant(45), d), d), constant(46), d)
  if (tap == 2) return horner(horner(horner(constant(36), constant(39), d), constant(39), d), constant(41), d)
  return f32x4.mul(f32x4.mul(f32x4.mul(constant(41), d), d), d)
}

/** The columns of one pixel's 4 x 4 taps, summed by the weights of its rows; L says which lane is the pixel's. */
@inline
function columnsOf<T, L>(at: u32, step: u32, w0: v128, w1: v128, w2: v128, w3: v128): v128 {
  const above = f32x4.add(f32x4.mul(four<T>(at), lane<L>(w0)), f32x4.mul(four<T>(at + step), lane<L>(w1)))
  const low = at + 2 * step
  return f32x4.add(above, f32x4.add(f32x4.mul(four<T>(low), lane<L>(w2)), f32x4.mul(four<T>(low + step), lane<L>(w3))))
}

/** Four pixels of 4 x 4 taps, from the addresses of their first. */
@inline
function cubicLanes<T, K>(s0: u32, s1: u32, s2: u32, s3: u32, step: u32, dx: v128, dy: v128): v128 {
  const w0 = weight<K>(0, dy), w1 = weight<K>(1, dy), w2 = weight<K>(2, dy), w3 = weight<K>(3, dy)
  const a = columnsOf<T, u8>(s0, step, w0, w1, w2, w3), b = columnsOf<T, u16>(s1, step, w0, w1, w2, w3)
  const abLow = v128.shuffle<f32>(a, b, 0, 4, 1, 5), abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7)
  const c = columnsOf<T, u32>(s2, step, w0, w1, w2, w3), d = columnsOf<T, u64>(s3, step, w0, w1, w2, w3)
  const cdLow = v128.shuffle<f32>(c, d, 0, 4, 1, 5), cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7)
  const even = f32x4.add(
    f32x4.mul(v128.shuffle<f32>(abLow, cdLow, 0, 1, 4, 5), weight<K>(0, dx)),
    f32x4.mul(v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5), weight<K>(2, dx)),
  )
  const odd = f32x4.add(
    f32x4.mul(v128.shuffle<f32>(abLow, cdLow, 2, 3, 6, 7), weight<K>(1, dx)),
    f32x4.mul(v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7), weight<K>(3, dx)),
  )
  return f32x4.add(even, odd)
}

/** The even part of a Lanczos weight at a squared distance from the middle. */
@inline
function even(tap: i32, t: v128): v128 {
  if (tap == 0) {
    const p = horner(horner(constant(0), constant(6), t), constant(7), t)
    return horner(horner(horner(p, constant(8), t), constant(9), t), constant(10), t)
  }
  if (tap == 1) {
    const p = horner(horner(constant(1), constant(11), t), constant(12), t)
    return horner(horner(horner(p, constant(13), t), constant(14), t), constant(15), t)
  }
  const p = horner(horner(constant(2), constant(16), t), constant(17), t)
  return horner(horner(horner(p, constant(18), t), constant(19), t), constant(20), t)
}

/** The odd part, to be multiplied by the distance. */
@inline
function odd(tap: i32, t: v128): v128 {
  if (tap == 0) {
    const p = horner(horner(constant(3), constant(21), t), constant(22), t)
    return horner(horner(horner(p, constant(23), t), constant(24), t), constant(25), t)
  }
  if (tap == 1) {
    const p = horner(horner(constant(4), constant(26), t), constant(27), t)
    return horner(horner(horner(p, constant(28), t), constant(29), t), constant(30), t)
  }
  const p = horner(horner(constant(5), constant(31), t), constant(32), t)
  return horner(horner(horner(p, constant(33), t), constant(34), t), constant(35), t)
}

// Four pixels' columns, kept here and not in more registers than there are.
const columns = memory.data(128, 16)

/** Six columns of one pixel, each summed over its rows by their weights from above and, in turn, from below: taps 0 to 3, then 3 to 6, kept at an offset. */
@inline
function sixRows<T, L>(from: u32, step: u32, offset: u32, a0: v128, a1: v128, a2: v128, b2: v128, b1: v128, b0: v128): void {
  const far: u32 = 3 * sizeof<T>()
  let at = from
  let w = lane<L>(a0)
  let left = f32x4.mul(four<T>(at), w), right = f32x4.mul(four<T>(at + far), w)
  at += step
  w = lane<L>(a1)
  left = f32x4.add(left, f32x4.mul(four<T>(at), w))
  right = f32x4.add(right, f32x4.mul(four<T>(at + far), w))
  at += step
  w = lane<L>(a2)
  left = f32x4.add(left, f32x4.mul(four<T>(at), w))
  right = f32x4.add(right, f32x4.mul(four<T>(at + far), w))
  at += step
  w = lane<L>(b2)
  left = f32x4.add(left, f32x4.mul(four<T>(at), w))
  right = f32x4.add(right, f32x4.mul(four<T>(at + far), w))
  at += step
  w = lane<L>(b1)
  left = f32x4.add(left, f32x4.mul(four<T>(at), w))
  right = f32x4.add(right, f32x4.mul(four<T>(at + far), w))
  at += step
  w = lane<L>(b0)
  v128.store(columns + offset, f32x4.add(left, f32x4.mul(four<T>(at), w)))
  v128.store(columns + offset + 64, f32x4.add(right, f32x4.mul(four<T>(at + far), w)))
}

/** Four pixels of 6 x 6 taps by the Lanczos kernel, from the addresses of their first. */
@inline
function lanczosLanes<T>(s0: u32, s1: u32, s2: u32, s3: u32, step: u32, dx: v128, dy: v128): v128 {
  const sy = f32x4.sub(dy, f32x4.splat(0.5)), ty = f32x4.mul(sy, sy)
  const e0 = even(0, ty), e1 = even(1, ty), e2 = even(2, ty)
  const o0 = f32x4.mul(sy, odd(0, ty)), o1 = f32x4.mul(sy, odd(1, ty)), o2 = f32x4.mul(sy, odd(2, ty))
  const a0 = f32x4.add(e0, o0), a1 = f32x4.add(e1, o1), a2 = f32x4.add(e2, o2)
  const b0 = f32x4.sub(e0, o0), b1 = f32x4.sub(e1, o1), b2 = f32x4.sub(e2, o2)
  const totalY = f32x4.add(f32x4.add(f32x4.add(a0, b0), f32x4.add(a2, b2)), f32x4.add(a1, b1))
  sixRows<T, u8>(s0, step, 0, a0, a1, a2, b2, b1, b0)
  sixRows<T, u16>(s1, step, 16, a0, a1, a2, b2, b1, b0)
  sixRows<T, u32>(s2, step, 32, a0, a1, a2, b2, b1, b0)
  sixRows<T, u64>(s3, step, 48, a0, a1, a2, b2, b1, b0)
  const sx = f32x4.sub(dx, f32x4.splat(0.5)), tx = f32x4.mul(sx, sx)
  const f0 = even(0, tx), g0 = f32x4.mul(sx, odd(0, tx)), c0 = f32x4.add(f0, g0), d0 = f32x4.sub(f0, g0)
  const f2 = even(2, tx), g2 = f32x4.mul(sx, odd(2, tx)), c2 = f32x4.add(f2, g2), d2 = f32x4.sub(f2, g2)
  const f1 = even(1, tx), g1 = f32x4.mul(sx, odd(1, tx)), c1 = f32x4.add(f1, g1), d1 = f32x4.sub(f1, g1)
  const totalX = f32x4.add(f32x4.add(f32x4.add(c0, d2), f32x4.add(c2, d0)), f32x4.add(c1, d1))
  const l0 = v128.load(columns), l1 = v128.load(columns, 16), l2 = v128.load(columns, 32), l3 = v128.load(columns, 48)
  const l01 = v128.shuffle<f32>(l0, l1, 0, 4, 1, 5), l23 = v128.shuffle<f32>(l2, l3, 0, 4, 1, 5)
  const p0 = v128.shuffle<f32>(l01, l23, 0, 1, 4, 5), p1 = v128.shuffle<f32>(l01, l23, 2, 3, 6, 7)
  const p2 = v128.shuffle<f32>(v128.shuffle<f32>(l0, l1, 2, 6, 3, 7), v128.shuffle<f32>(l2, l3, 2, 6, 3, 7), 0, 1, 4, 5)
  const r0 = v128.load(columns, 64), r1 = v128.load(columns, 80), r2 = v128.load(columns, 96), r3 = v128.load(columns, 112)
  const r01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), r23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5)
  const p3 = v128.shuffle<f32>(r01, r23, 0, 1, 4, 5), p4 = v128.shuffle<f32>(r01, r23, 2, 3, 6, 7)
  const p5 = v128.shuffle<f32>(v128.shuffle<f32>(r0, r1, 2, 6, 3, 7), v128.shuffle<f32>(r2, r3, 2, 6, 3, 7), 0, 1, 4, 5)
  const outer = f32x4.add(f32x4.add(f32x4.mul(p0, c0), f32x4.mul(p3, d2)), f32x4.add(f32x4.mul(p2, c2), f32x4.mul(p5, d0)))
  const sum = f32x4.add(outer, f32x4.add(f32x4.mul(p1, c1), f32x4.mul(p4, d1)))
  return f32x4.div(sum, f32x4.mul(totalX, totalY))
}

/** Fills a cell all of whose taps lie in the block and are valid. K says which kernel: by its size 1 cubic, 2 spline, 4 Lanczos. */
export function cleanCell<T, K>(job: Job, cell: Cell): void {
  const reach: i32 = sizeof<K>() == 4 ? 2 : 1
  const stride = job.srcStride, step = <u32>stride * sizeof<T>()
  const base = <u32>((cell.baseV - job.blockY0 - reach) * stride + cell.baseU - job.blockX0 - reach)
  const own = job.src + base * sizeof<T>()
  // Shifted by a row and a column, as the one before the base may be meant.
  const src = job.src + (base - <u32>(stride + 1 + magicBits)) * sizeof<T>()
  const stride4 = f32x4.splat(<f32>stride), shift = f32x4.splat(magic + <f32>(stride + 1))
  const count = cell.x1 - cell.x0, inX = cell.inX, dst = job.dst, dstStride = job.dstStride
  for (let y = cell.y0; y < cell.y1; y++) {
    const at = <u32>(y * dstStride + cell.x0)
    const yy = <f64>(cell.inY + y - cell.y0) + 0.5
    const au = <f32>(cell.u0 + cell.uy * yy - 0.5), bu = <f32>(cell.ux + cell.uxy * yy)
    const av = <f32>(cell.v0 + cell.vy * yy - 0.5), bv = <f32>(cell.vx + cell.vxy * yy)
    let out = dst + at * sizeof<T>()
    memory.fill(job.dstMask + at, 1, count)
    let i: i32 = 0
    for (; i + 4 <= count; i += 4) {
      const x = f32x4.add(f32x4.splat(<f32>(inX + i)), f32x4(0.5, 1.5, 2.5, 3.5))
      const u = f32x4.add(f32x4.splat(au), f32x4.mul(f32x4.splat(bu), x)), v = f32x4.add(f32x4.splat(av), f32x4.mul(f32x4.splat(bv), x))
      const fu = f32x4.floor(u), fv = f32x4.floor(v)
      const index = f32x4.add(f32x4.mul(fv, stride4), f32x4.add(fu, shift))
      const dx = f32x4.sub(u, fu), dy = f32x4.sub(v, fv)
      const s0 = src + <u32>i32x4.extract_lane(index, 0) * sizeof<T>(), s1 = src + <u32>i32x4.extract_lane(index, 1) * sizeof<T>()
      const s2 = src + <u32>i32x4.extract_lane(index, 2) * sizeof<T>(), s3 = src + <u32>i32x4.extract_lane(index, 3) * sizeof<T>()
      const value = sizeof<K>() == 4 ? lanczosLanes<T>(s0, s1, s2, s3, step, dx, dy) : cubicLanes<T, K>(s0, s1, s2, s3, step, dx, dy)
      const whole = packRounded<T>(value)
      if (sizeof<T>() == 2) v128.store_lane<u64>(out, whole, 0)
      else v128.store_lane<u32>(out, whole, 0)
      out += 4 * sizeof<T>()
    }
    for (; i < count; i++) {
      const x = <f32>(inX + i) + 0.5
      const u = au + bu * x, v = av + bv * x
      const fu = floor(u), fv = floor(v)
      const from = own + <u32>(<i32>fv * stride + <i32>fu) * sizeof<T>()
      if (sizeof<K>() == 4) gatherSix<T, u8>(from, 0, <u32>stride, i32x4.splat(0), u - fu, v - fv, out)
      else gatherFour<T, K, u8>(from, 0, <u32>stride, i32x4.splat(0), u - fu, v - fv, out)
      out += sizeof<T>()
    }
  }
}
