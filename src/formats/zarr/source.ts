import type { SourceDef } from '../../graph/source.js'
import { type ZarrLayout, zarrTiles } from './tiles.js'
import { virtualKind } from './virtual-kind.js'

/**
 * Zarr arrays, v3 and v2: the array at a uri, or a variable of the group there (`options.variable`, its path below the group; needed
 * where there are several); `options.nodata` replaces the store's. Codecs: those of `byte-codec.ts`, bytes, transpose and shards, also within shards. Chunks that are not stored are the fill value.
 * Dims of latitude and longitude, northing and easting are called y and x. Validity as xarray has it: the attribute `_FillValue`
 * (or `missing_value`), in v2 also `fill_value`.
 */
export const zarrSource: SourceDef<ZarrLayout> = {
  name: 'zarr',
  version: 1,
  recognises(uri, head) {
    const name = uri.replace(/[?#].*$/, '')
    if (virtualKind(uri, head) !== null || (/\.json$/i.test(name) && head[0] === 0x7b)) return true
    if (/\.zip$/i.test(name)) return false
    return /\.(zarr|parq|parquet)(\/|$)/i.test(name) || (head.length === 0 && !/\.[a-z0-9]{2,5}$/i.test(uri))
  },
  markers: ['zarr.json', '.zgroup', '.zarray', '.zmetadata'],
  open: async (uri, options, openBytes) => (await import('./open.js')).openZarr(uri, options, openBytes),
  attach: zarrTiles,
}
