import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../src/base/json.js'
import type { Crs } from '../../src/geo/crs.js'
import type { GeoBox } from '../../src/geo/geobox.js'
import { reproject } from '../../src/ops/reproject.js'
import { conformOp } from '../conformance/conform-op.js'
import { inputOf, specOf } from '../conformance/op-case.js'

const crs = (epsg: number, proj: string): Crs => ({ epsg, name: `EPSG:${epsg}`, proj, kind: 'projected', metresPerUnit: 1, wkt: null })
const utm33 = crs(32633, '+proj=utm +zone=33')
const mercator = crs(3857, '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m')
const laea = crs(3035, '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m')

/** specOf's grid is 10 m UTM 33 with its corner at (500000, 5000000), which is 15° E, 45.15° N. */
const inMercator = (width: number, height: number, size = 14): GeoBox & JsonObject =>
  ({ width, height, affine: { a: size, b: 0, c: 1669700, d: 0, e: -size, f: 5648900 }, crs: mercator }) as GeoBox & JsonObject
const inUtm = (width: number, height: number, a: number, c: number, b = 0): GeoBox & JsonObject =>
  ({ width, height, affine: { a, b, c: 500000 + c, d: b, e: -a, f: 5000000 - c }, crs: utm33 }) as GeoBox & JsonObject

const still = [0, 0]
conformOp(reproject, [
  {
    name: 'uint16 bilinear to Mercator, nodata',
    params: { geobox: inMercator(70, 61), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['y', 'x'], [60, 70], 'uint16'), { invalid: 0.2, nodata: 9 })],
    shift: still,
  },
  {
    name: 'uint8 near to Mercator, mask',
    params: { geobox: inMercator(70, 61) },
    inputs: [inputOf(specOf(['y', 'x'], [60, 70], 'uint8'), { invalid: 0.2 })],
    shift: still,
  },
  {
    name: 'int64 near to Mercator, nodata',
    params: { geobox: inMercator(40, 41) },
    inputs: [inputOf(specOf(['y', 'x'], [60, 40], 'int64'), { invalid: 0.2, nodata: -9n })],
    shift: still,
  },
  {
    name: 'int64 bilinear to Mercator',
    params: { geobox: inMercator(40, 41), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['y', 'x'], [60, 40], 'int64'), { invalid: 0.2 })],
    shift: still,
  },
  {
    name: 'float32 bilinear, two bands',
    params: { geobox: inMercator(50, 41), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['band', 'y', 'x'], [2, 40, 50], 'float32'), { invalid: 0.2, nodata: Number.NaN })],
    shift: [1, 0, 0],
  },
  {
    name: 'float64 bilinear exact',
    params: { geobox: inMercator(33, 35), resampling: 'bilinear', maxErrorPx: 0 },
    inputs: [inputOf(specOf(['y', 'x'], [40, 50], 'float64'), { invalid: 0.1 })],
    shift: still,
  },
  {
    name: 'int8 bilinear, a mesh that refines',
    params: {
      geobox: { ...inMercator(70, 61), crs: laea, affine: { a: 900, b: 0, c: 4700000, d: 0, e: -900, f: 2480000 } } as unknown as Json,
      resampling: 'bilinear',
      maxErrorPx: 1e-6,
    },
    inputs: [inputOf(specOf(['y', 'x'], [60, 70], 'int8', { geobox: inUtm(70, 60, 1000, 0) }), { invalid: 0.1 })],
    shift: still,
  },
  {
    name: 'int16 bilinear of a rotated grid',
    params: { geobox: inUtm(40, 40, 7, 100, 3), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['y', 'x'], [60, 70], 'int16'), { invalid: 0.1 })],
    shift: still,
  },
  {
    name: 'uint32 bilinear of the same CRS',
    params: { geobox: inUtm(60, 50, 7.3, 11), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['y', 'x'], [40, 50], 'uint32'), { invalid: 0.1 })],
    shift: still,
  },
  {
    name: 'uint16 shifted by whole pixels',
    params: { geobox: inUtm(50, 40, 10, 30), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['y', 'x'], [40, 50], 'uint16'), { invalid: 0.1 })],
  },
  {
    name: 'uint8 onto its own grid',
    params: { geobox: inUtm(50, 40, 10, 0), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['y', 'x'], [40, 50], 'uint8'), { invalid: 0.1 })],
  },
  {
    name: 'beside the source',
    params: { geobox: inUtm(50, 40, 10, 30000) },
    inputs: [inputOf(specOf(['y', 'x'], [40, 50], 'uint8'), { invalid: 0.1 })],
  },
  {
    name: 'uint16 bilinear at 0.4, nodata',
    params: { geobox: inUtm(40, 30, 25, -60), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['y', 'x'], [70, 90], 'uint16'), { invalid: 0.1, nodata: 9 })],
    shift: [2, 2],
  },
  {
    name: 'int8 bilinear at 1/12, bands',
    params: { geobox: inUtm(9, 8, 120, 35), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['band', 'y', 'x'], [2, 80, 90], 'int8'), { invalid: 0.01 })],
  },
  {
    name: 'float32 bilinear at 0.4, mirrored',
    params: {
      geobox: { ...inUtm(40, 30, 25, 0), affine: { a: -25, b: 0, c: 500870, d: 0, e: 25, f: 4999310 } } as JsonObject,
      resampling: 'bilinear',
    },
    inputs: [inputOf(specOf(['y', 'x'], [70, 90], 'float32'), { invalid: 0.1, nodata: Number.NaN })],
    shift: still,
  },
  {
    name: 'uint64 bilinear at 0.7',
    params: { geobox: inUtm(30, 20, 14, 5), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['y', 'x'], [40, 50], 'uint64'), { invalid: 0.1, nodata: 5n })],
    shift: still,
  },
  {
    name: 'int16 near of the same CRS, partly outside',
    params: { geobox: inUtm(50, 40, 9, -33) },
    inputs: [inputOf(specOf(['y', 'x'], [40, 50], 'int16'), { invalid: 0.2, nodata: 5 })],
    shift: still,
  },
  {
    name: 'uint8 bilinear to coarse Mercator',
    params: { geobox: inMercator(70, 61, 47), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['y', 'x'], [150, 140], 'uint8'), { invalid: 0.02 })],
    shift: still,
  },
  {
    name: 'float64 bilinear of a coarse rotated grid',
    params: { geobox: inUtm(20, 20, 27, 100, 8), resampling: 'bilinear' },
    inputs: [inputOf(specOf(['y', 'x'], [60, 70], 'float64'), { invalid: 0.02 })],
    shift: still,
  },
])

describe('reproject refuses', () => {
  const spec = specOf(['y', 'x'], [20, 20], 'uint8')
  it('to mix classes', () => {
    const params = reproject.parse({ geobox: inMercator(20, 20), resampling: 'bilinear' })
    expect(() => reproject.infer([{ ...spec, categorical: true }], params)).toThrow(/use near/)
  })
  it('kernels that are not there yet, and ones that nobody knows', () => {
    expect(() => reproject.parse({ geobox: inMercator(20, 20), resampling: 'lanczos' })).toThrow(/not available yet/)
    expect(() => reproject.parse({ geobox: inMercator(20, 20), resampling: 'best' })).toThrow(/unknown resampling/)
  })
  it('an array without a grid, or a grid without CRS', () => {
    expect(() =>
      reproject.infer([specOf(['y', 'x'], [20, 20], 'uint8', { grid: false })], reproject.parse({ geobox: inMercator(20, 20) })),
    ).toThrow(/geobox/)
    expect(() => reproject.infer([spec], reproject.parse({ geobox: { ...inMercator(20, 20), crs: null } as unknown as Json }))).toThrow(
      /no CRS/,
    )
  })
})
