import { CrsError } from '../base/errors.js'
import { methodWords, parameterName } from './crs-wkt-methods.js'
import { childOf, codeOf, nameOf, numberAt, parseWktTree, type WktNode } from './crs-wkt-tree.js'
import { geographicNamed, geographicShift } from './epsg.js'

/** What a WKT text says, before it is made a CRS. */
export interface WktReading {
  /** EPSG code that the WKT gives for the CRS itself. */
  readonly code: number | null
  readonly name: string
  /** The definition as a PROJ string. Throws `E_CRS` for what cannot be told apart or computed. */
  toProj(): string
}

const degree = Math.PI / 180
const projectedKeywords = ['PROJCS', 'PROJCRS', 'PROJECTEDCRS']
const geographicKeywords = ['GEOGCS', 'GEOGCRS', 'GEOGRAPHICCRS', 'BASEGEOGCRS', 'GEODCRS', 'BASEGEODCRS', 'GEODETICCRS']
const compoundKeywords = ['COMPD_CS', 'COMPOUNDCRS']

/** Reads WKT 1, WKT 2 or Esri's WKT. Of a compound CRS it is the horizontal part. Throws `E_CRS` for what is no WKT of a map CRS. */
export function readWkt(text: string): WktReading {
  const root = parseWktTree(text)
  const bound = root.keyword === 'BOUNDCRS' ? root : null
  const outer =
    bound === null ? root : childOf(childOf(bound, 'SOURCECRS') ?? bound, ...projectedKeywords, ...geographicKeywords, ...compoundKeywords)
  const node =
    outer !== undefined && compoundKeywords.includes(outer.keyword) ? childOf(outer, ...projectedKeywords, ...geographicKeywords) : outer
  if (node === undefined || ![...projectedKeywords, ...geographicKeywords].includes(node.keyword)) {
    throw new CrsError(`WKT of a ${root.keyword} is not a projected or geographic CRS: ${text.slice(0, 60)}`)
  }
  const name = nameOf(node)
  return { code: bound === null ? codeOf(node) : null, name, toProj: () => projOf(node, bound, name) }
}

function projOf(node: WktNode, bound: WktNode | null, name: string): string {
  const extension = node.children.find((child) => child.keyword === 'EXTENSION' && nameOf(child).toUpperCase() === 'PROJ4')
  if (extension !== undefined) return String(extension.values[1])
  const isProjected = projectedKeywords.includes(node.keyword)
  const base = isProjected ? childOf(node, ...geographicKeywords) : node
  if (base === undefined) throw new CrsError(`WKT of "${name}" has no geographic CRS in it`)
  if (Math.abs(angularUnit(base) / degree - 1) > 1e-9) {
    throw new CrsError(`WKT of "${name}" counts angles in ${nameOf(childOf(base, 'UNIT', 'ANGLEUNIT'))}: only degrees are supported`)
  }
  const plane = isProjected ? planeWords(node, name) : '+proj=longlat'
  const spherical = plane.endsWith(' +sphere')
  const datum = spherical ? sphereWords(base, name) : datumWords(base, bound, name)
  const unit = isProjected ? unitWords(node, name) : ''
  return `${plane.replace(/ \+sphere$/, '')}${datum}${unit}`
}

function planeWords(node: WktNode, name: string): string {
  const conversion = childOf(node, 'CONVERSION') ?? node
  const method = nameOf(childOf(conversion, 'METHOD', 'PROJECTION'))
  const toWords = methodWords(method)
  if (toWords === null) throw new CrsError(`WKT of "${name}": the projection method "${method}" is not supported`)
  const parameters = new Map<string, number>()
  for (const child of conversion.children.filter((candidate) => candidate.keyword === 'PARAMETER')) {
    const key = parameterName(nameOf(child))
    if (key === null) throw new CrsError(`WKT of "${name}": the parameter "${nameOf(child)}" of ${method} is not known`)
    parameters.set(key, parameterValue(child, key, node))
  }
  const words = toWords(parameters)
  if (words !== null) return words
  const listed = [...parameters].map(([key, value]) => `${key}=${value}`).join(', ')
  throw new CrsError(`WKT of "${name}": ${method} with ${listed} cannot be computed`)
}

const lengths = new Set(['x_0', 'y_0', 'h'])
const pureNumbers = new Set(['k', 'sphere_type'])

// Angles become degrees and lengths metres: each parameter's own unit in WKT 2, the CRS's in WKT 1.
function parameterValue(child: WktNode, key: string, node: WktNode): number {
  const value = numberAt(child, 1)
  if (!Number.isFinite(value)) throw new CrsError(`WKT of "${nameOf(node)}": ${nameOf(child)} is not a number`)
  if (pureNumbers.has(key)) return value
  const own = numberAt(childOf(child, 'LENGTHUNIT', 'ANGLEUNIT', 'UNIT'), 1)
  if (lengths.has(key)) return value * (Number.isNaN(own) ? (node.keyword === 'PROJCS' ? linearUnit(node) : 1) : own)
  return Number.isNaN(own) || Math.abs(own / degree - 1) < 1e-9 ? value : (value * own) / degree
}

function angularUnit(base: WktNode): number {
  const system = childOf(base, 'UNIT', 'ANGLEUNIT') ?? unitOfAxes(base, 'ANGLEUNIT')
  const value = numberAt(system, 1)
  return Number.isNaN(value) ? degree : value
}

function linearUnit(node: WktNode): number {
  const value = numberAt(childOf(node, 'UNIT', 'LENGTHUNIT') ?? unitOfAxes(node, 'LENGTHUNIT'), 1)
  return Number.isNaN(value) ? 1 : value
}

function unitOfAxes(node: WktNode, keyword: string): WktNode | undefined {
  const axis = node.children.find((child) => child.keyword === 'AXIS' && childOf(child, keyword) !== undefined)
  return axis === undefined ? undefined : childOf(axis, keyword)
}

function unitWords(node: WktNode, name: string): string {
  const directions = node.children.filter((child) => child.keyword === 'AXIS').map((axis) => String(axis.values[1]).toLowerCase())
  const isSouth = nameOf(childOf(childOf(node, 'CONVERSION') ?? node, 'METHOD', 'PROJECTION'))
    .toLowerCase()
    .includes('south')
  if (!isSouth && directions.some((direction) => direction === 'west') && directions.some((direction) => direction === 'south')) {
    throw new CrsError(`WKT of "${name}": its axes point ${directions.join(' and ')}, which is not supported`)
  }
  const metres = linearUnit(node)
  return metres === 1 ? '' : ` +to_meter=${metres}`
}

function ellipsoid(base: WktNode, name: string): { a: number; inverseFlattening: number } {
  const datum = childOf(base, 'DATUM', 'ENSEMBLE', 'TRF', 'GEODETICDATUM')
  const node = datum === undefined ? undefined : childOf(datum, 'SPHEROID', 'ELLIPSOID')
  const unit = numberAt(node === undefined ? undefined : childOf(node, 'LENGTHUNIT', 'UNIT'), 1)
  const a = numberAt(node, 1) * (Number.isNaN(unit) ? 1 : unit)
  const inverseFlattening = numberAt(node, 2)
  if (!(a > 0) || !(inverseFlattening >= 0)) throw new CrsError(`WKT of "${name}" has no ellipsoid`)
  return { a, inverseFlattening }
}

function sphereWords(base: WktNode, name: string): string {
  const { a } = ellipsoid(base, name)
  return ` +a=${a} +b=${a} +nadgrids=@null`
}

function datumWords(base: WktNode, bound: WktNode | null, name: string): string {
  const { a, inverseFlattening } = ellipsoid(base, name)
  const shape = inverseFlattening === 0 ? ` +R=${a}` : ` +a=${a} +rf=${inverseFlattening}`
  const prime = childOf(base, 'PRIMEM', 'PRIMEMERIDIAN')
  const primeUnit = numberAt(prime === undefined ? undefined : childOf(prime, 'ANGLEUNIT', 'UNIT'), 1)
  const meridian = numberAt(prime, 1) * (Number.isNaN(primeUnit) ? 1 : primeUnit / degree)
  const pm = meridian > 0 || meridian < 0 ? ` +pm=${meridian}` : ''
  const shift = writtenShift(base, bound, name) ?? knownShift(base)
  return `${shape}${pm}${shift === null ? '' : ` +towgs84=${shift}`}`
}

function writtenShift(base: WktNode, bound: WktNode | null, name: string): string | null {
  const datum = childOf(base, 'DATUM')
  const inside = datum === undefined ? undefined : childOf(datum, 'TOWGS84')
  if (inside !== undefined) return inside.values.join(',')
  if (bound === null) return null
  const transformation = childOf(bound, 'ABRIDGEDTRANSFORMATION')
  const method = nameOf(transformation === undefined ? undefined : childOf(transformation, 'METHOD')).toLowerCase()
  const sign = method.startsWith('coordinate frame') ? -1 : 1
  if (!/^(geocentric translations|position vector|coordinate frame)/.test(method)) {
    throw new CrsError(`WKT of "${name}": the transformation "${method}" is not supported; only shifts of 3 or 7 parameters are`)
  }
  const values = (transformation as WktNode).children.filter((child) => child.keyword === 'PARAMETER').map((child) => numberAt(child, 1))
  if (values.length !== 3 && values.length !== 7)
    throw new CrsError(`WKT of "${name}": its shift has ${values.length} parameters, not 3 or 7`)
  // An abridged transformation writes its scale as a factor, not as parts per million.
  return values
    .map((value, k) => (k === 6 ? (value > 0.9 && value < 1.1 ? (value - 1) * 1e6 : value) : k > 2 ? sign * value : value))
    .join(',')
}

// WKT seldom says where its datum lies: EPSG knows, by the code of the geographic CRS or by a name that is EPSG's or Esri's.
function knownShift(base: WktNode): string | null {
  const code =
    codeOf(base) ?? geographicNamed(nameOf(base)) ?? geographicNamed(nameOf(childOf(base, 'DATUM', 'ENSEMBLE', 'TRF', 'GEODETICDATUM')))
  return code === null ? null : geographicShift(code)
}
