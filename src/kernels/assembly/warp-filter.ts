import { Filter, filterPixel, pairPixel } from './warp-filter-pixel'
import { gatherFour, gatherSix, isGathered } from './warp-gather'
import { cleanCell } from './warp-gather-lanes'
import { isClean } from './warp-hull'
import { Cell, cellBytes, Job } from './warp-job'
import { invalidRect } from './warp-offset'
import { cubic, cubicSpline, lanczos, Slot, slotBytes } from './warp-weights'

// The point kernels wider than bilinear: gathered where that is possible, else pixel by pixel in float64, with the weights of columns and rows kept while positions repeat.

function filterCell<T>(job: Job, cell: Cell, filter: Filter, room: u32): i32 {
  let bad: i32 = 0
  const rows = changetype<Slot>(room)
  // Scales differ between cells, so what is kept serves one cell.
  for (let k: u32 = 0; k <= 32; k++) changetype<Slot>(room + k * slotBytes).position = NaN
  for (let y = cell.y0; y < cell.y1; y++) {
    const row = cell.inY + y - cell.y0
    const at = <u32>(y * job.dstStride + cell.x0)
    let from = cell.table + ((row * 32 + cell.inX) << 3)
    const yy = <f64>row + 0.5
    for (let i: i32 = 0; i < cell.x1 - cell.x0; i++, from += 8) {
      let u: f64, v: f64
      if (cell.kind == 1) {
        u = load<f64>(from)
        v = load<f64>(from, 8192)
      } else {
        const xx = <f64>(cell.inX + i) + 0.5
        u = cell.u0 + cell.uy * yy + (cell.ux + cell.uxy * yy) * xx
        v = cell.v0 + cell.vy * yy + (cell.vx + cell.vxy * yy) * xx
      }
      const columns = changetype<Slot>(room + (i + 1) * slotBytes)
      bad += filterPixel<T>(job, filter, at + i, u + <f64>cell.baseU, v + <f64>cell.baseV, columns, rows)
    }
  }
  return bad
}

/**
 * A cell whose pixels are gathered where they can be. K says which kernel: by its size 1 cubic, 2 spline, 4 Lanczos; V how validity is told:
 * 1 all valid, 2 by nodata, 4 by mask. Bits of a pixel follow from its own position and taps.
 */
function gatherCell<T, K, V>(job: Job, cell: Cell, filter: Filter, room: u32): i32 {
  let bad: i32 = 0
  const rows = changetype<Slot>(room), columns = changetype<Slot>(room + slotBytes)
  rows.position = NaN
  columns.position = NaN
  const reach: i32 = sizeof<K>() == 4 ? 2 : 1, taps = 2 * reach + 2
  const left = max(job.blockX0, job.arrayX0) - cell.baseU + reach, right = min(job.blockX1, job.arrayX1) - cell.baseU - taps + reach
  const top = max(job.blockY0, job.arrayY0) - cell.baseV + reach, bottom = min(job.blockY1, job.arrayY1) - cell.baseV - taps + reach
  const stride = <u32>job.srcStride, nodata = i32x4.splat(<i32>job.nodata)
  const base = <u32>((cell.baseV - job.blockY0 - reach) * job.srcStride + cell.baseU - job.blockX0 - reach)
  const src = job.src + base * sizeof<T>(), mask = job.srcMask + base
  for (let y = cell.y0; y < cell.y1; y++) {
    const at = <u32>(y * job.dstStride + cell.x0)
    const yy = <f64>(cell.inY + y - cell.y0) + 0.5
    const au = <f32>(cell.u0 + cell.uy * yy - 0.5), bu = <f32>(cell.ux + cell.uxy * yy)
    const av = <f32>(cell.v0 + cell.vy * yy - 0.5), bv = <f32>(cell.vx + cell.vxy * yy)
    const out = job.dst + at * sizeof<T>(), outMask = job.dstMask + at, count = cell.x1 - cell.x0
    for (let i: i32 = 0; i < count; i++) {
      const x = <f32>(cell.inX + i) + 0.5
      const u = au + bu * x, v = av + bv * x
      const fu = floor(u), fv = floor(v)
      const iu = <i32>fu, iv = <i32>fv
      const inside = iu >= left && iu <= right && iv >= top && iv <= bottom
      if (inside) {
        const from = <u32>iv * stride + <u32>iu
        const to = out + i * sizeof<T>()
        const good = sizeof<K>() == 4
          ? gatherSix<T, V>(src + from * sizeof<T>(), mask + from, stride, nodata, u - fu, v - fv, to)
          : gatherFour<T, K, V>(src + from * sizeof<T>(), mask + from, stride, nodata, u - fu, v - fv, to)
        if (good) {
          store<u8>(outMask + i, 1)
          continue
        }
      }
      const xx = <f64>(cell.inX + i) + 0.5
      const pu = cell.u0 + cell.uy * yy + (cell.ux + cell.uxy * yy) * xx, pv = cell.v0 + cell.vy * yy + (cell.vx + cell.vxy * yy) * xx
      if (inside && sizeof<K>() == 1 && filter.plain) bad += pairPixel<T>(job, at + i, pu + <f64>cell.baseU, pv + <f64>cell.baseV)
      else bad += filterPixel<T>(job, filter, at + i, pu + <f64>cell.baseU, pv + <f64>cell.baseV, columns, rows)
    }
  }
  return bad
}

@inline
function gathered<T, K>(job: Job, cell: Cell, filter: Filter, room: u32): i32 {
  if (isClean<T>(job, cell, sizeof<K>() == 4 ? 2 : 1)) {
    cleanCell<T, K>(job, cell)
    return 0
  }
  if (job.validity == 0) return gatherCell<T, K, u8>(job, cell, filter, room)
  return job.validity == 1 ? gatherCell<T, K, u16>(job, cell, filter, room) : gatherCell<T, K, u32>(job, cell, filter, room)
}

function filterOf<T>(job: Job, kernel: i32, room: u32): i32 {
  let bad: i32 = 0
  const filter = changetype<Filter>(room)
  filter.kernel = kernel
  for (let k: i32 = 0; k < job.cellCount; k++) {
    const cell = changetype<Cell>(job.cells + k * cellBytes)
    filter.plain = kernel == cubic && !cell.stretched ? 1 : 0
    filter.scaleX = cell.scaleX
    filter.scaleY = cell.scaleY
    if (cell.kind == 2) bad += invalidRect<T>(job, cell.x0, cell.x1, cell.y0, cell.y1)
    else if (isGathered<T>(cell) && kernel <= lanczos && !(job.leastValid > 0)) {
      if (kernel == cubic) bad += gathered<T, u8>(job, cell, filter, room + offsetof<Filter>())
      else if (kernel == cubicSpline) bad += gathered<T, u16>(job, cell, filter, room + offsetof<Filter>())
      else bad += gathered<T, u32>(job, cell, filter, room + offsetof<Filter>())
    } else bad += filterCell<T>(job, cell, filter, room + offsetof<Filter>())
  }
  return bad
}

/**
 * A point kernel by its code (0 cubic, 1 cubic spline, 2 Lanczos) for a dtype by its code, as the job and its cells say. `room` is
 * scratch of `filterRoomBytes`. Fills the output and its mask. Returns how many pixels are invalid.
 */
export function warpFilter(dtype: i32, kernel: i32, job: usize, room: usize): i32 {
  const work = changetype<Job>(job)
  if (dtype == 0) return filterOf<u8>(work, kernel, room)
  if (dtype == 1) return filterOf<i8>(work, kernel, room)
  if (dtype == 2) return filterOf<u16>(work, kernel, room)
  if (dtype == 3) return filterOf<i16>(work, kernel, room)
  if (dtype == 4) return filterOf<u32>(work, kernel, room)
  if (dtype == 5) return filterOf<i32>(work, kernel, room)
  if (dtype == 6) return filterOf<u64>(work, kernel, room)
  if (dtype == 7) return filterOf<i64>(work, kernel, room)
  if (dtype == 8) return filterOf<f32>(work, kernel, room)
  return filterOf<f64>(work, kernel, room)
}
