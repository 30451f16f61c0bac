import { UsageError } from '../base/errors.js'
import { parsePeriod } from './labels-time.js'

/** Parts of a time, by the letter after `%`: what they look like, and what they are. */
const parts: Readonly<Record<string, { readonly pattern: string; readonly name: string }>> = {
  Y: { pattern: '\\d{4}', name: 'year' },
  y: { pattern: '\\d{2}', name: 'shortYear' },
  m: { pattern: '\\d{2}', name: 'month' },
  d: { pattern: '\\d{2}', name: 'day' },
  j: { pattern: '\\d{3}', name: 'dayOfYear' },
  H: { pattern: '\\d{2}', name: 'hour' },
  M: { pattern: '\\d{2}', name: 'minute' },
  S: { pattern: '\\d{2}', name: 'second' },
}

/** A format of times: what they look like in a name, and the ISO text of one. */
export interface TimeFormat {
  /** A regular expression without groups. */
  readonly pattern: string
  /** Throws `E_USAGE` for what is no date: the 30th of February. */
  iso(text: string): string
}

/**
 * A format of times: `%Y` year, `%y` year without century (69 to 99 are of the 20th), `%m` month, `%d` day, `%j` day of the year, `%H`, `%M`, `%S`; all else as it is. It
 * needs a year. Throws `E_USAGE` for other letters.
 */
export function timeFormat(format: string): TimeFormat {
  const names: string[] = []
  let [pattern, groups] = ['', '']
  for (const [, letter, plain] of format.matchAll(/%(.)|([^%]+)/g)) {
    if (plain !== undefined) {
      const literal = plain.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
      pattern += literal
      groups += literal
      continue
    }
    const part = Object.hasOwn(parts, letter as string) ? parts[letter as string] : undefined
    if (part === undefined)
      throw new UsageError(
        `the time format "${format}" has %${letter}; known are ${Object.keys(parts)
          .map((key) => `%${key}`)
          .join(' ')}`,
      )
    names.push(part.name)
    pattern += part.pattern
    groups += `(${part.pattern})`
  }
  if (!names.includes('year') && !names.includes('shortYear'))
    throw new UsageError(`the time format "${format}" has no year: give %Y, as in %Y%m%d`)
  const whole = new RegExp(`^${groups}$`)
  return {
    pattern,
    iso(text) {
      const values = whole.exec(text)?.slice(1) ?? []
      return isoOf(Object.fromEntries(names.map((name, at) => [name, values[at] as string])), text, format)
    },
  }
}

/** The ISO text of the parts of a time; those that are finer than the finest given are left out. */
function isoOf(given: Readonly<Record<string, string>>, text: string, format: string): string {
  const { month, day, dayOfYear, hour, minute, second } = given
  const year = given.year ?? `${Number(given.shortYear) >= 69 ? '19' : '20'}${given.shortYear}`
  const date = dayOfYear === undefined ? [year, month, day].filter((part) => part !== undefined).join('-') : dateOf(year, dayOfYear)
  const time = hour === undefined ? '' : `T${hour}:${minute ?? '00'}:${second ?? '00'}`
  const whole = time === '' ? date : `${date.length === 10 ? date : `${year}-${month ?? '01'}-${day ?? '01'}`}${time}`
  if (date !== '' && parsePeriod(whole) !== null) return whole
  throw new UsageError(`"${text}" is no time of the format ${format}`)
}

function dateOf(year: string, dayOfYear: string): string {
  const date = new Date(Date.UTC(Number(year), 0, Number(dayOfYear)))
  return Number(dayOfYear) >= 1 && date.getUTCFullYear() === Number(year) ? date.toISOString().slice(0, 10) : ''
}
