import { type Dtype, type DtypeInfo, dtypes, isDtype } from '../../base/dtype.js'
import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import type { ByteCodec } from './byte-codec.js'
import { type NestedShards, type Pipeline, pipelineV2, pipelineV3, type Sharding } from './codec-pipeline.js'
import { type TextType, textTypeV2, textTypeV3 } from './text-type.js'
import { timeFill, timeTypeV2, timeTypeV3 } from './time-type.js'

/** An array of a store as its metadata describes it, in one form for both versions of the format. */
export interface StoredArray {
  /** Names from the root of the store, joined by slashes; empty for the root itself. */
  readonly path: string
  readonly zarrFormat: 2 | 3
  readonly shape: readonly number[]
  /** Extents of the chunks that are encoded one by one: those inside of shards, where there are such. */
  readonly chunk: readonly number[]
  readonly sharding: Sharding | null
  /** What chunks are, where they are shards that are decoded whole. */
  readonly nested: NestedShards | null
  /** Null where pixels of that type cannot be held: see `fault`. */
  readonly dtype: Dtype | null
  /** Texts, which labels may be; null for numbers and what is not known. */
  readonly text: TextType | null
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
  /** Why its numbers or texts cannot be read, or null. */
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
  const time = timeTypeV3(document.data_type)
  const dataType = time === null ? document.data_type : 'int64'
  const attributes = { ...time?.attributes, ...objectOf(document.attributes) }
  const text = textTypeV3(dataType, pipeline.bigEndian)
  const encoding = isJsonObject(document.chunk_key_encoding) ? document.chunk_key_encoding : {}
  const isV2Keys = encoding.name === 'v2'
  const separator = isJsonObject(encoding.configuration) ? encoding.configuration.separator : undefined
  const faults = [
    grid.name === 'regular' && chunk?.length === shape.length ? null : `chunk grid ${JSON.stringify(grid.name)} is not available yet`,
    time?.fault ?? (text === null ? dtypeFault(dataType) : null),
    textFault(text, pipeline),
    pipeline.nested !== null && (text !== null || document.data_type === 'float16')
      ? 'texts and float16 in shards within shards are not available yet'
      : null,
    storageFault(document.storage_transformers),
    pipeline.fault,
  ]
  const isHalf = document.data_type === 'float16'
  return {
    path,
    zarrFormat: 3,
    shape,
    text,
    chunk: pipeline.chunk,
    sharding: pipeline.sharding,
    nested: pipeline.nested,
    order: pipeline.order,
    ...elementsOf(pipeline, isHalf, dtypeV3(dataType), timeFill(document.fill_value), attributes),
    keyPrefix: isV2Keys ? '' : 'c',
    separator: separator === '/' || separator === '.' ? separator : isV2Keys ? '.' : '/',
    dims: Array.isArray(document.dimension_names) ? document.dimension_names.map((name) => (typeof name === 'string' ? name : null)) : null,
    attributes,
    fault: faults.find((fault) => fault !== null) ?? null,
  }
}

function dtypeV3(dataType: Json | undefined): Dtype | null {
  if (dataType === 'bool') return 'uint8'
  if (dataType === 'float16') return 'float32'
  return isDtype(dataType) ? dataType : null
}

/** Texts of different lengths are a codec's, and only such texts are. */
function textFault(text: TextType | null, { codecs }: Pipeline): string | null {
  const at = codecs.findIndex(({ name }) => name === 'vlen-utf8')
  if (text?.kind === 'vlen' ? at === 0 : at < 0) return null
  return text?.kind === 'vlen' ? 'its texts are in no codec that can be read, which is vlen-utf8' : 'its codec vlen-utf8 is for texts alone'
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
  const time = timeTypeV2(document.dtype)
  const attrs = { ...time?.attributes, ...(isJsonObject(attributes) ? attributes : {}) }
  const type = time === null ? dtypeV2(document.dtype) : { dtype: 'int64' as const, bigEndian: time.bigEndian }
  const pipeline = pipelineV2(document, chunk, type?.bigEndian ?? false)
  const text = textTypeV2(document.dtype, pipeline.codecs[0]?.name === 'vlen-utf8')
  const dims = attrs._ARRAY_DIMENSIONS
  const faults = [
    time?.fault ?? null,
    type === null && text === null ? `data type ${JSON.stringify(document.dtype)} is none of those that pixels can have` : null,
    textFault(text, pipeline),
    pipeline.fault,
  ]
  return {
    path,
    zarrFormat: 2,
    shape,
    text,
    chunk,
    sharding: null,
    nested: null,
    order: pipeline.order,
    ...elementsOf(
      pipeline,
      type !== null && 'isHalf' in type,
      type?.dtype ?? null,
      time === null ? document.fill_value : timeFill(document.fill_value),
      attrs,
    ),
    keyPrefix: '',
    separator: document.dimension_separator === '/' ? '/' : '.',
    dims: Array.isArray(dims) ? dims.map((name) => (typeof name === 'string' ? name : null)) : null,
    attributes: attrs,
    fault: faults.find((fault) => fault !== null) ?? null,
  }
}

/** Elements as they are once decoded: halves widened, and of the sign that `_Unsigned` gives them. */
function elementsOf(
  { bigEndian, codecs }: Pipeline,
  isHalf: boolean,
  dtype: Dtype | null,
  fill: Json | undefined,
  attributes: JsonObject,
): Pick<StoredArray, 'dtype' | 'fill' | 'bigEndian' | 'codecs'> {
  const signed = resigned(dtype, attributes)
  const bits = signed === dtype || signed === null ? null : dtypes[signed]
  return {
    dtype: signed,
    fill: bits === null ? fill : wrapped(fill, bits),
    bigEndian: bigEndian && !isHalf,
    codecs: isHalf ? [{ name: 'half', bigEndian }, ...codecs] : codecs,
  }
}

/** The dtype of the same bits that the attribute `_Unsigned` of netCDF tells. */
function resigned(dtype: Dtype | null, { _Unsigned: unsigned }: JsonObject): Dtype | null {
  if (dtype === null || dtypes[dtype].kind === 'float' || unsigned === undefined) return dtype
  const text = String(unsigned).toLowerCase()
  if (text === 'true' && dtypes[dtype].kind === 'int') return `u${dtype}` as Dtype
  return text === 'false' && dtypes[dtype].kind === 'uint' ? (dtype.slice(1) as Dtype) : dtype
}

/** A number in the range of a type of so many bits, or what it is where it is none. */
export function wrapped(value: Json | undefined, { bytes, kind }: Pick<DtypeInfo, 'bytes' | 'kind'>): Json | undefined {
  if (bytes === 8 || typeof value !== 'number' || !Number.isInteger(value)) return value
  const bits = BigInt(value)
  return Number(kind === 'uint' ? BigInt.asUintN(8 * bytes, bits) : BigInt.asIntN(8 * bytes, bits))
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

const kinds: Readonly<Record<string, string>> = { i: 'int', u: 'uint', f: 'float' }

/** A numpy type string: `<i2`, `|u1`, `>f4`, `|b1`. */
function dtypeV2(text: Json | undefined): { dtype: Dtype; bigEndian: boolean; isHalf?: true } | null {
  const match = typeof text === 'string' ? /^([<>|])([biuf])(\d+)$/.exec(text) : null
  if (match === null) return null
  const [, endian, kind, bytes] = match as unknown as [string, string, string, string]
  if (kind === 'b') return { dtype: 'uint8', bigEndian: false }
  if (kind === 'f' && bytes === '2') return { dtype: 'float32', bigEndian: endian === '>', isHalf: true }
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
