import type { Codec } from './codec.js'

/** Names of all codecs. */
export type CodecName = 'none' | 'deflate' | 'gzip' | 'LZW' | 'PackBits' | 'lz4' | 'zstd'

const loaders: Readonly<Record<CodecName, (sampleBytes: number) => Promise<Codec>>> = {
  none: async () => (await import('./none.js')).noneCodec,
  deflate: async (sampleBytes) => (await import('./deflate.js')).deflateCodec(sampleBytes),
  gzip: async (sampleBytes) => (await import('./gzip.js')).gzipCodec(sampleBytes),
  LZW: async () => (await import('./lzw.js')).lzwCodec,
  PackBits: async () => (await import('./packbits.js')).packbitsCodec,
  lz4: async () => (await import('./lz4.js')).lz4Codec,
  zstd: async () => (await import('./zstd.js')).loadZstd(),
}

/** Loads a codec; once loaded it works synchronously. `sampleBytes` is the size of the samples in the chunks, which some encoders exploit. */
export function loadCodec(name: CodecName, sampleBytes = 1): Promise<Codec> {
  return loaders[name](sampleBytes)
}
