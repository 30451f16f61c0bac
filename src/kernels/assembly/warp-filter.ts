import { Filter, filterPixel } from './warp-filter-pixel'
import { narrowCell } from './warp-gather-narrow'
import { wideCell } from './warp-gather-wide'
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

/** A cell that is mapped by coefficients, of a dtype that float64 holds; K says which kernel: by its size 1 cubic, 2 spline, 4 Lanczos. */
@inline
function gathered<T, K>(job: Job, cell: Cell, filter: Filter, room: u32): i32 {
  const clean = isClean<T>(job, cell, sizeof<K>() == 4 ? 2 : 1)
  const rows = changetype<Slot>(room), columns = changetype<Slot>(room + slotBytes)
  rows.position = NaN
  columns.position = NaN
  if (sizeof<T>() < 4) return clean ? narrowCell<T, K, u8>(job, cell, filter, room) : narrowCell<T, K, u16>(job, cell, filter, room)
  return clean ? wideCell<T, K, u8>(job, cell, filter, room) : wideCell<T, K, u16>(job, cell, filter, room)
}

/** Whether a cell's pixels can be gathered: mapped by coefficients, unstretched, offsets within what float32 holds where they are computed in it. */
@inline
function isGathered<T>(cell: Cell): bool {
  return cell.kind == 0 && (cell.interior != 0 || sizeof<T>() >= 4) && cell.scaleX == 1 && cell.scaleY == 1
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
    else if (!(sizeof<T>() == 8 && isInteger<T>()) && isGathered<T>(cell) && kernel <= lanczos && !(job.leastValid > 0)) {
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
