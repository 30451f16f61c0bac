import * as affines from '../geo/affine.js'
import { type Crs, crsFromProj, formatCrs, sameCrs, unitOf } from '../geo/crs.js'
import { crsFromEpsg, parseCrs } from '../geo/crs-parse.js'
import * as boxes from '../geo/geobox.js'
import { transformBounds } from '../geo/geobox-bounds.js'
import type { BoundsLike, CrsLike } from './data-array-types.js'
import { boundsFrom } from './select-clip.js'

/** A grid of pixels on earth: width, height, affine, CRS. */
export type GeoBox = boxes.GeoBox

/** Makes and compares grids. All throw `E_GRID` for what makes no sense. */
export const GeoBox = {
  /** A grid from its parts; the CRS as a code, a text or a CRS. */
  of: (width: number, height: number, affine: affines.Affine, crs: CrsLike | null): GeoBox =>
    boxes.geobox(width, height, affine, crsOrNull(crs)),
  /** A north-up grid of a rectangle, with a resolution or a shape. */
  fromBounds: (bounds: BoundsLike, size: Parameters<typeof boxes.geoboxFromBounds>[1], crs: CrsLike | null): GeoBox =>
    boxes.geoboxFromBounds(boundsFrom('GeoBox.fromBounds', bounds), size, crsOrNull(crs)),
  /** A grid out of JSON. */
  parse: boxes.parseGeoBox,
  equals: boxes.geoboxEquals,
  /** The rectangle around a grid. */
  bounds: boxes.boundsOf,
  /** Size of a pixel, always positive. */
  resolution: boxes.resolutionOf,
  /** The same extent in another number of pixels. */
  resize: boxes.resizeGeoBox,
  /** The same extent in larger pixels. */
  zoomOut: boxes.zoomOut,
} as const

/** A coordinate reference system. */
export type CRS = Crs

/** Reads and compares coordinate reference systems. All throw `E_CRS`. */
export const CRS = {
  /** From an EPSG code (number or text), a PROJ string or WKT. */
  parse: parseCrs,
  fromEpsg: crsFromEpsg,
  fromProj: crsFromProj,
  equals: sameCrs,
  /** A short label: `EPSG:32633`. */
  format: formatCrs,
  /** The unit of x and y. */
  unit: unitOf,
  /** The rectangle around a rectangle in another CRS. */
  transformBounds,
} as const

/** Pixel to world: six numbers. */
export type Affine = affines.Affine

/** Makes and applies affines. */
export const Affine = {
  of: affines.affine,
  identity: affines.identity,
  translation: affines.translation,
  scaling: affines.scaling,
  fromGdal: affines.fromGdal,
  toGdal: affines.toGdal,
  compose: affines.compose,
  invert: affines.invert,
  apply: affines.apply,
  equals: affines.affineEquals,
} as const

function crsOrNull(crs: CrsLike | null): Crs | null {
  return crs === null ? null : parseCrs(crs)
}
