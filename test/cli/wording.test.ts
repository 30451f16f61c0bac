import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { inFlags } from '../../src/cli/flag-words.js'
import { runProgram } from '../../src/cli/program.js'
import { DataArray, Dataset, GeoBox } from '../../src/index.js'
import { fixture, type Outcome, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const at = (name: string): string => join(directory, name)
const dem = fixture('dem.tif')

/** Runs the command line in this process. */
async function rasterloom(...args: readonly string[]): Promise<Outcome> {
  const texts = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      texts[name] += String(text)
      return true
    }),
  )
  try {
    return { code: await runProgram(args, '0.0.0'), ...texts }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** Words of the library that a shell has no use for: calls, objects, camel case, methods before a colon. */
const libraryWords = [
  /\b(open|slice|isel|sel|toCog|toZarr|compute)\(/,
  /\{ ?[a-zA-Z]+(:| \})/,
  /\b(isel|sel|clipBox|astype|reprojectMatch|relabel|assignNodata|toCog|toZarr|fromJSON|onNodataClash)\b/,
  /\b(?!E_|rasterloom)[a-z]+[A-Z][A-Za-z]*\b/,
  /\b(give|with|use) (overwrite|resume)\b/,
  /\bthe option\b/,
  /\bmethod '/,
]

beforeAll(async () => {
  const geobox = GeoBox.of(4, 3, { a: 10, b: 0, c: 500000, d: 0, e: -10, f: 5400000 }, null)
  const array = DataArray.fromArray(new Uint16Array(12), { dims: ['y', 'x'], shape: [3, 4], geobox })
  const run = { workers: 0 }
  await array.toCog(at('nowhere.tif'), run)
  await array.add(1).astype('uint8', { overflow: 'clamp' }).toCog(at('there.tif'), run)
  await Dataset.of({ red: array, nir: array }).toZarr(at('two.zarr'), run)
  writeFileSync(at('text.tif'), 'no raster at all')
  writeFileSync(at('other.json'), '{}')
})

const failing: readonly (readonly string[])[] = [
  ['convert', at('nowhere.tif'), at('out.tif'), '--crs', 'EPSG:3857'],
  ['convert', at('nowhere.tif'), at('out.tif'), '--bounds', '0,0,1,1', '--bounds-crs', 'EPSG:4326'],
  ['convert', at('nowhere.tif'), at('out.tif'), '--like', dem],
  ['convert', dem, at('there.tif')],
  ['convert', dem, at('there.tif'), '--resume'],
  ['convert', dem, at('missing/out.tif')],
  ['convert', dem, at('out.tif'), '--variable', 'red'],
  ['convert', dem, at('out.tif'), '--src-overviews', '9'],
  ['convert', dem, at('out.tif'), '--select', 'time=2021'],
  ['convert', dem, at('out.tif'), '--select', 'band=7'],
  ['convert', dem, at('out.tif'), '--select', 'y=7'],
  ['convert', dem, at('out.tif'), '--bands', '7'],
  ['convert', dem, at('out.tif'), '--bounds', '0,0,1,1'],
  ['convert', dem, at('out.tif'), '--crs', 'EPSG:99999'],
  ['convert', dem, at('out.tif'), '--workers', '99'],
  ['convert', dem, at('out.tif'), '--max-memory', '10MB'],
  ['convert', dem, at('out.tif'), '--level', '44'],
  ['convert', dem, at('out.tif'), '--compress', 'none', '--predictor', '2'],
  ['convert', dem, at('out.tif'), '--predictor', '2', '--dtype', 'int16', '--compress', 'lzw', '--level', '2'],
  ['convert', fixture('scene/B04.tif'), at('out.tif'), '--nodata', '70000'],
  ['convert', at('two.zarr'), at('out.tif')],
  ['convert', at('two.zarr'), at('out.tif'), '--variable', 'blue'],
  ['convert', at('two.zarr'), at('out.tif'), '--variable', 'red', '--src-overviews', '1'],
  ['convert', at('two.zarr'), at('out.tif'), '--variable', 'red', '--bands', '1'],
  ['convert', at('text.tif'), at('out.tif')],
  ['convert', directory, at('out.tif')],
  ['convert', dem, dem, '--overwrite'],
  ['convert', 's3://bucket/key.tif', at('out.tif')],
  ['convert', 'http://localhost:1/a.tif', at('out.tif')],
  ['run', at('other.json'), at('out.tif')],
  ['run', at('other.json'), at('out.tif'), '--keep-going'],
  ['info', at('missing.tif')],
]

describe('what failing commands say', () => {
  test.each(failing)('%s %s %s %s %s', async (...args) => {
    const { code, stdout, stderr } = await rasterloom(...args.filter((arg) => arg !== undefined))
    expect(stderr).toMatch(/^E_[A-Z]+: .+\n$/)
    expect([2, 3, 4, 5]).toContain(code)
    expect(stdout).toBe('')
    const said = stderr.replaceAll(directory, '').replace(/^E_[A-Z]+: /, '')
    expect(libraryWords.filter((word) => word.test(said)).map((word) => `${word} in ${said}`)).toEqual([])
    expect(existsSync(at('out.tif'))).toBe(false)
  })

  test('a source without a CRS is told of --src-crs', async () => {
    const { stderr } = await rasterloom('convert', at('nowhere.tif'), at('out.tif'), '--crs', 'EPSG:3857')
    expect(stderr).toContain('give it as --src-crs')
  })

  test('a URL that cannot work is tried once', async () => {
    const { stderr } = await rasterloom('info', 'http://localhost:1/a.tif')
    expect(stderr).toContain('bad port')
    expect(stderr).not.toContain('tries')
  })

  test.each([
    ['sel: time has no label', '--select: time has no label'],
    ['a run needs 200 MiB; maxMemory is 1 MiB. Raise maxMemory to 200 MiB or use fewer workers.', /--max-memory is .*fewer --workers/],
    ['x.tif: exists already: give overwrite to replace it, or another path', /give --overwrite/],
    ['stopped; run again with resume to go on.', /with --resume/],
    ["use a smaller blockSize or interleave 'band'", /--chunks or --interleave band/],
  ])('%s', (library, shell) => {
    if (typeof shell === 'string') expect(inFlags(library)).toBe(shell)
    else expect(inFlags(library)).toMatch(shell)
  })
})

test('--plan tells of an output that is there, and of values that would be clamped', async () => {
  const { code, stdout, stderr } = await rasterloom('convert', dem, at('there.tif'), '--dtype', 'uint8', '--plan')
  expect(code).toBe(0)
  expect(stderr).toContain('there.tif exists already: writing it needs --overwrite')
  expect(stdout).toContain('float32 to uint8: values are rounded to the nearest, and those beyond 0 to 255 are clamped')
  expect(stdout).toMatch(/: 4 tasks in|: 1 task in|: \d+ tasks in/)
})

test('--like refuses a grid on which no pixel of the source lies', async () => {
  const box = GeoBox.fromBounds([700000, 5000000, 701000, 5001000], { resolution: 100 }, 'EPSG:32633')
  await DataArray.fromArray(new Uint8Array(100), { dims: ['y', 'x'], shape: [10, 10], geobox: box }).toCog(at('far.tif'))
  const { code, stderr } = await rasterloom('convert', dem, at('like.tif'), '--like', at('far.tif'))
  expect(code).toBe(2)
  expect(stderr).toMatch(/^E_GRID: --like: .* covers .* in EPSG:32633, and no pixel of .* lies there/)
})
