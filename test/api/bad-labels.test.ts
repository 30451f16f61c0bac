import { describe, expect, it } from 'vitest'
import { concat, DataArray, expr, GeoBox } from '../../src/index.js'

const grid = (left: number, resolution: number, crs = 'EPSG:32633'): DataArray<'y' | 'x'> => {
  const geobox = GeoBox.fromBounds([left, 5000000, left + 200, 5000200], { resolution }, crs)
  const shape = [geobox.height, geobox.width]
  return DataArray.fromArray(new Float32Array(geobox.height * geobox.width), { dims: ['y', 'x'], shape, geobox })
}
const along = (dim: string, labels: readonly (number | string)[]): DataArray<string> =>
  DataArray.fromArray(new Float32Array(labels.length), { dims: [dim], shape: [labels.length], coords: { [dim]: [...labels] } })

const series = along('time', ['2021-01-01', '2021-02-01', '2021-03-01', '2021-04-15'])

describe('what is wrong is said', () => {
  it('of unlike grids: how they differ, and what to do', () => {
    expect(() => grid(500000, 10).add(grid(500005, 10))).toThrow(
      'the second lies 0.5 px east, 0 px north of the first. The nearest common grid is',
    )
    expect(() => grid(500000, 10).add(grid(500000, 20))).toThrow('pixels of 10 x 10 and 20 x 20')
    expect(() => grid(500000, 10).add(grid(500050, 10))).toThrow("They are parts of one grid: give join 'inner', 'outer' or 'left'")
    expect(() => series.add(along('time', ['2021-01-01', '2021-02-01', '2021-03-01', '2021-04-16']))).toThrow(
      'label 3 of time is 2021-04-15 and 2021-04-16. Select the same labels of both with sel, or bring one to those of the other with reindex',
    )
  })

  it('of labels that do not exist: the nearest ones', () => {
    expect(() => series.sel({ time: '2021-02-02' })).toThrow('has no label in 2021-02-02; the nearest is 2021-02-01')
    expect(() => along('z', [0, 1, 2.5]).sel({ z: 3 })).toThrow('z has no label 3; the nearest is 2.5')
    expect(() => along('station', ['alpha', 'beta']).sel({ station: 'bta' })).toThrow(
      'no label "bta"; did you mean "beta"? Labels: alpha, beta',
    )
    expect(() => along('band', ['red', 'nir']).sel({ band: 'nri' })).toThrow('did you mean "nir"?')
  })

  it('of labels that stand twice: where', () => {
    const twice = along('z', [1, 1, 2])
    expect(() => twice.sel({ z: 1 })).toThrow('sel: 2 positions of z have the label 1 (0, 1): take one with isel')
    expect(() => along('station', ['a', 'b', 'a']).sel({ station: 'a' })).toThrow('2 positions of station have the label "a" (0, 2)')
    expect(() => twice.interp({ z: [1.5] })).toThrow('interp: z has the label 1 twice')
    expect(() => twice.reindex({ z: [1] })).toThrow('reindex: z has the label 1 twice')
    const repeated = concat([series, series], { dim: 'time' })
    expect(() => repeated.sel({ time: '2021-02-01' })).toThrow('2 positions of time have the label 2021-02-01 (1, 5)')
    expect(() => repeated.reindex({ time: ['2021-02-01'] })).toThrow('reindex: time has the label 2021-01-01 twice')
    expect(repeated.sel({ time: '2021-01' }).shape).toEqual([2])
  })

  it('of expressions: which name, at which position', () => {
    const a = grid(500000, 10)
    expect(() => expr('(nri - red) / (nir + red)', { nir: a, red: a })).toThrow(
      'there is no variable "nri": did you mean nir? there are nir, red, at position 2 of "(nri - red) / (nir + red)"',
    )
    expect(() => expr('a + bb', { a })).toThrow('there is no variable "bb": there are a, at position 5')
    expect(() => expr('sqr(a)', { a })).toThrow('there is no function "sqr": did you mean sqrt')
  })
})

describe('concat', () => {
  it('of times that are counted in different units', () => {
    const days = along('time', [0, 1]).assignCoords({ time: { start: 0, step: 1, unit: 'days since 2021-04-20' } })
    const both = concat([series, days], { dim: 'time' })
    expect(both.coords.time).toEqual(['2021-01-01', '2021-02-01', '2021-03-01', '2021-04-15', '2021-04-20', '2021-04-21'])
    const metres = along('z', [0, 1]).assignCoords({ z: { start: 0, step: 1, unit: 'm' } })
    const feet = metres.assignCoords({ z: { start: 0, step: 1, unit: 'ft' } })
    expect(() => concat([metres, feet], { dim: 'z' })).toThrow('the unit of array 1 is ft, that of array 0 m: give labels')
  })
})
