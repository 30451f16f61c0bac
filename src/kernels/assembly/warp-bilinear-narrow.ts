import { bilinearLane } from './warp-bilinear-lane'
import { narrowCell } from './warp-gather-narrow'
import { Cell, cellBytes, Job } from './warp-job'
import { invalidRect } from './warp-offset'
import { stretchedLinear } from './warp-filter'
import { Filter } from './warp-weights'

// Integers of 8 and 16 bits, in float32. Offsets are relative to the cell, so float32 holds them to 4e-6 px.

/** The pixels of a row of a cell by its coefficients, u = a + b * x, one by one. */
function edgeRow<T>(job: Job, cell: Cell, at0: u32, count: i32, au: f32, bu: f32, av: f32, bv: f32): i32 {
  let bad: i32 = 0
  for (let i: i32 = 0; i < count; i++) {
    const x = <f32>(cell.inX + i) + 0.5
    const u = au + bu * x, v = av + bv * x
    const fu = floor(u), fv = floor(v)
    bad += bilinearLane<T, f32>(job, at0 + i, <i32>fu + cell.baseU, u - fu, <i32>fv + cell.baseV, v - fv)
  }
  return bad
}

function tableRow<T>(job: Job, cell: Cell, at0: u32, count: i32, row: i32): i32 {
  let bad: i32 = 0
  let from = cell.table + ((row * 32 + cell.inX) << 3)
  for (let i: i32 = 0; i < count; i++, from += 8) {
    const u = load<f64>(from) - 0.5, v = load<f64>(from, 8192) - 0.5
    const x = floor(u), y = floor(v)
    bad += bilinearLane<T, f32>(
      job, at0 + i,
      <i32>(x) + cell.baseU, <f32>(u - x),
      <i32>(y) + cell.baseV, <f32>(v - y),
    )
  }
  return bad
}

/** A cell whose pixels are done one by one: its coordinates are in a table, or its offsets are too large for the fast way. */
function singly<T>(job: Job, cell: Cell): i32 {
  let bad: i32 = 0
  const count = cell.x1 - cell.x0
  for (let y = cell.y0; y < cell.y1; y++) {
    const at = <u32>(y * job.dstStride + cell.x0)
    const row = cell.inY + y - cell.y0
    if (cell.kind == 1) {
      bad += tableRow<T>(job, cell, at, count, row)
      continue
    }
    const yy = <f64>row + 0.5
    const au = <f32>(cell.u0 + cell.uy * yy - 0.5), bu = <f32>(cell.ux + cell.uxy * yy)
    const av = <f32>(cell.v0 + cell.vy * yy - 0.5), bv = <f32>(cell.vx + cell.vxy * yy)
    bad += edgeRow<T>(job, cell, at, count, au, bu, av, bv)
  }
  return bad
}

/** Bilinear for integers of 8 and 16 bits. Returns how many pixels are invalid. */
export function bilinearNarrow<T>(job: Job): i32 {
  let bad: i32 = 0
  for (let k: i32 = 0; k < job.cellCount; k++) {
    const cell = changetype<Cell>(job.cells + k * cellBytes)
    if (cell.kind == 2) bad += invalidRect<T>(job, cell.x0, cell.x1, cell.y0, cell.y1)
    else if (cell.stretched) bad += stretchedLinear<T>(job, cell)
    else if (cell.kind == 0 && cell.interior != 0) bad += narrowCell<T, u64>(job, cell, changetype<Filter>(0))
    else bad += singly<T>(job, cell)
  }
  return bad
}
