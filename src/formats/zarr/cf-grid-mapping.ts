import type { Json, JsonObject } from '../../base/json.js'
import type { Crs } from '../../geo/crs.js'
import { type ProjDefinition, parseProjString } from '../../geo/crs-proj-string.js'

/** CF's name of a grid mapping, and its parameters: what CF calls each and where its value is (`k|k_0|1`: the first that is given). */
type Mapping = readonly [name: string, parameters: Readonly<Record<string, string>>]

const origin = { latitude_of_projection_origin: 'lat_0', longitude_of_projection_origin: 'lon_0' }
const meridian = { latitude_of_projection_origin: 'lat_0', longitude_of_central_meridian: 'lon_0' }
const scale = { scale_factor_at_projection_origin: 'k|k_0|1' }

const mappings: Readonly<Record<string, Mapping>> = {
  tmerc: ['transverse_mercator', { ...meridian, scale_factor_at_central_meridian: 'k|k_0|1' }],
  etmerc: ['transverse_mercator', { ...meridian, scale_factor_at_central_meridian: 'k|k_0|1' }],
  lcc: ['lambert_conformal_conic', meridian],
  aea: ['albers_conical_equal_area', meridian],
  laea: ['lambert_azimuthal_equal_area', origin],
  aeqd: ['azimuthal_equidistant', origin],
  merc: ['mercator', { longitude_of_projection_origin: 'lon_0' }],
  stere: ['stereographic', { ...origin, ...scale }],
  polar: ['polar_stereographic', { straight_vertical_longitude_from_pole: 'lon_0', latitude_of_projection_origin: 'lat_0' }],
  sinu: ['sinusoidal', { longitude_of_projection_origin: 'lon_0' }],
  cea: ['lambert_cylindrical_equal_area', { longitude_of_central_meridian: 'lon_0', standard_parallel: 'lat_ts|0' }],
  geos: ['geostationary', { longitude_of_projection_origin: 'lon_0', perspective_point_height: 'h' }],
}

/**
 * The parameters of a CRS's grid mapping by CF (appendix F): `grid_mapping_name`, the projection's own, the ellipsoid and the prime meridian.
 * Empty for a projection that CF has no name for, or that means something else there. False easting and northing are in units of x and y.
 */
export function cfParameters(crs: Crs): JsonObject {
  const definition = parseProjString(crs.proj)
  const own = definition.signs.join() === '1,1' ? projectionParameters(definition) : null
  if (own === null) return {}
  const { a, flattening, primeMeridian } = definition
  const shape = flattening === 0 ? { semi_minor_axis: a } : { inverse_flattening: Number((1 / flattening).toPrecision(15)) }
  return { ...own, semi_major_axis: a, ...shape, longitude_of_prime_meridian: primeMeridian }
}

function projectionParameters(definition: ProjDefinition): JsonObject | null {
  const { projection, metresPerUnit } = definition
  if (projection === 'longlat') return { grid_mapping_name: 'latitude_longitude' }
  // A sphere under longitudes of an ellipsoid has no name in CF.
  if (definition.text.includes('+nadgrids=@null')) return null
  const value = valueIn(definition)
  const mapping = mappings[mappingName(definition)]
  const more = mapping === undefined ? null : furtherParameters(definition, value)
  if (mapping === undefined || more === null) return null
  const [name, parameters] = mapping
  const own = Object.entries(parameters).map(([key, choice]): [string, Json] => [key, value(choice)])
  return {
    grid_mapping_name: name,
    ...Object.fromEntries(own),
    ...more,
    false_easting: Number((value('x_0') / metresPerUnit).toPrecision(15)),
    false_northing: Number((value('y_0') / metresPerUnit).toPrecision(15)),
  }
}

function mappingName({ projection, parameters }: ProjDefinition): string {
  if (projection === 'utm') return 'tmerc'
  return projection === 'stere' && Math.abs(Number(parameters.get('lat_0') ?? 0)) === 90 ? 'polar' : projection
}

/** What depends on which parameters are given; null for a combination that CF cannot say. */
function furtherParameters({ projection, parameters }: ProjDefinition, value: (choice: string) => number): JsonObject | null {
  const scaled = value('k|k_0|1') !== 1
  switch (mappingName({ projection, parameters } as ProjDefinition)) {
    case 'lcc':
      // One parallel with a scale, or two with one, are not in CF.
      return scaled ? null : { standard_parallel: parameters.has('lat_2') ? [value('lat_1'), value('lat_2')] : value('lat_1') }
    case 'aea':
      return { standard_parallel: [value('lat_1'), value('lat_2')] }
    case 'merc':
      return parameters.has('lat_ts') ? { standard_parallel: value('lat_ts') } : { scale_factor_at_projection_origin: value('k|k_0|1') }
    case 'polar':
      if (parameters.has('lat_ts')) return scaled ? null : { standard_parallel: value('lat_ts') }
      return { scale_factor_at_projection_origin: value('k|k_0|1') }
    case 'geos':
      return { latitude_of_projection_origin: 0, sweep_angle_axis: parameters.get('sweep') ?? 'y' }
    case 'stere':
      return parameters.has('lat_ts') ? null : {}
    default:
      return {}
  }
}

/** The first given of `k|k_0|1`, where a number stands for itself; 0 where none is. UTM's follow from its zone. */
function valueIn({ projection, parameters }: ProjDefinition): (choice: string) => number {
  const zone = Number(parameters.get('zone'))
  const utm: Readonly<Record<string, number>> = { lon_0: zone * 6 - 183, k: 0.9996, x_0: 500_000, y_0: parameters.has('south') ? 1e7 : 0 }
  const given = (name: string): number | undefined =>
    projection === 'utm' ? utm[name] : parameters.has(name) ? Number(parameters.get(name)) : undefined
  return (choice) => {
    for (const name of choice.split('|')) {
      const found = /^\d+$/.test(name) ? Number(name) : given(name)
      if (found !== undefined) return found
    }
    return 0
  }
}
