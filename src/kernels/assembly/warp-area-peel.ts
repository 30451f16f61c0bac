import { axisCount, axisFirst, axisLower, axisUpper, axisY } from './warp-area-row'
import { Job } from './warp-job'
import { storeInvalid } from './warp-offset'

// The mode of a box whose rows fit a vector: of the values that are left, the one met first is counted wherever it is, and taken away.

/** Rows of the largest box that is done so. */
export const peelRows: i32 = 16

// Sums of shares that differ by rounding only count as equal; the value met first, row by row, then wins.
const muchMore: f64 = 1 + 1e-9

/** Columns of the largest box that is done so. */
@inline
export function peelColumns<T>(): i32 {
  return 16 / sizeof<T>()
}

@inline
function same<T>(at: u32, value: v128): i32 {
  if (sizeof<T>() == 1) return i8x16.bitmask(i8x16.eq(v128.load(at), value))
  return i16x8.bitmask(i16x8.eq(v128.load(at), value))
}

/** How much of a row the columns of a set cover. */
@inline
function coverOf(set: i32, inner: i32, last: i32, left: f64, right: f64): f64 {
  let cover = <f64>popcnt(set & inner)
  if (set & 1) cover += left
  if (set & last) cover += right
  return cover
}

/** The value of a box; `room` holds its rows, 16 bytes each, then those of its mask, then the sets of columns that are left. T is unsigned. Returns 1 where no pixel is valid. */
export function peelMode<T>(job: Job, row: u32, k: u32, at: u32, room: u32): i32 {
  const x = row + (k << 2), y = x + axisY, nx = load<i32>(x, axisCount), ny = load<i32>(y, axisCount)
  const left = load<f64>(row + (k << 3), axisLower), right = load<f64>(row + (k << 3), axisUpper)
  const top = load<f64>(row + axisY + (k << 3), axisLower), bottom = load<f64>(row + axisY + (k << 3), axisUpper)
  const sets = room + 512, all = (1 << nx) - 1, last = nx == 1 ? 0 : 1 << (nx - 1), inner = all & ~last & ~1
  const tap = <u32>(load<i32>(y, axisFirst) * job.srcStride + load<i32>(x, axisFirst))
  const nodata = sizeof<T>() == 1 ? i8x16.splat(<i8>job.nodataBits) : i16x8.splat(<i16>job.nodataBits)
  const end = (job.blockY1 - job.blockY0 - 1) * job.srcStride + job.blockX1 - job.blockX0
  let src = job.src + tap * sizeof<T>(), mask = job.srcMask + tap, step = <u32>job.srcStride * sizeof<T>(), maskStep = <u32>job.srcStride
  // What is read beside the box must be there.
  if (<i32>tap + (ny - 1) * job.srcStride + 16 > end) {
    for (let j: i32 = 0; j < ny; j++) {
      memory.copy(room + (j << 4), src + j * step, nx * sizeof<T>())
      if (job.validity == 2) memory.copy(room + 256 + (j << 4), mask + j * maskStep, nx)
    }
    src = room
    mask = room + 256
    step = 16
    maskStep = 16
  }
  let rest: f64 = 0
  for (let j: i32 = 0; j < ny; j++) {
    let set = all
    if (job.validity == 1) set &= ~same<T>(src + j * step, nodata)
    else if (job.validity == 2) set &= ~same<u8>(mask + j * maskStep, i8x16.splat(0))
    store<i32>(sets + (j << 2), set)
    rest += (j == 0 ? top : j == ny - 1 ? bottom : 1) * coverOf(set, inner, last, left, right)
  }
  let most: f64 = 0
  let best: T = 0
  for (let j: i32 = 0; j < ny; j++) {
    let set = load<i32>(sets + (j << 2))
    while (set != 0) {
      const value = load<T>(src + j * step + ctz(set) * sizeof<T>())
      const lanes = sizeof<T>() == 1 ? i8x16.splat(<i8>value) : i16x8.splat(<i16>value)
      let cover: f64 = 0
      for (let i = j; i < ny; i++) {
        const left0 = load<i32>(sets + (i << 2)), met = left0 & same<T>(src + i * step, lanes)
        store<i32>(sets + (i << 2), left0 & ~met)
        cover += (i == 0 ? top : i == ny - 1 ? bottom : 1) * coverOf(met, inner, last, left, right)
      }
      set = load<i32>(sets + (j << 2))
      rest -= cover
      if (cover > most * muchMore) {
        most = cover
        best = value
      }
      // Nothing that is left can cover more.
      if (rest < most) {
        j = ny
        set = 0
      }
    }
  }
  if (most == 0) return storeInvalid<T>(job, at)
  store<T>(job.dst + at * sizeof<T>(), best)
  store<u8>(job.dstMask + at, 1)
  return 0
}
