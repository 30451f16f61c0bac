import { type Dtype, dtypes } from '../../base/dtype.js'
import type { JsonObject } from '../../base/json.js'
import type { Codec } from '../../codecs/codec.js'
import { loadCodec } from '../../codecs/codec-list.js'
import type { Compression } from './options.js'

/** A codec behind `bytes`, and its level. */
export interface ChunkCodec {
  readonly codec: Codec
  readonly level: number
}

/** The codec that compresses chunks, or null for none. Loads what it needs. */
export async function chunkCodec(compress: Compression, level: number | null, dtype: Dtype): Promise<ChunkCodec | null> {
  if (compress === 'none' || level === null) return null
  return { codec: await loadCodec(compress, dtypes[dtype].bytes), level }
}

/** How `zarr.json` names a compressor; null for none. */
export function codecMetadata(compress: Compression, level: number | null): JsonObject | null {
  if (compress === 'none') return null
  return { name: compress, configuration: compress === 'zstd' ? { level, checksum: false } : { level } }
}
