import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataArray, open, slice } from 'rasterloom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TypedArray } from '../../src/base/dtype.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { crsTransform } from '../../src/geo/crs-transform.js'

// Bilinear interpolation of directions between centres of pixels 12 to 25 km apart is off by less; the tolerance asked for is ten times as much.
const tolerancePx = 1e-3

const dims = ['y', 'x'] as const
const [height, width] = [120, 160]
const degrees = parseCrs('EPSG:4326')

/** Numbers of columns or rows on a grid of a projection, the true grid, and what places it pixel by pixel. */
function curvilinear(crs: string, pixel: number, left: number, top: number, floats: 'f4' | 'f8' = 'f8') {
  const own = parseCrs(crs)
  const affine = { a: pixel, b: 0, c: left, d: 0, e: -pixel, f: top }
  const count = width * height
  const [columns, rows] = [new Float64Array(count), new Float64Array(count)]
  for (let at = 0; at < count; at++) {
    columns[at] = (at % width) + 0.5
    rows[at] = Math.floor(at / width) + 0.5
  }
  const xs = columns.map((column) => left + pixel * column)
  const ys = rows.map((row) => top - pixel * row)
  crsTransform(own, degrees)(xs, ys, count)
  const plane = (values: TypedArray) => DataArray.fromArray(values, { dims, shape: [height, width] })
  const kept = (values: Float64Array): TypedArray => (floats === 'f4' ? Float32Array.from(values) : values)
  return {
    truth: (values: TypedArray) =>
      DataArray.fromArray(values, { dims, shape: [height, width], geobox: { width, height, affine, crs: own } }),
    located: (values: TypedArray) => plane(values).locate(plane(kept(ys)), plane(kept(xs))),
    plane,
    columns,
    rows,
    xs,
    ys,
  }
}

/** Largest difference of two computed arrays, and of how many pixels just one is valid. */
function compared(one: DataArray, other: DataArray): { worst: number; unlike: number; valid: number } {
  let [worst, unlike, valid] = [0, 0, 0]
  one.values.forEach((value, at) => {
    const [a, b] = [one.valid?.[at] ?? 1, other.valid?.[at] ?? 1]
    if (a !== b) unlike++
    else if (a === 1) {
      valid++
      worst = Math.max(worst, Math.abs(Number(value) - Number(other.values[at])))
    }
  })
  return { worst, unlike, valid }
}

const lambert = '+proj=lcc +lat_1=33 +lat_2=45 +lat_0=39 +lon_0=-96 +datum=WGS84'
const cases = [
  { name: 'a Lambert grid in degrees', crs: lambert, pixel: 12000, left: -900000, top: 800000, target: 'EPSG:4326' },
  { name: 'a Lambert grid in another projection', crs: lambert, pixel: 12000, left: -900000, top: 800000, target: 'EPSG:5070' },
  { name: 'a polar grid with the pole in it', crs: 'EPSG:3413', pixel: 25000, left: -80 * 25000, top: 60 * 25000, target: 'EPSG:3575' },
  {
    name: 'a grid across the antimeridian, in degrees',
    crs: '+proj=lcc +lat_1=50 +lat_2=60 +lat_0=55 +lon_0=178 +datum=WGS84',
    pixel: 12000,
    left: -900000,
    top: 800000,
    target: 'EPSG:4326',
  },
]

describe('an array that its latitudes and longitudes place', () => {
  for (const { name, crs, pixel, left, top, target } of cases) {
    it(`is reprojected like its true grid: ${name}`, async () => {
      const { truth, located, columns, rows } = curvilinear(crs, pixel, left, top)
      for (const values of [columns, rows]) {
        const one = await truth(values).reproject(target, { resampling: 'bilinear', scale: 1, maxErrorPx: 0 }).compute()
        const place = await located(values)
        const other = await place.reproject(one.geobox as NonNullable<typeof one.geobox>, { resampling: 'bilinear', scale: 1 }).compute()
        const { worst, unlike, valid } = compared(one, other)
        expect(worst).toBeLessThan(tolerancePx)
        expect(unlike).toBeLessThan(5)
        expect(valid).toBeGreaterThan(5000)
        // The grid that is made for it is the same, but for the rounding of positions.
        const [own, wanted] = [place.reproject(target).geobox, one.geobox]
        expect([own?.width, own?.height]).toEqual([wanted?.width, wanted?.height])
      }
    })
  }

  it('gives the same pixels by near, averages and wider kernels', async () => {
    const { truth, located, columns } = curvilinear(lambert, 12000, -900000, 800000)
    const place = await located(columns)
    for (const [resampling, most] of [
      ['near', 1],
      ['average', 0.01],
      ['cubic', 0.02],
    ] as const) {
      const one = await truth(columns).reproject('EPSG:5070', { resampling, resolution: 30000, maxErrorPx: 0 }).compute()
      const other = await place.reproject(one.geobox as NonNullable<typeof one.geobox>, { resampling }).compute()
      const { worst, unlike } = compared(one, other)
      expect([resampling, worst <= most, unlike < 5]).toEqual([resampling, true, true])
    }
  })

  it('is the same whatever was cropped, flipped or left out', async () => {
    const { located, columns } = curvilinear(lambert, 12000, -900000, 800000)
    const place = await located(columns)
    const grid = place.reproject('EPSG:5070', { resolution: 12000 }).geobox as NonNullable<DataArray['geobox']>
    const whole = await place.reproject(grid).compute()
    const crop = await place
      .isel({ y: slice(20, 90), x: slice(31, 140) })
      .reproject(grid)
      .compute()
    const flipped = await place
      .isel({ y: slice(null, null, -1) })
      .reproject(grid)
      .compute()
    expect(flipped.values).toEqual(whole.values)
    let kept = 0
    crop.values.forEach((value, at) => {
      if ((crop.valid?.[at] ?? 1) === 0) return
      kept++
      expect(value).toBe(whole.values[at])
    })
    expect(kept).toBeGreaterThan(5000)
    const third = await place
      .isel({ x: slice(1, null, 3) })
      .reproject(grid)
      .compute()
    const [at] = [...third.values.keys()].filter((i) => (third.valid?.[i] ?? 1) === 1 && (whole.valid?.[i] ?? 1) === 1)
    expect(Math.abs(Number(third.values[at as number]) - Number(whole.values[at as number]))).toBeLessThanOrEqual(2)
  })

  it('leaves out what has no position, and half a pixel beyond what has', async () => {
    const { plane, columns, xs, ys } = curvilinear(lambert, 12000, -900000, 800000)
    const holes = ys.slice()
    for (let row = 50; row < 60; row++) holes.fill(row % 2 === 0 ? Number.NaN : 1e20, row * width, (row + 1) * width)
    const grid = (await plane(columns).locate(plane(ys), plane(xs))).reproject(lambert, { resolution: 12000 })
    const box = grid.geobox as NonNullable<typeof grid.geobox>
    const whole = await grid.compute()
    const holed = await (await plane(columns).locate(plane(holes), plane(xs))).reproject(box).compute()
    const lost = [...whole.values.keys()].filter((at) => (whole.valid?.[at] ?? 1) === 1 && (holed.valid?.[at] ?? 1) === 0)
    expect(lost.length / box.width).toBeCloseTo(10, 0)
    expect(compared(whole, holed).worst).toBe(0)
  })

  it('does not depend on chunks, workers or memory', async () => {
    const { located, columns } = curvilinear(lambert, 12000, -900000, 800000, 'f4')
    const place = await located(columns)
    const made = place.reproject('EPSG:3857', { resampling: 'bilinear', size: { width: 500, height: 400 } })
    const [one, ...others] = await Promise.all([
      made.compute({ workers: 0 }),
      made.compute({ workers: 2 }),
      made.chunk(96).compute({ workers: 1, maxMemory: '160MB' }),
    ])
    for (const other of others) expect(Buffer.from(other.values.buffer).equals(Buffer.from((one as DataArray).values.buffer))).toBe(true)
  })

  it('is refused where shapes differ, and where it has a place', async () => {
    const { plane, truth, columns, ys, xs } = curvilinear(lambert, 12000, -900000, 800000)
    const row = DataArray.fromArray(new Float64Array(10), { dims, shape: [1, 10] })
    await expect(plane(columns).locate(row, row)).rejects.toThrow('positions of shape 1 x 10')
    const small = DataArray.fromArray(new Float64Array(12), { dims, shape: [3, 4] })
    await expect(plane(columns).locate(small, small)).rejects.toThrow('the latitudes have the shape 3 x 4, the array has 120 x 160 pixels')
    await expect(truth(columns).locate(plane(ys), plane(xs))).rejects.toThrow('has a grid with a CRS')
    await expect(plane(columns).locate(plane(ys), plane(xs), { crs: 'EPSG:3857' })).rejects.toThrow('give a geographic one')
  })
})

describe('its recipe', () => {
  let directory = ''
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'rasterloom-located-'))
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  it('names the files of the positions, and runs again; other positions are refused', async () => {
    const { plane, columns, xs, ys } = curvilinear(lambert, 12000, -900000, 800000)
    const at = (name: string): string => join(directory, `${name}.zarr`)
    for (const [name, values] of Object.entries({ data: columns, lat: ys, lon: xs })) await plane(values).toZarr(at(name))
    const opened = await Promise.all(['data', 'lat', 'lon'].map((name) => open(at(name))))
    const [data, lat, lon] = opened as [DataArray, DataArray, DataArray]
    const made = (await data.locate(lat, lon)).reproject('EPSG:5070', { resolution: 20000 })
    const recipe = made.toJSON({ base: directory })
    expect(recipe.nodes.map(({ op }) => op)).toEqual(['source', 'source', 'source', 'locate', 'reproject'])
    expect(JSON.stringify(recipe).length).toBeLessThan(8000)
    const again = await DataArray.fromJSON(JSON.stringify(recipe), { base: directory })
    expect(again.hash).toBe(made.hash)
    expect((await again.compute()).values).toEqual((await made.compute()).values)
    const edited = {
      ...recipe,
      hash: '',
      nodes: JSON.parse(JSON.stringify(recipe.nodes).replace(/"values":"[0-9a-f]{8}/g, '"values":"00000000')),
    }
    const other = await DataArray.fromJSON(edited, { base: directory })
    await expect(other.compute()).rejects.toThrow('are not those that the recipe was made with')
  })
})
