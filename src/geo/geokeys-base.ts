import { findGeographic } from './epsg.js'
import { angularUnitCodes, geoKey, userDefined } from './geokeys-names.js'
import { geographicOfDatum, geographicOfEllipsoid, geographicOfNames } from './geokeys-registry.js'
import { citationParts, type GeoKeys, geoKeyFailure, keyCode, keyNumber, keyText } from './geokeys-values.js'

/** Largest relative difference of axes and flattenings that are the same but for the digits they are written with. */
const roundedAway = 1e-8

/** An ellipsoid: semi-major axis in metres, inverse flattening (0 for a sphere), and what it is called. */
interface Ellipsoid {
  readonly name: string
  readonly code: number | null
  readonly a: number
  readonly inverse: number
}

/** Code of a geographic CRS that the keys name and whose definition they do not change. */
export function plainGeographicCode(keys: GeoKeys): number | null {
  const code = keyCode(keys, geoKey.geographicCode)
  const base = code === null ? null : findGeographic(code)
  if (base === null) return code
  const own = axes(keys)
  return own === null || isNear(own, { a: base.semiMajor, inverse: base.inverseFlattening }) ? code : null
}

/**
 * The geographic CRS of GeoKeys as WKT 1: names and codes from the keys, from the citation (`GCS Name = ...|Datum = ...`), and from EPSG
 * where a code or Esri's names tell. Angles are degrees, whatever the keys count in. Throws `E_CRS` where there is no ellipsoid.
 */
export function geographicWkt(keys: GeoKeys): string {
  const citation = keyText(keys, geoKey.geographicCitation)
  const parts = citationParts(citation)
  const said = parts.get('GCS Name') ?? (parts.size > 0 ? null : citation)
  const saidDatum = parts.get('Datum') ?? null
  const datumCode = keyCode(keys, geoKey.datumCode)
  const code = keyCode(keys, geoKey.geographicCode)
  const known = code === null ? (said === null ? null : geographicOfNames(said, saidDatum, datumCode)) : findGeographic(code)
  const datum = known ?? (datumCode === null ? null : geographicOfDatum(datumCode))
  const ellipsoid = ellipsoidOf(keys, parts, datum)
  const datumName = datum?.datum ?? saidDatum ?? 'unknown'
  const datumId = authority(datum?.datumCode ?? null)
  const shift = keys.get(geoKey.toWgs84)
  const towgs84 = Array.isArray(shift) && (shift.length === 3 || shift.length === 7) ? `,TOWGS84[${pad7(shift).join(',')}]` : ''
  const spheroid = `SPHEROID[${quoted(ellipsoid.name)},${ellipsoid.a},${ellipsoid.inverse}${authority(ellipsoid.code)}]`
  const name = known?.name ?? said ?? datum?.name ?? 'unknown'
  const isOwn = code === null && known !== null && isNear(ellipsoid, { a: known.semiMajor, inverse: known.inverseFlattening })
  const id = code !== null || isOwn ? authority(known?.code ?? code) : ''
  const degrees = 'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]]'
  return `GEOGCS[${quoted(name)},DATUM[${quoted(datumName)},${spheroid}${towgs84}${datumId}],${meridian(keys, parts)},${degrees}${id}]`
}

/** Degrees per angular unit of the keys; one that is given as nothing or less counts as degrees, as GDAL takes it. */
export function angularUnit(keys: GeoKeys): number {
  const code = keyNumber(keys, geoKey.angularUnit) ?? 9102
  const size = keyNumber(keys, geoKey.angularUnitSize)
  if (code === userDefined) return size !== null && size > 0 ? (size * 180) / Math.PI : 1
  const degrees = angularUnitCodes.get(code)
  if (degrees === undefined) throw geoKeyFailure(keys, `the angular unit (2054) ${code} is not known`)
  return degrees
}

type Axes = Pick<Ellipsoid, 'a' | 'inverse'>

function isNear(one: Axes, other: Axes): boolean {
  const flat = ({ inverse }: Axes): number => (inverse === 0 ? 0 : 1 / inverse)
  return Math.abs(one.a / other.a - 1) < roundedAway && Math.abs(flat(one) - flat(other)) < roundedAway * 1e-2
}

/** The axes that the keys give, or null. */
function axes(keys: GeoKeys): Axes | null {
  const a = keyNumber(keys, geoKey.semiMajor)
  const b = keyNumber(keys, geoKey.semiMinor)
  const inverse = keyNumber(keys, geoKey.inverseFlattening)
  if (a === null || !(a > 0)) return null
  if (inverse !== null && inverse > 0) return { a, inverse }
  return { a, inverse: b === null || b === a || !(b > 0) ? 0 : a / (a - b) }
}

function ellipsoidOf(keys: GeoKeys, parts: ReadonlyMap<string, string>, datum: ReturnType<typeof findGeographic>): Ellipsoid {
  const code = keyCode(keys, geoKey.ellipsoidCode)
  const known = code === null ? null : geographicOfEllipsoid(code)
  const own = axes(keys)
  const base = known ?? datum
  if (base !== null) {
    const axesOfBase = { a: base.semiMajor, inverse: base.inverseFlattening }
    const { a, inverse } = own === null || isNear(own, axesOfBase) ? axesOfBase : own
    return { name: base.ellipsoid, code: base.ellipsoidCode, a, inverse }
  }
  if (own === null) throw geoKeyFailure(keys, 'the geographic CRS has neither a code (2048) nor an ellipsoid (2056, 2057)')
  return { name: parts.get('Ellipsoid') ?? 'unknown', code: null, ...own }
}

function meridian(keys: GeoKeys, parts: ReadonlyMap<string, string>): string {
  const code = keyCode(keys, geoKey.geographicCode)
  const known = code === null ? null : findGeographic(code)
  const degrees = (keyNumber(keys, geoKey.primeMeridian) ?? 0) * angularUnit(keys)
  if (known !== null && (degrees === 0 || Math.abs(degrees - known.meridianDegrees) < 1e-8)) {
    return `PRIMEM[${quoted(known.meridian)},${known.meridianDegrees}${authority(known.meridianCode)}]`
  }
  const name = parts.get('Primem') ?? (degrees === 0 ? 'Greenwich' : 'unknown')
  return `PRIMEM[${quoted(name)},${degrees}${name === 'Greenwich' ? authority(8901) : ''}]`
}

function pad7(shift: readonly number[]): number[] {
  return [...shift, 0, 0, 0, 0].slice(0, 7)
}

function authority(code: number | null | undefined): string {
  return code === null || code === undefined ? '' : `,AUTHORITY["EPSG","${code}"]`
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
