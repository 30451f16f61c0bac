import { expect, it } from 'vitest'
import { affine, toGdal } from '../../src/geo/affine.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { boundsOf, type GeoBox, geobox } from '../../src/geo/geobox.js'
import { type GridOptions, suggestedGeoBox } from '../../src/geo/grid.js'
import { random } from '../conformance/random.js'
import { describeWithPeers } from '../peers.js'
import { runPython } from './pyproj.js'

/** Places where a CRS is used, in its own units: x, y and the size of the area. */
const areas: readonly (readonly [code: number, x: number, y: number, extent: number])[] = [
  [32632, 500000, 5200000, 200000],
  [32733, 400000, 7000000, 200000],
  [32618, 300000, 4500000, 150000],
  [3035, 4321000, 3210000, 1500000],
  [5070, 0, 1800000, 1500000],
  [3577, 0, -3000000, 1500000],
  [2193, 1600000, 5400000, 300000],
  [3857, 1200000, 6100000, 500000],
  [4326, 10, 47, 8],
  [4326, -100, 40, 20],
  [3413, 0, -1500000, 800000],
  [3031, 0, 1500000, 800000],
]
/** Targets that cover each of them. */
const targets: Readonly<Record<number, readonly number[]>> = {
  32632: [3857, 4326, 3035, 32633],
  32733: [3857, 4326, 32734],
  32618: [3857, 4326, 5070],
  3035: [3857, 4326, 32632],
  5070: [3857, 4326],
  3577: [3857, 4326],
  2193: [3857, 4326],
  3857: [4326, 3035, 32632],
  4326: [3857, 6933],
  3413: [3995, 4326],
  3031: [3976, 4326],
}

interface Setup {
  readonly from: number
  readonly to: number
  readonly source: GeoBox
  readonly options: GridOptions
  readonly switches: string
}

const count = process.env.RASTERLOOM_FULL === '1' ? 400 : 60

function setups(): Setup[] {
  const { next, int } = random(20)
  return Array.from({ length: count }, (_, at) => {
    const [from, x, y, extent] = areas[at % areas.length]!
    const to = targets[from]![int(0, targets[from]!.length)]!
    const [width, height] = [int(3, 900), int(3, 900)]
    const size = (extent * (0.2 + 0.8 * next())) / Math.max(width, height)
    const turn = at % 7 === 3 ? size * 0.3 : 0
    const south = at % 11 === 5 ? -1 : 1
    const map = affine(
      size,
      turn,
      x + extent * (next() - 0.5) * 0.3,
      turn * 0.7,
      -size * (0.8 + 0.4 * next()) * south,
      y + extent * 0.3 * next(),
    )
    const source = geobox(width, height, map, parseCrs(from))
    return { from, to, source, ...wish(at % 4, source, to, int) }
  })
}

/** What is asked of the grid. Bounds go with a resolution: without them GDAL drops blank edges since 3.8, and so do we. */
function wish(choice: number, source: GeoBox, to: number, int: (low: number, high: number) => number): Pick<Setup, 'options' | 'switches'> {
  if (choice === 0) return { options: {}, switches: '' }
  if (choice === 1) {
    const [width, height] = [int(10, 300), int(10, 300)]
    return { options: { size: { width, height } }, switches: `-ts ${width} ${height}` }
  }
  const resolution = to === 4326 ? 0.01 * int(1, 9) : 1000 * int(1, 9)
  const bounds = boundsOf(suggestedGeoBox(source, parseCrs(to)))
  const switches = `-tr ${resolution} ${resolution} -te ${bounds.left} ${bounds.bottom} ${bounds.right} ${bounds.top}`
  if (choice === 2) return { options: { resolution, bounds, snap: true }, switches: `${switches} -tap` }
  return { options: { resolution, bounds }, switches }
}

const program = `
import json, sys
from osgeo import gdal, osr
gdal.UseExceptions()
out = []
for s in json.load(sys.stdin):
    ds = gdal.GetDriverByName('MEM').Create('', s['width'], s['height'], 1, gdal.GDT_Byte)
    ds.SetGeoTransform(s['geotransform'])
    srs = osr.SpatialReference(); srs.ImportFromEPSG(s['from'])
    ds.SetProjection(srs.ExportToWkt())
    r = gdal.Warp('', ds, options='-of VRT -t_srs EPSG:%d %s' % (s['to'], s['switches']))
    out.append({'size': [r.RasterXSize, r.RasterYSize], 'geotransform': r.GetGeoTransform()})
json.dump(out, sys.stdout)
`

describeWithPeers('the grid that reproject chooses is gdalwarp’s', ['gdal-python'], () => {
  it(`for ${count} random rasters and pairs of CRSs`, () => {
    const all = setups()
    const jobs = all.map(({ from, to, source, switches }) => {
      return { from, to, switches, width: source.width, height: source.height, geotransform: toGdal(source.affine) }
    })
    const answers = runPython(program, jobs) as { size: [number, number]; geotransform: number[] }[]
    let same = 0
    all.forEach(({ from, to, source, options, switches }, at) => {
      const { size, geotransform } = answers[at]!
      const grid = suggestedGeoBox(source, parseCrs(to), options)
      const got = toGdal(grid.affine)
      const where = `${at}: EPSG:${from} to EPSG:${to} ${switches} ${JSON.stringify(source)}: ${got} ${geotransform}`
      expect([grid.width, grid.height], where).toEqual(size)
      const gaps = got.map((value, k) => Math.abs(value - geotransform[k]!) / geotransform[1]!)
      // Bit-equal where both projections are computed alike; transcendental functions of different libraries differ in the last digits.
      expect(Math.max(...gaps), where).toBeLessThan(1e-6)
      if (got.every((value, k) => value === geotransform[k])) same++
    })
    expect(same / all.length).toBeGreaterThan(0.3)
  })
})
