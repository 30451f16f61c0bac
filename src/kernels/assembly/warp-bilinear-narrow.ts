import { bilinearLane } from './warp-bilinear-lane'
import { Cell, cellBytes, Job } from './warp-job'
import { invalidRect } from './warp-offset'
import { stretchedLinear } from './warp-filter'
import { highest } from './warp-tap'

// Integers of 8 and 16 bits, four pixels at a time in float32. Offsets are relative to the cell, so float32 holds them to 4e-6 px.

// Whole numbers from 0 to 2^23, shifted by this, stand in a float's low bits.
const magic: f32 = 8388608
const magicBits: i32 = 0x4b000000

/** Two neighbouring elements from each of four addresses, one pair a lane. */
@inline
function pairs<T>(p0: u32, p1: u32, p2: u32, p3: u32): v128 {
  // Joined in whole registers: lane loads are slower.
  const a = sizeof<T>() == 2 ? <i64>load<u32>(p0) | (<i64>load<u32>(p1) << 32) : <i64>load<u16>(p0) | (<i64>load<u16>(p1) << 32)
  const b = sizeof<T>() == 2 ? <i64>load<u32>(p2) | (<i64>load<u32>(p3) << 32) : <i64>load<u16>(p2) | (<i64>load<u16>(p3) << 32)
  return i64x2.replace_lane(i64x2.splat(a), 1, b)
}

/** The first of each pair as i32. */
@inline
function first<T>(v: v128): v128 {
  const shift: i32 = 32 - 8 * <i32>sizeof<T>()
  if (isSigned<T>()) return i32x4.shr_s(i32x4.shl(v, shift), shift)
  return v128.and(v, i32x4.splat(<i32>highest<T>()))
}

/** The second of each pair as i32. */
@inline
function second<T>(v: v128): v128 {
  if (sizeof<T>() == 2) return isSigned<T>() ? i32x4.shr_s(v, 16) : i32x4.shr_u(v, 16)
  if (isSigned<T>()) return i32x4.shr_s(i32x4.shl(v, 16), 24)
  return v128.and(i32x4.shr_u(v, 8), i32x4.splat(255))
}

/** Four values rounded half up and stored side by side; they lie within the type's range. */
@inline
function storeFour<T>(at: u32, value: v128): void {
  const whole = f32x4.floor(f32x4.add(value, f32x4.splat(0.5)))
  // As the low bits of a shifted float; a conversion that saturates takes four times as long.
  const shift: f32 = isSigned<T>() ? 12582912 : 8388608, bits: i32 = isSigned<T>() ? 0x4b400000 : 0x4b000000
  const integer = i32x4.sub(f32x4.add(whole, f32x4.splat(shift)), i32x4.splat(bits))
  if (sizeof<T>() == 2) {
    const narrow = isSigned<T>() ? i16x8.narrow_i32x4_s(integer, integer) : i16x8.narrow_i32x4_u(integer, integer)
    v128.store_lane<u64>(at, narrow, 0)
  } else {
    const half = i16x8.narrow_i32x4_s(integer, integer)
    const narrow = isSigned<T>() ? i8x16.narrow_i16x8_s(half, half) : i8x16.narrow_i16x8_u(half, half)
    v128.store_lane<u32>(at, narrow, 0)
  }
}

/** Pixels [from, count) of a row of a cell by its coefficients, u = a + b * x, one by one. */
function edgeRow<T>(job: Job, cell: Cell, at0: u32, from: i32, count: i32, au: f32, bu: f32, av: f32, bv: f32): i32 {
  let bad: i32 = 0
  for (let i = from; i < count; i++) {
    const x = <f32>(cell.inX + i) + 0.5
    const u = au + bu * x, v = av + bv * x
    const fu = floor(u), fv = floor(v)
    bad += bilinearLane<T, f32>(job, at0 + i, <i32>fu + cell.baseU, u - fu, <i32>fv + cell.baseV, v - fv)
  }
  return bad
}

/**
 * A row of a cell by its coefficients. V says how validity is told: by its size 1 all valid, 2 by nodata, 4 by mask; E whether to look
 * for the block's edge: by its size 1 no, 2 yes.
 * Few vectors are alive at a time: spilled ones may straddle cache lines, which halves the speed. So the index is computed in
 * float32, which holds it (the caller has checked), and what the loop needs of the job is in locals, which stores cannot change.
 */
@inline
function meshRow<T, V, E>(job: Job, cell: Cell, at0: u32, count: i32, au: f32, bu: f32, av: f32, bv: f32): i32 {
  let bad: i32 = 0
  const stride = job.srcStride
  const base = <u32>((cell.baseV - job.blockY0) * stride + cell.baseU - job.blockX0 - magicBits)
  const src = job.src + base * sizeof<T>(), under = src + <u32>stride * sizeof<T>()
  const mask = job.srcMask + base, maskUnder = mask + stride
  const nodata = sizeof<T>() == 2 ? i16x8.splat(<i16><i32>job.nodata) : i32x4.splat(<i32>job.nodata)
  const stride4 = f32x4.splat(<f32>stride)
  let out = job.dst + at0 * sizeof<T>()
  let outMask = job.dstMask + at0
  const leftEdge = <f32>(job.blockX0 - cell.baseU), rightEdge = <f32>(job.blockX1 - cell.baseU - 1)
  const topEdge = <f32>(job.blockY0 - cell.baseV), bottomEdge = <f32>(job.blockY1 - cell.baseV - 1)
  let i: i32 = 0
  let x = f32x4.sub(f32x4.splat(<f32>cell.inX), f32x4(3.5, 2.5, 1.5, 0.5))
  for (; i + 4 <= count; i += 4) {
    x = f32x4.add(x, f32x4.splat(4))
    const u = f32x4.add(f32x4.splat(au), f32x4.mul(f32x4.splat(bu), x)), v = f32x4.add(f32x4.splat(av), f32x4.mul(f32x4.splat(bv), x))
    const fu = f32x4.floor(u), fv = f32x4.floor(v)
    // Adding 2^23 leaves the whole number in the low bits.
    const index = f32x4.add(f32x4.add(f32x4.mul(fv, stride4), fu), f32x4.splat(magic))
    const dx = f32x4.sub(u, fu), dy = f32x4.sub(v, fv)
    const i0 = <u32>i32x4.extract_lane(index, 0), i1 = <u32>i32x4.extract_lane(index, 1)
    const i2 = <u32>i32x4.extract_lane(index, 2), i3 = <u32>i32x4.extract_lane(index, 3)
    const s0 = i0 * sizeof<T>(), s1 = i1 * sizeof<T>(), s2 = i2 * sizeof<T>(), s3 = i3 * sizeof<T>()
    if (sizeof<E>() > 1) {
      const inX = v128.and(f32x4.ge(fu, f32x4.splat(leftEdge)), f32x4.lt(fu, f32x4.splat(rightEdge)))
      const inY = v128.and(f32x4.ge(fv, f32x4.splat(topEdge)), f32x4.lt(fv, f32x4.splat(bottomEdge)))
      if (!i32x4.all_true(v128.and(inX, inY))) {
        bad += edgeRow<T>(job, cell, at0, i, i + 4, au, bu, av, bv)
        out += 4 * sizeof<T>()
        outMask += 4
        continue
      }
    }
    let clean: bool = true, lost: bool = false
    if (sizeof<V>() == 4) {
      const m0 = <u32>load<u16>(mask + i0) | (<u32>load<u16>(maskUnder + i0) << 16), m1 = <u32>load<u16>(mask + i1) | (<u32>load<u16>(maskUnder + i1) << 16)
      const m2 = <u32>load<u16>(mask + i2) | (<u32>load<u16>(maskUnder + i2) << 16), m3 = <u32>load<u16>(mask + i3) | (<u32>load<u16>(maskUnder + i3) << 16)
      clean = (m0 & m1 & m2 & m3) == 0x01010101
      lost = (m0 | m1 | m2 | m3) == 0
    }
    const above = pairs<T>(src + s0, src + s1, src + s2, src + s3)
    const n00 = first<T>(above), n01 = second<T>(above)
    const below = pairs<T>(under + s0, under + s1, under + s2, under + s3)
    const n10 = first<T>(below), n11 = second<T>(below)
    if (sizeof<V>() == 2 && sizeof<T>() == 2) {
      const high = i16x8.eq(above, nodata), low = i16x8.eq(below, nodata)
      clean = !v128.any_true(v128.or(high, low))
      if (!clean) lost = i16x8.all_true(v128.and(high, low))
    } else if (sizeof<V>() == 2) {
      const h00 = i32x4.eq(n00, nodata), h01 = i32x4.eq(n01, nodata), h10 = i32x4.eq(n10, nodata), h11 = i32x4.eq(n11, nodata)
      clean = !v128.any_true(v128.or(v128.or(h00, h01), v128.or(h10, h11)))
      if (!clean) lost = i32x4.all_true(v128.and(v128.and(h00, h01), v128.and(h10, h11)))
    }
    if (clean) {
      const f00 = f32x4.convert_i32x4_s(n00), f10 = f32x4.convert_i32x4_s(n10)
      const top = f32x4.add(f00, f32x4.mul(f32x4.sub(f32x4.convert_i32x4_s(n01), f00), dx))
      const bottom = f32x4.add(f10, f32x4.mul(f32x4.sub(f32x4.convert_i32x4_s(n11), f10), dx))
      storeFour<T>(out, f32x4.add(top, f32x4.mul(f32x4.sub(bottom, top), dy)))
      store<u32>(outMask, 0x01010101)
    } else if (sizeof<V>() > 1 && lost) {
      if (sizeof<T>() == 1) store<u32>(out, 0)
      else store<u64>(out, 0)
      store<u32>(outMask, 0)
      bad += 4
    } else bad += edgeRow<T>(job, cell, at0, i, i + 4, au, bu, av, bv)
    out += 4 * sizeof<T>()
    outMask += 4
  }
  return i < count ? bad + edgeRow<T>(job, cell, at0, i, count, au, bu, av, bv) : bad
}

function tableRow<T>(job: Job, cell: Cell, at0: u32, count: i32, row: i32): i32 {
  let bad: i32 = 0
  let from = cell.table + ((row * 32 + cell.inX) << 3)
  for (let i: i32 = 0; i < count; i++, from += 8) {
    const u = load<f64>(from) - 0.5, v = load<f64>(from, 8192) - 0.5
    const x = floor(u), y = floor(v)
    bad += bilinearLane<T, f32>(
      job, at0 + i,
      <i32>(x) + cell.baseU, <f32>(u - x),
      <i32>(y) + cell.baseV, <f32>(v - y),
    )
  }
  return bad
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
    const au = <f32>(cell.u0 + cell.uy * yy - 0.5), bu = <f32>(cell.ux + cell.uxy * yy)
    const av = <f32>(cell.v0 + cell.vy * yy - 0.5), bv = <f32>(cell.vx + cell.vxy * yy)
    if (cell.interior == 1) bad += meshRow<T, V, u8>(job, cell, at, count, au, bu, av, bv)
    else if (cell.interior == 2) bad += meshRow<T, V, u16>(job, cell, at, count, au, bu, av, bv)
    else bad += edgeRow<T>(job, cell, at, 0, count, au, bu, av, bv)
  }
  return bad
}

/** Bilinear for integers of 8 and 16 bits. Returns how many pixels are invalid. */
export function bilinearNarrow<T>(job: Job): i32 {
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
