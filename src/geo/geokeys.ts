import { type Crs, crsFromProj } from './crs.js'
import { crsFromEpsg, withHeights, withVertical } from './crs-parse.js'
import { readWkt } from './crs-wkt.js'
import { methodWords } from './crs-wkt-methods.js'
import { findEpsg, findVertical } from './epsg.js'
import { angularUnit, geographicWkt, plainGeographicCode } from './geokeys-base.js'
import { geoKey, geoKeyMethods, geoKeyParameters, linearUnitCodes, userDefined } from './geokeys-names.js'
import { type GeoKeys, geoKeyFailure, keyCode, keyNumber, keyText } from './geokeys-values.js'
import { compoundWkt, verticalWkt } from './geokeys-vertical.js'
import { toWkt1 } from './wkt.js'

export type { GeoKeys } from './geokeys-values.js'

/**
 * The CRS that GeoKeys describe: an EPSG code, Esri's WKT in a citation, or a user-defined projection from its parameters; its `wkt` keeps the
 * names of datum, ellipsoid and prime meridian where no code does, and the vertical part of a compound CRS. Null where the keys name no CRS.
 * Throws `E_CRS`, naming the keys, for what is not understood.
 */
export function crsFromGeoKeys(keys: GeoKeys): Crs | null {
  const horizontal = horizontalCrs(keys)
  const vertical = horizontal === null ? null : verticalWkt(keys)
  if (horizontal === null || vertical === null) return horizontal
  const text = toWkt1(horizontal)
  if (text === null || /^COMPD_CS/.test(text)) return horizontal
  const wkt = compoundWkt(keyText(keys, geoKey.citation) ?? horizontal.name, text, vertical)
  const heights = readWkt(wkt).vertical
  if (heights === null) return horizontal
  const isKnown = heights.epsg !== null && findVertical(heights.epsg) !== null
  return isKnown ? withVertical({ ...horizontal, wkt }, heights.epsg as number) : withHeights({ ...horizontal, wkt }, heights)
}

function horizontalCrs(keys: GeoKeys): Crs | null {
  const model = keyNumber(keys, geoKey.modelType)
  const projected = keyNumber(keys, geoKey.projectedCode)
  const geographic = keyNumber(keys, geoKey.geographicCode)
  const isProjected = model === 1 || (model !== 2 && projected !== null)
  if (model === 3) throw geoKeyFailure(keys, 'a geocentric model (GTModelType 3) is not a map CRS')
  const code = isProjected ? projected : geographic
  if (isProjected && code !== null && code > 0 && code < userDefined) return crsFromEpsg(code)
  const wkt = esriText(keys)
  if (wkt !== null) {
    const read = readWkt(wkt)
    return read.code === null ? crsFromProj(read.toProj(), read.name, wkt) : crsFromEpsg(read.code)
  }
  if (isProjected) return code !== userDefined && !keys.has(geoKey.method) ? null : userProjected(keys)
  const plain = plainGeographicCode(keys)
  if (plain !== null) return crsFromEpsg(plain)
  return code === null || code <= 0 ? null : userGeographic(keys)
}

function userGeographic(keys: GeoKeys): Crs {
  const degrees = angularUnit(keys)
  if (Math.abs(degrees - 1) > 1e-9) {
    throw geoKeyFailure(keys, `its coordinates are in units of ${degrees} degrees (2054); only degrees are supported`)
  }
  const wkt = geographicWkt(keys)
  const code = baseCode(keys, wkt)
  const read = readWkt(wkt)
  return code === null ? crsFromProj(read.toProj(), read.name, wkt) : crsFromEpsg(code)
}

/** Code of the geographic CRS that the keys mean, by code or by names, where they do not change its definition. */
function baseCode(keys: GeoKeys, base: string): number | null {
  return plainGeographicCode(keys) ?? (keyCode(keys, geoKey.geographicCode) === null ? readWkt(base).code : null)
}

function userProjected(keys: GeoKeys): Crs {
  const { plane, unit } = planeWords(keys)
  const base = geographicWkt(keys)
  const code = baseCode(keys, base)
  const datum = code === null ? wordsOf(base) : wordsOfCode(keys, code)
  const crs = crsFromProj(plane + datum + unit, citation(keys) ?? 'user-defined')
  const text = toWkt1(crs)
  return text === null ? crs : { ...crs, wkt: withBase(text, base) }
}

/** WKT 1 of a projected CRS with another geographic CRS in it. */
function withBase(text: string, base: string): string {
  const start = text.indexOf('GEOGCS[')
  let depth = 0
  let quoted = false
  for (let at = start; at < text.length; at++) {
    const mark = text[at]
    if (mark === '"') quoted = !quoted
    else if (!quoted && mark === '[') depth++
    else if (!quoted && mark === ']' && --depth === 0) return text.slice(0, start) + base + text.slice(at + 1)
  }
  return text
}

function wordsOf(base: string): string {
  return readWkt(base).toProj().replace('+proj=longlat', '')
}

function wordsOfCode(keys: GeoKeys, code: number): string {
  const found = findEpsg(code)
  if (found === null || 'why' in found) throw geoKeyFailure(keys, `the geographic CRS EPSG:${code} is not supported`)
  return found.proj.replace('+proj=longlat', '')
}

function planeWords(keys: GeoKeys): { readonly plane: string; readonly unit: string } {
  const metres = linearUnit(keys)
  const unit = metres === 1 ? '' : ` +to_meter=${metres}`
  const utm = utmWords(keyNumber(keys, geoKey.conversionCode))
  if (utm !== null) return { plane: utm, unit }
  const number = keyNumber(keys, geoKey.method)
  const method = number === null ? undefined : geoKeyMethods.get(number)
  const toWords = method === undefined ? null : methodWords(method)
  if (toWords === null) throw geoKeyFailure(keys, `the projection method (ProjMethod) ${number ?? 'that it lacks'} is not supported`)
  const angle = angularUnit(keys)
  const parameters = new Map<string, number>()
  for (const [key, parameter] of geoKeyParameters) {
    const value = keyNumber(keys, key)
    if (value === null || parameters.has(parameter)) continue
    const scale = parameter === 'k' ? 1 : parameter === 'x_0' || parameter === 'y_0' ? metres : angle
    parameters.set(parameter, value * scale)
  }
  const words = toWords(parameters)
  if (words === null) throw geoKeyFailure(keys, `${method} with these parameters cannot be computed`)
  return { plane: words, unit }
}

// EPSG's codes of conversions: 16001 to 16060 are the UTM zones of the north, 16101 to 16160 of the south.
function utmWords(conversion: number | null): string | null {
  if (conversion === null) return null
  const zone = conversion % 100
  if (zone < 1 || zone > 60 || (conversion - zone !== 16000 && conversion - zone !== 16100)) return null
  return `+proj=utm +zone=${zone}${conversion > 16100 ? ' +south' : ''}`
}

function linearUnit(keys: GeoKeys): number {
  const code = keyNumber(keys, geoKey.linearUnit) ?? 9001
  const metres = code === userDefined ? keyNumber(keys, geoKey.linearUnitSize) : linearUnitCodes.get(code)
  if (typeof metres !== 'number' || !(metres > 0)) throw geoKeyFailure(keys, `the linear unit (3076) ${code} is not known`)
  return metres
}

function esriText(keys: GeoKeys): string | null {
  for (const key of [geoKey.projectedCitation, geoKey.citation, geoKey.geographicCitation]) {
    const text = /ESRI PE String = (.*)$/s.exec(String(keys.get(key) ?? ''))?.[1]
    if (text !== undefined) return withoutBars(text)
  }
  return null
}

/** A pattern would look at every run of bars from each of its bars. */
function withoutBars(text: string): string {
  let end = text.length
  while (text[end - 1] === '|') end--
  return text.slice(0, end)
}

function citation(keys: GeoKeys): string | null {
  for (const key of [geoKey.projectedCitation, geoKey.citation]) {
    const text = keys.get(key)
    if (typeof text !== 'string' || text === '' || text === 'unknown') continue
    const first = text.split('|')[0] as string
    return /^PCS Name = /.test(first) ? first.slice(11).replaceAll('_', ' ') : first
  }
  return null
}
