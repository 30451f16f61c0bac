import { SourceError } from '../../base/errors.js'
import type { CodecName } from '../../codecs/codec-list.js'
import type { PixelCoding } from '../../codecs/pixel-codec.js'
import type { PixelCodecName } from '../../codecs/pixel-codec-list.js'
import { photometric } from './colors.js'
import type { Directory } from './directory.js'
import { codecOfCompression, compressionName, tag } from './tags.js'

/** How the segments of a directory are compressed. */
export interface Compression {
  readonly compression: number
  readonly codec: CodecName | PixelCodecName
  readonly coding: PixelCoding
  /** Whether the bits of each stored byte stand in reverse (FillOrder 2), as libtiff has it for all codecs but JPEG. */
  readonly isReversed: boolean
}

/** More bytes than any JPEG's tables have. */
const mostTableBytes = 65_536

const unassociatedAlpha = 2

/** Reads how a directory's segments are compressed. Throws `E_SOURCE` naming what cannot be decoded. */
export async function readCompression(directory: Directory, uri: string, planar: boolean): Promise<Compression> {
  const compression = (await directory.number(tag.compression)) ?? 1
  const codec = codecOfCompression[compression]
  if (codec === undefined) {
    const known = 'Supported are none, LZW, deflate, PackBits, zstd, LZMA, LERC, JPEG and WebP'
    const remedy = `${known}: \`gdal_translate -co COMPRESS=DEFLATE\` makes such a file`
    const message = `${uri}: its pixels are compressed with ${compressionName(compression)}, which is not supported. ${remedy}`
    throw new SourceError(message, { uri, compression })
  }
  const isYcbcr = (await directory.number(tag.photometric)) === photometric.ycbcr
  const subsampling = (await directory.numbers(tag.ycbcrSubsampling, 2)) ?? [1, 1]
  if (isYcbcr && codec !== 'JPEG' && (subsampling[0] !== 1 || subsampling[1] !== 1)) {
    throw new SourceError(`${uri}: subsampled YCbCr colours are supported in JPEG compression only`, { uri })
  }
  const isReversed = codec !== 'JPEG' && (await directory.number(tag.fillOrder)) === 2
  return { compression, codec, coding: await readCoding(directory, uri, codec, isYcbcr && !planar), isReversed }
}

async function readCoding(directory: Directory, uri: string, codec: Compression['codec'], isYcbcr: boolean): Promise<PixelCoding> {
  const tables = codec === 'JPEG' ? await directory.numbers(tag.jpegTables, mostTableBytes) : undefined
  const parameters = codec === 'LERC' ? await directory.numbers(tag.lercParameters, 2) : undefined
  const outer = (['none', 'deflate', 'zstd'] as const)[parameters?.[1] ?? 0]
  if (outer === undefined) throw new SourceError(`${uri}: LERC blobs compressed by method ${parameters?.[1]} are not supported`, { uri })
  const extra = codec === 'LERC' ? Array.from((await directory.numbers(tag.extraSamples, 64)) ?? []) : []
  return {
    jpegTables: tables === undefined || tables.length < 2 ? null : Uint8Array.from(tables),
    isYcbcr,
    lercOuter: outer,
    hasAlpha: extra.at(-1) === unassociatedAlpha,
  }
}
