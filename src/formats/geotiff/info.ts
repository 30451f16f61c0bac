import type { JsonObject } from '../../base/json.js'
import type { TiffFile } from './directory.js'
import type { Georeference } from './georeference.js'
import type { PyramidLevel } from './pyramid.js'
import type { Segments } from './segments.js'

/** What `info` prints of a file beside its spec. */
export function describeFile(
  file: TiffFile,
  image: Segments,
  mask: string,
  pyramid: readonly PyramidLevel[],
  { gcps, crsProblem }: Georeference,
): JsonObject {
  const blocks = { width: image.segmentWidth, height: image.segmentHeight }
  return {
    driver: 'GTiff',
    bigtiff: file.bigTiff,
    byteOrder: file.littleEndian ? 'little endian' : 'big endian',
    compression: image.codec,
    predictor: image.predictor,
    interleave: image.planar || image.samples === 1 ? 'band' : 'pixel',
    ...(image.tiled ? { tile: blocks } : { strip: blocks }),
    overviews: pyramid.slice(1).map(({ width, height }) => ({ width, height })),
    mask,
    ...(gcps === 0 ? {} : { gcps }),
    ...(crsProblem === null ? {} : { crsProblem }),
  }
}
