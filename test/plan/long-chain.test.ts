import { expect, it } from 'vitest'
import { DataArray, expr } from '../../src/index.js'

const array = DataArray.fromArray(new Float32Array(64 * 64).fill(1), { dims: ['y', 'x'], shape: [64, 64] })

it('10,000 chained ops plan in under a second of processor time', async () => {
  let made: DataArray<string> = array
  const before = process.cpuUsage()
  for (let op = 0; op < 10_000; op++) made = made.add(op % 7)
  const plan = await made.plan()
  const { user, system } = process.cpuUsage(before)
  process.stdout.write(`10,000 chained ops: ${Math.round((user + system) / 1000)} ms of processor time\n`)
  expect(plan).toBeDefined()
  expect((user + system) / 1000).toBeLessThan(2500)
})

it('a sum of many terms is an expression or many arrays', () => {
  const text = Array.from({ length: 1500 }, () => 'a').join(' + ')
  expect(() => expr(text, { a: array })).toThrow('functions stand more than 1000 deep')
})
