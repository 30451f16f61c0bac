import { isRasterloomError } from '../../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import type { Crs } from '../../geo/crs.js'
import { isMappingAttribute, projOfGridMapping } from '../../geo/crs-cf.js'
import { crsFromEpsg, parseCrs } from '../../geo/crs-parse.js'
import { gdalCrsTexts, ownCrs } from './spatial-ref.js'
import type { ZarrStore } from './store.js'
import type { StoredArray } from './stored-array.js'

/** What a store says of an array's CRS. */
export interface StatedCrs {
  readonly crs: Crs | null
  /** Why a CRS that is stated could not be taken, for people; null where all is well, or none is stated. */
  readonly problem: string | null
}

/**
 * The CRS as we wrote it, else the first text that can be read (codes before WKT, because a code is exact), else that of the parameters of CF. `units`
 * are those of the labels along x. Pixels can be read without one.
 */
export function statedCrs(store: ZarrStore, array: StoredArray, mapping: StoredArray | null, units: string | null): StatedCrs {
  const own = mapping === null ? null : ownCrs(mapping.attributes)
  if (own !== null) return { crs: own, problem: null }
  let problem: string | null = null
  const readers = [...textsOf(store, array, mapping).map((text) => () => parseCrs(text)), () => cfCrs(mapping?.attributes ?? {}, units)]
  for (const read of readers) {
    try {
      const crs = read()
      if (crs !== null) return { crs, problem: null }
    } catch (error) {
      if (!isRasterloomError(error) || error.code !== 'E_CRS') throw error
      problem ??= error.message
    }
  }
  return { crs: null, problem }
}

function textsOf(store: ZarrStore, array: StoredArray, mapping: StoredArray | null): string[] {
  const texts: readonly (Json | undefined)[] = [
    array.attributes['proj:code'],
    store.attributes['proj:code'],
    mapping?.attributes.crs_wkt,
    mapping?.attributes.spatial_ref,
    array.attributes['proj:wkt2'],
    store.attributes['proj:wkt2'],
    ...[array, store]
      .map(({ attributes }) => attributes['proj:projjson'])
      .map((json) => (isJsonObject(json) ? JSON.stringify(json) : json)),
    ...gdalCrsTexts(array.attributes._CRS),
  ]
  return texts.filter((text) => typeof text === 'string' && text.trim() !== '') as string[]
}

const metres = ['m', 'meter', 'meters', 'metre', 'metres', '1']

/** The CRS of the parameters of CF, lengths in metres. Null without a mapping. Throws `E_CRS`. */
function cfCrs(mapping: JsonObject, units: string | null): Crs | null {
  const name = mapping.grid_mapping_name
  if (typeof name !== 'string') return null
  const known = Object.entries(mapping).filter(([key]) => isMappingAttribute(name, key))
  if (name === 'latitude_longitude' && known.every(([key]) => key === 'grid_mapping_name')) return crsFromEpsg(4326)
  const proj = projOfGridMapping({ ...Object.fromEntries(known), grid_mapping_name: name })
  const isLinear = !/longlat|ob_tran/.test(proj)
  if (!isLinear || units === null || metres.includes(units.toLowerCase())) return parseCrs(proj)
  // Parameters are in the units of the labels (angles of view of a satellite, kilometres): what they mean in metres is not reckoned here.
  return parseCrs(`grid mapping "${name}" with labels in ${units}`)
}
