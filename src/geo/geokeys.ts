import { CrsError } from '../base/errors.js'
import { type Crs, crsFromProj } from './crs.js'
import { crsFromEpsg } from './crs-parse.js'
import { readWkt } from './crs-wkt.js'
import { methodWords } from './crs-wkt-methods.js'
import { findEpsg } from './epsg.js'
import { angularUnitCodes, geoKey, geoKeyMethods, geoKeyParameters, linearUnitCodes, userDefined } from './geokeys-names.js'

/** GeoKeys by number: shorts, doubles (or lists of them) and texts without their closing bar. */
export type GeoKeys = ReadonlyMap<number, number | string | readonly number[]>

/**
 * The CRS that GeoKeys describe: an EPSG code, Esri's WKT in a citation, or a user-defined projection from its parameters. Of a compound
 * CRS it is the horizontal part; null where the keys name no CRS. Throws `E_CRS`, naming the keys, for what is not understood.
 */
export function crsFromGeoKeys(keys: GeoKeys): Crs | null {
  const model = numberOf(keys, geoKey.modelType)
  const projected = numberOf(keys, geoKey.projectedCode)
  const geographic = numberOf(keys, geoKey.geographicCode)
  const isProjected = model === 1 || (model !== 2 && projected !== null)
  if (model === 3) throw failure(keys, 'a geocentric model (GTModelType 3) is not a map CRS')
  const code = isProjected ? projected : geographic
  if (code !== null && code > 0 && code < userDefined) return crsFromEpsg(code)
  const wkt = esriText(keys)
  if (wkt !== null) {
    const read = readWkt(wkt)
    return read.code === null ? crsFromProj(read.toProj(), read.name, wkt) : crsFromEpsg(read.code)
  }
  if (code !== userDefined && !keys.has(geoKey.method)) return null
  const name = citation(keys) ?? 'user-defined'
  return crsFromProj(isProjected ? projectedWords(keys) : `+proj=longlat${datumWords(keys)}`, name)
}

function projectedWords(keys: GeoKeys): string {
  const unit = linearUnit(keys)
  const unitWord = unit === 1 ? '' : ` +to_meter=${unit}`
  const utm = utmWords(numberOf(keys, geoKey.conversionCode))
  if (utm !== null) return utm + datumWords(keys) + unitWord
  const number = numberOf(keys, geoKey.method)
  const method = number === null ? undefined : geoKeyMethods.get(number)
  const toWords = method === undefined ? null : methodWords(method)
  if (toWords === null) throw failure(keys, `the projection method (ProjMethod) ${number ?? 'that it lacks'} is not supported`)
  const angle = angularUnit(keys)
  const parameters = new Map<string, number>()
  for (const [key, parameter] of geoKeyParameters) {
    const value = numberOf(keys, key)
    if (value === null || parameters.has(parameter)) continue
    const scale = parameter === 'k' ? 1 : parameter === 'x_0' || parameter === 'y_0' ? unit : angle
    parameters.set(parameter, value * scale)
  }
  const words = toWords(parameters)
  if (words === null) throw failure(keys, `${method} with these parameters cannot be computed`)
  return words + datumWords(keys) + unitWord
}

// EPSG's codes of conversions: 16001 to 16060 are the UTM zones of the north, 16101 to 16160 of the south.
function utmWords(conversion: number | null): string | null {
  if (conversion === null) return null
  const zone = conversion % 100
  if (zone < 1 || zone > 60 || (conversion - zone !== 16000 && conversion - zone !== 16100)) return null
  return `+proj=utm +zone=${zone}${conversion > 16100 ? ' +south' : ''}`
}

function datumWords(keys: GeoKeys): string {
  const code = numberOf(keys, geoKey.geographicCode)
  if (code !== null && code > 0 && code < userDefined) {
    const found = findEpsg(code)
    if (found === null || 'why' in found) throw failure(keys, `the geographic CRS EPSG:${code} is not supported`)
    return found.proj.replace('+proj=longlat', '')
  }
  const a = numberOf(keys, geoKey.semiMajor)
  const inverse = numberOf(keys, geoKey.inverseFlattening)
  const b = numberOf(keys, geoKey.semiMinor)
  if (a === null) throw failure(keys, 'the geographic CRS has neither a code (2048) nor an ellipsoid (2057)')
  const shape = inverse === null || inverse === 0 ? ` +a=${a} +b=${b ?? a}` : ` +a=${a} +rf=${inverse}`
  const meridian = numberOf(keys, geoKey.primeMeridian) ?? 0
  const shift = keys.get(geoKey.toWgs84)
  const towgs84 = Array.isArray(shift) ? ` +towgs84=${shift.join(',')}` : ''
  return `${shape}${meridian === 0 ? '' : ` +pm=${meridian * angularUnit(keys)}`}${towgs84}`
}

function linearUnit(keys: GeoKeys): number {
  const code = numberOf(keys, geoKey.linearUnit) ?? 9001
  const metres = code === userDefined ? numberOf(keys, geoKey.linearUnitSize) : linearUnitCodes.get(code)
  if (typeof metres !== 'number' || !(metres > 0)) throw failure(keys, `the linear unit (3076) ${code} is not known`)
  return metres
}

function angularUnit(keys: GeoKeys): number {
  const code = numberOf(keys, geoKey.angularUnit) ?? 9102
  const size = numberOf(keys, geoKey.angularUnitSize)
  const degrees = code === userDefined && size !== null ? (size * 180) / Math.PI : angularUnitCodes.get(code)
  if (degrees === undefined) throw failure(keys, `the angular unit (2054) ${code} is not known`)
  return degrees
}

function esriText(keys: GeoKeys): string | null {
  for (const key of [geoKey.projectedCitation, geoKey.citation, geoKey.geographicCitation]) {
    const text = /ESRI PE String = (.*)$/s.exec(String(keys.get(key) ?? ''))?.[1]
    if (text !== undefined) return text.replace(/\|+$/, '')
  }
  return null
}

function citation(keys: GeoKeys): string | null {
  for (const key of [geoKey.projectedCitation, geoKey.citation]) {
    const text = keys.get(key)
    if (typeof text === 'string' && text !== '' && text !== 'unknown') return text.split('|')[0] as string
  }
  return null
}

function numberOf(keys: GeoKeys, key: number): number | null {
  const value = keys.get(key)
  const first = typeof value === 'object' ? value[0] : value
  return typeof first === 'number' && Number.isFinite(first) ? first : null
}

function failure(keys: GeoKeys, why: string): CrsError {
  const listed = [...keys].filter(([, value]) => typeof value === 'number').map(([key, value]) => `${key}=${value}`)
  return new CrsError(`cannot read the CRS of GeoKeys ${listed.join(', ')}: ${why}`)
}
