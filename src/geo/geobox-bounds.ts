import { CrsError } from '../base/errors.js'
import { type Crs, formatCrs } from './crs.js'
import { crsTransform } from './crs-transform.js'
import { type Bounds, formatBounds } from './geobox.js'

/**
 * The rectangle around a rectangle in another CRS, from 21 points on each edge. To degrees: where the image lies across the antimeridian
 * `left` is larger than `right`; where a pole is inside, it spans all longitudes up to that pole. Points without an image are left out.
 * Throws `E_CRS` where no point has one.
 */
export function transformBounds(bounds: Bounds, from: Crs, to: Crs, pointsPerEdge = 21): Bounds {
  const image = boundsImage(bounds, from, to, pointsPerEdge)
  if (image !== null) return image
  throw new CrsError(
    `bounds ${formatBounds(bounds)} in ${formatCrs(from)} have no image in ${formatCrs(to)}: are they in that CRS's domain?`,
  )
}

/** As {@link transformBounds}, but null where no point has an image. */
export function boundsImage(bounds: Bounds, from: Crs, to: Crs, pointsPerEdge = 21): Bounds | null {
  const { xs, ys } = outline(bounds, pointsPerEdge)
  crsTransform(from, to)(xs, ys, xs.length)
  const plain = extent(xs, ys)
  if (plain.left > plain.right) return null
  if (to.kind !== 'geographic' || from.kind !== 'projected') return plain
  const ring = Array.from(xs, (x, i) => ({ x, y: ys[i] as number })).filter((point) => !Number.isNaN(point.x))
  const poles = { xs: Float64Array.of(0, 0), ys: Float64Array.of(90, -90) }
  crsTransform(to, from)(poles.xs, poles.ys, 2)
  const hasPole = (k: 0 | 1): boolean => isInside(bounds, poles.xs[k] as number, poles.ys[k] as number)
  return onTheGlobe(plain, ring, hasPole(0), hasPole(1))
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Points of a rectangle's edges, once around: top, right, bottom, left; corners are met twice. */
function outline({ left, bottom, right, top }: Bounds, pointsPerEdge: number): { xs: Float64Array; ys: Float64Array } {
  const steps = Math.max(2, Math.floor(pointsPerEdge)) - 1
  const xs = new Float64Array(4 * (steps + 1))
  const ys = new Float64Array(4 * (steps + 1))
  let at = 0
  const edge = (x0: number, y0: number, x1: number, y1: number): void => {
    for (let i = 0; i <= steps; i++) {
      xs[at] = i === steps ? x1 : x0 + ((x1 - x0) * i) / steps
      ys[at++] = i === steps ? y1 : y0 + ((y1 - y0) * i) / steps
    }
  }
  edge(left, top, right, top)
  edge(right, top, right, bottom)
  edge(right, bottom, left, bottom)
  edge(left, bottom, left, top)
  return { xs, ys }
}

/** The rectangle around those points that are there; `left` is above `right` where none is. */
function extent(xs: Float64Array, ys: Float64Array): Bounds {
  let [left, bottom, right, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i] as number
    const y = ys[i] as number
    if (Number.isNaN(x)) continue
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  return { left, bottom, right, top }
}

// With a pole inside, all longitudes. Else the ring is followed with longitudes that do not jump: they leave -180..180 where it crosses the seam.
function onTheGlobe(plain: Bounds, ring: readonly Point[], hasNorth: boolean, hasSouth: boolean): Bounds {
  if (hasNorth || hasSouth) return { left: -180, right: 180, bottom: hasSouth ? -90 : plain.bottom, top: hasNorth ? 90 : plain.top }
  let turns = 0
  let previous = ring[0]!.x
  const unrolled = Float64Array.from(ring, ({ x }) => {
    if (x - previous > 180) turns--
    if (x - previous < -180) turns++
    previous = x
    return x + 360 * turns
  })
  const around = extent(
    unrolled,
    Float64Array.from(ring, ({ y }) => y),
  )
  if (around.left >= -180 && around.right <= 180) return around
  if (around.right - around.left >= 360) return plain
  return { ...around, left: wrap(around.left), right: wrap(around.right) }
}

function isInside({ left, bottom, right, top }: Bounds, x: number, y: number): boolean {
  return x > left && x < right && y > bottom && y < top
}

function wrap(longitude: number): number {
  return longitude - 360 * Math.floor((longitude + 180) / 360)
}
