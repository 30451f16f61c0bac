import { UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import type { Coord } from '../graph/spec.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { joined, joinOption } from './arith-join.js'
import { type DataArray, nodeOf, wrapped } from './data-array.js'
import { LazyArray, peek } from './data-array-base.js'
import { knownOptions } from './data-array-options.js'
import type { Join } from './data-array-types.js'
import { axisOf } from './labels-axis.js'
import { coordFrom } from './labels-coord.js'

/** How arrays are put together. */
export interface ConcatOptions<D extends string> {
  /** A dim that the arrays have (they are laid end to end) or a new one (each array is one position). */
  readonly dim: D
  /** Labels along the dim, one for each position: times as ISO texts or Dates, names, numbers. Default: those that the arrays have. */
  readonly labels?: readonly (number | string | Date)[]
  /** How extents on one grid are brought together, for dims other than x and y: `exact` (default) wants them alike, `inner` takes what all have, `outer` what any has, `left` that of the first. */
  readonly join?: Join
}

/**
 * Lays arrays end to end along a dim, or stacks them along a new one, which comes first. Dtypes and other dims must agree, and grids
 * to a thousandth of a pixel anywhere (the first's is adopted, as the plan notes). Throws `E_USAGE`, `E_GRID`, `E_DTYPE`.
 *
 * @example concat(await Promise.all(files.map((file) => open(file, { band: 1 }))), { dim: 'time', labels: dates })
 */
export function concat<Dims extends string, const D extends string>(
  arrays: readonly DataArray<Dims>[],
  options: ConcatOptions<D>,
): DataArray<Dims | D> {
  const { dim, labels } = knownOptions('concat', options, ['dim', 'labels', 'join'])
  if (!Array.isArray(arrays)) throw new UsageError(`concat: ${shownArgument(arrays)} was given, expected a list of arrays`)
  const odd = arrays.findIndex((array) => !(array instanceof LazyArray))
  if (odd >= 0) throw new UsageError(`concat: number ${odd + 1} of the list is ${shownArgument(arrays[odd])}, not a DataArray`)
  if (labels !== undefined && !Array.isArray(labels)) throw new UsageError(`concat: labels are ${shownArgument(labels)}, expected a list`)
  if (arrays.length === 0) throw new UsageError('concat: the list of arrays is empty')
  if (typeof dim !== 'string') throw new UsageError('concat: dim is missing: give the name of the dim to lay the arrays along')
  const all = labels ?? timesOf(arrays, dim)
  const labelling = all === undefined ? {} : labelParams(coordFrom(dim, all, extentAlong(arrays, dim)), all)
  const join = joinOption('concat', { join: options.join ?? 'exact' })
  if (join !== 'exact' && (dim === 'x' || dim === 'y')) {
    throw new UsageError(`concat: join '${join}' brings extents together, and along ${dim} arrays are laid end to end: leave it out`)
  }
  return wrapped<Dims | D>(applyOp('concat', { dim, ...labelling }, joined(arrays.map(nodeOf), join)))
}

/** The times of arrays that count them in different units, as dates; undefined where the labels can be taken as they are. */
function timesOf(arrays: readonly LazyArray[], dim: string): Date[] | undefined {
  const specs = arrays.map((array) => peek(array).node.spec)
  const units = new Set(specs.map(({ coords }) => JSON.stringify([(coords[dim] as { unit?: string } | undefined)?.unit ?? null])))
  if (units.size < 2 || !specs.every(({ dims }) => dims.includes(dim))) return undefined
  const axes = specs.map((spec) => axisOf(spec, dim))
  if (!axes.every((axis) => axis.kind === 'time')) return undefined
  return axes.flatMap((axis) => Array.from({ length: axis.count }, (_, at) => new Date(axis.at(at))))
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
