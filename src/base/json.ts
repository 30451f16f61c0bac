import { InternalError } from './errors.js'
import type { Json, JsonObject } from './json-type.js'

export type { Json, JsonObject } from './json-type.js'

/** Whether a value is a JSON object (not null, not a list). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const quotedKeys = new Map<string, string>()

/** The same few keys come again and again. */
function quoted(key: string): string {
  let text = quotedKeys.get(key)
  if (text === undefined) {
    text = JSON.stringify(key)
    if (quotedKeys.size < 1024) quotedKeys.set(key, text)
  }
  return text
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
  // Texts are grown in place: a recipe of many thousand nodes is many million small ones.
  let text = ''
  if (Array.isArray(value)) {
    for (const each of value) text += text === '' ? canonicalJson(each) : `,${canonicalJson(each)}`
    return `[${text}]`
  }
  if (isJsonObject(value)) {
    for (const key of Object.keys(value).sort()) {
      const pair = `${quoted(key)}:${canonicalJson(value[key] as Json)}`
      text += text === '' ? pair : `,${pair}`
    }
    return `{${text}}`
  }
  throw new InternalError(`a ${typeof value} is not JSON`)
}

/** A value as messages show it: JSON, in which NaN and infinities are called by their names and not `null`. */
export function jsonText(value: Json | undefined): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return (
    JSON.stringify(value, (_, each: unknown) => (typeof each === 'number' && !Number.isFinite(each) ? String(each) : each)) ?? 'undefined'
  )
}
