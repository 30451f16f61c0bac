import { carefulPixel } from './warp-careful'
import { Cell, Job } from './warp-job'
import { packRounded } from './warp-tap'
import { cellOfOne, turnedAround } from './warp-turned'
import { allValid, nodataLanes, toldBy } from './warp-valid'
import { Filter } from './warp-weights'
import { inner, lanczosBytes, outer, rest, storeLanczos } from './warp-weights-lanes'

// The unstretched kernels of 4 x 4 and 6 x 6 taps for integers of 8 and 16 bits, in float32: four pixels at a time, a lane each. Weights are made of
// the phases, so that no table is read. Which lane makes a pixel, and beside which others, does not show.

// Whole numbers from 0 to 2^23, shifted by this, stand in a float's low bits.
const magic: f32 = 8388608
const magicBits: i32 = 0x4b000000

/** One lane in all four; L says which by its size: 1, 2, 4, 8 for 0 to 3. */
@inline
function lane<L>(v: v128): v128 {
  if (sizeof<L>() == 1) return v128.shuffle<f32>(v, v, 0, 0, 0, 0)
  if (sizeof<L>() == 2) return v128.shuffle<f32>(v, v, 1, 1, 1, 1)
  if (sizeof<L>() == 4) return v128.shuffle<f32>(v, v, 2, 2, 2, 2)
  return v128.shuffle<f32>(v, v, 3, 3, 3, 3)
}

/** Four neighbouring elements of 8 or 16 bits as f32. */
@inline
function four<T>(at: u32): v128 {
  if (sizeof<T>() == 2) return f32x4.convert_i32x4_s(isSigned<T>() ? v128.load_ext<i16>(at) : v128.load_ext<u16>(at))
  const bytes = v128.load_zero<u32>(at)
  if (isSigned<T>()) return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(bytes)))
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes)))
}

/** The columns of one pixel's 4 x 4 taps, summed by the weights of its rows; L says which lane is the pixel's. */
@inline
function columnsOf<T, L>(at: u32, step: u32, w0: v128, w1: v128, w2: v128, w3: v128): v128 {
  const above = f32x4.add(f32x4.mul(four<T>(at), lane<L>(w0)), f32x4.mul(four<T>(at + step), lane<L>(w1)))
  const low = at + 2 * step
  return f32x4.add(above, f32x4.add(f32x4.mul(four<T>(low), lane<L>(w2)), f32x4.mul(four<T>(low + step), lane<L>(w3))))
}

/** Four pixels of 4 x 4 taps, from the addresses of their first. */
@inline
function cubicLanes<T, K>(s0: u32, s1: u32, s2: u32, s3: u32, step: u32, dx: v128, dy: v128): v128 {
  const ey = rest<f32>(dy)
  const w0 = outer<f32, K>(dy, ey), w3 = outer<f32, K>(ey, dy), w1 = inner<f32, K>(dy, ey, w0, w3), w2 = inner<f32, K>(ey, dy, w3, w0)
  const a = columnsOf<T, u8>(s0, step, w0, w1, w2, w3), b = columnsOf<T, u16>(s1, step, w0, w1, w2, w3)
  const abLow = v128.shuffle<f32>(a, b, 0, 4, 1, 5), abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7)
  const c = columnsOf<T, u32>(s2, step, w0, w1, w2, w3), d = columnsOf<T, u64>(s3, step, w0, w1, w2, w3)
  const cdLow = v128.shuffle<f32>(c, d, 0, 4, 1, 5), cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7)
  const ex = rest<f32>(dx)
  const x0 = outer<f32, K>(dx, ex), x3 = outer<f32, K>(ex, dx), x1 = inner<f32, K>(dx, ex, x0, x3), x2 = inner<f32, K>(ex, dx, x3, x0)
  const even = f32x4.add(f32x4.mul(v128.shuffle<f32>(abLow, cdLow, 0, 1, 4, 5), x0), f32x4.mul(v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5), x2))
  const odd = f32x4.add(f32x4.mul(v128.shuffle<f32>(abLow, cdLow, 2, 3, 6, 7), x1), f32x4.mul(v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7), x3))
  return f32x4.add(even, odd)
}

// Weights of rows and columns, and four pixels' columns, kept here and not in more registers than there are.
const rows = memory.data(<i32>lanczosBytes, 16)
const across = memory.data(<i32>lanczosBytes, 16)
const columns = memory.data(128, 16)

/** Six columns of one pixel, each summed over its rows: taps 0 to 3, then 2 to 5, kept in turn. */
@inline
function sixRows<T>(from: u32, step: u32, pixel: u32): void {
  const far: u32 = 2 * sizeof<T>()
  let at = from
  let w = v128.load32_splat(rows + 4 * pixel)
  let left = f32x4.mul(four<T>(at), w), right = f32x4.mul(four<T>(at + far), w)
  for (let k: u32 = 1; k < 6; k++) {
    at += step
    w = v128.load32_splat(rows + 16 * k + 4 * pixel)
    left = f32x4.add(left, f32x4.mul(four<T>(at), w))
    right = f32x4.add(right, f32x4.mul(four<T>(at + far), w))
  }
  v128.store(columns + 16 * pixel, left)
  v128.store(columns + 16 * pixel, right, 64)
}

/** Four pixels of 6 x 6 taps by the Lanczos kernel, from the addresses of their first. */
@inline
function lanczosLanes<T>(s0: u32, s1: u32, s2: u32, s3: u32, step: u32, dx: v128, dy: v128): v128 {
  const totals = f32x4.mul(storeLanczos<f32>(rows, dy), storeLanczos<f32>(across, dx))
  sixRows<T>(s0, step, 0)
  sixRows<T>(s1, step, 1)
  sixRows<T>(s2, step, 2)
  sixRows<T>(s3, step, 3)
  const l0 = v128.load(columns), l1 = v128.load(columns, 16), l2 = v128.load(columns, 32), l3 = v128.load(columns, 48)
  const low01 = v128.shuffle<f32>(l0, l1, 0, 4, 1, 5), low23 = v128.shuffle<f32>(l2, l3, 0, 4, 1, 5)
  const high01 = v128.shuffle<f32>(l0, l1, 2, 6, 3, 7), high23 = v128.shuffle<f32>(l2, l3, 2, 6, 3, 7)
  const r0 = v128.load(columns, 64), r1 = v128.load(columns, 80), r2 = v128.load(columns, 96), r3 = v128.load(columns, 112)
  const right01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7), right23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7)
  const outmost = f32x4.add(
    f32x4.mul(v128.shuffle<f32>(low01, low23, 0, 1, 4, 5), v128.load(across)),
    f32x4.mul(v128.shuffle<f32>(right01, right23, 2, 3, 6, 7), v128.load(across, 80)),
  )
  const lobes = f32x4.add(
    f32x4.mul(v128.shuffle<f32>(low01, low23, 2, 3, 6, 7), v128.load(across, 16)),
    f32x4.mul(v128.shuffle<f32>(right01, right23, 0, 1, 4, 5), v128.load(across, 64)),
  )
  const middle = f32x4.add(
    f32x4.mul(v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), v128.load(across, 32)),
    f32x4.mul(v128.shuffle<f32>(high01, high23, 2, 3, 6, 7), v128.load(across, 48)),
  )
  return f32x4.div(f32x4.add(f32x4.add(outmost, lobes), middle), totals)
}

/** Pixels that are left at the end of a row, before they go where they belong. */
const tail = memory.data(16, 16)

/** The first `count` (1 to 4) of four pixels. */
@inline
function storeSome<T>(out: u32, whole: v128, count: i32): void {
  if (count == 4) {
    if (sizeof<T>() == 2) v128.store_lane<u64>(out, whole, 0)
    else v128.store_lane<u32>(out, whole, 0)
    return
  }
  v128.store(tail, whole)
  for (let k: i32 = 0; k < count; k++) store<T>(out + k * sizeof<T>(), load<T>(tail + k * sizeof<T>()))
}

/** A pixel whose taps may lie at both ends of an array that goes round; -1 where the block has them in one piece, or not. */
function turnedPixel<T, K>(job: Job, cell: Cell, filter: Filter, i: i32, y: i32, column: i32, row: i32): i32 {
  const patch = turnedAround<T>(job, cell, column, row, sizeof<K>() == 4 ? 2 : 1)
  if (patch == null) return -1
  const bad = narrowCell<T, K, u16>(patch, cellOfOne(cell, i, y), filter)
  return patch.missing ? -1 : bad
}

/**
 * Fills a cell. K says which kernel: by its size 1 cubic, 2 spline, 4 Lanczos; E whether to look for edges of the block and for invalid pixels: by
 * its size 1 no, 2 yes. Pixels whose taps are not all there and valid go the careful way. Returns how many are invalid.
 */
export function narrowCell<T, K, E>(job: Job, cell: Cell, filter: Filter): i32 {
  let bad: i32 = 0
  const reach: i32 = sizeof<K>() == 4 ? 2 : 1, taps = 2 * reach + 2
  const stride = job.srcStride, step = <u32>stride * sizeof<T>()
  // Shifted by a row and a column, as the one before the base may be meant.
  const base = <u32>((cell.baseV - job.blockY0 - reach) * stride + cell.baseU - job.blockX0 - reach - (stride + 1 + magicBits))
  const src = job.src + base * sizeof<T>(), mask = job.srcMask + base
  const told = toldBy<T>(job), nodata = nodataLanes<T>(job)
  const left = <f32>(max(job.blockX0, job.arrayX0) - cell.baseU + reach), right = <f32>(min(job.blockX1, job.arrayX1) - cell.baseU - taps + reach)
  const top = <f32>(max(job.blockY0, job.arrayY0) - cell.baseV + reach), bottom = <f32>(min(job.blockY1, job.arrayY1) - cell.baseV - taps + reach)
  const stride4 = f32x4.splat(<f32>stride), shift = f32x4.splat(magic + <f32>(stride + 1))
  const count = cell.x1 - cell.x0, inX = cell.inX
  for (let y = cell.y0; y < cell.y1; y++) {
    const at = <u32>(y * job.dstStride + cell.x0)
    const yy = <f64>(cell.inY + y - cell.y0) + 0.5
    const startU = cell.u0 + cell.uy * yy - 0.5, slopeU = cell.ux + cell.uxy * yy
    const startV = cell.v0 + cell.vy * yy - 0.5, slopeV = cell.vx + cell.vxy * yy
    let out = job.dst + at * sizeof<T>()
    memory.fill(job.dstMask + at, 1, count)
    for (let i: i32 = 0; i < count; i += 4) {
      const x = f32x4.add(f32x4.splat(<f32>(inX + i)), f32x4(0.5, 1.5, 2.5, 3.5))
      const u = f32x4.add(f32x4.splat(<f32>startU), f32x4.mul(f32x4.splat(<f32>slopeU), x))
      const v = f32x4.add(f32x4.splat(<f32>startV), f32x4.mul(f32x4.splat(<f32>slopeV), x))
      const fu = f32x4.floor(u), fv = f32x4.floor(v)
      let index = f32x4.add(f32x4.mul(fv, stride4), f32x4.add(fu, shift))
      const some = min(count - i, 4)
      let clean: i32 = (1 << some) - 1
      if (sizeof<E>() > 1) {
        const inside = v128.and(
          v128.and(f32x4.ge(fu, f32x4.splat(left)), f32x4.le(fu, f32x4.splat(right))),
          v128.and(f32x4.ge(fv, f32x4.splat(top)), f32x4.le(fv, f32x4.splat(bottom))),
        )
        clean &= i32x4.bitmask(inside)
        // Lanes that are not used read what one that is may read.
        if (clean != 15) index = v128.bitselect(index, f32x4.splat(top * <f32>stride + left + (magic + <f32>(stride + 1))), inside)
      } else if (some < 4) {
        index = v128.bitselect(index, lane<u8>(index), i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(some)))
      }
      const i0 = <u32>i32x4.extract_lane(index, 0), i1 = <u32>i32x4.extract_lane(index, 1)
      const i2 = <u32>i32x4.extract_lane(index, 2), i3 = <u32>i32x4.extract_lane(index, 3)
      const s0 = src + i0 * sizeof<T>(), s1 = src + i1 * sizeof<T>(), s2 = src + i2 * sizeof<T>(), s3 = src + i3 * sizeof<T>()
      if (sizeof<E>() > 1 && clean != 0) {
        if (!allValid<T>(taps, told, s0, mask + i0, <u32>stride, nodata)) clean &= 14
        if (!allValid<T>(taps, told, s1, mask + i1, <u32>stride, nodata)) clean &= 13
        if (!allValid<T>(taps, told, s2, mask + i2, <u32>stride, nodata)) clean &= 11
        if (!allValid<T>(taps, told, s3, mask + i3, <u32>stride, nodata)) clean &= 7
      }
      if (sizeof<E>() == 1 || clean != 0) {
        const dx = f32x4.sub(u, fu), dy = f32x4.sub(v, fv)
        const value = sizeof<K>() == 4 ? lanczosLanes<T>(s0, s1, s2, s3, step, dx, dy) : cubicLanes<T, K>(s0, s1, s2, s3, step, dx, dy)
        storeSome<T>(out, packRounded<T>(value), some)
      }
      if (sizeof<E>() > 1 && clean != 15) {
        for (let k: i32 = 0; k < some; k++) {
          if (clean & (1 << k)) continue
          if (job.period != 0) {
            const own = <f32>(inX + i + k) + <f32>0.5
            const column = <i32>floor(<f32>startU + <f32>slopeU * own), row = <i32>floor(<f32>startV + <f32>slopeV * own)
            const lost = turnedPixel<T, K>(job, cell, filter, i + k, y, column, row)
            if (lost >= 0) {
              bad += lost
              continue
            }
          }
          const xx = <f64>(inX + i + k) + 0.5
          bad += carefulPixel<T, K>(job, cell, filter, at + i + k, startU + slopeU * xx, startV + slopeV * xx)
        }
      }
      out += 4 * sizeof<T>()
    }
  }
  return bad
}
