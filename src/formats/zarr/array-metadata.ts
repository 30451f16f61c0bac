import { canonicalJson, type Json, type JsonObject } from '../../base/json.js'
import type { ArraySpec, Band } from '../../graph/spec.js'
import { plainBand } from '../../graph/spec.js'
import { ownPrefix } from './attribute-names.js'
import { codecList } from './chunk-codec.js'
import { type CoordinateArray, extentsOf } from './coordinate-arrays.js'
import { fillAttribute, fillMetadata, storedFill } from './fill.js'
import { separatorOf, shardOf } from './level-arrays.js'
import { type Metadata, metadataText, type RawText } from './metadata-text.js'
import type { ZarrOptions } from './options.js'
import { spatialAttributes } from './spatial-ref.js'

/** Attributes with a meaning to readers: they follow from the spec, and are not taken over from a source's attributes. */
export const reservedAttributes: readonly string[] = [
  '_FillValue',
  'missing_value',
  '_Unsigned',
  'scale_factor',
  'add_offset',
  'grid_mapping',
  '_CRS',
  'coordinates',
  '_ARRAY_DIMENSIONS',
  'proj:code',
  'proj:wkt2',
  'proj:projjson',
  'spatial:dimensions',
  'spatial:shape',
  'spatial:transform',
  'spatial:bbox',
]

/** `zarr.json` of the data array. Where no value is decided to stand for "invalid", `fill_value` is 0 and there is no `_FillValue`. */
export function dataArrayText(spec: ArraySpec, options: ZarrOptions, metadata: JsonObject): string {
  const fill = storedFill(spec)
  const shard = shardOf(spec, options)
  return arrayText({
    shape: spec.shape,
    dtype: options.bool === true ? 'bool' : spec.dtype,
    chunk: shard ?? spec.chunks.chunk,
    separator: separatorOf(options),
    fill: options.bool === true ? false : fillMetadata(fill ?? 0, spec.dtype),
    codecs: shard === null ? codecList(options, spec) : [shardingCodec(spec, options)],
    attributes: {
      ...(fill === null || options.nodata === null ? {} : { _FillValue: fillAttribute(fill, spec.dtype) }),
      ...dataAttributes(spec, metadata),
    },
    dims: spec.dims,
  })
}

/** Attributes of the data array that both versions of the format share. */
export function dataAttributes(spec: ArraySpec, metadata: JsonObject): JsonObject {
  return { ...bandAttributes(spec.bands), ...spatialAttributes(spec), ...foreignAttributes(spec.attrs), ...provenance(metadata) }
}

/** Chunks in a shard are those of the grid. Indexes carry a checksum, as the specification recommends. */
function shardingCodec(spec: ArraySpec, options: ZarrOptions): Metadata {
  const configuration = {
    chunk_shape: spec.chunks.chunk,
    codecs: codecList(options, spec),
    index_codecs: [{ name: 'bytes', configuration: { endian: 'little' } }, { name: 'crc32c' }],
    index_location: options.shardIndex ?? 'end',
  }
  return { name: 'sharding_indexed', configuration }
}

/** `zarr.json` of a coordinate array: one chunk, not compressed. */
export function coordinateText(array: CoordinateArray): string {
  const { dtype, attributes, dims } = array
  const shape = extentsOf(array)
  return arrayText({
    shape,
    dtype,
    chunk: shape.map((extent) => Math.max(1, extent)),
    separator: '/',
    fill: dtype === 'string' ? '' : dtype === 'float64' ? 'NaN' : 0,
    codecs: [dtype === 'string' ? { name: 'vlen-utf8' } : { name: 'bytes', configuration: { endian: 'little' } }],
    attributes,
    dims,
  })
}

/** `zarr.json` of a group; the root's with the metadata of all below it inline, so that one read opens the store. */
export function groupText(attributes: JsonObject, below: { readonly [path: string]: RawText } | null): string {
  const inline = below === null ? {} : { consolidated_metadata: { kind: 'inline', must_understand: false, metadata: below } }
  return documentText({ zarr_format: 3, node_type: 'group', attributes, ...inline })
}

interface ArrayFields {
  readonly shape: readonly number[]
  readonly dtype: string
  readonly chunk: readonly number[]
  readonly separator: string
  readonly fill: Metadata
  readonly codecs: readonly Metadata[]
  readonly attributes: { readonly [key: string]: Metadata }
  readonly dims: readonly string[]
}

function arrayText({ shape, dtype, chunk, separator, fill, codecs, attributes, dims }: ArrayFields): string {
  return documentText({
    zarr_format: 3,
    node_type: 'array',
    shape,
    data_type: dtype,
    chunk_grid: { name: 'regular', configuration: { chunk_shape: chunk } },
    chunk_key_encoding: { name: 'default', configuration: { separator } },
    fill_value: fill,
    codecs,
    attributes,
    dimension_names: dims,
    storage_transformers: [],
  })
}

/** A document as it stands in its file. */
export function documentText(value: Metadata): string {
  return `${metadataText(value)}\n`
}

/** CF attributes where they can say it all; where they cannot, a list with what is said of each band besides. */
function bandAttributes(bands: readonly Band[]): JsonObject {
  const first = bands[0] ?? plainBand
  const same = (pick: (band: Band) => Json): boolean => bands.every((band) => pick(band) === pick(first))
  const packed = same((band) => band.scale) && same((band) => band.offset)
  const oneUnit = same((band) => band.unit)
  const isPlain = bands.length === 1 || (packed && oneUnit && bands.every((band) => band.description === null))
  return {
    ...(packed && (first.scale !== 1 || first.offset !== 0) ? { scale_factor: first.scale, add_offset: first.offset } : {}),
    ...(first.unit !== null && oneUnit ? { units: first.unit } : {}),
    ...(first.description !== null && bands.length === 1 ? { long_name: first.description } : {}),
    ...(isPlain ? {} : { [`${ownPrefix}bands`]: canonicalJson(bands.map((band) => ({ ...band }))) }),
  }
}

function foreignAttributes(attrs: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(attrs).filter(([key]) => !reservedAttributes.includes(key) && !key.startsWith(ownPrefix)))
}

/** The recipe is one text, as the list of bands is, because netCDF and many readers know no nested attributes. */
function provenance(metadata: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(metadata).map(([key, value]) => [`${ownPrefix}${key}`, typeof value === 'string' ? value : canonicalJson(value)]),
  )
}
