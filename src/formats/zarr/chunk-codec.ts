import { type Dtype, dtypes } from '../../base/dtype.js'
import type { JsonObject } from '../../base/json.js'
import { ownBlosc } from '../../codecs/blosc.js'
import type { Codec } from '../../codecs/codec.js'
import { loadCodec } from '../../codecs/codec-list.js'
import type { Compression, ZarrOptions } from './options.js'

/** A codec behind `bytes`, and its level. */
export interface ChunkCodec {
  readonly codec: Codec
  readonly level: number
}

/** The codec that compresses chunks, or null for none. Loads what it needs. */
export async function chunkCodec(compress: Compression, level: number | null, dtype: Dtype): Promise<ChunkCodec | null> {
  const { bytes } = dtypes[dtype]
  if (compress === 'none') return null
  if (compress === 'blosc') return { codec: ownBlosc(bytes), level: 0 }
  return { codec: await loadCodec(compress, bytes), level: level ?? 1 }
}

/** The codecs of a v3 array's chunks, from the elements to the bytes of a file or of a part of a shard. */
export function codecList({ compress, level, checksum }: ZarrOptions, dtype: Dtype): readonly JsonObject[] {
  const little = dtypes[dtype].bytes === 1 ? { name: 'bytes' } : { name: 'bytes', configuration: { endian: 'little' } }
  const compressor = codecMetadata(compress, level, dtype)
  return [little, ...(compressor === null ? [] : [compressor]), ...(checksum === true ? [{ name: 'crc32c' }] : [])]
}

/** How `zarr.json` names a compressor; null for none. */
function codecMetadata(compress: Compression, level: number | null, dtype: Dtype): JsonObject | null {
  if (compress === 'none') return null
  if (compress === 'zstd') return { name: 'zstd', configuration: { level, checksum: false } }
  if (compress === 'gzip') return { name: 'gzip', configuration: { level } }
  // `clevel` is a hint for those who write more chunks; our encoder has one level.
  const typesize = dtypes[dtype].bytes
  const shuffle = typesize > 1 ? 'shuffle' : 'noshuffle'
  return { name: 'blosc', configuration: { typesize, cname: 'lz4', clevel: 5, shuffle, blocksize: 0 } }
}

/** The same as a compressor of a v2 array. */
export function compressorV2({ compress, level }: ZarrOptions, dtype: Dtype): JsonObject | null {
  if (compress === 'none') return null
  if (compress === 'blosc') return { id: 'blosc', cname: 'lz4', clevel: 5, shuffle: dtypes[dtype].bytes > 1 ? 1 : 0, blocksize: 0 }
  return { id: compress, level }
}
