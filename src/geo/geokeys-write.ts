import { CrsError } from '../base/errors.js'
import { type Crs, formatCrs } from './crs.js'
import { numberOf, type ProjDefinition, parseProjString } from './crs-proj-string.js'
import { wktOrNull } from './crs-text.js'
import { findEpsg, findGeographic } from './epsg.js'
import { geoKey, geoKeyWriters, linearUnitCodes, userDefined } from './geokeys-names.js'
import { verticalKeys } from './geokeys-vertical.js'
import { geographicKeys, type KeyValue } from './geokeys-write-base.js'
import { toWkt1 } from './wkt.js'

/** The three GeoTIFF tags that hold a CRS: 34735, 34736, 34737. */
export interface GeoKeyTags {
  readonly directory: number[]
  readonly doubles: number[]
  readonly ascii: string
}

/**
 * A CRS as GeoKeys (version 1.1.0, pixels are areas): its EPSG code; else its projection's parameters on a datum with the names that its WKT
 * has; else, for a projection that GeoKeys have no number for, its WKT as `ESRI PE String`, as GDAL does. The vertical part of a compound CRS
 * is kept. Throws `E_CRS` for what neither can say.
 */
export function geoKeysOf(crs: Crs): GeoKeyTags {
  const keys = new Map<number, KeyValue>([
    [geoKey.modelType, crs.kind === 'projected' ? 1 : 2],
    [geoKey.rasterType, 1],
    [geoKey.angularUnit, 9102],
  ])
  const definition = parseProjString(crs.proj)
  if (crs.epsg !== null) codeKeys(crs, crs.epsg, definition, keys)
  else userKeys(crs, definition, keys)
  for (const [key, value] of verticalKeys(crs)) keys.set(key, value)
  return packed(keys)
}

function codeKeys(crs: Crs, code: number, definition: ProjDefinition, keys: Map<number, KeyValue>): void {
  const found = findEpsg(code)
  const base = found === null || 'why' in found ? null : findGeographic(found.geographic)
  if (base !== null) keys.set(geoKey.geographicCitation, base.name)
  if (crs.kind === 'projected') {
    keys.set(geoKey.projectedCode, code).set(geoKey.citation, crs.name)
    unitKeys(definition, keys)
    return
  }
  keys.set(geoKey.geographicCode, crs.threeDimensional?.epsg ?? code).set(geoKey.semiMajor, { doubles: [definition.a] })
  if (definition.flattening !== 0) keys.set(geoKey.inverseFlattening, { doubles: [base?.inverseFlattening ?? 1 / definition.flattening] })
  else keys.set(geoKey.semiMinor, { doubles: [definition.a] })
}

function userKeys(crs: Crs, definition: ProjDefinition, keys: Map<number, KeyValue>): void {
  for (const [key, value] of geographicKeys(crs, definition)) keys.set(key, value)
  if (definition.projection === 'longlat') return
  const { parameters } = definition
  const writer = geoKeyWriters[writerName(definition, parameters)]
  if (writer === undefined || crs.kind === 'geographic' || isPseudoMercator(definition)) {
    textKeys(crs, definition, keys)
    return
  }
  keys.set(geoKey.projectedCode, userDefined).set(geoKey.conversionCode, userDefined).set(geoKey.citation, crs.name.replaceAll('|', ' '))
  unitKeys(definition, keys)
  if (definition.projection === 'utm') {
    // EPSG's codes of conversions: 16001 to 16060 are the UTM zones of the north, 16101 to 16160 of the south.
    keys.set(geoKey.conversionCode, (parameters.has('south') ? 16100 : 16000) + Number(parameters.get('zone')))
    return
  }
  const [method, places] = writer
  keys.set(geoKey.method, method)
  for (const [key, choice] of Object.entries(places)) {
    const isLength = choice === 'x_0' || choice === 'y_0'
    const value = chosen(choice, parameters, crs.proj) / (isLength ? definition.metresPerUnit : 1)
    keys.set(Number(key), { doubles: [value] })
  }
}

// What GeoKeys have no number for: the model is "user-defined", and a citation holds the whole text.
function textKeys(crs: Crs, definition: ProjDefinition, keys: Map<number, KeyValue>): void {
  const text = crs.kind === 'geographic' ? null : (toWkt1(crs) ?? wktOrNull(crs))
  if (text === null || /^(?:COMPD_CS|COMPOUNDCRS|BOUNDCRS)/.test(text)) throw cannot(crs, definition)
  keys.set(geoKey.modelType, userDefined).set(geoKey.citation, crs.name.replaceAll('|', ' '))
  keys.set(geoKey.projectedCitation, `ESRI PE String = ${text.replace(/\s*\n\s*/g, '')}`)
  unitKeys(definition, keys)
}

function unitKeys(definition: ProjDefinition, keys: Map<number, KeyValue>): void {
  const known = [...linearUnitCodes].find(([, metres]) => Math.abs(metres / definition.metresPerUnit - 1) < 1e-12)
  keys.set(geoKey.linearUnit, known?.[0] ?? userDefined)
  if (known === undefined) keys.set(geoKey.linearUnitSize, { doubles: [definition.metresPerUnit] })
}

function writerName({ projection, signs }: ProjDefinition, parameters: ReadonlyMap<string, string>): string {
  const scaled = parameters.has('k') || parameters.has('k_0')
  if (signs.join() !== '1,1') return 'no such method'
  if (projection === 'utm' || projection === 'etmerc') return 'tmerc'
  if (projection === 'lcc' && !parameters.has('lat_2') && parameters.get('lat_1') === parameters.get('lat_0')) return 'lcc1'
  // Two parallels and a scale (Michigan's) have no method.
  if (projection === 'lcc' && scaled) return 'no such method'
  if (projection === 'omerc') return !parameters.has('alpha') ? 'two points' : parameters.has('no_uoff') ? 'omercA' : 'omerc'
  if (projection === 'merc' && parameters.has('lat_ts')) return 'merc2'
  if (projection === 'stere' && Math.abs(Number(parameters.get('lat_0') ?? 0)) !== 90) return parameters.has('lat_ts') ? 'none' : 'oblique'
  return projection
}

// Web Mercator computes with a sphere on longitudes of an ellipsoid; only its code says so.
function isPseudoMercator(definition: ProjDefinition): boolean {
  return definition.projection === 'merc' && definition.text.includes('+nadgrids=@null')
}

function chosen(choice: string, parameters: ReadonlyMap<string, string>, text: string): number {
  for (const name of choice.split('|')) {
    if (/^\d+$/.test(name)) return Number(name)
    const value = numberOf(parameters, name, text)
    if (value !== undefined) return value
  }
  return 0
}

// Texts share one tag and end with a bar, doubles share another; keys stand in ascending order.
function packed(keys: ReadonlyMap<number, KeyValue>): GeoKeyTags {
  const doubles: number[] = []
  let ascii = ''
  const entries = [...keys].sort(([one], [other]) => one - other)
  // Revision 1.1 is what readers ask for before they believe a vertical CRS.
  const directory = [1, 1, keys.has(geoKey.verticalCode) ? 1 : 0, entries.length]
  for (const [key, value] of entries) {
    if (typeof value === 'number') directory.push(key, 0, 1, value)
    else if (typeof value === 'string') {
      const text = value.normalize('NFD').replace(/[^\x20-\x7e]/g, '')
      directory.push(key, 34737, text.length + 1, ascii.length)
      ascii += `${text}|`
    } else {
      directory.push(key, 34736, value.doubles.length, doubles.length)
      doubles.push(...value.doubles)
    }
  }
  return { directory, doubles, ascii }
}

function cannot(crs: Crs, definition: ProjDefinition): CrsError {
  return new CrsError(
    `"${formatCrs(crs)}" (+proj=${definition.projection}) has no EPSG code and cannot be written as GeoKeys: ` +
      'reproject to a CRS with an EPSG code, or write Zarr, which keeps its definition',
  )
}
