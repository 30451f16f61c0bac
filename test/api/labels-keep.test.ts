import { describe, expect, it } from 'vitest'
import { applyOp } from '../../src/api/apply.js'
import { nodeOf, wrapped } from '../../src/api/data-array.js'
import { DataArray, Dataset, GeoBox } from '../../src/index.js'

const box = GeoBox.fromBounds([500000, 5400000, 500040, 5400030], { resolution: 10 }, 'EPSG:32633')
const bands = [{ nodata: -1, scale: 0.01, offset: 2, unit: 'K', description: 'heat' }]
const plain = DataArray.fromArray(
  Int16Array.from({ length: 48 }, (_, at) => at),
  {
    dims: ['time', 'y', 'x'],
    shape: [4, 3, 4],
    geobox: box,
    coords: { time: ['2021-01-01', '2021-01-11', '2021-02-01', '2021-02-11'] },
    name: 't',
    attrs: { source: 'here' },
  } as never,
) as DataArray<string>
const told: DataArray<string> = wrapped(applyOp('relabel', { bands: bands as never }, [nodeOf(plain)]))

/** What an array says beside its pixels. */
const said = (array: DataArray<string>) => ({
  name: array.name,
  attrs: array.attrs,
  scale: array.encoding.scale,
  unit: array.encoding.unit,
  crs: array.crs?.epsg ?? null,
  times: array.coords.time?.length ?? null,
})
const all = { name: 't', attrs: { source: 'here' }, scale: 0.01, unit: 'K', crs: 32633, times: 4 }
const computed = { ...all, attrs: {}, scale: 1, unit: null }

describe('what is kept of attributes, encoding, CRS and labels', () => {
  // Pixels that are moved or picked mean what they meant.
  it.each<[string, DataArray<string>, object]>([
    ['transpose', told.transpose('x', 'time', 'y'), all],
    ['expandDims', told.expandDims('model'), all],
    ['shift', told.shift({ time: 1 }), all],
    ['shift along x', told.shift({ x: -1 }), all],
    ['pad', told.pad({ x: 1, y: [0, 2] }), all],
    ['reindex', told.reindex({ time: ['2021-01-11', '2021-03-01'] }), { ...all, times: 2 }],
    ['sortby', told.sortby('time', { ascending: false }), all],
    ['drop', told.drop({ time: '2021-02' }), { ...all, times: 2 }],
    ['assignCoords', told.assignCoords({ time: [1, 2, 3, 4] }), all],
    ['where', told.where(told.gt(3)), all],
    ['clip', told.clip(0, 9), all],
    ['fillNa', told.fillNa(0), all],
    ['groupby first', told.groupby('time.month').first(), { ...all, attrs: {}, times: null }],
    ['rolling max', told.rolling({ time: 2 }).max(), { ...all, attrs: {} }],
    ['resampleTime last', told.resampleTime('P1M').last(), { ...all, attrs: {}, times: 2 }],
    ['coarsen min', told.coarsen({ x: 2 }).min(), { ...all, attrs: {} }],
    // Reductions leave out attributes, as they always do; what picks keeps the encoding.
  ])('%s keeps what is still true', (_, array, expected) => expect(said(array)).toEqual(expected))

  it.each<[string, DataArray<string>]>([
    ['add', told.add(1)],
    ['sqrt', told.sqrt()],
    ['gt', told.gt(1)],
    ['cumsum', told.cumsum('time')],
  ])('%s keeps name, CRS and labels: the numbers are others', (_, array) => expect(said(array)).toEqual(computed))

  it('grids go along', () => {
    expect(told.pad({ x: [1, 0], y: [0, 2] }).bounds).toEqual({ left: 499990, bottom: 5399980, right: 500040, top: 5400030 })
    expect(told.coarsen({ x: 2, y: 3 }).mean().resolution).toEqual({ x: 20, y: 30 })
    expect(told.coarsen({ x: 2, y: 3 }).mean().bounds).toEqual(told.bounds)
    expect(told.shift({ x: 2 }).geobox).toEqual(told.geobox)
  })
})

describe('datasets', () => {
  const [red, nir] = [1, 2].map((value) => DataArray.fromArray(Float32Array.of(value, 2 * value), { dims: ['x'], shape: [2] }))
  const ds = Dataset.of({ red: red!, nir: nir! })
  const values = async (array: DataArray<string>) => Array.from((await array.compute({ workers: 0 })).values, Number)

  it('become arrays and come back', async () => {
    const array = ds.toArray('band')
    expect([array.dims, array.coords.band]).toEqual([
      ['band', 'x'],
      ['red', 'nir'],
    ])
    expect(await values(array)).toEqual([1, 2, 2, 4])
    const back = Dataset.fromArray(array)
    expect(back.names).toEqual(['red', 'nir'])
    expect(await values(back.get('nir'))).toEqual([2, 4])
    expect(Dataset.fromArray(ds.toArray(), 'variable').names).toEqual(['red', 'nir'])
  })

  it('are computed with', async () => {
    expect(await values(ds.mul(3).add(ds).get('nir'))).toEqual([8, 16])
    expect(await values(ds.sub(red!).get('nir'))).toEqual([1, 2])
    expect(() => ds.div(ds.drop('red'))).toThrow('only one of the datasets has a variable "red"')
    expect(() => ds.drop('green' as never)).toThrow('there is no variable "green"')
  })
})

describe('bad input', () => {
  it.each<[string, () => unknown, string]>([
    ['a dim', () => told.shift({ tme: 1 } as never), 'shift: the array has no dim "tme"; its dims are time, y, x'],
    ['a part of the time', () => told.groupby('time.moth'), 'time.moth is not known; there are time.year, time.month'],
    ['a dim without times', () => told.groupby('x.month'), 'groupby: x has no times for labels'],
    ['a duration', () => told.resampleTime('1M'), "is no ISO 8601 duration: give one such as 'P1M'"],
    ['months and days', () => told.resampleTime('P1M2D'), 'months and days together'],
    ['a window', () => told.rolling({ time: 9 }), 'rolling: time is 9, expected a whole number from 1 to 4'],
    ['a rest', () => told.coarsen({ time: 3 }), "time has 4 positions, which 3 does not divide: give boundary 'trim' or 'pad'"],
    ['a label twice', () => told.assignCoords({ time: [1, 1, 2, 3] }).reindex({ time: [1] }), 'reindex: time has the label 1 twice'],
    ['grid labels', () => told.reindex({ x: [1] }), "x follows the array's grid: bring it to another one with reproject"],
    ['labels of a grid', () => told.assignCoords({ x: [1, 2, 3, 4] }), "x follows the array's grid"],
    ['too wide', () => told.pad({ x: 5 }, { mode: 'reflect' }), "x can be padded by at most 3 with mode 'reflect', not 5"],
    ['everything dropped', () => told.drop({ time: '2021' }), 'drop: all 4 positions of time would go'],
    ['dims of a transpose', () => told.transpose('x', 'y'), 'expected each of time, y, x once'],
    ['a long dim', () => told.squeeze('time'), 'squeeze: time has 4 positions'],
  ])('%s', (_, run, message) => expect(run).toThrow(message))
})
