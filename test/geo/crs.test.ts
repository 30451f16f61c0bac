import { describe, expect, it, vi } from 'vitest'
import { CrsError } from '../../src/base/errors.js'
import { formatCrs, sameCrs, unitOf } from '../../src/geo/crs.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { crsTransform } from '../../src/geo/crs-transform.js'
import { findEpsg, geographicNamed } from '../../src/geo/epsg.js'
import { randoms } from './random.js'

describe('parseCrs', () => {
  it.each([
    ['EPSG:4326'],
    ['epsg:4326'],
    ['EPSG::4326'],
    [' 4326 '],
    [4326],
    ['OGC:CRS84'],
    ['CRS84'],
    ['urn:ogc:def:crs:EPSG::4326'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84'],
    ['http://www.opengis.net/def/crs/EPSG/0/4326'],
    ['urn:ogc:def:crs:OGC::CRS84'],
    ['http://www.opengis.net/def/crs/OGC/1.3/CRS84'],
  ])('%j is WGS 84 in degrees, longitude first', (input) => {
    expect(parseCrs(input)).toEqual({
      epsg: 4326,
      name: 'WGS 84',
      proj: '+proj=longlat +datum=WGS84',
      kind: 'geographic',
      metresPerUnit: 0,
      wkt: null,
    })
  })
  it.each([
    [32633, 'WGS 84 / UTM zone 33N', '+proj=utm +zone=33 +datum=WGS84', 1],
    [3857, 'WGS 84 / Pseudo-Mercator', '+proj=merc +lon_0=0 +k=1 +x_0=0 +y_0=0 +lat_ts=0 +a=6378137 +b=6378137 +nadgrids=@null', 1],
    [3035, 'ETRS89-extended / LAEA Europe', '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0', 1],
    [2263, 'NAD83 / New York Long Island (ftUS)', undefined, 1200 / 3937],
  ])('EPSG:%d is %s', (code, name, proj, metresPerUnit) => {
    const crs = parseCrs(code)
    expect(crs).toMatchObject({ epsg: code, name, kind: 'projected', metresPerUnit })
    if (proj !== undefined) expect(crs.proj).toBe(proj)
  })
  it('keeps the words of a PROJ string in order, with single spaces and without what means nothing', () => {
    const crs = parseCrs('  +proj=utm   +zone=33 +datum=WGS84 +units=m +no_defs +type=crs')
    expect(crs).toEqual({
      epsg: null,
      name: 'unnamed utm',
      proj: '+proj=utm +zone=33 +datum=WGS84 +units=m',
      kind: 'projected',
      metresPerUnit: 1,
      wkt: null,
    })
  })
  it('answers the horizontal part of a compound or three-dimensional CRS', () => {
    expect(parseCrs(7405)).toMatchObject({ epsg: 27700, vertical: { name: 'ODN height', epsg: 5701 } })
    expect(parseCrs('EPSG:27700+5701')).toEqual(parseCrs(7405))
    expect(parseCrs(4979)).toMatchObject({ epsg: 4326, threeDimensional: { epsg: 4979 } })
  })
  it('gives a CRS back', () => {
    const crs = parseCrs(3035)
    expect(parseCrs(crs)).toBe(crs)
  })
  it.each([
    ['EPSG:99999', '"EPSG:99999" is not a projected or geographic CRS'],
    ['EPSG:4978', 'it is geocentric'],
    ['EPSG:5701', 'is vertical'],
    ['EPSG:33633', 'EPSG:32633 (WGS 84 / UTM zone 33N)'],
    ['EPSG:38570', 'EPSG:3857 (WGS 84 / Pseudo-Mercator)'],
    ['EPSG:99999', 'the nearest that are known are EPSG:32'],
    ['ESRI:1', '"ESRI:1" is not a CRS that is known here'],
    ['nonsense', '"nonsense" is not a CRS: expected a code'],
    ['', 'is not a CRS'],
    ['+init=epsg:4326', 'uses +init'],
    ['+proj=utm', 'needs a +zone from 1 to 60'],
    ['+proj=nosuch +datum=WGS84', '+proj=nosuch is not supported'],
    ['+proj=tmerc +lat_0=abc', '+lat_0=abc is not a number'],
    ['+proj=tmerc +ellps=nosuch', '+ellps=nosuch is not an ellipsoid'],
    ['+proj=tmerc +datum=NAD27', '+datum=NAD27 cannot be used: it needs grid files'],
    ['+proj=tmerc +nadgrids=conus', '+nadgrids=conus needs grid files'],
    ['+proj=tmerc +units=cubit', '+units=cubit is not known'],
    ['+proj=tmerc +towgs84=1,2', 'needs 3 or 7 numbers'],
    ['+proj=cass +lat_0=0 +lon_0=0 +hyperbolic', '+hyperbolic is not supported'],
    ['+proj=tmerc +R_A', '+R_A is not supported'],
    ['+lat_0=3 +proj=', 'has no +proj='],
    ['{"type": "ProjectedCRS"}', 'PROJJSON: base_crs is missing'],
    ['{"type": "EngineeringCRS", "name": "a"}', 'is not a projected or geographic CRS'],
    ['+proj=cass +lat_0=0 +ellps=WGS84 +over', '+over is not supported'],
  ])('refuses %j', (input, message) => {
    expect(() => parseCrs(input)).toThrow(CrsError)
    expect(() => parseCrs(input)).toThrow(message)
  })
})

describe('comparing and naming', () => {
  it('takes two spellings of a code for one, and nothing else', () => {
    expect(sameCrs(parseCrs('EPSG:3035'), parseCrs(3035))).toBe(true)
    expect(sameCrs(parseCrs(3035), { ...parseCrs(3035), wkt: 'PROJCRS[...]' })).toBe(true)
    expect(sameCrs(parseCrs(3035), parseCrs(3034))).toBe(false)
    expect(sameCrs(parseCrs('+proj=utm +zone=33 +datum=WGS84'), parseCrs('+proj=utm  +zone=33 +datum=WGS84 +no_defs'))).toBe(true)
  })
  it.each([
    [4326, 'EPSG:4326', 'degree'],
    [32633, 'EPSG:32633', 'metre'],
    [2263, 'EPSG:2263', 'US survey foot'],
    ['+proj=utm +zone=33 +datum=WGS84 +units=km', 'unnamed utm', 'kilometre'],
    ['+proj=utm +zone=33 +datum=WGS84 +to_meter=2', 'unnamed utm', '2 metre'],
  ])('%s is %s in %ss', (input, label, unit) => {
    expect([formatCrs(parseCrs(input)), unitOf(parseCrs(input))]).toEqual([label, unit])
  })
})

describe('the EPSG table', () => {
  it('knows areas of use and how far its shifts are off', () => {
    expect(findEpsg(28992)).toMatchObject({
      area: { west: 3.2, south: 50.75, east: 7.22, north: 53.7 },
      accuracyMetres: 1,
      geographic: '4289',
    })
    expect(findEpsg(32633)).toMatchObject({ accuracyMetres: 0, grid: null })
    expect(findEpsg(27700)).toMatchObject({
      accuracyMetres: 2,
      grid: { names: ['uk_os_OSTN15_NTv2_OSGBtoETRS', 'OSTN15_NTv2'], accuracyMetres: 1, alone: true },
    })
    expect(findEpsg(4267)).toMatchObject({ accuracyMetres: expect.toSatisfy((metres: number) => metres > 1) })
    expect(findEpsg(22032)).toMatchObject({ proj: expect.stringContaining('+towgs84=-50.9,-347.6,-231') })
    expect(findEpsg(2008)).toMatchObject({ accuracyMetres: null })
    expect(findEpsg(1)).toBeNull()
  })
  it('finds geographic CRSs by EPSG and Esri names', () => {
    expect(geographicNamed('GCS_ETRS_1989')).toBe(4258)
    expect(geographicNamed('D_North_American_1983')).toBe(4269)
    expect(geographicNamed('Amersfoort')).toBe(4289)
    expect(geographicNamed('no such datum')).toBeNull()
  })
})

describe('crsTransform', () => {
  it('goes there and back, for seeded points', () => {
    const random = randoms(7)
    const wgs84 = parseCrs(4326)
    for (const [code, west, east, south, north] of [
      [32633, 9, 21, -80, 84],
      [3857, -180, 180, -85, 85],
      [3035, -20, 40, 30, 75],
      [28992, 3, 7, 51, 53],
    ] as const) {
      const there = crsTransform(wgs84, parseCrs(code))
      const back = crsTransform(parseCrs(code), wgs84)
      const [xs, ys] = [new Float64Array(200), new Float64Array(200)]
      for (let i = 0; i < 200; i++) {
        xs[i] = west + random() * (east - west)
        ys[i] = south + random() * (north - south)
      }
      const [lons, lats] = [xs.slice(), ys.slice()]
      there(xs, ys, 200)
      back(xs, ys, 200)
      for (let i = 0; i < 200; i++) {
        expect(Math.hypot(xs[i]! - lons[i]!, ys[i]! - lats[i]!), `${code}: ${lons[i]}, ${lats[i]}`).toBeLessThan(5e-8)
      }
    }
  })
  it('leaves finite points alone between CRSs that are the same plane', () => {
    for (const [from, to] of [
      [4326, 4326],
      [4326, 4258],
      [32633, 32633],
    ] as const) {
      const [xs, ys] = [Float64Array.of(190.123456789, Number.NaN, Number.POSITIVE_INFINITY), Float64Array.of(12.3456789, 1, 2)]
      crsTransform(parseCrs(from), parseCrs(to))(xs, ys, 3)
      expect([...xs]).toEqual([190.123456789, Number.NaN, Number.NaN])
      expect([...ys]).toEqual([12.3456789, Number.NaN, Number.NaN])
    }
  })
  it('answers NaN for both where there is no image, without printing or throwing', () => {
    const spies = (['log', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name))
    const bad: readonly (readonly [string | number, number, number])[] = [
      [3857, 0, 91],
      [32633, 15, 100],
      [32633, 105.1, 0],
      [3035, Number.NaN, 1],
      [3035, 1, Number.POSITIVE_INFINITY],
      [3035, -170, -52],
      ['+proj=ortho +lat_0=0 +lon_0=0 +R=6371000', 170, 0],
      ['+proj=geos +h=35785831 +lon_0=0 +datum=WGS84', 95, 0],
    ]
    for (const [crs, x, y] of bad) {
      const [xs, ys] = [Float64Array.of(x), Float64Array.of(y)]
      crsTransform(parseCrs(4326), parseCrs(crs))(xs, ys, 1)
      expect([xs[0], ys[0]], `${crs} ${x} ${y}`).toEqual([Number.NaN, Number.NaN])
    }
    const [xs, ys] = [Float64Array.of(1e300, 1e12, Number.NEGATIVE_INFINITY), Float64Array.of(0, 1e12, 0)]
    crsTransform(parseCrs(32633), parseCrs(4326))(xs, ys, 3)
    expect([...xs, ...ys].every(Number.isNaN)).toBe(true)
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
  })
  it('is a function of each point alone: any part of an array gives the same bits', () => {
    const transform = crsTransform(parseCrs(32633), parseCrs(3857))
    const [xs, ys] = [
      Float64Array.from({ length: 64 }, (_, i) => 3e5 + i * 7001.7),
      Float64Array.from({ length: 64 }, (_, i) => 5e6 + i * 3001.3),
    ]
    const [x1, y1] = [xs.slice(), ys.slice()]
    transform(x1, y1, 64)
    for (let i = 0; i < 64; i++) {
      const [x, y] = [xs.slice(i, i + 1), ys.slice(i, i + 1)]
      transform(x, y, 1)
      expect([x[0], y[0]]).toEqual([x1[i], y1[i]])
    }
  })
})
