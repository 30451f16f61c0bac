import { Job, turned } from './warp-job'

/** What one output pixel covers of the source: bounds of its corners, and the pixels of the array that they touch. */
@unmanaged
export class AreaBox {
  u0: f64
  u1: f64
  v0: f64
  v1: f64
  /** Array indices, half-open; empty where the array is not touched. */
  x0: i32
  x1: i32
  y0: i32
  y1: i32
  /** The corners, counted from the first one: right of it, below, across. Their first is at (u, v). */
  u: f64
  v: f64
  rightU: f64
  rightV: f64
  belowU: f64
  belowV: f64
  acrossU: f64
  acrossV: f64
}

/** Bytes of an area box. */
export const areaBoxBytes: u32 = offsetof<AreaBox>()

/** An edge that lies on a pixel's edge but for rounding does not touch the next pixel; GDAL's margin. */
export const margin: f64 = 1e-10

/** Finds the pixels that the bounds of a box touch. */
@inline
export function boundBox(job: Job, box: AreaBox): void {
  const x0 = <i32>floor(box.u0 + margin), y0 = <i32>floor(box.v0 + margin)
  let x1 = max(x0 + 1, <i32>ceil(box.u1 - margin))
  // Round the earth no pixel counts twice.
  if (job.period > 0) x1 = min(x1, x0 + job.period)
  box.x0 = max(x0, job.arrayX0)
  box.x1 = min(x1, job.arrayX1)
  box.y0 = max(y0, job.arrayY0)
  box.y1 = min(max(y0 + 1, <i32>ceil(box.v1 - margin)), job.arrayY1)
}

/** How much of a column a box covers, 0 to 1; relative where it is the only one. */
@inline
export function coverX(box: AreaBox, x: i32): f64 {
  return box.x1 - box.x0 == 1 ? 1 : min(<f64>(x + 1), box.u1) - max(<f64>x, box.u0)
}

/** How much of a row a box covers, 0 to 1; relative where it is the only one. */
@inline
export function coverY(box: AreaBox, y: i32): f64 {
  return box.y1 - box.y0 == 1 ? 1 : min(<f64>(y + 1), box.v1) - max(<f64>y, box.v0)
}

/** Element offset in the block of a pixel. */
@inline
export function elementAt(job: Job, x: i32, y: i32): u32 {
  return <u32>((y - job.blockY0) * job.srcStride + turned(job, x) - job.blockX0)
}
