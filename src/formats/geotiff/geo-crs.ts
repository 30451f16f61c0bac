import { isRasterloomError } from '../../base/errors.js'
import type { Crs } from '../../geo/crs.js'
import { crsFromEpsg } from '../../geo/crs-parse.js'
import type { GeoKeys } from './geo-keys.js'

/** A CRS as read from GeoKeys, or why there is none although the file has keys for one. */
export interface ReadCrs {
  readonly crs: Crs | null
  readonly problem: string | null
}

const modelType = 1024
const geographicCode = 2048
const projectedCode = 3072
const userDefined = 32767

/** The CRS that GeoKeys describe. A CRS that cannot be computed is a problem to report, not a reason not to open the file. */
export function crsOfGeoKeys(keys: GeoKeys): ReadCrs {
  const code = keys.get(keys.get(modelType) === 2 ? geographicCode : projectedCode)
  if (typeof code !== 'number' || code === 0) return { crs: null, problem: null }
  if (code >= userDefined) return { crs: null, problem: 'its CRS is user-defined' }
  try {
    return { crs: crsFromEpsg(code), problem: null }
  } catch (error) {
    if (isRasterloomError(error)) return { crs: null, problem: error.message }
    throw error
  }
}
