import type { Dtype, Element } from '../base/dtype.js'
import type { CodecKit } from './codec.js'

/** The pixels of one TIFF segment, as far as a codec has to know them. */
export interface PixelShape {
  readonly width: number
  /** Most rows; the last strip of an image may have fewer. */
  readonly rows: number
  /** Samples of a pixel that lie together. */
  readonly samples: number
  readonly dtype: Dtype
  /** What the directory says beside the stream. */
  readonly coding: PixelCoding
  /** What invalid pixels become where the stream marks some and the dtype has no NaN; null where there is nothing. */
  readonly fill: Element | null
}

/** What a TIFF directory says of the coding of its pixels. Structured-cloneable. */
export interface PixelCoding {
  /** The tables that all JPEG streams of the image share (tag JPEGTables). */
  readonly jpegTables: Uint8Array | null
  /** Whether three JPEG components are YCbCr, to be made RGB. */
  readonly isYcbcr: boolean
  /** What LERC blobs are compressed with once more. */
  readonly lercOuter: 'none' | 'deflate' | 'zstd'
  /** Whether the last sample is alpha, which LERC may keep as a mask. */
  readonly hasAlpha: boolean
}

/** A decoder that knows what its segments are cut to. It works synchronously, on views of the arena. */
export interface PixelCodec {
  readonly name: string
  /** Bytes that a thread holds outside its arena once it uses the codec; 0 for our own. */
  readonly libraryBytes: number
  /** Scratch that `decode` asks for. */
  readonly scratchBytes: number
  /** Whether what it decodes is samples as they are, whatever the byte order of the file. */
  readonly isFinished: boolean
  /**
   * Fills `out` with the first `rows` rows; answers the bytes written. Throws `E_SOURCE` saying what is wrong with the bytes, before anything
   * is allocated where sizes in them are not those of the segment.
   */
  decode(encoded: Uint8Array, out: Uint8Array, rows: number, kit: CodecKit): number
}
