import { execFile } from 'node:child_process'
import { linkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { isFull, scratch } from '../engine/scratch.js'
import { writeScene } from './scene.js'

const layers = 200
/** Sides of which the second has 4 or 16 times the pixels of the first, which fills the budget: more pixels have nothing left to take. */
const sides: Readonly<Record<string, readonly number[]>> = {
  median: isFull ? [512, 2048] : [256, 512],
  mean: isFull ? [512, 2048] : [512, 1024],
}
const here = scratch('memory-reduce')
const script = fileURLToPath(new URL('./reduce.mjs', import.meta.url))

interface Held {
  readonly peakBytes: number
  readonly promiseBytes: number
}

/** Layers of one side as files of their own. */
function pathsOf(side: number): string[] {
  return Array.from({ length: layers }, (_, at) => here(`${side}-${at}.tif`))
}

/**
 * Keeps a host's heaps as small as the command line does. What V8 lets them grow to is counted in the promise; but as it does so with time, of
 * two runs the longer one holds more, whatever we do.
 */
const smallHeaps = ['--semi-space-growth-factor=1', '--optimize-for-size']

/** Reduces all layers of a side in a process of its own. */
async function held(side: number, statistic: string, dim: readonly string[], nodeOptions: readonly string[]): Promise<Held> {
  const job = { paths: pathsOf(side), statistic, dim, workers: 0, maxMemory: '128MB', target: here(`${side}.zarr`) }
  const { stdout } = await promisify(execFile)(process.execPath, [...nodeOptions, script, JSON.stringify(job)], {
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  if (process.env.RASTERLOOM_FIGURES === '1') process.stdout.write(`${statistic} of ${side} x ${side}: ${stdout}`)
  return JSON.parse(stdout) as Held
}

beforeAll(async () => {
  for (const side of new Set(Object.values(sides).flat())) {
    const [first, ...others] = pathsOf(side) as [string, ...string[]]
    await writeScene(first, side, 3)
    for (const path of others) linkSync(first, path)
  }
}, 240_000)

describe('200 layers of any size are reduced in 128 MiB beside what the process holds', () => {
  const jobs = [
    ['median', ['time']],
    ['mean', ['time', 'y', 'x']],
  ] as const

  it.each(jobs)(
    '%s over %j holds no more than it promises',
    async (statistic, dim) => {
      for (const side of isFull ? (sides[statistic] as readonly number[]) : [512]) {
        const { peakBytes, promiseBytes } = await held(side, statistic, dim, [])
        expect(peakBytes / promiseBytes).toBeLessThanOrEqual(1)
        expect(promiseBytes / 2 ** 20).toBeLessThanOrEqual(192)
      }
    },
    1_800_000,
  )

  it.each(jobs)(
    '%s over %j holds no more for more pixels, in a host whose own garbage stays small',
    async (statistic, dim) => {
      const peaks: number[] = []
      for (const side of sides[statistic] as readonly number[]) {
        const { peakBytes, promiseBytes } = await held(side, statistic, dim, smallHeaps)
        expect(peakBytes / promiseBytes).toBeLessThanOrEqual(1)
        peaks.push(peakBytes)
      }
      expect((peaks.at(-1) as number) / (peaks[0] as number)).toBeLessThanOrEqual(1.1)
    },
    1_800_000,
  )
})
