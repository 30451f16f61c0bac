import { type Dtype, dtypes } from '../../base/dtype.js'
import type { JsonObject } from '../../base/json.js'
import { ownBlosc } from '../../codecs/blosc.js'
import type { BloscShuffle } from '../../codecs/blosc-encoder.js'
import type { Codec } from '../../codecs/codec.js'
import { loadCodec } from '../../codecs/codec-list.js'
import type { ArraySpec } from '../../graph/spec.js'
import type { ZarrOptions } from './options.js'

/** A codec behind `bytes`, and its level. */
export interface ChunkCodec {
  readonly codec: Codec
  readonly level: number
}

/** The codec that compresses chunks, or null for none. Loads what it needs. */
export async function chunkCodec(
  { compress, level, cname, shuffle }: Pick<ZarrOptions, 'compress' | 'level' | 'cname' | 'shuffle'>,
  dtype: Dtype,
): Promise<ChunkCodec | null> {
  const { bytes } = dtypes[dtype]
  if (compress === 'none') return null
  if (compress !== 'blosc') return { codec: await loadCodec(compress, bytes), level: level ?? 1 }
  const wanted = shuffleOf(shuffle, bytes)
  if (cname === undefined && wanted === shuffleOf(undefined, bytes)) return { codec: ownBlosc(bytes), level: 0 }
  const { bloscEncoder } = await import('../../codecs/blosc-encoder.js')
  return { codec: await bloscEncoder(bytes, cname ?? 'lz4', wanted, level ?? 5), level: 0 }
}

function shuffleOf(asked: ZarrOptions['shuffle'], bytes: number): BloscShuffle {
  const usual = bytes > 1 ? 'shuffle' : 'noshuffle'
  return asked === 'shuffle' ? usual : (asked ?? usual)
}

/** The codecs of a v3 array's chunks, from the elements to the bytes of a file or of a part of a shard. */
export function codecList(options: ZarrOptions, { dtype, dims }: Pick<ArraySpec, 'dtype' | 'dims'>): readonly JsonObject[] {
  const order = storedOrder(options, dims)
  const little = dtypes[dtype].bytes === 1 ? { name: 'bytes' } : { name: 'bytes', configuration: { endian: 'little' } }
  const compressor = codecMetadata(options, dtype)
  return [
    ...(order === null ? [] : [{ name: 'transpose', configuration: { order } }]),
    little,
    ...(compressor === null ? [] : [compressor]),
    ...(options.checksum === true ? [{ name: 'crc32c' }] : []),
  ]
}

/** Dim of the array that each dim of a stored chunk is; null where they are the same. */
export function storedOrder({ order }: Pick<ZarrOptions, 'order'>, dims: readonly string[]): readonly number[] | null {
  return order === undefined ? null : dims.map((_, at) => dims.length - 1 - at)
}

/** How `zarr.json` names a compressor; null for none. */
function codecMetadata({ compress, level, cname, shuffle }: ZarrOptions, dtype: Dtype): JsonObject | null {
  if (compress === 'none') return null
  if (compress === 'zstd') return { name: 'zstd', configuration: { level, checksum: false } }
  if (compress === 'gzip') return { name: 'gzip', configuration: { level } }
  // `clevel` is a hint for those who write more chunks; our encoder of LZ4 has one level.
  const typesize = dtypes[dtype].bytes
  const configuration = { typesize, cname: cname ?? 'lz4', clevel: level ?? 5, shuffle: shuffleOf(shuffle, typesize), blocksize: 0 }
  return { name: 'blosc', configuration }
}

/** The same as a compressor of a v2 array. */
export function compressorV2({ compress, level, cname, shuffle }: ZarrOptions, dtype: Dtype): JsonObject | null {
  if (compress === 'none') return null
  if (compress !== 'blosc') return { id: compress, level }
  const number = { noshuffle: 0, shuffle: 1, bitshuffle: 2 }[shuffleOf(shuffle, dtypes[dtype].bytes)]
  return { id: 'blosc', cname: cname ?? 'lz4', clevel: level ?? 5, shuffle: number, blocksize: 0 }
}
