import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DataArray } from '../../src/api/data-array.js'
import { GeoBox } from '../../src/api/geo-names.js'
import { open } from '../../src/api/open.js'
import type { CogWriteOptions } from '../../src/index.js'
import { describeWithPeers } from '../peers.js'
import { validate } from './cog-driver.js'
import { sha256 } from './cog-inspect.js'

const full = process.env.RASTERLOOM_FULL === '1'
const here = mkdtempSync(join(tmpdir(), 'cog-tiling-'))
afterAll(() => rmSync(here, { recursive: true }))

interface Source {
  readonly name: string
  readonly crs: string
  readonly width: number
  readonly height: number
  /** Upper left corner, and side of a pixel. */
  readonly at: readonly [x: number, y: number, pixel: number]
  readonly bands?: number
}

const sources: readonly Source[] = [
  { name: 'utm', crs: 'EPSG:32633', width: 700, height: 600, at: [500000, 5100000, 10] },
  { name: 'degrees', crs: 'EPSG:4326', width: 500, height: 400, at: [9.1, 47.3, 0.01], bands: 3 },
  { name: 'world', crs: 'EPSG:4326', width: 720, height: 360, at: [-180, 90, 0.5] },
  { name: 'south', crs: 'EPSG:32719', width: 333, height: 411, at: [300000, 7400000, 30] },
  { name: 'web', crs: 'EPSG:3857', width: 300, height: 200, at: [1000000, 6000000, 152.8740565703525] },
  { name: 'coarse', crs: 'EPSG:32633', width: 40, height: 30, at: [300000, 4200000, 3000] },
  { name: 'europe', crs: 'EPSG:3035', width: 450, height: 380, at: [4000000, 3000000, 100] },
]

function arrayOf({ crs, width, height, at: [x, y, pixel], bands = 1 }: Source): DataArray<string> {
  const values = Uint8Array.from({ length: bands * width * height }, (_, index) => 40 + ((index * 37) % 150))
  const geobox = GeoBox.fromTransform({ a: pixel, b: 0, c: x, d: 0, e: -pixel, f: y }, { width, height }, crs)
  return bands === 1
    ? DataArray.fromArray(values, { dims: ['y', 'x'], shape: [height, width], geobox, nodata: 0 })
    : DataArray.fromArray(values, { dims: ['band', 'y', 'x'], shape: [bands, height, width], geobox, nodata: 0 })
}

interface Seen {
  readonly size: readonly number[]
  readonly geoTransform: readonly number[]
  readonly metadata: { readonly TILING_SCHEME?: Readonly<Record<string, string>> }
  readonly bands: readonly { readonly block: readonly number[]; readonly overviews?: readonly { readonly size: readonly number[] }[] }[]
}

function look(path: string): { readonly exact: unknown; readonly transform: readonly number[] } {
  const text = execFileSync('gdalinfo', ['-json', '-mdd', 'TILING_SCHEME', path], { encoding: 'utf8' })
  const { size, geoTransform, metadata, bands } = JSON.parse(text) as Seen
  const overviews = bands[0]?.overviews?.map((each) => each.size) ?? []
  return { exact: { size, scheme: metadata.TILING_SCHEME, block: bands[0]?.block, overviews }, transform: geoTransform }
}

const variants: readonly (readonly [CogWriteOptions, readonly string[]])[] = [
  [{}, []],
  [{ zoomLevelStrategy: 'lower' }, ['ZOOM_LEVEL_STRATEGY=LOWER']],
  [{ zoomLevelStrategy: 'upper' }, ['ZOOM_LEVEL_STRATEGY=UPPER']],
  [{ alignedLevels: 3 }, ['ALIGNED_LEVELS=3']],
  [{ chunks: 512, alignedLevels: 2 }, ['BLOCKSIZE=512', 'ALIGNED_LEVELS=2']],
]

describeWithPeers('a COG on the tiles of a web map, beside GDAL', ['gdal', 'gdal-python'], () => {
  it.each(sources)(
    'has the grid, the overviews and the metadata that gdal_translate gives: $name',
    async (source) => {
      const array = arrayOf(source)
      const plain = join(here, `${source.name}.tif`)
      await array.toCog(plain, { workers: 0 })
      const turn = 1 + (sources.indexOf(source) % (variants.length - 1))
      for (const [at, [options, gdal]] of variants.entries()) {
        if (!full && at !== 0 && at !== turn) continue

        const [ours, theirs] = [join(here, `${source.name}-${at}.tif`), join(here, `${source.name}-${at}-gdal.tif`)]
        await array.toCog(ours, { tilingScheme: 'GoogleMapsCompatible', workers: 0, ...options })
        const creation = ['TILING_SCHEME=GoogleMapsCompatible', ...gdal].flatMap((option) => ['-co', option])
        execFileSync('gdal_translate', ['-q', '-of', 'COG', ...creation, plain, theirs], { stdio: 'ignore' })
        const [own, other] = [look(ours), look(theirs)]
        expect(own.exact, `${source.name} ${JSON.stringify(options)}`).toEqual(other.exact)
        own.transform.forEach((value, k) => {
          expect(Math.abs(value - (other.transform[k] as number))).toBeLessThan(1e-7)
        })
        if (at === 0) expect(validate(ours)).toMatch(/is a valid cloud optimized GeoTIFF/)
      }
    },
    60_000,
  )
})

describe('a COG on the tiles of a web map', () => {
  it('holds the pixels that a reprojection to that grid gives', async () => {
    const array = arrayOf(sources[0] as Source)
    const path = join(here, 'pixels.tif')
    await array.toCog(path, { tilingScheme: 'GoogleMapsCompatible', resampling: 'bilinear', workers: 0 })
    const written = await open(path)
    const wanted = await array.reproject(written.geobox as GeoBox, { resampling: 'bilinear' }).compute({ workers: 0 })
    const seen = await written.compute({ workers: 0 })
    expect(sha256(seen.values)).toBe(sha256(wanted.values))
    expect((written.attrs.domains as Record<string, unknown>).TILING_SCHEME).toEqual({ NAME: 'GoogleMapsCompatible', ZOOM_LEVEL: '13' })
  })

  it('keeps a fine zoom level where the array crosses the antimeridian', async () => {
    const path = join(here, 'antimeridian.tif')
    const crossing = arrayOf({ name: '', crs: 'EPSG:4326', width: 400, height: 40, at: [170, 10, 0.05] })
    await crossing.toCog(path, { tilingScheme: 'GoogleMapsCompatible', sparse: true, workers: 0 })
    const { width, affine } = (await open(path)).geobox as GeoBox
    expect(width * affine.a).toBeCloseTo(2 * Math.PI * 6378137, 5)
    expect(affine.a).toBeCloseTo(4891.96981025128, 8)
  })

  it('refuses what makes no sense', async () => {
    const array = arrayOf(sources[0] as Source)
    const write = (options: object): Promise<unknown> => array.toCog(join(here, 'none.tif'), options as CogWriteOptions)
    await expect(write({ tilingScheme: 'WorldCRS84Quad' })).rejects.toThrow(/tilingScheme "WorldCRS84Quad" .* 'GoogleMapsCompatible'/)
    await expect(write({ alignedLevels: 2 })).rejects.toThrow(/alignedLevels is for a tiling scheme/)
    await expect(write({ tilingScheme: 'GoogleMapsCompatible', zoomLevelStrategy: 'best' })).rejects.toThrow(/zoomLevelStrategy/)
    await expect(write({ tilingScheme: 'GoogleMapsCompatible', zoomLevel: 29 })).rejects.toThrow(/zoom level 29/)
  })
})
