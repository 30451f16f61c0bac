import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { applyOp } from '../../src/api/apply.js'
import { nodeOf, wrapped } from '../../src/api/data-array.js'
import { DataArray, slice } from '../../src/index.js'
import { random } from '../conformance/random.js'
import { describeWithPeers, python } from '../peers.js'

interface Given {
  readonly dims: readonly string[]
  readonly shape: readonly number[]
  readonly dtype: 'float64' | 'float32' | 'int16'
  readonly values: readonly (number | null)[]
  readonly coords: Readonly<Record<string, readonly (number | string)[]>>
  readonly unit?: string
  readonly calendar?: string
}

interface Found {
  readonly error?: string
  readonly dims: readonly string[]
  readonly shape: readonly number[]
  readonly values: readonly (number | null)[]
  readonly coords: Readonly<Record<string, readonly (number | string)[]>>
}

function values(seed: number, count: number, holes: number, whole = false): (number | null)[] {
  const { next } = random(seed)
  return Array.from({ length: count }, () => (next() < holes ? null : whole ? Math.floor(next() * 200 - 100) : next() * 20 - 5))
}

const day = (at: number): string => new Date(Date.UTC(2020, 10, 3) + at * 86400e3).toISOString().slice(0, 10)
const irregular = Array.from({ length: 40 }, (_, at) => day(at * 9 + (at % 3)))
const daily = Array.from({ length: 24 }, (_, at) => day(at))
const cube = (times: readonly string[], seed: number, holes: number, dtype: Given['dtype'] = 'float64'): Given => ({
  dims: ['time', 'y', 'x'],
  shape: [times.length, 3, 4],
  dtype,
  values: values(seed, times.length * 12, holes, dtype === 'int16'),
  coords: { time: times },
})
const given: Record<string, Given> = {
  da: cube(irregular, 1, 0.2),
  full: cube(daily, 2, 0),
  f4: cube(daily, 3, 0.1, 'float32'),
  i2: cube(daily, 4, 0, 'int16'),
  line: { dims: ['z'], shape: [6], dtype: 'float64', values: values(5, 6, 0), coords: { z: [0, 1, 2.5, 4, 8, 10] } },
  unsorted: { dims: ['z'], shape: [5], dtype: 'float64', values: values(6, 5, 0), coords: { z: [3, 1, 4, 1.5, 9] } },
  groups: {
    dims: ['station', 'x'],
    shape: [6, 3],
    dtype: 'float64',
    values: values(7, 18, 0.1),
    coords: { station: ['b', 'a', 'b', 'c', 'a', 'b'] },
  },
  noleap: { ...cube(daily, 8, 0.1), calendar: 'noleap', unit: 'days since 2000-01-15', coords: { time: daily.map((_, at) => at * 20) } },
  thirty: { ...cube(daily, 9, 0.1), calendar: '360_day', unit: 'days since 2000-01-15', coords: { time: daily.map((_, at) => at * 20) } },
  julian: { ...cube(daily, 10, 0.1), calendar: 'julian', unit: 'days since 1500-01-15', coords: { time: daily.map((_, at) => at * 15) } },
  mixed: { ...cube(daily, 11, 0.1), calendar: 'standard', unit: 'days since 1582-05-15', coords: { time: daily.map((_, at) => at * 15) } },
  allLeap: {
    ...cube(daily, 12, 0.1),
    calendar: 'all_leap',
    unit: 'days since 2001-01-15',
    coords: { time: daily.map((_, at) => at * 20) },
  },
}

function arrayOf({ dims, shape, dtype, values: all, coords, unit, calendar }: Given): DataArray<string> {
  const Storage = { float64: Float64Array, float32: Float32Array, int16: Int16Array }[dtype]
  const mask = Uint8Array.from(all, (value) => (value === null ? 0 : 1))
  const plain = calendar === undefined ? { coords } : {}
  const made: DataArray<string> = DataArray.fromArray(
    (Storage as typeof Float64Array).from(all, (value) => value ?? 0),
    { dims, shape, mask, ...plain } as never,
  )
  if (calendar === undefined) return made
  return wrapped(
    applyOp('relabel', { coords: { time: { kind: 'inline', labels: [...(coords.time ?? [])], unit: unit ?? '', calendar } } }, [
      nodeOf(made),
    ]),
  )
}

const named = (name: string): DataArray<string> => arrayOf(given[name] as Given)
const da = named('da')
const full = named('full')
const f4 = named('f4')
const i2 = named('i2')
const line = named('line')
const unsorted = named('unsorted')
const groups = named('groups')
const noleap = named('noleap')
const thirty = named('thirty')
const julian = named('julian')
const mixed = named('mixed')
const allLeap = named('allLeap')

/** Ours, the same in xarray, and how far values may be apart, as a share. */
type Job = readonly [ours: DataArray<string>, theirs: string, tolerance?: number]

const exact = 0
// xarray sums in another order, bottleneck by running sums.
const summed = 1e-11
const float32 = 2e-6

const jobs: readonly Job[] = [
  [da.isel({ time: slice(2, 30, 3), x: [0, -1] }), 'da.isel(time=slice(2, 30, 3), x=[0, -1])', exact],
  [da.isel({ time: slice(-1, -9, -2), y: -1 }), 'da.isel(time=slice(-1, -9, -2), y=-1)', exact],
  [da.sel({ time: slice('2021-01', '2021-03') }), "da.sel(time=slice('2021-01', '2021-03'))", exact],
  [da.sel({ time: '2021-02' }), "da.sel(time='2021-02')", exact],
  [line.sel({ z: [1, 8] }), 'line.sel(z=[1, 8])', exact],
  [line.sel({ z: 3.4 }, { method: 'nearest', tolerance: 1 }), "line.sel(z=3.4, method='nearest', tolerance=1)", exact],
  [da.transpose('x', 'time', 'y'), "da.transpose('x', 'time', 'y')", exact],
  [da.isel({ time: slice(0, 1) }).squeeze('time'), "da.isel(time=slice(0, 1)).squeeze('time', drop=True)", exact],
  [full.expandDims('model'), "full.expand_dims('model')", exact],
  [da.shift({ time: 2 }), 'da.shift(time=2)', exact],
  [da.shift({ time: -3, x: 1 }), 'da.shift(time=-3, x=1)', exact],
  [da.diff('time'), "da.diff('time')", exact],
  [da.diff('time', { n: 2 }), "da.diff('time', n=2)", exact],
  [da.diff('time', { label: 'lower' }), "da.diff('time', label='lower')", exact],
  [da.diff('x'), "da.diff('x')", exact],
  [full.pad({ x: [1, 2], y: 1 }), 'full.pad(x=(1, 2), y=(1, 1))', exact],
  [full.pad({ x: [2, 1] }, { mode: 'edge' }), "full.pad(x=(2, 1), mode='edge')", exact],
  [full.pad({ x: [2, 3] }, { mode: 'reflect' }), "full.pad(x=(2, 3), mode='reflect')", exact],
  [full.pad({ x: [3, 1] }, { mode: 'symmetric' }), "full.pad(x=(3, 1), mode='symmetric')", exact],
  [full.pad({ y: [2, 2] }, { mode: 'wrap' }), "full.pad(y=(2, 2), mode='wrap')", exact],
  [line.reindex({ z: [2.5, 3, 10, 0] }), 'line.reindex(z=[2.5, 3, 10, 0])', exact],
  [
    line.reindex({ z: [2.6, 3.2, 11, -1] }, { method: 'nearest', tolerance: 0.8 }),
    "line.reindex(z=[2.6, 3.2, 11, -1], method='nearest', tolerance=0.8)",
    exact,
  ],
  [line.reindex({ z: [2.6, 3.2, 11, -1] }, { method: 'ffill' }), "line.reindex(z=[2.6, 3.2, 11, -1], method='ffill')", exact],
  [line.reindex({ z: [2.6, 3.2, 11, -1] }, { method: 'bfill' }), "line.reindex(z=[2.6, 3.2, 11, -1], method='bfill')", exact],
  [unsorted.sortby('z'), "unsorted.sortby('z')", exact],
  [unsorted.sortby('z', { ascending: false }), "unsorted.sortby('z', ascending=False)", exact],
  [line.interp({ z: [0.5, 2.5, 3, 9.5, 11] }).astype('float64'), 'line.interp(z=[0.5, 2.5, 3, 9.5, 11])', 1e-14],
  [line.interp({ z: [0.2, 3.9, 8] }, { method: 'nearest' }), "line.interp(z=[0.2, 3.9, 8], method='nearest')", exact],
  [full.interp({ time: [day(4), '2020-11-14T12:00'] }), `full.interp(time=pd.to_datetime(['${day(4)}', '2020-11-14T12:00']))`, 1e-13],
  [line.drop({ z: [1, 8] }), 'line.drop_sel(z=[1, 8])', exact],
  [line.assignCoords({ z: [1, 2, 3, 4, 5, 6] }), 'line.assign_coords(z=[1, 2, 3, 4, 5, 6])', exact],
  [da.where(da.gt(2)), 'da.where(da > 2)', exact],
  [da.where(da.gt(2), 0), 'da.where(da > 2, 0).where(da.notnull())', exact],
  [da.clip(0, 5), 'da.clip(0, 5)', exact],
  [da.fillNa(-1), 'da.fillna(-1)', exact],
  [da.isNa(), 'da.isnull()', exact],
  [da.sub(da.mean({ dim: 'time' })), "da - da.mean('time')", summed],
  [full.cumsum('time'), "full.cumsum('time')", exact],
  [da.cumsum('x'), "da.cumsum('x')", exact],
  [f4.cumsum('time'), "f4.cumsum('time')", exact],
  [i2.cumsum('y').astype('float64', { rounding: 'nearest' }), "i2.cumsum('y')", exact],
  ...(['sum', 'mean', 'min', 'max', 'std', 'var', 'median', 'count', 'first', 'last'] as const).map((name): Job => {
    const min = name === 'sum' ? 'min_count=1' : ''
    return [da.groupby('time.month')[name](), `da.groupby('time.month').${name}(${min})`, summed]
  }),
  [da.groupby('time.season').mean(), "da.groupby('time.season').mean()", summed],
  [da.groupby('time.year').max(), "da.groupby('time.year').max()", exact],
  [da.groupby('time.dayofyear').sum(), "da.groupby('time.dayofyear').sum(min_count=1)", summed],
  [da.groupby('time.dayofweek').sum(), "da.groupby('time.dayofweek').sum(min_count=1)", summed],
  [da.groupby('time.month').quantile(0.3), "da.groupby('time.month').quantile(0.3).transpose('month', 'y', 'x')", summed],
  [groups.groupby('station').mean(), "groups.groupby('station').mean()", summed],
  [da.groupby('time.month').anomaly(), "da.groupby('time.month') - da.groupby('time.month').mean()", summed],
  [da.anomaly('time.season'), "da.groupby('time.season') - da.groupby('time.season').mean()", summed],
  [noleap.groupby('time.month').mean(), "noleap.groupby('time.month').mean()", summed],
  [thirty.groupby('time.season').mean(), "thirty.groupby('time.season').mean()", summed],
  [thirty.groupby('time.dayofyear').sum(), "thirty.groupby('time.dayofyear').sum(min_count=1)", summed],
  [thirty.sel({ time: slice('2000-02-30', '2000-08') }), "thirty.sel(time=slice('2000-02-30', '2000-08'))", exact],
  [noleap.sel({ time: '2000-03' }), "noleap.sel(time='2000-03')", exact],
  [julian.sel({ time: slice('1500-02-29', '1500-12-31') }), "julian.sel(time=slice('1500-02-29', '1500-12-31'))", exact],
  [julian.groupby('time.month').mean(), "julian.groupby('time.month').mean()", summed],
  [julian.resampleTime('P1M').mean(), "julian.resample(time='MS').mean()", summed],
  [mixed.resampleTime('P1M').mean(), "mixed.resample(time='MS').mean()", summed],
  [allLeap.groupby('time.dayofyear').mean(), "allLeap.groupby('time.dayofyear').mean()", summed],
  [allLeap.groupby('time.dayofweek').mean(), "allLeap.groupby('time.dayofweek').mean()", summed],
  [thirty.groupby('time.dayofweek').mean(), "thirty.groupby('time.dayofweek').mean()", summed],
  [
    thirty.reindex({ time: ['2000-02-30', '2001-01-05'] }, { method: 'nearest' }),
    "thirty.reindex(time=[cftime.Datetime360Day(2000, 2, 30), cftime.Datetime360Day(2001, 1, 5)], method='nearest')",
    exact,
  ],
  [
    thirty.interp({ time: ['2000-02-30', '2000-09-16'] }),
    'thirty.interp(time=[cftime.Datetime360Day(2000, 2, 30), cftime.Datetime360Day(2000, 9, 16)])',
    1e-12,
  ],
  [thirty.rolling({ time: 3 }).mean().diff('time'), "thirty.rolling(time=3).mean().diff('time')", 1e-9],
  [da.resampleTime('P1M').mean(), "da.resample(time='MS').mean()", summed],
  [da.resampleTime('P3M').max(), "da.resample(time='3MS').max()", exact],
  [da.resampleTime('P1Y').mean(), "da.resample(time='YS' if False else 'AS').mean()", summed],
  [da.resampleTime('P10D').sum(), "da.resample(time='10D').sum(min_count=1)", summed],
  [da.resampleTime('P5D').mean(), "da.resample(time='5D').mean()", summed],
  [da.resampleTime('P1M', { label: 'end' }).median(), "da.resample(time='MS', label='right').median()", summed],
  [full.resampleTime('P7D', { closed: 'right' }).mean(), "full.resample(time='7D', closed='right').mean()", summed],
  [noleap.resampleTime('P1M').mean(), "noleap.resample(time='MS').mean()", summed],
  [thirty.resampleTime('P1M').mean(), "thirty.resample(time='MS').mean()", summed],
  ...(['sum', 'mean', 'min', 'max', 'std', 'median'] as const).map(
    (name): Job => [da.rolling({ time: 3 })[name](), `da.rolling(time=3).${name}()`, 1e-9],
  ),
  [da.rolling({ time: 4 }, { center: true, minPeriods: 1 }).mean(), 'da.rolling(time=4, center=True, min_periods=1).mean()', 1e-9],
  [da.rolling({ time: 5 }, { center: true, minPeriods: 2 }).max(), 'da.rolling(time=5, center=True, min_periods=2).max()', exact],
  [full.rolling({ y: 3, x: 2 }, { minPeriods: 1 }).mean(), 'full.rolling(y=3, x=2, min_periods=1).mean()', 1e-9],
  [da.coarsen({ x: 2 }).mean(), 'da.coarsen(x=2).mean()', summed],
  [da.coarsen({ time: 7 }, { boundary: 'trim' }).max(), "da.coarsen(time=7, boundary='trim').max()", exact],
  [da.coarsen({ y: 2, x: 3 }, { boundary: 'pad' }).sum(), "da.coarsen(y=2, x=3, boundary='pad').sum(min_count=1)", summed],
  [line.coarsen({ z: 2 }).mean(), 'line.coarsen(z=2).mean()', summed],
  [f4.groupby('time.month').mean(), "f4.groupby('time.month').mean()", float32],
  [i2.sub(i2.mean({ dim: 'time' })).div(i2.std({ dim: 'time' })), "(i2 - i2.mean('time')) / i2.std('time')", summed],
]

function askXarray(texts: readonly string[]): Found[] {
  const script = fileURLToPath(new URL('./labels-xarray.py', import.meta.url))
  return JSON.parse(
    execFileSync(python, [script], { input: JSON.stringify({ arrays: given, jobs: texts }), maxBuffer: 1 << 28 }).toString(),
  )
}

async function difference(ours: DataArray<string>, theirs: Found, tolerance: number): Promise<string | null> {
  if (theirs.error !== undefined) return `xarray: ${theirs.error}`
  if (ours.dims.join() !== theirs.dims.join()) return `dims ${ours.dims} and ${theirs.dims}`
  if (ours.shape.join() !== theirs.shape.join()) return `shapes ${ours.shape} and ${theirs.shape}`
  const { values: found, valid } = await ours.compute({ workers: 0 })
  for (let at = 0; at < found.length; at++) {
    const one = valid?.[at] === 0 ? null : Number(found[at])
    const other = theirs.values[at] as number | null
    const same = one === null || other === null ? one === other : Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(other))
    if (!same) return `value ${at} is ${one} and ${other}`
  }
  for (const [dim, labels] of Object.entries(theirs.coords)) {
    const own = ours.coords[dim]
    if (own === undefined) continue
    const unlike = labels.findIndex((label, at) => String(label) !== String(own[at]).slice(0, 10) && Number(label) !== Number(own[at]))
    if (unlike >= 0) return `label ${unlike} of ${dim} is ${own[unlike]} and ${labels[unlike]}`
  }
  return null
}

describeWithPeers('labels and groups agree with xarray', ['rioxarray'], () => {
  it(`${jobs.length} chains`, async () => {
    const found = askXarray(jobs.map(([, text]) => text))
    const wrong: string[] = []
    for (const [at, [ours, text, tolerance = exact]] of jobs.entries()) {
      const how = await difference(ours, found[at] as Found, tolerance)
      if (how !== null) wrong.push(`${text}: ${how}`)
    }
    expect(wrong).toEqual([])
  }, 120_000)
})
