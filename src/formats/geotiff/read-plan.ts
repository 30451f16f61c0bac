import type { ByteRange } from '../../graph/source.js'
import { chunkPlace, type GeoTiffLayout } from './layout.js'
import type { Segments } from './segments.js'

/** A segment that a chunk needs, and where its bytes are among the ranges read for the chunk. */
export interface PlannedSegment {
  /** Index in `Segments.offsets`. */
  readonly index: number
  /** First pixel. */
  readonly x: number
  readonly y: number
  /** Index of the range that holds its bytes, or -1 for a segment that is not stored. */
  readonly range: number
  /** First byte within that range. */
  readonly at: number
  readonly length: number
}

/** What is read for one chunk. */
export interface ReadPlan {
  readonly ranges: readonly ByteRange[]
  /** Segments of the chunk's own plane. */
  readonly pixels: readonly PlannedSegment[]
  /** Segments of the alpha plane, where bands have segments of their own. */
  readonly alpha: readonly PlannedSegment[]
  /** Segments of the internal mask. */
  readonly mask: readonly PlannedSegment[]
}

/** Bytes between two segments that are read along rather than skipped: about what a read of its own costs on a local disk. */
const bridgedBytes = 4096

/** Ranges being collected; a segment that follows another in the file extends its range. */
class RangeList {
  readonly ranges: { file: number; offset: number; length: number }[] = []

  add(file: number, offset: number, length: number): { range: number; at: number } {
    const last = this.ranges[this.ranges.length - 1]
    const gap = last === undefined || last.file !== file ? -1 : offset - (last.offset + last.length)
    if (last !== undefined && gap >= 0 && gap <= bridgedBytes) {
      last.length += gap + length
      return { range: this.ranges.length - 1, at: offset - last.offset }
    }
    this.ranges.push({ file, offset, length })
    return { range: this.ranges.length - 1, at: 0 }
  }
}

/** Plans the reading of the chunk with a C-order index. Cost: the number of its segments. */
export function planChunk(layout: GeoTiffLayout, chunk: number): ReadPlan {
  const place = chunkPlace(layout, chunk)
  const { image, mask, alpha, imageFile, maskFile } = layout
  const area: Area = {
    x0: place.x,
    y0: place.y,
    x1: Math.min(image.width, place.x + layout.chunkWidth),
    y1: Math.min(image.height, place.y + layout.chunkHeight),
  }
  const list = new RangeList()
  const pixels = segmentsIn(image, planeOf(image, place.samples[0] as number), area, imageFile, list)
  const alphas = alpha !== null && image.planar ? segmentsIn(image, planeOf(image, alpha), area, imageFile, list) : []
  const masks = mask === null ? [] : segmentsIn(mask, 0, area, maskFile, list)
  return { ranges: list.ranges, pixels, alpha: alphas, mask: masks }
}

/** Which plane of segments a sample lies in. */
function planeOf({ planar, together }: Segments, sample: number): number {
  return planar ? Math.floor(sample / together) : 0
}

interface Area {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

function segmentsIn(segments: Segments, plane: number, area: Area, file: number, list: RangeList): PlannedSegment[] {
  const { segmentWidth, segmentHeight, across, down, offsets, counts } = segments
  const planned: PlannedSegment[] = []
  const lastColumn = Math.ceil(area.x1 / segmentWidth)
  const lastRow = Math.ceil(area.y1 / segmentHeight)
  for (let row = Math.floor(area.y0 / segmentHeight); row < lastRow; row++) {
    for (let column = Math.floor(area.x0 / segmentWidth); column < lastColumn; column++) {
      const index = (plane * down + row) * across + column
      const [offset, length] = [offsets[index] as number, counts[index] as number]
      const { range, at } = length === 0 || offset === 0 ? { range: -1, at: 0 } : list.add(file, offset, length)
      planned.push({ index, x: column * segmentWidth, y: row * segmentHeight, range, at, length })
    }
  }
  return planned
}

/** The most bytes that are read for one chunk, each range rounded up to 16. Where tiles stand alone it is the largest tile: no planning. */
export function mostEncodedBytes(layout: GeoTiffLayout): number {
  const { image, mask, alpha, samples, chunkWidth, chunkHeight } = layout
  if (image.tiled && mask === null && alpha === null) {
    return image.counts.reduce((most, count) => Math.max(most, roundUp(count)), 0)
  }
  const planes = image.planar ? samples.length : 1
  const perChunk = [image, ...(mask === null ? [] : [mask])].map((segments) => segmentsPerChunk(layout, segments))
  const chunks = Math.ceil(image.width / chunkWidth) * Math.ceil(image.height / chunkHeight) * planes
  let most = 0
  // Cuts that cross each other, as no sound file has them: a bound instead of the plans of all chunks.
  if (chunks * perChunk.reduce((sum, count) => sum + count, 0) > mostPlanned) return boundOf(layout, perChunk)
  for (let chunk = 0; chunk < chunks; chunk++) {
    const bytes = planChunk(layout, chunk).ranges.reduce((sum, range) => sum + roundUp(range.length), 0)
    most = Math.max(most, bytes)
  }
  return most
}

/** Most segments that are planned to know what a chunk takes. */
const mostPlanned = 2 ** 23

/** At least the segments of one plane that any chunk touches. */
function segmentsPerChunk({ chunkWidth, chunkHeight }: GeoTiffLayout, { segmentWidth, segmentHeight, across, down }: Segments): number {
  return Math.min(across, Math.ceil(chunkWidth / segmentWidth) + 1) * Math.min(down, Math.ceil(chunkHeight / segmentHeight) + 1)
}

function boundOf({ image, mask, alpha }: GeoTiffLayout, [pixels = 0, masks = 0]: readonly number[]): number {
  const largest = ({ counts }: Segments): number => counts.reduce((most, count) => Math.max(most, roundUp(count)), 0) + bridgedBytes + 16
  const planes = image.planar && alpha !== null ? 2 : 1
  return planes * pixels * largest(image) + (mask === null ? 0 : masks * largest(mask))
}

function roundUp(bytes: number): number {
  return Math.ceil(bytes / 16) * 16
}
