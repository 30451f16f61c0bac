import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DataArray, describeSource, open, slice } from '../../src/index.js'

const scene = fileURLToPath(new URL('../../fixtures/scene/', import.meta.url))
const b04 = join(scene, 'B04.tif')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rasterloom-open-vrt-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes a VRT and answers its path. */
function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const rect = (name: string, [x, y, width, height]: readonly number[]): string =>
  `<${name} xOff="${x}" yOff="${y}" xSize="${width}" ySize="${height}"/>`

interface SourceText {
  readonly file?: string
  readonly relative?: boolean
  readonly band?: string
  readonly from?: readonly number[]
  readonly to?: readonly number[]
  readonly kind?: string
  readonly more?: string
}

function source({ file = b04, relative = false, band = '1', from, to, kind = 'SimpleSource', more = '' }: SourceText): string {
  const rects = `${from === undefined ? '' : rect('SrcRect', from)}${to === undefined ? '' : rect('DstRect', to)}`
  const name = `<SourceFilename relativeToVRT="${relative ? 1 : 0}">${file}</SourceFilename>`
  return `<${kind}>${name}<SourceBand>${band}</SourceBand>${rects}${more}</${kind}>`
}

interface BandText {
  readonly sources?: readonly SourceText[]
  readonly attributes?: string
  readonly more?: string
}

function vrt(width: number, height: number, bands: readonly BandText[], more = '', attributes = ''): string {
  const texts = bands.map(
    ({ sources = [{}], attributes: own = 'dataType="UInt16"', more: inner = '' }, at) =>
      `<VRTRasterBand ${own} band="${at + 1}">${inner}${sources.map(source).join('')}</VRTRasterBand>`,
  )
  return `<VRTDataset rasterXSize="${width}" rasterYSize="${height}" ${attributes}>${more}${texts.join('')}</VRTDataset>`
}

async function refusal(text: string): Promise<string> {
  const path = write('refused.vrt', text)
  const error = await open(path).then(
    () => null,
    (reason: Error & { code?: string }) => reason,
  )
  expect(error?.code).toBe('E_SOURCE')
  return error?.message ?? ''
}

describe('a VRT', () => {
  it('is told by its content, whatever its name', async () => {
    const path = write('scene.dat', `\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n${vrt(1098, 1098, [{}])}`)
    expect((await open(path)).shape).toEqual([1, 1098, 1098])
    const native = '<OpenOptions><OOI key="OVERVIEW_LEVEL">NONE</OOI></OpenOptions>'
    expect((await open(write('native.vrt', vrt(10, 10, [{ sources: [{ more: native }] }])))).shape).toEqual([1, 10, 10])
    expect((await describeSource(path)).info).toEqual({ driver: 'VRT', sources: 1, mask: 'none' })
  })

  it('has the pixels of its sources, and nodata where none paints', async () => {
    const sources = [
      { from: [100, 200, 50, 40], to: [0, 0, 50, 40] },
      { from: [300, 400, 50, 40], to: [40, 10, 50, 40] },
    ]
    const array = await open(write('two.vrt', vrt(100, 60, [{ sources, more: '<NoDataValue>0</NoDataValue>' }])), { band: 1 })
    const [made, whole] = [await array.compute(), await (await open(b04, { band: 1, masked: false })).compute()]
    const at = (row: number, column: number): number => whole.values[row * 1098 + column] as number
    expect(made.values[5 * 100 + 30]).toBe(at(205, 130))
    expect(made.values[20 * 100 + 45]).toBe(at(410, 305))
    expect([made.valid?.[59 * 100 + 5], made.valid?.[5 * 100 + 95]]).toEqual([0, 0])
  })

  it('has what it says of itself, not what its sources say', async () => {
    const inner =
      '<Metadata><MDI key="GSD">10</MDI></Metadata><Description>red</Description><UnitType>m</UnitType><Offset>-3</Offset><Scale>0.5</Scale><ColorInterp>Red</ColorInterp>'
    const outer =
      '<SRS>EPSG:3035</SRS><GeoTransform>1000, 20, 0, 5000, 0, -20</GeoTransform><Metadata><MDI key="title"> as it is </MDI></Metadata><Metadata domain="RPC"><MDI key="X">1</MDI></Metadata>'
    const array = await open(write('said.vrt', vrt(1098, 1098, [{ more: inner }], outer)))
    expect(array.bands).toEqual([
      { nodata: null, scale: 0.5, offset: -3, unit: 'm', description: 'red', color: 'red', items: { GSD: '10' } },
    ])
    expect(array.attrs).toEqual({ title: ' as it is ', domains: { RPC: { X: '1' } } })
    expect([array.crs?.epsg, array.geobox?.affine]).toEqual([3035, { a: 20, b: 0, c: 1000, d: 0, e: -20, f: 5000 }])
    expect(array.coords.band).toEqual(['red'])
  })

  it('carries control points, and a palette', async () => {
    const points = [0, 1].flatMap((x) => [0, 1].map((y) => `<GCP Id="" Pixel="${x * 9}" Line="${y * 9}" X="${10 + x}" Y="${50 - y}"/>`))
    const list = `<GCPList Projection="EPSG:4326">${points.join('')}</GCPList>`
    const table =
      '<ColorInterp>Palette</ColorInterp><ColorTable><Entry c1="0" c2="0" c3="0" c4="255"/><Entry c1="255" c2="9" c3="0" c4="255"/></ColorTable>'
    const array = await open(write('gcps.vrt', vrt(10, 10, [{ more: table, attributes: 'dataType="Byte"' }], list)))
    expect(array.crs).toBeNull()
    expect(array.attrs).toMatchObject({
      color_table: [
        [0, 0, 0],
        [255, 9, 0],
      ],
      gcps: { points: [{ column: 0, row: 0, x: 10, y: 50 }, {}, {}, {}] },
    })
    expect(array.reproject(4326, { gcps: { fit: 1 } }).crs?.epsg).toBe(4326)
  })

  it('may name others, relative to itself, and never itself', async () => {
    mkdirSync(join(folder, 'inner'), { recursive: true })
    copyFileSync(b04, join(folder, 'inner', 'tile.tif'))
    write(
      'inner/one.vrt',
      vrt(200, 200, [{ sources: [{ file: 'tile.tif', relative: true, from: [50, 60, 200, 200], to: [0, 0, 200, 200] }] }]),
    )
    const path = write(
      'outer.vrt',
      vrt(20, 20, [{ sources: [{ file: 'inner/one.vrt', relative: true, from: [7, 8, 20, 20], to: [0, 0, 20, 20] }] }]),
    )
    const direct = await (await open(b04, { band: 1, masked: false })).isel({ y: slice(68, 88), x: slice(57, 77) }).compute()
    expect((await (await open(path, { band: 1 })).compute()).values).toEqual(direct.values)
    write('a.vrt', vrt(5, 5, [{ sources: [{ file: 'b.vrt', relative: true }] }]))
    write('b.vrt', vrt(5, 5, [{ sources: [{ file: 'a.vrt', relative: true }] }]))
    await expect(open(join(folder, 'a.vrt'))).rejects.toThrow(/the VRT is made of itself: .*a\.vrt -> .*b\.vrt -> .*a\.vrt/)
  })

  it('is a recipe over its sources', async () => {
    const array = await open(write('recipe.vrt', vrt(30, 30, [{ sources: [{ from: [9, 9, 60, 60], to: [0, 0, 30, 30] }] }])))
    const again = await DataArray.fromJSON(JSON.parse(JSON.stringify(array.toJSON())))
    expect(again.hash).toBe(array.hash)
    expect((await again.compute()).values).toEqual((await array.compute()).values)
  })

  it('is opened by band, with another nodata and without masks', async () => {
    const two = [
      { sources: [{ to: [0, 0, 1098, 1098] }], more: '<NoDataValue>7</NoDataValue>' },
      { sources: [{ file: join(scene, 'B08.tif'), to: [0, 0, 1098, 1098] }] },
    ]
    const path = write('bands.vrt', vrt(1100, 1098, two))
    const second = await open(path, { bands: [2, 1] })
    expect([second.coords.band, second.nodata]).toEqual([
      [2, 1],
      [null, 7],
    ])
    expect((await open(path, { bands: [1], nodata: 9 })).nodata).toBe(9)
    const raw = await (await open(path, { band: 1, masked: false })).compute()
    expect([raw.values[1099], raw.valid]).toEqual([7, null])
    await expect(open(path, { band: 3 })).rejects.toThrow('there is no band 3; the VRT has 2 bands')
    expect((await open(path, { level: 1 })).shape).toEqual([2, 549, 550])
    await expect(open(path, { level: 9 })).rejects.toThrow(/no overview level 9: a VRT has those that all of its sources have/)
  })

  it('takes a nodata that a narrower file cannot hold as none of its values', async () => {
    const sources = [{ kind: 'ComplexSource', more: '<NODATA>-9999</NODATA>', to: [0, 0, 1098, 1098] }]
    const array = await open(
      write('wide.vrt', vrt(1100, 1098, [{ sources, attributes: 'dataType="Float32"', more: '<NoDataValue>-9999</NoDataValue>' }])),
    )
    const { valid } = await array.compute()
    expect([array.nodata, valid?.[0], valid?.[1099]]).toEqual([-9999, 1, 0])
  })

  it('takes narrower bands into the dtype that holds all', async () => {
    const bands = [{ attributes: 'dataType="Byte"' }, { attributes: 'dataType="Int16"' }, { attributes: 'dataType="Float32"' }]
    expect((await open(write('mixed.vrt', vrt(1098, 1098, bands)))).dtype).toBe('float32')
  })

  it('warps', async () => {
    const options = `<GDALWarpOptions><ResampleAlg>Bilinear</ResampleAlg><SourceDataset relativeToVRT="0">${b04}</SourceDataset><BandList><BandMapping src="1" dst="1"><SrcNoDataReal>0</SrcNoDataReal></BandMapping></BandList></GDALWarpOptions>`
    const text = `<VRTDataset rasterXSize="100" rasterYSize="90" subClass="VRTWarpedDataset"><SRS>EPSG:3857</SRS><GeoTransform>1640000,20,0,6230000,0,-20</GeoTransform><VRTRasterBand dataType="UInt16" band="1" subClass="VRTWarpedRasterBand"><NoDataValue>0</NoDataValue></VRTRasterBand>${options}</VRTDataset>`
    const array = await open(write('warp.vrt', text))
    const direct = (await open(b04)).reproject(array.geobox as NonNullable<typeof array.geobox>, { resampling: 'bilinear' })
    expect((await array.compute()).values).toEqual((await direct.compute()).values)
    expect(await refusal(text.replace('<BandList>', '<Cutline>POLYGON</Cutline><BandList>'))).toContain('a cutline (Cutline)')
  })

  it('names what it does not read', async () => {
    const refused = (band: BandText): Promise<string> => refusal(vrt(10, 10, [band]))
    expect(await refused({ sources: [{ kind: 'KernelFilteredSource' }] })).toContain('band 1 has a KernelFilteredSource, which is not read')
    expect(await refused({ sources: [{ kind: 'ComplexSource', more: '<LUT>0:1,2:3</LUT>' }] })).toContain('has a look-up table (LUT)')
    expect(await refused({ sources: [{ kind: 'ComplexSource', more: '<Exponent>2</Exponent>' }] })).toContain(
      'an exponential scale (Exponent)',
    )
    expect(await refused({ sources: [{ kind: 'ComplexSource', more: '<ColorTableComponent>1</ColorTableComponent>' }] })).toContain(
      'ColorTableComponent',
    )
    const derived = { attributes: 'dataType="Byte" subClass="VRTDerivedRasterBand"', more: '<PixelFunctionType>mul</PixelFunctionType>' }
    expect(await refused(derived)).toContain('band 1 is a VRTDerivedRasterBand with the pixel function "mul"')
    const options = '<OpenOptions><OOI key="OVERVIEW_LEVEL">1</OOI></OpenOptions>'
    expect(await refused({ sources: [{ more: options }] })).toContain('is opened with OVERVIEW_LEVEL=1')
    expect(await refused({ more: '<MaskBand><VRTRasterBand/></MaskBand>' })).toContain('band 1 has a mask band of its own')
    expect(await refused({ attributes: 'dataType="CFloat32"' })).toContain('the data type CFloat32')
    expect(await refusal(vrt(10, 10, [{}], '', 'subClass="VRTPansharpenedDataset"'))).toContain('is a VRTPansharpenedDataset')
    expect(await refused({ sources: [{ file: '/vsizip/a.zip/b.tif' }] })).toContain("GDAL's /vsizip/ is not read")
    expect(await refused({ sources: [{ file: 'HDF5:x.h5://a' }] })).toContain("GDAL's HDF5: is not read")
  })

  it('says what is wrong in damaged ones, and which file is missing', async () => {
    expect(await refusal(vrt(10, 10, [{ sources: [{ file: 'gone.tif', relative: true }] }]))).toMatch(
      /refused\.vrt: band 1 is made of gone\.tif, seen from where the VRT lies: .*gone\.tif: there is no such file or directory/,
    )
    const missing = write('band.vrt', vrt(10, 10, [{ sources: [{ band: '9' }] }]))
    await expect(open(missing)).rejects.toThrow(/band 1 is made of .*B04\.tif: .*there is no band 9; the file has one band/)
    expect(await refusal('<VRTDataset rasterXSize="5" rasterYSize="5"><VRTRasterBand>')).toContain('is no whole XML document')
    expect(await refusal('<!DOCTYPE a [<!ENTITY b "c">]><VRTDataset rasterXSize="5" rasterYSize="5"/>')).toContain('no raster')
    expect(await refusal('<VRTDataset rasterXSize="0" rasterYSize="5"/>')).toContain('rasterXSize is "0", expected a whole number above 0')
    expect(await refusal('<html><body>Not found</body></html>')).toContain('is a web page (HTML), no raster')
    expect(await refusal('<kml/>')).toContain('is XML (<kml>), no raster; of XML a VRT')
    expect(await refusal(vrt(5, 5, [{ sources: [] }]))).toContain('band 1 has no source')
    expect(await refusal(vrt(5, 5, [{ sources: [{ from: [0, 0, 5, 5], to: [900, 0, 5, 5] }] }]))).toContain(
      'none of the sources of band 1 has a pixel',
    )
    expect(await refusal(vrt(5, 5, [{ sources: [{ from: [0, 0, -1, 5], to: [0, 0, 5, 5] }] }]))).toContain(
      'SrcRect of the SimpleSource of band 1 is -1 x 5',
    )
  })

  it('may have a thousand tiles', async () => {
    const count = process.env.RASTERLOOM_FULL === '1' ? 1000 : 200
    mkdirSync(join(folder, 'tiles'), { recursive: true })
    const tile = join(folder, 'tiles', 'first.tif')
    const part = (await open<string>(b04)).isel({ y: slice(0, 20), x: slice(0, 20) })
    await part.toCog(tile, { overviews: 'none' } as never)
    const sources = Array.from({ length: count }, (_, at) => {
      const file = `tiles/${at}.tif`
      copyFileSync(tile, join(folder, file))
      return { file, relative: true, from: [0, 0, 20, 20], to: [20 * (at % 25), 20 * Math.floor(at / 25), 20, 20] }
    })
    const path = write('thousand.vrt', vrt(500, (20 * count) / 25, [{ sources, more: '<NoDataValue>0</NoDataValue>' }]))
    const [all, one] = [await (await open(path, { band: 1 })).compute(), await part.compute()]
    expect(all.values.length).toBe(400 * count)
    for (const [row, column] of [
      [3, 4],
      [23, 44],
      [(20 * count) / 25 - 1, 499],
    ] as const)
      expect(all.values[row * 500 + column]).toBe(one.values[(row % 20) * 20 + (column % 20)])
  })

  it('is seen from the working directory like any other file', async () => {
    const path = write('relative.vrt', vrt(1098, 1098, [{ sources: [{ file: resolve(b04) }] }]))
    expect((await open(path)).shape).toEqual([1, 1098, 1098])
  })
})
