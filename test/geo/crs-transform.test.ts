import { expect, it } from 'vitest'
import type { Crs } from '../../src/geo/crs.js'
import { parseProjString } from '../../src/geo/crs-proj-string.js'
import { crsTransform } from '../../src/geo/crs-transform.js'
import { describeWithPeers } from '../peers.js'
import { type PyprojCase, pyprojTransform } from './pyproj.js'

const wgs84 = '+proj=longlat +datum=WGS84'

/** A CRS of a PROJ string, without going through the parser of names. */
function crsOf(proj: string): Crs {
  const geographic = parseProjString(proj).metresPerUnit === 0
  return { epsg: null, name: 'test', proj, kind: geographic ? 'geographic' : 'projected', metresPerUnit: 1, wkt: null }
}

/** A lattice of 9 x 9 longitudes and latitudes around a centre. */
function lattice(lon: number, lat: number, halfWidth: number, halfHeight: number): { xs: number[]; ys: number[] } {
  const xs: number[] = []
  const ys: number[] = []
  for (let j = -4; j <= 4; j++) {
    for (let i = -4; i <= 4; i++) {
      xs.push(lon + (i / 4) * halfWidth)
      ys.push(lat + (j / 4) * halfHeight)
    }
  }
  return { xs, ys }
}

// [name, PROJ string, centre longitude and latitude, half extents, metres of error allowed forwards, degrees of error allowed back].
const definitions: readonly (readonly [string, string, number, number, number, number, number, number])[] = [
  ['utm north', '+proj=utm +zone=33 +datum=WGS84 +units=m', 15, 42, 5, 40, 1e-6, 1e-11],
  ['utm far from its zone', '+proj=utm +zone=33 +datum=WGS84 +units=m', 15, 0, 35, 70, 1e-6, 1e-11],
  ['utm south', '+proj=utm +zone=56 +south +ellps=GRS80 +towgs84=0,0,0', 153, -30, 4, 20, 1e-6, 1e-11],
  ['tmerc', '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy', -2, 55, 6, 5, 1e-6, 1e-11],
  [
    'tmerc in feet',
    '+proj=tmerc +lat_0=42.5 +lon_0=-72.5 +k=0.999964286 +x_0=500000.00001016 +y_0=0 +datum=NAD83 +units=us-ft',
    -72.5,
    44,
    2,
    2,
    1e-6,
    1e-11,
  ],
  [
    'web mercator',
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs',
    0,
    0,
    179,
    85,
    1e-6,
    1e-11,
  ],
  ['mercator with lat_ts', '+proj=merc +lat_ts=-41 +lon_0=100 +x_0=0 +y_0=0 +datum=WGS84', 100, 0, 60, 80, 1e-6, 1e-11],
  ['mercator with k', '+proj=merc +k=0.997 +lon_0=110 +x_0=3900000 +y_0=900000 +ellps=bessel', 110, 0, 20, 15, 1e-6, 1e-11],
  [
    'lambert conformal',
    '+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80',
    3,
    46,
    7,
    5,
    1e-6,
    1e-10,
  ],
  ['albers', '+proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=23 +lon_0=-96 +x_0=0 +y_0=0 +datum=NAD83', -96, 38, 30, 14, 1e-6, 1e-9],
  ['laea oblique', '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80', 10, 52, 20, 18, 1e-6, 5e-8],
  ['laea polar', '+proj=laea +lat_0=90 +lon_0=0 +x_0=0 +y_0=0 +datum=WGS84', 0, 70, 170, 19, 1e-6, 5e-8],
  ['polar stereographic', '+proj=stere +lat_0=-90 +lat_ts=-71 +lon_0=0 +x_0=0 +y_0=0 +datum=WGS84', 0, -75, 170, 14, 1e-6, 1e-9],
  ['cylindrical equal area', '+proj=cea +lat_ts=30 +lon_0=0 +x_0=0 +y_0=0 +datum=WGS84', 0, 0, 179, 85, 1e-6, 3e-8],
  ['sinusoidal on a sphere', '+proj=sinu +lon_0=0 +x_0=0 +y_0=0 +R=6371007.181', 0, 0, 100, 80, 1e-6, 1e-9],
  ['plate carree', '+proj=eqc +lat_ts=0 +lat_0=0 +lon_0=0 +x_0=0 +y_0=0 +R=6371000', 0, 0, 179, 89, 1e-6, 1e-9],
  [
    'swiss oblique',
    '+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=2600000 +y_0=1200000 +ellps=bessel',
    8,
    47,
    2,
    1,
    1e-5,
    1e-8,
  ],
  [
    'krovak',
    '+proj=krovak +lat_0=49.5 +lon_0=24.8333333333333 +alpha=30.2881397527778 +k=0.9999 +x_0=0 +y_0=0 +ellps=bessel',
    18,
    49,
    4,
    1,
    1e-5,
    1e-8,
  ],
  ['geostationary', '+proj=geos +h=35785831 +lon_0=0 +sweep=y +datum=WGS84', 0, 0, 50, 50, 1e-5, 1e-8],
  ['rotated pole', '+proj=ob_tran +o_proj=longlat +o_lon_p=0 +o_lat_p=39.25 +lon_0=18 +a=6367470 +b=6367470', 18, 50, 20, 15, 1e-5, 1e-8],
  [
    'prime meridian of Paris',
    '+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000 +y_0=2200000 +ellps=clrk80ign +pm=paris',
    3,
    46,
    4,
    3,
    1e-5,
    1e-9,
  ],
]

describeWithPeers('crsTransform agrees with PROJ', ['pyproj'], () => {
  const forward: PyprojCase[] = definitions.map(([, proj, lon, lat, dx, dy]) => ({ from: wgs84, to: proj, ...lattice(lon, lat, dx, dy) }))
  const images = pyprojTransform(forward)
  const backward = images.map((image, k) => ({ from: definitions[k]![1], to: wgs84, xs: finite(image.xs), ys: finite(image.ys) }))
  const origins = pyprojTransform(backward)

  definitions.forEach(([name, proj, , , , , metres, degrees], k) => {
    it(name, () => {
      expect(worst(crsOf(wgs84), crsOf(proj), forward[k]!, images[k]!)).toBeLessThan(metres)
      expect(worst(crsOf(proj), crsOf(wgs84), backward[k]!, origins[k]!)).toBeLessThan(degrees)
    })
  })
})

function finite(values: readonly (number | null)[]): number[] {
  return values.map((value) => value ?? 0)
}

function worst(
  from: Crs,
  to: Crs,
  points: PyprojCase,
  expected: { xs: readonly (number | null)[]; ys: readonly (number | null)[] },
): number {
  const xs = Float64Array.from(points.xs)
  const ys = Float64Array.from(points.ys)
  crsTransform(from, to)(xs, ys, xs.length)
  let largest = 0
  for (let i = 0; i < xs.length; i++) {
    const x = expected.xs[i]
    const y = expected.ys[i]
    if (x === null || y === null || x === undefined || y === undefined) continue
    const error = Math.hypot(xs[i]! - x, ys[i]! - y)
    largest = Math.max(largest, Number.isNaN(error) ? Number.POSITIVE_INFINITY : error)
  }
  return largest
}
