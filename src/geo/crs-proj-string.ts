import { CrsError } from '../base/errors.js'
import { remembered } from '../base/remembered.js'
import { datums, ellipsoids, linearUnits, primeMeridians } from './crs-proj-names.js'

/** A PROJ string taken apart: what the projection is on, and its own parameters. */
export interface ProjDefinition {
  /** Canonical text: single spaces, defaults such as `+no_defs` left out, order kept. */
  readonly text: string
  /** Name of the projection, aliases resolved (`longlat`, `tmerc`, `merc`). */
  readonly projection: string
  /** Semi-major axis in metres. */
  readonly a: number
  /** Flattening, 0 for a sphere. */
  readonly flattening: number
  /** Shift to WGS 84: metres, then arc-seconds and parts per million (position vector); null where the datum counts as WGS 84. */
  readonly towgs84: readonly number[] | null
  /** Grid files that lead to WGS 84, as written: `@` before one that may be missing. `@null` is none. */
  readonly nadgrids: readonly string[]
  /** Prime meridian in degrees east of Greenwich. */
  readonly primeMeridian: number
  /** Metres per unit; 0 for angles. */
  readonly metresPerUnit: number
  /** Degrees per unit of a geographic CRS: 1, or 0.9 for grads (`+units=grad`, which PROJ strings have no word for). */
  readonly degreesPerUnit: number
  /** Signs of x and y: -1 where the axis points west or south. */
  readonly signs: readonly [x: 1 | -1, y: 1 | -1]
  /** All other parameters as written, without `+`; flags have an empty value. */
  readonly parameters: ReadonlyMap<string, string>
}

const ignored = new Set(['no_defs', 'wktext', 'type', 'vunits', 'vto_meter', 'geoidgrids', 'title'])
const consumed = new Set(['proj', 'datum', 'ellps', 'a', 'b', 'rf', 'f', 'R', 'towgs84', 'nadgrids', 'pm', 'units', 'to_meter', 'axis'])
const longlatAliases = new Set(['latlong', 'latlon', 'lonlat', 'longlat'])

// The CRSs of one run are few; each of its nodes asks for them.
const read = remembered<ProjDefinition>(64)

/** Reads a PROJ string. Throws `E_CRS` for what does not parse, names nothing known, or needs files (grids, `+init`). */
export function parseProjString(text: string): ProjDefinition {
  return read(text, () => definitionIn(text))
}

function definitionIn(text: string): ProjDefinition {
  const parameters = splitParameters(text)
  const named = parameters.get('proj')
  if (named === undefined || named === '')
    throw new CrsError(`"${text}" has no +proj=: a PROJ string begins like "+proj=utm +zone=33 +datum=WGS84"`)
  const projection = longlatAliases.has(named) ? 'longlat' : named
  mustBeLatitudes(parameters, text)
  const shape = shapeOf(parameters, text)
  const own = new Map([...parameters].filter(([key]) => !consumed.has(key)))
  return {
    text: canonical(parameters, projection),
    projection,
    a: shape.a,
    flattening: shape.flattening,
    towgs84: shiftOf(parameters, shape, text),
    nadgrids: (parameters.get('nadgrids') ?? '').split(',').filter((name) => name !== '' && name !== '@null' && name !== 'null'),
    primeMeridian: primeMeridianOf(parameters, text),
    metresPerUnit: projection === 'longlat' || isRotatedPole(parameters) ? 0 : unitOf(parameters, text),
    degreesPerUnit: projection === 'longlat' ? angularUnitOf(parameters, text) : 1,
    signs: signsOf(parameters, text),
    parameters: own,
  }
}

/** Latitudes beyond the poles, which would make nonsense of the projection. */
function mustBeLatitudes(parameters: ReadonlyMap<string, string>, text: string): void {
  for (const key of ['lat_0', 'lat_1', 'lat_2', 'lat_ts']) {
    const degrees = Number(parameters.get(key) ?? 0)
    if (Math.abs(degrees) > 90)
      throw new CrsError(`"${text}": +${key}=${degrees} is no latitude: it lies beyond the poles, expected -90 to 90`)
  }
}

function splitParameters(text: string): Map<string, string> {
  const parameters = new Map<string, string>()
  for (const word of text.trim().split(/\s+/)) {
    const [, key, value = ''] = /^\+?([A-Za-z_0-9]+)(?:=(.*))?$/.exec(word) ?? []
    if (key === undefined) throw new CrsError(`"${text}" is not a PROJ string: cannot read "${word}", expected words like +lat_0=52`)
    if (key === 'init') throw new CrsError(`"${text}" uses +init, which PROJ gave up: write the code itself, like "EPSG:4326"`)
    if (key === 'geoidgrids' || key === 'vunits') continue
    if (!ignored.has(key) && !parameters.has(key)) parameters.set(key, value)
  }
  return parameters
}

function canonical(parameters: ReadonlyMap<string, string>, projection: string): string {
  const words = [...parameters].map(([key, value]) => (value === '' ? `+${key}` : `+${key}=${key === 'proj' ? projection : value}`))
  return words.join(' ')
}

/** A number parameter in a unit of its own, or undefined where it is not given. Throws `E_CRS` for what is not a finite number. */
export function numberOf(parameters: ReadonlyMap<string, string>, key: string, text: string): number | undefined {
  const value = parameters.get(key)
  if (value === undefined) return undefined
  const number = value === '' ? Number.NaN : Number(value)
  if (!Number.isFinite(number)) throw new CrsError(`"${text}": +${key}=${value} is not a number`)
  return number
}

interface Shape {
  readonly a: number
  readonly flattening: number
}

function shapeOf(parameters: ReadonlyMap<string, string>, text: string): Shape {
  const sphere = numberOf(parameters, 'R', text)
  const datum = parameters.get('datum')
  const name = parameters.get('ellps') ?? (datum === undefined ? undefined : datumNamed(datum, text)[0])
  const known = name === undefined ? undefined : ellipsoids[name]
  if (name !== undefined && known === undefined) {
    throw new CrsError(`"${text}": +ellps=${name} is not an ellipsoid that is known here; give +a= and +rf= instead`)
  }
  const a = sphere ?? numberOf(parameters, 'a', text) ?? known?.[0] ?? 6378137
  const isWorldMap = parameters.get('proj') === 'vandg' || parameters.get('proj') === 'mill'
  // These two are always on the sphere of the same surface, as in PROJ.
  const radius = [...parameters.keys()].find((key) => /^R_/.test(key) && !(isWorldMap && key === 'R_A'))
  if (radius !== undefined) throw new CrsError(`"${text}": +${radius} is not supported; give the radius itself as +R=`)
  const flattening = sphere !== undefined ? 0 : flatteningOf(parameters, a, known, text)
  if (!(a > 0) || !(flattening >= 0 && flattening < 1))
    throw new CrsError(`"${text}": an ellipsoid of a = ${a} m and flattening ${flattening} makes no sense`)
  return { a, flattening }
}

function flatteningOf(
  parameters: ReadonlyMap<string, string>,
  a: number,
  known: readonly [number, number] | undefined,
  text: string,
): number {
  const b = numberOf(parameters, 'b', text)
  if (b !== undefined) return (a - b) / a
  const inverse = numberOf(parameters, 'rf', text)
  if (inverse !== undefined) return inverse === 0 ? 0 : 1 / inverse
  const direct = numberOf(parameters, 'f', text)
  if (direct !== undefined) return direct
  if (known !== undefined) return known[1] === 0 ? 0 : 1 / known[1]
  // PROJ: a radius alone is a sphere, nothing at all is GRS 80.
  return parameters.has('a') ? 0 : 1 / 298.257222101
}

function datumNamed(name: string, text: string): readonly [string, readonly number[]] {
  const datum = datums[name]
  if (datum !== undefined) return datum
  const hint =
    name === 'NAD27'
      ? 'it needs grid files; give +ellps=clrk66 and +towgs84=dx,dy,dz instead'
      : `known are ${Object.keys(datums).join(', ')}`
  throw new CrsError(`"${text}": +datum=${name} cannot be used: ${hint}`)
}

function shiftOf(parameters: ReadonlyMap<string, string>, shape: Shape, text: string): readonly number[] | null {
  const datum = parameters.get('datum')
  const written = parameters.get('towgs84')
  const values = written === undefined ? (datum === undefined ? null : datumNamed(datum, text)[1]) : written.split(',').map(Number)
  if (values === null) return null
  if ((values.length !== 3 && values.length !== 7) || !values.every(Number.isFinite)) {
    throw new CrsError(`"${text}": +towgs84=${written} needs 3 or 7 numbers`)
  }
  if (values.every((value) => value === 0) && isWgs84Shape(shape)) return null
  return values.length === 7 && values.slice(3).every((value) => value === 0) ? values.slice(0, 3) : values
}

// GRS 80 and WGS 84 differ by 0.1 mm: a shift of zeros between them is none, as in PROJ.
function isWgs84Shape({ a, flattening }: Shape): boolean {
  return a === 6378137 && Math.abs(flattening - 1 / 298.257223563) < 1e-10
}

function primeMeridianOf(parameters: ReadonlyMap<string, string>, text: string): number {
  const value = parameters.get('pm')
  if (value === undefined) return 0
  const known = primeMeridians[value.toLowerCase()]
  if (known !== undefined) return known
  return numberOf(parameters, 'pm', text) ?? 0
}

function unitOf(parameters: ReadonlyMap<string, string>, text: string): number {
  const direct = parameters.get('to_meter')
  if (direct !== undefined) {
    const [top = Number.NaN, bottom = 1] = direct.split('/').map(Number)
    if (top / bottom > 0 && Number.isFinite(top / bottom)) return top / bottom
    throw new CrsError(`"${text}": +to_meter=${direct} is not a length in metres`)
  }
  const name = parameters.get('units') ?? 'm'
  const unit = linearUnits[name]
  if (unit === undefined)
    throw new CrsError(`"${text}": +units=${name} is not known; known are ${Object.keys(linearUnits).join(', ')}, or give +to_meter=`)
  return unit
}

function angularUnitOf(parameters: ReadonlyMap<string, string>, text: string): number {
  const name = parameters.get('units') ?? 'deg'
  if (name === 'grad') return 0.9
  if (name === 'deg' || linearUnits[name] !== undefined) return 1
  throw new CrsError(`"${text}": +units=${name} is not an angle that is known; known are deg and grad`)
}

function isRotatedPole(parameters: ReadonlyMap<string, string>): boolean {
  return parameters.get('proj') === 'ob_tran' && longlatAliases.has(parameters.get('o_proj') ?? '')
}

function signsOf(parameters: ReadonlyMap<string, string>, text: string): readonly [1 | -1, 1 | -1] {
  const axis = parameters.get('axis') ?? 'enu'
  const [x, y] = axis
  const known = (x === 'e' || x === 'w') && (y === 'n' || y === 's')
  // Axes in the order north, east change nothing here: coordinates are always x, y.
  if (axis === 'neu') return [1, 1]
  if (!known) throw new CrsError(`"${text}": +axis=${axis} is not supported; x must be e or w and y n or s, as in +axis=wsu`)
  return [x === 'w' ? -1 : 1, y === 's' ? -1 : 1]
}
