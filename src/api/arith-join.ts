import { GridError, UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import { type GeoBox, labelOf } from '../geo/geobox.js'
import { cutOf } from '../geo/geobox-lattice.js'
import { alignmentOf, describeMisfit, sameGridPx } from '../geo/grid-alignment.js'
import type { LazyNode } from '../graph/graph.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { knownOptions } from './data-array-options.js'
import type { ArithOptions, Join } from './data-array-types.js'

/** Pixels of an array: first column and row, also outside of it, and how many. */
interface Part {
  readonly column: number
  readonly row: number
  readonly width: number
  readonly height: number
}

/**
 * Two arrays cut or widened so that they cover the same pixels of one grid. Those whose grids are no parts of one are left as they are: the operation
 * says how they differ. Widened arrays are invalid where they had no pixels. Throws `E_GRID` where `inner` leaves nothing.
 */
export function joined(a: LazyNode, b: LazyNode, join: Join): readonly [LazyNode, LazyNode] {
  const [one, other] = [a.spec.geobox, b.spec.geobox]
  if (join === 'exact' || one === null || other === null) return [a, b]
  const alignment = alignmentOf(one, other)
  if (alignment.kind !== 'offset' || !(alignment.misfitPx < sameGridPx)) return [a, b]
  const [column, row] = [Math.round(alignment.column), Math.round(alignment.row)]
  const target = targetOf(join, one, { column, row, width: other.width, height: other.height })
  if (target.width <= 0 || target.height <= 0) {
    throw new GridError(`join 'inner': the two arrays have no pixel in common: ${describeMisfit(one, other)} in ${labelOf(one.crs)}`)
  }
  return [partOf(a, one, target), partOf(b, other, { ...target, column: target.column - column, row: target.row - row })]
}

/** The part to cover, in pixels of the first grid; `there` is the second grid in the same. */
function targetOf(join: Exclude<Join, 'exact'>, here: GeoBox, there: Part): Part {
  if (join === 'left') return { column: 0, row: 0, width: here.width, height: here.height }
  const [first, last] = join === 'inner' ? [Math.max, Math.min] : [Math.min, Math.max]
  const [column, row] = [first(0, there.column), first(0, there.row)]
  const [right, bottom] = [last(here.width, there.column + there.width), last(here.height, there.row + there.height)]
  return { column, row, width: right - column, height: bottom - row }
}

/** A part of an array: a selection where it has all of it, else a move of whole pixels, which copies them. */
function partOf(node: LazyNode, box: GeoBox, { column, row, width, height }: Part): LazyNode {
  if (column === 0 && row === 0 && width === box.width && height === box.height) return node
  if (column >= 0 && row >= 0 && column + width <= box.width && row + height <= box.height) {
    const y = { start: row, stop: row + height, step: 1 }
    return applyOp('isel', { indexers: { y, x: { start: column, stop: column + width, step: 1 } } }, [node])
  }
  const geobox = cutOf(box, { column, row, stepX: 1, stepY: 1, width, height })
  return applyOp('reproject', { geobox: geobox as unknown as JsonObject, resampling: 'near' }, [node])
}

const joins: readonly Join[] = ['exact', 'inner', 'outer', 'left']

/** The join that options ask for. Throws `E_USAGE` for one that is not known. */
export function joinOption(what: string, options: ArithOptions | undefined): Join {
  const { join = 'exact' } = knownOptions(what, options, ['join'])
  if (joins.includes(join)) return join
  throw new UsageError(`${what}: join ${shownArgument(join)} is not known; there are ${joins.join(', ')}`)
}
