import { join } from 'node:path'
import { chunkGrid, chunkPosition } from '../../array/chunk-grid.js'
import { crc32 } from '../../codecs/crc32.js'
import type { ChunkRecord, SinkDef, SinkLevel } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { makeDirectorySync } from '../../io/atomic-write.js'
import { readIfThere } from '../../io/output-directory.js'
import { chunkCodec } from './chunk-codec.js'
import { decideFill } from './fill.js'
import { parseZarrOptions, type ZarrOptions } from './options.js'
import { isPublished, storeOf, temporaryOf } from './scratch.js'
import { chunkKey, chunkWriter } from './writer.js'

/**
 * Zarr v3: a group with one array, its coordinate arrays, a grid mapping and consolidated metadata. Chunks are written into a store in
 * the scratch directory; `end` adds the metadata, the root's last, and renames the store to the target, which therefore is whole
 * whenever it is there. Several arrays go into one store when each names all of them in `group` and all share one target and
 * one scratch directory: the `end` that finds all arrays described publishes the store, the ones before it publish nothing.
 */
export const zarrSink: SinkDef<ZarrOptions> = {
  name: 'zarr',
  version: 1,
  chunkIndexBytes: 0,
  parse: parseZarrOptions,
  notes: async (spec) => (await import('./notes.js')).zarrNotes(spec),
  storedNodata(spec, options, allValid) {
    const fill = decideFill(spec, options, allValid)
    return spec.bands.map(() => fill)
  },
  keepsMask: () => false,
  levels: (spec, options) => [{ spec: storedSpec(spec, options), made: null }],
  async begin(place, _levels, options) {
    if (isPublished(place)) return
    makeDirectorySync(join(storeOf(place), options.variable))
    makeDirectorySync(temporaryOf(place))
  },
  survivors(place, levels, options) {
    const { spec } = levels[0] as SinkLevel
    if (isPublished(place)) return () => true
    const directory = join(storeOf(place), options.variable)
    return (_level, chunk, record) => isStored(join(directory, chunkKey(chunkPosition(spec.chunks, chunk))), record)
  },
  async attach(place, levels, options) {
    const { spec } = levels[0] as SinkLevel
    const codec = await chunkCodec(options.compress, options.level, spec.dtype)
    return chunkWriter({ directory: join(storeOf(place), options.variable), spec, codec })
  },
  async end(place, levels, options, written, metadata) {
    if (isPublished(place)) return
    const { finishStore } = await import('./finish.js')
    finishStore(place, (levels[0] as SinkLevel).spec, options, written, metadata)
  },
}

/** Whether a chunk's file is as its record says: of the same length and checksum; one of nothing but fill has none. */
function isStored(path: string, { bytes, crc }: ChunkRecord): boolean {
  if (bytes === 0) return true
  const found = readIfThere(path)
  return found !== null && found.length === bytes && crc32(found) === crc
}

function storedSpec(spec: ArraySpec, options: ZarrOptions): ArraySpec {
  const chunk = spec.dims.map((dim) => options.chunks[dim] as number)
  return { ...spec, name: options.variable, chunks: chunkGrid(spec.shape, chunk) }
}
