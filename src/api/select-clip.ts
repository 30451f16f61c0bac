import { CrsError, GridError, UsageError } from '../base/errors.js'
import { type Crs, sameCrs } from '../geo/crs.js'
import { type Bounds, type GeoBox, windowOfBounds } from '../geo/geobox.js'
import { transformBounds } from '../geo/geobox-bounds.js'
import type { ArraySpec } from '../graph/spec.js'
import { shownArgument } from './arguments.js'
import type { BoundsLike, CrsLike } from './data-array-types.js'
import { crsArgument } from './geo-arguments.js'
import type { Positions } from './select.js'

/** A rectangle with named edges. Throws `E_USAGE` unless it is four finite numbers with south below north. */
export function boundsFrom(what: string, value: BoundsLike): Bounds {
  if (typeof value !== 'object' || value === null)
    throw new UsageError(`${what}: bounds are ${shownArgument(value)}, expected [west, south, east, north] or { left, bottom, right, top }`)
  const bounds = isCorners(value) ? { left: value[0], bottom: value[1], right: value[2], top: value[3] } : value
  const { left, bottom, right, top } = bounds
  if (![left, bottom, right, top].every((each) => typeof each === 'number' && Number.isFinite(each))) {
    throw new UsageError(`${what}: bounds must be four finite numbers: west, south, east, north`)
  }
  if (left < right && bottom < top) return { left, bottom, right, top }
  throw new UsageError(`${what}: bounds [${left}, ${bottom}, ${right}, ${top}] are empty: the order is west, south, east, north`)
}

function isCorners(value: BoundsLike): value is readonly [number, number, number, number] {
  return Array.isArray(value)
}

/** The grid of an array. Throws `E_GRID` where it has none. */
export function gridOf(what: string, spec: Pick<ArraySpec, 'geobox' | 'dims'>): GeoBox {
  if (spec.geobox !== null) return spec.geobox
  throw new GridError(`${what}: the array [${spec.dims.join(', ')}] has no place on earth: it needs a geobox on its dims y and x`)
}

/** The CRS of an array's grid. Throws `E_CRS` where nobody said which, with what was wrong where the source's could not be read. */
export function crsOf(what: string, { geobox, attrs }: Pick<ArraySpec, 'geobox' | 'attrs'>): Crs {
  if (geobox !== null && geobox.crs !== null) return geobox.crs
  const problem = attrs.crs_problem
  const why = typeof problem === 'string' ? ` (${problem})` : ''
  throw new CrsError(`${what}: the array's CRS is not known${why}: give it when opening, as open(uri, { crs: 'EPSG:...' })`)
}

/** Positions of all pixels that a rectangle touches. `crs` is that of the rectangle; the array's own by default. Throws `E_GRID` where they do not meet. */
export function clipPositions(spec: ArraySpec, given: BoundsLike, crs: CrsLike | undefined): Record<string, Positions> {
  const box = gridOf('clipBox', spec)
  const bounds = boundsFrom('clipBox', given)
  const { start, stop } = windowOfBounds(box, crs === undefined ? bounds : inCrsOf(spec, bounds, crsArgument(crs)))
  const [y0 = 0, x0 = 0] = start
  const [y1 = 0, x1 = 0] = stop
  return { y: { start: y0, stop: y1, step: 1 }, x: { start: x0, stop: x1, step: 1 } }
}

function inCrsOf(spec: ArraySpec, bounds: Bounds, from: Crs): Bounds {
  const to = crsOf('clipBox', spec)
  return sameCrs(from, to) ? bounds : transformBounds(bounds, from, to)
}
