import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import { type Crs, checkedCrs } from '../../geo/crs.js'
import { gcpsAttribute } from '../../geo/gcp.js'
import type { GeoBox } from '../../geo/geobox.js'

/** Control points of an array in its own pixels. */
export interface OwnGcps {
  readonly crs: Crs
  readonly points: readonly { readonly column: number; readonly row: number; readonly x: number; readonly y: number }[]
}

/**
 * The control points that place an array which has no other georeference. They count in pixels of the image as opened, from which a crop
 * has moved the grid by whole pixels; null where pixels have another size since, and where there are none.
 */
export function ownGcps({ affine: { a, b, c, d, e, f }, crs }: GeoBox, attrs: JsonObject): OwnGcps | null {
  const gcps = attrs[gcpsAttribute]
  if (crs !== null || a !== 1 || b !== 0 || d !== 0 || e !== 1 || !isJsonObject(gcps) || !Array.isArray(gcps.points)) return null
  const points = gcps.points.flatMap((point: Json) => {
    const { column, row, x, y } = isJsonObject(point) ? point : {}
    return [column, row, x, y].every(Number.isFinite)
      ? [{ column: Number(column) - c, row: Number(row) - f, x: Number(x), y: Number(y) }]
      : []
  })
  return points.length === 0 ? null : { crs: checkedCrs(gcps.crs), points }
}
