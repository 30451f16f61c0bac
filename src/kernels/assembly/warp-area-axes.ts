import { AreaBox, areaBoxBytes, boundBox } from './warp-area-box'
import { areaPixel } from './warp-area'
import { clearMode } from './warp-area-mode'
import { Job } from './warp-job'
import { storeInvalid } from './warp-offset'
import { holds } from './warp-stretched'

// Area kernels where rows and columns of the output are rows and columns of the source: bounds come by column and by row.

function axesOf<T>(job: Job, kernel: i32, columns: u32, rows: u32, width: i32, height: i32, room: u32): i32 {
  let bad: i32 = 0
  const box = changetype<AreaBox>(room), rest = room + areaBoxBytes
  if (kernel == 4) clearMode(rest)
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
      } else bad += areaPixel<T>(job, at, box, kernel, rest)
    }
  }
  return bad
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
