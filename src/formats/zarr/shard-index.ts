/** What stands for both numbers of a chunk that is not in a shard. */
export const absentEntry = 2n ** 64n - 1n

/** Bytes of a chunk's offset and length. */
export const indexEntryBytes = 16

/** Bytes of a shard's index, with or without the checksum behind it. */
export function indexBytes(chunks: number, hasChecksum: boolean): number {
  return chunks * indexEntryBytes + (hasChecksum ? 4 : 0)
}
