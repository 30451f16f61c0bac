import { type ChunkGrid, chunkCounts, chunkGrid, chunkIndex, chunkPosition } from '../../array/chunk-grid.js'
import { SourceError } from '../../base/errors.js'
import type { ByteRange, TileIndex } from '../../graph/source.js'
import type { Sharding } from './codec-pipeline.js'
import { checkIndex, entryAt, indexBytes } from './shard-index.js'

/** Bytes of indexes that a thread keeps, where the array has so many; one index at least. */
const keptIndexBytes = 2 * 1024 * 1024

/** Bytes that are counted for a shard that is known to be absent. */
const absentBytes = 64

/** Finds chunks in shards. */
export interface ShardReader {
  readonly index: TileIndex
  /** The most that indexes take. */
  readonly keptBytes: number
  locate(tile: number): readonly ByteRange[]
}

/** Shards of an array as files, and where a chunk is among them. */
export interface ShardGrid {
  readonly shards: ChunkGrid
  /** Chunks in a shard. */
  readonly count: number
  /** The shard of a chunk and its place in it, both in C order. */
  placeOf(tile: number): { readonly shard: number; readonly at: number }
}

/** Where the chunks of a grid lie in shards. */
export function shardGrid(chunks: ChunkGrid, stored: readonly number[], { shard }: Sharding): ShardGrid {
  const counts = shard.map((extent, dim) => extent / (stored[dim] as number))
  const shards = chunkGrid(chunks.shape, shard)
  const across = chunkCounts(shards)
  return {
    shards,
    count: counts.reduce((product, count) => product * count, 1),
    placeOf(tile) {
      const position = chunkPosition(chunks, tile)
      const file = position.map((at, dim) => Math.floor(at / (counts[dim] as number)))
      const within = position.reduce((index, at, dim) => index * (counts[dim] as number) + (at % (counts[dim] as number)), 0)
      return { shard: across.length === 0 ? 0 : chunkIndex(shards, file), at: within }
    },
  }
}

/**
 * Finds chunks in shards by their indexes, of which it keeps those that were used last. `uriOf` names a shard in errors; no chunk may have more
 * than `mostBytes`.
 */
export function shardReader(grid: ShardGrid, sharding: Sharding, mostBytes: number, uriOf: (shard: number) => string): ShardReader {
  const { indexAtStart, indexChecksum, indexBigEndian } = sharding
  const size = indexBytes(grid.count, indexChecksum)
  const shardCount = chunkCounts(grid.shards).reduce((product, count) => product * count, 1)
  const room = Math.max(size, Math.min(shardCount * Math.max(size, absentBytes), keptIndexBytes))
  const kept = new Map<number, Uint8Array | null>()
  let keptBytes = 0
  const bytesOf = (index: Uint8Array | null | undefined): number => Math.max(absentBytes, index?.length ?? 0)

  const keep = (shard: number, index: Uint8Array | null): void => {
    if (kept.has(shard)) keptBytes -= bytesOf(kept.get(shard))
    kept.delete(shard)
    for (const [oldest, bytes] of kept) {
      if (keptBytes + bytesOf(index) <= room) break
      kept.delete(oldest)
      keptBytes -= bytesOf(bytes)
    }
    kept.set(shard, index)
    keptBytes += bytesOf(index)
  }

  return {
    // One more on its way in.
    keptBytes: room + size + absentBytes,
    index: {
      wanted(tile) {
        const { shard } = grid.placeOf(tile)
        if (kept.has(shard)) return null
        return { file: shard, offset: indexAtStart ? 0 : -size, length: size, mayBeAbsent: true }
      },
      learn(tile, bytes) {
        const { shard } = grid.placeOf(tile)
        if (bytes !== null && indexChecksum) checkIndex(bytes, uriOf(shard))
        keep(shard, bytes)
      },
    },
    locate(tile) {
      const { shard, at } = grid.placeOf(tile)
      const index = kept.get(shard)
      // Whoever asked before learning would read fill where there are pixels.
      if (index === undefined) throw new SourceError(`${uriOf(shard)}: a chunk of it was asked for before its index`)
      const entry = index === null ? null : entryAt(index, at, indexBigEndian, uriOf(shard))
      if (entry === null) return []
      const { offset, length } = entry
      if (length <= mostBytes) return [{ file: shard, offset, length }]
      const message = `${uriOf(shard)}: the index of the shard is damaged: chunk ${at} of it has ${length} bytes, at most ${mostBytes} are possible`
      throw new SourceError(message, { uri: uriOf(shard), tile, offset, length })
    },
  }
}
