import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchHttp, openHttp } from '../../src/io/http.js'

const bytes = Buffer.from(Array.from({ length: 50_000 }, (_, at) => at % 251))

/** One request as a server saw it. */
interface Seen {
  readonly host: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

const seen: Seen[] = []
const servers: Server[] = []
let [near, far] = ['', '']

/** A server that redirects `/STATUS/PATH` to the other one or to itself, and answers all else with ranges. */
async function listen(other: () => string): Promise<string> {
  const server = createServer((request, response) => {
    const url = request.url ?? ''
    seen.push({ host: request.headers.host ?? '', url, headers: request.headers })
    const [, status, where] = /^\/(30\d)\/(near|far|loop|odd)$/.exec(url) ?? []
    if (status !== undefined) {
      const targets: Record<string, string> = {
        near: '/file.bin',
        far: `${other()}/file.bin`,
        loop: `/${status}/loop`,
        odd: 'ftp://x/file.bin',
      }
      response.writeHead(Number(status), { location: targets[where as string] ?? '' }).end('moved')
      return
    }
    const [, first, last] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
    if (first === undefined) {
      response.writeHead(200, { 'content-length': bytes.length }).end(bytes)
      return
    }
    const part = bytes.subarray(Number(first), Number(last) + 1)
    const range = `bytes ${first}-${Number(first) + part.length - 1}/${bytes.length}`
    response.writeHead(206, { 'content-length': part.length, 'content-range': range }).end(part)
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

beforeAll(async () => {
  far = await listen(() => near)
  near = await listen(() => far)
})
afterAll(() => {
  for (const server of servers) server.close()
})

const options = { retries: 0, headers: { 'x-api-key': 'secret', authorization: 'Bearer secret', cookie: 'secret' } }

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('%i: ranges are read where it leads; secrets stay with the host that they are for', async (status) => {
    seen.length = 0
    const source = await openHttp(`${near}/${status}/far`, options)
    expect(Buffer.from(await source.read(40_000, 100))).toEqual(bytes.subarray(40_000, 40_100))
    const atNear = seen.filter(({ host }) => near.endsWith(host))
    const atFar = seen.filter(({ host }) => far.endsWith(host))
    expect(atNear.every(({ headers }) => headers['x-api-key'] === 'secret' && headers.authorization === 'Bearer secret')).toBe(true)
    expect(JSON.stringify(atFar)).not.toContain('secret')
    expect(atFar.map(({ headers }) => headers.range)).toEqual(['bytes=0-32767', 'bytes=40000-40099'])
    // One that is for good is asked for once.
    expect(atNear.length).toBe(status === 301 || status === 308 ? 1 : 2)
  })

  it('on the same host headers are kept, a user in the URL among them', async () => {
    seen.length = 0
    const whole = await fetchHttp(`${near.replace('//', '//me:word@')}/302/near`, { retries: 0, headers: { 'x-api-key': 'secret' } })
    expect(await whole.size()).toBe(bytes.length)
    expect(seen.map(({ url }) => url)).toEqual(['/302/near', '/file.bin'])
    expect(seen.every(({ headers }) => headers['x-api-key'] === 'secret' && headers.authorization?.startsWith('Basic ') === true)).toBe(
      true,
    )
  })

  it('a circle is left after ten, and says so; a secret is not told', async () => {
    seen.length = 0
    await expect(openHttp(`${near}/302/loop`, options)).rejects.toThrow(/302\/loop: its server redirects more than 10 times/)
    expect(seen.length).toBe(11)
    await expect(openHttp(`${near}/302/odd`, options)).rejects.toMatchObject({ code: 'E_SOURCE' })
  })
})
