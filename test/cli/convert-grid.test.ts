import { describe, expect, test } from 'vitest'
import { Affine, CRS, DataArray, GeoBox, open } from '../../src/index.js'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const water = fixture('scene/B09.tif')

let count = 0

/** Converts, opens the output; fails on anything that is said on stderr. */
async function converted(source: string, ...options: string[]): Promise<DataArray> {
  const target = `grid${count++}.tif`
  const { code, stderr } = await rasterloom('convert', source, target, '--overviews', 'none', '-q', '--workers', '0', ...options)
  expect([stderr, code]).toEqual(['', 0])
  return open<string>(`${directory}/${target}`)
}

describe('the grid of the output', () => {
  test('--bounds alone crops to the whole pixels that it touches, and changes no value', async () => {
    const part = await converted(water, '--bounds', '480070,5390000,481000,5391001')
    expect(part.bounds).toEqual({ left: 480060, bottom: 5389980, right: 481020, top: 5391060 })
    const source = await (await open(water)).clipBox([480070, 5390000, 481000, 5391001]).compute()
    expect((await part.compute()).values).toEqual(source.values)
  })

  test('--bounds beyond the source: cut there with a warning, which names what gives all of it', async () => {
    const { stderr, code } = await rasterloom('convert', water, 'cut.tif', '--bounds', '470000,5390000,481000,5391001')
    expect(code).toBe(0)
    expect(stderr).toBe(
      'warning: --bounds: [470000, 5390000, 481000, 5391001] reaches beyond the source, which ends there: the output covers ' +
        '[480000, 5389980, 481020, 5391060]; give --resolution 60 too for all of it, without valid pixels beyond the source\n',
    )
    const plan = await rasterloom('convert', water, 'cut.tif', '--overwrite', '--bounds', '470000,5390000,481000,5391001', '--plan')
    expect(plan.stderr).toBe(stderr)
  })

  test('--bounds across the antimeridian of a source that goes round the earth', async () => {
    const pixels = Int16Array.from({ length: 36 * 18 }, (_, at) => at % 36)
    const geobox = GeoBox.of(36, 18, Affine.of(10, 0, -180, 0, -10, 90), 4326)
    await DataArray.fromArray(pixels, { dims: ['y', 'x'], shape: [18, 36], geobox }).toCog(`${directory}/world.tif`, { overviews: 'none' })
    const { stderr } = await rasterloom('convert', 'world.tif', 'pacific.tif', '--bounds', '170,-20,190,-10')
    expect(stderr).toBe('')
    const pacific = await open(`${directory}/pacific.tif`)
    expect(pacific.bounds).toEqual({ left: 170, bottom: -20, right: 190, top: -10 })
    expect(Array.from((await pacific.compute()).values as ArrayLike<number>)).toEqual([35, 0])
  })

  test('a source that control points place: a grid without --crs is in the CRS of the points, and --like goes by them', async () => {
    const points = [0, 100].flatMap((y) => [0, 100].map((x) => ({ column: x, row: y, x: 10 + x / 100, y: 50 - y / 100 })))
    const geobox = GeoBox.of(100, 100, Affine.identity, null)
    const pixels = Uint8Array.from({ length: 10_000 }, (_, at) => at % 251)
    const attrs = { gcps: { points, crs: { ...CRS.parse(4326) } } } as never
    await DataArray.fromArray(pixels, { dims: ['y', 'x'], shape: [100, 100], geobox, attrs }).toCog(`${directory}/points.tif`)
    for (const options of [
      ['--resolution', '0.02'],
      ['--size', '50x50'],
      ['--bounds', '10,49,11,50', '--size', '50x50'],
      ['--like', 'like.tif'],
    ]) {
      const { stdout, stderr, code } = await rasterloom(
        'convert',
        'points.tif',
        'like.tif',
        ...options,
        '--overwrite',
        '--overviews',
        'none',
      )
      if (options[0] === '--like') {
        expect([code, stderr]).toEqual([0, ''])
        continue
      }
      expect([code, stderr, stdout]).toEqual([0, '', expect.stringContaining('--crs EPSG:4326 was taken, that of the 4 control points')])
      const made = await open(`${directory}/like.tif`)
      expect([made.shape, made.crs?.epsg]).toEqual([[1, 50, 50], 4326])
      for (const edge of Object.values(made.bounds as object)) expect(edge * 50).toBeCloseTo(Math.round(edge * 50), 6)
    }
    expect((await rasterloom('info', 'points.tif')).stdout).toContain('4 control points in EPSG:4326')
    // As in gdalwarp, another CRS of the source is one of its points.
    const { stdout } = await rasterloom('convert', 'points.tif', 'other.tif', '--src-crs', 'EPSG:4258', '--resolution', '0.02')
    expect(stdout).toContain('--crs EPSG:4258 was taken, that of the 4 control points')
    const other = await open(`${directory}/other.tif`)
    expect([other.crs?.epsg, other.shape]).toEqual([4258, [1, 50, 50]])
  })

  test('--bounds in another CRS', async () => {
    const part = await converted(water, '--bounds', '14.75,48.68,14.8,48.7', '--bounds-crs', 'EPSG:4326')
    const { left, right, bottom, top } = part.bounds as { left: number; right: number; bottom: number; top: number }
    expect(left).toBeGreaterThan(481000)
    expect(right).toBeLessThan(486000)
    expect(bottom).toBeGreaterThan(5391000)
    expect(top).toBeLessThan(5395000)
    expect((left - 480000) % 60).toBe(0)
  })

  test('--resolution and --size in the same CRS', async () => {
    const coarse = await converted(water, '--resolution', '120')
    expect([coarse.resolution, coarse.shape]).toEqual([{ x: 120, y: 120 }, [1, 92, 92]])
    const wide = await converted(water, '--resolution', '120,60')
    expect([wide.resolution, wide.shape]).toEqual([{ x: 120, y: 60 }, [1, 183, 92]])
    const small = await converted(water, '--size', '61x183')
    expect([small.resolution, small.shape]).toEqual([{ x: 180, y: 60 }, [1, 183, 61]])
    const cropped = await converted(water, '--resolution', '30', '--bounds', '480600,5390400,481200,5391000')
    expect([cropped.shape, cropped.bounds]).toEqual([[1, 20, 20], { left: 480600, bottom: 5390400, right: 481200, top: 5391000 }])
  })

  test('--validity makes bands valid together', async () => {
    const geobox = { width: 2, height: 2, affine: { a: 10, b: 0, c: 500000, d: 0, e: -10, f: 5400000 }, crs: (await open(water)).crs }
    const bands = DataArray.fromArray(Uint8Array.of(1, 0, 3, 0, 5, 6, 0, 0), {
      dims: ['band', 'y', 'x'],
      shape: [2, 2, 2],
      geobox,
      nodata: 0,
    })
    await bands.toCog(`${directory}/bands.tif`, { workers: 0, overviews: 'none' })
    const valid = async (rule: string) => {
      const array = await converted(`${directory}/bands.tif`, '--size', '2x2', '--validity', rule)
      return [...((await array.compute({ workers: 0 })).valid ?? [])]
    }
    expect(await valid('band')).toEqual([1, 0, 1, 0, 1, 1, 0, 0])
    expect(await valid('any')).toEqual([1, 1, 1, 0, 1, 1, 1, 0])
    expect(await valid('all')).toEqual([1, 0, 0, 0, 1, 0, 0, 0])
  })

  test('--crs with a size, a resolution, multiples of it', async () => {
    const square = await converted(water, '--crs', 'EPSG:3857', '--size', '100x90')
    expect([square.shape, square.crs?.epsg]).toEqual([[1, 90, 100], 3857])
    const aligned = await converted(water, '--crs', 'EPSG:3857', '--resolution', '100', '--tap', '--resampling', 'bilinear')
    expect(aligned.resolution).toEqual({ x: 100, y: 100 })
    for (const edge of Object.values(aligned.bounds as object)) expect(edge % 100).toBe(0)
    const exact = await converted(
      water,
      '--crs',
      'EPSG:3857',
      '--resolution',
      '100',
      '--tap',
      '--resampling',
      'bilinear',
      '--max-error-px',
      '0',
    )
    expect(exact.geobox).toEqual(aligned.geobox)
    const placed = await converted(water, '--crs', 'EPSG:4326', '--bounds', '14.75,48.68,14.8,48.7', '--resolution', '0.001')
    expect([placed.shape, placed.bounds?.left, placed.bounds?.top]).toEqual([[1, 20, 50], 14.75, 48.7])
  })

  test('--like takes the grid of another raster', async () => {
    const other = await open(fixture('series/NDVI_2021-06-14.tif'))
    const matched = await converted(water, '--like', fixture('series/NDVI_2021-06-14.tif'), '--resampling', 'bilinear')
    expect(matched.geobox).toEqual(other.geobox)
  })

  test('a CRS as PROJ string', async () => {
    const laea = await converted(water, '--crs', '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m')
    expect(laea.crs?.proj).toContain('+proj=laea')
  })

  test('the default is near, which makes no new values', async () => {
    const array = await (await converted(fixture('landcover.tif'), '--crs', 'EPSG:3857', '--resolution', '60')).compute()
    expect([...new Set(array.values as Uint8Array)].every((value) => [0, 10, 20, 30, 40, 50, 60, 80, 90].includes(value))).toBe(true)
  })
})
