import { describe, expect, it } from 'vitest'
import { isValidAt } from '../../src/array/block.js'
import { allocate, type Dtype, dtypes, type Element } from '../../src/base/dtype.js'
import { GridError, UsageError } from '../../src/base/errors.js'
import type { Json } from '../../src/base/json.js'
import type { Operator } from '../../src/base/promote.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { expr } from '../../src/ops/expr.js'
import { anyOp, conformOp } from '../conformance/conform-op.js'
import { inputOf, type OpInput, specOf } from '../conformance/op-case.js'
import { ready, runWindow } from '../conformance/op-run.js'
import { arithReference } from '../reference/arith.js'

const yx = (dtype: Dtype) => specOf(['y', 'x'], [19, 23], dtype)

conformOp(expr, [
  {
    name: 'a normalised difference of uint16, nodata',
    params: { tree: ['div', ['sub', '$0', '$1'], ['add', '$0', '$1']] },
    inputs: [inputOf(yx('uint16'), { invalid: 0.1, nodata: 0 }), inputOf(yx('uint16'), { seed: 2, invalid: 0.1, nodata: 0 })],
  },
  {
    name: 'the same in float32, a mask',
    params: { tree: ['float32', ['div', ['sub', '$0', '$1'], ['add', '$0', '$1']]] },
    inputs: [inputOf(yx('uint16'), { invalid: 0.1 }), inputOf(yx('uint16'), { seed: 2 })],
  },
  {
    name: 'uint16 * uint16, which int32 may not hold',
    params: { tree: ['mul', '$0', '$1'] },
    inputs: [inputOf(yx('uint16')), inputOf(yx('uint16'), { seed: 2, invalid: 0.1 })],
  },
  {
    name: 'bits of uint16, and a condition',
    params: { tree: ['where', ['and', ['eq', ['bitAnd', '$0', 8], 0], ['not', ['isIn', '$0', [3, 5, 65535]]]], '$1'] },
    inputs: [inputOf(yx('uint16'), { invalid: 0.1, nodata: 1 }), inputOf(yx('float32'), { seed: 2, invalid: 0.2, nodata: Number.NaN })],
  },
  {
    name: 'shifts of uint32 and int8',
    params: { tree: ['bitXor', ['shiftLeft', '$0', 3], ['shiftRight', '$1', 2]] },
    inputs: [inputOf(yx('uint32'), { invalid: 0.1 }), inputOf(yx('uint8'), { seed: 2, invalid: 0.1 })],
  },
  {
    name: 'functions of the module',
    params: { tree: ['add', ['pow', ['abs', ['sin', '$0']], 0.3], ['exp', ['min', ['log', '$1'], 2]]] },
    inputs: [inputOf(yx('float64'), { invalid: 0.1 }), inputOf(yx('int32'), { seed: 2, invalid: 0.1 })],
  },
  {
    name: 'what sees invalid pixels',
    params: { tree: ['add', ['isNa', '$0'], ['fillNa', '$1', 7]] },
    inputs: [inputOf(yx('float32'), { invalid: 0.3 }), inputOf(yx('int16'), { seed: 2, invalid: 0.3 })],
  },
  {
    name: 'a cube, a plane in another order of dims, a row',
    params: { tree: ['clip', ['sub', '$0', '$1'], '$2', 200] },
    inputs: [
      inputOf(specOf(['band', 'y', 'x'], [3, 7, 9], 'int16'), { invalid: 0.1 }),
      inputOf(specOf(['x', 'y'], [9, 7], 'uint8'), { seed: 2, invalid: 0.1 }),
      inputOf(specOf(['x'], [9], 'int8', { coords: {} }), { seed: 3, invalid: 0.1 }),
    ],
  },
  { name: 'int64', params: { tree: ['sub', 7, '$0'] }, inputs: [inputOf(yx('int64'), { invalid: 0.1, nodata: -1n })] },
])

/** Runs one operation over whole arrays. */
function compute(tree: Json, inputs: readonly OpInput[]) {
  const card = ready(anyOp(expr), { name: '', params: { tree }, inputs })
  return { out: card.out, ...runWindow(card, { start: card.out.shape.map(() => 0), stop: card.out.shape }) }
}

function edges(dtype: Dtype): Element[] {
  const { kind, min, max } = dtypes[dtype]
  if (typeof min === 'bigint') return [min, max as bigint, 0n, 1n, 3n, 9007199254740993n]
  if (kind === 'float')
    return [0, -0, 1, -1, 0.1, 3.3e38, -3.3e38, 1e-42, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, max as number]
  return [min, max as number, 0, 1, 2, Math.trunc((max as number) / 2), (max as number) - 1]
}

/** Two inputs whose pixels pair each of the dtypes' difficult values with each other. */
function pairs(a: Dtype, b: Dtype): [OpInput, OpInput] {
  const [left, right] = [edges(a), edges(b)]
  const shape = [left.length, right.length]
  const one = allocate(a, left.length * right.length)
  const two = allocate(b, left.length * right.length)
  for (let index = 0; index < one.length; index++) {
    one[index] = left[Math.floor(index / right.length)] as never
    two[index] = right[index % right.length] as never
  }
  const spec = (dtype: Dtype): ArraySpec => specOf(['y', 'x'], shape, dtype)
  return [
    { spec: spec(a), data: one, valid: null },
    { spec: spec(b), data: two, valid: null },
  ]
}

const names = Object.keys(dtypes) as Dtype[]
const operators: Operator[] = ['add', 'sub', 'mul', 'div']

describe('+ - * / give the bits of the definition', () => {
  it.each(names)('%s with every dtype, every operator', (a) => {
    for (const b of names) {
      for (const operator of operators) {
        const [one, two] = pairs(a, b)
        const { out, data, mask } = compute([operator, '$0', '$1'], [one, two])
        for (let index = 0; index < data.length; index++) {
          const expected = arithReference(operator, one.data[index] as Element, two.data[index] as Element, out.dtype)
          const what = `${a} ${one.data[index]} ${operator} ${b} ${two.data[index]} = ${out.dtype}`
          const found = mask[index] === 1 ? data[index] : undefined
          if (!Object.is(found, expected)) expect(found, what).toBe(expected)
        }
      }
    }
  })

  it.each(names)('%s with scalars on either side', (a) => {
    for (const scalar of [0, 1, -1, 3, 0.1, -2.5, 70000, 2147483647, -2147483648, 1e12, 1e300]) {
      for (const operator of operators) {
        for (const reversed of [false, true]) {
          const [one] = pairs(a, 'uint8')
          const { out, data, mask } = compute(reversed ? [operator, scalar, '$0'] : [operator, '$0', scalar], [one])
          const weak = out.dtype === 'float32' ? Math.fround(scalar) : scalar
          for (let index = 0; index < data.length; index++) {
            const operands = reversed ? [weak, one.data[index] as Element] : [one.data[index] as Element, weak]
            const expected = arithReference(operator, operands[0] as Element, operands[1] as Element, out.dtype)
            const found = mask[index] === 1 ? data[index] : undefined
            if (!Object.is(found, expected)) expect(found, `${operands[0]} ${operator} ${operands[1]} as ${out.dtype}`).toBe(expected)
          }
        }
      }
    }
  })

  it('is invalid where an operand is, whatever says so', () => {
    const [one, two] = [inputOf(yx('uint16'), { invalid: 0.3, nodata: 9 }), inputOf(yx('float32'), { seed: 3, invalid: 0.3 })]
    const { mask } = compute(['add', '$0', '$1'], [one, two])
    const expected = [...mask.keys()].map((index) => (isValidAt(one, index) && isValidAt(two, index) ? 1 : 0))
    expect([...mask]).toEqual(expected)
  })

  it('repeats dims that one array lacks', () => {
    const a = inputOf(specOf(['y', 'x'], [2, 3], 'uint8'))
    const b = inputOf(specOf(['time', 'y'], [4, 2], 'uint8'), { seed: 2 })
    const { out, data } = compute(['sub', '$0', '$1'], [a, b])
    expect([out.dims, out.shape]).toEqual([
      ['y', 'x', 'time'],
      [2, 3, 4],
    ])
    for (let index = 0; index < data.length; index++) {
      const [y, x, time] = [Math.floor(index / 12), Math.floor(index / 4) % 3, index % 4]
      expect(data[index]).toBe((a.data[y * 3 + x] as number) - (b.data[time * 2 + y] as number))
    }
  })
})

describe('expr infers', () => {
  const spec = yx('uint16')
  const parse = (tree: Json) => expr.parse({ tree })

  it('a plain, computed array', () => {
    const told = { ...spec, name: 'red', bands: [{ nodata: 0, scale: 0.1, offset: 1, unit: 'm', description: 'red' }], attrs: { a: 1 } }
    const out = expr.infer([told, { ...told, name: 'nir' }], parse(['sub', '$0', '$1']))
    expect(out).toMatchObject({ dtype: 'int32', moved: false, name: null, attrs: {}, geobox: spec.geobox })
    expect(out.bands).toEqual([{ nodata: null, scale: 1, offset: 0, unit: null, description: null }])
    expect(expr.infer([told], parse(['div', '$0', 2])).name).toBe('red')
  })

  it('the grid and labels that both arrays bring', () => {
    const column = specOf(['time', 'y'], [4, 19], 'uint8', { coords: { time: { kind: 'regular', start: 5, step: 1 } } })
    const out = expr.infer([column, spec], parse(['add', '$0', '$1']))
    expect(out.geobox).toEqual(spec.geobox)
    expect(out.coords).toEqual({ time: column.coords.time, y: { kind: 'affine' }, x: { kind: 'affine' } })
  })

  const moved = { ...spec, geobox: { ...spec.geobox!, affine: { ...spec.geobox!.affine, c: 500005 } } }
  const time = (labels: number[]) => specOf(['time'], [labels.length], 'uint8', { coords: { time: { kind: 'inline', labels } } })
  it.each<[string, ArraySpec, ArraySpec, string]>([
    ['grids', spec, moved, 'the second lies 0.5 px east, 0 px north of the first. The nearest common grid is 23 x 19 px'],
    ['CRSs', spec, { ...spec, geobox: { ...spec.geobox!, crs: null } }, 'CRS EPSG:32633 and an unknown CRS. Give both a CRS'],
    ['sizes', spec, specOf(['y', 'x'], [19, 22], 'uint8'), 'they begin at one corner, with 23 x 19 and 22 x 19 pixels'],
    ['extents', time([1, 2]), time([1, 2, 3]), 'have 2 and 3 along time'],
    ['labels', time([1, 2, 3]), time([1, 5, 3]), 'label 1 of time is 2 and 5'],
  ])('refuses other %s', (_, a, b, message) => {
    expect(() => expr.infer([a, b], parse(['add', '$0', '$1']))).toThrow(GridError)
    expect(() => expr.infer([a, b], parse(['add', '$0', '$1']))).toThrow(message)
  })

  it.each([
    [['modulo', '$0', 2], 'there is no function "modulo"; there are add, sub'],
    [['add', '$0'], 'add takes 2 operands, 1 were given'],
    [['add', '$0', 'red'], '"red" is no expression'],
    [['isIn', '$0', [1, 'a']], 'isIn takes a list of at most 1024 numbers'],
    [null, 'null is no expression'],
  ])('refuses %j', (tree, message) => {
    expect(() => parse(tree as Json)).toThrow(UsageError)
    expect(() => parse(tree as Json)).toThrow(message)
  })

  it('what is too long, and what is too deep', () => {
    const deep = Array.from({ length: 1300 }).reduce<Json>((tree) => ['neg', tree], '$0')
    expect(() => parse(deep)).toThrow('functions stand more than 1000 deep')
    const wide = Array.from({ length: 12 }).reduce<Json>((tree) => ['add', tree, tree], '$0')
    expect(() => parse(wide)).toThrow('more than 2000 functions')
  })
})
