import { CrsError } from '../base/errors.js'
import { type Crs, checkedCrs, crsFromProj } from './crs.js'
import { parseProjString } from './crs-proj-string.js'
import { readWkt } from './crs-wkt.js'
import { findEpsg } from './epsg.js'

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
  if (text.startsWith('{')) return crsFromProjJson(text)
  if (/^[A-Za-z_0-9]+\s*[[(]/.test(text)) return crsFromWkt(text)
  if (/^\+?(?:proj|init|ellps|datum)=|\+proj=/.test(text)) return crsFromProj(text)
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

function crsFromWkt(text: string): Crs {
  const read = readWkt(text)
  const known = read.code === null ? null : findEpsg(read.code)
  if (known !== null && !('why' in known)) return { ...crsFromEpsg(known.code), wkt: text }
  return crsFromProj(read.toProj(), read.name, text)
}

function crsFromProjJson(text: string): Crs {
  const code = /"id"\s*:\s*\{\s*"authority"\s*:\s*"EPSG"\s*,\s*"code"\s*:\s*(\d+)\s*\}\s*\}\s*$/.exec(text)?.[1]
  if (code !== undefined) return crsFromEpsg(Number(code))
  throw new CrsError(`"${shortened(text)}" is PROJJSON without an EPSG code of its own, which is not supported: expected ${accepted}`)
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}
