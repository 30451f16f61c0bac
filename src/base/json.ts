import { InternalError } from './errors.js'
import type { Json, JsonObject } from './json-type.js'

export type { Json, JsonObject } from './json-type.js'

/** Whether a value is a JSON object (not null, not a list). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A key as it begins a member of an object: `"key":`. The same few come again and again. */
const memberStarts = new Map<string, string>()

function memberStart(key: string): string {
  let text = memberStarts.get(key)
  if (text === undefined) {
    text = `${JSON.stringify(key)}:`
    if (memberStarts.size < 1024) memberStarts.set(key, text)
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
  const text = new CanonicalText(true, null)
  text.write(value)
  return text.held
}

/** Hands over the canonical text of a value in pieces, so that all of it need not be held: recipes of many thousand nodes have many megabytes. */
export function canonicalPieces(value: Json, take: (piece: string) => void): void {
  const text = new CanonicalText(true, take)
  text.write(value)
  take(text.held)
}

/** The same for what `JSON.stringify` would write of a value made of plain objects: no undefined members, null for NaN and infinities. */
export function canonicalPlainPieces(value: unknown, take: (piece: string) => void): void {
  const text = new CanonicalText(false, take)
  text.write(value)
  take(text.held)
}

/** Characters that are held before they are handed over: few enough to be gone before memory is tidied up. */
const pieceLength = 16384

/** A text that grows in place. */
class CanonicalText {
  held = ''
  readonly #isStrict: boolean
  readonly #take: ((piece: string) => void) | null

  constructor(isStrict: boolean, take: ((piece: string) => void) | null) {
    this.#isStrict = isStrict
    this.#take = take
  }

  write(value: unknown): void {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) this.held += JSON.stringify(value)
    else if (typeof value === 'number') this.#number(value)
    else if (typeof value !== 'object') throw new InternalError(`a ${typeof value} is not JSON`)
    else {
      const kept = keptTexts.get(value)
      if (kept !== undefined) this.held += kept
      else if (Array.isArray(value)) this.#list(value)
      else this.#object(value)
    }
  }

  #number(value: number): void {
    if (this.#isStrict && !Number.isFinite(value)) throw new InternalError(`${value} is not JSON: write it as a string`)
    this.held += JSON.stringify(value)
  }

  #list(list: readonly unknown[]): void {
    let before = '['
    for (const each of list) {
      this.held += before
      this.write(each === undefined && !this.#isStrict ? null : each)
      before = ','
      this.#handOver()
    }
    this.held += before === '[' ? '[]' : ']'
  }

  #object(value: object): void {
    let before = '{'
    for (const key of sortedKeys(value)) {
      const member = value[key as keyof typeof value]
      if (member === undefined && !this.#isStrict) continue
      this.held += before
      this.held += memberStart(key)
      this.write(member)
      before = ','
    }
    this.held += before === '{' ? '{}' : '}'
  }

  #handOver(): void {
    if (this.#take === null || this.held.length < pieceLength) return
    this.#take(this.held)
    this.held = ''
  }
}

/** Keys in the order of their code units. Most objects have a few, nearly in order. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value)
  if (keys.length > 32) return keys.sort()
  for (let at = 1; at < keys.length; at++) {
    const key = keys[at] as string
    let to = at
    for (; to > 0 && (keys[to - 1] as string) > key; to--) keys[to] = keys[to - 1] as string
    keys[to] = key
  }
  return keys
}

/** A value as messages show it: JSON, in which NaN and infinities are called by their names and not `null`. */
export function jsonText(value: Json | undefined): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return (
    JSON.stringify(value, (_, each: unknown) => (typeof each === 'number' && !Number.isFinite(each) ? String(each) : each)) ?? 'undefined'
  )
}
