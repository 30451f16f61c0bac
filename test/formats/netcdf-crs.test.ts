import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { netcdfSource } from '../../src/formats/netcdf/source.js'
import { parseCrs } from '../../src/geo/crs-parse.js'
import { parseProjString } from '../../src/geo/crs-proj-string.js'
import { agreeTolerance, sameDefinition } from '../../src/geo/crs-same.js'
import type { OpenedSource } from '../../src/graph/source.js'
import { memoryFiles } from '../conformance/conform-source.js'
import { describeWithPeers, python } from '../peers.js'
import { type ClassicVariable, classicBytes } from './netcdf-bytes.js'

const uri = 'd/mapped.nc'
type Attributes = NonNullable<ClassicVariable['attributes']>

/** A file of 2 x 3 pixels with a grid mapping. */
function mapped(
  mapping: Attributes,
  units = 'm',
  more: { readonly variable?: Attributes; readonly scale?: number } = {},
): Promise<OpenedSource> {
  const { variable = { grid_mapping: 'map' }, scale = 1 } = more
  const bytes = classicBytes({
    version: 1,
    dims: { y: 2, x: 3 },
    variables: [
      {
        name: 'y',
        dims: ['y'],
        type: 6,
        data: new Float64Array([20, 10]).map((each) => each * scale),
        attributes: { units, standard_name: 'projection_y_coordinate' },
      },
      {
        name: 'x',
        dims: ['x'],
        type: 6,
        data: new Float64Array([1, 11, 21]).map((each) => each * scale),
        attributes: { units, standard_name: 'projection_x_coordinate' },
      },
      { name: 'map', dims: [], type: 2, data: new Uint8Array(1), attributes: mapping },
      { name: 'a', dims: ['y', 'x'], type: 3, data: new Int16Array(6), attributes: variable },
    ],
  })
  return netcdfSource.open(uri, {}, memoryFiles(new Map([[uri, bytes]])))
}

function cfAttributes(values: Readonly<Record<string, unknown>>): Attributes {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : ([6, ...[value].flat()] as [number, ...number[]]),
    ]),
  )
}

function agree(opened: OpenedSource, proj: string): void {
  const own = opened.spec.geobox?.crs?.proj
  expect(own, String(opened.info.crsFault ?? '')).toBeDefined()
  expect(sameDefinition(parseProjString(own as string), parseProjString(proj), agreeTolerance), `${own} / ${proj}`).toBe(true)
}

describe('grid mappings', () => {
  const utm = { grid_mapping_name: 'transverse_mercator', latitude_of_projection_origin: 0, longitude_of_central_meridian: 15 }
  const full = {
    ...utm,
    scale_factor_at_central_meridian: 0.9996,
    false_easting: 500_000,
    false_northing: 0,
    semi_major_axis: 6378137,
    inverse_flattening: 298.257223563,
  }

  it('crs_wkt counts before the parameters, GDAL’s spatial_ref too', async () => {
    const wkt =
      'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'
    expect((await mapped({ ...cfAttributes(full), crs_wkt: wkt })).spec.geobox?.crs?.kind).toBe('geographic')
    expect((await mapped({ ...cfAttributes(full), spatial_ref: wkt })).spec.geobox?.crs?.kind).toBe('geographic')
  })

  it('a GeoTransform counts where the labels agree with it', async () => {
    const agreeing = await mapped({ ...cfAttributes(full), GeoTransform: '-4 10 0 25 0 -10 ' })
    expect(agreeing.spec.geobox?.affine).toEqual({ a: 10, b: 0, c: -4, d: 0, e: -10, f: 25 })
    const other = await mapped({ ...cfAttributes(full), GeoTransform: '1000 10 0 25 0 -10' })
    expect(other.spec.geobox?.affine.c).toBe(-4)
  })

  it('kilometres are units of the CRS, and of its false easting', async () => {
    agree(await mapped(cfAttributes({ ...full, false_easting: 500 }), 'km'), '+proj=utm +zone=33 +datum=WGS84 +to_meter=1000')
  })

  it('angles of view of a geostationary satellite become distances', async () => {
    const satellite = {
      ...{ grid_mapping_name: 'geostationary', longitude_of_projection_origin: -75, latitude_of_projection_origin: 0 },
      ...{ perspective_point_height: 35786023, semi_major_axis: 6378137, semi_minor_axis: 6356752.31414, sweep_angle_axis: 'x' },
    }
    const opened = await mapped(cfAttributes(satellite), 'rad', { scale: 1e-5 })
    expect(opened.spec.geobox?.affine.a).toBeCloseTo(35786023e-4, 6)
    agree(opened, '+proj=geos +h=35786023 +lon_0=-75 +sweep=x +a=6378137 +b=6356752.31414')
  })

  it('the long form names a mapping for each set of coordinates', async () => {
    agree(
      await mapped(cfAttributes(full), 'm', { variable: { grid_mapping: 'other: lat lon map: x y' } }),
      '+proj=utm +zone=33 +datum=WGS84',
    )
  })

  it('attributes that no conventions know are passed over, a mapping that is not known is told', async () => {
    agree(
      await mapped({ ...cfAttributes(full), _CoordinateTransformType: 'Projection', esri_pe_string: 'none' }),
      '+proj=utm +zone=33 +datum=WGS84',
    )
    const unknown = await mapped({ grid_mapping_name: 'vertical_perspective' })
    expect(unknown.spec.geobox?.crs).toBe(null)
    expect(unknown.info.crsFault).toContain('"vertical_perspective" is not supported')
  })
})

const codes = [
  ...[
    'EPSG:32633',
    'EPSG:3035',
    'EPSG:5070',
    'EPSG:2154',
    'EPSG:3031',
    'EPSG:3413',
    'EPSG:6933',
    'EPSG:3395',
    'EPSG:27700',
    'EPSG:4326',
    'EPSG:4269',
  ],
  '+proj=sinu +lon_0=0 +R=6371007.181',
  '+proj=aeqd +lat_0=40 +lon_0=-100 +datum=WGS84',
  '+proj=ortho +lat_0=40 +lon_0=-100 +R=6371000',
  '+proj=stere +lat_0=50 +lon_0=10 +k_0=0.99 +R=6370000',
  '+proj=geos +h=35785831 +lon_0=0 +sweep=y +ellps=WGS84',
  '+proj=lcc +lat_1=25 +lat_0=25 +lon_0=-95 +R=6371229',
  '+proj=merc +lat_ts=20 +lon_0=5 +ellps=GRS80',
]

describeWithPeers('grid mappings as pyproj writes them', ['pyproj'], () => {
  const script = `import json, sys
from pyproj import CRS
for text in json.load(sys.stdin):
    crs = CRS.from_user_input(text)
    cf = {key: value for key, value in crs.to_cf().items() if key != 'crs_wkt' and value is not None}
    print(json.dumps({'text': text, 'cf': cf, 'wkt': crs.to_wkt()}))`
  const answers = execFileSync(python, ['-W', 'ignore', '-c', script], { input: JSON.stringify(codes) })
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; cf: Record<string, unknown>; wkt: string })

  it.each(answers)('$text', async ({ cf, wkt }) => {
    agree(await mapped(cfAttributes(cf)), parseCrs(wkt).proj)
  })
})
