import { expect, it } from 'vitest'
import { suggestedGeoBox } from '../../src/geo/grid.js'
import { pixelMap } from '../../src/geo/pixel-map.js'
import { CRS, DataArray } from '../../src/index.js'
import { dataDir, describeWithPeers } from '../peers.js'
import { approximateRow } from '../reference/approximate-positions.js'
import { readRasters } from './rasters.js'

// rioxarray's own reference outputs: MODIS on the sinusoidal grid to UTM 15 N with the default grid, and onto a given grid; nearest.
describeWithPeers('MODIS sinusoidal to UTM equals the reference outputs of rioxarray', ['data', 'rasterio', 'pyproj'], () => {
  const folder = `${dataDir}netcdf/`
  const [source, reference, matched] = readRasters([
    `${folder}rioxarray-input/MODIS_ARRAY.nc`,
    `${folder}rioxarray-compare/MODIS_ARRAY_UTM_GDAL361.nc`,
    `${folder}rioxarray-compare/MODIS_ARRAY_MATCH_UTM_GDAL361.nc`,
  ])
  const utm = CRS.parse('+proj=utm +zone=15 +datum=WGS84 +units=m +no_defs')
  const array = (): DataArray<'y' | 'x'> => {
    const { data, geobox, nodata } = source!
    return DataArray.fromArray(data, { dims: ['y', 'x'], shape: [geobox.height, geobox.width], geobox, nodata })
  }

  it('the default grid', () => {
    const grid = suggestedGeoBox(source!.geobox, utm)
    const { width, height, affine } = reference!.geobox
    expect([grid.width, grid.height]).toEqual([width, height])
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f'] as const) {
      expect(Math.abs(grid.affine[key] - affine[key]) / affine.a, key).toBeLessThan(1e-6)
    }
  })

  // GDAL approximates along the rows of its chunks, which it cuts where the source fills less than half of their window: in four, in two.
  it.each([
    ['default', [0, 64, 128, 192, 257], 6],
    ['matched', [0, 75, 150], 2],
  ] as const)('every pixel of the %s grid but a handful, with positions as gdalwarp approximates them', (which, cuts, most) => {
    const { geobox, data, nodata } = which === 'default' ? reference! : matched!
    const map = pixelMap({ ...geobox, crs: utm }, source!.geobox)
    let differing = 0
    for (let row = 0; row < geobox.height; row++) {
      const { us, vs } = approximateRow(map, row, cuts)
      for (let x = 0; x < geobox.width; x++) {
        if (nearest(us[x]!, vs[x]!, nodata ?? 0) !== data[row * geobox.width + x]) differing++
      }
    }
    expect(differing).toBeLessThanOrEqual(most)
  })

  // The approximation moves positions, by up to an eighth of a pixel; ours are exact.
  it.each([
    ['default', 0],
    ['default', 0.001],
    ['matched', 0],
    ['matched', 0.001],
  ] as const)(
    'every pixel of the %s grid at maxErrorPx %d, but those within an eighth of a pixel of an edge',
    async (which, maxErrorPx) => {
      const expected = which === 'default' ? reference! : matched!
      const onto = { ...expected.geobox, crs: utm }
      const got = await array().reproject(onto, { maxErrorPx }).compute({ workers: 0 })
      const pixels = got.filled(expected.nodata ?? 0)
      const map = pixelMap(onto, source!.geobox)
      let differing = 0
      for (let at = 0; at < pixels.length; at++) {
        if (pixels[at] === expected.data[at]) continue
        differing++
        const [u, v] = [Float64Array.of((at % onto.width) + 0.5), Float64Array.of(Math.floor(at / onto.width) + 0.5)]
        map.apply(u, v, 1)
        const toEdge = Math.min(Math.abs(u[0]! - Math.round(u[0]!)), Math.abs(v[0]! - Math.round(v[0]!)))
        expect(toEdge).toBeLessThanOrEqual(1 / 8)
      }
      expect(differing / pixels.length).toBeLessThan(0.03)
    },
  )

  function nearest(u: number, v: number, nodata: number): number {
    const { data, geobox } = source!
    const [x, y] = [Math.floor(u + 1e-10), Math.floor(v + 1e-10)]
    const isInside = x >= 0 && y >= 0 && x < geobox.width && y < geobox.height
    return isInside ? Number(data[y * geobox.width + x]) : nodata
  }
})
