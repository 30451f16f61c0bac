import { execFile } from 'node:child_process'
import { linkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { isFull, scratch } from '../engine/scratch.js'
import { writeScene } from './scene.js'

const layers = 200
/** From 512 on they fill the budget, so that more pixels have nothing left to take. */
const sides = isFull ? [256, 512, 2048] : [256, 512]
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

/** Reduces all layers of a side in a process of its own. */
async function held(side: number, statistic: string, dim: readonly string[], workers: number, maxMemory: string): Promise<Held> {
  const job = { paths: pathsOf(side), statistic, dim, workers, maxMemory, target: here(`${side}.zarr`) }
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(job)], {
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  return JSON.parse(stdout) as Held
}

beforeAll(async () => {
  for (const side of sides) {
    const [first, ...others] = pathsOf(side) as [string, ...string[]]
    await writeScene(first, side, 3)
    for (const path of others) linkSync(first, path)
  }
}, 240_000)

describe('200 layers of any size are reduced in 128 MiB beside what the process holds', () => {
  it.each([
    ['median', ['time']],
    ['mean', ['time', 'y', 'x']],
  ])(
    '%s over %j holds no more than it promises, and no more for more pixels',
    async (statistic, dim) => {
      const peaks = new Map<number, number>()
      for (const side of sides) {
        const { peakBytes, promiseBytes } = await held(side, statistic, dim, 0, '128MB')
        expect(peakBytes / promiseBytes).toBeLessThanOrEqual(1)
        expect(promiseBytes / 2 ** 20).toBeLessThanOrEqual(192)
        peaks.set(side, peakBytes)
      }
      const sixteenfold = peaks.get(2048)
      if (sixteenfold !== undefined) expect(sixteenfold / (peaks.get(512) as number)).toBeLessThanOrEqual(1.1)
    },
    240_000,
  )
})
