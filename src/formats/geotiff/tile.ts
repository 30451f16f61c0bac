import type { Validity } from '../../array/block.js'
import { type Dtype, dtypes, type Element, type TypedArray } from '../../base/dtype.js'
import type { CodecKit } from '../../codecs/codec.js'
import type { Kit } from '../../graph/op.js'
import type { Source, TileSlot } from '../../graph/source.js'
import { codecKernels } from '../../kernels/codec.js'
import { markByRealPart } from './decode-complex.js'
import { type ChunkArea, decodeMaskSegment } from './decode-mask.js'
import { decodeSegment, segmentBytes, segmentRowBytes, segmentScratchBytes } from './decode-segment.js'
import { bandsPerChunk, chunkPlace, type GeoTiffLayout } from './layout.js'
import { type PlannedSegment, planChunk, type ReadPlan } from './read-plan.js'
import type { SegmentCodec } from './segment-codec.js'
import { lostSegment, type Segments } from './segments.js'

/** The codecs of an image and of its mask. */
export interface TiffCodecs {
  readonly image: SegmentCodec
  readonly mask: SegmentCodec | null
}

/** The thread's side of an opened GeoTIFF. */
export function tiffSource(layout: GeoTiffLayout, codecs: TiffCodecs): Source {
  const validity: Validity = layout.nodata === null ? null : { nodata: layout.nodata }
  const isMarked = layout.realNodata !== null || layout.nodataBySample !== null
  const masked = layout.alpha !== null || layout.mask !== null || isMarked
  return {
    maxEncodedBytes: layout.maxEncodedBytes,
    decodeScratchBytes: scratchBytes(layout, codecs),
    libraryBytes: Math.max(codecs.image.libraryBytes, codecs.mask?.libraryBytes ?? 0),
    masked,
    locate: (tile) => planChunk(layout, tile).ranges,
    decode(encoded, tile, out, kit) {
      const decoder = new ChunkDecoder(layout, codecs, encoded, tile, out, kit)
      decoder.pixels()
      if (!masked || out.mask === null) return validity
      if (layout.realNodata !== null) return out.mask
      decoder.mask(out.mask)
      return out.mask
    },
  }
}

/** Whether no segment needs room of its own: one band a segment, each as wide as its chunk and with room for all of its rows in it. */
function isDirect({ image, chunkWidth, chunkHeight }: GeoTiffLayout): boolean {
  const whole = image.tiled ? image.segmentHeight === chunkHeight : image.height % image.segmentHeight === 0
  return image.together === 1 && image.segmentWidth === chunkWidth && whole
}

function scratchBytes(layout: GeoTiffLayout, codecs: TiffCodecs): number {
  const { image, mask, alpha } = layout
  const needsRoom = !isDirect(layout) || alpha !== null
  const room = Math.max(needsRoom ? segmentBytes(image) : 0, mask === null ? 0 : segmentBytes(mask))
  const codec = segmentScratchBytes(image, codecs.image)
  const maskCodec = mask === null || codecs.mask === null ? 0 : segmentScratchBytes(mask, codecs.mask)
  return room + Math.max(codec, maskCodec) + 64
}

/** Scratch for codecs that is used again for each segment. */
function reused(kit: Kit, bytes: number): CodecKit & { rewind(): void } {
  const start = kit.scratch(bytes)
  let top = start
  return {
    memory: kit.memory,
    kernels: kit.kernels,
    scratch(asked) {
      const at = top
      top += Math.ceil(asked / 16) * 16
      return at
    },
    rewind() {
      top = start
    },
  }
}

/** The decoding of one chunk. */
class ChunkDecoder {
  readonly #layout: GeoTiffLayout
  readonly #codecs: TiffCodecs
  readonly #encoded: readonly Uint8Array[]
  readonly #plan: ReadPlan
  readonly #out: TileSlot
  readonly #kit: ReturnType<typeof reused>
  readonly #area: ChunkArea
  readonly #samples: readonly number[]
  readonly #sampleBytes: number
  /** Room for one decoded segment; empty where none is needed. */
  readonly #room: Uint8Array

  constructor(layout: GeoTiffLayout, codecs: TiffCodecs, encoded: readonly Uint8Array[], tile: number, out: TileSlot, kit: Kit) {
    const { image, mask } = layout
    const place = chunkPlace(layout, tile)
    this.#layout = layout
    this.#codecs = codecs
    this.#encoded = encoded
    this.#plan = planChunk(layout, tile)
    this.#out = out
    this.#area = { x: place.x, y: place.y, width: layout.chunkWidth, height: layout.chunkHeight }
    this.#samples = place.samples
    this.#sampleBytes = dtypes[layout.dtype].bytes
    const needsRoom = !isDirect(layout) || layout.alpha !== null
    const room = Math.max(needsRoom ? segmentBytes(image) : 0, mask === null ? 0 : segmentBytes(mask))
    this.#room = new Uint8Array(kit.memory.buffer, room === 0 ? 0 : kit.scratch(room), room)
    const maskScratch = mask === null || codecs.mask === null ? 0 : segmentScratchBytes(mask, codecs.mask)
    this.#kit = reused(kit, Math.max(segmentScratchBytes(image, codecs.image), maskScratch))
  }

  /** Fills `out.data`, and the first plane of its mask where pixels and alpha are stored together. */
  pixels(): void {
    for (const segment of this.#plan.pixels) {
      const bytes = this.#bytesOf(segment)
      if (bytes === null) this.#fill(segment)
      else if (this.#decodesInPlace(segment)) this.#decode(segment, bytes, this.#rowsOfSlot(segment))
      else {
        this.#decode(segment, bytes, this.#room)
        this.#pick(segment)
      }
    }
  }

  /** Fills the whole mask. */
  mask(mask: Uint8Array): void {
    const { alpha, mask: segments } = this.#layout
    for (const segment of this.#plan.alpha) {
      const bytes = this.#bytesOf(segment)
      if (bytes !== null) this.#decode(segment, bytes, this.#room)
      this.#markAlpha(segment, 0, bytes !== null)
    }
    for (const segment of this.#plan.mask) {
      if (segments === null || this.#codecs.mask === null) break
      this.#kit.rewind()
      const bytes = this.#bytesOf(segment, segments)
      decodeMaskSegment(this.#layout, segments, segment, bytes, mask, this.#area, this.#room, this.#codecs.mask, this.#kit)
    }
    const plane = this.#area.width * this.#area.height
    const bands = bandsPerChunk(this.#layout)
    for (let band = 1; band < bands; band++) mask.copyWithin(band * plane, 0, plane)
    const { nodata, nodataBySample, dtype } = this.#layout
    if (alpha === null && segments === null) mask.fill(1)
    if (nodataBySample === null) clearNodata(mask, this.#out.data, dtype, nodata, this.#kit)
    else {
      this.#samples.forEach((sample, band) => {
        const part = (from: number): readonly [number, number] => [from, from + plane]
        const data = this.#out.data.subarray(...part(band * plane))
        clearNodata(mask.subarray(...part(band * plane)), data, dtype, nodataBySample[sample] ?? null, this.#kit)
      })
    }
  }

  /** Bytes of a segment; null for one that is not stored. Throws `E_SOURCE` for one that the file lacks. */
  #bytesOf({ index, range, at, length }: PlannedSegment, { tiled, offsets, lost }: Segments = this.#layout.image): Uint8Array | null {
    const missing = range < 0 && lost !== null ? (lost.lengths[index] as number) : 0
    if (missing > 0) throw lostSegment(this.#layout.uri, tiled, index, offsets[index] as number, missing, lost?.fileSize ?? 0)
    return range < 0 ? null : (this.#encoded[range] as Uint8Array).subarray(at, at + length)
  }

  #decode(segment: PlannedSegment, bytes: Uint8Array, out: Uint8Array): void {
    this.#kit.rewind()
    decodeSegment(this.#layout.uri, this.#layout.image, segment, bytes, out, this.#codecs.image, this.#kit)
  }

  /** Rows of a segment that lie in the chunk. */
  #rows({ y }: PlannedSegment): number {
    return Math.min(this.#layout.image.segmentHeight, this.#area.y + this.#area.height - y)
  }

  #decodesInPlace(segment: PlannedSegment): boolean {
    const { image, chunkWidth } = this.#layout
    return image.together === 1 && image.segmentWidth === chunkWidth && this.#rows(segment) === image.segmentHeight
  }

  #rowsOfSlot(segment: PlannedSegment): Uint8Array {
    const rowBytes = this.#area.width * this.#sampleBytes
    const { data } = this.#out
    const start = data.byteOffset + (segment.y - this.#area.y) * rowBytes
    return new Uint8Array(data.buffer as ArrayBuffer, start, this.#rows(segment) * rowBytes)
  }

  /** What a segment that is not stored holds: the nodata value, or 0. */
  #fill(segment: PlannedSegment): void {
    const { width, height } = this.#area
    const from = (segment.y - this.#area.y) * width
    const count = this.#rows(segment) * width
    this.#samples.forEach((sample, band) => {
      const isImaginary = this.#layout.image.complex && sample % 2 === 1
      const start = band * width * height + from
      const fill = this.#layout.nodataBySample?.[sample] ?? this.#layout.fill
      this.#out.data.fill((isImaginary ? 0 : fill) as never, start, start + count)
      if (this.#layout.realNodata !== null) this.#out.mask?.fill(0, start, start + count)
    })
    if (this.#layout.alpha !== null && !this.#layout.image.planar) this.#markAlpha(segment, 0, false)
  }

  /** Copies the selected samples of the decoded segment in `#room` to their planes, and makes a mask of alpha. */
  #pick(segment: PlannedSegment): void {
    const { image, alpha } = this.#layout
    const sampleBytes = this.#sampleBytes
    const stride = sampleBytes * image.together
    const width = Math.min(image.segmentWidth, this.#area.width)
    const planeBytes = this.#area.width * this.#area.height * sampleBytes
    const start = this.#out.data.byteOffset + (segment.y - this.#area.y) * this.#area.width * sampleBytes
    const rows = Math.min(this.#rows(segment), image.tiled ? Number.POSITIVE_INFINITY : image.height - segment.y)
    this.#samples.forEach((sample, band) => {
      codecKernels(this.#kit.kernels).gatherSamples(
        this.#room.byteOffset + (sample % image.together) * sampleBytes,
        segmentRowBytes(image),
        start + band * planeBytes,
        this.#area.width * sampleBytes,
        width,
        rows,
        stride,
        sampleBytes,
      )
    })
    if (alpha !== null && !image.planar) this.#markAlpha(segment, alpha * sampleBytes, true)
    if (this.#layout.realNodata !== null) markByRealPart(this.#layout, this.#room, segment.y, this.#samples, this.#out, this.#area, rows)
  }

  /** Makes the first plane of the mask from the alpha samples in `#room`, which begin at a byte of each pixel; invalid where none are stored. */
  #markAlpha(segment: PlannedSegment, byte: number, stored: boolean): void {
    const { image } = this.#layout
    const { mask } = this.#out
    if (mask === null) return
    const from = (segment.y - this.#area.y) * this.#area.width
    const rows = this.#rows(segment)
    if (!stored) {
      mask.fill(0, from, from + rows * this.#area.width)
      return
    }
    codecKernels(this.#kit.kernels).markAlpha(
      this.#room.byteOffset + byte,
      segmentRowBytes(image),
      mask.byteOffset + from,
      this.#area.width,
      Math.min(image.segmentWidth, this.#area.width),
      rows,
      this.#sampleBytes * image.together,
      this.#sampleBytes,
    )
  }
}

/** Clears the mask where pixels equal the nodata value or are NaN. */
function clearNodata(mask: Uint8Array, data: TypedArray, dtype: Dtype, nodata: Element | null, kit: CodecKit): void {
  const kernels = codecKernels(kit.kernels)
  const { bytes, kind } = dtypes[dtype]
  if (kind === 'float') kernels.clearFloat(mask.byteOffset, data.byteOffset, data.length, Number(nodata ?? Number.NaN), bytes)
  else if (nodata !== null) kernels.clearEqual(mask.byteOffset, data.byteOffset, data.length, BigInt(nodata), bytes)
}
