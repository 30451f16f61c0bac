import { describe, expect, it } from 'vitest'
import { plainPredictor2, plainPredictor3, type TileShape } from '../reference/predictor.js'
import { cases, heap, kernel, same, scratchAt, targetAt } from './codec-arena.js'
import { randomNumbers } from './codec-data.js'

const guard = 64

function inPlace(bytes: Uint8Array, call: (pointer: number) => void): Uint8Array {
  heap.fill(0x5a, targetAt - guard, targetAt + bytes.length + guard)
  heap.set(bytes, targetAt)
  call(targetAt)
  for (let i = 1; i <= guard; i++) {
    if (heap[targetAt - i] !== 0x5a || heap[targetAt + bytes.length + i - 1] !== 0x5a) expect.fail('wrote outside the tile')
  }
  return heap.slice(targetAt, targetAt + bytes.length)
}

function shapes(count: number, sizes: readonly number[]): { tile: Uint8Array; shape: TileShape }[] {
  const random = randomNumbers(31)
  return Array.from({ length: count }, (_, i) => {
    const samples = random() < 0.5 ? 1 : 1 + Math.floor(random() * 20)
    const shape = { width: Math.floor(random() ** 2 * 80), rows: Math.floor(random() * 4), samples, sampleBytes: sizes[i % sizes.length]! }
    const length = shape.width * shape.rows * samples * shape.sampleBytes
    return { shape, tile: Uint8Array.from({ length }, () => random() * 256) }
  })
}

describe('predictors', () => {
  it('predictor 2 equals its definition, both ways, for all sample sizes and channel counts', () => {
    for (const { tile, shape } of shapes(cases(3000, 30_000), [1, 2, 4, 8])) {
      const { width, rows, samples, sampleBytes } = shape
      const plain = plainPredictor2(tile, shape)
      const encoded = inPlace(tile, (at) => kernel('predictor2Encode')(at, width, rows, samples, sampleBytes))
      const decoded = inPlace(plain, (at) => kernel('predictor2Decode')(at, width, rows, samples, sampleBytes))
      if (!same(encoded, plain) || !same(decoded, tile)) expect.fail(JSON.stringify(shape))
    }
  })

  it('predictor 3 equals its definition, both ways', () => {
    for (const { tile, shape } of shapes(cases(3000, 30_000), [2, 4, 8])) {
      const { width, rows, samples, sampleBytes } = shape
      const plain = plainPredictor3(tile, shape)
      const encoded = inPlace(tile, (at) => kernel('predictor3Encode')(at, scratchAt, width, rows, samples, sampleBytes))
      const decoded = inPlace(plain, (at) => kernel('predictor3Decode')(at, scratchAt, width, rows, samples, sampleBytes))
      if (!same(encoded, plain) || !same(decoded, tile)) expect.fail(JSON.stringify(shape))
    }
  })

  it('swaps bytes of samples of 2, 4 and 8 bytes', () => {
    const random = randomNumbers(32)
    for (const size of [2, 4, 8]) {
      for (let count = 0; count < 70; count++) {
        const bytes = Uint8Array.from({ length: count * size }, () => random() * 256)
        const swapped = Buffer.from(bytes)
        if (size === 2) swapped.swap16()
        else if (size === 4) swapped.swap32()
        else swapped.swap64()
        expect(
          same(
            inPlace(bytes, (at) => kernel('swapBytes')(at, count, size)),
            swapped,
          ),
        ).toBe(true)
      }
    }
  })
})
