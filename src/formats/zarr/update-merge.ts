import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ChunkGrid, chunkCounts, chunkIndex, chunkPosition, chunksIn, chunkWindow } from '../../array/chunk-grid.js'
import { copyWindow, type Placed } from '../../array/strided-copy.js'
import { intersect, sameWindow, type Window } from '../../array/window.js'
import type { TypedArray } from '../../base/dtype.js'
import { isRasterloomError, OutputError } from '../../base/errors.js'
import { crc32c } from '../../codecs/crc32c.js'
import type { ChunkRecord } from '../../graph/sink.js'
import { atomicWriteSync, makeDirectorySync, outputError } from '../../io/atomic-write.js'
import { goOn } from '../../io/go-on.js'
import { readIfThere } from '../../io/output-directory.js'
import { type ChunkMerger, chunkMerger, type MergedArray } from './chunk-merge.js'
import type { Sharding } from './codec-pipeline.js'
import { absentEntry, checkIndex, entryAt, indexBytes, indexEntryBytes } from './shard-index.js'
import { storedChunkKey } from './stored-array.js'

/** Pixels on their way into a stored array: in memory, in C order, or in pieces. */
export type Incoming = Pieces | { readonly data: TypedArray }

/** Pixels as chunks that are encoded as the stored array's are. */
export interface Pieces {
  /** Extents of the pixels, and of the chunks that they are cut into from their own first one on. */
  readonly grid: ChunkGrid
  /** What became of a chunk of them. */
  record(chunk: number): ChunkRecord | undefined
  /** Its bytes as encoded; null for one of nothing but fill. */
  encoded(chunk: number): Uint8Array | null
  /** The file that holds them, which may be taken away; null where they lie in another one. */
  file(chunk: number): string | null
}

/** A stored array that pixels go into. */
export interface MergeTarget extends MergedArray {
  readonly directory: string
  /** Where files lie until they are whole. */
  readonly temporary: string
  /** Extents of the array when the pixels are in it. */
  readonly shape: readonly number[]
  /** Where the pixels go. */
  readonly start: readonly number[]
}

/**
 * Puts pixels into the chunks of a stored array. Chunks that they cover are taken as they are; those that they cover in part are read, changed and
 * written whole. Every file is replaced in one step. Only for who holds the store's lock. Throws `E_OUTPUT`, `E_SOURCE`, and `E_ABORTED` between files.
 */
export async function mergePieces(target: MergeTarget, incoming: Incoming, signal?: AbortSignal): Promise<void> {
  const merge = new Merge(target, incoming, await chunkMerger(target))
  const { sharding } = target.array
  const { region } = merge
  const files: ChunkGrid = { shape: target.shape, chunk: sharding?.shard ?? target.array.chunk }
  let turned = performance.now()
  for (const file of chunksIn(files, region)) {
    if (sharding === null) merge.chunkFile(file)
    else merge.shardFile(files, file, sharding)
    if (performance.now() - turned < 50) continue
    await new Promise((resolve) => setImmediate(resolve))
    goOn(signal)
    turned = performance.now()
  }
}

/** What is to become of a chunk: bytes that are there already, others, or none. */
type Change = { readonly piece: number; readonly pieces: Pieces } | { readonly bytes: Uint8Array | null }

class Merge {
  /** Where the pixels go. */
  readonly region: Window
  readonly #target: MergeTarget
  /** Null for pixels in memory. */
  readonly #pieces: Pieces | null
  readonly #whole: Placed | null
  readonly #merger: ChunkMerger
  /** Of the stored array. */
  readonly #grid: ChunkGrid
  readonly #isAligned: boolean
  /** The piece that was decoded last: neighbours in the store often share it. */
  #last: { readonly piece: number; readonly placed: Placed } | null = null

  constructor(target: MergeTarget, incoming: Incoming, merger: ChunkMerger) {
    this.#target = target
    this.#pieces = 'data' in incoming ? null : incoming
    const shape = 'data' in incoming ? [incoming.data.length] : incoming.grid.shape
    this.#whole = 'data' in incoming ? { data: incoming.data, start: target.start, shape } : null
    this.region = { start: target.start, stop: target.start.map((from, dim) => from + (shape[dim] as number)) }
    this.#merger = merger
    this.#grid = { shape: target.shape, chunk: target.array.chunk }
    this.#isAligned = target.start.every((from, dim) => from % (this.#grid.chunk[dim] as number) === 0)
  }

  /** A chunk that is a file. */
  chunkFile(chunk: number): void {
    const path = this.#pathOf(chunkPosition(this.#grid, chunk))
    const change = this.#change(chunk, () => readIfThere(path))
    if ('bytes' in change) {
      this.#replace(path, change.bytes)
      return
    }
    const { piece, pieces } = change
    const file = pieces.file(piece)
    const isStored = pieces.record(piece)?.bytes !== 0
    if (isStored && file !== null) moveFile(file, path)
    else this.#replace(path, isStored ? pieces.encoded(piece) : null)
  }

  /** A file of many chunks: those that do not change are copied as they are. */
  shardFile(shards: ChunkGrid, shard: number, sharding: Sharding): void {
    const position = chunkPosition(shards, shard)
    const path = this.#pathOf(position)
    const old = readIfThere(path)
    const counts = sharding.shard.map((extent, dim) => extent / (this.#grid.chunk[dim] as number))
    const index = old === null ? null : indexOf(old, counts, sharding, path)
    const across = chunkCounts(this.#grid)
    const inShard: ChunkGrid = { shape: counts, chunk: counts.map(() => 1) }
    const count = counts.reduce((product, each) => product * each, 1)
    const writer = new ShardFile(join(this.#target.temporary, `.shard-${process.pid}`), count, sharding)
    try {
      for (let at = 0; at < count; at++) {
        const own = chunkPosition(inShard, at).map((within, dim) => (position[dim] as number) * (counts[dim] as number) + within)
        const stored = (): Uint8Array | null => {
          const entry = index === null || old === null ? null : entryAt(index, at, sharding.indexBigEndian, path)
          if (entry === null || old === null) return null
          if (entry.offset + entry.length > old.length)
            throw new OutputError(`${path}: the shard ends before chunk ${at} of it does: it is damaged, and is not changed`, { uri: path })
          return old.subarray(entry.offset, entry.offset + entry.length)
        }
        if (own.some((where, dim) => where >= (across[dim] as number))) continue
        const chunk = chunkIndex(this.#grid, own)
        const window = chunkWindow(this.#grid, chunk)
        const touched = intersect(window, this.region)
        const isTouched = touched.start.every((from, dim) => from < (touched.stop[dim] as number))
        const change: Change = isTouched ? this.#change(chunk, stored) : { bytes: stored() }
        writer.put(at, 'bytes' in change ? change.bytes : change.pieces.encoded(change.piece))
      }
      writer.close(path)
    } catch (error) {
      writer.discard()
      throw error instanceof OutputError || !(error instanceof Error && 'code' in error && 'syscall' in error)
        ? error
        : outputError(path, 'write', error)
    }
  }

  #change(chunk: number, stored: () => Uint8Array | null): Change {
    const window = chunkWindow(this.#grid, chunk)
    const inside = intersect(window, this.region)
    const pieces = this.#pieces
    if (pieces !== null && this.#isAligned && sameWindow(inside, window)) return { piece: this.#pieceAt(pieces, window.start), pieces }
    const start = chunkPosition(this.#grid, chunk).map((at, dim) => at * (this.#grid.chunk[dim] as number))
    // Decoded first: the merger has room for one chunk at a time.
    const parts = pieces === null ? [this.#whole as Placed] : this.#parts(pieces, inside)
    const put = (placed: Placed): void => {
      for (const part of parts) {
        const covered = { start: part.start, stop: part.start.map((at, dim) => at + (part.shape[dim] as number)) }
        copyWindow(part, placed, intersect(covered, inside))
      }
    }
    try {
      const bytes = this.#merger.merged(stored(), start, put)
      return { bytes: bytes === null ? null : bytes.slice() }
    } catch (cause) {
      throw isRasterloomError(cause) && cause.code === 'E_SOURCE' ? this.#unreadable(chunk, cause) : cause
    }
  }

  #unreadable(chunk: number, cause: Error): OutputError {
    const position = chunkPosition(this.#grid, chunk)
    const uri = join(this.#target.directory, storedChunkKey(this.#target.array, position))
    const why = cause.message.replace(/^.*cannot be decoded: /, '')
    return new OutputError(
      `${uri}: what is stored of chunk ${position.join(', ')} cannot be read, so that a part of it cannot be changed: ${why}. Write all of that chunk`,
      { uri },
      { cause },
    )
  }

  /** The pieces that lie in a window, in the index space of the stored array. */
  #parts(pieces: Pieces, window: Window): Placed[] {
    const local: Window = { start: this.#local(window.start), stop: this.#local(window.stop) }
    return [...chunksIn(pieces.grid, local)].map((piece) => {
      if (this.#last?.piece === piece) return this.#last.placed
      const position = chunkPosition(pieces.grid, piece)
      const start = position.map((at, dim) => at * (this.#grid.chunk[dim] as number) + (this.#target.start[dim] as number))
      const placed = { data: this.#merger.decoded(pieces.encoded(piece)), start, shape: this.#grid.chunk }
      this.#last = { piece, placed }
      return placed
    })
  }

  #pieceAt(pieces: Pieces, start: readonly number[]): number {
    return chunkIndex(
      pieces.grid,
      this.#local(start).map((at, dim) => Math.floor(at / (this.#grid.chunk[dim] as number))),
    )
  }

  #local(position: readonly number[]): number[] {
    return position.map((at, dim) => at - (this.#target.start[dim] as number))
  }

  #pathOf(position: readonly number[]): string {
    return join(this.#target.directory, storedChunkKey(this.#target.array, position))
  }

  #replace(path: string, bytes: Uint8Array | null): void {
    if (bytes !== null) atomicWriteSync(path, bytes, this.#target.temporary)
    else rmSync(path, { force: true })
  }
}

function moveFile(from: string, to: string): void {
  try {
    makeDirectorySync(dirname(to))
    renameSync(from, to)
  } catch (cause) {
    throw cause instanceof OutputError ? cause : outputError(to, 'write', cause)
  }
}

function indexOf(bytes: Uint8Array, counts: readonly number[], { indexAtStart, indexChecksum }: Sharding, path: string): Uint8Array {
  const size = indexBytes(
    counts.reduce((product, count) => product * count, 1),
    indexChecksum,
  )
  if (bytes.length < size)
    throw new OutputError(`${path}: the shard is too short for its index: it is damaged, and is not changed`, { uri: path })
  const index = indexAtStart ? bytes.subarray(0, size) : bytes.subarray(bytes.length - size)
  if (indexChecksum) checkIndex(index, path)
  return index
}

/** A shard that is written chunk by chunk under another name. One without chunks is none. */
class ShardFile {
  readonly #path: string
  readonly #sharding: Sharding
  readonly #index: Uint8Array
  readonly #count: number
  readonly #file: number
  #end: number

  constructor(path: string, count: number, sharding: Sharding) {
    makeDirectorySync(dirname(path))
    this.#path = path
    this.#sharding = sharding
    this.#count = count
    this.#index = new Uint8Array(indexBytes(count, sharding.indexChecksum)).fill(0xff)
    this.#file = openSync(path, 'w')
    this.#end = sharding.indexAtStart ? this.#index.length : 0
  }

  put(at: number, bytes: Uint8Array | null): void {
    const view = new DataView(this.#index.buffer)
    view.setBigUint64(at * indexEntryBytes, bytes === null ? absentEntry : BigInt(this.#end), true)
    view.setBigUint64(at * indexEntryBytes + 8, bytes === null ? absentEntry : BigInt(bytes.length), true)
    if (bytes !== null) this.#end += this.#write(bytes, this.#end)
  }

  /** Puts the index to the chunks, and the shard in its place. */
  close(path: string): void {
    const { indexAtStart, indexChecksum } = this.#sharding
    const entries = this.#index.subarray(0, this.#count * indexEntryBytes)
    const isEmpty = entries.every((byte) => byte === 0xff)
    if (indexChecksum) new DataView(this.#index.buffer).setUint32(entries.length, crc32c(entries), true)
    this.#write(this.#index, indexAtStart ? 0 : this.#end)
    closeSync(this.#file)
    if (isEmpty) {
      rmSync(path, { force: true })
      rmSync(this.#path, { force: true })
    } else moveFile(this.#path, path)
  }

  discard(): void {
    try {
      closeSync(this.#file)
    } catch {
      // It was closed before what failed.
    }
    rmSync(this.#path, { force: true })
  }

  #write(bytes: Uint8Array, position: number): number {
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done, bytes.length - done, position + done)
    return bytes.length
  }
}
