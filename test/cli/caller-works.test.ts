import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandIn, fixture, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)
const source = fixture('scene/B08.tif')

function hashOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(directory, name)))
    .digest('hex')
}

describe('two workers of the command line', () => {
  it('are a thread that is started and the calling one, where all is on disk', async () => {
    const two = await rasterloom('convert', source, 'two.tif', '--chunks', '64', '--workers', '2', '--plan')
    expect(two.stdout).toContain('on 2 workers, the calling thread among them')
    expect(two.stdout).toContain('the worker thread itself')
  })

  it('both work, and write what one writes', async () => {
    const trace = join(directory, 'trace.json')
    const two = await rasterloom('convert', source, 'both.tif', '--chunks', '64', '--workers', '2', '--overviews', '2', '--trace', trace)
    const one = await rasterloom('convert', source, 'one.tif', '--chunks', '64', '--workers', '0', '--overviews', '2')
    expect([two.code, one.code]).toEqual([0, 0])
    expect(hashOf('both.tif')).toBe(hashOf('one.tif'))
    const { traceEvents } = JSON.parse(readFileSync(trace, 'utf8')) as { traceEvents: { tid: number; ph: string }[] }
    const busy = new Map<number, number>()
    for (const { tid, ph } of traceEvents) if (ph === 'X') busy.set(tid, (busy.get(tid) ?? 0) + 1)
    expect([...busy.values()].filter((count) => count > 20).length).toBeGreaterThanOrEqual(2)
  })

  it('are two that are started, where bytes come over a network: the calling thread is to answer', async () => {
    const bytes = readFileSync(source)
    const server = createServer((request, response) => {
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
      const [start, end] = [Number(from ?? 0), Math.min(Number(to ?? bytes.length), bytes.length - 1)]
      response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${bytes.length}`, etag: '"1"' }).end(bytes.subarray(start, end + 1))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/B08.tif`
    const { stdout } = await rasterloom('convert', url, 'far.tif', '--chunks', '64', '--workers', '2', '--plan')
    server.close()
    expect(stdout).toContain('on 2 workers, at most')
  })
})
