import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { chunkCount } from '../../src/array/chunk-grid.js'
import type { TypedArray } from '../../src/base/dtype.js'
import { shardGrid, shardReader } from '../../src/formats/zarr/shard-reader.js'
import { zarrSource } from '../../src/formats/zarr/source.js'
import { plainBand } from '../../src/graph/spec.js'
import { open as openArray, slice } from '../../src/index.js'
import { conformSource, memoryFiles } from '../conformance/conform-source.js'
import { random } from '../conformance/random.js'
import { testKit } from '../kit.js'
import { dataDir, describeWithPeers } from '../peers.js'
import { openReader, recordingOpener } from '../read-window.js'
import { readWithZarrita } from './zarr-peer.js'
import { readZarr } from './zarr-reader.js'
import { crc32cByBits } from './zarr-shard-bytes.js'
import { testSpec } from './zarr-spec.js'
import { counting, filesOf, temporaryDirectory, writeStore } from './zarr-store.js'

const { path: root, remove } = temporaryDirectory()
const servers: Server[] = []
const kit = testKit(64)
afterAll(() => {
  for (const server of servers) server.close()
  remove()
})

const shape = [2, 19, 23]
const spec = testSpec({
  dims: ['band', 'y', 'x'],
  shape,
  dtype: 'float32',
  name: 'data',
  bands: Array.from({ length: 2 }, () => ({ ...plainBand, nodata: 5 })),
})
const data = counting('float32', shape)
const valid = Uint8Array.from(data as Iterable<number>, (value) => (value === 5 ? 0 : 1))

for (const shardIndex of ['end', 'start'] as const) {
  const store = join(root, `${shardIndex}.zarr`)
  const options = { chunks: 4, shards: { y: 12, x: 8 }, shardIndex, checksum: true, compress: 'gzip' }
  await writeStore(store, [{ spec, data, options }])
  const uri = `https://example.org/${shardIndex}.zarr`
  conformSource(`zarr v3, shards with the index at the ${shardIndex}`, {
    def: zarrSource,
    uri,
    files: filesOf(store, uri),
    truth: { data, valid },
    reads: { open: 5, chunk: 1 },
    truncations: new Map([[`${uri}/data/c/0/0/0`, [0, 1, 50, 99, 100, 200]]]),
  })
}

const shardUri = 's/data/c/0/0'

/** A store of one shard of four chunks of 4 bytes, as written by hand: by default all of them, index at the start with a checksum. */
function handmade(entries: readonly (readonly [bigint, bigint])[], changes: { readonly damage?: number; readonly big?: boolean } = {}) {
  const document = {
    ...{ zarr_format: 3, node_type: 'array', shape: [4, 4], data_type: 'uint8', fill_value: 9, attributes: {} },
    chunk_grid: { name: 'regular', configuration: { chunk_shape: [4, 4] } },
    chunk_key_encoding: { name: 'default' },
    codecs: [
      {
        name: 'sharding_indexed',
        configuration: {
          chunk_shape: [2, 2],
          codecs: ['bytes'],
          index_codecs: [{ name: 'bytes', configuration: { endian: changes.big === true ? 'big' : 'little' } }, 'crc32c'],
          index_location: 'start',
        },
      },
    ],
  }
  const file = new DataView(new ArrayBuffer(64 + 4 + 16))
  for (const [at, [offset, length]] of entries.entries()) {
    file.setBigUint64(at * 16, offset, changes.big !== true)
    file.setBigUint64(at * 16 + 8, length, changes.big !== true)
  }
  const bytes = new Uint8Array(file.buffer)
  file.setUint32(64, crc32cByBits(bytes.subarray(0, 64)), true)
  bytes.set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], 68)
  if (changes.damage !== undefined) bytes[changes.damage] = (bytes[changes.damage] as number) ^ 1
  return new Map([
    ['s/data/zarr.json', new TextEncoder().encode(JSON.stringify(document))],
    [shardUri, bytes],
  ])
}

const absent = [2n ** 64n - 1n, 2n ** 64n - 1n] as const

describe('a shard that nobody of ours wrote', () => {
  const whole = [[68n, 4n], [72n, 4n], absent, [76n, 4n]] as const
  const read = async (files: ReadonlyMap<string, Uint8Array>): Promise<TypedArray> => {
    const reader = await openReader(zarrSource, 's/data', {}, memoryFiles(files))
    return (await reader.read({ start: [0, 0], stop: [4, 4] })).data
  }

  it.each([false, true])('is read by its index, big-endian %s; what is not in it is fill', async (big) => {
    expect([...(await read(handmade(whole, { big })))]).toEqual([0, 1, 4, 5, 2, 3, 6, 7, 9, 9, 8, 9, 9, 9, 10, 11])
  })

  it('that is not there is fill', async () => {
    const files = handmade(whole)
    files.delete(shardUri)
    expect([...(await read(files))]).toEqual(new Array(16).fill(9))
  })

  it.each([
    ['an index whose checksum is wrong', handmade(whole, { damage: 3 }), /index of the shard is damaged: its crc32c is/],
    ['a checksum that is damaged itself', handmade(whole, { damage: 65 }), /index of the shard is damaged: its crc32c is/],
    ['a chunk beyond all numbers', handmade([[2n ** 63n, 4n], absent, absent, absent]), /chunk 0 of it stands at 9223372036854775808/],
    ['half an absent chunk', handmade([[68n, absent[0]], absent, absent, absent]), /chunk 0 of it stands at 68/],
    ['a chunk that is too large', handmade([[68n, 2n ** 40n], absent, absent, absent]), /chunk 0 of it has 1099511627776 bytes, at most/],
    ['a chunk beyond the end', handmade([[1000n, 4n], absent, absent, absent]), /the file ends at 84|truncated|ends/],
    ['a chunk of too few bytes', handmade([[68n, 3n], absent, absent, absent]), /decodes to 3 bytes, 4 were expected/],
    ['a chunk of no bytes', handmade([[68n, 0n], absent, absent, absent]), /decodes to 0 bytes, 4 were expected/],
  ])('with %s is an error, never fill', async (_what, files, message) => {
    await expect(read(files)).rejects.toMatchObject({ code: 'E_SOURCE', message: expect.stringMatching(message) })
  })

  it('is read by its index and the chunks that are wanted, and its index once', async () => {
    const recorder = recordingOpener(memoryFiles(handmade(whole)))
    const reader = await openReader(zarrSource, 's/data', {}, recorder.open)
    recorder.reads.length = 0
    await reader.tile(1)
    expect(recorder.reads).toEqual([
      { uri: shardUri, offset: 0, length: 68 },
      { uri: shardUri, offset: 72, length: 4 },
    ])
    await reader.tile(2)
    await reader.tile(3)
    expect(recorder.reads.slice(2)).toEqual([{ uri: shardUri, offset: 76, length: 4 }])
  })
})

describe('indexes of shards', () => {
  it('are kept within what the source says, and read again where they were given up', () => {
    // 16 shards of 20,000 chunks each, whose indexes take 320 kB each.
    const sharding = { shard: [8, 2500], indexAtStart: false, indexChecksum: false, indexBigEndian: false }
    const grid = shardGrid({ shape: [8, 40_000], chunk: [1, 1] }, [1, 1], sharding)
    const reader = shardReader(grid, sharding, 1000, (shard) => `shard ${shard}`)
    const size = 20_000 * 16
    expect(reader.keptBytes).toBeGreaterThan(2 * 1024 * 1024)
    expect(reader.keptBytes).toBeLessThanOrEqual(2 * 1024 * 1024 + size + 64)
    const tileOf = (shard: number, at: number): number => Math.floor(at / 2500) * 40_000 + shard * 2500 + (at % 2500)
    const index = (shard: number): Uint8Array => {
      const entries = new BigUint64Array(40_000)
      entries.set([BigInt(shard * 10), 7n], 2 * 5007)
      return new Uint8Array(entries.buffer)
    }
    for (const round of [0, 1]) {
      for (let shard = 0; shard < 16; shard++) {
        const tile = tileOf(shard, 5007)
        const wanted = { file: shard, offset: -size, length: size, mayBeAbsent: true }
        expect(reader.index.wanted(tile), `round ${round}`).toEqual(wanted)
        expect(() => reader.locate(tile)).toThrow('asked for before its index')
        reader.index.learn(tile, shard === 3 ? null : index(shard))
        expect(reader.index.wanted(tile)).toBeNull()
        expect(reader.locate(tile)).toEqual(shard === 3 ? [] : [{ file: shard, offset: shard * 10, length: 7 }])
      }
    }
    // Six indexes fit: those that were learned last.
    const known = Array.from({ length: 16 }, (_, shard) => reader.index.wanted(tileOf(shard, 0)) === null)
    expect(known.map((is, shard) => (is ? shard : -1)).filter((shard) => shard >= 0)).toEqual([10, 11, 12, 13, 14, 15])
  })

  it('that are labels of a dim are read, wherever their index stands', async () => {
    const target = join(root, 'labels.zarr')
    const labels = testSpec({ dims: ['x'], shape: [10], dtype: 'float64', name: 'x-labels', geobox: null, coords: {} })
    const values = counting('float64', [10])
    for (const shardIndex of ['start', 'end'] as const) {
      await writeStore(target, [{ spec: labels, data: values, options: { chunks: 2, shards: 4, shardIndex, variable: 'x-labels' } }])
      const files = filesOf(target, 'm')
      const array = { zarr_format: 3, node_type: 'array', shape: [10], data_type: 'uint8', fill_value: 0, attributes: {} }
      const rest = {
        chunk_grid: { name: 'regular', configuration: { chunk_shape: [10] } },
        codecs: ['bytes'],
        chunk_key_encoding: { name: 'default' },
      }
      const moved = new Map([...files].map(([key, bytes]) => [key.replace('x-labels', 'time'), bytes] as const))
      moved.delete('m/zarr.json')
      moved.set('m/a/zarr.json', new TextEncoder().encode(JSON.stringify({ ...array, ...rest, dimension_names: ['time'] })))
      const { opened } = await openReader(zarrSource, 'm/a', {}, memoryFiles(moved))
      expect(opened.spec.coords.time).toMatchObject({ kind: 'inline', labels: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] })
    }
  })
})

/** A server of files with range requests, which keeps a list of what it was asked for. */
async function serve(directory: string): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = join(directory, decodeURIComponent((request.url ?? '').replace(/[?#].*$/, '')))
    asked.push(`${request.url} ${request.headers.range}`)
    if (!existsSync(path)) return response.writeHead(404).end()
    const bytes = readFileSync(path)
    const range = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '')
    if (range === null) return response.writeHead(200, { etag: '"1"' }).end(bytes)
    const [, from, to] = range as unknown as [string, string, string]
    const end = Math.min(Number(to) + 1, bytes.length)
    response.writeHead(206, { 'content-range': `bytes ${from}-${end - 1}/${bytes.length}`, etag: '"1"' })
    response.end(bytes.subarray(Number(from), end))
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

describe('a shard that is damaged anywhere', () => {
  it('is an error, or reads as it should', async () => {
    const store = join(root, 'end.zarr')
    const files = filesOf(store, 'm')
    const path = 'm/data/c/0/0/0'
    const whole = files.get(path) as Uint8Array
    const { next } = random(7)
    const mutants = process.env.RASTERLOOM_FULL === '1' ? 10_000 : 300
    let failed = 0
    for (let turn = 0; turn < mutants; turn++) {
      const bytes = whole.slice(0, next() < 0.2 ? Math.floor(next() * whole.length) : whole.length)
      if (bytes.length > 0) {
        const at = Math.floor(next() * bytes.length)
        bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(next() * 8))
      }
      const reader = await openReader(zarrSource, 'm', {}, memoryFiles(new Map(files).set(path, bytes)), kit)
      for (const tile of [0, 1, 6, 7, 13]) {
        try {
          const { window, data: got } = await reader.tile(tile)
          const [y, x] = [window.start[1] as number, window.start[2] as number]
          expect(got[0], `mutant ${turn}, tile ${tile}`).toBe(data[y * 23 + x])
        } catch (error) {
          expect(error).toMatchObject({ code: 'E_SOURCE' })
          failed++
        }
      }
    }
    expect(failed).toBeGreaterThan(mutants / 2)
  })

  it('is a place without data where that is asked for', async () => {
    const store = join(root, 'torn.zarr')
    const spec = testSpec({ dims: ['y', 'x'], shape: [16, 16], dtype: 'uint8', name: 'data' })
    await writeStore(store, [{ spec, data: counting('uint8', [16, 16]), options: { chunks: 4, shards: 8, compress: 'none' } }])
    const shard = join(store, 'data/c/0/1')
    const bytes = readFileSync(shard)
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1
    writeFileSync(shard, bytes)
    await expect((await openArray(store)).compute({ workers: 0 })).rejects.toMatchObject({
      code: 'E_SOURCE',
      message: expect.stringContaining('the index of the shard is damaged'),
    })
    const { values, valid } = await (await openArray(store, { onReadError: 'nodata' })).compute({ workers: 0 })
    for (let at = 0; at < 256; at++) {
      const isTorn = at < 128 && at % 16 >= 8
      // 255 is what stands for "invalid" in this store.
      expect(valid === null || valid[at] === 1, `pixel ${at}`).toBe(!isTorn && at !== 255)
      if (!isTorn) expect(values[at]).toBe(at)
    }
  })
})

describe('the engine reads shards', () => {
  const shape = [512, 512]
  const noise = counting('uint32', shape)
  for (let i = 0, state = 1; i < noise.length; i++) noise[i] = state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  const target = join(root, 'noise.zarr')

  it('from disk', async () => {
    const spec = testSpec({ dims: ['y', 'x'], shape, dtype: 'uint32', name: 'data' })
    await writeStore(target, [{ spec, data: noise, options: { chunks: 64, shards: 256, compress: 'zstd', checksum: true } }])
    const array = await openArray(target)
    expect((await array.compute({ workers: 0 })).values).toEqual(noise)
  })

  it('over the network: the head of a shard, its index once, and the chunks that are wanted', async () => {
    const { url, asked } = await serve(root)
    const array = await openArray(`${url}/noise.zarr`)
    asked.length = 0
    // Two chunks of one shard beyond its first 32 KiB.
    const part = await array.isel({ y: slice(130, 180), x: slice(100, 160) }).compute({ workers: 0 })
    expect(Number(part.values[0])).toBe(Number(noise[130 * 512 + 100]))
    const shard = asked.filter((line) => line.startsWith('/noise.zarr/data/c/'))
    // Its head, its index, and both chunks in one request.
    expect(shard.length).toBe(3)
    expect(shard.every((line) => line.startsWith('/noise.zarr/data/c/0/0 '))).toBe(true)
    expect(shard[0]).toContain('bytes=0-32767')
    const size = readFileSync(join(target, 'data/c/0/0')).length
    expect(shard[1]).toContain(`bytes=${size - 16 * 16 - 4}-${size - 1}`)
  })
})

describeWithPeers('shards that zarr-python wrote', ['data'], () => {
  const store = join(dataDir, 'zarr/zarrita/v3/data.zarr')
  it.each([
    ...['1d.chunked.compressed.sharded.i2', '1d.chunked.filled.compressed.sharded.i2'],
    ...['1d.contiguous.compressed.sharded.f4', '1d.contiguous.compressed.sharded.f8', '1d.contiguous.compressed.sharded.i4'],
    ...['2d.chunked.compressed.sharded.filled.i2', '2d.chunked.compressed.sharded.i2', '2d.chunked.ragged.compressed.sharded.i2'],
    ...['3d.chunked.compressed.sharded.i2', '3d.chunked.mixed.compressed.sharded.i2', '3d.contiguous.compressed.sharded.i2'],
  ])('%s', async (name) => {
    const { data, reader } = await readZarr(join(store, name))
    const expected = await readWithZarrita(store, name)
    expect(chunkCount(reader.opened.spec.chunks)).toBeGreaterThan(0)
    expect(Array.from(data as Iterable<number>, Number)).toEqual(Array.from(expected.data as Iterable<number>, Number))
  })
})
