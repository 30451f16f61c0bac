import { InternalError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json-type.js'
import { childOf, nameOf, numberAt, type WktNode } from './crs-wkt-tree.js'

/** A tree of WKT 2, of the kind that `wktTree` makes, as PROJJSON. Source: PROJ's schema 0.5. */
export function projJsonOf(tree: WktNode): JsonObject {
  return { $schema: 'https://proj.org/schemas/v0.5/projjson.schema.json', ...crsJson(tree) }
}

function crsJson(tree: WktNode): JsonObject {
  switch (tree.keyword) {
    case 'PROJCRS':
      return {
        type: 'ProjectedCRS',
        name: nameOf(tree),
        base_crs: baseJson(part(tree, 'BASEGEOGCRS', 'BASEGEODCRS')),
        conversion: conversionJson(part(tree, 'CONVERSION')),
        ...rest(tree),
      }
    case 'GEOGCRS':
    case 'GEOGRAPHICCRS':
    case 'GEODCRS':
      return geographicJson(tree)
    case 'VERTCRS':
      return {
        type: 'VerticalCRS',
        name: nameOf(tree),
        datum: { type: 'VerticalReferenceFrame', name: nameOf(childOf(tree, 'VDATUM', 'VRF', 'VERTICALDATUM', 'ENSEMBLE')) || 'unknown' },
        ...rest(tree),
      }
    case 'COMPOUNDCRS':
      return { type: 'CompoundCRS', name: nameOf(tree), components: tree.children.filter(isCrs).map(crsJson) }
    case 'BOUNDCRS':
      return {
        type: 'BoundCRS',
        source_crs: crsJson(first(part(tree, 'SOURCECRS'))),
        target_crs: crsJson(first(part(tree, 'TARGETCRS'))),
        transformation: conversionJson(part(tree, 'ABRIDGEDTRANSFORMATION')),
      }
    default:
      throw new InternalError(`${tree.keyword} has no counterpart in PROJJSON`)
  }
}

function isCrs({ keyword }: WktNode): boolean {
  return /CRS$/.test(keyword)
}

function geographicJson(tree: WktNode): JsonObject {
  const base = childOf(tree, 'BASEGEOGCRS', 'BASEGEODCRS')
  if (base === undefined) return { type: 'GeographicCRS', ...baseJson(tree), ...rest(tree) }
  const conversion = conversionJson(part(tree, 'DERIVINGCONVERSION'))
  return { type: 'DerivedGeographicCRS', name: nameOf(tree), base_crs: baseJson(base), conversion, ...rest(tree) }
}

// The prime meridian is a part of the datum here, its sister in WKT.
function baseJson(tree: WktNode): JsonObject {
  const datum = part(tree, 'DATUM', 'ENSEMBLE', 'TRF', 'GEODETICDATUM')
  const ellipsoid = part(datum, 'ELLIPSOID', 'SPHEROID')
  const [inverse, meridian] = [numberAt(ellipsoid, 2), childOf(tree, 'PRIMEM', 'PRIMEMERIDIAN')]
  const size = numberAt(ellipsoid, 1) * (numberAt(childOf(ellipsoid, 'LENGTHUNIT', 'UNIT'), 1) || 1)
  const shape: JsonObject = inverse === 0 ? { radius: size } : { semi_major_axis: size, inverse_flattening: inverse }
  const unit = meridian === undefined ? undefined : childOf(meridian, 'ANGLEUNIT', 'UNIT')
  const longitude = meridian === undefined ? 0 : numberAt(meridian, 1)
  const prime: JsonObject = {
    name: nameOf(meridian) || 'Greenwich',
    longitude: unit === undefined || isDegree(unit) ? longitude : { value: longitude, unit: unitJson(unit) },
  }
  return {
    name: nameOf(tree),
    datum: {
      type: 'GeodeticReferenceFrame',
      name: nameOf(datum),
      ellipsoid: { name: nameOf(ellipsoid), ...shape },
      prime_meridian: prime,
      ...idJson(datum),
    },
    coordinate_system: axesJson(tree) ?? plainAxes(unit === undefined ? 'degree' : unitJson(unit)),
    ...idJson(tree),
  }
}

// A base CRS has no axes in WKT, and must have them here; its prime meridian tells its unit.
function plainAxes(unit: Json): JsonObject {
  return {
    subtype: 'ellipsoidal',
    axis: [
      { name: 'Geodetic latitude', abbreviation: 'Lat', direction: 'north', unit },
      { name: 'Geodetic longitude', abbreviation: 'Lon', direction: 'east', unit },
    ],
  }
}

function conversionJson(tree: WktNode): JsonObject {
  const method = part(tree, 'METHOD', 'PROJECTION')
  const parameters = tree.children
    .filter(({ keyword }) => keyword === 'PARAMETER')
    .map((child): JsonObject => {
      const unit = childOf(child, 'ANGLEUNIT', 'LENGTHUNIT', 'SCALEUNIT', 'UNIT')
      const size: JsonObject = unit === undefined ? {} : { unit: unitJson(unit) }
      return { name: nameOf(child), value: numberAt(child, 1), ...size, ...idJson(child) }
    })
  return { name: nameOf(tree), method: { name: nameOf(method), ...idJson(method) }, parameters }
}

/** Axes, area and id. */
function rest(tree: WktNode): JsonObject {
  const axes = axesJson(tree)
  const usage = childOf(tree, 'USAGE')
  const box = usage === undefined ? undefined : childOf(usage, 'BBOX')
  const bounds = box?.values.map(Number) ?? []
  const [south = 0, west = 0, north = 0, east = 0] = bounds
  return {
    ...(axes === null ? {} : { coordinate_system: axes }),
    ...(box === undefined ? {} : { bbox: { south_latitude: south, west_longitude: west, north_latitude: north, east_longitude: east } }),
    ...idJson(tree),
  }
}

function axesJson(tree: WktNode): JsonObject | null {
  const system = childOf(tree, 'CS')
  if (system === undefined) return null
  const shared = childOf(tree, 'ANGLEUNIT', 'LENGTHUNIT', 'UNIT')
  const axes = tree.children
    .filter(({ keyword }) => keyword === 'AXIS')
    .map((child): JsonObject => {
      const [, name = nameOf(child), abbreviation = ''] = /^(.*?) ?\(([^)]*)\)$/.exec(nameOf(child)) ?? []
      const unit = childOf(child, 'ANGLEUNIT', 'LENGTHUNIT', 'UNIT') ?? shared
      const meridian = childOf(child, 'MERIDIAN')
      return {
        name,
        abbreviation,
        direction: directionOf(String(child.values[1] ?? '')),
        ...(meridian === undefined ? {} : { meridian: { longitude: numberAt(meridian, 0) } }),
        ...(unit === undefined ? {} : { unit: unitJson(unit) }),
      }
    })
  return { subtype: String(system.values[0]), axis: axes }
}

function directionOf(word: string): string {
  return word.toLowerCase()
}

function unitJson(unit: WktNode): Json {
  const size = numberAt(unit, 1)
  if (unit.keyword === 'SCALEUNIT') return size === 1 ? 'unity' : { type: 'ScaleUnit', name: nameOf(unit), conversion_factor: size }
  if (isDegree(unit)) return 'degree'
  if (unit.keyword === 'LENGTHUNIT' && size === 1) return 'metre'
  const type = unit.keyword === 'ANGLEUNIT' ? 'AngularUnit' : 'LinearUnit'
  return { type, name: nameOf(unit), conversion_factor: size }
}

function isDegree(unit: WktNode): boolean {
  return nameOf(unit) === 'degree' && Math.abs(numberAt(unit, 1) - Math.PI / 180) < 1e-12
}

function idJson(tree: WktNode): JsonObject {
  const id = childOf(tree, 'ID', 'AUTHORITY')
  if (id === undefined) return {}
  const code = id.values[1] ?? ''
  return { id: { authority: nameOf(id), code: /^\d+$/.test(String(code)) ? Number(code) : code } }
}

function part(tree: WktNode, ...keywords: readonly string[]): WktNode {
  const found = childOf(tree, ...keywords)
  if (found === undefined) throw new InternalError(`${tree.keyword} without ${keywords[0]}`)
  return found
}

function first({ children, keyword }: WktNode): WktNode {
  const found = children[0]
  if (found === undefined) throw new InternalError(`${keyword} is empty`)
  return found
}
