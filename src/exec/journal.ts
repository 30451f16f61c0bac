import { closeSync, existsSync, fdatasync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { OutputError } from '../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../base/json.js'
import { firstDifference } from '../base/json-difference.js'
import { hashJson } from '../graph/graph.js'
import { outputError } from '../io/atomic-write.js'
import type { PlacedRecord } from './messages.js'

/** The journal's name in a run's scratch directory. */
const fileName = 'journal.jsonl'

/** Lines that came within this time are made durable together. */
const syncEveryMs = 1000

/** What a journal is kept under: all that decides the bytes of the outputs. Not workers, budget or order. */
export type JournalKey = JsonObject

/** How much of an interrupted run is kept. */
export interface KeptChunks {
  readonly done: number
  readonly total: number
}

/**
 * What a run has written so far, one JSON line a chunk, so that the same plan can go on after an interruption. Lines are made durable in
 * groups, about once a second, and in full at the end. A record says nothing of whether its chunk's bytes reached the disk: who resumes
 * asks the sink, which knows their length and checksum.
 */
export class Journal {
  readonly #file: number
  readonly #path: string
  #syncedAt = performance.now()
  #syncing = false
  #isDurable = false

  private constructor(path: string, file: number) {
    this.#path = path
    this.#file = file
  }

  /**
   * Begins a journal in a scratch directory, or goes on with one: then answers what it holds. Throws `E_OUTPUT` naming the first difference
   * where the key is not that of the interrupted run, which stays as it is.
   */
  static open(scratch: string, key: JournalKey, total: number, resume: boolean): { journal: Journal; done: PlacedRecord[] } {
    const path = join(scratch, fileName)
    const kept = resume ? readJournal(path) : null
    if (kept === null || kept.done.length === 0) {
      const journal = new Journal(path, openedFor(path, 'w'))
      journal.#line({ rasterloom: 1, hash: hashJson(key), total, key })
      return { journal, done: [] }
    }
    mustMatch(path, kept.head, key)
    const file = openedFor(path, 'a')
    // What was cut short must not run into the next line.
    ftruncateSync(file, kept.wholeBytes)
    return { journal: new Journal(path, file), done: kept.done }
  }

  append(entry: PlacedRecord): void {
    this.#line(entry)
    if (!this.#syncing && performance.now() - this.#syncedAt >= syncEveryMs) this.#sync()
  }

  /** In the background: the run does not wait for the disk. A failure shows at the end, where the whole is synced again. */
  #sync(): void {
    this.#syncing = true
    fdatasync(this.#file, () => {
      this.#syncing = false
      this.#syncedAt = performance.now()
    })
  }

  #line(value: Json): void {
    this.#isDurable = false
    const line = Buffer.from(`${JSON.stringify(value)}\n`)
    try {
      for (let at = 0; at < line.length; ) at += writeSync(this.#file, line, at)
    } catch (cause) {
      throw this.#failure(cause)
    }
  }

  /** Makes all lines durable: when all chunks are written, and before what they are made into. Throws `E_OUTPUT`. */
  async sync(): Promise<void> {
    await this.#settled()
    try {
      fsyncSync(this.#file)
      this.#isDurable = true
    } catch (cause) {
      throw this.#failure(cause)
    }
  }

  /** Closes it. A run that was stopped has its lines made durable as well as can be: what stopped it is the failure to tell. */
  async close(): Promise<void> {
    await this.#settled()
    try {
      if (!this.#isDurable) fsyncSync(this.#file)
    } catch {
      // The lines are in the file, and survive all but a power cut.
    } finally {
      closeSync(this.#file)
    }
  }

  async #settled(): Promise<void> {
    while (this.#syncing) await new Promise((resolve) => setTimeout(resolve, 1))
  }

  #failure(cause: unknown): OutputError {
    return outputError(this.#path, 'write the journal of the run', cause)
  }
}

function openedFor(path: string, flags: 'w' | 'a'): number {
  try {
    return openSync(path, flags)
  } catch (cause) {
    throw outputError(path, 'write the journal of the run', cause)
  }
}

/** How much an interrupted run left in a scratch directory; null where it left no chunk. */
export function keptChunks(scratch: string): KeptChunks | null {
  const kept = readJournal(join(scratch, fileName))
  if (kept === null || kept.done.length === 0) return null
  return { done: kept.done.length, total: Number(kept.head.total ?? 0) }
}

interface ReadJournal {
  readonly head: JsonObject
  readonly done: PlacedRecord[]
  /** Bytes up to the end of the last whole line. */
  readonly wholeBytes: number
}

/** What a journal holds; null where there is none or its head is not whole. Lines that are cut short or damaged do not count; of two for one chunk the last does. */
function readJournal(path: string): ReadJournal | null {
  if (!existsSync(path)) return null
  const bytes = readFileSync(path)
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1
  const [head, ...rest] = bytes.subarray(0, wholeBytes).toString('utf8').split('\n').map(parseLine)
  if (!isJsonObject(head) || head.rasterloom !== 1) return null
  const done = new Map<string, PlacedRecord>()
  for (const line of rest) if (isRecord(line)) done.set(line.slice(0, 3).join('/'), line)
  return { head, done: [...done.values()], wholeBytes }
}

function parseLine(line: string): Json {
  try {
    return JSON.parse(line) as Json
  } catch {
    return null
  }
}

function isRecord(line: Json): line is [number, number, number, JsonObject] {
  if (!Array.isArray(line) || line.length !== 4) return false
  return line.slice(0, 3).every((index: Json) => Number.isInteger(index)) && isJsonObject(line[3])
}

function mustMatch(path: string, head: JsonObject, key: JournalKey): void {
  if (head.hash === hashJson(key)) return
  const difference = isJsonObject(head.key) ? firstDifference(head.key, key) : null
  const what = difference === null ? 'had other inputs, steps or options' : `was another one: ${difference}`
  throw new OutputError(
    `${path}: the interrupted run ${what}. It cannot go on with these: give what it was given, or give overwrite to start again`,
    { uri: path, resumable: false, ...(difference === null ? {} : { difference }) },
  )
}
