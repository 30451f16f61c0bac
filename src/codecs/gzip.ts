import { gzipSync } from 'node:zlib'
import type { Codec } from './codec.js'
import { streamCodec } from './zlib-stream.js'

/** Gzip streams (RFC 1952), without name or time; several members behind one another decode as one. Levels as in `deflateCodec`. */
export function gzipCodec(sampleBytes = 1): Codec {
  return streamCodec(
    {
      name: 'gzip',
      inflate: (kernels) => kernels.inflateGzip,
      deflate: (kernels) => kernels.deflateGzip,
      deflateSync: sealed,
    },
    sampleBytes,
  )
}

function sealed(bytes: Uint8Array, level: number, chunkSize: number): Uint8Array {
  const stream = gzipSync(bytes, { level, chunkSize })
  // zlib writes the operating system's number here; 255 is "unknown", so that all machines write the same bytes.
  stream[9] = 255
  return stream
}
