import type { Crs } from './crs.js'
import { numberOf, type ProjDefinition, parseProjString } from './crs-proj-string.js'
import { type EpsgAxes, type EpsgGeographic, findAxes, findEpsg, findGeographic } from './epsg.js'
import { linearUnitCodes } from './geokeys-names.js'

/** Names of the linear units that have a code. */
const unitNames: ReadonlyMap<number, string> = new Map([
  [9001, 'metre'],
  [9002, 'foot'],
  [9003, 'US survey foot'],
  [9036, 'kilometre'],
])

/** A projection in WKT 1: its name, then each parameter's name and where its value is (see {@link firstGiven}). */
type Method = readonly [name: string, parameters: readonly (readonly [name: string, value: string])[]]

const origin = [
  ['latitude_of_origin', 'lat_0'],
  ['central_meridian', 'lon_0'],
] as const
const centre = [
  ['latitude_of_center', 'lat_0'],
  ['longitude_of_center', 'lon_0'],
] as const
const scale = ['scale_factor', 'k|k_0|1'] as const
const parallels = [
  ['standard_parallel_1', 'lat_1'],
  ['standard_parallel_2', 'lat_2'],
] as const
const offsets = [
  ['false_easting', 'x_0'],
  ['false_northing', 'y_0'],
] as const
const meridian = ['central_meridian', 'lon_0'] as const

const methods: Readonly<Record<string, Method>> = {
  tmerc: ['Transverse_Mercator', [...origin, scale, ...offsets]],
  lcc1: ['Lambert_Conformal_Conic_1SP', [...origin, scale, ...offsets]],
  lcc2: ['Lambert_Conformal_Conic_2SP', [...origin, ...parallels, ...offsets]],
  merc1: ['Mercator_1SP', [meridian, scale, ...offsets]],
  merc2: ['Mercator_2SP', [['standard_parallel_1', 'lat_ts'], meridian, ...offsets]],
  aea: ['Albers_Conic_Equal_Area', [...centre, ...parallels, ...offsets]],
  laea: ['Lambert_Azimuthal_Equal_Area', [...centre, ...offsets]],
  polar1: ['Polar_Stereographic', [...origin, scale, ...offsets]],
  polar2: ['Polar_Stereographic', [['latitude_of_origin', 'lat_ts'], meridian, ...offsets]],
  sterea: ['Oblique_Stereographic', [...origin, scale, ...offsets]],
  cea: ['Cylindrical_Equal_Area', [['standard_parallel_1', 'lat_ts'], meridian, ...offsets]],
  eqc: ['Equirectangular', [['standard_parallel_1', 'lat_ts'], meridian, ...offsets]],
  sinu: ['Sinusoidal', [['longitude_of_center', 'lon_0'], ...offsets]],
  somerc: [
    'Hotine_Oblique_Mercator_Azimuth_Center',
    [...centre, ['azimuth', '90'], ['rectified_grid_angle', '90'], ['scale_factor', 'k_0|k|1'], ...offsets],
  ],
  cass: ['Cassini_Soldner', [...origin, ...offsets]],
  poly: ['Polyconic', [...origin, ...offsets]],
}

/**
 * A CRS as WKT 1 (GDAL's flavour), with EPSG's codes where it has them. A CRS that was read from WKT 1 answers that text. Null for a
 * projection that WKT 1 has no name for, or that means something else there.
 */
export function toWkt1(crs: Crs): string | null {
  if (crs.wkt !== null && /^\s*(?:PROJCS|GEOGCS|COMPD_CS)\b/.test(crs.wkt)) return crs.wkt
  const definition = parseProjString(crs.proj)
  const found = crs.epsg === null ? null : findEpsg(crs.epsg)
  const base = found === null || 'why' in found ? null : findGeographic(found.geographic)
  // A geographic CRS in grads: its name would not fit degrees.
  if (base !== null && definition.projection === 'longlat' && definition.degreesPerUnit !== 1) return null
  if (definition.projection === 'longlat') return geographicText(definition, base, crs)
  const method = methodOf(definition)
  if (method === null || definition.signs.join() !== '1,1') return null
  const [name, parameters] = method
  const values = definition.projection === 'utm' ? utmParameters(definition) : definition.parameters
  const lines = parameters.map(([label, choice]) => `PARAMETER["${label}",${parameterText(choice, values, definition)}]`)
  const parts = [
    quoted(crs.name),
    geographicText(definition, base, null),
    `PROJECTION["${name}"]`,
    ...lines,
    unitText(definition.metresPerUnit),
    ...axesText(name, definition, found === null || 'why' in found ? null : findAxes(found.axes)),
    ...extensionText(definition),
    ...authority(crs.epsg),
  ]
  return `PROJCS[${parts.join(',')}]`
}

function methodOf(definition: ProjDefinition): Method | null {
  const { projection, parameters } = definition
  const latitude = Number(parameters.get('lat_0') ?? 0)
  switch (projection) {
    case 'utm':
    case 'etmerc':
      return methods.tmerc ?? null
    case 'lcc':
      // Two parallels and a scale (Michigan's) have no name in WKT 1.
      if (parameters.has('lat_2')) return parameters.has('k_0') || parameters.has('k') ? null : (methods.lcc2 ?? null)
      return parameters.get('lat_1') === parameters.get('lat_0') ? (methods.lcc1 ?? null) : null
    case 'merc':
      return Number(parameters.get('lat_ts') ?? 0) === 0 ? (methods.merc1 ?? null) : (methods.merc2 ?? null)
    case 'stere':
      if (Math.abs(latitude) !== 90) return null
      return parameters.has('lat_ts') && Math.abs(Number(parameters.get('lat_ts'))) !== 90
        ? (methods.polar2 ?? null)
        : (methods.polar1 ?? null)
    default:
      return methods[projection] ?? null
  }
}

function geographicText(definition: ProjDefinition, base: EpsgGeographic | null, named: Crs | null): string {
  const parts = base === null ? unknownDatum(definition) : knownDatum(base)
  const name = base?.name ?? named?.name ?? 'unknown'
  const unit = `UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]]`
  return `GEOGCS[${[quoted(name), ...parts, unit, ...authority(base?.code ?? null)].join(',')}]`
}

function knownDatum(base: EpsgGeographic): string[] {
  const spheroid = [quoted(base.ellipsoid), base.semiMajor, base.inverseFlattening, ...authority(base.ellipsoidCode)]
  const datum = [quoted(base.datum), `SPHEROID[${spheroid.join(',')}]`, ...authority(base.datumCode)]
  const prime = [quoted(base.meridian), base.meridianDegrees, ...authority(base.meridianCode)]
  return [`DATUM[${datum.join(',')}]`, `PRIMEM[${prime.join(',')}]`]
}

function unknownDatum({ a, flattening, towgs84, primeMeridian, text }: ProjDefinition): string[] {
  const wgs84 = findGeographic(4326)
  if (/\+datum=WGS84\b/.test(text) && wgs84 !== null) return knownDatum(wgs84)
  const shift = towgs84 === null ? [] : [`TOWGS84[${[...towgs84, 0, 0, 0, 0].slice(0, 7).join(',')}]`]
  const datum = ['"unknown"', `SPHEROID["unknown",${a},${flattening === 0 ? 0 : Number((1 / flattening).toPrecision(15))}]`, ...shift]
  const prime = primeMeridian === 0 ? 'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]]' : `PRIMEM["unknown",${primeMeridian}]`
  return [`DATUM[${datum.join(',')}]`, prime]
}

function parameterText(choice: string, parameters: ReadonlyMap<string, string>, definition: ProjDefinition): number {
  const value = firstGiven(choice, parameters, definition.text)
  const isLength = choice === 'x_0' || choice === 'y_0'
  return isLength && definition.metresPerUnit !== 1 ? Number((value / definition.metresPerUnit).toPrecision(15)) : value
}

/** The first parameter of `k|k_0|1` that is given; a number stands for itself; 0 where there is none. */
function firstGiven(choice: string, parameters: ReadonlyMap<string, string>, text: string): number {
  for (const name of choice.split('|')) {
    if (/^\d+$/.test(name)) return Number(name)
    const value = numberOf(parameters, name, text)
    if (value !== undefined) return value
  }
  return 0
}

function utmParameters({ parameters }: ProjDefinition): ReadonlyMap<string, string> {
  const south = parameters.has('south')
  return new Map([
    ['lat_0', '0'],
    ['lon_0', String(Number(parameters.get('zone')) * 6 - 183)],
    ['k', '0.9996'],
    ['x_0', '500000'],
    ['y_0', south ? '10000000' : '0'],
  ])
}

function unitText(metres: number): string {
  for (const [code, name] of unitNames) {
    const known = linearUnitCodes.get(code) as number
    if (Math.abs(known / metres - 1) < 1e-12) return `UNIT["${name}",${Number(known.toPrecision(15))},AUTHORITY["EPSG","${code}"]]`
  }
  return `UNIT["unknown",${metres}]`
}

// The axes of polar CRSs point along meridians; WKT 1 leaves them out there.
function axesText(method: string, { parameters }: ProjDefinition, known: EpsgAxes | null): string[] {
  const isPolar = method === 'Polar_Stereographic' || Math.abs(Number(parameters.get('lat_0') ?? 0)) === 90
  if (isPolar) return []
  const axes = ['AXIS["Easting",EAST]', 'AXIS["Northing",NORTH]']
  // In the order of the definition, as GDAL writes them: coordinates of rasters are x, y whatever it is.
  return known?.axes[0]?.direction === 'north' ? axes.reverse() : axes
}

// Web Mercator: a sphere on longitudes and latitudes of an ellipsoid, which WKT 1 can only say as a PROJ string.
function extensionText({ projection, text }: ProjDefinition): string[] {
  if (projection !== 'merc' || !text.includes('+nadgrids=@null')) return []
  return [
    'EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs"]',
  ]
}

function authority(code: number | null): string[] {
  return code === null ? [] : [`AUTHORITY["EPSG","${code}"]`]
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
