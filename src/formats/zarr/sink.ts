import { chunkGrid } from '../../array/chunk-grid.js'
import { crc32 } from '../../codecs/crc32.js'
import { fewerLevels } from '../../graph/levels-remark.js'
import type { SinkDef } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { makeDirectorySync } from '../../io/atomic-write.js'
import { isRemote } from '../../io/public-uri.js'
import { type SpoolRecord, spooledIn } from '../../io/spool.js'
import { chunkCodec, storedOrder } from './chunk-codec.js'
import { chunkPath, isFileWhole, separateFiles, spooledChunks } from './chunk-files.js'
import { decideFill, storedFill } from './fill.js'
import { arrayDirectory, keyStyle, specOf } from './level-arrays.js'
import { levelWriter } from './level-writer.js'
import { parseZarrOptions, type ZarrOptions } from './options.js'
import { pyramidLevels } from './pyramid.js'
import { isPublished, keyIn, temporaryOf } from './scratch.js'
import { arrayWriter } from './writer.js'

/**
 * Zarr v3, or v2: a group with one array, its coordinate arrays, a grid mapping and consolidated metadata. Chunks are written into a store in
 * the scratch directory (in shards: into spools beside it, of which `end` makes them); `end` adds the metadata, the root's last, and renames the store to the target, which therefore is whole
 * whenever it is there. Several arrays go into one store when each names all of them in `group` and all share one target and
 * one scratch directory: the `end` that finds all arrays described publishes the store, the ones before it publish nothing.
 */
export const zarrSink: SinkDef<ZarrOptions> = {
  name: 'zarr',
  version: 1,
  // A record of a chunk that waits in a spool, or that further levels are made of.
  chunkIndexBytes: ({ shards, overviews }) => (shards !== undefined ? 96 : overviews !== undefined ? 48 : 0),
  parse: parseZarrOptions,
  notes: async (spec, options) => [
    ...(await import('./notes.js')).zarrNotes(spec),
    ...fewerLevels(options.overviews, pyramidLevels(spec, options).length - 1),
  ],
  storedNodata(spec, options, allValid) {
    const fill = decideFill(spec, options, allValid)
    return spec.bands.map(() => fill)
  },
  keepsMask: () => false,
  spools: ({ shards }) => shards !== undefined,
  levels: (spec, options) => pyramidLevels(storedSpec(spec, options), options),
  async begin(place, levels, options) {
    if (isPublished(place)) return
    for (let level = 0; level < levels.length; level++) makeDirectorySync(arrayDirectory(place, options, level))
    makeDirectorySync(temporaryOf(place))
  },
  survivors(place, levels, options) {
    if (isPublished(place)) return () => true
    if (options.shards !== undefined) {
      const isSpooled = spooledIn(place, crc32)
      return (_level, _chunk, record) => record.bytes === 0 || isSpooled(record as Partial<SpoolRecord>)
    }
    // What a remote output has is journalled when it is there, and only stays here where it is read back.
    const isKept = (level: number): boolean => !isRemote(place.target) || levels.some(({ made }) => made?.input === level)
    const checks = levels.map(({ spec }, level) =>
      !isKept(level) ? () => true : isFileWhole(arrayDirectory(place, options, level), spec.chunks, keyStyle(options)),
    )
    return (level, chunk, record) => checks[level]?.(chunk, record) ?? false
  },
  chunkFile(place, levels, options, level, chunk, { bytes }) {
    if (options.shards !== undefined || bytes === 0) return null
    const path = chunkPath(arrayDirectory(place, options, level), specOf(levels, level).chunks, keyStyle(options), chunk)
    return { path, key: keyIn(place, path), isReadBack: levels.some(({ made }) => made?.input === level) }
  },
  async attach(place, levels, options) {
    const spec = specOf(levels, 0)
    const codec = await chunkCodec(options, spec.dtype)
    const order = storedOrder(options, spec.dims)
    const spooled = options.shards === undefined ? null : spooledChunks(place)
    return levelWriter(
      levels.map(({ spec }, level) => {
        const files = spooled ?? separateFiles(arrayDirectory(place, options, level), spec.chunks, keyStyle(options))
        return arrayWriter({
          files,
          spec,
          codec,
          checksum: options.checksum === true,
          skipsFill: saysFill(spec, options),
          ...(order === null ? {} : { order }),
          ...(options.bool === true ? { bool: true } : {}),
        })
      }),
    )
  },
  async end(place, levels, options, written, metadata, signal, remote = null) {
    if (isPublished(place)) return
    const { finishStore } = await import('./finish.js')
    await finishStore(place, levels, options, written, metadata, remote, signal)
  },
}

/** Whether the store says what a chunk holds that is not stored: in v2 only where a value stands for "invalid". */
function saysFill(spec: ArraySpec, { zarrFormat, nodata }: ZarrOptions): boolean {
  return zarrFormat === 3 || (nodata !== null && storedFill(spec) !== null)
}

function storedSpec(spec: ArraySpec, options: ZarrOptions): ArraySpec {
  const chunk = spec.dims.map((dim) => options.chunks[dim] as number)
  return { ...spec, name: options.variable, chunks: chunkGrid(spec.shape, chunk) }
}
