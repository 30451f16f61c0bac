import { AreaBox, margin } from './warp-area-box'
import { Cell, Job } from './warp-job'

// What up to 32 output pixels side by side cover of the source, as arrays that kernels read four pixels at a time. Of each axis: the first
// column (row) in the block and how many there are, i32, none or less where nothing of the array is covered; then, f64, how much is covered
// of the first and of the last (1 and 0 where there is one: shares are relative then). Those between are covered as a whole.

// Room for 32 pixels, and for those that fill up the last four.
const entries: u32 = 36

/** Offsets of the arrays of an axis. */
export const axisFirst: u32 = 0
export const axisCount: u32 = 4 * entries
export const axisLower: u32 = 8 * entries
export const axisUpper: u32 = 16 * entries

/** Offset of the arrays of the other axis: x comes first, then y. */
export const axisY: u32 = 24 * entries

/** Bytes of a row of boxes. */
export const boxRowBytes: u32 = 2 * axisY

/** Pixels of a row at most. */
export const boxRowPixels: i32 = 32

// A whole number that is added to this stands in the low bits.
const magic: f64 = 6755399441055744

/** Bounds of two pixels along an axis, counted from a base; `low` and `high` are the array's, `shift` leads to the block's first. */
@inline
function axisTwo(axis: u32, k: u32, a: v128, b: v128, low: v128, high: v128, shift: v128): void {
  const one = f64x2.splat(1)
  const lesser = f64x2.pmin(a, b), greater = f64x2.pmax(a, b)
  let from = f64x2.floor(f64x2.add(lesser, f64x2.splat(margin)))
  let to = f64x2.pmax(f64x2.add(from, one), f64x2.ceil(f64x2.sub(greater, f64x2.splat(margin))))
  from = f64x2.pmax(from, low)
  to = f64x2.pmin(to, high)
  const count = f64x2.sub(to, from), single = f64x2.eq(count, one)
  const lower = f64x2.sub(f64x2.pmin(f64x2.add(from, one), greater), f64x2.pmax(from, lesser))
  const upper = f64x2.sub(f64x2.pmin(to, greater), f64x2.sub(to, one))
  const at = f64x2.add(from, shift), many = f64x2.add(count, f64x2.splat(magic))
  const both = v128.shuffle<i32>(at, many, 0, 2, 4, 6)
  v128.store_lane<u64>(axis + (k << 2), both, 0, axisFirst)
  v128.store_lane<u64>(axis + (k << 2), both, 1, axisCount)
  v128.store(axis + (k << 3), v128.bitselect(one, lower, single), axisLower)
  v128.store(axis + (k << 3), v128.andnot(upper, single), axisUpper)
}

/** Bounds of one pixel along an axis. */
@inline
function axisOne(axis: u32, k: u32, lesser: f64, greater: f64, low: f64, high: f64, shift: f64): void {
  const start = floor(lesser + margin), from = max(start, low), to = min(max(start + 1, ceil(greater - margin)), high)
  const count = to - from, at = axis + (k << 2), shares = axis + (k << 3)
  store<i32>(at, <i32>(from + shift), axisFirst)
  store<i32>(at, <i32>count, axisCount)
  store<f64>(shares, count == 1 ? 1 : min(from + 1, greater) - max(from, lesser), axisLower)
  store<f64>(shares, count == 1 ? 0 : min(to, greater) - (to - 1), axisUpper)
}

/** Writes the box of pixel `k` of a row from its bounds, which count from (baseU, baseV). */
export function putBox(job: Job, row: u32, k: u32, box: AreaBox, baseU: i32, baseV: i32): void {
  putSpan(job, row, k, box.u0, box.u1, baseU)
  const base = <f64>baseV, shift = base - <f64>job.blockY0
  axisOne(row + axisY, k, box.v0, box.v1, <f64>job.arrayY0 - base, <f64>job.arrayY1 - base, shift)
}

/** Writes the columns of pixel `k` of a row. */
export function putSpan(job: Job, row: u32, k: u32, u0: f64, u1: f64, baseU: i32): void {
  const base = <f64>baseU
  axisOne(row, k, u0, u1, <f64>job.arrayX0 - base, <f64>job.arrayX1 - base, base - <f64>job.blockX0)
}

/** Writes the rows of the first pixel of a row of boxes. */
export function putLine(job: Job, row: u32, v0: f64, v1: f64): void {
  axisOne(row + axisY, 0, v0, v1, <f64>job.arrayY0, <f64>job.arrayY1, -<f64>job.blockY0)
}

/** Makes pixel `k` of a row cover nothing. */
export function putNothing(row: u32, k: u32): void {
  store<i32>(row + (k << 2), 0, axisFirst)
  store<i32>(row + (k << 2), 0, axisCount)
  store<i32>(row + axisY + (k << 2), 0, axisFirst)
  store<i32>(row + axisY + (k << 2), 0, axisCount)
}

/** Copies pixel `from` of an axis of a row to pixels [k, to) of an axis of another. */
export function repeatAxis(source: u32, from: u32, axis: u32, k: u32, to: u32): void {
  const first = load<i32>(source + (from << 2), axisFirst), count = load<i32>(source + (from << 2), axisCount)
  const lower = load<f64>(source + (from << 3), axisLower), upper = load<f64>(source + (from << 3), axisUpper)
  for (; k < to; k++) {
    store<i32>(axis + (k << 2), first, axisFirst)
    store<i32>(axis + (k << 2), count, axisCount)
    store<f64>(axis + (k << 3), lower, axisLower)
    store<f64>(axis + (k << 3), upper, axisUpper)
  }
}

/** Copies pixel `from` of a row to pixels [k, to) of another. */
export function repeatBox(source: u32, from: u32, row: u32, k: u32, to: u32): void {
  repeatAxis(source, from, row, k, to)
  repeatAxis(source + axisY, from, row + axisY, k, to)
}

/** Fills the boxes of row `y` of a cell that is mapped by coefficients, two by two. */
export function putCellRow(job: Job, cell: Cell, row: u32, y: i32, count: i32): void {
  const y0 = <f64>y, y1 = y0 + 1
  const ua = f64x2.splat(cell.u0 + cell.uy * y0), ub = f64x2.splat(cell.ux + cell.uxy * y0)
  const uc = f64x2.splat(cell.u0 + cell.uy * y1), ud = f64x2.splat(cell.ux + cell.uxy * y1)
  const va = f64x2.splat(cell.v0 + cell.vy * y0), vb = f64x2.splat(cell.vx + cell.vxy * y0)
  const vc = f64x2.splat(cell.v0 + cell.vy * y1), vd = f64x2.splat(cell.vx + cell.vxy * y1)
  const lowX = f64x2.splat(<f64>(job.arrayX0 - cell.baseU)), highX = f64x2.splat(<f64>(job.arrayX1 - cell.baseU))
  const lowY = f64x2.splat(<f64>(job.arrayY0 - cell.baseV)), highY = f64x2.splat(<f64>(job.arrayY1 - cell.baseV))
  const shiftX = f64x2.splat(magic + <f64>(cell.baseU - job.blockX0)), shiftY = f64x2.splat(magic + <f64>(cell.baseV - job.blockY0))
  for (let k: i32 = 0; k < count; k += 2) {
    const x0 = f64x2.add(f64x2.splat(<f64>(cell.inX + k)), f64x2(0, 1)), x1 = f64x2.add(x0, f64x2.splat(1))
    axisTwo(row, k, f64x2.add(ua, f64x2.mul(ub, x0)), f64x2.add(uc, f64x2.mul(ud, x1)), lowX, highX, shiftX)
    axisTwo(row + axisY, k, f64x2.add(va, f64x2.mul(vb, x0)), f64x2.add(vc, f64x2.mul(vd, x1)), lowY, highY, shiftY)
  }
}

@inline
function isSteady(dx: f64, dy: f64, dxy: f64): bool {
  const change = 32 * abs(dxy)
  return 2 * (abs(dy) + change) <= abs(dx) - change || 2 * (abs(dx) + change) <= abs(dy) - change
}

/** Whether the pixels of a cell are turned so little everywhere that their boxes are those of the first and the last corner. */
export function isUprightCell(cell: Cell): bool {
  return isSteady(cell.ux, cell.uy, cell.uxy) && isSteady(cell.vx, cell.vy, cell.vxy)
}

/** Whether the block holds all boxes of a row. */
export function holdsRow(job: Job, row: u32, count: i32): bool {
  const width = i32x4.splat(job.blockX1 - job.blockX0), height = i32x4.splat(job.blockY1 - job.blockY0), zero = i32x4.splat(0)
  let outside = zero
  for (let k: i32 = 0; k < count; k += 4) {
    const at = row + (k << 2)
    const x = v128.load(at, axisFirst), nx = v128.load(at, axisCount), y = v128.load(at, axisY + axisFirst), ny = v128.load(at, axisY + axisCount)
    const before = i32x4.lt_s(i32x4.min_s(x, y), zero)
    const beyond = v128.or(i32x4.gt_s(i32x4.add(x, nx), width), i32x4.gt_s(i32x4.add(y, ny), height))
    outside = v128.or(outside, v128.and(v128.or(before, beyond), i32x4.gt_s(i32x4.min_s(nx, ny), zero)))
  }
  return !v128.any_true(outside)
}

/** Writes the box of pixel `k` of a row for the kernels that look at one at a time. */
export function takeBox(job: Job, row: u32, k: u32, box: AreaBox): void {
  const x = row + (k << 2), y = row + axisY + (k << 2), u = row + (k << 3), v = row + axisY + (k << 3)
  box.x0 = job.blockX0 + load<i32>(x, axisFirst)
  box.x1 = box.x0 + load<i32>(x, axisCount)
  box.y0 = job.blockY0 + load<i32>(y, axisFirst)
  box.y1 = box.y0 + load<i32>(y, axisCount)
  box.u0 = <f64>(box.x0 + 1) - load<f64>(u, axisLower)
  box.u1 = <f64>(box.x1 - 1) + load<f64>(u, axisUpper)
  box.v0 = <f64>(box.y0 + 1) - load<f64>(v, axisLower)
  box.v1 = <f64>(box.y1 - 1) + load<f64>(v, axisUpper)
}
