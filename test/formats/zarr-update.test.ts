import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DataArray } from '../../src/api/data-array.js'
import { Dataset } from '../../src/api/dataset.js'
import { Affine, GeoBox } from '../../src/api/geo-names.js'
import { open } from '../../src/api/open.js'
import { slice } from '../../src/api/select-slice.js'
import { allocate, type Dtype, type TypedArray } from '../../src/base/dtype.js'
import { scratch } from '../engine/scratch.js'
import { readWithZarrita } from './zarr-peer.js'

const place = scratch('zarr-update')
const quiet = { workers: 0 } as const
const days = (count: number, from = 0): Date[] => Array.from({ length: count }, (_, at) => new Date(Date.UTC(2024, 0, 1 + from + at)))

/** A cube of seeded values: time, y, x. */
function cube(dtype: Dtype, [times, height, width]: readonly [number, number, number], seed = 0, from = 0): DataArray<'time' | 'y' | 'x'> {
  const data = allocate(dtype, times * height * width)
  for (let i = 0; i < data.length; i++) {
    const value = (((i + from * height * width) * 7919 + seed) >>> 0) % 251
    data[i] = (dtype.endsWith('64') && dtype !== 'float64' ? BigInt(value) : value) as never
  }
  return DataArray.fromArray(data, {
    dims: ['time', 'y', 'x'],
    shape: [times, height, width],
    geobox: GeoBox.of(width, height, Affine.of(10, 0, 500000, 0, -10, 5200000), 'EPSG:32633'),
    coords: { time: days(times, from) },
    nodata: 255,
    name: 'v',
  })
}

async function pixels(path: string, variable?: string): Promise<TypedArray> {
  return (await (await open(path, variable === undefined ? {} : { variable })).compute(quiet)).values
}

const layouts: readonly (readonly [name: string, dtype: Dtype, options: object])[] = [
  ['chunks of one time', 'uint8', { chunks: { time: 1, y: 16, x: 16 } }],
  ['chunks across the seam', 'int16', { chunks: { time: 2, y: 16, x: 16 }, compress: 'gzip' }],
  ['shards', 'float32', { chunks: { time: 1, y: 8, x: 8 }, shards: { time: 2, y: 16, x: 32 }, compress: 'zstd' }],
  [
    'shards, index first, checksums',
    'int64',
    { chunks: { time: 1, y: 8, x: 8 }, shards: { y: 16, x: 16 }, shardIndex: 'start', checksum: true },
  ],
  ['version 2', 'uint16', { zarrFormat: 2, chunks: { time: 2, y: 16, x: 16 } }],
  ['version 2, zstd', 'float64', { zarrFormat: 2, chunks: { time: 1, y: 32, x: 32 }, compress: 'zstd', dimensionSeparator: '/' }],
]

describe.each(layouts)('a store is appended to: %s', (name, dtype, options) => {
  const base = name.replaceAll(/\W+/g, '-')

  it('along time: the same pixels, labels and metadata as written at once, for us and for zarrita', async () => {
    const whole = cube(dtype, [5, 37, 41])
    const path = place(`${base}-time.zarr`)
    await whole.isel({ time: slice(0, 3) }).toZarr(path, { ...quiet, ...options })
    await whole.isel({ time: slice(3, 5) }).toZarr(path, { ...quiet, append: 'time' })
    const found = await open(path)
    expect(await pixels(path)).toEqual(whole.values)
    expect(found.coords.time).toEqual(whole.coords.time)
    expect(found.geobox).toEqual(whole.geobox)
    const version = 'zarrFormat' in options ? 2 : 3
    // It takes the index of a shard to stand at its end wherever it is.
    if (!name.includes('index first')) expect([...(await readWithZarrita(path, 'v', version)).data]).toEqual([...whole.values])
    expect([...(await readWithZarrita(path, 'time', version)).data].map(String)).toHaveLength(5)
    expect(readdirSync(place('')).filter((each) => /lock|partial/.test(each))).toEqual([])
  })

  it('along y, at an edge that is none of a chunk', async () => {
    const whole = cube(dtype, [2, 53, 29])
    const path = place(`${base}-y.zarr`)
    await whole.isel({ y: slice(0, 21) }).toZarr(path, { ...quiet, ...options })
    await whole.isel({ y: slice(21, 53) }).toZarr(path, { ...quiet, append: 'y' })
    expect(await pixels(path)).toEqual(whole.values)
    expect((await open(path)).geobox).toEqual(whole.geobox)
    const version = 'zarrFormat' in options ? 2 : 3
    if (name.includes('index first')) return
    const { attrs, shape } = await readWithZarrita(path, 'v', version)
    expect(shape).toEqual([2, 53, 29])
    expect(attrs).toMatchObject({ 'spatial:shape': [53, 29], 'spatial:bbox': [500000, 5199470, 500290, 5200000] })
  })

  it('a region, wherever its edges lie, and nothing beside it', async () => {
    const whole = cube(dtype, [4, 45, 50])
    const other = cube(dtype, [4, 45, 50], 100)
    const path = place(`${base}-region.zarr`)
    await whole.toZarr(path, { ...quiet, ...options })
    const part = { time: slice(1, 3), y: slice(5, 37), x: slice(3, 50) }
    await other.isel(part).toZarr(path, { ...quiet, region: 'auto' })
    const expected = whole.values.slice()
    for (let t = 1; t < 3; t++)
      for (let y = 5; y < 37; y++)
        for (let x = 3; x < 50; x++) expected[(t * 45 + y) * 50 + x] = other.values[(t * 45 + y) * 50 + x] as never
    expect(await pixels(path)).toEqual(expected)
  })
})

describe('a store that is changed', () => {
  it('keeps a chunk of nothing but fill unstored, also where one stood', async () => {
    const path = place('fill.zarr')
    const whole = cube('uint8', [2, 16, 16])
    await whole.toZarr(path, { ...quiet, chunks: { time: 1, y: 16, x: 16 } })
    const empty = DataArray.fromArray(new Uint8Array(256).fill(255), {
      ...{ dims: ['time', 'y', 'x'], shape: [1, 16, 16], nodata: 255, name: 'v' },
      geobox: whole.geobox,
      coords: { time: days(1, 1) },
    })
    await empty.toZarr(path, { ...quiet, region: { time: slice(1, 2) } })
    expect(existsSync(join(path, 'v/c/1/0/0'))).toBe(false)
    expect([...(await pixels(path)).subarray(256)]).toEqual(Array(256).fill(255))
  })

  it('takes all variables of a dataset in one run, and refuses one of them alone', async () => {
    const path = place('several.zarr')
    const [a, b] = [cube('uint8', [3, 10, 12]), cube('int16', [3, 10, 12], 5)]
    await Dataset.of({ a, b })
      .isel({ time: slice(0, 2) })
      .toZarr(path, quiet)
    const last = Dataset.of({ a, b }).isel({ time: slice(2, 3) })
    await expect(last.get('a').toZarr(path, { ...quiet, append: 'time', variable: 'a' })).rejects.toThrow(
      /"b" has the dim time, too, and would be left short: append all variables in one run/,
    )
    await last.toZarr(path, { ...quiet, append: 'time' })
    expect(await pixels(path, 'a')).toEqual(a.values)
    expect(await pixels(path, 'b')).toEqual(b.values)
  })

  it('carries the overviews of a pyramid along', async () => {
    const whole = cube('float32', [3, 40, 52])
    const [path, once] = [place('pyramid.zarr'), place('pyramid-once.zarr')]
    const options = { ...quiet, chunks: { time: 1, y: 16, x: 16 }, overviews: 'auto' } as const
    await whole.toZarr(once, options)
    await whole.isel({ time: slice(0, 1) }).toZarr(path, options)
    await whole.isel({ time: slice(1, 3) }).toZarr(path, { ...quiet, append: 'time' })
    for (const level of [0, 1, 2]) {
      const [found, right] = [await open(path, { level }), await open(once, { level })]
      expect((await found.compute(quiet)).values).toEqual((await right.compute(quiet)).values)
      expect(found.coords.time).toEqual(right.coords.time)
    }
    await expect(whole.isel({ y: slice(0, 16) }).toZarr(path, { ...quiet, region: 'auto' })).rejects.toThrow(
      /the store has overviews, which would not agree with a part of y that is written\. Write the whole store again/,
    )
  })

  it('keeps what it does not understand of the metadata, to the digit', async () => {
    const path = place('foreign.zarr')
    const whole = cube('int64', [2, 8, 8])
    await whole.isel({ time: slice(0, 1) }).toZarr(path, quiet)
    for (const file of ['zarr.json', 'v/zarr.json']) {
      const text = readFileSync(join(path, file), 'utf8')
      writeFileSync(
        join(path, file),
        text.replace('"nodata"', '"nodata"').replace(/"grid_mapping":/, '"foreign": [9007199254740993, -0.0, 1.50], "grid_mapping":'),
      )
    }
    await whole.isel({ time: slice(1, 2) }).toZarr(path, { ...quiet, append: 'time' })
    for (const file of ['zarr.json', 'v/zarr.json'])
      expect(readFileSync(join(path, file), 'utf8')).toContain('"foreign": [9007199254740993, -0.0, 1.50]')
    expect(readFileSync(join(path, 'v/zarr.json'), 'utf8')).not.toContain('rasterloom:recipe')
  })
})

describe('what does not belong into a store is refused, and the store stays', () => {
  const base = cube('uint8', [3, 20, 24])
  const path = place('refusals.zarr')
  const shifted = (changes: object): DataArray<'time' | 'y' | 'x'> =>
    DataArray.fromArray(base.values, {
      ...{ dims: ['time', 'y', 'x'], shape: [3, 20, 24], geobox: base.geobox, coords: { time: days(3, 3) }, name: 'v', nodata: 255 },
      ...changes,
    })
  const grid = (affine: Affine, crs = 'EPSG:32633') => ({ geobox: GeoBox.of(24, 20, affine, crs) })
  const cases: readonly (readonly [name: string, array: DataArray<string>, options: object, message: RegExp])[] = [
    [
      'another dtype',
      shifted({}).astype('int16'),
      { append: 'time' },
      /v: is uint8 in the store, the array int16: cast it with astype\('uint8'\)/,
    ],
    [
      'another CRS',
      shifted(grid(Affine.of(10, 0, 500000, 0, -10, 5200000), 'EPSG:32634')),
      { append: 'time' },
      /does not lie on the store's grid: .*CRS/,
    ],
    ['half a pixel off', shifted(grid(Affine.of(10, 0, 500005, 0, -10, 5200000))), { append: 'time' }, /does not lie on the store's grid/],
    [
      'beside the store',
      shifted(grid(Affine.of(10, 0, 500010, 0, -10, 5200000))),
      { append: 'time' },
      /x 1 to 25, outside of the store's 0 to 24/,
    ],
    ['labels that are there', base, { append: 'time' }, /label .* of time is in the store already/],
    ['labels before the end', shifted({ coords: { time: days(3, -9) } }), { append: 'time' }, /lies before the end/],
    ['no labels', shifted({ coords: {} }), { append: 'time' }, /the store has labels along time, and the array has none/],
    ['chunks of its own', shifted({}), { append: 'time', chunks: 7 }, /chunks is as the store has it/],
    ['a dim that is not there', shifted({}), { append: 'depth' }, /there is no dim "depth"/],
    [
      'a region of another size',
      shifted({ coords: {} }),
      { region: { time: slice(0, 2) } },
      /region.time is 0 to 2, 2 positions, but the array has 3/,
    ],
    [
      'a region elsewhere than the grid says',
      base.isel({ y: slice(0, 5) }),
      { region: { y: slice(5, 10) } },
      /by its labels the array lies at 0 to 5/,
    ],
    ['labels that are not there', shifted({}), { region: 'auto' }, /label .* of time is not in the store/],
  ]
  it('writes the store', async () => {
    await base.toZarr(path, quiet)
  })
  it.each(cases)('%s', async (_, array, options, message) => {
    await expect(array.toZarr(path, { ...quiet, ...options })).rejects.toThrow(message)
    expect(await pixels(path)).toEqual(base.values)
    expect(readdirSync(place('')).filter((each) => each.includes('refusals'))).toEqual(['refusals.zarr'])
  })
  it('a store that is not there, or is no store', async () => {
    await expect(base.toZarr(place('none.zarr'), { ...quiet, append: 'time' })).rejects.toThrow(/there is no store to append to/)
    await expect(base.toZarr(place(''), { ...quiet, region: 'auto' })).rejects.toThrow(/no Zarr store/)
  })
})
