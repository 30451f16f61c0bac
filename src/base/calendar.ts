/** A day of a calendar; months and days count from 1. */
export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** How a calendar counts days from a fixed day on: 1970-01-01 where its days are those of the earth, else the first of its year 0. */
export interface Calendar {
  /** Its CF name. */
  readonly name: string
  /** Months beyond 1 to 12 are those of the years after and before. */
  toDays(year: number, month: number, day: number): number
  fromDays(days: number): CalendarDay
  /** Day of the week of the fixed day, from 0 for Monday; for calendars that are not the earth's as cftime counts it. */
  readonly firstWeekday: number
  /** Days of a month and of a year, where all have the same number: CF counts in them only then. */
  readonly monthDays?: number
  readonly yearDays?: number
}

const dayMs = 86_400_000

/** Julian day number of 1970-01-01. */
const epochDay = 2_440_588

const gregorian: Omit<Calendar, 'name'> = {
  toDays: (year, month, day) => {
    const date = new Date(Date.UTC(2000, month - 1, 1))
    date.setUTCFullYear(year + (date.getUTCFullYear() - 2000))
    return Math.floor(date.getTime() / dayMs) + day - 1
  },
  fromDays: (days) => {
    const date = new Date(days * dayMs)
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  },
  firstWeekday: 3,
}

/** Years begin in March, so that a leap day is the last of one: the usual arithmetic of day numbers. */
const julian: Omit<Calendar, 'name'> = {
  toDays: (year, month, day) => {
    const months = year * 12 + month - 3
    const [turned, at] = [Math.floor(months / 12), ((months % 12) + 12) % 12]
    return day + Math.floor((153 * at + 2) / 5) + 365 * turned + Math.floor(turned / 4) + 1_721_117 - epochDay
  },
  fromDays: (days) => {
    const past = days + epochDay - 1_721_118
    const turned = Math.floor((4 * past + 3) / 1461)
    const rest = past - Math.floor((1461 * turned) / 4)
    const at = Math.floor((5 * rest + 2) / 153)
    return { year: turned + Math.floor(at / 10), month: ((at + 2) % 12) + 1, day: rest - Math.floor((153 * at + 2) / 5) + 1 }
  },
  firstWeekday: 3,
}

/** First day of the Gregorian calendar, 1582-10-15: the day before is the 4th. */
const reform = gregorian.toDays(1582, 10, 15)

/** CF's `standard`: Julian until 1582-10-04, Gregorian from the day after, the 15th, on. */
const mixed: Omit<Calendar, 'name'> = {
  toDays: (year, month, day) => {
    const days = gregorian.toDays(year, month, day)
    return days >= reform ? days : julian.toDays(year, month, day)
  },
  fromDays: (days) => (days >= reform ? gregorian : julian).fromDays(days),
  firstWeekday: 3,
}

/** A calendar whose years are all alike. */
function evenCalendar(months: readonly number[]): Omit<Calendar, 'name'> {
  const before = months.map((_, at) => months.slice(0, at).reduce((sum, days) => sum + days, 0))
  const yearDays = months.reduce((sum, days) => sum + days, 0)
  const [monthDays] = months
  return {
    toDays: (y, month, day) => {
      const years = y + Math.floor((month - 1) / 12)
      return years * yearDays + (before[(((month - 1) % 12) + 12) % 12] as number) + day - 1
    },
    fromDays: (days) => {
      const year = Math.floor(days / yearDays)
      const rest = days - year * yearDays
      const at = before.filter((start) => start <= rest).length - 1
      return { year, month: at + 1, day: rest - (before[at] as number) + 1 }
    },
    firstWeekday: 0,
    yearDays,
    ...(monthDays !== undefined && months.every((days) => days === monthDays) ? { monthDays } : {}),
  }
}

const noleap = evenCalendar([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
const allLeap = evenCalendar([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
const thirty = evenCalendar(Array.from({ length: 12 }, () => 30))

/** Calendars by their CF names. */
const calendars: Readonly<Record<string, Omit<Calendar, 'name'>>> = {
  standard: mixed,
  gregorian: mixed,
  proleptic_gregorian: gregorian,
  julian,
  noleap,
  '365_day': noleap,
  all_leap: allLeap,
  '366_day': allLeap,
  '360_day': thirty,
}

/** Names of the calendars that are known, those of CF. */
export const calendarNames: readonly string[] = Object.keys(calendars)

/** The calendar of a CF name, `standard` where none is given; null for one that is not known. */
export function calendarNamed(name: string | undefined): Calendar | null {
  const key = (name ?? 'standard').toLowerCase()
  const calendar = Object.hasOwn(calendars, key) ? calendars[key] : undefined
  return calendar === undefined ? null : { name: key, ...calendar }
}

/** The calendar of dates on the earth as ISO 8601 and JavaScript have them. */
export const isoCalendar: Calendar = { name: 'proleptic_gregorian', ...gregorian }

/** Whether times of a calendar are milliseconds since 1970 UTC, as those of a Date: from 1582 on, for those of the earth. */
export function isOfEarth({ toDays }: Calendar): boolean {
  return toDays === gregorian.toDays || toDays === mixed.toDays
}

/** Milliseconds from a calendar's fixed day as short ISO text: the date alone at midnight, no fraction where it is zero, `NaT` for no time. */
export function timeText(ms: number, calendar: Calendar): string {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return 'NaT'
  const days = Math.floor(ms / dayMs)
  const { year, month, day } = calendar.fromDays(days)
  const sign = year < 0 ? '-' : year > 9999 ? '+' : ''
  const years = String(Math.abs(year)).padStart(sign === '' ? 4 : 6, '0')
  const date = `${sign}${years}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const clock = new Date(Math.floor(ms) - days * dayMs).toISOString().slice(10)
  return clock === 'T00:00:00.000Z' ? date : `${date}${clock.replace('.000Z', 'Z')}`
}
