import { UsageError } from '../base/errors.js'
import type { Shape, ShapeType } from './shapes.js'

/** A GeoJSON document as a user gives it: a Geometry, a Feature or a FeatureCollection, its members as they are. Checked when it is read. */
export interface GeoJson {
  readonly type: string
  readonly coordinates?: unknown
  readonly geometries?: unknown
  readonly geometry?: unknown
  readonly features?: unknown
  readonly properties?: unknown
  readonly id?: unknown
  readonly crs?: unknown
}

/** One feature: its shapes and what is said of it. A bare geometry is a feature without properties. */
export interface GeoFeature {
  readonly id: string | number | null
  readonly properties: Readonly<Record<string, unknown>> | null
  readonly shapes: readonly Shape[]
}

/** What a document holds. `crsName` is what the member `crs` of GeoJSON before RFC 7946 names, null where there is none. */
export interface GeoDocument {
  readonly features: readonly GeoFeature[]
  readonly crsName: string | null
}

const geometryTypes = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']

/**
 * Reads a GeoJSON document (an object, or its text). Heights are left out, a feature without a geometry has no shapes. Throws `E_USAGE` naming the
 * place in the document, as in `features[3].geometry.coordinates[0][2]`.
 */
export function readGeoJson(what: string, given: unknown): GeoDocument {
  const document = typeof given === 'string' ? parsed(what, given) : given
  const reader = new Reader(what)
  const root = reader.object(document, '')
  const crsName = crsNameOf(root.crs)
  if (root.type === 'FeatureCollection') {
    if (!Array.isArray(root.features)) reader.fail('features', root.features, 'a list of features')
    return { features: (root.features as unknown[]).map((feature, at) => reader.feature(feature, `features[${at}]`)), crsName }
  }
  if (root.type === 'Feature') return { features: [reader.feature(root, '')], crsName }
  return { features: [{ id: null, properties: null, shapes: reader.geometry(root, '') }], crsName }
}

function parsed(what: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const isName = !/^\s*[{[]/.test(text) && text.length < 1000
    const why = isName
      ? `"${text}" is no JSON: give the document or its text, not the name of its file`
      : `the GeoJSON text is no JSON: ${(error as Error).message}`
    throw new UsageError(`${what}: ${why}`, {}, { cause: error })
  }
}

function crsNameOf(crs: unknown): string | null {
  const properties = (crs as { properties?: { name?: unknown } } | null | undefined)?.properties
  return typeof properties?.name === 'string' ? properties.name : null
}

type Members = Readonly<Record<string, unknown>>

/** Reads parts of a document and knows how to complain of them. */
class Reader {
  readonly #what: string

  constructor(what: string) {
    this.#what = what
  }

  fail(path: string, value: unknown, expected: string): never {
    const shown = JSON.stringify(value) ?? 'missing'
    const short = shown.length > 60 ? `${shown.slice(0, 57)}...` : shown
    throw new UsageError(`${this.#what}: in the GeoJSON, ${path === '' ? 'the document' : path} is ${short}; expected ${expected}`)
  }

  object(value: unknown, path: string): Members {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Members
    return this.fail(path, value, 'an object with a type')
  }

  feature(value: unknown, path: string): GeoFeature {
    const members = this.object(value, path)
    if (members.type !== 'Feature') this.fail(joined(path, 'type'), members.type, '"Feature"')
    const { geometry, properties = null, id = null } = members
    if (properties !== null && (typeof properties !== 'object' || Array.isArray(properties)))
      this.fail(joined(path, 'properties'), properties, 'an object or null')
    const shapes = geometry === null ? [] : this.geometry(geometry, joined(path, 'geometry'))
    const name = typeof id === 'string' || typeof id === 'number' ? id : null
    return { id: name, properties: properties as GeoFeature['properties'], shapes }
  }

  geometry(value: unknown, path: string): Shape[] {
    const members = this.object(value, path)
    const { type, coordinates, geometries } = members
    const at = joined(path, 'coordinates')
    const many = (each: (item: unknown, place: string) => Shape): Shape[] => this.#list(coordinates, at, 'a list', each)
    switch (type) {
      case 'Point':
        return [this.#point(coordinates, at)]
      case 'MultiPoint':
        return many((item, place) => this.#point(item, place))
      case 'LineString':
        return [this.#line(coordinates, at)]
      case 'MultiLineString':
        return many((item, place) => this.#line(item, place))
      case 'Polygon':
        return [this.#polygon(coordinates, at)]
      case 'MultiPolygon':
        return many((item, place) => this.#polygon(item, place))
      case 'GeometryCollection':
        return this.#list(geometries, joined(path, 'geometries'), 'a list of geometries', (item, place) =>
          this.geometry(item, place),
        ).flat()
      default:
        return this.fail(joined(path, 'type'), type, `one of ${geometryTypes.join(', ')}, Feature, FeatureCollection`)
    }
  }

  #list<T>(value: unknown, path: string, expected: string, each: (item: unknown, place: string) => T): T[] {
    if (!Array.isArray(value)) return this.fail(path, value, expected)
    return value.map((item: unknown, at) => each(item, `${path}[${at}]`))
  }

  #point(value: unknown, path: string): Shape {
    return { type: 'point', rings: [this.#positions([value], () => path)] }
  }

  #line(value: unknown, path: string): Shape {
    return { type: 'line', rings: [this.#run(value, path, 2)] }
  }

  #polygon(value: unknown, path: string): Shape {
    const rings = this.#list(value, path, 'a list of rings', (ring, place) => this.#ring(ring, place))
    return { type: 'polygon', rings }
  }

  #ring(value: unknown, path: string): number[] {
    if (Array.isArray(value) && value.length === 3) this.fail(path, value, 'a ring of at least 4 positions, which ends where it starts')
    const ring = this.#run(value, path, 4)
    const last = ring.length - 2
    if (ring[0] === ring[last] && ring[1] === ring[last + 1]) return ring
    const ends = `[${ring[0]}, ${ring[1]}] at its start and [${ring[last]}, ${ring[last + 1]}] at its end`
    throw new UsageError(
      `${this.#what}: in the GeoJSON, ${path} is not closed, ${ends}: close the ring, by its first position once more at its end`,
    )
  }

  #run(value: unknown, path: string, least: number): number[] {
    if (!Array.isArray(value) || value.length < least) return this.fail(path, value, `a list of at least ${least} positions`)
    return this.#positions(value, (at) => `${path}[${at}]`)
  }

  #positions(values: readonly unknown[], placeOf: (at: number) => string): number[] {
    const flat: number[] = []
    for (let at = 0; at < values.length; at++) {
      const position = values[at] as readonly unknown[]
      const [x, y] = Array.isArray(position) ? position : []
      if (!Number.isFinite(x) || !Number.isFinite(y)) this.fail(placeOf(at), position, 'a position: [x, y] in finite numbers')
      flat.push(x as number, y as number)
    }
    return flat
  }
}

function joined(path: string, member: string): string {
  return path === '' ? member : `${path}.${member}`
}

/** The first shape type in a document that is not among those allowed; null where there is none. */
export function otherType(document: GeoDocument, allowed: readonly ShapeType[]): ShapeType | null {
  for (const { shapes } of document.features) for (const { type } of shapes) if (!allowed.includes(type)) return type
  return null
}
