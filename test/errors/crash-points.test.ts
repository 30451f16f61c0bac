import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandIn, type Outcome, scratchDirectory } from '../cli/command.js'
import { isFull } from '../engine/scratch.js'
import { changes, hashOf, scene, struck } from './struck.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)

/** What is written, and the options that ask for it. */
const formats: readonly (readonly [name: string, ending: string, options: readonly string[]])[] = [
  ['zarr', 'zarr', []],
  ['zarr pyramid in shards', 'zarr', ['--chunks', '128', '--shards', '256', '--overviews', 'auto']],
  ['tif', 'tif', []],
]

/** The points of a run that are tried: all of them in a full run; else one on the way and some of its end, where the output is made whole. */
function pointsOf(count: number): number[] {
  const all = Array.from({ length: count }, (_, at) => at + 1)
  return isFull ? all : all.filter((at) => (at > count - 12 ? at % 4 === 0 : at === Math.floor(count / 2)))
}

/** How many operations of the main thread change the disk in a run. */
async function countOf(args: readonly string[]): Promise<number> {
  const tell = join(directory, 'count')
  expect((await struck(directory, args, { calls: changes, tell, thread: 'main' })).code).toBe(0)
  const count = Number(readFileSync(tell, 'utf8'))
  expect(count).toBeGreaterThan(20)
  return count
}

/** Goes on with what a process left; where it left no chunk, or nothing but to tidy up, begins again. */
async function goOn(job: readonly string[]): Promise<Outcome> {
  const resumed = await rasterloom(...job, '--resume')
  return /there is no interrupted run of it to resume/.test(resumed.stderr) ? rasterloom(...job, '--overwrite') : resumed
}

/** What stands in the directory beside an output. */
const litterOf = (target: string): string[] => readdirSync(directory).filter((name) => name.includes(target) && name !== target)

describe.each(formats)('a process that dies at an operation on a file: %s', (name, ending, options) => {
  const prefix = name.replaceAll(' ', '-')
  const job = (target: string): string[] => [
    'convert',
    scene,
    target,
    ...(options.includes('--chunks') ? [] : ['--chunks', '256']),
    ...options,
    '--workers',
    '0',
    '-q',
  ]

  test.each(['kill', 'torn'])(
    '%s: nothing that is not whole looks it, and the run goes on to the same bytes',
    async (fault) => {
      const whole = `${prefix}-${fault}-whole.${ending}`
      const count = await countOf(job(whole))
      const right = hashOf(join(directory, whole))
      for (const at of pointsOf(count)) {
        const target = `${prefix}-${fault}-${at}.${ending}`
        const path = join(directory, target)
        const { code, stderr } = await struck(directory, job(target), { calls: changes, at, fault, thread: 'main' })
        expect(code, `operation ${at} of ${count}: ${stderr}`).not.toBe(0)
        if (existsSync(path)) expect(hashOf(path), `left by operation ${at} of ${count}`).toBe(right)
        const again = await goOn(job(target))
        expect([again.code, again.stderr], `operation ${at} of ${count}`).toEqual([0, ''])
        expect(hashOf(path), `operation ${at} of ${count}`).toBe(right)
        expect(litterOf(target), `operation ${at} of ${count}`).toEqual([])
      }
    },
    isFull ? 600_000 : 60_000,
  )

  test(
    'an output that is replaced is the old one or the new one, or kept aside for the run that goes on',
    async () => {
      const old = `${prefix}-old.${ending}`
      expect((await rasterloom('convert', scene, old, '--chunks', '128', '--dtype', 'float32', '-q')).code).toBe(0)
      const make = (target: string): void => cpSync(join(directory, old), join(directory, target), { recursive: true })
      const whole = `${prefix}-replaced.${ending}`
      make(whole)
      const count = await countOf([...job(whole), '--overwrite'])
      const [before, right] = [hashOf(join(directory, old)), hashOf(join(directory, whole))]
      for (const at of pointsOf(count)) {
        const target = `${prefix}-replaced-${at}.${ending}`
        const path = join(directory, target)
        make(target)
        await struck(directory, [...job(target), '--overwrite'], { calls: changes, at, fault: 'kill', thread: 'main' })
        if (existsSync(path)) expect([before, right], `left by operation ${at} of ${count}`).toContain(hashOf(path))
        else expect(existsSync(join(directory, `.${target}.partial`)), `operation ${at} of ${count}`).toBe(true)
        const again = await goOn(job(target))
        expect([again.code, again.stderr], `operation ${at} of ${count}`).toEqual([0, ''])
        expect(hashOf(path), `operation ${at} of ${count}`).toBe(right)
        expect(litterOf(target), `operation ${at} of ${count}`).toEqual([])
      }
    },
    isFull ? 600_000 : 60_000,
  )
})
