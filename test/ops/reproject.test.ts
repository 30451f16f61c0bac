import { describe, expect, it } from 'vitest'
import { reproject } from '../../src/ops/reproject.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { inMercator, inUtm, laea } from './warp-grids.js'

const shift = [0, 0]
const yx = ['y', 'x'] as const

conformOp(reproject, [
  {
    name: 'uint16 bilinear to Mercator, nodata',
    params: { geobox: inMercator(44, 39), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [40, 45], 'uint16'), { invalid: 0.2, nodata: 9 })],
    shift,
  },
  {
    name: 'uint8 near to Mercator, mask',
    params: { geobox: inMercator(44, 39) },
    inputs: [inputOf(specOf(yx, [40, 45], 'uint8'), { invalid: 0.2 })],
    shift,
  },
  {
    name: 'int64 near to Mercator, nodata',
    params: { geobox: inMercator(34, 35) },
    inputs: [inputOf(specOf(yx, [40, 30], 'int64'), { invalid: 0.2, nodata: -9n })],
    shift,
  },
  {
    name: 'int64 bilinear to Mercator',
    params: { geobox: inMercator(34, 35), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [40, 30], 'int64'), { invalid: 0.2 })],
    shift,
  },
  {
    name: 'float32 bilinear, two bands',
    params: { geobox: inMercator(35, 34), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['band', 'y', 'x'], [2, 30, 40], 'float32'), { invalid: 0.2, nodata: Number.NaN })],
    shift: [1, 0, 0],
  },
  {
    name: 'float64 bilinear exact',
    params: { geobox: inMercator(33, 35), resampling: 'bilinear', maxErrorPx: 0 },
    inputs: [inputOf(specOf(yx, [40, 40], 'float64'), { invalid: 0.1 })],
    shift,
  },
  {
    name: 'int8 bilinear, a mesh that refines',
    params: {
      geobox: { ...inMercator(44, 39), crs: laea, affine: { a: 1400, b: 0, c: 4700000, d: 0, e: -1400, f: 2480000 } },
      resampling: 'bilinear',
      maxErrorPx: 1e-6,
    },
    inputs: [inputOf(specOf(yx, [60, 70], 'int8', { geobox: inUtm(70, 60, 1000, 0) }), { invalid: 0.1 })],
    shift,
  },
  {
    name: 'int16 bilinear of a rotated grid',
    params: { geobox: inUtm(35, 34, 7, 100, 3), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [60, 70], 'int16'), { invalid: 0.1 })],
    shift,
  },
  {
    name: 'float64 bilinear of a coarse rotated grid',
    params: { geobox: inUtm(20, 20, 27, 100, 8), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [60, 70], 'float64'), { invalid: 0.02 })],
    shift,
  },
  {
    name: 'uint8 bilinear to coarse Mercator',
    params: { geobox: inMercator(34, 33, 47), resampling: 'bilinear' },
    inputs: [inputOf(specOf(yx, [90, 100], 'uint8'), { invalid: 0.02 })],
    shift,
  },
])

describe('reproject refuses', () => {
  const spec = specOf(yx, [20, 20], 'uint8')
  const geobox = inMercator(20, 20)

  it('to mix classes', () => {
    const params = reproject.parse({ geobox, resampling: 'bilinear' })
    expect(() => reproject.infer([{ ...spec, categorical: true }], params)).toThrow(/use near/)
  })

  it('kernels that nobody knows, and one of overviews', () => {
    expect(() => reproject.parse({ geobox, resampling: 'gauss' })).toThrow(/kernel of overviews/)
    expect(() => reproject.parse({ geobox, resampling: 'best' })).toThrow(/unknown resampling/)
  })

  it('numbers that make no sense', () => {
    expect(() => reproject.parse({ geobox, maxErrorPx: -1 })).toThrow(/maxErrorPx/)
    expect(() => reproject.parse({ geobox, scale: { x: 0, y: 1 } })).toThrow(/scale/)
    expect(() => reproject.parse({ geobox: { ...geobox, width: 1.5 } })).toThrow(/geobox/)
  })

  it('an array without a grid, and a grid without a CRS', () => {
    const params = reproject.parse({ geobox })
    expect(() => reproject.infer([specOf(yx, [20, 20], 'uint8', { grid: false })], params)).toThrow(/no geobox/)
    expect(() => reproject.infer([spec], reproject.parse({ geobox: { ...geobox, crs: null } }))).toThrow(/no CRS/)
  })
})

describe('reproject', () => {
  it('moves pixels with near, computes them with bilinear', () => {
    const spec = specOf(yx, [20, 20], 'uint8')
    const inferred = (resampling: string) => reproject.infer([spec], reproject.parse({ geobox: inMercator(30, 25), resampling }))
    expect(inferred('nearest')).toMatchObject({ shape: [25, 30], moved: true, dtype: 'uint8', coords: { x: { kind: 'affine' } } })
    expect(inferred('bilinear').moved).toBe(false)
    expect(reproject.infer([{ ...spec, moved: false }], reproject.parse({ geobox: inMercator(30, 25) })).moved).toBe(false)
  })

  it('keeps the chunks of leading dims and cuts the grid by 512', () => {
    const spec = specOf(['time', 'y', 'x'], [9, 20, 20], 'uint8', { chunk: [4, 20, 20] })
    const { chunks } = reproject.infer([spec], reproject.parse({ geobox: inMercator(2000, 600) }))
    expect(chunks.chunk).toEqual([4, 512, 512])
  })
})
