import { deflateSync } from 'node:zlib'
import type { Codec } from './codec.js'
import { streamCodec } from './zlib-stream.js'

/** Zlib streams (RFC 1950): TIFF's deflate and Zarr's zlib. Level 1 is our kernel, 2 to 9 are zlib's. `sampleBytes` helps level 1 find matches. */
export function deflateCodec(sampleBytes = 1): Codec {
  return streamCodec(
    {
      name: 'deflate',
      inflate: (kernels) => kernels.inflateZlib,
      deflate: (kernels) => kernels.deflateZlib,
      deflateSync: (bytes, level, chunkSize) => deflateSync(bytes, { level, chunkSize }),
    },
    sampleBytes,
  )
}
