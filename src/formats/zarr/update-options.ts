import type { Dtype } from '../../base/dtype.js'
import type { ScalarJson } from '../../base/scalar.js'
import type { ByteCodec } from './byte-codec.js'
import type { Sharding } from './codec-pipeline.js'
import type { ZarrResampling } from './pyramid-options.js'

/** One array of a store that pixels go into: the variable itself, or an overview of it. */
export type UpdateLevel = {
  /** Below the root of the store. */
  readonly path: string
  /** Where the pixels go, in C order of dims; along the dim that is appended to 0: its end is known when nobody else may change it. */
  readonly start: readonly number[]
  /** Extents of the chunks that are encoded one by one. */
  readonly chunk: readonly number[]
  readonly sharding: Sharding | null
  /** Hash of what describes the array, without its attributes and its extent along the dim that is appended to. */
  readonly identity: string
}

/** Where an append goes on. */
export type UpdateAppend = {
  readonly dim: string
  /** What the store calls it. */
  readonly stored: string
  /** The store's own edge and step along y or x, by which labels go on to the last bit; null along other dims. */
  readonly axis: { readonly origin: number; readonly step: number } | null
}

/** The options of the sink that changes a store, made by {@link planUpdate}. Plain JSON. */
export type ZarrUpdate = {
  /** All variables that the run changes, by their paths: the last one that is done makes the change known. */
  readonly group: readonly string[]
  readonly variable: string
  /** The dim that is appended to, and what the store calls it; null for a region. */
  readonly append: UpdateAppend | null
  readonly zarrFormat: 2 | 3
  readonly dtype: Dtype
  readonly compress: WrittenCompression
  /** Whether every chunk is followed by its CRC-32C. */
  readonly checksum: boolean
  /** What a chunk holds that is not stored; null where the store does not say. */
  readonly fill: ScalarJson | null
  /** What stands for "invalid" in the store; null for nothing. */
  readonly nodata: ScalarJson | null
  readonly keyPrefix: string
  readonly separator: string
  /** How overviews are made; null where there are none. */
  readonly kernel: ZarrResampling | null
  /** Bytes that putting together chunks which are covered in part takes. */
  readonly mergeBytes: number
  readonly levels: readonly UpdateLevel[]
}

/** Compressors that chunks of a store can be written with. */
export type WrittenCompression = 'none' | 'gzip' | 'deflate' | 'zstd' | 'lz4' | 'blosc'

/** How chunks of a store are encoded by those of its codecs that can be written; a text says why they cannot. */
export function writtenCodec(codecs: readonly ByteCodec[]): { readonly compress: WrittenCompression; readonly checksum: boolean } | string {
  const names = codecs.map(({ name }) => name)
  const checksum = names.at(-1) === 'crc32c'
  const [compress = 'none', ...others] = checksum ? names.slice(0, -1) : names
  const isKnown = ['none', 'gzip', 'deflate', 'zstd', 'lz4', 'blosc'].includes(compress)
  if (isKnown && others.length === 0) return { compress: compress as WrittenCompression, checksum }
  return `its codecs ${names.join(', ')} cannot be written: one of gzip, zlib, zstd, lz4 and blosc can, and a crc32c behind it`
}
