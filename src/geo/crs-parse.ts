import { CrsError } from '../base/errors.js'
import { type Crs, checkedCrs, crsFromProj, type VerticalCrs } from './crs.js'
import { isGridMapping, projOfGridMapping } from './crs-cf.js'
import { parseProjString } from './crs-proj-string.js'
import { treeOfProjJson } from './crs-projjson-read.js'
import { agreeTolerance, sameDefinition } from './crs-same.js'
import { readWktTree } from './crs-wkt.js'
import { formatWktTree, parseWktTree, type WktNode } from './crs-wkt-tree.js'
import { findCompound, findEpsg, findVertical, nearestCodes } from './epsg.js'

const accepted =
  'a code ("EPSG:32633", 32633, "ESRI:54009", "OGC:CRS84"), a PROJ string ("+proj=utm +zone=33 +datum=WGS84"), WKT, PROJJSON or the attributes of a CF grid mapping'
const authorities = 'epsg|esri|ogc|sr-org'
const spellings = [
  new RegExp(`^(${authorities}):+(?:[\\d.]*:)?(\\w+(?:\\+\\d+)?)$`, 'i'),
  new RegExp(`^urn:(?:ogc|x-ogc):def:crs:(${authorities}):[^:]*:(\\w+)$`, 'i'),
  new RegExp(`^https?://www\\.opengis\\.net/def/crs/(${authorities})/[^/]+/(\\w+)$`, 'i'),
]

// Codes of other authorities that EPSG has under its own, and one that many files carry although its register is gone.
const aliases: Readonly<Record<string, number>> = {
  'OGC:CRS84': 4326,
  'OGC:84': 4326,
  'OGC:CRS83': 4269,
  'OGC:83': 4269,
  'OGC:CRS27': 4267,
  'OGC:27': 4267,
  'OGC:CRS84H': 4979,
}
const modisSinusoidal = '+proj=sinu +lon_0=0 +x_0=0 +y_0=0 +R=6371007.181'

/**
 * Reads a CRS: a code as a number or text (`EPSG:32633`, `EPSG:27700+5701`, `ESRI:54009`, `OGC:CRS84`, their URNs and URLs), a PROJ string,
 * WKT 1, WKT 2 or Esri's WKT, PROJJSON as text or object, the attributes of a CF grid mapping, or a `Crs` (checked, given back).
 * Throws `E_CRS` for what is unknown, with the nearest codes, and for what is known but cannot be computed right, naming the part.
 */
export function parseCrs(input: string | number | Crs | object): Crs {
  if (typeof input === 'number') return crsFromEpsg(input)
  if (typeof input !== 'string') return crsFromObject(input)
  const text = input.trim()
  if (/^\d+$/.test(text)) return crsFromEpsg(Number(text))
  if (/^crs84$/i.test(text)) return crsFromEpsg(4326)
  for (const spelling of spellings) {
    const [, authority, code] = spelling.exec(text) ?? []
    if (authority !== undefined && code !== undefined) return crsFromCode(authority.toUpperCase(), code)
  }
  if (text.startsWith('{')) return crsFromObject(jsonOf(text))
  if (/^[A-Za-z_0-9]+\s*[[(]/.test(text)) return crsFromTree(parseWktTree(text), text)
  if (/^\+?(?:proj|init|ellps|datum)=|\+proj=/.test(text)) return crsFromProj(text)
  throw new CrsError(`"${shortened(text)}" is not a CRS: expected ${accepted}`)
}

/** The CRS of an EPSG code. Throws `E_CRS` where there is no such projected or geographic CRS, or it cannot be computed. */
export function crsFromEpsg(code: number): Crs {
  const found = Number.isInteger(code) ? findEpsg(code) : null
  if (found === null) {
    const vertical = findVertical(code)
    if (vertical !== null) throw new CrsError(`"EPSG:${code}" (${vertical.name}) is vertical: it has heights, but no map`)
    const near = Number.isFinite(code) ? `; the nearest that are known are ${nearestCodes(code).join(', ')}` : ''
    throw new CrsError(`"EPSG:${code}" is not a projected or geographic CRS of EPSG${near}; expected ${accepted}`)
  }
  const crs = crsOfFound(found, 'EPSG')
  const compound = findCompound(code)
  if (compound === null) return crs
  return compound.vertical === null ? withEllipsoidal(crs, code) : withVertical(crs, compound.vertical)
}

/** A CRS as the horizontal part of a three-dimensional one, of a code where it has one. */
function withEllipsoidal(crs: Crs, epsg: number | null): Crs {
  return { ...crs, threeDimensional: { epsg }, notes: [...(crs.notes ?? []), 'heights (above the ellipsoid) are kept, not shifted'] }
}

/** A CRS with the vertical part of an EPSG code. Throws `E_CRS` for a code that is no vertical CRS. */
export function withVertical(crs: Crs, code: number): Crs {
  const found = findVertical(code)
  if (found === null) throw new CrsError(`"EPSG:${code}" is not a vertical CRS of EPSG`)
  const { axis, unit, name, datum } = found
  return withHeights(crs, {
    name,
    epsg: code,
    datum,
    axis: { name: `${axis.name} (${axis.abbreviation})`, direction: axis.direction, unit: unit.name, metresPerUnit: unit.size },
  })
}

/** A CRS with a vertical part. */
export function withHeights(crs: Crs, vertical: VerticalCrs): Crs {
  return { ...crs, vertical, notes: [...(crs.notes ?? []), `heights (${vertical.name}) are kept, not shifted`] }
}

function crsFromCode(authority: string, code: string): Crs {
  const name = `${authority}:${code.toUpperCase()}`
  if (authority === 'EPSG' && /^\d+\+\d+$/.test(code)) {
    const [horizontal, vertical] = code.split('+').map(Number)
    return withVertical(crsFromEpsg(horizontal as number), vertical as number)
  }
  if (authority === 'EPSG' && /^\d+$/.test(code)) return crsFromEpsg(Number(code))
  const alias = aliases[name]
  if (alias !== undefined) return crsFromEpsg(alias)
  if (name === 'SR-ORG:6974' || name === 'SR-ORG:6842') return { ...crsFromProj(modisSinusoidal, 'MODIS Sinusoidal'), id: name }
  const found = authority === 'ESRI' && /^\d+$/.test(code) ? findEpsg(Number(code), 'ESRI') : null
  if (found === null) throw new CrsError(`"${name}" is not a CRS that is known here; expected ${accepted}`)
  return crsOfFound(found, 'ESRI')
}

function crsOfFound(found: NonNullable<ReturnType<typeof findEpsg>>, authority: 'EPSG' | 'ESRI'): Crs {
  if ('why' in found) {
    throw new CrsError(
      `"${authority}:${found.code}" (${found.name}) is not supported: ${found.why}. Reproject to another CRS with a tool that has it`,
    )
  }
  const { metresPerUnit } = parseProjString(found.proj)
  const crs: Crs = { epsg: found.code, name: found.name, proj: found.proj, kind: found.kind, metresPerUnit, wkt: null }
  return found.authority === 'ESRI' ? { ...crs, epsg: null, id: `ESRI:${found.code}` } : crs
}

function crsFromObject(input: object): Crs {
  if ('proj' in input && 'metresPerUnit' in input) return checkedCrs(input)
  if (isGridMapping(input)) {
    const wkt = 'crs_wkt' in input ? input.crs_wkt : 'spatial_ref' in input ? input.spatial_ref : undefined
    return typeof wkt === 'string' ? parseCrs(wkt) : crsFromProj(projOfGridMapping(input))
  }
  if ('type' in input || 'base_crs' in input) {
    const tree = treeOfProjJson(input)
    return crsFromTree(tree, formatWktTree(tree))
  }
  return checkedCrs(input)
}

/** The table's CRS where the text's own code leads to one that agrees with what the text says; else what the text says. */
function crsFromTree(tree: WktNode, text: string): Crs {
  const read = readWktTree(tree)
  const crs = crsOfReading(read, text)
  if (read.vertical !== null) return withHeights(crs, read.vertical)
  return read.isThreeDimensional && crs.threeDimensional === undefined ? withEllipsoidal(crs, null) : crs
}

function crsOfReading(read: ReturnType<typeof readWktTree>, text: string): Crs {
  const known = read.id === null ? null : knownCrs(read.id)
  if (known === null) return crsFromProj(read.toProj(), read.name, text)
  const label = `${read.id} (${known.name})`
  let own: Crs
  try {
    own = crsFromProj(read.toProj(), read.name, text)
  } catch (error) {
    if (!(error instanceof CrsError)) throw error
    return { ...known, wkt: text, warnings: [`taken for ${label}, its code: what its text says cannot be computed (${error.message})`] }
  }
  const tolerance = { ...agreeTolerance, shifts: read.isShifted }
  if (sameDefinition(parseProjString(own.proj), parseProjString(known.proj), tolerance)) return { ...known, wkt: text }
  return { ...own, warnings: [`the text says something else than ${label}, whose code it carries: what it says was taken`] }
}

function knownCrs(id: string): Crs | null {
  const [authority = '', code = ''] = id.split(':')
  try {
    return crsFromCode(authority, code)
  } catch (error) {
    if (error instanceof CrsError) return null
    throw error
  }
}

function jsonOf(text: string): object {
  try {
    return JSON.parse(text) as object
  } catch (cause) {
    throw new CrsError(`"${shortened(text)}" is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {}, { cause })
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}
