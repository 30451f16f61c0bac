import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CRS,
  DataArray,
  DtypeError,
  GeoBox,
  GridError,
  type MosaicOptions,
  mosaic,
  SourceError,
  slice,
  type TypedArray,
  UsageError,
} from 'rasterloom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { random } from '../conformance/random.js'

const utm33 = CRS.parse('EPSG:32633')
const utm32 = CRS.parse('EPSG:32632')
const here = mkdtempSync(join(tmpdir(), 'mosaic-'))
afterAll(() => rmSync(here, { recursive: true, force: true }))

/** A plane of seeded values 1 to 255 with holes of 0, its corner at (x, y). */
function plane(
  x: number,
  y: number,
  seed: number,
  { crs = utm33, side = 40, step = 10, make = (n: number): TypedArray => new Uint8Array(n) } = {},
) {
  const { int } = random(seed)
  const values = make(side * side)
  for (let at = 0; at < values.length; at++) values[at] = (int(0, 6) === 0 ? 0 : int(1, 256)) as never
  const geobox = GeoBox.of(side, side, { a: step, b: 0, c: x, d: 0, e: -step, f: y }, crs)
  return DataArray.fromArray(values, { dims: ['y', 'x'], shape: [side, side], geobox, nodata: 0 })
}

const three = () => [plane(500_000, 5_000_000, 1), plane(500_250, 4_999_900, 2), plane(500_800, 4_999_800, 3)]

async function pixels(array: DataArray<string>): Promise<(number | bigint | null)[]> {
  const { values, valid } = await array.compute()
  return Array.from(values as ArrayLike<number | bigint>, (value, at) => (valid === null || valid[at] === 1 ? value : null))
}

describe('the grid of a mosaic', () => {
  it('is the smallest on the first array that holds all of one CRS and pixel size', () => {
    const { geobox } = mosaic(three())
    expect(geobox).toMatchObject({ width: 120, height: 60, affine: { a: 10, c: 500_000, f: 5_000_000 } })
    expect(mosaic(three().reverse()).geobox?.affine).toEqual(geobox?.affine)
  })

  it('takes arrays that lie between its pixels by resampling them', async () => {
    const off = plane(500_104, 4_999_996, 4)
    const [first] = three() as [DataArray<'y' | 'x'>]
    const both = mosaic([first, off], { method: 'last' })
    expect(both.geobox).toMatchObject({ width: 51, height: 41 })
    expect(await pixels(both)).toEqual(
      await pixels(mosaic([first, off.reprojectMatch(both.geobox!)], { method: 'last', geobox: both.geobox! })),
    )
  })

  it.each<[string, MosaicOptions, object]>([
    ['bounds', { bounds: [500_015, 4_999_700, 500_100, 4_999_995] }, { width: 9, height: 30, affine: { c: 500_010, f: 5_000_000 } }],
    ['a resolution', { resolution: 20 }, { width: 60, height: 30, affine: { a: 20, c: 500_000, f: 5_000_000 } }],
    ['a resolution and snap', { resolution: 30, snap: true }, { width: 41, height: 21, affine: { a: 30, c: 499_980, f: 5_000_010 } }],
    ['bounds of degrees', { bounds: [15.0, 45.15, 15.001, 45.152], boundsCrs: 'EPSG:4326' }, { affine: { a: 10, e: -10 } }],
    ['a CRS and resolution', { crs: 'EPSG:3857', resolution: 25, snap: true }, { affine: { a: 25 } }],
  ])('follows %s', (_, options, expected) => {
    expect(mosaic(three(), options).geobox).toMatchObject(expected)
  })

  it('leaves out arrays that lie beside it, and refuses a grid beside all of them', async () => {
    const part = mosaic(three(), { bounds: [500_000, 4_999_950, 500_100, 5_000_000] })
    expect(part.toJSON().nodes.filter(({ op }) => op === 'source')).toHaveLength(1)
    expect(await pixels(part)).toEqual(await pixels(three()[0]!.isel({ y: slice(0, 5), x: slice(0, 10) })))
    expect(() => mosaic(three(), { bounds: [600_000, 4_999_950, 600_100, 5_000_000] })).toThrow(
      /^mosaic: none of the 3 arrays has a pixel in \[600000/,
    )
  })
})

describe('arrays of several CRSs', () => {
  // The same place in two zones, far from both middles, so that lattices are turned against each other.
  const mixed = () => [
    plane(300_000, 5_000_000, 1, { side: 150 }),
    plane(777_000, 5_003_000, 2, { crs: utm32, side: 130 }),
    plane(301_500, 5_001_000, 3, { side: 90, step: 20 }),
  ]

  it.each(['near', 'bilinear', 'cubic', 'average'] as const)('are as if each were moved by %s to all of the grid', async (resampling) => {
    const grid = mosaic(mixed(), { crs: 'EPSG:3035', resolution: 15, snap: true }).geobox!
    const whole = mixed().map((array) => array.reprojectMatch(grid, { resampling }))
    for (const method of ['first', 'last', 'max', 'count', 'mean'] as const) {
      const parts = await pixels(mosaic(mixed(), { method, geobox: grid, resampling }))
      const alone = await pixels(mosaic(whole, { method }))
      expect(parts.filter((value) => value !== null && value !== 0).length).toBeGreaterThan(20_000)
      // Positions may differ in their last bits, so that a mean lands on the other side of a half.
      const off = parts.map((value, at) =>
        value === alone[at] ? 0 : Math.abs(Number(value ?? Number.NaN) - Number(alone[at] ?? Number.NaN)),
      )
      expect(off.every((by) => by <= 1)).toBe(true)
      expect(off.filter((by) => by > 0).length).toBeLessThan(resampling === 'near' ? 1 : parts.length / 10_000)
    }
  })

  it('move to the part of a grid across the antimeridian that they cover', async () => {
    const west = plane(-179.9, 10, 1, { crs: CRS.parse('EPSG:4326'), step: 0.1 })
    const grid = GeoBox.of(200, 100, { a: 0.1, b: 0, c: 175, d: 0, e: -0.1, f: 12 }, CRS.parse('EPSG:4326'))
    const fiji = plane(800_000, 1_000_000, 2, { crs: CRS.parse('EPSG:32660'), step: 10_000, side: 20 })
    const whole = [west, fiji].map((array) => array.reprojectMatch(grid))
    expect(await pixels(mosaic([fiji, west], { geobox: grid, method: 'max' }))).toEqual(await pixels(mosaic(whole, { method: 'max' })))
  })

  it('need a CRS and a resolution to be given', () => {
    expect(() => mosaic(mixed())).toThrow(UsageError)
    expect(() => mosaic(mixed())).toThrow(
      /^mosaic: array 0 is in EPSG:32633, array 1 in EPSG:32632: give the crs and the resolution of the mosaic, or a geobox$/,
    )
    expect(() => mosaic(mixed(), { crs: 'EPSG:3035' })).toThrow(/give the resolution of the mosaic, or a geobox$/)
    expect(() => mosaic([mixed()[0]!, mixed()[2]!])).toThrow(
      /^mosaic: array 0 has pixels of 10 x 10, array 1 of 20 x 20: give the resolution/,
    )
    expect(() => mosaic(three(), { crs: 'EPSG:3857' })).toThrow(/the mosaic in .*3857.*: give its resolution/)
  })
})

describe('what cannot be put together', () => {
  it.each<[string, () => unknown, unknown, RegExp]>([
    ['nothing', () => mosaic([]), UsageError, /^mosaic: the list of arrays is empty: give at least one array/],
    ['a number', () => mosaic(7 as never), UsageError, /^mosaic: 7 was given, expected a list of arrays, or names of rasters$/],
    [
      'a stranger',
      () => mosaic([plane(0, 0, 1), {} as never]),
      UsageError,
      /^mosaic: number 2 of the list is an object with no keys, not a DataArray$/,
    ],
    [
      'dtypes',
      () => mosaic([plane(0, 0, 1), plane(0, 0, 1, { make: (n) => new Int16Array(n) })]),
      DtypeError,
      /^mosaic: array 1 is int16, array 0 is uint8; cast one with astype/,
    ],
    [
      'no grid',
      () => mosaic([DataArray.fromArray(new Uint8Array(4), { dims: ['y', 'x'], shape: [2, 2] })]),
      GridError,
      /^mosaic: array 0 has no grid/,
    ],
    [
      'a method',
      () => mosaic(three(), { method: 'median' as never }),
      UsageError,
      /^mosaic: method is "median"; give one of "first", "last"/,
    ],
    ['an option', () => mosaic(three(), { methods: 'max' } as never), UsageError, /unknown option "methods" \(did you mean "method"\?\)/],
    [
      'two grids',
      () => mosaic(three(), { geobox: three()[0]!.geobox!, resolution: 3 }),
      UsageError,
      /^mosaic: resolution was given beside a geobox/,
    ],
    ['a CRS of nothing', () => mosaic(three(), { boundsCrs: 4326 }), UsageError, /boundsCrs says the CRS of bounds, which are not given/],
  ])('%s', (_, call, type, message) => {
    expect(call).toThrow(type as never)
    expect(call).toThrow(message)
  })

  it('are named by their place in the list, and by the file that they come from', async () => {
    const far = plane(10_000, 0, 1)
    const grid = plane(0, 0, 1).geobox!
    const short = plane(0, 0, 1, { make: (n) => new Int16Array(n) })
    // The first lies beside the grid, and does not count among those that are put together.
    expect(() => mosaic([far, plane(0, 0, 1), short], { geobox: grid })).toThrow(/^mosaic: array 2 is int16, array 1 is uint8; cast one/)
    const [dem, ndvi] = ['dem.tif', 'scene/B05.tif'].map((name) => new URL(`../../fixtures/${name}`, import.meta.url).pathname)
    await expect(mosaic([ndvi as string, dem as string], { resolution: 30 })).rejects.toThrow(
      /^mosaic: array 1 \(\S*dem\.tif\) is float32, array 0 \(\S*B05\.tif\) is uint16; cast one/,
    )
  })

  it('bands', () => {
    const geobox = three()[0]!.geobox!
    const cube = (bands: number) =>
      DataArray.fromArray(new Uint8Array(bands * 1600), { dims: ['band', 'y', 'x'], shape: [bands, 40, 40], geobox })
    expect(() => mosaic([cube(2), cube(3)])).toThrow(
      /^mosaic: array 1 has 3 along band, array 0 has 2; take the same with isel, or open with bands$/,
    )
    expect(() => mosaic([cube(2), three()[0] as never])).toThrow(/^mosaic: array 1 has dims y, x, array 0 has band, y, x/)
  })
})

describe('names of rasters', () => {
  const file = (...parts: string[]): string => join(here, 'files', ...parts)

  beforeAll(async () => {
    mkdirSync(file('deep', 'er'), { recursive: true })
    mkdirSync(file('none'))
    const [a, b, c] = three()
    await a!.toCog(file('a.tif'))
    await b!.toCog(file('b.tif'))
    mkdirSync(file('stores'))
    await b!.toZarr(file('stores', 'b.zarr'))
    await c!.toZarr(file('stores', 'c.zarr'))
    await c!.toCog(file('deep', 'er', 'c.tiff'))
  })

  it.each<[string, string | string[], number]>([
    ['a directory', file(''), 2],
    ['files', [file('a.tif'), file('b.tif'), file('deep', 'er', 'c.tiff')], 3],
    ['stores', [file('stores', 'b.zarr'), file('stores', 'c.zarr')], 2],
    ['a directory of stores', file('stores'), 2],
    ['a pattern', file('**', '*.{tif,tiff}'), 3],
    ['a pattern of one directory', file('[ab].*'), 2],
    ['question marks', file('deep', '??', '?.tif?'), 1],
    ['several directories', [file(''), file('deep', 'er')], 3],
  ])('%s', async (_, names, count) => {
    const array = await mosaic(names, { geobox: mosaic(three()).geobox!, method: 'count' })
    expect(array.toJSON().nodes.filter(({ op }) => op === 'source')).toHaveLength(count)
  })

  it('stand for the same pixels as arrays', async () => {
    const named = await mosaic([file('a.tif'), file('deep', 'er', 'c.tiff')], { method: 'max', band: 1 })
    const [a, , c] = three()
    expect(named.dims).toEqual(['y', 'x'])
    expect(await pixels(named)).toEqual(await pixels(mosaic([a!, c!], { method: 'max' })))
  })

  it('must be there', async () => {
    await expect(mosaic(file('*.jp2'))).rejects.toThrow(/no file fits the pattern/)
    await expect(mosaic(file('none'))).rejects.toThrow(/the directory holds no \.tif, \.tiff or \.zarr/)
    await expect(mosaic([file('gone.tif')])).rejects.toThrow(SourceError)
    await expect(mosaic([''])).rejects.toThrow(/"" is no path or URL/)
  })
})

it('round-trips as a recipe, and declares the nodata that is asked for', async () => {
  const array = mosaic(three(), { method: 'min', nodata: 255 })
  expect([array.nodata, array.dtype, mosaic(three(), { method: 'count' }).dtype]).toEqual([255, 'uint8', 'uint32'])
  const file = join(here, 'three.tif')
  await mosaic(three()).toCog(file)
  const opened = await mosaic([file])
  const again = await DataArray.fromJSON(JSON.parse(JSON.stringify(opened.toJSON())))
  expect(again.hash).toBe(opened.hash)
})
