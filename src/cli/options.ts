import { type Command, Option } from 'commander'
import type { Resampling } from '../api/data-array-types.js'
import type { Dtype } from '../base/dtype.js'
import {
  oneOf,
  parseBands,
  parseBounds,
  parseChunks,
  parseDtype,
  parseFinite,
  parseMemory,
  parseNodata,
  parseOverviewResampling,
  parseOverviews,
  parsePredictor,
  parseRegion,
  parseResampling,
  parseResolution,
  parseScale,
  parseSelect,
  parseShare,
  parseSize,
  parseSourceOverviews,
  parseWhole,
  parseZarrFormat,
  resamplingNames,
} from './option-values.js'

/** The options of `convert` as they stand on the command line. */
export interface ConvertOptions {
  srcCrs?: string
  crs?: string
  resolution?: { x: number; y: number }
  size?: { width: number; height: number }
  bounds?: readonly [west: number, south: number, east: number, north: number]
  boundsCrs?: string
  tap?: boolean
  like?: string
  resampling?: Resampling
  scale?: number | { readonly x: number; readonly y: number }
  minValidFraction?: number
  validity?: 'band' | 'any' | 'all'
  allowAveraging?: true
  srcNodata?: number | bigint | 'none'
  nodata?: number | bigint | 'none'
  dtype?: Dtype
  bands?: readonly number[]
  variable?: string
  select?: readonly (readonly [dim: string, label: string])[]
  scaled?: boolean
  maxErrorPx?: number
  srcOverviews?: 'never' | 'auto' | number
  onReadError?: 'fail' | 'nodata' | 'retry'
  sideFiles?: boolean
  cutline?: string
  cutlineCrs?: string
  cutlineAllTouched?: true
  cutlineInvert?: true
  cropToCutline?: true
}

/** The format of an output. */
export type Format = 'cog' | 'zarr'

/** How the output is written. */
export interface WriteOptions {
  format?: Format
  compress?: 'none' | 'deflate' | 'zstd' | 'lzw' | 'jpeg' | 'webp' | 'lerc' | 'blosc'
  level?: number
  quality?: number
  lossless?: true
  maxZError?: number
  predictor?: 'auto' | 'none' | 1 | 2 | 3
  interleave?: 'pixel' | 'band'
  mask?: 'auto' | 'internal' | 'alpha' | 'none'
  sparse?: true
  overviewSource?: 'auto' | 'native' | 'level'
  statistics?: true
  tilingScheme?: 'GoogleMapsCompatible'
  zoomLevelStrategy?: 'auto' | 'lower' | 'upper'
  zoomLevel?: number
  alignedLevels?: number
  chunks?: { y: number; x: number }
  shards?: { y: number; x: number }
  zarrFormat?: 2 | 3
  bloscCodec?: 'lz4' | 'zstd' | 'zlib'
  bloscShuffle?: 'shuffle' | 'bitshuffle' | 'noshuffle'
  order?: 'C' | 'F'
  bool?: true
  boundsVariables?: true
  overviews?: 'auto' | 'none' | number
  overviewResampling?: Resampling | 'gauss'
  /** A dim of a store that is there. */
  append?: string
  /** Positions along the dims of a store that is there, or `auto`. */
  region?: 'auto' | { readonly [dim: string]: { readonly start: number; readonly stop: number } }
  /** Only `none` is for the sink; a value belongs to the array. */
  nodata?: number | bigint | 'none'
}

/** How the run is carried out and told of. */
export interface RunFlags {
  maxMemory?: string
  workers?: number
  resume?: boolean
  overwrite?: boolean
  /** False for `--no-check-space`. */
  checkSpace?: boolean
  rechunk?: 'auto' | 'reread' | 'stage'
  keepGoing?: boolean
  progress: 'auto' | 'bar' | 'json' | 'none'
  quiet?: boolean
  /** Whether warnings are told where a summary is not: a run that keeps going prints its results by itself. */
  warns?: boolean
  recipeOut?: string
  plan?: boolean
  json?: boolean
  /** Print the whole report of the run. */
  report?: boolean
  /** File for a trace of the run. */
  trace?: string
  ifNoneMatch?: boolean
  /** Directory for the scratch files of outputs in an object store. */
  scratch?: string
}

/** All options of `convert`. */
export type AllOptions = ConvertOptions & WriteOptions & RunFlags

/** All options of `mosaic`. */
export type MosaicFlags = AllOptions & { method?: 'first' | 'last' | 'min' | 'max' | 'mean' | 'count' }

/** All options of `run`. */
export type RecipeOptions = WriteOptions & RunFlags

/** Adds the options that say what is made out of a source. */
export function addConvertOptions(command: Command): Command {
  return command
    .optionsGroup('Source:')
    .option('--src-crs <crs>', 'CRS of the source, where the file says none or a wrong one')
    .option('--src-nodata <v>', 'nodata value of the source, in place of what it declares; none for none', parseNodata)
    .option('--on-read-error <rule>', 'where a tile cannot be read: fail (default), nodata or retry', oneOf(['fail', 'nodata', 'retry']))
    .option(
      '--src-overviews <never|auto|n>',
      'read overview n of the source (1 is the finest) instead of its full size; auto: where the file says that it comes to the same',
      parseSourceOverviews,
    )
    .option('--side-files', 'look for .aux.xml, .ovr, .msk and world files beside a GeoTIFF over the network, too (at most eight requests)')
    .option('--no-side-files', 'look for none, also on this machine')
    .option('--bands <list>', 'bands to take, in this order: 1,3', parseBands)
    .option('--variable <name>', 'variable of a Zarr store or NetCDF file')
    .option('--select <dim=label>', 'take one label of a dim: time=2021-06-14 (repeatable)', parseSelect)
    .option('--scaled', "apply the source's scale and offset: physical values instead of stored ones (1 and 0 where it declares none)")
    .optionsGroup('Grid:')
    .option('--crs <crs>', 'reproject to this CRS: EPSG:3857, a PROJ string, WKT or PROJJSON')
    .option('--resolution <r|rx,ry>', 'pixel size in units of the output CRS', parseResolution)
    .option('--size <wxh>', 'width and height in pixels, instead of --resolution', parseSize)
    .option('--bounds <w,s,e,n>', 'extent of the output; by itself, crops to the whole pixels that it touches', parseBounds)
    .option('--bounds-crs <crs>', 'CRS of --bounds (default: that of the output)')
    .option('--tap', 'move the edges outwards to multiples of --resolution')
    .option('--like <raster>', 'the grid of this raster')
    .option('--resampling <name>', `${resamplingNames} (default: near)`, parseResampling)
    .option('--scale <s|sx,sy>', 'output pixels per source pixel by which kernels widen below 1 (XSCALE, YSCALE of GDAL)', parseScale)
    .option('--min-valid-fraction <f>', 'least part of what a pixel is made of that must be valid, 0 to 1 (default: 0)', parseShare)
    .option(
      '--validity <rule>',
      'whose validity counts: that of each band (default), or of any or all bands for all of them',
      oneOf(['band', 'any', 'all']),
    )
    .option('--allow-averaging', 'let kernels that mix values work on classes and bit fields')
    .option('--max-error-px <e>', 'most that a position may be off, in source pixels, 0 to 1; 0 is exact (default: 0.001)', parseShare)
    .optionsGroup('Shapes:')
    .option('--cutline <file>', 'keep the pixels of the output whose centres lie in this GeoJSON; all others become invalid')
    .option('--cutline-crs <crs>', 'CRS of the GeoJSON (default: longitude and latitude, as its standard has it)')
    .option('--cutline-all-touched', 'keep every pixel that the shapes touch')
    .option('--cutline-invert', 'keep what lies outside of the shapes')
    .option('--crop-to-cutline', 'leave out the rows and columns at the sides in which no pixel is kept')
    .optionsGroup('Values:')
    .option('--dtype <t>', 'element type; values are rounded to the nearest (halves upwards) and clamped to what it holds', parseDtype)
    .option('--nodata <v>', 'nodata value of the output; none for none', parseNodata)
}

/** Adds the options that say how the output is written. */
export function addWriteOptions(command: Command): Command {
  return command
    .optionsGroup('Output:')
    .option('--format <name>', 'cog or zarr (default: by the name of DST)', oneOf(['cog', 'zarr']))
    .option(
      '--compress <name>',
      'COG: deflate (default), zstd, lzw, jpeg, webp, lerc, none; Zarr: blosc (default), zstd, deflate, none',
      oneOf(['none', 'deflate', 'zstd', 'lzw', 'jpeg', 'webp', 'lerc', 'blosc']),
    )
    .option('--level <n>', 'effort of deflate or zstd, 1 to 9', parseWhole)
    .option('--quality <n>', 'COG: quality of jpeg or webp, 1 to 100 (default: 75)', parseWhole)
    .option('--lossless', 'COG: webp that keeps every byte')
    .option('--max-z-error <e>', 'COG: largest error of a value that lerc may make (default: 0, none)', parseFinite)
    .option('--chunks <n|nyxnx>', 'rows and columns of a chunk (default: 512); COG: square, a multiple of 16', parseChunks)
    .option('--shards <n|nyxnx>', 'Zarr: rows and columns of a shard, a file of many chunks; multiples of --chunks', parseChunks)
    .option('--predictor <p>', 'COG: auto (default), none (1), 2, or 3 for floats', parsePredictor)
    .option('--interleave <i>', 'COG: pixel (default) or band', oneOf(['pixel', 'band']))
    .option('--mask <m>', 'COG: auto (default), internal, alpha (one more band) or none', oneOf(['auto', 'internal', 'alpha', 'none']))
    .option('--statistics', 'COG: write minimum, maximum, mean, standard deviation and share of valid pixels of each band')
    .option(
      '--tiling-scheme <name>',
      'COG: GoogleMapsCompatible: EPSG:3857 on the pixels of a zoom level, from tile edge to tile edge',
      oneOf(['GoogleMapsCompatible']),
    )
    .option('--zoom-level-strategy <s>', 'its zoom level: auto (the nearest, default), lower or upper', oneOf(['auto', 'lower', 'upper']))
    .option('--zoom-level <n>', 'its zoom level itself', parseWhole)
    .option('--aligned-levels <n>', 'levels whose tiles are tiles of their zoom levels (default: the full size alone)', parseWhole)
    .option('--sparse', 'COG: leave tiles without a valid pixel out of the file')
    .option('--overviews <auto|none|n>', 'number of overviews (default: COG auto, down to one tile; Zarr none)', parseOverviews)
    .option('--overview-resampling <name>', 'any of the above or gauss; average by default, mode for classes', parseOverviewResampling)
    .option(
      '--overview-source <s>',
      'native (each of the full size: exact), level (each of the one before) or auto (default: averages are native)',
      oneOf(['auto', 'native', 'level']),
    )
    .option('--zarr-format <n>', 'Zarr: version of the format, 3 (default) or 2', parseZarrFormat)
    .option('--blosc-codec <c>', 'Zarr: what blosc compresses with: lz4 (default), zstd or zlib', oneOf(['lz4', 'zstd', 'zlib']))
    .option(
      '--blosc-shuffle <s>',
      'Zarr: what blosc does before: shuffle (bytes, default where elements have several), bitshuffle or noshuffle',
      oneOf(['shuffle', 'bitshuffle', 'noshuffle']),
    )
    .option('--order <o>', 'Zarr: order of pixels in a chunk: C (rows, default) or F (columns)', oneOf(['C', 'F']))
    .option('--bool', 'Zarr: store 0 and 1 of uint8 as the type bool')
    .option('--bounds-variables', 'Zarr: write the edges of pixels beside their centres (CF bounds)')
    .option('--append <dim>', 'Zarr: put the array behind the end of a dim of the store DST, which is there')
    .option(
      '--region <auto|ranges>',
      'Zarr: put the array into a part of the store DST: y=0:512,x=512:1024 (from, and up to but not with), or auto by its labels',
      parseRegion,
    )
    .option('--overwrite', 'replace an output that exists')
    .option('--if-none-match', 's3://: never replace an object, not even one that appears meanwhile')
    .option('--scratch <dir>', 's3://: directory for scratch files, by which a run is resumed (default: that for temporary files)')
    .option('--no-check-space', 'begin even where the pixels are more than 20 times what the disk has free')
}

/** Adds the options that say how the run goes; `several`: whether there may be several sources. */
export function addRunOptions(command: Command, several: boolean): Command {
  const keepGoing = new Option('--keep-going', 'with several sources: go on after one that fails, and print a short line of JSON a source')
  return command
    .optionsGroup('Run:')
    .option('--plan', 'print what would be read, computed and written, and how much memory that takes; no output is written')
    .option('--max-memory <size>', 'bound of the whole process (default: 512MB)', parseMemory)
    .option('--workers <n>', 'worker threads; 0 for none (default: one a core, none for a small job)', parseWhole)
    .option(
      '--rechunk <way>',
      'chunks that share tiles which memory cannot keep: reread the tiles, stage pixels in scratch files, or auto (default), the cheaper one',
      oneOf(['auto', 'reread', 'stage']),
    )
    .option('--resume', 'go on with an output that was interrupted')
    .addOption(several ? keepGoing : keepGoing.hideHelp())
    .option(
      '--progress <mode>',
      'auto (a bar on a terminal), bar, json (lines on stderr) or none',
      oneOf(['auto', 'bar', 'json', 'none']),
      'auto',
    )
    .option('-q, --quiet', 'no summary and no progress')
    .option('--recipe-out <file>', 'write the recipe as JSON; `rasterloom run` makes the same output of it')
    .option('--json', 'print the summary, or the plan, as JSON')
    .option('--report', 'after the run, print what it did beside what the plan said, and where the time went')
    .option('--trace <file>', "write what each thread did when, as JSON for Perfetto or Chrome's trace viewer")
}
