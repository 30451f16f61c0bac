import Blosc from 'numcodecs/blosc'
import { describe, expect, it } from 'vitest'
import { type Dtype, dtypes, type TypedArray } from '../../src/base/dtype.js'
import { loadBlosc } from '../../src/codecs/blosc.js'
import { testKit } from '../kit.js'

const kit = testKit(32)

function bytesOf(data: TypedArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}

/** Smooth values with noise in the low bits, as rasters have. */
function pixels(dtype: Dtype, count: number): Uint8Array {
  kit.reset()
  const data = kit.array(dtype, count)
  for (let i = 0; i < count; i++) {
    const value = Math.round(100 + 50 * Math.sin(i / 300) + ((i * 2654435761) % 7))
    data[i] = (dtype.endsWith('int64') ? BigInt(value) : value) as never
  }
  return bytesOf(data)
}

function inArena(bytes: Uint8Array): Uint8Array {
  const view = kit.array('uint8', bytes.length) as Uint8Array
  view.set(bytes)
  return view
}

const sizes = [1, 7, 1000, 70_001, 300_000]

describe('blosc', () => {
  it.each(['uint8', 'uint16', 'float32', 'int64'] as const)('writes %s that numcodecs reads, and reads it back', async (dtype) => {
    const codec = await loadBlosc(dtypes[dtype].bytes)
    for (const size of sizes) {
      const raw = pixels(dtype, size)
      const out = kit.array('uint8', codec.encodedBound(raw.length)) as Uint8Array
      kit.limitScratch(codec.encodeScratchBytes(raw.length))
      const encoded = out.subarray(0, codec.encode(raw, out, 5, kit))
      if (size > 1000) expect(encoded.length).toBeLessThan(raw.length * 0.9)
      expect(Buffer.from(await Blosc.fromConfig({} as never).decode(encoded.slice())).equals(raw)).toBe(true)
      const back = kit.array('uint8', raw.length) as Uint8Array
      kit.limitScratch(codec.decodeScratchBytes(raw.length))
      expect(codec.decode(encoded, back, kit)).toBe(raw.length)
      expect(Buffer.from(back).equals(raw)).toBe(true)
    }
  })

  it.each([
    ['lz4', 1],
    ['lz4', 0],
    ['lz4hc', 1],
    ['zstd', 1],
    ['zstd', 0],
    ['zlib', 1],
    ['lz4', 2],
    ['zstd', 2],
    ['zlib', 2],
  ] as const)('reads %s with shuffle %i by numcodecs', async (cname, shuffle) => {
    const codec = await loadBlosc(4)
    for (const size of sizes) {
      const raw = pixels('float32', size)
      const theirs = new Blosc(5, cname, shuffle, size === 300_000 ? 65536 : 0)
      const encoded = inArena(await theirs.encode(raw.slice()))
      const back = kit.array('uint8', raw.length) as Uint8Array
      kit.limitScratch(codec.decodeScratchBytes(raw.length))
      expect(codec.decode(encoded, back, kit)).toBe(raw.length)
      expect(Buffer.from(back).equals(raw)).toBe(true)
    }
  })

  it('says what it cannot read, and where a container is damaged', async () => {
    const codec = await loadBlosc(4)
    const raw = pixels('float32', 5000)
    const out = kit.array('uint8', raw.length) as Uint8Array
    for (const [cname, shuffle, message] of [['blosclz', 1, /BloscLZ/]] as const) {
      const encoded = inArena(await new Blosc(5, cname, shuffle, 0).encode(raw.slice()))
      expect(() => codec.decode(encoded, out, kit)).toThrow(
        expect.objectContaining({ code: 'E_SOURCE', message: expect.stringMatching(message) }),
      )
    }
    for (const cname of ['lz4', 'zstd'] as const) {
      const encoded = await new Blosc(5, cname, 1, 0).encode(raw.slice())
      for (const at of [0, 3, 15, 16, 19, 30, encoded.length >> 1, encoded.length - 1]) {
        const cut = inArena(encoded.subarray(0, at))
        expect(() => codec.decode(cut, out, kit), `${cname} cut at ${at}`).toThrow(expect.objectContaining({ code: 'E_SOURCE' }))
      }
    }
  })
})
