import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { OutputError } from '../base/errors.js'
import { isJsonObject, type Json } from '../base/json.js'
import type { PlacedRecord } from './messages.js'

/** The journal's name in a run's scratch directory. */
const fileName = 'journal.jsonl'

/** What a run has written so far, one JSON line a chunk, so that the same plan can go on after an interruption. */
export class Journal {
  readonly #file: number
  readonly #path: string

  private constructor(path: string, file: number) {
    this.#path = path
    this.#file = file
  }

  /** Begins a journal in a scratch directory, or goes on with one: then answers what it holds. The hash must be the plan's. */
  static open(scratch: string, hash: string, resume: boolean): { journal: Journal; done: PlacedRecord[] } {
    const path = join(scratch, fileName)
    if (resume && existsSync(path)) {
      const done = readJournal(path, hash)
      return { journal: new Journal(path, openSync(path, 'a')), done }
    }
    const journal = new Journal(path, openSync(path, 'w'))
    journal.#line({ rasterloom: 1, hash })
    return { journal, done: [] }
  }

  append(entry: PlacedRecord): void {
    this.#line(entry)
  }

  #line(value: Json): void {
    try {
      writeSync(this.#file, `${JSON.stringify(value)}\n`)
    } catch (cause) {
      throw new OutputError(
        `${this.#path}: the journal cannot be written (${(cause as NodeJS.ErrnoException).code}): make room or choose another place`,
        { uri: this.#path },
        { cause },
      )
    }
  }

  /** Makes the journal durable and closes it. */
  close(): void {
    fsyncSync(this.#file)
    closeSync(this.#file)
  }
}

/** The entries of a journal; a last line that was cut short by a kill does not count. */
function readJournal(path: string, hash: string): PlacedRecord[] {
  const lines = readFileSync(path, 'utf8').split('\n').flatMap(parseLine)
  const head = lines[0]
  if (!isJsonObject(head) || head.hash !== hash) {
    throw new OutputError(
      `${path}: the interrupted run had other inputs, steps or options, so it cannot go on with these. Use overwrite to begin again.`,
      { uri: path },
    )
  }
  return lines.slice(1) as unknown as PlacedRecord[]
}

function parseLine(line: string): Json[] {
  if (line === '') return []
  try {
    return [JSON.parse(line) as Json]
  } catch {
    return []
  }
}
