import { readFileSync } from 'node:fs'
import { chunkGrid } from '../../src/array/chunk-grid.js'
import { fullWindow } from '../../src/array/window.js'
import { type Dtype, dtypeOf, dtypes, viewOf } from '../../src/base/dtype.js'
import type { JsonObject } from '../../src/base/json.js'
import { cogSink } from '../../src/formats/geotiff/sink.js'
import { geotiffSource } from '../../src/formats/geotiff/source.js'
import { plainBand } from '../../src/graph/spec.js'
import { conformSink, type Pixels, type SinkCase, type SinkOutput } from '../conformance/conform-sink.js'
import { testKit } from '../kit.js'
import { describeWithPeers } from '../peers.js'
import { openReader } from '../read-window.js'
import { runPython, specOf } from './cog-driver.js'
import { sha256 } from './cog-inspect.js'

const kit = testKit(64)

async function readBack({ target, levels }: SinkOutput, level: number): Promise<Pixels> {
  kit.reset()
  const reader = await openReader(geotiffSource, target, { level }, undefined, kit)
  const { data, valid } = await reader.read(fullWindow(reader.opened.spec.shape))
  await reader.close()
  const { dtype } = levels[0]?.spec ?? {}
  if (dtypeOf(data) !== dtype) throw new Error(`our source reads ${dtypeOf(data)}, written was ${dtype}`)
  return { data, valid }
}

const program = `
import sys, json, numpy as np
from osgeo import gdal
gdal.UseExceptions()
path, levels, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
for level in range(levels):
    ds = gdal.OpenEx(path, open_options=['OVERVIEW_LEVEL=%d' % (level - 1)] if level else [])
    np.ascontiguousarray(ds.ReadAsArray()).tofile('%s.%d.data' % (out, level))
    masks = [(ds.GetRasterBand(b + 1).GetMaskBand().ReadAsArray() != 0).astype('u1') for b in range(ds.RasterCount)]
    np.stack(masks).tofile('%s.%d.valid' % (out, level))
print('{}')
`

/** Files of the same bytes read the same, so that Python is started once for each. */
const read = new Map<string, string>()

async function readByGdal({ target, levels }: SinkOutput, level: number): Promise<Pixels> {
  const key = sha256(readFileSync(target))
  const out = read.get(key) ?? `${target}.read`
  if (!read.has(key)) runPython(program, target, String(levels.length), out)
  read.set(key, out)
  const dtype = levels[0]?.spec.dtype as Dtype
  const bytes = new Uint8Array(readFileSync(`${out}.${level}.data`))
  const data = viewOf(dtype, bytes.buffer, 0, bytes.length / dtypes[dtype].bytes)
  return { data, valid: readFileSync(`${out}.${level}.valid`) }
}

function sinkCase(name: string, dtype: Dtype, options: JsonObject, extra: { bands?: number; nodata?: number | string } = {}): SinkCase {
  const { bands, nodata } = extra
  const spec = specOf({ dtype, height: 150, width: 131, ...(bands === undefined ? {} : { bands }) })
  const stored = nodata === undefined ? {} : { bands: spec.bands.map(() => ({ ...plainBand, nodata })) }
  return {
    name,
    spec: { ...spec, ...stored, chunks: chunkGrid(spec.shape, [...spec.shape]) },
    options: { blockSize: 64, ...options },
    readBack,
    readByOther: readByGdal,
  }
}

describeWithPeers('the COG sink', ['gdal-python'], () => {
  conformSink('cog', cogSink, [
    sinkCase('uint16, mask', 'uint16', {}),
    sinkCase('uint8, nodata, three bands', 'uint8', { predictor: 'none' }, { bands: 3, nodata: 0 }),
    sinkCase('int16, nodata, planar', 'int16', { interleave: 'band', compress: 'lzw' }, { bands: 2, nodata: -32768 }),
    sinkCase('float32, predictor 3', 'float32', {}, { bands: 2 }),
    sinkCase('float64, zstd', 'float64', { compress: 'zstd' }, { nodata: -9999 }),
    sinkCase('int64, no compression', 'int64', { compress: 'none', overviews: 1 }, { nodata: '-9223372036854775808' }),
    sinkCase('int8, BigTIFF, no overviews', 'int8', { bigtiff: 'yes', overviews: 'none' }),
  ])
})
