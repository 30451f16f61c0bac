import type { Crs, VerticalCrs } from './crs.js'
import { methodUse } from './crs-methods.js'
import { type ProjDefinition, parseProjString } from './crs-proj-string.js'
import { childOf, nameOf, numberAt, parseWktTree, type WktNode } from './crs-wkt-tree.js'
import { type EpsgAxes, type EpsgGeographic, type EpsgRecord, findAxes, findEpsg, findGeographic } from './epsg.js'

/** What the table says of a CRS, or null for one that has no code there. */
export function recordOf(crs: Crs): EpsgRecord | null {
  const [, authority, code] = crs.id === undefined ? [] : (/^(ESRI):(\d+)$/.exec(crs.id) ?? [])
  const found = crs.epsg !== null ? findEpsg(crs.epsg) : authority === undefined ? null : findEpsg(Number(code), 'ESRI')
  return found === null || 'why' in found ? null : found
}

/**
 * A CRS as a tree of WKT 2: with names and codes where the table has them, from its WKT where it was read from WKT 2, else from its PROJ
 * string. A compound CRS has both of its parts, a three-dimensional one its third axis. Throws `E_CRS` for a projection without a name in WKT 2.
 */
export function wktTree(crs: Crs): WktNode {
  const horizontal = horizontalTree(crs)
  return crs.vertical === undefined
    ? horizontal
    : node('COMPOUNDCRS', [`${crs.name} + ${crs.vertical.name}`], [horizontal, verticalTree(crs.vertical)])
}

function horizontalTree(crs: Crs): WktNode {
  const read = crs.wkt === null ? null : parseWktTree(crs.wkt)
  const record = recordOf(crs)
  if (record === null && read !== null && isWkt2(read)) return horizontalOf(read)
  const definition = parseProjString(crs.proj)
  const base = baseOf(definition, record, read)
  const tree = crs.kind === 'geographic' ? geographicTree(crs, definition, base, record) : projectedTree(crs, definition, base, record)
  return base.isBound && definition.towgs84 !== null ? boundTree(tree, definition.towgs84) : tree
}

function isWkt2(tree: WktNode): boolean {
  return !/^(?:PROJCS|GEOGCS|COMPD_CS)$/.test(tree.keyword)
}

function horizontalOf(tree: WktNode): WktNode {
  const parts = tree.keyword === 'COMPOUNDCRS' || tree.keyword === 'COMPOUND' ? tree.children : []
  return parts.find(({ keyword }) => keyword !== 'VERTCRS') ?? tree
}

interface Base extends Omit<EpsgGeographic, 'datum' | 'axes'> {
  /** The unit in which the CRS and what is defined on it count angles. */
  readonly angle: EpsgAxes['unit']
  /** Whether the shift to WGS 84 is known to this definition alone. */
  readonly isBound: boolean
}

function baseOf(definition: ProjDefinition, record: EpsgRecord | null, read: WktNode | null): Base {
  const datum = /\+datum=(WGS84|NAD83)\b/.exec(definition.text)?.[1]
  const known =
    record !== null ? findGeographic(record.geographic) : datum === undefined ? null : findGeographic(datum === 'WGS84' ? 4326 : 4269)
  const named = read === null ? undefined : (childOf(read, 'GEOGCS') ?? (read.keyword === 'GEOGCS' ? read : undefined))
  if (known !== null && (record !== null || definition.primeMeridian === known.meridianDegrees)) {
    return { ...known, angle: findAxes(known.axes).unit, isBound: false }
  }
  const frame = named === undefined ? undefined : childOf(named, 'DATUM')
  const spheroid = frame === undefined ? undefined : childOf(frame, 'SPHEROID')
  const inverse = definition.flattening === 0 ? 0 : 1 / definition.flattening
  return {
    code: null,
    name: nameOf(named) || 'unknown',
    datumName: datumNameOf(nameOf(frame)) || 'unknown',
    datumCode: null,
    ellipsoid: nameOf(spheroid) || 'unknown',
    semiMajor: definition.a,
    inverseFlattening: spheroid === undefined ? inverse : numberAt(spheroid, 2),
    ellipsoidCode: null,
    meridian: definition.primeMeridian === 0 ? 'Greenwich' : 'unknown',
    meridianDegrees: definition.primeMeridian,
    meridianCode: definition.primeMeridian === 0 ? 8901 : null,
    angle: geographicAxes(definition).unit,
    isBound: true,
  }
}

/** Names of WKT 1 with blanks, as they are in the registry; Esri's are known by their underscores alone. */
function datumNameOf(name: string): string {
  return name.startsWith('D_') ? name : name.replaceAll('_', ' ')
}

function geographicTree(crs: Crs, definition: ProjDefinition, base: Base, record: EpsgRecord | null): WktNode {
  const axes = record === null ? geographicAxes(definition) : findAxes(record.axes)
  if (definition.projection !== 'longlat') return rotatedTree(crs, definition, base)
  return node('GEOGCRS', [crs.name], [...datumNodes(base), ...crsAxes(crs, 'ellipsoidal', axes, 'ANGLEUNIT'), ...identity(crs, record)])
}

// A rotated pole: the parameters as PROJ names them.
function rotatedTree(crs: Crs, definition: ProjDefinition, base: Base): WktNode {
  const parameters = [...definition.parameters].filter(([key]) => key !== 'o_proj')
  const conversion = node(
    'DERIVINGCONVERSION',
    ['unknown'],
    [
      node('METHOD', ['PROJ ob_tran o_proj=longlat']),
      ...parameters.map(([key, value]) => node('PARAMETER', [key, Number(value)], [degreeUnit])),
    ],
  )
  const axes = axesNodes('ellipsoidal', geographicAxes(definition), 'ANGLEUNIT')
  return node('GEOGCRS', [crs.name], [node('BASEGEOGCRS', [base.name], [...datumNodes(base), ...ids(base.code)]), conversion, ...axes])
}

function projectedTree(crs: Crs, definition: ProjDefinition, base: Base, record: EpsgRecord | null): WktNode {
  const { code, name, parameters } = methodUse(definition, record?.method ?? null)
  const children = parameters.map((parameter) => {
    const unit = { angle: angleUnit(base), length: node('LENGTHUNIT', ['metre', 1]), scale: node('SCALEUNIT', ['unity', 1]) }[
      parameter.measure
    ]
    const value = parameter.measure === 'angle' ? inAngle(base, parameter.value) : parameter.value
    return node('PARAMETER', [parameter.name, value], [unit, ...ids(parameter.code)])
  })
  const title = crs.name.split(' / ')[1] ?? 'unnamed'
  const conversion = node('CONVERSION', [title], [node('METHOD', [name], ids(code)), ...children])
  const axes = record === null ? projectedAxes(definition) : findAxes(record.axes)
  const datum = node('BASEGEOGCRS', [base.name], [...datumNodes(base), ...ids(base.code)])
  return node('PROJCRS', [crs.name], [datum, conversion, ...crsAxes(crs, 'Cartesian', axes, 'LENGTHUNIT'), ...identity(crs, record)])
}

/** Where a CRS is used, and its code: of a three-dimensional one, its own. */
function identity({ threeDimensional }: Crs, record: EpsgRecord | null): WktNode[] {
  if (record === null) return []
  return [usage(record), ...(threeDimensional === undefined ? [id(record.authority, record.code)] : ids(threeDimensional.epsg))]
}

/** Axes of a CRS; those of a three-dimensional one end with its heights. */
function crsAxes({ threeDimensional }: Crs, type: string, axes: EpsgAxes, keyword: string): WktNode[] {
  const [system, ...plane] = axesNodes(type, axes, keyword)
  if (threeDimensional === undefined || system === undefined) return axesNodes(type, axes, keyword)
  const metre = node('LENGTHUNIT', ['metre', 1], ids(9001))
  const up = node('AXIS', ['Ellipsoidal height (h)', 'up'], [node('ORDER', [3]), metre])
  return [node('CS', [type, 3]), ...plane, up]
}

function datumNodes(base: Base): WktNode[] {
  const size = [base.ellipsoid, base.semiMajor, base.inverseFlattening] as const
  const ellipsoid = node('ELLIPSOID', size, [node('LENGTHUNIT', ['metre', 1]), ...ids(base.ellipsoidCode)])
  return [
    node('DATUM', [base.datumName], [ellipsoid, ...ids(base.datumCode)]),
    node('PRIMEM', [base.meridian, inAngle(base, base.meridianDegrees)], [angleUnit(base), ...ids(base.meridianCode)]),
  ]
}

// Grads, or degrees under whatever name.
function isGrad({ angle }: Base): boolean {
  return angle.size < 0.9999 * (Math.PI / 180)
}

function angleUnit(base: Base): WktNode {
  return isGrad(base) ? node('ANGLEUNIT', [base.angle.name, base.angle.size]) : degreeUnit
}

function inAngle(base: Base, degrees: number): number {
  return isGrad(base) ? Number((degrees / 0.9).toPrecision(15)) : degrees
}

const degreeUnit = node('ANGLEUNIT', ['degree', Math.PI / 180])

function axesNodes(type: string, { axes, unit }: EpsgAxes, keyword: string): WktNode[] {
  const size = node(keyword, [unit.name, unit.size], ids(unit.code))
  const each = axes.map(({ name, abbreviation, direction, meridian }, index) => {
    const along = meridian === null ? [] : [node('MERIDIAN', [meridian], [degreeUnit])]
    return node('AXIS', [`${name} (${abbreviation})`, direction], [...along, node('ORDER', [index + 1]), size])
  })
  return [node('CS', [type, axes.length]), ...each]
}

function geographicAxes({ degreesPerUnit }: ProjDefinition): EpsgAxes {
  const isGrad = degreesPerUnit !== 1
  return {
    axes: [axis('Longitude', 'lon', 'east'), axis('Latitude', 'lat', 'north')],
    unit: { name: isGrad ? 'grad' : 'degree', size: (degreesPerUnit * Math.PI) / 180, code: isGrad ? 9105 : 9122 },
  }
}

const lengthNames: readonly (readonly [metres: number, name: string, code: number])[] = [
  [1, 'metre', 9001],
  [0.3048, 'foot', 9002],
  [1200 / 3937, 'US survey foot', 9003],
  [1000, 'kilometre', 9036],
]

function projectedAxes({ metresPerUnit, signs, projection, parameters }: ProjDefinition): EpsgAxes {
  const known = lengthNames.find(([metres]) => Math.abs(metres / metresPerUnit - 1) < 1e-12)
  const unit = { name: known?.[1] ?? 'unknown', size: metresPerUnit, code: known?.[2] ?? null }
  const pole = projection === 'stere' || projection === 'laea' || projection === 'aeqd' ? Number(parameters.get('lat_0') ?? 0) : 0
  if (Math.abs(pole) === 90 && signs[0] === 1 && signs[1] === 1) {
    const direction = pole > 0 ? 'south' : 'north'
    const meridian = Number(parameters.get('lon_0') ?? 0)
    const turned = (by: number): number => ((meridian + by + 540) % 360) - 180
    return {
      axes: [
        { ...axis('Easting', 'E', direction), meridian: turned(90) },
        { ...axis('Northing', 'N', direction), meridian: turned(pole > 0 ? 180 : 0) },
      ],
      unit,
    }
  }
  const [x, y] = [
    signs[0] === 1 ? axis('Easting', 'E', 'east') : axis('Westing', 'W', 'west'),
    signs[1] === 1 ? axis('Northing', 'N', 'north') : axis('Southing', 'S', 'south'),
  ]
  return { axes: [x, y], unit }
}

function axis(name: string, abbreviation: string, direction: string): EpsgAxes['axes'][number] {
  return { name, abbreviation, direction, meridian: null }
}

// A shift of 3 or 7 numbers to WGS 84 beside the CRS. Source: EPSG methods 9603 and 9606; the scale is a factor here.
function boundTree(source: WktNode, shift: readonly number[]): WktNode {
  const wgs84 = findGeographic(4326) as EpsgGeographic
  const target = node(
    'GEOGCRS',
    [wgs84.name],
    [
      ...datumNodes({ ...wgs84, angle: findAxes(wgs84.axes).unit, isBound: false }),
      ...axesNodes('ellipsoidal', findAxes(wgs84.axes), 'ANGLEUNIT'),
      ...ids(4326),
    ],
  )
  const isWhole = shift.length === 7
  const method = isWhole
    ? node('METHOD', ['Position Vector transformation (geog2D domain)'], ids(9606))
    : node('METHOD', ['Geocentric translations (geog2D domain)'], ids(9603))
  const parameters = shift.map((value, index) => {
    const [name, code] = shiftParameters[index] as readonly [string, number]
    return node('PARAMETER', [name, index === 6 ? 1 + value * 1e-6 : value], ids(code))
  })
  const transformation = node('ABRIDGEDTRANSFORMATION', ['Transformation to WGS84'], [method, ...parameters])
  return node('BOUNDCRS', [], [node('SOURCECRS', [], [source]), node('TARGETCRS', [], [target]), transformation])
}

const shiftParameters: readonly (readonly [name: string, code: number])[] = [
  ['X-axis translation', 8605],
  ['Y-axis translation', 8606],
  ['Z-axis translation', 8607],
  ['X-axis rotation', 8608],
  ['Y-axis rotation', 8609],
  ['Z-axis rotation', 8610],
  ['Scale difference', 8611],
]

/** A vertical CRS as a tree of WKT 2. */
export function verticalTree(vertical: VerticalCrs): WktNode {
  const { axis: up } = vertical
  return node(
    'VERTCRS',
    [vertical.name],
    [
      node('VDATUM', [vertical.datum]),
      node('CS', ['vertical', 1]),
      node('AXIS', [up.name, up.direction], [node('LENGTHUNIT', [up.unit, up.metresPerUnit])]),
      ...ids(vertical.epsg),
    ],
  )
}

function usage({ area }: EpsgRecord): WktNode {
  return node('USAGE', [], [node('SCOPE', ['unknown']), node('BBOX', [area.south, area.west, area.north, area.east])])
}

function ids(code: number | null): WktNode[] {
  return code === null ? [] : [id('EPSG', code)]
}

function id(authority: string, code: number): WktNode {
  return node('ID', [authority, code])
}

function node(keyword: string, values: WktNode['values'], children: readonly WktNode[] = []): WktNode {
  return { keyword, values, children }
}

/** Whether two CRSs are on one geographic CRS, by their codes: whatever shifts are said of it, there is none between them. */
export function sharedBase(from: Crs, to: Crs): boolean {
  const [one, other] = [recordOf(from), recordOf(to)]
  return one !== null && other !== null && one.geographic === other.geographic
}
