import { describe, expect, it } from 'vitest'
import { DataArray, Dataset, GeoBox } from '../../src/index.js'

const box = GeoBox.fromBounds([0, 0, 40, 20], { resolution: 10 }, 'EPSG:32633')
const field = DataArray.fromArray(Float64Array.of(1, 2, 3, 4, 5, 6, 7, Number.NaN), {
  dims: ['y', 'x'],
  shape: [2, 4],
  geobox: box,
  name: 'v',
})
const cover = DataArray.fromArray(Uint8Array.of(3, 3, 7, 7, 3, 0, 7, 7), {
  dims: ['y', 'x'],
  shape: [2, 4],
  geobox: box,
  nodata: 0,
  name: 'cover',
})
const values = async (array: DataArray<string>) => {
  const { values: found, valid } = await array.compute({ workers: 0 })
  return Array.from(found as ArrayLike<number | bigint>, (value, at) => (valid?.[at] === 0 ? null : Number(value)))
}

describe('groups by the classes of an array', () => {
  it('that lies in memory: those that are there', async () => {
    const sums = field.groupby(cover).sum()
    expect([sums.dims, sums.coords.cover]).toEqual([['cover'], [3, 7]])
    expect(await values(sums)).toEqual([8, 14])
  })

  it('that its file names', async () => {
    const named = cover.isel({ x: [0, 1, 2, 3] }).assignAttrs({ flag_values: [3, 5, 7], flag_meanings: 'a b c' })
    expect(await values(field.groupby(named).count())).toEqual([3, 0, 3])
    const items = cover.add(0).rename('kind').assignAttrs({ CLASS_7: 'wood', CLASS_3: 'grass' })
    expect(field.groupby(items).max().coords.kind).toEqual([3, 7])
  })

  it('that is a condition', async () => {
    const high = field.gt(3.5).rename('high')
    expect(field.groupby(high).sum().coords.high).toEqual([0, 1])
    expect(await values(field.groupby(high).sum())).toEqual([6, 22])
  })

  it('that nobody knows: says what to do, and unique does it', async () => {
    const unknown = cover.add(1)
    expect(() => field.groupby(unknown)).toThrow('or read them, { values: await classes.unique() }')
    expect(await unknown.unique()).toEqual([4, 8])
    expect(await values(field.groupby(unknown, { values: await unknown.unique() }).mean())).toEqual([8 / 3, 14 / 3])
    expect(await field.unique()).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(await DataArray.fromArray(Int16Array.of(2, -1, 2), { dims: ['time'] }).unique()).toEqual([-1, 2])
  })

  it('of datasets', async () => {
    const made = Dataset.of({ a: field, b: field.mul(2) })
      .groupby(cover)
      .mean()
    expect(await values(made.vars.b as DataArray<string>)).toEqual([16 / 3, 28 / 3])
  })
})

describe('several quantiles', () => {
  it('make a first dim', async () => {
    const made = field.quantile([0, 0.5, 1], 'x')
    expect([made.dims, made.coords.quantile]).toEqual([
      ['quantile', 'y'],
      [0, 0.5, 1],
    ])
    expect(await values(made)).toEqual([1, 5, 2.5, 6, 4, 7])
    expect(await values(made.sel({ quantile: 0.5 }))).toEqual([2.5, 6])
    expect(await values(field.quantile([0.5]))).toEqual([4])
  })

  it('of groups, windows and datasets', async () => {
    expect(field.groupby(cover).quantile([0.25, 0.75]).dims).toEqual(['quantile', 'cover'])
    expect(field.coarsen({ x: 2 }).quantile([0.25, 0.75]).dims).toEqual(['quantile', 'y', 'x'])
    const ds = Dataset.of({ a: field }).quantile([0.1, 0.9], 'y')
    expect((ds.vars.a as DataArray<string>).dims).toEqual(['quantile', 'x'])
    expect(Dataset.of({ a: field }).coarsen({ x: 2 }).quantile([0.5]).vars.a?.shape).toEqual([1, 2, 2])
  })

  it('are refused where they make no sense', () => {
    expect(() => field.quantile([], 'x')).toThrow('quantile: the list is empty')
    expect(() => field.quantile([0.5, 2], 'x')).toThrow('2')
    expect(() => field.quantile([0.1, 0.2], 'x').quantile([0.5], 'y')).toThrow('the array has a dim "quantile" already')
  })
})

describe('datasets', () => {
  const ds = Dataset.of({ a: field, b: field.neg() })
  const ring = [
    [0, 0],
    [0, 20],
    [20, 20],
    [20, 0],
    [0, 0],
  ]

  it('are clipped by shapes and by bounds', async () => {
    const inside = ds.clip({ type: 'Polygon', coordinates: [ring] }, { crs: 'EPSG:32633' })
    expect(await values(inside.vars.b as DataArray<string>)).toEqual([-1, -2, -5, -6])
    expect(await values(ds.clip(2, 4).vars.a as DataArray<string>)).toEqual([2, 2, 3, 4, 4, 4, 4, null])
  })

  it('have argmin and argmax', async () => {
    expect(await values(ds.argmax('x').vars.a as DataArray<string>)).toEqual([3, 2])
    expect(await values(ds.argmin('x').vars.b as DataArray<string>)).toEqual([3, 2])
  })
})
