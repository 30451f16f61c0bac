import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { DataArray, Dataset, open, openDataset, slice } from '../../src/index.js'

const scene = fileURLToPath(new URL('../../fixtures/scene/', import.meta.url))
const here = mkdtempSync(join(tmpdir(), 'write-'))
afterAll(() => rmSync(here, { recursive: true }))
const run = { workers: 0 }

async function ndvi() {
  const nir = await open(`${scene}B08.tif`, { band: 1, scaled: true })
  const red = await open(`${scene}B04.tif`, { band: 1, scaled: true })
  return nir
    .sub(red)
    .div(nir.add(red))
    .rename('ndvi')
    .isel({ y: slice(0, 300), x: slice(100, 500) })
}

describe('an array', () => {
  it('is written to Zarr and to a COG, and read back the same', async () => {
    const array = await ndvi()
    const expected = await array.compute(run)
    const events: number[] = []
    const report = await array.toZarr(join(here, 'a.zarr'), {
      chunks: 128,
      ...run,
      onProgress: ({ chunksDone }) => events.push(chunksDone),
    })
    expect(report.recipeHash).toBe(array.hash)
    expect(events).toEqual([...events].sort((a, b) => a - b))
    const cog = await array.chunk(256).toCog(join(here, 'a.tif'), { ...run, overviews: 'none' })
    expect(cog.outputs).toEqual([join(here, 'a.tif')])
    for (const name of ['a.zarr', 'a.tif']) {
      const back = await open(join(here, name), name === 'a.tif' ? { band: 1 } : {})
      expect(back.chunks, name).toEqual(name === 'a.tif' ? { y: 256, x: 256 } : { y: 128, x: 128 })
      expect([back.geobox, back.dtype], name).toEqual([array.geobox, 'float32'])
      expect((await back.compute(run)).filled(-9), name).toEqual(expected.filled(-9))
    }
    expect(readdirSync(here).sort()).toEqual(['a.tif', 'a.zarr'])
  })

  it('leaves its recipe in the output, with the same hash, and the recipe makes the same bytes again', async () => {
    const array = await ndvi()
    const { attributes } = JSON.parse(readFileSync(join(here, 'a.zarr/ndvi/zarr.json'), 'utf8'))
    expect(attributes['rasterloom:hash']).toBe(array.hash)
    const again = await DataArray.fromJSON(attributes['rasterloom:recipe'], { base: here })
    expect(again.hash).toBe(array.hash)
    await again.toZarr(join(here, 'again.zarr'), { chunks: 128, ...run })
    const files = (root: string) => readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
    const names = files(join(here, 'a.zarr')).map((each) => join(each.parentPath, each.name))
    expect(names.length).toBeGreaterThan(12)
    for (const name of names) expect(readFileSync(name.replace('/a.zarr', '/again.zarr')), name).toEqual(readFileSync(name))
    rmSync(join(here, 'again.zarr'), { recursive: true })
  })

  it('is not written over what is there, nor over its own source', async () => {
    const array = await ndvi()
    await expect(array.toZarr(join(here, 'a.zarr'), run)).rejects.toMatchObject({ code: 'E_OUTPUT' })
    await expect(
      (await open(join(here, 'a.tif'), { band: 1 })).add(1).toCog(join(here, 'a.tif'), { ...run, overwrite: true }),
    ).rejects.toThrow(/also a source/)
    await expect((await open(join(here, 'a.zarr'))).add(1).toZarr(join(here, 'a.zarr'), { ...run, overwrite: true })).rejects.toThrow(
      /also a source/,
    )
    expect(existsSync(join(here, 'a.zarr/zarr.json'))).toBe(true)
  })

  it('refuses options that are not known, and names those that are', async () => {
    const array = await ndvi()
    await expect(array.toZarr(join(here, 'b.zarr'), { chunk: 5 } as object)).rejects.toThrow(
      'toZarr: unknown option "chunk" (did you mean "chunks"?)',
    )
    await expect(array.toCog(join(here, 'b.tif'), { predictr: 2 } as object)).rejects.toThrow(/known are .*overviews.*maxMemory/)
    await expect(array.compute({ worker: 0 } as object)).rejects.toThrow(/compute: unknown option "worker" \(did you mean "workers"\?\)/)
    await expect(array.toCog(join(here, 'b.tif'), { chunks: { y: 256, x: 512 } })).rejects.toThrow(/square/)
    expect(existsSync(join(here, 'b.zarr'))).toBe(false)
  })

  it('is planned as a table and as data, without writing', async () => {
    const array = await ndvi()
    const plan = await array.plan({ to: join(here, 'c.zarr'), chunks: 128, ...run, maxMemory: '512MB' })
    expect(inspect(plan)).toMatch(/Plan .*tasks/)
    expect(String(plan)).toBe(inspect(plan))
    expect(JSON.parse(JSON.stringify(plan))).toMatchObject({ tasks: 12 })
    expect((await array.plan(run)).promiseBytes).toBeLessThanOrEqual(512 * 2 ** 20)
    expect(existsSync(join(here, 'c.zarr'))).toBe(false)
    await expect(array.plan({ to: 'out' })).rejects.toThrow(/does not say its format/)
    await expect(array.plan({ maxMemory: '1MB', ...run })).rejects.toMatchObject({ code: 'E_BUDGET' })
  })
})

describe('a dataset', () => {
  const load = async () =>
    Dataset.of({
      nir: (await open(`${scene}B08.tif`, { band: 1 })).isel({ y: slice(0, 300), x: slice(0, 300) }),
      red: (await open(`${scene}B04.tif`, { band: 1 })).isel({ y: slice(0, 300), x: slice(0, 300) }),
    })

  it('names its variables and gives them back', async () => {
    const data = await load()
    expect([data.names, data.vars.red.name, data.get('nir').name]).toEqual([['nir', 'red'], 'red', 'nir'])
    expect(() => data.get('blue' as 'red')).toThrow('there is no variable "blue"; there are nir, red')
    expect(() => Dataset.of({})).toThrow(/no variables/)
    expect(inspect(data)).toMatch(/^Dataset \(nir, red\)\n {2}dims {7}y: 300, x: 300\n[\s\S]* {4}nir \(y: 300, x: 300\) uint16\n/)
  })

  it('does to all variables what is asked', async () => {
    const data = await load()
    expect(data.isel({ y: slice(0, 5) }).vars.red.shape).toEqual([5, 300])
    expect(() => data.isel({ time: 0 })).toThrow('no variable has a dim "time"; there are y, x')
    expect(data.resample({ factor: 2, resampling: { nir: 'bilinear', '*': 'near' } }).vars.nir.shape).toEqual([150, 150])
    expect(() => data.resample({ factor: 2, resampling: { blue: 'near' } })).toThrow(/names "blue", which is no variable/)
    const there = data.reproject('EPSG:3857', { resolution: 20, resampling: 'bilinear' })
    expect(there.vars.red.geobox).toEqual(there.vars.nir.geobox)
    expect(data.map((array, name) => array.add(name === 'red' ? 1 : 2)).vars.red.dtype).toBe('int32')
    const ratio = data.vars.nir.div(data.vars.red)
    expect(data.assign({ ratio }).names).toEqual(['nir', 'red', 'ratio'])
    expect(data.merge(Dataset.of({ red: ratio })).vars.red.dtype).toBe('float32')
  })

  it('is written into one Zarr store in one run', async () => {
    const data = await load()
    const report = await data.toZarr(join(here, 'set.zarr'), run)
    expect(report.outputs).toEqual([join(here, 'set.zarr')])
    const whole = await openDataset(join(here, 'set.zarr'))
    expect([whole.names, whole.vars.nir?.geobox]).toEqual([['nir', 'red'], data.vars.nir.geobox])
    expect((await openDataset(join(here, 'set.zarr'), { variables: ['red'] })).names).toEqual(['red'])
    await expect(openDataset(join(here, 'set.zarr'), { variables: ['blue'] })).rejects.toMatchObject({ code: 'E_USAGE' })
    for (const name of data.names) {
      const back = await open(join(here, 'set.zarr'), { variable: name })
      expect((await back.compute(run)).filled(0)).toEqual((await data.get(name).compute(run)).filled(0))
    }
  })

  it('becomes the bands of one COG, described by name', async () => {
    const data = await load()
    await data.toCog(join(here, 'set.tif'), run)
    const back = await open(join(here, 'set.tif'))
    expect([back.shape, back.coords.band]).toEqual([
      [2, 300, 300],
      ['nir', 'red'],
    ])
    expect((await back.sel({ band: 'red' }).compute(run)).filled(0)).toEqual((await data.vars.red.compute(run)).filled(0))
    const uneven = data.assign({ ratio: data.vars.nir.div(2) })
    await expect(uneven.toCog(join(here, 'no.tif'))).rejects.toThrow('nir and ratio cannot be bands of one file: dtypes uint16 and float32')
    const elsewhere = data.assign({ red: data.vars.red.isel({ x: slice(1, 300) }) })
    await expect(elsewhere.toCog(join(here, 'no.tif'))).rejects.toThrow(
      /begins 1 px east, 0 px north of the first, with 300 x 300 and 299 x 300 pixels/,
    )
  })

  it('has one recipe with an output for each variable', async () => {
    const recipe = (await load()).toJSON()
    expect(recipe.outputs).toHaveLength(2)
    expect((await DataArray.fromJSON(recipe)).name).toBe('nir')
  })
})
