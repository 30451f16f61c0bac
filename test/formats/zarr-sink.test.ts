import { type Dtype, dtypes } from '../../src/base/dtype.js'
import type { Json, JsonObject } from '../../src/base/json.js'
import { zarrSink } from '../../src/formats/zarr/sink.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { plainBand } from '../../src/graph/spec.js'
import { conformSink, type Pixels, type SinkCase, type SinkOutput } from '../conformance/conform-sink.js'
import { readWithZarrita } from './zarr-peer.js'
import { readZarr } from './zarr-reader.js'
import { testSpec } from './zarr-spec.js'

function conformCase(name: string, spec: ArraySpec, options: Json): SinkCase {
  const readBack = async (output: SinkOutput): Promise<Pixels> => readZarr(output.target)
  const readByOther = async (output: SinkOutput): Promise<Pixels> => {
    const { data } = await readWithZarrita(output.target, output.levels[0]?.spec.name as string)
    return { data, valid: null }
  }
  return { name, spec, options, readBack, readByOther }
}

const v2Case = (name: string, spec: ArraySpec, options: JsonObject): SinkCase => ({
  ...conformCase(`v2, ${name}`, spec, { ...options, zarrFormat: 2 }),
  readByOther: async ({ target, levels }) => {
    const { data } = await readWithZarrita(target, levels[0]?.spec.name as string, 2)
    return { data, valid: null }
  },
})

const every = (Object.keys(dtypes) as Dtype[]).map((dtype) =>
  conformCase(`${dtype}, chunks that do not divide the shape`, testSpec({ dims: ['y', 'x'], shape: [37, 53], dtype }), {
    chunks: { y: 16, x: 20 },
  }),
)

conformSink('zarr', zarrSink, [
  v2Case('blosc', testSpec({ dims: ['y', 'x'], shape: [37, 53] }), { chunks: { y: 16, x: 20 } }),
  v2Case('float64, slashes', testSpec({ dims: ['band', 'y', 'x'], shape: [2, 20, 30], dtype: 'float64' }), {
    ...{ chunks: 16, compress: 'gzip', dimensionSeparator: '/' },
  }),
  conformCase('shards', testSpec({ dims: ['y', 'x'], shape: [37, 53] }), { chunks: 8, shards: { y: 16, x: 24 }, checksum: true }),
  {
    ...conformCase('shards, index at the start', testSpec({ dims: ['band', 'y', 'x'], shape: [2, 37, 53], dtype: 'float32' }), {
      ...{ chunks: 8, shards: { band: 2, y: 32, x: 16 }, shardIndex: 'start', compress: 'none' },
    }),
    // Zarrita takes every index to stand at the end.
    readByOther: null,
  },
  conformCase('gzip', testSpec({ dims: ['y', 'x'], shape: [37, 53] }), { chunks: 20, compress: 'deflate' }),
  ...every,
  conformCase(
    'bands, declared nodata, not compressed',
    testSpec({ dims: ['band', 'y', 'x'], shape: [3, 20, 30], bands: Array.from({ length: 3 }, () => ({ ...plainBand, nodata: 0 })) }),
    { chunks: 16, compress: 'none' },
  ),
  conformCase(
    'a time series, float with NaN',
    testSpec({
      dims: ['time', 'band', 'y', 'x'],
      shape: [2, 2, 9, 11],
      dtype: 'float32',
      coords: { time: { kind: 'inline', labels: [0, 31], unit: 'days since 2021-01-01', calendar: 'proleptic_gregorian' } },
    }),
    { chunks: { y: 4, x: 11, time: 2 }, compress: 'zstd' },
  ),
])
