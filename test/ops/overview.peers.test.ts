import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { isValidAt } from '../../src/array/block.js'
import type { Dtype } from '../../src/base/dtype.js'
import { overview } from '../../src/ops/overview.js'
import { testKit } from '../kit.js'
import { describeWithPeers, python } from '../peers.js'
import { type Raster, readRasters } from './rasters.js'
import { gridSpec, runOp } from './run-op.js'

// Noise, with a share of nodata pixels; the overview that gdaladdo makes is written out as a raster of its own.
const script = `
import sys, json, numpy as np
from osgeo import gdal
gdal.UseExceptions()
folder, cases = sys.argv[1], json.loads(sys.argv[2])
for k, c in enumerate(cases):
    rng = np.random.default_rng(100 + k)
    w, h = c["size"]
    low, high = (0, 5) if c["kernel"] == "mode" else (10, 250)
    a = rng.integers(low, high, (h, w)).astype(c["dtype"])
    if c["dtype"].startswith("float"): a = a + rng.random((h, w)).astype(c["dtype"]).round(3)
    if c["nodata"] is not None: a[rng.random((h, w)) < 0.3] = c["nodata"]
    code = dict(uint8=gdal.GDT_Byte, uint16=gdal.GDT_UInt16, int16=gdal.GDT_Int16, float32=gdal.GDT_Float32)[c["dtype"]]
    path = f"{folder}/{k}.tif"
    d = gdal.GetDriverByName("GTiff").Create(path, w, h, 1, code)
    d.SetGeoTransform([1000, 10, 0, 2000, 0, -10])
    if c["nodata"] is not None: d.GetRasterBand(1).SetNoDataValue(c["nodata"])
    d.GetRasterBand(1).WriteArray(a)
    d = None
    d = gdal.OpenEx(path, gdal.OF_RASTER | gdal.OF_UPDATE)
    names = dict(near="NEAREST", lanczos="LANCZOS", rms="RMS", gauss="GAUSS")
    d.BuildOverviews(names.get(c["kernel"], c["kernel"].upper()), [2])
    o = d.GetRasterBand(1).GetOverview(0).ReadAsArray()
    out = gdal.GetDriverByName("GTiff").Create(f"{folder}/{k}-half.tif", o.shape[1], o.shape[0], 1, code)
    out.SetGeoTransform([1000, 10, 0, 2000, 0, -10])
    out.GetRasterBand(1).WriteArray(o)
    out = None
    d = None
`

interface Case {
  readonly kernel: string
  readonly dtype: Dtype
  readonly size: readonly [number, number]
  readonly nodata: number | null
}

const kernels = ['average', 'near', 'mode', 'rms', 'gauss', 'bilinear', 'cubic', 'cubicspline', 'lanczos']
const cases: readonly Case[] = kernels.flatMap((kernel) =>
  (['uint8', 'uint16', 'int16', 'float32'] as const).flatMap((dtype) =>
    (
      [
        [34, 22],
        [17, 21],
        [33, 30],
        [5, 1],
      ] as const
    ).flatMap((size) => [null, 5].map((nodata) => ({ kernel, dtype, size, nodata }))),
  ),
)

describeWithPeers('overview agrees with gdaladdo', ['gdal-python', 'rasterio', 'pyproj'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'overview-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  execFileSync(python, ['-W', 'ignore', '-c', script, folder, JSON.stringify(cases)])
  const rasters = readRasters(cases.flatMap((_, k) => [join(folder, `${k}.tif`), join(folder, `${k}-half.tif`)]))
  const kit = testKit(8)

  cases.forEach(({ kernel, dtype, size, nodata }, k) => {
    // Ours weighs classes by the ground that they cover (as GDAL does from 3.11 on), so that only whole halves compare.
    const comparable = kernel !== 'mode' || (size[0] % 2 === 0 && size[1] % 2 === 0)
    it.runIf(comparable)(`${dtype} ${kernel} of ${size.join(' x ')}${nodata === null ? '' : ', nodata'}`, () => {
      const [below, half] = [rasters[2 * k] as Raster, rasters[2 * k + 1] as Raster]
      const [, height, width] = half.shape
      const spec = gridSpec(below.geobox, dtype)
      const valid = nodata === null ? null : { nodata }
      const result = runOp(kit, overview as never, { width, height, kernel }, { spec, data: below.data, valid })
      let unequal = 0
      for (let at = 0; at < half.data.length; at++) {
        const ours = Number(isValidAt(result, at) ? result.data[at] : nodata)
        const theirs = Number(half.data[at])
        // GDAL's averages of all but unsigned integers are sums in float32, whose halves may round the other way.
        // Sums of many weights are in another order than GDAL's, and its rms rounds up from a little more than a half.
        const wide = ['near', 'mode'].includes(kernel) || (kernel === 'average' && dtype.startsWith('u')) ? 0 : 1
        const slack = dtype === 'float32' ? Math.abs(theirs) * 2 ** -22 : wide
        if (ours !== theirs) unequal++
        if (kernel === 'mode' && isTie(below, width, at, ours, theirs)) continue
        expect(Math.abs(ours - theirs), `pixel ${at}: ${ours}, GDAL ${theirs}`).toBeLessThanOrEqual(slack)
      }
      if (dtype !== 'float32' && kernel !== 'mode' && kernel !== 'rms') expect(unequal / half.data.length).toBeLessThan(0.01)
    })
  })
})

/** Whether two values are met equally often in 2 x 2 pixels: ours is then the one met first, GDAL's the one that first had as many. */
function isTie({ data, shape: [, , stride] }: Raster, width: number, at: number, one: number, other: number): boolean {
  const from = 2 * Math.floor(at / width) * stride + 2 * (at % width)
  const count = (value: number): number => [0, 1, stride, stride + 1].filter((step) => Number(data[from + step]) === value).length
  return count(one) === count(other)
}
