import { expect, it } from 'vitest'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { crsTransform } from '../../src/geo/crs-transform.js'
import { epsgCodes } from '../../src/geo/epsg.js'
import { toWkt1 as toWkt } from '../../src/geo/wkt.js'
import { describeWithPeers } from '../peers.js'
import { runPython } from './pyproj.js'

const all = process.env.RASTERLOOM_FULL === '1'
const common = [
  4326, 4258, 4269, 4289, 4277, 32601, 32633, 32733, 25832, 26915, 3857, 3395, 3035, 2154, 27700, 28992, 31370, 2056, 21781, 23700, 5070,
  3577, 3031, 3413, 3995, 5041, 32661, 6933, 6931, 3086, 2263, 2193, 2100, 3067, 2180, 3346, 4087, 3832, 3034, 31467, 5880, 26729, 32066,
]
// A projection without a name in WKT 1, or whose name stands for other axes.
const unnamed = /\+proj=(?:krovak|omerc|nzmg|eqearth|aeqd|col_urban|bonne)|\+axis=/
// Spherical and deprecated codes that share their definition with another one, which PROJ answers.
const twins = new Set([3785, 3786, 4037, 4038, 4226, 4266, 26632, 26692, 32662, 32663])
const codes = [...common, ...epsgCodes().filter((_, index) => all || index % 60 === 0)]

const program = `
import json, sys, warnings
import pyproj
warnings.filterwarnings('ignore')
out = []
# WKT 1 says nothing of axes that point north first, so PROJ does not take it for the code: the parts are compared.
def parts(crs):
    return sorted((p.name, round(p.value * p.unit_conversion_factor, 9)) for p in crs.coordinate_operation.params) if crs.coordinate_operation else None
for code, wkt in json.load(sys.stdin):
    try:
        got = pyproj.CRS.from_wkt(wkt)
        want = pyproj.CRS.from_epsg(code)
        same = got.to_epsg(min_confidence=20) == code and parts(got) == parts(want) and got.geodetic_crs.equals(want.geodetic_crs, ignore_axis_order=True)
        out.append({'equal': got == want or same})
    except Exception as error:
        out.append({'equal': str(error)})
json.dump(out, sys.stdout)
`

describeWithPeers('WKT that is written is what pyproj reads as the EPSG code', ['pyproj'], () => {
  it('for common codes, and every 60th of all (RASTERLOOM_FULL=1: for all)', { timeout: 300_000 }, () => {
    const texts = codes.map((code) => [code, toWkt(parseCrs(code))] as const)
    const silent = texts
      .filter(
        ([code, wkt]) =>
          wkt === null && !unnamed.test(parseCrs(code).proj) && !/\+pm=(?:paris|2\.337)|\+lat_2=.*\+k/.test(parseCrs(code).proj),
      )
      .map(([code]) => `${code} ${parseCrs(code).proj}`)
    expect(silent).toEqual([])
    const written = texts.filter(([code, wkt]) => wkt !== null && !twins.has(code))
    const answers = runPython(program, written) as { equal: boolean | string }[]
    const judged = written.map(([code, wkt], index) => ({ code, wkt, answer: answers[index]!.equal }))
    const wrong = judged.filter(({ answer }) => answer !== true)
    expect(wrong).toEqual([])
  })
})

it('is read back by us: with codes as the code, without them as the same plane', () => {
  for (const code of common) {
    const wkt = toWkt(parseCrs(code)) as string
    expect(parseCrs(wkt)).toEqual({ ...parseCrs(code), wkt })
  }
  const texts = [
    '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7',
    '+proj=sinu +lon_0=0 +R=6371007.181',
    '+proj=merc +lat_ts=20 +lon_0=3 +x_0=1000 +y_0=2000 +datum=WGS84 +units=us-ft',
  ]
  for (const text of texts) {
    const [xs, ys] = [Float64Array.of(14), Float64Array.of(50)]
    const [us, vs] = [xs.slice(), ys.slice()]
    crsTransform(parseCrs(4326), parseCrs(text))(xs, ys, 1)
    crsTransform(parseCrs(4326), parseCrs(toWkt(parseCrs(text)) as string))(us, vs, 1)
    expect(Math.hypot(xs[0]! - us[0]!, ys[0]! - vs[0]!), text).toBeLessThan(1e-6)
  }
})

it('gives back the text that a CRS was read from, and null for what has no name in WKT 1', () => {
  const wkt = toWkt(parseCrs(3035)) as string
  expect(toWkt(parseCrs(wkt))).toBe(wkt)
  expect(toWkt(parseCrs('+proj=geos +h=35785831 +lon_0=0 +datum=WGS84'))).toBeNull()
  expect(toWkt(parseCrs(5514))).toBeNull()
})
