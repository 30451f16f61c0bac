import { CrsError, GridError } from '../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../base/json.js'
import { type Affine, affine, apply, compose, identity, invert } from './affine.js'
import { type Crs, checkedCrs } from './crs.js'
import type { CrsTransform } from './crs-transform.js'
import type { GeoBox } from './geobox.js'
import { cellPlace } from './geolocation-place.js'
import { PositionSearch } from './geolocation-search.js'
import type { Positions } from './geolocation-tree.js'
import type { PixelMap } from './pixel-map.js'
import { onEarth } from './pixel-map-domain.js'

/**
 * Arrays of the longitude and latitude of each pixel, which place an array on earth. Plain JSON: the numbers are an asset, named by the hash of the
 * values; where they are read from is told by the inputs of the node.
 */
export interface Geolocation {
  /** Geographic. */
  readonly crs: Crs
  /** Extents of the two arrays. */
  readonly width: number
  readonly height: number
  /** From pixels of the placed array to pixels of the two: the identity where nothing was cropped. */
  readonly affine: Affine
  readonly values: string
}

/** Attribute under which an array that 2-D latitudes and longitudes place says so: `{y, x}`, where those are, `crs` and `affine` of the array as it was opened. */
export const geolocationAttribute = 'geolocation'

/** Checks what a recipe says of a geolocation. Throws `E_GRID`, `E_CRS`. */
export function parseGeolocation(json: Json): Geolocation {
  const { crs, width, height, affine: to, values } = isJsonObject(json) ? json : ({} as JsonObject)
  const isExtent = (extent: Json | undefined): extent is number => typeof extent === 'number' && Number.isSafeInteger(extent) && extent > 1
  if (!isExtent(width) || !isExtent(height) || typeof values !== 'string' || !isJsonObject(to ?? null))
    throw new GridError('geolocation: expected {crs, width, height, affine, values}, with 2 pixels or more along each dim')
  const numbers = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (to as JsonObject)[key])
  if (!numbers.every((number): number is number => typeof number === 'number')) throw new GridError('geolocation: affine needs six numbers')
  const [a, b, c, d, e, f] = numbers as [number, number, number, number, number, number]
  const found = checkedCrs(crs ?? null)
  if (found.kind !== 'geographic')
    throw new CrsError(`geolocation: positions are longitudes and latitudes, their CRS is "${found.name}": give a geographic one`)
  return { crs: found, width, height, affine: affine(a, b, c, d, e, f), values }
}

/** How pixels of an array lie in the arrays that place it: of one that was opened with the affine `opened` and is now on `now`. */
export function geolocationAffine(opened: Affine, now: Affine): Affine {
  return opened.a === now.a && opened.e === now.e && opened.c === now.c && opened.f === now.f && opened.b === now.b && opened.d === now.d
    ? identity
    : compose(invert(opened), now)
}

/**
 * The map from pixels of `dst` to those of an array that positions place. Each is searched for, exactly: in the cell of four neighbouring pixels' centres
 * that lies about it, by bilinear interpolation of their directions from the centre of the earth; up to half a pixel beyond the outermost centres.
 * Where cells lie over each other the first in the order of the file counts. Throws `E_CRS`.
 */
export function geolocationPixelMap(dst: GeoBox, geolocation: Geolocation, positions: Positions): PixelMap {
  const between = toDegrees(dst, geolocation.crs)
  const search = new PositionSearch(positions)
  const back = invert(geolocation.affine)
  const outward = dst.affine
  return {
    kind: 'general',
    matrix: null,
    period: null,
    apply(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const { x, y } = apply(outward, xs[i] as number, ys[i] as number)
        xs[i] = x
        ys[i] = y
      }
      between(xs, ys, count)
      search.find(xs, ys, count)
      if (geolocation.affine === identity) return
      for (let i = 0; i < count; i++) {
        const { x, y } = apply(back, xs[i] as number, ys[i] as number)
        xs[i] = x
        ys[i] = y
      }
    },
  }
}

/** From the coordinates of a grid to longitudes and latitudes of positions. Throws `E_CRS`. */
export function toDegrees(dst: GeoBox, crs: Crs): CrsTransform {
  if (dst.crs === null) throw new CrsError('the target grid has no CRS, the latitudes and longitudes have one: give it one')
  return onEarth(dst.crs, crs, 1e-3)
}

/** Pixels of an array to longitudes and latitudes, and back, in place; NaN where there are none. */
export function geolocationPlaces(
  { affine: to }: Geolocation,
  positions: Positions,
): { toEarth(xs: Float64Array, ys: Float64Array, count: number): void; toImage: CrsTransform } {
  const search = new PositionSearch(positions)
  const back = invert(to)
  return {
    toEarth(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const { x, y } = apply(to, xs[i] as number, ys[i] as number)
        const [longitude, latitude] = cellPlace(positions, x, y)
        xs[i] = longitude
        ys[i] = latitude
      }
    },
    toImage(xs, ys, count) {
      search.find(xs, ys, count)
      for (let i = 0; i < count; i++) {
        const { x, y } = apply(back, xs[i] as number, ys[i] as number)
        xs[i] = x
        ys[i] = y
      }
    },
  }
}
