import { bilinearLane } from './warp-bilinear-lane'
import { Cell, cellBytes, Job } from './warp-job'
import { invalidRect } from './warp-offset'
import { stretchedLinear } from './warp-filter'

// 32- and 64-bit integers and floats, two pixels at a time in float64.

/** Two neighbouring elements from each of two addresses, as float64: the first of each, or the second of each. */
@inline
function two<T>(p0: u32, p1: u32, second: bool): v128 {
  if (sizeof<T>() == 8) {
    const a = v128.load(p0), b = v128.load(p1)
    return second ? v128.shuffle<i64>(a, b, 1, 3) : v128.shuffle<i64>(a, b, 0, 2)
  }
  const both = v128.load_lane<u64>(p1, v128.load_zero<u64>(p0), 1)
  const v = second ? v128.shuffle<i32>(both, both, 1, 3, 1, 3) : v128.shuffle<i32>(both, both, 0, 2, 0, 2)
  if (isFloat<T>()) return f64x2.promote_low_f32x4(v)
  return isSigned<T>() ? f64x2.convert_low_i32x4_s(v) : f64x2.convert_low_i32x4_u(v)
}

/** Stores two rounded values side by side. */
@inline
function storeTwo<T>(at: u32, value: v128): void {
  if (sizeof<T>() == 8) v128.store(at, value)
  else if (isFloat<T>()) v128.store_lane<u64>(at, f32x4.demote_f64x2_zero(value), 0)
  else {
    const whole = f64x2.floor(f64x2.add(value, f64x2.splat(0.5)))
    v128.store_lane<u64>(at, isSigned<T>() ? i32x4.trunc_sat_f64x2_s_zero(whole) : i32x4.trunc_sat_f64x2_u_zero(whole), 0)
  }
}

@inline
function hits<T>(value: v128, nodata: v128): v128 {
  const same = f64x2.eq(value, nodata)
  return isFloat<T>() ? v128.or(same, f64x2.ne(value, value)) : same
}

function tableRow<T>(job: Job, cell: Cell, at0: u32, count: i32, row: i32): i32 {
  let bad: i32 = 0
  let from = cell.table + ((row * 32 + cell.inX) << 3)
  for (let i: i32 = 0; i < count; i++, from += 8) {
    const u = load<f64>(from) - 0.5, v = load<f64>(from, 8192) - 0.5
    const x = floor(u), y = floor(v)
    bad += bilinearLane<T, f64>(job, at0 + i, <i32>x + cell.baseU, u - x, <i32>y + cell.baseV, v - y)
  }
  return bad
}

/** Pixels [from, count) of a row of a cell by its coefficients, u = a + b * x, one by one. */
function edgeRow<T>(job: Job, cell: Cell, at0: u32, from: i32, count: i32, au: f64, bu: f64, av: f64, bv: f64): i32 {
  let bad: i32 = 0
  for (let i = from; i < count; i++) {
    const x = <f64>(cell.inX + i) + 0.5
    const u = au + bu * x, v = av + bv * x
    const fu = floor(u), fv = floor(v)
    bad += bilinearLane<T, f64>(job, at0 + i, <i32>fu + cell.baseU, u - fu, <i32>fv + cell.baseV, v - fv)
  }
  return bad
}

// Adding 1.5 * 2^52 to a whole number leaves it in the low 32 bits.
const magic: f64 = 6755399441055744

/** A row of a cell by its coefficients; V and E as for narrow integers: how validity is told, and whether to look for the block's edge. */
@inline
function meshRow<T, V, E>(job: Job, cell: Cell, at0: u32, count: i32, au: f64, bu: f64, av: f64, bv: f64): i32 {
  let bad: i32 = 0
  const stride = job.srcStride
  const base = <u32>((cell.baseV - job.blockY0) * stride + cell.baseU - job.blockX0)
  const src = job.src + base * sizeof<T>(), under = src + <u32>stride * sizeof<T>()
  const mask = job.srcMask + base, maskUnder = mask + stride
  const stride2 = f64x2.splat(<f64>stride), nodata = f64x2.splat(job.nodata)
  let out = job.dst + at0 * sizeof<T>()
  let outMask = job.dstMask + at0
  const leftEdge = <f64>(job.blockX0 - cell.baseU), rightEdge = <f64>(job.blockX1 - cell.baseU - 1)
  const topEdge = <f64>(job.blockY0 - cell.baseV), bottomEdge = <f64>(job.blockY1 - cell.baseV - 1)
  let i: i32 = 0
  for (; i + 2 <= count; i += 2) {
    const x = f64x2.add(f64x2.splat(<f64>(cell.inX + i)), f64x2(0.5, 1.5))
    const u = f64x2.add(f64x2.splat(au), f64x2.mul(f64x2.splat(bu), x)), v = f64x2.add(f64x2.splat(av), f64x2.mul(f64x2.splat(bv), x))
    const fu = f64x2.floor(u), fv = f64x2.floor(v)
    const index = f64x2.add(f64x2.add(f64x2.mul(fv, stride2), fu), f64x2.splat(magic))
    const dx = f64x2.sub(u, fu), dy = f64x2.sub(v, fv)
    const i0 = <u32>i32x4.extract_lane(index, 0), i1 = <u32>i32x4.extract_lane(index, 2)
    if (sizeof<E>() > 1) {
      const inX = v128.and(f64x2.ge(fu, f64x2.splat(leftEdge)), f64x2.lt(fu, f64x2.splat(rightEdge)))
      const inY = v128.and(f64x2.ge(fv, f64x2.splat(topEdge)), f64x2.lt(fv, f64x2.splat(bottomEdge)))
      if (!i64x2.all_true(v128.and(inX, inY))) {
        bad += edgeRow<T>(job, cell, at0, i, i + 2, au, bu, av, bv)
        out += 2 * sizeof<T>()
        outMask += 2
        continue
      }
    }
    let clean: bool = true, lost: bool = false
    if (sizeof<V>() == 4) {
      const m0 = <u32>load<u16>(mask + i0) | (<u32>load<u16>(maskUnder + i0) << 16), m1 = <u32>load<u16>(mask + i1) | (<u32>load<u16>(maskUnder + i1) << 16)
      clean = (m0 & m1) == 0x01010101
      lost = (m0 | m1) == 0
    }
    const s0 = i0 * sizeof<T>(), s1 = i1 * sizeof<T>()
    const p00 = two<T>(src + s0, src + s1, false), p01 = two<T>(src + s0, src + s1, true)
    const p10 = two<T>(under + s0, under + s1, false), p11 = two<T>(under + s0, under + s1, true)
    if (sizeof<V>() == 2) {
      const h00 = hits<T>(p00, nodata), h01 = hits<T>(p01, nodata), h10 = hits<T>(p10, nodata), h11 = hits<T>(p11, nodata)
      clean = !v128.any_true(v128.or(v128.or(h00, h01), v128.or(h10, h11)))
      if (!clean) lost = i64x2.all_true(v128.and(v128.and(h00, h01), v128.and(h10, h11)))
    }
    const top = f64x2.add(p00, f64x2.mul(f64x2.sub(p01, p00), dx))
    const bottom = f64x2.add(p10, f64x2.mul(f64x2.sub(p11, p10), dx))
    const value = f64x2.add(top, f64x2.mul(f64x2.sub(bottom, top), dy))
    // Infinities give NaN, which a valid pixel never is.
    if (isFloat<T>()) clean = clean && !v128.any_true(f64x2.ne(value, value))
    if (clean) {
      storeTwo<T>(out, value)
      store<u16>(outMask, 0x0101)
    } else if (sizeof<V>() > 1 && lost) {
      if (sizeof<T>() == 8) v128.store(out, i64x2.splat(0))
      else store<u64>(out, 0)
      store<u16>(outMask, 0)
      bad += 2
    } else bad += edgeRow<T>(job, cell, at0, i, i + 2, au, bu, av, bv)
    out += 2 * sizeof<T>()
    outMask += 2
  }
  return i < count ? bad + edgeRow<T>(job, cell, at0, i, count, au, bu, av, bv) : bad
}

function cellOf<T, V>(job: Job, cell: Cell): i32 {
  let bad: i32 = 0
  const count = cell.x1 - cell.x0
  for (let y = cell.y0; y < cell.y1; y++) {
    const at = <u32>(y * job.dstStride + cell.x0)
    const row = cell.inY + y - cell.y0
    if (cell.kind == 1) {
      bad += tableRow<T>(job, cell, at, count, row)
      continue
    }
    const yy = <f64>row + 0.5
    const au = cell.u0 + cell.uy * yy - 0.5, bu = cell.ux + cell.uxy * yy
    const av = cell.v0 + cell.vy * yy - 0.5, bv = cell.vx + cell.vxy * yy
    // 64-bit integers go one by one: float64 does not hold them.
    if (cell.interior == 0 || (sizeof<T>() == 8 && isInteger<T>())) bad += edgeRow<T>(job, cell, at, 0, count, au, bu, av, bv)
    else if (cell.interior == 1) bad += meshRow<T, V, u8>(job, cell, at, count, au, bu, av, bv)
    else bad += meshRow<T, V, u16>(job, cell, at, count, au, bu, av, bv)
  }
  return bad
}

/** Bilinear for 32- and 64-bit integers and floats. Returns how many pixels are invalid. */
export function bilinearWide<T>(job: Job): i32 {
  let bad: i32 = 0
  for (let k: i32 = 0; k < job.cellCount; k++) {
    const cell = changetype<Cell>(job.cells + k * cellBytes)
    if (cell.kind == 2) bad += invalidRect<T>(job, cell.x0, cell.x1, cell.y0, cell.y1)
    else if (cell.stretched) bad += stretchedLinear<T>(job, cell)
    else if (job.validity == 0) bad += cellOf<T, u8>(job, cell)
    else if (job.validity == 1) bad += cellOf<T, u16>(job, cell)
    else bad += cellOf<T, u32>(job, cell)
  }
  return bad
}
