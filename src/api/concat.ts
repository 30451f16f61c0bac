import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { applyOp } from './apply.js'
import { DataArray, nodeOf } from './data-array.js'
import { knownOptions } from './data-array-options.js'
import { coordFrom } from './labels-coord.js'

/** How arrays are put together. */
export interface ConcatOptions<D extends string> {
  /** A dim that the arrays have (they are laid end to end) or a new one (each array is one position). */
  readonly dim: D
  /** Labels along a new dim: times as ISO texts or Dates, names, numbers. Default: the names of the arrays for `band`. */
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
  if (arrays.length === 0) throw new UsageError('concat: the list of arrays is empty')
  if (typeof dim !== 'string') throw new UsageError('concat: dim is missing: give the name of the dim to lay the arrays along')
  const coord = labels === undefined ? undefined : coordFrom(dim, labels, arrays.length)
  const params = { dim, ...(coord === undefined ? {} : { labels: coord as unknown as Json }) }
  return new DataArray<Dims | D>(applyOp('concat', params, arrays.map(nodeOf)))
}
