import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { atOverview } from '../../src/api/coarse-graph.js'
import { type DataArray, nodeOf, wrapped } from '../../src/api/data-array.js'
import { CRS, concat, GeoBox, indices, mosaic, open, slice, where } from '../../src/index.js'

const scene = fileURLToPath(new URL('../../fixtures/scene/', import.meta.url))
const band = (name: string): Promise<DataArray<'y' | 'x'>> => open(`${scene}${name}.tif`, { band: 1, scaled: true })

/** Tiles that computing an array would read. */
async function tilesOf(array: DataArray): Promise<number> {
  const { sources } = (await array.plan()).toJSON() as unknown as { sources: { tiles: number }[] }
  return sources.reduce((sum, { tiles }) => sum + tiles, 0)
}

async function coarse(array: DataArray, width = 128): Promise<DataArray> {
  return wrapped(await atOverview(nodeOf(array), width))
}

/** The largest difference between two arrays of one shape, in standard deviations, over the middle of both; and how many pixels were compared. */
async function difference(one: DataArray, other: DataArray): Promise<{ mean: number; count: number }> {
  const [a, b] = [await one.compute({ workers: 0 }), await other.compute({ workers: 0 })]
  expect(a.shape).toEqual(b.shape)
  let [sum, count] = [0, 0]
  a.values.forEach((value, at) => {
    if (a.valid?.[at] === 0 || b.valid?.[at] === 0 || Number.isNaN(Number(value))) return
    sum += Math.abs(Number(value) - Number(b.values[at]))
    count++
  })
  return { mean: sum / count, count }
}

/** What the coarse array is compared with: all pixels, averaged to its grid. */
async function averaged(array: DataArray, grid: DataArray): Promise<DataArray> {
  return array.resample({ size: { width: grid.shape.at(-1) as number, height: grid.shape.at(-2) as number }, resampling: 'average' })
}

const chains: [string, number, (nir: DataArray<'y' | 'x'>, red: DataArray<'y' | 'x'>) => DataArray][] = [
  ['arithmetic', 0.07, (nir, red) => nir.sub(red).div(nir.add(red))],
  ['an index', 0.07, (nir, red) => indices.ndvi({ nir, red })],
  ['a crop', 0.03, (nir) => nir.isel({ x: slice(200, 1000), y: slice(100, 900) })],
  ['a crop of every second pixel', 0.05, (nir) => nir.isel({ x: slice(0, 1098, 2), y: slice(0, 1098, 2) })],
  ['a rectangle', 0.03, (nir) => nir.clipBox(482000, 5390000, 490000, 5399000)],
  ['a warp', 0.03, (nir) => nir.reproject('EPSG:3857', { resolution: 12, resampling: 'bilinear' })],
  ['a warp of a difference', 0.03, (nir, red) => nir.sub(red).reproject('EPSG:4326', { resampling: 'cubic' })],
  ['another resolution', 0.03, (nir) => nir.resample({ factor: 2, resampling: 'average' })],
  [
    'a reduction over time',
    0.03,
    (nir, red) => concat([nir, red], { dim: 'time', labels: ['2021-01-01', '2021-02-01'] }).mean({ dim: 'time' }),
  ],
  ['less a mean over space', 0.03, (nir) => nir.sub(nir.mean())],
  ['a condition', 0.05, (nir, red) => where(red.lt(0.1), nir, red)],
  ['a window of pixels', 0.03, (nir) => nir.coarsen({ y: 3, x: 3 }).mean()],
  ['a mosaic', 0.03, (nir) => mosaic([nir.isel({ x: slice(0, 700) }), nir.isel({ x: slice(500, 1098) })])],
  [
    'a mosaic of a warp',
    0.03,
    (nir, red) =>
      mosaic([nir.reproject('EPSG:3857', { resolution: 12, snap: true }), red.reproject('EPSG:3857', { resolution: 12, snap: true })]),
  ],
  ['a transposition behind a stack', 0.03, (nir, red) => concat([nir, red], { dim: 'band', labels: ['a', 'b'] }).isel({ band: 1 })],
]

describe('a picture reads overviews through the whole graph', () => {
  it.each(chains)('%s', async (_, most, chain) => {
    const [nir, red] = [await band('B08'), await band('B04')]
    const whole = chain(nir, red)
    const small = await coarse(whole)
    expect(small.dims).toEqual(whole.dims)
    expect(small.shape.at(-1)).toBeLessThan((whole.shape.at(-1) as number) / 1.5)
    expect(small.shape.at(-1)).toBeGreaterThanOrEqual(126)
    // 25 tiles are a whole band at full resolution; its overviews have 9, 4 and 1.
    expect(await tilesOf(small)).toBeLessThanOrEqual(10)
    expect(await tilesOf(whole)).toBeGreaterThanOrEqual(16)
    const { mean, count } = await difference(small, await averaged(whole, small))
    expect(count).toBeGreaterThan(5000)
    expect(mean).toBeLessThan(most)
    const { left, right } = small.bounds as { left: number; right: number }
    expect(Math.abs(left - (whole.bounds?.left as number)) / (right - left)).toBeLessThan(0.02)
  })

  it.each([
    ['a sum over space', (nir: DataArray<'y' | 'x'>) => nir.mul(0).add(nir.sum())],
    ['a shift by pixels', (nir: DataArray<'y' | 'x'>) => nir.shift({ x: 100 })],
    ['sums of pixels', (nir: DataArray<'y' | 'x'>) => nir.resample({ factor: 2, resampling: 'sum' })],
    ['running sums along a row', (nir: DataArray<'y' | 'x'>) => nir.cumsum('x')],
  ])('%s is made of all pixels, since overviews would say something else', async (_, chain) => {
    const nir = await band('B08')
    const whole = chain(nir)
    const small = await coarse(whole, 100)
    const [a, b] = [await small.compute({ workers: 0 }), await whole.compute({ workers: 0 })]
    expect(await tilesOf(small)).toBeGreaterThanOrEqual(20)
    const top = (array: DataArray): number =>
      Array.from(array.values as ArrayLike<number>).reduce(
        (most, value, at) => (array.valid?.[at] === 0 ? most : Math.max(most, value)),
        Number.NEGATIVE_INFINITY,
      )
    expect(top(a)).toBeCloseTo(top(b), 3)
  })

  it('sources whose overviews do not fit each other come to one grid', async () => {
    const [nir, edge] = [await band('B08'), await band('B05')]
    const small = await coarse(nir.sub(edge.reprojectMatch(nir)), 200)
    expect(small.shape).toEqual([200, 200])
  })

  it('keeps an array that is small enough, and one without overviews', async () => {
    const edge = await band('B05')
    expect((await coarse(edge, 300)).hash).toBe(edge.hash)
    expect((await coarse(edge.mul(2), 600)).hash).toBe(edge.mul(2).hash)
  })

  it('a crop of a crop reads the level that its own pixels ask for', async () => {
    const nir = await band('B08')
    const part = nir.isel({ x: slice(300, 556), y: slice(300, 556) })
    expect((await coarse(part, 256)).shape).toEqual([256, 256])
    expect(await tilesOf(await coarse(part, 256))).toBe(await tilesOf(part))
    const corners = GeoBox.bounds(part.geobox as GeoBox)
    const small = await coarse(part, 64)
    expect(small.shape).toEqual([64, 64])
    expect(CRS.equals(small.crs as CRS, part.crs as CRS)).toBe(true)
    expect(small.bounds).toEqual(corners)
  })
})
