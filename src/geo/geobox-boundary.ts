import { CrsError } from '../base/errors.js'
import { type Crs, formatCrs } from './crs.js'
import { crsTransform } from './crs-transform.js'
import { type GeoBox, labelOf } from './geobox.js'

/** A polygon as GeoJSON has it: one closed ring of (x, y), counter-clockwise for north-up grids. */
export interface Polygon {
  readonly type: 'Polygon'
  readonly coordinates: readonly (readonly (readonly [x: number, y: number])[])[]
}

/** Points along a geobox's edges, once around from its first corner: down the first column, along the last row, up, and back. The first point is not repeated. */
export function outlineOf({ width, height, affine }: GeoBox, pointsPerEdge: number): { xs: Float64Array; ys: Float64Array } {
  const steps = Math.max(1, Math.trunc(pointsPerEdge) - 1)
  const xs = new Float64Array(4 * steps)
  const ys = new Float64Array(4 * steps)
  const { a, b, c, d, e, f } = affine
  let at = 0
  const put = (column: number, row: number): void => {
    xs[at] = c + column * a + row * b
    ys[at++] = f + column * d + row * e
  }
  for (let i = 0; i < steps; i++) put(0, (height * i) / steps)
  for (let i = 0; i < steps; i++) put((width * i) / steps, height)
  for (let i = steps; i > 0; i--) put(width, (height * i) / steps)
  for (let i = steps; i > 0; i--) put((width * i) / steps, 0)
  return { xs, ys }
}

/**
 * The outline of a geobox as a polygon, in its CRS or another, with so many points on each edge (corners included). Points without an image in
 * the other CRS are left out. Throws `E_CRS` where fewer than three remain, or the geobox has no CRS.
 */
export function boundaryPolygon(box: GeoBox, pointsPerEdge = 2, crs: Crs | null = box.crs): Polygon {
  const { xs, ys } = outlineOf(box, pointsPerEdge)
  if (crs !== box.crs) {
    if (crs === null || box.crs === null)
      throw new CrsError(`a boundary in ${labelOf(crs)} of a grid in ${labelOf(box.crs)}: both must have a CRS`)
    crsTransform(box.crs, crs)(xs, ys, xs.length)
  }
  const ring = Array.from(xs, (x, i): [number, number] => [x, ys[i] as number]).filter(([x]) => !Number.isNaN(x))
  if (ring.length < 3) throw new CrsError(`the grid's outline has no image in ${formatCrs(crs as Crs)}`)
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as [number, number]]] }
}
