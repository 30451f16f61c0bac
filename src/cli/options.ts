import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Resampling } from '../api/data-array-types.js'
import { type Dtype, isDtype } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'

/** The options of `convert` as they stand on the command line. */
export interface ConvertOptions {
  srcCrs?: string
  crs?: string
  resolution?: { x: number; y: number }
  size?: { width: number; height: number }
  bounds?: readonly [number, number, number, number]
  boundsCrs?: string
  tap?: boolean
  like?: string
  resampling?: Resampling
  srcNodata?: number
  nodata?: number
  dtype?: Dtype
  bands?: readonly number[]
  variable?: string
  select?: readonly (readonly [dim: string, label: string])[]
  scaled?: boolean
  maxErrorPx?: number
  srcOverviews?: 'never' | number
}

/** How the output is written. */
export interface WriteOptions {
  format?: 'cog' | 'zarr'
  compress?: string
  level?: number
  predictor?: 'auto' | 'none' | 2 | 3
  interleave?: string
  mask?: string
  chunks?: { y: number; x: number }
  zarrFormat?: number
  overviews?: 'auto' | 'none' | number
  overviewResampling?: string
}

/** How the run is carried out and told of. */
export interface RunFlags {
  maxMemory?: string
  workers?: number
  resume?: boolean
  overwrite?: boolean
  keepGoing?: boolean
  progress: 'auto' | 'bar' | 'json' | 'none'
  quiet?: boolean
  recipeOut?: string
  plan?: boolean
  json?: boolean
}

/** Options whose names are kept for features to come: they answer "not available yet" and are not in the help. */
const reserved = ['--shards <n>', '--trace <file>']

/** Adds the options that say what is made out of a source. */
export function addConvertOptions(command: Command): Command {
  return command
    .option('--src-crs <crs>', 'coordinate reference system of the source, where the file says none or a wrong one')
    .option('--crs <crs>', 'reproject to this coordinate reference system (EPSG:3857, a PROJ string or WKT)')
    .option('--resolution <r|rx,ry>', 'pixel size in units of the output CRS', parseResolution)
    .option('--size <wxh>', 'width and height in pixels', parseSize)
    .option('--bounds <w,s,e,n>', 'extent of the output; alone, crops to the pixels that it touches', parseBounds)
    .option('--bounds-crs <crs>', 'CRS of --bounds (default: the output CRS)')
    .option('--tap', 'align the extent to multiples of the resolution')
    .option('--like <raster>', 'put the output on the grid of this raster')
    .option('--resampling <name>', 'near or bilinear', 'near')
    .option('--src-nodata <v>', 'nodata value of the source, in place of what it declares', parseNumber)
    .option('--nodata <v>', 'nodata value of the output', parseNumber)
    .option('--dtype <t>', 'element type of the output; values are rounded half up and clamped', parseDtype)
    .option('--bands <list>', 'bands to take, 1-based: 1,3', parseBands)
    .option('--variable <name>', 'variable of a Zarr store')
    .option('--select <dim=label>', 'take one label of a dim (repeatable)', parseSelect)
    .option('--scaled', "apply the source's scale and offset")
    .option('--max-error-px <e>', 'largest error of interpolated coordinates in source pixels; 0 computes every pixel exactly', parseNumber)
    .option('--src-overviews <never|n>', 'read from overview n of the source (1 is the finest)', parseSourceOverviews)
}

/** Adds the options that say how the output is written. */
export function addWriteOptions(command: Command): Command {
  command
    .addOption(new Option('--format <name>', 'cog or zarr (default: by the name of DST)').choices(['cog', 'zarr']))
    .option('--compress <name>', 'none, deflate, zstd, lzw (COG) or blosc (Zarr)')
    .option('--level <n>', 'effort of the compression', parseWhole)
    .option('--predictor <p>', 'auto, none, 2 or 3 (COG)', parsePredictor)
    .addOption(new Option('--interleave <i>', 'pixel or band (COG)').choices(['pixel', 'band']))
    .addOption(new Option('--mask <m>', 'auto, internal or none (COG)').choices(['auto', 'internal', 'none']))
    .option('--chunks <n|nyxnx>', 'extent of the chunks or tiles in y and x', parseChunks)
    .option('--zarr-format <n>', '3', parseWhole)
    .option('--overviews <auto|none|n>', 'number of overview levels (COG)', parseOverviews)
    .option('--overview-resampling <name>', 'average, near or mode (COG)')
  return addReserved(command)
}

/** Adds the options that say how the run goes. */
export function addRunOptions(command: Command): Command {
  return command
    .option('--max-memory <size>', 'bound of the whole process, like 512MB', '512MB')
    .option('--workers <n>', 'worker threads; 0 for none (default: one a core, none for a small job)', parseWhole)
    .option('--resume', 'go on with an output that was interrupted')
    .option('--overwrite', 'replace an output that exists')
    .option('--keep-going', 'with several sources: go on after one that fails')
    .addOption(new Option('--progress <mode>', 'how progress is shown').choices(['auto', 'bar', 'json', 'none']).default('auto'))
    .option('-q, --quiet', 'no summary and no bar')
    .option('--recipe-out <file>', 'write the recipe as JSON')
    .option('--plan', 'print the plan and write nothing')
    .option('--json', 'print the summary, or the plan, as JSON')
}

function addReserved(command: Command): Command {
  for (const flags of reserved) command.addOption(new Option(flags).hideHelp().argParser(() => notYet(flags)))
  return command
}

function notYet(flags: string): never {
  throw new InvalidArgumentError(`not available yet: ${flags.split(' ')[0]}`)
}

function bad(text: string, expected: string): never {
  throw new InvalidArgumentError(`"${text}" is not ${expected}.`)
}

function numbers(text: string, separator: string | RegExp): number[] {
  return text.split(separator).map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
}

function parseNumber(text: string): number {
  if (/^[+-]?nan$/i.test(text)) return Number.NaN
  const value = numbers(text, /$^/)[0] as number
  return Number.isNaN(value) ? bad(text, 'a number') : value
}

function parseDtype(text: string): Dtype {
  return isDtype(text) ? text : bad(text, 'an element type: uint8, int8, uint16, int16, uint32, int32, uint64, int64, float32 or float64')
}

function parseWhole(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : bad(text, 'a whole number')
}

function parseResolution(text: string): { x: number; y: number } {
  const [x, y, ...rest] = numbers(text, ',')
  const both = y ?? x
  if (x === undefined || both === undefined || rest.length > 0 || !(x > 0) || !(both > 0))
    return bad(text, 'a pixel size: give one positive number, or two like 10,20')
  return { x, y: both }
}

function parseSize(text: string): { width: number; height: number } {
  const match = /^(\d+)x(\d+)$/i.exec(text)
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  return width > 0 && height > 0 ? { width, height } : bad(text, 'a size in pixels like 1024x768')
}

function parseBounds(text: string): readonly [number, number, number, number] {
  const [west, south, east, north, ...rest] = numbers(text, ',') as [number, number, number, number, ...number[]]
  if (rest.length > 0 || ![west, south, east, north].every(Number.isFinite) || west >= east || south >= north) {
    return bad(text, 'an extent: give west,south,east,north with west < east and south < north')
  }
  return [west, south, east, north]
}

function parseBands(text: string): number[] {
  const bands = numbers(text, ',')
  return bands.every((band) => Number.isInteger(band) && band > 0) ? bands : bad(text, 'a list of 1-based bands like 1,3')
}

function parseSelect(text: string, before: readonly (readonly [string, string])[] = []): (readonly [string, string])[] {
  const at = text.indexOf('=')
  return at > 0 && at < text.length - 1
    ? [...before, [text.slice(0, at), text.slice(at + 1)]]
    : bad(text, 'a selection like time=2021-06-01')
}

function parseSourceOverviews(text: string): 'never' | number {
  if (text === 'auto') throw new InvalidArgumentError('not available yet: auto. Give never, or the number of an overview.')
  return text === 'never' ? text : parseWhole(text)
}

function parsePredictor(text: string): 'auto' | 'none' | 2 | 3 {
  if (text === 'auto' || text === 'none') return text
  return text === '2' ? 2 : text === '3' ? 3 : bad(text, 'a predictor: auto, none, 2 or 3')
}

function parseChunks(text: string): { y: number; x: number } {
  const match = /^(\d+)(?:x(\d+))?$/i.exec(text)
  const y = Number(match?.[1])
  const x = match?.[2] === undefined ? y : Number(match[2])
  return y > 0 && x > 0 ? { y, x } : bad(text, 'an extent in pixels like 512 or 256x1024')
}

function parseOverviews(text: string): 'auto' | 'none' | number {
  return text === 'auto' || text === 'none' ? text : parseWhole(text)
}

/** The format of an output: as asked for, or by its name. Throws `E_USAGE` where neither says. */
export function formatOf(target: string, asked: 'cog' | 'zarr' | undefined): 'cog' | 'zarr' {
  if (asked !== undefined) return asked
  if (/\.tiff?$/i.test(target)) return 'cog'
  if (/\.zarr\/?$/i.test(target)) return 'zarr'
  throw new UsageError(`${target}: its name does not say a format: end it in .tif or .zarr, or give --format cog or --format zarr`)
}
