import { SourceError } from '../../base/errors.js'
import type { CodecName } from '../../codecs/codec-list.js'
import type { PixelCoding } from '../../codecs/pixel-codec.js'
import { isPixelCodec, type PixelCodecName } from '../../codecs/pixel-codec-list.js'
import type { Predictor } from '../../codecs/predictor.js'
import { readCompression } from './compression.js'
import type { Directory, TiffFile } from './directory.js'
import { isComplex, isFloat, sampleCount, unpackedSampleBytes } from './sample-type.js'
import { tag } from './tags.js'

/** How the pixels of one directory are cut into separately compressed segments (tiles or strips). Structured-cloneable. */
export interface Segments {
  readonly width: number
  readonly height: number
  readonly tiled: boolean
  readonly segmentWidth: number
  readonly segmentHeight: number
  /** Segments per row and per column of one plane. */
  readonly across: number
  readonly down: number
  /** Samples of a pixel in the file; a complex one counts twice, for its real and its imaginary part. */
  readonly samples: number
  /** Whether samples are complex. */
  readonly complex: boolean
  /** Whether each band has segments of its own (PlanarConfiguration 2). */
  readonly planar: boolean
  /** Samples that lie together in one segment: all, or those of one band. */
  readonly together: number
  /** Of one sample, or of one part of a complex one. */
  readonly bitsPerSample: number
  /** Bytes of a sample after unpacking, where the file packs samples otherwise than in whole bytes of a dtype (1 to 31 bits, floats of 16 and 24); 0 where it does not. */
  readonly unpackedBytes: 0 | 1 | 2 | 4
  /** Whether samples, or the parts of complex ones, are floats. */
  readonly floats: boolean
  readonly compression: number
  readonly codec: CodecName | PixelCodecName
  /** What a codec of pixels has to know beside the stream. */
  readonly coding: PixelCoding
  /** Whether the bits of each stored byte stand in reverse. */
  readonly isReversed: boolean
  readonly predictor: Predictor
  readonly bigEndian: boolean
  /** Byte offset and length of each segment, band by band where planar, in C order. Both 0 for one that is not stored. */
  readonly offsets: Float64Array
  readonly counts: Float64Array
  /** The segments that lie beyond the end of the file, whose count is 0; null where all of them are there. */
  readonly lost: LostSegments | null
}

/** Bytes of one row of a segment as it is compressed. */
export function packedRowBytes({ segmentWidth, together, bitsPerSample }: Segments): number {
  return Math.ceil((segmentWidth * bitsPerSample * together) / 8)
}

/** Segments that a truncated file lacks. */
export interface LostSegments {
  /** By segment the bytes that it should have; 0 for those that are there. */
  readonly lengths: Float64Array
  readonly fileSize: number
}

/** What is wrong with a segment that lies beyond the end of its file. */
export function lostSegment(uri: string, tiled: boolean, index: number, offset: number, length: number, fileSize: number): SourceError {
  const what = `${tiled ? 'tile' : 'strip'} ${index} lies at bytes ${offset}..${offset + length}`
  return new SourceError(`${uri}: ${what}, the file ends at ${fileSize}: it is truncated`, { uri, offset, length })
}

/** Strips larger than this, stored uncompressed, are read in parts. */
const longStripBytes = 1024 * 1024
const stripPartBytes = 256 * 1024

/** The tags of sizes have 32 bits. */
const mostPixels = 2 ** 32 - 1

/** Reads how a directory's pixels are stored. Throws `E_SOURCE` for what cannot be decoded and, unless it `mayLack` some, for segments past the end of the file. */
export async function readSegments(file: TiffFile, directory: Directory, mayLack: boolean): Promise<Segments> {
  const { uri } = file
  const required = async (number: number, name: string): Promise<number> => {
    const value = await directory.number(number)
    if (value !== undefined && value > 0 && value <= mostPixels && Number.isInteger(value)) return value
    const what = value === undefined || value === 0 ? 'is missing or 0' : `is ${value}, which is no size`
    throw new SourceError(`${uri}: the tag ${name} (${number}) ${what}`, { uri })
  }
  const width = await required(tag.imageWidth, 'ImageWidth')
  const height = await required(tag.imageLength, 'ImageLength')
  const tiled = directory.has(tag.tileWidth)
  const segmentWidth = tiled ? await required(tag.tileWidth, 'TileWidth') : width
  const segmentHeight = tiled
    ? await required(tag.tileLength, 'TileLength')
    : Math.min(height, directory.has(tag.rowsPerStrip) ? await rowsPerStrip(directory, height, required) : height)
  const count = await sampleCount(directory, uri)
  const sampleFormat = (await directory.number(tag.sampleFormat)) ?? 1
  const complex = isComplex(sampleFormat)
  const samples = complex ? 2 * count : count
  const planar = count > 1 && (await directory.number(tag.planarConfiguration)) === 2
  const across = Math.ceil(width / segmentWidth)
  const down = Math.ceil(height / segmentHeight)
  const compressed = await readCompression(directory, uri, planar)
  const ranges = await readRanges(file, directory, { tiled, wanted: across * down * (planar ? count : 1), mayLack })
  const bits = (await directory.number(tag.bitsPerSample)) ?? 1
  // Codecs of pixels know no predictor, whatever the tag says.
  const isPlain = !isPixelCodec(compressed.codec) || compressed.codec === 'LZMA'
  const predictor = isPlain ? await readPredictor(directory, uri, bits, sampleFormat) : 1
  const bigEndian = !file.littleEndian
  const size = { width, height, tiled, segmentWidth, segmentHeight, across, down, samples, complex, planar }
  const together = planar ? samples / count : samples
  const unpackedBytes = unpackedSampleBytes(bits, sampleFormat)
  const bitsPerSample = complex ? bits / 2 : bits
  return inParts({
    ...size,
    together,
    bitsPerSample,
    unpackedBytes,
    floats: isFloat(sampleFormat),
    ...compressed,
    predictor,
    bigEndian,
    ...ranges,
  })
}

/** Some writers put 0 for all rows. */
async function rowsPerStrip(
  directory: Directory,
  height: number,
  required: (tag: number, name: string) => Promise<number>,
): Promise<number> {
  return (await directory.number(tag.rowsPerStrip)) === 0 ? height : required(tag.rowsPerStrip, 'RowsPerStrip')
}

async function readPredictor(directory: Directory, uri: string, bits: number, format: number): Promise<Predictor> {
  const predictor = (await directory.number(tag.predictor)) ?? 1
  if (predictor === 2 && ![8, 16, 32, 64].includes(bits)) {
    throw new SourceError(`${uri}: predictor 2 over samples of ${bits} bits is not defined`, { uri })
  }
  if (predictor === 3 && (format !== 3 || ![16, 32, 64].includes(bits))) {
    throw new SourceError(`${uri}: predictor 3 is for floats of 16, 32 and 64 bits, its samples are not`, { uri })
  }
  if (predictor === 1 || predictor === 2 || predictor === 3) return predictor
  throw new SourceError(`${uri}: predictor ${predictor} is not known; known are 1, 2 and 3`, { uri })
}

async function readRanges(
  file: TiffFile,
  directory: Directory,
  { tiled, wanted, mayLack }: { readonly tiled: boolean; readonly wanted: number; readonly mayLack: boolean },
): Promise<Pick<Segments, 'offsets' | 'counts' | 'lost'>> {
  const { uri } = file
  // Some writers list tiles under the tags of strips.
  const offsets = (await directory.numbers(tag.tileOffsets, wanted)) ?? (await directory.numbers(tag.stripOffsets, wanted))
  const counts = (await directory.numbers(tag.tileByteCounts, wanted)) ?? (await directory.numbers(tag.stripByteCounts, wanted))
  if (offsets === undefined || counts === undefined || offsets.length < wanted || counts.length < wanted) {
    const found = Math.min(offsets?.length ?? 0, counts?.length ?? 0)
    throw new SourceError(`${uri}: its directory lists ${found} ${tiled ? 'tiles' : 'strips'}, its size asks for ${wanted}`, { uri })
  }
  const ranges = { offsets: Float64Array.from(offsets).subarray(0, wanted), counts: Float64Array.from(counts).subarray(0, wanted) }
  let lost: LostSegments | null = null
  for (let index = 0; index < wanted; index++) {
    const offset = ranges.offsets[index] as number
    const length = ranges.counts[index] as number
    // Not stored, whatever the other number says.
    if (offset === 0) ranges.counts[index] = 0
    if (offset === 0 || (isWhole(offset) && isWhole(length) && offset + length <= file.size)) continue
    if (!mayLack) throw lostSegment(uri, tiled, index, offset, length, file.size)
    if (length === 0) continue
    lost ??= { lengths: new Float64Array(wanted), fileSize: file.size }
    lost.lengths[index] = length
    ranges.counts[index] = 0
  }
  return { ...ranges, lost }
}

function isWhole(value: number): boolean {
  return value >= 0 && Number.isSafeInteger(value)
}

/** Cuts long uncompressed strips into parts of whole rows, as if the file had been written so. */
function inParts(segments: Segments): Segments {
  const { width, height, segmentHeight, samples, together, planar, bitsPerSample, codec, predictor } = segments
  const rowBytes = (width * bitsPerSample * together) / 8
  const isLong = rowBytes * segmentHeight > longStripBytes
  if (segments.tiled || codec !== 'none' || predictor !== 1 || !isLong || segments.down !== 1 || !Number.isInteger(rowBytes))
    return segments
  const rows = Math.max(1, Math.floor(stripPartBytes / rowBytes))
  const down = Math.ceil(height / rows)
  const planes = planar ? samples / together : 1
  const offsets = new Float64Array(planes * down)
  const counts = new Float64Array(planes * down)
  const lost = segments.lost === null ? null : { ...segments.lost, lengths: new Float64Array(planes * down) }
  for (let plane = 0; plane < planes; plane++) {
    const offset = segments.offsets[plane] as number
    const count = (segments.counts[plane] as number) || (segments.lost?.lengths[plane] ?? 0)
    if (count === 0) continue
    // A strip that is too short for the image is left to fail where its bytes are decoded.
    if (count < rowBytes * height) return segments
    for (let part = 0; part < down; part++) {
      const index = plane * down + part
      const length = Math.min(rows, height - part * rows) * rowBytes
      offsets[index] = offset + part * rows * rowBytes
      // Of a strip that is cut off, what is there can be read.
      if (lost !== null && (offsets[index] as number) + length > lost.fileSize) lost.lengths[index] = length
      else counts[index] = length
    }
  }
  return { ...segments, segmentHeight: rows, down, offsets, counts, lost }
}
