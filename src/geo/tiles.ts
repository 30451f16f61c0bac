import type { Window } from '../array/window.js'
import { GridError } from '../base/errors.js'
import type { Bounds, GeoBox } from './geobox.js'
import { cropGeoBox } from './geobox-cut.js'
import { enclosing, overlapRoi } from './geobox-overlap.js'

/** A grid cut into tiles of one size, rows of them from its first corner; the last of a row or column may be smaller. */
export interface GeoboxTiles {
  readonly base: GeoBox
  /** Extent of a tile in pixels. */
  readonly tile: { readonly width: number; readonly height: number }
  /** How many there are. */
  readonly columns: number
  readonly rows: number
}

/** Cuts a grid into tiles. Throws `E_GRID` for extents that are no whole numbers of at least 1. */
export function geoboxTiles(base: GeoBox, tile: number | { readonly width: number; readonly height: number }): GeoboxTiles {
  const { width, height } = typeof tile === 'number' ? { width: tile, height: tile } : tile
  if (!Number.isSafeInteger(width) || !Number.isSafeInteger(height) || width < 1 || height < 1) {
    throw new GridError(`tiles of ${width} x ${height} pixels make no sense: expected whole numbers of at least 1`)
  }
  return { base, tile: { width, height }, columns: Math.ceil(base.width / width), rows: Math.ceil(base.height / height) }
}

/** The window (y, x) of a tile within the whole grid. Throws `E_GRID` for a tile that is not there. */
export function tileWindow({ base, tile, columns, rows }: GeoboxTiles, column: number, row: number): Window {
  const isThere = Number.isInteger(column) && Number.isInteger(row) && column >= 0 && row >= 0 && column < columns && row < rows
  if (!isThere) throw new GridError(`there is no tile at column ${column}, row ${row}: there are ${columns} columns and ${rows} rows`)
  const [x, y] = [column * tile.width, row * tile.height]
  return { start: [y, x], stop: [Math.min(base.height, y + tile.height), Math.min(base.width, x + tile.width)] }
}

/** The grid of a tile: a part of the base's lattice, to the last bit. Throws like {@link tileWindow}. */
export function tileGeoBox(tiles: GeoboxTiles, column: number, row: number): GeoBox {
  return cropGeoBox(tiles.base, tileWindow(tiles, column, row))
}

/** The tiles, row by row, that a region touches: a rectangle or a grid, which may be in another CRS. */
export function tilesTouching(tiles: GeoboxTiles, region: GeoBox | Bounds): { readonly column: number; readonly row: number }[] {
  const { start, stop } = overlapRoi(tiles.base, enclosing(tiles.base, region))
  const found: { column: number; row: number }[] = []
  const [y0, x0, y1, x1] = [start[0] as number, start[1] as number, stop[0] as number, stop[1] as number]
  for (let row = Math.floor(y0 / tiles.tile.height); row * tiles.tile.height < y1; row++) {
    for (let column = Math.floor(x0 / tiles.tile.width); column * tiles.tile.width < x1; column++) found.push({ column, row })
  }
  return found
}
