import { MiB } from '../base/bytes.js'
import { isRasterloomError, SourceError } from '../base/errors.js'
import type { ByteRange, ByteSource, Fingerprint } from '../graph/source.js'
import { ByteCache } from '../io/byte-cache.js'
import { fromEnd } from '../io/local-reader.js'
import { openUri } from './opened.js'

/** Bytes that were fetched and are kept, of all files of a run together. */
export const keptRemoteBytes = 8 * MiB

/** What a run must know of a leaf to fetch its bytes. */
export interface RemoteLeaf {
  readonly files: readonly string[]
  /** What the files were when the run was planned, where that is known. */
  readonly fingerprint: Fingerprint
  /** The most bytes that one of its files may have where each tile is one. */
  readonly mostBytes: number
}

/**
 * Bytes that no worker can read by itself: remote files and arrays in memory. A file of which parts are read is opened once a run, and what was
 * fetched last is kept; one that is read whole takes one request.
 */
export class RemoteFiles {
  readonly #leaves: ReadonlyMap<number, RemoteLeaf>
  readonly #open = new Map<string, Promise<ByteSource>>()
  readonly #cache = new ByteCache(keptRemoteBytes)
  /** Ranges and whole files that were asked for so far; not what was kept, openings, and repetitions. */
  requests = 0

  constructor(leaves: ReadonlyMap<number, RemoteLeaf>) {
    this.#leaves = leaves
  }

  async fetch(leaf: number, range: ByteRange): Promise<Uint8Array | null> {
    const { files, mostBytes, fingerprint } = this.#leaves.get(leaf) as RemoteLeaf
    const uri = files[range.file] as string
    if (range.fresh === true) this.#cache.forget(uri)
    try {
      if (range.length < 0) return await this.#cache.readWhole(uri, () => this.#counted(readWhole(uri, mostBytes)))
      const source = await this.#opened(uri, uri.startsWith('asset:') ? '' : (fingerprint[range.file]?.changed ?? ''))
      const offset = range.offset < 0 ? fromEnd(source.uri, range.offset, await source.size()) : range.offset
      // Memory needs no second copy of itself.
      if (uri.startsWith('asset:')) return await this.#counted(source.read(offset, range.length))
      return await this.#cache.read(uri, offset, range.length, (from, length) => this.#counted(source.read(from, length)))
    } catch (error) {
      if ((range.length < 0 || range.mayBeAbsent === true) && isAbsent(error)) return null
      throw error
    }
  }

  #counted(bytes: Promise<Uint8Array>): Promise<Uint8Array> {
    this.requests++
    return bytes
  }

  #opened(uri: string, changed: string): Promise<ByteSource> {
    let file = this.#open.get(uri)
    if (file === undefined) {
      this.#open.set(uri, (file = openUri(uri).then((source) => unchanged(source, changed))))
      // Who asks again may find it.
      file.catch(() => this.#open.delete(uri))
    }
    return file
  }

  async close(): Promise<void> {
    for (const file of this.#open.values()) await file.then((source) => source.close()).catch(() => {})
  }
}

/** A file whose ETag or time of change is still what it was. Stores are known by the hash of their documents instead, which chunks do not have. */
async function unchanged(source: ByteSource & { changed?(): Promise<string> }, expected: string): Promise<ByteSource> {
  const found = (await source.changed?.()) ?? ''
  if (expected === '' || found === '' || found === expected || isHash(expected)) return source
  await source.close()
  throw new SourceError(`${source.uri}: was changed since it was opened: open it again and run again`, { uri: source.uri, changed: true })
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

/** All bytes of a file, in one request where it is remote. */
async function readWhole(uri: string, mostBytes: number): Promise<Uint8Array> {
  const source = await openUri(uri, { whole: true, mostBytes })
  try {
    return await source.read(0, await source.size())
  } finally {
    await source.close()
  }
}

/** A chunk that was never written has no object; stores that may not be listed answer 403 for it. */
function isAbsent(error: unknown): boolean {
  return isRasterloomError(error) && (error.fields.status === 404 || error.fields.status === 403)
}
