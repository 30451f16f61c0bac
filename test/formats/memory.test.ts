import { describe, expect, it } from 'vitest'
import { chunkCount, chunkGrid, chunkWindow } from '../../src/array/chunk-grid.js'
import { copyWindow } from '../../src/array/strided-copy.js'
import { shapeOf } from '../../src/array/window.js'
import { allocate, type Element, type TypedArray } from '../../src/base/dtype.js'
import type { JsonObject } from '../../src/base/json.js'
import { fromChunkRecord } from '../../src/formats/memory/record.js'
import { MemoryResult } from '../../src/formats/memory/result.js'
import { type MemoryOptions, memorySink } from '../../src/formats/memory/sink.js'
import { memorySource } from '../../src/formats/memory/source.js'
import type { ChunkRecord, SinkDef, SinkLevel, SinkWriter } from '../../src/graph/sink.js'
import type { OpenBytes } from '../../src/graph/source.js'
import { plainBand } from '../../src/graph/spec.js'
import { conformSink, type Pixels, type SinkOutput } from '../conformance/conform-sink.js'
import { testKit } from '../kit.js'
import { testSpec } from './zarr-spec.js'

const readBack = async (output: SinkOutput): Promise<Pixels> => {
  const { spec } = output.levels[0] as SinkLevel
  const result = new MemoryResult(spec)
  for (let chunk = 0; chunk < chunkCount(spec.chunks); chunk++) result.place(chunk, output.written.get(0, chunk) as ChunkRecord)
  return { data: result.data, valid: result.mask ?? new Uint8Array(result.data.length).fill(1) }
}

/** The sink with records of their own: they are views of blocks, and the suite keeps them beyond their blocks' time. */
const keeping: SinkDef<MemoryOptions> = {
  ...memorySink,
  async attach(place, levels, options) {
    const writer = await memorySink.attach(place, levels, options)
    const write: SinkWriter['write'] = (...task) => {
      const { data, valid } = fromChunkRecord(writer.write(...task))
      const own = { data: data.slice(), valid: valid instanceof Uint8Array ? valid.slice() : valid }
      return own as unknown as ChunkRecord
    }
    return { ...writer, write }
  },
}

conformSink('memory', keeping, [
  {
    name: 'uint16 with a mask',
    spec: testSpec({ dims: ['y', 'x'], shape: [33, 20] }),
    options: { chunks: { y: 10, x: 7 } },
    readBack,
    readByOther: null,
    inMemory: true,
  },
  {
    name: 'float32 bands in rows',
    spec: testSpec({ dims: ['band', 'y', 'x'], shape: [2, 33, 20], dtype: 'float32' }),
    options: {},
    readBack,
    readByOther: null,
    inMemory: true,
  },
])

describe('memory source', () => {
  const kit = testKit(16)

  function asset(bytes: Uint8Array): OpenBytes {
    return async (uri) => ({
      uri,
      path: null,
      size: async () => bytes.length,
      read: async (offset, length) => bytes.slice(offset, offset + length),
      close: async () => {},
    })
  }

  async function readAll(bytes: Uint8Array, options: JsonObject): Promise<{ data: TypedArray; mask: Uint8Array; ranges: number[] }> {
    const opened = await memorySource.open('asset:abc', options, asset(bytes))
    const source = await memorySource.attach(structuredClone(opened.layout))
    const { spec } = opened
    const data = allocate(
      spec.dtype,
      spec.shape.reduce((a, b) => a * b, 1),
    )
    const mask = new Uint8Array(data.length)
    const ranges: number[] = []
    const origin = { start: spec.shape.map(() => 0), shape: spec.shape }
    for (let tile = 0; tile < chunkCount(spec.chunks); tile++) {
      kit.reset()
      const located = source.locate(tile)
      ranges.push(located.length)
      const encoded = located.map(({ offset, length }) => bytes.slice(offset, offset + length))
      expect(encoded.reduce((sum, piece) => sum + Math.ceil(piece.length / 16) * 16, 0)).toBeLessThanOrEqual(source.maxEncodedBytes + 16)
      const elements = spec.chunks.chunk.reduce((a, b) => a * b, 1)
      const slot = { data: kit.array(spec.dtype, elements), mask: source.masked ? (kit.array('uint8', elements) as Uint8Array) : null }
      const valid = source.decode(encoded, tile, slot, kit)
      const window = chunkWindow(spec.chunks, tile)
      const start = window.start
      copyWindow({ data: slot.data, start, shape: spec.chunks.chunk }, { ...origin, data }, window)
      const flags = Uint8Array.from({ length: elements }, (_, i) => {
        if (valid instanceof Uint8Array) return valid[i] as number
        const value = slot.data[i] as Element
        return valid === null || (value === value && value !== valid.nodata) ? 1 : 0
      })
      copyWindow({ data: flags, start, shape: spec.chunks.chunk }, { ...origin, data: mask }, window)
      expect(shapeOf(window).length).toBe(spec.shape.length)
    }
    return { data, mask, ranges }
  }

  const shape = [3, 7, 5]
  const values = Uint16Array.from({ length: 105 }, (_, i) => i)
  const valuesBytes = new Uint8Array(values.buffer)
  const plain = { dims: ['band', 'y', 'x'], shape, dtype: 'uint16' }

  it('reads row bands as one range each, and any other chunking run by run', async () => {
    const whole = await readAll(valuesBytes, plain)
    expect(whole.data).toEqual(values)
    expect(whole.ranges.every((count) => count === 1)).toBe(true)
    for (const chunks of [
      [1, 2, 5],
      [2, 3, 5],
      [3, 7, 2],
      [2, 4, 3],
      [3, 7, 5],
    ]) {
      expect((await readAll(valuesBytes, { ...plain, chunks })).data).toEqual(values)
    }
    expect((await readAll(valuesBytes, { ...plain, chunks: { ...chunkGrid(shape, [2, 4, 3]) } })).data).toEqual(values)
  })

  it('takes validity from the mask behind the elements', async () => {
    const mask = Uint8Array.from({ length: 105 }, (_, i) => (i % 4 === 0 ? 0 : 1))
    const read = await readAll(Buffer.concat([valuesBytes, mask]), { ...plain, mask: true, chunks: [2, 3, 2] })
    expect(read.data).toEqual(values)
    expect(read.mask).toEqual(mask)
  })

  it('compares each band with its own nodata', async () => {
    const bands = [{ ...plainBand, nodata: 3 }, { ...plainBand, nodata: 40 }, plainBand].map((band) => ({ ...band }))
    const { mask } = await readAll(valuesBytes, { ...plain, bands, chunks: [2, 3, 2] })
    expect([...mask.keys()].filter((i) => mask[i] === 0)).toEqual([3, 40])
  })

  it('takes NaN as invalid in floats', async () => {
    const { mask } = await readAll(new Uint8Array(Float32Array.of(1, Number.NaN, 3).buffer), { dims: ['x'], shape: [3], dtype: 'float32' })
    expect([...mask]).toEqual([1, 0, 1])
  })

  it('refuses bytes that do not fill the shape, and unknown options', async () => {
    await expect(readAll(valuesBytes.subarray(2), plain)).rejects.toMatchObject({ code: 'E_SOURCE' })
    await expect(readAll(valuesBytes, { ...plain, chunk: 3 })).rejects.toMatchObject({ code: 'E_USAGE' })
  })
})
