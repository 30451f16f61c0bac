import { UsageError } from '../base/errors.js'
import { ownLabels } from '../graph/labels.js'
import type { ArraySpec, Coord } from '../graph/spec.js'

/** A moment in some calendar; months and days count from 1, `ms` is the time of day. */
export interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly ms: number
}

/** How a calendar counts days from a fixed day on. */
export interface Calendar {
  toDays(year: number, month: number, day: number): number
  fromDays(days: number): Omit<Moment, 'ms'>
}

/** A CF time coordinate: its calendar, and its labels as milliseconds from the calendar's fixed day. */
export interface TimeAxis {
  readonly calendar: Calendar
  readonly count: number
  at(index: number): number
  /** A time in milliseconds as a label of the coordinate. */
  label(ms: number): number
  readonly unit: string
  readonly name: string | undefined
}

const dayMs = 86_400_000

const unitsMs: Readonly<Record<string, number>> = {
  nanosecond: 1e-6,
  microsecond: 1e-3,
  millisecond: 1,
  second: 1e3,
  minute: 60e3,
  hour: 3600e3,
  day: dayMs,
  week: 7 * dayMs,
}
const shortUnits: Readonly<Record<string, string>> = {
  ns: 'nanosecond',
  us: 'microsecond',
  ms: 'millisecond',
  s: 'second',
  sec: 'second',
  min: 'minute',
  h: 'hour',
  hr: 'hour',
  d: 'day',
}

const gregorian: Calendar = {
  toDays: (year, month, day) => {
    const date = new Date(Date.UTC(2000, month - 1, 1))
    date.setUTCFullYear(year + (date.getUTCFullYear() - 2000))
    return Math.floor(date.getTime() / dayMs) + day - 1
  },
  fromDays: (days) => {
    const date = new Date(days * dayMs)
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  },
}

/** A calendar whose years are all alike. */
function evenCalendar(months: readonly number[]): Calendar {
  const before = months.map((_, at) => months.slice(0, at).reduce((sum, days) => sum + days, 0))
  const year = months.reduce((sum, days) => sum + days, 0)
  return {
    toDays: (y, month, day) => {
      const years = y + Math.floor((month - 1) / 12)
      return years * year + (before[(((month - 1) % 12) + 12) % 12] as number) + day - 1
    },
    fromDays: (days) => {
      const y = Math.floor(days / year)
      const rest = days - y * year
      const at = before.filter((start) => start <= rest).length - 1
      return { year: y, month: at + 1, day: rest - (before[at] as number) + 1 }
    },
  }
}

const noleap = evenCalendar([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
const allLeap = evenCalendar([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
const thirty = evenCalendar(Array.from({ length: 12 }, () => 30))

/** Calendars by their CF names. */
const calendars: Readonly<Record<string, Calendar>> = {
  standard: gregorian,
  gregorian,
  proleptic_gregorian: gregorian,
  noleap,
  '365_day': noleap,
  all_leap: allLeap,
  '366_day': allLeap,
  '360_day': thirty,
}

/** The times along a dim. Throws `E_USAGE` where its labels are no times, or of a calendar that is not known. */
export function timeAxis(what: string, spec: ArraySpec, dim: string): TimeAxis {
  const coord = ownLabels(spec, dim) as Exclude<Coord, { kind: 'affine' }> | undefined
  const refuse = (why: string): never => {
    throw new UsageError(`${what}: ${dim} ${why}`)
  }
  if (coord === undefined) return refuse('has no labels')
  const { unit = '' } = coord
  const match =
    /^\s*([a-z]+)\s+since\s+(-?\d{1,6})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?)?\s*(Z|UTC|[+-]0{1,2}:?0{0,2})?\s*$/i.exec(
      unit,
    )
  if (match === null) return refuse(`has no times for labels, but ${unit === '' ? 'labels without a unit' : `"${unit}"`}`)
  const word = (match[1] as string).toLowerCase()
  const unitMs = unitsMs[shortUnits[word] ?? word.replace(/s$/, '')]
  const name = coord.kind === 'inline' ? coord.calendar : undefined
  const calendar = calendars[(name ?? 'standard').toLowerCase()]
  if (calendar === undefined) return refuse(`has the calendar ${name}, which is not known; there are ${Object.keys(calendars).join(', ')}`)
  if (unitMs === undefined) return refuse(`counts in ${word}, which have no fixed length`)
  const [, , year, month, day, hour = 0, minute = 0, second = 0] = match.map(Number)
  const clock = [hour, minute, second].map((part) => (Number.isFinite(part) ? (part as number) : 0)) as [number, number, number]
  const origin =
    calendar.toDays(year as number, month as number, day as number) * dayMs + clock[0] * 3600e3 + clock[1] * 60e3 + clock[2] * 1e3
  const at = (index: number): number =>
    origin + Number(coord.kind === 'inline' ? coord.labels[index] : coord.start + index * coord.step) * unitMs
  return { calendar, count: spec.shape[spec.dims.indexOf(dim)] as number, at, label: (ms) => (ms - origin) / unitMs, unit, name }
}

/** A time of an axis as its calendar has it. */
export function momentAt({ calendar, at }: Pick<TimeAxis, 'calendar' | 'at'>, index: number): Moment {
  const ms = at(index)
  const days = Math.floor(ms / dayMs)
  return { ...calendar.fromDays(days), ms: ms - days * dayMs }
}

/** What `time.<field>` means: a number, or a season's name. */
export const timeFields: Readonly<Record<string, (moment: Moment, calendar: Calendar) => number | string>> = {
  year: ({ year }) => year,
  month: ({ month }) => month,
  day: ({ day }) => day,
  hour: ({ ms }) => Math.floor(ms / 3600e3),
  minute: ({ ms }) => Math.floor(ms / 60e3) % 60,
  quarter: ({ month }) => Math.ceil(month / 3),
  season: ({ month }) => ['DJF', 'MAM', 'JJA', 'SON'][Math.floor((month % 12) / 3)] as string,
  dayofyear: ({ year, month, day }, calendar) => calendar.toDays(year, month, day) - calendar.toDays(year, 1, 1) + 1,
  dayofweek: ({ year, month, day }) => (((gregorian.toDays(year, month, day) + 3) % 7) + 7) % 7,
}
