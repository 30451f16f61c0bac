import { UsageError } from '../../base/errors.js'
import type { Json, JsonObject } from '../../base/json.js'
import { type GeoBox, parseGeoBox } from '../../geo/geobox.js'
import { oneOf, paramsObject } from '../../graph/params.js'

/** How pixels are made where inputs overlap. */
export const mosaicMethods = ['first', 'last', 'min', 'max', 'mean', 'count'] as const

/** One of {@link mosaicMethods}. */
export type MosaicMethod = (typeof mosaicMethods)[number]

/** Params of a mosaic: the method, and the grid to fill (null: the smallest on the first input's lattice that holds all inputs). */
export type MosaicParams = { readonly method: MosaicMethod; readonly geobox: (GeoBox & JsonObject) | null }

/** Reads the params. Throws `E_USAGE`, `E_GRID`. */
export function parseMosaicParams(params: Json): MosaicParams {
  const { method, geobox = null } = paramsObject('mosaic', params, ['method', 'geobox'])
  if (method === undefined) throw new UsageError(`mosaic: method is missing; give one of ${mosaicMethods.join(', ')}`)
  return {
    method: oneOf('mosaic', 'method', method, mosaicMethods, 'first'),
    geobox: geobox === null ? null : (parseGeoBox(geobox) as MosaicParams['geobox']),
  }
}
