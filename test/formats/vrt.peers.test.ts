import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Dtype, type Element, isDtype, viewOf } from '../../src/base/dtype.js'
import { type DataArray, open } from '../../src/index.js'
import { dataDir, describeWithPeers, python } from '../peers.js'

/** What GDAL says of a VRT; see geotiff-dump.py. */
interface GdalRecord {
  readonly error?: string
  readonly width: number
  readonly height: number
  readonly windows: readonly (readonly [x: number, y: number, width: number, height: number])[]
  readonly dtype: string
  readonly transform: readonly number[] | null
  readonly epsg: string | null
  readonly metadata: Readonly<Record<string, string>>
  readonly bands: readonly {
    readonly alpha: boolean
    readonly nodata: string | null
    readonly scale: number | null
    readonly offset: number | null
    readonly unit: string
    readonly description: string
  }[]
}

/** A VRT that GDAL's tools make: the tool and its arguments without the output; `%` is the folder of the data. */
const made: readonly (readonly [name: string, tool: string, args: string])[] = [
  ['one file', 'translate', '%/rasterio/RGB.byte.tif'],
  ['a crop', 'translate', '-srcwin 10 20 300 250 %/rasterio/RGB.byte.tif'],
  ['a crop beyond the edge', 'translate', '-srcwin -20 600 300 250 %/rasterio/RGB.byte.tif'],
  ['a crop beyond the edge without nodata', 'translate', '-srcwin -20 200 300 250 %/rasterio/world.rgb.tif'],
  ['bands in another order', 'translate', '-b 3 -b 1 %/rasterio/RGB.byte.tif'],
  ['half the size', 'translate', '-outsize 50% 50% %/rasterio/RGB2.byte.tif'],
  ['an odd smaller size', 'translate', '-outsize 333 217 %/rasterio/RGB.byte.tif'],
  ['a larger size', 'translate', '-outsize 1000 1200 -srcwin 5 7 400 500 %/rasterio/RGB.byte.tif'],
  ['scaled', 'translate', '-scale 0 255 10 100 %/rasterio/RGB.byte.tif'],
  ['scaled into another type', 'translate', '-ot Int16 -scale 0 255 -1000 1000 %/rasterio/RGB.byte.tif'],
  ['scaled beyond the range of the type', 'translate', '-scale 50 100 0 255 %/rasterio/shade.tif'],
  ['another type', 'translate', '-ot Byte %/landsat-c2/LC08_L2SP_005009_20150710_20200908_02_T2_SR_B4.TIF'],
  ['float32 of uint16', 'translate', '-ot Float32 %/landsat-c2/LC08_L2SP_005009_20150710_20200908_02_T2_SR_B4.TIF'],
  ['another nodata', 'translate', '-a_nodata 17 %/rasterio/RGB.byte.tif'],
  ['no nodata', 'translate', '-a_nodata none %/rasterio/RGB.byte.tif'],
  ['scale, offset and another CRS', 'translate', '-a_scale 0.1 -a_offset -3 -a_srs EPSG:32619 %/rasterio/RGB.byte.tif'],
  ['other corners', 'translate', '-a_ullr 0 100 50 0 %/rasterio/RGB.byte.tif'],
  ['a mask band', 'translate', '-srcwin 100 90 300 300 %/rio-cogeo/image_rgb_mask.tif'],
  ['a mask of the file left out', 'translate', '-mask none %/rio-cogeo/image_rgb_mask.tif'],
  ['a mask of a band', 'translate', '-mask 2 -b 1 %/rasterio/RGB2.byte.tif'],
  ['an external mask', 'translate', '%/rasterio/RGB2.byte.tif'],
  ['alpha', 'translate', '%/cogeotiff-core/rgba8_cog_big.tiff'],
  ['a palette', 'translate', '-srcwin 30000 4000 500 600 %/esa-worldcover/ESA_WorldCover_10m_2021_v200_N00E006_Map.tif'],
  ['float32 with NaN', 'translate', '-srcwin 300 300 400 400 %/geotiff-test-data/bremen_sea_ice_conc_2022_9_9.tif'],
  ['no CRS, south up', 'translate', '%/rasterio/float_nan.tif'],
  ['rotated', 'translate', '%/rasterio/rotated.tif'],
  ['four quadrants', 'buildvrt', '%/rasterio/rgb1.tif %/rasterio/rgb2.tif %/rasterio/rgb3.tif %/rasterio/rgb4.tif'],
  ['two quadrants, which leave holes', 'buildvrt', '%/rasterio/rgb1.tif %/rasterio/rgb4.tif'],
  ['holes without nodata', 'buildvrt', '-srcnodata None -vrtnodata None %/rasterio/rgb1.tif %/rasterio/rgb4.tif'],
  ['holes with another nodata', 'buildvrt', '-vrtnodata 255 %/rasterio/rgb1.tif %/rasterio/rgb4.tif'],
  ['another nodata of sources', 'buildvrt', '-srcnodata 30 -vrtnodata 30 %/rasterio/rgb1.tif %/rasterio/rgb2.tif'],
  ['a hidden nodata', 'buildvrt', '-vrtnodata 9 -hidenodata %/rasterio/rgb1.tif %/rasterio/rgb4.tif'],
  ['an alpha band added', 'buildvrt', '-addalpha %/rasterio/rgb1.tif %/rasterio/rgb4.tif'],
  ['an alpha band added without nodata', 'buildvrt', '-srcnodata None -vrtnodata None -addalpha %/rasterio/rgb1.tif %/rasterio/rgb4.tif'],
  ['a mosaic of one with a mask', 'buildvrt', '%/rio-cogeo/image_rgb_mask.tif'],
  ['a mosaic of one with alpha', 'buildvrt', '%/cogeotiff-core/rgba8_cog_big.tiff'],
  ['separate bands', 'buildvrt', '-separate %/rasterio/rgb1.tif %/rasterio/rgb2.tif'],
  [
    'separate bands of an extent',
    'buildvrt',
    '-separate -te 150000 2650000 250000 2750000 %/rasterio/rgb1.tif %/rasterio/rgb2.tif %/rasterio/RGB.byte.tif',
  ],
  ['an extent between pixels', 'buildvrt', '-te 150100 2650070 250300 2750110 %/rasterio/rgb1.tif %/rasterio/rgb2.tif'],
  ['coarser pixels', 'buildvrt', '-tr 700 700 %/rasterio/rgb1.tif %/rasterio/rgb2.tif'],
  ['finer pixels', 'buildvrt', '-tr 200 200 %/rasterio/rgb1.tif %/rasterio/rgb2.tif'],
  ['int16 without a code', 'translate', '-srcwin 40 50 300 300 %/rioxarray-input/cog.tif'],
]

let folder = ''
let records: GdalRecord[] = []
const file = (name: string): string => join(folder, `${name.replaceAll(/[ ,]+/g, '-')}.vrt`)

function pixelsOf(record: GdalRecord, stem: string): { values: ArrayLike<Element>; valid: Uint8Array } {
  const bytes = readFileSync(`${stem}.pixels`)
  const dtype = record.dtype as Dtype
  expect(isDtype(dtype)).toBe(true)
  const width = viewOf(dtype, new ArrayBuffer(8), 0, 1).BYTES_PER_ELEMENT
  const copy = new Uint8Array(bytes)
  return { values: viewOf(dtype, copy.buffer, 0, bytes.length / width), valid: new Uint8Array(readFileSync(`${stem}.masks`)) }
}

/** Bands that are pixels: alpha is none where it says which pixels are valid, as it does where no nodata does. */
function bandsOf({ bands }: GdalRecord): GdalRecord['bands'] {
  return bands.some(({ nodata }) => nodata !== null) ? bands : bands.filter(({ alpha }) => !alpha)
}

/** Compares all bands but alpha with what GDAL reads. */
async function compare(array: DataArray<string>, record: GdalRecord, stem: string): Promise<void> {
  expect(record.error).toBeUndefined()
  const bands = bandsOf(record)
  expect(array.shape).toEqual([bands.length, record.height, record.width])
  expect(array.dtype).toBe(record.dtype)
  const { values, valid } = await array.compute()
  const gdal = pixelsOf(record, stem)
  let [odd, first] = [0, '']
  for (let at = 0; at < values.length; at++) {
    const theirs = gdal.values[at] as number
    const isValid = gdal.valid[at] === 1 && theirs === theirs
    const ours = valid === null || valid[at] === 1
    if (ours === isValid && (!ours || values[at] === theirs)) continue
    const [band, rest] = [Math.floor(at / (record.width * record.height)), at % (record.width * record.height)]
    first ||= `band ${band + 1}, row ${Math.floor(rest / record.width)}, column ${rest % record.width}: ours ${ours ? values[at] : 'invalid'}, GDAL ${isValid ? theirs : 'invalid'}`
    odd++
  }
  expect(odd === 0 ? '' : `${odd} of ${values.length} pixels: ${first}`).toBe('')
}

describeWithPeers("VRTs of GDAL's tools, pixel by pixel", ['data', 'gdal', 'gdal-python'], () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rasterloom-vrt-'))
    const root = join(dataDir, 'geotiff')
    for (const [name, tool, args] of made) {
      const given = args.split(' ').map((arg) => arg.replace(/^%/, root))
      const call =
        tool === 'translate'
          ? ['gdal_translate', ['-q', '-of', 'VRT', ...given, file(name)]]
          : ['gdalbuildvrt', ['-q', file(name), ...given]]
      execFileSync(call[0] as string, call[1] as string[], { stdio: 'ignore', env: { ...process.env, GDAL_PAM_ENABLED: 'NO' } })
    }
    writeFileSync(join(folder, 'list.json'), JSON.stringify(made.map(([name]) => file(name))))
    execFileSync(python, [fileURLToPath(new URL('geotiff-dump.py', import.meta.url)), folder, join(folder, 'list.json')], {
      stdio: 'ignore',
    })
    records = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as GdalRecord[]
  }, 60_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(made.map(([name], at) => [name, at] as const))('%s', async (name, at) => {
    const record = records[at] as GdalRecord
    const array = await open<string>(file(name))
    await compare(array, record, join(folder, String(at)))
    const [c, a, b, f, d, e] = record.transform ?? [0, 1, 0, 0, 0, 1]
    expect(array.geobox?.affine).toEqual({ a, b, c, d, e, f })
    if (record.epsg !== null) expect(array.crs?.epsg).toBe(Number(record.epsg))
    const bands = bandsOf(record)
    expect(array.bands.map(({ scale, offset, description }) => [scale, offset, description ?? ''])).toEqual(
      bands.map((band) => [band.scale ?? 1, band.offset ?? 0, band.description]),
    )
    expect(array.bands.map(({ nodata }) => (nodata === null ? null : Number(nodata)))).toEqual(
      bands.map((band) => (band.nodata === null ? null : Number(band.nodata))),
    )
    expect(array.attrs).toMatchObject(record.metadata)
  })

  it('a warp', async () => {
    const path = file('warp')
    const source = join(dataDir, 'geotiff/rasterio/RGB.byte.tif')
    execFileSync('gdalwarp', ['-q', '-of', 'VRT', '-et', '0', '-t_srs', 'EPSG:3857', source, path], { stdio: 'ignore' })
    const dump = join(folder, 'dump')
    mkdirSync(dump)
    writeFileSync(join(dump, 'list.json'), JSON.stringify([path]))
    execFileSync(python, [fileURLToPath(new URL('geotiff-dump.py', import.meta.url)), dump, join(dump, 'list.json')], { stdio: 'ignore' })
    const [record] = JSON.parse(readFileSync(join(dump, 'index.json'), 'utf8')) as [GdalRecord]
    const array = await open<string>(path)
    expect(array.shape).toEqual([3, record.height, record.width])
    const { values, valid } = await array.compute()
    const gdal = pixelsOf(record, join(dump, '0'))
    let equal = 0
    for (let at = 0; at < values.length; at++) {
      const isValid = valid === null || valid[at] === 1
      if (isValid === (gdal.valid[at] === 1) && (!isValid || values[at] === gdal.values[at])) equal++
    }
    // As docs/numerics.md says: positions differ by a thousandth of a pixel.
    expect(equal / values.length).toBeGreaterThan(0.985)
  })
})
