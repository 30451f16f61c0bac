import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { FileSystemStore } from '@zarrita/storage'
import { beforeAll, describe, expect, test } from 'vitest'
import * as zarr from 'zarrita'
import { open } from '../../src/index.js'
import { fixture, runProcess, scratchDirectory } from '../cli/command.js'
import { dataDir, describeWithPeers, python } from '../peers.js'
import { type Agreement, compare, convert, gdal, gdalwarpOnto, sameGrid } from './agreement.js'

const rgb = `${dataDir}geotiff/rasterio/RGB.byte.tif`
const world = `${dataDir}geotiff/rasterio/world.rgb.tif`
const landsat = `${dataDir}geotiff/landsat-c2/LC08_L2SP_005009_20150710_20200908_02_T2_SR_B4.TIF`

/** Share of pixels that must be equal, away from invalid ones and edges. Interpolated positions (0.001 px) turn roundings now and then. */
const equalBilinear = 0.995
const equalNear = 0.999
/** The same where every position is computed exactly; what is left are halves that GDAL's own rounding of positions misses. */
const equalExact = 0.9999

/** GDAL's kernel as it is where nothing is made coarser: it takes one scale for a whole chunk, which over rotated grids is far off. */
const unscaled = ['-wo', 'XSCALE=1', '-wo', 'YSCALE=1']
/** Without it GDAL cannot say which pixels of a raster without nodata were covered. */
const covered = ['-dstalpha']
const pole = ['--crs', 'EPSG:3031', '--bounds=-4000000,-4000000,4000000,4000000', '--resolution', '20000']
const pacific = [
  ...['--crs', '+proj=laea +lat_0=0 +lon_0=180 +datum=WGS84'],
  ...['--bounds=-4000000,-4000000,4000000,4000000', '--resolution', '20000'],
]
const nan = ['-srcnodata', 'nan', '-dstnodata', 'nan']

describeWithPeers("a reprojected COG and Zarr store as GDAL's", ['gdal', 'gdal-python', 'data'], () => {
  const directory = scratchDirectory()
  const warp = ['--crs', 'EPSG:3857', '--resampling', 'bilinear']

  beforeAll(async () => {
    await convert(directory, rgb, 'out.tif', ...warp)
    await convert(directory, rgb, 'out.zarr', ...warp)
    await gdal(directory, 'gdalwarp', '-q', '-t_srs', 'EPSG:3857', '-r', 'bilinear', '-et', '0', rgb, 'gdal.tif')
  })

  test("passes GDAL's validator", async () => {
    const script = ['-m', 'osgeo_utils.samples.validate_cloud_optimized_geotiff', '--full-check=yes', 'out.tif']
    const { code, stdout, stderr } = await runProcess(python, script, directory)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('out.tif is a valid cloud optimized GeoTIFF')
    expect(stdout).not.toContain('warning')
  })

  test('has the grid that GDAL chooses and its pixels; validity differs only where one of several bands is nodata', () => {
    const [found] = compare([{ ours: `${directory}/out.tif`, theirs: `${directory}/gdal.tif` }]) as [Agreement]
    sameGrid(found)
    expect(found.maxDifference).toBeLessThanOrEqual(1)
    expect(found.insideEqual).toBeGreaterThanOrEqual(equalBilinear)
    // With several bands GDAL interpolates a band where its nearest pixel is nodata but a neighbour is not; we do not, as neither does for one band.
    expect(found.onlyOurs).toBe(0)
    expect(found.onlyTheirs).toBeLessThan(found.pixels * 0.001)
  })

  test('the Zarr store holds the same pixels, as zarrita reads it', async () => {
    const group = await zarr.open(new FileSystemStore(`${directory}/out.zarr`), { kind: 'group' })
    const { data, shape } = await zarr.get(await zarr.open(group.resolve('data'), { kind: 'array' }))
    const cog = await (await open(`${directory}/out.tif`)).compute()
    expect(shape).toEqual(cog.shape)
    expect(Buffer.compare(Buffer.from(data as Uint8Array), Buffer.from(cog.filled(0) as Uint8Array))).toBe(0)
  })
})

interface Case {
  readonly name: string
  readonly source: string
  readonly options: readonly string[]
  readonly gdal?: readonly string[]
  /** Largest difference; 1 for integers. */
  readonly tolerance?: number
  /** Share of valid pixels that are equal. */
  readonly equal: number
  /** Most pixels that just one of both has, all of them on the edge. */
  readonly edge?: number
}

/** Converts, warps with GDAL onto the same grid, and compares. */
function agree(method: 'near' | 'bilinear', cases: readonly Case[], directory: string): void {
  const found: Agreement[] = []
  beforeAll(async () => {
    for (const [at, { source, options, gdal: extra }] of cases.entries()) {
      const ours = `${method}${at}.tif`
      await convert(directory, source, ours, '--resampling', method, '--overviews', 'none', '--workers', '0', ...options)
      await gdalwarpOnto(directory, ours, source, `gdal-${ours}`, '-r', method, ...(extra ?? []))
    }
    const path = (prefix: string, at: number): string => `${directory}/${prefix}${method}${at}.tif`
    found.push(...compare(cases.map((_, at) => ({ ours: path('', at), theirs: path('gdal-', at) }))))
  })

  test.each(cases.map((each, at) => [`${method}: ${each.name}`, at] as const))('%s', (_, at) => {
    const { tolerance, equal, edge } = cases[at] as Case
    const result = found[at] as Agreement
    sameGrid(result)
    expect(result.valid).toBeGreaterThan(1000)
    if (method === 'bilinear') expect(result.maxDifference).toBeLessThanOrEqual(tolerance ?? 1)
    expect(result.insideEqual).toBeGreaterThanOrEqual(equal)
    expect(result.onlyOurs + result.onlyTheirs).toBeLessThanOrEqual(edge ?? 0)
    expect(result.unlikeAwayFromEdge).toBe(0)
  })
}

describeWithPeers('pixels of other grids as gdalwarp makes them', ['gdal', 'gdal-python', 'data'], () => {
  const directory = scratchDirectory()
  const exact = ['--max-error-px', '0']

  beforeAll(() => {
    const script = fileURLToPath(new URL('sources.py', import.meta.url))
    execFileSync(python, [script, rgb, directory])
  })

  const one = 'one.tif'
  describe('near', () => {
    agree(
      'near',
      [
        { name: 'UTM to Web Mercator', source: one, options: ['--crs', 'EPSG:3857'], equal: equalNear, edge: 10 },
        { name: 'UTM to longitude and latitude', source: one, options: ['--crs', 'EPSG:4326'], equal: equalNear, edge: 10 },
        { name: 'UTM to its neighbour zone', source: one, options: ['--crs', 'EPSG:32617'], equal: equalNear, edge: 10 },
        { name: 'UTM to Web Mercator, exactly', source: one, options: ['--crs', 'EPSG:3857', ...exact], equal: 1 },
        { name: 'UTM to longitude and latitude, exactly', source: one, options: ['--crs', 'EPSG:4326', ...exact], equal: 1 },
        { name: 'half the size', source: one, options: ['--size', '395x359'], equal: 1 },
        { name: 'twice the size', source: one, options: ['--size', '1582x1436'], equal: 1 },
        { name: 'a source with the south on top', source: 'south.tif', options: ['--crs', 'EPSG:3857', ...exact], equal: 1 },
        { name: 'a rotated source', source: 'rotated.tif', options: ['--crs', 'EPSG:3857', ...exact], equal: 1 },
        { name: 'a rotated source in its own CRS', source: 'rotated.tif', options: ['--crs', 'EPSG:32618'], equal: 1 },
        { name: 'the world to Web Mercator', source: world, options: ['--crs', 'EPSG:3857'], gdal: covered, equal: 1 },
        { name: 'the world round the south pole', source: world, options: [...pole, ...exact], gdal: covered, equal: 1 },
        { name: 'the world round the antimeridian', source: world, options: [...pacific, ...exact], gdal: covered, equal: 1 },
        { name: 'pixels as points (Landsat)', source: landsat, options: ['--crs', 'EPSG:3857', ...exact], equal: 1 },
      ],
      directory,
    )
  })

  describe('bilinear', () => {
    agree(
      'bilinear',
      [
        { name: 'UTM to Web Mercator', source: one, options: ['--crs', 'EPSG:3857'], equal: equalBilinear, edge: 10 },
        { name: 'UTM to its neighbour zone', source: one, options: ['--crs', 'EPSG:32617'], equal: equalBilinear, edge: 10 },
        { name: 'UTM to Web Mercator, exactly', source: one, options: ['--crs', 'EPSG:3857', ...exact], equal: equalExact },
        // Finer than the source everywhere: where pixels become larger, ours is the scale of each place, GDAL's that of a chunk.
        {
          name: 'UTM to longitude and latitude',
          source: one,
          options: ['--crs', 'EPSG:4326', '--resolution', '0.0025', ...exact],
          equal: equalExact,
        },
        { name: 'half the size', source: one, options: ['--size', '395x359'], equal: equalNear },
        { name: 'half the size, floats', source: 'float.tif', options: ['--size', '395x359'], equal: 1, tolerance: 0 },
        { name: 'a third of the size, floats', source: 'float.tif', options: ['--resolution', '900'], equal: 1, tolerance: 0 },
        { name: 'twice the size, floats', source: 'float.tif', options: ['--size', '1582x1436'], equal: 1, tolerance: 0 },
        { name: 'a source with the south on top', source: 'south.tif', options: ['--crs', 'EPSG:3857', ...exact], equal: equalExact },
        {
          name: 'a rotated source',
          source: 'rotated.tif',
          options: ['--crs', 'EPSG:3857', '--resolution', '300', ...exact],
          gdal: unscaled,
          equal: equalExact,
        },
        {
          name: 'pixels as points (Landsat)',
          source: landsat,
          options: ['--crs', 'EPSG:3857', '--resolution', '900', ...exact],
          equal: equalBilinear,
        },
        // GDAL does not interpolate over the seam of the world, we do: the tolerance is for the columns beside it.
        {
          name: 'the world round the antimeridian',
          source: world,
          options: [...pacific, ...exact],
          gdal: [...covered, ...unscaled],
          equal: 0.99,
          tolerance: 60,
        },
        {
          name: 'the world round the south pole',
          source: world,
          options: ['--crs', 'EPSG:3031', '--bounds=-4000000,-4000000,4000000,4000000', '--resolution', '10000', ...exact],
          gdal: [...covered, ...unscaled],
          equal: 0.99,
          tolerance: 60,
        },
        {
          name: 'floats with NaN',
          source: fixture('dem.tif'),
          options: ['--crs', 'EPSG:3857', '--resolution', '40', ...exact],
          gdal: nan,
          equal: 0.999,
          tolerance: 1e-4,
        },
        {
          name: 'sea ice from the pole to longitude and latitude',
          source: `${dataDir}geotiff/geotiff-test-data/bremen_sea_ice_conc_2022_9_9.tif`,
          options: ['--crs', 'EPSG:4326', '--bounds=-180,-75,180,-60', '--resolution', '0.05'],
          gdal: [...nan, ...unscaled],
          equal: 0.999,
          tolerance: 1e-4,
        },
      ],
      directory,
    )
  })
})
