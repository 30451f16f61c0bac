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

const keptTexts = new WeakMap<object, string>()

/** Remembers the canonical text of an object that stands in many values. From here on it must not change. Throws like {@link canonicalJson}. */
export function keepCanonicalText(value: object): void {
  keptTexts.set(value, canonicalJson(value as Json))
}

/**
 * One text per value: keys sorted, no white space. Hashes are taken of it.
 * Throws `E_INTERNAL` on what JSON cannot hold (undefined, NaN, infinities, bigint, functions, -0 is written as 0).
 */
export function canonicalJson(value: Json): string {
  return canonicalText(value, true)
}

/** The canonical text of what `JSON.stringify` would write of a value made of plain objects: no undefined members, null for NaN and infinities. */
export function canonicalPlainJson(value: unknown): string {
  return canonicalText(value, false)
}

function canonicalText(value: unknown, isStrict: boolean): string {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return JSON.stringify(value)
  if (typeof value === 'number') {
    if (isStrict && !Number.isFinite(value)) throw new InternalError(`${value} is not JSON: write it as a string`)
    return JSON.stringify(value)
  }
  if (typeof value === 'object')
    return keptTexts.get(value) ?? (Array.isArray(value) ? listText(value, isStrict) : objectText(value, isStrict))
  throw new InternalError(`a ${typeof value} is not JSON`)
}

// Texts are grown in place: a recipe of many thousand nodes is many million small ones.
function listText(list: readonly unknown[], isStrict: boolean): string {
  let text = ''
  for (const each of list) {
    const own = canonicalText(each === undefined && !isStrict ? null : each, isStrict)
    text += text === '' ? own : `,${own}`
  }
  return `[${text}]`
}

function objectText(value: object, isStrict: boolean): string {
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const member = value[key as keyof typeof value]
    if (member === undefined && !isStrict) continue
    const pair = `${quoted(key)}:${canonicalText(member, isStrict)}`
    text += text === '' ? pair : `,${pair}`
  }
  return `{${text}}`
}
