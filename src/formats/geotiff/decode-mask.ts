import type { CodecKit } from '../../codecs/codec.js'
import { codecKernels } from '../../kernels/codec.js'
import { decodeSegment, segmentRowBytes } from './decode-segment.js'
import type { GeoTiffLayout } from './layout.js'
import type { PlannedSegment } from './read-plan.js'
import type { SegmentCodec } from './segment-codec.js'
import type { Segments } from './segments.js'

/** A chunk's place in its image. */
export interface ChunkArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Decodes the part of an internal mask that one segment holds into the first plane of a chunk's mask (1 valid, 0 invalid).
 * A segment that is not stored says "all invalid". `room` is scratch for one decoded mask segment.
 */
export function decodeMaskSegment(
  layout: GeoTiffLayout,
  mask: Segments,
  segment: PlannedSegment,
  encoded: Uint8Array | null,
  out: Uint8Array,
  area: ChunkArea,
  room: Uint8Array,
  codec: SegmentCodec,
  kit: CodecKit,
): void {
  const kernels = codecKernels(kit.kernels)
  const top = Math.max(segment.y, area.y)
  const left = Math.max(segment.x, area.x)
  const rows = Math.min(segment.y + mask.segmentHeight, area.y + area.height, mask.height) - top
  const width = Math.min(segment.x + mask.segmentWidth, area.x + area.width, mask.width) - left
  const at = (top - area.y) * area.width + (left - area.x)
  if (encoded === null) {
    for (let row = 0; row < rows; row++) out.fill(0, at + row * area.width, at + row * area.width + width)
    return
  }
  decodeSegment(layout.uri, mask, segment, encoded, room, codec, kit)
  const rowBytes = segmentRowBytes(mask)
  const source = room.byteOffset + (top - segment.y) * rowBytes
  const target = out.byteOffset + at
  if (mask.bitsPerSample === 1) kernels.expandBits(source, rowBytes, left - segment.x, target, area.width, width, rows)
  else kernels.markAlpha(source + left - segment.x, rowBytes, target, area.width, width, rows, 1, 1)
}
