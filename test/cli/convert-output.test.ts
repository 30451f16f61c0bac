import { existsSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { open } from '../../src/index.js'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const source = fixture('scene/B09.tif')

/** Converts, answers what `info --json` says of the output; fails on anything that is said on stderr. */
async function converted(from: string, target: string, ...options: string[]): Promise<Record<string, unknown>> {
  const { code, stderr } = await rasterloom('convert', from, target, '-q', '--workers', '0', ...options)
  expect([stderr, code]).toEqual(['', 0])
  return JSON.parse((await rasterloom('info', target, '--json')).stdout) as Record<string, unknown>
}

async function pixels(name: string): Promise<unknown> {
  return (await (await open(name)).compute()).values
}

describe('COG', () => {
  test('defaults: deflate, tiles of 512, overviews', async () => {
    expect(await converted(fixture('scene/B05.tif'), 'plain.tif')).toMatchObject({
      driver: 'GTiff',
      cog: true,
      compression: 'deflate',
      predictor: 2,
      tile: { width: 512, height: 512 },
      overviews: [{ width: 274, height: 274 }],
      nodata: 0,
    })
  })

  test('each compression, level, predictor and tile size gives the same pixels', async () => {
    const expected = await pixels(source)
    const cases: [string, string[], object][] = [
      ['none.tif', ['--compress', 'none'], { compression: 'none', predictor: 1 }],
      ['lzw.tif', ['--compress', 'lzw', '--predictor', '2'], { compression: 'LZW', predictor: 2 }],
      ['zstd.tif', ['--compress', 'zstd', '--level', '9', '--chunks', '128'], { compression: 'zstd', tile: { width: 128, height: 128 } }],
      ['deflate.tif', ['--compress', 'deflate', '--level', '9', '--predictor', 'none'], { compression: 'deflate', predictor: 1 }],
    ]
    for (const [name, options, facts] of cases) {
      expect(await converted(source, name, '--overviews', 'none', ...options), name).toMatchObject({ ...facts, overviews: [] })
      expect(await pixels(`${directory}/${name}`), name).toEqual(expected)
    }
    expect(statSync(`${directory}/deflate.tif`).size).toBeLessThan(statSync(`${directory}/none.tif`).size)
  })

  test('number and resampling of overviews', async () => {
    const two = await converted(source, 'two.tif', '--overviews', '2', '--overview-resampling', 'near', '--chunks', '64')
    expect(two.overviews).toEqual([
      { width: 91, height: 91, resampling: 'nearest' },
      { width: 45, height: 45, resampling: 'nearest' },
    ])
    const near = await (await open(`${directory}/two.tif`, { level: 2 })).compute()
    const stored = new Set((await pixels(source)) as Uint16Array)
    expect(Array.from(near.values as Uint16Array).every((value) => stored.has(value))).toBe(true)
  })

  test('--mask internal keeps validity beside the pixels; --mask none with the nodata value', async () => {
    expect(await converted(source, 'masked.tif', '--mask', 'internal', '--overviews', 'none')).toMatchObject({
      mask: 'internal',
      nodata: null,
    })
    const masked = await (await open(`${directory}/masked.tif`)).compute()
    const plain = await (await open(source)).compute()
    expect(masked.valid).toEqual(plain.valid)
    expect(await converted(source, 'bare.tif', '--mask', 'none', '--overviews', 'none')).toMatchObject({ mask: 'none', nodata: 0 })
  })

  test('--interleave', async () => {
    expect(await converted(source, 'band.tif', '--interleave', 'band')).toMatchObject({ interleave: 'band' })
  })

  test('--nodata', async () => {
    expect(await converted(source, 'high.tif', '--nodata', '65535', '--overviews', 'none')).toMatchObject({ nodata: 65535 })
    const high = await (await open(`${directory}/high.tif`)).compute()
    const plain = await (await open(source)).compute()
    expect(high.valid).toEqual(plain.valid)
    expect(await converted(source, 'without.tif', '--nodata', 'none', '--overviews', 'none')).toMatchObject({
      nodata: null,
      mask: 'internal',
    })
  })

  test('--dtype rounds to the nearest and clamps', async () => {
    expect(await converted(fixture('dem.tif'), 'dem.tif', '--dtype', 'uint8', '--nodata', '0', '--overviews', 'none')).toMatchObject({
      dtype: 'uint8',
      nodata: 0,
    })
    const bytes = await (await open(`${directory}/dem.tif`)).compute()
    const floats = await (await open(fixture('dem.tif'))).compute()
    const expected = Array.from(floats.values as Float32Array, (value, at) => {
      if (floats.valid !== null && floats.valid[at] === 0) return 0
      return Math.min(255, Math.max(0, Math.floor(value + 0.5)))
    })
    expect([...(bytes.values as Uint8Array)]).toEqual(expected)
  })
})

describe('Zarr', () => {
  test('defaults: blosc, chunks of at most 512', async () => {
    expect(await converted(source, 'plain.zarr')).toMatchObject({ driver: 'Zarr v3', compression: 'blosc', storedChunk: [1, 183, 183] })
  })

  test('each compression and chunk shape gives the same pixels', async () => {
    const expected = await pixels(source)
    const cases: [string, string[], object][] = [
      ['none.zarr', ['--compress', 'none', '--zarr-format', '3'], { compression: 'none' }],
      ['zstd.zarr', ['--compress', 'zstd', '--level', '5', '--chunks', '50x100'], { compression: 'zstd', storedChunk: [1, 50, 100] }],
      ['gzip.zarr', ['--compress', 'deflate', '--chunks', '64'], { compression: 'gzip', storedChunk: [1, 64, 64] }],
    ]
    for (const [name, options, facts] of cases) {
      expect(await converted(source, name, '--overviews', 'none', ...options), name).toMatchObject(facts)
      expect(await pixels(`${directory}/${name}`), name).toEqual(expected)
    }
  })

  test('--format goes before the name', async () => {
    await converted(source, 'store', '--format', 'zarr')
    expect(JSON.parse(readFileSync(`${directory}/store/zarr.json`, 'utf8'))).toMatchObject({ zarr_format: 3 })
  })
})

describe('an output of a size that nothing holds', () => {
  const huge = fixture('scene/B09.tif')

  test('a COG is refused for what it needs in memory, however many tiles it has', async () => {
    for (const pixel of ['0.01', '0.001']) {
      const { code, stderr } = await rasterloom('convert', huge, 'huge.tif', '--resolution', pixel)
      expect(stderr).toMatch(/^E_BUDGET: the output, 1 x \d+ x \d+ uint16 .* has \d+ chunks, whose places take .*--max-memory/)
      expect(code).toBe(5)
    }
  })

  test('a Zarr store is refused for what the disk has free, and a plan says so', async () => {
    const args = ['convert', huge, 'huge.zarr', '--resolution', '0.001'] as const
    const { code, stderr } = await rasterloom(...args)
    expect(stderr).toMatch(/^E_OUTPUT: huge.zarr: [\d.]+ TiB of pixels .* are free on that disk: .*--no-check-space/)
    expect(code).toBe(4)
    expect(existsSync(`${directory}/huge.zarr`)).toBe(false)
    expect((await rasterloom(...args, '--plan')).stdout).toMatch(/warning: huge.zarr: [\d.]+ TiB of pixels .*--no-check-space/)
  })

  test('--size names its limit', async () => {
    const { code, stderr } = await rasterloom('convert', huge, 'huge.tif', '--size', '2000000000x2000000000')
    expect(stderr).toContain('at most 999999999 pixels')
    expect(code).toBe(2)
  })
})
