import { concat, type DataArray, type Dtype } from 'rasterloom'
import { describe, it } from 'vitest'
import { expectSame, pixelsOf } from './pixels.js'
import { kernels } from './random-recipes.js'
import { type SourceKey, sourceArray } from './random-sources.js'

const dtypes: readonly Dtype[] = ['uint8', 'int16', 'int32', 'int64', 'float32', 'float64']
const bandDim = { dim: 'band' } as const

/** Two arrays of one grid, whose invalid pixels lie elsewhere. */
function pair(dtype: Dtype, validity: SourceKey['validity'], place: SourceKey['place']): [DataArray<string>, DataArray<string>] {
  const one = sourceArray({ dtype, validity, place, bands: 2, seed: 3 })
  return [one.isel({ band: 0 } as never), one.isel({ band: 1 } as never)]
}

describe('several bands are warped as each by itself, bit by bit and each with its own validity', () => {
  it.each(kernels)('by %s', async (resampling) => {
    for (const [at, dtype] of dtypes.entries()) {
      const [a, b] = pair(dtype, at % 2 === 0 ? 'nodata' : 'mask', (['utm', 'turned', 'southUp', 'degrees'] as const)[at % 4] as 'utm')
      const ways: ((array: DataArray<string>) => DataArray<string>)[] = [
        (array) => array.reproject('EPSG:3857', { resampling, size: { width: 83, height: 41 } }),
        (array) => array.resample({ factor: 0.7, resampling }),
        (array) => array.resample({ factor: 2.6, resampling }),
      ]
      for (const way of ways) {
        const joined = way(concat([a, b], bandDim))
        const apart = concat([way(a), way(b)], bandDim)
        const options = { workers: 0, onNodataClash: 'nudge' } as const
        expectSame(pixelsOf(await joined.compute(options)), pixelsOf(await apart.compute(options)), joined, { resampling, dtype })
      }
    }
  })
})
