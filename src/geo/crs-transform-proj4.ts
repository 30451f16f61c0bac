import { createRequire } from 'node:module'
import type Proj4 from 'proj4'
import { CrsError } from '../base/errors.js'
import type { ProjDefinition } from './crs-proj-string.js'
import type { PointLoop, Projection } from './crs-transform-loop.js'

/** What a projection of proj4 is at run time; its methods answer null, a number or throw where there is no image. */
interface Proj4Object {
  forward(point: { x: number; y: number; z: number }): unknown
  inverse(point: { x: number; y: number; z: number }): unknown
}

// Loading takes 40 ms that most runs need not spend: the common projections are computed here.
const load = createRequire(import.meta.url)

/** Projections of proj4 whose results agree with PROJ's, and the parameters that PROJ takes as 0 but proj4 wants written. */
const supported: ReadonlySet<string> = new Set(
  'aea aeqd bonne cass cea eck6 eqc eqdc eqearth etmerc geos gnom krovak laea lcc merc mill moll nzmg ob_tran omerc ortho poly qsc robin sinu somerc stere sterea tmerc tpers utm vandg'.split(
    ' ',
  ),
)
const ownDefaults: ReadonlySet<string> = new Set(['krovak', 'nzmg', 'ob_tran', 'utm', 'omerc'])

/** A projection as proj4 computes it, in metres; null for one that it does not have. Throws `E_CRS` where proj4 rejects the parameters. */
export function proj4Projection(definition: ProjDefinition): Projection | null {
  if (!supported.has(definition.projection)) return null
  const object = create(definition)
  return { forward: loop((point) => object.forward(point)), inverse: loop((point) => object.inverse(point)) }
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
  const words = new Map<string, string>([['proj', projection], ...definition.parameters])
  if (!ownDefaults.has(projection)) {
    for (const key of ['lat_0', 'lon_0', 'x_0', 'y_0']) if (!words.has(key)) words.set(key, '0')
  }
  // The radii are written out: proj4 takes an ellipsoid that it does not know for WGS 84.
  words.set('a', String(a))
  words.set('b', String(a * (1 - flattening)))
  words.set('rf', String(flattening === 0 ? 0 : 1 / flattening))
  return [...words].map(([key, value]) => (value === '' ? `+${key}` : `+${key}=${value}`)).join(' ')
}

function loop(step: (point: { x: number; y: number; z: number }) => unknown): PointLoop {
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

function imageOf(
  step: (point: { x: number; y: number; z: number }) => unknown,
  point: { x: number; y: number; z: number },
): { x: number; y: number } | null {
  // Some projections of proj4 throw, and some print, for a point that is NaN.
  if (!(point.x - point.x + (point.y - point.y) === 0)) return null
  try {
    const image = step(point)
    return typeof image === 'object' && image !== null ? (image as { x: number; y: number }) : null
  } catch {
    return null
  }
}
