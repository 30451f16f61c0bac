import { describe, expect, it } from 'vitest'
import { resample } from '../../src/ops/resample.js'
import { anyOp, conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { ready, runWindow } from '../conformance/op-run.js'
import { inMercator, inUtm, world } from './warp-grids.js'

const yx = ['y', 'x'] as const
const still = [0, 0]

conformOp(resample, [
  {
    name: 'uint32 bilinear, finer',
    params: { geobox: inUtm(60, 50, 7.3, 11), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [40, 50], 'uint32'), { invalid: 0.1 })],
    shift: still,
  },
  {
    name: 'int16 bilinear, twice as fine',
    params: { geobox: inUtm(60, 50, 5, 15), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [40, 50], 'int16'), { invalid: 0.2, nodata: -5 })],
    shift: [2, 2],
  },
  {
    name: 'uint16 shifted by whole pixels',
    params: { geobox: inUtm(50, 40, 10, 30), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [40, 50], 'uint16'), { invalid: 0.1 })],
  },
  {
    name: 'uint8 onto its own grid',
    params: { geobox: inUtm(50, 40, 10, 0), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [40, 50], 'uint8'), { invalid: 0.1 })],
  },
  { name: 'beside the source', params: { geobox: inUtm(50, 40, 10, 30000) }, inputs: [inputOf(specOf(yx, [40, 50], 'uint8'))] },
  {
    name: 'uint16 bilinear at 0.4, nodata',
    params: { geobox: inUtm(40, 30, 25, -60), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [70, 90], 'uint16'), { invalid: 0.1, nodata: 9 })],
    shift: [2, 2],
  },
  {
    name: 'int8 bilinear at 1/12, bands',
    params: { geobox: inUtm(9, 8, 120, 35), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['band', 'y', 'x'], [2, 80, 90], 'int8'), { invalid: 0.01 })],
  },
  {
    name: 'float32 bilinear at 0.4, mirrored',
    params: { geobox: { ...inUtm(40, 30, 25, 0), affine: { a: -25, b: 0, c: 500870, d: 0, e: 25, f: 4999310 } }, resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [70, 90], 'float32'), { invalid: 0.1, nodata: Number.NaN })],
    shift: still,
  },
  {
    name: 'uint64 bilinear at 0.7',
    params: { geobox: inUtm(30, 20, 14, 5), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [40, 50], 'uint64'), { invalid: 0.1, nodata: 5n })],
    shift: still,
  },
  {
    name: 'int16 near, partly outside',
    params: { geobox: inUtm(50, 40, 9, -33) },
    inputs: [inputOf(specOf(yx, [40, 50], 'int16'), { invalid: 0.2, nodata: 5 })],
    shift: still,
  },
  {
    name: 'uint8 bilinear across the seam of a grid that goes round',
    params: { geobox: { ...world(91, 40, -182), affine: { a: 4, b: 0, c: -182, d: 0, e: -4, f: 85 } }, resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [36, 72], 'uint8', { geobox: world(72, 36, -180), periodX: 72 }), { invalid: 0.1 })],
    shift: still,
  },
])

describe('resample', () => {
  const spec = specOf(yx, [6, 8], 'float64')

  it('refuses a grid of another CRS', () => {
    expect(() => resample.infer([spec], resample.parse({ geobox: inMercator(8, 8) }))).toThrow(/use reproject/)
  })

  it('keeps a plane a plane where it interpolates, away from the edge', () => {
    const data = Float64Array.from({ length: 48 }, (_, i) => 3 * (i % 8) + 5 * Math.floor(i / 8))
    const card = ready(anyOp(resample), {
      name: '',
      params: { geobox: inUtm(14, 10, 4, 7), resampling: 'bilinear' },
      inputs: [{ spec, data, valid: null }],
    })
    const result = runWindow(card, { start: [0, 0], stop: [10, 14] })
    for (let y = 0; y < 10; y++) {
      for (let x = 0; x < 14; x++) {
        const [u, v] = [(7 + (x + 0.5) * 4) / 10 - 0.5, (7 + (y + 0.5) * 4) / 10 - 0.5]
        expect(result.data[y * 14 + x]).toBeCloseTo(3 * u + 5 * v, 9)
      }
    }
  })

  it('keeps the mean of a period where it shrinks', () => {
    const data = Float64Array.from({ length: 48 }, (_, i) => (i % 2 === 0 ? 10 : 20))
    const card = ready(anyOp(resample), {
      name: '',
      params: { geobox: inUtm(4, 3, 20, 0), resampling: 'bilinear' },
      inputs: [{ spec, data, valid: null }],
    })
    const { data: values } = runWindow(card, { start: [1, 1], stop: [2, 3] })
    expect([...(values as Float64Array)]).toEqual([15, 15])
  })
})
