import { CrsError } from '../base/errors.js'
import { parseProjString } from './crs-proj-string.js'
import { projectionOf } from './crs-transform-projection.js'

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
  /** The text it was read from, where that was WKT; else null. */
  readonly wkt: string | null
}

/** The CRS of a PROJ string. Throws `E_CRS` for what does not parse or cannot be computed. */
export function crsFromProj(text: string, name?: string, wkt: string | null = null): Crs {
  const definition = parseProjString(text)
  projectionOf(definition)
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

/** Whether two CRSs are the same: one EPSG code, or the same definition. Names and the WKT that they were read from do not count. */
export function sameCrs(one: Crs, other: Crs): boolean {
  if (one.epsg !== null && one.epsg === other.epsg) return true
  return one.proj === other.proj
}

/** A short label: `EPSG:32633`, or the name of one without a code. */
export function formatCrs(crs: Crs): string {
  return crs.epsg === null ? crs.name : `EPSG:${crs.epsg}`
}

/** The unit of x and y: `degree`, `metre`, `foot`, `US survey foot`, or its length as text. */
export function unitOf(crs: Crs): string {
  if (crs.kind === 'geographic') return 'degree'
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
  if (!typed || !coded || !texted || (crs.kind !== 'projected' && crs.kind !== 'geographic')) {
    throw new CrsError(`${String(JSON.stringify(value)).slice(0, 80)} is not a CRS: expected {epsg, name, proj, kind, metresPerUnit, wkt}`)
  }
  projectionOf(parseProjString(crs.proj as string))
  return crs as Crs
}
