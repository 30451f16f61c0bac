import { type Calendar, isoCalendar, timeText } from '../base/calendar.js'
import type { Ticks } from './ticks.js'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const steps = [
  second,
  5 * second,
  15 * second,
  30 * second,
  minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  7 * day,
  14 * day,
]
const months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]

/**
 * Marks of a time axis in milliseconds (since 1970 UTC, or from the fixed day of another calendar): begins of years, months, days or hours, at most so many, and their
 * names.
 */
export function timeTicks(from: number, to: number, most: number, calendar: Calendar = isoCalendar): Ticks {
  const span = to - from
  const step = steps.find((each) => span / each <= most)
  const values =
    step === undefined
      ? monthStarts(calendar, from, to, months.find((each) => span / (each * 30.4 * day) <= most) ?? 2400)
      : multiples(from, to, step)
  const isDaily = values.every((value) => value % day === 0)
  const dates = values.map((value) => calendar.fromDays(Math.floor(value / day)))
  const isMonthly = isDaily && dates.every((date) => date.day === 1)
  const isYearly = isMonthly && dates.every((date) => date.month === 1)
  const labels = values.map((value) => {
    const [date = '', clock = '00:00'] = timeText(value, calendar).split('T')
    if (isDaily) return isYearly ? date.slice(0, -6) : isMonthly ? date.slice(0, -3) : date
    return `${date.slice(-5)} ${clock.slice(0, 5)}`
  })
  return { values, labels }
}

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, at) => (first + at) * step)
}

function monthStarts(calendar: Calendar, from: number, to: number, step: number): number[] {
  const values: number[] = []
  const first = calendar.fromDays(Math.floor(from / day))
  const start = Math.ceil((first.year * 12 + first.month - 1) / step) * step
  for (let month = start; ; month += step) {
    const value = calendar.toDays(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1) * day
    if (value > to) return values
    if (value >= from) values.push(value)
  }
}
