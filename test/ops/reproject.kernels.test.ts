import { describe, expect, it } from 'vitest'
import type { Dtype } from '../../src/base/dtype.js'
import { reproject } from '../../src/ops/reproject.js'
import { resample } from '../../src/ops/resample.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { inMercator, inUtm } from './warp-grids.js'

const yx = ['y', 'x'] as const
const shift = [0, 0]

interface Situation {
  readonly dtype: Dtype
  readonly resampling: string
}

const filters: readonly Situation[] = [
  { dtype: 'uint8', resampling: 'cubic' },
  { dtype: 'int8', resampling: 'lanczos' },
  { dtype: 'int16', resampling: 'cubic_spline' },
  { dtype: 'uint16', resampling: 'lanczos' },
  { dtype: 'int32', resampling: 'cubic' },
  { dtype: 'uint32', resampling: 'cubicspline' },
  { dtype: 'int64', resampling: 'cubic' },
  { dtype: 'uint64', resampling: 'lanczos' },
  { dtype: 'float32', resampling: 'lanczos' },
  { dtype: 'float64', resampling: 'cubic' },
]

const areas: readonly Situation[] = [
  { dtype: 'uint8', resampling: 'average' },
  { dtype: 'int8', resampling: 'mode' },
  { dtype: 'int16', resampling: 'average' },
  { dtype: 'uint16', resampling: 'mode' },
  { dtype: 'int32', resampling: 'min' },
  { dtype: 'uint32', resampling: 'max' },
  { dtype: 'int64', resampling: 'average' },
  { dtype: 'uint64', resampling: 'q3' },
  { dtype: 'float32', resampling: 'average' },
  { dtype: 'float64', resampling: 'median' },
  { dtype: 'uint8', resampling: 'rms' },
  { dtype: 'float32', resampling: 'mode' },
  { dtype: 'float32', resampling: 'q1' },
]

/** Mercator at the same scale and coarser, and UTM turned. */
const onMap = ({ dtype, resampling }: Situation, k: number) => ({
  name: `${resampling} of ${dtype} to ${['Mercator', 'coarse Mercator', 'a turned grid'][k % 3]}`,
  params: { geobox: [inMercator(44, 39), inMercator(34, 33, 47), inUtm(35, 34, 13, 60, 4)][k % 3] as never, resampling },
  inputs: [inputOf(specOf(yx, [70, 80], dtype), { invalid: 0.05, seed: k + 1 })],
  shift,
})

/** The same CRS, finer and coarser. */
const onAxes = ({ dtype, resampling }: Situation, k: number) => ({
  name: `${resampling} of ${dtype}, ${k % 2 === 0 ? 'finer' : 'coarser'}`,
  params: { geobox: (k % 2 === 0 ? inUtm(60, 50, 7, -15) : inUtm(20, 21, 37, -15)) as never, resampling },
  inputs: [inputOf(specOf(yx, [40, 45], dtype), k % 4 < 2 ? {} : { invalid: 0.05, seed: k + 1 })],
  shift,
})

conformOp(reproject, [...filters, ...areas].map(onMap))
conformOp(resample, [...filters, ...areas, { dtype: 'int32', resampling: 'sum' } as const].map(onAxes))

describe('names of kernels', () => {
  it.each([
    ['nearest', 'near'],
    ['cubic_spline', 'cubicspline'],
  ])('%s is %s', (name, resampling) => {
    expect(reproject.parse({ geobox: inMercator(9, 9), resampling: name })).toMatchObject({ resampling })
  })
})
