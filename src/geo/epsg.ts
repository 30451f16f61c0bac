import { epsgTable } from './epsg.table.js'

/** What the table says of one code. */
export interface EpsgRecord {
  readonly code: number
  readonly name: string
  /** PROJ string with ellipsoid, shift to WGS 84, prime meridian and units. */
  readonly proj: string
  readonly kind: 'projected' | 'geographic'
  /** Area of use in degrees; `west` is larger than `east` across the antimeridian. */
  readonly area: { readonly west: number; readonly south: number; readonly east: number; readonly north: number }
  /** Metres by which the shift to WGS 84 differs from PROJ's choice of operations within the area of use; 0 where that is under 1 m. */
  readonly accuracyMetres: number
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
  const [label = '', datum = ''] = line(`D${datumIndex}`) ?? []
  const [west = 0, south = 0, east = 0, north = 0] = (line(`A${areaIndex}`)?.[0] ?? '').split(',').map(Number)
  const kind = plane === 'longlat' ? 'geographic' : 'projected'
  return {
    code,
    name: name.startsWith('~') ? label + (kind === 'projected' ? ' / ' : '') + name.slice(1) : name,
    proj: `${projection(plane)} ${datum.replace(/(^| )/g, '$1+').replace(/([=,]-?)\./g, '$10.')}`,
    kind,
    area: { west, south, east, north },
    accuracyMetres: Number(accuracy),
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

function line(key: string): readonly string[] | null {
  const start = epsgTable.indexOf(`\n${key}|`)
  if (start < 0) return null
  const from = start + key.length + 2
  return epsgTable.slice(from, epsgTable.indexOf('\n', from)).split('|')
}
