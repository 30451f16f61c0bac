import type { JsonObject } from '../../base/json.js'
import { gcpsAttribute } from '../../geo/gcp.js'
import { geoKey } from '../../geo/geokeys-names.js'
import { geoKeysOf } from '../../geo/geokeys-write.js'
import { geolocationAttribute } from '../../geo/geolocation.js'
import { asNotes, asWarnings, type Remark } from '../../graph/remark.js'
import type { ArraySpec } from '../../graph/spec.js'
import { ownGcps } from './cog-gcps.js'
import { inOwnPlace } from './gdal-metadata.js'

/** What a COG will not hold of an array, or will say in a way that not every reader knows; one sentence each. Throws `E_CRS` for a CRS that GeoKeys cannot say. */
export function cogNotes({ attrs, geobox }: ArraySpec): Remark[] {
  return [...crsRemarks(geobox, attrs), ...asNotes([...gcpNotes(geobox, attrs), ...attributeNotes(attrs)])]
}

function crsRemarks(geobox: ArraySpec['geobox'], attrs: JsonObject): Remark[] {
  const problem = attrs.crs_problem
  if (geobox?.crs === null && geolocationAttribute in attrs)
    return asWarnings([
      'latitudes and longitudes of its pixels place the array, which a GeoTIFF does not hold: the file has no place on earth. Reproject it first',
    ])
  if (geobox === null || geobox.crs === null) {
    return typeof problem === 'string' ? asWarnings([`the source's CRS could not be read, so the file has none: ${problem}`]) : []
  }
  const { directory } = geoKeysOf(geobox.crs)
  const doubts = asWarnings(geobox.crs.warnings ?? [])
  if (directory[directory.indexOf(geoKey.modelType, 4) + 3] !== 32767) return doubts
  const text = `GeoKeys have no number for the projection of "${geobox.crs.name}": it is written as text (ESRI PE String), which not every reader knows`
  return [...doubts, { kind: 'note', text }]
}

function gcpNotes(geobox: ArraySpec['geobox'], attrs: JsonObject): string[] {
  if (geobox === null || !(gcpsAttribute in attrs) || geobox.crs !== null || ownGcps(geobox, attrs) !== null) return []
  return ['ground control points count in pixels of the source, which these no longer are: they are left out']
}

function attributeNotes(attrs: JsonObject): string[] {
  const left = Object.keys(attrs).filter((name) => !inOwnPlace(name) && name !== geolocationAttribute && typeof attrs[name] === 'object')
  return left.length === 0 ? [] : [`attributes that are no text, number or boolean are left out: ${left.join(', ')}`]
}
