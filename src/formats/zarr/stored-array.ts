import { type Dtype, isDtype } from '../../base/dtype.js'
import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import type { ByteCodec } from './byte-codec.js'
import { pipelineV2, pipelineV3, type Sharding } from './codec-pipeline.js'

/** An array of a store as its metadata describes it, in one form for both versions of the format. */
export interface StoredArray {
  /** Names from the root of the store, joined by slashes; empty for the root itself. */
  readonly path: string
  readonly zarrFormat: 2 | 3
  readonly shape: readonly number[]
  /** Extents of the chunks that are encoded one by one: those inside of shards, where there are such. */
  readonly chunk: readonly number[]
  readonly sharding: Sharding | null
  /** Null where pixels of that type cannot be held: see `fault`. */
  readonly dtype: Dtype | null
  /** `fill_value` as it stands in the metadata. */
  readonly fill: unknown
  readonly bigEndian: boolean
  /** Dim of the array that each dim of the stored chunk is. */
  readonly order: readonly number[]
  /** In the order of encoding. */
  readonly codecs: readonly ByteCodec[]
  /** What comes before a chunk's position in its key, and between the numbers. */
  readonly keyPrefix: string
  readonly separator: string
  /** Names of dims, where the metadata gives them. */
  readonly dims: readonly (string | null)[] | null
  readonly attributes: JsonObject
  /** Why its pixels cannot be read, or null. */
  readonly fault: string | null
}

/** A `zarr.json` document of an array. Null for what is no v3 array at all. */
export function readArrayV3(path: string, document: unknown): StoredArray | null {
  if (!isJsonObject(document) || document.zarr_format !== 3 || document.node_type !== 'array') return null
  const shape = numbers(document.shape)
  const grid = isJsonObject(document.chunk_grid) ? document.chunk_grid : {}
  const chunk = numbers(isJsonObject(grid.configuration) ? grid.configuration.chunk_shape : undefined)
  if (shape === null) return null
  const pipeline = pipelineV3(Array.isArray(document.codecs) ? document.codecs : [], chunk?.length === shape.length ? chunk : shape)
  const encoding = isJsonObject(document.chunk_key_encoding) ? document.chunk_key_encoding : {}
  const isV2Keys = encoding.name === 'v2'
  const separator = isJsonObject(encoding.configuration) ? encoding.configuration.separator : undefined
  const faults = [
    grid.name === 'regular' && chunk?.length === shape.length ? null : `chunk grid ${JSON.stringify(grid.name)} is not available yet`,
    dtypeFault(document.data_type),
    storageFault(document.storage_transformers),
    pipeline.fault,
  ]
  return {
    path,
    zarrFormat: 3,
    shape,
    chunk: pipeline.chunk,
    sharding: pipeline.sharding,
    dtype: dtypeV3(document.data_type),
    fill: document.fill_value,
    bigEndian: pipeline.bigEndian,
    order: pipeline.order,
    codecs: pipeline.codecs,
    keyPrefix: isV2Keys ? '' : 'c',
    separator: separator === '/' || separator === '.' ? separator : isV2Keys ? '.' : '/',
    dims: Array.isArray(document.dimension_names) ? document.dimension_names.map((name) => (typeof name === 'string' ? name : null)) : null,
    attributes: isJsonObject(document.attributes) ? document.attributes : {},
    fault: faults.find((fault) => fault !== null) ?? null,
  }
}

function dtypeV3(dataType: Json | undefined): Dtype | null {
  if (dataType === 'bool') return 'uint8'
  return isDtype(dataType) ? dataType : null
}

function dtypeFault(dataType: Json | undefined): string | null {
  if (dtypeV3(dataType) !== null) return null
  return `data type ${JSON.stringify(isJsonObject(dataType) ? dataType.name : dataType)} is none of those that pixels can have`
}

function storageFault(transformers: Json | undefined): string | null {
  return Array.isArray(transformers) && transformers.length > 0 ? 'storage transformers are not available yet' : null
}

/** A `.zarray` document with its `.zattrs`. Null for what is no v2 array at all. */
export function readArrayV2(path: string, document: unknown, attributes: unknown): StoredArray | null {
  if (!isJsonObject(document) || document.zarr_format !== 2) return null
  const shape = numbers(document.shape)
  const chunk = numbers(document.chunks)
  // Texts of a hundred thousand characters and more are no labels, and an array of them would fill the memory.
  const isHuge = typeof document.dtype === 'string' && /\d{6}/.test(document.dtype)
  if (shape === null || chunk === null || isHuge) return null
  const attrs = isJsonObject(attributes) ? attributes : {}
  const type = dtypeV2(document.dtype)
  const pipeline = pipelineV2(document, chunk, type?.bigEndian ?? false)
  const dims = attrs._ARRAY_DIMENSIONS
  const faults = [
    type === null ? `data type ${JSON.stringify(document.dtype)} is none of those that pixels can have` : null,
    pipeline.fault,
  ]
  return {
    path,
    zarrFormat: 2,
    shape,
    chunk,
    sharding: null,
    dtype: type?.dtype ?? null,
    fill: document.fill_value,
    bigEndian: pipeline.bigEndian,
    order: pipeline.order,
    codecs: pipeline.codecs,
    keyPrefix: '',
    separator: document.dimension_separator === '/' ? '/' : '.',
    dims: Array.isArray(dims) ? dims.map((name) => (typeof name === 'string' ? name : null)) : null,
    attributes: attrs,
    fault: faults.find((fault) => fault !== null) ?? null,
  }
}

const kinds: Readonly<Record<string, string>> = { i: 'int', u: 'uint', f: 'float' }

/** A numpy type string: `<i2`, `|u1`, `>f4`, `|b1`. */
function dtypeV2(text: Json | undefined): { dtype: Dtype; bigEndian: boolean } | null {
  const match = typeof text === 'string' ? /^([<>|])([biuf])(\d+)$/.exec(text) : null
  if (match === null) return null
  const [, endian, kind, bytes] = match as unknown as [string, string, string, string]
  if (kind === 'b') return { dtype: 'uint8', bigEndian: false }
  const dtype = `${kinds[kind]}${Number(bytes) * 8}`
  return isDtype(dtype) ? { dtype, bigEndian: endian === '>' } : null
}

/** Key of a chunk below its array. */
export function storedChunkKey(
  { keyPrefix, separator }: Pick<StoredArray, 'keyPrefix' | 'separator'>,
  position: readonly number[],
): string {
  if (keyPrefix !== '') return [keyPrefix, ...position].join(separator)
  return position.length === 0 ? '0' : position.join(separator)
}

function numbers(value: Json | undefined): number[] | null {
  return Array.isArray(value) && value.every((item) => typeof item === 'number' && Number.isInteger(item) && item >= 0) ? [...value] : null
}
