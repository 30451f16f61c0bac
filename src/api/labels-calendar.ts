import { type Calendar, calendarNamed, calendarNames } from '../base/calendar.js'
import { UsageError } from '../base/errors.js'
import { ownLabels } from '../graph/labels.js'
import type { ArraySpec, Coord } from '../graph/spec.js'
import { labelToMs, msToLabel, parseTimeUnit } from './labels-time.js'

/** A moment in some calendar; months and days count from 1, `ms` is the time of day. */
export interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly ms: number
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

/** The times along a dim. Throws `E_USAGE` where its labels are no times, or of a calendar that is not known. */
export function timeAxis(what: string, spec: ArraySpec, dim: string): TimeAxis {
  const coord = ownLabels(spec, dim) as Exclude<Coord, { kind: 'affine' }> | undefined
  const refuse = (why: string): never => {
    throw new UsageError(`${what}: ${dim} ${why}`)
  }
  if (coord === undefined) return refuse('has no labels')
  const { unit = '' } = coord
  const name = coord.kind === 'inline' ? coord.calendar : undefined
  const time = parseTimeUnit(unit, name)
  if (time === null) return refuse(whyNoTimes(unit, name))
  const at = (index: number): number =>
    labelToMs(coord.kind === 'inline' ? (coord.labels[index] as number) : coord.start + index * coord.step, time)
  return {
    calendar: time.calendar,
    count: spec.shape[spec.dims.indexOf(dim)] as number,
    at,
    label: (ms) => msToLabel(ms, time),
    unit,
    name,
  }
}

function whyNoTimes(unit: string, name: string | undefined): string {
  if (calendarNamed(name) === null) return `has the calendar ${name}, which is not known; there are ${calendarNames.join(', ')}`
  const [, word] = /^\s*([a-z_]+)\s+since\s/i.exec(unit) ?? []
  if (word !== undefined && /^(months?|years?|common_years?)$/i.test(word))
    return `counts in ${word}, which have no fixed length in the calendar ${name ?? 'standard'}`
  return `has no times for labels, but ${unit === '' ? 'labels without a unit' : `"${unit}"`}`
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
  dayofweek: ({ year, month, day }, calendar) => (((calendar.toDays(year, month, day) + calendar.firstWeekday) % 7) + 7) % 7,
}
