import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { allocate, type Dtype, type Element, type TypedArray } from '../../src/base/dtype.js'
import type { JsonObject } from '../../src/base/json.js'
import { zarrSource } from '../../src/formats/zarr/source.js'
import { plainBand } from '../../src/graph/spec.js'
import { conformSource, memoryFiles } from '../conformance/conform-source.js'
import { testKit } from '../kit.js'
import { openReader } from '../read-window.js'
import { openZarrReader } from './zarr-reader.js'
import { testSpec } from './zarr-spec.js'
import { counting, filesOf, temporaryDirectory, writeStore } from './zarr-store.js'

const directory = temporaryDirectory()
afterAll(directory.remove)

function validity(data: TypedArray, nodata: Element): Uint8Array {
  return Uint8Array.from(data as Iterable<Element>, (value) => (value === nodata ? 0 : 1))
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

const cases: readonly [name: string, dtype: Dtype, options: object][] = [
  ['gzip', 'uint16', { compress: 'gzip' }],
  ['blosc', 'float64', {}],
  ['zstd', 'float32', { compress: 'zstd' }],
  ['none', 'int64', { compress: 'none' }],
]
for (const [name, dtype, options] of cases) {
  const store = join(directory.path, `${name}.zarr`)
  const spec = testSpec({
    dims: ['band', 'y', 'x'],
    shape: [2, 19, 23],
    dtype,
    bands: Array.from({ length: 2 }, () => ({ ...plainBand, nodata: 5 })),
  })
  const data = counting(dtype, spec.shape)
  await writeStore(store, [{ spec, data, options: { chunks: 8, ...options } }])
  const nodata = dtype === 'int64' ? 5n : 5
  conformSource(`zarr v3, ${name}`, {
    def: zarrSource,
    uri: 'https://example.org/a.zarr',
    files: filesOf(store, 'https://example.org/a.zarr'),
    truth: { data, valid: validity(data, nodata) },
    reads: { open: 5, chunk: 1 },
    truncations: new Map([
      ['https://example.org/a.zarr/zarr.json', [0, 1, 200]],
      ['https://example.org/a.zarr/data/c/0/0/0', [0, 1, 10, 30]],
      ['https://example.org/a.zarr/x/c/0', [0, 9]],
    ]),
  })
}

/** A v2 array by hand: y, x of 5 by 7 in chunks of 3 by 4, big-endian, F order, gzip, one chunk left out. */
function handmadeV2(): { files: Map<string, Uint8Array>; data: TypedArray; valid: Uint8Array } {
  const uri = 'mem.zarr'
  const files = new Map<string, Uint8Array>()
  const zarray = {
    zarr_format: 2,
    shape: [5, 7],
    chunks: [3, 4],
    dtype: '>i2',
    fill_value: -1,
    order: 'F',
    filters: null,
    compressor: { id: 'gzip', level: 1 },
  }
  files.set(`${uri}/.zgroup`, json({ zarr_format: 2 }))
  const metadata = { '.zgroup': { zarr_format: 2 }, 'a/.zarray': zarray, 'a/.zattrs': { _ARRAY_DIMENSIONS: ['lat', 'lon'], units: 'K' } }
  files.set(`${uri}/.zmetadata`, json({ metadata, zarr_consolidated_format: 1 }))
  const data = allocate('int16', 35)
  for (let y = 0; y < 5; y++) for (let x = 0; x < 7; x++) data[y * 7 + x] = y >= 3 && x >= 4 ? -1 : y * 100 + x
  for (const [cy, cx] of [
    [0, 0],
    [0, 1],
    [1, 0],
  ] as const) {
    const bytes = Buffer.alloc(24)
    for (let y = 0; y < 3; y++) {
      for (let x = 0; x < 4; x++) {
        const [row, column] = [cy * 3 + y, cx * 4 + x]
        bytes.writeInt16BE(row < 5 && column < 7 ? Number(data[row * 7 + column]) : 0, (x * 3 + y) * 2)
      }
    }
    files.set(`${uri}/a/${cy}.${cx}`, new Uint8Array(gzipSync(bytes)))
  }
  return { files, data, valid: validity(data, -1) }
}

const v2 = handmadeV2()
conformSource('zarr v2, F order, big-endian', {
  def: zarrSource,
  uri: 'mem.zarr',
  files: v2.files,
  truth: v2,
  reads: { open: 2, chunk: 1 },
  truncations: new Map([
    ['mem.zarr/.zmetadata', [0, 20]],
    ['mem.zarr/a/0.0', [0, 5, 12]],
  ]),
})

describe('zarr source', () => {
  it('calls latitude and longitude y and x, and keeps what CF says of the values', async () => {
    const { opened } = await openReader(zarrSource, 'mem.zarr', {}, memoryFiles(v2.files))
    expect(opened.spec.dims).toEqual(['y', 'x'])
    expect(opened.spec.bands).toEqual([{ ...plainBand, nodata: -1, unit: 'K' }])
    expect(opened.info).toMatchObject({ driver: 'Zarr v2', storedDims: ['lat', 'lon'], compression: 'gzip' })
    expect(opened.options).toEqual({ variable: 'a' })
  })

  it('takes another nodata than the store declares', async () => {
    const other = await openReader(zarrSource, 'mem.zarr', { nodata: 102 }, memoryFiles(v2.files))
    expect(other.opened.options).toEqual({ variable: 'a', nodata: 102 })
    expect([...(await other.read({ start: [1, 0], stop: [2, 4] })).valid]).toEqual([1, 1, 0, 1])
    const none = await openReader(zarrSource, 'mem.zarr', { nodata: null }, memoryFiles(v2.files))
    expect([...(await none.read({ start: [4, 3], stop: [5, 6] })).valid]).toEqual([1, 1, 1])
  })

  it('opens an array by its own uri, with the coordinates beside it', async () => {
    const store = join(directory.path, 'gzip.zarr')
    const { opened } = await openZarrReader(join(store, 'data'))
    expect(opened.options).toEqual({ variable: null })
    expect(opened.spec.name).toBe('data')
    expect(opened.spec.geobox?.affine).toEqual({ a: 10, b: 0, c: 399960, d: 0, e: -10, f: 5200020 })
  })

  it('lists a local group without consolidated metadata', async () => {
    const store = join(directory.path, 'plain.zarr')
    const spec = testSpec({ dims: ['y', 'x'], shape: [4, 6] })
    await writeStore(store, [{ spec, data: counting('uint16', [4, 6]) }])
    writeFileSync(join(store, 'zarr.json'), json({ zarr_format: 3, node_type: 'group', attributes: {} }))
    expect((await openZarrReader(store)).opened.options).toEqual({ variable: 'data' })
  })

  it('verifies a crc32c and undoes codecs from the last to the first', async () => {
    const values = Uint8Array.from({ length: 12 }, (_, i) => i)
    const document = {
      zarr_format: 3,
      node_type: 'array',
      shape: [3, 4],
      data_type: 'uint8',
      chunk_grid: { name: 'regular', configuration: { chunk_shape: [3, 4] } },
      chunk_key_encoding: { name: 'v2', configuration: { separator: '.' } },
      fill_value: 0,
      codecs: [{ name: 'bytes' }, { name: 'gzip', configuration: { level: 1 } }, { name: 'crc32c' }],
      attributes: {},
    }
    const packed = gzipSync(values)
    const checksum = Buffer.alloc(4)
    checksum.writeUInt32LE(crc32c(packed))
    const files = new Map([
      ['s/a/zarr.json', json(document)],
      ['s/a/0.0', new Uint8Array(Buffer.concat([packed, checksum]))],
    ])
    const reader = await openReader(zarrSource, 's/a', {}, memoryFiles(files), testKit(8))
    expect([...(await reader.tile(0)).data]).toEqual([...values])
    const bad = new Map(files).set('s/a/0.0', new Uint8Array(Buffer.concat([packed, Buffer.alloc(4)])))
    const damaged = await openReader(zarrSource, 's/a', {}, memoryFiles(bad), testKit(8))
    await expect(damaged.tile(0)).rejects.toMatchObject({
      code: 'E_SOURCE',
      message: expect.stringMatching(/s\/a\/0\.0: chunk 0, 0 .*crc32c/),
    })
  })

  it('trusts labels over an affine that does not fit them, and the affine where it does', async () => {
    const store = join(directory.path, 'cropped.zarr')
    const spec = testSpec({ dims: ['y', 'x'], shape: [4, 6] })
    await writeStore(store, [{ spec, data: counting('uint16', [4, 6]) }])
    expect((await openZarrReader(store)).opened.spec.geobox?.affine).toEqual(spec.geobox?.affine)
    const stale = readFileSync(join(store, 'zarr.json'), 'utf8').replaceAll('399960 10', '300000 10').replaceAll('399960', '300000')
    writeFileSync(join(store, 'zarr.json'), stale)
    expect((await openZarrReader(store)).opened.spec.geobox?.affine).toEqual(spec.geobox?.affine)
  })

  it('has no grid where labels are uneven', async () => {
    const store = join(directory.path, 'uneven.zarr')
    await writeStore(store, [{ spec: testSpec({ dims: ['y', 'x'], shape: [4, 6] }), data: counting('uint16', [4, 6]) }])
    writeFileSync(join(store, 'x/c/0'), new Uint8Array(Float64Array.of(0, 1, 2, 3, 4, 9).buffer))
    const { spec } = (await openZarrReader(store)).opened
    expect(spec.geobox).toBeNull()
    expect(spec.coords.x).toEqual({ kind: 'inline', labels: [0, 1, 2, 3, 4, 9], unit: 'metre' })
  })

  it('reads on without labels whose codecs nobody knows, and leaves no rejection behind', async () => {
    const left: unknown[] = []
    const note = (error: unknown): number => left.push(error)
    process.on('unhandledRejection', note)
    try {
      const store = join(directory.path, 'unknown-codecs.zarr')
      await writeStore(store, [{ spec: testSpec({ dims: ['y', 'x'], shape: [4, 6] }), data: counting('uint16', [4, 6]) }])
      const metadata = join(store, 'x/zarr.json')
      const document = JSON.parse(readFileSync(metadata, 'utf8')) as JsonObject
      for (const codecs of [
        [{ name: 'q1' }, { name: 'q2' }],
        [{ name: 'q1' }, null],
        [{}, { name: 'bytes' }],
      ]) {
        writeFileSync(metadata, JSON.stringify({ ...document, codecs }))
        const { spec } = (await openZarrReader(store)).opened
        expect(spec.coords.x).not.toMatchObject({ kind: 'inline' })
        expect(spec.geobox).not.toBeNull()
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect(left).toEqual([])
    } finally {
      process.off('unhandledRejection', note)
    }
  })

  it.each([
    ['a directory that is no store', 'none', { 'none/readme': {} }, {}, /looked for zarr.json .*\.zgroup/, 'E_SOURCE'],
    ['metadata that is no JSON', 's', { 's/zarr.json': 'x' }, {}, /zarr\.json/, 'E_SOURCE'],
    ['an unknown option', 's', {}, { bnad: 1 }, /unknown option "bnad"/, 'E_USAGE'],
    ['a band', 's', {}, { band: 1 }, /isel/, 'E_USAGE'],
    ['a nodata that no pixel can be', 'mem.zarr', null, { nodata: 1e9 }, /nodata is 1000000000/, 'E_USAGE'],
    ['a variable that is not there', 'mem.zarr', null, { variable: 'b' }, /no variable "b"; there are a \(lat 5, lon 7\)/, 'E_USAGE'],
  ])('refuses %s', async (_name, uri, files, options, message, code) => {
    const there = files === null ? v2.files : new Map(Object.entries(files).map(([key, value]) => [key, json(value)]))
    await expect(openReader(zarrSource, uri, options, memoryFiles(there))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
  })

  it('refuses shards that cannot be, shards in too many others and unknown codecs by name', async () => {
    const base = { zarr_format: 3, node_type: 'array', shape: [4], data_type: 'uint8', fill_value: 0, attributes: {} }
    const grid = { chunk_grid: { name: 'regular', configuration: { chunk_shape: [4] } } }
    const shard = (configuration: object) => ({ name: 'sharding_indexed', configuration: { index_codecs: ['bytes'], ...configuration } })
    const nested = [1, 2, 3, 4, 5].reduce((inner: object) => shard({ chunk_shape: [1], codecs: [inner] }), { name: 'bytes' })
    for (const [codecs, message] of [
      [[nested], /shards more than 4 times within shards/],
      [[shard({ chunk_shape: [3], codecs: ['bytes'] })], /its shards of 4 are not whole chunks of 3/],
      [[shard({ codecs: ['bytes'] })], /do not say how large/],
      [[shard({ chunk_shape: [2], codecs: ['bytes'], index_codecs: ['bytes', 'gzip'] })], /codecs \["bytes","gzip"\] of a shard's index/],
      [[shard({ chunk_shape: [2], codecs: ['bytes'], index_location: 'middle' })], /stands at "middle"/],
      [[shard({ chunk_shape: [2], codecs: ['bytes', { name: 'lzma' }] })], /codec "lzma" is not available yet/],
      [[{ name: 'bytes' }, { name: 'lzma' }], /codec "lzma" is not available yet/],
    ] as const) {
      const files = new Map([['s/a/zarr.json', json({ ...base, ...grid, codecs })]])
      await expect(openReader(zarrSource, 's/a', {}, memoryFiles(files))).rejects.toMatchObject({
        code: 'E_SOURCE',
        message: expect.stringMatching(message),
      })
    }
  })
})

/** CRC-32C bit by bit (RFC 3720 appendix B.4). */
function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
