import { describe, expect, it } from 'vitest'
import { fillNodata } from '../../src/ops/fill-nodata.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'

const array = specOf(['y', 'x'], [19, 23], 'float32')
const round = specOf(['y', 'x'], [9, 18], 'float32', {
  periodX: 18,
  geobox: {
    width: 18,
    height: 9,
    affine: { a: 20, b: 0, c: -180, d: 0, e: -20, f: 90 },
    crs: { epsg: 4326, name: 'WGS 84', proj: '+proj=longlat +datum=WGS84', kind: 'geographic', metresPerUnit: 0, wkt: null },
  },
})

conformOp(fillNodata, [
  { name: 'few holes', params: { maxDistance: 4 }, inputs: [inputOf(array, { invalid: 0.1, nodata: -9999 })] },
  { name: 'large holes', params: { maxDistance: 3.5 }, inputs: [inputOf(array, { invalid: 0.95, nodata: Number.NaN })] },
  {
    name: 'smoothed integers',
    params: { maxDistance: 5, smoothing: 2 },
    inputs: [inputOf({ ...array, dtype: 'int16' }, { invalid: 0.8 })],
  },
  {
    name: 'nearest in time',
    params: { maxDistance: 2, method: 'nearest' },
    inputs: [inputOf(specOf(['time', 'y', 'x'], [2, 8, 9], 'uint8'), { invalid: 0.6, nodata: 0 })],
  },
  { name: 'around the earth', params: { maxDistance: 3, smoothing: 1 }, inputs: [inputOf(round, { invalid: 0.7 })] },
  { name: '64 bits', params: { maxDistance: 2 }, inputs: [inputOf({ ...array, dtype: 'uint64' }, { invalid: 0.4 })] },
  { name: 'no holes', params: {}, inputs: [inputOf({ ...array, dtype: 'float64' })] },
])

describe('fillNodata', () => {
  it('refuses to weigh classes, and distances without end', () => {
    expect(() => fillNodata.infer([{ ...array, categorical: true }], fillNodata.parse({}))).toThrow('use method "nearest"')
    expect(() => fillNodata.parse({ maxDistance: 0 })).toThrow('maxDistance is 0')
    expect(() => fillNodata.parse({ maxDistance: 1e6 })).toThrow('1 to 8192')
  })
})
