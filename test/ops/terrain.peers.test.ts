import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { DataArray } from '../../src/api/data-array.js'
import { open } from '../../src/api/open.js'
import type { Json } from '../../src/base/json.js'
import { dataDir, describeWithPeers, python } from '../peers.js'

// Hills of many sizes with holes in them, square pixels and oblong ones, whole heights and broken ones.
const script = `
import sys, json, numpy as np
from osgeo import gdal, osr
gdal.UseExceptions()
folder, cases = sys.argv[1], json.loads(sys.argv[2])
for k, c in enumerate(cases["files"]):
    rng = np.random.default_rng(7 + k)
    h, w = c["size"]
    y, x = np.mgrid[0:h, 0:w]
    a = sum(60 / f * np.sin(x * f / 21 + rng.random() * 6) * np.cos(y * f / 17 + rng.random() * 6) for f in (1, 2, 5, 9)) + 300 + rng.normal(0, c["noise"], (h, w))
    a[5:9, 12:20] = 250
    a[rng.random((h, w)) < c["holes"]] = c["nodata"] if c["nodata"] is not None else 0
    code = dict(uint8=gdal.GDT_Byte, uint16=gdal.GDT_UInt16, int16=gdal.GDT_Int16, int32=gdal.GDT_Int32, float32=gdal.GDT_Float32, float64=gdal.GDT_Float64)[c["dtype"]]
    d = gdal.GetDriverByName("GTiff").Create(f"{folder}/{k}.tif", w, h, 1, code)
    d.SetGeoTransform([500000, c["px"][0], 0, 5000000, 0, c["px"][1]])
    srs = osr.SpatialReference(); srs.ImportFromEPSG(32633); d.SetProjection(srs.ExportToWkt())
    if c["nodata"] is not None: d.GetRasterBand(1).SetNoDataValue(c["nodata"])
    if c["dtype"] == "uint8": a = a - 200
    if not c["dtype"].startswith("float"): a = np.round(a)
    d.GetRasterBand(1).WriteArray(a.astype(c["dtype"]))
    d = None
names = cases["paths"] + [f"{folder}/{k}.tif" for k in range(len(cases["files"]))]
for i, name in enumerate(names):
    for j, (verb, options) in enumerate(cases["jobs"]):
        d = gdal.DEMProcessing(f"{folder}/{i}-{j}.tif", name, verb, options=options)
        d = None
`

const files: readonly Json[] = [
  { size: [61, 83], dtype: 'float32', nodata: -9999, holes: 0.02, noise: 0.7, px: [10, -10] },
  { size: [61, 83], dtype: 'float64', nodata: null, holes: 0, noise: 0.7, px: [10, -12.5] },
  { size: [40, 71], dtype: 'int16', nodata: -32768, holes: 0.03, noise: 2, px: [30, -30] },
  { size: [40, 71], dtype: 'uint8', nodata: 255, holes: 0.03, noise: 2, px: [25, -30] },
  { size: [33, 47], dtype: 'int32', nodata: null, holes: 0, noise: 2, px: [30.5, -30.5] },
  { size: [37, 41], dtype: 'uint16', nodata: 0, holes: 0.05, noise: 1, px: [5, 5] },
]

/** gdaldem's words, the same of ours, and whether bits may differ: GDAL's hillshade has an estimate of the reciprocal root that depends on the processor. */
type Job = readonly [verb: string, options: readonly string[], make: (heights: DataArray) => DataArray, exact: boolean]
const jobs: readonly Job[] = [
  ['slope', [], (a) => a.slope(), true],
  ['slope', ['-p', '-s', '2.5'], (a) => a.slope({ unit: 'percent', scale: 2.5 }), true],
  ['slope', ['-compute_edges'], (a) => a.slope({ computeEdges: true }), true],
  ['slope', ['-alg', 'ZevenbergenThorne', '-compute_edges'], (a) => a.slope({ algorithm: 'zevenbergenThorne', computeEdges: true }), true],
  ['aspect', [], (a) => a.aspect(), true],
  ['aspect', ['-trigonometric', '-compute_edges'], (a) => a.aspect({ trigonometric: true, computeEdges: true }), true],
  ['aspect', ['-alg', 'ZevenbergenThorne'], (a) => a.aspect({ algorithm: 'zevenbergenThorne' }), true],
  ['hillshade', [], (a) => a.hillshade(), false],
  [
    'hillshade',
    ['-compute_edges', '-z', '3', '-az', '200', '-alt', '30'],
    (a) => a.hillshade({ computeEdges: true, zFactor: 3, azimuth: 200, altitude: 30 }),
    false,
  ],
  ['hillshade', ['-alg', 'ZevenbergenThorne', '-s', '0.5'], (a) => a.hillshade({ algorithm: 'zevenbergenThorne', scale: 0.5 }), false],
  ['hillshade', ['-multidirectional'], (a) => a.hillshade({ shading: 'multidirectional' }), false],
  ['hillshade', ['-combined', '-z', '2'], (a) => a.hillshade({ shading: 'combined', zFactor: 2 }), false],
  ['hillshade', ['-igor', '-compute_edges'], (a) => a.hillshade({ shading: 'igor', computeEdges: true }), false],
  ['TRI', [], (a) => a.tri(), true],
  ['TRI', ['-alg', 'Wilson', '-compute_edges'], (a) => a.tri({ algorithm: 'wilson', computeEdges: true }), true],
  ['TPI', [], (a) => a.tpi(), true],
  ['TPI', ['-compute_edges'], (a) => a.tpi({ computeEdges: true }), true],
  ['roughness', [], (a) => a.roughness(), true],
  ['roughness', ['-compute_edges'], (a) => a.roughness({ computeEdges: true }), true],
]

const paths = ['cogeotiff-core/DEM_BS28_2016_1000_1141.tif', 'rioxarray-input/cog.tif'].map((name) => join(dataDir, 'geotiff', name))

async function pixels(array: DataArray): Promise<{ values: ArrayLike<number>; valid: ArrayLike<number> | null }> {
  const made = await array.compute({ workers: 0 })
  return { values: made.values as Float32Array, valid: made.valid }
}

describeWithPeers('terrain equals gdaldem', ['gdal-python', 'data'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'terrain-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const words = jobs.map(([verb, options]) => [verb, options.join(' ')])
  execFileSync(python, ['-W', 'ignore', '-c', script, folder, JSON.stringify({ files, paths, jobs: words })], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const names = [...paths, ...files.map((_, k) => join(folder, `${k}.tif`))]
  jobs.forEach(([verb, options, make, exact], j) => {
    it(`${verb} ${options.join(' ')}`, async () => {
      for (const [i, name] of names.entries()) {
        const southUp = i - paths.length === 5
        // gdaldem's aspect takes every grid for north-up.
        if (verb === 'aspect' && southUp) continue
        const ours = await pixels(make((await open(name)) as DataArray))
        const theirs = await pixels((await open(join(folder, `${i}-${j}.tif`))) as DataArray)
        let [invalid, off, most, count] = [0, 0, 0, 0]
        for (let at = 0; at < ours.values.length; at++) {
          const [mine, other] = [ours.valid?.[at] !== 0, theirs.valid?.[at] !== 0]
          if (mine !== other) invalid++
          if (!mine || !other) continue
          count++
          if (ours.values[at] === theirs.values[at]) continue
          off++
          most = Math.max(most, Math.abs((ours.values[at] as number) - (theirs.values[at] as number)))
        }
        expect(
          { name, invalid, off: exact ? off : off <= count / 1000, most: exact ? most : most <= 1 },
          `${off} of ${count} differ by up to ${most}`,
        ).toEqual({
          name,
          invalid: 0,
          off: exact ? 0 : true,
          most: exact ? 0 : true,
        })
      }
    })
  })
})
