import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyOp } from '../../src/api/apply.js'
import { nodeOf, wrapped } from '../../src/api/data-array.js'
import { concat, DataArray, GeoBox, open, stack } from '../../src/index.js'

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const box = GeoBox.fromBounds([0, 0, 40, 30], { resolution: 10 }, 'EPSG:32633')

let folder = ''

/** A small file of one value, which says how it is scaled. */
async function file(name: string, value: number, more: { scale?: number; nodata?: number; dtype?: 'uint8' | 'int16' } = {}): Promise<void> {
  const values = (more.dtype === 'int16' ? new Int16Array(12) : new Uint8Array(12)).fill(value)
  const array = DataArray.fromArray(values, {
    dims: ['y', 'x'],
    shape: [3, 4],
    geobox: box,
    ...(more.nodata === undefined ? {} : { nodata: more.nodata }),
  })
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  const bands = array.bands.map((band) => ({ ...band, scale: more.scale ?? 1 }))
  const scaled = wrapped(applyOp('relabel', { bands: bands as never }, [nodeOf(array)]))
  await scaled.toCog(path, { overviews: 'none' })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rasterloom-stack-'))
  let value = 1
  for (const day of ['20210614', '20210702', '20201231']) for (const band of ['B04', 'B08']) await file(`s2/S2_${day}_${band}.tif`, value++)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('stack', () => {
  it('lays files along times and bands, sorted', async () => {
    const array = await stack(join(folder, 's2/S2_{time:%Y%m%d}_{band}.tif'))
    expect([array.dims, array.shape]).toEqual([
      ['time', 'band', 'y', 'x'],
      [3, 2, 3, 4],
    ])
    expect(array.coords.time).toEqual(['2020-12-31', '2021-06-14', '2021-07-02'])
    expect([array.coords.band, array.bands.map(({ description }) => description)]).toEqual([
      ['B04', 'B08'],
      ['B04', 'B08'],
    ])
    const { values } = await array.isel({ y: 0, x: 0 }).compute()
    expect([...values]).toEqual([5, 6, 1, 2, 3, 4])
    expect((await array.sel({ time: '2021-07-02', band: 'B08' }).compute()).values[0]).toBe(4)
  })

  it('takes dims in another order, wildcards, choices and repeated fields', async () => {
    expect((await stack(join(folder, 's2/S2_{time:%Y%m%d}_{band}.tif'), { dims: ['band', 'time'] })).dims).toEqual([
      'band',
      'time',
      'y',
      'x',
    ])
    expect((await stack(join(folder, 's?/S2_{time:%Y%m%d}_{B04,none}.{tif,tiff}'))).shape).toEqual([3, 1, 3, 4])
    for (const level of [2, 10]) await file(`deep/${level}/x_${level}_a.tif`, level)
    const deep = await stack(join(folder, '**/{depth:d}/x_{depth}_*.tif'))
    expect(deep.coords.depth).toEqual([2, 10])
    await file('deep/7/x_8_a.tif', 1)
    expect((await stack(join(folder, 'deep/{depth:d}/x_{depth:d}_a.tif'))).coords.depth).toEqual([2, 10])
  })

  it('reads times by parts', async () => {
    for (const name of ['2021/045/h10m30.tif', '2021/046/h00m05.tif']) await file(`parts/${name}`, 1)
    const array = await stack(join(folder, 'parts/{year:d}/{day:d}/{time:h%Hm%M}.tif')).catch((error: Error) => error.message)
    expect(array).toContain('the time format "h%Hm%M" has no year')
    await file('flat/A2021045.1030.tif', 1)
    expect((await stack(join(folder, 'flat/A{time:%Y%j.%H%M}.tif'))).coords.time).toEqual(['2021-02-14T10:30:00Z'])
    await file('bad/A20210230.tif', 1)
    await expect(stack(join(folder, 'bad/A{time:%Y%m%d}.tif'))).rejects.toThrow('"20210230" is no time of the format %Y%m%d')
  })

  it('takes scale, offset and nodata of each file', async () => {
    await file('scaled/1.tif', 10, { scale: 0.5, nodata: 0 })
    await file('scaled/2.tif', 10, { scale: 0.1, nodata: 10 })
    await file('scaled/3.tif', 10)
    const pattern = join(folder, 'scaled/{n:d}.tif')
    await expect(stack(pattern)).rejects.toThrow(/array 1 \(.*2\.tif\) has scale 0\.1, array 0 \(.*1\.tif\) has 0\.5; decode them first/)
    const array = await stack(pattern, { scaled: true, band: 1 })
    const { values, valid } = await array.isel({ y: 0, x: 0 }).compute()
    expect([...values].map((value, at) => (valid?.[at] === 0 ? null : value))).toEqual([5, null, 10])
  })

  it('says what is missing, doubled or does not fit', async () => {
    copyFileSync(join(folder, 's2/S2_20210614_B04.tif'), join(folder, 's2/S2_20220101_B04.tif'))
    const pattern = join(folder, 's2/S2_{time:%Y%m%d}_{band}.tif')
    await expect(stack(pattern)).rejects.toThrow(
      "there is no file with time 2022-01-01, band B08: bring it, narrow the pattern, or give missing: 'drop'",
    )
    expect((await stack(pattern, { missing: 'drop' })).shape[0]).toBe(3)
    await expect(stack(join(folder, 's2/S2_*_{band}.tif'))).rejects.toThrow(
      /S2_20201231_B04\.tif and .*S2_20210614_B04\.tif both have band B04/,
    )
    await file('mixed/1.tif', 1)
    await file('mixed/2.tif', 1, { dtype: 'int16' })
    await expect(stack(join(folder, 'mixed/{n:d}.tif'))).rejects.toThrow(
      /array 1 \(.*mixed\/2\.tif\) is int16, array 0 \(.*mixed\/1\.tif\) is uint8; cast one with astype/,
    )
    await expect(stack(join(folder, 'none_{n}.tif'))).rejects.toThrow('no file fits the pattern')
    await expect(stack(join(folder, '*.tif'))).rejects.toThrow('has no field such as {time:%Y%m%d} or {band}')
    await expect(stack(join(folder, '{x}.tif'))).rejects.toThrow('{x} names a dim of the grid')
    await expect(stack('https://host/{n}.tif')).rejects.toThrow('is remote, where names cannot be listed')
    await expect(stack(pattern, { dims: ['time'] })).rejects.toThrow('expected the fields of the pattern in another order: time, band')
  })

  it('brings files to one grid', async () => {
    const pattern = join(fixtures, 'scene/B0{n:d}.tif')
    await expect(stack(pattern)).rejects.toThrow('lie on different grids')
    const like = await open(join(fixtures, 'scene/B05.tif'))
    const array = await stack(pattern, { like, resampling: 'average' })
    expect(array.shape).toEqual([6, 1, 549, 549])
  })

  it('takes ten thousand files', async () => {
    const count = process.env.RASTERLOOM_FULL === '1' ? 10_000 : 500
    await file('many/one.tif', 3)
    const times = Array.from({ length: count }, (_, at) => new Date(Date.UTC(2000, 0, 1) + (at + (at % 3) / 7) * 864e5))
    for (const time of times)
      copyFileSync(join(folder, 'many/one.tif'), join(folder, `many/T${time.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}.tif`))
    const array = await stack(join(folder, 'many/T{time:%Y%m%d%H%M%S}.tif'), { band: 1 })
    expect(array.shape).toEqual([count, 3, 4])
    const { values } = await array.isel({ y: 0, x: 0 }).sum().compute()
    expect(Number(values[0])).toBe(3 * count)
  }, 120_000)
})

describe('concat of names', () => {
  it('opens them in order, with labels or by a field', async () => {
    const labelled = await concat(join(fixtures, 'series/*.tif'), {
      dim: 'time',
      labels: Array.from({ length: 12 }, (_, at) => at),
      band: 1,
    })
    expect(labelled.shape).toEqual([12, 128, 128])
    const by = await concat(join(fixtures, 'series/NDVI_{time:%Y-%m-%d}.tif'), { dim: 'time', scaled: true })
    expect([by.shape, by.dtype, by.coords.time?.[1]]).toEqual([[12, 1, 128, 128], 'float32', '2021-02-09'])
    await expect(concat([join(fixtures, 'scene/B02.tif'), join(fixtures, 'dem.tif')], { dim: 'time', band: 1 })).rejects.toThrow(
      /dem\.tif\) is float32/,
    )
    await expect(concat(join(fixtures, 'series/NDVI_{time:%Y-%m-%d}.tif'), { dim: 'day' })).rejects.toThrow(
      'has the fields time, and dim is "day"',
    )
  })
})
