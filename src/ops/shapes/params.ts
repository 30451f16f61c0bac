import { CrsError, GridError, UsageError } from '../../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import { type Crs, checkedCrs } from '../../geo/crs.js'
import type { GeoBox } from '../../geo/geobox.js'
import type { Shape } from '../../geo/shapes.js'
import type { ArraySpec } from '../../graph/spec.js'

/** Shapes as the params of an op have them, and the CRS of their coordinates; null for the array's own. */
export type ShapesParams = { readonly shapes: readonly Shape[]; readonly crs: (Crs & JsonObject) | null }

const types: readonly Json[] = ['polygon', 'line', 'point']

/** Reads shapes and their CRS. The list itself is kept, so that what is made of it is found again. Throws `E_USAGE`, `E_CRS`. */
export function parseShapes(op: string, { shapes, crs = null }: JsonObject): ShapesParams {
  if (!Array.isArray(shapes)) throw new UsageError(`${op}: shapes must be a list of { type, rings }`)
  for (const [at, shape] of shapes.entries()) checkShape(op, shape as Json, at)
  return { shapes: shapes as unknown as readonly Shape[], crs: crs === null ? null : parseShapesCrs(op, crs) }
}

function parseShapesCrs(op: string, crs: Json): Crs & JsonObject {
  if (isJsonObject(crs) && typeof crs.proj === 'string') return checkedCrs(crs) as Crs & JsonObject
  throw new CrsError(`${op}: ${JSON.stringify(crs)} is not a CRS`)
}

function checkShape(op: string, shape: Json, at: number): void {
  const known = isJsonObject(shape) && types.includes(shape.type ?? null) && Array.isArray(shape.rings) && Object.keys(shape).length === 2
  if (!known) throw new UsageError(`${op}: shape ${at} must have a type (${types.join(', ')}) and rings, and nothing else`)
  for (const ring of shape.rings as readonly Json[]) {
    if (Array.isArray(ring) && ring.length % 2 === 0 && ring.every((value) => typeof value === 'number' && Number.isFinite(value))) continue
    throw new UsageError(`${op}: a ring of shape ${at} is not a list of x, y, x, y, ... in finite numbers`)
  }
}

/** The grid that shapes are laid on. Throws `E_GRID` for an array without one. */
export function gridUnder(op: string, spec: Pick<ArraySpec, 'geobox' | 'dims'>): GeoBox {
  if (spec.geobox !== null) return spec.geobox
  throw new GridError(`${op}: the array [${spec.dims.join(', ')}] has no place on earth: it needs a geobox on its dims y and x`)
}

/** True or false, or the default where nothing is given. Throws `E_USAGE`. */
export function flag(op: string, key: string, value: Json | undefined, otherwise: boolean): boolean {
  if (value === undefined) return otherwise
  if (typeof value === 'boolean') return value
  throw new UsageError(`${op}: ${key} is ${JSON.stringify(value)}; give true or false`)
}
