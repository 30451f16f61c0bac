import { chunkCounts, chunkGrid, chunkPosition } from '../../array/chunk-grid.js'
import { copyWindow } from '../../array/strided-copy.js'
import { type Dtype, dtypes, type Element, type TypedArray, viewOf } from '../../base/dtype.js'
import { SourceError } from '../../base/errors.js'
import type { Kit } from '../../graph/op.js'
import { arranged, undone } from './chunk-decode.js'
import { loadStep } from './chunk-steps.js'
import type { NestedShards } from './codec-pipeline.js'
import { checkIndex, entryAt, indexBytes } from './shard-index.js'

/** Decodes whole shards, with all that is in them. */
export interface NestedDecoder {
  /** The most bytes that a shard may have. */
  readonly mostBytes: number
  readonly scratchBytes: number
  readonly libraryBytes: number
  /** Fills `out`, of the shard's extents in C order. Throws `E_SOURCE`. */
  decode(bytes: Uint8Array, out: TypedArray, kit: Kit): void
}

/** Loads what decodes shards of some extents whole. */
export async function nestedDecoder(shards: NestedShards, extents: readonly number[], dtype: Dtype, fill: Element): Promise<NestedDecoder> {
  const { chunk, order, codecs, bigEndian } = shards
  const grid = chunkGrid(extents, chunk)
  const count = chunkCounts(grid).reduce((product, each) => product * each, 1)
  const size = chunk.reduce((product, each) => product * each, 1)
  const rawBytes = size * dtypes[dtype].bytes
  const storedExtents = order.map((dim) => chunk[dim] as number)
  const steps = await Promise.all(codecs.map((codec) => loadStep(codec, dtype)))
  const inner = shards.nested === null ? null : await nestedDecoder(shards.nested, storedExtents, dtype, fill)
  const most = chunkBound(Math.max(inner?.mostBytes ?? 0, rawBytes) * steps.reduce((factor, step) => factor * step.growth, 1))
  const stepBytes = steps.reduce((sum, step) => sum + step.scratchBytes(most) + most + 64, 0)
  // Two views of a chunk, its bytes where the codecs may look for numbers, and what the codecs take: anew for each chunk.
  const own = 2 * (rawBytes + 64) + most + 64 + stepBytes + (inner?.scratchBytes ?? 0) + 1024
  const start = extents.map(() => 0)

  const decodeChunk = (bytes: Uint8Array, kit: Kit): TypedArray => {
    const encoded = new Uint8Array(kit.memory.buffer, kit.scratch(bytes.length + 64), bytes.length)
    encoded.set(bytes)
    const stored = viewOf(dtype, kit.memory.buffer, kit.scratch(rawBytes), size)
    if (inner === null) undone(steps, most, encoded, stored, dtypes[dtype].bytes, bigEndian, kit)
    else inner.decode(undoneBytes(steps, most, encoded, kit), stored, kit)
    if (order.every((dim, at) => dim === at)) return stored
    const out = viewOf(dtype, kit.memory.buffer, kit.scratch(rawBytes), size)
    arranged(stored, out, order, chunk, chunk)
    return out
  }

  return {
    mostBytes: count * most + indexBytes(count, shards.indexChecksum),
    scratchBytes: own,
    libraryBytes: Math.max(0, inner?.libraryBytes ?? 0, ...steps.map((step) => step.libraryBytes)),
    decode(bytes, out, kit) {
      const room = { at: kit.scratch(own), used: 0 }
      const rewinding: Kit = {
        ...kit,
        memory: kit.memory,
        kernels: kit.kernels,
        scratch: (wanted) => taken(room, own, wanted),
        count: () => {},
      }
      const index = indexOf(bytes, count, shards)
      out.fill(fill as never)
      for (let at = 0; at < count; at++) {
        const entry = entryAt(index, at, shards.indexBigEndian, 'a shard in it')
        if (entry === null) continue
        const { offset, length } = entry
        if (offset + length > bytes.length || length > most)
          throw new SourceError(`chunk ${at} of a shard in it stands at ${offset}, ${length} bytes long, in ${bytes.length} bytes`)
        room.used = 0
        const data = decodeChunk(bytes.subarray(offset, offset + length), rewinding)
        const from = chunkPosition(grid, at).map((position, dim) => position * (chunk[dim] as number))
        const window = { start: from, stop: from.map((first, dim) => first + (chunk[dim] as number)) }
        copyWindow({ data, start: from, shape: chunk }, { data: out, start, shape: extents }, window)
      }
    },
  }
}

/** Most bytes of an encoded chunk: incompressible in the worst of the codecs, bzip2. A shard may hold thousands: the slack of a whole file would be too much. */
function chunkBound(rawBytes: number): number {
  return rawBytes + Math.ceil(rawBytes / 64) + 1024
}

/** Bytes with their codecs undone, of a length that is not known beforehand. */
export function undoneBytes(steps: Parameters<typeof undone>[0], most: number, bytes: Uint8Array, kit: Kit): Uint8Array {
  let current = bytes
  for (const step of [...steps].reverse())
    current = step.decode(current, () => new Uint8Array(kit.memory.buffer, kit.scratch(most), most), kit)
  return current
}

function taken(room: { readonly at: number; used: number }, most: number, wanted: number): number {
  const from = room.at + room.used
  room.used += Math.ceil(wanted / 16) * 16
  if (room.used <= most) return from
  throw new SourceError(`a chunk of a shard in it needs ${room.used} bytes to be decoded, at most ${most} are possible`)
}

function indexOf(bytes: Uint8Array, count: number, { indexAtStart, indexChecksum }: NestedShards): Uint8Array {
  const size = indexBytes(count, indexChecksum)
  if (bytes.length < size) throw new SourceError(`a shard in it has ${bytes.length} bytes, its index alone ${size}`)
  const index = indexAtStart ? bytes.subarray(0, size) : bytes.subarray(bytes.length - size)
  if (indexChecksum) checkIndex(index, 'a shard in it')
  return index
}
