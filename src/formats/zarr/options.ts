import { dtypes } from '../../base/dtype.js'
import { UsageError } from '../../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import type { ArraySpec } from '../../graph/spec.js'
import { gridMappingName } from './attribute-names.js'
import { type EncodingOptions, encodingOptionNames, parseEncoding } from './encoding-options.js'
import { type PyramidOptions, parsePyramid } from './pyramid-options.js'

/** How chunks are compressed. */
export type Compression = 'blosc' | 'zstd' | 'gzip' | 'none'

/** The options of the Zarr sink, normalised. */
export type ZarrOptions = PyramidOptions &
  EncodingOptions & {
    /** Extent of a chunk along every dim, no longer than the array. */
    readonly chunks: { readonly [dim: string]: number }
    readonly compress: Compression
    /** Null for what has no levels: blosc with LZ4, and none. */
    readonly level: number | null
    /** Name of the array in the store. */
    readonly variable: string
    /** Names of all arrays that will stand in the store together, in the order that the store lists them in; null for a store of one. The store is published when the last of them ends. */
    readonly group: readonly string[] | null
    readonly zarrFormat: 2 | 3
    /** Between the numbers of a chunk's name; absent: a dot in v2, a slash in v3. */
    readonly dimensionSeparator?: '.' | '/'
    /** Extent of a shard along every dim, a multiple of the chunk's; absent: every chunk is a file of its own. */
    readonly shards?: { readonly [dim: string]: number }
    /** Where a shard's index stands; absent: at its end. */
    readonly shardIndex?: 'start'
    /** Whether every chunk is followed by its CRC-32C; absent: no. */
    readonly checksum?: true
    /** Null: no value is declared to stand for "invalid". Absent: decided from the array. */
    readonly nodata?: null
  }

const known = [
  ...['chunks', 'shards', 'shardIndex', 'checksum', 'compress', 'level'],
  ...['variable', 'group', 'zarrFormat', 'dimensionSeparator', 'overviews', 'overviewResampling', 'overviewSource'],
  ...['allowAveraging', 'nodata'],
  ...encodingOptionNames,
]

/** Spatial extent of a chunk where nothing is said. */
const defaultExtent = 512

const defaultCompression: Compression = 'blosc'

/** A chunk must be addressable by the codecs, which count bytes in 32 bits. */
const maxChunkBytes = 2 ** 30

/** The index of a shard, 16 bytes a chunk, is made in one piece. */
const maxChunksInShard = 2 ** 16

const levels: Readonly<Record<Compression | 'packed', { readonly usual: number | null; readonly least: number; readonly most: number }>> = {
  blosc: { usual: null, least: 0, most: 0 },
  zstd: { usual: 3, least: 1, most: 19 },
  gzip: { usual: 1, least: 1, most: 9 },
  none: { usual: null, least: 0, most: 0 },
  // Blosc's own, for what it packs by zstd or zlib.
  packed: { usual: 5, least: 1, most: 9 },
}

const compressions: Readonly<Record<string, Compression>> = {
  blosc: 'blosc',
  zstd: 'zstd',
  gzip: 'gzip',
  deflate: 'gzip',
  none: 'none',
}

/** Options as normalised data for one array. Throws `E_USAGE` naming the option, what it was and what it may be. */
export function parseZarrOptions(options: Json, spec: ArraySpec): ZarrOptions {
  if (!isJsonObject(options)) throw new UsageError('zarr: options must be an object')
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw new UsageError(`zarr: unknown option "${key}"; known are ${known.join(', ')}`)
  }
  const zarrFormat = parseFormat(options)
  const compress = parseCompression(options.compress)
  const encoding = parseEncoding(options, compress, spec)
  const variable = parseVariable(options.variable, spec)
  const wanted = wantedChunks(options.chunks, spec)
  const chunks = clampedChunks(wanted, spec)
  return {
    chunks,
    ...parseShards(options, wanted, chunks, spec),
    compress,
    ...encoding,
    level: parseLevel(options.level, encoding.cname === undefined ? compress : 'packed'),
    variable,
    group: parseGroup(options.group, variable, spec),
    zarrFormat,
    ...parseSeparator(options.dimensionSeparator),
    ...(parseFlag('checksum', options.checksum) ? { checksum: true } : {}),
    ...parsePyramid(options, spec),
    ...parseNodata(options.nodata),
  }
}

function parseFlag(name: string, value: Json | undefined): boolean {
  if (value === undefined || value === null || typeof value === 'boolean') return value === true
  throw new UsageError(`zarr: ${name} is ${JSON.stringify(value)}, expected true or false`)
}

function parseNodata(value: Json | undefined): { nodata?: null } {
  if (value === undefined) return {}
  if (value === null) return { nodata: null }
  throw new UsageError(`zarr: nodata is ${JSON.stringify(value)}: null declares none; for a value use assignNodata`, { option: 'nodata' })
}

function parseFormat({ zarrFormat, shards, checksum }: JsonObject): 2 | 3 {
  if (zarrFormat === undefined || zarrFormat === null || zarrFormat === 3) return 3
  if (zarrFormat !== 2) throw new UsageError(`zarr: zarrFormat is ${JSON.stringify(zarrFormat)}, expected 2 or 3`)
  for (const [name, value] of Object.entries({ shards: shards ?? null, checksum: checksum === true || null })) {
    if (value !== null) throw new UsageError(`zarr: zarrFormat 2 has no ${name}: leave it out, or write zarrFormat 3`, { option: name })
  }
  return 2
}

function parseSeparator(value: Json | undefined): Pick<ZarrOptions, 'dimensionSeparator'> {
  if (value === undefined || value === null) return {}
  if (value === '.' || value === '/') return { dimensionSeparator: value }
  throw new UsageError(`zarr: dimensionSeparator is ${JSON.stringify(value)}, expected "." or "/"`)
}

function parseCompression(value: Json | undefined): Compression {
  const found = compressions[String(value ?? defaultCompression)]
  if (found === undefined) {
    throw new UsageError(`zarr: compress is ${JSON.stringify(value)}, expected one of ${Object.keys(compressions).join(', ')}`)
  }
  return found
}

function parseLevel(value: Json | undefined, compress: Compression | 'packed'): number | null {
  const { usual, least, most } = levels[compress]
  if (value === undefined || value === null) return usual
  if (usual === null) throw new UsageError(`zarr: level ${JSON.stringify(value)} was given, but compress "${compress}" has no levels`)
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw new UsageError(
      `zarr: level is ${JSON.stringify(value)}, expected a whole number from ${least} to ${most} for "${compress === 'packed' ? 'blosc' : compress}"`,
    )
  }
  return value
}

/** Extents by dim as asked for: a number is meant for y and x. */
function extentsByDim(name: string, value: Json | undefined, spec: ArraySpec): { readonly [dim: string]: number } {
  const given: JsonObject =
    typeof value === 'number' ? Object.fromEntries(spatialDims(spec).map((dim) => [dim, value])) : objectOrEmpty(name, value)
  for (const [dim, extent] of Object.entries(given)) {
    if (!spec.dims.includes(dim)) {
      throw new UsageError(`zarr: ${name} names the dim "${dim}", which the array does not have; its dims are ${spec.dims.join(', ')}`)
    }
    if (typeof extent !== 'number' || !Number.isInteger(extent) || extent < 1) {
      throw new UsageError(`zarr: ${name}.${dim} is ${JSON.stringify(extent)}, expected a whole number of at least 1`)
    }
  }
  return given as { readonly [dim: string]: number }
}

function wantedChunks(value: Json | undefined, spec: ArraySpec): Record<string, number> {
  const spatial = spatialDims(spec)
  const given = extentsByDim('chunks', value, spec)
  return Object.fromEntries(spec.dims.map((dim) => [dim, given[dim] ?? (spatial.includes(dim) ? defaultExtent : 1)]))
}

/** No longer than the array. */
function clampedChunks(wanted: { readonly [dim: string]: number }, spec: ArraySpec): Record<string, number> {
  const extents = spec.dims.map((dim, at): [string, number] => [
    dim,
    Math.max(1, Math.min(wanted[dim] as number, spec.shape[at] as number)),
  ])
  const bytes = extents.reduce<number>((product, [, extent]) => product * extent, dtypes[spec.dtype].bytes)
  if (bytes > maxChunkBytes)
    throw new UsageError(`zarr: a chunk would hold ${bytes} bytes, at most ${maxChunkBytes} work: give smaller chunks`)
  return Object.fromEntries(extents)
}

type Extents = { readonly [dim: string]: number }

/** Shards are whole chunks along every dim, and end with the first chunk that reaches the end of the array. Dims that are not named have one chunk in a shard. */
function parseShards(options: JsonObject, wanted: Extents, chunks: Extents, spec: ArraySpec): Pick<ZarrOptions, 'shards' | 'shardIndex'> {
  const { shards: value, shardIndex } = options
  if (shardIndex !== undefined && shardIndex !== null && shardIndex !== 'start' && shardIndex !== 'end') {
    throw new UsageError(`zarr: shardIndex is ${JSON.stringify(shardIndex)}, expected "end" or "start"`)
  }
  if (value === undefined || value === null) {
    if (shardIndex === 'start') throw new UsageError('zarr: shardIndex says where the index of a shard stands, but no shards are asked for')
    return {}
  }
  const given = extentsByDim('shards', value, spec)
  const shards = spec.dims.map((dim, at): [string, number] => {
    const chunk = chunks[dim] as number
    const extent = given[dim] ?? (wanted[dim] as number)
    mustDivide(dim, extent, wanted[dim] as number)
    const whole = Math.max(1, Math.ceil((spec.shape[at] as number) / chunk)) * chunk
    return [dim, chunk < (wanted[dim] as number) ? chunk : Math.min(extent, whole)]
  })
  const count = shards.reduce((product, [dim, extent]) => product * (extent / (chunks[dim] as number)), 1)
  if (count > maxChunksInShard) {
    throw new UsageError(
      `zarr: a shard would hold ${count} chunks, at most ${maxChunksInShard} work: give smaller shards or larger chunks`,
      { option: 'shards' },
    )
  }
  return { shards: Object.fromEntries(shards), ...(shardIndex === 'start' ? { shardIndex } : {}) }
}

function mustDivide(dim: string, shard: number, chunk: number): void {
  if (shard % chunk === 0) return
  const below = Math.floor(shard / chunk) * chunk
  const nearest = below === 0 || shard - below > below + chunk - shard ? below + chunk : below
  throw new UsageError(
    `zarr: shards.${dim} is ${shard}, which is no multiple of the ${chunk} of a chunk: the nearest that is one is ${nearest}`,
    { option: 'shards', dim, shard, chunk, nearest },
  )
}

function objectOrEmpty(name: string, value: Json | undefined): JsonObject {
  if (value === undefined || value === null) return {}
  if (isJsonObject(value)) return value
  throw new UsageError(`zarr: ${name} is ${JSON.stringify(value)}, expected a number, or extents by dim like { "y": 512, "x": 512 }`)
}

/** The dims that a single number of `chunks` means: y and x; in an array that has neither, the last two. */
function spatialDims({ dims }: ArraySpec): string[] {
  const found = dims.filter((dim) => dim === 'y' || dim === 'x')
  return found.length > 0 ? found : dims.slice(-2)
}

function parseVariable(value: Json | undefined, spec: ArraySpec): string {
  if (value === undefined || value === null) {
    const name = (spec.name ?? '').replace(/[/\\]/g, '_')
    return variableFault(name, spec) === null ? name : 'data'
  }
  const fault = typeof value === 'string' ? variableFault(value, spec) : 'it is no text'
  if (fault === null) return value as string
  throw new UsageError(`zarr: variable ${JSON.stringify(value)} cannot name an array in the store: ${fault}`)
}

/** Why a text cannot name a data array, or null. */
function variableFault(name: string, spec: ArraySpec): string | null {
  if (name === '') return 'it is empty'
  if (/[/\\]/.test(name)) return 'it holds a slash'
  if (/^(\.|__)/.test(name)) return 'names that begin with a dot or two underscores are reserved'
  if (name === 'zarr.json') return 'it is reserved for metadata'
  if (name === gridMappingName || spec.dims.includes(name) || Object.hasOwn(spec.coords, name)) return 'a coordinate has that name'
  if (/^[xy]_bnds$/.test(name)) return 'bounds of a coordinate have that name'
  return null
}

function parseGroup(value: Json | undefined, variable: string, spec: ArraySpec): readonly string[] | null {
  if (value === undefined || value === null) return null
  if (!Array.isArray(value))
    throw new UsageError(`zarr: group is ${JSON.stringify(value)}, expected the names of all variables of the store`)
  const names = [...new Set(value.map((name: Json) => parseVariable(name, spec)))]
  if (!names.includes(variable)) {
    throw new UsageError(`zarr: group names ${names.join(', ')}, but not this array's own variable "${variable}"`)
  }
  return names
}
