import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { heap, kernel, lastPlace } from './codec-arena.js'
import { randomNumbers, someBytes } from './codec-data.js'

function put(bytes: Uint8Array): [pointer: number, length: number] {
  const at = lastPlace(bytes.length)
  heap.set(bytes, at)
  return [at, bytes.length]
}

const unsigned = (value: number) => value >>> 0

/** CRC-32C bit by bit. */
function plainCrc32c(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
  }
  return unsigned(~crc)
}

describe('checksums', () => {
  it('adler32 and crc32 equal those of zlib', () => {
    const random = randomNumbers(21)
    for (let length = 0; length < 400; length++) {
      const bytes = someBytes(length < 300 ? length : Math.floor(random() * 20_000), random)
      const stream = deflateSync(bytes)
      expect(unsigned(kernel('adler32')(1, ...put(bytes)))).toBe(stream.readUInt32BE(stream.length - 4))
      expect(unsigned(kernel('crc32')(0, ...put(bytes)))).toBe(crc32(bytes))
    }
  })

  it('adler32 does not overflow on the largest bytes', () => {
    const bytes = new Uint8Array(1_000_003).fill(255)
    const stream = deflateSync(bytes, { level: 1 })
    expect(unsigned(kernel('adler32')(1, ...put(bytes)))).toBe(stream.readUInt32BE(stream.length - 4))
  })

  it('crc32c equals the published values and the definition', () => {
    expect(unsigned(kernel('crc32c')(0, ...put(Buffer.from('123456789'))))).toBe(0xe3069283)
    // RFC 3720 appendix B.4.
    expect(unsigned(kernel('crc32c')(0, ...put(new Uint8Array(32))))).toBe(0x8a9136aa)
    expect(unsigned(kernel('crc32c')(0, ...put(new Uint8Array(32).fill(255))))).toBe(0x62a8ab43)
    const random = randomNumbers(22)
    for (let length = 0; length < 200; length++) {
      const bytes = someBytes(length, random)
      expect(unsigned(kernel('crc32c')(0, ...put(bytes)))).toBe(plainCrc32c(bytes))
    }
  })

  it('continue from a previous part', () => {
    const bytes = someBytes(1000, randomNumbers(23))
    for (const [name, start] of [
      ['adler32', 1],
      ['crc32', 0],
      ['crc32c', 0],
    ] as const) {
      const [at, length] = put(bytes)
      const whole = kernel(name)(start, at, length)
      for (const cut of [0, 1, 17, 500, 999, 1000]) {
        expect(kernel(name)(kernel(name)(start, at, cut), at + cut, length - cut)).toBe(whole)
      }
    }
  })
})
