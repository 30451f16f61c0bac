import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Blosc from 'numcodecs/blosc'
import NumcodecsLz4 from 'numcodecs/lz4'
import { afterAll, describe, expect, it } from 'vitest'
import { describeWithPeers, python } from '../peers.js'
import { cases, guarded, heap, kernel, same, targetAt } from './codec-arena.js'
import { randomNumbers, someBytes, someLength } from './codec-data.js'

const otherCodec = -5
const typeSizes = [1, 2, 4, 8, 3, 16, 17, 255]

/** A numcodecs LZ4 stream is the block behind its uncompressed length. */
async function numcodecsLz4(bytes: Uint8Array): Promise<Uint8Array> {
  return (await new NumcodecsLz4().encode(bytes)).slice(4)
}

async function numcodecsUnlz4(block: Uint8Array, length: number): Promise<Uint8Array> {
  const whole = new Uint8Array(block.length + 4)
  new DataView(whole.buffer).setUint32(0, length, true)
  whole.set(block, 4)
  return new NumcodecsLz4().decode(whole)
}

const lz4Encode = (bytes: Uint8Array) => guarded('lz4Encode', bytes, kernel('lz4Bound')(bytes.length))
const bloscEncode = (bytes: Uint8Array, typeSize: number) =>
  guarded('bloscEncode', bytes, kernel('bloscBound')(bytes.length), typeSize).bytes

describe('shuffle', () => {
  it('transposes bytes, both ways', () => {
    const random = randomNumbers(61)
    const [a, b] = [targetAt, targetAt + 65536]
    for (const size of typeSizes) {
      for (let count = 0; count < 100; count++) {
        const length = count * size
        const bytes = Uint8Array.from({ length }, () => random() * 256)
        const plain = Uint8Array.from({ length }, (_, i) => bytes[(i % count) * size + Math.floor(i / count)]!)
        heap.fill(9, a, a + 150_000)
        heap.set(bytes, a)
        kernel('shuffle')(a, b, count, size)
        if (!same(heap.subarray(b, b + length), plain) || heap[b + length] !== 9) expect.fail(`shuffle ${count} of ${size}`)
        kernel('unshuffle')(b, a, count, size)
        if (!same(heap.subarray(a, a + length), bytes) || heap[a + length] !== 9) expect.fail(`unshuffle ${count} of ${size}`)
      }
    }
  })
})

describe('LZ4', () => {
  it('round-trips, and with the LZ4 of numcodecs both ways, every length up to 300 and many beyond', async () => {
    const random = randomNumbers(62)
    for (let i = 0; i < cases(900, 30_000); i++) {
      const bytes = someBytes(i <= 300 ? i : someLength(random, 100_000), random)
      const encoded = lz4Encode(bytes)
      if (encoded.status < 0) expect.fail(`case ${i} of ${bytes.length}: ${encoded.status}`)
      const decoded = guarded('lz4Decode', encoded.bytes, bytes.length)
      if (decoded.status !== bytes.length || !same(decoded.bytes, bytes)) expect.fail(`case ${i} of ${bytes.length}: ${decoded.status}`)
      if (!bytes.length || i % 3) continue
      if (!same(await numcodecsUnlz4(encoded.bytes, bytes.length), bytes)) expect.fail(`numcodecs reads other bytes, case ${i}`)
      const theirs = guarded('lz4Decode', await numcodecsLz4(bytes), bytes.length)
      if (!same(theirs.bytes, bytes)) expect.fail(`other bytes than numcodecs wrote, case ${i}`)
    }
  })

  it('says so when the target is too small or the source is cut', () => {
    const random = randomNumbers(63)
    for (let i = 0; i < 60; i++) {
      const bytes = someBytes(1 + someLength(random, 2000), random)
      const { bytes: block } = lz4Encode(bytes)
      for (let capacity = 0; capacity < block.length; capacity += 1 + (i >> 3)) {
        expect(guarded('lz4Encode', bytes, capacity).status).toBe(-3)
        expect(guarded('lz4Decode', block.subarray(0, capacity), bytes.length).status).not.toBe(bytes.length)
      }
      expect(guarded('lz4Encode', bytes, block.length).status).toBe(block.length)
      expect(guarded('lz4Decode', block, Math.floor(random() * bytes.length)).status).toBe(-3)
    }
  })

  it('never leaves its buffers on damage and noise', () => {
    const random = randomNumbers(64)
    for (let i = 0; i < cases(6000, 100_000); i++) {
      const block = i & 1 ? lz4Encode(someBytes(someLength(random, 4000), random)).bytes : someBytes(someLength(random, 500), random)
      for (let f = 0; f < 3 && block.length; f++) block[Math.floor(random() * block.length)]! ^= 1 << Math.floor(random() * 8)
      guarded('lz4Decode', block, someLength(random, 8000))
    }
  })
})

describe('Blosc', () => {
  it('round-trips every type size and length', () => {
    const random = randomNumbers(65)
    for (let i = 0; i < cases(600, 20_000); i++) {
      const bytes = someBytes(i < 200 ? i : someLength(random, i % 20 ? 30_000 : 700_000), random)
      const typeSize = typeSizes[Math.floor(random() * typeSizes.length)]!
      const container = bloscEncode(bytes, typeSize)
      const what = `case ${i}: ${bytes.length} bytes of ${typeSize}`
      const decoded = guarded('bloscDecode', container, bytes.length)
      if (decoded.status !== bytes.length || !same(decoded.bytes, bytes)) expect.fail(`${what}: ${decoded.status}`)
    }
  })

  it('reads and is read by numcodecs', async () => {
    const random = randomNumbers(66)
    for (let i = 0; i < cases(150, 2000); i++) {
      const bytes = someBytes(1 + someLength(random, i % 10 ? 20_000 : 900_000), random)
      const what = `case ${i} of ${bytes.length}`
      if (!same(await new Blosc().decode(bloscEncode(bytes, [1, 2, 4, 8][i % 4]!)), bytes))
        expect.fail(`numcodecs reads other bytes, ${what}`)
      const container = await new Blosc(1 + (i % 9), i & 1 ? 'lz4' : 'lz4hc', i % 2).encode(bytes)
      const answer = guarded('bloscDecode', container, bytes.length)
      if (answer.status !== bytes.length || !same(answer.bytes, bytes)) expect.fail(`other bytes than numcodecs wrote, ${what}`)
    }
  })

  it('names what it does not decode', async () => {
    const bytes = new Uint8Array(10_000).fill(3)
    expect(guarded('bloscDecode', await new Blosc(5, 'zstd', 1).encode(bytes), bytes.length).status).toBe(otherCodec)
    expect(guarded('bloscDecode', await new Blosc(5, 'lz4', 2).encode(bytes), bytes.length).status).toBe(otherCodec)
    const container = bloscEncode(bytes, 2)
    expect(guarded('bloscDecode', container.subarray(0, 15), bytes.length).status).toBe(-1)
    expect(guarded('bloscDecode', container.subarray(0, 40), bytes.length).status).toBe(-1)
    expect(guarded('bloscDecode', container, bytes.length - 1).status).toBe(-3)
    expect(guarded('bloscDecode', Uint8Array.of(9, ...container.subarray(1)), bytes.length).status).toBe(-4)
  })

  it('never leaves its buffers on damage', () => {
    const random = randomNumbers(67)
    for (let i = 0; i < cases(4000, 100_000); i++) {
      const container = bloscEncode(someBytes(someLength(random, 3000), random), typeSizes[i % typeSizes.length]!)
      for (let f = 0; f < 3; f++) container[Math.floor(random() ** 3 * container.length)]! ^= 1 << Math.floor(random() * 8)
      // Lengths of the header fit the source, so that the damage behind them is met.
      if (i & 1) new DataView(container.buffer).setUint32(12, container.length, true)
      guarded('bloscDecode', container, 4000)
    }
  })
})

describeWithPeers('Blosc against the numcodecs of zarr', ['zarr'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'codec-blosc-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('both ways', () => {
    const random = randomNumbers(68)
    const items = Array.from({ length: 40 }, (_, i) => {
      const typeSize = [1, 2, 4, 8][i % 4]!
      return { name: join(folder, String(i)), typeSize, bytes: someBytes(typeSize * (1 + someLength(random, 60_000)), random) }
    })
    for (const { name, typeSize, bytes } of items) {
      writeFileSync(`${name}.raw`, bytes)
      writeFileSync(`${name}.ours`, bloscEncode(bytes, typeSize))
    }
    const script = `
import sys, json, numpy
from numcodecs import Blosc
for name, size in json.loads(sys.argv[1]):
    raw = numpy.fromfile(name + '.raw', 'u%d' % size)
    assert bytes(Blosc().decode(open(name + '.ours', 'rb').read())) == raw.tobytes(), name
    open(name + '.theirs', 'wb').write(Blosc(cname='lz4', clevel=5, shuffle=Blosc.SHUFFLE).encode(raw))
`
    execFileSync(python, ['-c', script, JSON.stringify(items.map(({ name, typeSize }) => [name, typeSize]))])
    for (const { name, bytes } of items) {
      expect(same(guarded('bloscDecode', readFileSync(`${name}.theirs`), bytes.length).bytes, bytes)).toBe(true)
    }
  })
})
