import type { Window } from '../array/window.js'
import { GridError } from '../base/errors.js'
import { apply, invert } from './affine.js'
import { crsTransform } from './crs-transform.js'
import { type Bounds, type GeoBox, labelOf } from './geobox.js'
import { outlineOf } from './geobox-boundary.js'
import { cutOf } from './geobox-lattice.js'
import { alignmentOf, describeMisfit } from './grid-alignment.js'
import { shareCrs } from './pixel-map.js'

/** Most that two grids may lie off a common lattice, over the whole extent of either, to count as one: in pixels. */
const sameLatticePx = 1e-6

/** The box of another's size and nearly its place whose pixels are pixels of `lattice`: `box` moves by at most half a pixel. Throws `E_GRID` where pixels are not of one size. */
export function snapTo(box: GeoBox, lattice: GeoBox): GeoBox {
  const { column, row } = offsetOf(box, lattice, 0.5 + sameLatticePx, 'snapTo')
  return cutOf(lattice, { column: Math.round(column), row: Math.round(row), stepX: 1, stepY: 1, width: box.width, height: box.height })
}

/**
 * The smallest box on the lattice of `box` that holds a region: a rectangle or a grid, which may be in another CRS. A touch of less than
 * 1e-6 px does not count. Throws `E_CRS` where the region has no image.
 */
export function enclosing(box: GeoBox, region: GeoBox | Bounds, crs: GeoBox['crs'] = box.crs): GeoBox {
  const source = 'affine' in region ? region : boxOf(region, crs)
  const { xs, ys } = outlineOf(source, 21)
  if (!shareCrs(box, source) && source.crs !== null && box.crs !== null) crsTransform(source.crs, box.crs)(xs, ys, xs.length)
  const inverse = invert(box.affine)
  let [left, bottom, right, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < xs.length; i++) {
    const { x, y } = apply(inverse, xs[i] as number, ys[i] as number)
    if (Number.isNaN(x)) continue
    left = Math.min(left, x)
    bottom = Math.min(bottom, y)
    right = Math.max(right, x)
    top = Math.max(top, y)
  }
  if (left > right) throw new GridError(`the region has no image in ${labelOf(box.crs)}: is it in that CRS's domain?`)
  const [column, row] = [Math.floor(left + sameLatticePx), Math.floor(bottom + sameLatticePx)]
  const width = Math.max(1, Math.ceil(right - sameLatticePx) - column)
  const height = Math.max(1, Math.ceil(top - sameLatticePx) - row)
  return cutOf(box, { column, row, stepX: 1, stepY: 1, width, height })
}

function boxOf({ left, bottom, right, top }: Bounds, crs: GeoBox['crs']): GeoBox {
  if (!(right > left) || !(top > bottom)) throw new GridError(`bounds [${left}, ${bottom}, ${right}, ${top}] are empty`)
  return { width: 1, height: 1, affine: { a: right - left, b: 0, c: left, d: 0, e: bottom - top, f: top }, crs }
}

/** The smallest box that holds both: `a | b`. They must be parts of one lattice; throws `E_GRID` otherwise, saying how far off they are. */
export function unionOf(a: GeoBox, b: GeoBox): GeoBox {
  const { column, row } = wholeOffset(b, a, 'union')
  const [x0, y0] = [Math.min(0, column), Math.min(0, row)]
  const [x1, y1] = [Math.max(a.width, column + b.width), Math.max(a.height, row + b.height)]
  return cutOf(a, { column: x0, row: y0, stepX: 1, stepY: 1, width: x1 - x0, height: y1 - y0 })
}

/** The box of the pixels that both have: `a & b`; of width and height 0 where there are none. Throws like {@link unionOf}. */
export function intersectionOf(a: GeoBox, b: GeoBox): GeoBox {
  const { start, stop } = overlapRoi(a, b)
  const [row, column] = start as [number, number]
  const [bottom, right] = stop as [number, number]
  return cutOf(a, { column, row, stepX: 1, stepY: 1, width: right - column, height: bottom - row })
}

/** The window (y, x) of `a` that `b` covers; empty where they do not meet. Throws like {@link unionOf}. */
export function overlapRoi(a: GeoBox, b: GeoBox): Window {
  const { column, row } = wholeOffset(b, a, 'overlapRoi')
  const [x0, y0] = [Math.max(0, column), Math.max(0, row)]
  const [x1, y1] = [Math.min(a.width, column + b.width), Math.min(a.height, row + b.height)]
  if (x1 <= x0 || y1 <= y0) return { start: [0, 0], stop: [0, 0] }
  return { start: [y0, x0], stop: [y1, x1] }
}

function wholeOffset(box: GeoBox, lattice: GeoBox, what: string): { column: number; row: number } {
  const { column, row } = offsetOf(box, lattice, sameLatticePx, what)
  return { column: Math.round(column), row: Math.round(row) }
}

/** Where `box` begins in pixels of `lattice`. Throws `E_GRID` where that is further from whole pixels than allowed. */
function offsetOf(box: GeoBox, lattice: GeoBox, mostPx: number, what: string): { column: number; row: number } {
  const alignment = alignmentOf(lattice, box)
  if (alignment.kind === 'same') return { column: 0, row: 0 }
  if (alignment.kind === 'offset' && alignment.misfitPx <= mostPx) return alignment
  throw new GridError(`${what}: the grids are not parts of one: ${describeMisfit(lattice, box, alignment)}`)
}
