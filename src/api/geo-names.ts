import type { Window } from '../array/window.js'
import { CrsError, GridError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import * as affines from '../geo/affine.js'
import { type Crs, crsFromProj, equalCrs, formatCrs, isGeographic, unitOf } from '../geo/crs.js'
import { type TransformAccuracy, transformAccuracy } from '../geo/crs-accuracy.js'
import { gridMappingOf } from '../geo/crs-cf.js'
import { crsFromEpsg } from '../geo/crs-parse.js'
import { areaOfUse, toProj, toProjJson, toWkt, type WktVersion } from '../geo/crs-text.js'
import { registerGrid } from '../geo/datum-grids.js'
import type { AreaOfUse } from '../geo/epsg.js'
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
import { mustBePlain, objectArgument, shownArgument } from './arguments.js'
import { knownOptions } from './data-array-options.js'
import type { BoundsLike, CrsLike, HasGeoBox } from './data-array-types.js'
import { affineArgument, crsArgument, geoboxArgument } from './geo-arguments.js'
import { marginArgument, perAxisArgument, shapeArgument, windowArgument, type ZoomSize, zoomArgument } from './geobox-arguments.js'
import { printing } from './printed.js'
import { boundsFrom } from './select-clip.js'

const sizeNames = ['shape', 'resolution', 'anchor', 'snap', 'tol']
const gridOptionNames = ['resolution', 'size', 'bounds', 'boundsCrs', 'anchor', 'snap', 'tol']

/** A grid of pixels on earth: width, height, affine, CRS. */
export type GeoBox = boxes.GeoBox

/** Where pixel edges lie: `'edge'`, `'center'`, `'floating'`, or shares of a pixel. */
export type Anchor = makes.Anchor

/** A grid cut into tiles. */
export type GeoboxTiles = tiles.GeoboxTiles

/** Makes, changes and compares grids, which are plain values: each function gives another one. All throw `E_GRID` for what makes no sense. */
export const GeoBox = printing({
  /** A grid from its parts; the CRS as a code, a text or a CRS. */
  of: (width: number, height: number, affine: affines.Affine, crs: CrsLike | null): GeoBox =>
    boxes.geobox(width, height, affineArgument(affine), crsOrNull(crs)),
  /** A north-up grid of a rectangle, with a shape, or with a resolution and where its pixel edges lie (`anchor`, `snap`, `tol`). */
  fromBounds: (bounds: BoundsLike, size: makes.GridSize, crs: CrsLike | null): GeoBox =>
    makes.geoboxFromBounds(
      boundsFrom('GeoBox.fromBounds', bounds),
      sizeArgument(knownOptions('GeoBox.fromBounds', size, sizeNames)),
      crsOrNull(crs),
    ),
  /** A grid from an affine and a shape. */
  fromTransform: (affine: affines.Affine, shape: { readonly width: number; readonly height: number }, crs: CrsLike | null): GeoBox =>
    boxOfShape(objectArgument('GeoBox.fromTransform', shape, '{ width, height }'), affineArgument(affine), crsOrNull(crs)),
  /** The grid of an array. */
  fromRaster: (array: HasGeoBox): GeoBox => {
    const { geobox } = objectArgument('GeoBox.fromRaster', array, 'an array')
    if (geobox !== null && geobox !== undefined) return geobox
    throw new GridError('GeoBox.fromRaster: the array has no geobox: it lacks y or x, or has no even spacing along them')
  },
  /** A grid out of JSON. */
  parse: (json: GeoBox | Json): GeoBox => geoboxArgument(json as GeoBox),
  equals: (one: GeoBox, other: GeoBox): boolean => boxes.geoboxEquals(geoboxArgument(one), geoboxArgument(other)),
  /** The rectangle around a grid. */
  bounds: (box: GeoBox): boxes.Bounds => boxes.boundsOf(geoboxArgument(box)),
  /** Size of a pixel, always positive. */
  resolution: onGrid(boxes.resolutionOf),
  /** The part of a grid in a window of dims (y, x), which may reach outside. */
  crop: (box: GeoBox, window: Window): GeoBox => cuts.cropGeoBox(geoboxArgument(box), windowArgument('GeoBox.crop', window)),
  /** Whole pixels more on each side, or on those that are named. */
  pad: (box: GeoBox, margin: number | Partial<cuts.Margin>): GeoBox =>
    cuts.padGeoBox(geoboxArgument(box), marginArgument('GeoBox.pad', margin)),
  /** A distance in units of the CRS more on each side, rounded up to whole pixels. */
  buffered: (box: GeoBox, distance: boxes.PerAxis): GeoBox =>
    cuts.bufferGeoBox(geoboxArgument(box), perAxisArgument('GeoBox.buffered', distance)),
  /** The same extent in another number of pixels. */
  resize: (box: GeoBox, width: number, height: number): GeoBox =>
    boxes.resizeGeoBox(geoboxArgument(box), numberArgument(width), numberArgument(height)),
  /** The same extent in larger pixels. */
  zoomOut: (box: GeoBox, factor: number): GeoBox => cuts.zoomOut(geoboxArgument(box), numberArgument(factor)),
  /** The same area in another shape or resolution. */
  zoomTo: (box: GeoBox, size: ZoomSize): GeoBox => cuts.zoomTo(geoboxArgument(box), zoomArgument('GeoBox.zoomTo', size)),
  /** The grid moved by at most half a pixel onto another's lattice. */
  snapTo: onGrids(overlaps.snapTo),
  /** The smallest grid on the same lattice that holds a rectangle (in `crs`, by default the grid's own) or another grid. */
  enclosing: (box: GeoBox, region: BoundsLike | GeoBox, crs?: CrsLike): GeoBox =>
    isGrid(region)
      ? overlaps.enclosing(geoboxArgument(box), geoboxArgument(region))
      : overlaps.enclosing(geoboxArgument(box), boundsFrom('GeoBox.enclosing', region), crs === undefined ? box.crs : crsArgument(crs)),
  /** What two parts of one lattice have in common: `a & b`. */
  intersection: onGrids(overlaps.intersectionOf),
  /** The smallest grid that holds two parts of one lattice: `a | b`. */
  union: onGrids(overlaps.unionOf),
  /** The window (y, x) of the first grid that the second covers. */
  overlapRoi: onGrids(overlaps.overlapRoi),
  /** The grid moved by pixels. */
  translatePx: onGrid(cuts.translatePx),
  /** The grid turned counter-clockwise by degrees about its centre. */
  rotate: onGrid(makes.rotateGeoBox),
  flipX: onGrid(cuts.flipX),
  flipY: onGrid(cuts.flipY),
  /** The grid that `reproject` would choose for another CRS. */
  toCrs: (box: GeoBox, crs: CrsLike, options?: GridOptions): GeoBox =>
    suggestedGeoBox(geoboxArgument(box), crsArgument(crs), gridOptions(knownOptions('GeoBox.toCrs', options, gridOptionNames))),
  /** The outline as a GeoJSON polygon, with so many points an edge, in the grid's CRS or another. */
  boundaryPolygon: (box: GeoBox, pointsPerEdge?: number, crs?: CrsLike): boundaries.Polygon =>
    boundaries.boundaryPolygon(
      geoboxArgument(box),
      pointsPerEdge === undefined ? undefined : numberArgument(pointsPerEdge),
      crs === undefined ? box.crs : crsArgument(crs),
    ),
  /** How exactly float64 can say where the pixels lie. */
  precision: onGrid(precisionOf),
} as const)

/** Cuts grids into tiles. */
export const GeoboxTiles = printing({
  of: (base: GeoBox, tile: number | { readonly width: number; readonly height: number }): GeoboxTiles =>
    tiles.geoboxTiles(
      geoboxArgument(base),
      typeof tile === 'number' ? tile : objectArgument('GeoboxTiles.of', tile, 'a number of pixels, or { width, height }'),
    ),
  window: (cut: GeoboxTiles, column: number, row: number): Window => tiles.tileWindow(tilesArgument(cut), column, row),
  geobox: (cut: GeoboxTiles, column: number, row: number): GeoBox => tiles.tileGeoBox(tilesArgument(cut), column, row),
  /** The tiles that a region touches: a grid, or a rectangle in the CRS of the tiles. */
  touching: (cut: GeoboxTiles, region: BoundsLike | GeoBox): { readonly column: number; readonly row: number }[] =>
    tiles.tilesTouching(tilesArgument(cut), isGrid(region) ? geoboxArgument(region) : boundsFrom('GeoboxTiles.touching', region)),
} as const)

/** The web-mercator pyramid in the XYZ scheme. */
export const WebMercator = printing({
  /** The grid of a whole zoom level. */
  grid: mercator.webMercatorGrid,
  /** The grid of one tile. */
  tile: (tile: mercator.WebMercatorTile, tilePx?: number): GeoBox =>
    mercator.webMercatorTile(objectArgument('WebMercator.tile', tile, '{ z, x, y }'), tilePx),
  /** The tiles that a rectangle in degrees touches. */
  tiles: (bounds: BoundsLike, z: number): mercator.WebMercatorTile[] =>
    mercator.webMercatorTiles(degreesArgument(bounds), numberArgument(z)),
} as const)

/** A coordinate reference system. */
export type CRS = Crs

/** Reads, compares and writes coordinate reference systems. All throw `E_CRS`. */
export const CRS = printing({
  /** From an EPSG, ESRI or OGC code, a PROJ string, WKT, PROJJSON or the attributes of a CF grid mapping. */
  parse: crsArgument,
  fromEpsg: crsFromEpsg,
  fromProj: (text: string): Crs => crsFromProj(textArgument(text)),
  /** Whether two CRSs mean the same coordinates and the same vertical part, whatever their names, codes and order of axes. A three-dimensional CRS is its horizontal part: EPSG:4979 equals EPSG:4326. */
  equals: (one: CrsLike, other: CrsLike): boolean => equalCrs(crsArgument(one), crsArgument(other)),
  /** A short label: `EPSG:32633`. */
  format: (crs: CrsLike): string => formatCrs(crsArgument(crs)),
  isGeographic: (crs: CrsLike): boolean => isGeographic(crsArgument(crs)),
  /** The unit of x and y. */
  unit: (crs: CrsLike): string => unitOf(crsArgument(crs)),
  /** Degrees of longitude and latitude between which it is meant to be used; null where that is not known. */
  areaOfUse: (crs: CrsLike): AreaOfUse | null => areaOfUse(crsArgument(crs)),
  /** WKT 2 of 2019, or WKT 1 as GDAL writes it. */
  toWkt: (crs: CrsLike, version?: WktVersion): string => toWkt(crsArgument(crs), version),
  toProjJson: (crs: CrsLike): JsonObject => toProjJson(crsArgument(crs)),
  /** The attributes of a CF grid mapping. */
  toCf: (crs: CrsLike): JsonObject => gridMappingOf(crsArgument(crs)),
  toProj: (crs: CrsLike): string => toProj(crsArgument(crs)),
  /** How good the transform between two CRSs is in metres, and which grids it lacks. */
  transformAccuracy: (from: CrsLike, to: CrsLike): TransformAccuracy => transformAccuracy(crsArgument(from), crsArgument(to)),
  /** Makes an NTv2 grid of datum shifts known to the thread that calls. */
  registerGrid: (name: string, bytes: Uint8Array): void => registerGrid(textArgument(name), bytes),
  /** The rectangle around a rectangle in another CRS; `pointsPerEdge` (21) points of each edge are projected. */
  transformBounds: (bounds: BoundsLike, from: CrsLike, to: CrsLike, pointsPerEdge?: number): boxes.Bounds =>
    transformBounds(boundsFrom('CRS.transformBounds', bounds), crsArgument(from), crsArgument(to), pointsPerEdge),
} as const)

/** Pixel to world: six numbers. */
export type Affine = affines.Affine

/** Makes and applies affines. */
export const Affine = printing({
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
} as const)

function crsOrNull(crs: CrsLike | null): Crs | null {
  return crs === null ? null : crsArgument(crs)
}

function boxOfShape({ width, height }: { readonly width: number; readonly height: number }, affine: Affine, crs: Crs | null): GeoBox {
  return boxes.geobox(width, height, affine, crs)
}

/** Options of a grid, as far as a wrong one would not be told by what takes it. */
function gridOptions(options: GridOptions): GridOptions {
  const what = 'GeoBox.toCrs'
  const { resolution, size, bounds, boundsCrs } = options
  return {
    ...options,
    ...(resolution === undefined ? {} : { resolution: perAxisArgument(what, resolution) }),
    ...(size === undefined ? {} : { size: objectArgument(what, size, 'a size { width, height }') }),
    ...(bounds === undefined ? {} : { bounds: boundsFrom(what, bounds) }),
    ...(boundsCrs === undefined ? {} : { boundsCrs: crsArgument(boundsCrs) }),
  }
}

function tilesArgument(value: GeoboxTiles): GeoboxTiles {
  const { base, tile } = objectArgument('GeoboxTiles', value, 'tiles, as GeoboxTiles.of gives them')
  if (typeof tile === 'object' && tile !== null && typeof base === 'object' && base !== null) return value
  throw new GridError(`GeoboxTiles: ${shownArgument(value)} was given, expected tiles, as GeoboxTiles.of gives them`)
}

/** A rectangle in degrees, which may lie across the antimeridian: west larger than east. */
function degreesArgument(bounds: BoundsLike): boxes.Bounds {
  const [left, bottom, right, top] = Array.isArray(bounds)
    ? bounds
    : edgesOf(objectArgument('WebMercator.tiles', bounds as boxes.Bounds, 'bounds in degrees'))
  const checked = boundsFrom('WebMercator.tiles', [Math.min(left, right), bottom, Math.max(left, right), top])
  return { ...checked, left, right }
}

function edgesOf({ left, bottom, right, top }: boxes.Bounds): [number, number, number, number] {
  return [left, bottom, right, top]
}

function isGrid(region: BoundsLike | GeoBox): region is GeoBox {
  return typeof region === 'object' && region !== null && 'affine' in region
}

/** A function of a grid, made to check that it is given one. */
function onGrid<A extends unknown[], R>(run: (box: GeoBox, ...rest: A) => R): (box: GeoBox, ...rest: A) => R {
  return (box, ...rest) => {
    mustBePlain('GeoBox', 'an argument', rest)
    return run(geoboxArgument(box), ...rest)
  }
}

/** A function of two grids, made to check that it is given them. */
function onGrids<R>(run: (one: GeoBox, other: GeoBox) => R): (one: GeoBox, other: GeoBox) => R {
  return (one, other) => run(geoboxArgument(one), geoboxArgument(other))
}

function sizeArgument(size: makes.GridSize): makes.GridSize {
  const given: { readonly resolution?: unknown; readonly shape?: unknown } = objectArgument(
    'GeoBox.fromBounds',
    size,
    '{ resolution } or { shape: { width, height } }',
  )
  if (given.resolution !== undefined) perAxisArgument('GeoBox.fromBounds: resolution', given.resolution as boxes.PerAxis)
  if (given.shape !== undefined) shapeArgument('GeoBox.fromBounds: shape', given.shape)
  if (given.resolution !== undefined || given.shape !== undefined) return size
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
