import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { OutputError } from '../../base/errors.js'
import { loadCodec } from '../../codecs/codec-list.js'
import { crc32 } from '../../codecs/crc32.js'
import { fewerLevels } from '../../graph/levels-remark.js'
import type { SinkDef, SinkLevel, SinkPlace } from '../../graph/sink.js'
import { makeDirectorySync, outputError } from '../../io/atomic-write.js'
import { isRemote } from '../../io/public-uri.js'
import { type SpoolRecord, spooledIn } from '../../io/spool.js'
import { isOfPixels, loadTileCodec } from './cog-compress.js'
import { cogLevels, tileSide } from './cog-levels.js'
import { type CogOptions, parseCogOptions, storedValue, tileSamples } from './cog-options.js'
import { CogWriter } from './cog-writer.js'

/**
 * Cloud Optimized GeoTIFF: tiles, overviews, directories before data, laid out as GDAL's COG driver does. Dims [y, x] or [band, y, x].
 * Threads append encoded tiles to spools in the scratch directory; `end` copies them into the file in tile order, so that its bytes do
 * not depend on who wrote which tile.
 * Invalid pixels hold the declared nodata value; without one NaN in floats, and integers get an internal mask (see {@link CogOptions}).
 */
export const cogSink: SinkDef<CogOptions> = {
  name: 'cog',
  version: 1,
  // A record, then the tags of its tile and mask tile, before and after they are encoded.
  chunkIndexBytes: ({ statistics }) => 160 + 160 * statistics,
  parse: parseCogOptions,
  storedNodata: (spec, options) => spec.bands.map(() => storedValue(spec, options)),
  notes: async (spec, options) => [
    ...(await import('./cog-notes.js')).cogNotes(spec),
    ...fewerLevels(options.overviews, cogLevels(spec, options).length - 1),
  ],
  keepsMask: ({ mask }) => mask !== 'none',
  spools: () => true,
  levels: cogLevels,
  begin: async (place) => {
    if (!isRemote(place.target)) await mustBeWritable(place)
    makeDirectorySync(place.scratch)
  },
  survivors(place) {
    const isSpooled = spooledIn(place, crc32)
    return (_level, _chunk, record) => isSpooled(record as Partial<SpoolRecord>)
  },
  chunkFile: () => null,
  attach: async (place, levels, options) => {
    const { spec } = levels[0] as SinkLevel
    const [image, mask] = await Promise.all([
      loadTileCodec(options, tileSide(spec, options), tileSamples(spec, options), spec.dtype),
      loadCodec('deflate'),
    ])
    return new CogWriter(place, levels, options, { image, mask, kept: isOfPixels(options.compress) ? mask : null })
  },
  end: async (place, levels, options, written, metadata, signal, remote = null) => {
    const { finishCog } = await import('./cog-finish.js')
    await finishCog(place, levels, options, written, metadata, remote, signal)
  },
}

/** Fails before the work rather than after it: the file appears only at the end. */
async function mustBeWritable({ target }: SinkPlace): Promise<void> {
  const there = await stat(target).catch(() => null)
  if (there?.isDirectory()) throw new OutputError(`cannot write ${target}: it is a directory; give the name of a file`, { uri: target })
  try {
    await access(dirname(target), constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw outputError(target, 'write', cause)
  }
}
