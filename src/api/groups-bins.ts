import { UsageError } from '../base/errors.js'
import type { LazyNode } from '../graph/graph.js'
import type { Coord } from '../graph/spec.js'
import { shownArgument } from './arguments.js'
import { axisOf } from './labels-axis.js'
import { momentAt, type TimeAxis, timeAxis, timeFields } from './labels-calendar.js'
import { dimPosition } from './select.js'

/** Positions along a dim in groups: what the groups are called along which dim. */
export interface Groups {
  readonly dim: string
  /** The dim of the result. */
  readonly named: string
  readonly coord: Coord
  /** Positions of each group; none for a span of time in which nothing lies. */
  readonly members: readonly (readonly number[])[]
}

/** Which end of a span of time names it, and at which end a time belongs to it. */
export interface ResampleTimeOptions {
  readonly label?: 'start' | 'end'
  readonly closed?: 'left' | 'right'
}

/** Groups by `'time.month'` and the like, or by equal labels of a dim, in the order of their names. Throws `E_USAGE`. */
export function groupsBy(node: LazyNode, by: string, key?: readonly (number | string)[]): Groups {
  const [dim, field] = by.split('.') as [string, string | undefined]
  const extent = node.spec.shape[dimPosition(node.spec, dim, 'groupby')] as number
  const names = key ?? namesOf(node, dim, field)
  if (names.length !== extent) throw new UsageError(`groupby: ${names.length} classes were given for ${dim}, which has ${extent} positions`)
  const members = new Map<number | string, number[]>()
  for (const [at, name] of names.entries()) members.set(name, [...(members.get(name) ?? []), at])
  const sorted = [...members.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return {
    dim,
    named: field ?? (key === undefined ? dim : 'group'),
    coord: { kind: 'inline', labels: sorted },
    members: sorted.map((name) => members.get(name) as number[]),
  }
}

function namesOf(node: LazyNode, dim: string, field: string | undefined): readonly (number | string)[] {
  if (field === undefined) {
    const axis = axisOf(node.spec, dim)
    if (axis.kind === 'none' || axis.kind === 'rotated') throw new UsageError(`groupby: ${dim} has no labels along it`)
    return Array.from({ length: axis.count }, (_, at) => axis.at(at))
  }
  const read = Object.hasOwn(timeFields, field) ? timeFields[field] : undefined
  if (read === undefined)
    throw new UsageError(
      `groupby: ${dim}.${field} is not known; there are ${Object.keys(timeFields)
        .map((each) => `${dim}.${each}`)
        .join(', ')}`,
    )
  const axis = timeAxis('groupby', node.spec, dim)
  return Array.from({ length: axis.count }, (_, at) => read(momentAt(axis, at), axis.calendar))
}

/** A span of time: whole months, or milliseconds. */
interface Span {
  readonly months: number
  readonly ms: number
}

/** An ISO 8601 duration. Throws `E_USAGE` for others, and for those that mix months with days. */
function spanOf(text: unknown): Span {
  const match =
    typeof text === 'string'
      ? /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text)
      : null
  const [years, months, weeks, days, hours, minutes, seconds] = (match ?? []).slice(1).map((part) => Number(part ?? 0)) as number[]
  if (match === null)
    throw new UsageError(`resampleTime: ${shownArgument(text)} is no ISO 8601 duration: give one such as 'P1M', 'P10D', 'P1Y' or 'PT6H'`)
  const span = {
    months: (years as number) * 12 + (months as number),
    ms:
      ((weeks as number) * 7 + (days as number)) * 86_400_000 +
      (hours as number) * 3600e3 +
      (minutes as number) * 60e3 +
      (seconds as number) * 1e3,
  }
  if (span.months > 0 === span.ms > 0)
    throw new UsageError(
      `resampleTime: ${String(text)} is ${span.ms > 0 ? 'months and days together, which have no one length' : 'no time at all'}`,
    )
  return span
}

/**
 * Groups by spans of time of one length: months begin at the first of one, years in January, days at midnight, all from the first time on. Spans between the
 * first and the last time in which nothing lies are groups without members.
 */
export function groupsByTime(
  node: LazyNode,
  duration: string,
  { label = 'start', closed = 'left' }: ResampleTimeOptions,
  dim = 'time',
): Groups {
  dimPosition(node.spec, dim, 'resampleTime')
  const span = spanOf(duration)
  const axis = timeAxis('resampleTime', node.spec, dim)
  if (label !== 'start' && label !== 'end')
    throw new UsageError(`resampleTime: label ${shownArgument(label)} is not known; there are start and end`)
  if (closed !== 'left' && closed !== 'right')
    throw new UsageError(`resampleTime: closed ${shownArgument(closed)} is not known; there are left and right`)
  const times = Array.from({ length: axis.count }, (_, at) => axis.at(at))
  const edges = edgesOf(axis, span, Math.min(...times), Math.max(...times), closed)
  const members = edges.slice(1).map((): number[] => [])
  const inside = (ms: number, edge: number): boolean => (closed === 'left' ? edge <= ms : edge < ms)
  for (const [at, ms] of times.entries()) members[edges.findLastIndex((edge) => inside(ms, edge))]?.push(at)
  const labels = (label === 'start' ? edges.slice(0, -1) : edges.slice(1)).map((ms) => axis.label(ms))
  const coord: Coord = { kind: 'inline', labels, unit: axis.unit, ...(axis.name === undefined ? {} : { calendar: axis.name }) }
  return { dim, named: dim, coord, members }
}

/** Where spans begin and end, so that the first and the last time lie in one. */
function edgesOf(axis: TimeAxis, { months, ms }: Span, first: number, last: number, closed: 'left' | 'right'): number[] {
  const dayMs = 86_400_000
  const days = Math.floor(first / dayMs)
  const { year, month } = axis.calendar.fromDays(days)
  // Months count from the first one, whole years from January.
  const base = months % 12 === 0 && months > 0 ? 1 : month
  const edge = (index: number): number =>
    months > 0 ? axis.calendar.toDays(year, base + index * months, 1) * dayMs : days * dayMs + index * ms
  let index = 0
  while (closed === 'right' ? edge(index) >= first : edge(index) > first) index--
  while (closed === 'right' ? edge(index + 1) < first : edge(index + 1) <= first) index++
  const edges = [edge(index)]
  for (index++; ; index++) {
    edges.push(edge(index))
    if (closed === 'right' ? edge(index) >= last : edge(index) > last) return edges
    if (edges.length > 4096)
      throw new UsageError('resampleTime: more than 4096 spans lie between the first and the last time: take longer ones')
  }
}
