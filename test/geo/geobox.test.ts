import { describe, expect, it } from 'vitest'
import { CrsError, GridError } from '../../src/base/errors.js'
import type { Json } from '../../src/base/json.js'
import { affine, apply } from '../../src/geo/affine.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import {
  boundsOf,
  geobox,
  geoboxEquals,
  parseGeoBox,
  resizeGeoBox,
  resolutionOf,
  windowOfBounds,
  xCoordinates,
  yCoordinates,
} from '../../src/geo/geobox.js'
import { transformBounds } from '../../src/geo/geobox-bounds.js'
import { cropGeoBox, stepGeoBox, zoomOut } from '../../src/geo/geobox-cut.js'
import { geoboxFromBounds } from '../../src/geo/geobox-make.js'
import { describeWithPeers } from '../peers.js'
import { runPython } from './pyproj.js'

const utm = parseCrs(32633)
const box = geobox(100, 80, affine(10, 0, 500000, 0, -10, 5200000), utm)
const rotated = geobox(10, 20, affine(8, 3, 1060, 2.5, -9, 1960), null)

describe('geobox', () => {
  it('refuses what is no grid', () => {
    expect(() => geobox(1.5, 1, box.affine, null)).toThrow('1.5 x 1 pixels makes no sense')
    expect(() => geobox(-1, 1, box.affine, null)).toThrow(GridError)
    expect(() => geobox(1, 1, affine(0, 0, 0, 0, 1, 0), null)).toThrow('has no inverse')
  })
  it('is made from bounds by resolution: left and top stay, half a pixel rounds up', () => {
    const bounds = { left: 100, bottom: 0, right: 204, top: 95 }
    expect(geoboxFromBounds(bounds, { resolution: 10 }, null)).toEqual(geobox(10, 10, affine(10, 0, 100, 0, -10, 95), null))
    expect(geoboxFromBounds({ ...bounds, right: 205 }, { resolution: { x: 10, y: 20 } }, null)).toEqual(
      geobox(11, 5, affine(10, 0, 100, 0, -20, 95), null),
    )
  })
  it('is made from bounds by shape: all edges stay', () => {
    const made = geoboxFromBounds({ left: 100, bottom: 0, right: 204, top: 96 }, { shape: { width: 8, height: 3 } }, utm)
    expect(made).toEqual(geobox(8, 3, affine(13, 0, 100, 0, -32, 96), utm))
  })
  it('is not made from an empty rectangle', () => {
    expect(() => geoboxFromBounds({ left: 1, bottom: 0, right: 1, top: 1 }, { resolution: 1 }, null)).toThrow('[1, 0, 1, 1] are empty')
    expect(() => geoboxFromBounds({ left: 0, bottom: 0, right: 1, top: 1 }, { resolution: 0 }, null)).toThrow('must be positive')
  })
  it('has bounds and a resolution, rotated or not', () => {
    expect(boundsOf(box)).toEqual({ left: 500000, bottom: 5199200, right: 501000, top: 5200000 })
    expect(boundsOf(rotated)).toEqual({ left: 1060, bottom: 1780, right: 1200, top: 1985 })
    expect(resolutionOf(box)).toEqual({ x: 10, y: 10 })
    expect(resolutionOf(rotated)).toEqual({ x: Math.hypot(8, 2.5), y: Math.hypot(3, 9) })
  })
})

describe('cutting', () => {
  it('crops by a window of dims (y, x)', () => {
    expect(cropGeoBox(box, { start: [20, 30], stop: [25, 40] })).toEqual(geobox(10, 5, affine(10, 0, 500300, 0, -10, 5199800), utm))
  })
  it('of a crop is a crop of the whole, to the bit', () => {
    const grid = geobox(1000, 1000, affine(0.1, 0, 0.3, 0, -0.1, 0.7), null)
    const whole = cropGeoBox(grid, { start: [7, 11], stop: [8, 12] })
    expect(apply(whole.affine, 0, 0)).toEqual(apply(grid.affine, 11, 7))
  })
  it.each([
    [0, 1],
    [3, 2],
    [2, 7],
    [99, -3],
  ])('from %d in steps of %d keeps the centres of the pixels that are picked', (start, step) => {
    const all = xCoordinates(box)
    const picked = stepGeoBox(box, { start: 0, step: 1, count: 80 }, { start, step, count: 10 })
    expect(picked.width).toBe(10)
    for (const [i, x] of xCoordinates(picked).entries()) expect(x).toBeCloseTo(all[start + i * step]!, 6)
    expect(resolutionOf(picked).x).toBe(10 * Math.abs(step))
  })
  it('resizes within the same extent', () => {
    const half = resizeGeoBox(box, 33, 27)
    expect(boundsOf(half).right).toBeCloseTo(501000, 6)
    expect(half.affine.a).toBe((10 * 100) / 33)
    expect(resizeGeoBox(box, 100, 80)).toEqual(box)
    expect(zoomOut(box, 3)).toEqual(resizeGeoBox(box, 34, 27))
    expect(() => zoomOut(box, 0.5)).toThrow('at least 1')
  })
})

it('computes coordinates from absolute indices', () => {
  const grid = geobox(4, 3, affine(0.1, 0, 0.3, 0, -0.1, 0.7), null)
  expect([...xCoordinates(grid)]).toEqual([0, 1, 2, 3].map((i) => 0.3 + (i + 0.5) * 0.1))
  expect([...yCoordinates(grid)]).toEqual([0, 1, 2].map((i) => 0.7 + (i + 0.5) * -0.1))
  expect(() => xCoordinates(rotated)).toThrow('is rotated')
})

describe('windowOfBounds', () => {
  it.each([
    [{ left: 500005, bottom: 5199985, right: 500015, top: 5199995 }, [0, 0], [2, 2]],
    [{ left: 500010, bottom: 5199980, right: 500020, top: 5199990 }, [1, 1], [2, 2]],
    [{ left: 500010 - 5e-6, bottom: 5199980, right: 500020 + 5e-6, top: 5199990 }, [1, 1], [2, 2]],
    [{ left: 500010 - 5e-5, bottom: 5199980, right: 500020, top: 5199990 }, [1, 0], [2, 2]],
    [{ left: 0, bottom: 0, right: 1e9, top: 1e9 }, [0, 0], [80, 100]],
  ])('%j', (bounds, start, stop) => {
    expect(windowOfBounds(box, bounds)).toEqual({ start, stop })
  })
  it('works on south-up grids', () => {
    const flipped = geobox(10, 10, affine(1, 0, 0, 0, 1, 0), null)
    expect(windowOfBounds(flipped, { left: 2, bottom: 3, right: 4, top: 5 })).toEqual({ start: [3, 2], stop: [5, 4] })
  })
  it('names both where they do not meet', () => {
    const bounds = { left: 0, bottom: 0, right: 10, top: 10 }
    expect(() => windowOfBounds(box, bounds)).toThrow(
      /\[0, 0, 10, 10\] miss the raster.*\[500000, 5199200, 501000, 5200000\] in EPSG:32633/,
    )
  })
})

describe('as JSON', () => {
  it('comes back the same', () => {
    expect(parseGeoBox(JSON.parse(JSON.stringify(box)) as Json)).toEqual(box)
    expect(parseGeoBox(JSON.parse(JSON.stringify(rotated)) as Json)).toEqual(rotated)
  })
  it.each([[null], [{}], [{ width: 1, height: 1, affine: [1, 2] }], [{ ...rotated, width: '3' }]] as Json[][])('%j is refused', (json) => {
    expect(() => parseGeoBox(json as Json)).toThrow(GridError)
  })
  it('refuses a CRS that is none', () => {
    expect(() => parseGeoBox({ ...rotated, crs: { epsg: 4326 } } as unknown as Json)).toThrow(CrsError)
  })
  it('compares exactly', () => {
    expect(geoboxEquals(box, { ...box })).toBe(true)
    expect(geoboxEquals(box, { ...box, width: 99 })).toBe(false)
    expect(geoboxEquals(box, { ...box, crs: null })).toBe(false)
    expect(geoboxEquals(box, { ...box, affine: { ...box.affine, c: 500000.0000000001 } })).toBe(false)
  })
})

// [from, to, bounds]
const boundsCases = [
  [32633, 4326, [399960, 5190240, 509760, 5300040]],
  [4326, 3857, [10, 40, 20, 50]],
  [4326, 3035, [0, 40, 30, 60]],
  [3035, 4326, [2500000, 1500000, 7500000, 5500000]],
  [3413, 4326, [-2000000, -2000000, 2000000, 2000000]],
  [3031, 4326, [-3000000, -3000000, 3000000, 3000000]],
  [3413, 4326, [500000, -2000000, 900000, -700000]],
  [32760, 4326, [700000, 7800000, 900000, 8000000]],
] as const

describeWithPeers('transformBounds', ['pyproj'], () => {
  const program = `
import json, sys, pyproj
json.dump([pyproj.Transformer.from_crs(a, b, always_xy=True).transform_bounds(*box, densify_pts=19) for a, b, box in json.load(sys.stdin)], sys.stdout)
`
  const answers = runPython(program, boundsCases) as number[][]
  boundsCases.forEach(([from, to, [left, bottom, right, top]], index) => {
    it(`EPSG:${from} to EPSG:${to}, ${left}, ${bottom}, ${right}, ${top}`, () => {
      const got = transformBounds({ left, bottom, right, top }, parseCrs(from), parseCrs(to))
      const scale = parseCrs(to).kind === 'geographic' ? 1e-7 : 1e-2
      ;[got.left, got.bottom, got.right, got.top].forEach((value, k) => {
        expect(Math.abs(value - answers[index]![k]!), `${JSON.stringify(got)} ${answers[index]}`).toBeLessThan(scale)
      })
    })
  })
})

it('transformBounds refuses bounds without an image', () => {
  const far = { left: 1e9, bottom: 1e9, right: 2e9, top: 2e9 }
  expect(() => transformBounds(far, parseCrs(3035), parseCrs(4326))).toThrow(/have no image in EPSG:4326/)
})
