import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DataArray, open } from 'rasterloom'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dataDir, describeWithPeers, python } from '../peers.js'

interface Swath {
  readonly path: string
  readonly bounds: readonly [number, number, number, number]
  readonly size: readonly [number, number]
  readonly row?: readonly number[]
  readonly column?: readonly number[]
}

// GDAL searches in a back-map of its own resolution, which is off by part of a pixel; ours by 1e-3 (test/api/geolocation.test.ts).
const gdalPx = 0.5

describeWithPeers('NetCDF variables that latitudes and longitudes place', ['gdal-python', 'netcdf'], () => {
  let directory = ''
  let swaths: readonly Swath[] = []
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'rasterloom-swath-'))
    const script = fileURLToPath(new URL('netcdf-geolocation.py', import.meta.url))
    const sizes = { swath: [300, 400, 10, true], seam: [300, 400, 178, false] }
    swaths = JSON.parse(execFileSync(python, [script, directory, JSON.stringify(sizes)], { maxBuffer: 2 ** 28 }).toString())
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  const read = async ({ path, bounds, size }: Swath, variable: string): Promise<DataArray> => {
    const [left, bottom, right, top] = bounds
    const array = await open(path, { variable })
    const grid = { bounds: { left, bottom, right, top }, size: { width: size[0], height: size[1] } }
    return array.reproject('EPSG:4326', { ...grid, resampling: 'bilinear', scale: 1 }).compute()
  }

  it('are placed as GDAL places them, but for its rounding', async () => {
    const [swath] = swaths as [Swath, Swath]
    for (const key of ['row', 'column'] as const) {
      const { values, valid } = await read(swath, key)
      const theirs = swath[key] as readonly number[]
      let [both, one, sum] = [0, 0, 0]
      theirs.forEach((value, at) => {
        const mine = (valid?.[at] ?? 1) === 1
        if (mine !== (value !== -1)) one++
        else if (mine) {
          both++
          const off = Math.abs(Number(values[at]) - value)
          sum += off
          expect(off).toBeLessThan(gdalPx)
        }
      })
      expect(both).toBeGreaterThan(10000)
      expect(one).toBeLessThan(both / 100)
      expect(sum / both).toBeLessThan(gdalPx / 5)
    }
  })

  it('lie across the antimeridian like elsewhere', async () => {
    const [swath, seam] = swaths as [Swath, Swath]
    const [one, other] = [await read(swath, 'row'), await read(seam, 'row')]
    let worst = 0
    one.values.forEach((value, at) => {
      if ((one.valid?.[at] ?? 1) === 1 && (other.valid?.[at] ?? 1) === 1)
        worst = Math.max(worst, Math.abs(Number(value) - Number(other.values[at])))
    })
    // Longitudes of 178 degrees in float32 are off by 1e-5 degrees; pixels have 0.03.
    expect(worst).toBeLessThan(2e-3)
    const whole = (await open(seam.path, { variable: 'row' })).reproject('EPSG:4326').bounds
    expect([(whole?.right ?? 0) - (whole?.left ?? 0) < 30, (whole?.right ?? 0) > 180]).toEqual([true, true])
  })

  it('are told of where a file cannot hold them', async () => {
    const [{ path }] = swaths as [Swath]
    const warnings: string[] = []
    await (await open(path, { variable: 'row' })).toCog(join(directory, 'placeless.tif'), { onWarning: (text) => warnings.push(text) })
    expect(warnings.join()).toMatch(/latitudes and longitudes of its pixels place the array.*no place on earth/)
  })

  it('are opened without positions where these are not wanted', async () => {
    const [{ path }] = swaths as [Swath]
    expect((await open(path, { variable: 'row', geolocation: false })).geobox).toBe(null)
    expect((await open(path, { variable: 'row', crs: 'EPSG:4267' })).attrs.geolocation).toMatchObject({ crs: { epsg: 4267 } })
  })

  const overpass = join(dataDir, 'netcdf/gdal/sentinel5p_fake.nc')
  it.skipIf(!existsSync(overpass))('with a time of one step before rows and columns, as Sentinel-5P has it', async () => {
    const script = `
import json, sys
from osgeo import gdal
gdal.UseExceptions()
made = gdal.Warp('', 'NETCDF:"' + sys.argv[1] + '":my_var', format='MEM', geoloc=True, dstSRS='EPSG:4326', resampleAlg='near')
left, dx, _, top, _, dy = made.GetGeoTransform()
w, h = made.RasterXSize, made.RasterYSize
print(json.dumps({'bounds': [left, top + h * dy, left + w * dx, top], 'size': [w, h], 'row': made.ReadAsArray().ravel().tolist()}))`
    const theirs = JSON.parse(execFileSync(python, ['-c', script, overpass], { maxBuffer: 2 ** 26 }).toString()) as Swath
    const [left, bottom, right, top] = theirs.bounds
    const cube: DataArray<'time' | 'y' | 'x'> = await open(overpass, { variable: 'my_var' })
    const array = cube.isel({ time: 0 })
    const { values, valid } = await array
      .reproject('EPSG:4326', {
        bounds: { left, bottom, right, top },
        size: { width: theirs.size[0], height: theirs.size[1] },
        resampling: 'near',
      })
      .compute()
    const told = (theirs.row as readonly number[]).map((value, at) => [value, values[at], (valid?.[at] ?? 1) === 1] as const)
    const both = told.filter(([value, , mine]) => mine && value < 1e30)
    expect(both.length).toBeGreaterThan(2500)
    expect(both.filter(([value, mine]) => value === mine).length).toBeGreaterThan(both.length * 0.995)
    // GDAL loses some pixels at the edges of its back-map.
    expect(told.filter(([value, , mine]) => mine !== value < 1e30).length).toBeLessThan(both.length * 0.04)
  })
})
