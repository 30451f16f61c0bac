import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { affine } from '../../src/geo/affine.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { boundsOf, type GeoBox, geobox } from '../../src/geo/geobox.js'
import { transformBounds } from '../../src/geo/geobox-bounds.js'
import { type GridOptions, suggestedGeoBox } from '../../src/geo/grid.js'
import { cutCrossing } from '../../src/geo/grid-cut.js'
import { conformanceDir, describeWithPeers } from '../peers.js'
import { runPython } from './pyproj.js'

interface Setup {
  readonly name: string
  /** An EPSG code or a PROJ string. */
  readonly from: number | string
  readonly to: number
  readonly width: number
  readonly height: number
  /** GDAL order. */
  readonly geotransform: readonly [number, number, number, number, number, number]
  readonly options: GridOptions
  readonly switches: string
}

const utm = [500000, 1000, 0, 5200000, 0, -1000] as const
const degrees = [9, 0.01, 0, 47, 0, -0.01] as const

const setups: readonly Setup[] = [
  { name: 'utm to mercator', from: 32632, to: 3857, width: 70, height: 60, geotransform: utm, options: {}, switches: '' },
  { name: 'utm to degrees', from: 32632, to: 4326, width: 70, height: 60, geotransform: utm, options: {}, switches: '' },
  { name: 'degrees to utm', from: 4326, to: 32632, width: 640, height: 500, geotransform: degrees, options: {}, switches: '' },
  { name: 'degrees to laea', from: 4326, to: 3035, width: 3000, height: 2600, geotransform: degrees, options: {}, switches: '' },
  {
    name: 'large utm to laea',
    from: 32633,
    to: 3035,
    width: 10980,
    height: 10980,
    geotransform: [399960, 10, 0, 5300040, 0, -10],
    options: {},
    switches: '',
  },
  {
    name: 'utm to the next zone',
    from: 32633,
    to: 32634,
    width: 1098,
    height: 900,
    geotransform: [399960, 100, 0, 5300040, 0, -100],
    options: {},
    switches: '',
  },
  {
    name: 'rotated utm to mercator',
    from: 32632,
    to: 3857,
    width: 300,
    height: 200,
    geotransform: [500000, 80, 30, 5200000, 25, -90],
    options: {},
    switches: '',
  },
  {
    name: 'south-up to mercator',
    from: 32632,
    to: 3857,
    width: 70,
    height: 60,
    geotransform: [500000, 1000, 0, 5140000, 0, 1000],
    options: {},
    switches: '',
  },
  {
    name: 'the world to mercator',
    from: 4326,
    to: 3857,
    width: 360,
    height: 170,
    geotransform: [-180, 1, 0, 85, 0, -1],
    options: {},
    switches: '',
  },
  {
    name: 'the world to sinusoidal',
    from: 4326,
    to: 6933,
    width: 360,
    height: 160,
    geotransform: [-180, 1, 0, 80, 0, -1],
    options: {},
    switches: '',
  },
  {
    name: 'half a world to the arctic',
    from: 4326,
    to: 3413,
    width: 360,
    height: 45,
    geotransform: [-180, 1, 0, 90, 0, -1],
    options: {},
    switches: '',
  },
  {
    name: 'the arctic to degrees',
    from: 3413,
    to: 4326,
    width: 100,
    height: 120,
    geotransform: [-2000000, 40000, 0, 2200000, 0, -40000],
    options: {},
    switches: '',
  },
  {
    name: 'a far part of the arctic to degrees',
    from: 3413,
    to: 4326,
    width: 100,
    height: 120,
    geotransform: [500000, 4000, 0, -700000, 0, -4000],
    options: {},
    switches: '',
  },
  {
    name: 'mercator to degrees',
    from: 3857,
    to: 4326,
    width: 256,
    height: 256,
    geotransform: [0, 4891.96981025128, 0, 1252344.27142433, 0, -4891.96981025128],
    options: {},
    switches: '',
  },
  {
    name: 'the size',
    from: 32632,
    to: 3857,
    width: 70,
    height: 60,
    geotransform: utm,
    options: { size: { width: 100, height: 50 } },
    switches: '-ts 100 50',
  },
  {
    name: 'the width',
    from: 32632,
    to: 3857,
    width: 70,
    height: 60,
    geotransform: utm,
    options: { size: { width: 100 } },
    switches: '-ts 100 0',
  },
  {
    name: 'the height',
    from: 32632,
    to: 3857,
    width: 70,
    height: 60,
    geotransform: utm,
    options: { size: { height: 33 } },
    switches: '-ts 0 33',
  },
  {
    name: 'the extent',
    from: 32632,
    to: 3857,
    width: 70,
    height: 60,
    geotransform: utm,
    options: { bounds: { left: 1000000, bottom: 5889000, right: 1096000, top: 5985000 } },
    switches: '-te 1000000 5889000 1096000 5985000',
  },
  {
    name: 'extent and resolution',
    from: 32632,
    to: 3857,
    width: 70,
    height: 60,
    geotransform: utm,
    options: { bounds: { left: 1000000, bottom: 5889000, right: 1096100, top: 5985000 }, resolution: { x: 700, y: 800 } },
    switches: '-te 1000000 5889000 1096100 5985000 -tr 700 800',
  },
  {
    name: 'extent, resolution, snapped',
    from: 32632,
    to: 3857,
    width: 70,
    height: 60,
    geotransform: utm,
    options: { bounds: { left: 1000123, bottom: 5889456, right: 1096100, top: 5985001 }, resolution: 700, snap: true },
    switches: '-te 1000123 5889456 1096100 5985001 -tr 700 700 -tap',
  },
  {
    name: 'extent and size',
    from: 32632,
    to: 3857,
    width: 70,
    height: 60,
    geotransform: utm,
    options: { bounds: { left: 1000123, bottom: 5889456, right: 1096100, top: 5985001 }, size: { width: 41, height: 37 } },
    switches: '-te 1000123 5889456 1096100 5985001 -ts 41 37',
  },
  {
    name: 'extent in another CRS',
    from: 32632,
    to: 3857,
    width: 70,
    height: 60,
    geotransform: utm,
    options: { bounds: { left: 9.1, bottom: 46.6, right: 9.7, top: 46.9 }, boundsCrs: parseCrs(4326), resolution: 500 },
    switches: '-te 9.1 46.6 9.7 46.9 -te_srs EPSG:4326 -tr 500 500',
  },
  {
    name: 'the world from pole to pole to mercator',
    from: 4326,
    to: 3857,
    width: 360,
    height: 180,
    geotransform: [-180, 1, 0, 90, 0, -1],
    options: {},
    switches: '',
  },
  {
    name: 'the world from pole to pole to equal area',
    from: 4326,
    to: 6933,
    width: 720,
    height: 360,
    geotransform: [-180, 0.5, 0, 90, 0, -0.5],
    options: {},
    switches: '',
  },
  {
    name: 'the world to an azimuthal projection of the north',
    from: 4326,
    to: 6931,
    width: 360,
    height: 180,
    geotransform: [-180, 1, 0, 90, 0, -1],
    options: {},
    switches: '',
  },
  {
    name: 'a full disk of a geostationary satellite to degrees',
    from: '+proj=geos +h=35785831 +lon_0=0 +datum=WGS84',
    to: 4326,
    width: 464,
    height: 464,
    geotransform: [-5570248, 24010.7, 0, 5570248, 0, -24010.7],
    options: {},
    switches: '',
  },
  {
    name: 'a sinusoidal world to degrees',
    from: '+proj=sinu +lon_0=0 +R=6371007.181',
    to: 4326,
    width: 360,
    height: 180,
    geotransform: [-20015109.354, 111195.0519666667, 0, 10007554.677, 0, -111195.0519666667],
    options: {},
    switches: '',
  },
  {
    name: 'a sinusoidal tile to utm',
    from: '+proj=sinu +lon_0=0 +R=6371007.181',
    to: 32633,
    width: 1200,
    height: 1200,
    geotransform: [1111950.519667, 926.625433055833, 0, 5559752.598333, 0, -926.625433055833],
    options: {},
    switches: '',
  },
  {
    name: 'half a globe to a utm zone',
    from: 4326,
    to: 32633,
    width: 180,
    height: 180,
    geotransform: [-75, 1, 0, 90, 0, -1],
    options: {},
    switches: '',
  },
]

const program = `
import json, sys
from osgeo import gdal, osr
gdal.UseExceptions()
out = []
for s in json.load(sys.stdin):
    ds = gdal.GetDriverByName('MEM').Create('', s['width'], s['height'], 1, gdal.GDT_Byte)
    ds.SetGeoTransform(s['geotransform'])
    srs = osr.SpatialReference(); srs.SetFromUserInput(s['from'] if isinstance(s['from'], str) else 'EPSG:%d' % s['from'])
    ds.SetProjection(srs.ExportToWkt())
    r = gdal.Warp('', ds, options='-of VRT -t_srs EPSG:%d %s' % (s['to'], s['switches']))
    out.append({'width': r.RasterXSize, 'height': r.RasterYSize, 'geotransform': r.GetGeoTransform()})
json.dump(out, sys.stdout)
`

describeWithPeers('suggestedGeoBox chooses the grid that gdalwarp chooses', ['gdal-python'], () => {
  const answers = runPython(program, setups) as { width: number; height: number; geotransform: number[] }[]
  setups.forEach((setup, index) => {
    it(setup.name, () => {
      const { width, height, geotransform } = answers[index]!
      const grid = suggestedGeoBox(sourceOf(setup), parseCrs(setup.to), setup.options)
      expect([grid.width, grid.height]).toEqual([width, height])
      expectClose(grid, geotransform)
    })
  })
})

describeWithPeers('suggestedGeoBox meets the conformance cases', ['conformance', 'gdal'], () => {
  const source = geobox(70, 60, affine(1000, 0, 500000, 0, -1000, 5200000), parseCrs(32632))
  it('P09: the default grid', () => expectFile('P09', suggestedGeoBox(source, parseCrs(3857))))
  it('P10: snapped, without blank edges', () =>
    expectFile('P10', suggestedGeoBox(source, parseCrs(4326), { resolution: 0.01, snap: true })))
})

function sourceOf({ width, height, geotransform: [c, a, b, f, d, e], from }: Setup): GeoBox {
  return geobox(width, height, affine(a, b, c, d, e, f), parseCrs(from))
}

function expectFile(id: string, grid: GeoBox): void {
  const info = JSON.parse(execFileSync('gdalinfo', ['-json', join(conformanceDir, 'gdal-3.12', `${id}_out.tif`)], { encoding: 'utf8' }))
  expect([grid.width, grid.height]).toEqual(info.size)
  expectClose(grid, info.geoTransform)
}

function expectClose(grid: GeoBox, geotransform: readonly number[]): void {
  const { a, b, c, d, e, f } = grid.affine
  const pixel = Math.abs(geotransform[1]!)
  ;[c, a, b, f, d, e].forEach((value, k) => {
    expect(Math.abs(value - geotransform[k]!) / pixel, `number ${k}: ${value}, ${geotransform[k]}`).toBeLessThan(1e-6)
  })
}

const plain = geobox(70, 60, affine(1000, 0, 500000, 0, -1000, 5200000), parseCrs(32632))

it('keeps pixels that are not square within one CRS, and turns south-up grids over', () => {
  const source = geobox(70, 60, affine(10, 0, 500000, 0, 20, 5140000), parseCrs(32632))
  expect(suggestedGeoBox(source, parseCrs(32632))).toEqual(geobox(70, 60, affine(10, 0, 500000, 0, -20, 5141200), parseCrs(32632)))
})

it('takes a far edge within 1e-8 px of a multiple of the resolution for that multiple', () => {
  const source = geobox(3, 3, affine(0.1, 0, 0.3, 0, -0.1, 0.6), parseCrs(4326))
  const { width, height, affine: map } = suggestedGeoBox(source, parseCrs(4326), { resolution: 0.1, snap: true })
  expect([width, height]).toEqual([3, 3])
  expect(map.c).toBeCloseTo(0.3, 12)
})

it.each([
  [32760, 700000, 176.8],
  [32701, 120000, 177.4],
])('goes on beyond 180 for a raster of EPSG:%d across the antimeridian, with the pixels that it has', (code, left, west) => {
  const source = geobox(200, 200, affine(1000, 0, left, 0, -1000, 8000000), parseCrs(code))
  const grid = suggestedGeoBox(source, parseCrs(4326))
  expect(grid.width * grid.height).toBeGreaterThan(38000)
  expect(grid.width * grid.height).toBeLessThan(46000)
  const { left: from, right: to } = boundsOf(grid)
  expect(Math.abs(from - west)).toBeLessThan(4)
  expect(to).toBeGreaterThan(180)
  expect(to - from).toBeLessThan(2.2)
  // Bounds are met whichever way longitudes are counted.
  const east = suggestedGeoBox(source, parseCrs(4326), { bounds: { left: -180, bottom: -19, right: -179.5, top: -18.5 } })
  expect(boundsOf(east).left).toBe(-180)
})

it('goes around the earth for a raster with a pole in it', () => {
  const source = geobox(100, 120, affine(40000, 0, -2000000, 0, -40000, 2200000), parseCrs(3413))
  expect(boundsOf(suggestedGeoBox(source, parseCrs(4326)))).toMatchObject({ left: -180, right: 180 })
})

it('names both extents where bounds miss the raster', () => {
  const bounds = { left: 0, bottom: 0, right: 10, top: 10 }
  expect(() => suggestedGeoBox(plain, parseCrs(3857), { bounds })).toThrow(
    /\[0, 0, 10, 10\] in EPSG:3857 miss the raster.*\[500000, 5140000, 570000, 5200000\] in EPSG:32632/,
  )
})

it('refuses options that contradict each other or make no sense', () => {
  const target = parseCrs(3857)
  expect(() => suggestedGeoBox(plain, target, { resolution: 10, size: { width: 5 } })).toThrow('resolution or size, not both')
  expect(() => suggestedGeoBox(plain, target, { snap: true })).toThrow('snap needs a resolution')
  expect(() => suggestedGeoBox(plain, target, { resolution: -1 })).toThrow('both must be positive')
  expect(() => suggestedGeoBox(plain, target, { size: {} })).toThrow('width, height or both')
  expect(() => suggestedGeoBox({ ...plain, crs: null }, target)).toThrow('has no CRS')
})

describe('a raster across the antimeridian', () => {
  const tile = geobox(512, 512, affine(500, 0, 600_000, 0, -500, 5_600_000), parseCrs(32660))
  it.each([['EPSG:3857'], ['EPSG:3395'], ['EPSG:6933'], ['EPSG:4087']])(
    'goes on beyond the seam of %s in pixels of its own size',
    (name) => {
      const grid = suggestedGeoBox(tile, parseCrs(name))
      expect(grid.width * grid.height).toBeGreaterThan(200_000)
      expect(grid.affine.a).toBeLessThan(1500)
      // The part beyond the seam is met from both sides.
      const { left, right } = boundsOf(grid)
      const period = 2 * Math.abs(transformBounds({ left: -90, right: 90, bottom: 0, top: 1 }, parseCrs(4326), parseCrs(name)).right) * 2
      expect(left < period / 2 && right > period / 2).toBe(true)
      const bounds = { left: -period / 2, right: right - period, bottom: boundsOf(grid).bottom, top: boundsOf(grid).top }
      expect(suggestedGeoBox(tile, parseCrs(name), { bounds, resolution: { x: 500, y: 500 } }).affine.c).toBe(-period / 2)
    },
  )
  it('of degrees beyond 180 has no world-wide grid in web Mercator', () => {
    const fiji = geobox(240, 120, affine(0.05, 0, 174, 0, -0.05, -14), parseCrs(4326))
    const { width, affine: placed } = suggestedGeoBox(fiji, parseCrs(3857))
    expect([width > 200, placed.a < 7000, placed.c < 20037508]).toEqual([true, true, true])
  })
  it('says around which cut it lies, also where the map has nothing beyond', () => {
    expect(cutCrossing(tile, parseCrs('ESRI:54009'))).toMatchObject({ cut: 180, period: null })
    expect(cutCrossing(tile, parseCrs('+proj=moll +lon_0=150 +datum=WGS84'))).toBeNull()
    expect(cutCrossing(tile, parseCrs(32601))).toBeNull()
    expect(cutCrossing(geobox(360, 180, affine(1, 0, 0, 0, -1, 90), parseCrs(4326)), parseCrs(3857))).toBeNull()
  })
})
