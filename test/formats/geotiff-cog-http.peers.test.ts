import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { geotiffSource } from '../../src/formats/geotiff/source.js'
import { scratchDirectory } from '../cli/command.js'
import { testKit } from '../kit.js'
import { describeWithPeers, python } from '../peers.js'
import { openReader } from '../read-window.js'

/** Two COGs as GDAL writes them: many small tiles, whose lists are longer than one page of the header; and JPEG tiles, each with its mask behind it. */
const make = `
import sys
import numpy as np
from osgeo import gdal
gdal.UseExceptions()
memory = gdal.GetDriverByName('MEM')
size = 6144
one = memory.Create('', size, size, 1)
one.GetRasterBand(1).WriteArray(np.add.outer(np.arange(size) // 64, np.arange(size) // 64).astype('uint8'))
gdal.GetDriverByName('COG').CreateCopy(sys.argv[1] + '/many.tif', one, options=['BLOCKSIZE=128', 'COMPRESS=ZSTD', 'LEVEL=1', 'OVERVIEW_RESAMPLING=NEAREST'])
four = memory.Create('', 1000, 900, 4)
y, x = np.mgrid[0:900, 0:1000]
for band in range(3): four.GetRasterBand(band + 1).WriteArray(((x + y * (band + 1)) // 9 % 256).astype('uint8'))
four.GetRasterBand(4).WriteArray(np.where(x + y < 700, 0, 255).astype('uint8'))
four.GetRasterBand(4).SetColorInterpretation(gdal.GCI_AlphaBand)
gdal.GetDriverByName('COG').CreateCopy(sys.argv[1] + '/masked.tif', four, options=['BLOCKSIZE=256', 'COMPRESS=JPEG'])
`

describeWithPeers('a COG of GDAL over http', ['gdal-python'], () => {
  const directory = scratchDirectory()
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.headers.range ?? '')
    const file = readFileSync(join(directory, request.url ?? ''))
    const [start, last] = (/(\d+)-(\d+)/.exec(request.headers.range ?? '') as RegExpExecArray).slice(1).map(Number) as [number, number]
    const stop = Math.min(last + 1, file.length)
    response.writeHead(206, { 'content-range': `bytes ${start}-${stop - 1}/${file.length}`, etag: '"1"' }).end(file.subarray(start, stop))
  })
  let host = ''

  beforeAll(async () => {
    execFileSync(python, ['-c', make, directory], { stdio: 'ignore' })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }, 60_000)
  afterAll(() => server.close())

  it.each([0, 1])('opens level %i of 2,304 tiles and more in two requests', async (level) => {
    asked.length = 0
    const reader = await openReader(geotiffSource, `${host}/many.tif`, { level }, undefined, testKit(8))
    expect(asked.length).toBeLessThanOrEqual(2)
    const { data } = await reader.read({ start: [0, 640, 1280], stop: [1, 641, 1282] })
    expect([...data]).toEqual(level === 0 ? [30, 30] : [60, 60])
    await reader.close()
  })

  it('reads a tile and its mask, which stands behind it, in one request', async () => {
    asked.length = 0
    const reader = await openReader(geotiffSource, `${host}/masked.tif`, {}, undefined, testKit(8))
    expect(reader.opened.info.mask).toBe('internal')
    expect(asked.length).toBeLessThanOrEqual(2)
    expect(reader.source.locate(5).length).toBe(1)
    const { valid } = await reader.tile(1)
    // Column 256 of the first row is the first pixel: where x + y is below 700.
    expect(valid.subarray(0, 256).every((each) => each === 0)).toBe(true)
    expect(valid[255 * 256 + 250]).toBe(1)
    await reader.close()
  })
})
