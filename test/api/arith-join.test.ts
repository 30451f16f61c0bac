import { describe, expect, it } from 'vitest'
import { GridError, UsageError } from '../../src/base/errors.js'
import { affine } from '../../src/geo/affine.js'
import { type ArithOptions, concat, DataArray, GeoBox, slice } from '../../src/index.js'

const run = { workers: 0 }
const base = GeoBox.of(40, 30, affine(0.1, 0, 0.3, 0, -0.1, 0.7), 4326)

/** Values that say where on the base grid a pixel lies: 100 * row + column + 1. */
function part(row: number, column: number, height: number, width: number, box?: GeoBox): DataArray<'y' | 'x'> {
  const geobox = box ?? GeoBox.crop(base, { start: [row, column], stop: [row + height, column + width] })
  const values = Int16Array.from({ length: width * height }, (_, at) => 100 * (row + Math.floor(at / width)) + column + (at % width) + 1)
  return DataArray.fromArray(values, { dims: ['y', 'x'], shape: [height, width], geobox, name: 'part' })
}

const a = part(5, 4, 10, 12)
const b = part(8, 10, 14, 20)

describe('arithmetic of parts of one grid', () => {
  // [join, first row and column on the base grid, height, width]
  it.each([
    ['inner', 8, 10, 7, 6],
    ['outer', 5, 4, 17, 26],
    ['left', 5, 4, 10, 12],
  ] as const)('join %s aligns by index, exactly', async (join, row, column, height, width) => {
    const sum = a.add(b, { join })
    expect(sum.shape).toEqual([height, width])
    expect(GeoBox.equals(sum.geobox!, GeoBox.crop(base, { start: [row, column], stop: [row + height, column + width] }))).toBe(true)
    const got = await sum.compute(run)
    for (let at = 0; at < height * width; at++) {
      const [y, x] = [row + Math.floor(at / width), column + (at % width)]
      const inA = y >= 5 && y < 15 && x >= 4 && x < 16
      const inB = y >= 8 && y < 22 && x >= 10 && x < 30
      expect(got.valid === null || got.valid[at] === 1, `${y}, ${x}`).toBe(inA && inB)
      if (inA && inB) expect(got.values[at]).toBe(2 * (100 * y + x + 1))
    }
  })

  it('is exact unless asked: says the offset and the call', () => {
    expect(() => a.add(b)).toThrow(GridError)
    expect(() => a.add(b)).toThrow(
      /begins 6 px east, 3 px south of the first, with 12 x 10 and 20 x 14 pixels.*a\.add\(b, \{ join: 'inner' \}\)/,
    )
    expect(() => a.mul(part(0, 0, 2, 2), { join: 'inner' })).toThrow("join 'inner': the two arrays have no pixel in common")
    expect(() => a.add(b, { join: 'right' } as unknown as ArithOptions)).toThrow(UsageError)
  })

  it('joins differ in extent alone: a selection of the same is the same', async () => {
    const cropped = a.isel({ y: slice(2, 6), x: slice(1, 9) })
    const back = await a.sub(cropped, { join: 'inner' }).compute(run)
    expect(back.shape).toEqual([4, 8])
    expect([...back.values].every((value) => value === 0)).toBe(true)
  })
})

describe('arithmetic of unlike grids', () => {
  it('names the offset in pixels, the nearest common grid and the call that fixes it', () => {
    const off = part(5, 4, 10, 12, GeoBox.translatePx(a.geobox!, 0.37, -0.02))
    expect(() => a.add(off)).toThrow(
      /0\.37 px east, 0\.02 px north of the first\. The nearest common grid is 12 x 10 px of 0\.1 x 0\.1 from \(.*b\.reprojectMatch\(a/,
    )
    const other = GeoBox.of(12, 10, affine(0.2, 0, 0, 0, -0.2, 0), 4326)
    expect(() => a.add(part(5, 4, 10, 12, other))).toThrow(/pixels of 0\.1 x 0\.1 and 0\.2 x 0\.2/)
    const utm = GeoBox.of(12, 10, affine(10, 0, 5e5, 0, -10, 5e6), 32633)
    expect(() => a.add(part(5, 4, 10, 12, utm), { join: 'outer' })).toThrow(/CRS EPSG:4326 and EPSG:32633.*reprojectMatch/)
  })

  it('accepts less than a thousandth of a pixel over the whole extent, and says so in the plan', async () => {
    const { a: pixel, c, f } = a.geobox!.affine
    // An axis that was stored in float32.
    const float32 = GeoBox.of(12, 10, affine(Math.fround(pixel), 0, Math.fround(c), 0, -Math.fround(pixel), Math.fround(f)), 4326)
    const near = part(5, 4, 10, 12, float32)
    expect(GeoBox.equals(near.geobox!, a.geobox!)).toBe(false)
    const sum = a.add(near)
    expect(GeoBox.equals(sum.geobox!, a.geobox!)).toBe(true)
    expect(String(await sum.plan(run))).toMatch(/note: node 2 expr: the second array's grid is off by .* px: it counts as the first's/)
    // The same pixels, drifting apart by 2e-3 px over the extent.
    const drifting = GeoBox.of(12, 10, affine(pixel * (1 + 2e-3 / 12), 0, c, 0, -pixel, f), 4326)
    expect(() => a.add(part(5, 4, 10, 12, drifting))).toThrow(/drift apart by 0\.002 px over the extent/)
  })

  it('keeps to itself where grids are equal', async () => {
    expect(String(await a.add(a).plan(run))).not.toContain('counts as')
  })
})

describe('concat of nearly one grid', () => {
  const here = part(5, 4, 10, 12)
  const shifted = (px: number): DataArray<'y' | 'x'> => part(5, 4, 10, 12, GeoBox.translatePx(here.geobox!, px, px / 2))

  it('adopts the first grid, and the plan notes it', async () => {
    const stack = concat([here, shifted(8e-4), here], { dim: 'time', labels: [1, 2, 3] })
    expect(GeoBox.equals(stack.geobox!, here.geobox!)).toBe(true)
    const text = String(await stack.plan(run))
    expect(text).toContain("array 1 of those joined's grid is off by 0.0008 px: it counts as the first's")
    expect((await stack.compute(run)).shape).toEqual([3, 10, 12])
    expect(() => concat([here, shifted(2e-3)], { dim: 'time', labels: [1, 2] })).toThrow(
      /array 1 and array 0 lie on different grids: the second lies 0\.002 px east.*nearest common grid.*reprojectMatch/,
    )
  })

  it('end to end, off by less than a thousandth of a pixel', () => {
    const [left, right] = [part(5, 4, 10, 12), part(5, 16, 10, 8)]
    const near = part(5, 16, 10, 8, GeoBox.translatePx(right.geobox!, 5e-4, 0))
    const whole = concat([left, near], { dim: 'x' })
    expect([whole.shape, whole.geobox!.affine]).toEqual([[10, 20], left.geobox!.affine])
    const off = part(5, 16, 10, 8, GeoBox.translatePx(right.geobox!, 0.01, 0))
    expect(() => concat([left, off], { dim: 'x' })).toThrow(
      /array 1 does not continue the grid of the one before: it begins 0\.01\d* pixels off/,
    )
    expect(() => concat([left, right], { dim: 'x', join: 'inner' })).toThrow(UsageError)
  })

  // [join, first row and column on the base grid, height, width]
  it.each([
    ['inner', 8, 10, 7, 6],
    ['outer', 5, 4, 17, 26],
    ['left', 5, 4, 10, 12],
  ] as const)('join %s of three extents', async (join, row, column, height, width) => {
    const stack = concat([a, b, a], { dim: 'time', labels: [1, 2, 3], join })
    expect(stack.shape).toEqual([3, height, width])
    expect(GeoBox.equals(stack.geobox!, GeoBox.crop(base, { start: [row, column], stop: [row + height, column + width] }))).toBe(true)
    const got = await stack.compute(run)
    for (let at = 0; at < height * width; at++) {
      const [y, x] = [row + Math.floor(at / width), column + (at % width)]
      const isIn = [y >= 5 && y < 15 && x >= 4 && x < 16, y >= 8 && y < 22 && x >= 10 && x < 30]
      for (const [layer, inside] of [isIn[0], isIn[1], isIn[0]].entries()) {
        const place = layer * height * width + at
        expect(got.valid === null || got.valid[place] === 1).toBe(inside)
        if (inside) expect(got.values[place]).toBe(100 * y + x + 1)
      }
    }
    expect(() => concat([a, b], { dim: 'time', labels: [1, 2] })).toThrow(/concat\(\[a, b\], \{ dim: 'time', join: 'inner' \}\)/)
  })
})
