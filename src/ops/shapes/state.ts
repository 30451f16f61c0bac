import type { GeoBox } from '../../geo/geobox.js'
import { indexBytes, indexShapes, type ShapeIndex } from '../../geo/rasterize-index.js'
import { numbersIn, type Shape } from '../../geo/shapes.js'
import { placeShapes } from '../../geo/shapes-place.js'
import type { ShapesParams } from './params.js'

/** Indexes of one list of shapes that are kept: on a few grids. */
const mostKept = 4

const kept = new WeakMap<readonly Shape[], Map<string, ShapeIndex>>()

/** Shapes on a grid, sorted for burning. Made once per thread for as long as the list of shapes lives. Throws `E_CRS`. */
export function indexOn({ shapes, crs }: ShapesParams, box: GeoBox, allTouched: boolean): ShapeIndex {
  const { width, height, affine } = box
  const key = JSON.stringify([crs, { width, height, affine, crs: box.crs }, allTouched])
  const known = kept.get(shapes) ?? new Map<string, ShapeIndex>()
  kept.set(shapes, known)
  const found = known.get(key)
  if (found !== undefined) return found
  const made = indexShapes(placeShapes(shapes, crs, box), allTouched)
  const [oldest] = known.keys()
  if (known.size >= mostKept && oldest !== undefined) known.delete(oldest)
  known.set(key, made)
  return made
}

/**
 * Bytes that a coordinate takes beside the index, while it is moved, hashed, sent to threads and written into recipes. Measured on the command line with a million
 * vertices, the text that they were read from included: 130 on the calling thread, 79 for each of two workers; a number in a list that came from another thread alone takes 24.
 */
const numberBytes = 136

/** What shapes and their index take in a thread. */
export function shapesBytes(params: ShapesParams, box: GeoBox, allTouched: boolean): number {
  return numbersIn(params.shapes) * numberBytes + indexBytes(indexOn(params, box, allTouched)) + 4096
}
