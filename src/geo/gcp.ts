import { CrsError, GridError } from '../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../base/json.js'
import { type Affine, apply } from './affine.js'
import { type Crs, checkedCrs } from './crs.js'
import type { CrsTransform } from './crs-transform.js'
import { polynomialFit } from './gcp-polynomial.js'
import type { Fit } from './gcp-solve.js'
import { splineFit } from './gcp-spline.js'
import type { GeoBox } from './geobox.js'
import { farPx, type PixelMap } from './pixel-map.js'
import { onEarth } from './pixel-map-domain.js'

/** A ground control point: a place in an image (0, 0 is the outer corner of the first pixel) and on earth. */
export interface Gcp {
  readonly column: number
  readonly row: number
  readonly x: number
  readonly y: number
}

/** Ground control points that place an image on earth, and how places between them are found. Plain JSON. */
export interface Gcps {
  readonly points: readonly Gcp[]
  readonly crs: Crs
  /** Order of a polynomial that goes near all points (gdalwarp's -order), or a thin-plate spline through all of them (-tps). */
  readonly fit: 1 | 2 | 3 | 'tps'
}

/** Attribute under which an array that only has control points carries them, as {@link Gcps} without a fit. */
export const gcpsAttribute = 'gcps'

/** Most points: they are kept in the recipe. */
const mostPoints = 4096

/** Fewest points that a polynomial of an order needs. */
const fewest = { 1: 3, 2: 6, 3: 10, tps: 3 } as const

/**
 * Checks ground control points. Without a fit the order is GDAL's choice: 1 below 6 points, else 2. Throws `E_GRID` for points that are too few,
 * too many or not finite, `E_CRS` for a CRS that is none.
 */
export function parseGcps(json: Json): Gcps {
  const { points, crs, fit } = isJsonObject(json) ? json : { points: null, crs: null, fit: null }
  if (!Array.isArray(points)) throw new GridError('gcps: expected {points: [{column, row, x, y}, ...], crs, fit}')
  if (points.length > mostPoints) throw new GridError(`gcps: ${points.length} points; at most ${mostPoints} can be kept in a recipe`)
  const parsed = points.map((point: Json, index: number) => parsePoint(point, index))
  const order = fit ?? usualFit(parsed.length)
  if (order !== 1 && order !== 2 && order !== 3 && order !== 'tps') {
    throw new GridError(`gcps: fit is ${JSON.stringify(fit)}; give the order of a polynomial, 1 to 3, or 'tps'`)
  }
  if (parsed.length < fewest[order]) {
    throw new GridError(
      `gcps: ${parsed.length} points are too few for ${order === 'tps' ? 'a spline' : `order ${order}`}: ${fewest[order]} are needed`,
    )
  }
  if (crs === null || crs === undefined) throw new CrsError('gcps: the points have no CRS: give one')
  return { points: parsed, crs: checkedCrs(crs), fit: order }
}

/** The order of the polynomial that is fitted to so many points where nobody says which: as in gdalwarp. */
export function usualFit(points: number): 1 | 2 {
  return points >= fewest[2] ? 2 : 1
}

/** How a fit is called in sentences: `a polynomial of order 2`. */
export function fitName(fit: Gcps['fit']): string {
  return fit === 'tps' ? 'a thin-plate spline' : `a polynomial of order ${fit}`
}

/** The control points of an array that has no other place on earth, as its attributes have them; null for any other array. */
export function placedByGcps(
  geobox: GeoBox | null,
  attrs: JsonObject,
): { readonly points: readonly Json[]; readonly crs: Crs | null } | null {
  const own = attrs[gcpsAttribute]
  if (geobox === null || geobox.crs !== null || !isJsonObject(own ?? null)) return null
  const { points, crs } = own as JsonObject
  return Array.isArray(points) ? { points, crs: (crs ?? null) as Crs | null } : null
}

function parsePoint(point: Json, index: number): Gcp {
  const { column, row, x, y } = isJsonObject(point) ? point : { column: null, row: null, x: null, y: null }
  const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
  if (isNumber(column) && isNumber(row) && isNumber(x) && isNumber(y)) return { column, row, x, y }
  throw new GridError(`gcps: point ${index} is ${JSON.stringify(point)}; expected {column, row, x, y} with finite numbers`)
}

/** Fits the places `to` to the places `from`. Throws `E_GRID` where they do not determine it (all on one line). */
function fitOf({ points, fit }: Gcps, direction: 'toEarth' | 'toImage'): Fit {
  const image = points.map(({ column, row }) => ({ x: column, y: row }))
  const earth = points.map(({ x, y }) => ({ x, y }))
  const [from, to] = direction === 'toEarth' ? [image, earth] : [earth, image]
  return fit === 'tps' ? splineFit(from, to) : polynomialFit(from, to, fit)
}

/**
 * The map from pixels of `dst` to those of an image with ground control points, as gdalwarp makes it: the fit goes from the earth to the image
 * and is made apart from its inverse. Throws `E_CRS`, `E_GRID`.
 */
export function gcpPixelMap(dst: GeoBox, gcps: Gcps): PixelMap {
  if (dst.crs === null) throw new CrsError('the target grid has no CRS, the control points have one: give it one')
  const toImage = fitOf(gcps, 'toImage')
  const between: CrsTransform = onEarth(dst.crs, gcps.crs, 1e-3)
  return {
    kind: 'general',
    matrix: null,
    period: null,
    apply(xs, ys, count) {
      placeAll(dst.affine, xs, ys, count)
      between(xs, ys, count)
      moveAll(toImage, xs, ys, count)
      for (let i = 0; i < count; i++) {
        if (Math.abs(xs[i] as number) < farPx && Math.abs(ys[i] as number) < farPx) continue
        xs[i] = Number.NaN
        ys[i] = Number.NaN
      }
    },
  }
}

/** Pixels of an image to coordinates of its control points' CRS and back, in place. */
export function gcpPlaces(gcps: Gcps): { toEarth(xs: Float64Array, ys: Float64Array, count: number): void; toImage: CrsTransform } {
  const [there, back] = [fitOf(gcps, 'toEarth'), fitOf(gcps, 'toImage')]
  return {
    toEarth: (xs, ys, count) => moveAll(there, xs, ys, count),
    toImage: (xs, ys, count) => moveAll(back, xs, ys, count),
  }
}

function placeAll(affine: Affine, xs: Float64Array, ys: Float64Array, count: number): void {
  moveAll((u, v) => apply(affine, u, v), xs, ys, count)
}

function moveAll(fit: Fit, xs: Float64Array, ys: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const { x, y } = fit(xs[i] as number, ys[i] as number)
    xs[i] = x
    ys[i] = y
  }
}
