import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DataArray, open, validate } from 'rasterloom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeWithPeers } from '../peers.js'

const scene = fileURLToPath(new URL('../../fixtures/scene/B08.tif', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'rasterloom-s3-'))
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** A server that somebody else wrote. */
interface Server {
  readonly endpoint: string
  stop(): Promise<void> | void
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function startS3rver(): Promise<Server> {
  const S3rver = createRequire(import.meta.url)('s3rver') as new (
    options: object,
  ) => { run(): Promise<AddressInfo>; close(): Promise<void> }
  const root = join(directory, 's3rver')
  mkdirSync(root)
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: root, configureBuckets: [{ name: 'bucket' }] })
  const { port } = await server.run()
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => server.close() }
}

async function startMoto(): Promise<Server> {
  const port = await freePort()
  const process = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  const endpoint = `http://127.0.0.1:${port}`
  for (let attempt = 0; attempt < 100; attempt++) {
    const made = await fetch(`${endpoint}/bucket`, { method: 'PUT' }).catch(() => null)
    if (made?.ok) return { endpoint, stop: () => void process.kill() }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  process.kill()
  throw new Error('moto_server did not start')
}

async function pixelsOf(array: DataArray<string>): Promise<string> {
  const { values } = await array.compute()
  return createHash('sha256')
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest('hex')
}

/** What every store must do. */
function checks(start: () => Promise<Server>): void {
  let server: Server
  let options: { readonly s3: object; readonly scratch: string }
  const reading = () => ({ s3: options.s3 })

  beforeAll(async () => {
    server = await start()
    const scratch = mkdtempSync(join(directory, 'scratch-'))
    options = { s3: { endpoint: server.endpoint, region: 'us-east-1', credentials }, scratch }
  }, 30_000)

  afterAll(() => server.stop())

  it('holds a Zarr store that reads back of both versions', async () => {
    const array = await open(scene, { band: 1 })
    await array.toZarr('s3://bucket/a.zarr', { workers: 2, chunks: 256, overviews: 1, ...options })
    const back = await open('s3://bucket/a.zarr', reading())
    expect(await pixelsOf(back)).toBe(await pixelsOf(array))
    await array.toZarr('s3://bucket/a.zarr', { chunks: 256, zarrFormat: 2, ...options, overwrite: true })
    expect(await pixelsOf(await open('s3://bucket/a.zarr', reading()))).toBe(await pixelsOf(array))
  }, 30_000)

  it('holds a COG that went in parts', async () => {
    const array = (await open(scene, { band: 1 })).resample({ size: { width: 2300, height: 2300 }, resampling: 'near' })
    await array.toCog('s3://bucket/large.tif', { workers: 0, compress: 'none', ...options })
    expect(await validate('s3://bucket/large.tif', reading())).toMatchObject({ valid: true })
    expect(await pixelsOf(await open('s3://bucket/large.tif', { band: 1, ...reading() }))).toBe(await pixelsOf(array))
    expect(readdirSync(options.scratch)).toEqual([])
  }, 30_000)

  describeWithPeers('and GDAL', ['gdal'], () => {
    it('reads the COG there as we do', async () => {
      const host = server.endpoint.replace('http://', '')
      const keys = {
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        AWS_REGION: 'us-east-1',
      }
      const env = {
        ...process.env,
        ...keys,
        AWS_S3_ENDPOINT: host,
        AWS_HTTPS: 'NO',
        AWS_VIRTUAL_HOSTING: 'FALSE',
        GDAL_DISABLE_READDIR_ON_OPEN: 'TRUE',
      }
      const text = await new Promise<string>((resolve, reject) => {
        const child = spawn('gdalinfo', ['-checksum', '-json', '/vsis3/bucket/large.tif'], { env })
        let out = ''
        child.stdout.on('data', (part) => (out += String(part)))
        child.on('close', () => resolve(out))
        child.on('error', reject)
      })
      const info = JSON.parse(text) as { size: number[]; bands: { checksum: number; overviews: unknown[] }[] }
      expect(info.size).toEqual([2300, 2300])
      const local = join(directory, 'local.tif')
      const array = (await open(scene, { band: 1 })).resample({ size: { width: 2300, height: 2300 }, resampling: 'near' })
      await array.toCog(local, { workers: 0, overwrite: true })
      const expected = JSON.parse(execFileSync('gdalinfo', ['-checksum', '-json', local], { encoding: 'utf8' })) as typeof info
      expect(info.bands.map(({ checksum }) => checksum)).toEqual(expected.bands.map(({ checksum }) => checksum))
      expect(info.bands[0]?.overviews).toEqual(expected.bands[0]?.overviews)
    }, 30_000)
  })
}

describe('s3rver', () => checks(startS3rver))

describeWithPeers('moto', ['moto'], () => {
  checks(startMoto)
})
