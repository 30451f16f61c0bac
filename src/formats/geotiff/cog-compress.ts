import { type Dtype, dtypes, isBigInt, isInteger } from '../../base/dtype.js'
import { UsageError } from '../../base/errors.js'
import type { Json } from '../../base/json.js'
import type { Codec } from '../../codecs/codec.js'
import { type CodecName, loadCodec } from '../../codecs/codec-list.js'
import type { ArraySpec } from '../../graph/spec.js'
import { valueKind } from '../../graph/value-kind.js'

/** Compression of image tiles. Mask tiles are always deflate. */
export type CogCompress = 'deflate' | 'none' | 'lzw' | 'zstd' | 'jpeg' | 'webp' | 'lerc'

/** How tiles are compressed. */
export interface Compression {
  readonly compress: CogCompress
  readonly level: number | null
  readonly quality: number | null
  readonly lossless: boolean
  /** Of LERC: the largest error of a value; absent elsewhere. */
  readonly maxZError?: number
}

const codecNames = { none: 'none', deflate: 'deflate', lzw: 'LZW', zstd: 'zstd' } as const satisfies Record<string, CodecName>

/** The value of the tag Compression. */
export const compressionTag: Readonly<Record<CogCompress, number>> = {
  none: 1,
  lzw: 5,
  jpeg: 7,
  deflate: 8,
  zstd: 50000,
  webp: 50001,
  lerc: 34887,
}

/** Whether a codec takes pictures of bytes, not any bytes. */
export function isPicture(compress: CogCompress): compress is 'jpeg' | 'webp' {
  return compress === 'jpeg' || compress === 'webp'
}

/** Whether a codec knows what the bytes are, so that neither predictors nor levels go with it, and tiles are read back in another form. */
export function isOfPixels(compress: CogCompress): compress is 'jpeg' | 'webp' | 'lerc' {
  return isPicture(compress) || compress === 'lerc'
}

/** Whether tiles hold other values than the array's. */
export function isLossy({ compress, lossless, maxZError = 0 }: Pick<Compression, 'compress' | 'lossless' | 'maxZError'>): boolean {
  return (isPicture(compress) && !lossless) || maxZError > 0
}

/** Loads the encoder of tiles of `side` x `side` pixels of `samples` samples. */
export async function loadTileCodec({ compress, lossless }: Compression, side: number, samples: number, dtype: Dtype): Promise<Codec> {
  if (compress === 'lerc') return (await import('../../codecs/lerc-encode.js')).lercEncoder({ side, samples, dtype })
  if (compress === 'jpeg') return (await import('../../codecs/jpeg-encode.js')).loadJpegEncoder({ side, samples })
  if (compress === 'webp') return (await import('../../codecs/webp-encode.js')).loadWebpEncoder({ side, samples }, lossless)
  return loadCodec(codecNames[compress], dtypes[dtype].bytes)
}

/** What the codec is told: the largest error of LERC, the quality of pictures (75 where none is asked for); else the level, by default 1 for deflate, whose fast encoder is our own, and 3 for zstd. */
export function effortOf({ level, quality, compress, maxZError = 0 }: Compression): number {
  if (compress === 'lerc') return maxZError
  if (isPicture(compress)) return quality ?? 75
  return level ?? (compress === 'zstd' ? 3 : 1)
}

/** Compression, level, quality and `lossless` as given, checked against each other. Throws `E_USAGE`. */
export function parseCompression(compress: CogCompress, level: Json, quality: Json, lossless: Json): Compression {
  if (lossless === true && compress !== 'webp') {
    throw new UsageError(`lossless is for compress 'webp'; ${compress} ${compress === 'jpeg' ? 'cannot be' : 'is, anyway'}: leave it out`, {
      option: 'lossless',
    })
  }
  return {
    compress,
    level: parseLevel(level, compress),
    quality: parseQuality(quality, compress),
    lossless: lossless === true,
  }
}

function parseLevel(level: Json, compress: CogCompress): number | null {
  if (level === null) return null
  if (typeof level !== 'number' || !Number.isInteger(level) || level < 1 || level > 9) {
    throw new UsageError(`level ${JSON.stringify(level)} is not a compression level: give a whole number from 1 to 9`, { option: 'level' })
  }
  if (compress !== 'deflate' && compress !== 'zstd') {
    const instead = isPicture(compress) ? 'give a quality instead' : 'leave it out'
    throw new UsageError(`compress '${compress}' has no levels, but level ${level} is given: ${instead}`, { option: 'level' })
  }
  return level
}

function parseQuality(quality: Json, compress: CogCompress): number | null {
  if (quality === null) return null
  if (typeof quality !== 'number' || !Number.isInteger(quality) || quality < 1 || quality > 100) {
    throw new UsageError(`quality ${JSON.stringify(quality)} makes no sense: give a whole number from 1 to 100`, { option: 'quality' })
  }
  if (isPicture(compress)) return quality
  throw new UsageError(`compress '${compress}' has no quality, but ${quality} is given: leave it out, or use compress 'jpeg' or 'webp'`, {
    option: 'quality',
  })
}

/** The largest error of LERC; none for other codecs. Throws `E_USAGE` for one that makes no sense, and for arrays that LERC does not hold. */
export function parseMaxError(value: Json, compress: CogCompress, { dtype }: ArraySpec): Pick<Compression, 'maxZError'> {
  const refuse = (why: string, option: string): UsageError => new UsageError(why, { option })
  if (compress !== 'lerc') {
    if (value === null) return {}
    throw refuse(`maxZError is for compress 'lerc'; this is ${compress}: leave it out`, 'maxZError')
  }
  if (isBigInt(dtype)) throw refuse(`compress 'lerc' holds no ${dtype}: use deflate or zstd, or cast with astype first`, 'compress')
  const error = value ?? 0
  if (typeof error === 'number' && Number.isFinite(error) && error >= 0) return { maxZError: isInteger(dtype) ? Math.floor(error) : error }
  throw refuse(`maxZError ${JSON.stringify(value)} makes no sense: give the largest error of a value, 0 for none`, 'maxZError')
}

/** The predictor that is asked for, or `auto`. Throws `E_USAGE` where it does not go with the compression or the dtype. */
export function parsePredictor(asked: 'auto' | 'none' | 1 | 2 | 3, compress: CogCompress, spec: ArraySpec): 'none' | 2 | 3 {
  const predictor = asked === 1 ? 'none' : asked
  const without = compress === 'none' || isOfPixels(compress)
  if (predictor === 'auto') {
    // Differences of class codes are noise, and without compression a predictor only costs time.
    if (without || spec.categorical) return 'none'
    return isInteger(spec.dtype) ? 2 : 3
  }
  if (predictor === 'none') return 'none'
  if (without) {
    const why = compress === 'none' ? 'needs compression' : `does not go with compress '${compress}'`
    throw new UsageError(`predictor ${predictor} ${why}: use predictor 'none', or another compress`, { option: 'predictor' })
  }
  if (predictor === 3 && isInteger(spec.dtype)) {
    throw new UsageError(`predictor 3 is for floats, the array is ${spec.dtype}: use predictor 2`, { option: 'predictor' })
  }
  return predictor
}

/** Refuses arrays that the codecs of pictures cannot hold. `samples`: bytes of a pixel in a tile, alpha included. Throws `E_USAGE`. */
export function mustSuitPicture(compression: Compression, spec: ArraySpec, samples: number, allowAveraging: boolean): void {
  const { compress } = compression
  if (!isPicture(compress)) return
  const refuse = (why: string): UsageError => new UsageError(`compress '${compress}' ${why}`, { option: 'compress' })
  if (spec.dtype !== 'uint8') throw refuse(`is for uint8, the array is ${spec.dtype}: use deflate or zstd, or cast with astype first`)
  const fitting = compress === 'jpeg' ? [1, 3] : [3, 4]
  if (!fitting.includes(samples)) {
    const planes = compress === 'jpeg' ? ", use interleave 'band'" : ''
    throw refuse(`is for ${fitting.join(' or ')} bands, a pixel has ${samples}: select bands${planes}, or use deflate or zstd`)
  }
  if (!isLossy(compression) || allowAveraging || (valueKind(spec) === 'amounts' && spec.attrs.color_table === undefined)) return
  throw refuse('would mix the classes of a categorical array: use deflate or zstd, or force it with allowAveraging: true')
}
