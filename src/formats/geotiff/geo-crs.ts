import type { Crs } from '../../geo/crs.js'
import type { GeoKeys } from './geo-keys.js'

/** The CRS that GeoKeys describe, or null where they name none. */
export function crsOfGeoKeys(keys: GeoKeys, _uri: string): Crs | null {
  const model = keys.get(1024)
  const kind = model === 2 ? 'geographic' : 'projected'
  const code = keys.get(model === 2 ? 2048 : 3072)
  if (typeof code !== 'number' || code >= 32767) return null
  return { epsg: code, name: `EPSG:${code}`, proj: `EPSG:${code}`, kind, metresPerUnit: kind === 'projected' ? 1 : 0, wkt: null }
}
