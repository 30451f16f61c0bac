import type { SourceDef } from '../../graph/source.js'
import type { NetcdfLayout } from './storage.js'
import { netcdfTiles } from './tiles.js'

/**
 * NetCDF files: classic (CDF-1, CDF-2, CDF-5) and NetCDF-4, which is HDF5, and HDF5 itself: one variable (`options.variable`, its path; needed where
 * there are several). `options.nodata` replaces what the file declares missing. Filters: deflate, shuffle, fletcher32, zstd, lz4, blosc.
 * Dims of latitude and longitude, northing and easting are called y and x. Rows stay in the order of the file.
 */
export const netcdfSource: SourceDef<NetcdfLayout> = {
  name: 'netcdf',
  version: 1,
  recognises: (uri, head) => {
    const isClassic = head[0] === 0x43 && head[1] === 0x44 && head[2] === 0x46 && [1, 2, 5].includes(head[3] ?? 0)
    const isHdf5 = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, at) => head[at] === byte)
    // HDF5 may stand behind a block of something else.
    return isClassic || isHdf5 || (head.length > 0 && /\.(nc|nc4|cdf|h5|hdf5|he5)$/i.test(uri.replace(/[?#].*$/, '')))
  },
  open: async (uri, options, openBytes, mayLack) => (await import('./open.js')).openNetcdf(uri, options, openBytes, mayLack === true),
  attach: netcdfTiles,
}
