import { expect, it } from 'vitest'
import type { Crs } from '../../src/geo/crs.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { areaOfUse, toProj, toProjJson, toWkt } from '../../src/geo/crs-text.js'
import { crsTransform } from '../../src/geo/crs-transform.js'
import { epsgCodes, esriCodes } from '../../src/geo/epsg.js'
import { describeWithPeers } from '../peers.js'
import { runPython } from './pyproj.js'
import { randoms } from './random.js'

const all = process.env.RASTERLOOM_FULL === '1'
const random = randoms(11)
const codes = epsgCodes().filter(() => all || random() < 0.06)
const esri = esriCodes().filter(() => all || random() < 0.05)

// Two are three-dimensional in PROJ, and two of Esri's stand on datums that we have under EPSG's names.
const others = new Set(['EPSG:8449', 'EPSG:9895', 'ESRI:102060', 'ESRI:102166'])

const program = `
import json, sys, warnings
import pyproj
warnings.filterwarnings('ignore')
out = []
for code, text in json.load(sys.stdin):
    try:
        got, want = pyproj.CRS(text), pyproj.CRS(code)
        out.append(True if got.equals(want, ignore_axis_order=True) else want.to_wkt()[:2000])
    except Exception as error:
        out.append(str(error)[:200])
json.dump(out, sys.stdout)
`

describeWithPeers('WKT 2 and PROJJSON are what pyproj takes for the code', ['pyproj'], () => {
  const labels = [...codes.map((code) => `EPSG:${code}`), ...esri.map((code) => `ESRI:${code}`)]
  it.each([
    ['WKT 2', (crs: Crs): string => toWkt(crs)],
    ['PROJJSON', (crs: Crs): string => JSON.stringify(toProjJson(crs))],
  ] as const)('%s of at least 300 codes (RASTERLOOM_FULL=1: of all)', { timeout: 600_000 }, (_, write) => {
    expect(labels.length).toBeGreaterThan(300)
    const texts = labels.map((label) => [label, write(parseCrs(label))] as const)
    const answers = runPython(program, texts) as (true | string)[]
    const wrong = texts.map(([label, text], index) => ({ label, text, answer: answers[index] })).filter(({ answer }) => answer !== true)
    expect(wrong.filter(({ label }) => !others.has(label))).toEqual([])
  })
})

it('is read back as the code, without a note', { timeout: 60_000 }, () => {
  // A sphere that PROJ takes for an ellipsoid, and an ellipsoid that PROJ and Esri write with different digits.
  const odd = new Set(['EPSG:3785', 'ESRI:37007'])
  const wrong: string[] = []
  for (const label of [...codes.map((code) => `EPSG:${code}`), ...esri.map((code) => `ESRI:${code}`)]) {
    const crs = parseCrs(label)
    const wkt = toWkt(crs)
    const again = [parseCrs(wkt), parseCrs(JSON.stringify(toProjJson(crs)))]
    if (!odd.has(label) && again.some((each) => JSON.stringify({ ...each, wkt: null }) !== JSON.stringify(crs)))
      wrong.push(`${label} ${crs.proj} ${again[0]?.proj} ${again[0]?.warnings}`)
  }
  expect(wrong).toEqual([])
})

it('keeps what a PROJ string says, with its shift, its units and its signs', () => {
  const texts = [
    '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7',
    '+proj=merc +lat_ts=20 +lon_0=3 +x_0=1000 +y_0=2000 +datum=WGS84 +units=us-ft',
    '+proj=stere +lat_0=-90 +lat_ts=-71 +lon_0=20 +datum=WGS84',
    '+proj=lcc +lat_1=33 +lat_2=45 +lat_0=39 +lon_0=-96 +k_0=1.0001 +ellps=GRS80',
    '+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000 +y_0=2200000 +ellps=clrk80ign +pm=paris',
    '+proj=geos +h=35785831 +lon_0=-75 +sweep=x +ellps=GRS80',
    '+proj=omerc +no_uoff +lat_0=4 +lonc=102.25 +alpha=53 +gamma=53.13 +k=0.99984 +ellps=GRS80',
    '+proj=tpeqd +lat_1=10 +lon_1=-20 +lat_2=40 +lon_2=60 +R=6371000',
    '+proj=igh +lon_0=0 +datum=WGS84',
    '+proj=krovak +lat_0=49.5 +lon_0=24.8333333333333 +alpha=30.2881397527778 +k=0.9999 +ellps=bessel',
    '+proj=ob_tran +o_proj=longlat +o_lon_p=0 +o_lat_p=39.25 +lon_0=18 +R=6371229',
    '+proj=longlat +units=grad +ellps=clrk80ign +pm=paris +towgs84=-168,-60,320',
  ]
  for (const text of texts) {
    const crs = parseCrs(text)
    for (const again of [parseCrs(toWkt(crs)), parseCrs(JSON.stringify(toProjJson(crs))), parseCrs(toProj(crs))]) {
      expect([again.notes, again.warnings], text).toEqual([undefined, undefined])
      const [xs, ys] = [Float64Array.of(14, 101.5), Float64Array.of(49.5, 3.5)]
      const [us, vs] = [xs.slice(), ys.slice()]
      crsTransform(parseCrs(4326), crs)(xs, ys, 2)
      crsTransform(parseCrs(4326), again)(us, vs, 2)
      for (let i = 0; i < 2; i++) {
        if (Number.isNaN(xs[i])) expect(us[i]).toBeNaN()
        else expect(Math.hypot(xs[i]! - us[i]!, ys[i]! - vs[i]!), `${text}\n${again.proj}`).toBeLessThan(1e-5)
      }
    }
  }
})

it('writes the vertical part back, in WKT 2, WKT 1 and PROJJSON', () => {
  const crs = parseCrs(7405)
  expect(crs.notes).toEqual(['heights (ODN height) are kept, not shifted'])
  for (const text of [toWkt(crs), toWkt(crs, 'WKT1-GDAL'), JSON.stringify(toProjJson(crs))]) {
    expect(parseCrs(text)).toMatchObject({ epsg: 27700, vertical: { name: 'ODN height', epsg: text.startsWith('{') ? 5701 : 5701 } })
  }
})

it('says where a CRS is used', () => {
  expect(areaOfUse(parseCrs(28992))).toEqual({ west: 3.2, south: 50.75, east: 7.22, north: 53.7 })
  expect(areaOfUse(parseCrs('+proj=utm +zone=33 +datum=WGS84'))).toBeNull()
})
