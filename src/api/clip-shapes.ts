import { GridError, UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { touchedWindow } from '../geo/geobox.js'
import type { GeoJson } from '../geo/geojson.js'
import { burnScratchBytes, burnShapes } from '../geo/rasterize.js'
import { columnsTouched, type ShapeIndex } from '../geo/rasterize-index.js'
import type { LazyNode } from '../graph/graph.js'
import { indexOn } from '../ops/clip.js'
import { applyOp } from './apply.js'
import { knownOptions } from './data-array-options.js'
import type { BoundsLike, CrsLike } from './data-array-types.js'
import { padded } from './labels-move.js'
import { iselParams } from './select.js'
import { askedBounds, gridOf } from './select-clip.js'
import { allShapes, type ShapesCrs, shapesArgument, shapesMiss } from './shapes-argument.js'

/** Options of `clip`. */
export interface ClipOptions extends ShapesCrs {
  /** Keep every pixel that the shapes touch, instead of those whose centres lie inside. Default false. */
  readonly allTouched?: boolean
  /** Keep what lies outside instead. Default false. */
  readonly invert?: boolean
  /** Leave out the rows and columns at the sides in which no pixel is kept. Default true; with `invert` the extent stays. */
  readonly drop?: boolean
}

/** A node clipped by GeoJSON. Throws `E_USAGE`, `E_CRS`, `E_GRID`. */
export function clippedByShapes(node: LazyNode, geojson: GeoJson | string, given: ClipOptions | undefined): LazyNode {
  const { allTouched = false, invert = false, drop = !invert, crs } = knownOptions('clip', given, ['allTouched', 'invert', 'drop', 'crs'])
  const box = gridOf('clip', node.spec)
  if (drop && invert) throw new UsageError('clip: with invert the pixels that are kept lie all around: leave drop out')
  const read = shapesArgument('clip', geojson, crs, box, node.spec.attrs)
  const shapes = allShapes('clip', read.features)
  const made = applyOp('clip', { shapes, crs: read.crs, allTouched, invert } as unknown as Json, [node])
  if (invert) return made
  const params = made.params as unknown as Parameters<typeof indexOn>[0]
  const index = indexOn(params, box, allTouched)
  if (columnsTouched(index, 0, box.height) === null) throw shapesMiss('clip', shapes, read.crs, box)
  if (!drop) return made
  const hull = burnedHull(index, allTouched)
  if (hull === null) {
    throw new GridError('clip: no pixel has its centre in the shapes, which are smaller than pixels: give allTouched: true, or drop: false')
  }
  const [y0, x0, y1, x1] = hull
  return applyOp('isel', iselParams({ y: { start: y0, stop: y1, step: 1 }, x: { start: x0, stop: x1, step: 1 } }), [made])
}

/** Rows that are looked at together. */
const stepRows = 64

/** First row and column, and one past the last row and column. */
type Hull = readonly [top: number, left: number, bottom: number, right: number]

/** The rows and columns that shapes burn. In the rows between the first and the last, only what lies beyond the columns known is looked at. */
function burnedHull(index: ShapeIndex, allTouched: boolean): Hull | null {
  const { height } = index.placed
  const burnedFrom = (row: number, low: number, high: number): Hull | null => {
    const rows = Math.min(stepRows, height - row)
    const [from, to] = columnsTouched(index, row, row + rows) ?? [0, 0]
    const [column, end] = [Math.max(from, low), Math.min(to, high)]
    return column < end ? burnedIn(index, allTouched, { row, rows, column, columns: end - column }) : null
  }
  const everywhere = [0, Number.POSITIVE_INFINITY] as const
  const steps = Array.from({ length: Math.ceil(height / stepRows) }, (_, at) => at * stepRows)
  const first = steps.findIndex((row) => burnedFrom(row, ...everywhere) !== null)
  if (first < 0) return null
  const last = steps.findLastIndex((row) => burnedFrom(row, ...everywhere) !== null)
  const [top] = burnedFrom(steps[first] as number, ...everywhere) as Hull
  const [, , bottom] = burnedFrom(steps[last] as number, ...everywhere) as Hull
  let [left, right] = [Number.POSITIVE_INFINITY, 0]
  for (const row of steps.slice(first, last + 1)) {
    left = Math.min(left, burnedFrom(row, 0, left)?.[1] ?? left)
    right = Math.max(right, burnedFrom(row, Math.max(right, 0), Number.POSITIVE_INFINITY)?.[3] ?? right)
  }
  return [top, left, bottom, right]
}

function burnedIn(
  index: ShapeIndex,
  allTouched: boolean,
  window: { row: number; rows: number; column: number; columns: number },
): Hull | null {
  const { row, rows, column, columns } = window
  const pixels = new Uint8Array(rows * columns)
  burnShapes(index, { pixels, ...window }, { allTouched, numbered: false }, new Uint8Array(burnScratchBytes(rows, columns)))
  let [top, left, bottom, right] = [rows, columns, 0, 0]
  for (let y = 0; y < rows; y++) {
    const line = pixels.subarray(y * columns, (y + 1) * columns)
    const first = line.indexOf(1)
    if (first < 0) continue
    top = Math.min(top, y)
    bottom = y + 1
    left = Math.min(left, first)
    right = Math.max(right, line.lastIndexOf(1) + 1)
  }
  return bottom === 0 ? null : [row + top, column + left, row + bottom, column + right]
}

/** A node that reaches as far as a rectangle too, on its own lattice: pixels beyond the array are invalid. Throws `E_GRID`, `E_USAGE`. */
export function paddedToBox(node: LazyNode, bounds: BoundsLike, crs: CrsLike | undefined): LazyNode {
  const box = gridOf('padBox', node.spec)
  const { start, stop } = touchedWindow(box, askedBounds(node.spec, bounds, crs, 'padBox'))
  const beyond = (at: number, extent: number): [number, number] => [
    Math.max(0, -(start[at] as number)),
    Math.max(0, (stop[at] as number) - extent),
  ]
  return padded(node, { y: beyond(0, box.height), x: beyond(1, box.width) })
}
