/**
 * Bytes that can be read by position: what `openBytes` gives. It is the `ByteSource` of graph/source.ts and knows besides when its bytes
 * last changed.
 */
export interface BytesSource {
  /** Without credentials or signatures: what errors and outputs may show. */
  readonly uri: string
  /** Path on this machine's disk, or null for remote and in-memory bytes. */
  readonly path: string | null
  size(): Promise<number>
  /** Time of change in nanoseconds (files), ETag or Last-Modified (http), a content hash (memory); empty where nothing is known. */
  changed(): Promise<string>
  /** Exactly `length` bytes from `offset`; `E_SOURCE` with `uri`, `offset`, `length` where the bytes end before that. */
  read(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array>
  close(): Promise<void>
}
