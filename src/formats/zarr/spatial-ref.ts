import type { JsonObject } from '../../base/json.js'
import { toGdal } from '../../geo/affine.js'
import type { Crs } from '../../geo/crs.js'
import { boundsOf, type GeoBox } from '../../geo/geobox.js'
import type { ArraySpec } from '../../graph/spec.js'

/** Name of the scalar variable that carries the CRS and the affine, as rioxarray and GDAL look for it. */
export const gridMappingName = 'spatial_ref'

/** Attributes of the grid mapping variable: the CRS as text, and the affine in GDAL's order (c a b f d e). */
export function gridMappingAttributes({ crs, affine }: GeoBox): JsonObject {
  const text = crs === null ? {} : { crs_wkt: crsText(crs), spatial_ref: crsText(crs) }
  const mapping = crs?.kind === 'geographic' ? { grid_mapping_name: 'latitude_longitude' } : {}
  return { ...mapping, ...text, GeoTransform: toGdal(affine).map(String).join(' ') }
}

function crsText(crs: Crs): string {
  return crs.wkt ?? (crs.epsg === null ? crs.proj : `EPSG:${crs.epsg}`)
}

/** Attributes of the data array by the `proj:` and `spatial:` conventions for Zarr, and the name of its grid mapping. None without a geobox. */
export function spatialAttributes({ geobox, dims }: Pick<ArraySpec, 'geobox' | 'dims'>): JsonObject {
  if (geobox === null || !dims.includes('y') || !dims.includes('x')) return {}
  const { a, b, c, d, e, f } = geobox.affine
  const { left, bottom, right, top } = boundsOf(geobox)
  const code = geobox.crs !== null && geobox.crs.epsg !== null ? { 'proj:code': `EPSG:${geobox.crs.epsg}` } : {}
  return {
    grid_mapping: gridMappingName,
    // Makes xarray take the grid mapping for a coordinate, not for a second variable.
    coordinates: gridMappingName,
    ...code,
    'spatial:dimensions': ['y', 'x'],
    'spatial:shape': [geobox.height, geobox.width],
    'spatial:transform': [a, b, c, d, e, f],
    'spatial:bbox': [left, bottom, right, top],
  }
}
