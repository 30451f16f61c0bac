import { filterPixel } from './warp-filter-pixel'
import { isClean } from './warp-hull'
import { Cell, Job } from './warp-job'
import { stretchedPixel } from './warp-stretched'
import { prepareLanczos } from './warp-stretched-weights'
import { toldBy } from './warp-valid'
import { Filter, lanczos, radiusOf } from './warp-weights'

/** Fills a cell pixel by pixel in float64: of any kernel, stretched or not, with coordinates of any kind. Returns how many pixels are invalid. */
export function filterCell<T>(job: Job, cell: Cell, filter: Filter): i32 {
  let bad: i32 = 0
  // 64-bit integers go tap by tap, as float64 does not hold them; so do pixels that ask for more than one valid tap.
  const paired = !(sizeof<T>() == 8 && isInteger<T>()) && !(job.leastValid > 0)
  const radius = radiusOf(filter.kernel), reachX = <i32>ceil(radius / cell.scaleX), reachY = <i32>ceil(radius / cell.scaleY)
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
      u += <f64>cell.baseU
      v += <f64>cell.baseV
      let done: i32 = -1
      if (clean) done = stretchedPixel<T, u8>(job, filter, at + i, u, v)
      // NaN shows in sums of pixels that are clean otherwise.
      if (done < 0 && paired && (isFloat<T>() || !clean)) done = stretchedPixel<T, u16>(job, filter, at + i, u, v)
      bad += done < 0 ? filterPixel<T>(job, filter, at + i, u, v) : done
    }
  }
  return bad
}
