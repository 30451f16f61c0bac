import { describe, expect, it } from 'vitest'
import type { Dtype } from '../../src/base/dtype.js'
import { DtypeError, UsageError } from '../../src/base/errors.js'
import type { Json } from '../../src/base/json.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { decode } from '../../src/ops/decode.js'
import { encode } from '../../src/ops/encode.js'
import { anyOp, conformOp } from '../conformance/conform-op.js'
import { inputOf, type OpInput, specOf } from '../conformance/op-case.js'
import { ready, runWindow } from '../conformance/op-run.js'
import { castReference } from '../reference/cast.js'

const band = (scale: number, offset: number, nodata: number | null = null) => ({ nodata, scale, offset, unit: 'K', description: null })
const yx = (dtype: Dtype, more: Partial<ArraySpec> = {}) => specOf(['y', 'x'], [13, 19], dtype, more)
const cube = (dtype: Dtype, dims = ['band', 'y', 'x']) =>
  specOf(
    dims,
    dims.map((dim) => ({ band: 3, y: 9, x: 11 })[dim] as number),
    dtype,
    { bands: [band(0.5, 1), band(0.0001, -0.1), band(1, 0)] },
  )

conformOp(decode, [
  {
    name: 'the Sentinel-2 offset',
    params: {},
    inputs: [inputOf(yx('uint16', { bands: [band(0.0001, -0.1, 0)] }), { invalid: 0.2, nodata: 0 })],
  },
  { name: 'bands that differ', params: {}, inputs: [inputOf(cube('int16'), { invalid: 0.2 })] },
  { name: 'bands that differ, last', params: {}, inputs: [inputOf(cube('int32', ['y', 'x', 'band']), { invalid: 0.2 })] },
  {
    name: 'said by hand',
    params: { scale: 2, offset: 10, dtype: 'float64' },
    inputs: [inputOf(yx('float32'), { invalid: 0.2, nodata: Number.NaN })],
  },
  { name: 'nothing to do', params: {}, inputs: [inputOf(yx('float32'))] },
])

conformOp(encode, [
  {
    name: 'to uint16',
    params: { dtype: 'uint16', scale: 0.0001, offset: -0.1, nodata: 0 },
    inputs: [inputOf(yx('float32'), { range: [-1, 8], invalid: 0.2 })],
  },
  {
    name: 'bands that differ',
    params: { dtype: 'int16', scale: [0.5, 2, 3], offset: [0, 1, 2], clamp: true },
    inputs: [inputOf(specOf(['band', 'y', 'x'], [3, 7, 9], 'float64'), { range: [-30000, 30000] })],
  },
  {
    name: 'nearest, from integers',
    params: { dtype: 'int64', scale: 2, rounding: 'nearest' },
    inputs: [inputOf(yx('int32'), { invalid: 0.2, nodata: -1 })],
  },
])

function compute(op: typeof decode | typeof encode, params: Json, input: OpInput) {
  const card = ready(anyOp(op as typeof decode), { name: '', params, inputs: [input] })
  return { out: card.out, ...runWindow(card, { start: card.out.shape.map(() => 0), stop: card.out.shape }) }
}

describe('decode', () => {
  it.each<Dtype>(['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'uint64', 'int64', 'float32', 'float64'])(
    '%s by band',
    (dtype) => {
      const input = inputOf(cube(dtype))
      const { data, out } = compute(decode, {}, input)
      const narrow = ['uint8', 'int8', 'uint16', 'int16', 'float32'].includes(dtype)
      expect(out.dtype).toBe(narrow ? 'float32' : 'float64')
      for (let index = 0; index < data.length; index++) {
        const { scale, offset } = input.spec.bands[Math.floor(index / 99)]!
        const exact = Number(input.data[index]) * scale + offset
        expect(data[index]).toBe(narrow ? Math.fround(exact) : exact)
      }
    },
  )

  it('leaves a plain physical array behind', () => {
    const { out } = compute(decode, {}, inputOf(yx('uint16', { bands: [band(0.1, 5, 7)] })))
    expect(out.bands).toEqual([{ nodata: null, scale: 1, offset: 0, unit: 'K', description: null }])
    expect(out.moved).toBe(false)
  })

  it('is nothing where there is nothing to do', () => {
    expect(decode.simplify([yx('float32')], decode.parse({}))).toBe('input')
    expect(decode.simplify([yx('uint8')], decode.parse({}))).toBeNull()
  })

  it.each<[Json, string]>([
    [{ scale: [1, 2] }, 'scale has 2 values; the array has 1 band'],
    [{ scale: 0 }, 'scale is 0'],
    [{ offset: 'x' }, 'give a finite number'],
    [{ dtype: 'uint8' }, 'dtype is "uint8"; give one of "float32", "float64", null'],
  ])('refuses %j', (params, message) => {
    expect(() => decode.infer([yx('uint16')], decode.parse(params))).toThrow(UsageError)
    expect(() => decode.infer([yx('uint16')], decode.parse(params))).toThrow(message)
  })
})

describe('encode', () => {
  it('gives the values of the definition', () => {
    const input = inputOf(yx('float64'), { range: [-10, 10] })
    for (const rounding of ['even', 'nearest'] as const) {
      for (const clamp of [false, true]) {
        const { data, mask } = compute(encode, { dtype: 'int8', scale: 0.05, offset: 1, rounding, clamp }, input)
        for (let index = 0; index < data.length; index++) {
          const expected = castReference(((input.data[index] as number) - 1) / 0.05, 'int8', rounding, clamp ? 'clamp' : 'invalid')
          expect(mask[index] === 1 ? data[index] : undefined).toBe(expected)
        }
      }
    }
  })

  it('undoes decode for every uint16', () => {
    const data = Uint16Array.from({ length: 65536 }, (_, index) => index)
    const stored: OpInput = { spec: specOf(['x'], [65536], 'uint16', { bands: [band(0.0001, -0.1)] }), data, valid: null }
    const physical = compute(decode, {}, stored)
    const back = compute(encode, { dtype: 'uint16', scale: 0.0001, offset: -0.1 }, { spec: physical.out, data: physical.data, valid: null })
    expect(Buffer.compare(Buffer.from(back.data.buffer), Buffer.from(data.buffer))).toBe(0)
    expect(back.mask.includes(0)).toBe(false)
  })

  it('says in the bands what it did', () => {
    const { out } = compute(encode, { dtype: 'int16', scale: 0.01, offset: 3, nodata: -32768 }, inputOf(yx('float32')))
    expect(out.bands).toEqual([{ nodata: -32768, scale: 0.01, offset: 3, unit: null, description: null }])
  })

  it('refuses stored values, floats and nodata that does not fit', () => {
    expect(() => encode.infer([yx('uint16', { bands: [band(0.1, 0)] })], encode.parse({ dtype: 'int16' }))).toThrow(DtypeError)
    expect(() => encode.parse({ dtype: 'float32' })).toThrow('give an integer dtype')
    expect(() => encode.parse({ dtype: 'uint8', nodata: -1 })).toThrow('nodata -1 is no uint8; give a whole number from 0 to 255')
  })
})
