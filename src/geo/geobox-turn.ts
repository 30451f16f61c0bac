import { boundsOf, type GeoBox } from './geobox.js'

/**
 * Columns after which a grid in longitude repeats, where it spans at least a full circle: what `ArraySpec.periodX` holds. Null for all
 * other grids, and where the circle is no whole number of pixels (to 1e-6 of a pixel).
 */
export function periodOf({ crs, affine, width }: GeoBox): number | null {
  if (crs?.kind !== 'geographic' || affine.b !== 0 || affine.d !== 0) return null
  const columns = 360 / Math.abs(affine.a)
  const whole = Math.round(columns)
  return Math.abs(columns - whole) < 1e-6 * Math.max(1, whole / 1000) && whole <= width && whole > 1 ? whole : null
}

/** How longitudes are brought to a grid that is a part of a circle: `turns` whole circles for all alike, or each to the nearest of `around`. */
export type Turning =
  | { readonly kind: 'none' }
  | { readonly kind: 'all'; readonly degrees: number; readonly around: number }
  | { readonly kind: 'each'; readonly around: number }

const none: Turning = { kind: 'none' }

/**
 * How longitudes between `west` and `east` meet a grid in degrees that is less than a circle: 185 and -175 are the same place. They are counted
 * from half a circle west of the grid's middle, so that they jump where the grid has no pixels. `none` for other grids.
 */
export function turningTo(source: GeoBox, { west, east }: { readonly west: number; readonly east: number }): Turning {
  if (source.crs?.kind !== 'geographic' || source.width === 0) return none
  const { left, right } = boundsOf(source)
  if (!(right - left < 360)) return none
  const middle = (left + right) / 2
  const turnOf = (longitude: number): number => 360 * Math.floor((longitude - middle) / 360 + 0.5)
  const [first, last] = [turnOf(west), turnOf(east)]
  if (!Number.isFinite(first + last)) return none
  // The last longitude may lie on the jump itself, which belongs to the next turn.
  if (first === last || east === middle + first + 180) return first === 0 ? none : { kind: 'all', degrees: -first, around: middle }
  return { kind: 'each', around: middle }
}
