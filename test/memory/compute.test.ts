import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { isFull, scratch } from '../engine/scratch.js'
import { writeScene } from './scene.js'

const MiB = 1024 * 1024
const side = isFull ? 5490 : 1800
const scene = scratch('compute')('scene.tif')
const script = fileURLToPath(new URL('./compute.mjs', import.meta.url))

interface Job {
  readonly path?: string
  readonly side?: number
  readonly factor?: number
  readonly resolution?: number
  readonly maxMemory: string
  readonly workers: number
}

interface Held {
  readonly promise: number
  readonly peakBytes: number
  readonly result: number
  readonly count: number
  readonly valids: number
  readonly code?: string
  readonly message?: string
  readonly least?: number
}

/** Computes in a process of its own. */
async function held(job: Job): Promise<Held> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(job)], {
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  return JSON.parse(stdout) as Held
}

beforeAll(() => writeScene(scene, side, 3), 120_000)

describe('compute() holds no more than it promises', () => {
  it.each([
    { resolution: 20, maxMemory: '160MB', workers: 0 },
    { resolution: 10, maxMemory: '512MB', workers: 0 },
    { resolution: 5, maxMemory: '512MB', workers: 0 },
    { resolution: 5, maxMemory: '512MB', workers: 2 },
  ])('warping to $resolution m with $workers workers in $maxMemory', async (job) => {
    const { promise, peakBytes, result, count, valids, message } = await held({ ...job, path: scene })
    expect(message).toBeUndefined()
    expect(result).toBe(count * 3)
    expect(valids).toBeLessThan(count)
    expect(peakBytes).toBeGreaterThan(count * 2)
    expect(peakBytes / MiB).toBeLessThanOrEqual(promise / MiB)
  })

  it.each([0, 2])('over pixels that are in memory, %i workers', async (workers) => {
    const { promise, peakBytes, count, valids, message } = await held({ side: 3600, factor: 2, maxMemory: '512MB', workers })
    expect(message).toBeUndefined()
    expect(valids).toBe(count)
    expect(peakBytes / MiB).toBeLessThanOrEqual(promise / MiB)
  })
})

describe('a result that does not fit', () => {
  it('is refused before it is computed, naming the least that works, which does', async () => {
    const job = { path: scene, resolution: 3.5, workers: 0 }
    const refused = await held({ ...job, maxMemory: '128MB' })
    expect(refused.code).toBe('E_BUDGET')
    expect(refused.message).toMatch(/^the result, \d+ x \d+ uint16, takes \d+ MiB in memory .* raise maxMemory to (\d+) MiB\.$/)
    const least = /to (\d+) MiB\.$/.exec(refused.message as string)?.[1]
    const enough = await held({ ...job, maxMemory: `${least}MB` })
    expect(enough.message).toBeUndefined()
    expect(enough.peakBytes).toBeLessThanOrEqual(enough.promise)
  })
})
