import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import { toGdal } from '../../geo/affine.js'
import { type Crs, checkedCrs } from '../../geo/crs.js'
import { crsFromEpsg } from '../../geo/crs-parse.js'
import { wktOrNull } from '../../geo/crs-text.js'
import { findEpsg } from '../../geo/epsg.js'
import { boundsOf, type GeoBox } from '../../geo/geobox.js'
import type { ArraySpec } from '../../graph/spec.js'
import { gridMappingName, ownCrsName } from './attribute-names.js'
import { cfParameters } from './cf-grid-mapping.js'

/**
 * Attributes of the grid mapping variable: the CRS as WKT and by CF's parameters, each where it can say it, and the affine in GDAL's order
 * (c a b f d e). A CRS that its EPSG code does not give back to the letter stands beside them as we have it.
 */
export function gridMappingAttributes({ crs, affine }: GeoBox): JsonObject {
  const place = { GeoTransform: toGdal(affine).map(String).join(' ') }
  if (crs === null) return place
  const wkt = wktOrNull(crs)
  const text = wkt === null ? {} : { crs_wkt: wkt, spatial_ref: wkt }
  const own = isItsCode(crs) ? {} : { [ownCrsName]: canonicalJson(crsJson(crs)) }
  return { ...cfParameters(crs), ...text, ...place, ...own }
}

/** Whether reading a CRS's EPSG code gives exactly this value. */
function isItsCode(crs: Crs): boolean {
  if (crs.epsg === null) return false
  const found = findEpsg(crs.epsg)
  if (found === null || 'why' in found) return false
  return canonicalJson(crsJson(crsFromEpsg(crs.epsg))) === canonicalJson(crsJson(crs))
}

function crsJson(crs: Crs): JsonObject {
  return JSON.parse(JSON.stringify(crs)) as JsonObject
}

/**
 * The CRS value that we wrote into a grid mapping; null where there is none, or somebody has changed the WKT beside it since.
 */
export function ownCrs(attributes: JsonObject): Crs | null {
  const text = attributes[ownCrsName]
  if (typeof text !== 'string') return null
  try {
    const crs = checkedCrs(JSON.parse(text))
    return (wktOrNull(crs) ?? undefined) === attributes.crs_wkt ? crs : null
  } catch {
    return null
  }
}

/** Attributes of the data array by the `proj:` and `spatial:` conventions for Zarr, and the name of its grid mapping. None without a geobox. */
export function spatialAttributes({ geobox, dims }: Pick<ArraySpec, 'geobox' | 'dims'>): JsonObject {
  if (geobox === null || !dims.includes('y') || !dims.includes('x')) return {}
  const { a, b, c, d, e, f } = geobox.affine
  const { left, bottom, right, top } = boundsOf(geobox)
  return {
    grid_mapping: gridMappingName,
    // Makes xarray take the grid mapping for a coordinate, not for a second variable.
    coordinates: gridMappingName,
    ...gdalCrs(geobox.crs),
    ...crsAttributes(geobox.crs),
    'spatial:dimensions': ['y', 'x'],
    'spatial:shape': [geobox.height, geobox.width],
    'spatial:transform': [a, b, c, d, e, f],
    'spatial:bbox': [left, bottom, right, top],
  }
}

/** The CRS by the convention `proj:`: its code where it has one. */
export function crsAttributes(crs: Crs | null): JsonObject {
  const epsg = crs?.threeDimensional?.epsg ?? crs?.epsg ?? null
  return epsg === null ? {} : { 'proj:code': `EPSG:${epsg}` }
}

/** The CRS as GDAL's driver for Zarr looks for it: the WKT, and the code where there is one. */
function gdalCrs(crs: Crs | null): JsonObject {
  const wkt = crs === null ? null : wktOrNull(crs)
  if (crs === null || wkt === null) return {}
  const url = crs.epsg === null ? {} : { url: `http://www.opengis.net/def/crs/EPSG/0/${crs.epsg}` }
  return { _CRS: { ...url, wkt } }
}

/** The texts of `_CRS` as GDAL writes it, those that are exact first. */
export function gdalCrsTexts(value: Json | undefined): readonly string[] {
  if (!isJsonObject(value)) return []
  const code = typeof value.url === 'string' ? /\/EPSG\/[^/]*\/(\d+)$/.exec(value.url)?.[1] : undefined
  const { wkt, projjson } = value
  return [
    ...(code === undefined ? [] : [`EPSG:${code}`]),
    ...(typeof wkt === 'string' ? [wkt] : []),
    ...(isJsonObject(projjson) ? [JSON.stringify(projjson)] : []),
  ]
}
