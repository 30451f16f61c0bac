import { Cell, cellBytes, Job, turned } from './warp-job'
import { holds } from './warp-stretched'

// An array that goes round: where a pixel's taps lie at both ends of the block they are copied side by side, so that the pixel is what it
// would be in a block that holds them in one piece.

/** Most columns and rows that are copied. */
export const mostTurned: i32 = 36

const elements = memory.data(8 * 36 * 36, 16)
const masks = memory.data(36 * 36 + 8, 16)
const patchAt = memory.data(96, 16)

/** The job with columns [x0, x1) and rows [y0, y1) as its block; null where the array does not go round or the block does not hold them. */
export function turnedJob<T>(job: Job, x0: i32, x1: i32, y0: i32, y1: i32): Job | null {
  if (job.period == 0 || x1 - x0 > mostTurned || y1 - y0 > mostTurned) return null
  if (y0 < max(job.blockY0, job.arrayY0) || y1 > min(job.blockY1, job.arrayY1) || !holds(job, x0, x1)) return null
  const patch = changetype<Job>(patchAt), width = x1 - x0
  memory.copy(patchAt, changetype<usize>(job), offsetof<Job>())
  patch.src = <u32>elements
  patch.srcMask = <u32>masks
  patch.srcStride = width
  patch.blockX0 = x0
  patch.blockX1 = x1
  patch.blockY0 = y0
  patch.blockY1 = y1
  patch.period = 0
  for (let y = y0; y < y1; y++) {
    const row = (y - job.blockY0) * job.srcStride - job.blockX0, to = (y - y0) * width
    for (let i: i32 = 0; i < width; i++) {
      const tap = <u32>(row + turned(job, x0 + i))
      store<T>(elements + (to + i) * sizeof<T>(), load<T>(job.src + tap * sizeof<T>()))
      if (job.validity == 2) store<u8>(masks + to + i, load<u8>(job.srcMask + tap))
    }
  }
  return patch
}

/**
 * The same around a pixel of an unstretched kernel, whose centre lies right of or on the middle of a column and row counted from a cell's base; with a pixel more to
 * each side where there is one, as positions in float32 and float64 may differ in the tap that comes first.
 */
export function turnedAround<T>(job: Job, cell: Cell, column: i32, row: i32, reach: i32): Job | null {
  const x0 = cell.baseU + column - reach, x1 = x0 + 2 * reach + 2, y0 = cell.baseV + row - reach, y1 = y0 + 2 * reach + 2
  if (y0 < max(job.blockY0, job.arrayY0) || y1 > min(job.blockY1, job.arrayY1)) return null
  if (x0 - 1 >= job.blockX0 && x1 + 1 <= job.blockX1) return null
  const left = x0 - <i32>holds(job, x0 - 1, x0), right = x1 + <i32>holds(job, x1, x1 + 1)
  return turnedJob<T>(job, left, right, max(y0 - 1, max(job.blockY0, job.arrayY0)), min(y1 + 1, min(job.blockY1, job.arrayY1)))
}

const oneAt = memory.data(128, 16)

/** The one pixel of a cell at a column of it and a row of the output. */
export function cellOfOne(cell: Cell, i: i32, y: i32): Cell {
  const one = changetype<Cell>(oneAt)
  memory.copy(oneAt, changetype<usize>(cell), cellBytes)
  one.x0 = cell.x0 + i
  one.x1 = one.x0 + 1
  one.inX = cell.inX + i
  one.y0 = y
  one.y1 = y + 1
  one.inY = cell.inY + y - cell.y0
  return one
}
