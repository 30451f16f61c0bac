import type { ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { SourceError } from '../../src/base/errors.js'
import { listDirectory } from '../../src/io/list-directory.js'
import { openBytes } from '../../src/io/open-bytes.js'
import type { S3Options } from '../../src/io/s3-options.js'
import { FakeS3, type Fault, refuse } from '../remote/fake-s3.js'

const body = Buffer.from(Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) & 255))
const store = new FakeS3()
let s3: S3Options

beforeAll(async () => {
  s3 = {
    endpoint: await store.start(),
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDKEY', secretAccessKey: 'SECRET' },
    backoffMs: 1,
  }
  store.objects.set('a.tif', body)
  store.objects.set('empty', Buffer.alloc(0))
})

afterEach(() => {
  store.seen = []
  store.fault = () => false
})

afterAll(() => store.stop())

async function failureOf(promise: Promise<unknown>): Promise<SourceError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(SourceError)
  return error as SourceError
}

/** A fault of the first requests; the others are answered as the store does. */
function first(count: number, fault: Fault): Fault {
  return (seen, response, at) => at <= count && fault(seen, response, at)
}

/** A fault that answers by itself. */
function answering(answer: (response: ServerResponse) => void): Fault {
  return (_, response) => {
    answer(response)
    return true
  }
}

describe('an object of an S3 store', () => {
  it('is read by ranges within its length, the head in one request', async () => {
    const bytes = await openBytes('s3://bucket/a.tif', { s3 })
    expect(bytes.uri).toBe('s3://bucket/a.tif')
    expect(await bytes.size()).toBe(body.length)
    expect(await bytes.changed()).toMatch(/^"[0-9a-f]{32}"$/)
    expect(Buffer.from(await bytes.read(10, 20))).toEqual(body.subarray(10, 30))
    expect(store.seen).toHaveLength(1)
    expect(Buffer.from(await bytes.read(99_000, 1000))).toEqual(body.subarray(99_000))
    expect(store.seen.map(({ headers }) => headers.range)).toEqual(['bytes=0-32767', 'bytes=99000-99999'])
    expect(store.seen[0]?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIDKEY\/\d+\/eu-west-1\/s3/)
  })

  it('is read whole in one request, and refused where it is larger than announced', async () => {
    const bytes = await openBytes('s3://bucket/a.tif', { s3, whole: true })
    expect(Buffer.from(await bytes.read(0, await bytes.size())).equals(body)).toBe(true)
    expect(store.seen.map(({ headers }) => headers.range)).toEqual([undefined])
    expect(await (await openBytes('s3://bucket/empty', { s3, whole: true })).size()).toBe(0)
    const failure = await failureOf(openBytes('s3://bucket/a.tif', { s3, whole: true, mostBytes: 99_999 }))
    expect(failure.message).toContain('it has 100000 bytes, at most 99999 were announced')
  })

  it('is asked for without a signature where nobody signs, and says who pays where asked to', async () => {
    await openBytes('s3://bucket/a.tif', { s3: { ...s3, anonymous: true, requesterPays: true } })
    expect(store.seen[0]?.headers.authorization).toBeUndefined()
    expect(store.seen[0]?.headers['x-amz-request-payer']).toBe('requester')
  })

  it('is reached as the environment says', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', s3.endpoint as string)
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'FROMENV')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x')
    vi.stubEnv('AWS_REGION', 'ap-south-1')
    await openBytes('s3://bucket/a.tif')
    expect(store.seen[0]?.headers.authorization).toMatch(/Credential=FROMENV\/\d+\/ap-south-1/)
    vi.stubEnv('AWS_NO_SIGN_REQUEST', 'YES')
    await openBytes('s3://bucket/a.tif')
    expect(store.seen[1]?.headers.authorization).toBeUndefined()
    vi.unstubAllEnvs()
  })

  it.each<[string, Fault]>([
    ['503 SlowDown', answering((response) => void refuse(response, 503, 'SlowDown'))],
    ['429', answering((response) => void refuse(response, 429, 'TooManyRequests'))],
    ['500', answering((response) => void refuse(response, 500, 'InternalError'))],
    ['a reset', answering((response) => void response.destroy())],
    [
      'an answer that breaks off',
      (_, response) => {
        response.writeHead(206, { 'content-range': 'bytes 0-32767/100000', 'content-length': '32768' })
        response.write(body.subarray(0, 100), () => response.destroy())
        return true
      },
    ],
    ['a server that hangs', () => true],
    [
      'an answer that hangs',
      (_, response) => {
        response.writeHead(206, { 'content-range': 'bytes 0-32767/100000', 'content-length': '32768' })
        response.write(body.subarray(0, 100))
        return true
      },
    ],
  ])('is asked for again after %s, and refused in the end', async (_name, fault) => {
    store.fault = first(2, fault)
    const options = { ...s3, timeoutMs: 60 }
    const bytes = await openBytes('s3://bucket/a.tif', { s3: options })
    expect(Buffer.from(await bytes.read(0, 30))).toEqual(body.subarray(0, 30))
    expect(store.seen).toHaveLength(3)
    store.fault = fault
    const failure = await failureOf(openBytes('s3://bucket/a.tif', { s3: { ...options, retries: 1 } }))
    expect(failure.message).toMatch(/^s3:\/\/bucket\/a\.tif: bytes 0\.\.32768: .*\(2 tries\)$/)
    expect(failure.message).not.toMatch(/SECRET|AKID/)
    expect(failure.fields).toMatchObject({ uri: 's3://bucket/a.tif', offset: 0, length: 32768 })
  })

  it.each([
    ['s3://bucket/none', /no such file \(404/],
    ['s3://bucket', /names a bucket and no object/],
    ['s3://me:pw@bucket/a', /^s3:\/\/bucket\/a: not the uri of an object/],
  ])('%s is refused at once', async (uri, words) => {
    const failure = await failureOf(openBytes(uri, { s3 }))
    expect(failure.message).toMatch(words)
    expect(failure.message).not.toContain('pw')
    expect(store.seen.length).toBeLessThan(2)
  })

  it('says what is denied, and what a server without ranges lacks', async () => {
    store.fault = answering((response) => void refuse(response, 403, 'AccessDenied'))
    expect((await failureOf(openBytes('s3://bucket/a.tif', { s3 }))).message).toContain('access denied (403): give credentials')
    store.fault = answering((response) => void response.writeHead(200, { 'content-length': body.length }).end(body))
    expect((await failureOf(openBytes('s3://bucket/a.tif', { s3 }))).message).toContain('does not support range requests')
  })

  it('is refused where it changes between two requests', async () => {
    const bytes = await openBytes('s3://bucket/a.tif', { s3 })
    store.objects.set('a.tif', Buffer.alloc(body.length, 1))
    expect((await failureOf(bytes.read(50_000, 10))).message).toContain('it was changed while it was being read')
    store.objects.set('a.tif', body)
  })

  it('is listed with its neighbours, over as many pages as there are', async () => {
    for (let at = 0; at < 1500; at++) store.objects.set(`many/${at}/zarr.json`, Buffer.from('{}'))
    store.objects.set('many/zarr.json', Buffer.from('{}'))
    const names = (await listDirectory('s3://bucket/many', s3)) as string[]
    expect(new Set(names).size).toBe(1501)
    expect(names).toContain('1499')
    expect(store.seen).toHaveLength(2)
    store.fault = answering((response) => void refuse(response, 403, 'AccessDenied'))
    expect(await listDirectory('s3://bucket/many', s3)).toBeNull()
  })
})
