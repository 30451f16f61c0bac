import type { CodecName } from '../../codecs/codec-list.js'
import type { PixelCodecName } from '../../codecs/pixel-codec-list.js'

/** TIFF tag numbers that the reader looks at (TIFF 6.0, GeoTIFF 1.1, GDAL). */
export const tag = {
  newSubfileType: 254,
  subfileType: 255,
  imageWidth: 256,
  imageLength: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  documentName: 269,
  imageDescription: 270,
  stripOffsets: 273,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  xResolution: 282,
  yResolution: 283,
  planarConfiguration: 284,
  resolutionUnit: 296,
  software: 305,
  dateTime: 306,
  artist: 315,
  hostComputer: 316,
  predictor: 317,
  colorMap: 320,
  tileWidth: 322,
  tileLength: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  extraSamples: 338,
  sampleFormat: 339,
  jpegTables: 347,
  ycbcrSubsampling: 530,
  referenceBlackWhite: 532,
  copyright: 33432,
  modelPixelScale: 33550,
  modelTiepoint: 33922,
  modelTransformation: 34264,
  geoKeyDirectory: 34735,
  geoDoubleParams: 34736,
  geoAsciiParams: 34737,
  gdalMetadata: 42112,
  gdalNodata: 42113,
  rpcCoefficients: 50844,
  lercParameters: 50674,
} as const

/** The compressions that can be decoded, by the value of the tag. */
export const codecOfCompression: Readonly<Record<number, CodecName | PixelCodecName>> = {
  1: 'none',
  5: 'LZW',
  7: 'JPEG',
  8: 'deflate',
  32773: 'PackBits',
  32946: 'deflate',
  34887: 'LERC',
  34925: 'LZMA',
  50000: 'zstd',
  50001: 'WebP',
}

const otherCompressions: Readonly<Record<number, string>> = {
  2: 'CCITT RLE',
  3: 'CCITT Group 3',
  4: 'CCITT Group 4',
  6: 'old-style JPEG',
  34661: 'JBIG',
  34712: 'JPEG 2000',
  33003: 'JPEG 2000',
  33005: 'JPEG 2000',
  50002: 'JPEG XL',
  52546: 'JPEG XL',
}

/** A compression for a person: `JPEG (7)`, or its number alone. */
export function compressionName(compression: number): string {
  const name = codecOfCompression[compression] ?? otherCompressions[compression]
  return name === undefined ? `${compression}` : `${name} (${compression})`
}
