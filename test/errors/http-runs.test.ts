import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandIn, scratchDirectory } from '../cli/command.js'
import { isFull } from '../engine/scratch.js'
import { hashOf, scene } from './struck.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const bytes = readFileSync(scene)

/** A range that a request asks for, and what a server may do with it. */
interface Asked {
  readonly response: ServerResponse
  readonly start: number
  readonly end: number
  /** How many requests for pixels came before. */
  readonly turn: number
}

/** What a server does to the requests of one user, and how many of them came: runs are told apart by the users of their URLs, which outputs do not name. */
interface User {
  turn: number
  readonly ill: (asked: Asked) => boolean
}

const users = new Map<string, User>()
let server: Server
let port = 0
let right = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const [start, end] = [Number(from), Math.min(Number(to), bytes.length - 1)]
    const [name] = Buffer.from(request.headers.authorization?.split(' ')[1] ?? '', 'base64')
      .toString()
      .split(':')
    const user = users.get(name as string)
    // The header is served well: it is the run that is to fail.
    if (user !== undefined && start > 0 && user.ill({ response, start, end, turn: user.turn++ })) return
    response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${bytes.length}`, 'content-length': end - start + 1, etag: '"one"' })
    response.end(bytes.subarray(start, end + 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  expect((await rasterloom(...job('right.tif'))).code).toBe(0)
  right = hashOf(join(directory, 'right.tif'))
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const status =
  (code: number) =>
  ({ response }: Asked): boolean => {
    response.writeHead(code, { 'retry-after': '0' }).end()
    return true
  }

function truncated({ response, start, end }: Asked): boolean {
  response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${bytes.length}`, 'content-length': end - start + 1, etag: '"one"' })
  response.write(bytes.subarray(start, start + Math.floor((end - start) / 2)))
  setTimeout(() => response.destroy(), 20)
  return true
}

function reset({ response }: Asked): boolean {
  response.socket?.resetAndDestroy()
  return true
}

function whole({ response }: Asked): boolean {
  response.writeHead(200, { 'content-length': bytes.length }).end(bytes)
  return true
}

function other({ response, start, end }: Asked): boolean {
  response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${bytes.length}`, 'content-length': end - start + 1, etag: '"two"' })
  response.end(bytes.subarray(start, end + 1))
  return true
}

function damaged({ response, start, end }: Asked): boolean {
  response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${bytes.length}`, 'content-length': end - start + 1, etag: '"one"' })
  // The first tile of what was asked for; neighbours may come with it.
  response.end(new Uint8Array(bytes.subarray(start, end + 1)).fill(0xff, 0, 100))
  return true
}

/** The user as whom an output's source is read. */
const nameOf = (target: string): string => target.replaceAll('.', '-')

const job = (target: string, ...options: string[]): string[] => [
  ...['convert', `http://${nameOf(target)}:key@127.0.0.1:${port}/B05.tif`, target, '--chunks', '128', '--workers', '2', '-q', ...options],
]

/** Runs a job while the server does one thing to some of its requests. */
async function under(does: (asked: Asked) => boolean, when: (turn: number) => boolean, args: readonly string[]) {
  const name = nameOf(args[2] as string)
  users.set(name, { turn: 0, ill: (asked) => when(asked.turn) && does(asked) })
  const outcome = await rasterloom(...args)
  users.delete(name)
  return outcome
}

// Most of what these runs take is waiting before they ask again: they wait together.
describe.concurrent('a server that fails now and then', () => {
  test.each([
    ['429', status(429)],
    ['500', status(500)],
    ['resets', reset],
    ['truncates', truncated],
  ])('%s: the run asks again, and writes the same bytes', async (name, does) => {
    const outcome = await under(does, (turn) => turn % 3 === 0, job(`now-${name}.tif`))
    expect([outcome.code, outcome.stderr]).toEqual([0, ''])
    expect(hashOf(join(directory, `now-${name}.tif`))).toBe(right)
  })
})

const fatal: readonly (readonly [string, (asked: Asked) => boolean, RegExp])[] = [
  ['429', status(429), /429/],
  ['500', status(500), /500/],
  ['resets', reset, /B05\.tif/],
  ['truncates', truncated, /B05\.tif/],
  ['ignores ranges', whole, /range/],
  ['serves another file', other, /changed/],
  ['serves damaged bytes', damaged, /tile \d/],
]

describe.concurrent('a server that from some moment on', () => {
  test.each(isFull ? fatal : fatal.filter((_, at) => at % 2 === 0))(
    '%s: one line with URL and bytes, nothing that looks whole, and the next run goes on',
    async (name, does, message) => {
      const target = `from-${name.replaceAll(' ', '-')}.tif`
      const { code, stdout, stderr } = await under(does, (turn) => turn >= 1, job(target))
      expect([code, stdout], stderr).toEqual([3, ''])
      expect(stderr).toMatch(/^E_SOURCE: [^\n]+\n$/)
      expect(stderr).toMatch(message)
      expect(stderr).toContain('B05.tif')
      expect(existsSync(join(directory, target))).toBe(false)
      const isKept = existsSync(join(directory, `.${target}.partial`))
      const again = await rasterloom(...job(target, ...(isKept ? ['--resume'] : [])))
      expect([again.code, again.stderr]).toEqual([0, ''])
      expect(hashOf(join(directory, target))).toBe(right)
    },
    60_000,
  )
})

describe.concurrent('a tile that a server serves damaged', () => {
  const first = ({ response, start, end, turn: at }: Asked): boolean => (at === 0 ? damaged({ response, start, end, turn: at }) : false)

  test('is read again under retry', async () => {
    const outcome = await under(first, () => true, job('retried.tif', '--on-read-error', 'retry'))
    expect([outcome.code, outcome.stderr]).toEqual([0, ''])
    expect((await rasterloom(...job('unretried.tif', '--on-read-error', 'retry'))).code).toBe(0)
    expect(hashOf(join(directory, 'retried.tif'))).toBe(hashOf(join(directory, 'unretried.tif')))
  })

  test('is nodata where that is asked for, and told', async () => {
    const outcome = await under(
      first,
      () => true,
      job('holes.tif', '--on-read-error', 'nodata', '--json').filter((word) => word !== '-q'),
    )
    expect(outcome.code, outcome.stderr).toBe(0)
    expect((JSON.parse(outcome.stdout) as { unreadable: unknown[] }).unreadable).toHaveLength(1)
  })

  test('stops the run by default', async () => {
    const outcome = await under(first, () => true, job('stopped.tif'))
    expect([outcome.code, existsSync(join(directory, 'stopped.tif'))]).toEqual([3, false])
  })
})
