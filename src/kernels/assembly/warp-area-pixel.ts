import { AreaBox, elementAt } from './warp-area-box'
import { eachOf, eachRoomBytes } from './warp-area-each'
import { averagePixel, rmsPixel } from './warp-area-mean'
import { modePixel } from './warp-area-mode'
import { extremePixel, quantilePixel } from './warp-area-rank'
import { axisCount, axisFirst, axisLower, axisUpper, axisY, takeBox } from './warp-area-row'
import { sumPixel } from './warp-area-sum'
import { Job } from './warp-job'
import { offsetOf, storeInvalid, storeOffset } from './warp-offset'
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

/** {@link averagePixel} of pixel `k` of a row of boxes, whose shares stand there. */
function averageBox<T>(job: Job, row: u32, k: u32, at: u32): i32 {
  const x = row + (k << 2), y = x + axisY, last = load<i32>(x, axisCount) - 1, bottom = load<i32>(y, axisCount) - 1
  const left = load<f64>(row + (k << 3), axisLower), right = load<f64>(row + (k << 3), axisUpper)
  let line = <u32>(load<i32>(y, axisFirst) * job.srcStride + load<i32>(x, axisFirst))
  let from: T = 0, sum: f64 = 0, weight: f64 = 0
  let none: bool = true
  for (let j: i32 = 0; j <= bottom; j++, line += job.srcStride) {
    const wy = j == 0 ? load<f64>(row + axisY + (k << 3), axisLower) : j == bottom ? load<f64>(row + axisY + (k << 3), axisUpper) : 1
    for (let i: i32 = 0; i <= last; i++) {
      const tap = line + i
      if (!isValid<T>(job, tap)) continue
      const value = load<T>(job.src + tap * sizeof<T>()), w = i == 0 ? wy * left : i == last ? wy * right : wy
      if (none) {
        // Values count from the first, unless that is infinite.
        if (isInteger<T>() || abs(<f64>value) < Infinity) from = value
        none = false
      }
      sum += w * offsetOf<T>(value, from)
      weight += w
    }
  }
  if (none) return storeInvalid<T>(job, at)
  const good = storeOffset<T>(job.dst + at * sizeof<T>(), from, sum / weight)
  store<u8>(job.dstMask + at, <u8>good)
  return good ? 0 : 1
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
    if (kernel == 0) {
      bad += averageBox<T>(job, row, k, at + k)
      continue
    }
    takeBox(job, row, k, box)
    bad += areaPixel<T>(job, at + k, box, kernel, restOf(room))
  }
  return bad
}
