import { GridError, UsageError } from '../../base/errors.js'
import type { GeoBox } from '../../geo/geobox.js'
import { cutOf, firstGrid } from '../../geo/geobox-lattice.js'
import { alignmentOf, describeMisfit, sameGridPx } from '../../geo/grid-alignment.js'
import type { ArraySpec } from '../../graph/spec.js'
import type { MosaicParams } from './params.js'

/** Where the inputs of a mosaic lie in its pixels. */
export interface Places {
  readonly geobox: GeoBox
  /** x0, y0, x1, y1 of each input, one after another. */
  readonly rectangles: Float64Array
}

/**
 * Places inputs on the grid of a mosaic. All must have pixels of that grid: its CRS, whole pixels apart (to a thousandth of a pixel).
 * Throws `E_GRID` saying which input does not, counted from 0, and how.
 */
export function placesOf(inputs: readonly ArraySpec[], { geobox }: MosaicParams): Places {
  const grids = inputs.map(gridOf)
  const [first] = grids
  if (first === undefined) throw new UsageError('mosaic: no arrays given; give at least one')
  const lattice = firstGrid(geobox ?? first)
  const rectangles = new Float64Array(grids.length * 4)
  grids.forEach((grid, input) => {
    const { column, row } = offsetOf(lattice, grid, input, geobox === null)
    rectangles.set([column, row, column + grid.width, row + grid.height], input * 4)
  })
  return geobox === null ? union(lattice, rectangles) : { geobox: lattice, rectangles }
}

function gridOf({ geobox, dims }: ArraySpec, input: number): GeoBox {
  if (geobox === null) throw new GridError(`mosaic: array ${input} has no grid (dims ${dims.join(', ')}): it needs y and x and an affine`)
  if (dims.at(-2) === 'y' && dims.at(-1) === 'x') return geobox
  throw new GridError(`mosaic: array ${input} has dims ${dims.join(', ')}: y and x must come last`)
}

function offsetOf(lattice: GeoBox, grid: GeoBox, input: number, isFirst: boolean): { column: number; row: number } {
  const alignment = alignmentOf(lattice, grid)
  if (alignment.kind === 'same') return { column: 0, row: 0 }
  if (alignment.kind === 'offset' && alignment.misfitPx < sameGridPx) {
    return { column: Math.round(alignment.column) + 0, row: Math.round(alignment.row) + 0 }
  }
  const other = isFirst ? 'array 0' : 'the grid of the mosaic'
  throw new GridError(
    `mosaic: array ${input} has no pixels of ${other}: ${describeMisfit(lattice, grid, alignment)}. Bring it there with reproject, as mosaic(arrays, { crs, resolution }) does`,
  )
}

function union(lattice: GeoBox, rectangles: Float64Array): Places {
  let [x0, y0, x1, y1] = [0, 0, 0, 0]
  for (let at = 0; at < rectangles.length; at += 4) {
    x0 = Math.min(x0, rectangles[at] as number)
    y0 = Math.min(y0, rectangles[at + 1] as number)
    x1 = Math.max(x1, rectangles[at + 2] as number)
    y1 = Math.max(y1, rectangles[at + 3] as number)
  }
  const geobox = cutOf(lattice, { column: x0, row: y0, stepX: 1, stepY: 1, width: x1 - x0, height: y1 - y0 })
  return { geobox, rectangles: rectangles.map((edge, at) => edge - (at % 2 === 0 ? x0 : y0)) }
}
