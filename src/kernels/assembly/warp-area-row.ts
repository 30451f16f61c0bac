import { AreaBox, margin } from './warp-area-box'
import { Cell, Job } from './warp-job'

// What up to 32 output pixels side by side cover of the source, as arrays that kernels read four pixels at a time. Of each axis: the first
// column (row) in the block and how many there are, i32, none or less where nothing of the array is covered; then, f64, how much is covered
// of the first and of the last (0 where that is the first). Those between are covered as a whole.

// Room for 32 pixels, and for those that fill up the last four.
const entries: u32 = 36

/** Offset of the first columns or rows in the arrays of an axis. */
export const axisFirst: u32 = 0
/** Offset of the numbers of columns or rows. */
export const axisCount: u32 = 4 * entries
/** Offset of how much is covered of the first. */
export const axisLower: u32 = 8 * entries
/** Offset of how much is covered of the last. */
export const axisUpper: u32 = 16 * entries

/** Offset of the arrays of the other axis: x comes first, then y. */
export const axisY: u32 = 24 * entries

/** Bytes of a row of boxes. */
export const boxRowBytes: u32 = 2 * axisY

/** Pixels of a row at most. */
export const boxRowPixels: i32 = 32

// A whole number that is added to this stands in the low bits.
const magic: f64 = 6755399441055744

// What the loop over an axis needs is loaded: a constant in the code takes up to four instructions.
const pairs = memory.data<f64>([0, 1, 1, 1, margin, margin, magic, magic, 2, 2], 16)
const bounds = memory.data(112, 16)

/**
 * An axis of `count` boxes, four by four: their lesser bounds are at a + b * x, the greater at c + d * x, x from `x0` on; all are longer than the
 * margin. `low` and `high` are the array's ends, `shift` leads to the block's first. By axes, as few vectors are to be alive at a time.
 */
function putAxis(axis: u32, count: i32, x0: f64, a: f64, b: f64, c: f64, d: f64, low: f64, high: f64, shift: f64): void {
  v128.store(bounds, f64x2.splat(a))
  v128.store(bounds + 16, f64x2.splat(b))
  v128.store(bounds + 32, f64x2.splat(c))
  v128.store(bounds + 48, f64x2.splat(d))
  v128.store(bounds + 64, f64x2.splat(low))
  v128.store(bounds + 80, f64x2.splat(high))
  v128.store(bounds + 96, f64x2.splat(shift + magic))
  let x = f64x2.add(f64x2.splat(x0), v128.load(pairs))
  let at = axis, shares = axis
  // Whole registers are stored of what is loaded as such: one made of two stores would have to wait for both.
  for (const end = axis + (<u32>count << 2); at < end; at += 16, shares += 32) {
    const one = v128.load(pairs + 16), edge = v128.load(pairs + 32), two = v128.load(pairs + 64), y = f64x2.add(x, two)
    const lesserA = f64x2.add(v128.load(bounds), f64x2.mul(v128.load(bounds + 16), x))
    const greaterA = f64x2.add(v128.load(bounds + 32), f64x2.mul(v128.load(bounds + 48), x))
    const fromA = f64x2.pmax(f64x2.floor(f64x2.add(lesserA, edge)), v128.load(bounds + 64))
    const toA = f64x2.pmin(f64x2.ceil(f64x2.sub(greaterA, edge)), v128.load(bounds + 80))
    const manyA = f64x2.sub(toA, fromA)
    v128.store(shares, f64x2.pmin(f64x2.sub(f64x2.add(fromA, one), lesserA), one), axisLower)
    v128.store(shares, v128.and(f64x2.pmin(f64x2.sub(greaterA, f64x2.sub(toA, one)), one), f64x2.gt(manyA, one)), axisUpper)
    const lesserB = f64x2.add(v128.load(bounds), f64x2.mul(v128.load(bounds + 16), y))
    const greaterB = f64x2.add(v128.load(bounds + 32), f64x2.mul(v128.load(bounds + 48), y))
    const fromB = f64x2.pmax(f64x2.floor(f64x2.add(lesserB, edge)), v128.load(bounds + 64))
    const toB = f64x2.pmin(f64x2.ceil(f64x2.sub(greaterB, edge)), v128.load(bounds + 80))
    const manyB = f64x2.sub(toB, fromB)
    v128.store(shares, f64x2.pmin(f64x2.sub(f64x2.add(fromB, one), lesserB), one), axisLower + 16)
    v128.store(shares, v128.and(f64x2.pmin(f64x2.sub(greaterB, f64x2.sub(toB, one)), one), f64x2.gt(manyB, one)), axisUpper + 16)
    const shifted = v128.load(bounds + 96), whole = v128.load(pairs + 48)
    v128.store(at, v128.shuffle<i32>(f64x2.add(fromA, shifted), f64x2.add(fromB, shifted), 0, 2, 4, 6), axisFirst)
    v128.store(at, v128.shuffle<i32>(f64x2.add(manyA, whole), f64x2.add(manyB, whole), 0, 2, 4, 6), axisCount)
    x = f64x2.add(y, two)
  }
}

/** Bounds of one pixel along an axis. */
@inline
function axisOne(axis: u32, k: u32, lesser: f64, greater: f64, low: f64, high: f64, shift: f64): void {
  const start = floor(lesser + margin), from = max(start, low), to = min(max(start + 1, ceil(greater - margin)), high)
  const count = to - from, at = axis + (k << 2), shares = axis + (k << 3)
  store<i32>(at, <i32>(from + shift), axisFirst)
  store<i32>(at, <i32>count, axisCount)
  store<f64>(shares, min(from + 1 - lesser, 1), axisLower)
  store<f64>(shares, count > 1 ? min(greater - (to - 1), 1) : 0, axisUpper)
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

/** Fills the boxes of `count` pixels from pixel `k` of row `y` of a cell that {@link isUprightCell}. */
export function putCellRow(job: Job, cell: Cell, row: u32, y: i32, k: i32, count: i32): void {
  const y0 = <f64>y, y1 = y0 + 1, x = <f64>(cell.inX + k), bu = <f64>cell.baseU, bv = <f64>cell.baseV
  // The first corner is at a + b * x, the last at c + d * x.
  const ub = cell.ux + cell.uxy * y0, ud = cell.ux + cell.uxy * y1, ua = cell.u0 + cell.uy * y0, uc = cell.u0 + cell.uy * y1 + ud
  const vb = cell.vx + cell.vxy * y0, vd = cell.vx + cell.vxy * y1, va = cell.v0 + cell.vy * y0, vc = cell.v0 + cell.vy * y1 + vd
  const lowX = <f64>job.arrayX0 - bu, highX = <f64>job.arrayX1 - bu, shiftX = bu - <f64>job.blockX0
  const lowY = <f64>job.arrayY0 - bv, highY = <f64>job.arrayY1 - bv, shiftY = bv - <f64>job.blockY0
  if (isGrowing(cell.ux, cell.uy)) putAxis(row, count, x, ua, ub, uc, ud, lowX, highX, shiftX)
  else putAxis(row, count, x, uc, ud, ua, ub, lowX, highX, shiftX)
  if (isGrowing(cell.vx, cell.vy)) putAxis(row + axisY, count, x, va, vb, vc, vd, lowY, highY, shiftY)
  else putAxis(row + axisY, count, x, vc, vd, va, vb, lowY, highY, shiftY)
}

/** Whether one step outweighs the other two to one all over a cell, and is longer than nothing. */
@inline
function isSteady(dx: f64, dy: f64, dxy: f64): bool {
  const change = 32 * abs(dxy), x = abs(dx) - change, y = abs(dy) - change
  return max(x, y) > 1e-6 && (2 * (abs(dy) + change) <= x || 2 * (abs(dx) + change) <= y)
}

/** Whether the last corner of the pixels of a steady cell lies beyond the first. */
@inline
function isGrowing(dx: f64, dy: f64): bool {
  return abs(dx) > abs(dy) ? dx > 0 : dy > 0
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
