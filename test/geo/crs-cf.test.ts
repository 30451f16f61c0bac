import { describe, expect, it } from 'vitest'
import { CrsError } from '../../src/base/errors.js'
import { gridMappingOf, projOfGridMapping } from '../../src/geo/crs-cf.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { crsTransform } from '../../src/geo/crs-transform.js'
import { describeWithPeers } from '../peers.js'
import { pyprojTransform, runPython } from './pyproj.js'

const earth = { semi_major_axis: 6378137, inverse_flattening: 298.257222101 }
// Attributes as files carry them, and a place in degrees where they are used.
const mappings: readonly (readonly [object, number, number])[] = [
  [
    {
      grid_mapping_name: 'albers_conical_equal_area',
      standard_parallel: [29.5, 45.5],
      longitude_of_central_meridian: -96,
      latitude_of_projection_origin: 23,
      false_easting: 0,
      false_northing: 0,
      ...earth,
    },
    -100,
    40,
  ],
  [{ grid_mapping_name: 'azimuthal_equidistant', longitude_of_projection_origin: 10, latitude_of_projection_origin: 50, ...earth }, 14, 52],
  [
    {
      grid_mapping_name: 'geostationary',
      longitude_of_projection_origin: -75,
      latitude_of_projection_origin: 0,
      perspective_point_height: 35786023,
      sweep_angle_axis: 'x',
      ...earth,
    },
    -80,
    30,
  ],
  [
    {
      grid_mapping_name: 'geostationary',
      longitude_of_projection_origin: 0,
      perspective_point_height: 35785831,
      fixed_angle_axis: 'x',
      ...earth,
    },
    20,
    30,
  ],
  [
    {
      grid_mapping_name: 'lambert_azimuthal_equal_area',
      longitude_of_projection_origin: 10,
      latitude_of_projection_origin: 52,
      false_easting: 4321000,
      false_northing: 3210000,
      ...earth,
    },
    14,
    50,
  ],
  [
    {
      grid_mapping_name: 'lambert_conformal_conic',
      standard_parallel: [49, 44],
      longitude_of_central_meridian: 3,
      latitude_of_projection_origin: 46.5,
      false_easting: 700000,
      false_northing: 6600000,
      ...earth,
    },
    5,
    45,
  ],
  [
    {
      grid_mapping_name: 'lambert_conformal_conic',
      standard_parallel: 25,
      longitude_of_central_meridian: -95,
      latitude_of_projection_origin: 25,
      earth_radius: 6371229,
    },
    -100,
    40,
  ],
  [{ grid_mapping_name: 'lambert_cylindrical_equal_area', standard_parallel: 30, longitude_of_central_meridian: 0, ...earth }, 20, 40],
  [{ grid_mapping_name: 'latitude_longitude', ...earth }, 20, 40],
  [{ grid_mapping_name: 'mercator', longitude_of_projection_origin: 5, standard_parallel: 20, ...earth }, 20, 40],
  [{ grid_mapping_name: 'mercator', longitude_of_projection_origin: 110, scale_factor_at_projection_origin: 0.997, ...earth }, 112, -5],
  [{ grid_mapping_name: 'orthographic', longitude_of_projection_origin: 5, latitude_of_projection_origin: 40, ...earth }, 20, 40],
  [
    {
      grid_mapping_name: 'polar_stereographic',
      straight_vertical_longitude_from_pole: -45,
      latitude_of_projection_origin: 90,
      standard_parallel: 70,
      ...earth,
    },
    -40,
    75,
  ],
  [
    {
      grid_mapping_name: 'polar_stereographic',
      straight_vertical_longitude_from_pole: 0,
      latitude_of_projection_origin: -90,
      scale_factor_at_projection_origin: 0.994,
      ...earth,
    },
    -40,
    -75,
  ],
  [
    {
      grid_mapping_name: 'rotated_latitude_longitude',
      grid_north_pole_latitude: 39.25,
      grid_north_pole_longitude: -162,
      earth_radius: 6371229,
    },
    20,
    50,
  ],
  [{ grid_mapping_name: 'sinusoidal', longitude_of_projection_origin: 0, earth_radius: 6371007.181 }, 20, 50],
  [
    {
      grid_mapping_name: 'stereographic',
      longitude_of_projection_origin: 20,
      latitude_of_projection_origin: 50,
      scale_factor_at_projection_origin: 0.9999,
      ...earth,
    },
    24,
    52,
  ],
  [
    {
      grid_mapping_name: 'transverse_mercator',
      longitude_of_central_meridian: 15,
      latitude_of_projection_origin: 0,
      scale_factor_at_central_meridian: 0.9996,
      false_easting: 500000,
      false_northing: 0,
      ...earth,
    },
    14,
    50,
  ],
]

const toWkt = `
import json, sys, warnings
import pyproj
warnings.filterwarnings('ignore')
json.dump([pyproj.CRS.from_cf(cf).to_wkt() for cf in json.load(sys.stdin)], sys.stdout)
`

describeWithPeers('CF grid mappings mean what pyproj takes them for', ['pyproj'], () => {
  it('reads them, and reads what it writes', () => {
    const texts = runPython(
      toWkt,
      mappings.map(([attributes]) => attributes),
    ) as string[]
    const images = pyprojTransform(mappings.map(([, lon, lat], k) => ({ from: 'EPSG:4326', to: texts[k]!, xs: [lon], ys: [lat] })))
    mappings.forEach(([attributes, lon, lat], k) => {
      const crs = parseCrs(attributes)
      for (const each of [crs, parseCrs(projOfGridMapping(gridMappingOf(crs))), parseCrs(gridMappingOf(crs))]) {
        const [xs, ys] = [Float64Array.of(lon), Float64Array.of(lat)]
        crsTransform(parseCrs(4326), each)(xs, ys, 1)
        const error = Math.hypot(xs[0]! - images[k]!.xs[0]!, ys[0]! - images[k]!.ys[0]!)
        // pyproj makes a rotated pole of another kind: degrees, and rounding in its text.
        expect(error, `${JSON.stringify(attributes)}\n${each.proj}`).toBeLessThan(1e-4)
      }
    })
  })
  it('writes attributes that pyproj reads as the code', () => {
    const codes = [4326, 32633, 3035, 2154, 5070, 3413, 3031, 6933, 3395, 28992, 27700]
    const program = `
import json, sys, warnings
import pyproj
warnings.filterwarnings('ignore')
json.dump([pyproj.CRS.from_cf(cf).equals(pyproj.CRS(code), ignore_axis_order=True) for code, cf in json.load(sys.stdin)], sys.stdout)
`
    const answers = runPython(
      program,
      codes.map((code) => [code, gridMappingOf(parseCrs(code))]),
    )
    expect(answers).toEqual(codes.map(() => true))
  })
})

describe('CF grid mappings are read strictly', () => {
  it.each([
    [{ grid_mapping_name: 'vertical_perspective' }, 'the CF grid mapping "vertical_perspective" is not supported'],
    [{ grid_mapping_name: 'mercator', standard_paralel: 3 }, 'the attribute "standard_paralel" is not known'],
    [{ grid_mapping_name: 'mercator', standard_parallel: 'north' }, 'standard_parallel is "north", expected a number'],
    [{ grid_mapping_name: 'geostationary', perspective_point_height: 3e7, sweep_angle_axis: 'z' }, 'expected "x" or "y"'],
  ])('%j', (attributes, message) => {
    expect(() => parseCrs(attributes)).toThrow(CrsError)
    expect(() => parseCrs(attributes)).toThrow(message)
  })
  it('takes the WKT where there is one', () => {
    expect(parseCrs({ grid_mapping_name: 'nonsense', crs_wkt: 'EPSG:3035' }).epsg).toBe(3035)
  })
})
