import { describe, expect, it } from 'vitest'
import { allocate, type Dtype, type TypedArray } from '../../src/base/dtype.js'
import type { JsonObject } from '../../src/base/json.js'
import { geotiffSource } from '../../src/formats/geotiff/source.js'
import { conformSource, memoryFiles, seededPixels } from '../conformance/conform-source.js'
import { type TiffImage, type TiffShape, tiffBytes } from './tiff-bytes.js'

const dtypes: readonly Dtype[] = ['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'uint64', 'int64', 'float32', 'float64']

interface Case {
  readonly images: readonly TiffImage[]
  readonly shape?: TiffShape
  readonly options?: JsonObject
  readonly truth?: { readonly data: TypedArray; readonly valid?: Uint8Array }
  readonly chunkReads?: number
}

function image(dtype: Dtype, more: Partial<TiffImage> = {}): TiffImage {
  const { width = 53, height = 41, samples = 1 } = more
  return { width, height, samples, dtype, pixels: seededPixels(dtype, width * height * samples), ...more }
}

function check(name: string, { images, shape = {}, options = {}, truth, chunkReads = 1 }: Case): void {
  conformSource(name, {
    def: geotiffSource,
    uri: 'x.tif',
    options,
    files: new Map([['x.tif', tiffBytes(images, shape)]]),
    truth: truth ?? { data: (images[0] as TiffImage).pixels },
    reads: { open: 2, chunk: chunkReads },
  })
}

/** Planes of an image, one behind the other. */
function planes({ pixels, width, height, dtype }: TiffImage, samples: readonly number[]): TypedArray {
  const size = width * height
  const data = allocate(dtype, size * samples.length)
  samples.forEach((sample, index) => void data.set(pixels.subarray(sample * size, (sample + 1) * size) as never, index * size))
  return data
}

/** One byte a pixel from a rule. */
function flags(length: number, rule: (index: number) => boolean): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (rule(index) ? 1 : 0))
}

for (const dtype of dtypes) {
  const predictor = dtype.startsWith('float') ? 1 : 2
  check(`${dtype}, deflate tiles, predictor ${predictor}`, { images: [image(dtype, { tile: [16, 16], compression: 8, predictor })] })
  check(`${dtype}, big endian BigTIFF, pixel-interleaved strips`, {
    images: [image(dtype, { samples: 3, rowsPerStrip: 5, compression: 8, predictor })],
    shape: { bigEndian: true, bigTiff: true },
  })
}
check('one uncompressed strip', { images: [image('int16')] })
check('planar tiles', { images: [image('uint16', { samples: 3, planar: true, tile: [16, 32] })] })
check('tiles larger than the image', { images: [image('uint8', { samples: 2, tile: [64, 64], compression: 8 })] })
check('PackBits strips', { images: [image('uint8', { rowsPerStrip: 7, compression: 32773 })] })
// 1.6 MB in one strip: read in parts of 256 KiB.
const long = image('uint32', { width: 500, height: 820 })
check('one long strip', { images: [long] })

for (const samples of [3, 4, 5]) {
  const rgb = image('uint8', { width: 131, samples, tile: [64, 64], compression: 8 })
  check(`bands 3 and 1 of ${samples}, pixel-interleaved`, {
    images: [rgb],
    options: { bands: [3, 1] },
    truth: { data: planes(rgb, [2, 0]) },
  })
}
const planar = image('int32', { samples: 3, planar: true, rowsPerStrip: 4 })
check('bands 3 and 1 of planar strips', { images: [planar], options: { bands: [3, 1] }, truth: { data: planes(planar, [2, 0]) } })
check('one band without a dim', { images: [planar], options: { band: 2 }, truth: { data: planes(planar, [1]) } })

const pixels = 53 * 41
const maskPixels = flags(pixels, (index) => index % 5 !== 0 && index % 53 < 40)
const maskOf = (more: Partial<TiffImage>): TiffImage => image('uint8', { pixels: maskPixels, bits: 1, tags: [[254, 'long', [4]]], ...more })
const three = new Uint8Array([...maskPixels, ...maskPixels, ...maskPixels])

const masked = image('uint16', { samples: 3, tile: [16, 16], compression: 8 })
check('an internal mask in tiles', {
  images: [masked, maskOf({ tile: [16, 16], compression: 8 })],
  truth: { data: masked.pixels, valid: three },
  chunkReads: 2,
})
check('an internal mask that is cut in another way than the image', {
  images: [masked, maskOf({ rowsPerStrip: 10 })],
  truth: { data: masked.pixels, valid: three },
  chunkReads: 2,
})
const gaps = image('int16', { tags: [[42113, 'ascii', '30']], rowsPerStrip: 8 })
check('an internal mask and nodata', {
  images: [gaps, maskOf({ rowsPerStrip: 3, compression: 8 })],
  truth: { data: gaps.pixels, valid: flags(pixels, (index) => maskPixels[index] === 1 && gaps.pixels[index] !== 30) },
  chunkReads: 2,
})
const noNumbers = image('float32', {
  rowsPerStrip: 8,
  pixels: seededPixels('float32', pixels).map((v, i) => (i % 7 === 0 ? Number.NaN : v) as never) as Float32Array,
})
check('NaN under an internal mask', {
  images: [noNumbers, maskOf({ rowsPerStrip: 41 })],
  truth: { data: noNumbers.pixels, valid: flags(pixels, (index) => maskPixels[index] === 1 && index % 7 !== 0) },
  chunkReads: 2,
})

for (const dtype of ['uint8', 'uint16'] as const) {
  for (const planar of [false, true]) {
    const rgba = image(dtype, { samples: 4, tile: [32, 16], compression: 8, planar, tags: [[338, 'short', [2]]] })
    rgba.pixels.fill(0 as never, 3 * pixels, 3 * pixels + 500)
    const opaque = flags(pixels, (index) => rgba.pixels[3 * pixels + index] !== 0)
    check(`${dtype} with alpha, ${planar ? 'planar' : 'pixel-interleaved'}`, {
      images: [rgba],
      truth: { data: planes(rgba, [0, 1, 2]), valid: new Uint8Array([...opaque, ...opaque, ...opaque]) },
      chunkReads: 2,
    })
  }
}

const nodataCases: readonly (readonly [dtype: Dtype, text: string, invalid: (value: number | bigint) => boolean])[] = [
  ['uint8', '9', (value) => value === 9],
  ['uint8', '-9999', () => false],
  ['int16', '9', (value) => value === 9],
  ['float32', 'nan', () => false],
  ['uint64', '38654705673', (value) => value === 38654705673n],
]
for (const [dtype, text, invalid] of nodataCases) {
  const declared = image(dtype, { rowsPerStrip: 6, tags: [[42113, 'ascii', text]] })
  check(`${dtype} with nodata ${text}`, {
    images: [declared],
    truth: { data: declared.pixels, valid: flags(pixels, (index) => !invalid(declared.pixels[index] as number)) },
  })
}

const everyThird = (index: number): boolean => index % 3 === 1
const sparse = image('uint8', { tile: [16, 16], compression: 8, sparse: everyThird })
const tileOf = (index: number): number => Math.floor(Math.floor(index / 53) / 16) * 4 + Math.floor((index % 53) / 16)
const holes = sparse.pixels.map((value, index) => (everyThird(tileOf(index)) ? 0 : value) as never) as Uint8Array
check('tiles that are not stored are 0', { images: [sparse], truth: { data: holes } })
check('tiles that are not stored are nodata, where that is declared', {
  images: [{ ...sparse, tags: [[42113, 'ascii', '255']] }],
  truth: { data: holes, valid: flags(pixels, (index) => !everyThird(tileOf(index)) && sparse.pixels[index] !== 255) },
})

const half = image('uint8', { width: 27, height: 21, tags: [[254, 'long', [1]]], rowsPerStrip: 4 })
check('an overview', { images: [image('uint8', { rowsPerStrip: 9 }), half], options: { level: 1 }, truth: { data: half.pixels } })

describe('what geotiff says of a file', () => {
  const open = (images: readonly TiffImage[], options: JsonObject = {}, shape: TiffShape = {}) =>
    geotiffSource.open('x.tif', options, memoryFiles(new Map([['x.tif', tiffBytes(images, shape)]])))

  it('scale, offset, unit and description of bands, unescaped twice, and items of the dataset', async () => {
    const xml = `<GDALMetadata>
  <Item name="OFFSET" sample="1" role="offset">-5.5</Item>
  <Item name="SCALE" sample="1" role="scale">0.1</Item>
  <Item name="UNITTYPE" sample="1" role="unittype">&amp;#xB0;C</Item>
  <Item name="DESCRIPTION" sample="0" role="description">red &amp;amp; &amp;lt;near&amp;gt;</Item>
  <Item name="DESCRIPTION" sample="1" role="description">heat</Item>
  <Item name="note">a &quot;b&quot;</Item>
  <Item name="hidden" domain="elsewhere">x</Item>
</GDALMetadata>`
    const { spec } = await open([image('int16', { samples: 2, tags: [[42112, 'ascii', xml]] })])
    expect(spec.bands[1]).toEqual({ nodata: null, scale: 0.1, offset: -5.5, unit: '°C', description: 'heat', color: 'undefined' })
    expect(spec.coords.band).toEqual({ kind: 'inline', labels: ['red & <near>', 'heat'] })
    expect(spec.attrs).toEqual({ note: 'a "b"', domains: { elsewhere: { hidden: 'x' } } })
  })

  it('the affine from scale and tie point, with half a pixel for PixelIsPoint', async () => {
    const tags = (point: number): NonNullable<TiffImage['tags']> => [
      [33550, 'double', [10, 20, 0]],
      [33922, 'double', [2, 3, 0, 1000, 2000, 0]],
      [34735, 'short', [1, 1, 0, 1, 1025, 0, 1, point]],
    ]
    const area = await open([image('uint8', { tags: tags(1) })])
    expect(area.spec.geobox?.affine).toEqual({ a: 10, b: 0, c: 980, d: 0, e: -20, f: 2060 })
    expect(area.spec.attrs.AREA_OR_POINT).toBe('Area')
    const point = await open([image('uint8', { tags: tags(2) })])
    expect(point.spec.geobox?.affine).toEqual({ a: 10, b: 0, c: 975, d: 0, e: -20, f: 2070 })
    expect(point.spec.attrs.AREA_OR_POINT).toBe('Point')
  })

  it('a rotated affine, the identity where there is none, and the affine of an overview', async () => {
    const matrix = [1, 2, 0, 30, 4, -5, 0, 60, 0, 0, 0, 0, 0, 0, 0, 1]
    const rotated = await open([image('uint8', { tags: [[34264, 'double', matrix]] }), half], { level: 1 })
    expect(rotated.spec.geobox).toMatchObject({ width: 27, height: 21, crs: null })
    expect(rotated.spec.geobox?.affine).toEqual({ a: 53 / 27, b: (2 * 41) / 21, c: 30, d: (4 * 53) / 27, e: (-5 * 41) / 21, f: 60 })
    expect((await open([image('uint8')])).spec.geobox?.affine).toEqual({ a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 })
  })

  it('refuses an affine without inverse', async () => {
    const matrix = [1, 2, 0, 30, 2, 4, 0, 60, 0, 0, 0, 0, 0, 0, 0, 1]
    await expect(open([image('uint8', { tags: [[34264, 'double', matrix]] })])).rejects.toMatchObject({
      code: 'E_SOURCE',
      message: expect.stringMatching(/^x\.tif: its affine .* has no inverse/) as string,
    })
  })

  it('chunks, levels and info', async () => {
    const opened = await open([
      image('uint8', { samples: 3, planar: true, tile: [16, 32], compression: 8 }),
      { ...half, samples: 3, planar: true, pixels: seededPixels('uint8', 27 * 21 * 3) },
    ])
    expect(opened.spec.chunks).toEqual({ shape: [3, 41, 53], chunk: [1, 32, 16] })
    expect(opened.levels).toEqual([{ width: 27, height: 21 }])
    expect(opened.info).toMatchObject({
      driver: 'GTiff',
      compression: 'deflate',
      interleave: 'band',
      tile: { width: 16, height: 32 },
    })
    const strips = await open([image('uint8', { rowsPerStrip: 3 })])
    expect(strips.spec.chunks.chunk).toEqual([1, 41, 53])
  })

  it('a palette makes classes', async () => {
    const map = Array.from({ length: 768 }, (_, index) => (index % 256) * 257)
    const { spec } = await open([image('uint8', { tags: [[320, 'short', map]] })])
    expect(spec.categorical).toBe(true)
    expect((spec.attrs.color_table as number[][])[200]).toEqual([200, 200, 200])
  })

  it.each([
    [{ bnad: 1 }, 'unknown option "bnad"'],
    [{ band: 4 }, 'there is no band 4; the file has 3 bands'],
    [{ band: 0 }, 'band 0'],
    [{ bands: [] }, 'bands []'],
    [{ band: 1, bands: [1] }, 'give either band'],
    [{ level: 1 }, 'there is no overview level 1; the file has none'],
  ])('refuses the options %j', async (options, words) => {
    await expect(open([image('uint8', { samples: 3 })], options as JsonObject)).rejects.toMatchObject({
      code: 'E_USAGE',
      message: expect.stringContaining(words) as string,
    })
  })

  it('refuses what is no TIFF, and directories that run in a circle', async () => {
    const files = (bytes: Uint8Array) => memoryFiles(new Map([['x.tif', bytes]]))
    await expect(geotiffSource.open('x.tif', {}, files(new Uint8Array(2000).fill(65)))).rejects.toMatchObject({
      code: 'E_SOURCE',
      message: expect.stringContaining('x.tif: not a readable TIFF') as string,
    })
    const bytes = tiffBytes([image('uint8'), half])
    const view = new DataView(bytes.buffer)
    const first = view.getUint32(4, true)
    const next = view.getUint32(first + 2 + view.getUint16(first, true) * 12, true)
    view.setUint32(next + 2 + view.getUint16(next, true) * 12, first, true)
    await expect(geotiffSource.open('x.tif', {}, files(bytes))).rejects.toMatchObject({
      message: `x.tif: its directories are chained in a circle at byte ${first}`,
    })
  })

  it('is recognised by its first bytes', () => {
    const head = (...bytes: number[]) => geotiffSource.recognises('x', Uint8Array.from(bytes))
    expect([head(73, 73, 42, 0), head(77, 77, 0, 42), head(73, 73, 43, 0), head(77, 77, 0, 43)]).toEqual([true, true, true, true])
    expect([head(), head(73, 73), head(73, 77, 42, 0), head(137, 80, 78, 71)]).toEqual([false, false, false, false])
  })
})
