import { chunkGrid } from '../../array/chunk-grid.js'
import { dtypes } from '../../base/dtype.js'
import { UsageError } from '../../base/errors.js'
import { isJsonObject, type Json } from '../../base/json.js'
import { crc32 } from '../../codecs/crc32.js'
import type { SinkDef, SinkLevel } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { makeDirectorySync } from '../../io/atomic-write.js'
import { type SpoolRecord, spooledIn } from '../../io/spool.js'
import { isFileWhole, separateFiles, spooledChunks } from './chunk-files.js'
import { levelWriter } from './level-writer.js'
import { pyramidLevels } from './pyramid.js'
import { isOfTheArray, type PyramidOptions, type ZarrResampling } from './pyramid-options.js'
import { updateCodec } from './update-codec.js'
import type { UpdateLevel, ZarrUpdate } from './update-options.js'
import { isMerged, piecesOf } from './update-place.js'
import { arrayWriter } from './writer.js'

/**
 * Appends to the arrays of a Zarr store, or writes a region of them. Chunks wait in the scratch directory, cut as the store's are; `end` puts them
 * into the store while nobody else changes it: whole ones by a rename, those that are covered in part are read, changed and written.
 * What describes the store is changed last of all.
 */
export const zarrUpdateSink: SinkDef<ZarrUpdate> = {
  name: 'zarr-update',
  version: 1,
  chunkIndexBytes: () => 96,
  parse(options: Json) {
    // Made by `planUpdate`, which has looked at the store; a sink's parse may not.
    if (isJsonObject(options) && Array.isArray(options.levels) && Array.isArray(options.group)) return options as unknown as ZarrUpdate
    throw new UsageError('zarr-update: the options of a change to a store are made by toZarr with append or region')
  },
  notes: async () => [],
  storedNodata(spec, { nodata, dtype, variable }, allValid) {
    if (nodata === null && dtypes[dtype].kind !== 'float' && !allValid) {
      throw new UsageError(
        `the store's "${variable}" (${dtype}) has no value that stands for invalid pixels, and some of these may be: ` +
          'fill them first (fillNodata, or decide with where), or write the store again with a nodata value',
        { variable },
      )
    }
    const stored = nodata ?? (dtypes[dtype].kind === 'float' ? 'NaN' : null)
    return spec.bands.map(() => stored)
  },
  chunkFile: () => null,
  keepsMask: () => false,
  spools: () => true,
  levels: updateLevels,
  async begin(place, _levels, options) {
    if (isMerged(place, options.variable)) return
    for (const [level, { sharding }] of options.levels.entries())
      if (sharding === null) makeDirectorySync(piecesOf(place, options.variable, level))
  },
  survivors(place, levels, options) {
    if (isMerged(place, options.variable)) return () => true
    const isSpooled = spooledIn(place, crc32)
    const checks = levels.map(({ spec }, level) =>
      (options.levels[level] as UpdateLevel).sharding === null
        ? isFileWhole(piecesOf(place, options.variable, level), spec.chunks, options)
        : (_chunk: number, record: Partial<SpoolRecord>) => record.bytes === 0 || isSpooled(record),
    )
    return (level, chunk, record) => checks[level]?.(chunk, record) ?? false
  },
  async attach(place, levels, options) {
    const codec = await updateCodec(options)
    const spool = options.levels.some(({ sharding }) => sharding !== null) ? spooledChunks(place) : null
    const writers = levels.map(({ spec }, level) => {
      const { chunk, sharding } = options.levels[level] as UpdateLevel
      const own =
        spool !== null && sharding !== null ? spool : separateFiles(piecesOf(place, options.variable, level), spec.chunks, options)
      const { checksum, fill } = options
      return arrayWriter({ files: own, spec, codec, checksum, skipsFill: fill !== null, stored: { chunk, fill } })
    })
    return levelWriter(writers, options.mergeBytes)
  },
  async end(place, levels, options, written, _metadata, signal) {
    const { applyUpdate } = await import('./update-apply.js')
    await applyUpdate(place, levels, options, written, signal)
  },
}

/** The options of a pyramid as a whole write of the same pixels has them. */
function updatedPyramid(overviewResampling: ZarrResampling, overviews: number, spec: ArraySpec): PyramidOptions {
  return { overviews, overviewResampling, ...(isOfTheArray('auto', overviewResampling, spec) ? { overviewSource: 'native' } : {}) }
}

/** The pixels, and the overviews that the store has of them, cut as the store's are from their own first pixel on. */
function updateLevels(spec: ArraySpec, { levels, kernel }: ZarrUpdate): SinkLevel[] {
  const [first, ...others] = levels as readonly [UpdateLevel, ...UpdateLevel[]]
  const chunks = Object.fromEntries(spec.dims.map((dim, at) => [dim, first.chunk[at] as number]))
  const base = { ...spec, chunks: chunkGrid(spec.shape, first.chunk) }
  const made = pyramidLevels(base, {
    chunks,
    ...(kernel === null ? {} : updatedPyramid(kernel, others.length, spec)),
  })
  return made.map(({ spec: each, ...rest }, level) => ({
    ...rest,
    spec: { ...each, chunks: chunkGrid(each.shape, (levels[level] as UpdateLevel).chunk) },
  }))
}
