import { isOfEarth } from '../base/calendar.js'
import { UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import type { Coord } from '../graph/spec.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { joined, joinOption } from './arith-join.js'
import { labelParams } from './concat-labels.js'
import { type DataArray, nodeOf, wrapped } from './data-array.js'
import { LazyArray, peek } from './data-array-base.js'
import { knownOptions } from './data-array-options.js'
import type { Join } from './data-array-types.js'
import { axisOf } from './labels-axis.js'
import { coordFrom } from './labels-coord.js'
import { labelToMs, msToLabel, parseTimeUnit, type TimeUnit } from './labels-time.js'
import { namingArrays } from './mosaic-names.js'
import { openMany } from './open-many.js'
import { type OpenOptions, openOptionNames } from './open-options.js'
import { stack } from './stack.js'
import { hasFields, parsePattern } from './stack-pattern.js'

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
 * to a thousandth of a pixel anywhere (the first's is adopted, as the plan notes). Given names (files, stores, URLs, a directory, patterns) it opens them first, in their
 * order, with the options of `open`, and answers a promise; a pattern with a field (`'NDVI_{time:%Y-%m-%d}.tif'`) says the labels, too.
 * Throws `E_USAGE`, `E_GRID`, `E_DTYPE`; `E_SOURCE` for what cannot be opened.
 *
 * @example concat(await Promise.all(files.map((file) => open(file, { band: 1 }))), { dim: 'time', labels: dates })
 */
export function concat<Dims extends string, const D extends string>(
  arrays: readonly DataArray<Dims>[],
  options: ConcatOptions<D>,
): DataArray<Dims | D>
export function concat<Dims extends string = 'band' | 'y' | 'x', const D extends string = string>(
  names: string | readonly string[],
  options: ConcatOptions<D> & OpenOptions,
): Promise<DataArray<Dims | D>>
export function concat(
  given: string | readonly string[] | readonly DataArray<string>[],
  options: ConcatOptions<string> & OpenOptions,
): DataArray<string> | Promise<DataArray<string>> {
  const isNames = typeof given === 'string' || (Array.isArray(given) && given.length > 0 && given.every((each) => typeof each === 'string'))
  return isNames ? concatFiles(given as string | readonly string[], options) : concatArrays(given as readonly DataArray<string>[], options)
}

/** Opens files and lays them end to end; a pattern with fields says their labels. */
async function concatFiles(names: string | readonly string[], given: ConcatOptions<string> & OpenOptions): Promise<DataArray<string>> {
  const { dim, labels, join, ...opening } = knownOptions('concat', given, ['dim', 'labels', 'join', ...openOptionNames])
  const options = { dim, ...(labels === undefined ? {} : { labels }), ...(join === undefined ? {} : { join }) }
  if (typeof names !== 'string' || !hasFields(names)) return concatArrays(await openMany<string>(names, opening), options)
  const { scaled, name: _name, ...others } = opening
  if (labels !== undefined) throw new UsageError('concat: the pattern has fields, which are the labels: leave labels out')
  const { fields } = parsePattern(names)
  if (fields.length !== 1 || fields[0] !== dim)
    throw new UsageError(
      `concat: the pattern has the fields ${fields.join(', ')}, and dim is "${dim}": give {${dim}} alone, or use stack for several`,
    )
  return stack(names, { ...others, ...(scaled === undefined ? {} : { scaled: scaled !== false }), ...(join === undefined ? {} : { join }) })
}

function concatArrays(arrays: readonly DataArray<string>[], options: ConcatOptions<string>): DataArray<string> {
  const { dim, labels } = knownOptions('concat', options, ['dim', 'labels', 'join'])
  if (!Array.isArray(arrays)) throw new UsageError(`concat: ${shownArgument(arrays)} was given, expected a list of arrays`)
  const odd = arrays.findIndex((array) => !(array instanceof LazyArray))
  if (odd >= 0) throw new UsageError(`concat: number ${odd + 1} of the list is ${shownArgument(arrays[odd])}, not a DataArray`)
  if (labels !== undefined && !Array.isArray(labels)) throw new UsageError(`concat: labels are ${shownArgument(labels)}, expected a list`)
  if (arrays.length === 0) throw new UsageError('concat: the list of arrays is empty')
  if (typeof dim !== 'string') throw new UsageError('concat: dim is missing: give the name of the dim to lay the arrays along')
  const all = labels ?? timesOf(arrays, dim)
  const labelling = all === undefined ? calendarLabels(arrays, dim) : labelParams(coordFrom(dim, all, extentAlong(arrays, dim)), all)
  const join = joinOption('concat', { join: options.join ?? 'exact' })
  if (join !== 'exact' && (dim === 'x' || dim === 'y')) {
    throw new UsageError(`concat: join '${join}' brings extents together, and along ${dim} arrays are laid end to end: leave it out`)
  }
  const nodes = arrays.map(nodeOf)
  return wrapped(
    namingArrays(
      nodes.map((node, index) => ({ index, node })),
      () => applyOp('concat', { dim, ...labelling }, joined(nodes, join)),
    ),
  )
}

/** The times of arrays that count them in different units, as dates; undefined where the labels can be taken as they are. */
function timesOf(arrays: readonly LazyArray[], dim: string): Date[] | undefined {
  const specs = arrays.map((array) => peek(array).node.spec)
  const units = new Set(specs.map(({ coords }) => JSON.stringify([(coords[dim] as { unit?: string } | undefined)?.unit ?? null])))
  if (units.size < 2 || !specs.every(({ dims }) => dims.includes(dim))) return undefined
  const axes = specs.map((spec) => axisOf(spec, dim))
  if (!axes.every((axis) => axis.kind === 'time' && isOfEarth(axis.calendar))) return undefined
  return axes.flatMap((axis) => Array.from({ length: axis.count }, (_, at) => new Date((axis as { at: (index: number) => number }).at(at))))
}

/** The times of arrays that count them in different units of one calendar that is not the earth's, in the unit of the first; else nothing. */
function calendarLabels(arrays: readonly LazyArray[], dim: string): JsonObject {
  const specs = arrays.map((array) => peek(array).node.spec)
  if (!specs.every(({ dims, coords }) => dims.includes(dim) && coords[dim]?.kind === 'inline')) return {}
  const coords = specs.map((spec) => spec.coords[dim] as Extract<Coord, { kind: 'inline' }>)
  const times = coords.map(({ unit, calendar }) => parseTimeUnit(unit, calendar))
  const [first] = times
  const { unit, calendar } = coords[0] as Extract<Coord, { kind: 'inline' }>
  const alike = times.every((time) => time !== null && time.calendar.toDays === first?.calendar.toDays)
  if (!alike || first === null || first === undefined || coords.every((coord) => coord.unit === unit)) return {}
  const labels = coords.flatMap((coord, at) => coord.labels.map((label) => msToLabel(labelToMs(label, times[at] as TimeUnit), first)))
  return { labels, unit: unit ?? null, calendar: calendar ?? null }
}

/** Positions along a dim in all arrays; a new dim has one for each. */
function extentAlong(arrays: readonly LazyArray[], dim: string): number {
  return arrays.reduce((sum, { dims, shape }) => sum + (dims.includes(dim) ? (shape[dims.indexOf(dim)] as number) : 1), 0)
}
