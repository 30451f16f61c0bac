import { describe, expect, it } from 'vitest'
import type { Validity } from '../../src/array/block.js'
import type { Dtype, TypedArray } from '../../src/base/dtype.js'
import { DtypeError, UsageError } from '../../src/base/errors.js'
import type { Json } from '../../src/base/json.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { store } from '../../src/ops/store.js'
import { anyOp, conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { ready, runWindow, sharedKit } from '../conformance/op-run.js'

const yx = (dtype: Dtype, more: Partial<Omit<ArraySpec, 'geobox'>> = {}) => specOf(['y', 'x'], [13, 19], dtype, more)
const band = (nodata: number | null) => ({ nodata, scale: 1, offset: 0, unit: null, description: null })
const cube = (dims: string[]) =>
  specOf(
    dims,
    dims.map((dim) => ({ band: 3, y: 9, x: 11 })[dim] as number),
    'uint8',
    { moved: false },
  )

conformOp(store, [
  {
    name: 'the nodata that it came with',
    params: { nodata: 0 },
    inputs: [inputOf(yx('uint16', { bands: [band(0)] }), { invalid: 0.2, nodata: 0 })],
  },
  {
    name: 'another nodata, computed',
    params: { nodata: 5 },
    inputs: [inputOf(yx('uint8', { moved: false }), { invalid: 0.2, nodata: 0, range: [0, 9] })],
  },
  { name: 'a mask, NaN', params: { nodata: 'NaN' }, inputs: [inputOf(yx('float32'), { invalid: 0.2 })] },
  { name: 'no nodata', params: { nodata: null }, inputs: [inputOf(yx('int64'), { invalid: 0.2 })] },
  {
    name: 'bands that differ',
    params: { nodata: [1, null, 7] },
    inputs: [inputOf(cube(['band', 'y', 'x']), { invalid: 0.2, range: [0, 9] })],
  },
  {
    name: 'bands that differ, last, masked',
    params: { nodata: [1, 2, 7], clash: 'mask' },
    inputs: [inputOf(cube(['y', 'x', 'band']), { range: [0, 9] })],
  },
  { name: 'clashes masked', params: { nodata: 3, clash: 'mask' }, inputs: [inputOf(yx('int16'), { invalid: 0.1, range: [-9, 9] })] },
  { name: 'clashes kept', params: { nodata: 3 }, inputs: [inputOf(yx('int16', { bands: [band(3)] }), { invalid: 0.1, range: [-9, 9] })] },
  {
    name: 'floats that are zero',
    params: { nodata: 0 },
    inputs: [inputOf(yx('float64', { moved: false }), { invalid: 0.1, range: [0, 1] })],
  },
])

function compute(spec: ArraySpec, params: Json, data: TypedArray, valid: Validity) {
  sharedKit().counters.clear()
  const card = ready(anyOp(store), { name: '', params, inputs: [{ spec, data, valid }] })
  const result = runWindow(card, { start: spec.shape.map(() => 0), stop: spec.shape })
  return { out: card.out, counts: Object.fromEntries(sharedKit().counters), ...result }
}

const row = (dtype: Dtype, length: number, more: Partial<Omit<ArraySpec, 'geobox'>> = {}) => specOf(['y', 'x'], [1, length], dtype, more)

describe('store', () => {
  it('writes nodata under invalid pixels, whatever stood there', () => {
    const { data, mask, out } = compute(row('int16', 3), { nodata: -5 }, Int16Array.of(1, 2, 3), Uint8Array.of(1, 0, 1))
    expect([...data]).toEqual([1, -5, 3])
    expect([...mask]).toEqual([1, 0, 1])
    expect(out.bands[0]?.nodata).toBe(-5)
  })

  it('writes 0 where a band has no nodata, and one NaN for all', () => {
    expect([...compute(row('float32', 2), { nodata: null }, Float32Array.of(1, 2), Uint8Array.of(1, 0)).data]).toEqual([1, 0])
    const bits = new Float64Array(new BigUint64Array([0xfff8000000000123n, 0x3ff0000000000000n]).buffer)
    const { data } = compute(row('float64', 2), { nodata: 'NaN' }, bits, { nodata: Number.NaN })
    expect(new BigUint64Array(data.buffer)[0]).toBe(0x7ff8000000000000n)
  })

  it('turns one nodata into another', () => {
    const { data, mask } = compute(row('uint8', 4), { nodata: 255 }, Uint8Array.of(0, 7, 0, 9), { nodata: 0 })
    expect([...data]).toEqual([255, 7, 255, 9])
    expect([...mask]).toEqual([0, 1, 0, 1])
  })

  const computed = { moved: false }
  it.each<[Dtype, number, TypedArray, (number | bigint)[]]>([
    ['uint8', 0, Uint8Array.of(0, 1, 2), [1, 1, 2]],
    ['uint8', 255, Uint8Array.of(255, 254), [254, 254]],
    ['int16', -32768, Int16Array.of(-32768, 5), [-32767, 5]],
    ['int32', 7, Int32Array.of(7, 8), [6, 8]],
    ['int64', 7, BigInt64Array.of(7n, 8n), [6n, 8n]],
    ['uint64', 0, BigUint64Array.of(0n, 8n), [1n, 8n]],
    ['float32', -9999, Float32Array.of(-9999, 1), [-9999.0009765625, 1]],
    ['float64', 0, Float64Array.of(0, -0), [-5e-324, -5e-324]],
    ['float64', 1, Float64Array.of(1), [1 - Number.EPSILON / 2]],
  ])('moves a computed %s that equals nodata %d by one', (dtype, nodata, data, expected) => {
    const result = compute(row(dtype, data.length, computed), { nodata }, data, null)
    expect([...result.data]).toEqual(expected)
    expect(result.mask.includes(0)).toBe(false)
    expect(result.counts.nudged).toBe([...data].filter((value) => Number(value) === nodata).length)
  })

  it('moves nothing where validity was told by the same nodata', () => {
    const { data, counts } = compute(row('uint8', 3, computed), { nodata: 0 }, Uint8Array.of(0, 1, 2), { nodata: 0 })
    expect([[...data], counts]).toEqual([[0, 1, 2], {}])
  })

  it('stops where a pixel of a source equals a new nodata, and says which', () => {
    const spec = specOf(['y', 'x'], [2, 3], 'uint8')
    const attempt = () => compute(spec, { nodata: 9 }, Uint8Array.of(9, 1, 2, 3, 4, 9), Uint8Array.of(0, 1, 1, 1, 1, 1))
    expect(attempt).toThrow(UsageError)
    expect(attempt).toThrow(
      "the pixel at y 1, x 2 is valid, but its value 9 is the nodata value to be written, and it would be lost: choose another nodata value, one that no pixel has (assignNodata), or a wider dtype (astype), or say what becomes of such pixels with onNodataClash 'nudge'",
    )
  })

  it('leaves pixels of a source that equal the nodata they came with, and counts them', () => {
    const { data, mask, counts } = compute(
      row('uint8', 3, { bands: [band(9)] }),
      { nodata: 9 },
      Uint8Array.of(9, 1, 9),
      Uint8Array.of(1, 1, 0),
    )
    expect([[...data], [...mask], counts]).toEqual([[9, 1, 9], [1, 1, 0], { clashed: 1 }])
  })

  it('does what it is told about clashes', () => {
    const spec = row('uint8', 3)
    const run = (clash: string) => compute(spec, { nodata: 9, clash }, Uint8Array.of(9, 1, 2), null)
    expect([...run('nudge').data]).toEqual([8, 1, 2])
    expect([...run('mask').mask]).toEqual([0, 1, 1])
    expect(() => run('error')).toThrow(UsageError)
    expect(() => compute({ ...spec, moved: false }, { nodata: 9, clash: 'error' }, Uint8Array.of(9, 1, 2), null)).toThrow(UsageError)
  })

  it('keeps to each band its own nodata', () => {
    const spec = specOf(['band', 'x'], [2, 3], 'uint8', computed)
    const { data, mask, counts } = compute(spec, { nodata: [1, 2] }, Uint8Array.of(1, 2, 3, 1, 2, 3), Uint8Array.of(1, 1, 0, 1, 1, 0))
    expect([...data]).toEqual([0, 2, 1, 1, 1, 2])
    expect([...mask]).toEqual([1, 1, 0, 1, 1, 0])
    expect(counts).toEqual({ nudged: 2 })
  })

  it('refuses nodata that the dtype cannot hold', () => {
    expect(() => store.infer([yx('uint8')], store.parse({ nodata: -9999 }))).toThrow(DtypeError)
    expect(() => store.infer([yx('uint8')], store.parse({ nodata: -9999 }))).toThrow('nodata -9999 cannot be stored as uint8')
  })
})

describe('what is told beforehand', () => {
  const told = (spec: ArraySpec, params: Json): readonly string[] => {
    const card = ready(anyOp(store), { name: '', params, inputs: [inputOf(spec)] })
    return card.op.notes?.(card.specs, card.params, card.state) ?? []
  }

  it('a new nodata of moved whole numbers may stop the run', () => {
    expect(told(yx('uint8'), { nodata: 255 })).toEqual([
      expect.stringMatching(/written as 255, .*stops the run.*assignNodata.*onNodataClash/),
    ])
  })

  it('nothing else does', () => {
    expect(told(yx('uint8', { moved: false }), { nodata: 255 })).toEqual([])
    expect(told(yx('uint8', { bands: [band(255)] }), { nodata: 255 })).toEqual([])
    expect(told(yx('uint8'), { nodata: 255, clash: 'mask' })).toEqual([])
    expect(told(yx('uint8'), { nodata: null })).toEqual([])
    expect(told(yx('float32'), { nodata: 'NaN' })).toEqual([])
  })
})
