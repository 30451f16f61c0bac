import { bilinearLane } from './warp-bilinear-lane'
import { Cell, cellBytes, Job } from './warp-job'
import { isValue, storeRounded } from './warp-tap'

// 32- and 64-bit integers and floats: one pixel at a time in float64.

@inline
function pixel<T>(job: Job, at: u32, x: i32, dx: f64, y: i32, dy: f64): i32 {
  const bx = <u32>(x - job.blockX0), by = <u32>(y - job.blockY0)
  const inside = bx < <u32>(job.blockX1 - job.blockX0 - 1) && by < <u32>(job.blockY1 - job.blockY0 - 1)
  if (!inside || (sizeof<T>() == 8 && isInteger<T>()) || job.validity == 2) return bilinearLane<T, f64>(job, at, x, dx, y, dy)
  const from = job.src + (by * <u32>job.srcStride + bx) * sizeof<T>(), under = from + <u32>job.srcStride * sizeof<T>()
  const p00 = load<T>(from), p01 = load<T>(from, sizeof<T>()), p10 = load<T>(under), p11 = load<T>(under, sizeof<T>())
  if (job.validity == 1 && !(isValue<T>(job, p00) && isValue<T>(job, p01) && isValue<T>(job, p10) && isValue<T>(job, p11))) {
    return bilinearLane<T, f64>(job, at, x, dx, y, dy)
  }
  const top = <f64>p00 + (<f64>p01 - <f64>p00) * dx
  const bottom = <f64>p10 + (<f64>p11 - <f64>p10) * dx
  const good = storeRounded<T>(job.dst + at * sizeof<T>(), top + (bottom - top) * dy)
  store<u8>(job.dstMask + at, <u8>good)
  return good ? 0 : 1
}

function rowOf<T>(job: Job, cell: Cell, at0: u32, count: i32, row: i32): i32 {
  let bad: i32 = 0
  if (cell.kind == 1) {
    let from = cell.table + ((row * 32 + cell.inX) << 3)
    for (let i: i32 = 0; i < count; i++, from += 8) {
      const u = load<f64>(from) - 0.5, v = load<f64>(from, 8192) - 0.5
      const x = floor(u), y = floor(v)
      bad += pixel<T>(job, at0 + i, <i32>(x) + cell.baseU, u - x, <i32>(y) + cell.baseV, v - y)
    }
    return bad
  }
  const yy = <f64>row + 0.5
  const au = cell.u0 + cell.uy * yy - 0.5, bu = cell.ux + cell.uxy * yy
  const av = cell.v0 + cell.vy * yy - 0.5, bv = cell.vx + cell.vxy * yy
  for (let i: i32 = 0; i < count; i++) {
    const xx = <f64>(cell.inX + i) + 0.5
    const u = au + bu * xx, v = av + bv * xx
    const x = floor(u), y = floor(v)
    bad += pixel<T>(job, at0 + i, <i32>(x) + cell.baseU, u - x, <i32>(y) + cell.baseV, v - y)
  }
  return bad
}

/** Bilinear for 32- and 64-bit integers and floats. Returns how many pixels are invalid. */
export function bilinearWide<T>(job: Job): i32 {
  let bad: i32 = 0
  for (let k: i32 = 0; k < job.cellCount; k++) {
    const cell = changetype<Cell>(job.cells + k * cellBytes)
    const count = cell.x1 - cell.x0
    for (let y = cell.y0; y < cell.y1; y++) {
      const at = <u32>(y * job.dstStride + cell.x0)
      if (cell.kind == 2) {
        memory.fill(job.dst + at * sizeof<T>(), 0, count * sizeof<T>())
        memory.fill(job.dstMask + at, 0, count)
        bad += count
      } else bad += rowOf<T>(job, cell, at, count, cell.inY + y - cell.y0)
    }
  }
  return bad
}
