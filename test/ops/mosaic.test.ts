import { describe, expect, it } from 'vitest'
import { fullWindow, shapeOf } from '../../src/array/window.js'
import { type Dtype, dtypes, type Element } from '../../src/base/dtype.js'
import type { OpDef } from '../../src/graph/op.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { type MosaicMethod, mosaicMethods } from '../../src/ops/mosaic/params.js'
import { mosaic } from '../../src/ops/mosaic.js'
import { anyOp, conformOp } from '../conformance/conform-op.js'
import { inputOf, type OpInput, type PixelOptions, specOf } from '../conformance/op-case.js'
import { ready, runWindow } from '../conformance/op-run.js'
import { random } from '../conformance/random.js'
import { merged, valuesAt } from '../reference/mosaic.js'

/** A plane (or bands) whose first pixel is the mosaic's lattice's (column, row). */
function at(column: number, row: number, shape: readonly number[], dtype: Dtype, options: PixelOptions = {}): OpInput {
  const spec = specOf(shape.length === 3 ? ['band', 'y', 'x'] : ['y', 'x'], shape, dtype)
  const affine = { ...spec.geobox!.affine, c: spec.geobox!.affine.c + column * 10, f: spec.geobox!.affine.f - row * 10 }
  return inputOf({ ...spec, geobox: { ...spec.geobox!, affine } }, { seed: 1 + column * 31 + row * 7 + shape.length, ...options })
}

const box = (column: number, row: number, width: number, height: number) => {
  const { geobox } = at(column, row, [height, width], 'uint8').spec
  return geobox as never
}

/** Inputs over, beside and inside each other, with all forms of validity, and a gap. */
function layered(dtype: Dtype, bands: readonly number[] = []): OpInput[] {
  const nodata = (dtype.endsWith('64') && dtype !== 'float64' ? 5n : 5) as Element
  return [
    at(2, 1, [...bands, 6, 7], dtype, { invalid: 0.3 }),
    at(0, 0, [...bands, 4, 5], dtype, { invalid: 0.3, nodata }),
    at(4, 3, [...bands, 5, 6], dtype),
    at(5, 4, [...bands, 1, 1], dtype, { seed: 9 }),
    at(12, 7, [...bands, 3, 2], dtype, { invalid: 0.5 }),
  ]
}
const layeredPlaces = [
  [2, 1],
  [0, 0],
  [4, 3],
  [5, 4],
  [12, 7],
] as const

const still = { shift: [0, 0] }
conformOp(mosaic, [
  ...mosaicMethods.map((method) => ({ name: `${method} of int16`, params: { method }, inputs: layered('int16'), ...still })),
  ...(['uint8', 'uint64', 'int64', 'float32', 'float64'] as const).flatMap((dtype) =>
    (['min', 'mean'] as const).map((method) => ({ name: `${method} of ${dtype}`, params: { method }, inputs: layered(dtype), ...still })),
  ),
  { name: 'bands', params: { method: 'last' }, inputs: layered('uint16', [3]), shift: [1, 0, 0] },
  { name: 'a grid that is wider', params: { method: 'first', geobox: box(-3, -2, 20, 15) }, inputs: layered('uint16'), ...still },
  { name: 'a grid that is a part', params: { method: 'max', geobox: box(3, 2, 5, 4) }, inputs: layered('int32'), ...still },
  { name: 'one array', params: { method: 'mean' }, inputs: [at(0, 0, [5, 6], 'uint16', { invalid: 0.2 })], ...still },
])

/** Every pixel of a mosaic against the definition. */
function equalsDefinition(
  method: MosaicMethod,
  inputs: readonly OpInput[],
  places: readonly (readonly [number, number])[],
  geobox: unknown = null,
): void {
  const card = ready(anyOp(mosaic as unknown as OpDef), { name: '', params: { method, geobox } as never, inputs })
  const { data, mask } = runWindow(card, fullWindow(card.out.shape)) as unknown as { data: ArrayLike<Element>; mask: Uint8Array }
  const [height, width] = card.out.shape.slice(-2) as [number, number]
  const planes = data.length / (width * height)
  for (let index = 0; index < planes * width * height; index++) {
    const [x, y, plane] = [index % width, Math.floor(index / width) % height, Math.floor(index / width / height)]
    const expected = merged(method, (inputs[0] as OpInput).spec.dtype, valuesAt(inputs, places, plane, y, x))
    const got = mask[index] === 0 ? null : data[index]
    if (!Object.is(got, expected)) throw new Error(`${method} at ${plane}, ${y}, ${x}: ${got} instead of ${expected}`)
  }
}

describe('mosaic', () => {
  it.each(Object.keys(dtypes) as Dtype[])('of %s is what its definition says, of every method', (dtype) => {
    for (const method of mosaicMethods) {
      equalsDefinition(method, layered(dtype), layeredPlaces)
      equalsDefinition(method, layered(dtype, [2]), layeredPlaces)
    }
  })

  it('has vectors and tails of all lengths', () => {
    for (const dtype of ['uint8', 'int16', 'uint32', 'float32', 'float64', 'int64'] as const) {
      for (const width of [1, 2, 3, 4, 7, 8, 15, 16, 17, 33, 65]) {
        const inputs = [0, 1, 2].map((seed) => at(0, 0, [2, width], dtype, { seed, invalid: 0.4 }))
        for (const method of mosaicMethods) equalsDefinition(method, inputs, [[0, 0], [0, 0], [0, 0]]) // biome-ignore format: three places
      }
    }
  })

  it('keeps the bits of 64-bit integers, and their mean exact at both ends', () => {
    const ends = { int64: [-(2n ** 63n), 2n ** 63n - 1n], uint64: [0n, 2n ** 64n - 1n] } as const
    for (const dtype of ['int64', 'uint64'] as const) {
      const inputs = [1, 2, 3, 4, 5].map((seed) => at(0, 0, [8, 9], dtype, { seed, invalid: 0.2 }))
      const { int } = random(4)
      for (const { data } of inputs)
        for (let i = 0; i < data.length; i++) data[i] = (ends[dtype][int(0, 2)]! + BigInt(int(0, 3) - 1)) as never
      for (const method of mosaicMethods)
        equalsDefinition(
          method,
          inputs,
          inputs.map(() => [0, 0] as const),
        )
    }
  })

  it('makes an invalid pixel of infinities that cancel, and takes -0 as the lesser zero', () => {
    const plane = (values: number[]) => ({ ...at(0, 0, [1, values.length], 'float32'), data: Float32Array.from(values), valid: null })
    const inputs = [plane([Number.POSITIVE_INFINITY, 0, -0, 3e38]), plane([Number.NEGATIVE_INFINITY, -0, 0, 3e38])]
    for (const method of mosaicMethods) equalsDefinition(method, inputs, [[0, 0], [0, 0]]) // biome-ignore format: two places
  })

  it('spreads over the union of its inputs, or over the grid that is given', () => {
    const infer = (params: object): ArraySpec =>
      mosaic.infer(
        layered('uint16').map(({ spec }) => spec),
        mosaic.parse(params as never),
      )
    expect(infer({ method: 'first' }).geobox).toMatchObject({ width: 14, height: 10, affine: { a: 10, c: 500000, f: 5000000 } })
    expect(infer({ method: 'first', geobox: box(-3, -2, 20, 15) }).shape).toEqual([15, 20])
    expect(infer({ method: 'count' })).toMatchObject({ dtype: 'uint32', moved: false, bands: [{ nodata: null }] })
    equalsDefinition(
      'mean',
      layered('int8'),
      layeredPlaces.map(([x, y]) => [x + 3, y + 2] as const),
      box(-3, -2, 20, 15),
    )
  })

  it('keeps what bands say alike, and drops a nodata value that differs', () => {
    const specs = layered('uint16').map(({ spec }) => spec)
    const withNodata = (nodata: readonly (number | null)[]) =>
      mosaic.infer(
        specs.map((spec, index) => ({ ...spec, bands: [{ ...spec.bands[0]!, nodata: nodata[index % nodata.length]! }] })),
        mosaic.parse({ method: 'first' }),
      ).bands[0]?.nodata
    expect([withNodata([0]), withNodata([0, 1]), withNodata([null, 0])]).toEqual([0, null, null])
  })

  it('knows whether its inputs leave gaps', () => {
    const kept = (inputs: readonly OpInput[], params: object = {}) =>
      mosaic.keepsValid?.(
        inputs.map(({ spec }) => spec),
        mosaic.parse({ method: 'last', ...params } as never),
      )
    const quarters = [at(0, 0, [3, 4], 'uint8'), at(4, 0, [3, 2], 'uint8'), at(0, 3, [2, 5], 'uint8'), at(5, 3, [2, 1], 'uint8')]
    expect(kept(quarters)).toBe(true)
    expect(kept([...quarters.slice(0, 3), at(5, 4, [1, 1], 'uint8')])).toBe(false)
    expect(kept(quarters, { geobox: box(0, 0, 7, 5) })).toBe(false)
    expect(kept(quarters, { geobox: box(1, 1, 4, 3) })).toBe(true)
    expect(kept(layered('uint8'), { method: 'count' })).toBe(true)
  })

  it('is its only input where that is all of it', () => {
    const only = [at(3, 4, [5, 6], 'uint8').spec]
    const simpler = (params: object) => mosaic.simplify(only, mosaic.parse(params as never))
    expect([simpler({ method: 'mean' }), simpler({ method: 'count' }), simpler({ method: 'first', geobox: box(3, 4, 6, 6) })]).toEqual([
      'input',
      null,
      null,
    ])
  })
})

describe('a mosaic of 10,000 inputs', () => {
  const side = 100
  const inputs = Array.from(
    { length: side * side },
    (_, index) => at((index % side) * 10, Math.floor(index / side) * 10, [12, 12], 'uint8').spec,
  )
  const params = mosaic.parse({ method: 'first' })
  const state = mosaic.prepare(inputs, params, undefined as never)

  /** Demand of a window, and how many numbers of the index it read. */
  function demandOf(of: typeof state, start: readonly number[], stop: readonly number[]) {
    let touched = 0
    const counted = new Proxy(of.tree.boxes, {
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
    const demands = [...mosaic.demand({ start, stop }, untouchable, params, { ...of, tree: { ...of.tree, boxes: counted } })]
    return { demands, touched }
  }

  it('demands what a window touches, in order, and reads little of the index for it', () => {
    const { demands, touched } = demandOf(state, [505, 505], [507, 507])
    expect(demands).toEqual([[5050, { start: [5, 5], stop: [7, 7] }]])
    const few = inputs.slice(0, 100)
    const small = demandOf(mosaic.prepare(few, params, undefined as never), [5, 505], [7, 507])
    expect(small.demands.map(([input]) => input)).toEqual([50])
    // Sixteen boxes a level, two levels more; boxes of the curve overlap a little.
    expect(touched).toBeLessThan(small.touched + 16 * 4 * 8)
    expect(demandOf(state, [0, 0], [1002, 1002]).demands.map(([input]) => input)).toEqual(inputs.map((_, index) => index))
    expect(demandOf(state, [-90, -90], [0, 0]).demands).toEqual([])
  })

  it('finds what looking at every rectangle finds', () => {
    const { int } = random(3)
    for (let turn = 0; turn < 200; turn++) {
      const [y, x] = [int(-20, 1000), int(-20, 1000)]
      const window = { start: [y, x], stop: [y + int(1, 60), x + int(1, 60)] }
      const found = [...mosaic.demand(window, inputs, params, state)].map(([input]) => input)
      const all = inputs.flatMap((_, input) => {
        const [left, top] = [(input % side) * 10, Math.floor(input / side) * 10]
        const apart = left >= window.stop[1]! || top >= window.stop[0]! || left + 12 <= x || top + 12 <= y
        return apart ? [] : [input]
      })
      expect(found).toEqual(all)
    }
  })

  it('is described and indexed in a moment, in the bytes that it says', () => {
    const start = performance.now()
    const spec = mosaic.infer(inputs, params)
    mosaic.prepare(inputs, params, undefined as never)
    // Some 60 ms; a quadratic one would take minutes.
    expect(performance.now() - start).toBeLessThan(3000)
    expect(spec.shape).toEqual([1002, 1002])
    const { rectangles, tree } = state
    expect(rectangles.byteLength + tree.boxes.byteLength + tree.refs.byteLength).toBeLessThan(mosaic.stateBytes(inputs, params))
    expect(shapeOf([...mosaic.demand({ start: [0, 0], stop: [9, 9] }, inputs, params, state)][0]![1])).toEqual([9, 9])
  })
})
