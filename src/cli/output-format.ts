import { UsageError } from '../base/errors.js'
import type { ConvertOptions, Format, WriteOptions } from './options.js'

const names: Readonly<Record<Format, string>> = { cog: 'COG', zarr: 'Zarr' }

const compressions: Readonly<Record<Format, readonly string[]>> = {
  cog: ['deflate', 'zstd', 'lzw', 'jpeg', 'webp', 'lerc', 'none'],
  zarr: ['blosc', 'zstd', 'deflate', 'none'],
}

/** Options that only one format has. */
const belongsTo = {
  predictor: ['cog', '--predictor'],
  interleave: ['cog', '--interleave'],
  mask: ['cog', '--mask'],
  quality: ['cog', '--quality'],
  lossless: ['cog', '--lossless'],
  maxZError: ['cog', '--max-z-error'],
  sparse: ['cog', '--sparse'],
  statistics: ['cog', '--statistics'],
  tilingScheme: ['cog', '--tiling-scheme'],
  zoomLevelStrategy: ['cog', '--zoom-level-strategy'],
  zoomLevel: ['cog', '--zoom-level'],
  alignedLevels: ['cog', '--aligned-levels'],
  shards: ['zarr', '--shards'],
  zarrFormat: ['zarr', '--zarr-format'],
  bloscCodec: ['zarr', '--blosc-codec'],
  bloscShuffle: ['zarr', '--blosc-shuffle'],
  order: ['zarr', '--order'],
  bool: ['zarr', '--bool'],
  boundsVariables: ['zarr', '--bounds-variables'],
  append: ['zarr', '--append'],
  region: ['zarr', '--region'],
} as const

/** The format of an output: as asked for, or by its name. Throws `E_USAGE` where neither says. */
export function formatOf(target: string, asked: Format | undefined): Format {
  if (asked !== undefined) return asked
  if (/\.tiff?$/i.test(target)) return 'cog'
  if (/\.zarr\/?$/i.test(target)) return 'zarr'
  throw new UsageError(`${target}: its name does not say a format: end it in .tif or .zarr, or give --format cog or --format zarr`)
}

/** Refuses options that the output's format does not have. Throws `E_USAGE` naming option, format and what to do. */
export function checkWriteOptions(options: WriteOptions, format: Format): void {
  for (const [key, [owner, flag]] of Object.entries(belongsTo)) {
    if (options[key as keyof typeof belongsTo] === undefined || owner === format) continue
    throw new UsageError(`${flag} is for ${names[owner]} output, this one is ${names[format]}: leave it out, or give --format ${owner}`)
  }
  const { compress, chunks } = options
  if (compress !== undefined && !compressions[format].includes(compress)) {
    throw new UsageError(`--compress ${compress} is not for ${names[format]} output: use ${compressions[format].join(', ')}`)
  }
  if (format === 'cog' && chunks !== undefined) checkTile(chunks)
}

function checkTile({ y, x }: { y: number; x: number }): void {
  if (y === x && y % 16 === 0 && y >= 64 && y <= 4096) return
  const given = y === x ? String(y) : `${y}x${x}`
  throw new UsageError(`--chunks ${given}: the tiles of a COG are square, and their side is a multiple of 16 from 64 to 4096: use 512`)
}

/** The options of the format's sink, without those that were not given. */
export function sinkOptions(
  {
    chunks,
    shards,
    zarrFormat,
    bloscCodec: cname,
    bloscShuffle: shuffle,
    order,
    bool,
    boundsVariables: bounds,
    compress,
    level,
    predictor,
    interleave,
    mask,
    quality,
    lossless,
    maxZError,
    sparse,
    overviewSource,
    statistics,
    tilingScheme,
    zoomLevelStrategy,
    zoomLevel,
    alignedLevels,
    resampling,
    overviews,
    overviewResampling,
    nodata,
    allowAveraging,
    append,
    region,
  }: WriteOptions & Pick<ConvertOptions, 'allowAveraging' | 'resampling'>,
  format: Format,
): object {
  const isNone = nodata === 'none'
  const common = {
    ...{ chunks, level, overviews, overviewResampling, overviewSource, allowAveraging },
    compress: format === 'zarr' && compress === 'deflate' ? 'gzip' : compress,
  }
  // Without a tiling scheme, the kernel is that of the grid asked for.
  const tiling = { tilingScheme, zoomLevelStrategy, zoomLevel, alignedLevels, ...(tilingScheme === undefined ? {} : { resampling }) }
  const given =
    format === 'zarr'
      ? { ...common, shards, zarrFormat, cname, shuffle, order, bool, bounds, append, region, ...(isNone ? { nodata: null } : {}) }
      : {
          ...common,
          predictor,
          interleave,
          quality,
          lossless,
          maxZError,
          sparse,
          statistics,
          ...tiling,
          mask: mask ?? (isNone ? 'internal' : undefined),
        }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
