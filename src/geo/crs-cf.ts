import { CrsError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json-type.js'
import type { Crs } from './crs.js'
import { recordOf, wktTree } from './crs-build.js'
import { utmParameters } from './crs-methods.js'
import { type ProjDefinition, parseProjString } from './crs-proj-string.js'
import { rotatedPole } from './crs-wkt.js'
import { formatWktTree } from './crs-wkt-tree.js'
import { findGeographic } from './epsg.js'

/** A grid mapping of the CF conventions: PROJ's projection, then each attribute and PROJ's name of it. */
interface Mapping {
  readonly projection: string
  readonly attributes: readonly (readonly [attribute: string, key: string])[]
}

const meridian = ['longitude_of_central_meridian', 'lon_0'] as const
const longitude = ['longitude_of_projection_origin', 'lon_0'] as const
const latitude = ['latitude_of_projection_origin', 'lat_0'] as const
const scale = ['scale_factor_at_projection_origin', 'k_0'] as const
const parallel = ['standard_parallel', 'lat_ts'] as const

// Names and attributes by CF 1.10, appendix F.
const mappings: Readonly<Record<string, Mapping>> = {
  albers_conical_equal_area: { projection: 'aea', attributes: [['standard_parallel', 'lat_1 lat_2'], meridian, latitude] },
  azimuthal_equidistant: { projection: 'aeqd', attributes: [longitude, latitude] },
  geostationary: {
    projection: 'geos',
    attributes: [longitude, latitude, ['perspective_point_height', 'h'], ['sweep_angle_axis', 'sweep'], ['fixed_angle_axis', 'fixed']],
  },
  lambert_azimuthal_equal_area: { projection: 'laea', attributes: [longitude, latitude] },
  lambert_conformal_conic: { projection: 'lcc', attributes: [['standard_parallel', 'lat_1 lat_2'], meridian, latitude] },
  lambert_cylindrical_equal_area: { projection: 'cea', attributes: [meridian, parallel, scale] },
  mercator: { projection: 'merc', attributes: [longitude, parallel, scale] },
  oblique_mercator: {
    projection: 'omerc',
    attributes: [['azimuth_of_central_line', 'alpha'], latitude, ['longitude_of_projection_origin', 'lonc'], scale],
  },
  orthographic: { projection: 'ortho', attributes: [longitude, latitude] },
  polar_stereographic: {
    projection: 'stere',
    attributes: [['straight_vertical_longitude_from_pole', 'lon_0'], longitude, latitude, parallel, scale],
  },
  sinusoidal: { projection: 'sinu', attributes: [longitude, meridian] },
  stereographic: { projection: 'stere', attributes: [longitude, latitude, scale] },
  transverse_mercator: { projection: 'tmerc', attributes: [['scale_factor_at_central_meridian', 'k_0'], meridian, latitude] },
}

const offsets = [
  ['false_easting', 'x_0'],
  ['false_northing', 'y_0'],
] as const

// Attributes that say nothing that changes coordinates, or that are read apart.
const others = new Set(
  [
    'grid_mapping_name crs_wkt spatial_ref GeoTransform long_name horizontal_datum_name reference_ellipsoid_name prime_meridian_name',
    'geographic_crs_name projected_crs_name geoid_name geopotential_datum_name semi_major_axis semi_minor_axis inverse_flattening earth_radius',
    'longitude_of_prime_meridian towgs84 units comment',
  ].flatMap((names) => names.split(' ')),
)

/** Whether an object looks like the attributes of a CF grid mapping. */
export function isGridMapping(value: object): boolean {
  return 'grid_mapping_name' in value || 'crs_wkt' in value || 'spatial_ref' in value
}

/** Whether an attribute is one that {@link projOfGridMapping} understands for a grid mapping; others are an error there. */
export function isMappingAttribute(mapping: string, attribute: string): boolean {
  if (others.has(attribute) || offsets.some(([key]) => key === attribute)) return true
  return mapping === 'rotated_latitude_longitude' || (mappings[mapping]?.attributes.some(([key]) => key === attribute) ?? false)
}

/**
 * The PROJ string that the attributes of a CF grid mapping mean: angles in degrees, lengths in metres; an earth that is not described is
 * WGS 84. Throws `E_CRS`, naming the attribute, for what is not understood. `crs_wkt` is not looked at.
 */
export function projOfGridMapping(attributes: object): string {
  const given = new Map(Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined))
  const name = String(given.get('grid_mapping_name'))
  const earth = earthWords(given, name)
  if (name === 'latitude_longitude') return `+proj=longlat${earth}`
  if (name === 'rotated_latitude_longitude') {
    const pole = (key: string): number => numberIn(given, key, name) ?? 0
    return rotatedPole(pole('grid_north_pole_latitude'), pole('grid_north_pole_longitude'), pole('north_pole_grid_longitude')) + earth
  }
  const mapping = mappings[name]
  if (mapping === undefined)
    throw new CrsError(`the CF grid mapping "${name}" is not supported; supported are ${Object.keys(mappings).join(', ')}`)
  const places = new Map<string, string>([...mapping.attributes, ...offsets])
  const words: string[] = []
  for (const key of given.keys()) {
    const place = places.get(key)
    if (place !== undefined) words.push(...wordsOf(given, key, place, name))
    else if (!others.has(key)) throw new CrsError(`the CF grid mapping "${name}": the attribute "${key}" is not known`)
  }
  if (name === 'oblique_mercator') words.push('+gamma=0')
  return `+proj=${mapping.projection} ${finished(words, name).join(' ')}${earth}`
}

function wordsOf(given: ReadonlyMap<string, unknown>, key: string, place: string, name: string): string[] {
  if (place === 'sweep' || place === 'fixed') {
    const axis = String(given.get(key))
    if (axis !== 'x' && axis !== 'y') throw new CrsError(`the CF grid mapping "${name}": ${key} is "${axis}", expected "x" or "y"`)
    return [`+sweep=${place === 'sweep' ? axis : axis === 'x' ? 'y' : 'x'}`]
  }
  const values = numbersIn(given, key, name)
  return place.split(' ').flatMap((to, index) => (values[index] === undefined ? [] : [`+${to}=${values[index]}`]))
}

// One parallel makes a cone of its own; a pole that is not said follows from the parallel.
function finished(words: readonly string[], name: string): readonly string[] {
  const find = (key: string): string | undefined => words.find((word) => word.startsWith(`+${key}=`))
  if (name === 'albers_conical_equal_area' && find('lat_2') === undefined) return [...words, `+lat_2=${find('lat_1')?.slice(7) ?? 0}`]
  // A cone that touches the earth has its origin where it does, unless that is told.
  if (name === 'lambert_conformal_conic' && find('lat_0') === undefined && find('lat_2') === undefined) {
    return [...words, `+lat_0=${find('lat_1')?.slice(7) ?? 0}`]
  }
  if (name !== 'polar_stereographic' || find('lat_0') !== undefined) return [...new Set(words)]
  return [...words, `+lat_0=${Number(find('lat_ts')?.slice(8) ?? 90) < 0 ? -90 : 90}`]
}

function earthWords(given: ReadonlyMap<string, unknown>, name: string): string {
  const number = (key: string): number | undefined => numberIn(given, key, name)
  const [radius, a, b, inverse] = ['earth_radius', 'semi_major_axis', 'semi_minor_axis', 'inverse_flattening'].map(number)
  const meridianDegrees = number('longitude_of_prime_meridian') ?? 0
  const shift = given.has('towgs84') ? numbersIn(given, 'towgs84', name) : []
  const pm = meridianDegrees === 0 ? '' : ` +pm=${meridianDegrees}`
  const towgs84 = shift.length === 0 ? '' : ` +towgs84=${shift.join(',')}`
  if (radius !== undefined) return ` +R=${radius}${pm}${towgs84}`
  if (a === undefined) return pm === '' && towgs84 === '' ? ' +datum=WGS84' : ` +ellps=WGS84${pm}${towgs84}`
  if (inverse === 0 || (b === a && inverse === undefined)) return ` +R=${a}${pm}${towgs84}`
  const isWgs84 = a === 6378137 && inverse !== undefined && Math.abs(inverse - 298.257223563) < 1e-9
  if (isWgs84 && pm === '' && towgs84 === '') return ' +datum=WGS84'
  return ` +a=${a}${inverse !== undefined ? ` +rf=${inverse}` : b !== undefined ? ` +b=${b}` : ''}${pm}${towgs84}`
}

function numberIn(given: ReadonlyMap<string, unknown>, key: string, name: string): number | undefined {
  return given.has(key) ? numbersIn(given, key, name)[0] : undefined
}

function numbersIn(given: ReadonlyMap<string, unknown>, key: string, name: string): readonly number[] {
  const value = given.get(key)
  const list = Array.isArray(value) ? value : ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : [value]
  const numbers = list.map((each) => (typeof each === 'string' && each.trim() !== '' ? Number(each) : each))
  if (numbers.length > 0 && numbers.every((each) => typeof each === 'number' && Number.isFinite(each))) return numbers as number[]
  throw new CrsError(`the CF grid mapping "${name}": ${key} is ${JSON.stringify(value)}, expected a number`)
}

/**
 * The attributes of a CF grid mapping for a CRS: its WKT 2 as `crs_wkt`, and where CF has a name for the projection, that name with its
 * parameters. Lengths are in metres, whatever the unit of the CRS.
 */
export function gridMappingOf(crs: Crs): JsonObject {
  const definition = parseProjString(crs.proj)
  const named = mappingOf(definition)
  return { ...(named ?? {}), ...(named === null ? {} : earthAttributes(crs, definition)), ...wktAttribute(crs) }
}

function wktAttribute(crs: Crs): JsonObject {
  return { crs_wkt: formatWktTree(wktTree(crs)) }
}

function mappingOf(definition: ProjDefinition): JsonObject | null {
  const { projection, text } = definition
  const parameters = projection === 'utm' ? utmParameters(definition) : definition.parameters
  const value = (key: string): number => Number(parameters.get(key) ?? 0)
  if (projection === 'longlat') return { grid_mapping_name: 'latitude_longitude' }
  if (projection === 'ob_tran' && definition.metresPerUnit === 0) {
    return {
      grid_mapping_name: 'rotated_latitude_longitude',
      grid_north_pole_latitude: value('o_lat_p'),
      grid_north_pole_longitude: value('lon_0') - 180,
      north_pole_grid_longitude: value('o_lon_p'),
    }
  }
  const isPolar = projection === 'stere' && Math.abs(value('lat_0')) === 90
  const canonical = { utm: 'tmerc', etmerc: 'tmerc' }[projection as 'utm' | 'etmerc'] ?? projection
  const [name, mapping] =
    Object.entries(mappings).find(([each, { projection: own }]) => own === canonical && each.startsWith('polar') === isPolar) ?? []
  // Web Mercator, skew axes and signs that CF has no words for are left to the WKT.
  const isPlain = !text.includes('+nadgrids=@null') && definition.signs.join() === '1,1' && projection !== 'omerc'
  if (name === undefined || mapping === undefined || !isPlain) return null
  if (projection === 'lcc' && parameters.has('lat_2') && (parameters.has('k') || parameters.has('k_0'))) return null
  const written: Record<string, Json> = { grid_mapping_name: name }
  for (const [attribute, places] of mapping.attributes) {
    if (attribute === 'fixed_angle_axis' || (attribute === 'longitude_of_projection_origin' && isPolar)) continue
    if (attribute === 'longitude_of_central_meridian' && name === 'sinusoidal') continue
    const found = attributeValue(places, parameters)
    if (found !== null) written[attribute] = found
  }
  if (projection === 'geos') written.sweep_angle_axis = parameters.get('sweep') ?? 'y'
  // One standard parallel with a scale: CF takes the scale for that of the parallel being another one.
  if (projection === 'lcc' && Number(parameters.get('k_0') ?? parameters.get('k') ?? 1) !== 1) return null
  return { ...written, false_easting: value('x_0'), false_northing: value('y_0') }
}

function attributeValue(places: string, parameters: ReadonlyMap<string, string>): number | number[] | null {
  if (places === 'k_0') {
    const text = parameters.get('k_0') ?? parameters.get('k')
    return text === undefined || parameters.has('lat_ts') ? null : Number(text)
  }
  if (places === 'lat_ts') return parameters.has('lat_ts') ? Number(parameters.get('lat_ts')) : null
  if (places === 'lat_1 lat_2') {
    const values = places
      .split(' ')
      .filter((key) => parameters.has(key))
      .map((key) => Number(parameters.get(key)))
    return values.length === 1 ? (values[0] as number) : values
  }
  return places === 'sweep' ? null : Number(parameters.get(places) ?? 0)
}

function earthAttributes(crs: Crs, definition: ProjDefinition): JsonObject {
  const record = recordOf(crs)
  const base = record === null ? null : findGeographic(record.geographic)
  const { a, flattening, primeMeridian, towgs84 } = definition
  const names: JsonObject =
    base === null
      ? {}
      : {
          reference_ellipsoid_name: base.ellipsoid,
          prime_meridian_name: base.meridian,
          geographic_crs_name: base.name,
          horizontal_datum_name: base.datumName,
          ...(crs.kind === 'projected' ? { projected_crs_name: crs.name } : {}),
        }
  const inverse = base?.inverseFlattening ?? (flattening === 0 ? 0 : Number((1 / flattening).toPrecision(15)))
  return {
    semi_major_axis: a,
    semi_minor_axis: a * (1 - flattening),
    inverse_flattening: flattening === 0 ? 0 : inverse,
    ...names,
    longitude_of_prime_meridian: primeMeridian,
    ...(base === null && towgs84 !== null ? { towgs84: [...towgs84] } : {}),
  }
}
