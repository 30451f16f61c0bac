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

/**
 * Projections of proj4 whose results agree with PROJ's, and on which shapes. Left out, besides those that are computed here: gnom and tpers,
 * which give points behind the horizon an image.
 */
const supported: Readonly<Record<string, 'any' | 'sphere' | 'authalic'>> = {
  aea: 'any',
  aeqd: 'any',
  bonne: 'any',
  cass: 'any',
  cea: 'any',
  eck6: 'any',
  eqdc: 'any',
  eqearth: 'any',
  geos: 'any',
  krovak: 'any',
  laea: 'any',
  mill: 'authalic',
  moll: 'any',
  nzmg: 'any',
  ob_tran: 'any',
  omerc: 'any',
  ortho: 'sphere',
  poly: 'any',
  robin: 'any',
  sinu: 'any',
  somerc: 'any',
  stere: 'any',
  sterea: 'any',
  vandg: 'authalic',
}

// What proj4 and PROJ read alike. Anything else might change the coordinates in PROJ and be passed over by proj4.
const understood: ReadonlySet<string> = new Set(
  'lat_0 lon_0 lat_1 lat_2 lat_ts lon_1 lon_2 lonc alpha gamma k k_0 x_0 y_0 h sweep no_uoff no_off o_proj o_lat_p o_lon_p o_alpha o_lon_c o_lat_c'.split(
    ' ',
  ),
)

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
  const shape = supported[definition.projection]
  if (shape === undefined) return null
  const strange = [...definition.parameters.keys()].find((key) => !understood.has(key))
  if (strange !== undefined) throw new CrsError(`"${definition.text}": +${strange} is not supported`)
  if (shape === 'sphere' && definition.flattening !== 0) {
    throw new CrsError(`"${definition.text}": +proj=${definition.projection} is only supported on a sphere (+R=)`)
  }
  const object = create(definition, shape === 'authalic')
  const lon0 =
    ownDefaults[definition.projection] === undefined ? (numberOf(definition.parameters, 'lon_0', definition.text) ?? 0) * radian : 0
  return {
    forward: loop((point) => {
      if (lon0 !== 0) point.x = wrappedLongitude(point.x - lon0)
      return object.forward(point)
    }),
    inverse: loop((point) => inverseOf(object, point, lon0)),
  }
}

// Some inverses of proj4 take one pole for the other: a latitude that is a pole is checked by going back.
function inverseOf(object: Proj4Object, point: Point, lon0: number): unknown {
  const { x, y } = point
  const image = object.inverse(point) as Point | null
  if (typeof image !== 'object' || image === null) return null
  if (Math.abs(image.y) > Math.PI / 2 - 1e-6) {
    const back = object.forward({ x: image.x, y: image.y, z: 0 }) as Point | null
    if (back !== null && Math.abs(back.x - x) + Math.abs(back.y - y) > 1e5) image.y = -image.y
  }
  if (lon0 !== 0) image.x = wrappedLongitude(image.x + lon0)
  return image
}

function create(definition: ProjDefinition, isAuthalic: boolean): Proj4Object {
  const proj4 = load('proj4') as typeof Proj4
  try {
    return new proj4.Proj(proj4Text(definition, isAuthalic)) as unknown as Proj4Object
  } catch (cause) {
    throw new CrsError(`"${definition.text}" cannot be computed: ${cause instanceof Error ? cause.message : String(cause)}`, {}, { cause })
  }
}

function proj4Text(definition: ProjDefinition, isAuthalic: boolean): string {
  const { flattening, projection } = definition
  const defaults = ownDefaults[projection]
  const words = new Map<string, string>([['proj', projection], ...definition.parameters])
  // Longitudes are handed over relative to the central meridian: aeqd of proj4 takes longitude 0 for it.
  if (defaults === undefined) words.set('lon_0', '0')
  for (const [key, value] of Object.entries(defaults ?? plainDefaults)) if (!words.has(key)) words.set(key, value)
  const a = isAuthalic ? definition.a * authalicShare(flattening) : definition.a
  const f = isAuthalic ? 0 : flattening
  // The radii are written out: proj4 takes an ellipsoid that it does not know for WGS 84.
  words
    .set('a', String(a))
    .set('b', String(a * (1 - f)))
    .set('rf', String(f === 0 ? 0 : 1 / f))
  return [...words].map(([key, value]) => (value === '' ? `+${key}` : `+${key}=${value}`)).join(' ')
}

// The radius of the sphere of the same surface, over the semi-major axis (PROJ's +R_A).
function authalicShare(flattening: number): number {
  const es = flattening * (2 - flattening)
  return 1 - es * (1 / 6 + es * (17 / 360 + (es * 67) / 3024))
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
