import { describe, expect, it } from 'vitest'
import { allocate, type Dtype, dtypes, type Element } from '../../src/base/dtype.js'
import { DtypeError } from '../../src/base/errors.js'
import type { Json } from '../../src/base/json.js'
import { isLossless } from '../../src/base/promote.js'
import { astype } from '../../src/ops/astype.js'
import { anyOp, conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { ready, runWindow } from '../conformance/op-run.js'
import { castReference } from '../reference/cast.js'

const yx = (dtype: Dtype) => specOf(['y', 'x'], [13, 19], dtype)
const cube = (dtype: Dtype) => specOf(['band', 'y', 'x'], [2, 9, 11], dtype)

conformOp(astype, [
  { name: 'uint8 to uint16', params: { dtype: 'uint16' }, inputs: [inputOf(yx('uint8'), { invalid: 0.2, nodata: 0 })] },
  {
    name: 'float32 to int16',
    params: { dtype: 'int16', rounding: 'nearest', overflow: 'invalid' },
    inputs: [inputOf(cube('float32'), { invalid: 0.2, range: [-40000, 40000] })],
  },
  {
    name: 'float64 to float32',
    params: { dtype: 'float32', rounding: 'even' },
    inputs: [inputOf(yx('float64'), { invalid: 0.2, nodata: -9999 })],
  },
  { name: 'int64 to uint8', params: { dtype: 'uint8', overflow: 'clamp' }, inputs: [inputOf(cube('int64'), { invalid: 0.2 })] },
  {
    name: 'uint64 to float32',
    params: { dtype: 'float32', rounding: 'nearest' },
    inputs: [inputOf(yx('uint64'), { invalid: 0.2, nodata: 3n })],
  },
  { name: 'the same dtype', params: { dtype: 'int32' }, inputs: [inputOf(yx('int32'), { invalid: 0.2 })] },
])

const awkward: number[] = [
  0, -0, 0.5, -0.5, 1.5, 2.5, -1.5, -2.5, 0.49999997, 126.5, 127.5, 128, 254.5, 255.5, 256, -128.5, -129, 32767.5, 65535.5, 70000,
  2147483647.5,
]
const far: number[] = [
  4294967296,
  9.3e18,
  1.9e19,
  -9.3e18,
  3.5e38,
  -3.5e38,
  3.4028235677973366e38,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  16777217,
  9007199254740994,
]
const wide: bigint[] = [
  0n,
  1n,
  127n,
  128n,
  255n,
  256n,
  65536n,
  16777217n,
  16777219n,
  9007199254740993n,
  9223372036854775807n,
  1152921573326323713n,
]

function elements(dtype: Dtype): Element[] {
  const { kind, min, max } = dtypes[dtype]
  if (typeof min === 'bigint') return [...wide, min, max as bigint]
  if (kind === 'float') return [...awkward, ...far]
  return [min, max, 0, 1, ...awkward.map(Math.round).filter((value) => value >= (min as number) && value <= (max as number))]
}

function cast(from: Dtype, values: readonly Element[], params: Json) {
  const data = allocate(from, values.length)
  for (const [index, value] of values.entries()) data[index] = value as never
  const card = ready(anyOp(astype), { name: '', params, inputs: [{ spec: specOf(['x'], [values.length], from), data, valid: null }] })
  return { ...runWindow(card, { start: [0], stop: card.out.shape }), source: data }
}

const names = Object.keys(dtypes) as Dtype[]

describe('astype gives the values of the definition', () => {
  it.each(names)('from %s to every dtype', (from) => {
    for (const dtype of names) {
      for (const rounding of ['nearest', 'even', 'floor', 'trunc'] as const) {
        for (const overflow of ['clamp', 'invalid', null] as const) {
          const floaty = dtypes[dtype].kind === 'float'
          if (!isLossless(from, dtype) && (floaty ? rounding === 'floor' || rounding === 'trunc' : overflow === null)) continue
          const { data, mask, source } = cast(from, elements(from), { dtype, rounding, overflow })
          for (let index = 0; index < source.length; index++) {
            const expected = castReference(source[index] as Element, dtype, rounding, overflow)
            const what = `${from} ${source[index]} to ${dtype}, ${rounding}, ${overflow}`
            const found = mask[index] === 1 ? data[index] : undefined
            if (!Object.is(found, expected)) expect(found, what).toBe(expected)
          }
        }
      }
    }
  })

  it('keeps 64-bit integers exact', () => {
    expect([...cast('uint64', [9007199254740993n, 2n ** 63n], { dtype: 'int64', overflow: 'invalid' }).mask]).toEqual([1, 0])
    expect(cast('uint64', [9007199254740993n], { dtype: 'int64', overflow: 'clamp' }).data[0]).toBe(9007199254740993n)
  })
})

describe('astype infers', () => {
  const infer = (from: Dtype, params: Json, more: object = {}) => astype.infer([{ ...yx(from), ...more }], astype.parse(params))

  it.each<[Dtype, Json, string]>([
    ['float64', { dtype: 'uint8' }, "rounding ('nearest', 'even', 'floor' or 'trunc') and overflow ('clamp' or 'invalid')"],
    ['float32', { dtype: 'int16', rounding: 'even' }, 'give overflow'],
    ['uint16', { dtype: 'uint8' }, 'uint16 to uint8 can lose values. Say how: give overflow'],
    ['int8', { dtype: 'uint64' }, 'give overflow'],
    ['float64', { dtype: 'float32' }, "give rounding ('nearest')"],
    ['int32', { dtype: 'float32', rounding: 'floor' }, 'is for integers'],
  ])('refuses %s to %j', (from, params, message) => {
    expect(() => infer(from, params)).toThrow(DtypeError)
    expect(() => infer(from, params)).toThrow(message)
  })

  it('keeps nodata that fits, and scale and offset always', () => {
    const bands = [{ nodata: -9999, scale: 0.1, offset: 2, unit: 'K', description: 'x' }]
    expect(infer('int16', { dtype: 'int32' }, { bands }).bands).toEqual(bands)
    expect(infer('int16', { dtype: 'uint8', overflow: 'clamp' }, { bands }).bands).toEqual([{ ...bands[0], nodata: null }])
  })

  it('calls rounded and clamped pixels computed', () => {
    expect(infer('uint8', { dtype: 'float32' }).moved).toBe(true)
    expect(infer('uint16', { dtype: 'uint8', overflow: 'invalid' }).moved).toBe(true)
    expect(infer('uint16', { dtype: 'uint8', overflow: 'clamp' }).moved).toBe(false)
    expect(infer('float32', { dtype: 'int32', rounding: 'nearest', overflow: 'invalid' }).moved).toBe(false)
  })
})
