import { stat } from 'node:fs/promises'
import { SourceError, UsageError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import type { Crs } from '../geo/crs.js'
import { gcpsAttribute } from '../geo/gcp.js'
import type { LazyNode } from '../graph/graph.js'
import type { ByteSource, OpenBytes, OpenedSource, SourceDef } from '../graph/source.js'
import { valueKindOfName } from '../graph/value-kind.js'
import type { HttpOptions } from '../io/http.js'
import { publicUri } from '../io/public-uri.js'
import type { S3Options } from '../io/s3-client.js'
import { applyOp } from './apply.js'
import { objectArgument, shownArgument } from './arguments.js'
import { type DataArray, wrapped } from './data-array.js'
import { pointsOf } from './data-array-grid.js'
import { knownOptions } from './data-array-options.js'
import type { CrsLike } from './data-array-types.js'
import { crsArgument } from './geo-arguments.js'
import { internedSpec } from './interned-spec.js'
import { openUri, rememberOpened, setRequests } from './opened.js'
import { registry } from './registry.js'
import { absoluteUri, isLocal } from './source-uri.js'

/** What is opened, and how it is read. */
export interface OpenOptions {
  /** One band by number from 1; drops the dim `band`. */
  readonly band?: number
  /** Bands by number from 1, in this order; keeps the dim `band`. */
  readonly bands?: readonly number[]
  /** 0 is the image itself, k its k-th overview. */
  readonly level?: number
  /** Which array of a store. */
  readonly variable?: string
  /** Physical values instead of stored ones: `true` takes the file's scale and offset, or give them: `physical = stored * scale + offset`. */
  readonly scaled?: boolean | { readonly scale: number; readonly offset: number }
  readonly name?: string
  /** The value that stands for "invalid", instead of what the file declares; null for none. */
  readonly nodata?: number | bigint | null
  /** The CRS, where the file does not say it or says it wrongly. */
  readonly crs?: CrsLike
  /** Whether values are classes, which kernels that mix values must not touch. Default: where the file has a palette, or its name says so. */
  readonly categorical?: boolean
  /** Whether values are sets of bits, of which only `near` and `mode` make sense. Default: where the name of the file or band says so. */
  readonly bitfield?: boolean
  /**
   * What is done where a tile cannot be read, since the file is damaged or a server fails: the run fails (`fail`, the default), the tile's pixels are
   * invalid and the report and the output say which (`nodata`), or it is read again three times before the run fails (`retry`).
   * A TIFF whose tiles lie beyond its end is only opened under the latter two.
   */
  readonly onReadError?: 'fail' | 'nodata' | 'retry'
  /** The format, where name and first bytes do not tell. */
  readonly format?: string
  /** Headers and retries of requests: used for all reads, never recorded or shown. */
  readonly http?: HttpOptions
  /** Endpoint, region, credentials and retries of an object store: used for all reads, never recorded or shown. Default: what the AWS SDK finds. */
  readonly s3?: S3Options
}

const known = [
  'band',
  'bands',
  'level',
  'variable',
  'scaled',
  'name',
  'nodata',
  'crs',
  'categorical',
  'bitfield',
  'onReadError',
  'format',
  'http',
  's3',
]
const sourceOptions = ['band', 'bands', 'level', 'variable', 'nodata']

/**
 * Opens a raster: a path, or a `file:`, `http:`, `https:` or `s3:` URL. Reads headers, no pixels. A GeoTIFF has the dims `band`, `y`, `x`; with
 * `band` just `y`, `x`. Throws `E_SOURCE` for what is missing or cannot be read, `E_USAGE` for options that do not fit.
 *
 * @example const nir = await open('B08.tif', { band: 1, scaled: true })
 */
export function open(uri: string, options: OpenOptions & { readonly band: number }): Promise<DataArray<'y' | 'x'>>
export function open<Dims extends string = 'band' | 'y' | 'x'>(uri: string, options?: OpenOptions): Promise<DataArray<Dims>>
export async function open(uri: string, given?: OpenOptions): Promise<DataArray<string>> {
  const options = knownOptions('open', given, known)
  if (typeof uri !== 'string' || uri === '') throw new UsageError('open: give the path or URL of a raster')
  const absolute = absoluteUri(uri)
  setRequests(absolute, options)
  const asked = Object.fromEntries(
    sourceOptions.flatMap((key) => (key in options ? [[key, options[key as keyof OpenOptions] as Json]] : [])),
  )
  const rule = readErrorRule(options.onReadError)
  const { name, opened } = await openedAs(uri, absolute, options.format, (format, openBytes) =>
    format.open(absolute, asked, openBytes, rule.onReadError !== undefined),
  )
  return wrapped(adjusted(sourceNode(name, absolute, opened, rule), options, uri))
}

/**
 * What `info` prints of a raster beside its array: driver, compression, overviews. Of a GeoTIFF also `cog`: whether its directories say that it is a valid
 * Cloud Optimized GeoTIFF, as `validate` finds it with `tiles: false`, and `cogErrors` where it is none.
 */
export async function describeSource(
  uri: string,
  options?: Pick<OpenOptions, 'format' | 'variable' | 'http' | 's3'>,
): Promise<OpenedSource> {
  const { format: named, variable, http, s3 } = knownOptions('describeSource', options, ['format', 'variable', 'http', 's3'])
  if (typeof uri !== 'string' || uri === '') throw new UsageError('describeSource: give the path or URL of a raster')
  const absolute = absoluteUri(uri)
  setRequests(absolute, { http, s3 })
  const { name, opened } = await openedAs(uri, absolute, named, (format, openBytes) =>
    format.open(absolute, variable === undefined ? {} : { variable }, openBytes),
  )
  return name === 'geotiff' ? { ...opened, info: { ...opened.info, ...(await cogFacts(uri)) } } : opened
}

async function cogFacts(uri: string): Promise<JsonObject> {
  // Loaded where it is asked for: runs open files and never check them.
  const { validate } = await import('./validate.js')
  try {
    const { valid, errors } = await validate(uri, { tiles: false })
    return { cog: valid, ...(valid ? {} : { cogErrors: errors.map(({ message }) => message) }) }
  } catch (error) {
    // Directories that no array is read from may be damaged.
    if (!(error instanceof SourceError)) throw error
    return { cog: false, cogErrors: [error.message] }
  }
}

/** As a source's params have it: the default is not recorded. */
function readErrorRule(rule: OpenOptions['onReadError']): { onReadError?: 'nodata' | 'retry' } {
  if (rule === undefined || rule === 'fail') return {}
  if (rule !== 'nodata' && rule !== 'retry')
    throw new UsageError(`open: onReadError is ${shownArgument(rule)}, expected fail, nodata or retry`)
  return { onReadError: rule }
}

function sourceNode(format: string, uri: string, found: OpenedSource, rule: { onReadError?: 'nodata' | 'retry' }): LazyNode {
  const opened = { ...found, spec: internedSpec(found.spec) }
  const node = applyOp('source', { format, uri, options: opened.options, spec: opened.spec as unknown as JsonObject, ...rule }, [])
  rememberOpened(node, opened)
  return node
}

/** Opens a source by the format that is named, or else by that which its name and first bytes tell; answers the format's name, too. */
async function openedAs(
  uri: string,
  absolute: string,
  named: string | undefined,
  opening: (format: SourceDef, openBytes: OpenBytes) => Promise<OpenedSource>,
): Promise<{ name: string; opened: OpenedSource }> {
  if (named !== undefined) {
    const card = registry.sources.find((source) => source.name === named)
    if (card !== undefined) return { name: card.name, opened: await opening(card as unknown as SourceDef, openUri) }
    throw new UsageError(`open: format "${named}" is not known; known are ${registry.sources.map(({ name }) => name).join(', ')}`)
  }
  let bytes = await bytesOf(uri, absolute)
  // What was opened to look at the first bytes is handed on: a mosaic opens thousands of files.
  const handOn: OpenBytes = async (other, wanted) => {
    const held = other === absolute ? bytes : null
    if (held === null) return openUri(other, wanted)
    bytes = null
    return held
  }
  const openBytes = Object.assign(handOn, { list: openUri.list })
  try {
    const head = bytes === null ? new Uint8Array(0) : await bytes.read(0, Math.min(headLength, await bytes.size()))
    const format = formatOf(uri, absolute, head)
    return { name: format.name, opened: await opening(format, openBytes) }
  } finally {
    await bytes?.close()
  }
}

function formatOf(uri: string, absolute: string, head: Uint8Array): SourceDef {
  const found = registry.sources.find((source) => source.recognises(absolute, head))
  if (found !== undefined) return found as unknown as SourceDef
  const names = registry.sources.map(({ name }) => name).filter((name) => name !== 'memory')
  const what = head.length === 0 ? 'a directory that is no Zarr store' : 'a file of a format that is not known'
  throw new SourceError(`${publicUri(uri)}: is ${what}; what can be opened: ${names.join(', ')}`, { uri: publicUri(uri) })
}

const headLength = 16

/** The bytes of a file; null for a directory, and for a remote uri that cannot be read as one file (it may be a store). */
async function bytesOf(uri: string, absolute: string): Promise<ByteSource | null> {
  if (isLocal(absolute)) {
    const there = await stat(absolute).catch(() => null)
    if (there === null) {
      const seen = uri === absolute ? '' : ` (looked for ${absolute})`
      throw new SourceError(`${uri}: there is no such file or directory${seen}`, { uri })
    }
    if (there.isDirectory()) return null
    if (there.size === 0)
      throw new SourceError(`${uri}: the file is empty: it was made, but never written. Make or fetch it again`, { uri })
  } else if (/\.zarr\/?(\?|$)/i.test(absolute)) return null
  return openUri(absolute)
}

/** What options change of a source: its CRS, its name, stored numbers into physical ones. */
function adjusted(source: LazyNode, { crs, name, scaled, categorical, bitfield }: OpenOptions, uri: string): LazyNode {
  const label: Record<string, Json> = kindLabel(source, uri, categorical, bitfield)
  if (name !== undefined) label.name = name
  if (crs !== undefined) Object.assign(label, crsLabel(source, crsArgument(crs), label.attrs))
  const labelled = Object.keys(label).length === 0 ? source : applyOp('relabel', label, [source])
  if (scaled === undefined || scaled === false) return labelled
  if (scaled === true) return applyOp('decode', declaredScale(labelled, uri), [labelled])
  const { scale, offset } = objectArgument('open', scaled, 'scaled: true, false or { scale, offset }')
  if (typeof scale !== 'number' || typeof offset !== 'number')
    throw new UsageError(`open: scaled is ${shownArgument(scaled)}, expected true, false or { scale, offset } with two numbers`)
  return applyOp('decode', { scale, offset }, [labelled])
}

/** Another CRS, of the control points where they alone place the source. */
function crsLabel(source: LazyNode, crs: Crs, attrs: Json = source.spec.attrs): Record<string, Json> {
  const placed = pointsOf(source)
  if (placed === null) return { crs: crs as unknown as Json }
  return { attrs: { ...(attrs as JsonObject), [gcpsAttribute]: { points: placed.points, crs: crs as unknown as Json } } }
}

/** What tells operations that values are classes or bits, where an option or the name of the file says so and the source does not. */
function kindLabel({ spec }: LazyNode, uri: string, categorical: boolean | undefined, bitfield: boolean | undefined): Record<string, Json> {
  const named = valueKindOfName(uri.replace(/[?#].*$/, '').replace(/\.[^./]*$/, ''))
  const isBits = bitfield ?? (categorical === undefined && named === 'bits')
  const isClasses = categorical ?? (named === 'classes' || spec.categorical)
  return {
    ...(isBits || bitfield === false ? { attrs: { ...spec.attrs, bitfield: isBits } } : {}),
    ...(isClasses === spec.categorical ? {} : { categorical: isClasses }),
  }
}

function declaredScale({ spec }: LazyNode, uri: string): Json {
  if (spec.bands.some(({ scale, offset }) => scale !== 1 || offset !== 0)) return {}
  throw new UsageError(
    `${publicUri(uri)}: scaled was asked for, but the file declares no scale or offset: give scaled: { scale, offset }, or leave it out`,
  )
}
