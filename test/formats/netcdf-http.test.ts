import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fullWindow } from '../../src/array/window.js'
import { netcdfSource } from '../../src/formats/netcdf/source.js'
import { seededPixels } from '../conformance/conform-source.js'
import { openReader } from '../read-window.js'
import { classicBytes } from './netcdf-bytes.js'
import { writeHdf5 } from './netcdf-hdf5-write.js'

const shape = [300, 400]
const pixels = seededPixels('int16', 120_000) as Int16Array
const files: Record<string, Uint8Array> = {}
const ranges: string[] = []
let url = ''

const server = createServer((request, response) => {
  const file = files[(request.url ?? '').replace(/\?.*$/, '')] as Uint8Array
  ranges.push(request.headers.range ?? '')
  const [start, last] = (/(\d+)-(\d+)/.exec(request.headers.range ?? '') as RegExpExecArray).slice(1).map(Number) as [number, number]
  const stop = Math.min(last + 1, file.length)
  response.writeHead(206, { 'content-range': `bytes ${start}-${stop - 1}/${file.length}` }).end(file.subarray(start, stop))
})

beforeAll(async () => {
  files['/chunks.nc'] = await writeHdf5([{ name: 'a', data: pixels, shape, dtype: '<h', chunks: [100, 100], filter: [1, 4] }], 'v110')
  files['/plain.nc'] = classicBytes({
    version: 1,
    dims: { y: 300, x: 400 },
    variables: [{ name: 'a', dims: ['y', 'x'], type: 3, data: pixels }],
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

describe('NetCDF over http', () => {
  it.each(['/chunks.nc', '/plain.nc'])('%s opens in two requests, and reads one request a chunk', async (name) => {
    ranges.length = 0
    const reader = await openReader(netcdfSource, `${url}${name}?sig=secret`, {})
    expect(ranges.length).toBeLessThanOrEqual(2)
    expect(reader.opened.layout.uri).toBe(`${url}${name}`)
    ranges.length = 0
    const part = await reader.read({ start: [10, 10], stop: [20, 20] })
    expect(part.data[0]).toBe(pixels[10 * 400 + 10])
    // At most one for the reader's own file, one for the chunk.
    expect(ranges.length).toBeLessThanOrEqual(2)
    const all = await reader.read(fullWindow(shape))
    expect(Buffer.compare(Buffer.from(all.data.buffer), Buffer.from(pixels.buffer))).toBe(0)
  })
})
