import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandIn, fixture, main, scratchDirectory } from '../cli/command.js'
import { random } from '../conformance/random.js'
import { isFull } from '../engine/scratch.js'
import { hashOf } from './struck.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const source = fixture('scene/B04.tif')

/** What is written, and the options that ask for it. */
const formats: readonly (readonly [name: string, ending: string, options: readonly string[]])[] = [
  ['zarr', 'zarr', []],
  ['zarr in shards', 'zarr', ['--shards', '192']],
  ['zarr pyramid in shards', 'zarr', ['--shards', '128', '--overviews', 'auto']],
  ['tif', 'tif', []],
]

/** Kills of each format and number of workers: 104 in all in a full run with workers, beside those without and those at the end. */
const kills = isFull ? 13 : 1
const lateKills = isFull ? 5 : 1
const timeout = kills * 40_000

const job = (target: string, workers: number, options: readonly string[]): string[] => [
  ...['convert', source, target, '--resolution', '10', '--resampling', 'bilinear', '--chunks', '64', '--workers', String(workers)],
  ...options,
]

/** Starts a run and kills it so many milliseconds after its first word of progress, or of its last chunk; answers whether it was killed. */
function killed(args: readonly string[], afterMs: number, from: 'first' | 'last' = 'first'): Promise<boolean> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [main, ...args, '--progress', 'json'], { cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] })
    let timer: NodeJS.Timeout | undefined
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (from === 'first' || /"chunksDone":(\d+),"chunksTotal":\1,/.test(text)) timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs)
    })
    child.on('error', failed)
    child.on('close', (_code, signal) => {
      clearTimeout(timer)
      done(signal === 'SIGKILL')
    })
  })
}

/** Whether there is something to go on with: else the kill came too late. */
const isLeft = (target: string): boolean => !existsSync(join(directory, target)) || existsSync(join(directory, `.${target}.partial`))

/** Nothing stands beside the outputs but what a process was removing when it was killed, which is no run that can go on. */
function expectTidy(): void {
  expect(readdirSync(directory).filter((name) => /partial$|\.tmp$/.test(name))).toEqual([])
}

describe.each(formats)('a process killed at any moment: %s', (name, ending, options) => {
  const prefix = name.replaceAll(' ', '-')
  const at = formats.findIndex(([each]) => each === name)

  test.each(isFull ? [0, 1, 2] : [at % 3])('with %i workers, goes on to the same bytes', { timeout }, async (workers) => {
    const whole = `${prefix}-whole-${workers}.${ending}`
    const started = performance.now()
    expect((await rasterloom(...job(whole, workers, options), '-q')).code).toBe(0)
    const lastsMs = performance.now() - started
    const { next } = random(workers * 1000 + name.length)
    for (let turn = 0; turn < (workers === 0 ? Math.ceil(kills / 3) : kills); turn++) {
      const target = `${prefix}-killed-${workers}-${turn}.${ending}`
      const afterMs = next() * lastsMs * 0.8
      await killed(job(target, workers, options), afterMs)
      // Killed again while it goes on, and then left in peace, with another number of workers.
      if (isLeft(target)) await killed([...job(target, workers, options), '--resume'], next() * lastsMs * 0.5)
      if (isLeft(target)) {
        const { code, stderr } = await rasterloom(...job(target, 2 - workers, options), '--resume', '-q')
        expect([code, stderr], `killed after ${afterMs} ms`).toEqual([0, ''])
      }
      expect(hashOf(join(directory, target)), `killed after ${afterMs} ms`).toBe(hashOf(join(directory, whole)))
      rmSync(join(directory, target), { recursive: true })
    }
    expectTidy()
  })

  test.each(isFull ? [1, 2] : [2 - (at % 2)])('with %i workers, while its output is made whole', { timeout }, async (workers) => {
    const whole = `${prefix}-made-${workers}.${ending}`
    expect((await rasterloom(...job(whole, workers, options), '-q')).code).toBe(0)
    const { next } = random(workers * 100 + name.length)
    for (let turn = 0; turn < lateKills; turn++) {
      const target = `${prefix}-late-${workers}-${turn}.${ending}`
      const afterMs = next() * 12
      await killed(job(target, workers, options), afterMs, 'last')
      if (existsSync(join(directory, target))) expect(hashOf(join(directory, target))).toBe(hashOf(join(directory, whole)))
      if (isLeft(target)) await killed([...job(target, workers, options), '--resume'], next() * 12, 'last')
      if (isLeft(target)) {
        const { code, stderr } = await rasterloom(...job(target, 3 - workers, options), '--resume', '-q')
        expect([code, stderr], `killed ${afterMs} ms after the last chunk`).toEqual([0, ''])
      }
      expect(hashOf(join(directory, target)), `killed ${afterMs} ms after the last chunk`).toBe(hashOf(join(directory, whole)))
      rmSync(join(directory, target), { recursive: true })
    }
    expectTidy()
  })
})
