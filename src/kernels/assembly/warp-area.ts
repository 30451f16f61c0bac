import { AreaBox, areaBoxBytes, boundBox } from './warp-area-box'
import { clearMode } from './warp-area-mode'
import { areaPixel, areaRow, hasRows, restOf } from './warp-area-pixel'
import { boxRowBytes, holdsRow, isUprightCell, putBox, putCellRow, putNothing, repeatBox } from './warp-area-row'
import { fillParts, lostInParts, partPixels } from './warp-area-same'
import { Cell, cellBytes, Job } from './warp-job'
import { invalidRect, storeInvalid } from './warp-offset'
import { holds } from './warp-stretched'

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
  return true
}

/** Bounds of the pixel `column`, `row` of a root cell, from the pixel (bu, bv) of the array less the cell's base. Returns false where it has no source. */
function boundPixel(job: Job, cell: Cell, box: AreaBox, whole: bool, column: i32, row: i32, bu: f64, bv: f64): bool {
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

function areaCell<T>(job: Job, cell: Cell, kernel: i32, box: AreaBox, room: u32): i32 {
  let bad: i32 = 0
  const bu = <f64>cell.baseU, bv = <f64>cell.baseV
  for (let y = cell.y0; y < cell.y1; y++) {
    const row = cell.inY + y - cell.y0
    for (let x = cell.x0; x < cell.x1; x++) {
      const at = <u32>(y * job.dstStride + x)
      const has = boundPixel(job, cell, box, kernel == 8, cell.inX + x - cell.x0, row, bu, bv)
      if (has) boundBox(job, box)
      if (!has || box.x0 >= box.x1 || box.y0 >= box.y1) {
        bad += storeInvalid<T>(job, at)
      } else if (!holds(job, box.x0, box.x1) || box.y0 < job.blockY0 || box.y1 > job.blockY1) {
        job.missing = 1
        return bad
      } else bad += areaPixel<T>(job, at, box, kernel, room)
    }
  }
  return bad
}

/** Fills the boxes of a row of a cell pixel by pixel: for tables, and where pixels may be turned. */
function putPixels(job: Job, cell: Cell, box: AreaBox, row: u32, y: i32, count: i32): void {
  for (let k: i32 = 0; k < count; k++) {
    if (boundPixel(job, cell, box, false, cell.inX + k, y, 0, 0)) putBox(job, row, k, box, cell.baseU, cell.baseV)
    else putNothing(row, k)
  }
}

/** A cell by rows of boxes. */
function boxCell<T>(job: Job, cell: Cell, kernel: i32, box: AreaBox, row: u32, room: u32): i32 {
  let bad: i32 = 0
  const count = cell.x1 - cell.x0, full = (count + 3) & ~3, upright = cell.kind == 0 && isUprightCell(cell)
  for (let y = cell.y0; y < cell.y1; y++) {
    const inY = cell.inY + y - cell.y0
    if (upright) putCellRow(job, cell, row, inY, 0, count)
    else putPixels(job, cell, box, row, inY, count)
    repeatBox(row, count - 1, row, count, full)
    if (!holdsRow(job, row, count)) {
      job.missing = 1
      return bad
    }
    bad += areaRow<T>(job, row, count, <u32>(y * job.dstStride + cell.x0), kernel, room)
  }
  return bad
}

// Rows after which no more are looked at whether they are one value, where none was.
const tries: i32 = 4

/** The mode of an upright cell by rows of boxes; parts of rows that lie over one value have none. */
function modeCell<T>(job: Job, cell: Cell, row: u32, room: u32): i32 {
  let bad: i32 = 0, left = tries
  const count = cell.x1 - cell.x0, parts = (1 << ((count + partPixels - 1) / partPixels)) - 1
  for (let y = cell.y0; y < cell.y1; y++) {
    const inY = cell.inY + y - cell.y0, at = <u32>(y * job.dstStride + cell.x0)
    let open = parts
    if (left > 0) {
      open &= ~fillParts<T>(job, cell, count, inY, at)
      bad += lostInParts()
      left = open == parts ? left - 1 : tries
    }
    while (open != 0) {
      // Parts side by side that are left.
      const first = ctz(open), beyond = first + ctz(~(open >> first))
      open &= -1 << beyond
      const from = first * partPixels, pixels = min(beyond * partPixels, count) - from
      putCellRow(job, cell, row, inY, from, pixels)
      repeatBox(row, pixels - 1, row, pixels, (pixels + 3) & ~3)
      if (!holdsRow(job, row, pixels)) {
        job.missing = 1
        return bad
      }
      bad += areaRow<T>(job, row, pixels, at + from, 4, room)
    }
  }
  return bad
}

function areaOf<T>(job: Job, kernel: i32, room: u32): i32 {
  let bad: i32 = 0
  const box = changetype<AreaBox>(room), row = room + areaBoxBytes, rest = row + boxRowBytes, rows = hasRows(job, kernel)
  if (kernel == 4) clearMode(restOf(rest))
  for (let k: i32 = 0; k < job.cellCount; k++) {
    const cell = changetype<Cell>(job.cells + k * cellBytes)
    if (cell.kind == 2) bad += invalidRect<T>(job, cell.x0, cell.x1, cell.y0, cell.y1)
    else if (sizeof<T>() <= 2 && kernel == 4 && rows && cell.kind == 0 && isUprightCell(cell)) bad += modeCell<T>(job, cell, row, rest)
    else if (rows) bad += boxCell<T>(job, cell, kernel, box, row, rest)
    else bad += areaCell<T>(job, cell, kernel, box, restOf(rest))
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
