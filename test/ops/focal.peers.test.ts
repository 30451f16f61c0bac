import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { DataArray } from '../../src/api/data-array.js'
import { open } from '../../src/api/open.js'
import type { Json } from '../../src/base/json.js'
import { describeWithPeers, python } from '../peers.js'

const script = `
import sys, json, numpy as np
from scipy import ndimage as nd
rng = np.random.default_rng(5)
a = rng.normal(100, 30, (29, 37)).astype('float32')
sys.stdout.buffer.write(a.tobytes())
w = np.array([[0, 1, 2], [3, -4, 5], [0.5, 0, 1]])
y, x = np.mgrid[-3:4, -3:4]
disc = x * x + y * y <= 9
d = a.astype('float64')
mask = (a > 140)
jobs = [
  nd.convolve(d, w, mode='reflect'), nd.correlate(d, w, mode='mirror'), nd.convolve(d, w, mode='constant', cval=7), nd.correlate(d, w, mode='nearest'),
  nd.uniform_filter(d, 5, mode='reflect'), nd.median_filter(a, footprint=disc, mode='mirror'), nd.maximum_filter(a, footprint=disc, mode='nearest'),
  nd.minimum_filter(a, size=(5, 3), mode='reflect'), nd.generic_filter(d, np.std, size=3, mode='nearest'),
  nd.binary_dilation(mask, disc), nd.binary_erosion(mask, disc[2:5, 2:5], border_value=1),
]
for j in jobs: sys.stdout.buffer.write(j.astype('float32').tobytes())
`
const shape = [29, 37] as const
const weights = [
  [0, 1, 2],
  [3, -4, 5],
  [0.5, 0, 1],
]
const tall = Array.from({ length: 5 }, () => [1, 1, 1])

type Job = readonly [name: string, make: (a: DataArray) => DataArray, relative: number]
/** Sums of float64 in another order, rounded to float32. */
const rounding = 1e-6
const jobs: readonly Job[] = [
  ['convolve, reflect', (a) => a.focal(weights, { stat: 'convolve', edge: 'reflect' }), rounding],
  ['correlate, mirror', (a) => a.focal(weights, { stat: 'correlate', edge: 'mirror' }), rounding],
  ['convolve beside 7', (a) => a.focal(weights, { stat: 'convolve', edge: 7 }), rounding],
  ['correlate, nearest', (a) => a.focal(weights, { stat: 'correlate', edge: 'nearest' }), rounding],
  ['mean', (a) => a.focal(5, { edge: 'reflect' }), rounding],
  ['median', (a) => a.focal({ radius: 3 }, { stat: 'median', edge: 'mirror' }), 0],
  ['max', (a) => a.focal({ radius: 3 }, { stat: 'max', edge: 'nearest' }), 0],
  ['min', (a) => a.focal(tall, { stat: 'min', edge: 'reflect' }), 0],
  ['std', (a) => a.focal(3, { stat: 'std', edge: 'nearest' }), rounding],
  ['dilate', (a) => a.gt(140).dilate(3) as DataArray, 0],
  ['erode', (a) => a.gt(140).erode(1, { shape: 'square' }) as DataArray, 0],
]

describeWithPeers('focal equals SciPy', ['numpy', 'scipy'], () => {
  const raw = execFileSync(python, ['-c', script], { maxBuffer: 1 << 26 })
  const floats = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength))
  const size = shape[0] * shape[1]
  const array = DataArray.fromArray(floats.slice(0, size), { dims: ['y', 'x'], shape }) as DataArray
  jobs.forEach(([name, make, relative], at) => {
    it(name, async () => {
      const { values, valid } = await make(array).compute()
      expect(valid === null || valid.every((v: number) => v === 1)).toBe(true)
      const expected = floats.subarray((at + 1) * size, (at + 2) * size)
      let worst = 0
      for (let i = 0; i < size; i++) {
        const away = Math.abs(Number(values[i]) - (expected[i] as number)) / Math.max(1, Math.abs(expected[i] as number))
        worst = Math.max(worst, away)
      }
      expect(worst).toBeLessThanOrEqual(relative)
    })
  })
})

const fillScript = `
import sys, json, numpy as np
from osgeo import gdal
gdal.UseExceptions()
folder, cases = sys.argv[1], json.loads(sys.argv[2])
for k, c in enumerate(cases):
    rng = np.random.default_rng(40 + k)
    h, w = c["size"]
    y, x = np.mgrid[0:h, 0:w]
    a = 100 + 20 * np.sin(x / 9) * np.cos(y / 7) + rng.normal(0, 3, (h, w))
    if not c["dtype"].startswith("float"): a = np.round(a)
    a[rng.random((h, w)) < c["holes"]] = c["nodata"]
    a[h // 4 : h // 2, w // 5 : w // 2] = c["nodata"]
    a[:, w - 4 :][rng.random((h, 4)) < 0.7] = c["nodata"]
    code = dict(uint8=gdal.GDT_Byte, int16=gdal.GDT_Int16, float32=gdal.GDT_Float32)[c["dtype"]]
    d = gdal.GetDriverByName("GTiff").Create(f"{folder}/{k}.tif", w, h, 1, code)
    d.SetGeoTransform([500000, 10, 0, 5000000, 0, -10])
    d.GetRasterBand(1).SetNoDataValue(c["nodata"])
    d.GetRasterBand(1).WriteArray(a.astype(c["dtype"]))
    d = None
    d = gdal.GetDriverByName("GTiff").CreateCopy(f"{folder}/{k}-filled.tif", gdal.Open(f"{folder}/{k}.tif"))
    b = d.GetRasterBand(1)
    gdal.FillNodata(b, b.GetMaskBand(), c["distance"], c["smoothing"])
    d = None
`
const fills: readonly { readonly [key: string]: Json }[] = [
  { size: [41, 53], dtype: 'float32', nodata: -9999, holes: 0.1, distance: 100, smoothing: 0 },
  { size: [41, 53], dtype: 'float32', nodata: -9999, holes: 0.9, distance: 6, smoothing: 0 },
  { size: [60, 45], dtype: 'float32', nodata: -9999, holes: 0.97, distance: 9.5, smoothing: 0 },
  { size: [33, 61], dtype: 'float32', nodata: -9999, holes: 0.4, distance: 12, smoothing: 3 },
  { size: [33, 61], dtype: 'uint8', nodata: 0, holes: 0.5, distance: 10, smoothing: 0 },
  { size: [33, 61], dtype: 'int16', nodata: -32768, holes: 0.5, distance: 10, smoothing: 2 },
  { size: [40, 40], dtype: 'float32', nodata: -9999, holes: 0.995, distance: 25, smoothing: 1 },
]

describeWithPeers('fillNodata equals gdal_fillnodata', ['gdal-python'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'fill-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  execFileSync(python, ['-W', 'ignore', '-c', fillScript, folder, JSON.stringify(fills)])
  fills.forEach((of, k) => {
    it(JSON.stringify(of), async () => {
      const { distance, smoothing } = of as { distance: number; smoothing: number }
      const ours = await ((await open(join(folder, `${k}.tif`))) as DataArray).fillNodata({ maxDistance: distance, smoothing }).compute()
      const theirs = await ((await open(join(folder, `${k}-filled.tif`))) as DataArray).compute()
      let [filled, off, invalid, most] = [0, 0, 0, 0]
      for (let at = 0; at < ours.values.length; at++) {
        const [mine, other] = [ours.valid?.[at] !== 0, theirs.valid?.[at] !== 0]
        if (mine !== other) invalid++
        if (!mine || !other) continue
        filled++
        if (ours.values[at] !== theirs.values[at]) {
          off++
          most = Math.max(most, Math.abs(Number(ours.values[at]) - Number(theirs.values[at])))
        }
      }
      expect({ off, invalid, most, some: filled > 100 }).toEqual({ off: 0, invalid: 0, most: 0, some: true })
    })
  })
})
