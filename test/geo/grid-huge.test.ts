import { describe, expect, it } from 'vitest'
import { GridError } from '../../src/base/errors.js'
import { affine, apply, invert } from '../../src/geo/affine.js'
import { pixelMap } from '../../src/geo/pixel-map.js'
import { DataArray, GeoBox } from '../../src/index.js'

const box = GeoBox.of(100, 80, affine(10, 0, 500000, 0, -10, 5200000), 32633)
const array = (): DataArray<'y' | 'x'> =>
  DataArray.fromArray(
    Uint8Array.from({ length: 8000 }, (_, at) => at % 251),
    { dims: ['y', 'x'], shape: [80, 100], geobox: box },
  )

/** The least time of a few tries, in ms: machines that run tests are busy. */
function leastMs(run: () => unknown): number {
  return Math.min(
    ...Array.from({ length: 7 }, () => {
      const start = performance.now()
      run()
      return performance.now() - start
    }),
  )
}

describe('a target of 10^13 pixels', () => {
  const huge = GeoBox.fromBounds([400000, 4900000, 700000, 5233333.333], { shape: { width: 3_000_000, height: 3_333_333 } }, 32633)
  const small = GeoBox.fromBounds([400000, 4900000, 700000, 5233333.333], { shape: { width: 3000, height: 3333 } }, 32633)
  const other = GeoBox.of(3_000_000, 3_333_333, affine(0.2, 0, 1600000, 0, -0.2, 6000000), 3857)

  it('is made in no more time than a small one', () => {
    const source = array()
    expect(source.reproject(huge).shape).toEqual([3_333_333, 3_000_000])
    const [large, little] = [leastMs(() => source.reproject(huge)), leastMs(() => source.reproject(small))]
    expect(large).toBeLessThan(5 * little + 1)
    expect(leastMs(() => source.reproject(other, { resampling: 'bilinear' }))).toBeLessThan(5)
  })

  it('is chosen from a resolution without a look at each of its edge pixels', () => {
    const start = process.cpuUsage()
    const chosen = array().reproject(3857, { resolution: 0.0005 }).geobox!
    expect(chosen.width * chosen.height).toBeGreaterThan(1e12)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1000).toBeLessThan(2000)
  })

  it('can be cropped to a few pixels, which are then computed', async () => {
    const crop = array()
      .reproject(huge)
      .isel({ y: [1_000_000, 1_000_001], x: [1_000_000, 1_000_001, 1_000_002] })
    expect((await crop.compute({ workers: 0 })).shape).toEqual([2, 3])
  })
})

describe('grids that make no sense', () => {
  it.each([
    [{ resolution: 0 }],
    [{ resolution: -10 }],
    [{ resolution: Number.NaN }],
    [{ resolution: Number.POSITIVE_INFINITY }],
    [{ resolution: { x: 10, y: 0 } }],
    [{ size: { width: 0, height: 10 } }],
    [{ size: { width: 1.5, height: 10 } }],
    [{ resolution: 10, anchor: 'corner' }],
    [{ resolution: 10, snap: true, tol: Number.NaN }],
  ])('%j: a typed error', (options) => {
    expect(() => array().reproject(3857, options as never)).toThrow(GridError)
  })
  it('NaN bounds, and affines without inverse', () => {
    expect(() => array().reproject(3857, { bounds: [0, Number.NaN, 1, 1] })).toThrow('four finite numbers')
    expect(() => GeoBox.of(10, 10, affine(1, 2, 0, 2, 4, 0), 3857)).toThrow('has no inverse')
    expect(() => GeoBox.of(10, 10, { a: Number.NaN, b: 0, c: 0, d: 0, e: 1, f: 0 }, 3857)).toThrow('not finite')
    expect(() => array().reproject({ ...box, affine: affine(0, 0, 1, 0, 0, 1) })).toThrow('has no inverse')
  })
})

describe('precision', () => {
  it('is said as data, with the size of the error in pixels', () => {
    expect(GeoBox.precision(box).warning).toBeNull()
    expect(GeoBox.precision(box).errorPx).toBeCloseTo(2 ** -30 / 10, 12)
    const tiny = GeoBox.of(10, 10, affine(1e-7, 0, 500000, 0, -1e-7, 5200000), 32633)
    const { errorPx, warning } = GeoBox.precision(tiny)
    expect(errorPx).toBeCloseTo(2 ** -30 / 1e-7, 6)
    expect(warning).toMatch(/float64 cannot hold this grid.*0\.0093 px apart/)
  })

  it('of positions between grids of one CRS is kept by a local origin', () => {
    // Pixels of ten nanometres at half a million: the plain order of evaluation loses them.
    const src = GeoBox.of(1000, 1000, affine(1e-8, 0, 500000.3, 0, -1e-8, 5200000.7), null)
    const half = GeoBox.zoomTo(src, { shape: { width: 500, height: 500 } })
    const [us, vs] = [Float64Array.of(250.5), Float64Array.of(100.5)]
    pixelMap(half, src).apply(us, vs, 1)
    expect(Math.abs(us[0]! - 501)).toBeLessThan(1e-9)
    expect(Math.abs(vs[0]! - 201)).toBeLessThan(1e-9)
    const plain = apply(invert(src.affine), 500000.3 + 250.5 * 2e-8, 5200000.7 - 100.5 * 2e-8)
    expect(Math.abs(plain.y - 201)).toBeGreaterThan(1e-3)
  })

  it('is said in the plan, with the grid and the error of positions', async () => {
    const plan = String(await array().reproject(3857, { resolution: 20 }).plan({ workers: 0 }))
    expect(plan).toMatch(/note: node 1 reproject: output grid \d+ x \d+ px of 20 x 20 in EPSG:3857, .* to .* and .* to /)
    expect(plan).toMatch(
      /note: node 1 reproject: positions are off by at most [\d.e-]+ px, as measured at \d+ pixels \(maxErrorPx 0\.001\)/,
    )
    const tiny = GeoBox.of(100, 80, affine(1e-7, 0, 500000, 0, -1e-7, 5200000), 32633)
    const onto = String(await array().reproject(tiny).plan({ workers: 0 }))
    expect(onto).toContain('warning: node 1 reproject: output grid: float64 cannot hold this grid')
    const exact = await array().reproject(3857, { maxErrorPx: 0 }).plan({ workers: 0 })
    expect(JSON.stringify(exact)).toContain('positions are exact: each is computed (maxErrorPx 0)')
  })
})
