import type { JsonObject } from '../../base/json.js'
import { gcpsAttribute } from '../../geo/gcp.js'
import { geoKey } from '../../geo/geokeys-names.js'
import { geoKeysOf } from '../../geo/geokeys-write.js'
import type { ArraySpec } from '../../graph/spec.js'
import { ownGcps } from './cog-gcps.js'
import { inOwnPlace } from './gdal-metadata.js'

/** What a COG will not hold of an array, or will say in a way that not every reader knows; one sentence each. Throws `E_CRS` for a CRS that GeoKeys cannot say. */
export function cogNotes({ attrs, geobox }: ArraySpec): string[] {
  return [...crsNotes(geobox, attrs), ...gcpNotes(geobox, attrs), ...attributeNotes(attrs)]
}

function crsNotes(geobox: ArraySpec['geobox'], attrs: JsonObject): string[] {
  const problem = attrs.crs_problem
  if (geobox === null || geobox.crs === null) {
    return typeof problem === 'string' ? [`the source's CRS could not be read, so the file has none: ${problem}`] : []
  }
  const { directory } = geoKeysOf(geobox.crs)
  if (directory[directory.indexOf(geoKey.modelType, 4) + 3] !== 32767) return []
  return [
    `GeoKeys have no number for the projection of "${geobox.crs.name}": it is written as text (ESRI PE String), which not every reader knows`,
  ]
}

function gcpNotes(geobox: ArraySpec['geobox'], attrs: JsonObject): string[] {
  if (geobox === null || !(gcpsAttribute in attrs) || geobox.crs !== null || ownGcps(geobox, attrs) !== null) return []
  return ['ground control points count in pixels of the source, which these no longer are: they are left out']
}

function attributeNotes(attrs: JsonObject): string[] {
  const left = Object.keys(attrs).filter((name) => !inOwnPlace(name) && typeof attrs[name] === 'object')
  return left.length === 0 ? [] : [`attributes that are no text, number or boolean are left out: ${left.join(', ')}`]
}
