import { createHash } from 'node:crypto'
import type { BytesSource } from './bytes-source.js'
import { truncated } from './source-failure.js'

/** Bytes in memory as a source. The bytes are not copied; reads are views of them. */
export function openMemory(uri: string, bytes: Uint8Array): BytesSource {
  let hash: string | undefined
  return {
    uri,
    path: null,
    size: async () => bytes.length,
    changed: async () => (hash ??= createHash('sha256').update(bytes).digest('hex')),
    async read(offset, length) {
      if (offset + length > bytes.length) throw truncated(uri, offset, length, bytes.length)
      return bytes.subarray(offset, offset + length)
    },
    close: async () => {},
  }
}
