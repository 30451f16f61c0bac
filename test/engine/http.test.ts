import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { open, SourceError } from 'rasterloom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const scene = fileURLToPath(new URL('../../fixtures/scene/B08.tif', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'rasterloom-http-'))

let server: Server
let requests: string[] = []
let ranges = true
let origin = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.headers.range ?? 'all')
    const size = statSync(scene).size
    const match = ranges ? /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') : null
    if (match === null) {
      response.writeHead(200, { 'content-length': size })
      createReadStream(scene).pipe(response)
      return
    }
    const [start, end] = [Number(match[1]), Math.min(Number(match[2]), size - 1)]
    response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${size}`, 'content-length': end - start + 1, etag: '"one"' })
    createReadStream(scene, { start, end }).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  rmSync(directory, { recursive: true, force: true })
})

async function write(uri: string, name: string, workers: number): Promise<Buffer> {
  const path = join(directory, name)
  const array = await open(uri, { band: 1 })
  await array
    .reproject('EPSG:3857', { resolution: 25, resampling: 'bilinear' })
    .toZarr(`${path}.zarr`, { workers, chunks: 256, compress: 'none' })
  return Buffer.concat(
    [0, 1, 2].flatMap((y) => [0, 1, 2].map((x) => readFileSync(join(`${path}.zarr`, 'data', 'c', String(y), String(x))))),
  )
}

describe('a source behind http', () => {
  it('gives the pixels of the file, inline and with workers, in as many requests as tiles and a few for the header', async () => {
    const local = await write(scene, 'local', 0)
    for (const workers of [0, 2]) {
      requests = []
      const remote = await write(`${origin}/B08.tif?X-Amz-Signature=secret`, `remote-${workers}`, workers)
      expect(remote.equals(local)).toBe(true)
      expect(requests.every((range) => range !== 'all')).toBe(true)
      expect(requests.length).toBeLessThanOrEqual(workers === 0 ? 60 : 90)
      expect(readFileSync(join(directory, `remote-${workers}.zarr`, 'zarr.json'), 'utf8')).not.toContain('secret')
    }
  }, 60_000)

  it('is refused where its server knows no ranges', async () => {
    ranges = false
    await expect(open(`${origin}/B08.tif`)).rejects.toThrow(SourceError)
    await expect(open(`${origin}/B08.tif`)).rejects.toThrow(/range/)
    ranges = true
  })
})
