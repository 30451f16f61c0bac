import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type DataArray, Dataset, open } from '../../src/index.js'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)

describe('info', () => {
  test('prints the text card, then what the file is like', async () => {
    const { code, stdout, stderr } = await rasterloom('info', fixture('scene/B04.tif'))
    expect([code, stderr]).toEqual([0, ''])
    const lines = stdout.split('\n')
    expect(lines[0]).toBe('DataArray (band: 1, y: 1098, x: 1098) uint16')
    expect(stdout).toMatch(/\n {2}CRS {8}EPSG:32633, WGS 84 \/ UTM zone 33N\n/)
    expect(stdout).toMatch(/\n {2}bounds {5}x 480000 to 490980, y 5389020 to 5400000\n/)
    expect(stdout).toMatch(/\n {2}resolution 10\n {2}nodata {5}0\n {2}band {7}B04\n/)
    expect(stdout).toContain('value = stored * 0.0001 + -0.1')
    expect(stdout).toMatch(/\n {2}source\n {4}driver {8}GTiff\n/)
    expect(stdout).toMatch(/\n {4}tile {10}256 x 256\n {4}overviews {5}549 x 549, 275 x 275, 138 x 138\n/)
  })

  test('--json prints the same as data, and nothing else', async () => {
    const { code, stdout, stderr } = await rasterloom('info', fixture('dem.tif'), '--json')
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      dims: ['band', 'y', 'x'],
      shape: [1, 366, 366],
      dtype: 'float32',
      chunks: { band: 1, y: 256, x: 256 },
      crs: { epsg: 32633 },
      affine: { a: 30, b: 0, c: 480000, d: 0, e: -30, f: 5400000 },
      bounds: { left: 480000, bottom: 5389020, right: 490980, top: 5400000 },
      resolution: { x: 30, y: 30 },
      nodata: 'NaN',
      bands: [{ nodata: 'NaN', scale: 1, offset: 0, unit: 'm', description: 'elevation' }],
      overviews: [],
      driver: 'GTiff',
      compression: 'deflate',
      predictor: 3,
      tile: { width: 256, height: 256 },
    })
  })
})

describe('info of a VRT', () => {
  const source = `<SourceFilename>${fixture('scene/B04.tif')}</SourceFilename><SrcRect xOff="8" yOff="9" xSize="64" ySize="32"/><DstRect xOff="0" yOff="0" xSize="64" ySize="32"/>`
  const text = `<VRTDataset rasterXSize="64" rasterYSize="32"><SRS>EPSG:32633</SRS><GeoTransform>500000, 10, 0, 5000000, 0, -10</GeoTransform><Metadata><MDI key="TITLE">a crop</MDI></Metadata><VRTRasterBand dataType="UInt16" band="1"><NoDataValue>0</NoDataValue><SimpleSource>${source}</SimpleSource></VRTRasterBand></VRTDataset>`

  test('whatever its name', async () => {
    writeFileSync(`${directory}/crop.xml`, text)
    const { code, stdout } = await rasterloom('info', 'crop.xml')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^DataArray \(band: 1, y: 32, x: 64\) uint16\n/)
    expect(stdout).toMatch(
      /\n {4}driver {8}VRT\n {4}sources {7}1\n {4}mask {10}none\n {4}affine {8}10, 0, 500000, 0, -10, 5000000\n {4}overviews {5}32 x 16, 16 x 8, 8 x 4\n/,
    )
    expect(stdout).toMatch(/\n {2}metadata\n {4}TITLE {9}a crop\n$/)
    const facts = JSON.parse((await rasterloom('info', 'crop.xml', '--json')).stdout) as object
    expect(facts).toMatchObject({ driver: 'VRT', shape: [1, 32, 64], nodata: 0, mask: 'none', attrs: { TITLE: 'a crop' } })
  })
})

describe('info of a store', () => {
  beforeAll(async () => {
    const [a, b] = await Promise.all(['scene/B05.tif', 'scene/B11.tif'].map((name) => open(fixture(name), { band: 1 })))
    await Dataset.of({ red: a as DataArray, swir: b as DataArray }).toZarr(`${directory}/two.zarr`)
  })

  test('of several variables lists them', async () => {
    const { code, stdout } = await rasterloom('info', 'two.zarr')
    expect(code).toBe(0)
    expect(stdout).toBe(
      '2 variables; --variable red tells more of one\n' +
        '  DataArray red (y: 549, x: 549) uint16\n  DataArray swir (y: 549, x: 549) uint16\n',
    )
    const { driver, variables } = JSON.parse((await rasterloom('info', 'two.zarr', '--json')).stdout) as {
      driver: string
      variables: object
    }
    expect([driver, Object.keys(variables)]).toEqual(['Zarr v3', ['red', 'swir']])
  })

  test('--variable tells of one', async () => {
    const { stdout } = await rasterloom('info', 'two.zarr', '--variable', 'swir')
    expect(stdout).toMatch(/^DataArray swir \(y: 549, x: 549\) uint16\n/)
    expect(stdout).toMatch(/\n {4}driver {8}Zarr v3\n/)
    expect(stdout).not.toContain('"nodes"')
    const { code, stderr } = await rasterloom('info', 'two.zarr', '--variable', 'blue')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^E_USAGE: .*two\.zarr: no variable "blue"; there are red \(y 549, x 549\); swir \(y 549, x 549\)\n$/)
  })
})
