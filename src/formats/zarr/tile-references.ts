import { SourceError } from '../../base/errors.js'
import type { Kit } from '../../graph/op.js'
import type { ByteRange } from '../../graph/source.js'
import { unpacked } from './packed-bytes.js'
import { absentFile, inlineFile, type ReferenceTable } from './references.js'
import type { ShardReader } from './shard-reader.js'
import { mostHeaderBytes } from './zip-directory.js'

/** Tiles of an array whose files are parts of others. */
export interface TileReferences {
  /** The most bytes of any range. */
  readonly mostBytes: number
  /** Where a file's bytes are; none for one that is not there, or that the table holds. */
  range(file: number): readonly ByteRange[]
  /** The encoded bytes of a tile in the arena, by what its range has; undefined for one that is not there. Throws `E_SOURCE`. */
  bytes(file: number, found: Uint8Array | undefined, kit: Kit): Uint8Array | undefined
  /** A reader of shards that lie in others' files. */
  shards(reader: ShardReader, shardOf: (tile: number) => number): ShardReader
}

/** The tiles of a table; no encoded tile has more than `mostTileBytes`. */
export function tileReferences({ file, offset, length, packing, bytes }: ReferenceTable, mostTileBytes: number): TileReferences {
  const inArena = (found: Uint8Array, kit: Kit): Uint8Array => {
    if (found.buffer === kit.memory.buffer) return found
    if (found.length > mostTileBytes) throw tooLong(found.length, mostTileBytes)
    const copy = new Uint8Array(kit.memory.buffer, kit.scratch(found.length), found.length)
    copy.set(found)
    return copy
  }
  const lengthOf = (at: number): number => length[at] as number
  /** A range within a file, as one of the file that it lies in. */
  const inside = (at: number, range: ByteRange): ByteRange => {
    const [own, base, size] = [file[at] as number, offset[at] as number, lengthOf(at)]
    if (size < 0) return { ...range, file: own }
    const from = range.offset < 0 ? size + range.offset : range.offset
    if (from < 0 || from + range.length > size)
      throw new SourceError(`a shard of ${size} bytes does not hold the ${range.length} at ${from}: it is damaged`, {
        offset: base,
        length: size,
      })
    return { file: own, offset: base + from, length: range.length }
  }
  return {
    // What is longer is refused where it is located, and must not claim the memory before.
    mostBytes: packing.size > 0 ? mostTileBytes + mostHeaderBytes : mostTileBytes,
    range(at) {
      const own = file[at] as number
      if (own < 0) return []
      const most = mostTileBytes + (packing.has(at) ? mostHeaderBytes : 0)
      if (lengthOf(at) > most) throw tooLong(lengthOf(at), most)
      return [{ file: own, offset: offset[at] as number, length: lengthOf(at) }]
    },
    bytes(at, found, kit) {
      if (file[at] === absentFile) return undefined
      if (file[at] === inlineFile) return inArena(bytes.get(at) as Uint8Array, kit)
      const packed = packing.get(at)
      if (packed === undefined || found === undefined) return found
      if (packed.bytes > mostTileBytes) throw tooLong(packed.bytes, mostTileBytes)
      return inArena(unpacked(found, packed), kit)
    },
    shards: (reader, shardOf) => ({
      ...reader,
      index: {
        learn: (tile, found) => reader.index.learn(tile, found),
        wanted(tile) {
          const shard = shardOf(tile)
          if (file[shard] === absentFile) return null
          const range = reader.index.wanted(tile)
          return range === null ? null : inside(shard, range)
        },
      },
      locate(tile) {
        const shard = shardOf(tile)
        return file[shard] === absentFile ? [] : reader.locate(tile).map((range) => inside(shard, range))
      },
    }),
  }
}

function tooLong(found: number, most: number): SourceError {
  return new SourceError(`it has ${found} bytes, at most ${most} are possible`)
}
