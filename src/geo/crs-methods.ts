import { CrsError } from '../base/errors.js'
import { numberOf, type ProjDefinition } from './crs-proj-string.js'

/** A parameter of a projection method: EPSG's code (null where it has none) and name, and where its value is in a PROJ string. */
export interface MethodParameter {
  readonly code: number | null
  readonly name: string
  readonly measure: 'angle' | 'length' | 'scale'
  /** Degrees, metres or a pure number. */
  readonly value: number
}

/** A projection method with the values of its parameters, as WKT 2 names them. */
export interface MethodUse {
  readonly code: number | null
  readonly name: string
  readonly parameters: readonly MethodParameter[]
}

type Place = readonly [code: number | null, name: string, measure: MethodParameter['measure'], places: string]
type Method = readonly [name: string, ...places: Place[]]

const latitude: Place = [8801, 'Latitude of natural origin', 'angle', 'lat_0']
const longitude: Place = [8802, 'Longitude of natural origin', 'angle', 'lon_0']
const scale: Place = [8805, 'Scale factor at natural origin', 'scale', 'k_0|k|1']
const easting: Place = [8806, 'False easting', 'length', 'x_0']
const northing: Place = [8807, 'False northing', 'length', 'y_0']
const parallel1: Place = [8823, 'Latitude of 1st standard parallel', 'angle', 'lat_1']
const parallel2: Place = [8824, 'Latitude of 2nd standard parallel', 'angle', 'lat_2|lat_1']
const trueScale: Place = [8823, 'Latitude of 1st standard parallel', 'angle', 'lat_ts']
const offsets = [easting, northing] as const
const natural = [latitude, longitude, ...offsets] as const
const scaled = [latitude, longitude, scale, ...offsets] as const
const world = [longitude, ...offsets] as const
const falseOrigin = [
  [8821, 'Latitude of false origin', 'angle', 'lat_0'],
  [8822, 'Longitude of false origin', 'angle', 'lon_0'],
  parallel1,
  parallel2,
  [8826, 'Easting at false origin', 'length', 'x_0'],
  [8827, 'Northing at false origin', 'length', 'y_0'],
] as const satisfies readonly Place[]
const skewCentre = [
  [8811, 'Latitude of projection centre', 'angle', 'lat_0'],
  [8812, 'Longitude of projection centre', 'angle', 'lonc|lon_0'],
  [8813, 'Azimuth of initial line', 'angle', 'alpha|90'],
  [8814, 'Angle from Rectified to Skew Grid', 'angle', 'gamma|alpha|90'],
  [8815, 'Scale factor on initial line', 'scale', 'k_0|k|1'],
] as const satisfies readonly Place[]
const polarOrigin = [
  [8832, 'Latitude of standard parallel', 'angle', 'lat_ts'],
  [8833, 'Longitude of origin', 'angle', 'lon_0'],
] as const satisfies readonly Place[]
const krovak = [
  [8811, 'Latitude of projection centre', 'angle', 'lat_0|49.5'],
  [8833, 'Longitude of origin', 'angle', 'lon_0|24.833333333333332'],
  [1036, 'Co-latitude of cone axis', 'angle', 'alpha|30.28813975277778'],
  [8818, 'Latitude of pseudo standard parallel', 'angle', '78.5'],
  [8819, 'Scale factor on pseudo standard parallel', 'scale', 'k_0|k|0.9999'],
  ...offsets,
] as const satisfies readonly Place[]
const satellite = [longitude, [null, 'Satellite Height', 'length', 'h'], ...offsets] as const satisfies readonly Place[]

// By EPSG's code.
const coded: Readonly<Record<number, Method>> = {
  1024: ['Popular Visualisation Pseudo Mercator', ...natural],
  1027: ['Lambert Azimuthal Equal Area (Spherical)', ...natural],
  1028: ['Equidistant Cylindrical', trueScale, latitude, longitude, ...offsets],
  1029: ['Equidistant Cylindrical (Spherical)', trueScale, latitude, longitude, ...offsets],
  1041: ['Krovak (North Orientated)', ...krovak],
  1051: ['Lambert Conic Conformal (2SP Michigan)', ...falseOrigin, [1038, 'Ellipsoid scaling factor', 'scale', 'k_0|k|1']],
  1052: ['Colombia Urban', ...natural, [1039, 'Projection plane origin height', 'length', 'h_0']],
  1078: ['Equal Earth', ...world],
  1111: ['Transverse Mercator 3D', ...scaled],
  9801: ['Lambert Conic Conformal (1SP)', ...scaled],
  9802: ['Lambert Conic Conformal (2SP)', ...falseOrigin],
  9803: ['Lambert Conic Conformal (2SP Belgium)', ...falseOrigin],
  9804: ['Mercator (variant A)', ...scaled],
  9805: ['Mercator (variant B)', trueScale, longitude, ...offsets],
  9806: ['Cassini-Soldner', ...natural],
  9807: ['Transverse Mercator', ...scaled],
  9808: ['Transverse Mercator (South Orientated)', ...scaled],
  9809: ['Oblique Stereographic', ...scaled],
  9810: ['Polar Stereographic (variant A)', ...scaled],
  9811: ['New Zealand Map Grid', ...natural],
  9812: ['Hotine Oblique Mercator (variant A)', ...skewCentre, ...offsets],
  9815: [
    'Hotine Oblique Mercator (variant B)',
    ...skewCentre,
    [8816, 'Easting at projection centre', 'length', 'x_0'],
    [8817, 'Northing at projection centre', 'length', 'y_0'],
  ],
  9818: ['American Polyconic', ...natural],
  9819: ['Krovak', ...krovak],
  9820: ['Lambert Azimuthal Equal Area', ...natural],
  9822: ['Albers Equal Area', ...falseOrigin],
  9823: ['Equidistant Cylindrical (Spherical)', ...natural],
  9824: ['Transverse Mercator Zoned Grid System', ...scaled],
  9827: ['Bonne', [8801, 'Latitude of natural origin', 'angle', 'lat_1'], longitude, ...offsets],
  9829: ['Polar Stereographic (variant B)', ...polarOrigin, ...offsets],
  9830: [
    'Polar Stereographic (variant C)',
    ...polarOrigin,
    [8826, 'Easting at false origin', 'length', 'x_0'],
    [8827, 'Northing at false origin', 'length', 'y_0'],
  ],
  9832: ['Modified Azimuthal Equidistant', ...natural],
  9834: ['Lambert Cylindrical Equal Area (Spherical)', trueScale, longitude, ...offsets],
  9835: ['Lambert Cylindrical Equal Area', trueScale, longitude, ...offsets],
  9840: ['Orthographic', ...natural],
  9841: ['Mercator (1SP) (Spherical)', ...scaled],
  9842: ['Equidistant Cylindrical', ...natural],
}

// What EPSG has no code for, by PROJ's name, with the names that PROJ writes.
const uncoded: Readonly<Record<string, Method>> = {
  eck4: ['Eckert IV', ...world],
  eck6: ['Eckert VI', ...world],
  eqdc: ['Equidistant Conic', latitude, longitude, parallel1, parallel2, ...offsets],
  geosx: ['Geostationary Satellite (Sweep X)', ...satellite],
  geosy: ['Geostationary Satellite (Sweep Y)', ...satellite],
  gnom: ['Gnomonic', ...natural],
  igh: ['Interrupted Goode Homolosine', ...world],
  mill: ['Miller Cylindrical', ...world],
  moll: ['Mollweide', ...world],
  natearth: ['Natural Earth', ...world],
  orthosphere: ['Orthographic (Spherical)', ...natural],
  robin: ['Robinson', ...world],
  sinu: ['Sinusoidal', ...world],
  stere: ['Stereographic', ...scaled],
  tpeqd: [
    'Two Point Equidistant',
    [null, 'Latitude of 1st point', 'angle', 'lat_1'],
    [null, 'Longitude of 1st point', 'angle', 'lon_1'],
    [null, 'Latitude of 2nd point', 'angle', 'lat_2'],
    [null, 'Longitude of 2nd point', 'angle', 'lon_2'],
    ...offsets,
  ],
  vandg: ['Van Der Grinten', ...world],
}

const usual: Readonly<Record<string, number>> = {
  aea: 9822,
  aeqd: 9832,
  bonne: 9827,
  cass: 9806,
  cea: 9835,
  col_urban: 1052,
  eqc: 1028,
  eqearth: 1078,
  etmerc: 9807,
  krovak: 1041,
  laea: 9820,
  lcc: 9801,
  merc: 9804,
  nzmg: 9811,
  omerc: 9815,
  poly: 9818,
  somerc: 9815,
  sterea: 9809,
  tmerc: 9807,
  utm: 9807,
}
const onSphere: Readonly<Record<string, number>> = { laea: 1027, cea: 9834, eqc: 1029 }

/** The method that a projected definition uses, with its parameters. Throws `E_CRS` for one that WKT 2 has no name for. */
export function methodUse(definition: ProjDefinition, code: number | null = null): MethodUse {
  const own = code ?? usualMethod(definition)
  const method = own === null ? uncoded[definition.projection + variantOf(definition)] : coded[own]
  if (method === undefined) {
    throw new CrsError(`"${definition.text}": +proj=${definition.projection} has no name in WKT 2; give its PROJ string on instead`)
  }
  const [name, ...places] = method
  const values = definition.projection === 'utm' ? utmParameters(definition) : definition.parameters
  return {
    code: own,
    name,
    parameters: places.map(([parameter, label, measure, from]) => ({
      code: parameter,
      name: label,
      measure,
      value: placedValue(from, values, definition) + (own === 9830 && from === 'y_0' ? falseNorthing(definition) : 0),
    })),
  }
}

function variantOf({ projection, parameters }: ProjDefinition): string {
  if (projection === 'geos') return parameters.get('sweep') ?? 'y'
  return projection === 'ortho' ? 'sphere' : ''
}

// scripts/make-epsg.py has the same rule: the table only says where a CRS differs.
function usualMethod({ projection, parameters, text, flattening, signs }: ProjDefinition): number | null {
  const isScaled = parameters.has('k_0') || parameters.has('k')
  switch (projection) {
    case 'tmerc':
      return signs[0] === -1 && signs[1] === -1 ? 9808 : 9807
    case 'lcc':
      if (parameters.has('lat_2')) return isScaled ? 1051 : 9802
      return Number(parameters.get('lat_1') ?? parameters.get('lat_0')) === Number(parameters.get('lat_0') ?? 0) ? 9801 : 9802
    case 'merc':
      if (text.includes('+nadgrids=@null')) return 1024
      return Number(parameters.get('lat_ts') ?? 0) === 0 ? 9804 : 9805
    case 'stere':
      if (Math.abs(Number(parameters.get('lat_0') ?? 0)) !== 90) return null
      return parameters.has('lat_ts') && Math.abs(Number(parameters.get('lat_ts'))) !== 90 ? 9829 : 9810
    case 'omerc':
      return parameters.has('no_uoff') || parameters.has('no_off') ? 9812 : 9815
    case 'ortho':
      return flattening === 0 ? null : 9840
    case 'krovak':
      return signs[0] === -1 ? 9819 : 1041
    default:
      return (flattening === 0 ? onSphere[projection] : undefined) ?? usual[projection] ?? null
  }
}

/** The first parameter of `k_0|k|1` that is given; a number stands for itself; 0 where there is none. */
function placedValue(places: string, values: ReadonlyMap<string, string>, { text }: ProjDefinition): number {
  for (const place of places.split('|')) {
    if (/^[\d.]+$/.test(place)) return Number(place)
    const value = numberOf(values, place, text)
    if (value !== undefined) return value
  }
  return 0
}

/** The parameters of a UTM zone written out as those of its transverse Mercator projection. */
export function utmParameters({ parameters }: ProjDefinition): ReadonlyMap<string, string> {
  return new Map([
    ['lat_0', '0'],
    ['lon_0', String(Number(parameters.get('zone')) * 6 - 183)],
    ['k', '0.9996'],
    ['x_0', '500000'],
    ['y_0', parameters.has('south') ? '10000000' : '0'],
  ])
}

// The false origin of variant C lies on the standard parallel, not on the pole.
function falseNorthing({ a, flattening, parameters }: ProjDefinition): number {
  const parallel = (Number(parameters.get('lat_ts') ?? 90) * Math.PI) / 180
  return -Math.sign(parallel) * parallelRadius(a, flattening, parallel)
}

/** The radius in metres of a parallel on the plane of a polar stereographic map that is true to scale there. */
export function parallelRadius(a: number, flattening: number, latitudeRadians: number): number {
  const sine = Math.sin(latitudeRadians)
  return (a * Math.cos(latitudeRadians)) / Math.sqrt(1 - flattening * (2 - flattening) * sine * sine)
}
