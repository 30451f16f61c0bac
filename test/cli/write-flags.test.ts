import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CRS, DataArray, type GeoBox, slice } from 'rasterloom'
import { describe, expect, test } from 'vitest'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const at = (name: string): string => join(directory, name)
const source = fixture('scene/B09.tif')

/** A document of a store that was written. */
function documentOf(store: string, path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(store, path), 'utf8'))
}

describe('flags of outputs', () => {
  test('how a Zarr store packs its chunks', async () => {
    const packed = ['--blosc-codec', 'zstd', '--blosc-shuffle', 'bitshuffle', '--order', 'F', '--bounds-variables', '--zarr-format', '2']
    const { code, stderr } = await rasterloom('convert', source, at('packed.zarr'), ...packed, '--recipe-out', at('packed.json'))
    expect([code, stderr]).toEqual([0, ''])
    const store = at('packed.zarr')
    const { compressor, order } = documentOf(store, 'data/.zarray')
    expect([compressor, order]).toMatchObject([{ id: 'blosc', cname: 'zstd', shuffle: 2 }, 'F'])
    expect(documentOf(store, 'x_bnds/.zarray').shape).toHaveLength(2)
    expect(documentOf(directory, 'packed.json').output).toMatchObject({
      options: { bloscCodec: 'zstd', order: 'F', boundsVariables: true },
    })
    const again = await rasterloom('run', at('packed.json'), '--overwrite')
    expect([again.code, documentOf(store, 'data/.zarray').order]).toEqual([0, 'F'])
  })

  test('bool, and formats that have no such flags', async () => {
    await DataArray.fromArray(Uint8Array.of(0, 1, 1, 0), { dims: ['y', 'x'], shape: [2, 2], name: 'b' }).toZarr(at('bits.zarr'))
    const { code } = await rasterloom('convert', at('bits.zarr'), at('bool.zarr'), '--bool', '--nodata', 'none')
    expect([code, documentOf(at('bool.zarr'), 'b/zarr.json').data_type]).toEqual([0, 'bool'])
    const { stderr } = await rasterloom('convert', source, at('x.tif'), '--order', 'F')
    expect(stderr).toContain('--order is for Zarr output, this one is COG')
  })

  test('more overviews than there are pixels are warned of', async () => {
    for (const [target, made] of [
      ['deep.tif', /--overviews: 30 were asked for, \d+ are made/],
      ['deep.zarr', /--overviews: 30 were asked for, \d+ are made/],
    ] as const) {
      const { code, stderr } = await rasterloom('convert', source, at(target), '--overviews', '30')
      expect(code).toBe(0)
      expect(stderr).toMatch(made)
    }
  })

  test('a Mercator grid towards a pole is warned of, with the bounds to give', async () => {
    const affine = { a: 10, b: 0, c: -180, d: 0, e: -10, f: 90 }
    const geobox = { width: 36, height: 18, affine, crs: CRS.parse('EPSG:4326') } satisfies GeoBox
    await DataArray.fromArray(new Uint8Array(36 * 18), { dims: ['y', 'x'], shape: [18, 36], geobox }).toCog(at('world.tif'))
    const { stderr } = await rasterloom('convert', at('world.tif'), at('mercator.tif'), '--crs', 'EPSG:3857')
    expect(stderr).toContain('give --bounds=-180,-85.06,180,85.06 --bounds-crs EPSG:4326')
    const bounded = ['--bounds=-180,-85.06,180,85.06', '--bounds-crs', 'EPSG:4326']
    const { code, stderr: none } = await rasterloom('convert', at('world.tif'), at('square.tif'), '--crs', 'EPSG:3857', ...bounded)
    expect([code, none]).toEqual([0, ''])
  })
})

describe('messages', () => {
  test('--keep-going prints a short line a source', async () => {
    writeFileSync(at('broken.tif'), 'II*\0')
    const { code, stdout } = await rasterloom('convert', source, at('broken.tif'), at('out'), '--keep-going')
    const lines = stdout.trim().split('\n')
    expect([code === 0, lines.length]).toEqual([false, 2])
    expect(lines.every((line) => line.length < 400)).toBe(true)
    expect(lines.map((line) => (JSON.parse(line) as { ok: boolean }).ok)).toEqual([true, false])
  })

  test('a band of calc that is not there is told as it was written', async () => {
    const { stderr } = await rasterloom('calc', 'A', '--A', `${source}:3`, at('calc.tif'))
    expect(stderr).toMatch(/B09\.tif:3: .*there is no band 3/)
    expect(stderr).not.toContain('--bands')
  })

  test('a recipe without nodes says what to do', async () => {
    writeFileSync(at('empty.json'), JSON.stringify({ rasterloom: 1, base: null, nodes: [], outputs: [], hash: '', sources: [] }))
    const { stderr } = await rasterloom('run', at('empty.json'), at('y.tif'))
    expect(stderr).toMatch(/has no "nodes".*write it anew.*--recipe-out/)
  })

  test('times of an append are dates; a region of a store with overviews is refused for those', async () => {
    const days = (from: number) => ({ time: Array.from({ length: 2 }, (_, day) => new Date(Date.UTC(2020, 0, from + day))) })
    const cube = (from: number) =>
      DataArray.fromArray(new Uint8Array(8), { dims: ['time', 'y', 'x'], shape: [2, 2, 2], coords: days(from), name: 'v' })
    await cube(3).toZarr(at('cube.zarr'))
    await expect(cube(1).toZarr(at('cube.zarr'), { append: 'time' })).rejects.toThrow(
      'run from 2020-01-03 to 2020-01-04 in the store, and those of the array begin at 2020-01-01',
    )
    const image = DataArray.fromArray(new Uint8Array(64), { dims: ['y', 'x'], shape: [8, 8], name: 'image' })
    await image.toZarr(at('pyramid.zarr'), { overviews: 2, overviewResampling: 'average' })
    const part = image.isel({ y: slice(0, 4) })
    await expect(part.toZarr(at('pyramid.zarr'), { region: { y: [0, 4] as never } })).rejects.toThrow(/region|the store has overviews/)
    await expect(part.toZarr(at('pyramid.zarr'), { region: 'auto' })).rejects.toThrow(
      'the store has overviews, which would not agree with a part of y',
    )
  })
})
