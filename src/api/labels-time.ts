import { UsageError } from '../base/errors.js'
import type { ScalarJson } from '../base/scalar.js'

/** A span of time, half-open, in milliseconds since 1970 UTC, and how much of the text was written. */
export interface Period {
  readonly fromMs: number
  readonly toMs: number
  readonly precision: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'
}

/** A CF unit such as `days since 2000-01-01`: labels count `unitMs` from `originMs`. */
export interface TimeUnit {
  readonly unitMs: number
  readonly originMs: number
}

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

/** Calendars whose dates are those of Date; in others (`noleap`, `360_day`) labels can only be selected as numbers. */
const commonCalendars: readonly string[] = ['standard', 'gregorian', 'proleptic_gregorian']

const isoPattern =
  /^([+-]?\d{4,6})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:\.(\d{1,9}))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/

/** The period that an ISO 8601 text names: `'2021'`, `'2021-06'`, `'2021-06-14'`, `'2021-06-14T10:20'`. UTC unless it says otherwise; null for other texts. */
export function parsePeriod(text: string): Period | null {
  const match = isoPattern.exec(text.trim())
  if (match === null) return null
  const [, year, month, day, hour, minute, second, fraction, zone] = match
  const fields = [
    Number(year),
    Number(month ?? 1) - 1,
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  ] as const
  const fromMs = utc(fields) + Number(`0.${fraction ?? 0}`) * 1000 - zoneMs(zone)
  const real = month === undefined || (fields[1] <= 11 && fields[2] >= 1 && fields[2] <= daysIn(fields[0], fields[1]) && fields[1] >= 0)
  if (!real || fields[3] > 24 || fields[4] > 59 || fields[5] > 60) return null
  if (month === undefined) return { fromMs, toMs: utc([fields[0] + 1, 0, 1, 0, 0, 0]), precision: 'year' }
  if (day === undefined) return { fromMs, toMs: utc([fields[0], fields[1] + 1, 1, 0, 0, 0]), precision: 'month' }
  if (hour === undefined) return { fromMs, toMs: fromMs + 86400e3, precision: 'day' }
  if (minute === undefined) return { fromMs, toMs: fromMs + 3600e3, precision: 'hour' }
  if (second === undefined) return { fromMs, toMs: fromMs + 60e3, precision: 'minute' }
  return { fromMs, toMs: fromMs + (fraction === undefined ? 1000 : 1), precision: 'second' }
}

/** `Date.UTC` without its rule that the years 0 to 99 mean 1900 to 1999. */
function utc([year, month, day, hour, minute, second]: readonly [number, number, number, number, number, number]): number {
  const date = new Date(Date.UTC(2000, month, day, hour, minute, second))
  const shift = date.getUTCFullYear() - 2000
  date.setUTCFullYear(year + shift, date.getUTCMonth(), 1)
  date.setUTCMonth(((month % 12) + 12) % 12, day)
  return date.getTime()
}

function daysIn(year: number, month: number): number {
  return new Date(utc([year, month + 1, 1, 0, 0, 0]) - 1).getUTCDate()
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60e3
}

/** Reads a CF time unit; null where the text is none, or the calendar is not that of Date. */
export function parseTimeUnit(unit: string | undefined, calendar: string | undefined): TimeUnit | null {
  const match = /^\s*([a-z]+)\s+since\s+(.+?)\s*$/i.exec(unit ?? '')
  if (match === null || !commonCalendars.includes((calendar ?? 'standard').toLowerCase())) return null
  const name = (match[1] as string).toLowerCase()
  const unitMs = unitsMs[shortUnits[name] ?? name.replace(/s$/, '')]
  const origin = parsePeriod(normalOrigin(match[2] as string))
  return unitMs === undefined || origin === null ? null : { unitMs, originMs: origin.fromMs }
}

/** CF origins may have one-digit fields, a blank before the zone, and `UTC`. */
function normalOrigin(text: string): string {
  return text
    .replace(/\s*(UTC|GMT)$/i, '')
    .replace(/\s+([+-]\d\d?:?\d\d)$/, '$1')
    .replace(/^(\d{4})-(\d{1,2})-(\d{1,2})/, (_, y: string, m: string, d: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`)
    .replace(/([T ])(\d):/, '$10$2:')
}

/** A label as milliseconds since 1970 UTC. */
export function labelToMs(label: ScalarJson, { unitMs, originMs }: TimeUnit): number {
  return originMs + Number(label) * unitMs
}

/** A time as short ISO text: the date alone at midnight UTC, no fraction where it is zero. */
export function formatTime(ms: number): string {
  if (!Number.isFinite(ms)) return 'NaT'
  const text = new Date(ms).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, -14) : text.replace(/\.000Z$/, 'Z')
}

/** What a user gave for a time: a Date, or a text that {@link parsePeriod} reads. Throws `E_USAGE`. */
export function periodOf(dim: string, label: unknown): Period {
  if (label instanceof Date && Number.isFinite(label.getTime())) {
    return { fromMs: label.getTime(), toMs: label.getTime() + 1, precision: 'second' }
  }
  const period = typeof label === 'string' ? parsePeriod(label) : null
  if (period !== null) return period
  throw new UsageError(`sel: ${String(label)} is not a time for ${dim}: give an ISO text such as '2021-06-14' or '2021-06', or a Date`)
}
