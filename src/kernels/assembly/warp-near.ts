import { Cell, cellBytes, Job, turned } from './warp-job'

// GDAL pushes a centre that lies on a pixel's edge into the right or lower pixel, whatever rounding did to it.
const push: f64 = 1e-10

/** One pixel by the careful way. Returns 1 where it is invalid. */
function nearLane<T>(job: Job, at: u32, column: i32, y: i32): i32 {
  const x = turned(job, column)
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

// Adding 1.5 * 2^52 to a whole number leaves it in the low 32 bits.
const magic: f64 = 6755399441055744

/** Pixels [from, count) of a row of a cell by its coefficients, u = a + b * x, one by one. */
function edgeRow<T>(job: Job, cell: Cell, at0: u32, from: i32, count: i32, au: f64, bu: f64, av: f64, bv: f64): i32 {
  let bad: i32 = 0
  for (let i = from; i < count; i++) {
    const x = <f64>(cell.inX + i) + 0.5
    bad += nearLane<T>(job, at0 + i, <i32>floor(au + bu * x) + cell.baseU, <i32>floor(av + bv * x) + cell.baseV)
  }
  return bad
}

/** Element offsets of two pixels, in lanes 0 and 2. */
@inline
function offsets(x: v128, stride: v128, au: f64, bu: f64, av: f64, bv: f64): v128 {
  const u = f64x2.floor(f64x2.add(f64x2.splat(au), f64x2.mul(f64x2.splat(bu), x)))
  const v = f64x2.floor(f64x2.add(f64x2.splat(av), f64x2.mul(f64x2.splat(bv), x)))
  return f64x2.add(f64x2.add(f64x2.mul(v, stride), u), f64x2.splat(magic))
}

/**
 * A row of a cell by its coefficients. V says how validity is told: by its size 1 all valid, 2 by nodata, 4 by mask; E whether to
 * look for the block's edge: by its size 1 no, 2 yes. What the loop needs of the job is held in locals, which stores cannot change.
 */
@inline
function meshRow<T, V, E>(job: Job, cell: Cell, at0: u32, count: i32, au: f64, bu: f64, av: f64, bv: f64): i32 {
  let bad: i32 = 0
  const stride = job.srcStride
  const base = <u32>((cell.baseV - job.blockY0) * stride + cell.baseU - job.blockX0)
  const src = job.src + base * sizeof<T>(), mask = job.srcMask + base
  const stride2 = f64x2.splat(<f64>stride)
  let out = job.dst + at0 * sizeof<T>()
  let outMask = job.dstMask + at0
  const leftEdge = <f64>(job.blockX0 - cell.baseU), rightEdge = <f64>(job.blockX1 - cell.baseU)
  const topEdge = <f64>(job.blockY0 - cell.baseV), bottomEdge = <f64>(job.blockY1 - cell.baseV)
  let i: i32 = 0
  for (; i + 4 <= count; i += 4) {
    const x = f64x2.add(f64x2.splat(<f64>(cell.inX + i)), f64x2(0.5, 1.5))
    const first = offsets(x, stride2, au, bu, av, bv), second = offsets(f64x2.add(x, f64x2.splat(2)), stride2, au, bu, av, bv)
    if (sizeof<E>() > 1) {
      // Both coordinates run along a straight line: the group lies within the block where its first and last pixel do.
      const x0 = <f64>(cell.inX + i) + 0.5, x1 = x0 + 3
      const u0 = floor(au + bu * x0), u1 = floor(au + bu * x1), v0 = floor(av + bv * x0), v1 = floor(av + bv * x1)
      if (min(u0, u1) < leftEdge || max(u0, u1) >= rightEdge || min(v0, v1) < topEdge || max(v0, v1) >= bottomEdge) {
        bad += edgeRow<T>(job, cell, at0, i, i + 4, au, bu, av, bv)
        out += 4 * sizeof<T>()
        outMask += 4
        continue
      }
    }
    const i0 = <u32>i32x4.extract_lane(first, 0), i1 = <u32>i32x4.extract_lane(first, 2)
    const i2 = <u32>i32x4.extract_lane(second, 0), i3 = <u32>i32x4.extract_lane(second, 2)
    store<T>(out, load<T>(src + i0 * sizeof<T>()))
    store<T>(out, load<T>(src + i1 * sizeof<T>()), sizeof<T>())
    store<T>(out, load<T>(src + i2 * sizeof<T>()), 2 * sizeof<T>())
    store<T>(out, load<T>(src + i3 * sizeof<T>()), 3 * sizeof<T>())
    if (sizeof<V>() == 1) store<u32>(outMask, 0x01010101)
    else if (sizeof<V>() == 4) {
      const m0 = <u32>load<u8>(mask + i0), m1 = <u32>load<u8>(mask + i1), m2 = <u32>load<u8>(mask + i2), m3 = <u32>load<u8>(mask + i3)
      store<u32>(outMask, m0 | (m1 << 8) | (m2 << 16) | (m3 << 24))
      bad += 4 - <i32>(m0 + m1 + m2 + m3)
    }
    out += 4 * sizeof<T>()
    outMask += 4
  }
  return i < count ? bad + edgeRow<T>(job, cell, at0, i, count, au, bu, av, bv) : bad
}

@inline
function checkedRow<T, V>(job: Job, cell: Cell, at: u32, count: i32, au: f64, bu: f64, av: f64, bv: f64): i32 {
  if (cell.interior == 1) return meshRow<T, V, u8>(job, cell, at, count, au, bu, av, bv)
  return meshRow<T, V, u16>(job, cell, at, count, au, bu, av, bv)
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
        if (cell.interior == 0) bad += edgeRow<T>(job, cell, at, 0, count, au, bu, av, bv)
        else if (job.validity == 0) bad += checkedRow<T, u8>(job, cell, at, count, au, bu, av, bv)
        else if (job.validity == 1) bad += checkedRow<T, u16>(job, cell, at, count, au, bu, av, bv)
        else bad += checkedRow<T, u32>(job, cell, at, count, au, bu, av, bv)
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
