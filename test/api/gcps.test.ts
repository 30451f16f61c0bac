import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { DataArray } from '../../src/api/data-array.js'
import { slice } from '../../src/api/select-slice.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import type { Bounds } from '../../src/geo/geobox.js'

const corners = [
  [0, 0],
  [100, 0],
  [0, 100],
  [100, 100],
]
const points = corners.map(([column = 0, row = 0]) => ({ column, row, x: 10 + column / 100, y: 50 - row / 100 }))
const image = DataArray.fromArray(new Uint8Array(100 * 100).fill(7), {
  dims: ['y', 'x'],
  shape: [100, 100],
  geobox: { width: 100, height: 100, affine: { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 }, crs: null },
  attrs: { gcps: { points, crs: { ...parseCrs('EPSG:4326') } } } as never,
})

test('a crop of an image with control points stays where it is on earth', () => {
  expect(image.reproject('EPSG:4326').bounds).toEqual({ left: 10, bottom: 49, right: 11, top: 50 })
  const crop = image.isel({ x: slice(50, 100), y: slice(20, 60) }).reproject('EPSG:4326')
  const { left, bottom, right, top } = crop.bounds as Bounds
  for (const [value, wanted] of [
    [left, 10.5],
    [bottom, 49.4],
    [right, 11],
    [top, 49.8],
  ] as const)
    expect(value).toBeCloseTo(wanted, 9)
})

test('so do every other row and column of one', () => {
  const { left, top } = image.isel({ x: slice(10, 100, 2), y: slice(10, 100, 2) }).reproject('EPSG:4326').bounds as Bounds
  expect(left).toBeCloseTo(10.095, 2)
  expect(top).toBeCloseTo(49.905, 2)
})

test('is matched to another grid by its points, and has no resolution to resample by', async () => {
  const placed = image.reproject('EPSG:4326', { resolution: 0.02 })
  const matched = image.reprojectMatch(placed)
  expect(matched.hash).toBe(placed.hash)
  expect(() => image.resample({ resolution: 2 })).toThrow(
    'resample: the array has no resolution, it is placed by control points in EPSG:4326: give size or factor, or reproject it to a CRS',
  )
  expect(image.resample({ factor: 2 }).shape).toEqual([50, 50])
})

test('shows its points, their CRS and the fit', () => {
  const line = (of: DataArray<string>): string | undefined =>
    inspect(of)
      .split('\n')
      .find((each) => each.includes('placed by'))
  expect(line(image)).toBe('  placed by  4 control points in EPSG:4326 (WGS 84): reproject fits a polynomial of order 1 to them')
  expect(line(image.reproject('EPSG:4326'))).toBeUndefined()
})
