import { constants, crc32, deflateRawSync, deflateSync, gzipSync, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { cases, guarded, same } from './codec-arena.js'
import { randomNumbers, someBytes, someLength } from './codec-data.js'

const truncated = -1
const corrupt = -2
const tooSmall = -3
const badHeader = -4

const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_FILTERED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE, constants.Z_FIXED]

function bits(...fields: readonly (readonly [value: number, count: number])[]): Uint8Array {
  const out: number[] = []
  let position = 0
  for (const [value, count] of fields) {
    for (let i = 0; i < count; i++, position++) {
      out[position >> 3] = (out[position >> 3] ?? 0) | (((value >> i) & 1) << (position & 7))
    }
  }
  return Uint8Array.from(out)
}

describe('inflate against zlib', () => {
  it('decodes what zlib wrote, of every length up to 300 and many beyond', () => {
    const random = randomNumbers(1)
    for (let i = 0; i < cases(2000, 100_000); i++) {
      const bytes = someBytes(i <= 300 ? i : someLength(random, 50_000), random)
      const level = Math.floor(random() * 10)
      const options = {
        level,
        strategy: strategies[Math.floor(random() * 5)]!,
        windowBits: 9 + Math.floor(random() * 7),
        memLevel: 1 + (i % 9),
      }
      const what = JSON.stringify({ i, length: bytes.length, ...options })
      const form = i % 3
      const stream = form === 0 ? deflateSync(bytes, options) : form === 1 ? deflateRawSync(bytes, options) : gzipSync(bytes, options)
      const answer = guarded(form === 0 ? 'inflateZlib' : form === 1 ? 'inflateRaw' : 'inflateGzip', stream, bytes.length)
      expect(answer.status, what).toBe(bytes.length)
      if (!same(answer.bytes, bytes)) expect.fail(`other bytes: ${what}`)
    }
  })

  it('ignores what stands behind the stream', () => {
    const random = randomNumbers(2)
    for (let i = 0; i < 100; i++) {
      const bytes = someBytes(someLength(random, 5000), random)
      const junk = someBytes(1 + someLength(random, 500), random)
      for (const [name, stream] of [
        ['inflateZlib', deflateSync(bytes)],
        ['inflateRaw', deflateRawSync(bytes)],
      ] as const) {
        const answer = guarded(name, Buffer.concat([stream, junk]), bytes.length + 7)
        expect(answer.status).toBe(bytes.length)
        expect(same(answer.bytes, bytes)).toBe(true)
      }
    }
  })

  it('says truncated wherever a stream is cut', () => {
    const random = randomNumbers(3)
    for (let i = 0; i < 24; i++) {
      const bytes = someBytes(200 + someLength(random, 1500), random)
      const options = { level: i % 10 }
      for (const [name, stream] of [
        ['inflateZlib', deflateSync(bytes, options)],
        ['inflateRaw', deflateRawSync(bytes, options)],
        ['inflateGzip', gzipSync(bytes, options)],
      ] as const) {
        for (let cut = 0; cut < stream.length; cut++) {
          const { status } = guarded(name, stream.subarray(0, cut), bytes.length)
          if (status !== truncated) expect.fail(`${name} of ${cut} of ${stream.length} bytes gave ${status}`)
        }
      }
    }
  })

  it('fills the target and says so when a stream holds more', () => {
    const random = randomNumbers(4)
    const bomb = deflateSync(new Uint8Array(50_000_000))
    expect(guarded('inflateZlib', bomb, 1000).status).toBe(tooSmall)
    for (let i = 0; i < 300; i++) {
      const bytes = someBytes(1 + someLength(random, 20_000), random)
      const room = Math.floor(random() * bytes.length)
      const answer = guarded('inflateRaw', deflateRawSync(bytes, { level: i % 10 }), room)
      expect(answer.status).toBe(tooSmall)
    }
  })

  it('agrees with zlib on damaged streams', () => {
    const random = randomNumbers(5)
    let accepted = 0
    for (let i = 0; i < cases(4000, 100_000); i++) {
      const bytes = someBytes(someLength(random, 8000), random)
      const stream = Uint8Array.from(deflateRawSync(bytes, { level: 1 + (i % 9), strategy: strategies[i % 5]! }))
      const flips = 1 + Math.floor(random() * 4)
      // Most of the damage goes to the head, where the codes are described.
      for (let f = 0; f < flips; f++) stream[Math.floor(random() ** 4 * stream.length)]! ^= 1 << Math.floor(random() * 8)
      const capacity = 70_000
      const answer = guarded('inflateRaw', stream, capacity)
      let peer: Uint8Array | undefined
      try {
        peer = inflateRawSync(stream, { maxOutputLength: capacity })
      } catch {
        peer = undefined
      }
      if (peer ? !same(answer.bytes, peer) || answer.status < 0 : answer.status >= 0) {
        expect.fail(`case ${i}: ${answer.status}, zlib ${peer?.length}: ${Buffer.from(stream).toString('base64')}`)
      }
      if (peer) accepted++
    }
    expect(accepted).toBeGreaterThan(20)
  })

  it('never leaves its buffers on noise', () => {
    const random = randomNumbers(6)
    for (let i = 0; i < cases(4000, 100_000); i++) {
      const stream = Uint8Array.from({ length: someLength(random, 400) }, () => random() * 256)
      // A dynamic block more often than chance would have it.
      if (i & 1 && stream.length) stream[0] = (stream[0]! & 0xf8) | 5
      guarded('inflateRaw', stream, someLength(random, 3000))
      guarded('inflateZlib', stream, 100)
      guarded('inflateGzip', stream, 100)
    }
  })
})

describe('inflate on made streams', () => {
  it('refuses a block of the reserved type', () => {
    expect(guarded('inflateRaw', bits([1, 1], [3, 2], [0, 13]), 10).status).toBe(corrupt)
  })

  it('refuses a stored block whose length is not confirmed', () => {
    expect(guarded('inflateRaw', Uint8Array.of(1, 5, 0, 5, 0, 1, 2, 3, 4, 5), 10).status).toBe(corrupt)
  })

  it('refuses a match that begins before the output', () => {
    // A fixed block: literal 0, then length 3 at distance 2.
    const stream = bits([1, 1], [1, 2], [0x0c, 8], [0x40, 7], [0x10, 5], [0, 7], [0, 16])
    expect(guarded('inflateRaw', stream, 10).status).toBe(corrupt)
  })

  it('refuses the symbols 286, 287 and the distances 30, 31', () => {
    const symbol286 = bits([1, 1], [1, 2], [0x63, 8], [0, 32])
    expect(guarded('inflateRaw', symbol286, 10).status).toBe(corrupt)
    const distance30 = bits([1, 1], [1, 2], [0x0c, 8], [0x40, 7], [0x0f, 5], [0, 32])
    expect(guarded('inflateRaw', distance30, 10).status).toBe(corrupt)
  })

  it('refuses a preset dictionary, another method and a wrong check', () => {
    const stream = deflateSync(Buffer.from('raster'))
    const change = (at: number, value: number) => Uint8Array.from(stream, (byte, i) => (i === at ? value : byte))
    expect(guarded('inflateZlib', change(0, 0x79), 10).status).toBe(badHeader)
    expect(guarded('inflateZlib', change(1, stream[1]! ^ 1), 10).status).toBe(badHeader)
    expect(guarded('inflateZlib', Uint8Array.of(0x78, 0xbb, 0, 0, 0, 1, ...stream.subarray(2)), 10).status).toBe(badHeader)
    expect(guarded('inflateZlib', change(stream.length - 1, stream[stream.length - 1]! ^ 1), 10).status).toBe(badHeader)
  })

  it('reads gzip headers with extra fields, name, comment and header check, and several members', () => {
    const raw = deflateRawSync(Buffer.from('raster'))
    const trailer = new Uint8Array(8)
    new DataView(trailer.buffer).setUint32(0, crc32(Buffer.from('raster')), true)
    trailer[4] = 6
    const head = [0x1f, 0x8b, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3, 0x61, 0, 0x62, 0x63, 0, 9, 9]
    const member = Uint8Array.of(...head, ...raw, ...trailer)
    const once = guarded('inflateGzip', member, 20)
    expect(Buffer.from(once.bytes).toString()).toBe('raster')
    const thrice = guarded('inflateGzip', Uint8Array.of(...member, ...member, ...member), 20)
    expect(Buffer.from(thrice.bytes).toString()).toBe('rasterrasterraster')
    for (let cut = 0; cut < member.length; cut++) expect(guarded('inflateGzip', member.subarray(0, cut), 20).status).toBe(truncated)
    const bad = member.slice()
    bad[bad.length - 5]! ^= 1
    expect(guarded('inflateGzip', bad, 20).status).toBe(badHeader)
  })
})
