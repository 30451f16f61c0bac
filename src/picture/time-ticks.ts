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

/** Marks of a time axis in milliseconds since 1970 UTC: begins of years, months, days or hours, at most so many, and their names. */
export function timeTicks(from: number, to: number, most: number): Ticks {
  const span = to - from
  const step = steps.find((each) => span / each <= most)
  const values =
    step === undefined
      ? monthStarts(from, to, months.find((each) => span / (each * 30.4 * day) <= most) ?? 2400)
      : multiples(from, to, step)
  const isDaily = values.every((value) => value % day === 0)
  const isMonthly = values.every((value) => new Date(value).getUTCDate() === 1) && isDaily
  const isYearly = isMonthly && values.every((value) => new Date(value).getUTCMonth() === 0)
  const letters = isYearly ? [0, 4] : isMonthly ? [0, 7] : isDaily ? [0, 10] : [5, 16]
  const labels = values.map((value) =>
    new Date(value)
      .toISOString()
      .slice(...(letters as [number, number]))
      .replace('T', ' '),
  )
  return { values, labels }
}

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, at) => (first + at) * step)
}

function monthStarts(from: number, to: number, step: number): number[] {
  const values: number[] = []
  const first = new Date(from)
  const start = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step
  for (let month = start; ; month += step) {
    const value = Date.UTC(Math.floor(month / 12), month % 12, 1)
    if (value > to) return values
    if (value >= from) values.push(value)
  }
}
