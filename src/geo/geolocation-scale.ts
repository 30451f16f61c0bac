import { apply, invert } from './affine.js'
import { crsTransform } from './crs-transform.js'
import type { GeoBox } from './geobox.js'
import { type Geolocation, geolocationPlaces } from './geolocation.js'
import type { Positions } from './geolocation-tree.js'

/** Places along each side of an array at which its pixels are measured. */
const side = 21

/**
 * Output pixels per source pixel along columns and rows of an array that positions place: the median over a lattice of places, so that jumps between them
 * count for nothing. 1 where no place has an image. What kernels widen by.
 */
export function geolocationScale(dst: GeoBox, source: GeoBox, geolocation: Geolocation, positions: Positions): { x: number; y: number } {
  const { toEarth } = geolocationPlaces(geolocation, positions)
  const count = side * side
  const [us, vs] = [new Float64Array(3 * count), new Float64Array(3 * count)]
  for (let i = 0; i < count; i++) {
    // A place, one pixel to its right, one below it.
    const u = 0.5 + (Math.max(0, source.width - 2) * (i % side)) / (side - 1)
    const v = 0.5 + (Math.max(0, source.height - 2) * Math.floor(i / side)) / (side - 1)
    us.set([u, u + 1, u], 3 * i)
    vs.set([v, v, v + 1], 3 * i)
  }
  toEarth(us, vs, us.length)
  if (dst.crs !== null) crsTransform(geolocation.crs, dst.crs)(us, vs, us.length)
  const back = invert(dst.affine)
  const places = Array.from(us, (x, i) => apply(back, x, vs[i] as number))
  const turn = dst.crs?.kind === 'geographic' ? 360 * Math.abs(back.a) : Number.POSITIVE_INFINITY
  const between = (from: number, to: number): number => {
    const [one, other] = [places[from] as (typeof places)[0], places[to] as (typeof places)[0]]
    const across = Math.abs(one.x - other.x)
    return Math.hypot(Math.min(across, Math.abs(turn - across)), one.y - other.y)
  }
  const along = (step: 1 | 2): number => median(Array.from({ length: count }, (_, i) => between(3 * i, 3 * i + step)))
  return { x: along(1), y: along(2) }
}

function median(lengths: readonly number[]): number {
  const known = lengths.filter((length) => length > 0 && Number.isFinite(length)).sort((a, b) => a - b)
  return known[Math.floor(known.length / 2)] ?? 1
}
