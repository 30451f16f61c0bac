import type { Dtype, Element } from '../../base/dtype.js'
import type { Segments } from './segments.js'

/** All that a thread needs to locate and decode the chunks of an opened GeoTIFF. Structured-cloneable. */
export interface GeoTiffLayout {
  readonly uri: string
  readonly dtype: Dtype
  readonly image: Segments
  /** Which of the source's files the pixels lie in, and the mask: 0 the file itself, others its companions `.ovr` and `.msk`. */
  readonly imageFile: number
  readonly maskFile: number
  /** The mask of the same size, cut in its own way. */
  readonly mask: Segments | null
  /** 0-based samples that are the array's bands, in order. */
  readonly samples: readonly number[]
  /** The sample that says which pixels are valid. */
  readonly alpha: number | null
  /** The value of invalid pixels: NaN for floats that declare none; null where all are valid. */
  readonly nodata: Element | null
  /** The real part of invalid complex pixels, which says it of both planes; null where there is none, or a mask in its place. */
  readonly realNodata: Element | null
  /** The nodata value of each sample, where bands differ in it; null where `nodata` holds for all. */
  readonly nodataBySample: readonly (Element | null)[] | null
  /** What a segment that is not stored holds: the declared nodata value, else 0. */
  readonly fill: Element
  /** At least the bytes read for any one chunk. */
  readonly maxEncodedBytes: number
  /** Nominal extents of a chunk. A chunk is one tile, or several strips one below the other. */
  readonly chunkWidth: number
  readonly chunkHeight: number
}

/** Decoded bytes that strips are grouped to. */
const groupedBytes = 256 * 1024

/** How many strips make a chunk: so many that it decodes to about 256 KiB; tiles stay as they are. */
export function stripsPerChunk({ tiled, segmentWidth, segmentHeight, together, bitsPerSample, unpackedBytes, down }: Segments): number {
  if (tiled) return 1
  const stripBytes = segmentWidth * segmentHeight * (unpackedBytes || bitsPerSample / 8) * together
  return Math.max(1, Math.min(down, Math.floor(groupedBytes / stripBytes)))
}

/** Bands of one chunk: one where each band has segments of its own, else all that are selected. */
export function bandsPerChunk({ image, samples }: Pick<GeoTiffLayout, 'image' | 'samples'>): number {
  return image.planar ? 1 : samples.length
}

/** Position of a chunk by its C-order index: which bands it holds, and its first pixel. */
export interface ChunkPlace {
  /** Samples in the file that the chunk holds, in order. */
  readonly samples: readonly number[]
  readonly x: number
  readonly y: number
}

/** Where the chunk with a C-order index in the spec's chunk grid lies. */
export function chunkPlace(layout: GeoTiffLayout, index: number): ChunkPlace {
  const across = Math.ceil(layout.image.width / layout.chunkWidth)
  const down = Math.ceil(layout.image.height / layout.chunkHeight)
  const plane = Math.floor(index / (across * down))
  const within = index - plane * across * down
  const row = Math.floor(within / across)
  const samples = layout.image.planar ? [layout.samples[plane] as number] : layout.samples
  return { samples, x: (within - row * across) * layout.chunkWidth, y: row * layout.chunkHeight }
}
