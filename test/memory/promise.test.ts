import { writeFileSync } from 'node:fs'
import { open } from 'rasterloom'
import { beforeAll, describe, expect, it } from 'vitest'
import { isFull, scratch } from '../engine/scratch.js'
import { measure } from './peak.js'
import { writeScene } from './scene.js'

/** Side of the scene in pixels: memory does not depend on it, time does. */
const side = isFull ? 5490 : 2745
const MiB = 1024 * 1024
const here = scratch('promise')
const nir = here('nir.tif')
const red = here('red.tif')
const ndvi = here('ndvi.json')

beforeAll(async () => {
  await writeScene(nir, side, 1)
  await writeScene(red, side, 2)
  const [a, b] = [await open(nir, { band: 1 }), await open(red, { band: 1 })]
  writeFileSync(
    ndvi,
    JSON.stringify(
      a
        .sub(b)
        .div(a.add(b))
        .toJSON({ base: here('') }),
    ),
  )
}, 240_000)

const quarter = `399960,${5_700_000 - side * 5},${399_960 + side * 5},5700000`
const jobs: Readonly<Record<string, string[]>> = {
  'a warp': ['convert', nir, '--crs', 'EPSG:3857', '--resampling', 'bilinear', '--overviews', 'none'],
  'a resampling to twice the pixels a side': [
    'convert',
    nir,
    '--resolution',
    '5',
    '--bounds',
    quarter,
    '--resampling',
    'bilinear',
    '--overviews',
    'none',
  ],
  'a COG with overviews': ['convert', nir],
  'an NDVI': ['run', ndvi, '--overviews', 'none'],
  'an NDVI into Zarr': ['run', ndvi],
}

const settings = [
  { workers: 0, maxMemory: 96 },
  { workers: 0, maxMemory: 512 },
  { workers: 2, maxMemory: 128 },
  { workers: 2, maxMemory: 512 },
]

describe.each(Object.keys(jobs))('%s', (name) => {
  it.each(settings)(
    'holds no more than it promises: $workers workers in $maxMemory MiB',
    async ({ workers, maxMemory }) => {
      const job = jobs[name] as string[]
      const target = here(`out.${name.includes('Zarr') ? 'zarr' : 'tif'}`)
      const options = ['--workers', String(workers), '--max-memory', `${maxMemory}MB`, '--overwrite']
      const { code, stderr, promiseBytes, peakBytes } = await measure([
        job[0] as string,
        job[1] as string,
        target,
        ...job.slice(2),
        ...options,
      ])
      expect(code, stderr).toBe(0)
      expect(promiseBytes / MiB).toBeLessThanOrEqual(maxMemory)
      expect(peakBytes / MiB).toBeGreaterThan(40)
      expect(peakBytes / MiB).toBeLessThanOrEqual(promiseBytes / MiB)
    },
    isFull ? 600_000 : 120_000,
  )
})

describe('a process that holds more at its start than most', () => {
  // What a newer Node, or a module loaded beside ours, may add.
  const larger =
    '--import=data:text/javascript,import{isMainThread}from"node:worker_threads";isMainThread&&(globalThis.held=Buffer.alloc(9e6,1))'.replaceAll(
      '"',
      '%22',
    )

  it.each([0, 2])('promises no more than it may have, with %i workers', async (workers) => {
    const run = (maxMemory: number) =>
      measure(
        [
          'convert',
          nir,
          here('held.zarr'),
          '--crs',
          'EPSG:3857',
          '--workers',
          `${workers}`,
          '--max-memory',
          `${maxMemory}MB`,
          '--overwrite',
        ],
        larger,
      )
    let maxMemory = workers === 0 ? 96 : 128
    let { code, stderr, promiseBytes, peakBytes } = await run(maxMemory)
    if (code === 5) {
      maxMemory = Number(/raise --max-memory to (\d+) MiB/.exec(stderr)?.[1])
      ;({ code, stderr, promiseBytes, peakBytes } = await run(maxMemory))
    }
    expect(code, stderr).toBe(0)
    expect(promiseBytes / MiB).toBeLessThanOrEqual(maxMemory)
    expect(peakBytes / MiB).toBeLessThanOrEqual(promiseBytes / MiB)
  })
})

describe('a budget below the floor', () => {
  it.each([
    { workers: 0, maxMemory: 95, least: '96 MiB' },
    { workers: 2, maxMemory: 127, least: '128 MiB' },
  ])('is refused with exit code 5, naming $least', async ({ workers, maxMemory, least }) => {
    const { code, stderr } = await measure(['convert', nir, here('no.tif'), '--workers', String(workers), '--max-memory', `${maxMemory}MB`])
    expect(code).toBe(5)
    expect(stderr).toMatch(/^E_BUDGET: /)
    expect(stderr).toContain(`Raise --max-memory to ${least}`)
    expect(stderr).not.toContain('    at ')
  })

  it('is refused with what this very run needs, which is more than the floor where chunks are large, and works', async () => {
    const run = (maxMemory: string) =>
      measure(['convert', nir, here('enough.zarr'), '--chunks', '4096', '--workers', '0', '--max-memory', maxMemory])
    const { code, stderr } = await run('64MB')
    expect(code).toBe(5)
    const least = /Raise --max-memory to (\d+) MiB/.exec(stderr)?.[1] as string
    expect(Number(least)).toBeGreaterThan(96)
    const enough = await run(`${least}MB`)
    expect(enough.code, enough.stderr).toBe(0)
    expect(enough.promiseBytes / MiB).toBeLessThanOrEqual(Number(least))
    expect(enough.peakBytes).toBeLessThanOrEqual(enough.promiseBytes)
  }, 60_000)

  it('is refused where one row of a chunk does not fit, naming the least that works, which does', async () => {
    const run = (maxMemory: string) =>
      measure(['convert', nir, here('large.zarr'), '--chunks', '4096', '--workers', '0', '--max-memory', maxMemory])
    const { code, stderr } = await run('100MB')
    expect(code).toBe(5)
    const least = /raise --max-memory to (\d+) MiB/.exec(stderr)?.[1] as string
    const enough = await run(`${least}MB`)
    expect(enough.code, enough.stderr).toBe(0)
    expect(enough.peakBytes).toBeLessThanOrEqual(enough.promiseBytes)
  }, 60_000)
})
