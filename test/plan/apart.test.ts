import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { concat, DataArray, open, slice } from '../../src/index.js'

const here = mkdtempSync(join(tmpdir(), 'apart-'))
afterAll(() => rmSync(here, { recursive: true }))

const [years, side] = [4, 16]
const times = Array.from({ length: years * 12 }, (_, at) => new Date(Date.UTC(2018 + Math.floor(at / 12), at % 12, 15)))
const values = Float32Array.from({ length: times.length * side * side }, (_, at) => (at * 7919) % 1009)

async function stored(name: string, chunk: number): Promise<DataArray> {
  const cube = DataArray.fromArray(values, { dims: ['time', 'y', 'x'], shape: [times.length, side, side], coords: { time: times } })
  await cube.toZarr(join(here, name), { chunks: { time: chunk, y: 8, x: 8 } })
  return open(join(here, name))
}

function meanOf(month: number, pixel: number): number {
  let sum = 0
  for (let year = 0; year < years; year++) sum += values[(year * 12 + month) * side * side + pixel] as number
  return Math.fround(sum / years)
}

it('months of many years are read for themselves, not with all that lies between', async () => {
  const cube = await stored('single.zarr', 1)
  const report = await cube.groupby('time.month').mean().toZarr(join(here, 'months.zarr'), { chunks: 8, workers: 0 })
  // 48 times of 2 x 2 tiles, each for one month.
  expect([report.tilesDecoded, report.predicted.tilesDecoded]).toEqual([times.length * 4, times.length * 4])
  const made = await (await open(join(here, 'months.zarr'))).compute()
  const expected = Float32Array.from({ length: 12 * side * side }, (_, at) => meanOf(Math.floor(at / side / side), at % (side * side)))
  expect(made.values).toEqual(expected)
  expect(made.coords.month).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  const odd = await cube.anomaly('time.month').compute()
  expect(odd.values[20]).toBe(Math.fround((values[20] as number) - meanOf(0, 20)))
})

it('of arrays laid end to end, too, which are not read anew for each group', async () => {
  const cube = await stored('end.zarr', 1)
  const parts = times.map((_, at) => cube.isel({ time: slice(at, at + 1) }))
  await Promise.all(parts.map((part, at) => part.toZarr(join(here, `part-${at}.zarr`), { chunks: 8 })))
  const files = await Promise.all(times.map((_, at) => open(join(here, `part-${at}.zarr`))))
  const months = concat(files, { dim: 'time' }).mul(2).groupby('time.month').mean()
  const plan = (await months.plan({ to: join(here, 'end-months.zarr'), chunks: 8 })).toJSON() as { nodes: readonly { op: string }[] }
  expect(plan.nodes.filter(({ op }) => op === 'source')).toHaveLength(times.length)
  const report = await months.toZarr(join(here, 'end-months.zarr'), { chunks: 8, workers: 0 })
  expect(report.tilesDecoded).toBe(times.length * 4)
  const { values: found } = await months.compute()
  expect(found[7 * side * side + 9]).toBe(2 * meanOf(7, 9))
})

it('but with them where they share chunks', async () => {
  const cube = await stored('shared.zarr', 24)
  const months = cube.groupby('time.month').mean()
  const plan = await months.plan({ to: join(here, 'shared-months.zarr'), chunks: 8 })
  expect(String(plan)).not.toContain('concat of 4')
  const { values: found } = await months.compute()
  expect(found[5 * side * side + 3]).toBe(meanOf(5, 3))
})
