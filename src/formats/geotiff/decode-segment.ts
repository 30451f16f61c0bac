import { isRasterloomError, SourceError } from '../../base/errors.js'
import type { CodecKit } from '../../codecs/codec.js'
import { predictorScratchBytes, type SampleRows, undoPredictor } from '../../codecs/predictor.js'
import { codecKernels } from '../../kernels/codec.js'
import type { PlannedSegment } from './read-plan.js'
import type { SegmentCodec } from './segment-codec.js'
import { packedRowBytes, type Segments } from './segments.js'

/** Decoded bytes of one row of a segment. */
export function segmentRowBytes(segments: Segments): number {
  const { segmentWidth, together, unpackedBytes } = segments
  return unpackedBytes === 0 ? packedRowBytes(segments) : segmentWidth * together * unpackedBytes
}

/** Decoded bytes of a whole segment. */
export function segmentBytes(segments: Segments): number {
  return segmentRowBytes(segments) * segments.segmentHeight
}

/** Scratch that decoding one segment asks for. */
export function segmentScratchBytes(segments: Segments, codec: SegmentCodec): number {
  const room = segments.unpackedBytes === 0 ? 0 : packedRowBytes(segments) * segments.segmentHeight + 16
  return room + codec.scratchBytes + predictorScratchBytes(segments.predictor, sampleRows(segments, segments.segmentHeight)) + 64
}

/** Samples as the predictor sees them: the two parts of a complex one are one number to it. */
function sampleRows({ segmentWidth: width, together, bitsPerSample, complex }: Segments, rows: number): SampleRows {
  const parts = complex ? 2 : 1
  return { width, rows, samples: together / parts, sampleBytes: (parts * bitsPerSample) / 8 }
}

/** Rows of a segment that are stored: the last strip of an image ends with it, tiles are whole. */
function storedRows({ tiled, segmentHeight, height }: Segments, y: number): number {
  return tiled ? segmentHeight : Math.min(segmentHeight, height - y)
}

/**
 * Decodes one segment to little-endian samples in file order, each in whole bytes. `out` is a view of the arena with room for the segment.
 * Throws `E_SOURCE` naming file, segment, offset and length.
 */
export function decodeSegment(
  uri: string,
  segments: Segments,
  segment: PlannedSegment,
  encoded: Uint8Array,
  out: Uint8Array,
  codec: SegmentCodec,
  kit: CodecKit,
): void {
  const rows = storedRows(segments, segment.y)
  if (segments.unpackedBytes === 0) {
    decodePacked(uri, segments, segment, encoded, out, codec, kit)
    return
  }
  const rowBytes = packedRowBytes(segments)
  const room = rowBytes * segments.segmentHeight
  const packed = new Uint8Array(kit.memory.buffer, kit.scratch(room), room)
  decodePacked(uri, segments, segment, encoded, packed, codec, kit)
  const { bitsPerSample, unpackedBytes, floats } = segments
  const count = segments.segmentWidth * segments.together
  const kernels = codecKernels(kit.kernels)
  if (floats && bitsPerSample === 16) kernels.widenHalves(packed.byteOffset, out.byteOffset, count * rows)
  else if (floats) kernels.widenTriples(packed.byteOffset, out.byteOffset, count * rows)
  else kernels.unpackBits(packed.byteOffset, rowBytes, out.byteOffset, count, rows, bitsPerSample, unpackedBytes)
}

/** Decompresses a segment and undoes byte order and predictor, samples still as wide as in the file. */
function decodePacked(
  uri: string,
  segments: Segments,
  segment: PlannedSegment,
  encoded: Uint8Array,
  out: Uint8Array,
  codec: SegmentCodec,
  kit: CodecKit,
): void {
  const rows = storedRows(segments, segment.y)
  const expected = rows * packedRowBytes(segments)
  let written: number
  try {
    written = codec.decode(encoded, out, rows, kit)
  } catch (cause) {
    throw segmentFailure(uri, segments, segment, isRasterloomError(cause) ? cause.message : String(cause), cause)
  }
  if (written < expected) throw segmentFailure(uri, segments, segment, `it decodes to ${written} bytes where ${expected} are expected`)
  if (codec.isFinished) return
  const { predictor, bigEndian, bitsPerSample } = segments
  const samples = sampleRows(segments, rows)
  // Differences are of whole complex numbers, so their bytes are turned as such.
  const sampleBytes = predictor === 2 ? samples.sampleBytes : bitsPerSample / 8
  // Bits that are no whole bytes have one order, and predictor 3 stores bytes in an order of its own, the same in all files.
  if (!Number.isInteger(sampleBytes)) return
  // GDAL's floats of 24 bits too are the same in all files.
  const isTriple = segments.floats && sampleBytes === 3
  if (bigEndian && sampleBytes > 1 && predictor !== 3 && !isTriple) {
    codecKernels(kit.kernels).swapBytes(out.byteOffset, expected / sampleBytes, sampleBytes)
  }
  if (predictor !== 1) undoPredictor(predictor, out, samples, kit)
}

function segmentFailure(uri: string, segments: Segments, segment: PlannedSegment, reason: string, cause?: unknown): SourceError {
  const offset = segments.offsets[segment.index] as number
  const { index: tile, length } = segment
  const what = segments.tiled ? 'tile' : 'strip'
  const message = `${uri}: ${what} ${tile} at bytes ${offset}..${offset + length}: ${reason}`
  return new SourceError(message, { uri, offset, length, tile }, { cause })
}
