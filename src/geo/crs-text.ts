import { CrsError } from '../base/errors.js'
import type { JsonObject } from '../base/json-type.js'
import type { Crs } from './crs.js'
import { recordOf, wktTree } from './crs-build.js'
import { projJsonOf } from './crs-projjson-write.js'
import { formatWktTree } from './crs-wkt-tree.js'
import type { AreaOfUse } from './epsg.js'
import { toWkt1 } from './wkt.js'

/** Dialects of WKT that are written. */
export type WktVersion = 'WKT2:2019' | 'WKT1-GDAL'

/**
 * A CRS as WKT, with names and codes where the table has them and with both parts of a compound CRS. A three-dimensional CRS (EPSG:4979) has
 * its three axes in WKT 2; WKT 1 has no words for them and says its horizontal part. Throws `E_CRS` for a projection that
 * the dialect has no name for.
 */
export function toWkt(crs: Crs, version: WktVersion = 'WKT2:2019'): string {
  if (version === 'WKT2:2019') return formatWktTree(wktTree(crs))
  if (version !== 'WKT1-GDAL') throw new CrsError(`WKT version "${String(version)}" is not known; known are "WKT2:2019" and "WKT1-GDAL"`)
  const text = toWkt1(crs)
  if (text === null) throw new CrsError(`"${crs.name}" cannot be said in WKT 1; "WKT2:2019" can`)
  if (crs.vertical === undefined || text.startsWith('COMPD_CS')) return text
  const { name, epsg, datum, axis } = crs.vertical
  const code = epsg === null ? '' : `,AUTHORITY["EPSG","${epsg}"]`
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`
  const vertical = `VERT_CS[${quoted(name)},VERT_DATUM[${quoted(datum)},2005],UNIT[${quoted(axis.unit)},${axis.metresPerUnit}],AXIS["${axis.direction === 'down' ? 'Depth",DOWN' : 'Gravity-related height",UP'}]${code}]`
  return `COMPD_CS[${quoted(`${crs.name} + ${name}`)},${text},${vertical}]`
}

/** The same, or null where WKT has no name for the projection. */
export function wktOrNull(crs: Crs, version?: WktVersion): string | null {
  try {
    return toWkt(crs, version)
  } catch (error) {
    if (error instanceof CrsError) return null
    throw error
  }
}

/** A CRS as PROJJSON. Throws `E_CRS` for a projection that WKT 2 has no name for. */
export function toProjJson(crs: Crs): JsonObject {
  return projJsonOf(wktTree(crs))
}

/** A CRS as a PROJ string with its datum shift. Grads are written `+units=grad`, which only this library reads. */
export function toProj(crs: Crs): string {
  return `${crs.proj} +no_defs`
}

/** Where a CRS is meant to be used, in degrees; null for one without a code. */
export function areaOfUse(crs: Crs): AreaOfUse | null {
  return recordOf(crs)?.area ?? null
}
