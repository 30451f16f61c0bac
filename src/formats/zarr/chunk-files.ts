import { join } from 'node:path'
import { type ChunkGrid, chunkPosition } from '../../array/chunk-grid.js'
import { crc32 } from '../../codecs/crc32.js'
import type { ChunkRecord, SinkPlace } from '../../graph/sink.js'
import { writeWholeSync } from '../../io/atomic-write.js'
import { readBackIfThere, readBackSync } from '../../io/output-directory.js'
import { Spool, type SpoolRecord } from '../../io/spool.js'
import { storedChunkKey } from './stored-array.js'

/** The record of a chunk of nothing but fill, which is not stored. */
export const notStored = { bytes: 0 } as const

/** Where a thread puts encoded chunks of one array, and finds them again. Synchronous. Throws `E_OUTPUT`. */
export interface ChunkFiles {
  put(chunk: number, bytes: Uint8Array): ChunkRecord
  /** Reads a chunk that is stored into the start of `out`; answers its bytes, and what to call it in an error. */
  get(chunk: number, record: ChunkRecord, out: Uint8Array): { readonly length: number; readonly path: string }
  flush(): void
  close(): void
}

/** How keys of chunks are made. */
export type KeyStyle = Parameters<typeof storedChunkKey>[0]

/** Where the file of a chunk lies in its array's directory. */
export function chunkPath(directory: string, grid: ChunkGrid, keys: KeyStyle, chunk: number): string {
  return join(directory, storedChunkKey(keys, chunkPosition(grid, chunk)))
}

/** Each chunk is one file. Its record tells whether it is whole, so that none needs a second name. */
export function separateFiles(directory: string, grid: ChunkGrid, keys: KeyStyle): ChunkFiles {
  const pathOf = (chunk: number): string => chunkPath(directory, grid, keys, chunk)
  return {
    put(chunk, bytes) {
      writeWholeSync(pathOf(chunk), bytes)
      return { bytes: bytes.length, crc: crc32(bytes) }
    },
    get: (chunk, _record, out) => ({ length: readBackSync(pathOf(chunk), out), path: pathOf(chunk) }),
    flush: () => {},
    close: () => {},
  }
}

/** Whether a chunk's own file is as its record says: of the same length and checksum; one of nothing but fill has none. */
export function isFileWhole(directory: string, grid: ChunkGrid, keys: KeyStyle): (chunk: number, record: ChunkRecord) => boolean {
  let buffer = new Uint8Array(0)
  return (chunk, { bytes, crc }) => {
    if (bytes === 0) return true
    if (typeof bytes !== 'number') return false
    // One byte more tells a file that is longer; one buffer for all, as thousands of chunks leave thousands behind.
    if (buffer.length <= bytes) buffer = new Uint8Array(2 * bytes + 1)
    const found = readBackIfThere(chunkPath(directory, grid, keys, chunk), buffer.subarray(0, bytes + 1))
    return found === bytes && crc32(buffer.subarray(0, bytes)) === crc
  }
}

/** Chunks wait in the spools of their threads until shards are made of them. */
export function spooledChunks(place: SinkPlace): ChunkFiles {
  const spool = new Spool(place)
  return {
    put: (_chunk, bytes): SpoolRecord => ({ spool: spool.name, from: spool.append(bytes), bytes: bytes.length, crc: crc32(bytes) }),
    get(_chunk, record, out) {
      const { spool: name, from, bytes } = record as SpoolRecord
      spool.read(name, from, out.subarray(0, bytes))
      return { length: bytes, path: `${place.scratch}: spool ${name}` }
    },
    flush: () => spool.flush(),
    close: () => spool.close(),
  }
}
