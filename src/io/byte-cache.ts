/** A range of bytes that was fetched, or is being fetched. */
interface Kept {
  readonly offset: number
  readonly length: number
  readonly bytes: Promise<Uint8Array>
}

/** Fetches a range of bytes. */
export type FetchRange = (offset: number, length: number) => Promise<Uint8Array>

/**
 * Ranges of remote files that were fetched last, up to so many bytes in all: what several bands, threads or tasks want of one file comes once,
 * also while it is under way. The range that was asked for longest ago goes first.
 */
export class ByteCache {
  readonly #mostBytes: number
  readonly #kept = new Map<string, Kept[]>()
  /** Names of files in the order of their ranges' last uses. */
  readonly #order: { readonly name: string; readonly range: Kept }[] = []
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  /** Bytes of a file: those that are kept, else what `fetch` brings. Failures are not kept. */
  async read(name: string, offset: number, length: number, fetch: FetchRange): Promise<Uint8Array> {
    const within = (kept: Kept): boolean => kept.offset <= offset && offset + length <= kept.offset + kept.length
    const known = this.#kept.get(name)?.find(within)
    if (known !== undefined) {
      this.#use(name, known)
      return (await known.bytes).subarray(offset - known.offset, offset - known.offset + length)
    }
    const range: Kept = { offset, length, bytes: fetch(offset, length) }
    if (length > this.#mostBytes) return range.bytes
    this.#keep(name, range)
    range.bytes.catch(() => this.#drop(name, range))
    return range.bytes
  }

  #keep(name: string, range: Kept): void {
    const ranges = this.#kept.get(name)
    if (ranges === undefined) this.#kept.set(name, [range])
    else ranges.push(range)
    this.#order.push({ name, range })
    this.#bytes += range.length
    while (this.#bytes > this.#mostBytes) {
      const oldest = this.#order[0]
      if (oldest === undefined) return
      this.#drop(oldest.name, oldest.range)
    }
  }

  #use(name: string, range: Kept): void {
    const at = this.#order.findIndex((each) => each.range === range)
    if (at >= 0) this.#order.push(...this.#order.splice(at, 1))
    else this.#keep(name, range)
  }

  #drop(name: string, range: Kept): void {
    const at = this.#order.findIndex((each) => each.range === range)
    if (at < 0) return
    this.#order.splice(at, 1)
    this.#bytes -= range.length
    const rest = (this.#kept.get(name) ?? []).filter((each) => each !== range)
    if (rest.length === 0) this.#kept.delete(name)
    else this.#kept.set(name, rest)
  }
}
