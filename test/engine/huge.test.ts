import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { open, type PlanOptions } from 'rasterloom'
import { describe, expect, it } from 'vitest'
import { main } from '../cli/command.js'
import { fixtures, scratch } from './scratch.js'

const here = scratch('huge')
const dem = `${fixtures}dem.tif`

interface Planned {
  readonly stages: readonly { readonly taskCount: number; readonly exact: boolean; readonly taskBytes: number }[]
  readonly sources: readonly { readonly tiles: number; readonly wants: number; readonly reads: number; readonly exact: boolean }[]
  readonly memory: { readonly promise: number; readonly maxMemory: number; readonly task: number }
}

/** A plan, and the milliseconds of this process that it took. */
async function plan(resolution: number, options: PlanOptions, crs?: string): Promise<Planned & { ms: number; text: string }> {
  const array = await open(dem)
  const before = process.cpuUsage()
  const large = crs === undefined ? array.resample({ resolution, resampling: 'bilinear' }) : array.reproject(crs, { resolution })
  const view = await large.plan(options)
  const { user, system } = process.cpuUsage(before)
  return { ...(view.toJSON() as unknown as Planned), ms: (user + system) / 1000, text: view.toString() }
}

describe('a target grid of 10^13 pixels', () => {
  it.each([
    ['resampled', 0.003, undefined],
    ['reprojected', 3e-8, 'EPSG:4326'],
  ] as const)('%s into Zarr plans in under a second and states its size', async (_name, resolution, crs) => {
    const { stages, sources, memory, ms, text } = await plan(resolution, { to: here('x.zarr') }, crs)
    expect(ms).toBeLessThan(1000)
    expect(stages[0]?.taskCount).toBeGreaterThan(5e7)
    expect(stages[0]?.exact).toBe(false)
    expect(sources[0]?.tiles).toBeLessThanOrEqual(4)
    expect(sources[0]?.exact).toBe(false)
    expect(text).toMatch(/\d+ TiB/)
    expect(text).toContain('<= ')
    expect(memory.task).toBeLessThan(32 * 1024 * 1024)
  })

  it('with a pyramid is planned as long as the places of its tiles fit', async () => {
    const { stages, ms } = await plan(0.02, { to: here('x.tif') })
    expect(ms).toBeLessThan(2000)
    expect(stages.reduce((sum, { taskCount }) => sum + taskCount, 0)).toBeGreaterThan(1e6)
  })

  it('as a COG, or computed into memory, is refused with its size and what would do; the plan for memory is that of a file, and says so', async () => {
    await expect(plan(0.003, { to: here('x.tif') })).rejects.toThrow(/TiB of pixels\), has \d+ chunks.* raise maxMemory to \d+ (MiB|GiB)/)
    const { text } = await plan(0.003, {})
    expect(text).toMatch(/compute\(\) is refused: the result, 1 x 3660000 x 3660000 float32, takes \S+ TiB in memory/)
    expect(text).toContain('writing it to a Zarr store')
    const large = (await open(dem)).resample({ resolution: 0.003 })
    await expect(large.compute()).rejects.toMatchObject({ code: 'E_BUDGET' })
  })
})

describe('a sampled plan', () => {
  it('bounds what working out every task finds', async () => {
    // Just below and just above the number of tasks that are looked at one by one.
    const few = await plan(30 / 11, { to: here('x.zarr'), chunks: 16 })
    const many = await plan(30 / 12, { to: here('x.zarr'), chunks: 16 })
    expect([few.stages[0]?.exact, many.stages[0]?.exact]).toEqual([true, false])
    expect(many.stages[0]?.taskBytes).toBeGreaterThanOrEqual(few.stages[0]?.taskBytes as number)
    expect(many.sources[0]?.wants).toBeGreaterThanOrEqual(many.stages[0]?.taskCount as number)
  })
})

describe('a run that would take years', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends soon after %s with exit code 130, and can be resumed', async (signal) => {
    const target = here(`${signal}.zarr`)
    const child = spawn(process.execPath, [main, 'convert', dem, target, '--resolution', '0.0001', '--quiet', '--no-check-space'])
    const partial = here(`.${signal}.zarr.partial`)
    const journal = join(partial, 'journal.jsonl')
    const timer = setInterval(() => {
      // Before the first chunk there would be nothing to keep, and a second signal ends the process at once.
      if (child.killed || !existsSync(journal) || readFileSync(journal, 'utf8').split('\n').length < 4) return
      child.kill(signal)
    }, 50)
    const code = await new Promise((done) => child.on('close', done))
    clearInterval(timer)
    expect(code).toBe(130)
    expect(existsSync(partial)).toBe(true)
    expect(existsSync(target)).toBe(false)
  })
})
