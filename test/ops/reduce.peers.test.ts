import { DataArray } from 'rasterloom'
import { expect, it } from 'vitest'
import { type Dtype, dtypes } from '../../src/base/dtype.js'
import { type Statistic, statistics } from '../../src/graph/reduce.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { describeWithPeers } from '../peers.js'
import { difference, numpyReduces, type ReduceJob } from './reduce-peer.js'

const all = Object.keys(dtypes) as Dtype[]

interface Case {
  readonly array: DataArray<string>
  readonly job: ReduceJob
  readonly dims: readonly string[]
}

/** Arrays of every dtype, with a mask and without, over every set of dims. */
function casesOf(
  shape: readonly number[],
  sets: readonly (readonly string[])[],
  dtypesOf: readonly Dtype[],
  names: readonly Statistic[],
): Case[] {
  const dims = ['time', 'y', 'x']
  return dtypesOf.flatMap((dtype, at) =>
    [0, 0.4].flatMap((invalid) => {
      const { data, valid } = inputOf(specOf(dims, shape, dtype), {
        seed: at * 10 + (invalid > 0 ? 1 : 0),
        invalid,
        range: dtype.startsWith('u') ? [0, 30] : [-15, 15],
      })
      const mask = valid instanceof Uint8Array ? valid : null
      const array = DataArray.fromArray(data, { dims, shape, ...(mask === null ? {} : { mask }) })
      return sets.flatMap((set) =>
        names.map((statistic, number): Case => {
          const axes = set.map((dim) => dims.indexOf(dim))
          return {
            array,
            dims: set,
            job: { values: data, dtype, mask, shape, axes, statistic, q: 0.37, ddof: number % 2, skipna: (number + at) % 4 !== 0 },
          }
        }),
      )
    }),
  )
}

/** An array reduced as a job says. */
function reduced(
  array: DataArray<string>,
  dim: readonly string[],
  { statistic, q, ddof = 0, skipna = true }: ReduceJob,
): DataArray<string> {
  if (statistic === 'quantile') return array.quantile(q as number, { dim, skipna })
  if (statistic === 'count') return array.count({ dim })
  if (statistic === 'std' || statistic === 'var') return array[statistic]({ dim, skipna, ddof })
  return array[statistic]({ dim, skipna })
}

async function expectNumpy(cases: readonly Case[]): Promise<void> {
  const expected = numpyReduces(cases.map(({ job }) => job))
  const wrong: string[] = []
  for (const [at, { array, dims, job }] of cases.entries()) {
    const result = await reduced(array, dims, job).compute({ workers: 0 })
    const { values, valid, dtype } = result
    const texts = expected[at] as (string | null)[]
    expect(values.length).toBe(texts.length)
    for (let pixel = 0; pixel < values.length; pixel++) {
      const how = difference(dtype, values[pixel] as number, valid?.[pixel] !== 0, texts[pixel] as string | null)
      if (how !== null) wrong.push(`${job.dtype} ${job.statistic} over ${dims} skipna ${job.skipna} at ${pixel}: ${how}`)
    }
  }
  expect(wrong.slice(0, 8)).toEqual([])
}

/** All dtypes and dims under RASTERLOOM_FULL=1; else some of each kind. */
const isFull = process.env.RASTERLOOM_FULL === '1'
const some: readonly Dtype[] = isFull ? all : ['uint8', 'int64', 'float32']
const sets = isFull ? [['time'], ['y', 'x'], ['x'], ['time', 'x'], ['time', 'y', 'x']] : [['time'], ['y', 'x']]
const spatial = isFull
  ? [
      ['y', 'x'],
      ['time', 'y', 'x'],
    ]
  : [['y', 'x']]

describeWithPeers('reductions agree with numpy', ['numpy'], () => {
  it('over every dim and several, every dtype, with and without invalid pixels', async () => {
    await expectNumpy(casesOf([4, 5, 6], sets, some, statistics))
  }, 120_000)
  it('over more pixels than one task takes, from leaves', async () => {
    const narrow: readonly Dtype[] = isFull ? ['uint8', 'int8', 'uint16', 'int16'] : ['int16']
    const wide: readonly Dtype[] = isFull ? ['uint32', 'int32', 'uint64', 'int64', 'float32', 'float64'] : ['uint64', 'float32']
    await expectNumpy(casesOf([2, 270, 300], spatial, narrow, statistics))
    // The mode of wide dtypes is there for fewer pixels.
    await expectNumpy(
      casesOf(
        [2, 270, 300],
        spatial,
        wide,
        statistics.filter((statistic) => statistic !== 'mode'),
      ),
    )
  }, 120_000)
})
