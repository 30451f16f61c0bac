import { AreaBox, elementAt } from './warp-area-box'
import { eachOf, eachRoomBytes } from './warp-area-each'
import { averagePixel, rmsPixel } from './warp-area-mean'
import { modePixel } from './warp-area-mode'
import { extremePixel, quantilePixel } from './warp-area-rank'
import { axisCount, axisY, takeBox } from './warp-area-row'
import { sumPixel } from './warp-area-sum'
import { Job } from './warp-job'
import { storeInvalid } from './warp-offset'
import { isValid } from './warp-tap'

// A kernel for one box, or for a row of them.

/** Whether less of a box is covered by valid pixels than there must be. */
function lacksValid<T>(job: Job, box: AreaBox): bool {
  let valid: f64 = 0
  for (let y = box.y0; y < box.y1; y++) {
    const wy = max(0, min(<f64>(y + 1), box.v1) - max(<f64>y, box.v0))
    for (let x = box.x0; x < box.x1; x++) {
      if (isValid<T>(job, elementAt(job, x, y))) valid += wy * max(0, min(<f64>(x + 1), box.u1) - max(<f64>x, box.u0))
    }
  }
  return valid < (<f64>job.leastValid - 1e-9) * (box.u1 - box.u0) * (box.v1 - box.v0)
}

/** One pixel by a kernel's code. Returns 1 where it is invalid. */
@inline
export function areaPixel<T>(job: Job, at: u32, box: AreaBox, kernel: i32, room: u32): i32 {
  if (job.leastValid > 0 && lacksValid<T>(job, box)) return storeInvalid<T>(job, at)
  if (kernel == 0) return averagePixel<T>(job, at, box)
  if (kernel == 1) return rmsPixel<T>(job, at, box)
  if (kernel == 8) return sumPixel<T>(job, at, box, room)
  if (kernel == 2 || kernel == 3) return extremePixel<T>(job, at, box, kernel == 3)
  if (kernel == 4) return modePixel<T>(job, at, box, room)
  return quantilePixel<T>(job, at, box, kernel == 5 ? 0.5 : kernel == 6 ? 0.25 : 0.75, room)
}

/** Whether a kernel can be run by rows of boxes: arrays that go round, and what is asked of whole outlines, are done pixel by pixel. */
export function hasRows(job: Job, kernel: i32): bool {
  return job.period == 0 && !(job.leastValid > 0) && kernel != 8
}

/** The room of the kernels of one box within that of rows. */
export function restOf(room: u32): u32 {
  return room + eachRoomBytes
}

/** The first `count` pixels of a row of boxes, stored from element `at` on. Returns how many are invalid. */
export function areaRow<T>(job: Job, row: u32, count: i32, at: u32, kernel: i32, room: u32): i32 {
  if (sizeof<T>() <= 2) {
    return job.validity == 0 ? eachOf<T, u8>(job, row, count, at, room, kernel) : eachOf<T, u16>(job, row, count, at, room, kernel)
  }
  let bad: i32 = 0
  const box = changetype<AreaBox>(room)
  for (let k: i32 = 0; k < count; k++) {
    const x = row + (k << 2)
    if (load<i32>(x, axisCount) <= 0 || load<i32>(x, axisY + axisCount) <= 0) {
      bad += storeInvalid<T>(job, at + k)
      continue
    }
    takeBox(job, row, k, box)
    bad += areaPixel<T>(job, at + k, box, kernel, restOf(room))
  }
  return bad
}
