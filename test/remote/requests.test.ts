import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { open, openDataset } from 'rasterloom'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { FakeS3 } from './fake-s3.js'

const scene = fileURLToPath(new URL('../../fixtures/scene/B08.tif', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'rasterloom-requests-'))
const store = new FakeS3()
let s3: object
/** The same objects without S3: the store answers what is not signed, too. */
let origin: string

beforeAll(async () => {
  const endpoint = await store.start()
  origin = `${endpoint}/bucket`
  s3 = { endpoint, region: 'eu-west-1', anonymous: true }
  const array = await open(scene, { band: 1 })
  const large = array.resample({ size: { width: 2048, height: 2048 }, resampling: 'near' })
  await large.toCog(join(directory, 'a.tif'), { workers: 0, blockSize: 256 })
  await large.toZarr(join(directory, 'a.zarr'), { workers: 0, chunks: 256, compress: 'none' })
  await large.toZarr(join(directory, 'v2.zarr'), { workers: 0, chunks: 1024, zarrFormat: 2 })
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) store.objects.set(path.slice(directory.length + 1), readFileSync(path))
  }
})

afterEach(() => {
  store.seen = []
})

afterAll(() => {
  store.stop()
  rmSync(directory, { recursive: true, force: true })
})

const ranges = (): string[] => store.seen.map(({ headers }) => String(headers.range ?? 'all'))

describe.each(['http', 's3'])('requests by %s', (scheme) => {
  const uri = (key: string): string => (scheme === 'http' ? `${origin}/${key}` : `s3://bucket/${key}`)
  const settings = () => (scheme === 'http' ? {} : { s3 })

  it('a COG is opened in at most two', async () => {
    await open(uri('a.tif'), { band: 1, ...settings() })
    expect(store.seen.length).toBeLessThanOrEqual(2)
  })

  it('a row of tiles of a COG comes in one, whatever their number', async () => {
    const array = await open(uri('a.tif'), { band: 1, ...settings() })
    const opening = store.seen.length
    await array.isel({ y: [0, 256] }).compute({ workers: 0 })
    // One for the head of the file, which the run opens anew, and one for the eight tiles of the row.
    expect(ranges().slice(opening)).toHaveLength(2)
  })

  it.each([0, 2])('a whole COG takes no more than one a tile and two an opening, with %i workers', async (workers) => {
    const array = await open(uri('a.tif'), { band: 1, ...settings() })
    const opening = store.seen.length
    const report = await array.toZarr(join(directory, `copy-${scheme}-${workers}.zarr`), { workers, chunks: 512 })
    // Each chunk of 512 lies over two rows of two tiles, each row a run.
    expect(store.seen.length - opening).toBeLessThanOrEqual(2 * report.chunks + 2)
    expect(report.requests).toBeLessThanOrEqual(2 * report.chunks)
  })

  it('a file that was changed since it was opened is refused', async () => {
    const array = await open(uri('a.tif'), { band: 1, ...settings() })
    const before = store.objects.get('a.tif') as Buffer
    store.objects.set('a.tif', Buffer.concat([before, Buffer.alloc(1)]))
    await expect(array.toZarr(join(directory, `changed-${scheme}.zarr`), { workers: 0 })).rejects.toThrow(/was changed since it was opened/)
    store.objects.set('a.tif', before)
  })

  it('two bands of one file share what is fetched', async () => {
    const array = await open(uri('a.tif'), { band: 1, ...settings() })
    const again = await open(uri('a.tif'), { bands: [1], ...settings() })
    const sum = array.add(again.isel({ band: 0 }))
    const opening = store.seen.length
    await sum.toZarr(join(directory, `sum-${scheme}.zarr`), { workers: 0, chunks: 512 })
    expect(store.seen.length - opening).toBeLessThanOrEqual(2 * 16 + 2)
  })

  it('a Zarr store is opened by one, and each chunk takes one GET of all of it', async () => {
    const array = await open(uri('a.zarr'), settings())
    expect(store.seen.map(({ key }) => key).filter((key) => key.endsWith('zarr.json'))).toEqual(['a.zarr/zarr.json'])
    const opening = store.seen.length
    const report = await array.toZarr(join(directory, `zarr-${scheme}.zarr`), { workers: 2, chunks: 512 })
    const chunks = store.seen.slice(opening)
    expect(new Set(chunks.map(({ key }) => key)).size).toBe(64)
    expect(chunks.every(({ headers }) => headers.range === undefined)).toBe(true)
    expect(chunks.length).toBe(64)
    expect(report.requests).toBe(64)
  })

  it('a store of version 2 is opened by its .zmetadata', async () => {
    await open(uri('v2.zarr'), settings())
    expect(store.seen.map(({ key }) => key).filter((key) => /\/\.z/.test(key))).toEqual(['v2.zarr/.zmetadata'])
  })
})

describe('a store without consolidated metadata', () => {
  beforeAll(() => {
    for (const [key, bytes] of [...store.objects])
      if (key.startsWith('a.zarr/')) store.objects.set(key.replace('a.zarr', 'plain.zarr'), bytes)
    const root = JSON.parse(String(store.objects.get('plain.zarr/zarr.json'))) as { consolidated_metadata?: unknown }
    delete root.consolidated_metadata
    store.objects.set('plain.zarr/zarr.json', Buffer.from(JSON.stringify(root)))
  })

  it('is listed at s3://, and by http opened where its array is named', async () => {
    const set = await openDataset('s3://bucket/plain.zarr', { s3 })
    expect(set.names).toHaveLength(1)
    const array = await open('s3://bucket/plain.zarr', { s3 })
    expect(array.shape).toEqual([2048, 2048])
    const name = array.name ?? 'data'
    expect((await open(`${origin}/plain.zarr`, { variable: name })).shape).toEqual([2048, 2048])
  })
})
