import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SourceError } from '../base/errors.js'
import { fileFailure, noneFree } from './source-failure.js'

/** Most file descriptors that one thread keeps open: few, so that many threads stay within a process's limit. Opening again takes some microseconds. */
const mostOpen = 16

/** The path of a uri on this machine, or null when its bytes are elsewhere (http, asset, ...). */
export function localPath(uri: string): string | null {
  if (uri.startsWith('file:')) return fileURLToPath(uri)
  return /^[a-zA-Z][a-zA-Z0-9+.-]+:/.test(uri) ? null : uri
}

/** Which bytes of a file: see {@link LocalReader.read}. */
export interface LocalRange {
  readonly offset: number
  readonly length: number
  readonly mayBeAbsent?: true
}

/** The offset from the start of a file that one from its end means. Throws `E_SOURCE` for a file that is shorter. */
export function fromEnd(uri: string, offset: number, size: number): number {
  if (size + offset >= 0) return size + offset
  const message = `${uri}: its last ${-offset} bytes are wanted, it has ${size}: it is truncated`
  throw new SourceError(message, { uri, offset: 0, length: -offset })
}

/** Positioned, synchronous reads of local files, for the thread that decodes them. Keeps the files open that were used last. */
export class LocalReader {
  readonly #open = new Map<string, number>()

  /**
   * Reads bytes into `into` and answers how many: `length` of them, or with `length` -1 the whole file. An `offset` below 0 counts from the end.
   * Answers -1 for a file that does not exist, where that may be (`mayBeAbsent`, or a whole file). Throws `E_SOURCE` when bytes are missing or do not fit.
   */
  read(path: string, range: LocalRange, into: Uint8Array): number {
    const { length } = range
    const file = this.#descriptor(path, length < 0 || range.mayBeAbsent === true)
    if (file < 0) return -1
    const wanted = length < 0 ? fstatSync(file).size : length
    const offset = range.offset < 0 ? fromEnd(path, range.offset, fstatSync(file).size) : range.offset
    if (wanted > into.length)
      throw new SourceError(`${path}: ${wanted} bytes for one tile, at most ${into.length} were announced: the file is corrupt`, {
        uri: path,
        offset,
        length: wanted,
      })
    let done = 0
    while (done < wanted) {
      const count = readSome(path, file, into.subarray(done, wanted), offset + done)
      if (count === 0) break
      done += count
    }
    if (length < 0) this.#drop(path)
    if (done === wanted) return done
    throw new SourceError(`${path}: bytes ${offset}..${offset + wanted} wanted, the file ends at ${offset + done}: it is truncated`, {
      uri: path,
      offset,
      length: wanted,
    })
  }

  #descriptor(path: string, mayBeAbsent: boolean): number {
    const known = this.#open.get(path)
    if (known !== undefined) {
      this.#open.delete(path)
      this.#open.set(path, known)
      return known
    }
    try {
      if (this.#open.size >= mostOpen) this.#dropOldest()
      const file = openSync(path, 'r')
      this.#open.set(path, file)
      return file
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code as string
      if (mayBeAbsent && code === 'ENOENT') return -1
      if (noneFree.includes(code) && this.#open.size > 0) {
        // Other threads, and the program that uses the library, have files open too.
        this.#dropOldest()
        return this.#descriptor(path, mayBeAbsent)
      }
      if (noneFree.includes(code)) throw fileFailure(path, cause)
      throw new SourceError(`${path}: cannot be read (${code}): it was there when the run was planned`, { uri: path }, { cause })
    }
  }

  #dropOldest(): void {
    this.#drop(this.#open.keys().next().value as string)
  }

  #drop(path: string): void {
    const file = this.#open.get(path)
    if (file !== undefined) closeSync(file)
    this.#open.delete(path)
  }

  close(): void {
    for (const path of [...this.#open.keys()]) this.#drop(path)
  }
}

/** Reads as many bytes as the system gives at once; 0 at the end. Throws `E_SOURCE`. */
function readSome(path: string, file: number, into: Uint8Array, offset: number): number {
  try {
    return readSync(file, into, 0, into.length, offset)
  } catch (cause) {
    throw fileFailure(path, cause, { offset, length: into.length })
  }
}
