import { SourceError } from '../../base/errors.js'
import { btree2Records } from './hdf5-btree2.js'
import { extensibleArray, fixedArray } from './hdf5-chunk-arrays.js'
import type { ChunkedArray, ChunkIndex } from './hdf5-layout.js'
import { type Hdf5Reader, hdf5Fault } from './hdf5-reader.js'
import type { ChunkTable } from './storage.js'

/** A chunk that is stored: its position in chunks along each dim, and its bytes. */
export interface StoredChunk {
  readonly position: readonly number[]
  readonly address: number
  readonly length: number
  /** Bit k set: filter k was skipped. */
  readonly skipped: number
}

/** Most chunks of a variable that are stored: each takes 28 bytes of their table. */
const mostChunks = 2 ** 22

/** The places of all chunks of an array that are stored. Reads its index. Throws `E_SOURCE`. */
export async function readChunkTable(reader: Hdf5Reader, address: number, index: ChunkIndex, array: ChunkedArray): Promise<ChunkTable> {
  const counts = array.shape.map((extent, dim) => Math.ceil(extent / (array.chunk[dim] as number)))
  const found: Columns = { tiles: [], offsets: [], lengths: [], skipped: [] }
  if (address < 0) return tableOf(found)
  for await (const { position, address: at, length, skipped } of storedChunks(reader, address, index, array, counts)) {
    // Chunks outside are left over from an array that was larger.
    if (at < 0 || position.some((each, dim) => each >= (counts[dim] as number))) continue
    found.tiles.push(position.reduce((sum, each, dim) => sum * (counts[dim] as number) + each, 0))
    found.offsets.push(at)
    found.lengths.push(length)
    found.skipped.push(skipped)
    if (found.tiles.length > mostChunks) {
      const message = `${reader.uri}: the variable "${array.path}" has more than ${mostChunks} chunks: not available`
      throw new SourceError(message, { uri: reader.uri, offset: address })
    }
  }
  return tableOf(found)
}

interface Columns {
  readonly tiles: number[]
  readonly offsets: number[]
  readonly lengths: number[]
  readonly skipped: number[]
}

/** Most indexes list chunks in the order of the array already. */
function tableOf({ tiles, offsets, lengths, skipped }: Columns): ChunkTable {
  const isSorted = tiles.every((tile, at) => at === 0 || tile > (tiles[at - 1] as number))
  const order = isSorted ? null : Uint32Array.from(tiles.keys()).sort((a, b) => (tiles[a] as number) - (tiles[b] as number))
  const sorted = (column: readonly number[]): readonly number[] =>
    order === null ? column : Array.from(order, (at) => column[at] as number)
  return {
    tiles: Float64Array.from(sorted(tiles)),
    offsets: Float64Array.from(sorted(offsets)),
    lengths: Float64Array.from(sorted(lengths)),
    skipped: Uint32Array.from(sorted(skipped)),
  }
}

async function* storedChunks(
  reader: Hdf5Reader,
  address: number,
  index: ChunkIndex,
  array: ChunkedArray,
  counts: readonly number[],
): AsyncGenerator<StoredChunk> {
  const { chunkBytes } = array
  switch (index.kind) {
    case 'single':
      yield { position: counts.map(() => 0), address, length: index.length ?? chunkBytes, skipped: index.skipped }
      return
    case 'implicit':
      // All are stored, one after the other, so that the file ends the loop.
      for (let at = 0; address + (at + 1) * chunkBytes <= reader.fileSize && at < product(mostCounts(array)); at++) {
        yield { position: positionOf(at, mostCounts(array)), address: address + at * chunkBytes, length: chunkBytes, skipped: 0 }
      }
      return
    case 'tree':
      yield* treeChunks(reader, address, array)
      return
    case 'tree2':
      yield* tree2Chunks(reader, address, array)
      return
    case 'fixed array':
      yield* placed(fixedArray(reader, address, array), mostCounts(array), null)
      return
    case 'extensible array': {
      const endless = array.most.indexOf(null)
      yield* placed(extensibleArray(reader, address, array), mostCounts(array), Math.max(0, endless))
    }
  }
}

/** Chunks along each dim at its greatest extent. */
function mostCounts({ shape, most, chunk }: ChunkedArray): number[] {
  return shape.map((extent, dim) => Math.ceil(Math.max(extent, most[dim] ?? extent) / (chunk[dim] as number)))
}

function product(counts: readonly number[]): number {
  return counts.reduce((total, count) => total * count, 1)
}

function positionOf(index: number, counts: readonly number[]): number[] {
  const position = counts.map(() => 0)
  for (let dim = counts.length - 1, rest = index; dim >= 0; dim--) {
    const count = counts[dim] as number
    position[dim] = dim === 0 ? rest : rest % count
    rest = Math.floor(rest / count)
  }
  return position
}

type PlacedEntry = Omit<StoredChunk, 'position'> & { readonly index: number }

/** Entries of an array by their number; the dim without end counts first. */
async function* placed(
  entries: AsyncIterable<PlacedEntry>,
  counts: readonly number[],
  endless: number | null,
): AsyncGenerator<StoredChunk> {
  const order = counts.map((_, dim) => dim)
  if (endless !== null) order.unshift(...order.splice(endless, 1))
  const ordered = order.map((dim) => counts[dim] as number)
  for await (const { index, ...entry } of entries) {
    const found = positionOf(index, ordered)
    const position = counts.map((_, dim) => found[order.indexOf(dim)] as number)
    yield { ...entry, position }
  }
}

async function* tree2Chunks(reader: Hdf5Reader, address: number, { shape, chunkBytes }: ChunkedArray): AsyncGenerator<StoredChunk> {
  const { offsetSize } = reader.sizes
  for await (const record of btree2Records(reader, address)) {
    const at = record.address()
    const rest = record.bytes.length - offsetSize - 8 * shape.length
    const length = rest > 4 ? record.uint(rest - 4) : chunkBytes
    const skipped = rest > 4 ? record.u32() : 0
    yield { position: shape.map(() => record.uint(8)), address: at, length, skipped }
  }
}

/** Chunks below a B-tree of version 1. */
async function* treeChunks(
  reader: Hdf5Reader,
  address: number,
  array: ChunkedArray,
  level = -1,
  seen = new Set<number>(),
): AsyncGenerator<StoredChunk> {
  const { offsetSize } = reader.sizes
  const head = await reader.piece(address, 8 + 2 * offsetSize)
  head.signature('TREE')
  const type = head.u8()
  const own = head.u8()
  const count = head.u16()
  if (type !== 1 || (level >= 0 && own !== level - 1)) throw head.fault(`a node of type ${type} and level ${own} in a tree of chunks`, 4)
  if (seen.has(address)) throw hdf5Fault(reader.uri, address, 'a tree of chunks goes in a circle')
  seen.add(address)
  const keyBytes = 8 + 8 * (array.shape.length + 1)
  const body = await reader.piece(address + 8 + 2 * offsetSize, count * (keyBytes + offsetSize))
  for (let each = 0; each < count; each++) {
    const length = body.u32()
    const skipped = body.u32()
    const position = array.chunk.map((extent) => body.uint(8) / extent)
    body.skip(8)
    const child = body.address()
    if (own > 0) yield* treeChunks(reader, child, array, own, seen)
    else if (position.every(Number.isInteger)) yield { position, address: child, length, skipped }
    else throw body.fault(`a chunk at ${position.join(', ')} chunks`)
  }
}
