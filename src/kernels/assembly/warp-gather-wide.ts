import { carefulPixel } from './warp-careful'
import { Cell, Job } from './warp-job'
import { pairAt, sumOf } from './warp-pair'
import { storeRounded } from './warp-tap'
import { cellOfOne, turnedAround } from './warp-turned'
import { allValid, nodataLanes, toldBy } from './warp-valid'
import { Filter } from './warp-weights'
import { across, inner, lanczosBytes, outer, rest, storeLanczos } from './warp-weights-lanes'

// The unstretched kernels of 4 x 4 and 6 x 6 taps for 32-bit integers and floats, in float64: taps side by side, weights of x and y in a lane each.
// A pixel is the same wherever it stands.

/** Two taps, counted from a value where that is needed for equal values to stay as they are. */
@inline
function two<T>(at: u32, from: v128): v128 {
  return sizeof<T>() == 8 ? f64x2.sub(pairAt<T>(at), from) : pairAt<T>(at)
}

@inline
function high(v: v128): v128 {
  return v128.shuffle<i64>(v, v, 1, 1)
}

/** A pixel of 4 x 4 taps, from the address of its first and the phases of x and y. */
@inline
function cubicValue<T, K>(at: u32, step: u32, d: v128): f64 {
  const e = rest<f64>(d)
  const w0 = outer<f64, K>(d, e), w3 = outer<f64, K>(e, d)
  const w1 = inner<f64, K>(d, e, w0, w3), w2 = inner<f64, K>(e, d, w3, w0)
  const from = sizeof<T>() == 8 ? v128.load64_splat(at + step, 8) : f64x2.splat(0)
  const y0 = high(w0), y1 = high(w1), y2 = high(w2), y3 = high(w3)
  const b = at + step, c = at + 2 * step, f = c + step, far = 2 * sizeof<T>()
  const left = f64x2.add(
    f64x2.add(f64x2.mul(two<T>(at, from), y0), f64x2.mul(two<T>(b, from), y1)),
    f64x2.add(f64x2.mul(two<T>(c, from), y2), f64x2.mul(two<T>(f, from), y3)),
  )
  const right = f64x2.add(
    f64x2.add(f64x2.mul(two<T>(at + far, from), y0), f64x2.mul(two<T>(b + far, from), y1)),
    f64x2.add(f64x2.mul(two<T>(c + far, from), y2), f64x2.mul(two<T>(f + far, from), y3)),
  )
  const sum = sumOf(f64x2.add(f64x2.mul(left, v128.shuffle<i64>(w0, w1, 0, 2)), f64x2.mul(right, v128.shuffle<i64>(w2, w3, 0, 2))))
  return sizeof<T>() == 8 ? f64x2.extract_lane(from, 0) + sum : sum
}

const kept = memory.data(<i32>lanczosBytes, 16)

/** A pixel of 6 x 6 taps by the Lanczos kernel. */
@inline
function lanczosValue<T>(first: u32, step: u32, d: v128): f64 {
  const totals = storeLanczos<f64>(kept, d)
  const from = sizeof<T>() == 8 ? v128.load64_splat(first + 2 * step, 16) : f64x2.splat(0)
  let left = f64x2.splat(0), middle = f64x2.splat(0), right = f64x2.splat(0)
  let at = first
  for (let k: u32 = 0; k < 6; k++) {
    const w = v128.load64_splat(kept + 16 * k, 8)
    left = f64x2.add(left, f64x2.mul(two<T>(at, from), w))
    middle = f64x2.add(middle, f64x2.mul(two<T>(at + 2 * sizeof<T>(), from), w))
    right = f64x2.add(right, f64x2.mul(two<T>(at + 4 * sizeof<T>(), from), w))
    at += step
  }
  const sum = sumOf(f64x2.add(f64x2.add(f64x2.mul(left, across(kept, 0)), f64x2.mul(right, across(kept, 4))), f64x2.mul(middle, across(kept, 2))))
  const value = sum / (f64x2.extract_lane(totals, 0) * f64x2.extract_lane(totals, 1))
  return sizeof<T>() == 8 ? f64x2.extract_lane(from, 0) + value : value
}

// Adding 1.5 * 2^52 to a whole number leaves it in the low 32 bits.
const magic: f64 = 6755399441055744

/** A pixel whose taps may lie at both ends of an array that goes round; -1 where the block has them in one piece, or not. */
function turnedPixel<T, K>(job: Job, cell: Cell, filter: Filter, i: i32, y: i32, column: i32, row: i32): i32 {
  const patch = turnedAround<T>(job, cell, column, row, sizeof<K>() == 4 ? 2 : 1)
  if (patch == null) return -1
  const bad = wideCell<T, K, u16>(patch, cellOfOne(cell, i, y), filter)
  return patch.missing ? -1 : bad
}

/**
 * Fills a cell. K says which kernel; E whether to look for edges of the block and for invalid pixels: by its size 1 no, 2 yes. Pixels that are not
 * a number (of floats) or whose taps are not all there and valid go the careful way. Returns how many are invalid.
 */
export function wideCell<T, K, E>(job: Job, cell: Cell, filter: Filter): i32 {
  let bad: i32 = 0
  const reach: i32 = sizeof<K>() == 4 ? 2 : 1, taps = 2 * reach + 2
  const stride = job.srcStride, step = <u32>stride * sizeof<T>()
  const base = (cell.baseV - job.blockY0 - reach) * stride + cell.baseU - job.blockX0 - reach
  const src = job.src, mask = job.srcMask
  const told = toldBy<T>(job), nodata = nodataLanes<T>(job)
  const left = max(job.blockX0, job.arrayX0) - cell.baseU + reach, right = min(job.blockX1, job.arrayX1) - cell.baseU - taps + reach
  const top = max(job.blockY0, job.arrayY0) - cell.baseV + reach, bottom = min(job.blockY1, job.arrayY1) - cell.baseV - taps + reach
  const count = cell.x1 - cell.x0
  for (let y = cell.y0; y < cell.y1; y++) {
    const at = <u32>(y * job.dstStride + cell.x0)
    const yy = <f64>(cell.inY + y - cell.y0) + 0.5
    const start = f64x2(cell.u0 + cell.uy * yy - 0.5, cell.v0 + cell.vy * yy - 0.5), slope = f64x2(cell.ux + cell.uxy * yy, cell.vx + cell.vxy * yy)
    let out = job.dst + at * sizeof<T>()
    const outMask = job.dstMask + at
    memory.fill(outMask, 1, count)
    let x = <f64>cell.inX + 0.5
    for (let i: i32 = 0; i < count; i++, x += 1, out += sizeof<T>()) {
      const position = f64x2.add(start, f64x2.mul(slope, f64x2.splat(x)))
      const whole = f64x2.floor(position)
      const d = f64x2.sub(position, whole), index = f64x2.add(whole, f64x2.splat(magic))
      const column = i32x4.extract_lane(index, 0), row = i32x4.extract_lane(index, 2)
      const tap = <u32>(base + row * stride + column), first = src + tap * sizeof<T>()
      if (
        sizeof<E>() == 1 || (column >= left && column <= right && row >= top && row <= bottom
          && allValid<T>(taps, told, first, mask + tap, <u32>stride, nodata))
      ) {
        const value = sizeof<K>() == 4 ? lanczosValue<T>(first, step, d) : cubicValue<T, K>(first, step, d)
        // Infinities go the careful way, too: there, 0 times infinity is 0.
        if (!isFloat<T>() || value - value == 0) {
          storeRounded<T>(out, value)
          continue
        }
      }
      if (sizeof<E>() > 1 && job.period != 0) {
        const lost = turnedPixel<T, K>(job, cell, filter, i, y, column, row)
        if (lost >= 0) {
          bad += lost
          continue
        }
      }
      bad += carefulPixel<T, K>(job, cell, filter, at + i, f64x2.extract_lane(position, 0), f64x2.extract_lane(position, 1))
    }
  }
  return bad
}
