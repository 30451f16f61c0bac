import { calendarNamed, calendarNames } from '../base/calendar.js'
import { UsageError } from '../base/errors.js'
import { scalarToJson } from '../base/scalar.js'
import { maxInlineLabels, maxListedEven } from '../graph/labels.js'
import type { Coord } from '../graph/spec.js'
import { objectArgument, shownArgument } from './arguments.js'
import { parsePeriod, periodOf } from './labels-time.js'

/**
 * Labels along a dim as users give them: numbers, texts, Dates (or ISO texts along `time`), or a start and a step; times of another calendar of CF as their dates
 * (`{ labels: ['2001-02-30'], calendar: '360_day' }`).
 */
export type CoordLike =
  | readonly (number | string | Date)[]
  | { readonly start: number; readonly step: number; readonly unit?: string }
  | CalendarLabels

/** Dates of a calendar: `standard`, `proleptic_gregorian`, `julian`, `noleap`, `all_leap`, `360_day`. */
export interface CalendarLabels {
  readonly labels: readonly string[]
  readonly calendar: string
}

/** How times are kept where nobody said: whole seconds where all are, else milliseconds. */
const epoch = 'since 1970-01-01T00:00:00Z'

/** Labels of a dim of some extent. Throws `E_USAGE` for another number of labels, and for more than 65,536 that are not regular. */
export function coordFrom(dim: string, given: CoordLike, extent: number): Coord {
  if (isCalendar(given)) return calendarCoord(dim, given, extent)
  if (!isList(given)) {
    const { start, step, unit } = objectArgument(`labels of ${dim}`, given, 'a list of labels, or { start, step }')
    if (!Number.isFinite(start) || !Number.isFinite(step) || (unit !== undefined && typeof unit !== 'string'))
      throw new UsageError(`labels of ${dim}: ${shownArgument(given)} was given, expected a list, or { start, step } with two numbers`)
    return { kind: 'regular', start: given.start, step: given.step, ...(given.unit === undefined ? {} : { unit: given.unit }) }
  }
  if (given.length !== extent) throw new UsageError(`${given.length} labels for ${dim}, which has ${extent} positions`)
  const regular = extent > maxListedEven ? regularFrom(given) : null
  if (regular !== null) return regular
  if (extent > maxInlineLabels) {
    throw new UsageError(`${extent} labels for ${dim}: at most ${maxInlineLabels} can be listed; give { start, step } for regular ones`)
  }
  const odd = given.findIndex((label) => !isLabel(label))
  if (odd >= 0) throw new UsageError(`labels of ${dim}: ${shownArgument(given[odd])} is no label: give numbers, texts or Dates`)
  const times = given.map((label) => timeOf(dim, label))
  if (times.every((ms) => ms !== null)) return timeCoord(times)
  if (given.some((label) => label instanceof Date)) throw new UsageError(`the labels of ${dim} mix Dates with other kinds`)
  return { kind: 'inline', labels: given.map((label) => (typeof label === 'number' ? scalarToJson(label) : String(label))) }
}

function isCalendar(given: CoordLike): given is CalendarLabels {
  return typeof given === 'object' && given !== null && 'calendar' in given
}

/** Dates of a calendar as counts of days, or of seconds where some have an hour. Throws `E_USAGE` for days that it does not have. */
function calendarCoord(dim: string, { labels, calendar: name }: CalendarLabels, extent: number): Coord {
  const calendar = calendarNamed(name)
  if (calendar === null)
    throw new UsageError(`labels of ${dim}: the calendar ${shownArgument(name)} is not known; there are ${calendarNames.join(', ')}`)
  if (!Array.isArray(labels)) throw new UsageError(`labels of ${dim}: labels is ${shownArgument(labels)}, expected a list of dates`)
  if (labels.length !== extent) throw new UsageError(`${labels.length} labels for ${dim}, which has ${extent} positions`)
  if (extent > maxInlineLabels) throw new UsageError(`${extent} labels for ${dim}: at most ${maxInlineLabels} can be listed`)
  const times = labels.map((label: unknown) => periodOf(dim, label, calendar, 'labels').fromMs)
  const dayMs = 86_400_000
  const [size, word] = times.every((ms) => ms % dayMs === 0) ? [dayMs, 'days'] : [1000, 'seconds']
  const start = calendar.toDays(1970, 1, 1) * dayMs
  return { kind: 'inline', labels: times.map((ms) => (ms - start) / size), unit: `${word} since 1970-01-01`, calendar: calendar.name }
}

function isLabel(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'string' || (value instanceof Date && Number.isFinite(value.getTime()))
}

function isList(given: CoordLike): given is readonly (number | string | Date)[] {
  return Array.isArray(given)
}

/** Many labels that are numbers a constant step apart need not be listed. */
function regularFrom(given: readonly (number | string | Date)[]): Coord | null {
  const [start, second] = given
  if (typeof start !== 'number' || typeof second !== 'number') return null
  const step = second - start
  return given.every((label, index) => label === start + index * step) ? { kind: 'regular', start, step } : null
}

/** Texts are times along the dim `time` only: elsewhere '2021' may be a name. */
function timeOf(dim: string, label: number | string | Date): number | null {
  if (label instanceof Date) return label.getTime()
  if (dim !== 'time' || typeof label !== 'string') return null
  const period = parsePeriod(label)
  if (period === null && /^[+-]?\d{4,6}-\d/.test(label))
    throw new UsageError(`labels of time: "${label}" is no date: give an ISO text such as '2021-06-14' or '2021-06', or a Date`)
  return period?.fromMs ?? null
}

function timeCoord(times: readonly number[]): Coord {
  const seconds = times.every((ms) => ms % 1000 === 0)
  const labels = seconds ? times.map((ms) => ms / 1000) : [...times]
  return { kind: 'inline', labels, unit: `${seconds ? 'seconds' : 'milliseconds'} ${epoch}`, calendar: 'proleptic_gregorian' }
}
