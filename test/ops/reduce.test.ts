import { type Dtype, dtypes } from '../../src/base/dtype.js'
import { type Statistic, statistics } from '../../src/graph/reduce.js'
import { plainBand } from '../../src/graph/spec.js'
import { reduce } from '../../src/ops/reduce.js'
import { reduceDigits } from '../../src/ops/reduce-digits.js'
import { reduceLeaf } from '../../src/ops/reduce-leaf.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'

const all = Object.keys(dtypes) as Dtype[]

/** Params of a reduction. */
function paramsOf(statistic: Statistic, dims: readonly string[] | null, more: object = {}) {
  return { statistic, dims, ...(statistic === 'quantile' ? { q: 0.3 } : {}), ...more } as never
}

conformOp(reduce, [
  ...statistics.map((statistic, at) => ({
    name: `${statistic} over time, a mask`,
    params: paramsOf(statistic, ['time']),
    inputs: [inputOf(specOf(['time', 'y', 'x'], [5, 6, 7], all[at % all.length] as Dtype), { seed: at + 1, invalid: 0.4 })],
  })),
  ...statistics.map((statistic, at) => ({
    name: `${statistic} over y and x`,
    params: paramsOf(statistic, ['y', 'x'], { minCount: 2 }),
    inputs: [inputOf(specOf(['band', 'y', 'x'], [3, 6, 7], all[(at + 5) % all.length] as Dtype), { seed: at + 40, invalid: 0.2 })],
  })),
  ...(['uint8', 'int16', 'uint64', 'float64'] as const).map((dtype, at) => ({
    name: `median of ${dtype} over bands, a nodata value`,
    params: paramsOf('median', ['band'], { skipna: at % 2 === 0 }),
    inputs: [
      inputOf(
        { ...specOf(['band', 'y', 'x'], [4, 5, 6], dtype), bands: Array.from({ length: 4 }, () => ({ ...plainBand, nodata: 3 })) },
        { seed: at + 80, invalid: 0.3, nodata: dtype === 'uint64' ? 3n : 3 },
      ),
    ],
  })),
  {
    name: 'sum over the middle dim',
    params: paramsOf('sum', ['y']),
    inputs: [inputOf(specOf(['time', 'y', 'x'], [3, 5, 8], 'int64'), { seed: 7, invalid: 0.2 })],
  },
  {
    name: 'mean over the first and the last dim',
    params: paramsOf('mean', ['time', 'x']),
    inputs: [inputOf(specOf(['time', 'y', 'x'], [3, 5, 8], 'float32'), { seed: 8, invalid: 0.2 })],
  },
])

conformOp(
  reduceLeaf,
  (['sum', 'var', 'min', 'argmax', 'last', 'any', 'count'] as const).map((statistic, at) => ({
    name: `${statistic} of leaves`,
    params: paramsOf(statistic, ['y', 'x']),
    inputs: [inputOf(specOf(['band', 'y', 'x'], [2, 259, 5], all[at] as Dtype), { seed: at + 120, invalid: 0.2 })],
    // Leaves are cut short by the array.
    shift: [1, 0, 0, 0],
  })),
)

conformOp(
  reduceDigits,
  (['uint8', 'int16', 'float32', 'int64'] as const).map((dtype, at) => ({
    name: `first digits of ${dtype}`,
    params: { ...(paramsOf('median', ['y', 'x']) as object), pass: 0 } as never,
    inputs: [inputOf(specOf(['band', 'y', 'x'], [2, 40, 5], dtype), { seed: at + 140, invalid: 0.2 })],
    shift: [1, 0, 0, 0],
  })),
)
