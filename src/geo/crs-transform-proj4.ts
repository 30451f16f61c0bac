import { createRequire } from 'node:module'
import type Proj4 from 'proj4'
import { CrsError } from '../base/errors.js'
import { numberOf, type ProjDefinition } from './crs-proj-string.js'
import { wrappedLongitude } from './crs-transform-latitude.js'
import type { PointLoop, Projection } from './crs-transform-loop.js'

interface Point {
  x: number
  y: number
  z: number
}

/** What a projection of proj4 is at run time; its methods answer null, a number or throw where there is no image. */
interface Proj4Object {
  forward(point: Point): unknown
  inverse(point: Point): unknown
}

const radian = Math.PI / 180

// Loading takes 40 ms that most runs need not spend: the common projections are computed here.
const load = createRequire(import.meta.url)

// Projections of proj4 whose results agree with PROJ's. The rest is computed here, or left out: tpers gives points behind the horizon an image.
const supported: ReadonlySet<string> = new Set(['aeqd', 'bonne', 'krovak', 'nzmg', 'ob_tran', 'omerc', 'stere', 'sterea'])

/** Names of the projections that {@link proj4Projection} has. */
export const proj4Names: readonly string[] = [...supported]

// Parameters that PROJ takes as 0 but proj4 wants written, and the ones of projections whose origin is their own.
const plainDefaults: Readonly<Record<string, string>> = { lat_0: '0', x_0: '0', y_0: '0' }
const ownDefaults: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  krovak: {},
  ob_tran: {},
  omerc: { x_0: '0', y_0: '0' },
  nzmg: { lat_0: '-41', lon_0: '173', x_0: '2510000', y_0: '6023150' },
}

/** A projection as proj4 computes it, in metres; null for one that it does not have. Throws `E_CRS` where proj4 rejects the parameters. */
export function proj4Projection(definition: ProjDefinition): Projection | null {
  if (!supported.has(definition.projection)) return null
  const object = create(definition)
  // A rotated pole has degrees: radians here.
  const tolerance = definition.metresPerUnit === 0 ? roundTripMetres / definition.a : roundTripMetres
  const lon0 =
    ownDefaults[definition.projection] === undefined ? (numberOf(definition.parameters, 'lon_0', definition.text) ?? 0) * radian : 0
  return {
    forward: loop((point) => {
      if (lon0 !== 0) point.x = wrappedLongitude(point.x - lon0)
      return object.forward(point)
    }),
    inverse: loop((point) => inverseOf(object, point, lon0, tolerance)),
  }
}

// Metres by which the image of an inverse may miss the point that it is the inverse of. Beyond, it is no inverse but a number.
const roundTripMetres = 1

// Some inverses of proj4 take one pole for the other, and some answer for points outside the map: every answer is checked by going back.
function inverseOf(object: Proj4Object, point: Point, lon0: number, tolerance: number): unknown {
  const { x, y } = point
  const image = object.inverse(point) as Point | null
  if (typeof image !== 'object' || image === null) return null
  if (!leadsBack(object, image, x, y, tolerance)) {
    image.y = -image.y
    if (Math.abs(image.y) < Math.PI / 2 - 1e-6 || !leadsBack(object, image, x, y, tolerance)) return null
  }
  if (lon0 !== 0) image.x = wrappedLongitude(image.x + lon0)
  return image
}

function leadsBack(object: Proj4Object, { x, y }: Point, u: number, v: number, tolerance: number): boolean {
  const back = object.forward({ x, y, z: 0 }) as Point | null
  return typeof back === 'object' && back !== null && Math.abs(back.x - u) + Math.abs(back.y - v) < tolerance
}

function create(definition: ProjDefinition): Proj4Object {
  const proj4 = load('proj4') as typeof Proj4
  try {
    return new proj4.Proj(proj4Text(definition)) as unknown as Proj4Object
  } catch (cause) {
    throw new CrsError(`"${definition.text}" cannot be computed: ${cause instanceof Error ? cause.message : String(cause)}`, {}, { cause })
  }
}

function proj4Text(definition: ProjDefinition): string {
  const { a, flattening, projection } = definition
  const defaults = ownDefaults[projection]
  const words = new Map<string, string>([['proj', projection], ...definition.parameters])
  // Longitudes are handed over relative to the central meridian: aeqd of proj4 takes longitude 0 for it.
  if (defaults === undefined) words.set('lon_0', '0')
  for (const [key, value] of Object.entries(defaults ?? plainDefaults)) if (!words.has(key)) words.set(key, value)
  // The radii are written out: proj4 takes an ellipsoid that it does not know for WGS 84.
  words
    .set('a', String(a))
    .set('b', String(a * (1 - flattening)))
    .set('rf', String(flattening === 0 ? 0 : 1 / flattening))
  return [...words].map(([key, value]) => (value === '' ? `+${key}` : `+${key}=${value}`)).join(' ')
}

function loop(step: (point: Point) => unknown): PointLoop {
  const point = { x: 0, y: 0, z: 0 }
  return (xs, ys, count) => {
    for (let i = 0; i < count; i++) {
      point.x = xs[i] as number
      point.y = ys[i] as number
      point.z = 0
      const image = imageOf(step, point)
      xs[i] = image === null ? Number.NaN : image.x
      ys[i] = image === null ? Number.NaN : image.y
    }
  }
}

function imageOf(step: (point: Point) => unknown, point: Point): Point | null {
  // Some projections of proj4 throw, and some print, for a point that is NaN.
  if (!(point.x - point.x + (point.y - point.y) === 0)) return null
  try {
    const image = step(point)
    return typeof image === 'object' && image !== null ? (image as Point) : null
  } catch {
    return null
  }
}
