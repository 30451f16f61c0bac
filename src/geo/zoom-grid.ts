import { GridError } from '../base/errors.js'
import { affine, isAxisAligned } from './affine.js'
import { crsFromEpsg } from './crs-parse.js'
import type { Gcps } from './gcp.js'
import { boundsOf, formatBounds, type GeoBox, geobox, resolutionOf } from './geobox.js'
import { geoboxFromBounds } from './geobox-make.js'
import { suggestedGeoBox } from './grid.js'
import type { Placing } from './grid-map.js'
import { webMercatorEdge, webMercatorLimit } from './tiles-web-mercator.js'

/** Which zoom level a grid between two of them goes to: the nearer by ratio, the coarser (`lower`) or the finer (`upper`). */
export type ZoomStrategy = 'auto' | 'lower' | 'upper'

/** What is wanted of a grid of web-mercator tiles. */
export interface ZoomOptions {
  /** Side of a tile in pixels. */
  readonly tilePx: number
  readonly strategy: ZoomStrategy
  /** The zoom level itself; null for one by the strategy. */
  readonly zoom: number | null
  /** Levels, the full size among them, whose tiles are tiles of their zoom level; 0 for none but the first. */
  readonly alignedLevels: number
}

/** A grid whose tiles are tiles of a zoom level. */
export interface ZoomGrid {
  readonly geobox: GeoBox
  /** Zoom level of the tiles, whatever their side in pixels is. */
  readonly zoom: number
  /** As asked for, but no more than there are levels below. */
  readonly alignedLevels: number
}

/** Levels that the scheme has; pixels of the last are 4 mm. */
const deepest = 24
const mostAligned = 10
/** Relative difference within which two pixel sizes are one. */
const same = 1e-8
/** Share of a tile by which an edge may pass the tile's own. */
const slack = 1e-10

/**
 * The web-mercator grid of whole tiles that covers a raster: that of GDAL's COG driver with the tiling scheme GoogleMapsCompatible. Pixels
 * are those of a zoom level near to what a reprojection would choose. `placed` says where pixels lie where the raster has no affine. Throws `E_GRID`
 * for a raster outside the square, and for a zoom level that does not exist.
 */
export function zoomGrid(
  source: GeoBox,
  { tilePx, strategy, zoom, alignedLevels }: ZoomOptions,
  placed: Gcps | Placing | null = null,
): ZoomGrid {
  const suggested = suggestedGeoBox(withinLimit(source), crsFromEpsg(3857), {}, placed)
  const level = zoom === null ? zoomOf(resolutionOf(suggested).x, tilePx, strategy) : checkedZoom(zoom)
  const aligned = Math.min(mostAligned, alignedLevels, level)
  const unit = 2 ** Math.max(0, aligned - 1)
  const tileExtent = resolutionAt(level, tilePx) * tilePx
  const across = 2 ** level
  const { left, bottom, right, top } = boundsOf(suggested)
  const [edge, whole] = [webMercatorEdge, right > webMercatorEdge * (1 + same) || left < -webMercatorEdge * (1 + same)]
  if (right <= -edge || left >= edge || top <= -edge || bottom >= edge) {
    throw new GridError(`the raster covers ${formatBounds({ left, bottom, right, top })} in EPSG:3857, outside the tiling scheme's square`)
  }
  const first = (offset: number): number => Math.max(0, Math.floor(Math.floor(offset / tileExtent + slack) / unit) * unit)
  const last = (offset: number): number => Math.min(across, Math.ceil(Math.ceil(offset / tileExtent - slack) / unit) * unit)
  const [x0, x1] = whole ? [0, across] : [first(left + edge), last(right + edge)]
  const [y0, y1] = [first(edge - top), last(edge - bottom)]
  const pixel = tileExtent / tilePx
  const [west, north] = [x0 * tileExtent - edge, edge - y0 * tileExtent]
  return {
    geobox: geobox((x1 - x0) * tilePx, (y1 - y0) * tilePx, affine(pixel, 0, west, 0, -pixel, north), crsFromEpsg(3857)),
    zoom: level,
    alignedLevels: aligned,
  }
}

/** Pixel size of a zoom level whose tiles have so many pixels. */
function resolutionAt(zoom: number, tilePx: number): number {
  return (2 * webMercatorEdge) / (tilePx * 2 ** zoom)
}

function zoomOf(resolution: number, tilePx: number, strategy: ZoomStrategy): number {
  const isReached = (at: number): boolean => resolution > at || Math.abs(resolution - at) / at <= same
  let zoom = 0
  while (zoom <= deepest && !isReached(resolutionAt(zoom, tilePx))) zoom++
  if (zoom > deepest)
    throw new GridError(`pixels of ${resolution} m are finer than any zoom level (to ${deepest}): reproject to coarser ones first`)
  const [fine, coarse] = [resolutionAt(zoom, tilePx), resolutionAt(zoom - 1, tilePx)]
  if (zoom === 0 || Math.abs(resolution - fine) / fine <= same || strategy === 'upper') return zoom
  return strategy === 'lower' || coarse / resolution < resolution / fine ? zoom - 1 : zoom
}

function checkedZoom(zoom: number): number {
  if (Number.isInteger(zoom) && zoom >= 0 && zoom <= deepest) return zoom
  throw new GridError(`zoom level ${zoom} makes no sense: expected a whole number from 0 to ${deepest}`)
}

/** Degrees beyond the square's latitudes would be stretched without end: the raster as it is without them. */
function withinLimit(source: GeoBox): GeoBox {
  if (source.crs?.kind !== 'geographic' || !isAxisAligned(source.affine)) return source
  const bounds = boundsOf(source)
  const [bottom, top] = [Math.max(bounds.bottom, -webMercatorLimit), Math.min(bounds.top, webMercatorLimit)]
  if ((bottom === bounds.bottom && top === bounds.top) || bottom >= top) return source
  const height = Math.max(1, Math.round((top - bottom) / resolutionOf(source).y))
  return geoboxFromBounds({ ...bounds, bottom, top }, { shape: { width: source.width, height } }, source.crs)
}
