import { open } from 'rasterloom'
import { describe, expect, test } from 'vitest'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const dem = fixture('dem.tif')
const [red, nir] = [fixture('scene/B04.tif'), fixture('scene/B08.tif')]
const fast = ['--workers', '0', '--overviews', 'none']

describe('calc', () => {
  test('computes an expression of files', async () => {
    const { code, stdout, stderr } = await rasterloom(
      'calc',
      '(B - A) / (B + A)',
      '--A',
      red,
      '--B',
      nir,
      'ndvi.tif',
      '--dtype',
      'float32',
      ...fast,
    )
    expect(code).toBe(0)
    expect(stderr).toBe(
      'warning: A, B: stored values are taken as they are, though a scale and offset are declared; give --scaled for physical ones\n',
    )
    expect(stdout).toMatch(/^ndvi\.tif: /)
    const [made, a, b] = await Promise.all([open(`${directory}/ndvi.tif`), open(red, { band: 1 }), open(nir, { band: 1 })])
    const expected = await b.sub(a).div(b.add(a)).astype('float32', { rounding: 'nearest' }).compute()
    expect(Buffer.from((await made.compute()).values.buffer).equals(Buffer.from(expected.values.buffer))).toBe(true)
  })

  test('takes bands of a file, = and single letters', async () => {
    const { code, stderr } = await rasterloom('calc', 'x > 1000 ? 1 : na', `--x=${red}:1`, 'mask.zarr', '--json', ...fast.slice(0, 2))
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^warning: x: stored values [^\n]*--scaled[^\n]*\n$/)])
    expect((await open(`${directory}/mask.zarr`)).dtype).toBe('uint8')
  })

  test.each([
    [['A + C', '--A', red, 'x.tif'], 'there is no variable "C": there are A, at position 5 of "A + C"'],
    [['A', '--A', red], 'there is no output'],
    [['A', '--A', red, 'x.tif', 'y.tif'], 'x.tif and y.tif both stand for the output'],
    [['A', 'x.tif', '--A'], '--A is no option; as a variable it needs a source'],
    [['A', '--A', red, '--A', nir, 'x.tif'], '--A is given twice'],
    [['A', '--A', red, 'x.tif', '--compres', 'zstd'], '--compres is no option, and compres is no name in "A"; did you mean --compress?'],
    [
      ['A - B', '--A', red, '--B', dem, 'x.tif'],
      'bring one to the other first, with rasterloom convert FILE OUT --like OTHER --resampling METHOD',
    ],
    [['A +', '--A', red, 'x.tif'], 'it ends where a number'],
  ])('refuses %j', async (words, message) => {
    const { code, stderr } = await rasterloom('calc', ...words)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})
