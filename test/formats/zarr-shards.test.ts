import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import type { Dtype, TypedArray } from '../../src/base/dtype.js'
import { dtypes } from '../../src/base/dtype.js'
import type { Json, JsonObject } from '../../src/base/json.js'
import { crc32c } from '../../src/codecs/crc32c.js'
import { zarrSink } from '../../src/formats/zarr/sink.js'
import { plainBand } from '../../src/graph/spec.js'
import { readWithZarrita } from './zarr-peer.js'
import { crc32cByBits, takeShardApart } from './zarr-shard-bytes.js'
import { testSpec } from './zarr-spec.js'
import { counting, temporaryDirectory, writeStore } from './zarr-store.js'

const { path: root, remove } = temporaryDirectory()
afterAll(remove)

const shape = [50, 70]
/** 0 is nodata: what stands in the first chunk alone is left out, as is the last shard along x. */
const spec = testSpec({ dims: ['y', 'x'], shape, name: 'data', bands: [{ ...plainBand, nodata: 0 }] })

function pixels(): TypedArray {
  const data = counting('uint16', shape)
  for (let i = 0; i < data.length; i++) {
    const [y, x] = [Math.floor(i / 70), i % 70]
    if ((y < 10 && x < 10) || x >= 40) data[i] = 0
  }
  return data
}

/** All of them in a full run. */
const someDtypes = process.env.RASTERLOOM_FULL === '1' ? (Object.keys(dtypes) as Dtype[]) : (['uint8', 'int64', 'float32'] as const)

const chunkOf = (data: TypedArray, y0: number, x0: number): Uint16Array =>
  Uint16Array.from({ length: 100 }, (_, at) => {
    const [y, x] = [y0 + Math.floor(at / 10), x0 + (at % 10)]
    return y < 50 && x < 70 ? Number(data[y * 70 + x]) : 0
  })

describe('shards', () => {
  it.each(['end', 'start'] as const)('are laid out as the specification has it, the index at the %s', async (shardIndex) => {
    const target = join(root, `hand-${shardIndex}.zarr`)
    const data = pixels()
    const options: JsonObject = { chunks: 10, shards: { y: 20, x: 40 }, compress: 'gzip', checksum: true, shardIndex }
    await writeStore(target, [{ spec, data, options }])
    const metadata = JSON.parse(readFileSync(join(target, 'data/zarr.json'), 'utf8'))
    expect(metadata.chunk_grid).toEqual({ name: 'regular', configuration: { chunk_shape: [20, 40] } })
    expect(metadata.codecs).toEqual([
      {
        name: 'sharding_indexed',
        configuration: {
          chunk_shape: [10, 10],
          codecs: [
            { name: 'bytes', configuration: { endian: 'little' } },
            { name: 'gzip', configuration: { level: 1 } },
            { name: 'crc32c' },
          ],
          index_codecs: [{ name: 'bytes', configuration: { endian: 'little' } }, { name: 'crc32c' }],
          index_location: shardIndex,
        },
      },
    ])
    // 3 x 2 shards, of which those on the right hold nothing but fill.
    expect(readdirSync(join(target, 'data/c')).sort()).toEqual(['0', '1', '2'])
    for (let row = 0; row < 3; row++) {
      expect(readdirSync(join(target, `data/c/${row}`))).toEqual(['0'])
      const parts = takeShardApart(join(target, `data/c/${row}/0`), 8, shardIndex)
      let next = shardIndex === 'end' ? 0 : 16 * 8 + 4
      for (const [at, { offset, bytes }] of parts.entries()) {
        const [y, x] = [row * 20 + Math.floor(at / 4) * 10, (at % 4) * 10]
        const isAbsent = y >= 50 || (y === 0 && x === 0)
        expect(bytes === null, `chunk ${at} of shard ${row}`).toBe(isAbsent)
        if (bytes === null) continue
        expect(offset).toBe(next)
        next += bytes.length
        const body = bytes.subarray(0, bytes.length - 4)
        expect(Buffer.from(bytes).readUInt32LE(body.length)).toBe(crc32cByBits(body))
        expect(gunzipSync(body)).toEqual(Buffer.from(chunkOf(data, y, x).buffer))
      }
    }
  })

  it('a checksum is that of RFC 3720', () => {
    const ascending = Uint8Array.from({ length: 32 }, (_, at) => at)
    for (const [bytes, sum] of [
      [new Uint8Array(32), 0x8a9136aa],
      [new Uint8Array(32).fill(255), 0x62a8ab43],
      [ascending, 0x46dd794e],
    ] as const) {
      expect(crc32c(bytes)).toBe(sum)
      expect(crc32cByBits(bytes)).toBe(sum)
    }
  })

  it.each(['blosc', 'zstd', 'gzip', 'none'])('of %s are read by zarrita', async (compress) => {
    for (const dtype of someDtypes) {
      for (const checksum of [false, true]) {
        const target = join(root, `${compress}-${dtype}-${checksum}.zarr`)
        const shape = [37, 53]
        const data = counting(dtype, shape)
        const each = testSpec({ dims: ['y', 'x'], shape, dtype, name: 'data' })
        await writeStore(target, [{ spec: each, data, options: { chunks: 8, shards: { y: 16, x: 32 }, compress, checksum } }])
        const read = await readWithZarrita(target, 'data')
        expect(read.data).toEqual(data)
        expect(readdirSync(join(target, 'data/c'), { recursive: true }).length).toBe(3 + 3 * 2)
      }
    }
  })

  it('of an array with bands and times hold whole chunks along every dim', async () => {
    const target = join(root, 'cube.zarr')
    const cube = testSpec({ dims: ['time', 'band', 'y', 'x'], shape: [3, 2, 9, 11], dtype: 'float32', name: 'data' })
    const data = counting('float32', cube.shape)
    await writeStore(target, [{ spec: cube, data, options: { chunks: 4, shards: { time: 2, y: 8, x: 8 } } }])
    expect((await readWithZarrita(target, 'data')).data).toEqual(data)
    expect(existsSync(join(target, 'data/c/1/1/1/1'))).toBe(true)
  })

  it('are put together later where a signal stops that', async () => {
    const target = join(root, 'stopped.zarr')
    const spec = testSpec({ dims: ['y', 'x'], shape: [20, 20] })
    const data = counting('uint16', [20, 20])
    await writeStore(target, [{ spec, data, options: { chunks: 4, shards: 8 } }], { stopFirst: true })
    expect((await readWithZarrita(target, 'data')).data).toEqual(data)
  })

  it('end with the array, and are one chunk where the array is smaller than a chunk', () => {
    const parse = (options: Json, shape: readonly number[]) => zarrSink.parse(options, testSpec({ dims: ['y', 'x'], shape }))
    expect(parse({ chunks: 512, shards: 65536 }, [1000, 3000]).shards).toEqual({ y: 1024, x: 3072 })
    expect(parse({ chunks: 512, shards: 2048 }, [100, 3000])).toMatchObject({ chunks: { y: 100, x: 512 }, shards: { y: 100, x: 2048 } })
    expect(parse({ shards: null }, [100, 100]).shards).toBeUndefined()
  })

  it('that are no whole chunks are refused, with the nearest that would do', () => {
    const parse = (options: Json) => zarrSink.parse(options, testSpec({ dims: ['y', 'x'], shape: [5000, 5000] }))
    const fault = (options: Json): unknown => {
      try {
        parse(options)
      } catch (error) {
        return error
      }
      return null
    }
    expect(fault({ chunks: 512, shards: 1000 })).toMatchObject({
      code: 'E_USAGE',
      message: 'zarr: shards.y is 1000, which is no multiple of the 512 of a chunk: the nearest that is one is 1024',
      fields: { nearest: 1024 },
    })
    expect(fault({ chunks: 512, shards: 1100 })).toMatchObject({ fields: { nearest: 1024 } })
    expect(fault({ chunks: 512, shards: 10 })).toMatchObject({ fields: { nearest: 512 } })
    expect(fault({ chunks: 1, shards: 5000 })).toMatchObject({ code: 'E_USAGE', message: expect.stringContaining('at most 65536') })
    expect(fault({ shards: { z: 1 } })).toMatchObject({ message: expect.stringContaining('shards names the dim "z"') })
    expect(fault({ shards: 0.5 })).toMatchObject({ message: expect.stringContaining('shards.y is 0.5') })
    expect(fault({ shardIndex: 'start' })).toMatchObject({ message: expect.stringContaining('no shards are asked for') })
    expect(fault({ shards: 1024, shardIndex: 'middle' })).toMatchObject({ message: expect.stringContaining('"end" or "start"') })
    expect(fault({ checksum: 1 })).toMatchObject({ message: expect.stringContaining('true or false') })
  })
})
