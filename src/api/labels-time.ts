import { type Calendar, calendarNamed, isOfEarth, isoCalendar, timeText } from '../base/calendar.js'
import { UsageError } from '../base/errors.js'
import type { ScalarJson } from '../base/scalar.js'

/** A span of time, half-open, in milliseconds from the fixed day of its calendar (since 1970 UTC for the usual one), and how much of the text was written. */
export interface Period {
  readonly fromMs: number
  readonly toMs: number
  readonly precision: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'
}

/** A CF unit such as `days since 2000-01-01`: labels count `unitMs` from `originMs` in a calendar. */
export interface TimeUnit {
  readonly unitMs: number
  readonly originMs: number
  readonly calendar: Calendar
}

const dayMs = 86_400_000

const unitsMs: Readonly<Record<string, number>> = {
  nanosecond: 1e-6,
  microsecond: 1e-3,
  millisecond: 1,
  second: 1e3,
  minute: 60e3,
  hour: 3600e3,
  day: 86400e3,
  week: 7 * 86400e3,
}

const shortUnits: Readonly<Record<string, string>> = {
  ns: 'nanosecond',
  us: 'microsecond',
  ms: 'millisecond',
  msec: 'millisecond',
  s: 'second',
  sec: 'second',
  min: 'minute',
  h: 'hour',
  hr: 'hour',
  d: 'day',
}

const durationUnits: Readonly<Record<string, string>> = {
  W: 'week',
  D: 'day',
  H: 'hour',
  M: 'minute',
  T: 'minute',
  MIN: 'minute',
  S: 'second',
  MS: 'millisecond',
}

/** A span of time such as `'2D'`, `'12h'`, `'90 min'`, `'30s'`, `'500 ms'` or `'1.5 days'` in milliseconds; null for other texts. Months have no length. */
export function parseDuration(text: string): number | null {
  const match = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*([a-zA-Z]+)\s*$/.exec(text)
  if (match === null || match[2] === 'M') return null
  const word = match[2] as string
  const name = durationUnits[word.toUpperCase()] ?? shortUnits[word.toLowerCase()] ?? word.toLowerCase().replace(/s$/, '')
  const unitMs = unitsMs[name]
  return unitMs === undefined ? null : Number(match[1]) * unitMs
}

const isoPattern =
  /^([+-]?\d{4,6})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:\.(\d{1,9}))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/

/**
 * The period that an ISO 8601 text names: `'2021'`, `'2021-06'`, `'2021-06-14'`, `'2021-06-14T10:20'`, as a calendar has it. UTC unless it says otherwise; null for other
 * texts, and for dates that the calendar does not have.
 */
export function parsePeriod(text: string, calendar: Calendar = isoCalendar): Period | null {
  const match = isoPattern.exec(text.trim())
  if (match === null) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)))
  const [, , writtenMonth, writtenDay, writtenHour, writtenMinute, writtenSecond, fraction, zone] = match
  const days = calendar.toDays(year, month, day)
  const real = calendar.fromDays(days)
  if (real.year !== year || real.month !== month || real.day !== day || hour > 24 || minute > 59 || second > 60) return null
  const clock = hour * 3600e3 + minute * 60e3 + second * 1e3 + Number(`0.${fraction ?? 0}`) * 1000 - zoneMs(zone)
  const fromMs = days * dayMs + clock
  if (writtenMonth === undefined) return { fromMs, toMs: calendar.toDays(year + 1, 1, 1) * dayMs, precision: 'year' }
  if (writtenDay === undefined) return { fromMs, toMs: calendar.toDays(year, month + 1, 1) * dayMs, precision: 'month' }
  if (writtenHour === undefined) return { fromMs, toMs: fromMs + dayMs, precision: 'day' }
  if (writtenMinute === undefined) return { fromMs, toMs: fromMs + 3600e3, precision: 'hour' }
  if (writtenSecond === undefined) return { fromMs, toMs: fromMs + 60e3, precision: 'minute' }
  return { fromMs, toMs: fromMs + (fraction === undefined ? 1000 : 1), precision: 'second' }
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60e3
}

/** Reads a CF time unit; null where the text is none, or the calendar is not known. Months and years are units where all are of one length (`360_day`). */
export function parseTimeUnit(unit: string | undefined, calendar: string | undefined): TimeUnit | null {
  const match = /^\s*([a-z_]+)\s+since\s+(.+?)\s*$/i.exec(unit ?? '')
  const known = calendarNamed(calendar)
  if (match === null || known === null) return null
  const unitMs = unitLength(match[1] as string, known)
  const origin = parsePeriod(normalOrigin(match[2] as string), known)
  return unitMs === undefined || origin === null ? null : { unitMs, originMs: origin.fromMs, calendar: known }
}

function unitLength(word: string, { monthDays, yearDays }: Calendar): number | undefined {
  const name = word.toLowerCase()
  if (/^(common_)?years?$/.test(name)) return yearDays === undefined ? undefined : yearDays * dayMs
  if (/^months?$/.test(name)) return monthDays === undefined ? undefined : monthDays * dayMs
  return unitsMs[shortUnits[name] ?? name.replace(/s$/, '')]
}

/** CF origins may have one-digit fields, a blank before the zone, and `UTC`. */
function normalOrigin(text: string): string {
  return text
    .replace(/\s*(UTC|GMT)$/i, '')
    .replace(/\s+([+-]\d\d?:?\d\d)$/, '$1')
    .replace(
      /^(\d{1,4})-(\d{1,2})-(\d{1,2})/,
      (_, y: string, m: string, d: string) => `${y.padStart(4, '0')}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
    )
    .replace(/([T ])(\d):/, '$10$2:')
    .replace(/:(?=\d(?:\D|$))/g, ':0')
}

/** A label as milliseconds from the fixed day of its calendar: since 1970 UTC for the usual one. */
export function labelToMs(label: ScalarJson, { unitMs, originMs }: TimeUnit): number {
  return originMs + Number(label) * unitMs
}

/** A time in milliseconds as a label; see {@link labelToMs}. */
export function msToLabel(ms: number, { unitMs, originMs }: TimeUnit): number {
  return (ms - originMs) / unitMs
}

/** A time as short ISO text in its calendar: the date alone at midnight UTC, no fraction where it is zero. */
export function formatTime(ms: number, calendar: Calendar = isoCalendar): string {
  return timeText(ms, calendar)
}

/** What a user gave for a time of a calendar: a Date (its day and hour are meant, in UTC), or a text that {@link parsePeriod} reads. Throws `E_USAGE`. */
export function periodOf(dim: string, label: unknown, calendar: Calendar, what = 'sel'): Period {
  if (label instanceof Date && Number.isFinite(label.getTime())) {
    const ms = calendarMs(label, calendar)
    return { fromMs: ms, toMs: ms + 1, precision: 'second' }
  }
  const period = typeof label === 'string' ? parsePeriod(label, calendar) : null
  if (period !== null) return period
  const odd = typeof label === 'string' && isOfEarth(calendar) === false && isoPattern.test(label.trim())
  const why = odd ? ` in the calendar ${calendar.name}` : ''
  throw new UsageError(
    `${what}: ${String(label)} is not a time for ${dim}${why}: give an ISO text such as '2021-06-14' or '2021-06', or a Date`,
  )
}

/** The day and hour of a Date, in UTC, as milliseconds of a calendar; days that it does not have go on into the next month. */
function calendarMs(date: Date, calendar: Calendar): number {
  const days = calendar.toDays(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
  return days * dayMs + (((date.getTime() % dayMs) + dayMs) % dayMs)
}
