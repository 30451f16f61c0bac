import { CrsError } from '../base/errors.js'

/** GeoKeys by number: shorts, doubles (or lists of them) and texts without their closing bar. */
export type GeoKeys = ReadonlyMap<number, number | string | readonly number[]>

/** A number of a key, the first of several; null where it is missing or no finite number. */
export function keyNumber(keys: GeoKeys, key: number): number | null {
  const value = keys.get(key)
  const first = typeof value === 'object' ? value[0] : value
  return typeof first === 'number' && Number.isFinite(first) ? first : null
}

/** The EPSG code that a key holds; null where it is missing, "user-defined" or outside the range of codes (below 1024 or above 32766). */
export function keyCode(keys: GeoKeys, key: number): number | null {
  const value = keyNumber(keys, key)
  return value !== null && value >= 1024 && value <= 32766 ? value : null
}

/** A text of a key; null where it is missing or empty. */
export function keyText(keys: GeoKeys, key: number): string | null {
  const value = keys.get(key)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** The parts of a citation like `GCS Name = NAD27|Datum = D_NAD27|`, by what stands before the equals sign; empty for any other text. */
export function citationParts(text: string | null): ReadonlyMap<string, string> {
  const parts = (text ?? '').split('|').map((part) => {
    const equals = part.indexOf('=')
    return [part.slice(0, Math.max(0, equals)).trim(), part.slice(equals + 1).trim()] as const
  })
  return new Map(parts.filter(([name, value]) => /^[A-Za-z ]+$/.test(name) && value !== ''))
}

/** Keys that a message lists. */
const mostListed = 60

/** What a CRS of GeoKeys that is not understood throws; it lists the keys. */
export function geoKeyFailure(keys: GeoKeys, why: string): CrsError {
  const listed = [...keys].filter(([, value]) => typeof value === 'number').map(([key, value]) => `${key}=${value}`)
  return new CrsError(`cannot read the CRS of GeoKeys ${listed.slice(0, mostListed).join(', ')}: ${why}`)
}
