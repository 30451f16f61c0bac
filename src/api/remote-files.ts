import { isRasterloomError } from '../base/errors.js'
import type { ByteRange, ByteSource } from '../graph/source.js'
import { fromEnd } from '../io/local-reader.js'
import { openUri } from './opened.js'

/** Bytes that no worker can read by itself: remote files and arrays in memory. Each file is opened once a run. */
export class RemoteFiles {
  readonly #files: ReadonlyMap<number, readonly string[]>
  readonly #open = new Map<string, Promise<ByteSource>>()

  /** `files`: the uris of each leaf's files. */
  constructor(files: ReadonlyMap<number, readonly string[]>) {
    this.#files = files
  }

  async fetch(leaf: number, range: ByteRange): Promise<Uint8Array | null> {
    const uri = this.#files.get(leaf)?.[range.file] as string
    let file = this.#open.get(uri)
    if (file === undefined) this.#open.set(uri, (file = openUri(uri)))
    if (range.length >= 0 && range.mayBeAbsent !== true) return (await file).read(range.offset, range.length)
    try {
      const source = await file
      const size = await source.size()
      if (range.length < 0) return await source.read(0, size)
      return await source.read(range.offset < 0 ? fromEnd(source.uri, range.offset, size) : range.offset, range.length)
    } catch (error) {
      // A chunk that was never written has no object; stores that may not be listed answer 403 for it.
      if (isRasterloomError(error) && (error.fields.status === 404 || error.fields.status === 403)) return null
      throw error
    }
  }

  async close(): Promise<void> {
    for (const file of this.#open.values()) await file.then((source) => source.close()).catch(() => {})
  }
}
