import { InternalError } from './errors.js'
import type { Json, JsonObject } from './json-type.js'

export type { Json, JsonObject } from './json-type.js'

/** Whether a value is a JSON object (not null, not a list). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * One text per value: keys sorted, no white space. Hashes are taken of it.
 * Throws `E_INTERNAL` on what JSON cannot hold (undefined, NaN, infinities, bigint, functions, -0 is written as 0).
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new InternalError(`${value} is not JSON: write it as a string`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (isJsonObject(value)) {
    const pairs = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`)
    return `{${pairs.join(',')}}`
  }
  throw new InternalError(`a ${typeof value} is not JSON`)
}
