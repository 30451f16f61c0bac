import { CrsError } from '../base/errors.js'
import type { VerticalCrs } from './crs.js'
import { parallelRadius } from './crs-methods.js'
import { methodWords, parameterName } from './crs-wkt-methods.js'
import { childOf, codeOf, formatWktTree, nameOf, numberAt, parseWktTree, type WktNode } from './crs-wkt-tree.js'
import { geographicNamed, geographicShift } from './epsg.js'

/** What a WKT text says, before it is made a CRS. */
export interface WktReading {
  /** EPSG code that the WKT gives for the CRS itself. */
  readonly code: number | null
  /** The code with its authority, in capitals: `ESRI:54009`; null where there is none. */
  readonly id: string | null
  readonly name: string
  /** Whether the text itself says how its datum lies to WGS 84. */
  readonly isShifted: boolean
  /** The vertical part of a compound CRS. */
  readonly vertical: VerticalCrs | null
  /** Whether the CRS has heights above its ellipsoid as a third axis. */
  readonly isThreeDimensional: boolean
  /** The definition as a PROJ string. Throws `E_CRS` for what cannot be told apart or computed. */
  toProj(): string
}

const degree = Math.PI / 180
const projectedKeywords = ['PROJCS', 'PROJCRS', 'PROJECTEDCRS']
const geographicKeywords = ['GEOGCS', 'GEOGCRS', 'GEOGRAPHICCRS', 'BASEGEOGCRS', 'GEODCRS', 'BASEGEODCRS', 'GEODETICCRS']
const compoundKeywords = ['COMPD_CS', 'COMPOUNDCRS']
const verticalKeywords = ['VERT_CS', 'VERTCS', 'VERTCRS', 'VERTICALCRS']
const refusals: readonly (readonly [keywords: RegExp, why: string])[] = [
  [/^(?:GEOCCS|GEODCRS|GEODETICCRS)$/, 'is geocentric (X, Y, Z from the centre of the earth), which no raster map is'],
  [
    /^(?:LOCAL_CS|ENGCRS|ENGINEERINGCRS)$/,
    'is a local (engineering) CRS, which has no place on the earth; leave it away, as a raster without a CRS',
  ],
  [/^(?:VERT_CS|VERTCS|VERTCRS|VERTICALCRS)$/, 'is vertical: it has heights, but no map'],
  [/^(?:TIMECRS|PARAMETRICCRS|IMAGECRS)$/, 'has no coordinates on the earth'],
]

/** Reads WKT 1, WKT 2 or Esri's WKT. Of a compound CRS it is the horizontal part. Throws `E_CRS` for what is no WKT of a map CRS. */
export function readWkt(text: string): WktReading {
  return readWktTree(parseWktTree(text))
}

/** Reads a tree of WKT. Throws `E_CRS` for one that is not of a map CRS. */
export function readWktTree(root: WktNode): WktReading {
  const whole = compoundKeywords.includes(root.keyword) ? root : null
  const first = whole === null ? root : (whole.children.find(({ keyword }) => /CRS$|CS$/.test(keyword)) ?? root)
  const bound = first.keyword === 'BOUNDCRS' ? first : null
  const source = bound === null ? undefined : childOf(bound, 'SOURCECRS')?.children[0]
  const inner = source === undefined ? first : source
  const compound = compoundKeywords.includes(inner.keyword) ? inner : whole
  const node = inner === compound ? (childOf(inner, ...projectedKeywords, ...geographicKeywords) ?? inner) : inner
  const isGeocentric = String(childOf(node, 'CS')?.values[0] ?? '').toLowerCase() === 'cartesian' && /^GEOD/.test(node.keyword)
  if (isGeocentric || ![...projectedKeywords, ...geographicKeywords].includes(node.keyword)) {
    const why = refusals.find(([keywords]) => keywords.test(node.keyword))?.[1] ?? 'is not a projected or geographic CRS'
    throw new CrsError(`WKT of "${nameOf(node)}": ${node.keyword} ${why}; expected a projected or geographic CRS`)
  }
  const vertical = compound === null ? undefined : childOf(compound, ...verticalKeywords, 'BOUNDCRS')
  const name = nameOf(node)
  return {
    code: bound === null ? codeOf(node) : null,
    id: idOf(node),
    name,
    isShifted: bound !== null || /TOWGS84/.test(formatWktTree(node)),
    vertical: vertical === undefined ? null : verticalOf(vertical),
    isThreeDimensional: numberAt(childOf(node, 'CS'), 1) === 3,
    toProj: () => projOf(node, bound, name),
  }
}

function idOf(node: WktNode): string | null {
  const id = childOf(node, 'AUTHORITY', 'ID')
  return id === undefined ? null : `${nameOf(id).toUpperCase()}:${String(id.values[1])}`
}

function verticalOf(node: WktNode): VerticalCrs {
  const inner = node.keyword === 'BOUNDCRS' ? (childOf(node, 'SOURCECRS')?.children[0] ?? node) : node
  const axis = childOf(inner, 'AXIS')
  const unit = (axis === undefined ? undefined : childOf(axis, 'LENGTHUNIT', 'UNIT')) ?? childOf(inner, 'LENGTHUNIT', 'UNIT')
  const size = numberAt(unit, 1)
  return {
    name: nameOf(inner),
    epsg: codeOf(inner),
    datum: nameOf(childOf(inner, 'VDATUM', 'VERT_DATUM', 'VRF', 'VERTICALDATUM', 'ENSEMBLE')) || 'unknown',
    axis: {
      name: nameOf(axis) || 'gravity-related height (H)',
      direction: String(axis?.values[1] ?? 'up').toLowerCase(),
      unit: nameOf(unit) || 'metre',
      metresPerUnit: Number.isNaN(size) ? 1 : size,
    },
  }
}

function projOf(node: WktNode, bound: WktNode | null, name: string): string {
  const extension = node.children.find((child) => child.keyword === 'EXTENSION' && nameOf(child).toUpperCase() === 'PROJ4')
  if (extension !== undefined) return String(extension.values[1])
  const isProjected = projectedKeywords.includes(node.keyword)
  const base = isProjected ? childOf(node, ...geographicKeywords) : node
  if (base === undefined) throw new CrsError(`WKT of "${name}" has no geographic CRS in it`)
  const conversion = childOf(node, 'DERIVINGCONVERSION')
  if (conversion !== undefined) {
    const inner = childOf(node, ...geographicKeywords)
    if (inner === undefined) throw new CrsError(`WKT of "${name}" has no base CRS in it`)
    return rotatedWords(conversion, name) + datumWords(inner, bound, name)
  }
  const plane = isProjected ? planeWords(node, base, name) : `+proj=longlat${angleWord(base, name)}`
  const spherical = plane.endsWith(' +sphere')
  const datum = spherical ? sphereWords(base, name) : datumWords(base, bound, name)
  const unit = isProjected ? unitWords(node) : ''
  return `${plane.replace(/ \+sphere$/, '')}${datum}${unit}`
}

// A geographic CRS counts in degrees or grads; of a projected one, the unit of its base only says how its parameters are written.
function angleWord(base: WktNode, name: string): string {
  const unit = angularUnit(base)
  if (Math.abs(unit / degree - 1) < 1e-9) return ''
  if (Math.abs(unit / degree / 0.9 - 1) < 1e-9) return ' +units=grad'
  throw new CrsError(
    `WKT of "${name}" counts angles in ${nameOf(childOf(base, 'UNIT', 'ANGLEUNIT'))}: only degrees and grads are supported`,
  )
}

// A rotated pole, as PROJ and as CF name its parameters.
function rotatedWords(conversion: WktNode, name: string): string {
  const method = nameOf(childOf(conversion, 'METHOD'))
  const values = new Map(
    conversion.children.filter(({ keyword }) => keyword === 'PARAMETER').map((child) => [nameOf(child).toLowerCase(), numberAt(child, 1)]),
  )
  const value = (key: string): number => values.get(key) ?? 0
  if (/^PROJ ob_tran o_proj=(?:longlat|latlon|lonlat|latlong)$/.test(method)) {
    const words = [...values].map(([key, number]) => ` +${key}=${number}`)
    return `+proj=ob_tran +o_proj=longlat${words.join('')}`
  }
  if (/^Pole rotation \(netCDF CF convention\)$/i.test(method)) {
    const latitude = value('grid north pole latitude (netcdf cf convention)')
    const longitude = value('grid north pole longitude (netcdf cf convention)')
    const turn = value('north pole grid longitude (netcdf cf convention)')
    return rotatedPole(latitude, longitude, turn)
  }
  throw new CrsError(`WKT of "${name}": the derivation "${method}" is not supported`)
}

/** The words of a PROJ string for a rotated pole as CF describes it, in degrees. */
export function rotatedPole(poleLatitude: number, poleLongitude: number, gridLongitude: number): string {
  return `+proj=ob_tran +o_proj=longlat +o_lon_p=${gridLongitude} +o_lat_p=${poleLatitude} +lon_0=${180 + poleLongitude}`
}

function planeWords(node: WktNode, base: WktNode, name: string): string {
  const conversion = childOf(node, 'CONVERSION') ?? node
  const method = nameOf(childOf(conversion, 'METHOD', 'PROJECTION'))
  const toWords = methodWords(method)
  if (toWords === null) throw new CrsError(`WKT of "${name}": the projection method "${method}" is not supported`)
  const parameters = new Map<string, number>()
  for (const child of conversion.children.filter((candidate) => candidate.keyword === 'PARAMETER')) {
    const key = parameterName(nameOf(child))
    if (key === null) throw new CrsError(`WKT of "${name}": the parameter "${nameOf(child)}" of ${method} is not known`)
    parameters.set(key, parameterValue(child, key, node, base))
  }
  if (/variant C/i.test(method)) movePole(parameters, base, name)
  if (/^krovak$/i.test(method)) parameters.set('west_south', isWestSouth(node, parameters) ? 1 : 0)
  const words = toWords(parameters)
  if (words !== null) return words
  const listed = [...parameters].map(([key, value]) => `${key}=${value}`).join(', ')
  throw new CrsError(`WKT of "${name}": ${method} with ${listed} cannot be computed`)
}

// The false origin of variant C lies on the standard parallel; PROJ strings count from the pole. Source: EPSG method 9830.
function movePole(parameters: Map<string, number>, base: WktNode, name: string): void {
  const { a, inverseFlattening } = ellipsoid(base, name)
  const latitude = parameters.get('lat_ts') ?? Number.NaN
  const radius = parallelRadius(a, inverseFlattening === 0 ? 0 : 1 / inverseFlattening, latitude * degree)
  parameters.set('y_0', (parameters.get('y_0') ?? 0) + Math.sign(latitude) * radius)
}

// Krovak's map has its axes to the south and the west, unless the text turns them; WKT 1 has but one name for both.
function isWestSouth(node: WktNode, parameters: ReadonlyMap<string, number>): boolean {
  const directions = node.children.filter(({ keyword }) => keyword === 'AXIS').map((axis) => String(axis.values[1]).toLowerCase())
  if (directions.length > 0) return directions.includes('south') || directions.includes('west')
  return !(parameters.get('x_scale') === -1 && parameters.get('gamma') === 90)
}

const lengths = new Set(['x_0', 'y_0', 'h', 'h_0'])
const pureNumbers = new Set(['k', 'sphere_type', 'x_scale', 'y_scale'])

// Angles become degrees and lengths metres: each parameter's own unit in WKT 2, the CRS's in WKT 1.
function parameterValue(child: WktNode, key: string, node: WktNode, base: WktNode): number {
  const value = numberAt(child, 1)
  if (!Number.isFinite(value)) throw new CrsError(`WKT of "${nameOf(node)}": ${nameOf(child)} is not a number`)
  if (pureNumbers.has(key)) return value
  const own = numberAt(childOf(child, 'LENGTHUNIT', 'ANGLEUNIT', 'UNIT'), 1)
  if (lengths.has(key)) return value * (Number.isNaN(own) ? (node.keyword === 'PROJCS' ? linearUnit(node) : 1) : own)
  const unit = Number.isNaN(own) ? (node.keyword === 'PROJCS' ? angularUnit(base) : degree) : own
  return Math.abs(unit / degree - 1) < 1e-9 ? value : Number(((value * unit) / degree).toPrecision(15))
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

// Axes that point west or south turn the signs. The names of some methods say so by themselves; those of polar maps point along meridians.
function axisWord(node: WktNode): string {
  const method = nameOf(childOf(childOf(node, 'CONVERSION') ?? node, 'METHOD', 'PROJECTION')).toLowerCase()
  const axes = node.children.filter((child) => child.keyword === 'AXIS' && childOf(child, 'MERIDIAN') === undefined)
  const directions = axes.map((axis) => String(axis.values[1]).toLowerCase())
  const [isWest, isSouth] = [directions.includes('west'), directions.filter((direction) => direction === 'south').length === 1]
  if (/south|krovak/.test(method) || (!isWest && !isSouth)) return ''
  return ` +axis=${isWest ? 'w' : 'e'}${isSouth ? 's' : 'n'}u`
}

function unitWords(node: WktNode): string {
  const metres = linearUnit(node)
  return (metres === 1 ? '' : ` +to_meter=${metres}`) + axisWord(node)
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
