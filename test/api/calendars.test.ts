import { describe, expect, it } from 'vitest'
import { applyOp } from '../../src/api/apply.js'
import { nodeOf, wrapped } from '../../src/api/data-array.js'
import { calendarNamed, calendarNames } from '../../src/base/calendar.js'
import { concat, DataArray, slice } from '../../src/index.js'

/** An array whose values are 0, 1, 2 and so on, with times of a calendar. */
function inCalendar(calendar: string, labels: readonly number[], unit = 'days since 2000-01-01'): DataArray<'time'> {
  const plain = DataArray.fromArray(
    Float64Array.from(labels, (_, at) => at),
    { dims: ['time'], shape: [labels.length] },
  )
  return wrapped(applyOp('relabel', { coords: { time: { kind: 'inline', labels: [...labels], unit, calendar } } }, [nodeOf(plain)]))
}

const daily = Array.from({ length: 800 }, (_, at) => at)
const values = async (array: DataArray<string>): Promise<number[]> => Array.from((await array.compute({ workers: 0 })).values, Number)

describe('calendars', () => {
  it.each(calendarNames)('%s: every day has one date, there and back', (name) => {
    const calendar = calendarNamed(name)
    if (calendar === null) throw new Error(name)
    for (let days = -900_000; days < 900_000; days += 367) {
      const { year, month, day } = calendar.fromDays(days)
      expect(calendar.toDays(year, month, day)).toBe(days)
    }
  })

  it.each([
    ['360_day', 59, '2000-02-30'],
    ['360_day', 361, '2001-01-02'],
    ['noleap', 59, '2000-03-01'],
    ['365_day', 365, '2001-01-01'],
    ['all_leap', 366, '2001-01-01'],
    ['julian', 59, '2000-02-29'],
    ['standard', 59, '2000-02-29'],
    ['proleptic_gregorian', 60, '2000-03-01'],
  ])('%s: labels are shown as dates', (calendar, at, date) => {
    expect(inCalendar(calendar, daily).coords.time?.[at]).toBe(date)
  })

  it('the standard one is Julian before 1582-10-15', () => {
    expect(inCalendar('standard', [730121, 730122], 'days since 1-1-1 00:00:0.0').coords.time).toEqual(['2000-01-01', '2000-01-02'])
    expect(inCalendar('proleptic_gregorian', [730119], 'days since 0001-01-01').coords.time).toEqual(['2000-01-01'])
    expect(inCalendar('standard', [0, 1], 'days since 1582-10-04').coords.time).toEqual(['1582-10-04', '1582-10-15'])
  })

  it('dates select in them', async () => {
    const thirty = inCalendar('360_day', daily)
    expect(await values(thirty.sel({ time: '2001-02-30' }))).toEqual([419])
    expect(await values(thirty.sel({ time: '2001-02' }))).toEqual(daily.slice(390, 420))
    expect(await values(thirty.sel({ time: slice('2000-12-29', '2001-01-02') }))).toEqual([358, 359, 360, 361])
    expect(await values(thirty.sel({ time: ['2000-02-30', '2000-02-29'] }))).toEqual([59, 58])
    expect(await values(thirty.sel({ time: '2009-01-01' }, { method: 'nearest' }))).toEqual([799])
    expect(await values(thirty.sel({ time: new Date(Date.UTC(2000, 2, 1)) }))).toEqual([60])
    expect(await values(inCalendar('noleap', daily).sel({ time: '2000-03-01' }))).toEqual([59])
    expect(await values(inCalendar('all_leap', daily).sel({ time: '2001-02-29' }))).toEqual([366 + 59])
  })

  it('dates that they do not have are refused, and missing ones named', () => {
    expect(() => inCalendar('noleap', daily).sel({ time: '2000-02-29' })).toThrow(
      '2000-02-29 is not a time for time in the calendar noleap',
    )
    expect(() => inCalendar('360_day', daily).sel({ time: '2001-01-31' })).toThrow('in the calendar 360_day')
    expect(() => inCalendar('360_day', [0, 30]).sel({ time: '2000-01-20' })).toThrow(
      "time has no label in 2000-01-20; the nearest is 2000-02-01, use method 'nearest' to take it. Labels: 2000-01-01, 2000-02-01",
    )
    expect(() => inCalendar('lunar', daily).groupby('time.month')).toThrow('has the calendar lunar, which is not known; there are standard')
  })

  it('months are theirs', async () => {
    const thirty = inCalendar('360_day', daily)
    expect(thirty.resampleTime('P1M').count().coords.time?.slice(0, 3)).toEqual(['2000-01-01', '2000-02-01', '2000-03-01'])
    expect((await values(thirty.resampleTime('P1M').count())).slice(0, 26)).toEqual(Array.from({ length: 26 }, () => 30))
    expect(await values(thirty.groupby('time.month').count())).toEqual([90, 90, 80, ...Array.from({ length: 9 }, () => 60)])
    expect((await values(inCalendar('noleap', daily).resampleTime('P1M').count())).slice(0, 3)).toEqual([31, 28, 31])
    expect((await values(inCalendar('all_leap', daily).resampleTime('P1Y').count())).slice(0, 2)).toEqual([366, 366])
  })

  it('reindex, interp and concat take and give their dates', async () => {
    const thirty = inCalendar('360_day', [0, 30, 60])
    const other = thirty.reindex({ time: ['2000-02-01', '2000-02-30'] }, { method: 'nearest' })
    expect(other.coords.time).toEqual(['2000-02-01', '2000-02-30'])
    expect(await values(other)).toEqual([1, 2])
    expect(await values(thirty.interp({ time: ['2000-02-16'] }))).toEqual([1.5])
    const later = inCalendar('360_day', [0, 24], 'hours since 2000-03-30')
    expect(concat([thirty, later], { dim: 'time' }).coords.time?.slice(2)).toEqual(['2000-03-01', '2000-03-30', '2000-04-01'])
  })

  it('units of months and years where all are of one length', () => {
    expect(inCalendar('360_day', [0, 10.5], 'months since 2000-01-15').coords.time).toEqual(['2000-01-15', '2000-11-30'])
    expect(inCalendar('noleap', [0, 1.5], 'common_years since 2000-01-15').coords.time).toEqual(['2000-01-15', '2001-07-16T12:00:00Z'])
    expect(() => inCalendar('standard', [0, 1], 'months since 2000-01-15').groupby('time.month')).toThrow(
      'no fixed length in the calendar standard',
    )
  })

  it('can be given as dates', async () => {
    const coords = { time: { labels: ['2001-01-30', '2001-02-30', '2001-03-30T12:00'], calendar: '360_day' } }
    const array = DataArray.fromArray(Float32Array.of(1, 2, 3), { dims: ['time'], shape: [3], coords })
    expect(array.coords.time).toEqual(['2001-01-30', '2001-02-30', '2001-03-30T12:00:00Z'])
    expect(await values(array.sel({ time: '2001-02' }))).toEqual([2])
    const noleap = array.assignCoords({ time: { labels: ['2000-02-28', '2000-03-01', '2000-03-02'], calendar: 'noleap' } })
    expect(await values(noleap.interp({ time: ['2000-02-28T12:00'] }))).toEqual([1.5])
    const given = (calendar: string) => () => array.assignCoords({ time: { labels: ['2000-02-30', '2000-03-01', '2000-03-02'], calendar } })
    expect(given('noleap')).toThrow('labels: 2000-02-30 is not a time for time in the calendar noleap')
    expect(given('lunar')).toThrow('the calendar "lunar" is not known; there are standard')
  })

  it('are printed with their dates', () => {
    expect(String(inCalendar('360_day', daily).groupby('time.month'))).toBe('12 groups of time by month')
  })
})
