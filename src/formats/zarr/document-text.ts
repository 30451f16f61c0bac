import { SourceError } from '../../base/errors.js'
import { type Metadata, rawJson } from './metadata-text.js'

/** An object of a document that is changed in place. */
export type Fields = { [key: string]: Metadata }

/**
 * The JSON of a store's document with every number kept as it stands, so that what is not changed is written back to the digit: integers beyond
 * 2^53, -0.0, and the NaN and Infinity that some writers leave bare. Throws `E_SOURCE` for what is no JSON.
 */
export function parseDocument(text: string, uri: string): Metadata {
  const reader = new DocumentReader(text, uri)
  const value = reader.value(0)
  reader.end()
  return value
}

/** An object of a document by its path; null where there is none. */
export function fieldsAt(document: Metadata, ...path: readonly string[]): Fields | null {
  let value: Metadata | undefined = document
  for (const key of path) value = isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return isFields(value) ? value : null
}

/** Whether a value is an object with keys. */
function isFields(value: Metadata | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.getOwnPropertySymbols(value).length === 0
}

const mostDepth = 200

class DocumentReader {
  readonly #text: string
  readonly #uri: string
  #at = 0

  constructor(text: string, uri: string) {
    this.#text = text
    this.#uri = uri
  }

  value(depth: number): Metadata {
    if (depth > mostDepth) throw this.#damaged()
    const next = this.#peek()
    if (next === '{') return this.#object(depth)
    if (next === '[') return this.#list(depth)
    if (next === '"') return JSON.parse(this.#take(/"(?:[^"\\]|\\.)*"/sy)) as string
    const word = this.#take(/-?[A-Za-z0-9.+-]+/y)
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!/^(-?\d+(\.\d+)?([eE][+-]?\d+)?|NaN|-?Infinity)$/.test(word)) throw this.#damaged()
    return String(Number(word)) === word && Number.isFinite(Number(word)) ? Number(word) : rawJson(word)
  }

  end(): void {
    if (this.#peek() !== '') throw this.#damaged()
  }

  #object(depth: number): Fields {
    const found: Fields = Object.create(null) as Fields
    this.#items('{', '}', () => {
      const key = this.value(depth + 1)
      this.#expect(':')
      if (typeof key !== 'string') throw this.#damaged()
      found[key] = this.value(depth + 1)
    })
    return found
  }

  #list(depth: number): Metadata[] {
    const found: Metadata[] = []
    this.#items('[', ']', () => found.push(this.value(depth + 1)))
    return found
  }

  #items(open: string, close: string, item: () => void): void {
    this.#expect(open)
    let isMore = this.#peek() !== close
    while (isMore) {
      item()
      isMore = this.#peek() === ','
      if (isMore) this.#expect(',')
    }
    this.#expect(close)
  }

  #peek(): string {
    const space = /\s*/y
    space.lastIndex = this.#at
    space.test(this.#text)
    this.#at = space.lastIndex
    return this.#text[this.#at] ?? ''
  }

  #expect(character: string): void {
    if (this.#peek() !== character) throw this.#damaged()
    this.#at++
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found === undefined) throw this.#damaged()
    this.#at += found.length
    return found
  }

  #damaged(): SourceError {
    return new SourceError(`${this.#uri}: not valid JSON at character ${this.#at}: the metadata is damaged`, {
      uri: this.#uri,
      offset: this.#at,
    })
  }
}
