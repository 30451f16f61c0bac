import { describe, expect, it } from 'vitest'
import { parseCrs } from '../../src/geo/crs-parse.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { locate } from '../../src/ops/locate.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'

const params = { crs: parseCrs('EPSG:4326') as never, values: '00' }
const bare = (spec: ArraySpec): ArraySpec => ({ ...spec, geobox: null })
// Never read; of the array's dtype, since the suite holds ops that move pixels to one.
const positionsOf = (dtype: 'int16' | 'uint8') => inputOf(bare(specOf(['y', 'x'], [7, 9], dtype)))
const positions = positionsOf('uint8')

conformOp(locate, [
  {
    name: 'an image',
    params,
    inputs: [inputOf(bare(specOf(['band', 'y', 'x'], [2, 7, 9], 'int16')), { invalid: 0.3 }), positionsOf('int16'), positionsOf('int16')],
  },
  {
    name: 'a nodata value',
    params,
    inputs: [inputOf(bare(specOf(['y', 'x'], [7, 9], 'uint8')), { nodata: 0, range: [0, 3] }), positions, positions],
  },
])

describe('locate', () => {
  it('gives a grid of pixels without a CRS, by which crops know where they are', () => {
    const array = bare(specOf(['y', 'x'], [7, 9], 'uint8'))
    const { geobox, attrs } = locate.infer([array, positions.spec, positions.spec], locate.parse(params))
    expect([geobox?.affine, geobox?.crs]).toEqual([{ a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 }, null])
    expect(attrs.geolocation).toMatchObject({ width: 9, height: 7, values: '00' })
  })
})
