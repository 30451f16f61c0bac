import { GridError } from '../base/errors.js'
import { pixelMap } from '../geo/pixel-map.js'
import { warpCard } from './warp/card.js'
import { warpInput } from './warp/infer.js'

/**
 * `resample`: the array on another grid of the same CRS. Params: `geobox` (the output grid), `resampling` (`near` by default),
 * `scale` ({x, y}, output pixels per source pixel; by default that of the grids). Throws `E_GRID` for a grid of another CRS.
 */
export const resample = warpCard({
  name: 'resample',
  version: 1,
  // A parsed node carries `maxErrorPx` too; maps between grids of one CRS are exact whatever it says.
  keys: ['geobox', 'resampling', 'maxErrorPx', 'scale', 'minValidFraction', 'allowAveraging'],
  check(inputs, params) {
    const { geobox } = warpInput('resample', inputs)
    if (pixelMap(params.geobox, geobox).kind === 'affine') return
    throw new GridError(`resample: the grid's CRS is "${params.geobox.crs?.name}", the array's "${geobox.crs?.name}": use reproject`)
  },
})
