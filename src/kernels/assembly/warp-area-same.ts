import { Cell, Job } from './warp-job'

// Rows of a cell in parts, and which of them lie over one value only: the mode of every pixel of such a part is that value, whatever it covers of it. In maps
// of classes most parts are like that.

/** Pixels of a part of a row. */
export const partPixels: i32 = 8

// Most bytes and rows of the source under a part that is looked at.
const widest: u32 = 64
const highest: i32 = 8
// What a position may be off by.
const slack: f64 = 1e-6
// A whole number that is added to this stands in the low bits.
const magic: f64 = 6755399441055744

const places = memory.data<u8>([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], 16)

/** Whether the `width` bytes of each of `rows` rows are those of the vector; `room` says whether 16 bytes may be read of the last. */
@inline
function areAll(at: u32, step: u32, width: u32, rows: i32, value: v128, room: bool): bool {
  let other = i32x4.splat(0)
  if (width < 16) {
    if (!room) return false
    for (let j: i32 = 0, k = at; j < rows; j++, k += step) other = v128.or(other, v128.xor(v128.load(k), value))
    return !v128.any_true(v128.and(other, i8x16.lt_u(v128.load(places), i8x16.splat(<i8>width))))
  }
  for (let j: i32 = 0, from = at; j < rows; j++, from += step) {
    const last = from + width - 16
    for (let k = from; k < last; k += 16) other = v128.or(other, v128.xor(v128.load(k), value))
    other = v128.or(other, v128.xor(v128.load(last), value))
  }
  return !v128.any_true(other)
}

@inline
function splatOf<T>(value: T): v128 {
  return sizeof<T>() == 1 ? i8x16.splat(<i8>value) : i16x8.splat(<i16>value)
}

/** Fills `count` pixels from element `at` on with the source's at element `tap`. Returns how many are invalid: all or none. */
@inline
function fillPart<T>(job: Job, tap: u32, at: u32, count: i32): i32 {
  const out = job.dst + at * sizeof<T>(), mask = job.dstMask + at
  const value = load<T>(job.src + tap * sizeof<T>())
  const valid = job.validity == 0 || (job.validity == 1 ? value != <T>job.nodataBits : load<u8>(job.srcMask + tap) != 0)
  const stored: T = valid ? value : 0
  if (count == partPixels) {
    const all = splatOf<T>(stored)
    if (sizeof<T>() == 2) v128.store(out, all)
    else v128.store_lane<u64>(out, all, 0)
    store<u64>(mask, valid ? 0x0101010101010101 : 0)
  } else {
    for (let k: i32 = 0; k < count; k++) {
      store<T>(out + k * sizeof<T>(), stored)
      store<u8>(mask + k, <u8>valid)
    }
  }
  return valid ? 0 : count
}

/** Two numbers side by side. */
@inline
function pair(a: f64, b: f64): v128 {
  return f64x2.replace_lane(f64x2.splat(a), 1, b)
}

// Of the last row: how many pixels of the parts that were filled are invalid.
let lost: i32 = 0

/** How many of the pixels that {@link fillParts} filled last are invalid. */
@inline
export function lostInParts(): i32 {
  return lost
}

/**
 * Fills the parts of row `y` of an upright cell, `count` pixels from element `at` of the output on, that lie over one value, or over what is invalid, and over nothing
 * that the block or the array do not have. Returns a bit for each part that is filled.
 */
export function fillParts<T>(job: Job, cell: Cell, count: i32, y: i32, at: u32): i32 {
  const y0 = <f64>y, y1 = y0 + 1
  // Positions along the upper and the lower edge, of both axes: a + b * x and c + d * x.
  const a = pair(cell.u0 + cell.uy * y0, cell.v0 + cell.vy * y0), b = pair(cell.ux + cell.uxy * y0, cell.vx + cell.vxy * y0)
  const c = pair(cell.u0 + cell.uy * y1, cell.v0 + cell.vy * y1), d = pair(cell.ux + cell.uxy * y1, cell.vx + cell.vxy * y1)
  const minX = max(job.blockX0, job.arrayX0), maxX = min(job.blockX1, job.arrayX1), minY = max(job.blockY0, job.arrayY0), maxY = min(job.blockY1, job.arrayY1)
  const end = <u32>((job.blockY1 - job.blockY0 - 1) * job.srcStride + job.blockX1 - job.blockX0) * sizeof<T>()
  let x = f64x2.splat(<f64>cell.inX)
  let p = f64x2.add(a, f64x2.mul(b, x)), q = f64x2.add(c, f64x2.mul(d, x))
  let least = f64x2.pmin(p, q), most = f64x2.pmax(p, q)
  let filled: i32 = 0
  lost = 0
  for (let k: i32 = 0, part: i32 = 1; k < count; k += partPixels, part <<= 1) {
    const pixels = min(partPixels, count - k)
    x = f64x2.splat(<f64>(cell.inX + k + pixels))
    p = f64x2.add(a, f64x2.mul(b, x))
    q = f64x2.add(c, f64x2.mul(d, x))
    const nextLeast = f64x2.pmin(p, q), nextMost = f64x2.pmax(p, q)
    const lower = f64x2.add(f64x2.floor(f64x2.sub(f64x2.pmin(least, nextLeast), f64x2.splat(slack))), f64x2.splat(magic))
    const upper = f64x2.add(f64x2.ceil(f64x2.add(f64x2.pmax(most, nextMost), f64x2.splat(slack))), f64x2.splat(magic))
    least = nextLeast
    most = nextMost
    const left = i32x4.extract_lane(lower, 0) + cell.baseU, right = i32x4.extract_lane(upper, 0) + cell.baseU
    const top = i32x4.extract_lane(lower, 2) + cell.baseV, bottom = i32x4.extract_lane(upper, 2) + cell.baseV
    if (left < minX || right > maxX || top < minY || bottom > maxY) continue
    const rows = bottom - top, width = <u32>(right - left) * sizeof<T>(), step = <u32>job.srcStride
    if (width > widest || rows > highest) continue
    const tap = <u32>((top - job.blockY0) * job.srcStride + left - job.blockX0), src = job.src + tap * sizeof<T>()
    const room = (tap + <u32>(rows - 1) * step) * sizeof<T>() + 16 <= end
    if (!areAll(src, step * sizeof<T>(), width, rows, splatOf<T>(load<T>(src)), room)) continue
    if (job.validity == 2 && !areAll(job.srcMask + tap, step, width / sizeof<T>(), rows, i8x16.splat(load<u8>(job.srcMask + tap)), room && sizeof<T>() == 1)) continue
    lost += fillPart<T>(job, tap, at + k, pixels)
    filled |= part
  }
  return filled
}
