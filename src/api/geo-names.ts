import { CrsError, GridError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import * as affines from '../geo/affine.js'
import { type Crs, crsFromProj, formatCrs, sameCrs, unitOf } from '../geo/crs.js'
import { crsFromEpsg } from '../geo/crs-parse.js'
import * as boxes from '../geo/geobox.js'
import { transformBounds } from '../geo/geobox-bounds.js'
import { objectArgument, shownArgument } from './arguments.js'
import type { BoundsLike, CrsLike } from './data-array-types.js'
import { affineArgument, crsArgument, geoboxArgument } from './geo-arguments.js'
import { boundsFrom } from './select-clip.js'

/** A grid of pixels on earth: width, height, affine, CRS. */
export type GeoBox = boxes.GeoBox

/** Makes and compares grids. All throw `E_GRID` for what makes no sense. */
export const GeoBox = {
  /** A grid from its parts; the CRS as a code, a text or a CRS. */
  of: (width: number, height: number, affine: affines.Affine, crs: CrsLike | null): GeoBox =>
    boxes.geobox(width, height, affineArgument(affine), crsOrNull(crs)),
  /** A north-up grid of a rectangle, with a resolution or a shape. */
  fromBounds: (bounds: BoundsLike, size: Parameters<typeof boxes.geoboxFromBounds>[1], crs: CrsLike | null): GeoBox =>
    boxes.geoboxFromBounds(boundsFrom('GeoBox.fromBounds', bounds), sizeArgument(size), crsOrNull(crs)),
  /** A grid out of JSON. */
  parse: (json: GeoBox | Json): GeoBox => geoboxArgument(json as GeoBox),
  equals: (one: GeoBox, other: GeoBox): boolean => boxes.geoboxEquals(geoboxArgument(one), geoboxArgument(other)),
  /** The rectangle around a grid. */
  bounds: (box: GeoBox): boxes.Bounds => boxes.boundsOf(geoboxArgument(box)),
  /** Size of a pixel, always positive. */
  resolution: (box: GeoBox): { readonly x: number; readonly y: number } => boxes.resolutionOf(geoboxArgument(box)),
  /** The same extent in another number of pixels. */
  resize: (box: GeoBox, width: number, height: number): GeoBox =>
    boxes.resizeGeoBox(geoboxArgument(box), numberArgument(width), numberArgument(height)),
  /** The same extent in larger pixels. */
  zoomOut: (box: GeoBox, factor: number): GeoBox => boxes.zoomOut(geoboxArgument(box), numberArgument(factor)),
} as const

/** A coordinate reference system. */
export type CRS = Crs

/** Reads and compares coordinate reference systems. All throw `E_CRS`. */
export const CRS = {
  /** From an EPSG code (number or text), a PROJ string or WKT. */
  parse: crsArgument,
  fromEpsg: crsFromEpsg,
  fromProj: (text: string): Crs => crsFromProj(textArgument(text)),
  equals: (one: CrsLike, other: CrsLike): boolean => sameCrs(crsArgument(one), crsArgument(other)),
  /** A short label: `EPSG:32633`. */
  format: (crs: CrsLike): string => formatCrs(crsArgument(crs)),
  /** The unit of x and y. */
  unit: (crs: CrsLike): string => unitOf(crsArgument(crs)),
  /** The rectangle around a rectangle in another CRS; `pointsPerEdge` (21) points of each edge are projected. */
  transformBounds: (bounds: BoundsLike, from: CrsLike, to: CrsLike, pointsPerEdge?: number): boxes.Bounds =>
    transformBounds(boundsFrom('CRS.transformBounds', bounds), crsArgument(from), crsArgument(to), pointsPerEdge),
} as const

/** Pixel to world: six numbers. */
export type Affine = affines.Affine

/** Makes and applies affines. */
export const Affine = {
  of: affines.affine,
  identity: affines.identity,
  translation: affines.translation,
  scaling: affines.scaling,
  fromGdal: (geotransform: readonly number[]): Affine => affines.fromGdal(listArgument(geotransform)),
  toGdal: (affine: Affine): [number, number, number, number, number, number] => affines.toGdal(affineArgument(affine)),
  compose: (outer: Affine, inner: Affine): Affine => affines.compose(affineArgument(outer), affineArgument(inner)),
  invert: (affine: Affine): Affine => affines.invert(affineArgument(affine)),
  apply: (affine: Affine, x: number, y: number): { readonly x: number; readonly y: number } => affines.apply(affineArgument(affine), x, y),
  equals: (one: Affine, other: Affine): boolean => affines.affineEquals(affineArgument(one), affineArgument(other)),
} as const

function crsOrNull(crs: CrsLike | null): Crs | null {
  return crs === null ? null : crsArgument(crs)
}

type GridSize = Parameters<typeof boxes.geoboxFromBounds>[1]

function sizeArgument(size: GridSize): GridSize {
  const { resolution, shape } = objectArgument('GeoBox.fromBounds', size, '{ resolution } or { shape: { width, height } }') as {
    readonly resolution?: boxes.PerAxis
    readonly shape?: { readonly width: number; readonly height: number }
  }
  if (typeof resolution === 'number' || (typeof resolution === 'object' && resolution !== null)) return { resolution }
  if (typeof shape === 'object' && shape !== null) return { shape }
  throw new GridError(`GeoBox.fromBounds: ${shownArgument(size)} is no size: expected { resolution } or { shape: { width, height } }`)
}

function numberArgument(value: number): number {
  if (typeof value === 'number') return value
  throw new GridError(`GeoBox: ${shownArgument(value)} was given, expected a number`)
}

function textArgument(value: string): string {
  if (typeof value === 'string') return value
  throw new CrsError(`CRS.fromProj: ${shownArgument(value)} was given, expected a PROJ string`)
}

function listArgument(value: readonly number[]): readonly number[] {
  if (Array.isArray(value) && value.every((each) => typeof each === 'number')) return value
  throw new GridError(`Affine.fromGdal: ${shownArgument(value)} was given, expected the six numbers of a geotransform`)
}
