import type { Source, SourceDef } from '../../graph/source.js'
import type { GeoTiffLayout } from './layout.js'
import { loadSegmentCodec } from './segment-codec.js'
import { tiffSource } from './tile.js'

/**
 * GeoTIFF files, cloud-optimised ones included: tiled or stripped, classic or BigTIFF, either byte order.
 * Options: `band` (1-based; drops the dim `band`) or `bands`, `level` (0 the image, k its k-th overview), `nodata` in place of the file's, and `masked` (false: nothing but NaN and `nodata` is invalid).
 */
export const geotiffSource: SourceDef<GeoTiffLayout> = {
  name: 'geotiff',
  version: 1,
  picksBands: true,
  recognises: (_uri, head) => isTiff(head),
  // Threads attach to what the main thread opened: parsers and tables of CRSs are none of theirs.
  open: async (uri, options, openBytes, mayLack) => (await import('./open.js')).openGeoTiff(uri, options, openBytes, mayLack === true),
  async attach(layout): Promise<Source> {
    const { image, mask, dtype, nodata } = layout
    const imageCodec = await loadSegmentCodec(image, dtype, nodata)
    return tiffSource(layout, { image: imageCodec, mask: mask === null ? null : await loadSegmentCodec(mask, 'uint8', null) })
  },
}

function isTiff(head: Uint8Array): boolean {
  if (head.length < 4) return false
  const little = head[0] === 0x49 && head[1] === 0x49 && (head[2] === 42 || head[2] === 43) && head[3] === 0
  const big = head[0] === 0x4d && head[1] === 0x4d && head[2] === 0 && (head[3] === 42 || head[3] === 43)
  return little || big
}
