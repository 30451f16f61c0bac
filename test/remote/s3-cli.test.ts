import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { FakeS3 } from './fake-s3.js'

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const scene = fileURLToPath(new URL('../../fixtures/scene/B08.tif', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'rasterloom-s3-'))
const scratch = join(directory, 'scratch')
const store = new FakeS3()
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  mkdirSync(scratch)
  const keys = { AWS_ACCESS_KEY_ID: 'AKIDKEY', AWS_SECRET_ACCESS_KEY: 'SECRET', AWS_REGION: 'eu-west-1' }
  env = { ...process.env, ...keys, AWS_ENDPOINT_URL: await store.start(), NODE_NO_WARNINGS: '1' }
})

afterEach(() => {
  store.fault = () => false
  store.seen = []
})

afterAll(() => {
  store.stop()
  rmSync(directory, { recursive: true, force: true })
})

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command line beside the store, which lives in this process; `started` gets the process. */
function run(args: readonly string[], started: (process: ChildProcess) => void = () => {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], { env })
    let [out, err] = ['', '']
    child.stdout.on('data', (part) => (out += String(part)))
    child.stderr.on('data', (part) => (err += String(part)))
    child.on('close', (code) => resolve({ code, out, err }))
    started(child)
  })
}

const convert = (target: string, ...more: string[]): string[] => ['convert', scene, target, '--scratch', scratch, '--json', ...more]

describe('the command line with s3://', () => {
  it('writes, tells, reads and checks, with the keys of the environment, which are shown nowhere', async () => {
    const made = await run(convert('s3://bucket/a.tif'))
    expect(made.err).toBe('')
    expect(made.code).toBe(0)
    const summary = JSON.parse(made.out) as { bytesWritten: number; peakBytes: number; promiseBytes: number }
    expect(summary.bytesWritten).toBeGreaterThan(1000)
    expect(summary.peakBytes).toBeLessThanOrEqual(summary.promiseBytes)
    expect((await run(['validate', 's3://bucket/a.tif'])).code).toBe(0)
    const info = await run(['info', 's3://bucket/a.tif', '--json'])
    expect(info.out).toContain('"cog": true')
    const again = await run(convert('s3://bucket/a.tif'))
    expect(again.code).not.toBe(0)
    expect(again.err).toContain('s3://bucket/a.tif: exists already: give --overwrite')
    const refused = await run(convert(join(directory, 'a.tif'), '--if-none-match'))
    expect(refused.err).toContain('--if-none-match is for outputs that go to s3://')
    for (const { out, err } of [made, info, again]) expect(out + err).not.toMatch(/AKIDKEY|SECRET/)
    expect(String(store.objects.get('a.tif'))).not.toMatch(/AKIDKEY|SECRET/)
  }, 60_000)

  it.each([
    ['a Zarr store', 's3://bucket/killed.zarr', ['--overviews', '2']],
    ['shards', 's3://bucket/shards.zarr', ['--shards', '256']],
  ])(
    'goes on with %s after kill -9, and it is as if nothing had happened',
    async (_name, target, options) => {
      const more = ['--chunks', '128', '--workers', '2', ...options]
      const prefix = target.slice('s3://bucket/'.length)
      const clean = await run(convert(target, ...more))
      expect(clean.err).toBe('')
      const expected = new Map([...store.objects].filter(([key]) => key.startsWith(`${prefix}/`)))
      for (const killAt of [3, 12]) {
        for (const key of expected.keys()) store.objects.delete(key)
        let child: ChildProcess | undefined
        let puts = 0
        store.fault = ({ method }) => {
          if (method === 'PUT' && ++puts === killAt) child?.kill('SIGKILL')
          return false
        }
        const killed = await run(convert(target, ...more), (process) => (child = process))
        expect(killed.code).toBeNull()
        expect(store.objects.has(`${prefix}/zarr.json`)).toBe(false)
        store.fault = () => false
        const resumed = await run(convert(target, ...more, '--resume'))
        expect(resumed.err).toBe('')
        expect([...store.objects.keys()].filter((key) => key.startsWith(`${prefix}/`)).sort()).toEqual([...expected.keys()].sort())
        for (const [key, bytes] of expected) expect(store.objects.get(key)?.equals(bytes), key).toBe(true)
        expect(readdirSync(scratch)).toEqual([])
      }
    },
    120_000,
  )

  it('takes back an upload in parts that was killed, and makes the same object', async () => {
    const target = 's3://bucket/large.tif'
    const more = ['--resampling', 'near', '--size', '2400x2400', '--crs', 'EPSG:32633', '--compress', 'none', '--workers', '0']
    const clean = await run(convert(target, ...more))
    expect(clean.err).toBe('')
    const expected = store.objects.get('large.tif') as Buffer
    store.objects.delete('large.tif')
    let child: ChildProcess | undefined
    store.fault = ({ query }) => {
      if (query.get('partNumber') === '2') child?.kill('SIGKILL')
      return false
    }
    expect((await run(convert(target, ...more), (process) => (child = process))).code).toBeNull()
    store.fault = () => false
    expect(store.uploads.size).toBe(1)
    expect(store.objects.has('large.tif')).toBe(false)
    const resumed = await run(convert(target, ...more, '--resume'))
    expect(resumed.err).toBe('')
    expect(store.uploads.size).toBe(0)
    expect(store.objects.get('large.tif')?.equals(expected)).toBe(true)
  }, 60_000)
})
