import { epsgTable } from './epsg.table.js'

/** What the table says of one code. */
export interface EpsgRecord {
  readonly code: number
  readonly name: string
  /** PROJ string with ellipsoid, shift to WGS 84, prime meridian and units. */
  readonly proj: string
  readonly kind: 'projected' | 'geographic'
  /** Code of the geographic CRS that it is on, or its own. */
  readonly geographic: number
  /** Area of use in degrees; `west` is larger than `east` across the antimeridian. */
  readonly area: { readonly west: number; readonly south: number; readonly east: number; readonly north: number }
  /**
   * Metres by which the shift to WGS 84 differs at most from PROJ's choice of operations within the area of use; 0 where that is under 1 m.
   * Null where there is no shift (PROJ knows none, or only grids): longitude and latitude are then taken for WGS 84's.
   */
  readonly accuracyMetres: number | null
}

/** What WKT says of a geographic CRS; codes are null where EPSG has none. */
export interface EpsgGeographic {
  readonly code: number
  readonly name: string
  readonly datum: string
  readonly datumCode: number | null
  readonly ellipsoid: string
  readonly semiMajor: number
  /** 0 for a sphere. */
  readonly inverseFlattening: number
  readonly ellipsoidCode: number | null
  readonly meridian: string
  readonly meridianDegrees: number
  readonly meridianCode: number | null
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
}

/**
 * Looks a code up in EPSG's data set as PROJ computes it: null for a code that is no projected or geographic CRS.
 * A compound or three-dimensional CRS answers with its horizontal part. About 0.1 ms: the table is searched as text, never parsed whole.
 */
export function findEpsg(code: number): EpsgRecord | EpsgRefusal | null {
  const fields = line(String(code))
  if (fields === null) return null
  const [first = '', second = ''] = fields
  if (first.startsWith('=')) return findEpsg(Number(first.slice(1)))
  if (second.startsWith('!')) return { code, name: first, why: second.slice(1) }
  return recordOf(code, fields)
}

function recordOf(code: number, fields: readonly string[]): EpsgRecord {
  const [name = '', plane = '', datumIndex = '', areaIndex = '', accuracy = '0'] = fields
  const [geographic = '', datum = ''] = line(`D${datumIndex}`) ?? []
  const label = line(`G${geographic}`)?.[0] ?? ''
  const [west = 0, south = 0, east = 0, north = 0] = (line(`A${areaIndex}`)?.[0] ?? '').split(',').map(Number)
  const kind = plane === 'longlat' ? 'geographic' : 'projected'
  return {
    code,
    name: name.startsWith('~') ? label + (kind === 'projected' ? ' / ' : '') + name.slice(1) : name,
    proj: `${projection(plane)} ${datum.replace(/(^| )/g, '$1+').replace(/([=,]-?)\./g, '$10.')}`,
    kind,
    geographic: Number(geographic),
    area: { west, south, east, north },
    accuracyMetres: /datum=|towgs84=|nadgrids=/.test(datum) ? Number(accuracy) : null,
  }
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

/** Names of a geographic CRS, of its datum and its ellipsoid, as WKT 1 has them; null for a code that is none. */
export function findGeographic(code: number): EpsgGeographic | null {
  const fields = line(`G${code}`)
  if (fields === null) return null
  const text = (index: number): string => fields[index] ?? ''
  const codeAt = (index: number): number | null => (text(index) === '' ? null : Number(text(index)))
  return {
    code,
    name: text(0),
    datum: text(1),
    datumCode: codeAt(2),
    ellipsoid: text(3),
    semiMajor: Number(text(4)),
    inverseFlattening: Number(text(5)),
    ellipsoidCode: codeAt(6),
    meridian: text(7),
    meridianDegrees: Number(text(8)),
    meridianCode: codeAt(9),
  }
}

/**
 * The shift to WGS 84 (`+towgs84` of 3 or 7 numbers) of a geographic CRS as the table has it for its whole area, or for the first CRS on it
 * where it has none of its own (grads); null where coordinates are taken over as they are.
 */
export function geographicShift(code: number): string | null {
  const found = findEpsg(code)
  const datum = found !== null && 'proj' in found ? found.proj : new RegExp(`[\\n^]D\\d+\\|${code}\\|([^^\\n]*)`).exec(epsgTable)?.[1]
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

/** All codes of the table that can be computed, ascending. */
export function epsgCodes(): number[] {
  return Array.from(epsgTable.matchAll(/[\n^](\d+)\|[^=|^\n][^|^\n]*\|[^!|]/g), (match) => Number(match[1]))
}

// A record begins after "^" or a line's end, and ends before the next one.
function line(key: string): readonly string[] | null {
  const start = Math.max(epsgTable.indexOf(`^${key}|`), epsgTable.indexOf(`\n${key}|`))
  if (start < 0) return null
  const from = start + key.length + 2
  let end = from
  while (end < epsgTable.length && epsgTable[end] !== '^' && epsgTable[end] !== '\n') end++
  return epsgTable.slice(from, end).split('|')
}
