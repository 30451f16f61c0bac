import { readFileSync } from 'node:fs'

/** One chunk of a shard: its bytes, or null for one that is not there. */
export interface ShardPart {
  readonly offset: number
  readonly bytes: Uint8Array | null
}

/** CRC-32C bit by bit, as RFC 3720 defines it: shares nothing with the code under test. */
export function crc32cByBits(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0x82f63b78 : rest >>> 1
  }
  return (rest ^ 0xffffffff) >>> 0
}

/**
 * Takes a shard apart by the letter of the specification: an index of little-endian uint64 pairs (offset, length), in C order of chunks, both 2^64-1 for
 * a chunk that is not there, then its CRC-32C, at one end of the file. Throws where the checksum is wrong or a part leaves the file.
 */
export function takeShardApart(path: string, chunks: number, indexAt: 'start' | 'end'): ShardPart[] {
  const file = readFileSync(path)
  const indexBytes = 16 * chunks + 4
  const index = indexAt === 'end' ? file.subarray(file.length - indexBytes) : file.subarray(0, indexBytes)
  const stored = index.readUInt32LE(16 * chunks)
  const found = crc32cByBits(index.subarray(0, 16 * chunks))
  if (stored !== found) throw new Error(`the index says ${stored}, its bytes ${found}`)
  return Array.from({ length: chunks }, (_, at) => {
    const offset = index.readBigUInt64LE(16 * at)
    const length = index.readBigUInt64LE(16 * at + 8)
    if (offset === 0xffffffffffffffffn && length === 0xffffffffffffffffn) return { offset: -1, bytes: null }
    const [from, size] = [Number(offset), Number(length)]
    const [least, most] = indexAt === 'end' ? [0, file.length - indexBytes] : [indexBytes, file.length]
    if (from < least || from + size > most) throw new Error(`chunk ${at} at ${from} of ${size} bytes leaves the shard of ${file.length}`)
    return { offset: from, bytes: file.subarray(from, from + size) }
  })
}
