import { describe, expect, it } from 'vitest'
import { crsTransform } from '../../src/geo/crs-transform.js'
import { pixelMap, unwrap } from '../../src/geo/pixel-map.js'
import { inMercator, inUtm, world } from '../ops/warp-grids.js'

function mapped(map: ReturnType<typeof pixelMap>, x: number, y: number): [number, number] {
  const us = Float64Array.of(x)
  const vs = Float64Array.of(y)
  map.apply(us, vs, 1)
  return [us[0] as number, vs[0] as number]
}

describe('pixelMap', () => {
  it('evaluates grids of one CRS in the order that GDAL does', () => {
    const map = pixelMap(inUtm(10, 10, 7, 3), inUtm(10, 10, 10, 0))
    expect(map.kind).toBe('affine')
    const [x, y] = [500003 + 2.5 * 7, 4999997 - 4.5 * 7]
    // u = inv0 + X * inv1 with inv0 = -g0 / g1 and inv1 = 1 / g1, not (X - g0) / g1.
    expect(mapped(map, 2.5, 4.5)).toEqual([-500000 / 10 + x * (1 / 10), -5000000 / -10 + y * (1 / -10)])
  })

  it('goes through the CRSs where they differ', () => {
    const [dst, src] = [inMercator(10, 10), inUtm(10, 10, 10, 0)]
    const map = pixelMap(dst, src)
    expect(map.kind).toBe('general')
    const xs = Float64Array.of(1669700 + 14 * 3)
    const ys = Float64Array.of(5648900 - 14 * 5)
    crsTransform(dst.crs as never, src.crs as never)(xs, ys, 1)
    const [u, v] = mapped(map, 3, 5)
    expect(u).toBeCloseTo(((xs[0] as number) - 500000) / 10, 6)
    expect(v).toBeCloseTo((5000000 - (ys[0] as number)) / 10, 6)
  })

  it('has no image for points that are nowhere, or too far away', () => {
    const map = pixelMap(inUtm(10, 10, 1e9, 0), inUtm(10, 10, 10, 0))
    expect(mapped(map, 0, 0).every(Number.isFinite)).toBe(true)
    expect(mapped(map, 9, 0)).toEqual([Number.NaN, Number.NaN])
    expect(mapped(pixelMap(inMercator(10, 10), inUtm(10, 10, 10, 0)), Number.POSITIVE_INFINITY, 0)).toEqual([Number.NaN, Number.NaN])
  })

  it('is affine where neither grid has a CRS, and refuses where one has', () => {
    const bare = { ...inUtm(10, 10, 10, 0), crs: null }
    expect(pixelMap(bare, bare).kind).toBe('affine')
    expect(() => pixelMap(inUtm(10, 10, 10, 0), bare)).toThrow(/no CRS/)
  })

  it('unwraps positions around the first that is finite', () => {
    const map = pixelMap(inMercator(10, 10), world(360, 180, -180), 360)
    const us = Float64Array.of(Number.NaN, 359, 1, 180)
    unwrap(map, us, 4)
    expect([...us]).toEqual([Number.NaN, 359, 361, 180])
  })
})
