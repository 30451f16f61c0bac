import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Affine, affine } from '../../src/geo/affine.js'
import { DataArray, GeoBox, open } from '../../src/index.js'
import { random } from '../conformance/random.js'
import { describeWithPeers, python } from '../peers.js'

const folder = mkdtempSync(join(tmpdir(), 'grids-'))
afterAll(() => rmSync(folder, { recursive: true }))
const run = { workers: 0, overwrite: true }

function raster(map: Affine, crs: number | null, attrs: Record<string, string> = {}): DataArray<'y' | 'x'> {
  const geobox = GeoBox.of(20, 16, map, crs)
  return DataArray.fromArray(new Uint8Array(320).fill(7), { dims: ['y', 'x'], shape: [16, 20], geobox, attrs, name: 'grid' })
}

const affines: readonly (readonly [string, Affine, number])[] = [
  ['a tenth of a degree', affine(0.1, 0, 0.3, 0, -0.1, 0.7), 4326],
  ['thirds', affine(1 / 3, 0, -179 - 1 / 3, 0, -1 / 3, 60 + 1 / 7), 4326],
  ['pixels that are not square', affine(300.0379266750948, 0, 101985, 0, -300.041782729805, 2826915), 32618],
  ['south-up', affine(10.1, 0, 500000.3, 0, 10.1, 5200000.7), 32633],
  ['rotated', affine(8.1, 3.3, 1060.7, 2.5, -9.9, 1960.1), 3857],
  ['sinusoidal numbers', affine(231.65635826395825, 0, -7274009.649486291, 0, -231.65635826375018, 5050108.61015275), 3857],
]

describe('Zarr to COG to Zarr keeps the affine to the last bit', () => {
  it.each(affines)('%s', async (_name, map, crs) => {
    const paths = ['one.zarr', 'two.tif', 'three.zarr'].map((name) => join(folder, name))
    let array: DataArray = raster(map, crs)
    for (const path of paths) {
      await (path.endsWith('.tif') ? array.toCog(path, run) : array.toZarr(path, run))
      array = await open(path)
      expect(array.geobox!.affine, path).toEqual(map)
      expect(array.geobox!.crs!.epsg, path).toBe(crs)
    }
  })

  it('for random north-up grids', async () => {
    const { next } = random(77)
    for (let turn = 0; turn < 12; turn++) {
      const map = affine(next() * 10 ** Math.floor(next() * 4), 0, (next() - 0.5) * 1e6, 0, -next() * 10, (next() - 0.5) * 1e6)
      await raster(map, 3857).toZarr(join(folder, 'random.zarr'), run)
      await (await open(join(folder, 'random.zarr'))).toCog(join(folder, 'random.tif'), run)
      expect((await open(join(folder, 'random.tif'))).geobox!.affine).toEqual(map)
    }
  })
})

describeWithPeers('PixelIsPoint is half a pixel at reading and half a pixel at writing', ['gdal-python'], () => {
  const program = `
import json, sys
from osgeo import gdal
gdal.UseExceptions()
ds = gdal.Open(sys.argv[1])
print(json.dumps([ds.GetGeoTransform(), ds.GetMetadataItem('AREA_OR_POINT')]))
`
  const gdal = (path: string): [number[], string | null] => JSON.parse(execFileSync(python, ['-c', program, path], { encoding: 'utf8' }))

  it.each(affines)('%s: GDAL reads what we wrote, and we read it back', async (_name, map, crs) => {
    const path = join(folder, 'point.tif')
    await raster(map, crs, { AREA_OR_POINT: 'Point' }).toCog(path, run)
    const [transform, meaning] = gdal(path)
    expect(meaning).toBe('Point')
    const { a, b, c, d, e, f } = map
    ;[c, a, b, f, d, e].forEach((value, k) => {
      expect(Math.abs(value - transform[k]!)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)))
    })
    const back = await open(path)
    expect(back.attrs.AREA_OR_POINT).toBe('Point')
    // Half a pixel off and on again: the same to a rounding of the last digit.
    expect(Math.abs(back.geobox!.affine.c - c)).toBeLessThanOrEqual(Math.abs(c) * 2 ** -52 + 1e-12)
  })

  it('warps of the two are the same', async () => {
    const map = affine(10, 0, 500000, 0, -10, 5200000)
    const paths = ['Area', 'Point'].map((kind) => join(folder, `${kind}.tif`))
    await raster(map, 32633, { AREA_OR_POINT: 'Area' }).toCog(paths[0]!, run)
    await raster(map, 32633, { AREA_OR_POINT: 'Point' }).toCog(paths[1]!, run)
    const [area, point] = await Promise.all(paths.map(async (path) => (await open(path)).reproject(3857)))
    expect(GeoBox.equals(area!.geobox!, point!.geobox!)).toBe(true)
    const [one, other] = [await area!.compute(run), await point!.compute(run)]
    expect(one.filled(0)).toEqual(other.filled(0))
  })
})
