import type { Codec } from './codec.js'
import { type PictureEngine, type PictureShape, pictureCodec, pictureEngine } from './picture-encoder.js'

// Measured: the heap at its start, with the module's code; then for each pixel its bytes, and what lossless streams are searched with.
const restBytes = 20 * 1024 * 1024
const lossyPixelBytes = 12
const losslessPixelBytes = 44

let loading: Promise<PictureEngine> | undefined

/**
 * WebP by libwebp on one thread: 3 samples, or 4 of which the last is kept as it is. `level` is the quality; lossless streams hold every
 * byte, of transparent pixels too.
 */
export async function loadWebpEncoder(shape: PictureShape, lossless: boolean): Promise<Codec> {
  loading ??= (async () => {
    // Every engine that this package runs on has the instructions that it is compiled for.
    const { default: factory } = await import('@jsquash/webp/codec/enc/webp_enc_simd.js')
    return pictureEngine(factory, '@jsquash/webp/codec/enc/webp_enc_simd.wasm')
  })()
  const engine = await loading
  const libraryBytes = restBytes + (lossless ? losslessPixelBytes : lossyPixelBytes) * shape.side ** 2
  return pictureCodec('WebP', engine, shape, libraryBytes, (quality) => ({ ...options, quality, lossless: lossless ? 1 : 0 }))
}

// As libwebp sets them by itself, but for `exact`: colours under transparent pixels are pixels too.
const options = {
  ...{ target_size: 0, target_PSNR: 0, method: 4, sns_strength: 50, filter_strength: 60, filter_sharpness: 0, filter_type: 1 },
  ...{ partitions: 0, segments: 4, pass: 1, show_compressed: 0, preprocessing: 0, autofilter: 0, partition_limit: 0 },
  ...{ alpha_compression: 1, alpha_filtering: 1, alpha_quality: 100, exact: 1, image_hint: 0, emulate_jpeg_size: 0 },
  ...{ thread_level: 0, low_memory: 0, near_lossless: 100, use_delta_palette: 0, use_sharp_yuv: 0 },
}
