import { gcpPixelMap } from '../geo/gcp.js'
import { toDegrees } from '../geo/geolocation.js'
import { pixelMap } from '../geo/pixel-map.js'
import { warpCard } from './warp/card.js'
import { warpInput } from './warp/infer.js'

/**
 * `reproject`: the array on another grid, of any CRS. Params: `geobox` (the output grid), `resampling` (`near` by default),
 * `maxErrorPx` (0.001 by default; 0 is exact for every pixel), `scale` ({x, y}, output pixels per source pixel; by default that of the map).
 * `gcps` (control points that place the source's pixels, in place of its grid), or `geolocation` (the latitude and longitude of each pixel, which are the
 * second and third input: they are read before the run, and no window of them is demanded).
 * A pixel whose centre lies on no valid source pixel is invalid; kernels drop taps that are invalid or do not exist.
 */
export const reproject = warpCard({
  name: 'reproject',
  version: 1,
  keys: ['geobox', 'resampling', 'maxErrorPx', 'scale', 'minValidFraction', 'allowAveraging', 'gcps', 'geolocation'],
  check(inputs, params) {
    // Throws for CRSs between which there is no way, before anything is planned.
    if (params.geolocation !== undefined) toDegrees(params.geobox, params.geolocation.crs)
    else if (params.gcps === undefined) pixelMap(params.geobox, warpInput('reproject', inputs).geobox)
    else gcpPixelMap(params.geobox, params.gcps)
  },
})
