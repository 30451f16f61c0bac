import type { Codec } from './codec.js'
import { type PictureEngine, type PictureShape, pictureCodec, pictureEngine } from './picture-encoder.js'

// Measured: the heap at its start, with the module's code; then for each pixel its bytes, and coefficients of the whole tile.
const restBytes = 20 * 1024 * 1024
const pixelBytes = 17

let loading: Promise<PictureEngine> | undefined

/**
 * Baseline JPEG (ITU-T T.81) by MozJPEG on one thread: gray for 1 sample, Y'CbCr with chroma of half the resolution for 3. `level` is the
 * quality. Streams carry their own tables.
 */
export async function loadJpegEncoder(shape: PictureShape): Promise<Codec> {
  loading ??= (async () => {
    const { default: factory } = await import('@jsquash/jpeg/codec/enc/mozjpeg_enc.js')
    return pictureEngine(factory, '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm')
  })()
  const engine = await loading
  const libraryBytes = restBytes + pixelBytes * shape.side ** 2
  return pictureCodec('JPEG', engine, shape, libraryBytes, (quality) => ({ ...options, quality, color_space: shape.samples === 1 ? 1 : 3 }))
}

// Neither progressive nor arithmetic: what every reader of TIFF takes. `quant_table` 0 are the tables of the standard's annex K.
const options = {
  ...{ baseline: true, arithmetic: false, progressive: false, optimize_coding: true, smoothing: 0, quant_table: 0 },
  ...{ trellis_multipass: false, trellis_opt_zero: false, trellis_opt_table: false, trellis_loops: 1 },
  ...{ auto_subsample: false, chroma_subsample: 2, separate_chroma_quality: false, chroma_quality: 75 },
}
