import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { type Dtype, dtypes, type TypedArray } from '../../src/base/dtype.js'
import type { JsonObject } from '../../src/base/json.js'
import { zarrSink } from '../../src/formats/zarr/sink.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { plainBand } from '../../src/graph/spec.js'
import { describeWithPeers, python } from '../peers.js'
import { readZarr } from './zarr-reader.js'
import { testSpec } from './zarr-spec.js'
import { counting, temporaryDirectory, writeStore } from './zarr-store.js'

const { path: root, remove } = temporaryDirectory()
afterAll(remove)

const json = (store: string, name: string): JsonObject => JSON.parse(readFileSync(join(root, store, name), 'utf8'))

const digest = ({ buffer, byteOffset, byteLength }: TypedArray): string =>
  createHash('sha256')
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .digest('hex')

const write = (store: string, spec: ArraySpec, data: TypedArray, options: JsonObject = {}): Promise<void> =>
  writeStore(join(root, store), [{ spec, data, options: { zarrFormat: 2, chunks: 16, ...options } }])

const seen = (store: string, name: string, wants: string) =>
  JSON.parse(
    execFileSync(python, [fileURLToPath(new URL('zarr-v2-read.py', import.meta.url)), join(root, store), name, wants], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )

describe('a store of version 2', () => {
  it('has the documents of that version and no others, all in one besides', async () => {
    const spec = testSpec({ dims: ['y', 'x'], shape: [20, 30], name: 'data', bands: [{ ...plainBand, nodata: 0, scale: 0.1, offset: -5 }] })
    await write('plain.zarr', spec, counting('uint16', [20, 30]))
    expect(json('plain.zarr', '.zgroup')).toEqual({ zarr_format: 2 })
    expect(json('plain.zarr', 'data/.zarray')).toEqual({
      ...{
        zarr_format: 2,
        shape: [20, 30],
        chunks: [16, 16],
        dtype: '<u2',
        order: 'C',
        filters: null,
        dimension_separator: '.',
        fill_value: 0,
      },
      compressor: { id: 'blosc', cname: 'lz4', clevel: 5, shuffle: 1, blocksize: 0 },
    })
    const attributes = json('plain.zarr', 'data/.zattrs')
    expect(attributes).toMatchObject({ _ARRAY_DIMENSIONS: ['y', 'x'], scale_factor: 0.1, add_offset: -5, grid_mapping: 'spatial_ref' })
    expect(attributes).not.toHaveProperty('_FillValue')
    const { metadata } = json('plain.zarr', '.zmetadata') as { metadata: JsonObject }
    expect(Object.keys(metadata)).toEqual([
      ...['.zattrs', '.zgroup', 'data/.zarray', 'data/.zattrs', 'spatial_ref/.zarray', 'spatial_ref/.zattrs'],
      ...['x/.zarray', 'x/.zattrs', 'y/.zarray', 'y/.zattrs'],
    ])
    for (const [path, document] of Object.entries(metadata)) expect(document).toEqual(json('plain.zarr', path))
    expect(readdirSync(join(root, 'plain.zarr/data')).sort()).toEqual(['.zarray', '.zattrs', '0.0', '0.1', '1.0', '1.1'])
    expect(readdirSync(join(root, 'plain.zarr/spatial_ref')).sort()).toEqual(['.zarray', '.zattrs', '0'])
    expect(readdirSync(join(root, 'plain.zarr'), { recursive: true }).filter((name) => String(name).includes('zarr.json'))).toEqual([])
  })

  it('leaves out chunks of nothing but fill where there is a fill value, and none where there is not', async () => {
    const data = new Uint16Array(20 * 30)
    data[0] = 1
    const spec = testSpec({ dims: ['y', 'x'], shape: [20, 30], name: 'data' })
    await write('sparse.zarr', { ...spec, bands: [{ ...plainBand, nodata: 0 }] }, data)
    expect(existsSync(join(root, 'sparse.zarr/data/0.0'))).toBe(true)
    expect(existsSync(join(root, 'sparse.zarr/data/0.1'))).toBe(false)
    const floats = testSpec({ dims: ['y', 'x'], shape: [20, 30], name: 'data', dtype: 'float32' })
    await write('unsaid.zarr', floats, new Float32Array(600).fill(Number.NaN), { nodata: null })
    expect(json('unsaid.zarr', 'data/.zarray').fill_value).toBeNull()
    expect(existsSync(join(root, 'unsaid.zarr/data/1.1'))).toBe(true)
  })

  it('comes back as it was: dims, labels, bands, grid, nodata', async () => {
    const spec = testSpec({
      dims: ['time', 'band', 'y', 'x'],
      shape: [2, 3, 9, 11],
      dtype: 'int16',
      name: 'data',
      bands: Array.from({ length: 3 }, (_, at) => ({ ...plainBand, nodata: -9999, description: `band ${at}` })),
      coords: {
        y: { kind: 'affine' },
        x: { kind: 'affine' },
        time: { kind: 'inline', labels: [0, 31], unit: 'days since 2021-01-01', calendar: 'proleptic_gregorian' },
        band: { kind: 'inline', labels: ['B02', 'B03', 'ü🌍'] },
      },
    })
    const data = counting('int16', spec.shape)
    await write('cube.zarr', spec, data, { dimensionSeparator: '/' })
    const { data: read, reader } = await readZarr(join(root, 'cube.zarr'))
    expect(read).toEqual(data)
    const { dims, shape, dtype, geobox, coords, bands } = reader.opened.spec
    expect({ dims, shape, dtype, geobox, coords, bands }).toEqual({
      ...{ dims: spec.dims, shape: spec.shape, dtype: spec.dtype, geobox: spec.geobox, coords: spec.coords, bands: spec.bands },
    })
    expect(existsSync(join(root, 'cube.zarr/data/1/2/0/0'))).toBe(true)
  })

  it('refuses what that version has not', () => {
    const parse = (options: JsonObject) => zarrSink.parse({ zarrFormat: 2, ...options }, testSpec({ dims: ['y', 'x'], shape: [9, 9] }))
    expect(() => parse({ shards: 512 })).toThrow('zarrFormat 2 has no shards')
    expect(() => parse({ checksum: true })).toThrow('zarrFormat 2 has no checksum')
    expect(() => parse({ zarrFormat: 4 })).toThrow('zarrFormat is 4, expected 2 or 3')
    expect(() => parse({ dimensionSeparator: '-' })).toThrow('expected "." or "/"')
  })
})

/** Python takes a second and more to load its libraries: the rest is for a full run. */
const isFull = process.env.RASTERLOOM_FULL === '1'

const compressions = ['blosc', 'zstd', 'gzip', 'none']

describeWithPeers('zarr-python, xarray and GDAL read what we write in version 2', ['zarr', 'rioxarray', 'gdal-python'], () => {
  const all = (isFull ? (Object.keys(dtypes) as Dtype[]) : (['uint8', 'int16', 'float32', 'uint64'] as const)).map(
    (dtype, at) => [dtype, compressions[at % compressions.length] as string] as const,
  )
  it.each(all)('%s, %s: pixels, nodata, grid and CRS', (dtype, compress) => {
    const name = `${dtype}.zarr`
    const shape = [37, 53]
    const data = counting(dtype, shape)
    const spec = testSpec({ dims: ['y', 'x'], shape, dtype, name: 'data', bands: [{ ...plainBand, nodata: 7 }] })
    return write(name, spec, data, { compress }).then(() => {
      // GDAL 3.6 knows no signed bytes in Zarr.
      const wants = dtype === 'int8' ? 'zarr,rioxarray' : 'zarr,rioxarray,gdal'
      const { zarr, xarray, gdal } = seen(name, 'data', wants)
      expect(zarr).toMatchObject({
        shape,
        chunks: [16, 16],
        digest: digest(data),
        dims: ['y', 'x'],
        tree: ['data', 'spatial_ref', 'x', 'y'],
      })
      const sevens = [...(data as Iterable<number | bigint>)].filter((value) => Number(value) === 7).length
      expect(xarray).toMatchObject({ dims: ['y', 'x'], variables: ['data'], digest: digest(data), valid: 37 * 53 - sevens, crs: 32633 })
      expect(xarray.transform).toEqual([10, 0, 399960, 0, -10, 5200020])
      if (gdal === undefined) return
      expect(gdal).toMatchObject({ size: [53, 37, 1], transform: [399960, 10, 0, 5200020, 0, -10], crs: '32633', digest: digest(data) })
      expect(Number(gdal.nodata)).toBe(7)
    })
  })

  it.each(isFull ? ['NaN', 'Infinity', '-Infinity', -0.5, 1e300] : ['-Infinity'])('fill value %s', async (nodata) => {
    const spec = testSpec({ dims: ['y', 'x'], shape: [20, 30], dtype: 'float64', name: 'data', bands: [{ ...plainBand, nodata }] })
    const data = counting('float64', [20, 30])
    for (let at = 0; at < 600; at += 7) data[at] = Number(nodata)
    // The last chunk holds nothing else, and is not written.
    for (let at = 0; at < 600; at++) if (at >= 480 && at % 30 >= 16) data[at] = Number(nodata)
    const name = `fill-${nodata}.zarr`
    await write(name, spec, data)
    expect(existsSync(join(root, name, 'data/1.1'))).toBe(false)
    const { zarr, gdal } = seen(name, 'data', 'zarr,gdal')
    expect([zarr.digest, gdal.digest]).toEqual([digest(data), digest(data)])
    expect(Number(zarr.fill.replace('inf', 'Infinity'))).toBe(Number(nodata))
    const { data: read, valid } = await readZarr(join(root, name))
    expect(read).toEqual(data)
    expect([...valid].map((is) => is === 1)).toEqual([...data].map((value) => !Object.is(value, Number(nodata))))
  })

  it('64-bit integers beyond 2^53, to the last digit', async () => {
    for (const [dtype, nodata] of [
      ['int64', '-9223372036854775807'],
      ['uint64', '18446744073709551615'],
    ] as const) {
      const spec = testSpec({ dims: ['y', 'x'], shape: [20, 30], dtype, name: 'data', bands: [{ ...plainBand, nodata }] })
      const data = counting(dtype, [20, 30])
      data[3] = BigInt(nodata)
      await write(`${dtype}-large.zarr`, spec, data)
      const { zarr } = seen(`${dtype}-large.zarr`, 'data', 'zarr')
      expect([zarr.digest, zarr.fill]).toEqual([digest(data), nodata])
      const { data: read, valid } = await readZarr(join(root, `${dtype}-large.zarr`))
      expect(read).toEqual(data)
      expect(valid.indexOf(0)).toBe(3)
    }
  })

  it('scale, offset, labels and NaN', async () => {
    const spec = testSpec({
      ...{ dims: ['band', 'y', 'x'], shape: [2, 9, 11], dtype: 'float32', name: 'data' },
      bands: Array.from({ length: 2 }, () => ({ ...plainBand, scale: 0.5, offset: 3, nodata: 'NaN' })),
      coords: { y: { kind: 'affine' }, x: { kind: 'affine' }, band: { kind: 'inline', labels: ['red', 'nir'] } },
    })
    const data = counting('float32', spec.shape)
    data[5] = Number.NaN
    await write('scaled.zarr', spec, data, { dimensionSeparator: '/' })
    const { xarray, gdal, zarr } = seen('scaled.zarr', 'data', 'zarr,rioxarray,gdal')
    expect(zarr.digest).toBe(digest(data))
    expect(xarray).toMatchObject({ labels: { band: ['red', 'nir'] }, valid: 197, coords: ['band', 'spatial_ref', 'x', 'y'] })
    expect(xarray.sum).toBe([...data].reduce<number>((sum, value) => sum + (Number.isNaN(value) ? 0 : Number(value) * 0.5 + 3), 0))
    expect(gdal).toMatchObject({
      scale: 0.5,
      offset: 3,
      nodata: 'nan',
      crs: '32633',
      size: [11, 9, 1],
      digest: digest(data.subarray(0, 99)),
    })
  })
})

describeWithPeers('what GDAL writes in version 2', ['gdal', 'gdal-python'], () => {
  const source = fileURLToPath(new URL('../../fixtures/scene/B04.tif', import.meta.url))
  it.each(isFull ? ['BLOSC', 'ZLIB', 'GZIP', 'ZSTD', 'LZ4', 'NONE'] : ['BLOSC', 'LZ4'])(
    '%s: its pixels, grid, nodata and CRS are found',
    async (compress) => {
      const store = join(root, `gdal-${compress}.zarr`)
      const options = ['-q', '-of', 'ZARR', '-srcwin', '100', '200', '300', '250', '-co', `COMPRESS=${compress}`, '-co', 'BLOCKSIZE=64,100']
      execFileSync('gdal_translate', [...options, source, store], { stdio: 'ignore' })
      const { data, reader } = await readZarr(store)
      const { geobox, bands, shape } = reader.opened.spec
      const name = reader.opened.info.variable as string
      const { gdal } = seen(`gdal-${compress}.zarr`, name, 'gdal')
      expect(shape).toEqual([250, 300])
      expect(digest(data)).toBe(gdal.digest)
      expect(geobox?.crs?.epsg).toBe(32633)
      const { c, a, b, f, d, e } = (geobox as NonNullable<typeof geobox>).affine
      expect([c, a, b, f, d, e]).toEqual(gdal.transform)
      expect(Number(bands[0]?.nodata)).toBe(Number(gdal.nodata))
    },
  )
})
