// What the JavaScript side writes into scratch for a warp: one job (a plane of the source block, a plane of the output) and its cells.
// src/kernels/warp.ts packs the same layout; every field stands at its natural alignment.

/** The planes of a warp: source block with its validity, output, and the extent of the array itself. */
@unmanaged
export class Job {
  /** First element of the source block's plane, and of its mask where `validity` is 2. */
  src: u32
  srcMask: u32
  /** First element of the output window's plane, and of its mask. */
  dst: u32
  dstMask: u32
  /** Elements between rows. */
  srcStride: i32
  dstStride: i32
  /** The source block in array indices, half-open. */
  blockX0: i32
  blockY0: i32
  blockX1: i32
  blockY1: i32
  /** The array's extent, half-open: taps outside do not exist. Unbounded in x where the array goes round. */
  arrayX0: i32
  arrayY0: i32
  arrayX1: i32
  arrayY1: i32
  /** 0: all valid; 1: not `nodata` and not NaN; 2: by mask. */
  validity: i32
  cells: u32
  cellCount: i32
  /** Set to 1 by a kernel that needed a tap of the array which the block does not hold. */
  missing: i32
  /** Columns after which the array repeats in x; 0 where it does not. */
  period: i32
  /** Least part of what a pixel is made of that must be valid, 0 to 1. */
  leastValid: f32
  /** The nodata value as a number, and as the element's bits. */
  nodata: f64
  nodataBits: u64
}

/** A column of the array as one that the block holds, for an array that goes round; unchanged where no turn brings it there. */
@inline
export function turned(job: Job, x: i32): i32 {
  if (job.period == 0 || (x >= job.blockX0 && x < job.blockX1)) return x
  const rest = (x - job.blockX0) % job.period
  return job.blockX0 + (rest < 0 ? rest + job.period : rest)
}

/** A rectangle of output pixels within one root cell of the mesh, and where its pixels come from. */
@unmanaged
export class Cell {
  /** Columns and rows of the output window, half-open. */
  x0: i32
  x1: i32
  y0: i32
  y1: i32
  /** Position within the root cell of the pixel (x0, y0). */
  inX: i32
  inY: i32
  /** Whole source pixel that the coefficients count from; no pixel of the cell is left of it or above it. */
  baseU: i32
  baseV: i32
  /** 0: bilinear in the coefficients; 1: a table of coordinates; 2: no pixel has a source. */
  kind: i32
  /** 1: every tap of a 2 x 2 kernel lies within the block; 2: some may not; 0: offsets are too large for the fast way. */
  interior: i32
  /** 32 x 32 f64 of u, then of v, counted from the base. */
  table: u32
  /** Whether the stretched kernel is used in this cell. */
  stretched: i32
  /** u = u0 + ux * x + uy * y + uxy * x * y with x, y in pixels from the root cell's corner. */
  u0: f64
  ux: f64
  uy: f64
  uxy: f64
  v0: f64
  vx: f64
  vy: f64
  vxy: f64
  /** Output pixels per source pixel along the source's axes. */
  scaleX: f64
  scaleY: f64
}

/** Bytes of a cell. */
export const cellBytes: u32 = offsetof<Cell>()
