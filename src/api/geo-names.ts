import * as affines from '../geo/affine.js'
import { type Crs, crsFromProj, equalCrs, formatCrs, isGeographic, unitOf } from '../geo/crs.js'
import { gridMappingOf } from '../geo/crs-cf.js'
import { crsFromEpsg, parseCrs } from '../geo/crs-parse.js'
import { areaOfUse, toProj, toProjJson, toWkt } from '../geo/crs-text.js'
import { transformAccuracy } from '../geo/crs-transform.js'
import { registerGrid } from '../geo/datum-grids.js'
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

/** Reads, compares and writes coordinate reference systems. All throw `E_CRS`. */
export const CRS = {
  /** From an EPSG, ESRI or OGC code, a PROJ string, WKT, PROJJSON or the attributes of a CF grid mapping. */
  parse: parseCrs,
  fromEpsg: crsFromEpsg,
  fromProj: crsFromProj,
  /** Whether two CRSs mean the same coordinates and heights, whatever their names, codes and order of axes. */
  equals: (one: CrsLike, other: CrsLike): boolean => equalCrs(parseCrs(one), parseCrs(other)),
  /** A short label: `EPSG:32633`. */
  format: formatCrs,
  isGeographic,
  /** The unit of x and y. */
  unit: unitOf,
  /** Degrees of longitude and latitude between which it is meant to be used; null where that is not known. */
  areaOfUse,
  /** WKT 2 of 2019, or WKT 1 as GDAL writes it. */
  toWkt,
  toProjJson,
  /** The attributes of a CF grid mapping. */
  toCf: gridMappingOf,
  toProj,
  /** How good the transform between two CRSs is in metres, and which grids it lacks. */
  transformAccuracy,
  /** Makes an NTv2 grid of datum shifts known to the thread that calls. */
  registerGrid,
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
