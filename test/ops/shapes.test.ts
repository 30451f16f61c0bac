import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/base/json.js'
import { clip } from '../../src/ops/clip.js'
import { coverage } from '../../src/ops/coverage.js'
import { mask } from '../../src/ops/mask.js'
import { rasterize } from '../../src/ops/rasterize.js'
import { sample } from '../../src/ops/sample.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'

// On the grid of specOf: 10 m pixels from (500000, 5000000), rows to the south.
const triangle = { type: 'polygon', rings: [[500012, 4999995, 500098, 4999981, 500031, 4999913, 500012, 4999995]] }
const ring = {
  type: 'polygon',
  rings: [
    [500005, 4999995, 500105, 4999995, 500105, 4999905, 500005, 4999905, 500005, 4999995],
    [500035, 4999965, 500035, 4999935, 500065, 4999935, 500065, 4999965, 500035, 4999965],
  ],
}
const line = { type: 'line', rings: [[499990, 4999950, 500050, 4999990, 500120, 4999920]] }
const point = { type: 'point', rings: [[500045, 4999955]] }
const shapes: Json = [triangle, ring, line, point]

const cube = specOf(['band', 'y', 'x'], [2, 9, 11], 'int16')
const plane = specOf(['y', 'x'], [9, 11], 'float64')
const turned = specOf(['x', 'time', 'y'], [11, 2, 9], 'uint8')
const world = specOf(['y', 'x'], [6, 12], 'int32', {
  geobox: {
    width: 12,
    height: 6,
    affine: { a: 30, b: 0, c: -180, d: 0, e: -30, f: 90 },
    crs: { epsg: 4326, name: 'WGS 84', proj: '+proj=longlat +datum=WGS84', kind: 'geographic', metresPerUnit: 0, wkt: null },
  },
  periodX: 12,
})
const pacific = { type: 'polygon', rings: [[130, -50, 230, -40, 200, 60, 130, -50]] }
const still = [0, 0, 0]

conformOp(clip, [
  { name: 'centres, mask', params: { shapes: [triangle] }, inputs: [inputOf(cube, { invalid: 0.2 })], shift: still },
  { name: 'all touched, nodata', params: { shapes, allTouched: true }, inputs: [inputOf(cube, { invalid: 0.2, nodata: 7 })], shift: still },
  { name: 'inverted, other order of dims', params: { shapes: [ring], invert: true }, inputs: [inputOf(turned, { invalid: 0.1 })] },
  { name: 'across the antimeridian', params: { shapes: [pacific] }, inputs: [inputOf(world)], shift: still },
  { name: 'nothing there', params: { shapes: [] }, inputs: [inputOf(plane)], shift: still },
])

conformOp(mask, [
  {
    name: 'bytes',
    params: {},
    inputs: [inputOf(cube, { invalid: 0.1 }), inputOf(specOf(['y', 'x'], [9, 11], 'uint8'), { range: [0, 1], invalid: 0.2 })],
  },
  {
    name: 'floats, nodata',
    params: {},
    inputs: [inputOf(plane, { nodata: -5, invalid: 0.2 }), inputOf(plane, { range: [0, 1], nodata: 0.5, invalid: 0.2, seed: 4 })],
  },
  {
    name: 'bigints',
    params: {},
    inputs: [inputOf(specOf(['y', 'x'], [9, 11], 'int64')), inputOf(specOf(['x', 'y'], [11, 9], 'uint64'), { range: [0, 2], seed: 3 })],
  },
])

const geobox = plane.geobox as unknown as Json
conformOp(rasterize, [
  { name: 'values', params: { shapes, geobox, values: [3, 4, 5, 6], fill: 0, chunk: [4, 5] }, inputs: [] },
  {
    name: 'touched, invalid outside',
    params: { shapes, geobox, values: [3.5, 'NaN', -1, 6], dtype: 'float32', allTouched: true },
    inputs: [],
  },
  { name: 'bigints', params: { shapes, geobox, values: ['-9007199254740993', 1, 2, 3], dtype: 'int64', fill: null }, inputs: [] },
])

conformOp(coverage, [
  { name: 'float32', params: { shapes, geobox, chunk: [4, 4] }, inputs: [] },
  { name: 'float64', params: { shapes: [triangle], geobox, dtype: 'float64' }, inputs: [] },
])

const points = [500045, 4999955, 500001, 4999999, 500110, 4999910, 500109.5, 4999911, 500055, 4999951.5, 400000, 0, 500062.5, 4999972.25]
const many = { type: 'point', rings: [points] }
conformOp(sample, [
  { name: 'nearest', params: { shapes: [many] }, inputs: [inputOf(cube, { invalid: 0.2, nodata: 7 })], shift: [1, 0] },
  {
    name: 'bilinear, other order of dims',
    params: { shapes: [many], method: 'bilinear' },
    inputs: [inputOf(turned, { invalid: 0.2 })],
    shift: [1, 0],
  },
  { name: 'cubic', params: { shapes: [many], method: 'cubic' }, inputs: [inputOf(plane, { invalid: 0.05 })], shift: [0] },
  { name: 'bigints', params: { shapes: [many] }, inputs: [inputOf(specOf(['y', 'x'], [9, 11], 'uint64'))], shift: [0] },
])

describe('shapes in params', () => {
  const infer = (params: Json) => clip.infer([plane], clip.parse(params))

  it.each<[Json, string]>([
    [{}, 'shapes must be a list'],
    [{ shapes: [{ type: 'circle', rings: [] }] }, 'shape 0 must have a type (polygon, line, point)'],
    [{ shapes: [{ type: 'line', rings: [[1, 2, 3]] }] }, 'a ring of shape 0 is not a list of x, y'],
    [{ shapes: [], allTouched: 1 }, 'allTouched is 1; give true or false'],
  ])('are refused: %j', (params, message) => expect(() => infer(params)).toThrow(message))

  it('need a grid', () => {
    expect(() => clip.infer([specOf(['time'], [3], 'uint8')], clip.parse({ shapes: [] }))).toThrow('has no place on earth')
  })

  it('need values that the dtype holds', () => {
    expect(() => rasterize.parse({ shapes: [triangle], geobox, values: [300] })).toThrow('the value 300 is no uint8')
    expect(() => rasterize.parse({ shapes: [triangle], geobox, values: [] })).toThrow('one for each of 1 shapes')
  })
})
