import { describe, expect, it } from 'vitest'
import type { Dtype } from '../../src/base/dtype.js'
import { DtypeError, GridError, UsageError } from '../../src/base/errors.js'
import type { Json } from '../../src/base/json.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { concat } from '../../src/ops/concat.js'
import { anyOp, conformOp } from '../conformance/conform-op.js'
import { inputOf, type OpInput, specOf } from '../conformance/op-case.js'
import { ready, runWindow } from '../conformance/op-run.js'

const plane = (dtype: Dtype, seed: number, options = {}) => inputOf(specOf(['y', 'x'], [7, 9], dtype), { seed, ...options })
const moved = (spec: ArraySpec, x: number, y: number): ArraySpec => ({
  ...spec,
  geobox: { ...spec.geobox!, affine: { ...spec.geobox!.affine, c: spec.geobox!.affine.c + x, f: spec.geobox!.affine.f + y } },
})
const strip = (shape: number[], x: number, y: number, seed: number, options = {}) =>
  inputOf(moved(specOf(['y', 'x'], shape, 'uint16'), x, y), { seed, ...options })

conformOp(concat, [
  {
    name: 'stacked in time, nodata',
    params: { dim: 'time' },
    shift: [0],
    inputs: [1, 2, 3].map((seed) => plane('int16', seed, { invalid: 0.2, nodata: -1 })),
  },
  {
    name: 'stacked, validity in many forms',
    params: { dim: 'band' },
    shift: [0],
    inputs: [plane('uint8', 1), plane('uint8', 2, { invalid: 0.2 }), plane('uint8', 3, { invalid: 0.2, nodata: 4 })],
  },
  {
    name: 'bands',
    params: { dim: 'band' },
    shift: [0],
    inputs: [2, 1, 3].map((bands) =>
      inputOf(specOf(['band', 'y', 'x'], [bands, 5, 6], 'float32'), { seed: bands, invalid: 0.1, nodata: Number.NaN }),
    ),
  },
  {
    name: 'in the middle',
    params: { dim: 'time' },
    shift: [1, 0],
    inputs: [2, 3].map((times) => inputOf(specOf(['band', 'time', 'y', 'x'], [2, times, 4, 5], 'int64'), { seed: times, invalid: 0.2 })),
  },
  {
    name: 'side by side',
    params: { dim: 'x' },
    shift: [1, 0],
    inputs: [strip([6, 4], 0, 0, 1), strip([6, 1], 40, 0, 2, { invalid: 0.3 }), strip([6, 3], 50, 0, 3)],
  },
  {
    name: 'one above the other',
    params: { dim: 'y' },
    shift: [0, 1],
    inputs: [strip([4, 5], 0, 0, 1, { invalid: 0.2 }), strip([3, 5], 0, -40, 2)],
  },
  { name: 'one array', params: { dim: 'y' }, inputs: [plane('float64', 1)] },
])

describe('concat', () => {
  const infer = (inputs: readonly ArraySpec[], params: Json) => concat.infer(inputs, concat.parse(params))
  const spec = specOf(['y', 'x'], [7, 9], 'uint8')

  it('puts pixels one after another', () => {
    const inputs: OpInput[] = [plane('int16', 1), plane('int16', 2)]
    const card = ready(anyOp(concat), { name: '', params: { dim: 'time' }, inputs })
    const { data } = runWindow(card, { start: [0, 0, 0], stop: [2, 7, 9] })
    expect(card.out.dims).toEqual(['time', 'y', 'x'])
    expect([...data]).toEqual([...inputs[0]!.data, ...inputs[1]!.data])
  })

  it('demands only what a window touches, of 10,000 inputs as of 10', () => {
    const reads = (count: number): [number, number] => {
      const inputs = Array.from({ length: count }, () => spec)
      const params = concat.parse({ dim: 'time' })
      const state = concat.prepare(inputs, params, undefined as never)
      let touched = 0
      const starts = new Proxy(state.starts, {
        get(target, key) {
          touched++
          return Reflect.get(target, key, target)
        },
      })
      const untouchable = new Proxy(inputs, {
        get() {
          throw new Error('demand looked at the inputs')
        },
      })
      const middle = count / 2
      const demands = [...concat.demand({ start: [middle, 0, 0], stop: [middle + 3, 7, 9] }, untouchable, params, { ...state, starts })]
      expect(demands.map(([input]) => input)).toEqual([middle, middle + 1, middle + 2])
      expect(demands[0]?.[1]).toEqual({ start: [0, 0], stop: [7, 9] })
      return [demands.length, touched]
    }
    const [few, many] = [reads(10), reads(10_000)]
    expect(many[0]).toBe(few[0])
    // A binary search reads one start more for each doubling: 10 doublings from 10 to 10,000.
    expect(many[1]).toBeLessThanOrEqual(few[1] + 20)
  })

  it('runs a window of 10,000 inputs without looking at the others', () => {
    const inputs = Array.from({ length: 10_000 }, () => specOf(['x'], [2], 'uint8', { coords: {} }))
    const params = concat.parse({ dim: 'x' })
    const state = concat.prepare(inputs, params, undefined as never)
    const asked: number[] = []
    const out = { window: { start: [5000], stop: [5003] }, data: new Uint8Array(3), mask: new Uint8Array(3), valid: null }
    const get = (input: number) => {
      asked.push(input)
      return { window: { start: [0], stop: [2] }, data: Uint8Array.of(1, 2), valid: null }
    }
    concat.run(out, { get }, params, state, undefined as never)
    expect([asked, [...out.data]]).toEqual([
      [2500, 2501],
      [1, 2, 1],
    ])
  })

  it('joins bands, labels and grids', () => {
    const band = (nodata: number) => ({ nodata, scale: 1, offset: 0, unit: null, description: `b${nodata}` })
    const joined = infer(
      [
        { ...spec, bands: [band(1)] },
        { ...spec, bands: [band(2)] },
      ],
      { dim: 'band', labels: ['red', 'nir'] },
    )
    expect(joined.bands.map((entry) => entry.nodata)).toEqual([1, 2])
    expect(joined.coords.band).toEqual({ kind: 'inline', labels: ['red', 'nir'] })
    expect(joined.chunks).toEqual({ shape: [2, 7, 9], chunk: [1, 4, 5] })
    const side = infer([spec, moved(spec, 90, 0)], { dim: 'x' })
    expect([side.shape, side.geobox]).toEqual([[7, 18], { ...spec.geobox, width: 18 }])
    const cube = specOf(['time', 'y'], [2, 3], 'uint8')
    expect(infer([cube, { ...cube, coords: { time: { kind: 'regular', start: 10, step: 5 } } }], { dim: 'time' }).coords.time).toEqual({
      kind: 'inline',
      labels: [0, 1, 10, 15],
    })
  })

  it('drops a nodata that is not the same everywhere, but not scale and offset', () => {
    const band = { nodata: 0, scale: 1, offset: 0, unit: null, description: null }
    expect(
      infer(
        [
          { ...spec, bands: [band] },
          { ...spec, bands: [{ ...band, nodata: 255 }] },
        ],
        { dim: 'time' },
      ).bands[0]?.nodata,
    ).toBeNull()
    expect(() =>
      infer(
        [
          { ...spec, bands: [band] },
          { ...spec, bands: [{ ...band, scale: 2 }] },
        ],
        { dim: 'time' },
      ),
    ).toThrow('array 1 has scale 2, array 0 has 1; decode them first')
  })

  it('drops a unit that only some have, and refuses two', () => {
    const joined = (...units: (string | null)[]) =>
      infer(
        units.map((unit) => ({ ...spec, bands: [{ nodata: null, scale: 1, offset: 0, unit, description: null }] })),
        { dim: 'time' },
      ).bands[0]?.unit
    expect([joined('m', null, 'm'), joined(null, 'm'), joined('m', 'm')]).toEqual([null, null, 'm'])
    expect(() => joined('m', 'ft')).toThrow('array 1 is in ft, array 0 in m: multiply one of them')
  })

  it('takes thousands of labels where they are evenly spaced', () => {
    const inputs = Array.from({ length: 5000 }, () => spec)
    expect(infer(inputs, { dim: 'time', labels: inputs.map((_, index) => 3 + 2 * index), unit: 'd' }).coords.time).toEqual({
      kind: 'regular',
      start: 3,
      step: 2,
      unit: 'd',
    })
    const uneven = infer(inputs, { dim: 'time', labels: inputs.map((_, index) => index * index) }).coords.time
    expect(uneven).toMatchObject({ kind: 'inline' })
    const many = Array.from({ length: 65_537 }, () => spec)
    expect(() => infer(many, { dim: 'time', labels: many.map((_, index) => index * index) })).toThrow('at most 65536')
    expect(infer(inputs, { dim: 'time' }).coords.time).toBeUndefined()
  })

  it.each<[string, ArraySpec, new (message: string) => Error, string]>([
    ['dtype', specOf(['y', 'x'], [7, 9], 'int8'), DtypeError, 'array 2 is int8, array 0 is uint8; cast one with astype'],
    ['dims', specOf(['x', 'y'], [9, 7], 'uint8'), GridError, 'array 2 has dims x, y, array 0 has y, x'],
    ['grid', moved(spec, 5, 0), GridError, 'array 2 and array 0 lie on different grids: the second lies 0.5 px east'],
    ['size', specOf(['y', 'x'], [7, 8], 'uint8'), GridError, 'with 9 x 7 and 8 x 7 pixels'],
  ])('refuses another %s and says which array', (_, other, kind, message) => {
    expect(() => infer([spec, spec, other], { dim: 'time' })).toThrow(kind)
    expect(() => infer([spec, spec, other], { dim: 'time' })).toThrow(message)
  })

  it('refuses grids that do not continue each other', () => {
    expect(() => infer([spec, moved(spec, 100, 0)], { dim: 'x' })).toThrow(
      'array 1 does not continue the grid of the one before: it begins 1 pixels off',
    )
  })

  it('refuses nothing, and labels of another number', () => {
    expect(() => infer([], { dim: 'time' })).toThrow(UsageError)
    expect(() => infer([spec], { dim: 'time', labels: [1, 2] })).toThrow('2 labels given for 1 indices')
    expect(() => concat.parse({ labels: [1] })).toThrow('name the dim to join along')
  })
})
