import { AreaBox, areaBoxBytes, boundBox, elementAt } from './warp-area-box'
import { averagePixel, rmsPixel } from './warp-area-mean'
import { clearMode, modePixel } from './warp-area-mode'
import { extremePixel, quantilePixel } from './warp-area-rank'
import { sumPixel } from './warp-area-sum'
import { Cell, cellBytes, Job } from './warp-job'
import { invalidRect, storeInvalid } from './warp-offset'
import { holds } from './warp-stretched'
import { isValid } from './warp-tap'

// The kernels that take what an output pixel covers: the box around its corners in the source.

// Tables hold the 33 x 33 corners of a root cell: u in rows, then v. What has no source is at -1e9; real positions are within 5e8.
const stride: i32 = 33
const noSource: f64 = -9e8

// Below this part of the box of all four corners, that of the diagonal says too little of the pixel.
const leastPart: f64 = 0.25

/**
 * Bounds of a pixel by its corners, given from the first in the order right, below, across. They are those of the first and the last corner,
 * as GDAL has them, unless the pixel is turned so far that they are much less than those of all four, or `whole`. Returns false where one has no source.
 */
@inline
function boundCorners(job: Job, box: AreaBox, whole: bool, a: f64, b: f64, c: f64, d: f64, av: f64, bv: f64, cv: f64, dv: f64): bool {
  if (min(min(a, b), min(c, d)) <= noSource) return false
  let right = b, below = c, across = d
  if (job.period > 0) {
    const period = <f64>job.period
    right += period * nearest((a - right) / period)
    below += period * nearest((a - below) / period)
    across += period * nearest((a - across) / period)
  }
  box.u = a
  box.v = av
  box.rightU = right - a
  box.rightV = bv - av
  box.belowU = below - a
  box.belowV = cv - av
  box.acrossU = across - a
  box.acrossV = dv - av
  box.u0 = min(a, across)
  box.u1 = max(a, across)
  box.v0 = min(av, dv)
  box.v1 = max(av, dv)
  const u0 = min(box.u0, min(right, below)), u1 = max(box.u1, max(right, below))
  const v0 = min(box.v0, min(bv, cv)), v1 = max(box.v1, max(bv, cv))
  if (whole || box.u1 - box.u0 < leastPart * (u1 - u0) || box.v1 - box.v0 < leastPart * (v1 - v0)) {
    box.u0 = u0
    box.u1 = u1
    box.v0 = v0
    box.v1 = v1
  }
  boundBox(job, box)
  return true
}

/** Bounds of the pixel `column`, `row` of a root cell. Returns false where it has no source. */
@inline
function boundPixel(job: Job, cell: Cell, box: AreaBox, whole: bool, column: i32, row: i32): bool {
  const bu = <f64>cell.baseU, bv = <f64>cell.baseV
  if (cell.kind == 1) {
    const p = cell.table + ((row * stride + column) << 3)
    return boundCorners(
      job, box, whole,
      load<f64>(p) + bu, load<f64>(p, 8) + bu, load<f64>(p, 264) + bu, load<f64>(p, 272) + bu,
      load<f64>(p, 8712) + bv, load<f64>(p, 8720) + bv, load<f64>(p, 8976) + bv, load<f64>(p, 8984) + bv,
    )
  }
  const x0 = <f64>column, x1 = x0 + 1, y0 = <f64>row, y1 = y0 + 1
  const ua = cell.u0 + cell.uy * y0, ub = cell.ux + cell.uxy * y0, uc = cell.u0 + cell.uy * y1, ud = cell.ux + cell.uxy * y1
  const va = cell.v0 + cell.vy * y0, vb = cell.vx + cell.vxy * y0, vc = cell.v0 + cell.vy * y1, vd = cell.vx + cell.vxy * y1
  return boundCorners(
    job, box, whole,
    ua + ub * x0 + bu, ua + ub * x1 + bu, uc + ud * x0 + bu, uc + ud * x1 + bu,
    va + vb * x0 + bv, va + vb * x1 + bv, vc + vd * x0 + bv, vc + vd * x1 + bv,
  )
}

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

function areaCell<T>(job: Job, cell: Cell, kernel: i32, box: AreaBox, room: u32): i32 {
  let bad: i32 = 0
  for (let y = cell.y0; y < cell.y1; y++) {
    const row = cell.inY + y - cell.y0
    for (let x = cell.x0; x < cell.x1; x++) {
      const at = <u32>(y * job.dstStride + x)
      if (!boundPixel(job, cell, box, kernel == 8, cell.inX + x - cell.x0, row) || box.x0 >= box.x1 || box.y0 >= box.y1) {
        bad += storeInvalid<T>(job, at)
      } else if (!holds(job, box.x0, box.x1) || box.y0 < job.blockY0 || box.y1 > job.blockY1) {
        job.missing = 1
        return bad
      } else bad += areaPixel<T>(job, at, box, kernel, room)
    }
  }
  return bad
}

function areaOf<T>(job: Job, kernel: i32, room: u32): i32 {
  let bad: i32 = 0
  const box = changetype<AreaBox>(room), rest = room + areaBoxBytes
  if (kernel == 4) clearMode(rest)
  for (let k: i32 = 0; k < job.cellCount; k++) {
    const cell = changetype<Cell>(job.cells + k * cellBytes)
    if (cell.kind == 2) bad += invalidRect<T>(job, cell.x0, cell.x1, cell.y0, cell.y1)
    else bad += areaCell<T>(job, cell, kernel, box, rest)
  }
  return bad
}

/**
 * An area kernel by its code (0 average, 1 rms, 2 min, 3 max, 4 mode, 5 med, 6 q1, 7 q3, 8 sum) for a dtype by its code, as the job and
 * its cells say, whose tables hold corners. `room` is scratch of `areaRoomBytes`. Fills the output and its mask. Returns how many pixels
 * are invalid.
 */
export function warpArea(dtype: i32, kernel: i32, job: usize, room: usize): i32 {
  const work = changetype<Job>(job)
  if (dtype == 0) return areaOf<u8>(work, kernel, room)
  if (dtype == 1) return areaOf<i8>(work, kernel, room)
  if (dtype == 2) return areaOf<u16>(work, kernel, room)
  if (dtype == 3) return areaOf<i16>(work, kernel, room)
  if (dtype == 4) return areaOf<u32>(work, kernel, room)
  if (dtype == 5) return areaOf<i32>(work, kernel, room)
  if (dtype == 6) return areaOf<u64>(work, kernel, room)
  if (dtype == 7) return areaOf<i64>(work, kernel, room)
  if (dtype == 8) return areaOf<f32>(work, kernel, room)
  return areaOf<f64>(work, kernel, room)
}
