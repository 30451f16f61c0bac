import { isRasterloomError } from '../../base/errors.js'
import type { Json } from '../../base/json.js'
import { type Affine, fromGdal } from '../../geo/affine.js'
import { type AxisLabels, areDegrees } from '../../geo/cf-axes.js'
import type { Crs } from '../../geo/crs.js'
import { isMappingAttribute, projOfGridMapping } from '../../geo/crs-cf.js'
import { crsFromEpsg, parseCrs } from '../../geo/crs-parse.js'
import { type Attributes, findVariable, groupOf, type NetcdfFile, numbersOf, storedValue, textOf, type Variable } from './model.js'

/** What a file says of a variable's CRS. */
export interface MappedCrs {
  readonly crs: Crs | null
  /** Why a CRS that is stated could not be taken, for people; null where all is well. */
  readonly fault: string | null
}

const usualNames = ['spatial_ref', 'crs']

/**
 * The attributes of the grid mapping of a variable: of the variable that `grid_mapping` names, in its short or long form; without it, of one of the
 * usual names; else its own, where they are those of a grid mapping. Null for none.
 */
export function gridMapping(file: NetcdfFile, variable: Variable, axes: readonly string[]): Attributes | null {
  const text = textOf(variable.attributes, 'grid_mapping')
  const group = groupOf(variable.path)
  const names = text === null ? usualNames : [mappingName(text, axes)]
  for (const name of names) {
    const found = findVariable(file, group, name)
    if (found !== null && (text !== null || isMapping(found.attributes))) return found.attributes
  }
  return isMapping(variable.attributes) || textOf(variable.attributes, 'crs') !== null ? variable.attributes : null
}

function isMapping(attributes: Attributes): boolean {
  return ['grid_mapping_name', 'crs_wkt', 'spatial_ref'].some((name) => attributes.has(name))
}

/** CF's name of a mapping; a rotated pole is told by its parameters, too. */
function mappingKind(mapping: Attributes): string | null {
  return textOf(mapping, 'grid_mapping_name') ?? (mapping.has('grid_north_pole_latitude') ? 'rotated_latitude_longitude' : null)
}

/** The long form lists a mapping for each set of coordinates: `crsOSGB: x y crsWGS84: lat lon`. Those of the dims count. */
function mappingName(text: string, axes: readonly string[]): string {
  if (!text.includes(':')) return text.trim()
  let [first, current] = ['', '']
  for (const word of text.split(/\s+/)) {
    if (word.endsWith(':')) {
      current = word.slice(0, -1)
      if (first === '') first = current
    } else if (axes.includes(word)) return current
  }
  return first
}

/** The affine in GDAL's order that a grid mapping states, or null. */
export function statedAffine(mapping: Attributes | null): Affine | null {
  const text = mapping === null ? null : textOf(mapping, 'GeoTransform')
  const numbers =
    text === null
      ? mapping === null
        ? []
        : numbersOf(mapping, 'GeoTransform')
      : text
          .trim()
          .split(/[\s,]+/)
          .map(Number)
  return numbers.length === 6 && numbers.every(Number.isFinite) ? fromGdal(numbers) : null
}

/**
 * The CRS of a grid mapping: its WKT where that can be read, else the parameters of CF. Angles of view of a geostationary satellite and lengths in
 * other units are those of the labels. Without a mapping, degrees of longitude and latitude are on WGS 84.
 */
export function crsOfMapping(mapping: Attributes | null, x: AxisLabels | null): MappedCrs {
  if (mapping === null) return { crs: x !== null && areDegrees(x) ? crsFromEpsg(4326) : null, fault: null }
  let fault: string | null = null
  for (const read of [
    () => textCrs(mapping, 'crs_wkt'),
    () => textCrs(mapping, 'spatial_ref'),
    () => cfCrs(mapping, x?.units ?? null),
    () => textCrs(mapping, 'proj4'),
    () => textCrs(mapping, 'proj4_params'),
    () => textCrs(mapping, 'crs'),
    () => codeCrs(mapping),
  ]) {
    try {
      const crs = read()
      if (crs !== null) return { crs, fault: null }
    } catch (error) {
      if (!isRasterloomError(error)) throw error
      fault ??= error.message
    }
  }
  return { crs: null, fault }
}

function textCrs(mapping: Attributes, name: string): Crs | null {
  const text = textOf(mapping, name)
  return text === null || text.trim() === '' ? null : parseCrs(text)
}

function codeCrs(mapping: Attributes): Crs | null {
  const code = storedValue(mapping, 'epsg_code') ?? storedValue(mapping, 'EPSG_code')
  const number = Number(String(code ?? '').replace(/^EPSG:/i, ''))
  return Number.isInteger(number) && number > 0 ? crsFromEpsg(number) : null
}

const metresPerUnit: Readonly<Record<string, number>> = {
  m: 1,
  meter: 1,
  meters: 1,
  metre: 1,
  metres: 1,
  km: 1000,
  kilometer: 1000,
  kilometers: 1000,
  kilometre: 1000,
  kilometres: 1000,
}

function cfCrs(mapping: Attributes, units: string | null): Crs | null {
  const name = mappingKind(mapping)
  if (name === null) return null
  const unit = metresPerUnit[(units ?? 'm').toLowerCase()] ?? 1
  const known = [...mapping].flatMap(([key, { value }]): [string, Json][] => {
    const own = alias[key] ?? key
    // A sphere beside a spheroid is what the writer's own format had.
    if (own === 'earth_radius' && own !== key && (mapping.has('semi_major_axis') || mapping.has('inverse_flattening'))) return []
    if (!isMappingAttribute(name, own) || (Array.isArray(value) && value.length === 0)) return []
    // Offsets are in units of the labels, those of PROJ in metres.
    return [[own, unit !== 1 && /^false_(easting|northing)$/.test(key) ? Number(value) * unit : value]]
  })
  const proj = projOfGridMapping({ ...Object.fromEntries(known), grid_mapping_name: name })
  const isLinear = !/longlat|ob_tran/.test(proj)
  return parseCrs(unit !== 1 && isLinear ? `${proj} +to_meter=${unit}` : proj)
}

/** Spellings of parameters that files have, and CF's. */
const alias: Readonly<Record<string, string>> = {
  semi_major: 'semi_major_axis',
  semi_minor: 'semi_minor_axis',
  spherical_earth_radius_meters: 'earth_radius',
  sweep_axis: 'sweep_angle_axis',
}

/** What labels are multiplied by to become coordinates of their CRS: angles of view of a geostationary satellite are distances there. */
export function labelFactor(mapping: Attributes | null, units: string | null): number {
  if (mapping === null || textOf(mapping, 'grid_mapping_name') !== 'geostationary') return 1
  const [height = Number.NaN] = numbersOf(mapping, 'perspective_point_height')
  const radians = angleUnits[(units ?? '').toLowerCase()]
  return radians !== undefined && Number.isFinite(height) ? height * radians : 1
}

const angleUnits: Readonly<Record<string, number>> = {
  rad: 1,
  radian: 1,
  radians: 1,
  microradian: 1e-6,
  microradians: 1e-6,
  urad: 1e-6,
}
