import { CrsError } from '../base/errors.js'
import { parseProjString } from './crs-proj-string.js'
import { sameDefinition, sameTolerance } from './crs-same.js'
import { projectionOf } from './crs-transform-projection.js'
import { gridNamed } from './datum-grids.js'

/** A coordinate reference system, as plain data that needs no look-up: two are the same when all of it is the same. Coordinates are always (x: east or longitude, y: north or latitude). */
export interface Crs {
  /** EPSG code, or null for one without a code. */
  readonly epsg: number | null
  readonly name: string
  /** PROJ string that defines the coordinates, in the subset that proj4 reads. */
  readonly proj: string
  readonly kind: 'projected' | 'geographic'
  /** Metres per unit of x and y (projected), degrees are 0. */
  readonly metresPerUnit: number
  /** The text it was read from, where that was WKT (PROJJSON is kept as WKT 2); else null. */
  readonly wkt: string | null
  /** Code of another authority, where EPSG has none: `ESRI:54009`. */
  readonly id?: string
  /** The vertical part of a compound CRS. It is kept and written back; heights are never shifted. */
  readonly vertical?: VerticalCrs
  /** The three-dimensional CRS whose horizontal part this is: its heights count from the ellipsoid. It is kept and written back; heights are never shifted. */
  readonly threeDimensional?: ThreeDimensional
  /** What had to be decided when it was read, for people: heights that stay as they are. */
  readonly notes?: readonly string[]
  /** Why coordinates may not be what is expected, for people: a definition that contradicts its own code. */
  readonly warnings?: readonly string[]
}

/** What heights are counted from. */
export interface VerticalCrs {
  readonly name: string
  readonly epsg: number | null
  readonly datum: string
  readonly axis: { readonly name: string; readonly direction: string; readonly unit: string; readonly metresPerUnit: number }
}

/** A CRS with heights above its ellipsoid, by what it is called. */
export interface ThreeDimensional {
  /** Its own code (4979 where the horizontal part is 4326); null where it has none. */
  readonly epsg: number | null
}

/** The CRS of a PROJ string. Throws `E_CRS` for what does not parse or cannot be computed. */
export function crsFromProj(text: string, name?: string, wkt: string | null = null): Crs {
  const definition = parseProjString(text)
  projectionOf(definition)
  const missing = definition.nadgrids.find((grid) => !grid.startsWith('@') && gridNamed(grid) === null)
  if (missing !== undefined) {
    throw new CrsError(`"${text}": +nadgrids=${missing} needs grid files; register it with registerGrid, or give +towgs84= instead`)
  }
  const kind = definition.metresPerUnit === 0 ? 'geographic' : 'projected'
  return {
    epsg: null,
    name: name ?? `unnamed ${definition.projection}`,
    proj: definition.text,
    kind,
    metresPerUnit: definition.metresPerUnit,
    wkt,
  }
}

/**
 * Whether coordinates of two CRSs are the same numbers for the same place: one EPSG code, or definitions that mean the same. Names, codes,
 * the order of axes, datum shifts of zero and vertical parts do not count.
 */
export function sameCrs(one: Crs, other: Crs): boolean {
  if (one.epsg !== null && one.epsg === other.epsg) return true
  if (one.proj === other.proj) return true
  return sameDefinition(parseProjString(one.proj), parseProjString(other.proj), sameTolerance)
}

/**
 * Whether two CRSs are the same with their vertical parts: {@link sameCrs}, and heights from the same surface or from none that is known.
 * Heights above the ellipsoid are no vertical part: a three-dimensional CRS equals its horizontal part (EPSG:4979 and 4326), though it is kept.
 */
export function equalCrs(one: Crs, other: Crs): boolean {
  const [a, b] = [one.vertical, other.vertical]
  const sameHeights = a?.epsg !== undefined && a.epsg !== null ? a.epsg === b?.epsg : a?.name === b?.name
  return sameHeights && sameCrs(one, other)
}

/**
 * A short label: `EPSG:32633`, `ESRI:54009`, or the name of one without a code; with the name of the vertical part of a compound CRS. One of three
 * dimensions goes by its own code (`EPSG:4979`), or is marked as such.
 */
export function formatCrs(crs: Crs): string {
  const { threeDimensional } = crs
  if (threeDimensional !== undefined && threeDimensional.epsg !== null) return `EPSG:${threeDimensional.epsg}`
  const label = crs.epsg === null ? (crs.id ?? crs.name) : `EPSG:${crs.epsg}`
  if (threeDimensional !== undefined) return `${label} + ellipsoidal height`
  return crs.vertical === undefined ? label : `${label} + ${crs.vertical.name}`
}

/** Whether coordinates are longitudes and latitudes. */
export function isGeographic(crs: Crs): boolean {
  return crs.kind === 'geographic'
}

/** The unit of x and y: `degree`, `grad`, `metre`, `foot`, `US survey foot`, or its length as text. */
export function unitOf(crs: Crs): string {
  if (crs.kind === 'geographic') return / \+units=grad\b/.test(crs.proj) ? 'grad' : 'degree'
  const names: readonly (readonly [number, string])[] = [
    [1, 'metre'],
    [1000, 'kilometre'],
    [0.3048, 'foot'],
    [1200 / 3937, 'US survey foot'],
  ]
  const near = names.find(([metres]) => Math.abs(metres / crs.metresPerUnit - 1) < 1e-12)
  return near?.[1] ?? `${crs.metresPerUnit} metre`
}

/** A CRS that came as plain data, given back when it is whole. Throws `E_CRS` for what is not a CRS or cannot be computed. */
export function checkedCrs(value: unknown): Crs {
  const crs = (typeof value === 'object' && value !== null ? value : {}) as Partial<Crs>
  const typed = typeof crs.name === 'string' && typeof crs.proj === 'string' && typeof crs.metresPerUnit === 'number'
  const coded = crs.epsg === null || typeof crs.epsg === 'number'
  const texted = crs.wkt === null || typeof crs.wkt === 'string'
  const noted = [crs.notes, crs.warnings].every((texts) => texts === undefined || areTexts(texts))
  const extra =
    noted &&
    (crs.id === undefined || typeof crs.id === 'string') &&
    (crs.vertical === undefined || isVertical(crs.vertical)) &&
    isSolid(crs)
  if (!typed || !coded || !texted || !extra || (crs.kind !== 'projected' && crs.kind !== 'geographic')) {
    throw new CrsError(`${String(JSON.stringify(value)).slice(0, 80)} is not a CRS: expected {epsg, name, proj, kind, metresPerUnit, wkt}`)
  }
  projectionOf(parseProjString(crs.proj as string))
  return crs as Crs
}

function areTexts(texts: unknown): boolean {
  return Array.isArray(texts) && texts.every((text) => typeof text === 'string')
}

function isSolid({ threeDimensional }: Partial<Crs>): boolean {
  if (threeDimensional === undefined) return true
  const { epsg } = (typeof threeDimensional === 'object' && threeDimensional !== null ? threeDimensional : {}) as Partial<ThreeDimensional>
  return epsg === null || typeof epsg === 'number'
}

function isVertical(value: unknown): boolean {
  const { name, datum, axis } = (typeof value === 'object' && value !== null ? value : {}) as Partial<VerticalCrs>
  return typeof name === 'string' && typeof datum === 'string' && typeof axis?.metresPerUnit === 'number'
}
