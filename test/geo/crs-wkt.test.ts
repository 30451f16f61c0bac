import { expect, it } from 'vitest'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { crsTransform } from '../../src/geo/crs-transform.js'
import { type EpsgRecord, findEpsg } from '../../src/geo/epsg.js'
import { describeWithPeers } from '../peers.js'
import { runPython } from './pyproj.js'

const codes = [
  4326, 4258, 4269, 4289, 32633, 32733, 25832, 26915, 3857, 3395, 3035, 2154, 27700, 28992, 31370, 2056, 21781, 5514, 23700, 5070, 3577,
  3031, 3413, 3995, 5041, 32661, 6933, 6931, 3086, 2263, 2193, 2100, 3067, 2180, 3346, 29873, 3375, 3168, 4087, 4088, 8857, 3786, 27572,
  2053, 3832,
]

const program = `
import json, sys, warnings
import pyproj
warnings.filterwarnings('ignore')
out = []
for code in json.load(sys.stdin):
    crs = pyproj.CRS.from_epsg(code)
    texts = {}
    for version in ('WKT1_GDAL', 'WKT1_ESRI', 'WKT2_2015', 'WKT2_2019'):
        try:
            if crs.to_wkt(version):
                texts[version] = crs.to_wkt(version)
        except Exception:
            pass
    out.append(texts)
json.dump(out, sys.stdout)
`

describeWithPeers('WKT means what its EPSG code means', ['pyproj'], () => {
  const texts = runPython(program, codes) as Record<string, string>[]
  codes.forEach((code, index) => {
    for (const [version, wkt] of Object.entries(texts[index]!)) {
      it(`${code} ${version}`, () => {
        if (/(?:AUTHORITY|ID)\["EPSG","?\d+"?\]\]$/.test(wkt)) expect(parseCrs(wkt)).toEqual({ ...parseCrs(code), wkt })
        const bare = wkt.replace(/,(?:AUTHORITY|ID)\["EPSG","?\d+"?\]/g, '')
        expect(distance(code, bare)).toBeLessThan(1e-3)
      })
    }
  })
})

/** Largest difference in the units of the CRS over its area of use. */
function distance(code: number, wkt: string): number {
  const { area } = findEpsg(code) as EpsgRecord
  const east = area.east < area.west ? area.east + 360 : area.east
  const crs = parseCrs(wkt)
  let largest = 0
  for (let k = 1; k < 6; k++) {
    const xs = Float64Array.of(area.west + ((east - area.west) * k) / 6)
    const ys = Float64Array.of(area.south + ((area.north - area.south) * k) / 6)
    const [x, y] = [xs.slice(), ys.slice()]
    crsTransform(parseCrs(4326), parseCrs(code))(xs, ys, 1)
    crsTransform(parseCrs(4326), crs)(x, y, 1)
    const error = Math.hypot(xs[0]! - x[0]!, ys[0]! - y[0]!)
    largest = Math.max(largest, Number.isNaN(error) ? Number.POSITIVE_INFINITY : error)
  }
  return largest
}

it('says where text is not WKT', () => {
  expect(() => parseCrs('PROJCS["a",GEOGCS["b"')).toThrow('is not closed')
  expect(() => parseCrs('PROJCS["a",%]')).toThrow('character 11')
  expect(() => parseCrs('VERT_CS["a"]')).toThrow('VERT_CS is vertical')
})
