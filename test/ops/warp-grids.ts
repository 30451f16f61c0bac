import type { Affine } from '../../src/geo/affine.js'
import type { Crs } from '../../src/geo/crs.js'

const projected = (epsg: number, proj: string): CrsJson => ({
  epsg,
  name: `EPSG:${epsg}`,
  proj,
  kind: 'projected',
  metresPerUnit: 1,
  wkt: null,
})
const utm33 = projected(32633, '+proj=utm +zone=33')
const mercator = projected(3857, '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m')
const polar = projected(3995, '+proj=stere +lat_0=90 +lat_ts=71 +lon_0=0 +datum=WGS84 +units=m')
const degrees: CrsJson = { epsg: 4326, name: 'WGS 84', proj: '+proj=longlat +datum=WGS84', kind: 'geographic', metresPerUnit: 0, wkt: null }

/** Lambert azimuthal equal-area of Europe. */
export const laea = projected(3035, '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m')

// The members that every CRS has.
type CrsJson = { [K in 'epsg' | 'name' | 'proj' | 'kind' | 'metresPerUnit' | 'wkt']: Crs[K] }

/** A grid as params hold it: a geobox that is JSON to the type checker too. */
export type Grid = {
  readonly width: number
  readonly height: number
  readonly affine: { [K in keyof Affine]: Affine[K] }
  readonly crs: CrsJson | null
}

/** A grid in Mercator over the corner of `specOf`'s grid, which is at 500000, 5000000 in UTM 33: 15° E, 45.15° N. */
export function inMercator(width: number, height: number, size = 14): Grid {
  return { width, height, affine: { a: size, b: 0, c: 1669700, d: 0, e: -size, f: 5648900 }, crs: mercator }
}

/** A grid in UTM 33 whose corner is `shift` metres east and south of `specOf`'s; `turn` rotates it. */
export function inUtm(width: number, height: number, size: number, shift: number, turn = 0): Grid {
  const affine = { a: size, b: turn, c: 500000 + shift, d: turn, e: -size, f: 5000000 - shift }
  return { width, height, affine, crs: utm33 }
}

/** A grid in degrees of all longitudes from `west` on, and of all latitudes. */
export function world(width: number, height: number, west: number): Grid {
  return { width, height, affine: { a: 360 / width, b: 0, c: west, d: 0, e: -180 / height, f: 90 }, crs: degrees }
}

/** A polar stereographic grid with the north pole within it. */
export function atPole(width: number, height: number, size = 200000): Grid {
  const affine = { a: size, b: 0, c: -0.4 * size * width, d: 0, e: -size, f: 0.5 * size * height }
  return { width, height, affine, crs: polar }
}
