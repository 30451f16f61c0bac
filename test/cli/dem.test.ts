import { open } from 'rasterloom'
import { describe, expect, test } from 'vitest'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const heights = fixture('dem.tif')
const fast = ['--workers', '0', '--overviews', 'none']

describe('dem', () => {
  test('measures heights', async () => {
    const options = ['--z-factor', '2', '--azimuth', '300', '--compute-edges']
    const { code, stdout, stderr } = await rasterloom('dem', 'hillshade', heights, 'shade.tif', ...options, ...fast)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^shade\.tif: /)
    const made = await (await open(`${directory}/shade.tif`)).compute()
    const expected = await (await open(heights, { band: 1 })).hillshade({ zFactor: 2, azimuth: 300, computeEdges: true }).compute()
    expect(Buffer.from(made.values.buffer).equals(Buffer.from(expected.values.buffer))).toBe(true)
    expect(made.nodata).toBe(0)
  })

  test('slope with a nodata value, and holes filled', async () => {
    expect((await rasterloom('dem', 'slope', heights, 'slope.tif', '--percent', '--nodata', '-9999', ...fast)).code).toBe(0)
    expect((await open(`${directory}/slope.tif`)).nodata).toBe(-9999)
    const { code, stdout } = await rasterloom('dem', 'fill', `${directory}/slope.tif`, 'filled.zarr', '--max-distance', '3', ...fast)
    expect([code, stdout.includes('filled.zarr')]).toEqual([0, true])
    const { valid } = await (await open(`${directory}/filled.zarr`)).compute()
    const same = (await (await open(heights, { band: 1 })).slope({ unit: 'percent' }).fillNodata({ maxDistance: 3 }).compute()).valid
    expect(valid).toEqual(same)
  })

  test.each([
    [['hill', heights, 'x.tif'], 'there is no measure "hill"'],
    [['slope', heights, 'x.tif', '--z-factor', '2'], '--z-factor means nothing to it'],
    [['slope', heights, 'x.tif', '--band', '4'], 'has one band, there is no band 4'],
    [['tpi', heights, heights, '--overwrite'], 'is the source'],
  ])('refuses %j', async (words, message) => {
    const { code, stderr } = await rasterloom('dem', ...words)
    expect(code).not.toBe(0)
    expect(stderr).toContain(message)
  })
})
