import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandIn, fixture, main, type Outcome, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const job = ['--resolution', '4', '--resampling', 'bilinear', '--chunks', '128']

/** Runs a conversion until some chunks are done, then sends a signal. */
function interrupted(target: string, signal: NodeJS.Signals, times = 1): Promise<Outcome> {
  return new Promise((done, failed) => {
    const args = [main, 'convert', fixture('scene/B04.tif'), target, ...job, '--progress', 'json']
    const child = spawn(process.execPath, args, { cwd: directory })
    let [stdout, stderr] = ['', '']
    let sent = false
    child.stdout.on('data', (text) => (stdout += String(text)))
    child.stderr.on('data', (text) => {
      stderr += String(text)
      if (!sent && /"chunksDone":([3-9]|\d\d)/.test(stderr)) {
        sent = child.kill(signal)
        // Two that come together count as one.
        if (times > 1) setTimeout(() => child.kill(signal), 1)
      }
    })
    child.on('error', failed)
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}

/** A hash over names and bytes of all files below a path. */
function treeHash(path: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const name of names.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(name.slice(path.length)).update(readFileSync(name))
  }
  return hash.digest('hex')
}

describe('an interrupted run', () => {
  test.each([
    ['out.zarr', 'SIGINT'],
    ['out.tif', 'SIGTERM'],
  ] as const)('%s: ends with 130, leaves no output that looks whole, and goes on with --resume', async (target, signal) => {
    const { code, stdout, stderr } = await interrupted(target, signal)
    expect([code, stdout]).toEqual([130, ''])
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^E_ABORTED: .*--resume/)
    expect(existsSync(`${directory}/${target}`)).toBe(false)
    const resumed = await rasterloom('convert', fixture('scene/B04.tif'), target, ...job, '--resume', '--json')
    expect([resumed.code, resumed.stderr]).toEqual([0, ''])
    expect((JSON.parse(resumed.stdout) as { skipped: number }).skipped).toBeGreaterThan(0)
    const whole = `whole-${target}`
    expect((await rasterloom('convert', fixture('scene/B04.tif'), whole, ...job, '-q')).code).toBe(0)
    const bytes = (name: string): string =>
      target.endsWith('.zarr')
        ? treeHash(`${directory}/${name}`)
        : createHash('sha256')
            .update(readFileSync(`${directory}/${name}`))
            .digest('hex')
    expect(bytes(target)).toBe(bytes(whole))
    expect(readdirSync(directory).filter((name) => name.includes('partial'))).toEqual([])
  })

  test('ends at once on a second signal, with 130, and goes on with --resume', async () => {
    const target = 'twice.zarr'
    expect((await interrupted(target, 'SIGINT', 2)).code).toBe(130)
    expect(existsSync(`${directory}/${target}`)).toBe(false)
    const resumed = await rasterloom('convert', fixture('scene/B04.tif'), target, ...job, '--resume', '-q')
    expect([resumed.code, resumed.stderr]).toEqual([0, ''])
    expect(treeHash(`${directory}/${target}`)).toBe(treeHash(`${directory}/whole-out.zarr`))
  })
})
