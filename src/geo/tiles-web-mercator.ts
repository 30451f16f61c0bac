import { GridError } from '../base/errors.js'
import { affine } from './affine.js'
import { crsFromEpsg } from './crs-parse.js'
import { type Bounds, type GeoBox, geobox } from './geobox.js'
import { transformBounds } from './geobox-bounds.js'
import { cutOf } from './geobox-lattice.js'

/** Half of the side of the web-mercator square: pi times 6,378,137 m. */
export const webMercatorEdge = Math.PI * 6378137

/** A tile of the web-mercator pyramid: zoom, column from the west, row from the north (the XYZ scheme). */
export interface WebMercatorTile {
  readonly z: number
  readonly x: number
  readonly y: number
}

/** Zoom levels beyond it have pixels below a micrometre. */
const deepest = 32

/** The grid of all tiles of a zoom level: the square of EPSG:3857. `tilePx` is the side of a tile in pixels. */
export function webMercatorGrid(z: number, tilePx = 256): GeoBox {
  if (!Number.isInteger(z) || z < 0 || z > deepest)
    throw new GridError(`zoom ${z} makes no sense: expected a whole number from 0 to ${deepest}`)
  if (!Number.isInteger(tilePx) || tilePx < 1) throw new GridError(`tiles of ${tilePx} pixels make no sense`)
  const side = tilePx * 2 ** z
  const pixel = (2 * webMercatorEdge) / side
  return geobox(side, side, affine(pixel, 0, -webMercatorEdge, 0, -pixel, webMercatorEdge), crsFromEpsg(3857))
}

/** The grid of one tile, a part of its level's lattice. Throws `E_GRID` for a tile that is not there. */
export function webMercatorTile({ z, x, y }: WebMercatorTile, tilePx = 256): GeoBox {
  const grid = webMercatorGrid(z, tilePx)
  const isThere = [x, y].every((at) => Number.isInteger(at) && at >= 0 && at < 2 ** z)
  if (!isThere) throw new GridError(`there is no tile ${z}/${x}/${y}: columns and rows go from 0 to ${2 ** z - 1}`)
  return cutOf(grid, { column: x * tilePx, row: y * tilePx, stepX: 1, stepY: 1, width: tilePx, height: tilePx })
}

/**
 * The tiles of a zoom level that a rectangle in degrees touches, row by row. `left` may be larger than `right`: then it lies across the
 * antimeridian. Latitudes beyond the square (85.06 degrees) are cut off. Throws `E_GRID` where nothing remains, or more than 1e6 tiles would.
 */
export function webMercatorTiles(bounds: Bounds, z: number): WebMercatorTile[] {
  const parts =
    bounds.left > bounds.right
      ? [
          { ...bounds, right: 180 },
          { ...bounds, left: -180 },
        ]
      : [bounds]
  const tiles = parts.flatMap((part) => tilesWithin(part, z))
  if (tiles.length === 0)
    throw new GridError(`no web-mercator tile touches [${bounds.left}, ${bounds.bottom}, ${bounds.right}, ${bounds.top}]`)
  return tiles
}

/** Latitude of the upper edge of the web-mercator square, in degrees. */
export const webMercatorLimit = 85.0511287798066

function tilesWithin({ left, bottom, right, top }: Bounds, z: number): WebMercatorTile[] {
  const clipped = {
    left: Math.max(-180, left),
    right: Math.min(180, right),
    bottom: Math.max(-webMercatorLimit, bottom),
    top: Math.min(webMercatorLimit, top),
  }
  if (!(clipped.right > clipped.left) || !(clipped.top > clipped.bottom)) return []
  const image = transformBounds(clipped, crsFromEpsg(4326), crsFromEpsg(3857))
  const side = (2 * webMercatorEdge) / 2 ** z
  const last = 2 ** z - 1
  const at = (offset: number, slack: number): number => Math.min(last, Math.max(0, Math.floor(offset / side + slack)))
  const [x0, x1] = [at(image.left + webMercatorEdge, 1e-9), at(image.right + webMercatorEdge, -1e-9)]
  const [y0, y1] = [at(webMercatorEdge - image.top, 1e-9), at(webMercatorEdge - image.bottom, -1e-9)]
  if ((x1 - x0 + 1) * (y1 - y0 + 1) > 1e6)
    throw new GridError(`zoom ${z} has more than a million tiles there: ask for a smaller rectangle or a lower zoom`)
  const tiles: WebMercatorTile[] = []
  for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) tiles.push({ z, x, y })
  return tiles
}
