import { describe, expect, it } from 'vitest'
import { zarrSource } from '../../src/formats/zarr/source.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { memoryFiles } from '../conformance/conform-source.js'
import { openReader } from '../read-window.js'

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

/** A store of 2 by 2 pixels with a grid mapping and labels of some units. */
async function specOf(mapping: object, units: string): Promise<ArraySpec> {
  const array = (shape: readonly number[]) =>
    json({ zarr_format: 2, shape, chunks: shape, dtype: '<f8', compressor: null, filters: null, order: 'C', fill_value: null })
  const labels = new Uint8Array(Float64Array.of(1, 2).buffer)
  const files = new Map([
    ['m/.zgroup', json({ zarr_format: 2 })],
    ['m/v/.zarray', array([2, 2])],
    ['m/v/.zattrs', json({ _ARRAY_DIMENSIONS: ['y', 'x'], grid_mapping: 'grid' })],
    ['m/grid/.zarray', array([])],
    ['m/grid/.zattrs', json(mapping)],
    ...['y', 'x'].flatMap((dim): [string, Uint8Array][] => [
      [`m/${dim}/.zarray`, array([2])],
      [`m/${dim}/.zattrs`, json({ _ARRAY_DIMENSIONS: [dim], units })],
      [`m/${dim}/0`, labels],
    ]),
  ])
  return (await openReader(zarrSource, 'm', { variable: 'v' }, memoryFiles(files))).opened.spec
}

describe('the CRS of a store', () => {
  it('is that of the parameters of CF, where there is no text of it', async () => {
    const laea = {
      grid_mapping_name: 'lambert_azimuthal_equal_area',
      latitude_of_projection_origin: 52,
      longitude_of_projection_origin: 10,
      semi_major_axis: 6378137,
      inverse_flattening: 298.257222101,
      false_easting: 4321000,
      false_northing: 3210000,
    }
    const { geobox, attrs } = await specOf(laea, 'm')
    expect(geobox?.crs?.proj).toMatch(/\+proj=laea.*\+lat_0=52/)
    expect(attrs.crs_problem).toBeUndefined()
    expect((await specOf({ grid_mapping_name: 'latitude_longitude' }, 'degrees_east')).geobox?.crs?.epsg).toBe(4326)
  })

  it('that cannot be read is told, and never taken for WGS 84', async () => {
    const text = await specOf({ crs_wkt: 'GEOGCRS["broken"' }, 'degrees_east')
    expect([text.geobox?.crs, typeof text.attrs.crs_problem]).toEqual([null, 'string'])
    const far = await specOf(
      { grid_mapping_name: 'geostationary', perspective_point_height: 35785831, longitude_of_projection_origin: 0 },
      'rad',
    )
    expect(far.geobox?.crs).toBeNull()
    expect(far.attrs.crs_problem).toContain('geostationary')
    expect((await specOf({ grid_mapping_name: 'nonesuch' }, 'm')).attrs.crs_problem).toContain('nonesuch')
  })
})
