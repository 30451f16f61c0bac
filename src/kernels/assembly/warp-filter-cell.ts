import { filterPixel } from './warp-filter-pixel'
import { isClean } from './warp-hull'
import { Cell, Job } from './warp-job'
import { stretchedPixel } from './warp-stretched'
import { prepareLanczos } from './warp-stretched-weights'
import { mostTurned, turnedJob } from './warp-turned'
import { toldBy } from './warp-valid'
import { endTap, Filter, firstTap, lanczos, radiusOf } from './warp-weights'

/** A pixel whose taps lie at both ends of an array that goes round; -1 where that is not so, or as {@link stretchedPixel} says. */
function turnedPixel<T>(job: Job, cell: Cell, filter: Filter, at: u32, u: f64, v: f64): i32 {
  if (job.period == 0) return -1
  const radius = radiusOf(filter.kernel), pu = u - 0.5, pv = v - 0.5
  const x0 = cell.baseU + firstTap(pu, radius, filter.scaleX), x1 = cell.baseU + endTap(pu, radius, filter.scaleX)
  const y0 = cell.baseV + firstTap(pv, radius, filter.scaleY), y1 = cell.baseV + endTap(pv, radius, filter.scaleY)
  const patch = turnedJob<T>(job, x0, x1, y0, y1)
  return patch == null ? -1 : stretchedPixel<T, u16>(patch, cell, filter, at, u, v)
}

/** Fills a cell pixel by pixel in float64: of any kernel, stretched or not, with coordinates of any kind. Returns how many pixels are invalid. */
export function filterCell<T>(job: Job, cell: Cell, filter: Filter): i32 {
  let bad: i32 = 0
  // 64-bit integers go tap by tap, as float64 does not hold them; so do pixels that ask for more than one valid tap, and wide kernels at a seam.
  const radius = radiusOf(filter.kernel), reachX = <i32>ceil(radius / cell.scaleX), reachY = <i32>ceil(radius / cell.scaleY)
  const turns = job.period != 0 && 2 * max(reachX, reachY) > mostTurned
  const paired = !(sizeof<T>() == 8 && isInteger<T>()) && !(job.leastValid > 0) && !turns
  const clean = paired && (toldBy<T>(job) == 0 || (cell.kind == 0 && isClean<T>(job, cell, max(reachX, reachY) - 1)))
  if (paired && filter.kernel == lanczos) prepareLanczos(cell.scaleX, cell.scaleY, reachX + 1, reachY + 1)
  for (let y = cell.y0; y < cell.y1; y++) {
    const row = cell.inY + y - cell.y0
    const at = <u32>(y * job.dstStride + cell.x0)
    let from = cell.table + ((row * 32 + cell.inX) << 3)
    const yy = <f64>row + 0.5
    for (let i: i32 = 0; i < cell.x1 - cell.x0; i++, from += 8) {
      let u: f64, v: f64
      if (cell.kind == 1) {
        u = load<f64>(from)
        v = load<f64>(from, 8192)
      } else {
        const xx = <f64>(cell.inX + i) + 0.5
        u = cell.u0 + cell.uy * yy + (cell.ux + cell.uxy * yy) * xx
        v = cell.v0 + cell.vy * yy + (cell.vx + cell.vxy * yy) * xx
      }
      let done: i32 = -1
      if (clean) done = stretchedPixel<T, u8>(job, cell, filter, at + i, u, v)
      // NaN shows in sums of pixels that are clean otherwise.
      if (done < 0 && paired && (isFloat<T>() || !clean)) done = stretchedPixel<T, u16>(job, cell, filter, at + i, u, v)
      if (done < 0 && paired) done = turnedPixel<T>(job, cell, filter, at + i, u, v)
      bad += done < 0 ? filterPixel<T>(job, cell, filter, at + i, u, v) : done
    }
  }
  return bad
}
