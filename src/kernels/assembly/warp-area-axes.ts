import { AreaBox, areaBoxBytes, boundBox } from './warp-area-box'
import { clearMode } from './warp-area-mode'
import { areaPixel, areaRow, hasRows, restOf } from './warp-area-pixel'
import { axisY, boxRowBytes, boxRowPixels, holdsRow, putLine, putSpan, repeatAxis } from './warp-area-row'
import { Job } from './warp-job'
import { storeInvalid } from './warp-offset'
import { holds } from './warp-stretched'

// Area kernels where rows and columns of the output are rows and columns of the source: bounds come by column and by row.

/** Pixel by pixel. */
function pixelsOf<T>(job: Job, kernel: i32, columns: u32, rows: u32, width: i32, height: i32, box: AreaBox, room: u32): i32 {
  let bad: i32 = 0
  // Upright, for the sum.
  box.rightV = 0
  box.belowU = 0
  for (let y: i32 = 0; y < height; y++) {
    box.v0 = load<f64>(rows + (y << 4))
    box.v1 = load<f64>(rows + (y << 4), 8)
    for (let x: i32 = 0; x < width; x++) {
      const at = <u32>(y * job.dstStride + x)
      box.u0 = load<f64>(columns + (x << 4))
      box.u1 = load<f64>(columns + (x << 4), 8)
      boundBox(job, box)
      if (box.x0 >= box.x1 || box.y0 >= box.y1) bad += storeInvalid<T>(job, at)
      else if (!holds(job, box.x0, box.x1) || box.y0 < job.blockY0 || box.y1 > job.blockY1) {
        job.missing = 1
        return bad
      } else bad += areaPixel<T>(job, at, box, kernel, room)
    }
  }
  return bad
}

/** By rows of boxes, some columns at a time. */
function rowsOf<T>(job: Job, kernel: i32, columns: u32, rows: u32, width: i32, height: i32, row: u32, room: u32): i32 {
  let bad: i32 = 0
  for (let x: i32 = 0; x < width; x += boxRowPixels) {
    const count = min(boxRowPixels, width - x), full = (count + 3) & ~3
    for (let k: i32 = 0; k < count; k++) {
      const at = columns + ((x + k) << 4)
      putSpan(job, row, k, load<f64>(at), load<f64>(at, 8), 0)
    }
    repeatAxis(row, count - 1, row, count, full)
    for (let y: i32 = 0; y < height; y++) {
      putLine(job, row, load<f64>(rows + (y << 4)), load<f64>(rows + (y << 4), 8))
      repeatAxis(row + axisY, 0, row + axisY, 1, full)
      if (!holdsRow(job, row, count)) {
        job.missing = 1
        return bad
      }
      bad += areaRow<T>(job, row, count, <u32>(y * job.dstStride + x), kernel, room)
    }
  }
  return bad
}

function axesOf<T>(job: Job, kernel: i32, columns: u32, rows: u32, width: i32, height: i32, room: u32): i32 {
  const row = room + areaBoxBytes, rest = row + boxRowBytes
  if (kernel == 4) clearMode(restOf(rest))
  if (hasRows(job, kernel)) return rowsOf<T>(job, kernel, columns, rows, width, height, row, rest)
  return pixelsOf<T>(job, kernel, columns, rows, width, height, changetype<AreaBox>(room), restOf(rest))
}

/**
 * An area kernel by its code for a dtype by its code, where each of `width` columns and `height` rows has its bounds in the source: two f64
 * in array indices, the lesser first. Fills the output and its mask. Returns how many pixels are invalid.
 */
export function warpAreaAxes(dtype: i32, kernel: i32, job: usize, columns: u32, rows: u32, width: i32, height: i32, room: usize): i32 {
  const work = changetype<Job>(job)
  if (dtype == 0) return axesOf<u8>(work, kernel, columns, rows, width, height, room)
  if (dtype == 1) return axesOf<i8>(work, kernel, columns, rows, width, height, room)
  if (dtype == 2) return axesOf<u16>(work, kernel, columns, rows, width, height, room)
  if (dtype == 3) return axesOf<i16>(work, kernel, columns, rows, width, height, room)
  if (dtype == 4) return axesOf<u32>(work, kernel, columns, rows, width, height, room)
  if (dtype == 5) return axesOf<i32>(work, kernel, columns, rows, width, height, room)
  if (dtype == 6) return axesOf<u64>(work, kernel, columns, rows, width, height, room)
  if (dtype == 7) return axesOf<i64>(work, kernel, columns, rows, width, height, room)
  if (dtype == 8) return axesOf<f32>(work, kernel, columns, rows, width, height, room)
  return axesOf<f64>(work, kernel, columns, rows, width, height, room)
}
