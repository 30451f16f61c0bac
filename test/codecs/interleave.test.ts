import { beforeEach, describe, expect, it } from 'vitest'
import type { TypedArray } from '../../src/base/dtype.js'
import { type CodecKernels, codecKernels } from '../../src/kernels/codec.js'
import { testKit } from '../kit.js'

const kit = testKit(4)
let kernels: CodecKernels
beforeEach(() => {
  kit.reset()
  kernels = codecKernels(kit.kernels)
})

const types = { 1: 'uint8', 2: 'uint16', 4: 'uint32', 8: 'uint64' } as const

function filled(dtype: (typeof types)[keyof typeof types], length: number): TypedArray {
  const array = kit.array(dtype, length)
  for (let index = 0; index < length; index++) {
    const value = (index * 2654435761) % 251
    array[index] = (dtype === 'uint64' ? BigInt(value) << 33n : value) as never
  }
  return array
}

describe('gatherSamples', () => {
  for (const bytes of [1, 2, 4, 8] as const) {
    for (const samples of [1, 2, 3, 4, 5]) {
      it(`picks one of ${samples} samples of ${bytes} bytes, for any width, and writes nothing else`, () => {
        for (const width of [1, 2, 15, 16, 17, 18, 33, 64, 67]) {
          kit.reset()
          const rows = 3
          const source = filled(types[bytes], (width + 2) * samples * rows)
          const target = kit.array(types[bytes], (width + 1) * rows + 8)
          const before = target.slice()
          const sample = samples - 1
          const at = source.byteOffset + sample * bytes
          const sourceRow = (width + 2) * samples
          kernels.gatherSamples(at, sourceRow * bytes, target.byteOffset, (width + 1) * bytes, width, rows, samples * bytes, bytes)
          for (let index = 0; index < target.length; index++) {
            const [row, column] = [Math.floor(index / (width + 1)), index % (width + 1)]
            const inside = row < rows && column < width
            const wanted = inside ? source[row * sourceRow + column * samples + sample] : before[index]
            if (target[index] !== wanted) expect.fail(`${target[index]}, not ${wanted}, at ${index} of width ${width}`)
          }
        }
      })
    }
  }
})

describe('masks', () => {
  it('expandBits reads bits from any first bit', () => {
    const source = filled('uint8', 40) as Uint8Array
    for (const first of [0, 1, 7, 9]) {
      const target = kit.array('uint8', 60) as Uint8Array
      kernels.expandBits(source.byteOffset, 10, first, target.byteOffset, 20, 19, 3)
      for (let index = 0; index < 60; index++) {
        const [row, column] = [Math.floor(index / 20), index % 20]
        const bit = first + column
        const wanted = column < 19 ? ((source[row * 10 + (bit >> 3)] as number) >> (7 - (bit & 7))) & 1 : 0xa5
        expect(target[index]).toBe(wanted)
      }
    }
  })

  it('markAlpha is 1 where a sample is not 0', () => {
    for (const bytes of [1, 2, 4, 8] as const) {
      const source = filled(types[bytes], 30)
      for (let index = 0; index < 30; index += 4) source[index] = (bytes === 8 ? 0n : 0) as never
      const target = kit.array('uint8', 16) as Uint8Array
      kernels.markAlpha(source.byteOffset + bytes, 15 * bytes, target.byteOffset, 8, 7, 2, 2 * bytes, bytes)
      for (let index = 0; index < 16; index++) {
        const [row, column] = [index >> 3, index & 7]
        const wanted = column < 7 ? (Number(source[row * 15 + 1 + column * 2]) !== 0 ? 1 : 0) : 0xa5
        expect(target[index]).toBe(wanted)
      }
    }
  })

  it('clearEqual and clearFloat clear nodata and NaN, and leave cleared pixels cleared', () => {
    const values = [5, 7, 5, 0, 255, 5, 1]
    for (const [dtype, bytes] of [
      ['uint8', 1],
      ['int16', 2],
      ['int32', 4],
      ['int64', 8],
    ] as const) {
      const data = kit.array(dtype, 7)
      const mask = kit.array('uint8', 7) as Uint8Array
      data.set((dtype === 'int64' ? values.map(BigInt) : values) as never)
      mask.set([1, 1, 1, 0, 1, 1, 1])
      kernels.clearEqual(mask.byteOffset, data.byteOffset, 7, 5n, bytes)
      expect([...mask]).toEqual([0, 1, 0, 0, 1, 0, 1])
    }
    for (const [dtype, bytes] of [
      ['float32', 4],
      ['float64', 8],
    ] as const) {
      const data = kit.array(dtype, 5)
      const mask = kit.array('uint8', 5) as Uint8Array
      data.set([1, Number.NaN, -0, Math.fround(0.1), 3] as never)
      mask.fill(1)
      kernels.clearFloat(mask.byteOffset, data.byteOffset, 5, 0, bytes)
      expect([...mask]).toEqual([1, 0, 0, 1, 1])
      kernels.clearFloat(mask.byteOffset, data.byteOffset, 5, Math.fround(0.1), bytes)
      expect([...mask]).toEqual([1, 0, 0, 0, 1])
      kernels.clearFloat(mask.byteOffset, data.byteOffset, 5, Number.NaN, bytes)
      expect([...mask]).toEqual([1, 0, 0, 0, 1])
    }
  })

  it('clearEqual takes negative values by their bits', () => {
    const data = kit.array('int16', 3)
    const mask = kit.array('uint8', 3) as Uint8Array
    data.set([-9999, 9999, -1] as never)
    mask.fill(1)
    kernels.clearEqual(mask.byteOffset, data.byteOffset, 3, -9999n, 2)
    expect([...mask]).toEqual([0, 1, 1])
  })
})
