import { describe, expect, it } from 'vitest'
import { cumulate } from '../../src/ops/cumulate.js'
import { take } from '../../src/ops/take.js'
import { transpose } from '../../src/ops/transpose.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'

const cube = specOf(['time', 'y', 'x'], [5, 9, 11], 'int16')
const { geobox } = cube
const grid = geobox as never

conformOp(take, [
  {
    name: 'a shift in time, nodata',
    params: { dim: 'time', parts: [{ blank: 2 }, { start: 0, count: 3, step: 1 }], geobox: grid },
    inputs: [inputOf(cube, { invalid: 0.1, nodata: 0 })],
    shift: [0, 1, 1],
  },
  {
    name: 'a shift along x, a mask',
    params: { dim: 'x', parts: [{ start: 3, count: 8, step: 1 }, { blank: 3 }], geobox: grid },
    inputs: [inputOf(cube, { invalid: 0.1 })],
    shift: [1, 1, 0],
  },
  {
    name: 'any order, steps, repeats',
    params: {
      dim: 'time',
      parts: [
        { start: 4, count: 3, step: -2 },
        { start: 1, count: 1, step: 1 },
        { start: 1, count: 2, step: 0 },
      ],
    },
    inputs: [inputOf(cube, { invalid: 0.1 })],
    shift: [0, 1, 1],
  },
  {
    name: 'every third column, all valid',
    params: { dim: 'x', parts: [{ start: 1, count: 3, step: 3 }] },
    inputs: [inputOf(cube)],
    shift: [1, 1, 0],
  },
  {
    name: '64 bits',
    params: { dim: 'y', parts: [{ blank: 1 }, { start: 8, count: 9, step: -1 }] },
    inputs: [inputOf({ ...cube, dtype: 'int64' }, { invalid: 0.1 })],
    shift: [1, 0, 1],
  },
])

conformOp(transpose, [
  { name: 'another order', params: { dims: ['x', 'time', 'y'] }, inputs: [inputOf(cube, { invalid: 0.1 })] },
  { name: 'a new dim', params: { dims: ['time', 'level', 'y', 'x'] }, inputs: [inputOf(cube, { invalid: 0.1, nodata: 1 })] },
])

conformOp(cumulate, [
  { name: 'int16 in time', params: { dim: 'time' }, inputs: [inputOf(cube, { invalid: 0.2 })], shift: [0, 1, 1] },
  {
    name: 'float32 along x',
    params: { dim: 'x' },
    inputs: [inputOf({ ...cube, dtype: 'float32' }, { invalid: 0.2, nodata: Number.NaN })],
    shift: [1, 1, 0],
  },
  {
    name: 'uint8 along y',
    params: { dim: 'y' },
    inputs: [inputOf({ ...cube, dtype: 'uint8' }, { invalid: 0.2, nodata: 0 })],
    shift: [1, 0, 1],
  },
])

describe('take', () => {
  it('refuses indices that are not there', () => {
    const params = take.parse({ dim: 'time', parts: [{ start: 3, count: 3, step: 1 }] })
    expect(() => take.infer([cube], params)).toThrow('take: indices 3 to 5 of time are out of range; time has 5')
    expect(() => take.parse({ dim: 'time', parts: [{ start: -1, count: 1, step: 1 }] })).toThrow('is no part')
  })
})
