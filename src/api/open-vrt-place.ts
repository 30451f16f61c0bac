import type { Json, JsonObject } from '../base/json.js'
import type { VrtRect, VrtSource } from '../formats/vrt/description.js'
import { compose } from '../geo/affine.js'
import type { GeoBox } from '../geo/geobox.js'
import { cutOf } from '../geo/geobox-lattice.js'
import { alignmentOf, sameGridPx } from '../geo/grid-alignment.js'
import type { LazyNode } from '../graph/graph.js'
import { applyOp } from './apply.js'
import { iselParams } from './select.js'

/** Whole pixels along one axis: where they begin and end in the VRT, and where the first lies in the source. */
interface Span {
  readonly start: number
  readonly stop: number
  readonly from: number
}

/** Fractions of a pixel that GDAL forgives before it takes the pixel before. */
const slackPx = 1e-3

/**
 * A source's pixels on the grid of its VRT, cut to what it paints there; null where that is nothing. As in GDAL's RasterIO: the painted
 * rectangle is rounded to whole pixels; where it has as many pixels as the source's rectangle they are moved as they are, else resampled.
 */
export function placed(node: LazyNode, source: VrtSource, grid: GeoBox): LazyNode | null {
  const { width, height } = node.spec.geobox ?? { width: 0, height: 0 }
  const from = source.from ?? { x: 0, y: 0, width, height }
  const to = source.to ?? from
  const isWhole = Math.abs(from.width - to.width) < 0.5 && Math.abs(from.height - to.height) < 0.5
  return isWhole ? moved(node, { from, to }, grid) : resized(node, { from, to }, grid, source.resampling)
}

interface Rects {
  readonly from: VrtRect
  readonly to: VrtRect
}

function moved(node: LazyNode, { from, to }: Rects, grid: GeoBox): LazyNode | null {
  const own = node.spec.geobox as GeoBox
  const x = spanOf({ from: from.x, fromCount: from.width, to: to.x, toCount: to.width }, own.width, grid.width)
  const y = spanOf({ from: from.y, fromCount: from.height, to: to.y, toCount: to.height }, own.height, grid.height)
  if (x === null || y === null) return null
  const cut = cropped(node, x, y)
  return onGrid(cut, partOf(grid, x, y), grid, { column: x.start, row: y.start })
}

/** The pixels of one axis that are moved, within the source and the VRT; null for none. */
function spanOf(
  { from, fromCount, to, toCount }: { readonly from: number; readonly fromCount: number; readonly to: number; readonly toCount: number },
  sourceExtent: number,
  extent: number,
): Span | null {
  const [start, stop] = [Math.floor(to + 0.5), Math.floor(to + toCount + 0.5)]
  const first = Math.max(0, Math.floor(from + ((start - to) * fromCount) / toCount + slackPx))
  const skipped = Math.max(0, -start)
  const count = Math.min(stop - start, sourceExtent - first, extent - start)
  return count <= skipped ? null : { start: start + skipped, stop: start + count, from: first + skipped }
}

function cropped(node: LazyNode, x: Span, y: Span): LazyNode {
  const range = ({ start, stop, from }: Span): { start: number; stop: number; step: number } => ({
    start: from,
    stop: from + stop - start,
    step: 1,
  })
  return simplified('isel', iselParams({ y: range(y), x: range(x) }), node)
}

/** An op where it changes something: a node less for each of thousands of sources. */
function simplified(op: string, params: Json, node: LazyNode): LazyNode {
  const made = applyOp(op, params, [node])
  const { width, height } = made.spec.geobox as GeoBox
  const own = node.spec.geobox as GeoBox
  return op === 'isel' && own.width === width && own.height === height ? node : made
}

function partOf(grid: GeoBox, x: Span, y: Span): GeoBox {
  return cutOf(grid, { column: x.start, row: y.start, stepX: 1, stepY: 1, width: x.stop - x.start, height: y.stop - y.start })
}

/** A node whose pixels are those of a part of a grid, wherever its file says that they lie. */
function onGrid(node: LazyNode, part: GeoBox, grid: GeoBox, at: { readonly column: number; readonly row: number }): LazyNode {
  const alignment = alignmentOf(grid, node.spec.geobox as GeoBox)
  if (alignment.kind === 'same') return node
  const isThere =
    alignment.kind === 'offset' &&
    alignment.misfitPx < sameGridPx &&
    Math.round(alignment.column) === at.column &&
    Math.round(alignment.row) === at.row
  return isThere ? node : relabelled(node, part)
}

function relabelled(node: LazyNode, { affine, crs }: GeoBox): LazyNode {
  return applyOp('relabel', { affine: affine as unknown as JsonObject, crs: crs as unknown as JsonObject | null }, [node])
}

function resized(node: LazyNode, { from, to }: Rects, grid: GeoBox, resampling: string): LazyNode | null {
  const own = node.spec.geobox as GeoBox
  const x = resizedSpan(to.x, to.width, grid.width)
  const y = resizedSpan(to.y, to.height, grid.height)
  const left = Math.max(0, Math.floor(from.x + slackPx))
  const top = Math.max(0, Math.floor(from.y + slackPx))
  const right = Math.min(own.width, Math.ceil(from.x + from.width - slackPx))
  const bottom = Math.min(own.height, Math.ceil(from.y + from.height - slackPx))
  if (x === null || y === null || left >= right || top >= bottom) return null
  const cut = cropped(node, { start: left, stop: right, from: left }, { start: top, stop: bottom, from: top })
  const [stepX, stepY] = [to.width / from.width, to.height / from.height]
  // From pixels of the cropped source to pixels of the VRT.
  const inVrt = { a: stepX, b: 0, c: to.x + (left - from.x) * stepX, d: 0, e: stepY, f: to.y + (top - from.y) * stepY }
  const there = relabelled(cut, { ...own, affine: compose(grid.affine, inVrt), crs: grid.crs })
  const part = partOf(grid, x, y)
  const params = { geobox: part as unknown as JsonObject, resampling, allowAveraging: true }
  return applyOp('resample', params, [there])
}

function resizedSpan(to: number, toCount: number, extent: number): Span | null {
  const start = Math.max(0, Math.floor(to + 0.5))
  const stop = Math.min(extent, Math.floor(to + toCount + 0.5))
  return start < stop ? { start, stop, from: 0 } : null
}
