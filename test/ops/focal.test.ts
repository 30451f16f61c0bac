import { describe, expect, it } from 'vitest'
import { focal } from '../../src/ops/focal.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'

const array = specOf(['y', 'x'], [13, 19], 'float32')
const three = [
  [1, 2, 1],
  [2, 4, 2],
  [1, 2, 1],
]
const disc = Array.from({ length: 7 }, (_, y) => Array.from({ length: 7 }, (_, x) => ((x - 3) ** 2 + (y - 3) ** 2 <= 9 ? 1 : 0)))
const odd = [
  [0, 1, 0, 0, 1],
  [1, 1, 0, 1, -2],
  [0, 0, 0.5, 0, 3],
]
const round = specOf(['y', 'x'], [9, 18], 'int16', {
  periodX: 18,
  geobox: {
    width: 18,
    height: 9,
    affine: { a: 20, b: 0, c: -180, d: 0, e: -20, f: 90 },
    crs: { epsg: 4326, name: 'WGS 84', proj: '+proj=longlat +datum=WGS84', kind: 'geographic', metresPerUnit: 0, wkt: null },
  },
})

conformOp(focal, [
  { name: 'convolve', params: { statistic: 'convolve', kernel: odd }, inputs: [inputOf(array, { invalid: 0.02 })] },
  {
    name: 'convolve over all',
    params: { statistic: 'convolve', kernel: odd, skipna: true, edge: 'mirror' },
    inputs: [inputOf({ ...array, dtype: 'int32' }, { invalid: 0.1, nodata: 5 })],
  },
  {
    name: 'mean, reflected',
    params: { statistic: 'mean', kernel: three, edge: 'reflect' },
    inputs: [inputOf({ ...array, dtype: 'uint8' }, { invalid: 0.3 })],
  },
  {
    name: 'strict mean beside a number',
    params: { statistic: 'mean', kernel: three, edge: 7, skipna: false },
    inputs: [inputOf({ ...array, dtype: 'float64' }, { invalid: 0.05 })],
  },
  {
    name: 'sum of at least four',
    params: { statistic: 'sum', kernel: disc, minCount: 4 },
    inputs: [inputOf(array, { invalid: 0.8, nodata: Number.NaN })],
  },
  {
    name: 'std',
    params: { statistic: 'std', kernel: three, edge: 'nearest' },
    inputs: [inputOf({ ...array, dtype: 'uint16' }, { invalid: 0.1 })],
  },
  { name: 'max of a disc', params: { statistic: 'max', kernel: disc }, inputs: [inputOf({ ...array, dtype: 'uint8' }, { invalid: 0.5 })] },
  {
    name: 'min, kept',
    params: { statistic: 'min', kernel: odd, keepInvalid: true, minCount: 3 },
    inputs: [inputOf({ ...array, dtype: 'uint32' }, { invalid: 0.5 })],
  },
  { name: 'range around the earth', params: { statistic: 'range', kernel: disc }, inputs: [inputOf(round, { invalid: 0.4, nodata: -1 })] },
  {
    name: 'median in time',
    params: { statistic: 'median', kernel: three },
    inputs: [inputOf(specOf(['time', 'y', 'x'], [2, 7, 9], 'int8'), { invalid: 0.3 })],
  },
  {
    name: 'mode',
    params: { statistic: 'mode', kernel: disc, edge: 'mirror' },
    inputs: [inputOf({ ...array, dtype: 'uint8' }, { range: [0, 4], invalid: 0.3, nodata: 0 })],
  },
  { name: 'count', params: { statistic: 'count', kernel: disc }, inputs: [inputOf(round, { invalid: 0.4 })] },
  {
    name: 'var around the earth',
    params: { statistic: 'var', kernel: three, skipna: false },
    inputs: [inputOf({ ...round, dtype: 'float64' })],
  },
])

describe('focal', () => {
  it('refuses kernels without a middle, and 64-bit integers', () => {
    expect(() => focal.parse({ statistic: 'mean', kernel: [[1, 1]] })).toThrow('1 x 2 weights')
    expect(() => focal.parse({ statistic: 'mean', kernel: [[0]] })).toThrow('nothing would be left')
    expect(() => focal.parse({ statistic: 'mean', kernel: [[-1]] })).toThrow('use convolve')
    expect(() => focal.infer([{ ...array, dtype: 'int64' }], focal.parse({ statistic: 'max', kernel: [[1]] }))).toThrow('int64')
  })
})
