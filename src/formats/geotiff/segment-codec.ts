import type { Dtype, Element } from '../../base/dtype.js'
import type { CodecKit } from '../../codecs/codec.js'
import { loadCodec } from '../../codecs/codec-list.js'
import { isPixelCodec, loadPixelCodec } from '../../codecs/pixel-codec-list.js'
import { packedRowBytes, type Segments } from './segments.js'

/** The decoder of an image's segments. */
export interface SegmentCodec {
  readonly libraryBytes: number
  readonly scratchBytes: number
  /** Whether it gives samples as they are, whatever the byte order of the file. */
  readonly isFinished: boolean
  /** Decodes a segment of which `rows` rows are stored; answers the bytes written. */
  decode(encoded: Uint8Array, out: Uint8Array, rows: number, kit: CodecKit): number
}

/** Loads the decoder of an image's segments. `fill` is the nodata value, if any, that masks inside segments become. */
export async function loadSegmentCodec(segments: Segments, dtype: Dtype, fill: Element | null): Promise<SegmentCodec> {
  const codec = await loadPlain(segments, dtype, fill)
  return segments.isReversed ? turned(codec, segments) : codec
}

async function loadPlain(segments: Segments, dtype: Dtype, fill: Element | null): Promise<SegmentCodec> {
  const { codec: name, segmentWidth: width, segmentHeight: rows, together: samples, coding } = segments
  if (isPixelCodec(name)) return loadPixelCodec(name, { width, rows, samples, dtype, coding, fill })
  const codec = await loadCodec(name, segments.bitsPerSample / 8)
  return {
    libraryBytes: codec.libraryBytes,
    scratchBytes: codec.decodeScratchBytes(packedRowBytes(segments) * rows),
    isFinished: false,
    decode: (encoded, out, _rows, kit) => codec.decode(encoded, out, kit),
  }
}

/** A decoder of bytes whose bits are in reverse: it turns them first, in a copy. */
function turned(codec: SegmentCodec, { counts }: Segments): SegmentCodec {
  const most = counts.reduce((greatest, count) => Math.max(greatest, count), 0)
  return {
    ...codec,
    scratchBytes: codec.scratchBytes + most + 16,
    decode(encoded, out, rows, kit) {
      const copy = new Uint8Array(kit.memory.buffer, kit.scratch(encoded.length), encoded.length)
      for (let at = 0; at < encoded.length; at++) copy[at] = reversedBits(encoded[at] as number)
      return codec.decode(copy, out, rows, kit)
    },
  }
}

function reversedBits(byte: number): number {
  const pairs = ((byte & 0x55) << 1) | ((byte >> 1) & 0x55)
  const fours = ((pairs & 0x33) << 2) | ((pairs >> 2) & 0x33)
  return ((fours & 0x0f) << 4) | (fours >> 4)
}
