import { remembered } from '../base/remembered.js'
import { epsgTable } from './epsg.table.js'

/** What the table says of one code. */
export interface EpsgRecord {
  readonly code: number
  /** Whose code it is. */
  readonly authority: 'EPSG' | 'ESRI'
  readonly name: string
  /** PROJ string with ellipsoid, shift to WGS 84, prime meridian and units. */
  readonly proj: string
  readonly kind: 'projected' | 'geographic'
  /** Key of the geographic CRS that it is on, or its own: for {@link findGeographic}. */
  readonly geographic: string
  /** Area of use in degrees; `west` is larger than `east` across the antimeridian. */
  readonly area: AreaOfUse
  /**
   * Metres to which the shift to WGS 84 is good: what the data set states for it, or by how much it differs at most from PROJ's choice of
   * operations within the area of use where that is more. 0 on WGS 84 itself. Null where there is no shift (PROJ knows none, or only
   * grids): longitude and latitude are then taken for WGS 84's.
   */
  readonly accuracyMetres: number | null
  /** The grid that PROJ would use for better than that, if it had it. */
  readonly grid: BetterGrid | null
  /** EPSG's code of the projection method where it is not the usual one of the PROJ string's projection. */
  readonly method: number | null
  /** Index of the axes, for {@link findAxes}. */
  readonly axes: string
}

/** A rectangle in degrees of longitude and latitude; `west` is larger than `east` across the antimeridian. */
export interface AreaOfUse {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** A grid of datum shifts. */
export interface BetterGrid {
  /** Its names: PROJ's, then the data set's where that is another one. Without suffix. */
  readonly names: readonly string[]
  readonly accuracyMetres: number
  /** Whether the grid leads from WGS 84 to the datum, not the other way round. */
  readonly inverse: boolean
  /** Whether the grid alone is the whole operation. */
  readonly alone: boolean
}

/** Axes of a coordinate system and their unit, in the order of the definition. */
export interface EpsgAxes {
  readonly axes: readonly {
    readonly name: string
    readonly abbreviation: string
    readonly direction: string
    /** Degrees of the meridian along which an axis of a polar CRS points. */
    readonly meridian: number | null
  }[]
  readonly unit: { readonly name: string; readonly size: number; readonly code: number | null }
}

/** A vertical CRS of the table. */
export interface EpsgVertical {
  readonly code: number
  readonly name: string
  readonly datum: string
  readonly datumCode: number | null
  readonly axis: EpsgAxes['axes'][number]
  readonly unit: EpsgAxes['unit']
}

/** What WKT says of a geographic CRS; codes are null where EPSG has none. */
export interface EpsgGeographic {
  readonly code: number | null
  readonly name: string
  /** As WKT 1 calls it. */
  readonly datum: string
  /** As WKT 2 calls it. */
  readonly datumName: string
  readonly datumCode: number | null
  readonly ellipsoid: string
  readonly semiMajor: number
  /** 0 for a sphere. */
  readonly inverseFlattening: number
  readonly ellipsoidCode: number | null
  readonly meridian: string
  readonly meridianDegrees: number
  readonly meridianCode: number | null
  readonly axes: string
}

/** Answer of {@link findEpsg} for a code that exists in EPSG but cannot be computed here. */
export interface EpsgRefusal {
  readonly code: number
  readonly name: string
  readonly why: string
}

// Parameters whose names the table leaves out, in its order.
const positions: Readonly<Record<string, readonly string[]>> = {
  tmerc: ['lat_0', 'lon_0', 'k', 'x_0', 'y_0'],
  utm: ['zone'],
  lcc: ['lat_0', 'lon_0', 'lat_1', 'lat_2', 'x_0', 'y_0'],
  stere: ['lat_0', 'lon_0', 'x_0', 'y_0'],
  sterea: ['lat_0', 'lon_0', 'k', 'x_0', 'y_0'],
  aea: ['lat_0', 'lon_0', 'lat_1', 'lat_2', 'x_0', 'y_0'],
  cass: ['lat_0', 'lon_0', 'x_0', 'y_0'],
  omerc: ['lat_0', 'lonc', 'alpha', 'gamma', 'k', 'x_0', 'y_0'],
  laea: ['lat_0', 'lon_0', 'x_0', 'y_0'],
  merc: ['lon_0', 'k', 'x_0', 'y_0'],
  krovak: ['lat_0', 'lon_0', 'alpha', 'k', 'x_0', 'y_0'],
  somerc: ['lat_0', 'lon_0', 'k_0', 'x_0', 'y_0'],
  eqc: ['lat_ts', 'lat_0', 'lon_0', 'x_0', 'y_0'],
  poly: ['lat_0', 'lon_0', 'x_0', 'y_0'],
  cea: ['lat_ts', 'lon_0', 'x_0', 'y_0'],
  eqearth: ['lon_0', 'x_0', 'y_0'],
  nzmg: ['lat_0', 'lon_0', 'x_0', 'y_0'],
  sinu: ['lon_0', 'x_0', 'y_0'],
  aeqd: ['lat_0', 'lon_0', 'x_0', 'y_0'],
  eqdc: ['lat_0', 'lon_0', 'lat_1', 'lat_2', 'x_0', 'y_0'],
  ortho: ['lat_0', 'lon_0', 'x_0', 'y_0'],
  gnom: ['lat_0', 'lon_0', 'x_0', 'y_0'],
  bonne: ['lat_1', 'lon_0', 'x_0', 'y_0'],
  tpeqd: ['lat_1', 'lon_1', 'lat_2', 'lon_2', 'x_0', 'y_0'],
  geos: ['lon_0', 'h', 'x_0', 'y_0'],
  col_urban: ['lat_0', 'lon_0', 'x_0', 'y_0', 'h_0'],
  moll: ['lon_0', 'x_0', 'y_0'],
  robin: ['lon_0', 'x_0', 'y_0'],
  eck4: ['lon_0', 'x_0', 'y_0'],
  eck6: ['lon_0', 'x_0', 'y_0'],
  igh: ['lon_0', 'x_0', 'y_0'],
  natearth: ['lon_0', 'x_0', 'y_0'],
  vandg: ['lon_0', 'x_0', 'y_0'],
  mill: ['lon_0', 'x_0', 'y_0'],
}

/**
 * Looks a code up in EPSG's data set as PROJ computes it, or in Esri's: null for a code that is no projected or geographic CRS.
 * A compound or three-dimensional CRS answers with its horizontal part. About 0.1 ms the first time: the table is searched as text, never parsed whole.
 */
export function findEpsg(code: number, authority: 'EPSG' | 'ESRI' = 'EPSG'): EpsgRecord | EpsgRefusal | null {
  const key = (authority === 'ESRI' ? 'E' : '') + code
  return records(key, () => findKey(key, code, authority))
}

const records = remembered<EpsgRecord | EpsgRefusal | null>(64)

function findKey(key: string, code: number, authority: 'EPSG' | 'ESRI'): EpsgRecord | EpsgRefusal | null {
  const fields = line(key)
  if (fields === null) return null
  const [first = '', second = ''] = fields
  if (first.startsWith('=')) return findEpsg(Number.parseInt(first.slice(1), 10))
  if (second.startsWith('!')) return { code, name: first, why: second.slice(1) }
  return recordOf(code, authority, fields)
}

function recordOf(code: number, authority: 'EPSG' | 'ESRI', fields: readonly string[]): EpsgRecord {
  const [name = '', plane = '', datumIndex = '', areaIndex = '', measured = '', method = '', axes = ''] = fields
  const [geographic = '', datum = '', stated = '', grid = ''] = line(`D${datumIndex}`) ?? []
  const base = line(`G${geographic}`)
  const label = base?.[0] ?? ''
  const [west = 0, south = 0, east = 0, north = 0] = (line(`A${areaIndex}`)?.[0] ?? '').split(',').map(Number)
  const kind = plane.startsWith('longlat') ? 'geographic' : 'projected'
  const isShifted = /datum=|towgs84=|nadgrids=/.test(datum)
  return {
    code,
    authority,
    name: name.startsWith('~') ? label + (kind === 'projected' ? ' / ' : '') + name.slice(1) : name,
    proj: `${projection(plane)} ${datum.replace(/(^| )/g, '$1+').replace(/([=,]-?)\./g, '$10.')}`,
    kind,
    geographic,
    area: { west, south, east, north },
    accuracyMetres: isShifted ? Math.max(Number(measured), Number(stated)) : null,
    grid: gridOf(grid),
    method: method === '' ? null : Number(method),
    axes: axes === '' ? (base?.[13] ?? '') : axes,
  }
}

// "-name:other name*1.5?"
function gridOf(text: string): BetterGrid | null {
  const [, inverse, names = '', metres, several] = /^(-?)([^*]+)\*([\d.]+)(\??)$/.exec(text) ?? []
  if (names === '') return null
  return { names: names.split(':'), accuracyMetres: Number(metres), inverse: inverse === '-', alone: several === '' }
}

/** The parts of a compound or three-dimensional CRS; `vertical` is null for heights above the ellipsoid. Null for a code that is none. */
export function findCompound(code: number): { readonly horizontal: number; readonly vertical: number | null } | null {
  const [, horizontal, vertical] = /^=(\d+)\+(\d*)$/.exec(line(String(code))?.[0] ?? '') ?? []
  if (horizontal === undefined) return null
  return { horizontal: Number(horizontal), vertical: vertical === '' ? null : Number(vertical) }
}

/** A vertical CRS by its code; null for a code that is none. */
export function findVertical(code: number): EpsgVertical | null {
  const fields = line(`V${code}`)
  if (fields === null) return null
  const [name = '', datum = '', datumCode = '', axis = '', unit = ''] = fields
  return { code, name, datum, datumCode: codeIn(datumCode), axis: axisOf(axis), unit: unitOf(unit) }
}

/** Axes by their index; those of a map in metres for an index that is not there. */
export function findAxes(index: string): EpsgAxes {
  const parts = (line(`C${index}`)?.[0] ?? 'Easting,E,east;Northing,N,north;metre,1,9001').split(';')
  return { axes: parts.slice(0, 2).map(axisOf), unit: unitOf(parts[2] ?? '') }
}

function axisOf(text: string): EpsgAxes['axes'][number] {
  const [name = '', abbreviation = '', direction = '', meridian = ''] = text.split(',')
  return { name, abbreviation, direction, meridian: meridian === '' ? null : Number(meridian) }
}

function unitOf(text: string): EpsgAxes['unit'] {
  const [name = '', size = '', code = ''] = text.split(',')
  return { name, size: Number(size), code: codeIn(code) }
}

function codeIn(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null
}

// "tmerc 0 15 .9996 500000 0 units=ft" is "+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=500000 +y_0=0 +units=ft".
function projection(text: string): string {
  const [method = '', ...words] = text.split(' ')
  const names = positions[method] ?? []
  const written = words.map((word, index) => {
    if (word.startsWith('+')) return word
    return word.includes('=') ? `+${word}` : `+${names[index]}=${word}`
  })
  return [`+proj=${method}`, ...written].join(' ').replace(/(=-?)\./g, '$10.')
}

/** Names of a geographic CRS, of its datum and its ellipsoid, by its code or key; null for one that is none. */
export function findGeographic(key: number | string): EpsgGeographic | null {
  const fields = line(`G${key}`)
  if (fields === null) return null
  const text = (index: number): string => fields[index] ?? ''
  return {
    code: codeIn(String(key)),
    name: text(0),
    datum: text(1),
    datumName: text(12) === '' ? text(1).replaceAll('_', ' ') : text(12),
    datumCode: codeIn(text(2)),
    ellipsoid: text(3),
    semiMajor: Number(text(4)),
    inverseFlattening: Number(text(5)),
    ellipsoidCode: codeIn(text(6)),
    meridian: text(7),
    meridianDegrees: Number(text(8)),
    meridianCode: codeIn(text(9)),
    axes: text(13),
  }
}

/**
 * The shift to WGS 84 (`+towgs84` of 3 or 7 numbers) of a geographic CRS as the table has it for its whole area, or for the first CRS on it
 * where it has none of its own (grads); null where coordinates are taken over as they are.
 */
export function geographicShift(code: number): string | null {
  const found = findEpsg(code)
  const datum = found !== null && 'proj' in found ? found.proj : new RegExp(`[\\n^]D\\d+\\|${code}\\|([^|^\\n]*)`).exec(epsgTable)?.[1]
  if (datum === undefined) return null
  if (datum.includes('datum=WGS84')) return '0,0,0'
  return /towgs84=(\S+)/.exec(datum)?.[1] ?? null
}

/** The code of the geographic CRS that has this name, or a datum of this name, in EPSG's or Esri's spelling; null where there is none. */
export function geographicNamed(name: string): number | null {
  const wanted = plainName(name)
  if (wanted === '') return null
  let found: number | null = null
  for (const [, code, fields = ''] of epsgTable.matchAll(/[\n^]G(\d+)\|([^^\n]*)/g)) {
    const [own = '', datum = '', , , , , , , , , esri = '', esriDatum = ''] = fields.split('|')
    if (plainName(own) === wanted || plainName(esri) === wanted) return Number(code)
    if (found === null && (plainName(datum) === wanted || plainName(esriDatum) === wanted)) found = Number(code)
  }
  return found
}

// "D_ETRS_1989", "GCS_ETRS_1989" and "ETRS 1989" are one name.
function plainName(name: string): string {
  return name
    .replace(/^(?:GCS|D)_/, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
}

/**
 * The codes of EPSG that lie nearest to one that is not there, with their names: for messages. First those that it becomes by one slip of the keys (a digit that is wrong,
 * missing, too much, or two that changed places), then by number.
 */
export function nearestCodes(code: number, count = 3): string[] {
  const slips = slipsOf(String(code))
  const far = (known: number): number => (slips.has(String(known)) ? 0 : 1e9) + Math.abs(known - code)
  return epsgCodes()
    .sort((one, other) => far(one) - far(other))
    .slice(0, count)
    .sort((one, other) => one - other)
    .map((known) => `EPSG:${known} (${findEpsg(known)?.name ?? ''})`)
}

/** What a number may have been meant to be. */
function slipsOf(digits: string): ReadonlySet<string> {
  const slips = new Set<string>()
  for (let at = 0; at <= digits.length; at++) {
    const [before, here, after] = [digits.slice(0, at), digits.slice(at, at + 1), digits.slice(at + 1)]
    slips.add(before + after)
    if (after !== '') slips.add(before + after[0] + here + after.slice(1))
    for (let digit = 0; digit < 10; digit++) slips.add(before + digit + after).add(before + digit + here + after)
  }
  return slips
}

/** All codes of Esri's that have no equal in EPSG and can be computed, ascending. */
export function esriCodes(): number[] {
  return Array.from(epsgTable.matchAll(/[\n^]E(\d+)\|[^=|^\n][^|^\n]*\|[^!|]/g), (match) => Number(match[1]))
}

/** All codes of the table that can be computed, ascending. */
export function epsgCodes(): number[] {
  return Array.from(epsgTable.matchAll(/[\n^](\d+)\|[^=|^\n][^|^\n]*\|[^!|]/g), (match) => Number(match[1]))
}

// Records that were looked up: the same few are asked for again and again.
const seen = new Map<string, readonly string[] | null>()

function line(key: string): readonly string[] | null {
  let fields = seen.get(key)
  if (fields === undefined) {
    fields = findLine(key)
    seen.set(key, fields)
  }
  return fields
}

// A record begins after "^" or a line's end, and ends before the next one.
function findLine(key: string): readonly string[] | null {
  const inside = epsgTable.indexOf(`^${key}|`)
  const start = inside < 0 ? epsgTable.indexOf(`\n${key}|`) : inside
  if (start < 0) return null
  const from = start + key.length + 2
  let end = from
  while (end < epsgTable.length && epsgTable[end] !== '^' && epsgTable[end] !== '\n') end++
  return epsgTable.slice(from, end).split('|')
}
