import type { Window } from '../array/window.js'
import { CrsError, GridError, UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import { type Crs, sameCrs } from '../geo/crs.js'
import { type Bounds, boundsOf, type GeoBox, touchedWindow, windowOfBounds } from '../geo/geobox.js'
import { transformBounds } from '../geo/geobox-bounds.js'
import { cropGeoBox } from '../geo/geobox-cut.js'
import type { LazyNode } from '../graph/graph.js'
import type { ArraySpec } from '../graph/spec.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import type { BoundsLike, CrsLike } from './data-array-types.js'
import { crsArgument } from './geo-arguments.js'
import { unplacedText } from './positions.js'
import { iselParams } from './select.js'

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
export function gridOf(what: string, spec: Pick<ArraySpec, 'geobox' | 'dims' | 'attrs'>): GeoBox {
  if (spec.geobox !== null) return spec.geobox
  // As CF calls them: latitude and longitude of each pixel.
  const { coordinates } = spec.attrs
  const problem = unplacedText(spec)
  const perPixel =
    problem !== null ? `: ${problem}` : typeof coordinates === 'string' ? `; its places stand pixel by pixel in ${coordinates}` : ''
  throw new GridError(
    `${what}: the array [${spec.dims.join(', ')}] has no place on earth: it needs a geobox on its dims y and x${perPixel}`,
  )
}

/** The CRS of an array's grid. Throws `E_CRS` where nobody said which, with what was wrong where the source's could not be read. */
export function crsOf(what: string, { geobox, attrs }: Pick<ArraySpec, 'geobox' | 'attrs'>): Crs {
  if (geobox !== null && geobox.crs !== null) return geobox.crs
  const problem = attrs.crs_problem ?? unplacedText({ attrs })
  const why = typeof problem === 'string' ? ` (${problem})` : ''
  throw new CrsError(`${what}: the array's CRS is not known${why}: give it when opening, as open(uri, { crs: 'EPSG:...' })`)
}

/**
 * A node cropped to all pixels that a rectangle touches. `crs` is that of the rectangle; the array's own by default. A grid that goes round the earth
 * has no edge in x: what lies beyond one of its sides is taken from the other, and its longitudes go on. A part of a circle in degrees is met whichever
 * way longitudes are counted. Throws `E_GRID` where they do not meet.
 */
export function clipped(node: LazyNode, given: BoundsLike, crs: CrsLike | undefined): LazyNode {
  const { spec } = node
  const box = gridOf('clipBox', spec)
  const bounds = askedBounds(spec, given, crs)
  const beyond = spec.periodX === null || spec.dims.at(-1) !== 'x' ? null : windowAround(box, bounds, spec.periodX)
  if (beyond !== null) {
    const geobox = cropGeoBox(box, beyond) as unknown as JsonObject
    return applyOp('reproject', { geobox, resampling: 'near' }, [node])
  }
  const { start, stop } = windowOfBounds(box, bounds)
  const [y0 = 0, x0 = 0] = start
  const [y1 = 0, x1 = 0] = stop
  return applyOp('isel', iselParams({ y: { start: y0, stop: y1, step: 1 }, x: { start: x0, stop: x1, step: 1 } }), [node])
}

/** The window of a rectangle that reaches beyond a side of a grid that goes round, by less than a circle in all; null for any other. */
function windowAround(box: GeoBox, bounds: Bounds, period: number): Window | null {
  const { start, stop } = touchedWindow(box, bounds)
  const [y0, x0] = start as [number, number]
  const [y1, x1] = stop as [number, number]
  const rows = [Math.max(0, y0), Math.min(box.height, y1)] as const
  const isInside = x0 >= 0 && x1 <= box.width
  return isInside || x1 - x0 >= period || rows[0] >= rows[1] ? null : { start: [rows[0], x0], stop: [rows[1], x1] }
}

/** The rectangle in an array's CRS; in degrees east of its western edge, and in the turn in which it meets the array. Throws `E_USAGE`, `E_CRS`. */
export function askedBounds(spec: ArraySpec, given: BoundsLike, crs: CrsLike | undefined, what = 'clipBox'): Bounds {
  const own = boundsFrom(what, given)
  const box = gridOf(what, spec)
  const bounds = crs === undefined ? own : inCrsOf(what, spec, own, crsArgument(crs))
  if (box.crs?.kind !== 'geographic') return bounds
  const east = bounds.right < bounds.left ? { ...bounds, right: bounds.right + 360 } : bounds
  if (spec.periodX !== null) return east
  const { left, right } = boundsOf(box)
  const shared = (turn: number): number => Math.min(right, east.right + turn) - Math.max(left, east.left + turn)
  const turn = [360, -360].reduce((best, each) => (shared(each) > Math.max(0, shared(best)) ? each : best), 0)
  return { ...east, left: east.left + turn, right: east.right + turn }
}

function inCrsOf(what: string, spec: ArraySpec, bounds: Bounds, from: Crs): Bounds {
  const to = crsOf(what, spec)
  return sameCrs(from, to) ? bounds : transformBounds(bounds, from, to)
}
