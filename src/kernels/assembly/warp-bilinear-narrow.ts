import { bilinearLane } from './warp-bilinear-lane'
import { Cell, cellBytes, Job } from './warp-job'
import { highest } from './warp-tap'

// Integers of 8 and 16 bits, four pixels at a time in float32. Offsets are relative to the cell, so float32 holds them to 4e-6 px.

/** Two neighbouring elements from each of four addresses, one pair a lane. */
@inline
function pairs<T>(p0: u32, p1: u32, p2: u32, p3: u32): v128 {
  if (sizeof<T>() == 2) {
    let v = v128.load_zero<u32>(p0)
    v = v128.load_lane<u32>(p1, v, 1)
    v = v128.load_lane<u32>(p2, v, 2)
    return v128.load_lane<u32>(p3, v, 3)
  }
  let v = i32x4.splat(<i32>load<u16>(p0))
  v = v128.load_lane<u16>(p1, v, 2)
  v = v128.load_lane<u16>(p2, v, 4)
  return v128.load_lane<u16>(p3, v, 6)
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
  const up = f32x4.add(value, f32x4.splat(0.5))
  const whole = i32x4.trunc_sat_f32x4_s(isSigned<T>() ? f32x4.floor(up) : up)
  if (sizeof<T>() == 2) {
    const narrow = isSigned<T>() ? i16x8.narrow_i32x4_s(whole, whole) : i16x8.narrow_i32x4_u(whole, whole)
    v128.store_lane<u64>(at, narrow, 0)
  } else {
    const half = i16x8.narrow_i32x4_s(whole, whole)
    const narrow = isSigned<T>() ? i8x16.narrow_i16x8_s(half, half) : i8x16.narrow_i16x8_u(half, half)
    v128.store_lane<u32>(at, narrow, 0)
  }
}

/** Four pixels whose taps all lie within the block; V is the job's validity. Returns how many are invalid. */
@inline
function group<T, V>(job: Job, at: u32, bx: v128, dx: v128, by: v128, dy: v128): i32 {
  const index = i32x4.add(i32x4.mul(by, i32x4.splat(job.srcStride)), bx)
  const i0 = <u32>i32x4.extract_lane(index, 0), i1 = <u32>i32x4.extract_lane(index, 1)
  const i2 = <u32>i32x4.extract_lane(index, 2), i3 = <u32>i32x4.extract_lane(index, 3)
  const src = job.src, under = <u32>job.srcStride * sizeof<T>()
  const p0 = src + i0 * sizeof<T>(), p1 = src + i1 * sizeof<T>(), p2 = src + i2 * sizeof<T>(), p3 = src + i3 * sizeof<T>()
  const above = pairs<T>(p0, p1, p2, p3)
  const below = pairs<T>(p0 + under, p1 + under, p2 + under, p3 + under)
  const n00 = first<T>(above), n01 = second<T>(above), n10 = first<T>(below), n11 = second<T>(below)
  let clean: bool = true
  if (sizeof<V>() == 2) {
    const nodata = i32x4.splat(<i32>job.nodata)
    const hit = v128.or(
      v128.or(i32x4.eq(n00, nodata), i32x4.eq(n01, nodata)),
      v128.or(i32x4.eq(n10, nodata), i32x4.eq(n11, nodata)),
    )
    clean = !v128.any_true(hit)
  } else if (sizeof<V>() == 4) {
    const m = job.srcMask, mu = m + job.srcStride
    const all =
      <u32>load<u16>(m + i0) & load<u16>(mu + i0) & load<u16>(m + i1) & load<u16>(mu + i1) &
      load<u16>(m + i2) & load<u16>(mu + i2) & load<u16>(m + i3) & load<u16>(mu + i3)
    clean = all == 0x0101
  }
  if (!clean) return careful<T>(job, at, 4, i32x4.add(bx, i32x4.splat(job.blockX0)), dx, i32x4.add(by, i32x4.splat(job.blockY0)), dy)
  const f00 = f32x4.convert_i32x4_s(n00), f01 = f32x4.convert_i32x4_s(n01)
  const f10 = f32x4.convert_i32x4_s(n10), f11 = f32x4.convert_i32x4_s(n11)
  const top = f32x4.add(f00, f32x4.mul(f32x4.sub(f01, f00), dx))
  const bottom = f32x4.add(f10, f32x4.mul(f32x4.sub(f11, f10), dx))
  storeFour<T>(job.dst + at * sizeof<T>(), f32x4.add(top, f32x4.mul(f32x4.sub(bottom, top), dy)))
  store<u32>(job.dstMask + at, 0x01010101)
  return 0
}

/** Up to four pixels one by one; x and y count from the array's corner. */
function careful<T>(job: Job, at: u32, count: i32, x: v128, dx: v128, y: v128, dy: v128): i32 {
  let bad = bilinearLane<T, f32>(job, at, i32x4.extract_lane(x, 0), f32x4.extract_lane(dx, 0), i32x4.extract_lane(y, 0), f32x4.extract_lane(dy, 0))
  if (count > 1) bad += bilinearLane<T, f32>(job, at + 1, i32x4.extract_lane(x, 1), f32x4.extract_lane(dx, 1), i32x4.extract_lane(y, 1), f32x4.extract_lane(dy, 1))
  if (count > 2) bad += bilinearLane<T, f32>(job, at + 2, i32x4.extract_lane(x, 2), f32x4.extract_lane(dx, 2), i32x4.extract_lane(y, 2), f32x4.extract_lane(dy, 2))
  if (count > 3) bad += bilinearLane<T, f32>(job, at + 3, i32x4.extract_lane(x, 3), f32x4.extract_lane(dx, 3), i32x4.extract_lane(y, 3), f32x4.extract_lane(dy, 3))
  return bad
}

/** A row of a cell by its coefficients: u = a + b * x. */
@inline
function meshRow<T, V>(job: Job, cell: Cell, at0: u32, count: i32, au: f32, bu: f32, av: f32, bv: f32): i32 {
  let bad: i32 = 0
  const au4 = f32x4.splat(au), bu4 = f32x4.splat(bu), av4 = f32x4.splat(av), bv4 = f32x4.splat(bv)
  const offX = i32x4.splat(cell.baseU - job.blockX0), offY = i32x4.splat(cell.baseV - job.blockY0)
  const arrayX = i32x4.splat(job.blockX0), arrayY = i32x4.splat(job.blockY0)
  const spanX = i32x4.splat(job.blockX1 - job.blockX0 - 1), spanY = i32x4.splat(job.blockY1 - job.blockY0 - 1)
  const interior = cell.interior
  const four = f32x4.splat(4)
  let x = f32x4.add(f32x4.splat(<f32>cell.inX), f32x4(0.5, 1.5, 2.5, 3.5))
  for (let i: i32 = 0; i < count; i += 4) {
    const u = f32x4.add(au4, f32x4.mul(bu4, x)), v = f32x4.add(av4, f32x4.mul(bv4, x))
    x = f32x4.add(x, four)
    const ix = i32x4.trunc_sat_f32x4_s(u), iy = i32x4.trunc_sat_f32x4_s(v)
    const dx = f32x4.sub(u, f32x4.convert_i32x4_s(ix)), dy = f32x4.sub(v, f32x4.convert_i32x4_s(iy))
    const bx = i32x4.add(ix, offX), by = i32x4.add(iy, offY)
    const left = count - i
    if (left >= 4 && (interior || i32x4.all_true(v128.and(i32x4.lt_u(bx, spanX), i32x4.lt_u(by, spanY))))) {
      bad += group<T, V>(job, at0 + i, bx, dx, by, dy)
    } else bad += careful<T>(job, at0 + i, left, i32x4.add(bx, arrayX), dx, i32x4.add(by, arrayY), dy)
  }
  return bad
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
    bad += meshRow<T, V>(job, cell, at, count, au, bu, av, bv)
  }
  return bad
}

function emptyCell<T>(job: Job, cell: Cell): i32 {
  const count = cell.x1 - cell.x0
  for (let y = cell.y0; y < cell.y1; y++) {
    const at = <u32>(y * job.dstStride + cell.x0)
    memory.fill(job.dst + at * sizeof<T>(), 0, count * sizeof<T>())
    memory.fill(job.dstMask + at, 0, count)
  }
  return count * (cell.y1 - cell.y0)
}

/** Bilinear for integers of 8 and 16 bits. Returns how many pixels are invalid. */
export function bilinearNarrow<T>(job: Job): i32 {
  let bad: i32 = 0
  for (let k: i32 = 0; k < job.cellCount; k++) {
    const cell = changetype<Cell>(job.cells + k * cellBytes)
    if (cell.kind == 2) bad += emptyCell<T>(job, cell)
    else if (job.validity == 0) bad += cellOf<T, u8>(job, cell)
    else if (job.validity == 1) bad += cellOf<T, u16>(job, cell)
    else bad += cellOf<T, u32>(job, cell)
  }
  return bad
}
