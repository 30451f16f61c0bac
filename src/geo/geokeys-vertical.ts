import type { Crs } from './crs.js'
import { verticalTree } from './crs-build.js'
import { childOf, codeOf, nameOf, numberAt, parseWktTree, type WktNode } from './crs-wkt-tree.js'
import { geoKey, linearUnitCodes, userDefined } from './geokeys-names.js'
import { citationParts, type GeoKeys, keyCode, keyNumber, keyText } from './geokeys-values.js'

/** Names of vertical CRSs that are often met, by EPSG code; others are called by their code. */
const names: ReadonlyMap<number, string> = new Map([
  [3855, 'EGM2008 height'],
  [5701, 'ODN height'],
  [5702, 'NGVD29 height (ftUS)'],
  [5703, 'NAVD88 height'],
  [5709, 'NAP height'],
  [5711, 'AHD height'],
  [5714, 'MSL height'],
  [5720, 'NGF-IGN69 height'],
  [5728, 'LN02 height'],
  [5773, 'EGM96 height'],
  [5783, 'DHHN92 height'],
  [5798, 'EGM84 height'],
  [6360, 'NAVD88 height (ftUS)'],
  [7837, 'DHHN2016 height'],
  [7839, 'NZVD2016 height'],
])

/**
 * The vertical CRS of GeoKeys as WKT 1, or null where the keys name none, or one that nothing but its maker knows (private codes). Units are
 * metres where the keys do not say.
 */
export function verticalWkt(keys: GeoKeys): string | null {
  const code = keyCode(keys, geoKey.verticalCode)
  const datum = keyCode(keys, geoKey.verticalDatum)
  const citation = keyText(keys, geoKey.verticalCitation)
  const isPrivate = [geoKey.verticalCode, geoKey.verticalDatum, geoKey.verticalUnit].some(
    (key) => (keyNumber(keys, key) ?? 0) > userDefined,
  )
  if (isPrivate || (code === null && datum === null && (citation === null || !keys.has(geoKey.verticalCode)))) return null
  const parts = citationParts(citation)
  const name = parts.get('VCS Name') ?? (parts.size > 0 ? null : citation) ?? (code === null ? null : (names.get(code) ?? `EPSG:${code}`))
  const unit = keyCode(keys, geoKey.verticalUnit) ?? 9001
  const metres = linearUnitCodes.get(unit) ?? 1
  const unitName = unit === 9001 ? 'metre' : unit === 9002 ? 'foot' : unit === 9003 ? 'US survey foot' : 'unknown'
  const id = (number: number | null): string => (number === null ? '' : `,AUTHORITY["EPSG","${number}"]`)
  const vertDatum = `VERT_DATUM["${parts.get('Datum Name') ?? 'unknown'}",2005${id(datum)}]`
  return `VERT_CS["${name ?? 'unknown'}",${vertDatum},UNIT["${unitName}",${metres}${id(unit)}],AXIS["Up",UP]${id(code)}]`
}

/** A horizontal CRS and a vertical one as WKT of a compound CRS. */
export function compoundWkt(name: string, horizontal: string, vertical: string): string {
  return `COMPD_CS["${name.replaceAll('"', '""')}",${horizontal},${vertical}]`
}

/** The GeoKeys of the vertical part of a compound CRS, and its name; none for any other CRS. */
export function verticalKeys(crs: Crs): ReadonlyMap<number, number | string> {
  const keys = new Map<number, number | string>()
  const compound = compoundTree(crs)
  const node = compound === null ? undefined : childOf(compound, 'VERT_CS', 'VERTCRS', 'VERTICALCRS', 'VERTCS')
  if (compound === null || node === undefined) return keys
  const code = codeOf(node)
  const datum = childOf(node, 'VERT_DATUM', 'VDATUM', 'VRF', 'VERTICALDATUM', 'DATUM')
  keys.set(geoKey.citation, nameOf(compound).replaceAll('|', ' '))
  keys.set(geoKey.verticalCode, code ?? userDefined).set(geoKey.verticalUnit, unitCode(node))
  if (code !== null) return keys
  const datumName = nameOf(datum)
  const isNamed = datumName !== '' && datumName !== 'unknown'
  keys.set(geoKey.verticalCitation, isNamed ? `VCS Name = ${nameOf(node)}|Datum Name = ${datumName}|` : nameOf(node))
  return keys.set(geoKey.verticalDatum, (datum === undefined ? null : codeOf(datum)) ?? userDefined)
}

/** A compound CRS as its own text says it, which knows more codes; else its name and its vertical part. Null for one that is no compound. */
function compoundTree({ name, wkt, vertical }: Crs): WktNode | null {
  if (wkt !== null && /^\s*(?:COMPD_CS|COMPOUNDCRS)\s*[[(]/i.test(wkt)) return parseWktTree(wkt)
  if (vertical === undefined) return null
  return { keyword: 'COMPOUNDCRS', values: [`${name} + ${vertical.name}`], children: [verticalTree(vertical)] }
}

function unitCode(node: WktNode): number {
  const axis = childOf(node, 'AXIS')
  const unit = childOf(node, 'UNIT', 'LENGTHUNIT') ?? (axis === undefined ? undefined : childOf(axis, 'LENGTHUNIT', 'UNIT'))
  const metres = numberAt(unit, 1)
  const known = [...linearUnitCodes].find(([, length]) => Math.abs(length / metres - 1) < 1e-12)
  return known?.[0] ?? 9001
}
