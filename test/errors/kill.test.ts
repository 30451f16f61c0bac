import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandIn, fixture, main, scratchDirectory } from '../cli/command.js'
import { random } from '../conformance/random.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const source = fixture('scene/B04.tif')

/** Kills of each format and number of workers: 100 in all in a full run. */
const kills = process.env.RASTERLOOM_FULL === '1' ? 25 : 1

/** What is written, and the options that ask for it. */
const formats: readonly (readonly [name: string, ending: string, options: readonly string[]])[] = [
  ['zarr', 'zarr', []],
  ['zarr in shards', 'zarr', ['--shards', '192']],
  ['zarr pyramid in shards', 'zarr', ['--shards', '128', '--overviews', 'auto']],
  ['tif', 'tif', []],
]

const job = (target: string, workers: number, options: readonly string[]): string[] => [
  ...['convert', source, target, '--resolution', '8', '--resampling', 'bilinear', '--chunks', '64', '--workers', String(workers)],
  ...options,
]

/** Starts a run and kills it so many milliseconds after its first word of progress; answers whether it was killed. */
function killed(args: readonly string[], afterMs: number): Promise<boolean> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [main, ...args, '--progress', 'json'], { cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] })
    let timer: NodeJS.Timeout | undefined
    child.stderr.on('data', () => {
      timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs)
    })
    child.on('error', failed)
    child.on('close', (_code, signal) => {
      clearTimeout(timer)
      done(signal === 'SIGKILL')
    })
  })
}

function hashOf(path: string): string {
  const hash = createHash('sha256')
  if (statSync(path).isFile()) return hash.update(readFileSync(path)).digest('hex')
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(file.slice(path.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

describe.each(formats)('a process killed at any moment: %s', (name, ending, options) => {
  const prefix = name.replaceAll(' ', '-')
  test.each([1, 2])('with %i workers, goes on to the same bytes', { timeout: kills * 30_000 }, async (workers) => {
    const whole = `${prefix}-whole-${workers}.${ending}`
    const started = performance.now()
    expect((await rasterloom(...job(whole, workers, options), '-q')).code).toBe(0)
    const lastsMs = performance.now() - started
    const { next } = random(workers * 1000 + name.length)
    for (let turn = 0; turn < kills; turn++) {
      const target = `${prefix}-killed-${workers}-${turn}.${ending}`
      const afterMs = next() * lastsMs * 0.8
      await killed(job(target, workers, options), afterMs)
      // Killed again while it goes on, and then left in peace, with another number of workers.
      await killed([...job(target, workers, options), '--resume'], next() * lastsMs * 0.5)
      if (!existsSync(join(directory, target)) || existsSync(join(directory, `.${target}.partial`))) {
        const { code, stderr } = await rasterloom(...job(target, 3 - workers, options), '--resume', '-q')
        expect([code, stderr], `killed after ${afterMs} ms`).toEqual([0, ''])
      }
      expect(hashOf(join(directory, target)), `killed after ${afterMs} ms`).toBe(hashOf(join(directory, whole)))
    }
    expect(readdirSync(directory).filter((name) => name.includes('partial') || name.endsWith('.tmp'))).toEqual([])
  })
})
