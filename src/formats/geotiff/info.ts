import type { JsonObject } from '../../base/json.js'
import type { ScalarJson } from '../../base/scalar.js'
import type { TiffFile } from './directory.js'
import type { Georeference } from './georeference.js'
import type { GdalMetadata } from './metadata.js'
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
    compression: compressionOf(image),
    predictor: image.predictor,
    interleave: image.planar || image.samples === (image.complex ? 2 : 1) ? 'band' : 'pixel',
    ...(image.tiled ? { tile: blocks } : { strip: blocks }),
    overviews: pyramid.slice(1).map(({ width, height }) => ({ width, height })),
    mask,
    ...(gcps === 0 ? {} : { gcps }),
    ...(crsProblem === null ? {} : { crsProblem }),
  }
}

/** The codec, and how it is used where that has a name: `YCbCr JPEG`, `LERC_DEFLATE`, `LERC_ZSTD`. */
function compressionOf({ codec, coding }: Segments): string {
  if (codec === 'JPEG' && coding.isYcbcr) return 'YCbCr JPEG'
  return codec === 'LERC' && coding.lercOuter !== 'none' ? `LERC_${coding.lercOuter.toUpperCase()}` : codec
}

/**
 * What a file says of its pixels that arrays do not take over: statistics by 1-based band, the rational polynomial, nodata values where bands
 * differ in them; and whether an `.aux.xml` was read.
 */
export function describeContents(
  { bands }: GdalMetadata,
  hasAux: boolean,
  rpc: Readonly<Record<string, string>> | null,
  nodataBySample: readonly (ScalarJson | null)[] | null,
): JsonObject {
  const statistics = [...bands].flatMap(([sample, said]) =>
    said.statistics === undefined ? [] : [[`${sample + 1}`, said.statistics] as const],
  )
  return {
    ...(hasAux ? { auxXml: true } : {}),
    ...(nodataBySample === null ? {} : { nodataByBand: [...nodataBySample] }),
    ...(statistics.length === 0 ? {} : { statistics: Object.fromEntries(statistics) }),
    ...(rpc === null ? {} : { rpc }),
  }
}
