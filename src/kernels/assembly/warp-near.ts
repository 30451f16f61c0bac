import { Cell, cellBytes, Job } from './warp-job'

// GDAL pushes a centre that lies on a pixel's edge into the right or lower pixel, whatever rounding did to it.
const push: f64 = 1e-10

/** One pixel by the careful way. Returns 1 where it is invalid. */
function nearLane<T>(job: Job, at: u32, x: i32, y: i32): i32 {
  const out = job.dst + at * sizeof<T>()
  let valid: i32 = 0
  let value: T = <T>job.nodataBits
  if (x >= job.arrayX0 && x < job.arrayX1 && y >= job.arrayY0 && y < job.arrayY1) {
    if (x < job.blockX0 || x >= job.blockX1 || y < job.blockY0 || y >= job.blockY1) {
      job.missing = 1
    } else {
      const from = <u32>((y - job.blockY0) * job.srcStride + (x - job.blockX0))
      value = load<T>(job.src + from * sizeof<T>())
      valid = job.validity == 2 ? <i32>load<u8>(job.srcMask + from) : 1
    }
  }
  store<T>(out, value)
  if (job.validity != 1) store<u8>(job.dstMask + at, <u8>valid)
  return 1 - valid
}

/** A row of a cell: columns [x0, x1) of the output, whose coordinates are a + b * x. */
@inline
function nearRow<T>(job: Job, cell: Cell, at0: u32, count: i32, au: f64, bu: f64, av: f64, bv: f64): i32 {
  let bad: i32 = 0
  const spanX = i32x4.splat(job.blockX1 - job.blockX0)
  const spanY = i32x4.splat(job.blockY1 - job.blockY0)
  const offX = i32x4.splat(cell.baseU - job.blockX0)
  const offY = i32x4.splat(cell.baseV - job.blockY0)
  const stride = i32x4.splat(job.srcStride)
  const maskAt = job.validity
  const au2 = f64x2.splat(au), bu2 = f64x2.splat(bu), av2 = f64x2.splat(av), bv2 = f64x2.splat(bv)
  let x01 = f64x2.add(f64x2.splat(<f64>cell.inX), f64x2(0.5, 1.5))
  const two = f64x2.splat(2)
  const src = job.src
  for (let i: i32 = 0; i < count; i += 4) {
    // The positions are whole numbers and a half: stepping them is exact, so no pixel depends on where the row began.
    const x23 = f64x2.add(x01, two)
    const ix = v128.shuffle<i32>(
      i32x4.trunc_sat_f64x2_s_zero(f64x2.add(au2, f64x2.mul(bu2, x01))),
      i32x4.trunc_sat_f64x2_s_zero(f64x2.add(au2, f64x2.mul(bu2, x23))),
      0, 1, 4, 5,
    )
    const iy = v128.shuffle<i32>(
      i32x4.trunc_sat_f64x2_s_zero(f64x2.add(av2, f64x2.mul(bv2, x01))),
      i32x4.trunc_sat_f64x2_s_zero(f64x2.add(av2, f64x2.mul(bv2, x23))),
      0, 1, 4, 5,
    )
    x01 = f64x2.add(x23, two)
    const bx = i32x4.add(ix, offX)
    const by = i32x4.add(iy, offY)
    const at = at0 + i
    if (count - i >= 4 && i32x4.all_true(v128.and(i32x4.lt_u(bx, spanX), i32x4.lt_u(by, spanY)))) {
      const index = i32x4.add(i32x4.mul(by, stride), bx)
      const i0 = <u32>i32x4.extract_lane(index, 0)
      const i1 = <u32>i32x4.extract_lane(index, 1)
      const i2 = <u32>i32x4.extract_lane(index, 2)
      const i3 = <u32>i32x4.extract_lane(index, 3)
      const out = job.dst + at * sizeof<T>()
      store<T>(out, load<T>(src + i0 * sizeof<T>()))
      store<T>(out + sizeof<T>(), load<T>(src + i1 * sizeof<T>()))
      store<T>(out + 2 * sizeof<T>(), load<T>(src + i2 * sizeof<T>()))
      store<T>(out + 3 * sizeof<T>(), load<T>(src + i3 * sizeof<T>()))
      if (maskAt == 0) {
        store<u32>(job.dstMask + at, 0x01010101)
      } else if (maskAt == 2) {
        const m = job.srcMask
        const m0 = <u32>load<u8>(m + i0), m1 = <u32>load<u8>(m + i1), m2 = <u32>load<u8>(m + i2), m3 = <u32>load<u8>(m + i3)
        store<u32>(job.dstMask + at, m0 | (m1 << 8) | (m2 << 16) | (m3 << 24))
        bad += 4 - <i32>(m0 + m1 + m2 + m3)
      }
    } else {
      const ax = i32x4.add(bx, i32x4.splat(job.blockX0))
      const ay = i32x4.add(by, i32x4.splat(job.blockY0))
      bad += nearLane<T>(job, at, i32x4.extract_lane(ax, 0), i32x4.extract_lane(ay, 0))
      if (count - i > 1) bad += nearLane<T>(job, at + 1, i32x4.extract_lane(ax, 1), i32x4.extract_lane(ay, 1))
      if (count - i > 2) bad += nearLane<T>(job, at + 2, i32x4.extract_lane(ax, 2), i32x4.extract_lane(ay, 2))
      if (count - i > 3) bad += nearLane<T>(job, at + 3, i32x4.extract_lane(ax, 3), i32x4.extract_lane(ay, 3))
    }
  }
  return bad
}

function nearTable<T>(job: Job, cell: Cell, at0: u32, count: i32, row: i32): i32 {
  let bad: i32 = 0
  let from = cell.table + ((row * 32 + cell.inX) << 3)
  for (let i: i32 = 0; i < count; i++, from += 8) {
    const x = <i32>(floor(load<f64>(from) + push)) + cell.baseU
    const y = <i32>(floor(load<f64>(from, 8192) + push)) + cell.baseV
    bad += nearLane<T>(job, at0 + i, x, y)
  }
  return bad
}

function nearEmpty<T>(job: Job, at0: u32, count: i32): i32 {
  for (let i: i32 = 0; i < count; i++) store<T>(job.dst + (at0 + i) * sizeof<T>(), <T>job.nodataBits)
  if (job.validity != 1) memory.fill(job.dstMask + at0, 0, count)
  return count
}

function near<T>(job: Job): i32 {
  let bad: i32 = 0
  for (let k: i32 = 0; k < job.cellCount; k++) {
    const cell = changetype<Cell>(job.cells + k * cellBytes)
    const count = cell.x1 - cell.x0
    for (let y = cell.y0; y < cell.y1; y++) {
      const at = <u32>(y * job.dstStride + cell.x0)
      const row = cell.inY + y - cell.y0
      if (cell.kind == 0) {
        const yy = <f64>row + 0.5
        const au = cell.u0 + cell.uy * yy + push, bu = cell.ux + cell.uxy * yy
        const av = cell.v0 + cell.vy * yy + push, bv = cell.vx + cell.vxy * yy
        bad += nearRow<T>(job, cell, at, count, au, bu, av, bv)
      } else if (cell.kind == 1) bad += nearTable<T>(job, cell, at, count, row)
      else bad += nearEmpty<T>(job, at, count)
    }
  }
  return bad
}

/**
 * Nearest neighbour for elements of `width` bytes; the job's cells say where from. Fills the output, and its mask unless validity is
 * 1 (then a pixel without source becomes nodata). Returns how many pixels it knows to be invalid.
 */
export function warpNear(width: i32, job: usize): i32 {
  const work = changetype<Job>(job)
  if (width == 1) return near<u8>(work)
  if (width == 2) return near<u16>(work)
  if (width == 4) return near<u32>(work)
  return near<u64>(work)
}
