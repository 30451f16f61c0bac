import { CrsError } from '../base/errors.js'
import { isAxisAligned } from './affine.js'
import { type Crs, formatCrs } from './crs.js'
import { type Bounds, boundsOf, type GeoBox, labelOf } from './geobox.js'
import { boundsImage } from './geobox-bounds.js'
import type { PixelMap } from './grid-map.js'

/** The extent of a raster's image, and the length that its diagonal has there. */
export interface OutputExtent {
  readonly extent: Bounds
  readonly diagonal: number
}

/** Points of a raster that are looked at: pixel positions, their images, and how many columns of points lie side by side. */
interface Samples {
  readonly columns: Float64Array
  readonly rows: Float64Array
  readonly xs: Float64Array
  readonly ys: Float64Array
  /** Whether it is a full lattice, row by row, not just the four edges one after the other. */
  readonly lattice: boolean
  readonly steps: number
}

// Halvings of the step between two points when looking for the place where the image breaks off or jumps.
const searchTurns = 16

/**
 * Where a raster lands in another CRS, sampled as GDAL samples: points along all four edges; a full lattice where one of them has no image
 * or does not come back; a search for the place where the image ends or changes side; poles and the antimeridian.
 * `hasAffine` is false where something else places its pixels. Throws `E_CRS` where nearly nothing of the raster has an image.
 */
export function outputExtent(source: GeoBox, target: Crs, map: PixelMap, hasAffine = true): OutputExtent {
  const steps = Math.min(100, Math.max(20, Math.trunc(Math.min(source.width, source.height) / 50 + 0.5)))
  const edges = sampled(source, map, steps, false)
  const samples = allReturn(edges, source, map) ? edges : sampled(source, map, steps, true)
  const extent = new Extent()
  let failed = 0
  for (let i = 0; i < samples.xs.length; i++) {
    searchBreak(samples, i, source, map, extent)
    if (Number.isNaN(samples.xs[i])) failed++
    else extent.add(samples.xs[i] as number, samples.ys[i] as number)
  }
  if (failed > samples.xs.length - 10) {
    throw new CrsError(
      `the raster (${labelOf(source.crs)}) has nearly no image in ${formatCrs(target)}: ${failed} of ${samples.xs.length} points fail`,
    )
  }
  const whole = hasAffine && isAxisAligned(source.affine) ? boundsImage(boundsOf(source), source.crs as Crs, target) : null
  if (whole !== null) extent.addBounds(whole)
  return { extent: extent.bounds(), diagonal: diagonalOf(samples, extent.bounds()) }
}

function sampled(source: GeoBox, map: PixelMap, steps: number, lattice: boolean): Samples {
  const count = lattice ? (steps + 1) ** 2 : 4 * (steps + 1)
  const columns = new Float64Array(count)
  const rows = new Float64Array(count)
  let at = 0
  const ratio = (step: number): number => (step === steps ? 1 : step * (1 / steps))
  const push = (column: number, row: number): void => {
    columns[at] = column * source.width
    rows[at++] = row * source.height
  }
  const each = (visit: (share: number) => void): void => {
    for (let step = 0; step <= steps; step++) visit(ratio(step))
  }
  if (lattice) {
    each((row) => each((column) => push(column, row)))
  } else {
    each((share) => push(share, 0))
    each((share) => push(share, 1))
    each((share) => push(0, share))
    each((share) => push(1, share))
  }
  const xs = columns.slice()
  const ys = rows.slice()
  map.toTarget(xs, ys, count)
  return { columns, rows, xs, ys, lattice, steps }
}

function allReturn(samples: Samples, source: GeoBox, map: PixelMap): boolean {
  const xs = samples.xs.slice()
  const ys = samples.ys.slice()
  if (xs.includes(Number.NaN)) return false
  map.toSource(xs, ys, xs.length)
  const [slackX, slackY] = [source.width / samples.steps, source.height / samples.steps]
  for (let i = 0; i < xs.length; i++) {
    const isNear = Math.abs(xs[i]! - samples.columns[i]!) <= slackX && Math.abs(ys[i]! - samples.rows[i]!) <= slackY
    if (!isNear) return false
  }
  return true
}

// Between a point and the one before it the image may begin, end, or jump from one side of the map to the other: halve the way to that place.
function searchBreak(samples: Samples, i: number, source: GeoBox, map: PixelMap, extent: Extent): void {
  let before = samples.xs[i - 1] as number
  let after = samples.xs[i] as number
  // Most neighbours are both there, on one side.
  if (!Number.isNaN(before * after) && !(before * after < 0)) return
  const { column, row } = latticePosition(samples, i)
  if (column === 0 || (Number.isNaN(before) && Number.isNaN(after))) return
  let from = ((column - 1) * source.width) / samples.steps
  let to = (column * source.width) / samples.steps
  const x = new Float64Array(1)
  const y = new Float64Array(1)
  for (let turn = 0; turn < searchTurns; turn++) {
    const beforeFails = Number.isNaN(before)
    const afterFails = Number.isNaN(after)
    if (!beforeFails && !afterFails && !(before * after < 0)) return
    const middle = (from + to) / 2
    x[0] = middle
    y[0] = (row * source.height) / samples.steps
    map.toTarget(x, y, 1)
    const image = x[0] as number
    if (!Number.isNaN(image)) extent.add(image, y[0] as number)
    // The half that holds the break is the next to be looked at.
    const breakIsBefore = Number.isNaN(image) ? afterFails : beforeFails || before * image < 0
    if (Number.isNaN(image) && !beforeFails && !afterFails) return
    if (breakIsBefore) {
      to = middle
      after = image
    } else {
      from = middle
      before = image
    }
  }
}

function latticePosition({ lattice, steps }: Samples, i: number): { column: number; row: number } {
  const side = steps + 1
  if (lattice) return { column: i % side, row: Math.floor(i / side) }
  if (i < 2 * side) return { column: i % side, row: i < side ? 0 : steps }
  return { column: i < 3 * side ? 0 : steps, row: i % side }
}

// Between the images of two opposite corners; where they have none, or make no diagonal, of the extent.
function diagonalOf({ xs, ys }: Samples, extent: Bounds): number {
  const last = xs.length - 1
  let dx = (xs[last] as number) - (xs[0] as number)
  let dy = (ys[last] as number) - (ys[0] as number)
  if (Number.isNaN(dx) || dx === 0 || dy === 0) {
    dx = extent.right - extent.left
    dy = extent.top - extent.bottom
  }
  return Math.sqrt(dx * dx + dy * dy)
}

class Extent {
  #left = Number.POSITIVE_INFINITY
  #bottom = Number.POSITIVE_INFINITY
  #right = Number.NEGATIVE_INFINITY
  #top = Number.NEGATIVE_INFINITY

  add(x: number, y: number): void {
    this.#left = Math.min(this.#left, x)
    this.#right = Math.max(this.#right, x)
    this.#bottom = Math.min(this.#bottom, y)
    this.#top = Math.max(this.#top, y)
  }

  addBounds({ left, bottom, right, top }: Bounds): void {
    this.add(left, bottom)
    this.add(right, top)
  }

  bounds(): Bounds {
    return { left: this.#left, bottom: this.#bottom, right: this.#right, top: this.#top }
  }
}
