import { beforeAll, describe, expect, test } from 'vitest'
import { concat, type DataArray, open } from '../../src/index.js'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const crop = '484000,5394000,485000,5395000'

/** Converts, reads the output into memory; fails on anything that is said on stderr. */
async function converted(...args: string[]): Promise<DataArray> {
  const { code, stderr } = await rasterloom('convert', ...args, '--overwrite', '-q', '--workers', '0')
  expect([stderr, code]).toEqual(['', 0])
  return (await open<string>(`${directory}/${args[1]}`)).compute()
}

describe('what is taken of a source', () => {
  beforeAll(async () => {
    const bands = await Promise.all(['B02', 'B03', 'B04'].map((name) => open(fixture(`scene/${name}.tif`), { band: 1 })))
    const box = [484000, 5394000, 485000, 5395000] as const
    await concat(bands, { dim: 'band' }).clipBox(box).toCog(`${directory}/rgb.tif`, { overviews: 'none' })
    const series = await Promise.all(
      ['2021-05-05', '2021-06-14', '2021-07-09'].map((day) => open(fixture(`series/NDVI_${day}.tif`), { band: 1 })),
    )
    const times = ['2021-05-05', '2021-06-14', '2021-07-09']
    const cube = concat(series, { dim: 'time', labels: times })
    await cube.rename('ndvi').toZarr(`${directory}/series.zarr`)
  })

  test('--bands takes bands in the order that was asked for', async () => {
    const all = await (await open(`${directory}/rgb.tif`)).compute()
    const two = await converted('rgb.tif', 'two.tif', '--bands', '3,1')
    expect(two.shape).toEqual([2, 100, 100])
    const band = all.shape[1]! * all.shape[2]!
    expect(two.values).toEqual(Uint16Array.from([...all.values.slice(2 * band), ...all.values.slice(0, band)] as number[]))
    expect(two.bands.map(({ description }) => description)).toEqual(['B04', 'B02'])
    const { code, stderr } = await rasterloom('convert', 'rgb.tif', 'no.tif', '--bands', '4')
    expect([code, stderr]).toEqual([2, 'E_USAGE: --bands: rgb.tif has 3 bands, there is no band 4\n'])
  })

  test('--bands works on stores, and is refused where there are none', async () => {
    await converted('rgb.tif', 'rgb.zarr')
    const one = await converted('rgb.zarr', 'one.tif', '--bands', '2')
    expect(one.shape).toEqual([1, 100, 100])
    const { code, stderr } = await rasterloom('convert', 'series.zarr', 'no.tif', '--bands', '1')
    expect([code, stderr]).toEqual([2, 'E_USAGE: --bands: series.zarr has no dim "band", its dims are time, y, x: leave --bands out\n'])
  })

  test('--select takes a label: a time, a band by name or number; --variable names the array', async () => {
    const june = await converted('series.zarr', 'june.tif', '--variable', 'ndvi', '--select', 'time=2021-06-14')
    const expected = await (await open(fixture('series/NDVI_2021-06-14.tif'))).compute()
    expect(june.values).toEqual(expected.values)
    expect(june.shape).toEqual([1, 128, 128])
    const red = await converted('rgb.tif', 'red.tif', '--select', 'band=B04')
    expect(red.values).toEqual((await converted('rgb.tif', 'red.tif', '--select', 'band=3')).values)
    const { code, stderr } = await rasterloom('convert', 'series.zarr', 'no.tif', '--select', 'time=2021-08')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^E_USAGE: --select: time has no label in 2021-08; the nearest is 2021-07-09[^.]*\. Labels: 2021-05-05.*\n$/)
  })

  test('dims that a COG cannot hold are named', async () => {
    const { code, stderr } = await rasterloom('convert', 'series.zarr', 'no.tif')
    expect(code).toBe(4)
    expect(stderr).toMatch(/^E_OUTPUT: a COG holds dims \[y, x\] or \[band, y, x\], not \[time, y, x\].*\n$/)
  })

  test('--scaled gives physical values', async () => {
    const stored = await converted(fixture('scene/B04.tif'), 'stored.tif', '--bounds', crop)
    const physical = await converted(fixture('scene/B04.tif'), 'physical.tif', '--bounds', crop, '--scaled')
    expect(physical.dtype).toMatch(/^float/)
    for (const at of [0, 5000, 9999]) {
      if (stored.valid?.[at] === 0) continue
      expect(Number(physical.values[at])).toBeCloseTo(Number(stored.values[at]) * 0.0001 - 0.1, 6)
    }
    const { code, stdout, stderr } = await rasterloom('convert', fixture('dem.tif'), 'unscaled.tif', '--scaled')
    expect(code).toBe(0)
    expect(stderr).toBe('')
    expect(stdout).toContain('--scaled: the source declares no scale and offset, 1 and 0 were taken')
  })

  test('--src-nodata says what is invalid, in place of what the file declares', async () => {
    const plain = await converted('rgb.tif', 'plain.tif')
    const value = plain.values.find((each) => Number(each) > 0) as number
    const marked = await converted('rgb.tif', 'marked.tif', '--src-nodata', String(value))
    const isMarked = Array.from(plain.values as Uint16Array, (each) => (each === value ? 0 : 1))
    expect(marked.nodata).toBe(value)
    expect([...(marked.valid as Uint8Array)]).toEqual(isMarked)
    const all = await converted('rgb.tif', 'all.tif', '--src-nodata', 'none')
    expect(all.valid === null || all.valid.every((each) => each === 1)).toBe(true)
  })

  test('--src-crs says where the source lies, in place of what the file says', async () => {
    const moved = await converted('rgb.tif', 'moved.tif', '--src-crs', 'EPSG:32634')
    expect(moved.crs?.epsg).toBe(32634)
    expect(moved.bounds).toEqual({ left: 484000, bottom: 5394000, right: 485000, top: 5395000 })
  })

  test('--src-overviews reads a coarser level', async () => {
    const coarse = await converted(fixture('scene/B04.tif'), 'coarse.tif', '--src-overviews', '3')
    expect(coarse.shape).toEqual([1, 138, 138])
    const whole = await converted(fixture('scene/B04.tif'), 'whole.tif', '--src-overviews', 'never', '--bounds', crop)
    expect(whole.resolution).toEqual({ x: 10, y: 10 })
    const { code, stderr } = await rasterloom('convert', fixture('scene/B04.tif'), 'no.tif', '--src-overviews', '4')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^E_USAGE: .*B04\.tif: there is no overview level 4; the file has 3\n$/)
  })
})
