import { Cell, Job, turned } from './warp-job'
import { offsetOf, storeInvalid, storeOffset } from './warp-offset'
import { holds } from './warp-stretched'
import { isValid, isValue } from './warp-tap'
import { Filter, keptTaps, lanczos, place, Slot, slotBytes, tapWeight, weightsOf } from './warp-weights'

// The columns and rows of a pixel.
const slots = memory.data(<i32>(2 * slotBytes), 16)

/** To be called before pixels of another cell, whose scales differ, are made. */
export function forgetTaps(): void {
  changetype<Slot>(slots).position = NaN
  changetype<Slot>(slots + slotBytes).position = NaN
}

// Below this the weights of the taps that are left say nothing; GDAL's threshold.
const leastWeight: f64 = 1e-6

/** The 2 x 2 pixels around a position, those that exist and are valid; the one that holds the centre is among them. */
function fourPixel<T>(job: Job, cell: Cell, at: u32, u: f64, v: f64, centre: T): i32 {
  const left = floor(u - 0.5), top = floor(v - 0.5), x0 = cell.baseU + <i32>left, y0 = cell.baseV + <i32>top
  const dx = u - 0.5 - left, dy = v - 0.5 - top
  let sum: f64 = 0, weight: f64 = 0
  for (let k: i32 = 0; k < 4; k++) {
    const x = x0 + (k & 1), y = y0 + (k >> 1)
    if (x < job.arrayX0 || x >= job.arrayX1 || y < job.arrayY0 || y >= job.arrayY1) continue
    const tap = <u32>((y - job.blockY0) * job.srcStride + turned(job, x) - job.blockX0)
    if (!isValid<T>(job, tap)) continue
    const w = (k & 1 ? dx : 1 - dx) * (k & 2 ? dy : 1 - dy)
    sum += w * offsetOf<T>(load<T>(job.src + tap * sizeof<T>()), centre)
    weight += w
  }
  const good = storeOffset<T>(job.dst + at * sizeof<T>(), centre, sum / weight)
  store<u8>(job.dstMask + at, <u8>good)
  return good ? 0 : 1
}

/** Whether less of the weight of the taps that exist, signs aside, is valid than there must be. */
function lacksValid<T>(job: Job, cell: Cell, filter: Filter, columns: Slot, rows: Slot): bool {
  let valid: f64 = 0, all: f64 = 0
  for (let y = rows.low; y < rows.high; y++) {
    const wy = abs(tapWeight(rows, y, filter.kernel, filter.scaleY))
    const row = (y + cell.baseV - job.blockY0) * job.srcStride - job.blockX0
    for (let x = columns.low; x < columns.high; x++) {
      const w = wy * abs(tapWeight(columns, x, filter.kernel, filter.scaleX))
      all += w
      if (isValid<T>(job, <u32>(row + turned(job, x + cell.baseU)))) valid += w
    }
  }
  return valid < (<f64>job.leastValid - 1e-9) * all
}

/**
 * One pixel at the source position (u, v), counted from the cell's base. The pixel is invalid where the source pixel that contains its centre is. Taps that do not exist
 * or are invalid are dropped and the weights of the rest renormalised. Returns 1 where the pixel is invalid.
 */
export function filterPixel<T>(job: Job, cell: Cell, filter: Filter, at: u32, u: f64, v: f64): i32 {
  const columns = changetype<Slot>(slots), rows = changetype<Slot>(slots + slotBytes)
  const baseU = cell.baseU, baseV = cell.baseV
  const cx = baseU + <i32>floor(u + 1e-10), cy = baseV + <i32>floor(v + 1e-10)
  if (cx < job.arrayX0 || cx >= job.arrayX1 || cy < job.arrayY0 || cy >= job.arrayY1) return storeInvalid<T>(job, at)
  const kernel = filter.kernel
  // The centre is looked at first where the block holds it: many pixels end here.
  if (job.period == 0 && cx >= job.blockX0 && cx < job.blockX1 && cy >= job.blockY0 && cy < job.blockY1) {
    if (!isValid<T>(job, <u32>((cy - job.blockY0) * job.srcStride + cx - job.blockX0))) return storeInvalid<T>(job, at)
  }
  place(columns, u, kernel, filter.scaleX, job.arrayX0 - baseU, job.arrayX1 - baseU)
  place(rows, v, kernel, filter.scaleY, job.arrayY0 - baseV, job.arrayY1 - baseV)
  const x0 = baseU + columns.low, x1 = baseU + columns.high, y0 = baseV + rows.low, y1 = baseV + rows.high
  if (!holds(job, x0, x1) || y0 < job.blockY0 || y1 > job.blockY1) {
    job.missing = 1
    return storeInvalid<T>(job, at)
  }
  const middle = <u32>((cy - job.blockY0) * job.srcStride + turned(job, cx) - job.blockX0)
  if (!isValid<T>(job, middle)) return storeInvalid<T>(job, at)
  const centre = load<T>(job.src + middle * sizeof<T>())
  if (filter.plain && (columns.clipped | rows.clipped)) return fourPixel<T>(job, cell, at, u, v, centre)
  if (job.leastValid > 0 && lacksValid<T>(job, cell, filter, columns, rows)) return storeInvalid<T>(job, at)
  let sum: f64 = 0, weight: f64 = 0
  let count: i32 = 0
  // What is hoisted here need not be looked up tap by tap; the sums are the same.
  const validity = job.validity, nodata = job.nodata, src = job.src, mask = job.srcMask, straight = job.period == 0
  const kept = x1 - x0 <= keptTaps, weights = weightsOf(columns)
  for (let y = y0; y < y1; y++) {
    const row = (y - job.blockY0) * job.srcStride - job.blockX0
    let rowSum: f64 = 0, rowWeight: f64 = 0
    for (let x = x0; x < x1; x++) {
      const tap = <u32>(row + (straight ? x : turned(job, x)))
      const value = load<T>(src + tap * sizeof<T>())
      if (validity == 2) {
        if (load<u8>(mask + tap) == 0) continue
      } else if (validity == 1) {
        if (sizeof<T>() == 8 && isInteger<T>()) {
          if (!isValue<T>(job, value)) continue
        } else if (<f64>value == nodata || value != value) continue
      }
      count++
      const w = kept ? load<f64>(weights + ((x - x0) << 3)) : tapWeight(columns, x - baseU, kernel, filter.scaleX)
      // A tap that weighs nothing is none: 0 times infinity is not 0.
      if (w == 0) continue
      rowSum += w * offsetOf<T>(value, centre)
      rowWeight += w
    }
    const w = tapWeight(rows, y - baseV, kernel, filter.scaleY)
    if (w == 0) continue
    sum += w * rowSum
    weight += w * rowWeight
  }
  const taps = (x1 - x0) * (y1 - y0)
  if (filter.plain && count < taps) return fourPixel<T>(job, cell, at, u, v, centre)
  if (weight < leastWeight || (kernel == lanczos && count < taps / 2)) return storeInvalid<T>(job, at)
  const good = storeOffset<T>(job.dst + at * sizeof<T>(), centre, sum / weight)
  store<u8>(job.dstMask + at, <u8>good)
  return good ? 0 : 1
}
