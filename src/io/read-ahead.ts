import type { BytesSource } from './bytes-source.js'
import { truncated } from './source-failure.js'

/** What of a source `readAhead` needs and gives. */
export type Readable = Pick<BytesSource, 'uri' | 'size' | 'read'>

/**
 * Reads of headers through a cache of whole pages: small reads that lie near each other become one. Pages are kept as long as the
 * reader, so use it for headers, not for pixels. Reads past the end throw `E_SOURCE`.
 */
export function readAhead(source: Readable, pageBytes = 32 * 1024): Readable {
  const pages = new Map<number, Promise<Uint8Array>>()

  /** Fetches the pages of a span that are not there, in one read from the first missing to the last missing. */
  function load(first: number, last: number, size: number): void {
    let from = first
    let to = last
    while (from <= last && pages.has(from)) from++
    while (to >= from && pages.has(to)) to--
    if (from > to) return
    const start = from * pageBytes
    const bytes = source.read(start, Math.min(size, (to + 1) * pageBytes) - start)
    for (let page = from; page <= to; page++) {
      const at = (page - from) * pageBytes
      const part = bytes.then((all) => all.subarray(at, at + pageBytes))
      // Whoever awaits the page meets the failure; a page that nobody awaits must not bring the process down.
      part.catch(() => {})
      pages.set(page, part)
    }
  }

  return {
    uri: source.uri,
    size: () => source.size(),
    async read(offset, length) {
      const size = await source.size()
      if (offset + length > size) throw truncated(source.uri, offset, length, size)
      if (length === 0) return new Uint8Array(0)
      const first = Math.floor(offset / pageBytes)
      const last = Math.floor((offset + length - 1) / pageBytes)
      load(first, last, size)
      const result = new Uint8Array(length)
      for (let page = first; page <= last; page++) {
        const bytes = await (pages.get(page) as Promise<Uint8Array>)
        const start = page * pageBytes
        const from = Math.max(offset, start)
        const to = Math.min(offset + length, start + bytes.length)
        result.set(bytes.subarray(from - start, to - start), from - offset)
      }
      return result
    },
  }
}
