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
 * Arrays cut or widened so that they cover the same pixels of one grid, that of the first. Where their grids are no parts of one they are left as they
 * are: the operation says how they differ. Widened arrays are invalid where they had no pixels. Throws `E_GRID` where `inner` leaves nothing.
 */
export function joined(arrays: readonly LazyNode[], join: Join): readonly LazyNode[] {
  const boxes = arrays.map(({ spec }) => spec.geobox)
  const first = boxes[0]
  if (join === 'exact' || first === undefined || first === null) return arrays
  const parts = boxes.map((box) => (box === null ? null : partIn(first, box)))
  if (parts.some((part) => part === null)) return arrays
  const there = parts as readonly Part[]
  const target = targetOf(join, there)
  if (target.width <= 0 || target.height <= 0) {
    const which = arrays.length === 2 ? 'the two arrays have' : `the ${arrays.length} arrays have`
    const last = boxes.at(-1) as GeoBox
    throw new GridError(`join 'inner': ${which} no pixel in common: ${describeMisfit(first, last)} in ${labelOf(first.crs)}`)
  }
  return arrays.map((node, at) => {
    const { column, row } = there[at] as Part
    return partOf(node, boxes[at] as GeoBox, { ...target, column: target.column - column, row: target.row - row })
  })
}

/** A grid as pixels of another; null where it is no part of it. */
function partIn(first: GeoBox, box: GeoBox): Part | null {
  const alignment = alignmentOf(first, box)
  const { width, height } = box
  if (alignment.kind === 'same') return { column: 0, row: 0, width, height }
  if (alignment.kind !== 'offset' || !(alignment.misfitPx < sameGridPx)) return null
  return { column: Math.round(alignment.column), row: Math.round(alignment.row), width, height }
}

/** The part to cover, in pixels of the first grid, of which all are parts. */
function targetOf(join: Exclude<Join, 'exact'>, parts: readonly Part[]): Part {
  if (join === 'left') return parts[0] as Part
  const [first, last] = join === 'inner' ? [Math.max, Math.min] : [Math.min, Math.max]
  const column = parts.map((part) => part.column).reduce((a, b) => first(a, b))
  const row = parts.map((part) => part.row).reduce((a, b) => first(a, b))
  const right = parts.map((part) => part.column + part.width).reduce((a, b) => last(a, b))
  const bottom = parts.map((part) => part.row + part.height).reduce((a, b) => last(a, b))
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
