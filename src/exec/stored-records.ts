import { isJsonObject } from '../base/json.js'
import type { ChunkRecord, WrittenChunks } from '../graph/sink.js'

/** Chunks whose records lie in one piece of memory. */
const pageChunks = 1024

/**
 * Records of written chunks, by output, level and chunk. A pyramid of a large array has millions: they are kept as columns of numbers, which
 * takes a tenth of what objects would.
 */
export class ChunkRecords {
  readonly #byLevel = new Map<string, LevelRecords>()

  set(output: number, level: number, chunk: number, record: ChunkRecord): void {
    const key = `${output}/${level}`
    let records = this.#byLevel.get(key)
    if (records === undefined) this.#byLevel.set(key, (records = new LevelRecords()))
    records.set(chunk, record)
  }

  /** How many records there are. */
  get size(): number {
    let size = 0
    for (const records of this.#byLevel.values()) size += records.size
    return size
  }

  has(output: number, level: number, chunk: number): boolean {
    return this.#byLevel.get(`${output}/${level}`)?.has(chunk) ?? false
  }

  get(output: number, level: number, chunk: number): ChunkRecord | undefined {
    return this.#byLevel.get(`${output}/${level}`)?.get(chunk)
  }

  /** The records of one output, as its sink's `end` wants them. */
  ofOutput(output: number): WrittenChunks {
    return { get: (level, chunk) => this.get(output, level, chunk) }
  }
}

/** Keys of records, and which of them hold texts. */
interface Form {
  readonly id: number
  readonly keys: readonly string[]
  readonly texts: readonly boolean[]
}

/** Records of one level. Those that are flat, of numbers and texts, become a row of numbers in a page; texts are kept once. */
class LevelRecords {
  size = 0
  readonly #forms = new Map<string, Form>()
  readonly #byId: Form[] = []
  readonly #texts: string[] = []
  readonly #textIds = new Map<string, number>()
  /** By page: the form of each chunk's record (0 where there is none), and its row. */
  readonly #pages = new Map<number, { readonly forms: Uint8Array; rows: Float64Array }>()
  readonly #others = new Map<number, ChunkRecord>()
  #width = 0

  has(chunk: number): boolean {
    return this.#formId(chunk) !== 0
  }

  #formId(chunk: number): number {
    return this.#pages.get(Math.floor(chunk / pageChunks))?.forms[chunk % pageChunks] ?? 0
  }

  set(chunk: number, record: ChunkRecord): void {
    const form = this.#formOf(record)
    const page = this.#page(Math.floor(chunk / pageChunks))
    const at = chunk % pageChunks
    if (page.forms[at] === 0) this.size++
    page.forms[at] = form?.id ?? otherForm
    if (form === null) {
      this.#others.set(chunk, record)
      return
    }
    if (page.rows.length < this.#width * pageChunks) page.rows = widened(page.rows, this.#width)
    form.keys.forEach((key, column) => {
      const value = record[key]
      page.rows[at * this.#width + column] = typeof value === 'string' ? this.#textId(value) : (value as number)
    })
  }

  get(chunk: number): ChunkRecord | undefined {
    const id = this.#formId(chunk)
    if (id === 0) return undefined
    if (id === otherForm) return this.#others.get(chunk)
    const { keys, texts } = this.#byId[id - 1] as Form
    const page = this.#page(Math.floor(chunk / pageChunks))
    if (page.rows.length < this.#width * pageChunks) page.rows = widened(page.rows, this.#width)
    const from = (chunk % pageChunks) * this.#width
    const valueAt = (column: number): number => page.rows[from + column] as number
    return Object.fromEntries(keys.map((key, column) => [key, texts[column] ? (this.#texts[valueAt(column)] as string) : valueAt(column)]))
  }

  #page(index: number): { readonly forms: Uint8Array; rows: Float64Array } {
    let page = this.#pages.get(index)
    if (page === undefined) {
      page = { forms: new Uint8Array(pageChunks), rows: new Float64Array(this.#width * pageChunks) }
      this.#pages.set(index, page)
    }
    return page
  }

  /** The form of a record; null for one that is not flat, or where there are too many forms. */
  #formOf(record: ChunkRecord): Form | null {
    if (!isJsonObject(record)) return null
    const entries = Object.entries(record)
    if (!entries.every(([, value]) => typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)))) return null
    const name = entries.map(([key, value]) => `${typeof value}:${key}`).join()
    const known = this.#forms.get(name)
    if (known !== undefined) return known
    if (this.#forms.size === mostForms) return null
    const form = {
      id: this.#forms.size + 1,
      keys: entries.map(([key]) => key),
      texts: entries.map(([, value]) => typeof value === 'string'),
    }
    this.#forms.set(name, form)
    this.#byId.push(form)
    this.#width = Math.max(this.#width, form.keys.length)
    return form
  }

  #textId(text: string): number {
    let id = this.#textIds.get(text)
    if (id === undefined) {
      id = this.#texts.push(text) - 1
      this.#textIds.set(text, id)
    }
    return id
  }
}

/** Forms that a byte tells apart, beside "none" and "kept as it is". */
const mostForms = 253
const otherForm = 254

/** Rows with more columns. */
function widened(rows: Float64Array, width: number): Float64Array {
  const before = rows.length / pageChunks
  const wide = new Float64Array(width * pageChunks)
  for (let at = 0; at < pageChunks; at++) wide.set(rows.subarray(at * before, (at + 1) * before), at * width)
  return wide
}
