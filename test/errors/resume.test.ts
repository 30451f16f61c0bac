import { copyFileSync, existsSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandIn, scratchDirectory } from '../cli/command.js'
import { hashOf, scene, struck } from './struck.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const job = (target: string, ...options: string[]): string[] => [
  'convert',
  'source.tif',
  target,
  '--chunks',
  '128',
  '--workers',
  '0',
  '-q',
  ...options,
]

beforeAll(() => copyFileSync(scene, join(directory, 'source.tif')))

/** Leaves an interrupted run of some chunks. */
async function interrupted(target: string): Promise<void> {
  const { code } = await struck(directory, job(target), { calls: ['writeSync'], path: 'journal', at: 4, fault: 'kill' })
  expect(code).not.toBe(0)
}

describe('--resume of what an interrupted run left', () => {
  test.each([
    ['another recipe', ['--dtype', 'float32'], /the interrupted run was another one: .*(op|nodes|astype|dtype)/],
    ['another grid', ['--resolution', '50'], /the interrupted run was another one: .*was .*, is /],
    ['other options of the output', ['--compress', 'lzw'], /the interrupted run was another one: .*compress was "deflate", is "lzw"/],
    ['another number of overviews', ['--overviews', 'none'], /the interrupted run was another one: .*was .*, is /],
  ])('with %s is refused with the first difference, and what is kept stays', async (what, options, message) => {
    const target = `${what.replaceAll(' ', '-')}.tif`
    await interrupted(target)
    const { code, stdout, stderr } = await rasterloom(...job(target, ...options, '--resume'))
    expect([code, stdout]).toEqual([4, ''])
    expect(stderr).toMatch(/^E_OUTPUT: [^\n]+\n$/)
    expect(stderr).toMatch(message)
    expect(existsSync(join(directory, target))).toBe(false)
    const { code: done, stdout: report } = await rasterloom(...job(target, '--resume', '--json').filter((word) => word !== '-q'))
    expect(done).toBe(0)
    expect((JSON.parse(report) as { skipped: number }).skipped).toBeGreaterThan(0)
  })

  test('with a changed source is refused, naming it', async () => {
    await interrupted('changed.tif')
    utimesSync(join(directory, 'source.tif'), 1, 1)
    const { code, stderr } = await rasterloom(...job('changed.tif', '--resume'))
    expect(code).toBe(4)
    expect(stderr).toMatch(/^E_OUTPUT: .*the interrupted run was another one: sources\..*source\.tif.*changed was "\d+", is "\d+"/)
    expect(existsSync(join(directory, '.changed.tif.partial'))).toBe(true)
  })

  test('with another number of workers, another budget and a trace goes on to the same bytes', async () => {
    await interrupted('same.tif')
    const other = ['--workers', '2', '--max-memory', '200MB', '--trace', 'trace.json', '--resume']
    const words = job('same.tif').filter((word) => word !== '--workers' && word !== '0')
    expect((await rasterloom(...words, ...other)).code).toBe(0)
    expect((await rasterloom(...job('whole.tif'))).code).toBe(0)
    expect(hashOf(join(directory, 'same.tif'))).toBe(hashOf(join(directory, 'whole.tif')))
  })
})
