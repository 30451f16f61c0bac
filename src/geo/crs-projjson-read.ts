import { CrsError } from '../base/errors.js'
import { isJsonObject, type JsonObject } from '../base/json.js'
import type { Json } from '../base/json-type.js'
import type { WktNode } from './crs-wkt-tree.js'

/** PROJJSON as a tree of WKT 2. Throws `E_CRS`, naming the member, for what is no PROJJSON of a CRS. */
export function treeOfProjJson(json: unknown): WktNode {
  return crsTree(objectIn(json, 'the whole'))
}

function crsTree(json: JsonObject): WktNode {
  const name = textIn(json, 'name', '')
  switch (json.type) {
    case 'ProjectedCRS':
      return node(
        'PROJCRS',
        [name],
        [
          ...parts('BASEGEOGCRS', baseNodes(objectIn(json.base_crs, 'base_crs')), textIn(objectIn(json.base_crs, 'base_crs'), 'name', '')),
          conversionTree('CONVERSION', objectIn(json.conversion, 'conversion')),
          ...axesNodes(json),
          ...idNodes(json),
        ],
      )
    case 'GeographicCRS':
    case 'GeodeticCRS':
      return node(json.type === 'GeographicCRS' ? 'GEOGCRS' : 'GEODCRS', [name], [...baseNodes(json), ...axesNodes(json), ...idNodes(json)])
    case 'DerivedGeographicCRS':
    case 'DerivedGeodeticCRS': {
      const base = objectIn(json.base_crs, 'base_crs')
      const conversion = conversionTree('DERIVINGCONVERSION', objectIn(json.conversion, 'conversion'))
      return node(
        'GEOGCRS',
        [name],
        [...parts('BASEGEOGCRS', baseNodes(base), textIn(base, 'name', '')), conversion, ...axesNodes(json), ...idNodes(json)],
      )
    }
    case 'CompoundCRS':
      return node(
        'COMPOUNDCRS',
        [name],
        [...listIn(json.components, 'components').map((part) => crsTree(objectIn(part, 'components'))), ...idNodes(json)],
      )
    case 'VerticalCRS': {
      const datum = objectIn(json.datum ?? json.datum_ensemble, 'datum')
      return node('VERTCRS', [name], [node('VDATUM', [textIn(datum, 'name', '')]), ...axesNodes(json), ...idNodes(json)])
    }
    case 'BoundCRS':
      return node(
        'BOUNDCRS',
        [],
        [
          node('SOURCECRS', [], [crsTree(objectIn(json.source_crs, 'source_crs'))]),
          node('TARGETCRS', [], [crsTree(objectIn(json.target_crs, 'target_crs'))]),
          conversionTree('ABRIDGEDTRANSFORMATION', objectIn(json.transformation, 'transformation')),
        ],
      )
    default:
      throw new CrsError(`PROJJSON of type ${JSON.stringify(json.type ?? null)} ("${name}") is not a projected or geographic CRS`)
  }
}

function parts(keyword: string, children: readonly WktNode[], name: string): WktNode[] {
  return [node(keyword, [name], children)]
}

function baseNodes(json: JsonObject): WktNode[] {
  const datum = objectIn(json.datum ?? json.datum_ensemble, 'datum')
  const ellipsoid = objectIn(datum.ellipsoid, 'ellipsoid')
  const radius = ellipsoid.radius === undefined ? null : measureIn(ellipsoid.radius, 'radius')
  const a = radius ?? measureIn(ellipsoid.semi_major_axis, 'semi_major_axis')
  const size = [textIn(ellipsoid, 'name', 'unknown'), a, radius === null ? inverseFlattening(ellipsoid, a) : 0] as const
  const prime = isJsonObject(datum.prime_meridian ?? null) ? (datum.prime_meridian as JsonObject) : null
  const meridian = prime === null ? [] : [primeTree(prime)]
  const frame = node('DATUM', [textIn(datum, 'name', 'unknown')], [node('ELLIPSOID', size), ...idNodes(datum)])
  return [frame, ...meridian, ...idNodes(json)]
}

function primeTree(prime: JsonObject): WktNode {
  const { longitude } = prime
  const isPlain = typeof longitude === 'number'
  const value = isPlain ? longitude : numberIn(objectIn(longitude, 'longitude').value, 'longitude')
  const unit = isPlain ? unitNode('degree') : unitNode(objectIn(longitude, 'longitude').unit ?? 'degree')
  return node('PRIMEM', [textIn(prime, 'name', 'unknown'), value], [unit])
}

function inverseFlattening(ellipsoid: JsonObject, a: number): number {
  if (ellipsoid.inverse_flattening !== undefined) return numberIn(ellipsoid.inverse_flattening, 'inverse_flattening')
  const b = measureIn(ellipsoid.semi_minor_axis, 'semi_minor_axis')
  return a === b ? 0 : a / (a - b)
}

function conversionTree(keyword: string, json: JsonObject): WktNode {
  const method = objectIn(json.method, 'method')
  const parameters = listIn(json.parameters ?? [], 'parameters').map((each) => {
    const parameter = objectIn(each, 'parameters')
    const name = textIn(parameter, 'name', '')
    const unit = parameter.unit === undefined ? [] : [unitNode(parameter.unit)]
    return node('PARAMETER', [name, numberIn(parameter.value, `the parameter "${name}"`)], [...unit, ...idNodes(parameter)])
  })
  return node(keyword, [textIn(json, 'name', 'unknown')], [node('METHOD', [textIn(method, 'name', '')], idNodes(method)), ...parameters])
}

function axesNodes(json: JsonObject): WktNode[] {
  if (json.coordinate_system === undefined) return []
  const system = objectIn(json.coordinate_system, 'coordinate_system')
  const axes = listIn(system.axis, 'axis').map((each, index) => {
    const axis = objectIn(each, 'axis')
    const meridian = axis.meridian === undefined ? [] : [meridianNode(objectIn(axis.meridian, 'meridian'))]
    const unit = axis.unit === undefined ? [] : [unitNode(axis.unit)]
    const name = `${textIn(axis, 'name', '')} (${textIn(axis, 'abbreviation', '')})`
    return node('AXIS', [name, textIn(axis, 'direction', 'unspecified')], [...meridian, node('ORDER', [index + 1]), ...unit])
  })
  return [node('CS', [textIn(system, 'subtype', 'Cartesian'), axes.length]), ...axes]
}

function meridianNode({ longitude }: JsonObject): WktNode {
  const value = isJsonObject(longitude ?? null) ? numberIn((longitude as JsonObject).value, 'longitude') : numberIn(longitude, 'longitude')
  const unit = isJsonObject(longitude ?? null) ? ((longitude as JsonObject).unit ?? 'degree') : 'degree'
  return node('MERIDIAN', [value], [unitNode(unit)])
}

const plainUnits: Readonly<Record<string, readonly [keyword: string, size: number]>> = {
  degree: ['ANGLEUNIT', Math.PI / 180],
  metre: ['LENGTHUNIT', 1],
  unity: ['SCALEUNIT', 1],
}
const unitKeywords: Readonly<Record<string, string>> = {
  AngularUnit: 'ANGLEUNIT',
  LinearUnit: 'LENGTHUNIT',
  ScaleUnit: 'SCALEUNIT',
  Unit: 'UNIT',
}

function unitNode(json: Json): WktNode {
  const plain = typeof json === 'string' ? plainUnits[json] : undefined
  if (plain !== undefined) return node(plain[0], [json as string, plain[1]])
  const unit = objectIn(json, 'unit')
  const keyword = unitKeywords[String(unit.type)]
  if (keyword === undefined) throw new CrsError(`PROJJSON: the unit ${JSON.stringify(json)} is not known`)
  return node(keyword, [textIn(unit, 'name', 'unknown'), numberIn(unit.conversion_factor, 'conversion_factor')])
}

function measureIn(json: Json | undefined, where: string): number {
  if (!isJsonObject(json ?? null)) return numberIn(json, where)
  const { value, unit } = json as JsonObject
  return numberIn(value, where) * Number(unitNode(unit ?? 'metre').values[1])
}

function idNodes(json: JsonObject): WktNode[] {
  const id = json.id ?? (Array.isArray(json.ids) ? json.ids[0] : undefined)
  if (id === undefined || !isJsonObject(id)) return []
  return [node('ID', [String(id.authority), typeof id.code === 'number' ? id.code : String(id.code)])]
}

function objectIn(json: unknown, where: string): JsonObject {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as JsonObject
  throw new CrsError(`PROJJSON: ${where} is ${String(JSON.stringify(json) ?? 'missing').slice(0, 40)}, expected an object`)
}

function listIn(json: Json | undefined, where: string): readonly Json[] {
  if (Array.isArray(json)) return json
  throw new CrsError(`PROJJSON: ${where} is not a list`)
}

function textIn(json: JsonObject, key: string, otherwise: string): string {
  const value = json[key]
  return typeof value === 'string' ? value : otherwise
}

function numberIn(json: Json | undefined, where: string): number {
  if (typeof json === 'number' && Number.isFinite(json)) return json
  throw new CrsError(`PROJJSON: ${where} is ${JSON.stringify(json) ?? 'missing'}, expected a number`)
}

function node(keyword: string, values: WktNode['values'], children: readonly WktNode[] = []): WktNode {
  return { keyword, values, children }
}
