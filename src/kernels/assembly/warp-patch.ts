import { holdsHull, Hull } from './warp-hull'
import { Cell, Job } from './warp-job'
import { toldBy } from './warp-valid'

// The pixels under a cell's hull as float32, row by row, NaN where one is invalid or not in the block: so every pixel is widened and looked at once and
// not once for each pixel of the output that it is a tap of, and a sum shows by itself that a tap was missing. For integers of 8 and 16 bits.

/** Columns between rows of the patch, and how many columns and rows it has at most. */
export const patchSide: i32 = 64

/** The patch. Up to three elements after it may be read. */
export const patch = memory.data(4 * 64 * 64 + 16, 16)

/** Whether the patch has room for a hull. */
@inline
export function fitsPatch(hull: Hull): bool {
  return hull.right - hull.left <= patchSide && hull.bottom - hull.top <= patchSide
}

/** Four neighbouring elements as f32. */
@inline
function four<T>(at: u32): v128 {
  if (sizeof<T>() == 2) return f32x4.convert_i32x4_s(isSigned<T>() ? v128.load_ext<i16>(at) : v128.load_ext<u16>(at))
  const bytes = v128.load_zero<u32>(at)
  if (isSigned<T>()) return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(bytes)))
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes)))
}

/** Which of eight pixels are invalid, in lanes of 16 bits. V says how validity is told: by its size 2 by nodata, 4 by mask. */
@inline
function lostOf<T, V>(at: u32, mask: u32, nodata: v128): v128 {
  if (sizeof<V>() == 4) return i16x8.eq(v128.load_ext<u8>(mask), i16x8.splat(0))
  if (sizeof<T>() == 2) return i16x8.eq(v128.load(at), nodata)
  return i16x8.eq(isSigned<T>() ? v128.load_ext<i8>(at) : v128.load_ext<u8>(at), nodata)
}

/** Puts eight neighbouring pixels into the patch. Returns which of them are invalid. */
@inline
function putEight<T, V>(at: u32, mask: u32, to: u32, nodata: v128): v128 {
  const low = four<T>(at), high = four<T>(at + 4 * sizeof<T>())
  if (sizeof<V>() == 1) {
    v128.store(to, low)
    v128.store(to, high, 16)
    return nodata
  }
  // All bits make a NaN.
  const lost = lostOf<T, V>(at, mask, nodata)
  v128.store(to, v128.or(low, i32x4.extend_low_i16x8_s(lost)))
  v128.store(to, v128.or(high, i32x4.extend_high_i16x8_s(lost)), 16)
  return lost
}

/** Puts fewer than eight pixels into the patch. Returns whether one of them is valid. */
function putFew<T, V>(at: u32, mask: u32, to: u32, count: i32, nodata: v128): bool {
  let some: bool = false
  const none = i16x8.extract_lane_s(nodata, 0)
  for (let k: i32 = 0; k < count; k++) {
    const value = load<T>(at + k * sizeof<T>())
    const valid = sizeof<V>() == 1 || (sizeof<V>() == 2 ? <i16>value != none : load<u8>(mask + k) != 0)
    store<f32>(to + (k << 2), valid ? <f32>value : f32.NaN)
    some = some || valid
  }
  return some
}

/** Puts the pixels of a rectangle of the block into the patch. Returns whether one of them is valid. */
function putRect<T, V>(job: Job, x0: i32, x1: i32, y0: i32, y1: i32, first: u32): bool {
  const nodata = i16x8.splat(<i16><i32>job.nodata)
  const width = x1 - x0, stride = <u32>job.srcStride
  let at = <u32>((y0 - job.blockY0) * job.srcStride + x0 - job.blockX0), to = first
  let lost = i16x8.splat(-1), some = sizeof<V>() == 1
  for (let y = y0; y < y1; y++, at += stride, to += 4 * patchSide) {
    const src = job.src + at * sizeof<T>(), mask = job.srcMask + at
    if (width < 8) {
      if (putFew<T, V>(src, mask, to, width, nodata)) some = true
      continue
    }
    const last = <u32>(width - 8)
    for (let k: u32 = 0; k < last; k += 8) lost = v128.and(lost, putEight<T, V>(src + k * sizeof<T>(), mask + k, to + (k << 2), nodata))
    lost = v128.and(lost, putEight<T, V>(src + last * sizeof<T>(), mask + last, to + (last << 2), nodata))
  }
  return some || !i16x8.all_true(lost)
}

/** Fills the patch with the pixels under a hull, which it has room for. Returns whether some may be valid, be it beyond the block. */
export function fillPatch<T>(job: Job, hull: Hull): bool {
  const inside = holdsHull(job, hull)
  if (!inside) memory.fill(patch, 255, 4 * patchSide * (hull.bottom - hull.top))
  const x0 = max(hull.left, max(job.blockX0, job.arrayX0)), x1 = min(hull.right, min(job.blockX1, job.arrayX1))
  const y0 = max(hull.top, max(job.blockY0, job.arrayY0)), y1 = min(hull.bottom, min(job.blockY1, job.arrayY1))
  if (x0 >= x1 || y0 >= y1) return true
  const first = <u32>patch + 4 * ((y0 - hull.top) * patchSide + x0 - hull.left), told = toldBy<T>(job)
  if (told == 0) putRect<T, u8>(job, x0, x1, y0, y1, first)
  else if (!(told == 1 ? putRect<T, u16>(job, x0, x1, y0, y1, first) : putRect<T, u32>(job, x0, x1, y0, y1, first))) return !inside
  return true
}

const touched = memory.data(4)

/**
 * Reads of every row of a cell's hull and of its output, many at the same time, so that they are near when they are needed. Stores wait for each other: behind one
 * to memory that is far those to what is kept of a row would queue up.
 */
export function touchRows<T>(job: Job, cell: Cell, hull: Hull): void {
  let any: u32 = 0
  const x0 = max(hull.left, job.blockX0), wide = <u32>(min(hull.right, job.blockX1) - 1 - x0) * sizeof<T>()
  if (x0 < min(hull.right, job.blockX1)) {
    const end = min(hull.bottom, job.blockY1)
    for (let y = max(hull.top, job.blockY0); y < end; y++) {
      const from = job.src + <u32>((y - job.blockY0) * job.srcStride + x0 - job.blockX0) * sizeof<T>()
      any |= load<u8>(from) | load<u8>(from + wide)
    }
  }
  const last = <u32>(cell.x1 - cell.x0 - 1) * sizeof<T>()
  for (let y = cell.y0; y < cell.y1; y++) {
    const at = <u32>(y * job.dstStride + cell.x0), out = job.dst + at * sizeof<T>()
    any |= load<u8>(out) | load<u8>(out + last) | load<u8>(job.dstMask + at)
  }
  // So that the loads are not left out.
  store<u32>(touched, any)
}
