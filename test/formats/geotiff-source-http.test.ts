import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fullWindow } from '../../src/array/window.js'
import { geotiffSource } from '../../src/formats/geotiff/source.js'
import { seededPixels } from '../conformance/conform-source.js'
import { openReader } from '../read-window.js'
import { tiffBytes } from './tiff-bytes.js'

const size = 300
const pixels = seededPixels('uint16', size * size)
const file = tiffBytes([{ width: size, height: size, dtype: 'uint16', pixels, tile: [64, 64], compression: 8, predictor: 2 }])
const ranges: string[] = []
let url = ''

const server = createServer((request, response) => {
  ranges.push(request.headers.range ?? '')
  const [start, last] = (/(\d+)-(\d+)/.exec(request.headers.range ?? '') as RegExpExecArray).slice(1).map(Number) as [number, number]
  const stop = Math.min(last + 1, file.length)
  const headers = { 'content-range': `bytes ${start}-${stop - 1}/${file.length}`, 'last-modified': 'Tue, 01 Apr 2025 00:00:00 GMT' }
  response.writeHead(206, headers).end(file.subarray(start, stop))
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scene.tif`
})
afterAll(() => server.close())

describe('a GeoTIFF over http', () => {
  it('opens in two requests, and reads one request a tile', async () => {
    const reader = await openReader(geotiffSource, `${url}?sig=secret&v=1`, {})
    // The directory stands behind the pixels here; in a COG it is within the first request.
    expect(ranges.length).toBe(2)
    expect(reader.opened.fingerprint).toEqual([{ size: file.length, changed: 'Tue, 01 Apr 2025 00:00:00 GMT' }])
    expect((reader.opened.layout as { uri: string }).uri).toBe(`${url}?v=1`)
    ranges.length = 0
    await reader.read({ start: [0, 130, 130], stop: [1, 140, 140] })
    // One for the reader's own file, one for the tile.
    expect(ranges.length).toBe(2)
    const all = await reader.read(fullWindow([1, size, size]))
    expect(Buffer.compare(Buffer.from(all.data.buffer), Buffer.from(pixels.buffer))).toBe(0)
  })
})
