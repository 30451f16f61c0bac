import { gunzipSync, gzipSync } from 'node:zlib'
import type { Dtype } from '../../base/dtype.js'
import type { JsonObject } from '../../base/json.js'
import type { Codec } from '../../codecs/codec.js'
import type { Compression } from './options.js'

/** A codec behind `bytes`, its level, and how `zarr.json` names it. */
export interface ChunkCodec {
  readonly codec: Codec
  readonly level: number
  readonly metadata: JsonObject
}

/** Stands in until codecs/gzip.ts is there. */
const gzip: Codec = {
  name: 'gzip',
  decodeScratchBytes: () => 0,
  encodeScratchBytes: () => 0,
  encodedBound: (bytes) => bytes + (bytes >>> 10) + 64,
  decode(encoded, out) {
    const bytes = gunzipSync(encoded)
    out.set(bytes)
    return bytes.length
  },
  encode(decoded, out, level) {
    const bytes = gzipSync(decoded, { level })
    out.set(bytes)
    return bytes.length
  },
}

/** The codec that compresses chunks, or null for none. Loads what it needs. */
export async function chunkCodec(compress: Compression, level: number | null, _dtype: Dtype): Promise<ChunkCodec | null> {
  if (compress === 'none' || level === null) return null
  return { codec: gzip, level, metadata: codecMetadata('gzip', level) as JsonObject }
}

/** How `zarr.json` names a compressor; null for none. */
export function codecMetadata(compress: Compression, level: number | null): JsonObject | null {
  return compress === 'none' ? null : { name: 'gzip', configuration: { level } }
}
