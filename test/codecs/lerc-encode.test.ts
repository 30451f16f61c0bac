import * as lerc from 'lerc'
import { beforeAll, describe, expect, it } from 'vitest'
import { allocate, type Dtype, dtypes, type TypedArray } from '../../src/base/dtype.js'
import type { CodecKit } from '../../src/codecs/codec.js'
import { lercEncoder } from '../../src/codecs/lerc-encode.js'
import { random } from '../conformance/random.js'

beforeAll(() => lerc.load())

const kit = { memory: new WebAssembly.Memory({ initial: 1 }), kernels: {}, scratch: () => 0 } as unknown as CodecKit
const every: readonly Dtype[] = ['int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'float32', 'float64']

interface Decoded {
  readonly pixels: ArrayLike<number>
  readonly mask: Uint8Array | null
  readonly bytes: number
}

/** A tile through our encoder and the decoder of the package. */
function through(values: TypedArray, dtype: Dtype, side: number, samples: number, maxError: number): Decoded {
  const codec = lercEncoder({ side, samples, dtype })
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  const out = new Uint8Array(codec.encodedBound(bytes.length))
  const length = codec.encode(bytes, out, maxError, kit)
  expect(length).toBeLessThanOrEqual(out.length)
  const { pixels, mask } = lerc.decode(out.slice(0, length), { returnInterleaved: true })
  return { pixels: pixels[0] as unknown as ArrayLike<number>, mask: mask ?? null, bytes: length }
}

type Make = (at: number, x: number, y: number, next: () => number) => number

const contents: Readonly<Record<string, (info: { min: number; max: number; isFloat: boolean }) => Make>> = {
  noise:
    ({ min, max }) =>
    (_at, _x, _y, next) =>
      min + next() * (max - min),
  ramp:
    ({ isFloat }) =>
    (_at, x, y) =>
      isFloat ? 0.25 * x - 0.125 * y : ((x + y) % 100) + 3,
  constant: () => () => 7,
  zeros: () => () => 0,
  patches:
    ({ isFloat }) =>
    (_at, x, y) =>
      (((x >> 4) + (y >> 4)) % 3) * (isFloat ? 1.5 : 1),
  'bands of one value each': () => (at) => at % 3,
}

describe.each(every)('LERC of %s', (dtype) => {
  const { kind, bytes, min, max } = dtypes[dtype]
  const isFloat = kind === 'float'
  const wide = isFloat ? { min: -1e6, max: 1e6 } : { min: Number(min), max: Number(max) }
  for (const [name, content] of Object.entries(contents)) {
    for (const [side, samples, maxError] of [
      [64, 1, 0],
      [40, 3, 0],
      [64, 1, isFloat ? 0.01 : 2],
      [40, 3, isFloat ? 0.3 : 5],
    ] as const) {
      it(`${name}, ${side} px, ${samples} samples, error ${maxError}`, () => {
        const { next } = random(side + samples)
        const values = allocate(dtype, side * side * samples)
        const make = content({ ...wide, isFloat })
        for (let at = 0; at < values.length; at++) {
          const pixel = Math.floor(at / samples)
          const value = make(at, pixel % side, Math.floor(pixel / side), next)
          values[at] = (isFloat ? value : Math.floor(value)) as never
        }
        const { pixels, mask, bytes: length } = through(values, dtype, side, samples, maxError)
        expect(mask === null || mask.every((valid) => valid !== 0)).toBe(true)
        let worst = 0
        for (let at = 0; at < values.length; at++) worst = Math.max(worst, Math.abs((pixels[at] as number) - Number(values[at])))
        expect(worst).toBeLessThanOrEqual(maxError)
        if (name === 'constant' || name === 'zeros') expect(length).toBeLessThan(100)
        if (name === 'patches') expect(length).toBeLessThan((values.length * bytes) / 2)
      })
    }
  }
})

describe('LERC of what is not there', () => {
  it.each(['float32', 'float64'] as const)('%s: pixels of NaN are the mask, infinities and single NaNs stay', (dtype) => {
    for (const samples of [1, 2]) {
      const side = 48
      const values = allocate(dtype, side * side * samples) as Float64Array
      const { next } = random(9)
      for (let at = 0; at < values.length; at++) values[at] = Math.floor(next() * 50)
      for (let pixel = 0; pixel < side * side; pixel++) {
        if (pixel % 7 === 0 || (pixel > 500 && pixel < 900)) values.fill(Number.NaN, pixel * samples, (pixel + 1) * samples)
      }
      for (const maxError of [0, 0.5]) {
        const { pixels, mask } = through(values, dtype, side, samples, maxError)
        values.forEach((value, at) => {
          if (samples === 1) expect(mask?.[at] !== 0).toBe(value === value)
          else expect(Number.isNaN(pixels[at])).toBe(value !== value)
          if (value === value) expect(Math.abs((pixels[at] as number) - value)).toBeLessThanOrEqual(maxError)
        })
      }
      values[samples] = Number.POSITIVE_INFINITY
      values[3 * samples - 1] = -0
      if (samples === 2) values[8] = Number.NaN
      const { pixels } = through(values, dtype, side, samples, 0)
      expect([pixels[samples], Object.is(pixels[3 * samples - 1], -0)]).toEqual([Number.POSITIVE_INFINITY, true])
      if (samples === 2) expect(pixels[8]).toBeNaN()
    }
  })

  it('a tile without a valid pixel is a header', () => {
    const { mask, bytes } = through(new Float32Array(64 * 64).fill(Number.NaN), 'float32', 64, 1, 0)
    expect([bytes, mask?.some((valid) => valid !== 0)]).toEqual([70, false])
  })
})
