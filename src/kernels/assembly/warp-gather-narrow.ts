import { bilinearLane } from './warp-bilinear-lane'
import { carefulPixel } from './warp-careful'
import { axes, axisBytes, fourApart, fourBeside, isVoid, phaseAt, sixteenApart, sixteenBeside, thirtySixApart, thirtySixBeside, totalAt } from './warp-gather-sums'
import { hullOf } from './warp-hull'
import { Cell, Job } from './warp-job'
import { invalidRect, storeNothing } from './warp-offset'
import { fillPatch, fitsPatch, patchSide, touchRows } from './warp-patch'
import { packRounded } from './warp-tap'
import { cellOfOne, turnedAround } from './warp-turned'
import { Filter } from './warp-weights'
import { storeCubic, storeLanczosOf, storeSines } from './warp-weights-lanes'

// The unstretched kernels of 2 x 2, 4 x 4 and 6 x 6 taps for integers of 8 and 16 bits, in float32: four pixels at a time, a lane each. Weights are made of
// the phases, so that no table is read. Which lane makes a pixel, and beside which others, does not show.

// Whole numbers from 0 to 2^23, shifted by this, stand in a float's low bits.
const magic: f32 = 8388608

/** Pixels that are left at the end of a row, before they go where they belong. */
const tail = memory.data(16, 16)

// In an output mask: a pixel that is not made yet, as not all of its taps are valid.
const open: u8 = 2

/** The first `count` of four pixels; `lost` has a bit for each that is left open. */
@inline
function storeSome<T>(out: u32, mask: u32, whole: v128, count: i32, lost: i32): void {
  if (count >= 4 && lost == 0) {
    store<u32>(mask, 0x01010101)
    if (sizeof<T>() == 2) v128.store_lane<u64>(out, whole, 0)
    else v128.store_lane<u32>(out, whole, 0)
    return
  }
  v128.store(tail, whole)
  for (let k: i32 = 0; k < min(count, 4); k++) {
    store<T>(out + k * sizeof<T>(), load<T>(tail + k * sizeof<T>()))
    store<u8>(mask + k, lost & (1 << k) ? open : 1)
  }
}

/** A pixel whose taps may lie at both ends of an array that goes round; -1 where the block has them in one piece, or not. */
function turnedPixel<T, K>(job: Job, cell: Cell, filter: Filter, i: i32, y: i32, column: i32, row: i32): i32 {
  const patch = turnedAround<T>(job, cell, column, row, reachOf<K>())
  if (patch == null) return -1
  const bad = narrowCell<T, K>(patch, cellOfOne(cell, i, y), filter)
  return patch.missing ? -1 : bad
}

// What the loops need again and again stands in memory: computed, it would be computed anew for every four pixels, and registers are few.
const line = memory.data(64, 16)
const corner = memory.data(64, 16)
// Middles of pixels, counted from a root cell's first.
const middles = memory.data<f32>([
  0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 10.5, 11.5, 12.5, 13.5, 14.5, 15.5, 16.5, 17.5, 18.5, 19.5, 20.5, 21.5, 22.5, 23.5, 24.5, 25.5, 26.5,
  27.5, 28.5, 29.5, 30.5, 31.5, 32.5, 33.5, 34.5,
])
const steps = memory.data<i32>([0, 1, 2, 3], 16)

/** Stores where a row of the output begins in the source, and by how much it goes on there. */
@inline
function startLine(startU: f64, slopeU: f64, startV: f64, slopeV: f64): void {
  v128.store(line, f32x4.splat(<f32>startU))
  v128.store(line, f32x4.splat(<f32>slopeU), 16)
  v128.store(line, f32x4.splat(<f32>startV), 32)
  v128.store(line, f32x4.splat(<f32>slopeV), 48)
}

// A row is made in several loops, as one that does it all leaves a processor little that it can do at the same time.

// Of up to 32 pixels: where in the patch their first taps are, as whole numbers in the low bits of floats; what their taps come to.
const indices = memory.data(128, 16)
const sums = memory.data(128, 16)

/** Finds the phases of a row's pixels and where their first taps are. */
@inline
function placeRow(inX: i32, count: i32): void {
  const end = <u32>(count + 3) >> 2 << 4
  for (let k: u32 = 0, axis: u32 = 0, at = middles + (inX << 2); k < end; k += 16, axis += 2 * axisBytes, at += 16) {
    const x = v128.load(at)
    const u = f32x4.add(v128.load(line), f32x4.mul(v128.load(line + 16), x)), v = f32x4.add(v128.load(line + 32), f32x4.mul(v128.load(line + 48), x))
    const fu = f32x4.floor(u), fv = f32x4.floor(v)
    const row = f32x4.mul(f32x4.sub(fv, v128.load(corner + 16)), v128.load(corner + 32))
    v128.store(k, f32x4.add(f32x4.add(row, f32x4.sub(fu, v128.load(corner))), v128.load(corner + 48)), indices)
    v128.store(axis, f32x4.sub(v, fv), axes + phaseAt)
    v128.store(axis, f32x4.sub(u, fu), axes + axisBytes + phaseAt)
  }
  // Lanes that are not used read what one that is may read.
  if (count & 3) {
    const last = indices + end - 16, index = v128.load(last)
    v128.store(last, v128.bitselect(index, v128.shuffle<f32>(index, index, 0, 0, 0, 0), i32x4.lt_s(v128.load(steps), i32x4.splat(count & 3))))
  }
}

/** Makes the weights of a row's pixels of their phases. */
@inline
function weighRow<K>(count: i32): void {
  const end = <u32>axes + (<u32>(count + 3) >> 2) * 2 * axisBytes
  if (sizeof<K>() == 4) {
    for (let axis: u32 = axes; axis < end; axis += axisBytes) storeSines<f32>(axis, v128.load(axis, phaseAt))
    for (let axis: u32 = axes; axis < end; axis += axisBytes) {
      v128.store(axis, storeLanczosOf<f32>(axis, v128.load(axis, phaseAt), v128.load(axis), v128.load(axis, 16)), totalAt)
    }
  } else if (sizeof<K>() < 4) {
    for (let axis: u32 = axes; axis < end; axis += axisBytes) storeCubic<f32, K>(axis, v128.load(axis, phaseAt))
  }
}

/** The byte of the patch that an index leads to. */
@inline
function byteAt(index: i32): u32 {
  return <u32>(index & (patchSide * patchSide - 1)) << 2
}

/** Whether the first taps of four pixels lie side by side. */
@inline
function areBeside(index: v128): bool {
  return i32x4.bitmask(i32x4.eq(i32x4.sub(index, v128.shuffle<f32>(index, index, 0, 0, 0, 0)), v128.load(steps))) == 15
}

/** How far a kernel reaches beyond the two pixels around a position. K says which it is: by its size 1 cubic, 2 spline, 4 Lanczos, 8 bilinear. */
@inline
function reachOf<K>(): i32 {
  return sizeof<K>() == 8 ? 0 : sizeof<K>() == 4 ? 2 : 1
}

/** Sums the taps of a row's pixels. */
@inline
function sumRow<K>(count: i32): void {
  const end = <u32>(count + 3) >> 2 << 4
  for (let k: u32 = 0, axis: u32 = 0; k < end; k += 16, axis += 2 * axisBytes) {
    const index = v128.load(k, indices), s0 = byteAt(i32x4.extract_lane(index, 0))
    if (areBeside(index)) {
      v128.store(k, reachOf<K>() == 0 ? fourBeside(axis, s0) : reachOf<K>() == 1 ? sixteenBeside(axis, s0) : thirtySixBeside(axis, s0), sums)
      continue
    }
    const s1 = byteAt(i32x4.extract_lane(index, 1)), s2 = byteAt(i32x4.extract_lane(index, 2)), s3 = byteAt(i32x4.extract_lane(index, 3))
    if (reachOf<K>() == 0) v128.store(k, fourApart(axis, s0, s1, s2, s3), sums)
    else v128.store(k, reachOf<K>() == 1 ? sixteenApart(axis, s0, s1, s2, s3) : thirtySixApart(axis, s0, s1, s2, s3), sums)
  }
}

/** Rounds and stores a row of sums. Pixels with a tap that is missing or invalid are left {@link open}. Returns how many are invalid for sure. */
@inline
function storeRow<T, K>(at: u32, mask: u32, count: i32): i32 {
  let bad: i32 = 0
  let out = at, outMask = mask, left = count
  for (let k: u32 = 0, axis: u32 = 0; left > 0; left -= 4, k += 16, axis += 2 * axisBytes, out += 4 * sizeof<T>(), outMask += 4) {
    let value = v128.load(k, sums)
    if (sizeof<K>() == 4) value = f32x4.div(value, f32x4.mul(v128.load(axis, axes + totalAt), v128.load(axis, axes + axisBytes + totalAt)))
    const lost = i32x4.bitmask(f32x4.ne(value, value))
    if (lost) {
      if (lost == 15) {
        const index = v128.load(k, indices)
        if (areBeside(index) && isVoid(2 * reachOf<K>() + 2, byteAt(i32x4.extract_lane(index, 0)))) {
          bad += storeNothing<T>(out, outMask)
          continue
        }
      }
      opened = true
    }
    storeSome<T>(out, outMask, packRounded<T>(value), left, lost)
  }
  return bad
}

/** Whether a pixel was left open. */
let opened: bool = false

/** A pixel of the bilinear kernel by the careful way, at `x` of a row of a cell. */
@inline
function betweenPixel<T>(job: Job, cell: Cell, at: u32, x: f32, startU: f32, slopeU: f32, startV: f32, slopeV: f32): i32 {
  const u = startU + slopeU * x, v = startV + slopeV * x, fu = floor(u), fv = floor(v)
  return bilinearLane<T, f32>(job, at, <i32>fu + cell.baseU, u - fu, <i32>fv + cell.baseV, v - fv)
}

/** The pixels that are left open. Returns how many are invalid. */
function openPixels<T, K>(job: Job, cell: Cell, filter: Filter): i32 {
  let bad: i32 = 0
  for (let y = cell.y0; y < cell.y1; y++) {
    const at = <u32>(y * job.dstStride + cell.x0)
    const yy = <f64>(cell.inY + y - cell.y0) + 0.5
    const startU = cell.u0 + cell.uy * yy - 0.5, slopeU = cell.ux + cell.uxy * yy
    const startV = cell.v0 + cell.vy * yy - 0.5, slopeV = cell.vx + cell.vxy * yy
    for (let i: i32 = 0; i < cell.x1 - cell.x0; i++) {
      if (load<u8>(job.dstMask + at + i) != open) continue
      if (sizeof<K>() == 8) {
        bad += betweenPixel<T>(job, cell, at + i, <f32>(cell.inX + i) + <f32>0.5, <f32>startU, <f32>slopeU, <f32>startV, <f32>slopeV)
        continue
      }
      if (job.period != 0) {
        const own = <f32>(cell.inX + i) + <f32>0.5
        const column = <i32>floor(<f32>startU + <f32>slopeU * own), row = <i32>floor(<f32>startV + <f32>slopeV * own)
        const lost = turnedPixel<T, K>(job, cell, filter, i, y, column, row)
        if (lost >= 0) {
          bad += lost
          continue
        }
      }
      const xx = <f64>(cell.inX + i) + 0.5
      bad += carefulPixel<T, K>(job, cell, filter, at + i, startU + slopeU * xx, startV + slopeV * xx)
    }
  }
  return bad
}

/** A cell in two parts, as its pixels are too far apart for the patch. */
function halves<T, K>(job: Job, cell: Cell, filter: Filter): i32 {
  const x0 = cell.x0, y0 = cell.y0, x1 = cell.x1, y1 = cell.y1, inX = cell.inX, inY = cell.inY
  const wide = x1 - x0 > y1 - y0
  if (wide) cell.x1 = (x0 + x1) >> 1
  else cell.y1 = (y0 + y1) >> 1
  let bad = narrowCell<T, K>(job, cell, filter)
  if (wide) {
    cell.x0 = cell.x1
    cell.x1 = x1
    cell.inX = inX + cell.x0 - x0
  } else {
    cell.y0 = cell.y1
    cell.y1 = y1
    cell.inY = inY + cell.y0 - y0
  }
  bad += narrowCell<T, K>(job, cell, filter)
  cell.x0 = x0
  cell.y0 = y0
  cell.inX = inX
  cell.inY = inY
  return bad
}

/**
 * Fills a cell. K says which kernel: by its size 1 cubic, 2 spline, 4 Lanczos, 8 bilinear, which needs no filter. Pixels whose taps are not all there and valid go the careful way.
 * Returns how many are invalid.
 */
export function narrowCell<T, K>(job: Job, cell: Cell, filter: Filter): i32 {
  const reach = reachOf<K>()
  const hull = hullOf(cell, reach)
  if (!fitsPatch(hull)) return halves<T, K>(job, cell, filter)
  touchRows<T>(job, cell, hull)
  if (!fillPatch<T>(job, hull)) return invalidRect<T>(job, cell.x0, cell.x1, cell.y0, cell.y1)
  v128.store(corner, f32x4.splat(<f32>(hull.left + reach - cell.baseU)))
  v128.store(corner + 16, f32x4.splat(<f32>(hull.top + reach - cell.baseV)))
  v128.store(corner + 32, f32x4.splat(<f32>patchSide))
  v128.store(corner + 48, f32x4.splat(magic))
  opened = false
  const count = cell.x1 - cell.x0
  let bad: i32 = 0
  for (let y = cell.y0; y < cell.y1; y++) {
    const at = <u32>(y * job.dstStride + cell.x0)
    const yy = <f64>(cell.inY + y - cell.y0) + 0.5
    startLine(cell.u0 + cell.uy * yy - 0.5, cell.ux + cell.uxy * yy, cell.v0 + cell.vy * yy - 0.5, cell.vx + cell.vxy * yy)
    placeRow(cell.inX, count)
    weighRow<K>(count)
    sumRow<K>(count)
    bad += storeRow<T, K>(job.dst + at * sizeof<T>(), job.dstMask + at, count)
  }
  return opened ? bad + openPixels<T, K>(job, cell, filter) : bad
}
