import { Cell, Job } from './warp-job'
import { toldBy } from './warp-valid'

// Positions in float32 are off by some 1e-5 px; in cells that reach far into the source by 5e-7 of how far.
const slack: f64 = 1e-3
const slackOfReach: f64 = 1e-6

/** The pixels of the array that the taps of a cell lie in, in its indices, half-open. */
@unmanaged
export class Hull {
  left: i32
  right: i32
  top: i32
  bottom: i32
}

const hullAt = memory.data(offsetof<Hull>(), 8)

/** The hull of a cell that is mapped by coefficients, for kernels that reach `reach` pixels beyond the two around a position; till the next call. */
export function hullOf(cell: Cell, reach: i32): Hull {
  const x0 = <f64>cell.inX + 0.5, x1 = <f64>(cell.inX + cell.x1 - cell.x0) - 0.5
  const y0 = <f64>cell.inY + 0.5, y1 = <f64>(cell.inY + cell.y1 - cell.y0) - 0.5
  const ua = cell.u0 + cell.uy * y0, ub = cell.ux + cell.uxy * y0, uc = cell.u0 + cell.uy * y1, ud = cell.ux + cell.uxy * y1
  const va = cell.v0 + cell.vy * y0, vb = cell.vx + cell.vxy * y0, vc = cell.v0 + cell.vy * y1, vd = cell.vx + cell.vxy * y1
  const uLow = min(min(ua + ub * x0, ua + ub * x1), min(uc + ud * x0, uc + ud * x1))
  const uHigh = max(max(ua + ub * x0, ua + ub * x1), max(uc + ud * x0, uc + ud * x1))
  const vLow = min(min(va + vb * x0, va + vb * x1), min(vc + vd * x0, vc + vd * x1))
  const vHigh = max(max(va + vb * x0, va + vb * x1), max(vc + vd * x0, vc + vd * x1))
  const slackU = slack + slackOfReach * (abs(cell.u0) + 32 * (abs(cell.ux) + abs(cell.uy)) + 1024 * abs(cell.uxy))
  const slackV = slack + slackOfReach * (abs(cell.v0) + 32 * (abs(cell.vx) + abs(cell.vy)) + 1024 * abs(cell.vxy))
  const hull = changetype<Hull>(hullAt)
  hull.left = cell.baseU + <i32>floor(uLow - 0.5 - slackU) - reach
  hull.right = cell.baseU + <i32>floor(uHigh - 0.5 + slackU) + 2 + reach
  hull.top = cell.baseV + <i32>floor(vLow - 0.5 - slackV) - reach
  hull.bottom = cell.baseV + <i32>floor(vHigh - 0.5 + slackV) + 2 + reach
  return hull
}

/** Whether 16 bytes of a plane hold the nodata value; or, of a mask, an invalid pixel. */
@inline
function hits<T>(at: u32, nodata: v128): bool {
  return v128.any_true(v128.eq<T>(v128.load(at), nodata))
}

/** Whether a row of `count` elements is free of a value. */
@inline
function lacks<T>(at: u32, count: i32, value: T): bool {
  const wide: i32 = 16 / sizeof<T>()
  if (count < wide) {
    for (let k: i32 = 0; k < count; k++) if (load<T>(at + k * sizeof<T>()) == value) return false
    return true
  }
  const nodata = v128.splat<T>(value)
  for (let k: i32 = 0; k + wide <= count; k += wide) if (hits<T>(at + k * sizeof<T>(), nodata)) return false
  return !hits<T>(at + (count - wide) * sizeof<T>(), nodata)
}

/** Whether a hull lies in the block and the array. */
@inline
export function holdsHull(job: Job, hull: Hull): bool {
  if (hull.left < max(job.blockX0, job.arrayX0) || hull.right > min(job.blockX1, job.arrayX1)) return false
  return hull.top >= max(job.blockY0, job.arrayY0) && hull.bottom <= min(job.blockY1, job.arrayY1)
}

/**
 * Whether all taps of a cell that is mapped by coefficients lie in the block and the array, and all pixels under its hull are valid, NaN aside; for kernels
 * that reach `reach` pixels beyond the two around a position.
 */
export function isClean<T>(job: Job, cell: Cell, reach: i32): bool {
  const hull = hullOf(cell, reach)
  if (!holdsHull(job, hull)) return false
  const told = toldBy<T>(job)
  if (told == 0) return true
  const value = <T>job.nodata, left = hull.left, right = hull.right
  for (let y = hull.top; y < hull.bottom; y++) {
    const at = <u32>((y - job.blockY0) * job.srcStride + left - job.blockX0)
    if (told == 1 ? !lacks<T>(job.src + at * sizeof<T>(), right - left, value) : !lacks<u8>(job.srcMask + at, right - left, 0)) return false
  }
  return true
}
