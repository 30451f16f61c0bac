import { existsSync, readdirSync } from 'node:fs'
import { platform } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isFull, scratch } from '../engine/scratch.js'
import { hashOf } from '../errors/struck.js'
import { memoryGroup } from './cgroup.js'
import { measure } from './peak.js'
import { writeVirtualScene } from './virtual-scene.js'

const MiB = 1024 * 1024
const here = scratch('limits')
const side = isFull ? 8192 : 3072
const scene = here('scene.tif')

beforeAll(() => writeVirtualScene(scene, side, side, 1))

const job = (target: string, workers: number, maxMemory: number): string[] => [
  ...['convert', scene, here(target), '--crs', 'EPSG:3857', '--resampling', 'bilinear'],
  ...['--workers', String(workers), '--max-memory', `${maxMemory}MB`],
]

/** Memory that may be written to is counted by the system even where it was never touched: stacks of threads, and what V8 keeps ready. */
const untouched = 48

/** Ways for a system to bound a process. Not addresses (`ulimit -v`): V8 reserves many more of them than it ever uses. */
const segment = (mebibytes: number): string => `ulimit -c 0 && ulimit -d ${mebibytes * 1024}`
const least = { 0: 96, 2: 128 } as const

describe.skipIf(platform() !== 'linux').each([0, 2] as const)('a limit of the data segment, %i workers', (workers) => {
  it('of what is promised and what is never touched lets a run finish', async () => {
    const target = `segment-${workers}.zarr`
    const { code, stderr, promiseBytes } = await measure(job(target, workers, least[workers]), '', segment(least[workers] + untouched))
    expect(code, stderr).toBe(0)
    expect(promiseBytes / MiB).toBeLessThanOrEqual(least[workers])
  })

  it('that an arena does not fit in is told in one line, keeps what was kept, and can be gone on from', async () => {
    const target = `arena-${workers}.tif`
    const large = [...job(target, workers, 2000), '--chunks', '4096']
    const { code, stderr } = await measure(large, '', segment(180))
    expect(stderr).toMatch(/^E_BUDGET: an arena of \d+ MiB could not be allocated: lower --max-memory or give fewer --workers[^\n]*\n$/)
    expect(code).toBe(5)
    expect(existsSync(here(target))).toBe(false)
    expect((await measure([...large, '--resume'])).code).toBe(0)
  })

  it('below which the engine itself cannot go on leaves nothing that looks whole', async () => {
    const target = `aborted-${workers}.zarr`
    const { code } = await measure(job(target, workers, least[workers]), '', segment(80))
    expect(code).not.toBe(0)
    expect(existsSync(here(target))).toBe(false)
    const again = await measure([...job(target, workers, least[workers]), '--resume'])
    expect(again.code, again.stderr).toBe(0)
  })
})

describe('a control group with a memory limit', () => {
  const groups = new Map([96, 128, 144, 48].map((mebibytes) => [mebibytes, memoryGroup(mebibytes * MiB)]))
  afterAll(() => {
    for (const group of groups.values()) group?.remove()
  })
  const hasGroups = [...groups.values()].every((group) => group !== null)
  const enter = (mebibytes: number): string => groups.get(mebibytes)?.enter as string

  it.skipIf(!hasGroups).each([
    { workers: 0, maxMemory: 96 },
    { workers: 2, maxMemory: 128 },
  ])('at what is promised lets a run finish: $workers workers in $maxMemory MiB', async ({ workers, maxMemory }) => {
    for (const format of ['zarr', 'tif']) {
      const { code, stderr } = await measure([...job(`group-${workers}.${format}`, workers, maxMemory)], '', enter(maxMemory))
      expect(code, stderr).toBe(0)
    }
  })

  it.skipIf(!hasGroups)('below what is promised kills it, and the next run goes on to the same bytes', async () => {
    const [target, whole] = ['killed.tif', 'whole.tif']
    const { code } = await measure(job(target, 0, 512), '', enter(48))
    expect(code).not.toBe(0)
    expect(existsSync(here(target))).toBe(false)
    const again = await measure([...job(target, 2, 128), '--resume'], '', enter(144))
    expect(again.code, again.stderr).toBe(0)
    expect((await measure(job(whole, 0, 512))).code).toBe(0)
    expect(hashOf(here(target))).toBe(hashOf(here(whole)))
    expect(readdirSync(here('')).filter((name) => name.includes('partial'))).toEqual([])
  })
})
