import { expect, it } from 'vitest'
import { apply, invert } from '../../src/geo/affine.js'
import type { GeoBox } from '../../src/geo/geobox.js'
import { suggestedGeoBox } from '../../src/geo/grid.js'
import { CRS, DataArray } from '../../src/index.js'
import { pyprojTransform } from '../geo/pyproj.js'
import { dataDir, describeWithPeers } from '../peers.js'
import { approximateRow } from '../reference/approximate-positions.js'
import { type Raster, readRasters } from './rasters.js'

const utmText = '+proj=utm +zone=15 +datum=WGS84 +units=m +no_defs'

interface Positions {
  readonly us: Float64Array
  readonly vs: Float64Array
}

// rioxarray's own reference outputs: MODIS on the sinusoidal grid to UTM 15 N with the default grid, and onto a given grid; nearest. They were made
// with gdalwarp's default error threshold: positions between a few exact ones a row are interpolated, and off by up to an eighth of a pixel. With
// positions as GDAL interpolates them, every pixel of both outputs is met. Ours differ where the exact position (pyproj's) lies in another pixel, and
// nowhere else; so many are they.
describeWithPeers('MODIS sinusoidal to UTM equals the reference outputs of rioxarray', ['data', 'rasterio', 'pyproj'], () => {
  const folder = `${dataDir}netcdf/`
  const [source, reference, matched] = readRasters([
    `${folder}rioxarray-input/MODIS_ARRAY.nc`,
    `${folder}rioxarray-compare/MODIS_ARRAY_UTM_GDAL361.nc`,
    `${folder}rioxarray-compare/MODIS_ARRAY_MATCH_UTM_GDAL361.nc`,
  ]) as [Raster, Raster, Raster]
  const utm = CRS.parse(utmText)
  const outputs = { default: reference, matched }

  it('the default grid', () => {
    const grid = suggestedGeoBox(source.geobox, utm)
    const { width, height, affine } = reference.geobox
    expect([grid.width, grid.height]).toEqual([width, height])
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f'] as const) {
      expect(Math.abs(grid.affine[key] - affine[key]) / affine.a, key).toBeLessThan(1e-6)
    }
  })

  // GDAL approximates along the rows of its chunks, which it cuts where the source fills less than half of their window: in four, in two.
  it.each([
    ['default', [0, 64, 128, 192, 257], 781],
    ['matched', [0, 75, 150], 158],
  ] as const)('every pixel of the %s grid: as gdalwarp approximates positions, and where these are right', async (which, cuts, count) => {
    const { geobox, data, nodata } = outputs[which]
    const exact = exactPositions(geobox)
    const map = lookedUp(exact, geobox.width)
    const onto = { ...geobox, crs: utm }
    const array = DataArray.fromArray(source.data, {
      dims: ['y', 'x'],
      shape: [source.geobox.height, source.geobox.width],
      geobox: source.geobox,
      nodata: source.nodata,
    })
    const got = await array.reproject(onto, { maxErrorPx: 0 }).compute({ workers: 0 })
    const ours = got.filled(nodata ?? 0)
    const missed: number[] = []
    const unexplained: number[] = []
    let differing = 0
    for (let row = 0; row < geobox.height; row++) {
      const { us, vs } = approximateRow(map, row, cuts, source.geobox)
      for (let x = 0; x < geobox.width; x++) {
        const at = row * geobox.width + x
        if (pixelAt(us[x]!, vs[x]!, nodata ?? 0) !== data[at]) missed.push(at)
        const right = pixelAt(exact.us[at]!, exact.vs[at]!, nodata ?? 0)
        if (ours[at] !== right) unexplained.push(at)
        if (ours[at] === data[at]) continue
        differing++
        const isOther = Math.floor(us[x]!) !== Math.floor(exact.us[at]!) || Math.floor(vs[x]!) !== Math.floor(exact.vs[at]!)
        const off = Math.abs(us[x]! - exact.us[at]!) + Math.abs(vs[x]! - exact.vs[at]!)
        if (!isOther || off > 1 / 8) unexplained.push(at)
      }
    }
    expect(missed).toEqual([])
    expect(unexplained).toEqual([])
    expect(differing).toBe(count)
  })

  /** Positions in the source of the centres of all pixels of a grid, by pyproj. */
  function exactPositions({ width, height, affine }: GeoBox): Positions {
    const centres = Array.from({ length: width * height }, (_, at) => apply(affine, (at % width) + 0.5, Math.floor(at / width) + 0.5))
    const [image] = pyprojTransform([
      { from: utmText, to: source.geobox.crs?.proj ?? '', xs: centres.map(({ x }) => x), ys: centres.map(({ y }) => y) },
    ])
    const inverse = invert(source.geobox.affine)
    const places = centres.map((_, at) => apply(inverse, image?.xs[at] ?? Number.NaN, image?.ys[at] ?? Number.NaN))
    return { us: Float64Array.from(places, ({ x }) => x), vs: Float64Array.from(places, ({ y }) => y) }
  }

  function pixelAt(u: number, v: number, nodata: number): number {
    const { data, geobox } = source
    const [x, y] = [Math.floor(u + 1e-10), Math.floor(v + 1e-10)]
    const isInside = x >= 0 && y >= 0 && x < geobox.width && y < geobox.height
    return isInside ? Number(data[y * geobox.width + x]) : nodata
  }
})

/** A map that knows the positions of pixels' centres alone. */
function lookedUp({ us, vs }: Positions, width: number): { apply(xs: Float64Array, ys: Float64Array, count: number): void } {
  return {
    apply(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const at = Math.floor(ys[i]!) * width + Math.floor(xs[i]!)
        xs[i] = us[at]!
        ys[i] = vs[at]!
      }
    },
  }
}
