import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/base/json.js'
import { relabel } from '../../src/ops/relabel.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'

const cube = specOf(['band', 'y', 'x'], [2, 9, 11], 'int16')
const plain = { nodata: null, scale: 1, offset: 0, unit: null, description: null }

conformOp(relabel, [
  { name: 'name and attributes, mask', params: { name: 'b', attrs: { a: [1, null] } }, inputs: [inputOf(cube, { invalid: 0.2 })] },
  {
    name: 'labels, nodata',
    params: { coords: { band: { kind: 'inline', labels: ['r', 'g'] } }, nodata: -1 },
    inputs: [inputOf(cube, { invalid: 0.2, nodata: 7 })],
  },
  { name: 'nothing', params: {}, inputs: [inputOf(specOf(['y', 'x'], [9, 8], 'float64'))] },
])

describe('relabel', () => {
  const infer = (params: Json, spec = cube) => relabel.infer([spec], relabel.parse(params))

  it('replaces what is named and keeps the rest', () => {
    expect(infer({ name: 'n' })).toEqual({ ...cube, name: 'n' })
    expect(infer({ attrs: {} })).toEqual({ ...cube, attrs: {} })
    expect(infer({ categorical: true })).toEqual({ ...cube, categorical: true })
    expect(infer({ nodata: [3, null] }).bands).toEqual([{ ...plain, nodata: 3 }, plain])
    expect(infer({ bands: [{ ...plain, description: 'red' }, plain] }).bands[0]?.description).toBe('red')
    expect(infer({ coords: { band: null } }).coords).toEqual({ y: { kind: 'affine' }, x: { kind: 'affine' } })
    expect(infer({ crs: null }).geobox).toEqual({ ...cube.geobox, crs: null })
  })

  it.each<[Json, string]>([
    [{ name: 3 }, 'name is 3; give a text or null'],
    [{ bands: [plain] }, '1 bands given; the array has 2'],
    [{ bands: [{ nodata: 1 }] }, 'give a list of objects with nodata, scale'],
    [{ nodata: 70000 }, 'nodata 70000 is no int16'],
    [{ nodata: [1, 2, 3] }, 'nodata has 3 values; the array has 2 bands'],
    [{ coords: { z: { kind: 'regular', start: 0, step: 1 } } }, 'there is no dim "z"'],
    [{ coords: { band: { kind: 'inline', labels: [1] } } }, '1 labels for band, which has 2'],
  ])('refuses %j', (params, message) => expect(() => infer(params)).toThrow(message))

  it('gives no CRS to an array without a grid', () => {
    expect(() => infer({ crs: null }, specOf(['time'], [3], 'uint8'))).toThrow('has no grid')
  })
})
