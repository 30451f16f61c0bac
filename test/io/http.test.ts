import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { AbortedError, SourceError } from '../../src/base/errors.js'
import { headBytes } from '../../src/io/get-requests.js'
import { fetchHttp, openHttp } from '../../src/io/http.js'

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void

const body = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) & 255)
const quick = { backoffMs: 1 }
let stop: (() => void) | undefined

afterEach(() => {
  stop?.()
  stop = undefined
})

/** A server with a handler; answers its URL and a counter of requests. */
async function serve(handler: Handler): Promise<{ url: string; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    handler(request, response, seen.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.tif`, seen }
}

/** Answers a range as servers do. */
const ranged: Handler = (request, response) => {
  const match = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') as RegExpExecArray
  const start = Number(match[1])
  if (start >= body.length) return void response.writeHead(416, { 'content-range': `bytes */${body.length}` }).end()
  const stop = Math.min(Number(match[2]) + 1, body.length)
  response.writeHead(206, { 'content-range': `bytes ${start}-${stop - 1}/${body.length}`, etag: '"v1"' }).end(body.subarray(start, stop))
}

function fail(status: number): Handler {
  return (_request, response) => void response.writeHead(status).end('no')
}

async function failureOf(promise: Promise<unknown>): Promise<SourceError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(SourceError)
  return error as SourceError
}

describe('openHttp', () => {
  it('knows size and ETag after one request, and serves the head without another', async () => {
    const { url, seen } = await serve(ranged)
    const bytes = await openHttp(url)
    expect(await bytes.size()).toBe(body.length)
    expect(await bytes.changed()).toBe('"v1"')
    expect(await bytes.read(100, 50)).toEqual(body.slice(100, 150))
    expect(seen.length).toBe(1)
    expect(await bytes.read(headBytes - 10, 20)).toEqual(body.slice(headBytes - 10, headBytes + 10))
    expect(seen.length).toBe(2)
  })

  it('says where a read passes the end', async () => {
    const { url } = await serve(ranged)
    const error = await failureOf((await openHttp(url)).read(99_990, 20))
    expect(error.message).toContain('bytes 99990..100010 wanted, the file ends at 100000: it is truncated')
    expect(error.fields).toEqual({ uri: url, offset: 99_990, length: 20 })
  })

  it('tries again after 503 and 429, and gives up after three repetitions', async () => {
    const { url, seen } = await serve((request, response, count) =>
      (count < 3 ? fail(count === 1 ? 503 : 429) : ranged)(request, response, count),
    )
    expect(await (await openHttp(url, quick)).size()).toBe(body.length)
    expect(seen.length).toBe(3)
    stop?.()
    const broken = await serve(fail(500))
    const error = await failureOf(openHttp(broken.url, quick))
    expect(error.message).toContain('its server answered with status 500 (4 tries)')
    expect(broken.seen.length).toBe(4)
  })

  it('tries again when the answer breaks off', async () => {
    const { url } = await serve((request, response, count) => {
      if (count > 1) return ranged(request, response, count)
      response.writeHead(206, { 'content-range': `bytes 0-${headBytes - 1}/${body.length}`, 'content-length': headBytes })
      response.write(body.subarray(0, 1000), () => response.destroy())
    })
    expect(await (await openHttp(url, quick)).read(0, 2000)).toEqual(body.slice(0, 2000))
  })

  it('gives up on a server that hangs, before it answers or within the answer, and tries again', async () => {
    const { url, seen } = await serve((request, response, count) => {
      if (count === 1) return
      if (count === 2) {
        response.writeHead(206, { 'content-range': `bytes 0-32767/${body.length}`, 'content-length': '32768' })
        response.write(body.subarray(0, 100))
      } else ranged(request, response, count)
    })
    const bytes = await openHttp(url, { ...quick, timeoutMs: 100 })
    expect(await bytes.read(5, 3)).toEqual(body.slice(5, 8))
    expect(seen).toHaveLength(3)
    stop?.()
    const hanging = await serve(() => {})
    const failure = await failureOf(openHttp(hanging.url, { ...quick, timeoutMs: 50, retries: 1 }))
    expect(failure.message).toMatch(/bytes 0\.\.32768: its server sent nothing for 0\.05 s \(2 tries\)/)
    expect(hanging.seen).toHaveLength(2)
  })

  it('takes a slow answer that keeps coming', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(206, { 'content-range': `bytes 0-32767/${body.length}`, 'content-length': '32768' })
      for (let part = 0; part < 8; part++) setTimeout(() => response.write(body.subarray(part * 4096, (part + 1) * 4096)), part * 60)
    })
    const bytes = await openHttp(url, { retries: 0, timeoutMs: 300 })
    expect(await bytes.read(32_000, 700)).toEqual(body.slice(32_000, 32_700))
  })

  it('refuses an answer that is longer than was asked for', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(206, { 'content-range': `bytes 0-32767/${body.length}` }).end(body)
    })
    expect((await failureOf(openHttp(url, { retries: 0 }))).message).toMatch(/longer than the 32768 bytes/)
  })

  it('refuses a server without range requests, at once', async () => {
    const { url, seen } = await serve((_request, response) => void response.writeHead(200).end(body))
    const error = await failureOf(openHttp(url, quick))
    expect(error.message).toContain('does not support range requests')
    expect(seen.length).toBe(1)
  })

  it.each([
    [404, 'no such file (404)'],
    [403, 'access denied (403)'],
    [401, 'credentials (401)'],
    [416, 'the file is empty'],
  ])('says what status %i means', async (status, words) => {
    const { url, seen } = await serve(fail(status))
    expect((await failureOf(openHttp(url, quick))).message).toContain(words)
    expect(seen.length).toBe(1)
  })

  it('notices that the file changed while being read', async () => {
    const { url } = await serve((request, response, count) => {
      if (count > 1) response.setHeader('etag', '"v2"')
      const write = response.writeHead.bind(response)
      response.writeHead = ((status: number, headers: Record<string, string>) =>
        write(status, count > 1 ? { ...headers, etag: '"v2"' } : headers)) as typeof response.writeHead
      ranged(request, response, count)
    })
    const bytes = await openHttp(url, quick)
    expect((await failureOf(bytes.read(50_000, 10))).message).toContain('changed while it was being read')
  })

  it('sends credentials of the URL as a header and shows neither them nor signatures', async () => {
    const { url, seen } = await serve(ranged)
    const signed = `${url.replace('http://', 'http://me:secret@')}?X-Amz-Signature=abc&v=2`
    const bytes = await openHttp(signed)
    expect(bytes.uri).toBe(`${url}?v=2`)
    expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('me:secret').toString('base64')}`)
    expect(seen[0]?.url).toContain('X-Amz-Signature=abc')
    expect((await failureOf(bytes.read(99_999, 2))).message).not.toMatch(/secret|abc/)
  })

  it('stops on an abort signal, also while it waits', async () => {
    const { url } = await serve((request, response, count) => (count === 1 ? ranged : fail(503))(request, response, count))
    const bytes = await openHttp(url, { backoffMs: 10_000 })
    const controller = new AbortController()
    const reading = bytes.read(50_000, 10, controller.signal)
    setTimeout(() => controller.abort(), 30)
    await expect(reading).rejects.toBeInstanceOf(AbortedError)
  })

  it('takes all where a server ignores the range of a file that is no longer', async () => {
    const small = body.subarray(0, 500)
    const { url, seen } = await serve((_request, response) => void response.writeHead(200, { 'content-length': 500 }).end(small))
    const bytes = await openHttp(url, quick)
    expect(await bytes.size()).toBe(500)
    expect(await bytes.read(100, 50)).toEqual(small.slice(100, 150))
    expect(seen.length).toBe(1)
  })

  it('follows a redirect, and waits as long as a busy server says', async () => {
    const { url, seen } = await serve((request, response, count) => {
      if (count === 1) response.writeHead(302, { location: '/b.tif' }).end()
      else if (count === 2) response.writeHead(503, { 'retry-after': '0.05' }).end()
      else ranged(request, response, count)
    })
    expect(await (await openHttp(url, quick)).size()).toBe(body.length)
    expect(seen.map((request) => request.url)).toEqual(['/a.tif', '/b.tif', '/a.tif'])
  })

  it('fetches all of a file in one request, again where it breaks off, and none that is larger than announced', async () => {
    const { url, seen } = await serve((_request, response, count) => {
      response.writeHead(200, { 'content-length': body.length })
      if (count === 1) response.write(body.subarray(0, 1000), () => response.destroy())
      else response.end(body)
    })
    const bytes = await fetchHttp(url, quick)
    expect(await bytes.read(0, await bytes.size())).toEqual(body)
    expect(seen.map(({ headers }) => headers.range)).toEqual([undefined, undefined])
    expect((await failureOf(fetchHttp(url, quick, 1000))).message).toContain('it has 100000 bytes, at most 1000 were announced')
  })

  it('says that a host cannot be reached', async () => {
    const { url } = await serve(ranged)
    stop?.()
    const error = await failureOf(openHttp(url, { retries: 1, backoffMs: 1 }))
    expect(error.message).toMatch(/ECONNREFUSED.*\(2 tries\)/)
  })
})
