import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { zarrSource } from '../../src/formats/zarr/source.js'
import { memoryFiles } from '../conformance/conform-source.js'
import { dataDir, describeWithPeers, python } from '../peers.js'
import { openReader } from '../read-window.js'
import { readWithZarrita } from './zarr-peer.js'
import { readZarr } from './zarr-reader.js'
import { temporaryDirectory } from './zarr-store.js'

const { path: root, remove } = temporaryDirectory()
afterAll(remove)

describeWithPeers('codecs and filters of numcodecs read as zarr-python reads them', ['zarr'], () => {
  it('every one, of every dtype and order', async () => {
    const store = join(root, 'filters.zarr')
    const script = fileURLToPath(new URL('zarr-filters-write.py', import.meta.url))
    const digests: Record<string, string> = JSON.parse(execFileSync(python, [script, store], { encoding: 'utf8' }))
    expect(Object.keys(digests).length).toBeGreaterThan(80)
    const wrong: string[] = []
    for (const [name, digest] of Object.entries(digests)) {
      const { data } = await readZarr(store, { variable: name })
      const ours = createHash('sha256')
        .update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
        .digest('hex')
      if (ours !== digest) wrong.push(name)
    }
    expect(wrong).toEqual([])
  })
})

describeWithPeers('filters that other libraries wrote', ['data'], () => {
  const numbers = (data: unknown): number[] => Array.from(data as Iterable<number>, Number)
  it.each(['1d.contiguous.delta.i4', '3d.contiguous.delta.i4.mixed'])('v3 %s', async (name) => {
    const store = join(dataDir, 'zarr/zarrita/v3/data.zarr')
    expect(numbers((await readZarr(join(store, name))).data)).toEqual(numbers((await readWithZarrita(store, name)).data))
  })
  it.each([...['delta.i2', 'delta.shuffle.i2', 'fixedscaleoffset.f4', 'lz4.i2', 'shuffle.i2', 'zstd.i2']])(
    'v2 1d.contiguous.%s',
    async (name) => {
      const { data } = await readZarr(join(dataDir, 'zarr/zarrita/v2/data.zarr', `1d.contiguous.${name}`))
      // Evenly spaced, but for what the filter rounds away.
      const values = numbers(data)
      const step = ((values.at(-1) as number) - (values[0] as number)) / (values.length - 1)
      expect(step).toBeGreaterThan(0)
      for (const [at, value] of values.entries()) expect(value).toBeCloseTo((values[0] as number) + at * step, 3)
    },
  )
})

describe('filters that are not what they should be', () => {
  const array = { zarr_format: 2, shape: [4], chunks: [4], dtype: '<i2', fill_value: 0, order: 'C', compressor: null }
  const open = (document: object, chunk: Uint8Array = new Uint8Array(8)) => {
    const files = new Map([
      ['s/a/.zarray', new TextEncoder().encode(JSON.stringify({ ...array, ...document }))],
      ['s/a/0', chunk],
    ])
    return openReader(zarrSource, 's/a', {}, memoryFiles(files))
  }

  it.each([
    [{ filters: [{ id: 'delta', dtype: '>i2' }], dtype: '>i2' }, /filter "delta" of ">i2"/],
    [{ filters: [{ id: 'delta', dtype: '<i8', astype: '<i4' }] }, /of int64 stored as int32 is not available yet/],
    [{ filters: [{ id: 'fixedscaleoffset', dtype: '<f4', astype: '<i2', scale: 0, offset: 0 }] }, /by scale 0/],
    [{ filters: [{ id: 'shuffle', elementsize: 0 }] }, /elements of 0 bytes/],
    [{ filters: [{ id: 'vlen-utf8' }] }, /its codec vlen-utf8 is for texts alone/],
    [{ compressor: { id: 'lzma', level: 1 } }, /compressor "lzma" is not available yet/],
    [{ compressor: 'zlib' }, /is not available yet/],
  ])('%j is refused by name', async (document, message) => {
    await expect(open(document)).rejects.toMatchObject({ code: 'E_SOURCE', message: expect.stringMatching(message) })
  })

  it.each([
    [{ compressor: { id: 'lz4' } }, new Uint8Array(3), /lz4 stream of 3 bytes ends early/],
    [{ compressor: { id: 'lz4' } }, Uint8Array.of(255, 255, 255, 127, 0), /holds more than the 8 bytes/],
    [{ compressor: { id: 'lz4' } }, Uint8Array.of(8, 0, 0, 0, 16, 1), /lz4 stream/],
    [{ filters: [{ id: 'delta', dtype: '<i2' }] }, new Uint8Array(40), /decodes to 40 bytes, at most 8/],
    [{ filters: [{ id: 'delta', dtype: '<i2' }] }, new Uint8Array(3), /decodes to 2 bytes, 8 were expected/],
    [{ filters: [{ id: 'shuffle', elementsize: 2 }] }, new Uint8Array(10), /decodes to 10 bytes, at most 8/],
  ])('%j with damaged bytes is an error', async (document, chunk, message) => {
    const reader = await open(document, chunk)
    await expect(reader.tile(0)).rejects.toMatchObject({ code: 'E_SOURCE', message: expect.stringMatching(message) })
  })
})
