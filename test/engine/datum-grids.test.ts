import { CRS, DataArray, GeoBox } from 'rasterloom'
import { afterAll, expect, test } from 'vitest'
import { unregisterGrid } from '../../src/geo/datum-grids.js'
import { ntv2 } from '../geo/ntv2-file.js'

const crs = '+proj=longlat +ellps=airy +nadgrids=test.gsb +no_defs'
afterAll(() => unregisterGrid('test.gsb'))

test('grids of datum shifts that are registered here are used by workers too', async () => {
  CRS.registerGrid('test.gsb', ntv2(true))
  const geobox = GeoBox.fromBounds({ left: -2, bottom: 52, right: -1.99, top: 52.01 }, { shape: { width: 64, height: 64 } }, crs)
  const values = Float32Array.from({ length: 64 * 64 }, (_, i) => (i % 64) * 1000 + Math.floor(i / 64))
  const array = DataArray.fromArray(values, { dims: ['y', 'x'], shape: [64, 64], geobox })
  const warped = array.reproject('EPSG:4326', { resampling: 'bilinear' })
  const inline = await warped.compute({ workers: 0 })
  const threaded = await warped.compute({ workers: 2 })
  expect(threaded.values).toEqual(inline.values)
  // About 3 seconds north and 4 east of where the numbers alone would put it.
  expect((inline.bounds?.top ?? 0) - 52.01).toBeGreaterThan(2 / 3600)
})
