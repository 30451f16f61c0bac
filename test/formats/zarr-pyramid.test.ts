import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/base/json.js'
import { levelPaths } from '../../src/formats/zarr/multiscales.js'
import { zarrSink } from '../../src/formats/zarr/sink.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { plainBand } from '../../src/graph/spec.js'
import { DataArray, Dataset, open as openArray, openDataset } from '../../src/index.js'
import { conformSink, type SinkCase } from '../conformance/conform-sink.js'
import { readWithZarrita } from './zarr-peer.js'
import { openZarrReader, readZarr } from './zarr-reader.js'
import { testSpec } from './zarr-spec.js'
import { counting, temporaryDirectory, writeStore } from './zarr-store.js'

const { path: root, remove } = temporaryDirectory()
afterAll(remove)

const conformCase = (name: string, spec: ArraySpec, options: JsonObject): SinkCase => ({
  name,
  spec,
  options,
  readBack: (output, level) => readZarr(output.target, { level }),
  readByOther: async ({ target, levels }, level) => {
    const { data } = await readWithZarrita(target, `${level}/${levels[0]?.spec.name}`)
    return { data, valid: null }
  },
})

conformSink('zarr pyramids', zarrSink, [
  conformCase('odd sides, bands', testSpec({ dims: ['band', 'y', 'x'], shape: [2, 37, 53] }), { chunks: 16, overviews: 'auto' }),
  conformCase('in shards', testSpec({ dims: ['y', 'x'], shape: [61, 85], dtype: 'float32' }), { chunks: 8, shards: 32, overviews: 3 }),
])

const json = (store: string, name: string): JsonObject => JSON.parse(readFileSync(join(root, store, name), 'utf8'))

const base = testSpec({ dims: ['y', 'x'], shape: [37, 53], dtype: 'float32', name: 'data' })

describe('a pyramid', () => {
  const parse = (options: JsonObject, spec = base) => zarrSink.parse(options, spec)
  const levelsOf = (options: JsonObject, spec = base) => zarrSink.levels(spec, parse(options, spec))

  it('has halves, rounded up, until one chunk holds all', () => {
    const sizes = (options: JsonObject) => levelsOf(options).map(({ spec }) => spec.shape)
    expect(sizes({ chunks: 16 })).toEqual([[37, 53]])
    expect(sizes({ chunks: 16, overviews: 'none' })).toEqual([[37, 53]])
    expect(sizes({ chunks: 16, overviews: 'auto' })).toEqual([
      [37, 53],
      [19, 27],
      [10, 14],
    ])
    expect(sizes({ chunks: 64, overviews: 'auto' })).toEqual([[37, 53]])
    expect(sizes({ chunks: 16, overviews: 1 })).toEqual([
      [37, 53],
      [19, 27],
    ])
    expect(sizes({ overviews: 30 }).at(-1)).toEqual([1, 1])
  })

  it('has pixels of exactly twice the size, from one corner', () => {
    const affines = levelsOf({ chunks: 16, overviews: 2 }).map(({ spec }) => spec.geobox?.affine)
    expect(affines).toEqual([10, 20, 40].map((size) => ({ a: size, b: 0, c: 399960, d: 0, e: -size, f: 5200020 })))
  })

  it('is made by averages, of classes by their mode, of the array itself', () => {
    const made = (options: JsonObject, spec = base) => levelsOf({ chunks: 16, overviews: 2, ...options }, spec).map(({ made }) => made)
    const op = { op: 'overview', version: 1 }
    expect(made({})).toEqual([
      null,
      { input: 0, ...op, params: { width: 27, height: 19, kernel: 'average', factor: 2 } },
      { input: 0, ...op, params: { width: 14, height: 10, kernel: 'average', factor: 4 } },
    ])
    expect(made({ overviewSource: 'level' })[2]).toMatchObject({ input: 1, params: { kernel: 'average', factor: 2 } })
    expect(made({}, { ...base, dtype: 'int64' })[2]).toMatchObject({ input: 1 })
    const classes = testSpec({ dims: ['y', 'x'], shape: [37, 53], dtype: 'uint8', categorical: true })
    expect(made({}, classes)[2]).toEqual({ input: 0, ...op, params: { width: 14, height: 10, kernel: 'mode', factor: 4 } })
    expect(made({ overviewResampling: 'nearest' }, classes)[2]).toMatchObject({ input: 1, params: { kernel: 'near' } })
  })

  it('refuses what makes no sense', () => {
    expect(() => parse({ overviews: -1 })).toThrow('overviews is -1')
    expect(() => parse({ overviews: 'all' })).toThrow('overviews is "all"')
    expect(() => parse({ overviews: 1, overviewSource: 'best' })).toThrow('overviewSource is "best"')
    expect(() => parse({ overviews: 1, overviewSource: 'level', overviewResampling: 'med' })).toThrow("'level' makes no sense with med")
    expect(() => parse({ overviews: 1, overviewResampling: 'best' })).toThrow('overviewResampling is "best"')
    expect(() => parse({ overviews: 1 }, testSpec({ dims: ['y', 'x', 'band'], shape: [9, 9, 2] }))).toThrow('must be the last dims')
  })

  it('is written by the engine in one run, described by the conventions, and every level is the exact mean', async () => {
    const data = counting('float32', [37, 53]) as Float32Array
    data[100] = Number.NaN
    const array = DataArray.fromArray(data, { dims: ['y', 'x'], shape: [37, 53], geobox: base.geobox as never, name: 'data' })
    const target = join(root, 'engine.zarr')
    await array.toZarr(target, { chunks: 16, overviews: 'auto', shards: 32, workers: 0 })
    const { attributes, consolidated_metadata: all } = json('engine.zarr', 'zarr.json') as {
      attributes: JsonObject
      consolidated_metadata: JsonObject
    }
    const place = (size: number, height: number, width: number) => ({
      'spatial:shape': [height, width],
      'spatial:transform': [size, 0, 399960, 0, -size, 5200020],
    })
    const by = (factor: number) => ({
      derived_from: '0',
      resampling_method: 'average',
      transform: { scale: [factor, factor], translation: [0, 0] },
    })
    expect(attributes).toMatchObject({
      Conventions: 'CF-1.10',
      multiscales: {
        resampling_method: 'average',
        layout: [
          { asset: '0', transform: { scale: [1, 1], translation: [0, 0] }, ...place(10, 37, 53) },
          { asset: '1', ...by(2), ...place(20, 19, 27) },
          { asset: '2', ...by(4), ...place(40, 10, 14) },
        ],
      },
      'proj:code': 'EPSG:32633',
      'spatial:bbox': [399960, 5199650, 400490, 5200020],
    })
    expect((attributes.zarr_conventions as JsonObject[]).map(({ name }) => name)).toEqual(['multiscales', 'proj', 'spatial'])
    const nodes = Object.keys((all as { metadata: JsonObject }).metadata)
    expect(nodes.sort()).toEqual(
      ['0', '1', '2'].flatMap((level) => [level, ...['data', 'spatial_ref', 'x', 'y'].map((name) => `${level}/${name}`)]),
    )
    expect(Array.from((await readWithZarrita(target, '1/x')).data as Float64Array).slice(0, 2)).toEqual([399970, 399990])
    for (const [level, size] of [
      [1, 2],
      [2, 4],
    ] as const) {
      const { data: got, shape } = await readWithZarrita(target, `${level}/data`)
      const [height, width] = shape as [number, number]
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const under: number[] = []
          for (let v = y * size; v < Math.min(37, (y + 1) * size); v++)
            for (let u = x * size; u < Math.min(53, (x + 1) * size); u++) under.push(data[v * 53 + u] as number)
          const valid = under.filter((value) => !Number.isNaN(value))
          const mean = valid.reduce((sum, value) => sum + value, 0) / valid.length
          // Of levels above the first, means of means: the same where none is missing or cut.
          if (level === 1 || (valid.length === 16 && under.length === 16)) expect(got[y * width + x]).toBeCloseTo(mean, 3)
        }
      }
    }
  })

  it('opens as the array itself, and at any level', async () => {
    const target = join(root, 'engine.zarr')
    const array = await openArray(target)
    expect([array.name, array.shape]).toEqual(['data', [37, 53]])
    const coarse = await openArray(target, { level: 2 })
    expect(coarse.shape).toEqual([10, 14])
    expect(coarse.geobox?.affine).toEqual({ a: 40, b: 0, c: 399960, d: 0, e: -40, f: 5200020 })
    await expect(openArray(target, { level: 3 })).rejects.toMatchObject({ code: 'E_USAGE', message: expect.stringContaining('no level 3') })
    const { opened } = await openZarrReader(target)
    expect(opened.levels).toEqual([
      { width: 27, height: 19 },
      { width: 14, height: 10 },
    ])
    const again = await openZarrReader(target, { ...opened.options, level: 1 })
    expect(again.opened.options).toEqual({ variable: '0/data', level: 1 })
    expect((await openZarrReader(target, again.opened.options)).opened.spec).toEqual(again.opened.spec)
  })

  it('of several variables has all of them at every level', async () => {
    const array = (name: string, shift: number) => {
      const data = Float32Array.from(counting('float32', [37, 53]) as Float32Array, (value) => value + shift)
      return DataArray.fromArray(data, { dims: ['y', 'x'], shape: [37, 53], geobox: base.geobox as never, name })
    }
    const target = join(root, 'several.zarr')
    await Dataset.of({ red: array('red', 0), nir: array('nir', 1000) }).toZarr(target, { chunks: 16, overviews: 'auto', workers: 0 })
    const { consolidated_metadata: all } = json('several.zarr', 'zarr.json') as { consolidated_metadata: { metadata: JsonObject } }
    for (const level of [0, 1, 2])
      for (const name of ['red', 'nir', 'x', 'spatial_ref']) expect(all.metadata).toHaveProperty([`${level}/${name}`])
    const read = await openDataset(target)
    expect(Object.keys(read.vars).sort()).toEqual(['nir', 'red'])
    expect((await readWithZarrita(target, '2/nir')).data[0]).toBe(Number((await readWithZarrita(target, '2/red')).data[0]) + 1000)
    expect((await openArray(target, { variable: 'nir', level: 1 })).shape).toEqual([19, 27])
  })

  it('that others describe in their way is found too', () => {
    expect(levelPaths({ multiscales: [{ version: '0.4', datasets: [{ path: '0' }, { path: 's1/image' }] }] })).toEqual(['0', 's1/image'])
    expect(levelPaths({ multiscales: { layout: [{ asset: 'r10m' }, { asset: 'r20m', derived_from: 'r10m' }] } })).toEqual(['r10m', 'r20m'])
    for (const odd of [null, 3, [], [3], {}, { layout: [{ asset: '../up' }] }, { layout: [{ asset: '/a' }] }, { layout: [3] }]) {
      expect(levelPaths({ multiscales: odd })).toEqual([])
    }
  })

  it('of version 2 has groups of that version', async () => {
    const spec = { ...base, bands: [{ ...plainBand, nodata: 'NaN' }] }
    const options = { chunks: 64, overviews: 'auto', zarrFormat: 2 }
    await writeStore(join(root, 'two.zarr'), [{ spec, data: counting('float32', [37, 53]), options }])
    expect(json('two.zarr', '.zattrs')).toHaveProperty('multiscales')
    expect(Object.keys(json('two.zarr', '.zmetadata').metadata as JsonObject)).toContain('0/.zgroup')
    expect((await readZarr(join(root, 'two.zarr'))).data).toEqual(counting('float32', [37, 53]))
  })
})
