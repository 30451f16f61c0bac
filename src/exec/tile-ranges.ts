import type { ByteRange, Source } from '../graph/source.js'

/** Bytes that must be fetched before a tile can be decoded: unwinds a task that is then begun anew. */
export class MissingBytes extends Error {
  readonly leaf: number
  readonly range: ByteRange
  constructor(leaf: number, range: ByteRange) {
    super(`bytes of node ${leaf} at ${range.offset}`)
    this.leaf = leaf
    this.range = range
  }
}

/** What the bytes of a range are kept under until their task is done. */
export function rangeKey(leaf: number, range: ByteRange): string {
  return `${leaf}:${range.file}:${range.offset}`
}

/**
 * Where a tile's bytes are; or, where its source must read an index first whose bytes have not come, the range of that index.
 * `indexBytes` answers the bytes of an index, null for a file that is not there, undefined for what has not come yet.
 */
export function rangesOf(
  source: Source,
  tile: number,
  indexBytes: (range: ByteRange) => Uint8Array | null | undefined,
): readonly ByteRange[] {
  const range = source.index?.wanted(tile) ?? null
  if (range === null) return source.locate(tile)
  const bytes = indexBytes(range)
  if (bytes === undefined) return [range]
  source.index?.learn(tile, bytes)
  return source.locate(tile)
}
