import type { Block, OutBlock } from '../../array/block.js'
import { shapeOf } from '../../array/window.js'
import { type Dtype, dtypes, type Element, isBigInt } from '../../base/dtype.js'
import { OutputError } from '../../base/errors.js'
import { scalarFromJson } from '../../base/scalar.js'
import type { Codec } from '../../codecs/codec.js'
import { applyPredictor, type Predictor, predictorScratchBytes, type SampleRows, undoPredictor } from '../../codecs/predictor.js'
import type { Kit } from '../../graph/op.js'
import type { SinkLevel } from '../../graph/sink.js'
import { codecKernels } from '../../kernels/codec.js'
import { packKernels } from '../../kernels/pack.js'
import { addAlpha, alphaScratchBytes, takeAlpha, validBytes } from './cog-alpha.js'
import { effortOf } from './cog-compress.js'
import { tileSide } from './cog-levels.js'
import { bandCount, type CogOptions, storedValue, tileSamples } from './cog-options.js'

/** The codecs of a COG. */
export interface CogCodecs {
  readonly image: Codec
  readonly mask: Codec
  /** For what is read back, where `image` does not give the same pixels; null where it does. */
  readonly kept: Codec | null
}

/** Bytes of the size before a framed tile, and of the repetition of its last bytes behind it. */
export const frameBytes = 4

/** Whether tiles stand between their size and a repetition of their last bytes, and the ghost area says so: as GDAL, unless planar. */
export function isFramed(levels: readonly SinkLevel[], options: CogOptions): boolean {
  return options.interleave === 'pixel' || bandCount((levels[0] as SinkLevel).spec) === 1
}

/** One chunk, encoded, in scratch: what goes into the spool, and where in it the tile and the mask tile lie. */
export interface EncodedTile {
  readonly bytes: Uint8Array
  readonly at: number
  readonly length: number
  /** 0 and 0 where no mask is kept. */
  readonly maskAt: number
  readonly maskLength: number
  /** 0 and 0 where the tile itself can be read back, or nobody will. */
  readonly keptAt: number
  readonly keptLength: number
}

/** Bytes before a tile in scratch, so that it begins aligned and has room for its size. */
const frontBytes = 16

/** Mask bits are few, so speed is all: the codec's fastest level. */
export const maskEffort = 1

const aligned = (bytes: number): number => Math.ceil(bytes / 16) * 16

/** Blocks to encoded tiles and back, in scratch of the arena. */
export class TileCoder {
  /** Bytes that the codecs hold outside the arena. */
  readonly libraryBytes: number
  /** Scratch that `encode` or `decode` asks for. */
  readonly scratchBytes: number
  private readonly options: CogOptions
  private readonly codecs: CogCodecs
  private readonly side: number
  /** Bands in one tile. */
  private readonly bands: number
  /** Samples of a pixel within one tile: bands and alpha. */
  private readonly samples: number
  private readonly sampleBytes: number
  private readonly framed: boolean
  private readonly nodata: Element | null
  private readonly dtype: Dtype

  constructor(levels: readonly SinkLevel[], options: CogOptions, codecs: CogCodecs) {
    const base = (levels[0] as SinkLevel).spec
    const stored = storedValue(base, options)
    this.options = options
    this.codecs = codecs
    this.side = tileSide(base, options)
    this.samples = tileSamples(base, options)
    this.bands = this.samples - (options.mask === 'alpha' ? 1 : 0)
    this.sampleBytes = dtypes[base.dtype].bytes
    this.framed = isFramed(levels, options)
    this.dtype = base.dtype
    this.nodata = stored === null ? null : scalarFromJson(stored, base.dtype)
    this.libraryBytes = Math.max(codecs.image.libraryBytes, codecs.mask.libraryBytes)
    this.scratchBytes = Math.max(this.encodeScratchBytes(), this.decodeScratchBytes())
  }

  /**
   * Packs, predicts and compresses a block; mask bits follow the pixels, and where the block will be read back and the codec changes pixels, the
   * block once more. Counts pixels that the mask hides although some band is valid.
   */
  encode(block: Block, readBack: boolean, kit: Kit): EncodedTile {
    const capacity = this.frameBound()
    const bytes = new Uint8Array(kit.memory.buffer, kit.scratch(capacity), capacity)
    const image = this.packImage(block, kit)
    const length = this.codecs.image.encode(image, bytes.subarray(frontBytes), effortOf(this.options), kit)
    const front = this.framed ? frameBytes : 0
    let end = this.frame(bytes, frontBytes, length)
    const maskAt = end + front
    let maskLength = 0
    if (this.masked) {
      const bits = this.packMask(block, kit)
      maskLength = this.codecs.mask.encode(bits, bytes.subarray(maskAt), maskEffort, kit)
      end = this.frame(bytes, maskAt, maskLength)
    }
    const start = frontBytes - front
    const keptAt = end
    const { kept } = this.codecs
    const keptLength = kept === null || !readBack ? 0 : kept.encode(image, bytes.subarray(keptAt), 1, kit)
    return {
      ...{ bytes: bytes.subarray(start, keptAt + keptLength), at: front, length },
      ...{ maskAt: this.masked ? maskAt - start : 0, maskLength },
      ...{ keptAt: keptAt - start, keptLength },
    }
  }

  /**
   * Fills a block from encoded tiles: `fetch` puts the bytes of the image tile, then of the mask tile, into a view that it is given.
   * Throws `E_OUTPUT` when they do not decode to a tile.
   */
  decode(lengths: readonly [image: number, mask: number], fetch: (part: 0 | 1, into: Uint8Array) => void, out: OutBlock, kit: Kit): void {
    const { width, height } = extents(out)
    const image = this.inflate(lengths[0], (into) => fetch(0, into), this.codecs.kept ?? this.codecs.image, this.tileBytes, kit)
    undoPredictor(this.predictor, new Uint8Array(kit.memory.buffer, image, this.tileBytes), this.rows, kit)
    this.unpackImage(image, out, kit)
    if (this.options.mask === 'alpha') {
      takeAlpha(new Uint8Array(kit.memory.buffer, image, this.tileBytes), this.samples, this.sampleBytes, this.side, { width, height }, out)
      return
    }
    if (!this.masked) {
      out.valid = this.nodata === null ? null : { nodata: this.nodata }
      return
    }
    const bits = this.inflate(lengths[1], (into) => fetch(1, into), this.codecs.mask, this.maskBytes, kit)
    codecKernels(kit.kernels).expandBits(bits, this.side / 8, 0, out.mask.byteOffset, width, width, height)
    for (let band = 1; band < this.bands; band++) out.mask.copyWithin(band * width * height, 0, width * height)
  }

  /** Fills a block with what a tile that is not stored stands for. */
  blank(out: OutBlock): void {
    out.data.fill((this.nodata ?? (isBigInt(this.dtype) ? 0n : 0)) as never)
    if (this.options.mask !== 'none') out.mask.fill(0)
    else out.valid = this.nodata === null ? null : { nodata: this.nodata }
  }

  private get masked(): boolean {
    return this.options.mask === 'internal'
  }

  private get tileBytes(): number {
    return this.side * this.side * this.samples * this.sampleBytes
  }

  private get maskBytes(): number {
    return (this.side * this.side) / 8
  }

  private get predictor(): Predictor {
    return this.options.predictor === 'none' ? 1 : this.options.predictor
  }

  private get rows(): SampleRows {
    return { width: this.side, rows: this.side, samples: this.samples, sampleBytes: this.sampleBytes }
  }

  private get rowBytes(): number {
    return this.side * this.samples * this.sampleBytes
  }

  /** The most that a chunk takes in scratch: tile and mask tile, each with its size and repetition. */
  private frameBound(): number {
    const mask = this.masked ? this.codecs.mask.encodedBound(this.maskBytes) + 2 * frameBytes : 0
    const { image, kept } = this.codecs
    return frontBytes + image.encodedBound(this.tileBytes) + 2 * frameBytes + mask + (kept?.encodedBound(this.tileBytes) ?? 0)
  }

  private encodeScratchBytes(): number {
    const { image, mask, kept } = this.codecs
    const pixels = this.side * this.side * this.bands
    const bits = aligned(this.maskBytes) + aligned(this.side) + aligned(pixels) + mask.encodeScratchBytes(this.maskBytes)
    return (
      aligned(this.frameBound()) +
      aligned(this.tileBytes) +
      aligned(predictorScratchBytes(this.predictor, this.rows)) +
      image.encodeScratchBytes(this.tileBytes) +
      (kept?.encodeScratchBytes(this.tileBytes) ?? 0) +
      (this.options.mask === 'alpha' ? alphaScratchBytes(this.side ** 2, this.bands, this.sampleBytes) : 0) +
      (this.masked ? bits : 0)
    )
  }

  private decodeScratchBytes(): number {
    const { mask } = this.codecs
    const image = this.codecs.kept ?? this.codecs.image
    const bits = aligned(mask.encodedBound(this.maskBytes)) + aligned(this.maskBytes) + mask.decodeScratchBytes(this.maskBytes)
    return (
      aligned(image.encodedBound(this.tileBytes)) +
      aligned(this.tileBytes) +
      aligned(predictorScratchBytes(this.predictor, this.rows)) +
      image.decodeScratchBytes(this.tileBytes) +
      (this.masked ? bits : 0)
    )
  }

  private packImage(block: Block, kit: Kit): Uint8Array {
    const kernels = packKernels(kit.kernels)
    const { width, height } = extents(block)
    const { side, samples, sampleBytes } = this
    const tile = kit.scratch(this.tileBytes)
    const planes = this.options.mask === 'alpha' ? addAlpha(block, this.bands, this.sampleBytes, kit) : block.data.byteOffset
    kernels.packTile(planes, width, height, samples, sampleBytes, tile, side, side)
    const bytes = new Uint8Array(kit.memory.buffer, tile, this.tileBytes)
    applyPredictor(this.predictor, bytes, this.rows, kit)
    return bytes
  }

  /** Interleaved pixels of a tile to the planes of a block. */
  private unpackImage(tile: number, out: OutBlock, kit: Kit): void {
    const { gatherSamples } = codecKernels(kit.kernels)
    const { width, height } = extents(out)
    const { bands, samples, sampleBytes } = this
    for (let band = 0; band < bands; band++) {
      const target = out.data.byteOffset + band * width * height * sampleBytes
      gatherSamples(
        tile + band * sampleBytes,
        this.rowBytes,
        target,
        width * sampleBytes,
        width,
        height,
        samples * sampleBytes,
        sampleBytes,
      )
    }
  }

  private packMask(block: Block, kit: Kit): Uint8Array {
    const { width, height } = extents(block)
    const { side, bands } = this
    const bits = kit.scratch(this.maskBytes)
    const row = kit.scratch(side)
    const disputed = packKernels(kit.kernels).packMask(validBytes(block, kit), width, height, bands, bits, side, side, row)
    if (disputed > 0) kit.count('maskedByOtherBand', disputed)
    return new Uint8Array(kit.memory.buffer, bits, this.maskBytes)
  }

  /** Puts size and repetition around a tile, where they belong; answers where it all ends. A tile of less than 4 bytes is repeated with zeros. */
  private frame(bytes: Uint8Array, at: number, length: number): number {
    if (!this.framed) return at + length
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    view.setUint32(at - frameBytes, length, true)
    for (let byte = 0; byte < frameBytes; byte++)
      bytes[at + length + byte] = byte < length ? (bytes[at + Math.max(0, length - frameBytes) + byte] ?? 0) : 0
    return at + length + frameBytes
  }

  private inflate(length: number, fetch: (into: Uint8Array) => void, codec: Codec, decodedBytes: number, kit: Kit): number {
    const encoded = new Uint8Array(kit.memory.buffer, kit.scratch(length), length)
    fetch(encoded)
    const tile = new Uint8Array(kit.memory.buffer, kit.scratch(decodedBytes), decodedBytes)
    const size = codec.decode(encoded, tile, kit)
    if (size === decodedBytes) return tile.byteOffset
    throw new OutputError(`a spooled tile decodes to ${size} bytes instead of ${decodedBytes}: remove the scratch directory and run again`)
  }
}

function extents(block: Pick<Block, 'window'>): { width: number; height: number } {
  const [height, width] = shapeOf(block.window).slice(-2) as [number, number]
  return { width, height }
}
