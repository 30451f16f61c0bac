import type { Affine } from './affine.js'
import { type GeoBox, geobox } from './geobox.js'

// Adding 7 pixels to an origin and taking them off again need not give the same float64. So a grid that was cut out of another remembers
// the grid that it was cut out of, and by how many whole pixels: each origin is computed once, from the first grid.

/** How a grid lies on the one it was cut from: its corner in that grid's pixels (a multiple of one half), and pixels to a step. */
interface Place {
  readonly affine: Affine
  readonly column: number
  readonly row: number
  readonly stepX: number
  readonly stepY: number
}

// Kept beside the values, which stay plain data. A copy of a grid (JSON, another thread) is a first grid.
const places = new WeakMap<GeoBox, Place>()

/** What is taken of a grid: a corner in its pixels (multiples of one half, also outside of it), pixels to a step (negative flips), and how many. */
export interface Cut {
  readonly column: number
  readonly row: number
  readonly stepX: number
  readonly stepY: number
  readonly width: number
  readonly height: number
}

/**
 * The grid of a cut. Its origin is a function of the first grid and of whole numbers alone: cuts that lead to the same pixels, by whatever
 * way, have the same bits. Throws `E_GRID` for extents that are no whole numbers.
 */
export function cutOf(box: GeoBox, cut: Cut): GeoBox {
  const from = placeOf(box)
  return placed(
    {
      affine: from.affine,
      column: from.column + cut.column * from.stepX,
      row: from.row + cut.row * from.stepY,
      stepX: from.stepX * cut.stepX,
      stepY: from.stepY * cut.stepY,
    },
    cut.width,
    cut.height,
    box.crs,
  )
}

/** The grid of the same pixels in another number: the first corner and the lattice stay. */
export function extentOf(box: GeoBox, width: number, height: number): GeoBox {
  return cutOf(box, { column: 0, row: 0, stepX: 1, stepY: 1, width, height })
}

/** Whether a value is a grid that was cut here: it needs no other check, and a copy of it would forget. */
export function isCut(value: object): boolean {
  return places.has(value as GeoBox)
}

/** The same numbers as a first grid, which remembers nothing: for grids that are to be the same whether they came as JSON or not. */
export function firstGrid({ width, height, affine, crs }: GeoBox): GeoBox {
  return { width, height, affine, crs }
}

function placeOf(box: GeoBox): Place {
  return places.get(box) ?? { affine: box.affine, column: 0, row: 0, stepX: 1, stepY: 1 }
}

function placed(place: Place, width: number, height: number, crs: GeoBox['crs']): GeoBox {
  const { a, b, c, d, e, f } = place.affine
  const { column, row, stepX, stepY } = place
  // Adding 0 turns the -0 of a flipped grid into 0.
  const affine = {
    a: a * stepX + 0,
    b: b * stepY + 0,
    c: c + a * column + b * row,
    d: d * stepX + 0,
    e: e * stepY + 0,
    f: f + d * column + e * row,
  }
  const box = geobox(width, height, affine, crs)
  places.set(box, place)
  return box
}
