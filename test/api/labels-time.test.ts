import { describe, expect, it } from 'vitest'
import { formatTime, labelToMs, parsePeriod, parseTimeUnit } from '../../src/api/labels-time.js'

const iso = (ms: number) => new Date(ms).toISOString()

describe('periods', () => {
  const cases: readonly [string, string, string][] = [
    ['2021', '2021-01-01T00:00:00.000Z', '2022-01-01T00:00:00.000Z'],
    ['2021-06', '2021-06-01T00:00:00.000Z', '2021-07-01T00:00:00.000Z'],
    ['2021-12', '2021-12-01T00:00:00.000Z', '2022-01-01T00:00:00.000Z'],
    ['2020-02-29', '2020-02-29T00:00:00.000Z', '2020-03-01T00:00:00.000Z'],
    ['2021-06-14T10', '2021-06-14T10:00:00.000Z', '2021-06-14T11:00:00.000Z'],
    ['2021-06-14 10:20', '2021-06-14T10:20:00.000Z', '2021-06-14T10:21:00.000Z'],
    ['2021-06-14T10:20:30Z', '2021-06-14T10:20:30.000Z', '2021-06-14T10:20:31.000Z'],
    ['2021-06-14T10:20:30.25', '2021-06-14T10:20:30.250Z', '2021-06-14T10:20:30.251Z'],
    ['2021-06-14T10:20+02:00', '2021-06-14T08:20:00.000Z', '2021-06-14T08:21:00.000Z'],
    ['0050-03-01', '0050-03-01T00:00:00.000Z', '0050-03-02T00:00:00.000Z'],
  ]
  it.each(cases)('%s', (text, from, to) => {
    const period = parsePeriod(text)
    expect([iso(period?.fromMs ?? Number.NaN), iso(period?.toMs ?? Number.NaN)]).toEqual([from, to])
  })

  it.each(['', 'June', '2021-13', '2021-02-29', '2021-6', '2021-06-14T25', '14.06.2021', '20210614'])('"%s" is none', (text) => {
    expect(parsePeriod(text)).toBeNull()
  })
})

describe('CF units', () => {
  const cases: readonly [string, number, string][] = [
    ['days since 2000-01-01', 7835, '2021-06-14'],
    ['hours since 1900-01-01 00:00:00.0', 1064544, '2021-06-11'],
    ['seconds since 1970-01-01T00:00:00Z', 1623629400, '2021-06-14T00:10:00Z'],
    ['minutes since 2021-06-14 10:00:00 +02:00', 30, '2021-06-14T08:30:00Z'],
    ['milliseconds since 1970-1-1', 86400000, '1970-01-02'],
    ['days since 2021-06-14 UTC', 0.5, '2021-06-14T12:00:00Z'],
  ]
  it.each(cases)('%s', (unit, label, expected) => {
    const parsed = parseTimeUnit(unit, 'standard')
    expect(parsed).not.toBeNull()
    expect(formatTime(labelToMs(label, parsed!))).toBe(expected)
  })

  it('reads no units that are no times, and no calendars that are not known', () => {
    expect(parseTimeUnit('days since 2000-01-01', 'lunar')).toBeNull()
    expect(parseTimeUnit('months since 2000-01-01', undefined)).toBeNull()
    expect(parseTimeUnit('metre', undefined)).toBeNull()
  })
})
