import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkSources, describeSource, open } from '../../src/index.js'
import { describeWithPeers, python } from '../peers.js'

/** Rasters with overviews, VRTs of them by GDAL's tools, and what GDAL reads of the levels. */
const make = `
import json, os, sys
import numpy
from osgeo import gdal
gdal.UseExceptions()
os.chdir(sys.argv[1])
rng = numpy.random.default_rng(5)
def raster(name, x, y, width, height, overviews=(2, 4)):
    ds = gdal.GetDriverByName('GTiff').Create(name, width, height, 2, gdal.GDT_UInt16, ['TILED=YES', 'BLOCKXSIZE=32', 'BLOCKYSIZE=32'])
    ds.SetGeoTransform([500000 + 10 * x, 10, 0, 5000000 - 10 * y, 0, -10])
    for band in (1, 2):
        ds.GetRasterBand(band).SetNoDataValue(0)
        ds.GetRasterBand(band).WriteArray(rng.integers(0, 2000, (height, width)).astype('uint16'))
    if overviews: ds.BuildOverviews('AVERAGE', list(overviews))
for at, (x, y) in enumerate([(0, 0), (96, 0), (0, 64), (96, 64)]): raster(f'q{at}.tif', x, y, 96, 64)
# GDAL has no overviews of a VRT below 128 pixels.
raster('big.tif', 0, 0, 640, 560)
raster('odd.tif', 0, 0, 601, 573)
raster('plain.tif', 0, 0, 96, 64, None)
gdal.Translate('one.vrt', 'big.tif', format='VRT')
gdal.Translate('odd.vrt', 'odd.tif', format='VRT')
gdal.Translate('crop.vrt', 'big.tif', format='VRT', srcWin=[16, 8, 600, 520])
gdal.Translate('bands.vrt', 'big.tif', format='VRT', bandList=[2, 1])
gdal.BuildVRT('four.vrt', [f'q{at}.tif' for at in range(4)]).FlushCache()
gdal.BuildVRT('mixed.vrt', ['q0.tif', 'plain.tif']).FlushCache()
gdal.Translate('plain.vrt', 'plain.tif', format='VRT')
text = open('plain.vrt').read().replace('</VRTDataset>', '<OverviewList resampling="average">2 4</OverviewList></VRTDataset>')
open('listed.vrt', 'w').write(text)
answers = {}
for name in ['one.vrt', 'odd.vrt', 'crop.vrt', 'bands.vrt']:
    ds = gdal.Open(name)
    answers[name] = []
    for level in range(ds.GetRasterBand(1).GetOverviewCount()):
        bands = [ds.GetRasterBand(b + 1).GetOverview(level) for b in range(2)]
        answers[name].append(dict(width=bands[0].XSize, height=bands[0].YSize, values=[b.ReadAsArray().ravel().tolist() for b in bands]))
for at in range(4):
    ds = gdal.Open(f'q{at}.tif')
    answers[f'q{at}'] = [dict(width=0, height=0, values=[ds.GetRasterBand(b + 1).GetOverview(level).ReadAsArray().ravel().tolist() for b in range(2)]) for level in range(2)]
print(json.dumps(answers))
`

interface Level {
  readonly width: number
  readonly height: number
  readonly values: readonly (readonly number[])[]
}

describeWithPeers('overviews of VRTs', ['gdal-python', 'numpy'], () => {
  let folder = ''
  let gdal: Readonly<Record<string, readonly Level[]>> = {}
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rasterloom-vrt-level-'))
    gdal = JSON.parse(execFileSync(python, ['-c', make, folder], { encoding: 'utf8', maxBuffer: 64e6 })) as typeof gdal
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(['one.vrt', 'odd.vrt', 'crop.vrt', 'bands.vrt'])('%s: those of its source, as GDAL reads them', async (name) => {
    const levels = gdal[name] ?? []
    expect(levels.length).toBe(2)
    const { levels: told } = await describeSource(`${folder}/${name}`)
    expect(told).toEqual(levels.map(({ width, height }) => ({ width, height })))
    for (const [at, { width, height, values }] of levels.entries()) {
      const array = await open(`${folder}/${name}`, { level: at + 1 })
      expect(array.shape).toEqual([2, height, width])
      const { values: found, valid } = await array.compute({ workers: 0 })
      expect(Array.from(found as Uint16Array, (value, pixel) => (valid === null || valid[pixel] === 1 ? value : 0))).toEqual(values.flat())
    }
  })

  it('of a mosaic: those that all of its sources have, side by side', async () => {
    const array = await open(`${folder}/four.vrt`, { level: 1, band: 1 })
    expect(array.shape).toEqual([64, 96])
    expect(array.geobox?.affine).toEqual({ a: 20, b: 0, c: 500000, d: 0, e: -20, f: 5000000 })
    const { values, valid } = await array.compute({ workers: 0 })
    const quarters = [0, 1, 2, 3].map((at) => gdal[`q${at}`]?.[0]?.values[0] ?? [])
    const expected = Array.from({ length: 64 * 96 }, (_, pixel) => {
      const [row, column] = [Math.floor(pixel / 96), pixel % 96]
      return quarters[(row < 32 ? 0 : 2) + (column < 48 ? 0 : 1)]?.[(row % 32) * 48 + (column % 48)]
    })
    expect(Array.from(values as Uint16Array, (value, pixel) => (valid === null || valid[pixel] === 1 ? value : 0))).toEqual(expected)
  })

  it('a list of its own makes them of its pixels; the coarsest that is fine enough is found', async () => {
    const { levels } = await describeSource(`${folder}/listed.vrt`)
    expect(levels).toEqual([
      { width: 48, height: 32 },
      { width: 24, height: 16 },
    ])
    const level = await open(`${folder}/listed.vrt`, { overview: { resolution: 45 } })
    expect(level.shape).toEqual([2, 16, 24])
    const averaged = await (await open(`${folder}/plain.tif`)).resample({ factor: 4, resampling: 'average' }).compute({ workers: 0 })
    expect((await level.compute({ workers: 0 })).values).toEqual(averaged.values)
  })

  it('what is not there is refused with what there is', async () => {
    await expect(open(`${folder}/listed.vrt`, { level: 3 })).rejects.toThrow(/no overview level 3; the VRT lists 2/)
    await expect(open(`${folder}/plain.vrt`, { level: 1 })).rejects.toThrow(/no overview level 1: .*plain\.tif has none/)
    await expect(open(`${folder}/mixed.vrt`, { level: 1 })).rejects.toThrow(/all of its sources have, and plain\.tif has none/)
    await expect(open(`${folder}/one.vrt`, { level: -1 })).rejects.toMatchObject({ code: 'E_USAGE' })
  })

  it('check compares VRTs with files', async () => {
    const { agree, files } = await checkSources([`${folder}/q0.tif`, `${folder}/four.vrt`, `${folder}/mixed.vrt`, `${folder}/plain.tif`])
    expect(files.map(({ error, differs }) => [error, ...differs])).toEqual([[null], [null], [null], [null]])
    expect(agree).toBe(true)
  })
})
