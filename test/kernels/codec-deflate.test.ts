import { crc32, deflateSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { cases, guarded, heap, kernel, same, scratchAt, targetAt } from './codec-arena.js'
import { randomNumbers, someBytes, someLength } from './codec-data.js'

const tooSmall = -3
const sampleSizes = [1, 2, 4, 8]
const bound = (length: number) => kernel('deflateBound')(length)

const forms = [
  ['deflateZlib', inflateSync],
  ['deflateRaw', inflateRawSync],
  ['deflateGzip', gunzipSync],
] as const

/** Around the sizes of segments, of the window and of blocks. */
const edges = [63, 64, 65, 1023, 1025, 2047, 2049, 2051, 32767, 32768, 32769, 32777, 65535, 65536, 65537, 66_600, 70_000]

/** A sample field with noise, as differences along rows of 512 samples: what predictor 2 leaves of a satellite band. */
function bandDifferences(samples: number, seed: number): Uint8Array {
  const random = randomNumbers(seed)
  const out = new Uint16Array(samples)
  let previous = 0
  for (let i = 0; i < samples; i++) {
    const x = i % 512
    const y = Math.floor(i / 512)
    const value = Math.round(3000 + 900 * Math.sin(x / 90) * Math.cos(y / 70) + (random() + random() + random() - 1.5) * 60)
    out[i] = x === 0 ? value : value - previous
    previous = value
  }
  return new Uint8Array(out.buffer)
}

function randomByte(seed: number): () => number {
  const random = randomNumbers(seed)
  return () => random() * 256
}

/** Fills `length` bytes of the heap with a pattern, over and over. */
function dirty(at: number, length: number, pattern: Uint8Array): void {
  if (pattern.length === 1) heap.fill(pattern[0]!, at, at + length)
  else for (let i = 0; i < length; i += pattern.length) heap.set(pattern.subarray(0, length - i), at + i)
}

/** Patches of a few classes with ragged borders. */
function classes(width: number, height: number, seed: number): Uint8Array {
  const random = randomNumbers(seed)
  const waves = Array.from({ length: 6 }, () => [random() / 20, random() / 20, random() * 6] as const)
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const x = i % width
    const y = Math.floor(i / width)
    const height = waves.reduce((sum, [a, b, c]) => sum + Math.sin(a * x + b * y + c), 0) + random() * 0.2
    return 10 * Math.round(height + 4)
  })
}

describe('deflate against zlib', () => {
  it('writes what zlib reads, of every length up to 300 and many beyond', () => {
    const random = randomNumbers(11)
    for (let i = 0; i < cases(2000, 100_000); i++) {
      const most = i % 100 ? 30_000 : 500_000
      const bytes = someBytes(i <= 300 ? i : i % 25 ? someLength(random, most) : edges[(i / 25) % edges.length]!, random)
      const sampleBytes = sampleSizes[Math.floor(random() * 4)]!
      const [name, inflate] = forms[i % 3]!
      const answer = guarded(name, bytes, bound(bytes.length), sampleBytes)
      const what = `${name} case ${i}, ${bytes.length} bytes, samples of ${sampleBytes}`
      if (answer.status < 0) expect.fail(`${what}: ${answer.status}`)
      if (!same(inflate(answer.bytes), bytes)) expect.fail(`other bytes: ${what}`)
    }
  })

  it('keeps its codes within 15 bits however skewed the frequencies are', () => {
    // Fibonacci frequencies make the deepest of all Huffman trees.
    const letters: number[] = []
    for (let letter = 0, a = 1, b = 1; letter < 24; letter++, [a, b] = [b, a + b]) {
      for (let i = 0; i < Math.min(a, 20_000); i++) letters.push(letter)
    }
    const random = randomNumbers(12)
    const bytes = Uint8Array.from(letters)
    for (let i = bytes.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const kept = bytes[i]!
      bytes[i] = bytes[j]!
      bytes[j] = kept
    }
    const answer = guarded('deflateZlib', bytes, bound(bytes.length), 1)
    expect(same(inflateSync(answer.bytes), bytes)).toBe(true)
  })

  it('finds matches up to 258 bytes and 32768 back, and none beyond', () => {
    const random = randomNumbers(13)
    const block = Uint8Array.from({ length: 4000 }, () => random() * 256)
    for (const gap of [32768 - 4002, 32768 - 4001, 32768 - 4000, 32768 - 3999, 32768, 65536 - 4000, 65536 - 4001]) {
      const between = Uint8Array.from({ length: gap }, () => random() * 256)
      const bytes = Buffer.concat([block, between, block])
      for (const sampleBytes of [1, 2]) {
        const answer = guarded('deflateZlib', bytes, bound(bytes.length), sampleBytes)
        expect(same(inflateSync(answer.bytes), bytes)).toBe(true)
      }
    }
  })

  it('says so, within its bounds, when the target is too small by any amount', () => {
    const random = randomNumbers(14)
    for (let i = 0; i < 40; i++) {
      const bytes = someBytes(someLength(random, 3000), random)
      for (const [name] of forms) {
        const { status } = guarded(name, bytes, bound(bytes.length), 2)
        for (let capacity = 0; capacity < status; capacity += 1 + (i >> 2)) {
          expect(guarded(name, bytes, capacity, 2).status).toBe(tooSmall)
        }
      }
    }
  })

  it('stores what cannot be compressed, with a few bytes a block', () => {
    const random = randomNumbers(15)
    const bytes = Uint8Array.from({ length: 300_000 }, () => random() * 256)
    expect(guarded('deflateZlib', bytes, bound(bytes.length), 1).status).toBeLessThan(bytes.length + 64)
    expect(guarded('deflateZlib', bytes, bound(bytes.length), 2).status).toBeLessThan(bytes.length + 64)
  })

  it('writes an empty tile in a thousandth of its size', () => {
    for (const value of [0, 255, 7]) {
      const bytes = new Uint8Array(512 * 1024).fill(value)
      for (const sampleBytes of sampleSizes) {
        const answer = guarded('deflateZlib', bytes, bound(bytes.length), sampleBytes)
        expect(answer.status).toBeLessThan(1100)
        expect(same(inflateSync(answer.bytes), bytes)).toBe(true)
      }
    }
  })

  it('is within one percent of zlib at level 1 on a differenced band', () => {
    const bytes = bandDifferences(512 * 512, 16)
    const answer = guarded('deflateZlib', bytes, bound(bytes.length), 2)
    expect(same(inflateSync(answer.bytes), bytes)).toBe(true)
    expect(answer.status).toBeLessThan(deflateSync(bytes, { level: 1 }).length * 1.01)
  })

  it('is within two percent of zlib at level 6 on a band that was made twice as large', () => {
    const random = randomNumbers(24)
    const small = Float64Array.from({ length: 258 * 258 }, (_, i) => {
      const wave = 900 * Math.sin((i % 258) / 90) * Math.cos(Math.floor(i / 258) / 70)
      return Math.round(3000 + wave + (random() + random() + random() - 1.5) * 40)
    })
    const out = new Uint16Array(512 * 512)
    for (let y = 0; y < 512; y++) {
      for (let x = 0, before = 0; x < 512; x++) {
        const [u, v] = [x / 2 + 0.25, y / 2 + 0.25]
        const at = Math.floor(v) * 258 + Math.floor(u)
        const [fu, fv] = [u % 1, v % 1]
        const above = small[at]! * (1 - fu) + small[at + 1]! * fu
        const value = Math.round(above * (1 - fv) + (small[at + 258]! * (1 - fu) + small[at + 259]! * fu) * fv)
        out[y * 512 + x] = value - before
        before = value
      }
    }
    const bytes = new Uint8Array(out.buffer)
    const answer = guarded('deflateZlib', bytes, bound(bytes.length), 2)
    expect(same(inflateSync(answer.bytes), bytes)).toBe(true)
    expect(answer.status).toBeLessThan(deflateSync(bytes, { level: 6 }).length * 1.02)
  })

  it('is within three percent of zlib at level 6 on a class raster', () => {
    for (const sampleBytes of [1, 2]) {
      const bytes = classes(512, 512, 18)
      const answer = guarded('deflateZlib', bytes, bound(bytes.length), sampleBytes)
      expect(same(inflateSync(answer.bytes), bytes)).toBe(true)
      expect(answer.status).toBeLessThan(deflateSync(bytes, { level: 6 }).length * 1.03)
    }
  })

  it('is eight percent smaller than zlib at level 6 on classes with strays, and no larger on ragged ones', () => {
    const random = randomNumbers(22)
    const bytes = classes(512, 512, 18).map((value) => (random() < 0.01 ? random() * 12 : value))
    const smooth = Uint8Array.from({ length: 512 * 512 }, (_, i) => {
      const [x, y] = [i % 512, Math.floor(i / 512)]
      const patch = Math.floor(3 * Math.sin(x / 37 + y / 90) + 2 * Math.cos(y / 23 - x / 150))
      return random() < 0.01 ? random() * 12 : 20 + patch
    })
    for (const [tile, share] of [
      [bytes, 1.005],
      [smooth, 0.92],
    ] as const) {
      const answer = guarded('deflateZlib', tile, bound(tile.length), 1)
      expect(same(inflateSync(answer.bytes), tile)).toBe(true)
      expect(answer.status).toBeLessThan(deflateSync(tile, { level: 6 }).length * share)
    }
  })

  it('keeps literals within its room where runs are short and nothing repeats', () => {
    const random = randomNumbers(23)
    const bytes = new Uint8Array(700_000)
    // As many ends of runs as runs may have, no two alike.
    for (let i = 0; i < bytes.length; i += 16) bytes[i] = 1 + random() * 255
    for (let i = 8; i + 16 < bytes.length; i += 16) bytes[i] = bytes[i]! + (random() < 0.001 ? 1 : 0)
    const answer = guarded('deflateZlib', bytes, bound(bytes.length), 1)
    expect(same(inflateSync(answer.bytes), bytes)).toBe(true)
  })

  it('is within three percent of zlib at level 1 on noise between empty places', () => {
    // Thorough matching once took a hundred times as long as the rest on such bytes, and made them larger.
    const random = randomNumbers(21)
    const bytes = new Uint8Array(512 * 512)
    for (let i = 0; i < bytes.length; i++) if (i % 512 > 420) bytes[i] = 40 + Math.floor((random() + random()) * 6)
    for (const sampleBytes of [1, 2, 4]) {
      const answer = guarded('deflateZlib', bytes, bound(bytes.length), sampleBytes)
      expect(same(inflateSync(answer.bytes), bytes)).toBe(true)
      expect(answer.status).toBeLessThan(deflateSync(bytes, { level: 1 }).length * 1.03)
    }
  })

  it('depends on the bytes alone: not on the place, the scratch or what came before', () => {
    const band = bandDifferences(128 * 512, 17)
    const map = classes(512, 200, 19)
    // Blocks that are matched thoroughly between blocks that are not.
    const noise = Uint8Array.from({ length: 64 * 1024 }, randomByte(20))
    for (const bytes of [band, map, Buffer.concat([map, band, map, new Uint8Array(200_000), map, band, map])]) {
      const digests = new Set<number>()
      for (let round = 0; round < 6; round++) {
        const at = targetAt + (1 << 20) + round * 4099
        dirty(scratchAt, kernel('deflateScratchBytes')(), round < 2 ? Uint8Array.of(round * 255) : noise.subarray(round * 977))
        heap.set(bytes, at)
        const size = kernel('deflateZlib')(at, bytes.length, targetAt, bound(bytes.length), scratchAt, 2)
        const stream = heap.subarray(targetAt, targetAt + size)
        digests.add(crc32(stream))
        expect(same(inflateSync(stream), bytes)).toBe(true)
      }
      expect(digests.size).toBe(1)
    }
  })
})
