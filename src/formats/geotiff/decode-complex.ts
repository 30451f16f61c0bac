import { viewOf } from '../../base/dtype.js'
import type { TileSlot } from '../../graph/source.js'
import type { ChunkArea } from './decode-mask.js'
import type { GeoTiffLayout } from './layout.js'

/**
 * Makes the mask of complex pixels from a decoded segment whose first row is `y`: those whose real part is the nodata value are invalid, in the
 * planes of both parts, as GDAL has it.
 */
export function markByRealPart(
  { image, dtype, realNodata }: GeoTiffLayout,
  segment: Uint8Array,
  y: number,
  samples: readonly number[],
  { mask }: TileSlot,
  area: ChunkArea,
  rows: number,
): void {
  const { segmentWidth, together } = image
  const values = viewOf(dtype, segment.buffer, segment.byteOffset, segmentWidth * together * rows)
  const width = Math.min(segmentWidth, area.width)
  samples.forEach((sample, plane) => {
    const part = sample % together
    for (let row = 0; row < rows; row++) {
      const to = (plane * area.height + y - area.y + row) * area.width
      const from = row * segmentWidth * together + part - (part % 2)
      for (let x = 0; x < width; x++) {
        const real = values[from + x * together]
        const isNodata = Number.isNaN(realNodata) ? real !== real : real === realNodata
        if (mask !== null) mask[to + x] = isNodata ? 0 : 1
      }
    }
  })
}
