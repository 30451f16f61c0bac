import { AreaBox, areaBoxBytes } from './warp-area-box'
import { averageThree, averageTwo } from './warp-area-four-mean'
import { modeTwo } from './warp-area-four-mode'
import { modeOfBytes } from './warp-area-few'
import { extremeFour, quantileFour } from './warp-area-four-rank'
import { extremeLarge, isRoomy, meanLarge } from './warp-area-large'
import { modePixel } from './warp-area-mode'
import { peelColumns, peelMode, peelRows } from './warp-area-peel'
import { extremePixel, quantilePixel } from './warp-area-rank'
import { axisCount, axisFirst, axisLower, axisUpper, axisY, boxRowBytes, repeatBox, takeBox } from './warp-area-row'
import { copyPatches, patchBytes, patchStep } from './warp-area-taps'
import { Job } from './warp-job'
import { storeInvalid } from './warp-offset'

// Rows of boxes of integers of 8 and 16 bits: four pixels at a time where their boxes are small, else one by one. By which way a pixel goes
// follows from its own box alone, and where four go together each is what it is by itself.

// Where things stand in the room of a run.
const patchesAt: u32 = boxRowBytes
const fourAt: u32 = patchesAt + 4 * patchBytes
const peelAt: u32 = fourAt + 32 + 9 * 16
const boxAt: u32 = peelAt + 512 + 64
const restAt: u32 = boxAt + areaBoxBytes

/** Bytes of room that rows need before that of the kernels of one box. */
export const eachRoomBytes: u32 = restAt

/** Whether a box is 4 x 4 pixels that it covers as a whole. */
@inline
function isWholeFour(row: u32, k: u32): bool {
  const x = row + (k << 2), u = row + (k << 3)
  if (load<i32>(x, axisCount) != 4 || load<i32>(x, axisY + axisCount) != 4) return false
  return load<f64>(u, axisLower) == 1 && load<f64>(u, axisUpper) == 1 && load<f64>(u, axisY + axisLower) == 1 && load<f64>(u, axisY + axisUpper) == 1
}

/** One pixel whose box is larger than four at a time may have. */
function largeOf<T, V>(job: Job, row: u32, k: u32, at: u32, room: u32, kernel: i32): i32 {
  if (kernel <= 1) return meanLarge<T, V>(job, row, k, at, room + fourAt, kernel == 1)
  if (kernel <= 3 && isRoomy(job, row, k)) return extremeLarge<T, V>(job, row, k, at, kernel == 3)
  const x = row + (k << 2)
  if (kernel == 4 && sizeof<T>() == 1 && isWholeFour(row, k)) {
    const byte = modeOfBytes(job, <u32>(load<i32>(x, axisY + axisFirst) * job.srcStride + load<i32>(x, axisFirst)))
    if (byte >= 0) {
      store<u8>(job.dst + at, <u8>byte)
      store<u8>(job.dstMask + at, 1)
      return 0
    }
  }
  if (kernel == 4 && load<i32>(x, axisCount) <= peelColumns<T>() && load<i32>(x, axisY + axisCount) <= peelRows) {
    return sizeof<T>() == 1 ? peelMode<u8>(job, row, k, at, room + peelAt) : peelMode<u16>(job, row, k, at, room + peelAt)
  }
  const box = changetype<AreaBox>(room + boxAt)
  takeBox(job, row, k, box)
  if (kernel <= 3) return extremePixel<T>(job, at, box, kernel == 3)
  if (kernel == 4) return modePixel<T>(job, at, box, room + restAt)
  return quantilePixel<T>(job, at, box, kernel == 5 ? 0.5 : kernel == 6 ? 0.25 : 0.75, room + restAt)
}

/** Pixels [k, k + live) of a row one by one. */
function apart<T, V>(job: Job, row: u32, k: u32, live: i32, at: u32, room: u32, kernel: i32, limit: i32): i32 {
  let bad: i32 = 0
  for (let i: u32 = k; i < k + <u32>live; i++) {
    const x = row + (i << 2), nx = load<i32>(x, axisCount), ny = load<i32>(x, axisY + axisCount), to = at + i - k
    if (nx <= 0 || ny <= 0) bad += storeInvalid<T>(job, to)
    else if (max(nx, ny) > limit) bad += largeOf<T, V>(job, row, i, to, room, kernel)
    else {
      repeatBox(row, i, room, 0, 4)
      bad += eachOf<T, V>(job, room, 1, to, room, kernel)
    }
  }
  return bad
}

/** The pixels of a row of boxes by a kernel that is known where this is compiled. */
@inline
function each<T, V>(job: Job, row: u32, count: i32, at: u32, room: u32, kernel: i32): i32 {
  let bad: i32 = 0
  const stride = job.srcStride, limit: i32 = kernel == 1 ? 0 : kernel == 4 ? 2 : 3
  // Two more rows and 8 more elements than a tap's own can be read up to here.
  const safe = i32x4.splat((job.blockY1 - job.blockY0 - 3) * stride + job.blockX1 - job.blockX0 - 8)
  for (let k: i32 = 0; k < count; k += 4, at += 4) {
    const live = min(4, count - k), four = row + (k << 2), shares = row + (k << 3)
    const nx = v128.load(four, axisCount), ny = v128.load(four, axisY + axisCount), most = i32x4.max_s(nx, ny)
    if (v128.any_true(v128.or(i32x4.gt_s(most, i32x4.splat(limit)), i32x4.lt_s(i32x4.min_s(nx, ny), i32x4.splat(1))))) {
      bad += apart<T, V>(job, row, k, live, at, room, kernel, limit)
      continue
    }
    const index = i32x4.add(i32x4.mul(v128.load(four, axisY + axisFirst), i32x4.splat(stride)), v128.load(four, axisFirst))
    let i0 = <u32>i32x4.extract_lane(index, 0), i1 = <u32>i32x4.extract_lane(index, 1)
    let i2 = <u32>i32x4.extract_lane(index, 2), i3 = <u32>i32x4.extract_lane(index, 3)
    let p0 = job.src + i0 * sizeof<T>(), p1 = job.src + i1 * sizeof<T>(), p2 = job.src + i2 * sizeof<T>(), p3 = job.src + i3 * sizeof<T>()
    let q0 = job.srcMask + i0, q1 = job.srcMask + i1, q2 = job.srcMask + i2, q3 = job.srcMask + i3
    let step = <u32>stride * sizeof<T>(), maskStep = <u32>stride
    if (v128.any_true(i32x4.gt_s(index, safe))) {
      copyPatches<T>(job, four, room + patchesAt)
      p0 = room + patchesAt
      p1 = p0 + patchBytes
      p2 = p1 + patchBytes
      p3 = p2 + patchBytes
      q0 = p0 + 3 * patchStep
      q1 = p1 + 3 * patchStep
      q2 = p2 + 3 * patchStep
      q3 = p3 + 3 * patchStep
      step = patchStep
      maskStep = patchStep
    }
    const own = room + fourAt
    const small = !v128.any_true(i32x4.gt_s(most, i32x4.splat(2)))
    if (kernel == 0) {
      let made: i32 = -1
      if (small) made = averageTwo<T, V>(job, four, at, live, own, p0, p1, p2, p3, step, q0, q1, q2, q3, maskStep, shares)
      if (made < 0) made = averageThree<T, V>(job, four, at, live, own, p0, p1, p2, p3, step, q0, q1, q2, q3, maskStep, shares)
      bad += made
    } else if (kernel == 4) {
      bad += modeTwo<T, V>(job, four, at, live, own, p0, p1, p2, p3, step, q0, q1, q2, q3, maskStep, shares)
    } else if (kernel == 2 || kernel == 3) {
      const greatest = kernel == 3
      if (small) bad += extremeFour<T, V>(job, four, 2, greatest, at, live, own, p0, p1, p2, p3, step, q0, q1, q2, q3, maskStep)
      else bad += extremeFour<T, V>(job, four, 3, greatest, at, live, own, p0, p1, p2, p3, step, q0, q1, q2, q3, maskStep)
    } else if (kernel >= 5) {
      const share: f32 = kernel == 5 ? 0.5 : kernel == 6 ? 0.25 : 0.75
      if (small) bad += quantileFour<T, V>(job, four, 2, share, at, live, own, p0, p1, p2, p3, step, q0, q1, q2, q3, maskStep)
      else bad += quantileFour<T, V>(job, four, 3, share, at, live, own, p0, p1, p2, p3, step, q0, q1, q2, q3, maskStep)
    }
  }
  return bad
}

function eachAverage<T, V>(job: Job, row: u32, count: i32, at: u32, room: u32): i32 {
  return each<T, V>(job, row, count, at, room, 0)
}

function eachRms<T, V>(job: Job, row: u32, count: i32, at: u32, room: u32): i32 {
  return each<T, V>(job, row, count, at, room, 1)
}

function eachLeast<T, V>(job: Job, row: u32, count: i32, at: u32, room: u32): i32 {
  return each<T, V>(job, row, count, at, room, 2)
}

function eachGreatest<T, V>(job: Job, row: u32, count: i32, at: u32, room: u32): i32 {
  return each<T, V>(job, row, count, at, room, 3)
}

function eachMode<T, V>(job: Job, row: u32, count: i32, at: u32, room: u32): i32 {
  return each<T, V>(job, row, count, at, room, 4)
}

function eachQuantile<T, V>(job: Job, row: u32, count: i32, at: u32, room: u32, kernel: i32): i32 {
  return each<T, V>(job, row, count, at, room, kernel)
}

/** The first `count` pixels of a row of boxes by a kernel's code, stored from element `at` on. Returns how many are invalid. */
export function eachOf<T, V>(job: Job, row: u32, count: i32, at: u32, room: u32, kernel: i32): i32 {
  if (kernel == 0) return eachAverage<T, V>(job, row, count, at, room)
  if (kernel == 1) return eachRms<T, V>(job, row, count, at, room)
  if (kernel == 2) return eachLeast<T, V>(job, row, count, at, room)
  if (kernel == 3) return eachGreatest<T, V>(job, row, count, at, room)
  if (kernel == 4) return eachMode<T, V>(job, row, count, at, room)
  return eachQuantile<T, V>(job, row, count, at, room, kernel)
}
