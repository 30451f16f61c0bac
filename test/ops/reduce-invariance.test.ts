import { DataArray, type Dtype, isRasterloomError, open } from 'rasterloom'
import { expect, it } from 'vitest'
import { type Statistic, statistics } from '../../src/graph/reduce.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { isFull, scratch } from '../engine/scratch.js'

const here = scratch('reduce')
const [time, height, width] = [3, 300, 340]
const shape = [time, height, width]

/** How an array is cut in its store, and what it is reduced with. */
const ways = [
  { chunk: { time: 1, y: 64, x: 96 }, workers: 0, maxMemory: '512MB' },
  { chunk: { time: 3, y: 300, x: 340 }, workers: 0, maxMemory: '97MB' },
  { chunk: { time: 2, y: 113, x: 37 }, workers: 1, maxMemory: '512MB' },
  { chunk: { time: 1, y: 256, x: 256 }, workers: 2, maxMemory: '200MB' },
]

/** The same pixels, invalid ones among them, in stores of other chunks. */
async function stores(dtype: Dtype, seed: number): Promise<DataArray<string>[]> {
  const { data, valid } = inputOf(specOf(['time', 'y', 'x'], shape, dtype), {
    seed,
    invalid: 0.3,
    ...(dtype === 'uint8' ? {} : { range: [-1000, 1000] as const }),
  })
  const array = DataArray.fromArray(data, { dims: ['time', 'y', 'x'], shape, mask: valid as Uint8Array })
  const opened: DataArray<string>[] = []
  for (const [at, { chunk }] of ways.entries()) {
    const path = here(`${dtype}-${seed}-${at}.zarr`)
    await array.chunk(chunk).toZarr(path, { workers: 0 })
    opened.push(await open(path))
  }
  return opened
}

function reduced(array: DataArray<string>, statistic: Statistic, dim: readonly string[]): DataArray<string> {
  return statistic === 'quantile' ? array.quantile(0.71, { dim }) : array[statistic]({ dim })
}

const dtypes: readonly Dtype[] = isFull ? ['uint8', 'int16', 'float32', 'float64', 'int64'] : ['float32']

it.each(dtypes)(
  'the bytes of a reduction of %s do not depend on chunks, workers and budget',
  async (dtype) => {
    const arrays = await stores(dtype, 5)
    for (const dim of [['y', 'x'], ['time']]) {
      for (const statistic of statistics) {
        if (statistic === 'mode' && dim.length > 1 && dtype !== 'uint8' && dtype !== 'int16') continue
        const results: string[] = []
        for (const [at, { workers, maxMemory }] of ways.entries()) {
          if (!isFull && workers > 0 && statistic !== 'mean' && statistic !== 'median') continue
          const { values, valid } = await reduced(arrays[at] as DataArray<string>, statistic, dim).compute({ workers, maxMemory })
          results.push(
            Buffer.concat([Buffer.from(values.buffer, values.byteOffset, values.byteLength), valid ?? Buffer.from('all')]).toString('hex'),
          )
        }
        expect(new Set(results).size, `${statistic} over ${dim}`).toBe(1)
      }
    }
  },
  240_000,
)

it('a reduction is an array like others: it is calculated with, written, and kept as a recipe', async () => {
  const array = (await stores('int16', 9))[0] as DataArray<string>
  const anomaly = array.sub(array.mean({ dim: ['y', 'x'] })).div(array.std({ dim: ['y', 'x'] }))
  const whole = await anomaly.compute({ workers: 0 })
  const [mean, std] = [await array.mean({ dim: ['y', 'x'] }).compute(), await array.std({ dim: ['y', 'x'] }).compute()]
  const { values, valid } = await array.compute()
  const plane = height * width
  for (const at of [1, plane + 5, 3 * plane - 1]) {
    const own = Math.floor(at / plane)
    const expected = ((values[at] as number) - (mean.values[own] as number)) / (std.values[own] as number)
    if (valid?.[at] === 0) expect(whole.valid?.[at]).toBe(0)
    else expect(whole.values[at]).toBeCloseTo(expected, 10)
  }
  const path = here('mean.zarr')
  const report = await array.mean({ dim: ['y', 'x'] }).toZarr(path, { workers: 2 })
  expect(report.chunks).toBeGreaterThan(1)
  expect([...(await (await open(path)).compute()).values]).toEqual([...mean.values])
  const scalar = here('scalar.zarr')
  await array.median().toZarr(scalar, { workers: 0 })
  expect((await (await open(scalar)).compute()).values).toEqual((await array.median().compute()).values)
  const again = await DataArray.fromJSON(JSON.parse(JSON.stringify(anomaly)))
  expect(again.hash).toBe(anomaly.hash)
  expect((await again.compute({ workers: 0 })).values).toEqual(whole.values)
  expect(String(await anomaly.plan())).toMatch(/mean of 102000 pixels each, int16 to float64, from leaves of y 256, x 256/)
}, 120_000)

it('a run that was stopped between its stages goes on with what it had put aside', async () => {
  const array = (await stores('float32', 11))[0] as DataArray<string>
  const [whole, cut] = [here('whole.zarr'), here('cut.zarr')]
  const anomaly = array.sub(array.median({ dim: ['y', 'x'] }))
  const { chunks } = await anomaly.toZarr(whole, { workers: 0 })
  const control = new AbortController()
  const stop = ({ chunksDone }: { chunksDone: number }): void => {
    if (chunksDone >= 8) control.abort()
  }
  await expect(anomaly.toZarr(cut, { workers: 0, signal: control.signal, onProgress: stop })).rejects.toThrow('stopped after 8 of')
  const { skipped } = await anomaly.toZarr(cut, { workers: 0, resume: true })
  expect(skipped).toBe(8)
  expect(chunks).toBeGreaterThan(12)
  const [a, b] = [await (await open(whole)).compute(), await (await open(cut)).compute()]
  expect(b.values).toEqual(a.values)
}, 60_000)

it('what cannot be reduced is said', async () => {
  const array = DataArray.fromArray(new Float32Array(70_000), { dims: ['y', 'x'], shape: [70_000, 1] })
  const message = (make: () => unknown): string => {
    try {
      make()
    } catch (error) {
      if (isRasterloomError(error)) return `${error.code}: ${error.message}`
      throw error
    }
    return ''
  }
  expect(message(() => array.mean({ dim: 'time' as never }))).toBe('E_USAGE: mean: there is no dim "time"; the array has y, x')
  expect(message(() => array.mode())).toMatch(
    /^E_USAGE: mode of 70000 pixels each, more than 65536, is there for 8 and 16 bits, not for float32/,
  )
  expect(message(() => array.median({ dim: 'y' }))).toMatch(/needs the last dim, x, among those reduced/)
  expect(message(() => array.quantile(1.5))).toBe('E_USAGE: quantile: q is 1.5; give a number from 0 to 1')
  expect(message(() => array.mean({ skipNa: true } as never))).toMatch(/unknown option "skipNa" \(did you mean "skipna"\?\)/)
  expect(message(() => array.count({ minCount: 2 } as never))).toMatch(/unknown option "minCount"/)
})

it('sums of 64-bit integers are exact, and invalid where 64 bits do not hold them', async () => {
  const big = DataArray.fromArray(BigInt64Array.of(2n ** 62n, 2n ** 62n, -1n, 2n ** 62n, 2n ** 62n, 0n), {
    dims: ['y', 'x'],
    shape: [2, 3],
  })
  const sums = await big.sum({ dim: 'x' }).compute()
  expect([...(sums.values as BigInt64Array)]).toEqual([2n ** 63n - 1n, 0n])
  expect(sums.valid).toEqual(Uint8Array.of(1, 0))
  expect((await big.max().compute()).values[0]).toBe(2n ** 62n)
})
