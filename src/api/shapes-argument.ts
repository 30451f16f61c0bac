import { CrsError, GridError, UsageError } from '../base/errors.js'
import type { Crs } from '../geo/crs.js'
import { parseCrs } from '../geo/crs-parse.js'
import { type Bounds, boundsOf, formatBounds, type GeoBox, labelOf } from '../geo/geobox.js'
import { boundsImage } from '../geo/geobox-bounds.js'
import { type GeoFeature, type GeoJson, readGeoJson } from '../geo/geojson.js'
import { type Shape, shapesBounds } from '../geo/shapes.js'
import type { ArraySpec } from '../graph/spec.js'
import type { CrsLike } from './data-array-types.js'
import { crsArgument } from './geo-arguments.js'

/** The CRS of shapes that users give. */
export interface ShapesCrs {
  /** The CRS of the GeoJSON's coordinates. Default: longitude and latitude (CRS84), as the standard has it; null: the array's own, also where that is not known. */
  readonly crs?: CrsLike | null
}

/** GeoJSON as it was read: its features, and the CRS of their coordinates (null: the grid's own). */
export interface ReadShapes {
  readonly features: readonly GeoFeature[]
  readonly crs: Crs | null
}

/**
 * Reads GeoJSON (an object or its text) that is to be laid on an array's grid. Throws `E_USAGE` naming the place in the document, `E_CRS` where the array's CRS is not known, and
 * where coordinates that should be degrees are none.
 */
export function shapesArgument(
  what: string,
  geojson: GeoJson | string,
  given: CrsLike | null | undefined,
  box: GeoBox,
  attrs: ArraySpec['attrs'] = {},
): ReadShapes {
  const { features, crsName } = readGeoJson(what, geojson)
  if (given === null) return { features, crs: null }
  const isDefault = given === undefined && crsName === null
  const crs = isDefault ? parseCrs('OGC:CRS84') : crsArgument(given ?? (crsName as string))
  if (box.crs === null) {
    const why = typeof attrs.crs_problem === 'string' ? ` (${attrs.crs_problem})` : ''
    throw new CrsError(
      `${what}: the array's CRS is not known${why}: give it when opening, or crs: null here where the shapes are in the array's own coordinates`,
    )
  }
  if (crs.kind === 'geographic') mustBeDegrees(what, features, isDefault, crs, box)
  return { features, crs }
}

function mustBeDegrees(what: string, features: readonly GeoFeature[], isDefault: boolean, crs: Crs, box: GeoBox): void {
  const bounds = shapesBounds(features.flatMap(({ shapes }) => shapes))
  const most = isDefault ? 180 : 540
  if (!(bounds.left <= bounds.right) || (bounds.left >= -most && bounds.right <= most && bounds.bottom >= -90 && bounds.top <= 90)) return
  const said = isDefault
    ? 'GeoJSON that does not say otherwise is in longitude and latitude (CRS84)'
    : `they are said to be in ${labelOf(crs)}`
  throw new CrsError(
    `${what}: the shapes' coordinates, ${formatBounds(bounds)}, are no degrees; ${said}. ` +
      `The array, in ${labelOf(box.crs)}, covers ${formatBounds(boundsOf(box))}: give the shapes' CRS, as crs: '${codeOf(box.crs)}'`,
  )
}

function codeOf(crs: Crs | null): string {
  return crs?.epsg === null || crs === null ? 'EPSG:...' : `EPSG:${crs.epsg}`
}

/** The error for shapes that lie beside a grid, naming both. */
export function shapesMiss(what: string, shapes: readonly Shape[], crs: Crs | null, box: GeoBox): GridError {
  const bounds: Bounds = shapesBounds(shapes)
  if (!(bounds.left <= bounds.right)) return new GridError(`${what}: the GeoJSON has no shapes: none of its features has coordinates`)
  const where = `cover ${formatBounds(bounds)} in ${labelOf(crs ?? box.crs)}`
  return new GridError(
    `${what}: the shapes ${where}, the array covers ${formatBounds(boundsOf(box))} in ${labelOf(box.crs)}: they do not meet. ${remedyOf(bounds, crs, box)}`,
  )
}

/** What may be wrong with shapes that lie beside an array: latitudes that come first, or another CRS. */
function remedyOf(bounds: Bounds, crs: Crs | null, box: GeoBox): string {
  const asked = 'Is crs the CRS of the shapes?'
  if (crs?.kind !== 'geographic' || box.crs === null) return asked
  const turned = { left: bounds.bottom, right: bounds.top, bottom: bounds.left, top: bounds.right }
  const place = boundsImage(boundsOf(box), box.crs, crs)
  if (place === null) return asked
  const meets = turned.left <= place.right && turned.right >= place.left && turned.bottom <= place.top && turned.top >= place.bottom
  return meets ? 'They would if their coordinates were turned round: in GeoJSON longitude comes before latitude' : asked
}

/** All shapes of features. Throws `E_USAGE` for a document without any. */
export function allShapes(what: string, features: readonly GeoFeature[]): readonly Shape[] {
  const shapes = features.flatMap((feature) => feature.shapes)
  if (shapes.length > 0) return shapes
  throw new UsageError(`${what}: the GeoJSON has no geometry: ${features.length} features, all of them empty`)
}
