import { GridError } from '../base/errors.js'
import * as affines from '../geo/affine.js'
import { type Crs, crsFromProj, formatCrs, sameCrs, unitOf } from '../geo/crs.js'
import { crsFromEpsg, parseCrs } from '../geo/crs-parse.js'
import * as boxes from '../geo/geobox.js'
import * as boundaries from '../geo/geobox-boundary.js'
import { transformBounds } from '../geo/geobox-bounds.js'
import * as cuts from '../geo/geobox-cut.js'
import * as makes from '../geo/geobox-make.js'
import * as overlaps from '../geo/geobox-overlap.js'
import { precisionOf } from '../geo/geobox-precision.js'
import { type GridOptions, suggestedGeoBox } from '../geo/grid.js'
import * as tiles from '../geo/tiles.js'
import * as mercator from '../geo/tiles-web-mercator.js'
import type { BoundsLike, CrsLike, HasGeoBox } from './data-array-types.js'
import { boundsFrom } from './select-clip.js'

/** A grid of pixels on earth: width, height, affine, CRS. */
export type GeoBox = boxes.GeoBox

/** Where pixel edges lie: `'edge'`, `'center'`, `'floating'`, or shares of a pixel. */
export type Anchor = makes.Anchor

/** A grid cut into tiles. */
export type GeoboxTiles = tiles.GeoboxTiles

/** Makes, changes and compares grids, which are plain values: each function gives another one. All throw `E_GRID` for what makes no sense. */
export const GeoBox = {
  /** A grid from its parts; the CRS as a code, a text or a CRS. */
  of: (width: number, height: number, affine: affines.Affine, crs: CrsLike | null): GeoBox =>
    boxes.geobox(width, height, affine, crsOrNull(crs)),
  /** A north-up grid of a rectangle, with a shape, or with a resolution and where its pixel edges lie (`anchor`, `snap`, `tol`). */
  fromBounds: (bounds: BoundsLike, size: makes.GridSize, crs: CrsLike | null): GeoBox =>
    makes.geoboxFromBounds(boundsFrom('GeoBox.fromBounds', bounds), size, crsOrNull(crs)),
  /** A grid from an affine and a shape. */
  fromTransform: (affine: affines.Affine, shape: { readonly width: number; readonly height: number }, crs: CrsLike | null): GeoBox =>
    boxes.geobox(shape.width, shape.height, affine, crsOrNull(crs)),
  /** The grid of an array. */
  fromRaster: (array: HasGeoBox): GeoBox => {
    if (array.geobox !== null && array.geobox !== undefined) return array.geobox
    throw new GridError('GeoBox.fromRaster: the array has no geobox: it lacks y or x, or has no even spacing along them')
  },
  /** A grid out of JSON. */
  parse: boxes.parseGeoBox,
  equals: boxes.geoboxEquals,
  /** The rectangle around a grid. */
  bounds: boxes.boundsOf,
  /** Size of a pixel, always positive. */
  resolution: boxes.resolutionOf,
  /** The part of a grid in a window of dims (y, x), which may reach outside. */
  crop: cuts.cropGeoBox,
  /** Whole pixels more on each side. */
  pad: cuts.padGeoBox,
  /** A distance in units of the CRS more on each side, rounded up to whole pixels. */
  buffered: cuts.bufferGeoBox,
  /** The same extent in another number of pixels. */
  resize: boxes.resizeGeoBox,
  /** The same extent in larger pixels. */
  zoomOut: cuts.zoomOut,
  /** The same area in another shape or resolution. */
  zoomTo: cuts.zoomTo,
  /** The grid moved by at most half a pixel onto another's lattice. */
  snapTo: overlaps.snapTo,
  /** The smallest grid on the same lattice that holds a rectangle (in `crs`, by default the grid's own) or another grid. */
  enclosing: (box: GeoBox, region: BoundsLike | GeoBox, crs?: CrsLike): GeoBox =>
    'affine' in region
      ? overlaps.enclosing(box, region)
      : overlaps.enclosing(box, boundsFrom('GeoBox.enclosing', region), crs === undefined ? box.crs : parseCrs(crs)),
  /** What two parts of one lattice have in common: `a & b`. */
  intersection: overlaps.intersectionOf,
  /** The smallest grid that holds two parts of one lattice: `a | b`. */
  union: overlaps.unionOf,
  /** The window (y, x) of the first grid that the second covers. */
  overlapRoi: overlaps.overlapRoi,
  /** The grid moved by pixels. */
  translatePx: cuts.translatePx,
  /** The grid turned counter-clockwise by degrees about its centre. */
  rotate: makes.rotateGeoBox,
  flipX: cuts.flipX,
  flipY: cuts.flipY,
  /** The grid that `reproject` would choose for another CRS. */
  toCrs: (box: GeoBox, crs: CrsLike, options?: GridOptions): GeoBox => suggestedGeoBox(box, parseCrs(crs), options),
  /** The outline as a GeoJSON polygon, with so many points an edge, in the grid's CRS or another. */
  boundaryPolygon: (box: GeoBox, pointsPerEdge?: number, crs?: CrsLike): boundaries.Polygon =>
    boundaries.boundaryPolygon(box, pointsPerEdge, crs === undefined ? box.crs : parseCrs(crs)),
  /** How exactly float64 can say where the pixels lie. */
  precision: precisionOf,
} as const

/** Cuts grids into tiles. */
export const GeoboxTiles = {
  of: tiles.geoboxTiles,
  window: tiles.tileWindow,
  geobox: tiles.tileGeoBox,
  /** The tiles that a region touches. */
  touching: tiles.tilesTouching,
} as const

/** The web-mercator pyramid in the XYZ scheme. */
export const WebMercator = {
  /** The grid of a whole zoom level. */
  grid: mercator.webMercatorGrid,
  /** The grid of one tile. */
  tile: mercator.webMercatorTile,
  /** The tiles that a rectangle in degrees touches. */
  tiles: (bounds: BoundsLike, z: number): mercator.WebMercatorTile[] =>
    mercator.webMercatorTiles('left' in bounds ? bounds : { left: bounds[0], bottom: bounds[1], right: bounds[2], top: bounds[3] }, z),
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
