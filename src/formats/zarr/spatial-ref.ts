import type { JsonObject } from '../../base/json.js'
import type { Crs } from '../../geo/crs.js'
import type { GeoBox } from '../../geo/geobox.js'
import type { ArraySpec } from '../../graph/spec.js'

/** Name of the scalar variable that carries the CRS and the affine, as rioxarray and GDAL look for it. */
export const gridMappingName = 'spatial_ref'

/** Attributes of the grid mapping variable: the CRS as text, and the affine in GDAL's order (c a b f d e). */
export function gridMappingAttributes({ crs, affine }: GeoBox): JsonObject {
  const { a, b, c, d, e, f } = affine
  const text = crs === null ? {} : { crs_wkt: crsText(crs), spatial_ref: crsText(crs) }
  const mapping = crs?.kind === 'geographic' ? { grid_mapping_name: 'latitude_longitude' } : {}
  return { ...mapping, ...text, GeoTransform: [c, a, b, f, d, e].map(String).join(' ') }
}

function crsText(crs: Crs): string {
  return crs.wkt ?? (crs.epsg === null ? crs.proj : `EPSG:${crs.epsg}`)
}

/** Attributes of the data array by the `proj:` and `spatial:` conventions for Zarr, and the name of its grid mapping. None without a geobox. */
export function spatialAttributes({ geobox, dims }: Pick<ArraySpec, 'geobox' | 'dims'>): JsonObject {
  if (geobox === null || !dims.includes('y') || !dims.includes('x')) return {}
  const { a, b, c, d, e, f } = geobox.affine
  const code = geobox.crs !== null && geobox.crs.epsg !== null ? { 'proj:code': `EPSG:${geobox.crs.epsg}` } : {}
  return {
    grid_mapping: gridMappingName,
    ...code,
    'spatial:dimensions': ['y', 'x'],
    'spatial:shape': [geobox.height, geobox.width],
    'spatial:transform': [a, b, c, d, e, f],
    'spatial:bbox': boundsOf(geobox),
  }
}

/** Least x, least y, greatest x, greatest y of the four outer corners. */
function boundsOf({ width, height, affine }: GeoBox): number[] {
  const corners = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ] as const
  const xs = corners.map(([column, row]) => affine.a * column + affine.b * row + affine.c)
  const ys = corners.map(([column, row]) => affine.d * column + affine.e * row + affine.f)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
