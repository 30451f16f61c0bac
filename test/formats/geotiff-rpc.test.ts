import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseRpb, parseRpcText } from '../../src/formats/geotiff/rpc-files.js'
import { describeSource, open, slice } from '../../src/index.js'
import { scratchDirectory } from '../cli/command.js'
import { describeWithPeers, python } from '../peers.js'

/** Rasters with a polynomial in every place that GDAL keeps one, a crop by GDAL, and what GDAL reads of each. */
const make = `
import json, os, sys
import numpy
from osgeo import gdal
gdal.UseExceptions()
folder = sys.argv[1]
lists = {n: ' '.join(repr(((i + 1) * 0.37 + k) * 10 ** -(i % 7)) for i in range(20)) for k, n in enumerate(['LINE_NUM_COEFF', 'LINE_DEN_COEFF', 'SAMP_NUM_COEFF', 'SAMP_DEN_COEFF'])}
rpc = dict(ERR_BIAS='0.5', ERR_RAND='0.25', LINE_OFF='2191.5', SAMP_OFF='1204', LAT_OFF='41.5', LONG_OFF='-70.25', HEIGHT_OFF='31', LINE_SCALE='2191',
  SAMP_SCALE='1204', LAT_SCALE='0.05', LONG_SCALE='0.06', HEIGHT_SCALE='501', **lists)
pixels = numpy.arange(40 * 50, dtype='uint16').reshape(40, 50)
def raster(name, options, domain=True):
    path = os.path.join(folder, name)
    ds = gdal.GetDriverByName('GTiff').Create(path, 50, 40, 1, gdal.GDT_UInt16, options)
    ds.GetRasterBand(1).WriteArray(pixels)
    if domain: ds.SetMetadata(rpc, 'RPC')
    ds = None
    return path
raster('tag.tif', [])
raster('rpb.tif', ['PROFILE=BASELINE', 'RPB=YES'])
raster('text.tif', ['PROFILE=BASELINE', 'RPCTXT=YES'])
raster('none.tif', [], False)
ds = gdal.Open(raster('aux.tif', [], False))
ds.SetMetadata(rpc, 'RPC')
ds = None
for name in ['rpb.tif', 'text.tif']:
    if os.path.exists(os.path.join(folder, name + '.aux.xml')): os.remove(os.path.join(folder, name + '.aux.xml'))
gdal.Translate(os.path.join(folder, 'crop.tif'), os.path.join(folder, 'tag.tif'), srcWin=[7, 11, 30, 20])
print(json.dumps({n: gdal.Open(os.path.join(folder, n)).GetMetadata('RPC') for n in ['tag.tif', 'rpb.tif', 'text.tif', 'aux.tif', 'none.tif', 'crop.tif']}))
`

type Texts = Readonly<Record<string, string>>

/** Numbers of a polynomial by name: texts of the same numbers differ in their zeros. */
function numbers(rpc: unknown): Record<string, number[]> {
  const said = (rpc ?? {}) as Texts
  const names = Object.keys(said).filter((name) => /_(OFF|SCALE|COEFF|BIAS|RAND)$/.test(name))
  return Object.fromEntries(names.sort().map((name) => [name, (said[name] as string).trim().split(/\s+/).map(Number)]))
}

const rpcOf = (attrs: object): unknown => (attrs as { domains?: { RPC?: unknown } }).domains?.RPC

describeWithPeers('rational polynomials', ['gdal-python'], () => {
  const folder = scratchDirectory()
  let gdal: Readonly<Record<string, Texts>> = {}
  beforeAll(() => {
    gdal = JSON.parse(execFileSync(python, ['-c', make, folder], { encoding: 'utf8' })) as typeof gdal
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(['tag.tif', 'rpb.tif', 'text.tif', 'aux.tif'])('%s: as GDAL reads it, in attributes and info', async (name) => {
    const array = await open(`${folder}/${name}`)
    expect(Object.keys(numbers(gdal[name])).length).toBeGreaterThanOrEqual(14)
    expect(numbers(rpcOf(array.attrs))).toEqual(numbers(gdal[name]))
    expect(numbers((await describeSource(`${folder}/${name}`)).info.rpc)).toEqual(numbers(gdal[name]))
  })

  it('a crop moves the offsets as gdal_translate does; a copy keeps it, other pixels drop it', async () => {
    const array = await open(`${folder}/tag.tif`)
    const crop = array.isel({ y: slice(11, 31), x: slice(7, 37) })
    expect(numbers(rpcOf(crop.attrs))).toEqual(numbers(gdal['crop.tif']))
    expect(numbers(rpcOf(crop.isel({ x: slice(0, 10) }).attrs))).toEqual(numbers(gdal['crop.tif']))
    expect(rpcOf(array.isel({ y: slice(0, 40, 2) }).attrs)).toBeUndefined()
    expect(rpcOf(array.isel({ y: slice(39, null, -1) }).attrs)).toBeUndefined()
    expect(rpcOf(array.resample({ factor: 2, resampling: 'average' }).attrs)).toBeUndefined()
  })

  it.each(['tag.tif', 'text.tif', 'aux.tif'])('%s: a COG has it in its tag, moved by a crop', async (name) => {
    const path = `${folder}/cog-${name}`
    await (await open(`${folder}/${name}`)).isel({ y: slice(11, 31), x: slice(7, 37) }).toCog(path, { workers: 0 })
    const said = JSON.parse(
      execFileSync(
        python,
        ['-c', 'import json, sys\nfrom osgeo import gdal\nprint(json.dumps(gdal.Open(sys.argv[1]).GetMetadata("RPC")))', path],
        {
          encoding: 'utf8',
        },
      ),
    ) as Texts
    expect(numbers(said)).toEqual(numbers(gdal['crop.tif']))
    expect(readFileSync(path, 'latin1')).not.toContain('domain="RPC"')
    expect(numbers(rpcOf((await open(path)).attrs))).toEqual(numbers(gdal['crop.tif']))
  })

  it('files beside one behind a URL are read where that is asked for, and only then', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      let bytes: Buffer
      try {
        bytes = readFileSync(folder + (request.url ?? '').replace(/\?.*$/, ''))
      } catch {
        response.writeHead(404).end()
        return
      }
      const [, first, last] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
      const part = bytes.subarray(Number(first), Number(last) + 1)
      const end = Number(first) + part.length - 1
      response.writeHead(206, { 'content-length': part.length, 'content-range': `bytes ${first}-${end}/${bytes.length}` }).end(part)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const base = `http://127.0.0.1:${(server.address() as { port: number }).port}`
    try {
      expect(rpcOf((await open(`${base}/text.tif?key=1`)).attrs)).toBeUndefined()
      expect(asked).toEqual(['/text.tif?key=1'])
      asked.length = 0
      const array = await open(`${base}/text.tif?key=1`, { sideFiles: true })
      expect(numbers(rpcOf(array.attrs))).toEqual(numbers(gdal['text.tif']))
      expect([...asked].sort()).toEqual(
        ['.RPB', '.tfw', '.tif', '.tif.aux.xml', '.tif.msk', '.tif.ovr', '_RPC.TXT'].map((ending) => `/text${ending}?key=1`).sort(),
      )
      expect((await array.compute({ workers: 0 })).values[51]).toBe(51)
      expect(rpcOf((await open(`${base}/aux.tif`, { sideFiles: true })).attrs)).toEqual(gdal['aux.tif'])
    } finally {
      server.close()
    }
    expect(rpcOf((await open(`${folder}/text.tif`, { sideFiles: false })).attrs)).toBeUndefined()
  })
})

describe('files of polynomials', () => {
  const list = (name: string): string => Array.from({ length: 20 }, (_, at) => `${name}_${at + 1}: ${at / 8}\n`).join('')
  const single = [
    'LINE_OFF',
    'SAMP_OFF',
    'LAT_OFF',
    'LONG_OFF',
    'HEIGHT_OFF',
    'LINE_SCALE',
    'SAMP_SCALE',
    'LAT_SCALE',
    'LONG_SCALE',
    'HEIGHT_SCALE',
  ]
  const lists = ['LINE_NUM_COEFF', 'LINE_DEN_COEFF', 'SAMP_NUM_COEFF', 'SAMP_DEN_COEFF']
  const text = single.map((name) => `${name}: +001.5 pixels\n`).join('') + lists.map(list).join('')

  it('units are left out, what is not whole is none', () => {
    expect(parseRpcText(text)?.LINE_OFF).toBe('+001.5')
    expect(parseRpcText(text.replace('LAT_SCALE', 'X'))).toBeNull()
    expect(parseRpcText(text.replace('SAMP_DEN_COEFF_20', 'X'))).toBeNull()
    expect(parseRpcText('')).toBeNull()
    expect(parseRpb('lineOffset = 1;')).toBeNull()
    expect(parseRpb('('.repeat(60_000))).toBeNull()
  })
})
