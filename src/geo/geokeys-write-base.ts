import type { Crs } from './crs.js'
import { ellipsoids } from './crs-proj-names.js'
import type { ProjDefinition } from './crs-proj-string.js'
import { childOf, codeOf, nameOf, numberAt, parseWktTree, type WktNode } from './crs-wkt-tree.js'
import { type EpsgGeographic, findGeographic } from './epsg.js'
import { geoKey, userDefined } from './geokeys-names.js'
import { geographicOfNames } from './geokeys-registry.js'

/** What one GeoKey holds: a short, a text, or doubles. */
export type KeyValue = number | string | { readonly doubles: readonly number[] }

/** What is said of the geographic CRS below a CRS without a code. */
interface Base {
  readonly code: number | null
  readonly name: string
  readonly datum: string
  readonly datumCode: number | null
  readonly ellipsoid: string
  readonly ellipsoidCode: number | null
  readonly a: number
  /** Inverse flattening, 0 for a sphere. */
  readonly inverse: number
  readonly meridian: string
  readonly meridianDegrees: number
  readonly meridianCode: number | null
  readonly towgs84: readonly number[] | null
}

const geographicKeywords = ['GEOGCS', 'GEOGCRS', 'GEOGRAPHICCRS', 'BASEGEOGCRS', 'GEODCRS', 'BASEGEODCRS', 'GEODETICCRS']

/**
 * The GeoKeys of the geographic CRS below a CRS without a code: its own EPSG code where its WKT names one or means one; else names in GDAL's
 * citation (`GCS Name = ...|Datum = ...|Ellipsoid = ...|Primem = ...|`), codes of datum and ellipsoid where they are known, the axes, the
 * prime meridian, and a shift to WGS 84 where one is written.
 */
export function geographicKeys(crs: Crs, definition: ProjDefinition): ReadonlyMap<number, KeyValue> {
  const base = (crs.wkt === null ? null : baseOfWkt(crs.wkt)) ?? baseOfProj(crs, definition)
  const known = base.code === null ? geographicOfNames(base.name, base.datum, base.datumCode) : findGeographic(base.code)
  const isKnown = known !== null && isSame(known, base)
  const keys = new Map<number, KeyValue>()
  if (base.code !== null || isKnown) {
    keys.set(geoKey.geographicCode, base.code ?? known?.code ?? userDefined).set(geoKey.geographicCitation, known?.name ?? base.name)
    return isKnown ? keys : axisKeys(base, keys)
  }
  const said = [
    ['GCS Name', base.name],
    ['Datum', base.datum],
    ['Ellipsoid', base.ellipsoid],
    ['Primem', base.meridian],
  ]
  keys.set(geoKey.geographicCode, userDefined).set(geoKey.datumCode, base.datumCode ?? userDefined)
  keys.set(geoKey.geographicCitation, `${said.map(([label, name]) => `${label} = ${name?.replaceAll('|', ' ')}`).join('|')}|`)
  keys.set(geoKey.ellipsoidCode, base.ellipsoidCode ?? userDefined)
  keys.set(geoKey.primeMeridian, { doubles: [base.meridianDegrees] })
  if (base.towgs84 !== null) keys.set(geoKey.toWgs84, { doubles: base.towgs84 })
  return axisKeys(base, keys)
}

function axisKeys({ a, inverse }: Base, keys: Map<number, KeyValue>): Map<number, KeyValue> {
  keys.set(geoKey.semiMajor, { doubles: [a] })
  return inverse === 0 ? keys.set(geoKey.semiMinor, { doubles: [a] }) : keys.set(geoKey.inverseFlattening, { doubles: [inverse] })
}

function isSame(known: EpsgGeographic, { a, inverse, meridianDegrees }: Base): boolean {
  const flat = (value: number): number => (value === 0 ? 0 : 1 / value)
  return (
    Math.abs(known.semiMajor / a - 1) < 1e-8 &&
    Math.abs(flat(known.inverseFlattening) - flat(inverse)) < 1e-10 &&
    Math.abs(known.meridianDegrees - meridianDegrees) < 1e-8
  )
}

function baseOfWkt(wkt: string): Base | null {
  const node = geographicNode(parseWktTree(wkt))
  const datum = node === null ? undefined : childOf(node, 'DATUM', 'ENSEMBLE', 'TRF', 'GEODETICDATUM')
  const ellipsoid = datum === undefined ? undefined : childOf(datum, 'SPHEROID', 'ELLIPSOID')
  if (node === null || datum === undefined || ellipsoid === undefined) return null
  const prime = childOf(node, 'PRIMEM', 'PRIMEMERIDIAN')
  const unit = numberAt(childOf(ellipsoid, 'LENGTHUNIT', 'UNIT'), 1)
  const primeUnit = numberAt(prime === undefined ? undefined : childOf(prime, 'ANGLEUNIT', 'UNIT'), 1)
  const primeDegrees = (numberAt(prime, 1) || 0) * (Number.isNaN(primeUnit) ? 1 : (primeUnit * 180) / Math.PI)
  const shift = childOf(datum, 'TOWGS84')?.values.map(Number) ?? null
  return {
    code: codeOf(node),
    name: nameOf(node) || 'unknown',
    datum: nameOf(datum) || 'unknown',
    datumCode: codeOf(datum),
    ellipsoid: nameOf(ellipsoid) || 'unknown',
    ellipsoidCode: codeOf(ellipsoid),
    a: numberAt(ellipsoid, 1) * (Number.isNaN(unit) ? 1 : unit),
    inverse: numberAt(ellipsoid, 2),
    meridian: nameOf(prime) || 'Greenwich',
    meridianDegrees: primeDegrees,
    meridianCode: prime === undefined ? null : codeOf(prime),
    towgs84: shift?.every(Number.isFinite) === true ? shift : null,
  }
}

function geographicNode(root: WktNode): WktNode | null {
  if (geographicKeywords.includes(root.keyword)) return root
  for (const child of root.children) {
    const found = geographicNode(child)
    if (found !== null) return found
  }
  return null
}

/** Names as GDAL gives them to a PROJ string: a datum "Unknown based on GRS 1980 ellipsoid", where it names a known ellipsoid. */
function baseOfProj(crs: Crs, definition: ProjDefinition): Base {
  const { a, flattening, primeMeridian, towgs84, text } = definition
  const inverse = flattening === 0 ? 0 : Number((1 / flattening).toPrecision(15))
  const wgs84 = /\+datum=WGS84\b/.test(text) ? findGeographic(4326) : null
  const named = /\+ellps=(\S+)/.exec(text)?.[1]
  const ellipsoid = named !== undefined && named in ellipsoids ? (ellipsoidNames[named] ?? named) : 'unknown'
  return {
    code: wgs84?.code ?? null,
    name: definition.projection === 'longlat' ? crs.name : 'unknown',
    datum: ellipsoid === 'unknown' ? 'unknown' : `Unknown based on ${ellipsoid} ellipsoid`,
    datumCode: null,
    ellipsoid,
    ellipsoidCode: named === undefined ? null : (ellipsoidCodes[named] ?? null),
    a,
    inverse,
    meridian: primeMeridian === 0 ? 'Greenwich' : 'unknown',
    meridianDegrees: primeMeridian,
    meridianCode: null,
    towgs84,
  }
}

const ellipsoidNames: Readonly<Record<string, string>> = {
  GRS80: 'GRS 1980',
  WGS84: 'WGS 84',
  bessel: 'Bessel 1841',
  clrk66: 'Clarke 1866',
  intl: 'International 1924',
  airy: 'Airy 1830',
  krass: 'Krassowsky 1940',
}

const ellipsoidCodes: Readonly<Record<string, number>> = {
  GRS80: 7019,
  WGS84: 7030,
  bessel: 7004,
  clrk66: 7008,
  intl: 7022,
  airy: 7001,
  krass: 7024,
}
