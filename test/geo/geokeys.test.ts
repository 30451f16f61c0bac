import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { CrsError } from '../../src/base/errors.js'
import type { Crs } from '../../src/geo/crs.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { crsTransform } from '../../src/geo/crs-transform.js'
import { crsFromGeoKeys, type GeoKeys } from '../../src/geo/geokeys.js'
import { type GeoKeyTags, geoKeysOf } from '../../src/geo/geokeys-write.js'
import { describeWithPeers } from '../peers.js'
import { runPython } from './pyproj.js'

// [what GDAL or we write, a longitude and latitude where it is defined]
const inputs: readonly (readonly [string, number, number])[] = [
  ['EPSG:32633', 14, 50],
  ['EPSG:4326', 14, 50],
  ['EPSG:4258', 14, 50],
  ['EPSG:3857', 14, 50],
  ['EPSG:2263', -74, 40.7],
  ['EPSG:3035', 14, 50],
  ['EPSG:28992', 5, 52],
  ['EPSG:27700', -2, 54],
  ['EPSG:3031', 20, -80],
  ['EPSG:6933', 20, 10],
  ['EPSG:2056', 8, 47],
  ['EPSG:5514', 15, 50],
  ['+proj=tmerc +lat_0=1 +lon_0=10 +k=0.99 +x_0=3 +y_0=4 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7', 11, 50],
  ['+proj=utm +zone=33 +ellps=intl +towgs84=-87,-98,-121', 14, 50],
  ['+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +datum=WGS84', 3, 46],
  ['+proj=lcc +lat_1=46 +lat_0=46 +lon_0=3 +k_0=0.999 +x_0=700000 +y_0=6600000 +datum=WGS84', 3, 46],
  ['+proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=23 +lon_0=-96 +ellps=GRS80 +towgs84=0,0,0', -90, 40],
  ['+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0', 14, 50],
  ['+proj=merc +lat_ts=20 +lon_0=3 +x_0=1000 +y_0=2000 +datum=WGS84 +units=us-ft', 14, 50],
  ['+proj=merc +k=0.9 +lon_0=3 +x_0=1000 +y_0=2000 +datum=WGS84', 14, 50],
  ['+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45 +datum=WGS84', 14, 80],
  ['+proj=stere +lat_0=-90 +lat_ts=-71 +lon_0=10 +datum=WGS84', 14, -80],
  ['+proj=sterea +lat_0=52 +lon_0=5 +k=0.9999 +x_0=155000 +y_0=463000 +datum=WGS84', 5, 52.5],
  ['+proj=sinu +lon_0=0 +R=6371007.181', 14, 50],
  ['+proj=cea +lat_ts=30 +lon_0=0 +datum=WGS84', 14, 50],
  ['+proj=aeqd +lat_0=40 +lon_0=5 +x_0=100 +y_0=200 +datum=WGS84', 14, 50],
  ['+proj=eqdc +lat_0=40 +lon_0=5 +lat_1=30 +lat_2=60 +R=6371000', 14, 50],
  ['+proj=stere +lat_0=52 +lon_0=5 +k=0.9999 +x_0=155000 +y_0=463000 +datum=WGS84', 5, 52.5],
  ['+proj=eqc +lat_ts=30 +lat_0=0 +lon_0=5 +x_0=100 +y_0=200 +datum=WGS84', 14, 50],
  ['+proj=cass +lat_0=40 +lon_0=5 +x_0=100 +y_0=200 +R=6371000', 6, 41],
  ['+proj=mill +lon_0=5 +R=6371000', 14, 50],
  ['+proj=poly +lat_0=40 +lon_0=5 +x_0=100 +y_0=200 +R=6371000', 14, 50],
  [
    '+proj=omerc +lat_0=4 +lonc=102.25 +alpha=323.0257905 +gamma=323.130102361111 +k=0.99984 +x_0=804670.24 +y_0=0 +no_uoff +ellps=GRS80',
    102,
    4,
  ],
  ['+proj=omerc +lat_0=4 +lonc=115 +alpha=53.3158 +gamma=53.1301 +k=0.99984 +x_0=590476.87 +y_0=442857.65 +ellps=GRS80', 115, 5],
  ['+proj=vandg +lon_0=5 +R=6371000', 14, 50],
  ['+proj=somerc +lat_0=47 +lon_0=7.5 +k_0=1 +x_0=600000 +y_0=200000 +ellps=bessel +towgs84=674.374,15.056,405.346', 8, 47],
  ['+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null', 14, 50],
  ['+proj=longlat +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7', 14, 50],
]

const readKeys = `
import json, struct, sys
from osgeo import gdal, osr
gdal.UseExceptions()
out = []
for text in json.load(sys.stdin):
    srs = osr.SpatialReference(); srs.SetFromUserInput(text)
    ds = gdal.GetDriverByName('GTiff').Create('/vsimem/k.tif', 4, 4, 1)
    ds.SetGeoTransform([100, 10, 0, 200, 0, -10]); ds.SetProjection(srs.ExportToWkt()); ds = None
    f = gdal.VSIFOpenL('/vsimem/k.tif', 'rb'); b = bytes(gdal.VSIFReadL(1, 100000, f)); gdal.VSIFCloseL(f)
    at = struct.unpack('<I', b[4:8])[0]
    tags = {}
    for i in range(struct.unpack('<H', b[at:at + 2])[0]):
        tag, kind, count, value = struct.unpack('<HHII', b[at + 2 + 12 * i:at + 14 + 12 * i]); tags[tag] = (count, value)
    shorts = struct.unpack('<%dH' % tags[34735][0], b[tags[34735][1]:][:2 * tags[34735][0]])
    doubles = struct.unpack('<%dd' % tags[34736][0], b[tags[34736][1]:][:8 * tags[34736][0]]) if 34736 in tags else ()
    ascii = b[tags[34737][1]:][:tags[34737][0]].decode() if 34737 in tags else ''
    out.append({'directory': shorts, 'doubles': doubles, 'ascii': ascii})
json.dump(out, sys.stdout)
`

// The CRS of a file as GDAL sees it: where it puts a point of WGS 84.
const placePoints = `
import json, sys
from osgeo import gdal, osr
gdal.UseExceptions()
wgs = osr.SpatialReference(); wgs.ImportFromEPSG(4326); wgs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
out = []
for path, lon, lat in json.load(sys.stdin):
    srs = gdal.Open(path).GetSpatialRef()
    x, y, _ = osr.CoordinateTransformation(wgs, srs).TransformPoint(lon, lat)
    out.append({'x': x, 'y': y, 'code': srs.GetAuthorityCode(None)})
json.dump(out, sys.stdout)
`

describeWithPeers('GeoKeys that GDAL writes are read', ['gdal-python'], () => {
  const files = runPython(
    readKeys,
    inputs.map(([text]) => text),
  ) as GeoKeyTags[]
  inputs.forEach(([text, lon, lat], index) => {
    it(text, () => {
      const crs = crsFromGeoKeys(unpacked(files[index]!))
      expect(crs).not.toBeNull()
      if (text.startsWith('EPSG')) expect(crs).toEqual(parseCrs(text))
      expect(place(crs as Crs, lon, lat)).toBeNear(place(parseCrs(text), lon, lat))
    })
  })
})

describeWithPeers('GeoKeys that are written here are read by GDAL, and by us', ['gdal-python'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'rasterloom-geokeys-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const asked = inputs.map(([text, lon, lat], index) => {
    const path = join(folder, `${index}.tif`)
    writeFileSync(path, smallTiff(geoKeysOf(parseCrs(text))))
    return [path, lon, lat] as const
  })
  const answers = runPython(placePoints, asked) as { x: number; y: number; code: string | null }[]
  inputs.forEach(([text, lon, lat], index) => {
    it(text, () => {
      const crs = parseCrs(text)
      const { x, y, code } = answers[index]!
      if (crs.epsg !== null) expect(code).toBe(String(crs.epsg))
      expect([x, y]).toBeNear(place(crs, lon, lat))
      expect(place(crsFromGeoKeys(unpacked(geoKeysOf(crs))) as Crs, lon, lat)).toBeNear(place(crs, lon, lat))
    })
  })
})

describe('GeoKeys that say no CRS, or one that is not understood', () => {
  const keys = (...entries: [number, number | string][]): GeoKeys => new Map(entries)
  it('none', () => {
    expect(crsFromGeoKeys(keys())).toBeNull()
    expect(crsFromGeoKeys(keys([1024, 1], [1025, 1]))).toBeNull()
  })
  it('names the keys', () => {
    expect(() => crsFromGeoKeys(keys([1024, 1], [3072, 32767], [3075, 5]))).toThrow(/1024=1, 3072=32767, 3075=5.*ProjMethod\) 5/)
    expect(() => crsFromGeoKeys(keys([1024, 3]))).toThrow('geocentric')
    expect(() => crsFromGeoKeys(keys([1024, 2], [2048, 32767]))).toThrow('neither a code (2048) nor an ellipsoid (2056, 2057)')
  })
  it('UTM by its conversion code', () => {
    const crs = crsFromGeoKeys(keys([1024, 1], [2048, 4326], [3072, 32767], [3074, 16133]))
    expect(crs?.proj).toBe('+proj=utm +zone=33 +south +datum=WGS84')
  })
  it('writes projections that GeoKeys have no number for as text', () => {
    expect(geoKeysOf(parseCrs('+proj=geos +h=35785831 +lon_0=0 +datum=WGS84')).ascii).toMatch(/^.*ESRI PE String = PROJC/)
    expect(geoKeysOf(parseCrs('ESRI:54009')).ascii).toContain('ESRI PE String = PROJCRS["World_Mollweide"')
  })

  it('refuses to write what neither GeoKeys nor WKT can say', () => {
    expect(() => geoKeysOf(parseCrs('+proj=ob_tran +o_proj=moll +o_lat_p=45 +o_lon_p=-90 +lon_0=-60 +datum=WGS84'))).toThrow(CrsError)
  })
})

function place(crs: Crs, lon: number, lat: number): number[] {
  const [xs, ys] = [Float64Array.of(lon), Float64Array.of(lat)]
  crsTransform(parseCrs(4326), crs)(xs, ys, 1)
  return [xs[0]!, ys[0]!]
}

function unpacked({ directory, doubles, ascii }: GeoKeyTags): GeoKeys {
  const keys = new Map<number, number | string | readonly number[]>()
  for (let at = 4; at < directory.length; at += 4) {
    const [key, location, count, value] = directory.slice(at, at + 4) as [number, number, number, number]
    if (location === 0) keys.set(key, value)
    else if (location === 34737) keys.set(key, ascii.slice(value, value + count - 1))
    else keys.set(key, count === 1 ? doubles[value]! : doubles.slice(value, value + count))
  }
  return keys
}

/** A TIFF of one pixel with these GeoKeys. */
function smallTiff({ directory, doubles, ascii }: GeoKeyTags): Buffer {
  const parts = {
    33550: [12, doublesOf([10, 10, 0])],
    33922: [12, doublesOf([0, 0, 0, 100, 200, 0])],
    34735: [3, Buffer.from(Uint16Array.from(directory).buffer)],
    34736: [12, doublesOf(doubles)],
    34737: [2, Buffer.from(`${ascii}\0`, 'latin1')],
  } as const
  const sizes = { 12: 8, 3: 2, 2: 1 } as const
  const plain: [number, number, number][] = [
    [256, 3, 1],
    [257, 3, 1],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 8],
    [277, 3, 1],
    [278, 3, 1],
    [279, 4, 1],
  ]
  const entries: [number, number, number, number][] = plain.map(([tag, type, value]) => [tag, type, 1, value])
  const data: Buffer[] = []
  let at = 12
  for (const [tag, [type, bytes]] of Object.entries(parts)) {
    if (bytes.length === 0) continue
    const padded = Buffer.concat([bytes, Buffer.alloc(((8 - (bytes.length % 8)) % 8) + 8)])
    entries.push([Number(tag), type, bytes.length / sizes[type], at])
    data.push(padded)
    at += padded.length
  }
  const head = Buffer.alloc(12)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(at, 4)
  const ifd = Buffer.alloc(2 + 12 * entries.length + 4)
  ifd.writeUInt16LE(entries.length, 0)
  entries.forEach(([tag, type, count, value], index) => {
    ifd.writeUInt16LE(tag, 2 + 12 * index)
    ifd.writeUInt16LE(type, 4 + 12 * index)
    ifd.writeUInt32LE(count, 6 + 12 * index)
    ifd.writeUInt32LE(value, 10 + 12 * index)
  })
  return Buffer.concat([head, ...data, ifd])
}

function doublesOf(values: readonly number[]): Buffer {
  return Buffer.from(Float64Array.from(values).buffer)
}

declare module 'vitest' {
  interface Assertion<T> {
    toBeNear(expected: readonly number[]): T
  }
}

// 0.1 mm, in degrees or in units: GeoKeys hold doubles, so nothing but the two libraries' arithmetic differs.
expect.extend({
  toBeNear(received: readonly number[], expected: readonly number[]) {
    const near = Math.abs(expected[1]!) <= 90 ? 1e-9 : 1e-4
    const pass = received.every((value, index) => Math.abs(value - expected[index]!) < near)
    return { pass, message: () => `expected ${received.join(', ')} to be near ${expected.join(', ')}` }
  },
})
