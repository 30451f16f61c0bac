import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/base/json.js'
import { parseGcps } from '../../src/geo/gcp.js'
import { suggestedGeoBox } from '../../src/geo/grid.js'
import { CRS, DataArray, GeoBox, open } from '../../src/index.js'
import { random } from '../conformance/random.js'
import { dataDir, describeWithPeers } from '../peers.js'
import { runPython } from './pyproj.js'

const [width, height] = [120, 90]
const { next } = random(5)

/** An image of the Alps, turned and bent, placed by points on a lattice with some noise. */
const points = Array.from({ length: 20 }, (_, at) => {
  const [column, row] = [(at % 5) * 30, Math.floor(at / 5) * 30]
  const [s, t] = [column / width, row / height]
  const noise = (): number => (next() - 0.5) * 0.004
  return { column, row, x: 9 + 1.1 * s + 0.2 * t + 0.05 * s * t + noise(), y: 47 - 0.8 * t + 0.15 * s - 0.04 * s * s + noise() }
})
const values = Uint8Array.from({ length: width * height }, (_, at) => 20 + (((at % width) * 2 + Math.floor(at / width) * 3) % 200))
const fits = [1, 2, 3, 'tps'] as const
const target = { left: 9, bottom: 46.2, right: 10.2, top: 47 }

const program = `
import json, sys, base64
import numpy as np
from osgeo import gdal, osr
gdal.UseExceptions()
job = json.load(sys.stdin)
src = gdal.GetDriverByName('MEM').Create('', job['width'], job['height'], 1, gdal.GDT_Byte)
src.GetRasterBand(1).WriteArray(np.array(job['values'], 'u1').reshape(job['height'], job['width']))
srs = osr.SpatialReference(); srs.ImportFromEPSG(4326)
src.SetGCPs([gdal.GCP(p['x'], p['y'], 0, p['column'], p['row']) for p in job['points']], srs.ExportToWkt())
out = []
for fit in job['fits']:
    how = ['-tps'] if fit == 'tps' else ['-order', str(fit)]
    entry = {}
    for name, to in (('degrees', ['-t_srs', 'EPSG:4326', '-te', '9', '46.2', '10.2', '47', '-ts', '150', '100']), ('laea', ['-t_srs', 'EPSG:3035'])):
        got = gdal.Warp('', src, options=['-of', 'MEM', '-et', '0', '-r', 'near', '-dstnodata', '0'] + how + to)
        entry[name] = {'pixels': got.ReadAsArray().ravel().tolist(), 'width': got.RasterXSize, 'height': got.RasterYSize, 'gt': got.GetGeoTransform()}
    out.append(entry)
json.dump(out, sys.stdout)
`

interface Answer {
  readonly pixels: number[]
  readonly width: number
  readonly height: number
  readonly gt: number[]
}

/** An image without a grid of its own. */
const image = (): DataArray<'y' | 'x'> =>
  DataArray.fromArray(values, {
    dims: ['y', 'x'],
    shape: [height, width],
    geobox: GeoBox.of(width, height, { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 }, null),
  })

describeWithPeers('a raster that has control points only', ['gdal-python'], () => {
  const answers = runPython(program, { width, height, values: [...values], points, fits }) as { degrees: Answer; laea: Answer }[]
  fits.forEach((fit, index) => {
    it(`is warped as gdalwarp ${fit === 'tps' ? '-tps' : `-order ${fit}`} does`, async () => {
      const box = GeoBox.fromBounds(target, { shape: { width: 150, height: 100 } }, 4326)
      const given = { points, crs: 4326, fit }
      const ours = await image().reproject(box, { gcps: given, maxErrorPx: 0 }).compute({ workers: 0 })
      const theirs = answers[index]!.degrees.pixels
      expect([...ours.filled(0)].filter((value, at) => value !== theirs[at]).length).toBeLessThanOrEqual(2)
      // The mesh is off by a thousandth of a pixel, and so may a few that lie on an edge.
      const meshed = await image().reproject(box, { gcps: given }).compute({ workers: 0 })
      expect([...meshed.filled(0)].filter((value, at) => value !== theirs[at]).length).toBeLessThan(30)
      expect(theirs.filter((value) => value > 0).length).toBeGreaterThan(5000)
    })
    it(`gets the grid that gdalwarp chooses for ${fit}, and its pixels`, async () => {
      const { width: columns, height: rows, gt, pixels } = answers[index]!.laea
      const ours = image().reproject(3035, { gcps: { points, crs: 4326, fit }, maxErrorPx: 0 })
      expect([ours.geobox!.width, ours.geobox!.height]).toEqual([columns, rows])
      const { a, c, f } = ours.geobox!.affine
      ;[a - gt[1]!, c - gt[0]!, f - gt[3]!].forEach((off) => {
        expect(Math.abs(off) / gt[1]!).toBeLessThan(1e-5)
      })
      const same = await ours.compute({ workers: 0 })
      expect([...same.filled(0)].filter((value, at) => value !== pixels[at]).length).toBeLessThanOrEqual(4)
    })
  })
})

describeWithPeers('a GeoTIFF that has control points only', ['data'], () => {
  it('is opened with them and reprojected by them', async () => {
    const array = await open(`${dataDir}geotiff/odc-geo/au-gcp.tif`)
    expect(array.crs).toBeNull()
    const warped = array.reproject(3577, { resolution: 50000 })
    expect(warped.attrs.gcps).toBeUndefined()
    const { left, right } = warped.bounds!
    expect(left).toBeGreaterThan(-4e6)
    expect(right).toBeLessThan(4e6)
    const { valid, values: pixels } = await warped.compute({ workers: 0 })
    expect(valid === null || valid.some((byte) => byte === 1)).toBe(true)
    expect(pixels.length).toBeGreaterThan(100)
  })
})

describe('control points', () => {
  const crs = CRS.parse(4326) as unknown as Json
  it('that determine a map exactly give it back', () => {
    const corners = [
      { column: 0, row: 0, x: 10, y: 50 },
      { column: 100, row: 0, x: 11, y: 50 },
      { column: 0, row: 100, x: 10, y: 49 },
    ]
    for (const fit of [1, 'tps'] as const) {
      const gcps = parseGcps({ points: corners, crs, fit })
      const grid = suggestedGeoBox(GeoBox.of(100, 100, { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 }, null), CRS.parse(4326), {}, gcps)
      expect([grid.width, grid.height]).toEqual([100, 100])
      expect(grid.affine.a).toBeCloseTo(0.01, 9)
    }
  })
  it.each([
    [{ points: points.slice(0, 2), crs }, '2 points are too few for order 1: 3 are needed'],
    [{ points: points.slice(0, 7), crs, fit: 3 }, '7 points are too few for order 3'],
    [{ points, crs, fit: 4 }, 'fit is 4'],
    [{ points: [{ column: 1 }], crs }, 'point 0 is {"column":1}'],
    [{ points, crs: null }, 'have no CRS'],
    [{ points: 3 }, 'expected {points'],
  ] as [Json, string][])('%#: bad ones are refused', (given, message) => {
    expect(() => parseGcps(given)).toThrow(message)
  })
  it('on one line do not determine a fit, and say so', () => {
    const line = [0, 1, 2, 3].map((at) => ({ column: at, row: at, x: at, y: at }))
    expect(() => image().reproject(4326, { gcps: { points: line, crs: 4326, fit: 1 } })).toThrow('on one line')
    expect(() => image().reproject(4326, { gcps: { fit: 2 } })).toThrow('has no control points')
  })
})
