import { filterCell } from './warp-filter-cell'
import { forgetTaps } from './warp-filter-pixel'
import { narrowCell } from './warp-gather-narrow'
import { wideCell } from './warp-gather-wide'
import { isClean } from './warp-hull'
import { Cell, cellBytes, Job } from './warp-job'
import { invalidRect } from './warp-offset'
import { cubic, cubicSpline, Filter, lanczos, triangle } from './warp-weights'

// The point kernels wider than bilinear: gathered where that is possible, else pixel by pixel in float64.

const filterAt = memory.data(offsetof<Filter>(), 8)

/** A cell that is mapped by coefficients, of a dtype that float64 holds; K says which kernel: by its size 1 cubic, 2 spline, 4 Lanczos. */
@inline
function gathered<T, K>(job: Job, cell: Cell, filter: Filter): i32 {
  if (sizeof<T>() < 4) return narrowCell<T, K>(job, cell, filter)
  return isClean<T>(job, cell, sizeof<K>() == 4 ? 2 : 1) ? wideCell<T, K, u8>(job, cell, filter) : wideCell<T, K, u16>(job, cell, filter)
}

/** Whether a cell's pixels can be gathered: mapped by coefficients, unstretched, offsets within what float32 holds where they are computed in it. */
@inline
function isGathered<T>(cell: Cell): bool {
  return cell.kind == 0 && (cell.interior != 0 || sizeof<T>() >= 4) && cell.scaleX == 1 && cell.scaleY == 1
}

/** Readies what pixels are computed with for a cell. */
@inline
function startCell(filter: Filter, cell: Cell): void {
  filter.scaleX = cell.scaleX
  filter.scaleY = cell.scaleY
  forgetTaps()
}

function filterOf<T>(job: Job, kernel: i32): i32 {
  let bad: i32 = 0
  const filter = changetype<Filter>(filterAt)
  filter.kernel = kernel
  for (let k: i32 = 0; k < job.cellCount; k++) {
    const cell = changetype<Cell>(job.cells + k * cellBytes)
    startCell(filter, cell)
    filter.plain = kernel == cubic && !cell.stretched ? 1 : 0
    if (cell.kind == 2) bad += invalidRect<T>(job, cell.x0, cell.x1, cell.y0, cell.y1)
    else if (!(sizeof<T>() == 8 && isInteger<T>()) && isGathered<T>(cell) && kernel <= lanczos && !(job.leastValid > 0)) {
      if (kernel == cubic) bad += gathered<T, u8>(job, cell, filter)
      else if (kernel == cubicSpline) bad += gathered<T, u16>(job, cell, filter)
      else bad += gathered<T, u32>(job, cell, filter)
    } else bad += filterCell<T>(job, cell, filter)
  }
  return bad
}

/** A cell of the triangle kernel, stretched by the cell's scales. Returns how many pixels are invalid. */
export function stretchedLinear<T>(job: Job, cell: Cell): i32 {
  const filter = changetype<Filter>(filterAt)
  filter.kernel = triangle
  filter.plain = 0
  startCell(filter, cell)
  return filterCell<T>(job, cell, filter)
}

/**
 * A point kernel by its code (0 cubic, 1 cubic spline, 2 Lanczos) for a dtype by its code, as the job and its cells say.
 * Fills the output and its mask. Returns how many pixels are invalid.
 */
export function warpFilter(dtype: i32, kernel: i32, job: usize): i32 {
  const work = changetype<Job>(job)
  if (dtype == 0) return filterOf<u8>(work, kernel)
  if (dtype == 1) return filterOf<i8>(work, kernel)
  if (dtype == 2) return filterOf<u16>(work, kernel)
  if (dtype == 3) return filterOf<i16>(work, kernel)
  if (dtype == 4) return filterOf<u32>(work, kernel)
  if (dtype == 5) return filterOf<i32>(work, kernel)
  if (dtype == 6) return filterOf<u64>(work, kernel)
  if (dtype == 7) return filterOf<i64>(work, kernel)
  if (dtype == 8) return filterOf<f32>(work, kernel)
  return filterOf<f64>(work, kernel)
}
