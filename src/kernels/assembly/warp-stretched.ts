import { Cell, Job, turned } from './warp-job'
import { isValid, storeRounded } from './warp-tap'

// The triangle kernel widened to the size of an output pixel, where the map makes the image smaller; in float64, pixel by pixel.

@inline
function invalid<T>(job: Job, at: u32): i32 {
  store<T>(job.dst + at * sizeof<T>(), 0)
  store<u8>(job.dstMask + at, 0)
  return 1
}

@inline
function weightAt(distance: f64, scale: f64): f64 {
  return 1 - abs(distance) * scale
}

/** Whether the block holds columns [x0, x1), turned where the array goes round. */
@inline
export function holds(job: Job, x0: i32, x1: i32): bool {
  if (job.period == 0) return x0 >= job.blockX0 && x1 <= job.blockX1
  for (let x = x0; x < x1; x++) {
    const column = turned(job, x)
    if (column < job.blockX0 || column >= job.blockX1) return false
  }
  return true
}

/**
 * One pixel at the source position (u, v). Taps that do not exist or are invalid are dropped and the weights of the rest renormalised;
 * the pixel is invalid where the source pixel that contains its centre is. Values count from that one, so that equal values stay as they are.
 */
function stretchedPixel<T>(job: Job, at: u32, u: f64, v: f64, scaleX: f64, scaleY: f64): i32 {
  const cx = <i32>floor(u + 1e-10), cy = <i32>floor(v + 1e-10)
  if (cx < job.arrayX0 || cx >= job.arrayX1 || cy < job.arrayY0 || cy >= job.arrayY1) return invalid<T>(job, at)
  const pu = u - 0.5, pv = v - 0.5
  const reachX = <i32>ceil(1 / scaleX), reachY = <i32>ceil(1 / scaleY)
  let x0 = max(job.arrayX0, <i32>floor(pu) + 1 - reachX), x1 = min(job.arrayX1, <i32>floor(pu) + 1 + reachX)
  let y0 = max(job.arrayY0, <i32>floor(pv) + 1 - reachY), y1 = min(job.arrayY1, <i32>floor(pv) + 1 + reachY)
  while (x0 < cx && weightAt(<f64>x0 - pu, scaleX) <= 0) x0++
  while (x1 > cx + 1 && weightAt(<f64>(x1 - 1) - pu, scaleX) <= 0) x1--
  while (y0 < cy && weightAt(<f64>y0 - pv, scaleY) <= 0) y0++
  while (y1 > cy + 1 && weightAt(<f64>(y1 - 1) - pv, scaleY) <= 0) y1--
  if (!holds(job, x0, x1) || y0 < job.blockY0 || y1 > job.blockY1) {
    job.missing = 1
    return invalid<T>(job, at)
  }
  const middle = <u32>((cy - job.blockY0) * job.srcStride + turned(job, cx) - job.blockX0)
  if (!isValid<T>(job, middle)) return invalid<T>(job, at)
  const centre = load<T>(job.src + middle * sizeof<T>())
  let sum: f64 = 0, weight: f64 = 0
  for (let y = y0; y < y1; y++) {
    const wy = weightAt(<f64>y - pv, scaleY)
    const row = (y - job.blockY0) * job.srcStride - job.blockX0
    for (let i: i32 = 0; i < x1 - x0; i++) {
      const tap = <u32>(row + turned(job, x0 + i))
      if (!isValid<T>(job, tap)) continue
      const value = load<T>(job.src + tap * sizeof<T>())
      const w = wy * weightAt(<f64>(x0 + i) - pu, scaleX)
      const wide = sizeof<T>() == 8 && isInteger<T>() && abs(<f64>value - <f64>centre) < 4e18
      sum += w * (wide ? <f64>(<i64>value - <i64>centre) : <f64>value - <f64>centre)
      weight += w
    }
  }
  const out = job.dst + at * sizeof<T>(), offset = sum / weight
  let good: bool = true
  if (sizeof<T>() == 8 && isInteger<T>() && abs(offset) < 4e18) store<T>(out, <T>(<i64>centre + <i64>floor(offset + 0.5)))
  else good = storeRounded<T>(out, <f64>centre + offset)
  store<u8>(job.dstMask + at, <u8>good)
  return good ? 0 : 1
}

/** A cell with the kernel stretched by the cell's scales. Returns how many pixels are invalid. */
export function stretchedCell<T>(job: Job, cell: Cell): i32 {
  let bad: i32 = 0
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
      bad += stretchedPixel<T>(job, at + i, u + <f64>cell.baseU, v + <f64>cell.baseV, cell.scaleX, cell.scaleY)
    }
  }
  return bad
}
