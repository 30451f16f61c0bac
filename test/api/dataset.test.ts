import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { concat, DataArray, Dataset, open, openDataset } from '../../src/index.js'

const scene = fileURLToPath(new URL('../../fixtures/scene/', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'rasterloom-dataset-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const run = { workers: 0 }

async function reflectances() {
  const [red, nir, swir] = await Promise.all(['B04', 'B08', 'B11'].map((name) => open(`${scene}${name}.tif`, { band: 1 })))
  return Dataset.of({ red: red as DataArray<'y' | 'x'>, nir: nir as DataArray<'y' | 'x'>, swir: swir as DataArray<'y' | 'x'> })
}

describe('a dataset', () => {
  it('comes back from its recipe with the same hash and names', async () => {
    const data = (await reflectances()).reproject('EPSG:3857', { resolution: 60, resampling: { red: 'bilinear', '*': 'near' } })
    const again = await Dataset.fromJSON(JSON.stringify(data))
    expect(again.hash).toBe(data.hash)
    expect(again.names).toEqual(['red', 'nir', 'swir'])
    const same = data.vars.red.rename('other')
    expect(() => Dataset.of({ red: same }).get('blue' as 'red')).toThrow('there is no variable "blue"; there are red')
  })

  it('computes all variables in one run', async () => {
    const data = (await reflectances()).sel({ x: 485005 }, { method: 'nearest' })
    const made = await data.compute(run)
    expect(made.names).toEqual(['red', 'nir', 'swir'])
    for (const name of ['red', 'nir', 'swir'] as const) {
      const alone = await data.get(name).compute(run)
      expect(made.get(name).values).toEqual(alone.values)
    }
  })

  it('changes dtype, chunks, grid and names of all variables', async () => {
    const data = await reflectances()
    expect(data.astype('float32').vars.swir.dtype).toBe('float32')
    expect(data.chunk(128).vars.nir.chunks).toEqual({ y: 128, x: 128 })
    expect(data.chunk({ y: 64 }).vars.nir.chunks.y).toBe(64)
    expect(() => data.chunk({ z: 64 })).toThrow('chunk: no variable has a dim "z"; there are y, x')
    const matched = data.reprojectMatch(data.vars.swir, { resampling: 'bilinear' })
    expect(matched.vars.red.geobox).toEqual(data.vars.swir.geobox)
    const renamed = data.rename({ red: 'B04' })
    expect(renamed.names).toEqual(['B04', 'nir', 'swir'])
    expect(renamed.get('B04').name).toBe('B04')
    expect(() => data.rename({ red: 'nir' })).toThrow('two variables would be called "nir"')
    expect(data.map((array) => array.mul(2)).vars.red.dtype).toBe('int32')
  })

  it('is opened with its variables in the order in which they were written, or asked for', async () => {
    const data = (await reflectances()).isel({ y: [0, 1], x: [0, 1] })
    const path = join(directory, 'order.zarr')
    const { red, nir } = data.vars
    await Dataset.of({ red, nir }).toZarr(path, run)
    expect((await openDataset(path)).names).toEqual(['red', 'nir'])
    expect((await openDataset(path, { variables: ['nir', 'red'] })).names).toEqual(['nir', 'red'])
  })
})

describe('arrays in memory', () => {
  it('of one dim need no shape', () => {
    expect(DataArray.fromArray(Float32Array.of(1, 2, 3), { dims: ['x'] }).shape).toEqual([3])
    expect(() => DataArray.fromArray(new Uint8Array(4), { dims: ['y', 'x'] })).toThrow(
      'fromArray: shape is undefined, expected a list of extents, one for each dim',
    )
  })

  it('are not made with new', () => {
    const made = DataArray as unknown as new () => unknown
    expect(() => new made()).toThrow('use open, DataArray.fromArray or DataArray.fromJSON')
    expect('peek' in DataArray).toBe(false)
  })

  it('laid along time show dates in their recipe', () => {
    const one = DataArray.fromArray(new Uint8Array(1), { dims: ['x'] })
    expect(inspect(concat([one, one], { dim: 'time', labels: ['2021-06-14', '2021-06-30T10:20'] }))).toContain(
      'concat time, labels 2021-06-14, 2021-06-30T10:20:00Z',
    )
  })
})
