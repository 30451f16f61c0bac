import { UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import type { Coord } from '../graph/spec.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { type DataArray, nodeOf, wrapped } from './data-array.js'
import { LazyArray } from './data-array-base.js'
import { knownOptions } from './data-array-options.js'
import { coordFrom } from './labels-coord.js'

/** How arrays are put together. */
export interface ConcatOptions<D extends string> {
  /** A dim that the arrays have (they are laid end to end) or a new one (each array is one position). */
  readonly dim: D
  /** Labels along the dim, one for each position: times as ISO texts or Dates, names, numbers. Default: those that the arrays have. */
  readonly labels?: readonly (number | string | Date)[]
}

/**
 * Lays arrays end to end along a dim, or stacks them along a new one, which comes first. Grids, dtypes and other dims must agree.
 * Throws `E_USAGE`, `E_GRID`, `E_DTYPE`.
 *
 * @example concat(await Promise.all(files.map((file) => open(file, { band: 1 }))), { dim: 'time', labels: dates })
 */
export function concat<Dims extends string, const D extends string>(
  arrays: readonly DataArray<Dims>[],
  options: ConcatOptions<D>,
): DataArray<Dims | D> {
  const { dim, labels } = knownOptions('concat', options, ['dim', 'labels'])
  if (!Array.isArray(arrays)) throw new UsageError(`concat: ${shownArgument(arrays)} was given, expected a list of arrays`)
  const odd = arrays.findIndex((array) => !(array instanceof LazyArray))
  if (odd >= 0) throw new UsageError(`concat: number ${odd + 1} of the list is ${shownArgument(arrays[odd])}, not a DataArray`)
  if (labels !== undefined && !Array.isArray(labels)) throw new UsageError(`concat: labels are ${shownArgument(labels)}, expected a list`)
  if (arrays.length === 0) throw new UsageError('concat: the list of arrays is empty')
  if (typeof dim !== 'string') throw new UsageError('concat: dim is missing: give the name of the dim to lay the arrays along')
  const labelling = labels === undefined ? {} : labelParams(coordFrom(dim, labels, extentAlong(arrays, dim)), labels)
  return wrapped<Dims | D>(applyOp('concat', { dim, ...labelling }, arrays.map(nodeOf)))
}

/** Positions along a dim in all arrays; a new dim has one for each. */
function extentAlong(arrays: readonly LazyArray[], dim: string): number {
  return arrays.reduce((sum, { dims, shape }) => sum + (dims.includes(dim) ? (shape[dims.indexOf(dim)] as number) : 1), 0)
}

/** Labels as the op wants them: listed, also where they are regular. */
function labelParams(coord: Coord, given: readonly (number | string | Date)[]): JsonObject {
  if (coord.kind !== 'inline') return { labels: given.map(Number) }
  const { labels, unit = null, calendar = null } = coord
  return { labels: [...labels], unit, calendar }
}
