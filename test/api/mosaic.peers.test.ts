import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CRS, DataArray, GeoBox, mosaic } from 'rasterloom'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { random } from '../conformance/random.js'
import { type Raster, readRasters } from '../ops/rasters.js'
import { describeWithPeers, python } from '../peers.js'

const here = mkdtempSync(join(tmpdir(), 'mosaic-peers-'))
const file = (name: string): string => join(here, name)
afterAll(() => rmSync(here, { recursive: true, force: true }))

/** Tiles over and beside each other, with holes, and a gap between the last two. */
const corners = [
  [500_000, 5_000_000],
  [500_310, 4_999_850],
  [500_150, 4_999_700],
  [501_200, 4_999_900],
] as const
const tiles = corners.map((_, at) => file(`tile-${at}.tif`))

async function writeTiles(): Promise<void> {
  for (const [at, [x, y]] of corners.entries()) {
    const { int } = random(at + 1)
    const values = Int16Array.from({ length: 64 * 50 }, () => (int(0, 5) === 0 ? -32768 : int(-500, 500)))
    const geobox = GeoBox.of(64, 50, { a: 10, b: 0, c: x, d: 0, e: -10, f: y }, CRS.parse('EPSG:32633'))
    await DataArray.fromArray(values, { dims: ['y', 'x'], shape: [50, 64], geobox, nodata: -32768 }).toCog(tiles[at] as string, {
      overwrite: true,
    })
  }
}

const merge = `
import sys, rasterio
from rasterio.merge import merge
method, out, *paths = sys.argv[1:]
data, transform = merge(paths, method=method, dtype='int32' if method in ('sum', 'count') else None, nodata=0 if method == 'count' else None)
with rasterio.open(paths[0]) as src: profile = src.profile
profile.update(driver='GTiff', height=data.shape[1], width=data.shape[2], transform=transform, dtype=data.dtype, nodata=None if method == 'count' else -32768)
for key in ('blockxsize', 'blockysize', 'tiled'): profile.pop(key, None)
with rasterio.open(out, 'w', **profile) as dst: dst.write(data)
`

function merged(method: string): Raster {
  const out = file(`rasterio-${method}.tif`)
  execFileSync(python, ['-W', 'ignore', '-c', merge, method, out, ...tiles])
  return readRasters([out])[0] as Raster
}

async function ours(method: 'first' | 'last' | 'min' | 'max' | 'mean' | 'count') {
  const array = await mosaic(tiles, { method })
  const { values, valid } = await array.compute()
  return { array, values: values as Int16Array, isValid: (at: number): boolean => valid === null || valid[at] === 1 }
}

describeWithPeers('rasterio.merge', ['rasterio'], () => {
  beforeAll(writeTiles)

  it.each(['first', 'last', 'min', 'max'] as const)('%s: every pixel and the grid', async (method) => {
    const theirs = merged(method)
    const { array, values, isValid } = await ours(method)
    expect(array.geobox).toMatchObject({ width: theirs.geobox.width, height: theirs.geobox.height, affine: theirs.geobox.affine })
    expect(Array.from(values, (value, at) => (isValid(at) ? value : -32768))).toEqual(Array.from(theirs.data as Int16Array))
  })

  it('count and mean, which is their sum by their count, halves upwards', async () => {
    const [sums, counts] = [merged('sum').data as Int32Array, merged('count').data as Int32Array]
    const [count, mean] = [await ours('count'), await ours('mean')]
    expect(Array.from(count.values)).toEqual(Array.from(counts))
    const expected = Array.from(counts, (n, at) => (n === 0 ? null : Math.floor((sums[at] as number) / n + 0.5)))
    expect(Array.from(mean.values, (value, at) => (mean.isValid(at) ? value : null))).toEqual(expected)
    expect(Math.max(...counts)).toBe(3)
  })
})

describeWithPeers('GDAL', ['gdal', 'rasterio'], () => {
  beforeAll(writeTiles)

  it('gdalbuildvrt: the last one wins', async () => {
    execFileSync('gdalbuildvrt', ['-q', file('all.vrt'), ...tiles])
    const [theirs] = readRasters([file('all.vrt')]) as [Raster]
    const { values, isValid } = await ours('last')
    expect(Array.from(values, (value, at) => (isValid(at) ? value : -32768))).toEqual(Array.from(theirs.data as Int16Array))
  })

  it('gdalwarp of several files to another CRS, near: the last one wins', async () => {
    const array = await mosaic(tiles, { method: 'last', crs: 'EPSG:3857', resolution: 13, snap: true })
    const { left, bottom, right, top } = array.bounds!
    const grid = ['-t_srs', 'EPSG:3857', '-tr', '13', '13', '-te', ...[left, bottom, right, top].map(String)]
    execFileSync('gdalwarp', ['-q', '-et', '0', '-r', 'near', ...grid, ...tiles, file('warped.tif')])
    const [theirs] = readRasters([file('warped.tif')]) as [Raster]
    const { values, valid } = await array.compute()
    const own = Array.from(values as Int16Array, (value, at) => (valid === null || valid[at] === 1 ? value : -32768))
    const unequal = own.filter((value, at) => value !== theirs.data[at]).length
    expect(own.length).toBe(theirs.data.length)
    expect(own.filter((value) => value !== -32768).length).toBeGreaterThan(5000)
    // Positions within 0.001 px flip a near pixel now and then.
    expect(unequal / own.length).toBeLessThan(0.001)
  })
})
