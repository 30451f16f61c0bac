import { type CRS, concat, DataArray, GeoBox, open, CRS as parse, slice, type TypedArray } from 'rasterloom'
import { type Random, random } from '../conformance/random.js'
import { fixtures } from './scratch.js'

/** A lazy array whose pixels must not depend on how they are asked for. */
export interface Chain {
  readonly name: string
  readonly array: DataArray<string>
}

const utm = parse.parse('EPSG:32633')

/** Two bands of the scene, from wherever they are stored. */
async function bands(from: (band: string) => string): Promise<[nir: DataArray<'y' | 'x'>, red: DataArray<'y' | 'x'>]> {
  const opened = ['B08', 'B04'].map((band) => (from(band).endsWith('.zarr') ? open(from(band)) : open(from(band), { band: 1 })))
  const [nir, red] = await Promise.all(opened)
  return [nir as DataArray<'y' | 'x'>, red as DataArray<'y' | 'x'>]
}

/** The scene's file of a band. */
export const sceneBand = (band: string): string => `${fixtures}scene/${band}.tif`

/** A diamond, (a - b) / (a + b), over bands that are reprojected: each is demanded twice, with a halo. */
export async function diamondOfHalos(from: (band: string) => string = sceneBand): Promise<Chain> {
  const [nir, red] = await bands(from)
  const grid = { resolution: 23, resampling: 'bilinear', snap: true } as const
  const a = nir.reproject('EPSG:3857', grid)
  const b = red.reproject('EPSG:3857', grid)
  return { name: 'diamond of reprojected bands', array: a.sub(b).div(a.add(b)) }
}

/** The other way round: a diamond, and a halo over it, on a grid of the same CRS. */
export async function haloOfDiamond(from: (band: string) => string = sceneBand): Promise<Chain> {
  const [nir, red] = await bands(from)
  const ndvi = nir.sub(red).div(nir.add(red))
  return {
    name: 'resampled diamond',
    array: ndvi.isel({ y: slice(7, 700), x: slice(3, 801) }).resample({ factor: 1.37, resampling: 'bilinear' }),
  }
}

/** Three dims: a diamond between an array and a step of itself along the bands. */
export async function bandCube(): Promise<Chain> {
  const cube = concat(await Promise.all(['B02', 'B03', 'B04', 'B08'].map((band) => open(sceneBand(band), { band: 1 }))), { dim: 'band' })
  const part = cube.isel({ y: slice(0, 400), x: slice(100, 601) })
  const there = part.reproject('EPSG:3035', { resolution: 17, resampling: 'bilinear' })
  const first = there.isel({ band: slice(0, 3) })
  return { name: 'bands, y, x', array: first.sub(there.isel({ band: 3 })).div(first.add(1)) }
}

/** A series along time, joined and resampled. */
export async function timeSeries(): Promise<Chain> {
  const dates = ['2021-01-05', '2021-02-09', '2021-05-05', '2021-08-13', '2021-11-06']
  const arrays = await Promise.all(dates.map((date) => open(`${fixtures}series/NDVI_${date}.tif`, { band: 1 })))
  const series = concat(arrays, { dim: 'time', labels: dates })
  return {
    name: 'time, y, x',
    array: series
      .resample({ factor: 0.71, resampling: 'bilinear' })
      .mul(2)
      .sub(series.isel({ time: 0 }).resample({ factor: 0.71, resampling: 'bilinear' })),
  }
}

const makers: Readonly<Record<string, (count: number, random: Random) => TypedArray>> = {
  uint8: (count, { int }) => Uint8Array.from({ length: count }, () => int(0, 256)),
  int16: (count, { int }) => Int16Array.from({ length: count }, () => int(-3000, 3000)),
  int32: (count, { int }) => Int32Array.from({ length: count }, () => int(-2e9, 2e9)),
  uint32: (count, { int }) => Uint32Array.from({ length: count }, () => int(0, 4e9)),
  int64: (count, { int }) => BigInt64Array.from({ length: count }, () => BigInt(int(-2e9, 2e9)) * 3n ** 15n),
  float32: (count, { int, next }) => Float32Array.from({ length: count }, () => (int(0, 40) === 0 ? Number.NaN : next() * 1e4)),
  float64: (count, { int, next }) => Float64Array.from({ length: count }, () => (int(0, 40) === 0 ? Number.NaN : next() - 0.5)),
}

/** Noise of a dtype on a grid, with nodata where the dtype has no NaN, seeded. */
export function noise(
  dtype: string,
  seed: number,
  height = 271,
  width = 333,
  crs: ReturnType<typeof CRS.parse> = utm,
): DataArray<'y' | 'x'> {
  const values = (makers[dtype] as (typeof makers)['uint8'])(height * width, random(seed))
  const nodata = dtype.startsWith('float') ? null : (values[5] as number | bigint)
  const geobox = GeoBox.of(width, height, { a: 10, b: 0, c: 500_000, d: 0, e: -10, f: 5_300_000 }, crs)
  return DataArray.fromArray(values, { dims: ['y', 'x'], shape: [height, width], geobox, nodata })
}

/** A reprojection and a shifted copy of each dtype: bilinear where the kernel takes it, near for 64-bit integers. */
export function dtypeChains(): Chain[] {
  return Object.keys(makers).map((dtype, seed) => {
    const array = noise(dtype, seed + 11)
    const resampling = dtype === 'int64' ? 'near' : 'bilinear'
    return { name: dtype, array: array.reproject('EPSG:3857', { resolution: 13, resampling }) }
  })
}
