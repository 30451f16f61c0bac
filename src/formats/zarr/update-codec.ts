import { dtypes } from '../../base/dtype.js'
import { ownBlosc } from '../../codecs/blosc.js'
import { loadCodec } from '../../codecs/codec-list.js'
import type { ChunkCodec } from './chunk-codec.js'
import type { ZarrUpdate } from './update-options.js'

/** The codec that chunks of the store are compressed with, or null. */
export async function updateCodec({ compress, dtype }: Pick<ZarrUpdate, 'compress' | 'dtype'>): Promise<ChunkCodec | null> {
  const { bytes } = dtypes[dtype]
  if (compress === 'none') return null
  if (compress === 'blosc') return { codec: ownBlosc(bytes), level: 0 }
  return { codec: await loadCodec(compress, bytes), level: compress === 'zstd' ? 3 : 1 }
}
