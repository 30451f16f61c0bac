import { closeSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ChunkGrid, chunkCount, chunkGrid, chunkPosition } from '../../array/chunk-grid.js'
import { OutputError } from '../../base/errors.js'
import { crc32c } from '../../codecs/crc32c.js'
import type { ChunkRecord, SinkPlace } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { makeDirectorySync, outputError } from '../../io/atomic-write.js'
import { goOn } from '../../io/go-on.js'
import { Spool, type SpoolRecord } from '../../io/spool.js'
import type { KeyStyle } from './chunk-files.js'
import { absentEntry, indexBytes, indexEntryBytes } from './shard-index.js'
import { storedChunkKey } from './stored-array.js'

/** Bytes copied at a time. */
const bufferBytes = 1024 * 1024

/** An array of shards to be put together. */
export interface ShardedArray {
  /** Directory of the array in the store being written. */
  readonly directory: string
  /** `spec.chunks` is the grid of the chunks inside. */
  readonly spec: ArraySpec
  /** Extents of a shard, whole chunks along every dim. */
  readonly shard: readonly number[]
  readonly indexAtStart: boolean
  readonly keys: KeyStyle
}

/**
 * Puts the shards of an array together from the chunks that threads have spooled, in C order of shards and of chunks within each, so that their
 * bytes depend on the pixels alone; `deliver` takes each where it does not stay. A shard of nothing but fill is not written. Throws `E_OUTPUT`, and between shards `E_ABORTED` where the signal says so.
 * Source: the codec `sharding_indexed` of the Zarr v3 specification, 1.0.
 */
export async function assembleShards(
  place: SinkPlace,
  array: ShardedArray,
  recordOf: (chunk: number) => ChunkRecord | undefined,
  deliver: ((path: string) => Promise<void>) | null,
  signal?: AbortSignal,
): Promise<void> {
  const grid = chunkGrid(array.spec.shape, array.shard)
  const spool = new Spool(place)
  const buffer = new Uint8Array(bufferBytes)
  try {
    for (let shard = 0; shard < chunkCount(grid); shard++) {
      const position = chunkPosition(grid, shard)
      const records = chunksOfShard(array, position).map((chunk) => (chunk < 0 ? undefined : (recordOf(chunk) as SpoolRecord)))
      if (records.every((record) => record === undefined || record.bytes === 0)) continue
      const path = join(array.directory, storedChunkKey(array.keys, position))
      writeShard(path, records, array.indexAtStart, spool, buffer)
      await deliver?.(path)
      await new Promise((resolve) => setImmediate(resolve))
      goOn(signal)
    }
  } finally {
    spool.close()
  }
}

/** The chunks of a shard in C order, by their index in the array; -1 for those that lie wholly outside of it. */
function chunksOfShard({ spec, shard }: ShardedArray, position: readonly number[]): number[] {
  const { shape, chunk }: ChunkGrid = spec.chunks
  const counts = shard.map((extent, dim) => extent / (chunk[dim] as number))
  let chunks = [0]
  for (const [dim, count] of counts.entries()) {
    const across = Math.ceil((shape[dim] as number) / (chunk[dim] as number))
    const first = (position[dim] as number) * count
    const along = Array.from({ length: count }, (_, at) => (first + at < across ? first + at : -1))
    chunks = chunks.flatMap((before) => along.map((at) => (before < 0 || at < 0 ? -1 : before * across + at)))
  }
  return chunks
}

function writeShard(
  path: string,
  records: readonly (SpoolRecord | undefined)[],
  indexAtStart: boolean,
  spool: Spool,
  buffer: Uint8Array,
): void {
  const index = indexOf(records, indexAtStart)
  try {
    makeDirectorySync(dirname(path))
    const file = openSync(path, 'w')
    try {
      const out = new BufferedFile(file, buffer)
      if (indexAtStart) out.write(index)
      for (const record of records) if (record !== undefined && record.bytes > 0) out.copy(spool, record)
      if (!indexAtStart) out.write(index)
      out.flush()
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    throw cause instanceof OutputError ? cause : outputError(path, 'write', cause)
  }
}

/** The index: offset and length of each chunk, and the checksum of these. */
function indexOf(records: readonly (SpoolRecord | undefined)[], indexAtStart: boolean): Uint8Array {
  const index = new Uint8Array(indexBytes(records.length, true))
  const view = new DataView(index.buffer)
  let offset = indexAtStart ? index.length : 0
  for (const [at, record] of records.entries()) {
    const length = record?.bytes ?? 0
    view.setBigUint64(at * indexEntryBytes, length === 0 ? absentEntry : BigInt(offset), true)
    view.setBigUint64(at * indexEntryBytes + 8, length === 0 ? absentEntry : BigInt(length), true)
    offset += length
  }
  const entries = index.subarray(0, records.length * indexEntryBytes)
  view.setUint32(entries.length, crc32c(entries), true)
  return index
}

/** A file that is written through one buffer. */
class BufferedFile {
  readonly #file: number
  readonly #buffer: Uint8Array
  #filled = 0

  constructor(file: number, buffer: Uint8Array) {
    this.#file = file
    this.#buffer = buffer
  }

  write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) {
      const room = this.#room(bytes.length - done)
      room.set(bytes.subarray(done, done + room.length))
      done += room.length
    }
  }

  copy(spool: Spool, { spool: name, from, bytes }: SpoolRecord): void {
    for (let done = 0; done < bytes; ) {
      const room = this.#room(bytes - done)
      spool.read(name, from + done, room)
      done += room.length
    }
  }

  flush(): void {
    for (let done = 0; done < this.#filled; ) done += writeSync(this.#file, this.#buffer, done, this.#filled - done)
    this.#filled = 0
  }

  /** The next part of the buffer, taken, of at most so many bytes. */
  #room(most: number): Uint8Array {
    if (this.#filled === this.#buffer.length) this.flush()
    const from = this.#filled
    this.#filled = Math.min(this.#buffer.length, from + most)
    return this.#buffer.subarray(from, this.#filled)
  }
}
