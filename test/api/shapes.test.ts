import { describe, expect, it } from 'vitest'
import { Affine, coverage, DataArray, GeoBox, rasterize } from '../../src/index.js'

const utm = GeoBox.of(40, 30, Affine.of(10, 0, 500000, 0, -10, 5000000), 'EPSG:32633')

function plain() {
  return DataArray.fromArray(
    Float32Array.from({ length: 1200 }, (_, at) => at),
    { dims: ['y', 'x'], shape: [30, 40], geobox: utm },
  )
}

const square = {
  type: 'Polygon',
  coordinates: [
    [
      [500100, 4999900],
      [500200, 4999900],
      [500200, 4999800],
      [500100, 4999800],
      [500100, 4999900],
    ],
  ],
}

describe('clip by GeoJSON', () => {
  it('keeps what is inside and drops the rest', async () => {
    const made = await plain().clip(square, { crs: 'EPSG:32633' }).compute()
    expect(made.shape).toEqual([10, 10])
    expect(made.values[0]).toBe(10 * 40 + 10)
    expect(made.valid).toBeNull()
  })
})

describe('rasterize', () => {
  it('burns', async () => {
    const made = await rasterize(square, { like: plain(), crs: 'EPSG:32633' }).compute()
    expect(made.values.filter((value) => value === 1).length).toBe(100)
    const shares = await coverage(square, { like: plain(), crs: 'EPSG:32633' }).compute()
    expect([...shares.values].reduce((sum: number, value) => sum + Number(value), 0)).toBe(100)
  })
})
