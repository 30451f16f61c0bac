import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib'
import NumcodecsLz4 from 'numcodecs/lz4'
import NumcodecsZstd from 'numcodecs/zstd'
import { beforeEach, describe, expect, it } from 'vitest'
import { isRasterloomError, SourceError } from '../../src/base/errors.js'
import type { Codec } from '../../src/codecs/codec.js'
import { type CodecName, loadCodec } from '../../src/codecs/codec-list.js'
import { testKit } from '../kit.js'

const kit = testKit(16)
beforeEach(() => kit.reset())

/** Bytes of several kinds: what a codec finds easy, hard, and at its borders. */
const samples: Readonly<Record<string, Uint8Array>> = {
  empty: new Uint8Array(0),
  one: Uint8Array.of(7),
  zeros: new Uint8Array(100_000),
  ramp: Uint8Array.from({ length: 70_001 }, (_, index) => (index >> 3) & 255),
  noise: noise(65_536),
  runs: Uint8Array.from({ length: 5000 }, (_, index) => (index % 300 < 130 ? 9 : index & 255)),
  text: new TextEncoder().encode('a raster is an array of pixels; '.repeat(900)),
}

function noise(length: number): Uint8Array {
  let state = 1
  return Uint8Array.from({ length }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24)
}

function inArena(bytes: Uint8Array): Uint8Array {
  const view = kit.array('uint8', bytes.length) as Uint8Array
  view.set(bytes)
  return view
}

function decode(codec: Codec, encoded: Uint8Array, capacity: number): Uint8Array {
  const out = kit.array('uint8', capacity) as Uint8Array
  kit.limitScratch(codec.decodeScratchBytes(capacity))
  const written = codec.decode(inArena(encoded), out, kit)
  return out.slice(0, written)
}

function encode(codec: Codec, decoded: Uint8Array, level: number): Uint8Array {
  const out = kit.array('uint8', codec.encodedBound(decoded.length)) as Uint8Array
  kit.limitScratch(codec.encodeScratchBytes(decoded.length))
  const written = codec.encode(inArena(decoded), out, level, kit)
  expect(written).toBeLessThanOrEqual(out.length)
  return out.slice(0, written)
}

/** Other implementations of each codec, where there is one here. */
interface Other {
  readonly encode?: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>
  readonly decode?: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>
}

const zstd = NumcodecsZstd.fromConfig({ id: 'zstd', level: 5 } as never)
const lz4 = NumcodecsLz4.fromConfig({ id: 'lz4', acceleration: 1 } as never)
const others: Partial<Record<CodecName, Other>> = {
  deflate: { encode: (bytes) => deflateSync(bytes, { level: 9 }), decode: (bytes) => inflateSync(bytes) },
  gzip: { encode: (bytes) => gzipSync(bytes), decode: (bytes) => gunzipSync(bytes) },
  lz4: { encode: (bytes) => lz4.encode(bytes), decode: (bytes) => lz4.decode(bytes) },
  zstd: { encode: (bytes) => zstd.encode(bytes), decode: (bytes) => zstd.decode(bytes) },
}

const levels: Readonly<Record<CodecName, readonly number[]>> = {
  none: [0],
  deflate: [1, 2, 6, 9],
  gzip: [1, 6, 9],
  LZW: [0],
  PackBits: [0],
  lz4: [0],
  zstd: [1, 3, 9],
}

describe.each(Object.keys(levels) as CodecName[])('codec %s', (name) => {
  it('gives back what it encoded, at every level, and the same bytes each time', async () => {
    for (const [kind, bytes] of Object.entries(samples)) {
      for (const level of levels[name]) {
        kit.reset()
        const codec = await loadCodec(name, 2)
        const encoded = encode(codec, bytes, level)
        expectSame(decode(codec, encoded, bytes.length), bytes, `${kind} level ${level}`)
        expectSame(encode(codec, bytes, level), encoded, `${kind} level ${level} again`)
      }
    }
  })

  it('reads what others write, and others read what it writes', async () => {
    const other = others[name]
    for (const [kind, bytes] of Object.entries(samples)) {
      kit.reset()
      const codec = await loadCodec(name)
      if (other?.encode !== undefined) expectSame(decode(codec, await other.encode(bytes), bytes.length), bytes, kind)
      if (other?.decode === undefined) continue
      // The other zstd takes an empty answer for a failure.
      if (name === 'zstd' && bytes.length === 0) continue
      for (const level of levels[name]) expectSame(await other.decode(encode(codec, bytes, level)), bytes, kind)
    }
  })

  it('never writes more than there is room for', async () => {
    const codec = await loadCodec(name)
    const encoded = encode(codec, samples.zeros as Uint8Array, 6)
    kit.reset()
    const arena = kit.array('uint8', 300) as Uint8Array
    const out = arena.subarray(0, 200)
    const failure = attempt(() => codec.decode(inArena(encoded), out, kit))
    if (name !== 'none') expectFailure(failure, 'overflow', true)
    expectSame(arena.subarray(200), new Uint8Array(100).fill(0xa5), 'bytes behind the target')
  })

  it('fails on a stream that is cut short, wherever it is cut', async () => {
    if (name === 'none') return
    const codec = await loadCodec(name)
    const bytes = samples.text as Uint8Array
    const encoded = encode(codec, bytes, 6)
    for (let at = 0; at < encoded.length; at += Math.max(1, Math.floor(encoded.length / 40))) {
      kit.reset()
      const out = kit.array('uint8', bytes.length) as Uint8Array
      const failure = attempt(() => codec.decode(inArena(encoded.slice(0, at)), out, kit))
      // Run lengths may be cut between two runs, which is no error of the stream: it yields fewer bytes.
      if (name === 'PackBits' && typeof failure === 'number') expect(failure).toBeLessThan(bytes.length)
      else expectFailure(failure, 'codec', name)
    }
  })

  it('ignores what stands behind the stream', async () => {
    // A block of LZ4 goes on to the end of its bytes.
    if (name === 'none' || name === 'lz4') return
    const codec = await loadCodec(name)
    const bytes = samples.ramp as Uint8Array
    const junk = Buffer.concat([encode(codec, bytes, 6), Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9)])
    expectSame(decode(codec, junk, bytes.length), bytes, 'with junk')
  })

  it('fails, or yields no more than fits, on bytes that are no stream', async () => {
    const codec = await loadCodec(name)
    for (let seed = 0; seed < 40; seed++) {
      kit.reset()
      const bytes = noise(400).subarray(seed * 5)
      const out = kit.array('uint8', 1000) as Uint8Array
      const answer = attempt(() => codec.decode(inArena(bytes), out, kit))
      if (typeof answer === 'number') expect(answer).toBeLessThanOrEqual(1000)
      else expect(answer).toBeInstanceOf(SourceError)
    }
  })
})

function expectSame(got: Uint8Array, wanted: Uint8Array, what: string): void {
  expect(Buffer.compare(got, wanted), what).toBe(0)
}

function attempt(run: () => number): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}

function expectFailure(failure: unknown, field: string, value: string | boolean): void {
  expect(failure).toBeInstanceOf(SourceError)
  if (isRasterloomError(failure)) expect(failure.fields[field]).toBe(value)
}

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'))

describe('stored bytes', () => {
  it("PackBits: the specification's example", async () => {
    const codec = await loadCodec('PackBits')
    const decoded = hex('aaaaaa80002aaaaaaaaa80002a22aaaaaaaaaaaaaaaaaaaa')
    const encoded = hex('feaa0280002afdaa0380002a22f7aa')
    expect(decode(codec, encoded, decoded.length)).toEqual(decoded)
    expect(encode(codec, decoded, 0)).toEqual(encoded)
  })

  it("LZW: the specification's example", async () => {
    // Codes 256 7 258 8 8 258 6 6 257 of nine bits.
    const codes = [256, 7, 258, 8, 8, 258, 6, 6, 257]
    const bits = codes.map((code) => code.toString(2).padStart(9, '0')).join('')
    const encoded = Uint8Array.from(bits.match(/.{1,8}/g) as string[], (byte) => Number.parseInt(byte.padEnd(8, '0'), 2))
    expect(decode(await loadCodec('LZW'), encoded, 10)).toEqual(Uint8Array.of(7, 7, 7, 8, 8, 7, 7, 6, 6))
  })

  it('zstd: frames behind one another, skippable frames between, and frames that do not say their size', async () => {
    const codec = await loadCodec('zstd')
    const text = samples.text as Uint8Array
    const frame = encode(codec, text, 3)
    const skippable = hex('522a4d18 03000000 010203')
    const joined = Buffer.concat([skippable, frame, skippable, frame])
    expectSame(decode(codec, joined, 2 * text.length), Buffer.concat([text, text]), 'two frames')
    // `printf abc | zstd`, which says no size and ends with a checksum.
    expectSame(decode(codec, hex('28b52ffd 0458 190000 616263 990977ad'), 3), hex('616263'), 'a frame without its size')
    expectFailure(
      attempt(() => decode(codec, hex('28b52ffd 0458 190000 616263 990977ad'), 2).length),
      'codec',
      'zstd',
    )
  })
})
