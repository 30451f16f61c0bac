import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { checkSources, DataArray, GeoBox, open } from '../../src/index.js'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)

async function file(
  name: string,
  left: number,
  more: { dtype?: 'uint8' | 'int16'; nodata?: number; crs?: string; resolution?: number } = {},
): Promise<void> {
  const box = GeoBox.fromBounds([left, 0, left + 40, 30], { resolution: more.resolution ?? 10 }, more.crs ?? 'EPSG:32633')
  const values = more.dtype === 'int16' ? new Int16Array(box.width * box.height) : new Uint8Array(box.width * box.height)
  const given = { dims: ['y', 'x'] as const, shape: [box.height, box.width], geobox: box, nodata: more.nodata ?? 0 }
  await DataArray.fromArray(values, given).toCog(join(directory, name), { overviews: 'none', overwrite: true })
}

describe('check', () => {
  test('a set that agrees', async () => {
    const { code, stdout } = await rasterloom('check', fixture('series'), '--extent')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^File +CRS +Size +Pixel +Offset px +Dtype +Bands +Nodata +Scale\n/)
    expect(stdout).toMatch(/NDVI_2021-01-05\.tif \* +EPSG:4326 +128 x 128 +0\.001 +0, 0 +int16 +1 +-32768 +\* 0\.0001 \+ 0\n/)
    expect(stdout).toMatch(/\n12 files: all agree\n$/)
  })

  test('what differs is marked, and the code is 6', async () => {
    mkdirSync(join(directory, 'set'))
    await file('set/a.tif', 0)
    await file('set/b.tif', 40)
    await file('set/c.tif', 43.3)
    await file('set/d.tif', 0, { dtype: 'int16', nodata: -1 })
    await file('set/e.tif', 0, { crs: 'EPSG:32634' })
    await file('set/f.tif', 0, { resolution: 5 })
    writeFileSync(join(directory, 'set/g.tif'), 'nothing')
    const { code, stdout } = await rasterloom('check', 'set')
    expect(code).toBe(6)
    expect(stdout).toMatch(/set\/a\.tif \* +EPSG:32633 +4 x 3 +10 +0, 0 +uint8 +1 +0 +none\n/)
    expect(stdout).toMatch(/set\/b\.tif +EPSG:32633 +4 x 3 +10 +0, 0 +uint8/)
    expect(stdout).toMatch(/set\/c\.tif +EPSG:32633 +4 x 3 +10 +0\.330, 0 !/)
    expect(stdout).toMatch(/set\/d\.tif +EPSG:32633 +4 x 3 +10 +0, 0 +int16 ! +1 +-1 !/)
    expect(stdout).toMatch(/set\/e\.tif +EPSG:32634 !/)
    expect(stdout).toMatch(/set\/f\.tif +EPSG:32633 +8 x 6 +5 !/)
    expect(stdout).toMatch(/cannot be read: .*set\/g\.tif: is a file of a format that is not known/)
    expect(stdout).toContain(
      '7 files: 1 in offset of the grid, 1 in dtype, 1 in nodata, 1 in CRS, 1 in size of pixels, 1 cannot be read (compared with set/a.tif)',
    )
    const only = (await rasterloom('check', 'set/[abc].tif', '--only-differing')).stdout
    expect(only.match(/\.tif/g)).toHaveLength(2)
  })

  test('--extent and --json', async () => {
    const { code, stdout } = await rasterloom('check', 'set/[ab].tif', '--extent', '--json')
    expect(code).toBe(6)
    const report = JSON.parse(stdout) as { differing: object; agree: boolean; files: { differs: string[] }[] }
    expect([report.agree, report.differing, report.files[1]?.differs]).toEqual([false, { extent: 1 }, ['extent']])
  })

  test('names that stand for nothing', async () => {
    const { code, stderr } = await rasterloom('check', 'nowhere/*.tif')
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^E_SOURCE: nowhere\/\*\.tif: no file fits the pattern/)])
  })

  it('compares a thousand files with few of them open at once', async () => {
    const count = process.env.RASTERLOOM_FULL === '1' ? 1000 : 200
    mkdirSync(join(directory, 'many'))
    for (let at = 0; at < count; at++)
      copyFileSync(join(directory, 'set', at === 17 ? 'd.tif' : 'a.tif'), join(directory, 'many', `${at}.tif`))
    const handles = (): number => readdirSync('/proc/self/fd').length
    const before = process.platform === 'linux' ? handles() : 0
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.platform === 'linux' ? handles() : 0)
    }, 1)
    const report = await checkSources(join(directory, 'many'))
    clearInterval(watch)
    expect([report.files.length, report.differing]).toEqual([count, { dtype: 1, nodata: 1 }])
    expect(most - before).toBeLessThan(40)
    expect((await open(join(directory, 'many', '0.tif'))).shape).toEqual([1, 3, 4])
  })
})

describe('stack', () => {
  test('makes a cube of files, and the recipe of it', async () => {
    const pattern = join(fixture('series'), 'NDVI_{time:%Y-%m-%d}.tif')
    const { code, stderr } = await rasterloom('stack', pattern, 'ndvi.zarr', '--scaled', '--recipe-out', 'ndvi.json')
    expect([code, stderr]).toEqual([0, ''])
    const cube = await open<'time' | 'band' | 'y' | 'x'>(join(directory, 'ndvi.zarr'))
    expect([cube.shape, cube.dtype, cube.coords.time?.[0]]).toEqual([[12, 1, 128, 128], 'float32', '2021-01-05'])
    expect((await rasterloom('run', 'ndvi.json', 'again.zarr')).code).toBe(0)
    const again = await open(join(directory, 'again.zarr'))
    expect((await again.compute()).values).toEqual((await cube.compute()).values)
  })

  test('bands of one file, brought to one grid', async () => {
    const like = fixture('scene/B05.tif')
    const { code } = await rasterloom('stack', fixture('scene/B{band}.tif'), 'bands.tif', '--like', like, '--resampling', 'average')
    expect(code).toBe(0)
    const made = await open(join(directory, 'bands.tif'))
    expect([made.shape, made.coords.band]).toEqual([
      [7, 549, 549],
      ['02', '03', '04', '05', '08', '09', '11'],
    ])
  })

  test('says what to do in the words of the shell', async () => {
    const unlike = await rasterloom('stack', fixture('scene/{band}.tif'), 'unlike.tif')
    expect([unlike.code, unlike.stderr]).toEqual([
      2,
      expect.stringMatching(/lie on different grids: .*: give --like and --resampling to bring all to one\n$/),
    ])
    const scales = await rasterloom('stack', join(directory, 'set', '{n}.tif'), 'scales.zarr')
    expect(scales.code).toBe(3)
    const none = await rasterloom('stack', fixture('scene/*.tif'), 'none.zarr')
    expect([none.code, none.stderr]).toEqual([2, expect.stringMatching(/^E_USAGE: ".*" has no field such as \{time:%Y%m%d\} or \{band\}/)])
  })
})
