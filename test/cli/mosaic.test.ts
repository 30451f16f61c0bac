import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { Affine, DataArray, GeoBox, open } from 'rasterloom'
import { describe, expect, test } from 'vitest'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const days = ['2021-05-05', '2021-06-14'].map((day) => fixture(`series/NDVI_${day}.tif`)) as [string, string]
const fast = ['--workers', '0', '--overviews', 'none']

const pixelsOf = async (path: string) => {
  const { values, valid } = await (await open(path)).compute()
  return Array.from(values as ArrayLike<number>, (value, at) => (valid === null || valid[at] === 1 ? value : null))
}

describe('mosaic', () => {
  test('puts files together by a method', async () => {
    const { code, stdout, stderr } = await rasterloom('mosaic', ...days, 'max.tif', '--method', 'max', ...fast)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^max\.tif: /)
    const [one, other, max] = await Promise.all([...days, `${directory}/max.tif`].map(pixelsOf))
    const greater = one!.map((value, at) => (value === null ? other![at] : other![at] === null ? value : Math.max(value, other![at]!)))
    expect(max).toEqual(greater)
  })

  test('takes a directory, a pattern, and options of convert; counts into a store', async () => {
    mkdirSync(`${directory}/tiles`)
    for (const [at, day] of days.entries()) copyFileSync(day, `${directory}/tiles/day-${at}.tif`)
    const grid = ['--crs', 'EPSG:3857', '--resolution', '100', '--tap', '--resampling', 'bilinear']
    for (const source of ['tiles', 'tiles/day-?.tif', `${directory}/til*/**/*.tif`]) {
      const { code, stdout, stderr } = await rasterloom(
        'mosaic',
        source,
        'count.zarr',
        '--method',
        'count',
        ...grid,
        '--overwrite',
        '--json',
        '--workers',
        '0',
      )
      expect([code, stderr]).toEqual([0, ''])
      expect(JSON.parse(stdout)).toMatchObject({ target: 'count.zarr', format: 'zarr' })
      const counted = await open(`${directory}/count.zarr`)
      expect([counted.dtype, counted.geobox?.affine.a, Math.max(...(await pixelsOf(`${directory}/count.zarr`)).map(Number))]).toEqual([
        'uint32',
        100,
        2,
      ])
    }
  })

  test('prints a plan, and writes a recipe that runs', async () => {
    const plan = await rasterloom('mosaic', ...days, 'plan.tif', '--plan')
    expect([plan.code, plan.stderr]).toEqual([0, ''])
    expect(plan.stdout).toMatch(/\n +2 {2}mosaic +0 1 /)
    expect(existsSync(`${directory}/plan.tif`)).toBe(false)
    const made = await rasterloom('mosaic', ...days, 'made.tif', '--method', 'min', '--recipe-out', 'made.json', '-q', ...fast)
    const again = await rasterloom('run', 'made.json', 'again.tif', '-q', ...fast)
    expect([made.stderr, again.stderr]).toEqual(['', ''])
    expect(await pixelsOf(`${directory}/again.tif`)).toEqual(await pixelsOf(`${directory}/made.tif`))
  })

  test.each<[string, string[], number, RegExp]>([
    ['no source', ['out.tif'], 2, /^E_USAGE: mosaic: "out\.tif" is all that was given: name the sources and an output/],
    ['a size', [...days, 'out.tif', '--size', '10x10'], 2, /^E_USAGE: --size is not for mosaics: give --resolution/],
    ['a method', [...days, 'out.tif', '--method', 'median'], 2, /^E_USAGE: .*--method/],
    ['its own source', [days[0], days[0], '--overwrite'], 4, /^E_OUTPUT: .* is one of the sources/],
    ['a pattern of nothing', ['nowhere/*.tif', 'out.tif'], 3, /^E_SOURCE: nowhere\/\*\.tif: no file fits the pattern/],
    [
      'unlike CRSs',
      [days[0], fixture('dem.tif'), 'out.tif'],
      2,
      /^E_USAGE: mosaic: \S*NDVI_\S+\.tif (is in|has pixels of) .*, \S*dem\.tif (in|of) .*: give --(crs and --)?resolution, or a raster as --like\n$/,
    ],
  ])('refuses %s', async (_, args, exit, message) => {
    const { code, stdout, stderr } = await rasterloom('mosaic', ...args)
    expect([code, stdout]).toEqual([exit, ''])
    expect(stderr).toMatch(message)
  })

  test('a summary as JSON lists the dearest phases, and counts the others', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `tile${at}.tif`)
    for (const [at, name] of names.entries()) {
      const geobox = GeoBox.of(16, 16, Affine.of(10, 0, 500_000 + 160 * at, 0, -10, 5_400_000), 32633)
      const pixels = new Uint8Array(256).fill(at + 1)
      await DataArray.fromArray(pixels, { dims: ['y', 'x'], shape: [16, 16], geobox }).toCog(`${directory}/${name}`, { workers: 0 })
    }
    const { stdout } = await rasterloom('mosaic', ...names, 'many.tif', '--json', ...fast)
    const { phases, phasesLeftOut } = JSON.parse(stdout) as { phases: { ms: number }[]; phasesLeftOut: { phases: number; ms: number } }
    expect(phases).toHaveLength(50)
    const times = phases.map(({ ms }) => ms)
    expect(times).toEqual([...times].sort((a, b) => b - a))
    expect(phasesLeftOut.phases).toBeGreaterThan(10)
    expect(phasesLeftOut.ms).toBeGreaterThanOrEqual(0)
    const { stdout: shown } = await rasterloom('mosaic', ...names, 'many.tif', '--report', '--overwrite', ...fast)
    expect(shown).toMatch(/\d+ more \w+ +[\d.]+ s/)
  })
})
