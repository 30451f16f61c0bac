import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { open } from 'rasterloom'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FakeS3 } from './fake-s3.js'

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const scene = fileURLToPath(new URL('../../fixtures/scene/B08.tif', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'rasterloom-remote-'))
const store = new FakeS3()
/** Pixels along a side: 3000 shows what leaks, 6000 is what the figures in api/remote-memory.ts were measured with. */
const side = process.env.RASTERLOOM_FULL === '1' ? 6000 : 3000
let endpoint: string

beforeAll(async () => {
  endpoint = await store.start()
  const array = (await open(scene, { band: 1 })).resample({ size: { width: side, height: side }, resampling: 'near' })
  const path = join(directory, 'source.tif')
  await array.toCog(path, { workers: 0, compress: 'none', overviews: 'none' })
  store.objects.set('source.tif', readFileSync(path))
}, 60_000)

afterAll(() => {
  store.stop()
  rmSync(directory, { recursive: true, force: true })
})

interface Summary {
  readonly peakBytes: number
  readonly promiseBytes: number
}

function convert(from: string, to: string): Promise<Summary> {
  const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: endpoint }
  const flags = ['--scratch', directory, '--json', '--compress', 'none', '--workers', '2', '--max-memory', '320MB']
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, 'convert', from, to, ...flags], {
      env: { ...process.env, ...keys, NODE_NO_WARNINGS: '1' },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (part) => (out += String(part)))
    child.stderr.on('data', (part) => (err += String(part)))
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(out) as Summary) : reject(new Error(err))))
  })
}

it.each([
  ['http', 'disk'],
  ['s3', 'disk'],
  ['s3', 's3'],
])(
  'a run from %s to %s stays within its promise',
  async (from, to) => {
    const source = from === 'http' ? `${endpoint}/bucket/source.tif` : 's3://bucket/source.tif'
    const target = to === 's3' ? 's3://bucket/copy.zarr' : join(directory, `${from}.zarr`)
    const { peakBytes, promiseBytes } = await convert(source, target)
    const [peak, promise] = [peakBytes, promiseBytes].map((bytes) => Math.round(bytes / 2 ** 20))
    process.stdout.write(`${from} to ${to}: ${peak} of ${promise} MiB\n`)
    expect(peakBytes).toBeLessThanOrEqual(promiseBytes)
  },
  60_000,
)
