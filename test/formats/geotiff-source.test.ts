import type { Dtype } from '../../src/base/dtype.js'
import type { JsonObject } from '../../src/base/json.js'
import { geotiffSource } from '../../src/formats/geotiff/source.js'
import { conformSource, seededPixels } from '../conformance/conform-source.js'
import { type TiffImage, type TiffShape, tiffBytes } from './tiff-bytes.js'

const dtypes: readonly Dtype[] = ['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'uint64', 'int64', 'float32', 'float64']

interface Case {
  readonly image: TiffImage
  readonly shape?: TiffShape
  readonly options?: JsonObject
  readonly chunkReads?: number
}

function image(dtype: Dtype, more: Partial<TiffImage> = {}): TiffImage {
  const { width = 53, height = 41, samples = 1 } = more
  return { width, height, samples, dtype, pixels: seededPixels(dtype, width * height * samples), ...more }
}

function check(name: string, { image, shape = {}, options = {}, chunkReads = 1 }: Case): void {
  conformSource(name, {
    def: geotiffSource,
    uri: 'x.tif',
    options,
    files: new Map([['x.tif', tiffBytes([image], shape)]]),
    truth: { data: image.pixels },
    reads: { open: 2, chunk: chunkReads },
  })
}

for (const dtype of dtypes) {
  check(`${dtype}, deflate tiles, predictor ${dtype.startsWith('float') ? 1 : 2}`, {
    image: image(dtype, { tile: [16, 16], compression: 8, predictor: dtype.startsWith('float') ? 1 : 2 }),
  })
  check(`${dtype}, big endian BigTIFF, pixel-interleaved strips`, {
    image: image(dtype, { samples: 3, rowsPerStrip: 5, compression: 8, predictor: dtype.startsWith('float') ? 1 : 2 }),
    shape: { bigEndian: true, bigTiff: true },
  })
}
check('one uncompressed strip', { image: image('int16') })
check('planar tiles', { image: image('uint16', { samples: 3, planar: true, tile: [16, 32] }) })
check('tiles larger than the image', { image: image('uint8', { samples: 2, tile: [64, 64], compression: 8 }) })
check('PackBits strips', { image: image('uint8', { rowsPerStrip: 7, compression: 32773 }) })
