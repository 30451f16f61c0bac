import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open, openMany, slice } from '../../src/index.js'

const scene = fileURLToPath(new URL('../../fixtures/scene/', import.meta.url))
let folder = ''
let server: Server
let base = ''

/** Serves the folder with ranges, as an object store does: no listings. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rasterloom-sniff-'))
  copyFileSync(join(scene, 'B08.tif'), join(folder, 'scene.dat'))
  copyFileSync(join(scene, 'B08.tif'), join(folder, 'scene'))
  mkdirSync(join(folder, 'tiles'))
  for (const band of ['B04', 'B05', 'B08']) copyFileSync(join(scene, `${band}.tif`), join(folder, 'tiles', `${band}.tif`))
  writeFileSync(join(folder, 'notes.tif'), 'not a raster at all')
  const part = (await open(join(scene, 'B08.tif'), { band: 1 })).isel({ y: slice(0, 64), x: slice(0, 64) })
  await part.toZarr(join(folder, 'store'))
  await part.toZarr(join(folder, 'old.v2'), { zarrFormat: 2 })
  server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname))
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
      response.writeHead(404).end()
      return
    }
    const bytes = readFileSync(path)
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (from === undefined) {
      response.writeHead(200, { 'content-length': bytes.length }).end(bytes)
      return
    }
    const part = bytes.subarray(Number(from), Number(to) + 1)
    response.writeHead(206, { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}` }).end(part)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('what lies at a name is told by its content', () => {
  it.each(['scene.dat', 'scene'])('a GeoTIFF called %s, here and over HTTP', async (name) => {
    expect((await open(join(folder, name))).shape).toEqual([1, 1098, 1098])
    expect((await open(`${base}/${name}`)).shape).toEqual([1, 1098, 1098])
  })

  it.each(['store', 'old.v2'])('a Zarr store called %s', async (name) => {
    expect((await open(join(folder, name))).shape).toEqual([64, 64])
  })

  it('a Zarr store without an ending over HTTP', async () => {
    expect((await open(`${base}/store`)).shape).toEqual([64, 64])
    expect((await open(`${base}/store/`)).shape).toEqual([64, 64])
  })

  it('a VRT over HTTP, whose names are seen from its URL', async () => {
    const inner =
      '<SourceFilename relativeToVRT="1">tiles/B08.tif</SourceFilename><SrcRect xOff="5" yOff="6" xSize="20" ySize="30"/><DstRect xOff="0" yOff="0" xSize="20" ySize="30"/>'
    const text = `<VRTDataset rasterXSize="20" rasterYSize="30"><VRTRasterBand dataType="UInt16" band="1"><SimpleSource>${inner}</SimpleSource></VRTRasterBand></VRTDataset>`
    writeFileSync(join(folder, 'crop'), text)
    const [remote, local] = await Promise.all([open(`${base}/crop`), open(join(folder, 'crop'))])
    expect((await remote.compute()).values).toEqual((await local.compute()).values)
  })

  it('says what it found instead', async () => {
    await expect(open(join(folder, 'notes.tif'))).rejects.toThrow(
      /notes\.tif: is a file of a format that is not known; what can be opened: geotiff, .*vrt/,
    )
    await expect(open(join(folder, 'tiles'))).rejects.toThrow('is a directory that is no Zarr store; it holds 3 rasters (B04.tif, ...)')
    await expect(open(`${base}/gone`)).rejects.toThrow('404')
    await expect(open(join(folder, 'scene'), { format: 'tiff' })).rejects.toThrow('format "tiff" is not known; known are')
  })
})

describe('several files', () => {
  it('are opened one by one, in order', async () => {
    const arrays = await openMany([join(folder, 'tiles', 'B0[45].tif'), join(folder, 'scene')], { band: 1 })
    expect(arrays.map(({ dims }) => dims.join())).toEqual(['y,x', 'y,x', 'y,x'])
    expect((await openMany(join(folder, 'tiles'))).length).toBe(3)
    await expect(openMany([])).rejects.toThrow('openMany: [] was given')
    await expect(openMany(join(folder, '*.jp2'))).rejects.toThrow('no file fits the pattern')
  })

  it('are none for open, unless a pattern fits one', async () => {
    expect((await open(join(folder, 'tiles', '*8.tif'))).shape).toEqual([1, 1098, 1098])
    await expect(open(join(folder, 'tiles', '*.tif'))).rejects.toThrow(
      'stands for 3 files: openMany opens each, mosaic puts them side by side',
    )
  })
})

describe('options of open', () => {
  const b08 = join(scene, 'B08.tif')

  it('overview by number and by resolution', async () => {
    expect((await open(b08, { overview: 2 })).shape).toEqual([1, 275, 275])
    expect((await open(b08, { overview: { resolution: 45 } })).shape).toEqual([1, 275, 275])
    expect((await open(b08, { overview: { resolution: 15 } })).shape).toEqual([1, 1098, 1098])
    await expect(open(b08, { overview: 1, level: 1 })).rejects.toThrow('level and overview both say')
    await expect(open(b08, { overview: { resolution: 0 } })).rejects.toThrow('overview.resolution is 0')
  })

  it('masked: false takes values as they are stored', async () => {
    const raw = await open(b08, { band: 1, masked: false })
    expect(raw.nodata).toBeNull()
    expect((await raw.compute()).valid).toBeNull()
    expect((await open(join(folder, 'store'), { masked: false })).nodata).toBeNull()
  })

  it('chunks are those that are computed', async () => {
    expect((await open(b08, { chunks: 128 })).chunks).toEqual({ band: 1, y: 128, x: 128 })
    await expect(open(b08, { chunks: { y: 0 } })).rejects.toThrow('chunk: y is 0')
  })
})
