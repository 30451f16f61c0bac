import { UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import type { ZoomStrategy } from '../geo/zoom-grid.js'
import type { LazyNode } from '../graph/graph.js'
import { shownArgument } from './arguments.js'
import { knownOptions } from './data-array-options.js'
import type { Resampling } from './data-array-types.js'
import type { RunOptions, WriteTarget } from './run.js'
import type { Slice } from './select-slice.js'
import { onTilingScheme, tilingOptionNames } from './tiling-scheme.js'

/** Extents of chunks: one number for y and x, or one by dim. */
export type Chunks = number | { readonly [dim: string]: number }

/** Options of `toZarr`. */
export interface ZarrWriteOptions extends RunOptions {
  /** Default 512 along y and x, 1 along other dims. */
  readonly chunks?: Chunks
  /** Extents of shards, files that hold many chunks each: multiples of the chunks' along every dim, one chunk where nothing is said. Default: none. */
  readonly shards?: Chunks
  /** Where a shard's index stands: at its `end` by default. */
  readonly shardIndex?: 'end' | 'start'
  /** Whether each chunk is followed by its CRC-32C, which readers check. */
  readonly checksum?: boolean
  readonly compress?: 'blosc' | 'zstd' | 'gzip' | 'none'
  readonly level?: number
  /** What `blosc` compresses with: `lz4` by default; `zstd` and `zlib` have levels 1 to 9. */
  readonly cname?: 'lz4' | 'zstd' | 'zlib'
  /** What `blosc` does to elements before: `shuffle` of bytes by default. */
  readonly shuffle?: 'shuffle' | 'bitshuffle' | 'noshuffle'
  /** `F`: chunks with their dims turned round (the codec `transpose` of version 3). `C` by default. */
  readonly order?: 'C' | 'F'
  /** Whether an array of uint8, all of it valid, 0 and 1, is stored as Zarr's bool. */
  readonly bool?: boolean
  /** Whether the edges of pixels are written beside their centres, as CF bounds: `x_bnds`, `y_bnds`. */
  readonly bounds?: boolean
  /** Name of the array in the store; the array's own name by default, else `data`. */
  readonly variable?: string
  /** Version of the format: 3 by default. In version 2 `fill_value` masks, and there are no shards. */
  readonly zarrFormat?: 2 | 3
  /** Between the numbers of a chunk's name: `.` by default in version 2, `/` in 3. */
  readonly dimensionSeparator?: '.' | '/'
  /** Overviews, in groups beside the array's own: `auto` halves until one chunk holds the array. Default: none. */
  readonly overviews?: 'auto' | 'none' | number
  /** How overviews are made: `average` by default, `mode` for classes. */
  readonly overviewResampling?: Resampling | 'gauss'
  /** Of what: of the array itself (`native`; by default `average`, `mode`, `med`, `q1` and `q3`), or of the level before as it is stored (`level`). */
  readonly overviewSource?: 'auto' | 'native' | 'level'
  /** Overviews of classes or bit fields by a kernel that mixes values. */
  readonly allowAveraging?: boolean
  /** Null: no `_FillValue`, whatever the array declares. Refused where integers may be invalid, which nothing would tell then. */
  readonly nodata?: null
  /** A dim of a store that is there, behind whose end the array goes. How the store is chunked and compressed stays. */
  readonly append?: string
  /**
   * The part of a store that is there which the array takes the place of: positions by dim, half-open. `auto`, and dims that are not named: found by
   * the labels and the grid. Positions need not be multiples of the store's chunks. Runs on several parts of one store may go on at the same time.
   */
  readonly region?: Region
}

/** Positions along the dims of a store. */
export type Region =
  | 'auto'
  | {
      readonly [dim: string]:
        | 'auto'
        | Slice<number>
        | readonly [start: number, stop: number]
        | { readonly start: number; readonly stop: number }
    }

/** Options of `toCog`. */
export interface CogWriteOptions extends RunOptions {
  /** Side of a tile, a multiple of 16; default 512. `blockSize` is another name for it. */
  readonly chunks?: Chunks
  readonly blockSize?: number
  /** `jpeg` and `webp` are for uint8: 1 or 3 bands, 3 or 4 (alpha counts). */
  readonly compress?: 'deflate' | 'zstd' | 'lzw' | 'jpeg' | 'webp' | 'lerc' | 'none'
  readonly level?: number
  /** Of `jpeg` and `webp`, 1 to 100; default 75. */
  readonly quality?: number
  /** Whether `webp` keeps every byte. */
  readonly lossless?: boolean
  /** The largest error of a value that `lerc` may make; 0, the default, for none. */
  readonly maxZError?: number
  readonly predictor?: 'auto' | 'none' | 1 | 2 | 3
  readonly interleave?: 'pixel' | 'band'
  readonly overviews?: 'auto' | 'none' | number
  /** How overviews are made: `average` by default, `mode` for classes. */
  readonly overviewResampling?: Resampling | 'gauss'
  /**
   * Of what: of the array itself (`native`), or of the level before as it is stored (`level`). By default `average` is of the array itself, the exact mean at
   * every level, and so are `mode`, `med`, `q1` and `q3`.
   */
  readonly overviewSource?: 'auto' | 'native' | 'level'
  /** Overviews of classes or bit fields by a kernel that mixes values. */
  readonly allowAveraging?: boolean
  /** Where validity is kept when no nodata value says it: in a mask, or (`alpha`; uint8 and uint16, 1 or 3 bands) in one more band. */
  readonly mask?: 'auto' | 'internal' | 'alpha' | 'none'
  readonly bigtiff?: 'auto' | 'yes' | 'no'
  /** Whether tiles without a valid pixel are left out of the file. */
  readonly sparse?: boolean
  /** Whether the least, greatest and mean value, the standard deviation and the share of valid pixels of each band are written, by GDAL's names. */
  readonly statistics?: boolean
  /**
   * Reprojects to EPSG:3857 on the pixels of a zoom level, from tile edge to tile edge, so that tiles of the file are tiles of a web map. Tiles have
   * 256 pixels then unless `chunks` says otherwise.
   */
  readonly tilingScheme?: 'GoogleMapsCompatible'
  /** The zoom level: that nearest to the array's own pixels (`auto`, the default), the one above (`lower`) or below (`upper`) them. */
  readonly zoomLevelStrategy?: ZoomStrategy
  /** The zoom level itself. */
  readonly zoomLevel?: number
  /** Levels, the full size among them, whose tiles are tiles of their zoom level too: the grid grows to whole tiles of the last. Default: the full size alone. */
  readonly alignedLevels?: number
  /** How pixels get to the tiling scheme: `cubic` by default, `near` for classes. */
  readonly resampling?: Resampling
}

/** Options of `plan`: those of the write that it plans. Without `to`, computing into memory is planned. */
export interface PlanOptions extends Omit<ZarrWriteOptions, 'compress'>, Omit<CogWriteOptions, 'compress'> {
  /** The output: `.zarr` for Zarr, `.tif` or `.tiff` for a COG. */
  readonly to?: string
  /** The format, where the name does not say it. */
  readonly format?: 'zarr' | 'cog'
  readonly compress?: 'blosc' | 'zstd' | 'gzip' | 'deflate' | 'lzw' | 'jpeg' | 'webp' | 'lerc' | 'none'
}

/** Names of {@link RunOptions}. */
export const runOptionNames = [
  'maxMemory',
  'workers',
  'onProgress',
  'onWarning',
  'signal',
  'overwrite',
  'resume',
  'checkSpace',
  'rechunk',
  'onNodataClash',
  'trace',
  's3',
  'ifNoneMatch',
  'scratch',
] as const

const sinkOptionNames: Readonly<Record<string, readonly string[]>> = {
  zarr: [
    'chunks',
    'shards',
    'shardIndex',
    ...['checksum', 'compress', 'level', 'cname', 'shuffle', 'order', 'bool', 'bounds'],
    'variable',
    'zarrFormat',
    'dimensionSeparator',
    'overviews',
    'overviewResampling',
    'overviewSource',
    'allowAveraging',
    'nodata',
    'append',
    'region',
  ],
  cog: [
    ...['chunks', 'blockSize', 'compress', 'level', 'quality', 'lossless', 'maxZError', 'predictor', 'interleave'],
    ...['overviews', 'overviewResampling', 'overviewSource', 'allowAveraging', 'mask', 'bigtiff', 'sparse', 'statistics'],
    ...tilingOptionNames,
  ],
  memory: ['chunks'],
}

/** Names of {@link PlanOptions}. */
export const planOptionNames: readonly string[] = [
  ...new Set(['to', 'format', ...Object.values(sinkOptionNames).flat(), ...runOptionNames]),
]

/** Options of a write, divided: what the run is told, and what the sink is told. */
export interface SplitOptions {
  readonly run: RunOptions
  readonly sink: JsonObject
}

/** Divides a write's options. Throws `E_USAGE` for unknown ones, naming those that are known. */
export function splitOptions(what: string, sink: string, options: object | undefined): SplitOptions {
  const known = knownOptions(what, options, [...(sinkOptionNames[sink] ?? []), ...runOptionNames]) as Record<string, unknown>
  const isRun = (key: string): boolean => (runOptionNames as readonly string[]).includes(key)
  const pick = (run: boolean): object => Object.fromEntries(Object.entries(known).filter(([key]) => isRun(key) === run))
  return { run: pick(true) as RunOptions, sink: pick(false) as JsonObject }
}

/** Whether the options of a Zarr write put the array into a store that is there. */
export function changesStore({ append, region }: JsonObject): boolean {
  return append !== undefined || region !== undefined
}

/** One array into one output. `hint` are the chunks that the array's handle asks for, which options override. */
export function writeTarget(node: LazyNode, sink: string, target: string, options: JsonObject, hint: Chunks | null = null): WriteTarget {
  if (typeof target !== 'string' || target === '') {
    if (sink !== 'memory') throw new UsageError('the output needs a path: give it as the first argument')
  } else mustNotMislead(sink, target)
  const chunks = options.chunks ?? hint ?? undefined
  const { chunks: _given, ...rest } = options
  const size: { blockSize?: number; chunks?: JsonObject | number } =
    chunks === undefined
      ? {}
      : sink === 'cog'
        ? { blockSize: blockSizeOf(chunks as Chunks) }
        : { chunks: chunksBySink(sink, node, chunks as Chunks) }
  if (sink !== 'cog') return { node, sink, options: { ...size, ...rest } as JsonObject, target }
  const placed = onTilingScheme(node, { ...size, ...rest } as JsonObject)
  return { node: placed.node, sink, options: placed.options, target }
}

const otherFormats = /\.(?:png|jpe?g|gif|bmp|webp|jp2|j2k|jxl|nc4?|cdf|hdf5?|h5|vrt|img|grib2?|asc|svg|pdf|json|csv)\/?$/i

/** Refuses a name that says another format than the one that is written. Names that say none are fine. */
function mustNotMislead(sink: string, target: string): void {
  const clash = otherFormats.test(target) || (sink === 'cog' ? /\.zarr\/?$/i : /\.tiff?$/i).test(target)
  if (!clash || sink === 'memory') return
  const [what, ending] = sink === 'cog' ? ['a Cloud Optimized GeoTIFF', '.tif'] : ['a Zarr store', '.zarr']
  throw new UsageError(`${target}: ${what} is written, and its name says another format: let it end in ${ending}`, { target })
}

function chunksBySink(sink: string, node: LazyNode, chunks: Chunks): JsonObject | number {
  if (sink !== 'memory' || typeof chunks !== 'number') return chunks
  return Object.fromEntries(node.spec.dims.filter((dim) => dim === 'y' || dim === 'x').map((dim) => [dim, chunks]))
}

/** TIFF tiles are square here. */
function blockSizeOf(chunks: Chunks): number {
  if (typeof chunks === 'number') return chunks
  const { y, x } = chunks
  if (y !== undefined && (x === undefined || x === y)) return y
  if (x !== undefined && y === undefined) return x
  throw new UsageError(`toCog: chunks ${JSON.stringify(chunks)}: the tiles of a COG are square: give one number, or the same for y and x`)
}

/** The sink that an output's name asks for. Throws `E_USAGE` for a name that does not say. */
export function sinkOf(to: string | undefined, format: 'zarr' | 'cog' | undefined): string {
  if (format !== undefined) {
    if (format === 'zarr' || format === 'cog') return format
    throw new UsageError(`plan: format ${shownArgument(format)} is not known; there are zarr and cog`)
  }
  if (to === undefined) return 'memory'
  if (typeof to !== 'string') throw new UsageError(`plan: to is ${shownArgument(to)}, expected the path of the output`)
  if (/\.zarr\/?$/i.test(to)) return 'zarr'
  if (/\.tiff?$/i.test(to)) return 'cog'
  throw new UsageError(`plan: "${to}" does not say its format: let it end in .zarr or .tif, or give format 'zarr' or 'cog'`)
}
