import { describe, expect, it } from 'vitest'
import { terrain } from '../../src/ops/terrain.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'

const heights = specOf(['y', 'x'], [17, 23], 'float32')
const geographic = {
  epsg: 4326,
  name: 'WGS 84',
  proj: '+proj=longlat +datum=WGS84',
  kind: 'geographic',
  metresPerUnit: 0,
  wkt: null,
} as const

conformOp(terrain, [
  { name: 'slope, nodata', params: { measure: 'slope' }, inputs: [inputOf(heights, { invalid: 0.05, nodata: -9999 })] },
  {
    name: 'slope in percent beside holes, a mask',
    params: { measure: 'slope', algorithm: 'zevenbergenThorne', unit: 'percent', computeEdges: true },
    inputs: [inputOf(specOf(['time', 'y', 'x'], [2, 13, 11], 'float64'), { invalid: 0.1 })],
  },
  {
    name: 'aspect, int16',
    params: { measure: 'aspect', trigonometric: true, zeroForFlat: true },
    inputs: [inputOf({ ...heights, dtype: 'int16' }, { range: [0, 9], invalid: 0.05, nodata: 3 })],
  },
  {
    name: 'aspect, flat',
    params: { measure: 'aspect', computeEdges: true },
    inputs: [inputOf({ ...heights, dtype: 'uint8' }, { range: [0, 1] })],
  },
  {
    name: 'hillshade',
    params: { measure: 'hillshade', computeEdges: true },
    inputs: [inputOf(heights, { range: [0, 50], invalid: 0.1, nodata: Number.NaN })],
  },
  {
    name: 'hillshade of four lamps over a grid that goes round',
    params: { measure: 'hillshade', shading: 'multidirectional', scale: 111120 },
    inputs: [
      inputOf(
        specOf(['y', 'x'], [9, 36], 'int32', {
          periodX: 36,
          geobox: { width: 36, height: 9, affine: { a: 10, b: 0, c: -180, d: 0, e: -20, f: 90 }, crs: geographic },
        }),
        { range: [0, 3000], invalid: 0.05 },
      ),
    ],
  },
  {
    name: 'combined shade',
    params: { measure: 'hillshade', shading: 'combined' },
    inputs: [inputOf({ ...heights, dtype: 'uint16' }, { range: [0, 30] })],
  },
  {
    name: 'igor',
    params: { measure: 'hillshade', shading: 'igor' },
    inputs: [inputOf({ ...heights, dtype: 'int64' }, { range: [0, 30] })],
  },
  { name: 'ruggedness', params: { measure: 'tri' }, inputs: [inputOf(heights, { invalid: 0.05 })] },
  {
    name: 'ruggedness, Wilson',
    params: { measure: 'tri', algorithm: 'wilson', computeEdges: true },
    inputs: [inputOf(heights, { invalid: 0.05 })],
  },
  { name: 'position', params: { measure: 'tpi', computeEdges: true }, inputs: [inputOf({ ...heights, dtype: 'int8' }, { invalid: 0.05 })] },
  { name: 'roughness', params: { measure: 'roughness' }, inputs: [inputOf(heights, { invalid: 0.05 })] },
])

describe('terrain', () => {
  const slope = (params: Parameters<typeof terrain.parse>[0]): string => {
    try {
      terrain.infer([{ ...heights, geobox: { ...(heights.geobox as never as object), crs: geographic } as never }], terrain.parse(params))
      return ''
    } catch (error) {
      return (error as Error).message
    }
  }
  it('refuses slopes of a grid in degrees without a scale, and params that mean nothing', () => {
    expect(slope({ measure: 'slope' })).toContain('the grid is in degrees')
    expect(slope({ measure: 'slope', scale: 111120 })).toBe('')
    expect(slope({ measure: 'slope', azimuth: 3 })).toContain('unknown param "azimuth"')
    expect(slope({ measure: 'hillshade', scale: 1, shading: 'igor', altitude: 30 })).toContain('means nothing')
    expect(slope({ measure: 'hillshade', scale: 1, altitude: 100 })).toContain('0 to 90')
  })
})
