import { SourceError } from '../../base/errors.js'
import { crc32c } from '../../codecs/crc32c.js'

/** What stands for both numbers of a chunk that is not in a shard. */
export const absentEntry = 2n ** 64n - 1n

/** Bytes of a chunk's offset and length. */
export const indexEntryBytes = 16

/** Bytes of a shard's index, with or without the checksum behind it. */
export function indexBytes(chunks: number, hasChecksum: boolean): number {
  return chunks * indexEntryBytes + (hasChecksum ? 4 : 0)
}

/** Where a chunk lies in its shard. */
export interface IndexEntry {
  readonly offset: number
  readonly length: number
}

/** Throws `E_SOURCE` where the checksum behind an index is not that of its entries. */
export function checkIndex(index: Uint8Array, uri: string): void {
  const body = index.subarray(0, index.length - 4)
  const stored = new DataView(index.buffer, index.byteOffset + body.length, 4).getUint32(0, true)
  const found = crc32c(body)
  if (found === stored) return
  throw new SourceError(
    `${uri}: the index of the shard is damaged: its crc32c is ${found.toString(16)}, but ${stored.toString(16)} is stored`,
    { uri, offset: 0, length: index.length },
  )
}

/** The entry of a chunk by its place in the shard; null for one that is not there. Throws `E_SOURCE` for numbers that no file has. */
export function entryAt(index: Uint8Array, at: number, bigEndian: boolean, uri: string): IndexEntry | null {
  const view = new DataView(index.buffer, index.byteOffset + at * indexEntryBytes, indexEntryBytes)
  const offset = view.getBigUint64(0, !bigEndian)
  const length = view.getBigUint64(8, !bigEndian)
  if (offset === absentEntry && length === absentEntry) return null
  if (offset + length <= BigInt(Number.MAX_SAFE_INTEGER)) return { offset: Number(offset), length: Number(length) }
  throw new SourceError(`${uri}: the index of the shard is damaged: chunk ${at} of it stands at ${offset}, ${length} bytes long`, {
    uri,
    offset: 0,
  })
}
