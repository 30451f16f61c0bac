import { CrsError } from '../base/errors.js'
import { parseProjString } from './crs-proj-string.js'
import { projectionOf } from './crs-transform-projection.js'
import { readWkt } from './crs-wkt.js'
import { findEpsg } from './epsg.js'

/** A coordinate reference system, as plain data that needs no look-up: two are the same when all of it is the same. Coordinates are always (x: east or longitude, y: north or latitude). */
export interface Crs {
  /** EPSG code, or null for one without a code. */
  readonly epsg: number | null
  readonly name: string
  /** PROJ string that defines the coordinates, in the subset that proj4 reads. */
  readonly proj: string
  readonly kind: 'projected' | 'geographic'
  /** Metres per unit of x and y (projected), degrees are 0. */
  readonly metresPerUnit: number
  /** The text it was read from, where that was WKT; else null. */
  readonly wkt: string | null
}

const accepted = 'an EPSG code ("EPSG:32633" or 32633), "OGC:CRS84", a PROJ string ("+proj=utm +zone=33 +datum=WGS84") or WKT'
const epsgSpelling = /^(?:epsg:+|urn:ogc:def:crs:epsg:[^:]*:|https?:\/\/www\.opengis\.net\/def\/crs\/epsg\/[^/]+\/)?(\d+)$/i
const crs84Spelling = /^(?:ogc:|urn:ogc:def:crs:ogc:[^:]*:|https?:\/\/www\.opengis\.net\/def\/crs\/ogc\/[^/]+\/)?crs84$/i

/**
 * Reads a CRS: an EPSG code as a number or text, `OGC:CRS84`, a PROJ string, WKT 1, WKT 2 or Esri's WKT, or a `Crs` (checked, given back).
 * Throws `E_CRS` for what is unknown, and for what is known but cannot be computed right.
 */
export function parseCrs(input: string | number | Crs): Crs {
  if (typeof input === 'number') return crsFromEpsg(input)
  if (typeof input !== 'string') return checkedCrs(input)
  const text = input.trim()
  const code = epsgSpelling.exec(text)?.[1]
  if (code !== undefined) return crsFromEpsg(Number(code))
  if (crs84Spelling.test(text)) return crsFromEpsg(4326)
  if (/^\+?(?:proj|init|ellps|datum)=|\+proj=/.test(text)) return crsFromProj(text)
  if (text.startsWith('{')) return crsFromProjJson(text)
  if (/^[A-Za-z_0-9]+\s*[[(]/.test(text)) return crsFromWkt(text)
  throw new CrsError(`"${shortened(text)}" is not a CRS: expected ${accepted}`)
}

/** The CRS of an EPSG code. Throws `E_CRS` where there is no such projected or geographic CRS, or it cannot be computed. */
export function crsFromEpsg(code: number): Crs {
  const found = Number.isInteger(code) ? findEpsg(code) : null
  if (found === null) {
    throw new CrsError(`"EPSG:${code}" is not a projected or geographic CRS of EPSG; expected ${accepted}`)
  }
  if ('why' in found) {
    throw new CrsError(`"EPSG:${code}" (${found.name}) is not supported: ${found.why}. Reproject to another CRS with a tool that has it`)
  }
  const { metresPerUnit } = parseProjString(found.proj)
  return { epsg: found.code, name: found.name, proj: found.proj, kind: found.kind, metresPerUnit, wkt: null }
}

/** The CRS of a PROJ string. Throws `E_CRS` for what does not parse or cannot be computed. */
export function crsFromProj(text: string, name?: string, wkt: string | null = null): Crs {
  const definition = parseProjString(text)
  projectionOf(definition)
  const kind = definition.metresPerUnit === 0 ? 'geographic' : 'projected'
  return {
    epsg: null,
    name: name ?? `unnamed ${definition.projection}`,
    proj: definition.text,
    kind,
    metresPerUnit: definition.metresPerUnit,
    wkt,
  }
}

/** Whether two CRSs are the same: one EPSG code, or the same definition. Names and the WKT that they were read from do not count. */
export function sameCrs(one: Crs, other: Crs): boolean {
  if (one.epsg !== null && one.epsg === other.epsg) return true
  return one.proj === other.proj
}

/** A short label: `EPSG:32633`, or the name of one without a code. */
export function formatCrs(crs: Crs): string {
  return crs.epsg === null ? crs.name : `EPSG:${crs.epsg}`
}

/** The unit of x and y: `degree`, `metre`, `foot`, `US survey foot`, or its length as text. */
export function unitOf(crs: Crs): string {
  if (crs.kind === 'geographic') return 'degree'
  const names: readonly (readonly [number, string])[] = [
    [1, 'metre'],
    [1000, 'kilometre'],
    [0.3048, 'foot'],
    [1200 / 3937, 'US survey foot'],
  ]
  const near = names.find(([metres]) => Math.abs(metres / crs.metresPerUnit - 1) < 1e-12)
  return near?.[1] ?? `${crs.metresPerUnit} metre`
}

function crsFromWkt(text: string): Crs {
  const read = readWkt(text)
  const known = read.code === null ? null : findEpsg(read.code)
  if (known !== null && !('why' in known)) return { ...crsFromEpsg(known.code), wkt: text }
  return crsFromProj(read.toProj(), read.name, text)
}

function checkedCrs(crs: Crs): Crs {
  if (typeof crs !== 'object' || crs === null || typeof crs.proj !== 'string') {
    throw new CrsError(`${shortened(String(JSON.stringify(crs)))} is not a CRS: expected ${accepted}`)
  }
  projectionOf(parseProjString(crs.proj))
  return crs
}

function crsFromProjJson(text: string): Crs {
  const code = /"id"\s*:\s*\{\s*"authority"\s*:\s*"EPSG"\s*,\s*"code"\s*:\s*(\d+)\s*\}\s*\}\s*$/.exec(text)?.[1]
  if (code !== undefined) return crsFromEpsg(Number(code))
  throw new CrsError(`"${shortened(text)}" is PROJJSON without an EPSG code of its own, which is not supported: expected ${accepted}`)
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}
