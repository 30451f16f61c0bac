import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DataArray, OutputError, open, validate } from 'rasterloom'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { FakeS3, refuse } from './fake-s3.js'

const scene = fileURLToPath(new URL('../../fixtures/scene/B08.tif', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'rasterloom-s3-'))
const scratch = join(directory, 'scratch')
const store = new FakeS3()
let remote: { readonly s3: object; readonly scratch: string }

beforeAll(async () => {
  mkdirSync(scratch)
  const endpoint = await store.start()
  remote = {
    s3: { endpoint, region: 'eu-west-1', credentials: { accessKeyId: 'AKIDKEY', secretAccessKey: 'SECRET' }, backoffMs: 1 },
    scratch,
  }
})

afterEach(() => {
  store.objects.clear()
  store.uploads.clear()
  store.seen = []
  store.fault = () => false
})

afterAll(() => {
  store.stop()
  rmSync(directory, { recursive: true, force: true })
})

/** The files below a directory, by name. */
function filesOf(root: string): Map<string, Buffer> {
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    found.map((entry) => [join(entry.parentPath, entry.name).slice(root.length + 1), readFileSync(join(entry.parentPath, entry.name))]),
  )
}

/** What is in the store below a prefix, by the rest of its key. */
function objectsOf(prefix: string): Map<string, Buffer> {
  return new Map([...store.objects].filter(([key]) => key.startsWith(prefix)).map(([key, bytes]) => [key.slice(prefix.length), bytes]))
}

/** The hash of an array's pixels. */
async function pixelsOf(array: DataArray<string>): Promise<string> {
  const { values } = await array.compute()
  return createHash('sha256')
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest('hex')
}

const sameButRecipe = (key: string): boolean => !/zarr\.json$|\.zattrs$|\.zmetadata$/.test(key)

/** Checks that two stores hold the same, but for where the recipe lies. */
function expectSame(found: Map<string, Buffer>, expected: Map<string, Buffer>): void {
  expect([...found.keys()].sort()).toEqual([...expected.keys()].sort())
  for (const [key, bytes] of expected) if (sameButRecipe(key)) expect(found.get(key)?.equals(bytes), key).toBe(true)
}

describe('a Zarr store at s3://', () => {
  it.each([
    ['plain', {}],
    ['with overviews', { overviews: 2 }],
    ['sharded', { shards: 512, chunks: 256 }],
    ['v2', { zarrFormat: 2 as const }],
  ])(
    '%s is that of a directory: one PUT an object, what names it last, and nothing left here',
    async (name, options) => {
      const array = await open(scene, { band: 1 })
      const local = join(directory, `${name}.zarr`)
      await array.toZarr(local, { workers: 0, chunks: 256, ...options })
      for (const workers of [0, 2]) {
        store.objects.clear()
        store.seen = []
        const report = await array.toZarr('s3://bucket/out/a.zarr', { workers, chunks: 256, ...options, ...remote })
        expect(report.outputs).toEqual(['s3://bucket/out/a.zarr'])
        expectSame(objectsOf('out/a.zarr/'), filesOf(local))
        const puts = store.seen.filter(({ method }) => method === 'PUT').map(({ key }) => key)
        expect(new Set(puts).size).toBe(puts.length)
        expect(puts).toHaveLength(store.objects.size)
        expect(puts.at(-1)).toBe(`out/a.zarr/${options && 'zarrFormat' in options ? '.zmetadata' : 'zarr.json'}`)
        expect(store.seen.length - puts.length).toBe(1)
        expect(readdirSync(scratch)).toEqual([])
      }
      const back = await open('s3://bucket/out/a.zarr', { s3: remote.s3 })
      expect(await pixelsOf(back)).toEqual(await pixelsOf(array))
      expect(JSON.stringify([...store.objects.values()].map(String))).not.toMatch(/SECRET|AKIDKEY/)
    },
    30_000,
  )

  it('is refused where there is one, and replaced with all that it held where asked to', async () => {
    const array = await open(scene, { band: 1 })
    store.objects.set('a.zarr/zarr.json', Buffer.from('{}'))
    store.objects.set('a.zarr/data/c/9/9', Buffer.from('old'))
    await expect(array.toZarr('s3://bucket/a.zarr', { ...remote })).rejects.toThrow(/exists already: give overwrite/)
    await array.toZarr('s3://bucket/a.zarr', { ...remote, overwrite: true })
    expect(store.objects.has('a.zarr/data/c/9/9')).toBe(false)
    expect(store.seen.find(({ method }) => method === 'DELETE')?.key).toBe('a.zarr/zarr.json')
    store.objects.set('b/report.pdf', Buffer.from('x'))
    await expect(array.toZarr('s3://bucket/b', { ...remote, overwrite: true })).rejects.toThrow(
      /something else than a Zarr store \(report.pdf\)/,
    )
  })

  it('goes on where it stopped: nothing is uploaded twice, and the store is the same', async () => {
    const array = await open(scene, { band: 1 })
    const local = join(directory, 'resumed.zarr')
    const options = { workers: 0, chunks: 128, overviews: 1 }
    await array.toZarr(local, options)
    store.fault = (seen, response) => {
      if (seen.method !== 'PUT' || store.objects.size < 10) return false
      refuse(response, 403, 'AccessDenied')
      return true
    }
    const failed = await array.toZarr('s3://bucket/a.zarr', { ...options, ...remote }).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(OutputError)
    expect((failed as Error).message).toMatch(
      /cannot write \d+ bytes to s3:\/\/bucket\/a\.zarr\/0\/data\/c\/\d+\/\d+: access denied.*run again with resume/,
    )
    expect((failed as Error).message).not.toMatch(/SECRET|AKIDKEY/)
    expect(store.objects.has('a.zarr/zarr.json')).toBe(false)
    const before = new Set(store.objects.keys())
    store.fault = () => false
    store.seen = []
    await expect(array.toZarr('s3://bucket/a.zarr', { ...options, ...remote })).rejects.toThrow(/exists already|interrupted/)
    const report = await array.toZarr('s3://bucket/a.zarr', { ...options, ...remote, resume: true })
    // Chunks of nothing but fill are done without an object.
    expect(report.skipped).toBeGreaterThanOrEqual(before.size)
    const again = store.seen.filter(({ method, key }) => method === 'PUT' && before.has(key))
    expect(again).toEqual([])
    expectSame(objectsOf('a.zarr/'), filesOf(local))
  })

  it('never replaces an object where ifNoneMatch says so, and takes its own for its own', async () => {
    const array = await open(scene, { band: 1 })
    let isLost = true
    store.fault = (seen, response) => {
      if (!seen.key.endsWith('c/0/0') || seen.method !== 'PUT' || !isLost) return false
      // The answer is lost after the store did as it was told.
      isLost = false
      setTimeout(() => response.destroy(), 5)
      response.writeHead = () => response
      response.end = () => response
      return false
    }
    await array.toZarr('s3://bucket/a.zarr', { ...remote, ifNoneMatch: true, compress: 'none' })
    expect(store.seen.filter(({ method }) => method === 'PUT').every(({ headers }) => headers['if-none-match'] === '*')).toBe(true)
    store.objects.delete('a.zarr/zarr.json')
    store.objects.set('a.zarr/data/c/0/0', Buffer.from('other'))
    store.fault = (seen, response) => {
      if (seen.method !== 'GET' || seen.key !== '') return false
      response.writeHead(200).end('<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>')
      return true
    }
    await expect(array.toZarr('s3://bucket/a.zarr', { ...remote, ifNoneMatch: true })).rejects.toThrow(
      /object of that name already \(412\)/,
    )
    await expect(array.toZarr(join(directory, 'x.zarr'), { ifNoneMatch: true })).rejects.toThrow(/ifNoneMatch is for outputs that go to s3/)
  })
})

describe('a COG at s3://', () => {
  it('is that of a file: one PUT where it is small', async () => {
    const array = await open(scene, { band: 1 })
    await array.toCog('s3://bucket/small.tif', { workers: 0, ...remote })
    expect(store.count('PUT')).toBe(1)
    await array.toCog('s3://bucket/twin.tif', { workers: 2, ...remote })
    expect(store.objects.get('twin.tif')?.equals(store.objects.get('small.tif') as Buffer)).toBe(true)
    expect(await validate('s3://bucket/small.tif', { s3: remote.s3, tiles: true })).toMatchObject({ valid: true, errors: [] })
    expect(readdirSync(scratch)).toEqual([])
    expect(store.uploads.size).toBe(0)
    await expect(array.toCog('s3://bucket/small.tif', { ...remote })).rejects.toThrow(/exists already/)
    await array.toCog('s3://bucket/small.tif', { ...remote, overwrite: true })
    const back = await open('s3://bucket/small.tif', { band: 1, s3: remote.s3 })
    expect(await pixelsOf(back)).toEqual(await pixelsOf(array))
  })

  it('goes in parts of 8 MiB where it is large, appears when whole, and is taken back where it fails', async () => {
    const array = (await open(scene, { band: 1 })).resample({ size: { width: 3000, height: 3000 }, resampling: 'near' })
    const options = { workers: 0, compress: 'none' as const }
    store.fault = (seen, response) => {
      if (seen.query.get('partNumber') !== '2') return false
      expect(store.objects.has('large.tif')).toBe(false)
      refuse(response, 503, 'SlowDown')
      return true
    }
    const failed = await array.toCog('s3://bucket/large.tif', { ...options, ...remote }).catch((error: unknown) => error)
    expect((failed as Error).message).toMatch(
      /cannot write part 2 \(\d+ bytes\) of s3:\/\/bucket\/large\.tif: .*\(SlowDown\) \(4 tries\).*resume/,
    )
    expect(store.uploads.size).toBe(0)
    expect(store.objects.size).toBe(0)
    store.fault = () => false
    store.seen = []
    const report = await array.toCog('s3://bucket/large.tif', { ...options, ...remote, resume: true })
    expect(report.skipped).toBe(report.chunks)
    const size = store.objects.get('large.tif')?.length as number
    expect(await validate('s3://bucket/large.tif', { s3: remote.s3 })).toMatchObject({ valid: true, errors: [] })
    expect(await pixelsOf(await open('s3://bucket/large.tif', { band: 1, s3: remote.s3 }))).toBe(await pixelsOf(array))
    const parts = store.seen.filter(({ method }) => method === 'PUT').map(({ bytes }) => bytes)
    expect(parts.slice(0, -1).every((bytes) => bytes === 8 * 1024 * 1024)).toBe(true)
    expect(parts.length).toBe(Math.ceil(size / (8 * 1024 * 1024)))
  }, 30_000)
})
