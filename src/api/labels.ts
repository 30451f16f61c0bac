import { UsageError } from '../base/errors.js'
import { type ArraySpec, dimIndex } from '../graph/spec.js'
import { shownArgument } from './arguments.js'
import { type Axis, axisOf, labelAt, labelsOf, someLabels } from './labels-axis.js'
import { formatTime, parseDuration, periodOf } from './labels-time.js'
import { nearNames } from './near-names.js'
import { dimPosition, type Positions, stepOf } from './select.js'
import { isSlice, type Label, type Slice } from './select-slice.js'

/** Labels along one dim as `sel` takes them. */
export type LabelIndexer = Label | Slice | readonly Label[]

/** How `sel` treats a label that is not there: an error, or the nearest one, at most `tolerance` away: in the unit of the labels; for times a duration such as `'2D'`, `'12h'` or `'30min'`, or milliseconds. */
export interface SelOptions {
  readonly method?: 'nearest'
  readonly tolerance?: number | string
}

type TimedAxis = Extract<Axis, { kind: 'time' }>
type NumberAxis = Extract<Axis, { kind: 'number' }> | TimedAxis

/** Label indexers by dim as positions. Throws `E_USAGE` naming what labels there are. */
export function resolveLabels(
  spec: ArraySpec,
  indexers: Readonly<Record<string, unknown>>,
  options: SelOptions = {},
  what = 'sel',
): Record<string, Positions> {
  mustBeKnown(options)
  const resolved: Record<string, Positions> = {}
  for (const [dim, indexer] of Object.entries(indexers)) {
    if (indexer === undefined) continue
    dimPosition(spec, dim, what)
    resolved[dim] = positionsOf(spec, dim, indexer, options)
  }
  return resolved
}

function mustBeKnown(options: SelOptions): void {
  const unknown = Object.keys(options).find((key) => key !== 'method' && key !== 'tolerance')
  if (unknown !== undefined) throw new UsageError(`sel: unknown option "${unknown}"; known are method and tolerance`)
  const { method, tolerance } = options
  if (method !== undefined && method !== 'nearest') throw new UsageError(`sel: method ${String(method)} is not known; there is 'nearest'`)
  if (tolerance === undefined) return
  if (method === undefined) throw new UsageError("sel: a tolerance is for method 'nearest': give both, or neither")
  if (typeof tolerance === 'number' ? tolerance >= 0 : typeof tolerance === 'string' && parseDuration(tolerance) !== null) return
  throw new UsageError(
    `sel: tolerance ${shownArgument(tolerance)} is no distance: give a number of at least 0 in the unit of the labels, or along times ` +
      "a duration such as '2D', '12h' or '30min'",
  )
}

function positionsOf(spec: ArraySpec, dim: string, indexer: unknown, options: SelOptions): Positions {
  const find = finder(spec, dim, options)
  if (isSlice(indexer)) return rangeOf(spec, dim, indexer, find)
  if (!Array.isArray(indexer)) return find(indexer)
  if (indexer.length === 0) throw new UsageError(`sel: the list for ${dim} is empty: name at least one label`)
  return indexer.flatMap((label: unknown) => expand(find(label)))
}

function expand(positions: Positions): readonly number[] {
  if (typeof positions === 'number') return [positions]
  if (!('start' in positions)) return positions
  return Array.from({ length: positions.stop - positions.start }, (_, index) => positions.start + index)
}

/** Finds the position of one label; a text that names a year or a month finds all times in it. */
function finder(spec: ArraySpec, dim: string, options: SelOptions): (label: unknown) => Positions {
  const axis = axisOf(spec, dim)
  if (dim === 'band') return (label) => findBand(spec, axis, label)
  if (axis.kind === 'time') return (label) => findTime(spec, dim, axis, label, options)
  if (axis.kind === 'number') return (label) => findNumber(spec, dim, axis, label, options)
  if (axis.kind === 'text') return (label) => findText(spec, dim, label)
  const why = axis.kind === 'rotated' ? 'its grid is rotated, so that no label belongs to a whole row or column' : 'it has no labels'
  throw new UsageError(`sel: ${dim} cannot be selected by label: ${why}; use isel with positions`)
}

function findNumber(spec: ArraySpec, dim: string, axis: NumberAxis, label: unknown, options: SelOptions): number {
  if (typeof label !== 'number' || Number.isNaN(label)) throw new UsageError(`sel: ${dim} has numbers for labels, not ${String(label)}`)
  const nearest = nearestPosition(axis, label)
  const away = Math.abs(axis.at(nearest) - label)
  mustBeOnce(dim, axis, nearest)
  if (typeof options.tolerance === 'string')
    throw new UsageError(`sel: ${dim} has numbers for labels: tolerance '${options.tolerance}' is a duration, give a number`)
  const allowed = options.method === 'nearest' ? (options.tolerance ?? Number.POSITIVE_INFINITY) : rounding(axis, label)
  if (away <= allowed) return nearest
  const near = `the nearest is ${axis.at(nearest)}`
  const remedy = options.method === 'nearest' ? `further than the tolerance ${options.tolerance}` : "use method 'nearest' to take it"
  throw new UsageError(`sel: ${dim} has no label ${label}; ${near}, ${remedy}. Labels: ${someLabels(labelsOf(spec, dim), 6)}`)
}

/** Refuses a label that several positions have: which of them is meant is not known. Throws `E_USAGE`. */
function mustBeOnce(dim: string, axis: NumberAxis, position: number): void {
  const { count, at, regular } = axis
  if (regular !== null && regular.step !== 0) return
  const same = Array.from({ length: count }, (_, index) => index).filter((index) => at(index) === at(position))
  if (same.length > 1) throw repeated(dim, String(labelAt(axis, position)), same)
}

function repeated(dim: string, label: string, positions: readonly number[]): UsageError {
  const some = positions.length > 6 ? `${positions.slice(0, 6).join(', ')}, ...` : positions.join(', ')
  return new UsageError(`sel: ${positions.length} positions of ${dim} have the label ${label} (${some}): take one with isel`)
}

/** What two ways of computing the same label may differ by. */
function rounding(axis: NumberAxis, label: number): number {
  return Math.max(Math.abs(axis.regular?.step ?? 0) * 1e-9, Math.abs(label) * 4 * Number.EPSILON)
}

/** The position of the nearest label; of two that are equally near that of the greater label, as pandas has it. */
function nearestPosition({ count, at, regular }: NumberAxis, label: number): number {
  const guess = regular === null || regular.step === 0 ? 0 : Math.floor((label - regular.start) / regular.step)
  const [first, last] = regular === null ? [1, count - 1] : [guess, guess + 1].map((index) => Math.min(count - 1, Math.max(0, index)))
  let best = first as number
  if (regular === null) best = 0
  for (let index = first as number; index <= (last as number); index++) {
    const [away, before] = [Math.abs(at(index) - label), Math.abs(at(best) - label)]
    if (away < before || (away === before && at(index) > at(best))) best = index
  }
  return best
}

function findTime(spec: ArraySpec, dim: string, axis: TimedAxis, label: unknown, options: SelOptions): Positions {
  const period = periodOf(dim, label, axis.calendar)
  if (options.method === 'nearest') return nearestTime(spec, dim, axis, period.fromMs, options)
  const found = within(axis, period.fromMs, period.toMs, false)
  const shown = label instanceof Date ? label.toISOString() : String(label)
  if (found.length === 0) {
    const near = labelAt(axis, nearestPosition(axis, period.fromMs))
    throw new UsageError(
      `sel: ${dim} has no label in ${shown}; the nearest is ${near}, use method 'nearest' to take it. Labels: ${someLabels(labelsOf(spec, dim))}`,
    )
  }
  if (period.precision === 'year' || period.precision === 'month') return asPositions(found)
  if (found.length === 1) return found[0] as number
  if (found.every((at) => axis.at(at) === axis.at(found[0] as number)))
    throw repeated(dim, String(labelAt(axis, found[0] as number)), found)
  throw new UsageError(`sel: ${found.length} labels of ${dim} lie in ${shown}: name one, or take all with slice('${shown}', '${shown}')`)
}

function nearestTime(spec: ArraySpec, dim: string, axis: TimedAxis, ms: number, { tolerance }: SelOptions): number {
  const nearest = nearestPosition(axis, ms)
  mustBeOnce(dim, axis, nearest)
  const awayMs = Math.abs(axis.at(nearest) - ms)
  const allowedMs = typeof tolerance === 'string' ? parseDuration(tolerance) : tolerance
  if (awayMs <= (allowedMs ?? Number.POSITIVE_INFINITY)) return nearest
  throw new UsageError(
    `sel: ${dim} has no label within ${typeof tolerance === 'string' ? tolerance : `${tolerance} ms`} of ${formatTime(ms, axis.calendar)}; the nearest is ${labelAt(axis, nearest)}. ` +
      `Labels: ${someLabels(labelsOf(spec, dim))}`,
  )
}

function findText(spec: ArraySpec, dim: string, label: unknown): number {
  const labels = labelsOf(spec, dim)
  const text = String(label)
  const found = labels.flatMap((each, at) => (each === text ? [at] : []))
  if (found.length > 1) throw repeated(dim, `"${text}"`, found)
  if (found.length === 1) return found[0] as number
  const near = nearNames(text, labels.map(String))
  const meant = near.length === 0 ? '' : `; did you mean ${near.map((each) => `"${each}"`).join(' or ')}?`
  throw new UsageError(`sel: ${dim} has no label "${text}"${meant === '' ? '.' : meant} Labels: ${someLabels(labels)}`)
}

/** A band by its description or label, or by its number: its label where labels are numbers, else its place from 1. */
function findBand(spec: ArraySpec, axis: Axis, label: unknown): number {
  const names = spec.bands.map((band) => band.description)
  if (typeof label === 'string') {
    const found = names.indexOf(label)
    if (found >= 0 && names.indexOf(label, found + 1) >= 0) throw new UsageError(`sel: several bands are called "${label}": use isel`)
    if (found >= 0) return found
    if (axis.kind === 'text') return findText(spec, 'band', label)
  }
  if (typeof label === 'number') {
    const numbers = Array.from({ length: axis.count }, (_, index) => (axis.kind === 'number' ? axis.at(index) : index + 1))
    if (numbers.includes(label)) return numbers.indexOf(label)
  }
  const near =
    typeof label === 'string'
      ? nearNames(
          label,
          names.flatMap((name) => name ?? []),
        )
      : []
  const meant = near.length === 0 ? '.' : `; did you mean ${near.map((each) => `"${each}"`).join(' or ')}?`
  const known = names.map((name, index) => `${axis.kind === 'number' ? axis.at(index) : index + 1}${name === null ? '' : ` "${name}"`}`)
  throw new UsageError(
    `sel: there is no band ${typeof label === 'string' ? `"${label}"` : String(label)}${meant} Bands: ${someLabels(known)}`,
  )
}

/** Positions of labels between two bounds, both included unless `toIncluded` is false. */
function within(axis: NumberAxis, from: number, to: number, toIncluded: boolean): number[] {
  const { first, last } = candidates(axis, from, to)
  const found: number[] = []
  for (let index = first; index <= last; index++) {
    const label = axis.at(index)
    if (label >= from && (toIncluded ? label <= to : label < to)) found.push(index)
  }
  return found
}

/** Positions outside of which no label of a regular axis lies between the bounds. */
function candidates({ count, regular }: NumberAxis, from: number, to: number): { first: number; last: number } {
  if (regular === null || regular.step === 0) return { first: 0, last: count - 1 }
  const [a, b] = [(from - regular.start) / regular.step, (to - regular.start) / regular.step]
  return { first: Math.max(0, Math.ceil(Math.min(a, b)) - 1), last: Math.min(count - 1, Math.floor(Math.max(a, b)) + 1) }
}

function rangeOf(spec: ArraySpec, dim: string, range: Slice, find: (label: unknown) => Positions): Positions {
  const axis = axisOf(spec, dim)
  const step = stepOf(dim, range.step)
  const found =
    axis.kind === 'number' && dim !== 'band'
      ? numbersIn(dim, axis, range)
      : axis.kind === 'time'
        ? timesIn(dim, axis, range)
        : between(spec, dim, range, find)
  if (found.length > 0) return asPositions(found, step)
  const labels = someLabels(labelsOf(spec, dim), 6)
  throw new UsageError(`sel: no label of ${dim} lies between ${shown(range.start)} and ${shown(range.stop)}. Labels: ${labels}`)
}

function shown(bound: Label | null): string {
  if (bound === null) return 'the end'
  return bound instanceof Date ? bound.toISOString() : String(bound)
}

function numbersIn(dim: string, axis: NumberAxis, { start, stop }: Slice): number[] {
  const bounds = [start, stop].map((bound) => {
    if (bound === null || (typeof bound === 'number' && !Number.isNaN(bound))) return bound
    throw new UsageError(`sel: ${dim} has numbers for labels, not ${String(bound)}`)
  })
  const [from, to] = ordered(bounds[0] ?? null, bounds[1] ?? null, axis)
  return within(axis, from - rounding(axis, from), to + rounding(axis, to), true)
}

function timesIn(dim: string, axis: TimedAxis, { start, stop }: Slice): number[] {
  const [a, b] = [start, stop].map((bound) => (bound === null ? null : periodOf(dim, bound, axis.calendar)))
  if (a !== null && a !== undefined && b !== null && b !== undefined) {
    return within(axis, Math.min(a.fromMs, b.fromMs), Math.max(a.toMs, b.toMs), false)
  }
  const falling = axis.count > 1 && axis.at(1) < axis.at(0)
  const [early, late] = falling ? [b, a] : [a, b]
  return within(axis, early?.fromMs ?? Number.NEGATIVE_INFINITY, late?.toMs ?? Number.POSITIVE_INFINITY, false)
}

/** Bounds with the lower one first. An open bound is the end of the axis that it stands for, which on a descending axis is the lower one. */
function ordered(start: number | null, stop: number | null, axis: NumberAxis): [number, number] {
  if (start !== null && stop !== null) return [Math.min(start, stop), Math.max(start, stop)]
  const falling = axis.count > 1 && axis.at(1) < axis.at(0)
  const [low, high] = falling ? [stop, start] : [start, stop]
  return [low ?? Number.NEGATIVE_INFINITY, high ?? Number.POSITIVE_INFINITY]
}

/** Texts and bands have no order but that of their positions. */
function between(spec: ArraySpec, dim: string, { start, stop }: Slice, find: (label: unknown) => Positions): number[] {
  const last = (spec.shape[dimIndex(spec, dim)] as number) - 1
  const a = start === null ? 0 : (find(start) as number)
  const b = stop === null ? last : (find(stop) as number)
  return Array.from({ length: Math.abs(b - a) + 1 }, (_, index) => Math.min(a, b) + index)
}

/** Ascending positions as a range where they are neighbours, else as a list; a negative step turns them round. */
function asPositions(found: readonly number[], step = 1): Positions {
  const [first, last] = [found[0] as number, found[found.length - 1] as number]
  const gapless = last - first + 1 === found.length
  if (gapless) return step > 0 ? { start: first, stop: last + 1, step } : { start: last, stop: first - 1, step }
  const inOrder = step > 0 ? found : [...found].reverse()
  return inOrder.filter((_, index) => index % Math.abs(step) === 0)
}
