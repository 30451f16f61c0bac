import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import type { LazyNode } from '../graph/graph.js'
import type { Statistic } from '../graph/reduce.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { knownOptions } from './data-array-options.js'

/** Which dims are reduced: a name, a list of names, or all where it is not given. */
export interface DimOption<D extends string> {
  readonly dim?: D | readonly D[]
}

/** Which dims are reduced, and how: `mean('time')` is short for `mean({ dim: 'time' })`. */
export type Over<D extends string, O = ReduceOptions<D>> = D | readonly D[] | O

/** How a reduction treats invalid pixels. */
export interface ReduceOptions<D extends string> extends DimOption<D> {
  /** Whether invalid pixels are left out (the default), or one of them makes the result invalid. */
  readonly skipna?: boolean
  /** A result of fewer valid pixels is invalid. Default 1; 0 makes the sum of nothing 0. */
  readonly minCount?: number
}

/** Options of `var` and `std`. */
export interface SpreadOptions<D extends string> extends ReduceOptions<D> {
  /** What the count is lessened by in the divisor. Default 0, as numpy has it. */
  readonly ddof?: number
}

/** A node that reduces another. Throws `E_USAGE` for dims that are not there and options that are not known. */
export function reducedNode(
  statistic: Statistic,
  node: LazyNode,
  given: Over<string, SpreadOptions<string>> | undefined,
  q: number | null = null,
): LazyNode {
  const asked: SpreadOptions<string> | undefined = typeof given === 'string' || isList(given) ? { dim: given } : given
  const more = statistic === 'std' || statistic === 'var' ? ['ddof'] : []
  const known = statistic === 'count' ? ['dim'] : ['dim', 'skipna', 'minCount', ...more]
  const { dim, ...options } = knownOptions(statistic, asked, known)
  const dims = dim === undefined ? null : typeof dim === 'string' ? [dim] : dim
  if (dims !== null && !Array.isArray(dims))
    throw new UsageError(`${statistic}: dim is ${shownArgument(dim)}: give a name or a list of names`)
  return applyOp('reduce', { statistic, dims, q, ...options } as Json, [node])
}

/** One share of the valid pixels in order, or several, which make a dim `quantile` that comes first. */
export type Shares = number | readonly number[]

/** What `make` answers for one share, or for each of a list, side by side along a new first dim `quantile`. Throws `E_USAGE`. */
export function overShares(q: Shares | null, make: (q: number | null) => LazyNode): LazyNode {
  if (!isShares(q)) return make(q)
  if (q.length === 0) throw new UsageError('quantile: the list is empty: give at least one share, as in [0.1, 0.5, 0.9]')
  const parts = q.map(make)
  if (parts[0]?.spec.dims.includes('quantile'))
    throw new UsageError('quantile: the array has a dim "quantile" already: give one share at a time, or select one position')
  return applyOp('concat', { dim: 'quantile', labels: [...q] }, parts)
}

function isShares(q: Shares | null): q is readonly number[] {
  return Array.isArray(q)
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value)
}
