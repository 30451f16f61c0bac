import { describe, expect, it } from 'vitest'
import type { ArraySpec } from '../../src/graph/spec.js'
import { plainBand } from '../../src/graph/spec.js'
import { unify } from '../../src/ops/unify.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { testKit } from '../kit.js'
import { type Held, runOp } from './run-op.js'

const declaring = (spec: ArraySpec, nodata: number | string | null): ArraySpec => ({
  ...spec,
  bands: spec.bands.map(() => ({ ...plainBand, nodata })),
})
const bands = (count: number) => specOf(['band', 'y', 'x'], [count, 7, 9], 'int16')

conformOp(unify, [
  { name: 'all, a nodata', params: { rule: 'all' }, inputs: [inputOf(declaring(bands(3), -1), { invalid: 0.3, nodata: -1 })] },
  { name: 'any, a nodata', params: { rule: 'any' }, inputs: [inputOf(declaring(bands(3), -1), { invalid: 0.6, nodata: -1 })] },
  { name: 'all, a mask', params: { dim: 'band', rule: 'all' }, inputs: [inputOf(bands(2), { seed: 3, invalid: 0.3 })] },
  {
    name: 'any, a mask over integers that declare nothing',
    params: { rule: 'any' },
    inputs: [inputOf(specOf(['band', 'y', 'x'], [2, 7, 9], 'uint8'), { seed: 4, invalid: 0.5, range: [0, 3] })],
  },
  {
    name: 'any, float32 of which NaN is nodata',
    params: { rule: 'any' },
    inputs: [inputOf(specOf(['band', 'y', 'x'], [3, 5, 6], 'float32'), { invalid: 0.5, nodata: Number.NaN })],
  },
  {
    name: 'any, int64, times before bands',
    params: { rule: 'any' },
    inputs: [
      inputOf(declaring(specOf(['time', 'band', 'y', 'x'], [2, 3, 4, 5], 'int64'), '-9007199254740993'), {
        invalid: 0.6,
        nodata: -9007199254740993n,
      }),
    ],
  },
  {
    name: 'all, bands last',
    params: { rule: 'all' },
    inputs: [inputOf(specOf(['y', 'x', 'band'], [6, 5, 3], 'float64'), { invalid: 0.3, nodata: Number.NaN })],
  },
  {
    name: 'any, bands last',
    params: { rule: 'any' },
    inputs: [inputOf(declaring(specOf(['y', 'x', 'band'], [6, 5, 3], 'uint16'), 0), { invalid: 0.6, nodata: 0 })],
  },
  {
    name: 'all times',
    params: { dim: 'time', rule: 'all' },
    inputs: [inputOf(specOf(['time', 'band', 'y', 'x'], [3, 2, 4, 5], 'uint8'), { invalid: 0.2 })],
  },
  { name: 'one band', params: { rule: 'any' }, inputs: [inputOf(declaring(bands(1), 7), { invalid: 0.3, nodata: 7 })] },
])

const kit = testKit(8)

/** Two bands of four pixels: both valid, the first only, the second only, neither. */
const pairs = (nodata: number | null, valid: Held['valid'], dtype: 'uint8' | 'float32' = 'uint8'): Held => {
  const spec = declaring(specOf(['band', 'y', 'x'], [2, 1, 4], dtype), nodata)
  const values = [1, 2, 9, 9, 5, 9, 7, 9]
  return { spec, data: dtype === 'uint8' ? Uint8Array.from(values) : Float32Array.from(values), valid }
}
const holes = Uint8Array.of(1, 1, 0, 0, 1, 0, 1, 0)

describe('unify', () => {
  it('all: a pixel is valid where all bands are, and the array declares what it did', () => {
    const { valid, spec } = runOp(kit, unify as never, { rule: 'all' }, pairs(9, { nodata: 9 }))
    expect(valid).toEqual(Uint8Array.of(1, 0, 0, 0, 1, 0, 0, 0))
    expect(spec.bands.map(({ nodata }) => nodata)).toEqual([9, 9])
  })

  it.each([
    ['its nodata value', pairs(9, { nodata: 9 }), [1, 2, 9, 5, 9, 7]],
    ['its nodata value, whatever stood under the mask', pairs(3, holes), [1, 2, 3, 5, 3, 7]],
    ['0 where it declares none', pairs(null, holes), [1, 2, 0, 5, 0, 7]],
    ['0 where it declares one that the dtype has not', pairs(-9999, holes), [1, 2, 0, 5, 0, 7]],
    ['a nodata value of floats', pairs(-0.5, holes, 'float32'), [1, 2, -0.5, 5, -0.5, 7]],
  ])('any: an invalid band of a valid pixel holds %s, and no nodata is declared', (_, input, expected) => {
    const { data, valid, spec } = runOp(kit, unify as never, { rule: 'any' }, input)
    expect(valid).toEqual(Uint8Array.of(1, 1, 1, 0, 1, 1, 1, 0))
    expect([...data].filter((_value, at) => at % 4 < 3)).toEqual(expected)
    expect(spec.bands.map(({ nodata }) => nodata)).toEqual([null, null])
    expect(spec.moved).toBe(true)
  })

  it('any: floats that declare no number stay invalid by themselves, as NaN is never valid', () => {
    const { valid, spec } = runOp(kit, unify as never, { rule: 'any' }, pairs(null, holes, 'float32'))
    expect([valid, spec.bands[0]?.nodata]).toEqual([holes, null])
  })

  it('says null where every pixel became valid', () => {
    expect(runOp(kit, unify as never, { rule: 'any' }, pairs(9, Uint8Array.of(1, 0, 1, 0, 0, 1, 1, 1))).valid).toBeNull()
  })

  it('demands all of the bands under a window of one', () => {
    const spec = bands(3)
    const params = unify.parse({ rule: 'all' })
    const state = unify.prepare([spec], params, undefined as never)
    const window = { start: [1, 2, 3], stop: [2, 4, 6] }
    expect([...unify.demand(window, [spec], params, state)]).toEqual([[0, { start: [0, 2, 3], stop: [3, 4, 6] }]])
  })

  it('tells the plan what was unified', () => {
    const told = (rule: string, spec: ArraySpec): readonly string[] => {
      const params = unify.parse({ rule })
      return unify.notes?.([spec], params, unify.prepare([spec], params, undefined as never)) ?? []
    }
    expect(told('all', bands(3))).toEqual(['validity unified over band: a pixel is valid where all 3 are'])
    expect(told('any', declaring(bands(3), -1))).toEqual([
      'validity unified over band: a pixel is valid where any of 3 is; what was invalid there becomes -1, a value like others',
    ])
    expect(told('any', specOf(['band', 'y', 'x'], [2, 3, 4], 'float32'))).toEqual([
      'validity unified over band: a pixel is valid where any of 2 is; NaN stays invalid',
    ])
  })

  it('refuses a rule or a dim that is none', () => {
    expect(() => unify.parse({})).toThrow('rule is missing; give "any" or "all"')
    expect(() => unify.parse({ rule: 'some' })).toThrow('give one of "any", "all"')
    expect(() => unify.parse({ rule: 'all', dim: 3 })).toThrow('name the dim to unify')
    expect(() => unify.infer([specOf(['y', 'x'], [2, 2], 'uint8')], { dim: 'band', rule: 'all' })).toThrow('there is no dim "band"')
  })
})
