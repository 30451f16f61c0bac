import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { DataArray } from '../../src/api/data-array.js'
import { open } from '../../src/api/open.js'
import { type Dtype, dtypes } from '../../src/base/dtype.js'
import type { JsonObject } from '../../src/base/json.js'
import { parseZarrOptions } from '../../src/formats/zarr/options.js'
import { plainBand } from '../../src/graph/spec.js'
import { describeWithPeers, python } from '../peers.js'
import { openZarrReader, readZarr } from './zarr-reader.js'
import { takeShardApart } from './zarr-shard-bytes.js'
import { testSpec } from './zarr-spec.js'
import { counting, temporaryDirectory, writeStore } from './zarr-store.js'
import { faultsOfDocument } from './zarr-v3-spec.js'

const directory = temporaryDirectory()
afterAll(directory.remove)
let stores = 0
const target = (): string => join(directory.path, `store-${stores++}.zarr`)
const quiet = { workers: 0 } as const

/** All documents of a store of version 3. */
function documents(store: string): string[] {
  return readdirSync(store, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'zarr.json')
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('documents of version 3', () => {
  const time = { kind: 'inline', labels: [0, 31], unit: 'days since 2020-01-01' } as const
  const texts = { kind: 'inline', labels: ['B02', 'Über'] } as const
  const options: readonly JsonObject[] = [
    {},
    { compress: 'gzip', order: 'F', checksum: true },
    { compress: 'zstd', level: 7, shards: { y: 16, x: 16, band: 2 }, chunks: 8, shardIndex: 'start' },
    { compress: 'none', shards: 16, chunks: 8, checksum: true, order: 'F' },
    { cname: 'zstd', shuffle: 'bitshuffle', level: 9, bounds: true, dimensionSeparator: '.' },
    { cname: 'zlib', shuffle: 'noshuffle', overviews: 2, bounds: true, chunks: 8 },
  ]
  it.each(options.map((each) => [JSON.stringify(each), each] as const))('are strictly valid: %s', async (_, given) => {
    for (const dtype of Object.keys(dtypes) as Dtype[]) {
      const { kind, max } = dtypes[dtype]
      const nodata = kind === 'float' ? 'NaN' : dtype.endsWith('64') ? String(max) : Number(max)
      const bands = [0, 1].map(() => ({ ...plainBand, nodata }))
      const spec = {
        ...testSpec({ dims: ['time', 'band', 'y', 'x'], shape: [2, 2, 19, 23], dtype, bands }),
        coords: { time, band: texts, y: { kind: 'affine' }, x: { kind: 'affine' } } as const,
      }
      const store = target()
      const { overviews, ...base } = given
      await writeStore(store, [{ spec, data: counting(dtype, spec.shape), options: base, metadata: { recipe: { nodes: [] } } }])
      const found = documents(store)
      expect(found.length).toBeGreaterThanOrEqual(7)
      for (const path of found) expect(faultsOfDocument(readFileSync(path, 'utf8')), path).toEqual([])
    }
    if (given.overviews === undefined) return
    const store = target()
    const array = DataArray.fromArray(
      Float32Array.from({ length: 32 * 32 }, (_, at) => at),
      { dims: ['y', 'x'], shape: [32, 32] },
    )
    await array.toZarr(store, { ...(given as object), ...quiet })
    expect(documents(store).length).toBeGreaterThan(5)
    for (const path of documents(store)) expect(faultsOfDocument(readFileSync(path, 'utf8')), path).toEqual([])
    expect((await open(store, { level: 1 })).shape).toEqual([16, 16])
  })

  it('the validator itself finds what is wrong', () => {
    const good = {
      zarr_format: 3,
      node_type: 'array',
      shape: [4],
      data_type: 'int16',
      chunk_grid: { name: 'regular', configuration: { chunk_shape: [2] } },
      chunk_key_encoding: { name: 'default' },
      fill_value: 0,
      codecs: [{ name: 'bytes', configuration: { endian: 'little' } }],
    }
    expect(faultsOfDocument(JSON.stringify(good))).toEqual([])
    const bad: readonly object[] = [
      { ...good, fill_value: 1.5 },
      { ...good, fill_value: 40000 },
      { ...good, fill_value: null },
      { ...good, codecs: [{ name: 'bytes' }] },
      { ...good, codecs: [] },
      { ...good, codecs: [...good.codecs, { name: 'transpose', configuration: { order: [0] } }] },
      { ...good, dimension_names: ['a', 'b'] },
      { ...good, filters: null },
      { ...good, data_type: 'bool' },
    ]
    for (const each of bad) expect(faultsOfDocument(JSON.stringify(each)), JSON.stringify(each)).not.toEqual([])
  })
})

describe('bytes of version 3', () => {
  it('in F order in shards: each chunk its transposed little-endian elements, compressed', async () => {
    const store = target()
    const spec = testSpec({ dims: ['y', 'x'], shape: [4, 6], dtype: 'int32' })
    const data = counting('int32', [4, 6])
    await writeStore(store, [{ spec, data, options: { chunks: { y: 2, x: 3 }, shards: { y: 4, x: 6 }, compress: 'gzip', order: 'F' } }])
    const parts = takeShardApart(join(store, 'data/c/0/0'), 4, 'end')
    const chunks = parts.map(({ bytes }) => [...new Int32Array(Uint8Array.from(gunzipSync(bytes as Uint8Array)).buffer)])
    expect(chunks).toEqual([
      [0, 6, 1, 7, 2, 8],
      [3, 9, 4, 10, 5, 11],
      [12, 18, 13, 19, 14, 20],
      [15, 21, 16, 22, 17, 23],
    ])
    expect((await readZarr(store)).data).toEqual(data)
  })

  it('_FillValue of floats is base64 of the eight bytes, fill_value the same number, and what is all fill is no file', async () => {
    const cases = [
      ['NaN', 'NaN', 'AAAAAAAA+H8='],
      [-0, '-0.0', 'AAAAAAAAAIA='],
      ['Infinity', 'Infinity', 'AAAAAAAA8H8='],
      [-9999, '-9999', 'AAAAAICHw8A='],
    ] as const
    for (const [nodata, written, base64] of cases) {
      const store = target()
      const spec = testSpec({ dims: ['y', 'x'], shape: [2, 4], dtype: 'float32', bands: [{ ...plainBand, nodata }] })
      const fill = Number(nodata)
      await writeStore(store, [
        { spec, data: Float32Array.of(fill, fill, 1, 2, fill, fill, 3, 4), options: { chunks: 2, compress: 'none' } },
      ])
      const text = readFileSync(join(store, 'data/zarr.json'), 'utf8')
      expect(text.replaceAll('"', '')).toContain(`fill_value: ${written},`)
      expect((JSON.parse(text) as { attributes: JsonObject }).attributes._FillValue).toBe(base64)
      expect([existsSync(join(store, 'data/c/0/0')), existsSync(join(store, 'data/c/0/1'))]).toEqual([false, true])
    }
  })
})

describe('bool', () => {
  const values = Uint8Array.from({ length: 48 }, (_, at) => (at % 3) & 1)
  const mask = (): DataArray => DataArray.fromArray(values, { dims: ['y', 'x'], shape: [6, 8] })

  it.each([2, 3] as const)('in version %i', async (zarrFormat) => {
    const store = target()
    await mask().toZarr(store, { bool: true, zarrFormat, chunks: 4, ...quiet })
    const document = JSON.parse(readFileSync(join(store, zarrFormat === 3 ? 'data/zarr.json' : 'data/.zarray'), 'utf8')) as JsonObject
    expect(zarrFormat === 3 ? [document.data_type, document.fill_value] : [document.dtype, document.fill_value]).toEqual(
      zarrFormat === 3 ? ['bool', false] : ['|b1', null],
    )
    const back = await (await open(store)).compute(quiet)
    expect([back.dtype, back.valid]).toEqual(['uint8', null])
    expect(back.values).toEqual(values)
  })

  it('refuses other numbers, other dtypes and pixels that may be invalid', async () => {
    const other = DataArray.fromArray(
      values.map((each) => each * 2),
      { dims: ['y', 'x'], shape: [6, 8] },
    )
    await expect(other.toZarr(target(), { bool: true, ...quiet })).rejects.toMatchObject({
      code: 'E_OUTPUT',
      message: expect.stringContaining('a pixel is 2'),
    })
    await expect(other.astype('int16').toZarr(target(), { bool: true, ...quiet })).rejects.toMatchObject({ code: 'E_USAGE' })
    const holed = DataArray.fromArray(values, { dims: ['y', 'x'], shape: [6, 8], nodata: 1 })
    await expect(holed.toZarr(target(), { bool: true, ...quiet })).rejects.toMatchObject({
      code: 'E_USAGE',
      message: expect.stringContaining('fillNa'),
    })
  })
})

describe('options that say how chunks are encoded', () => {
  const spec = testSpec({ dims: ['y', 'x'], shape: [4, 4] })
  it.each([
    [{ cname: 'lz4hc' }, /lz4hc.*not written.*lz4, zstd, zlib/],
    [{ cname: 'zstd', compress: 'gzip' }, /cname "zstd" is of compress "blosc"/],
    [{ shuffle: 'bit' }, /shuffle is "bit".*bitshuffle/],
    [{ order: 'K' }, /order is "K"/],
    [{ bounds: 1 }, /bounds is 1/],
    [{ cname: 'zstd', level: 12 }, /level is 12.*1 to 9 for "blosc"/],
    [{ level: 3 }, /has no levels/],
  ] as const)('%j', (options, message) => {
    expect(() => parseZarrOptions(options as JsonObject, spec)).toThrow(
      expect.objectContaining({ code: 'E_USAGE', message: expect.stringMatching(message) }),
    )
  })

  it('are normalised away where they say what is so anyway', () => {
    const usual = parseZarrOptions({}, spec)
    expect(parseZarrOptions({ cname: 'lz4', order: 'C', bool: false, bounds: false }, spec)).toEqual(usual)
  })
})

describe('bounds', () => {
  it.each([2, 3] as const)('are the edges of pixels, in version %i, and no variable for us', async (zarrFormat) => {
    const store = target()
    const spec = testSpec({ dims: ['y', 'x'], shape: [3, 2] })
    await writeStore(store, [{ spec, data: counting('uint16', [3, 2]), options: { bounds: true, zarrFormat } }])
    const x = readFileSync(join(store, zarrFormat === 3 ? 'x_bnds/c/0/0' : 'x_bnds/0.0'))
    const y = readFileSync(join(store, zarrFormat === 3 ? 'y_bnds/c/0/0' : 'y_bnds/0.0'))
    expect([...new Float64Array(Uint8Array.from(x).buffer)]).toEqual([399960, 399970, 399970, 399980])
    expect([...new Float64Array(Uint8Array.from(y).buffer)]).toEqual([5200020, 5200010, 5200010, 5200000, 5200000, 5199990])
    const { opened } = await openZarrReader(store)
    expect(opened.spec.geobox?.affine).toEqual(spec.geobox?.affine)
    expect(opened.info.variable).toBe('data')
  })
})

describeWithPeers('for xarray and rioxarray', ['zarr', 'rioxarray'], () => {
  it('CRS, affine, mask, bounds and bool are what they should be', async () => {
    const store = target()
    const spec = testSpec({
      dims: ['y', 'x'],
      shape: [3, 4],
      dtype: 'int16',
      bands: [{ ...plainBand, nodata: -1, scale: 0.5, offset: 10 }],
    })
    const data = Int16Array.of(-1, 1, 2, 3, 4, -1, 6, 7, 8, 9, 10, -1)
    await writeStore(store, [
      { spec, data, options: { bounds: true, zarrFormat: 2, cname: 'zstd', shuffle: 'bitshuffle', order: 'F', chunks: 2 } },
    ])
    const flags = target()
    await DataArray.fromArray(Uint8Array.of(0, 1, 1, 0), { dims: ['y', 'x'], shape: [2, 2], name: 'flag' }).toZarr(flags, {
      bool: true,
      zarrFormat: 2,
      ...quiet,
    })
    const script = `
import json, sys, numpy as np, xarray as xr, rioxarray
data = xr.open_zarr(sys.argv[1], decode_coords="all")
a = data["data"]
flag = xr.open_zarr(sys.argv[2])["flag"]
print(json.dumps({"crs": a.rio.crs.to_epsg(), "transform": list(a.rio.transform())[:6], "values": [None if np.isnan(v) else float(v) for v in a.values.ravel()],
  "coords": sorted(data.coords), "variables": sorted(data.data_vars), "x": data["x"].encoding["bounds"], "bounds": data["x_bnds"].values.tolist(), "flag": str(flag.dtype), "flags": flag.values.tolist()}))`
    const seen = JSON.parse(execFileSync(python, ['-c', script, store, flags], { encoding: 'utf8' })) as JsonObject
    expect(seen).toEqual({
      crs: 32633,
      transform: [10, 0, 399960, 0, -10, 5200020],
      values: [...data].map((value) => (value === -1 ? null : value * 0.5 + 10)),
      coords: ['spatial_ref', 'x', 'x_bnds', 'y', 'y_bnds'],
      variables: ['data'],
      x: 'x_bnds',
      bounds: [
        [399960, 399970],
        [399970, 399980],
        [399980, 399990],
        [399990, 400000],
      ],
      flag: 'bool',
      flags: [
        [false, true],
        [true, false],
      ],
    })
  })
})
