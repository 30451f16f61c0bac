import type { JsonObject } from '../base/json.js'
import type { VrtRect, VrtSource } from '../formats/vrt/description.js'
import { type Affine, compose } from '../geo/affine.js'
import type { GeoBox } from '../geo/geobox.js'
import { cutOf } from '../geo/geobox-lattice.js'
import { alignmentOf, sameGridPx } from '../geo/grid-alignment.js'
import type { LazyNode } from '../graph/graph.js'
import { applyOp } from './apply.js'
import { iselParams } from './select.js'

/** Fractions of a pixel of a VRT that count as none. */
const slackPx = 1e-3

/** What makes a position that lies on an edge but for its last bits one behind it. */
const edge = 1e-10

/** Pixels of a VRT along one axis, and pixels of a source that lie there. */
interface Span {
  readonly start: number
  readonly stop: number
  /** First of `count` pixels of the source, each of `step` pixels of the VRT, the first from `at` on. */
  readonly from: number
  readonly count: number
  readonly step: number
  readonly at: number
}

/**
 * A source's pixels on the grid of its VRT, in parts, cut to what it paints there. The painted rectangle reaches outwards to whole pixels, and each takes the pixel
 * of the source under its centre, or the nearest one where that lies beside it by less than a pixel: as GDAL's RasterIO does. Other kernels than `near` resample.
 */
export function placed(node: LazyNode, source: VrtSource, grid: GeoBox): LazyNode[] {
  const { width, height } = node.spec.geobox ?? { width: 0, height: 0 }
  const from = source.from ?? { x: 0, y: 0, width, height }
  const to = source.to ?? from
  const isNear = source.resampling === 'near' || isShift(from, to)
  const spans = isNear ? nearSpans : kernelSpan
  const xs = spans({ from: from.x, fromCount: from.width, to: to.x, toCount: to.width }, width, grid.width)
  const ys = spans({ from: from.y, fromCount: from.height, to: to.y, toCount: to.height }, height, grid.height)
  return ys.flatMap((y) => xs.map((x) => part(node, x, y, grid, isNear ? 'near' : source.resampling)))
}

function isShift(from: VrtRect, to: VrtRect): boolean {
  return Math.abs(from.width - to.width) < slackPx && Math.abs(from.height - to.height) < slackPx
}

/** Where pixels of one axis come from. */
interface Axis {
  readonly from: number
  readonly fromCount: number
  readonly to: number
  readonly toCount: number
}

/** An axis cut to the pixels that the source has, and the whole pixels of the VRT that it touches. */
function touched({ from, fromCount, to, toCount }: Axis, extent: number, vrtExtent: number) {
  const isShifted = Math.abs(fromCount - toCount) < slackPx
  const step = isShifted ? 1 : toCount / fromCount
  const [first, last] = [Math.max(0, from), Math.min(extent, from + fromCount)]
  const start = Math.max(0, Math.floor(to + (first - from) * step + slackPx))
  const stop = Math.min(vrtExtent, Math.ceil(to + (last - from) * step - slackPx))
  return { step, first, last, start, stop, isEmpty: first >= last || start >= stop }
}

/** Runs of pixels that come from pixels of the source one by one, with those at either end that lie beside it. */
function nearSpans(axis: Axis, extent: number, vrtExtent: number): Span[] {
  const { step, start, stop, isEmpty } = touched(axis, extent, vrtExtent)
  if (isEmpty) return []
  const pick = (pixel: number): number => Math.floor((pixel + 0.5 - axis.to) / step + axis.from + edge)
  let [low, high] = [start, stop]
  while (low < stop && pick(low) < 0) low++
  while (high > low && pick(high - 1) >= extent) high--
  const single = (from: number, begin: number, end: number): Span => ({
    start: begin,
    stop: end,
    from,
    count: 1,
    step: end - begin,
    at: begin,
  })
  const spans: Span[] = []
  if (low > start) spans.push(single(0, start, low))
  if (high > low) {
    const [from, end] = [pick(low), pick(high - 1) + 1]
    // Pixels of one size are moved as they are, wherever between pixels they lie.
    const at = step === 1 ? low : axis.to + (from - axis.from) * step
    spans.push({ start: low, stop: high, from, count: end - from, step, at })
  }
  if (high < stop) spans.push(single(extent - 1, high, stop))
  return spans
}

/** All pixels of an axis, made by a kernel of those of the source's rectangle. */
function kernelSpan(axis: Axis, extent: number, vrtExtent: number): Span[] {
  const { step, first, last, start, stop, isEmpty } = touched(axis, extent, vrtExtent)
  if (isEmpty) return []
  const [from, end] = [Math.floor(first + slackPx), Math.ceil(last - slackPx)]
  return [{ start, stop, from, count: end - from, step, at: axis.to + (from - axis.from) * step }]
}

function part(node: LazyNode, x: Span, y: Span, grid: GeoBox, resampling: string): LazyNode {
  const cut = cropped(node, x, y)
  const box = cutOf(grid, { column: x.start, row: y.start, stepX: 1, stepY: 1, width: x.stop - x.start, height: y.stop - y.start })
  if (x.step === 1 && y.step === 1 && resampling === 'near') return onGrid(cut, box, grid, x.start, y.start)
  const inVrt = { a: x.step, b: 0, c: x.at, d: 0, e: y.step, f: y.at }
  const there = relabelled(cut, compose(grid.affine, inVrt), grid)
  return applyOp('resample', { geobox: box as unknown as JsonObject, resampling, allowAveraging: true }, [there])
}

/** The pixels of a source that two spans take: itself, where that is all of them. A node less for each of thousands of sources. */
function cropped(node: LazyNode, x: Span, y: Span): LazyNode {
  const own = node.spec.geobox as GeoBox
  if (x.count === own.width && y.count === own.height) return node
  const range = ({ from, count }: Span) => ({ start: from, stop: from + count, step: 1 })
  return applyOp('isel', iselParams({ y: range(y), x: range(x) }), [node])
}

/** A node whose pixels are those of a part of a grid, wherever its file says that they lie. */
function onGrid(node: LazyNode, box: GeoBox, grid: GeoBox, column: number, row: number): LazyNode {
  const alignment = alignmentOf(grid, node.spec.geobox as GeoBox)
  if (alignment.kind === 'same') return node
  const isThere =
    alignment.kind === 'offset' &&
    alignment.misfitPx < sameGridPx &&
    Math.round(alignment.column) === column &&
    Math.round(alignment.row) === row
  return isThere ? node : relabelled(node, box.affine, grid)
}

function relabelled(node: LazyNode, affine: Affine, { crs }: GeoBox): LazyNode {
  return applyOp('relabel', { affine: affine as unknown as JsonObject, crs: crs as unknown as JsonObject | null }, [node])
}
