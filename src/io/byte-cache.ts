/** A range of a file's bytes that was fetched, or is being fetched; of all its bytes where `length` is -1. */
interface Kept {
  readonly offset: number
  readonly length: number
  readonly bytes: Promise<Uint8Array>
  /** What it counts for: nothing before the size is known. */
  size: number
}

/** Fetches a range of bytes. */
export type FetchRange = (offset: number, length: number) => Promise<Uint8Array>

/**
 * Bytes of remote files that were fetched last, up to so many in all: what several bands, threads or tasks want of one file comes once,
 * also while it is under way. What was asked for longest ago goes first.
 */
export class ByteCache {
  readonly #mostBytes: number
  /** By name of the file, in no order. */
  readonly #files = new Map<string, Kept[]>()
  /** In the order of last uses. */
  readonly #order = new Map<Kept, string>()
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  /** Bytes of a file: those that are kept, else what `fetch` brings. Failures are not kept. */
  async read(name: string, offset: number, length: number, fetch: FetchRange): Promise<Uint8Array> {
    const holds = (kept: Kept): boolean => kept.offset <= offset && offset + length <= kept.offset + kept.length
    const known = this.#used(name, holds)
    if (known !== undefined) return (await known.bytes).subarray(offset - known.offset, offset - known.offset + length)
    return this.#keep(name, { offset, length, bytes: fetch(offset, length), size: length })
  }

  /** All bytes of a file, as {@link read}. */
  async readWhole(name: string, fetch: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = this.#used(name, (kept) => kept.length < 0)
    return known?.bytes ?? this.#keep(name, { offset: 0, length: -1, bytes: fetch(), size: 0 })
  }

  /** Lets go of what is kept of a file: it is no good. */
  forget(name: string): void {
    for (const kept of this.#files.get(name) ?? []) this.#drop(kept)
  }

  #used(name: string, holds: (kept: Kept) => boolean): Kept | undefined {
    const known = this.#files.get(name)?.find(holds)
    if (known === undefined) return undefined
    this.#order.delete(known)
    this.#order.set(known, name)
    return known
  }

  #keep(name: string, kept: Kept): Promise<Uint8Array> {
    const { bytes } = kept
    if (kept.size > this.#mostBytes) return bytes
    this.#files.set(name, [...(this.#files.get(name) ?? []), kept])
    this.#order.set(kept, name)
    this.#bytes += kept.size
    this.#trim()
    bytes.then(
      ({ length }) => this.#resize(kept, length),
      () => this.#drop(kept),
    )
    return bytes
  }

  #resize(kept: Kept, size: number): void {
    if (!this.#order.has(kept)) return
    this.#bytes += size - kept.size
    kept.size = size
    this.#trim()
  }

  #trim(): void {
    for (const kept of this.#order.keys()) {
      if (this.#bytes <= this.#mostBytes) return
      // What is under way counts for nothing yet, and somebody waits for it.
      if (kept.size > 0) this.#drop(kept)
    }
  }

  #drop(kept: Kept): void {
    const name = this.#order.get(kept)
    if (name === undefined) return
    this.#order.delete(kept)
    this.#bytes -= kept.size
    const rest = (this.#files.get(name) ?? []).filter((each) => each !== kept)
    if (rest.length === 0) this.#files.delete(name)
    else this.#files.set(name, rest)
  }
}
