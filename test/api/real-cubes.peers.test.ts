import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { concat, type DataArray, Dataset, expr, open, slice, where } from '../../src/index.js'
import { dataDir, describeWithPeers, python } from '../peers.js'

interface Found {
  readonly error?: string
  readonly dims: readonly string[]
  readonly shape: readonly number[]
  readonly coords: Readonly<Record<string, readonly (number | string)[]>>
}

interface Cubes {
  readonly chl: DataArray<string>
  readonly tsm: DataArray<string>
  readonly u: DataArray<string>
  readonly tavg: DataArray<string>
}

/** The chain in xarray, the same here, and how far values may be apart, as a share. */
type Chain = readonly [theirs: string, ours: (cubes: Cubes) => DataArray<string>, tolerance?: number]

const exact = 0
// Sums in another order; bottleneck keeps running sums.
const summed = 1e-11
const running = 1e-8
const single = 2e-6

/** A ring with a dent and a hole, on no pixel's centre. */
const shape = {
  type: 'Polygon',
  coordinates: [
    [
      [3.1123, 51.6017],
      [3.5531, 51.5523],
      [3.7017, 51.8119],
      [3.4511, 51.7211],
      [3.2129, 51.9477],
      [3.1123, 51.6017],
    ],
    [
      [3.3011, 51.6511],
      [3.3513, 51.7009],
      [3.4007, 51.6307],
      [3.3011, 51.6511],
    ],
  ],
}
const states = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [-111.3, 41.2],
        [-105.7, 40.1],
        [-104.9, 43.3],
        [-109.1, 44.9],
        [-111.3, 41.2],
      ],
    ],
    [
      [
        [-103.1, 38.7],
        [-104.3, 42.2],
        [-106.6, 39.6],
        [-103.1, 38.7],
      ],
    ],
  ],
}

const chains: readonly Chain[] = [
  ["chl.sel(time='2017-01-25').squeeze('time', drop=True)", ({ chl }) => chl.sel({ time: '2017-01-25' }), exact],
  ["chl.sel(time=slice('2017-01-17', '2017-01-29'))", ({ chl }) => chl.sel({ time: slice('2017-01-17', '2017-01-29') }), exact],
  [
    "chl.sel(x=3.501, method='nearest').sel(y=[51.901, 51.702], method='nearest')",
    ({ chl }) => chl.sel({ x: 3.501 }, { method: 'nearest' }).sel({ y: [51.901, 51.702] }, { method: 'nearest' }),
    exact,
  ],
  ['chl.isel(time=[0, -1], y=slice(3, -5, 4))', ({ chl }) => chl.isel({ time: [0, -1], y: slice(3, -5, 4) }), exact],
  ['chl.where(tsm > 8)', ({ chl, tsm }) => chl.where(tsm.gt(8)), exact],
  ['xr.where(tsm > 8, chl, tsm).where(tsm.notnull())', ({ chl, tsm }) => where(tsm.gt(8), chl, tsm), exact],
  ['(chl - tsm) / (chl + tsm)', ({ chl, tsm }) => expr('(chl - tsm) / (chl + tsm)', { chl, tsm }), exact],
  [
    'chl.isel(x=slice(0, 200)) + tsm.isel(x=slice(100, 320))',
    ({ chl, tsm }) => chl.isel({ x: slice(0, 200) }).add(tsm.isel({ x: slice(100, 320) }), { join: 'inner' }),
    exact,
  ],
  [
    "sum(xr.align(chl.isel(x=slice(0, 20)), tsm.isel(x=slice(10, 30)), join='outer'))",
    ({ chl, tsm }) => chl.isel({ x: slice(0, 20) }).add(tsm.isel({ x: slice(10, 30) }), { join: 'outer' }),
    exact,
  ],
  ["chl.mean('time')", ({ chl }) => chl.mean('time'), summed],
  ["chl.std('time')", ({ chl }) => chl.std('time'), summed],
  ["chl.median('time')", ({ chl }) => chl.median('time'), exact],
  ["chl.max(['y', 'x'])", ({ chl }) => chl.max(['y', 'x']), exact],
  ["chl.count('time')", ({ chl }) => chl.count('time'), exact],
  ["chl.quantile([0.1, 0.5, 0.9], 'time')", ({ chl }) => chl.quantile([0.1, 0.5, 0.9], 'time'), summed],
  ['chl.quantile([0.02, 0.98])', ({ chl }) => chl.quantile([0.02, 0.98]), summed],
  ["chl.groupby('time.month').mean()", ({ chl }) => chl.groupby('time.month').mean(), summed],
  ["chl.groupby('time.dayofyear').max()", ({ chl }) => chl.groupby('time.dayofyear').max(), exact],
  ["chl.groupby('time.dayofweek').mean()", ({ chl }) => chl.groupby('time.dayofweek').mean(), summed],
  ["chl.groupby('time.month') - chl.groupby('time.month').mean()", ({ chl }) => chl.anomaly('time.month'), summed],
  ["chl.resample(time='3D').mean()", ({ chl }) => chl.resampleTime('P3D').mean(), summed],
  ["chl.resample(time='7D', label='right').max()", ({ chl }) => chl.resampleTime('P7D', { label: 'end' }).max(), exact],
  ['chl.rolling(time=3, min_periods=1).mean()', ({ chl }) => chl.rolling({ time: 3 }, { minPeriods: 1 }).mean(), running],
  ['chl.rolling(time=2).max()', ({ chl }) => chl.rolling({ time: 2 }).max(), exact],
  [
    'chl.rolling(y=3, x=3, center=True, min_periods=5).mean()',
    ({ chl }) => chl.rolling({ y: 3, x: 3 }, { center: true, minPeriods: 5 }).mean(),
    running,
  ],
  ["chl.coarsen(y=4, x=5, boundary='trim').mean()", ({ chl }) => chl.coarsen({ y: 4, x: 5 }, { boundary: 'trim' }).mean(), summed],
  ["chl.coarsen(time=2, boundary='pad').max()", ({ chl }) => chl.coarsen({ time: 2 }, { boundary: 'pad' }).max(), exact],
  [
    "chl.interp(time=pd.to_datetime(['2017-01-20', '2017-01-27T06:00']))",
    ({ chl }) => chl.interp({ time: ['2017-01-20', '2017-01-27T06:00'] }),
    1e-10,
  ],
  [
    "chl.reindex(time=pd.to_datetime(['2017-01-24', '2017-01-29', '2017-02-20']), method='nearest', tolerance='2D')",
    ({ chl }) => chl.reindex({ time: ['2017-01-24', '2017-01-29', '2017-02-20'] }, { method: 'nearest', tolerance: '2D' }),
    exact,
  ],
  ['chl.shift(time=1)', ({ chl }) => chl.shift({ time: 1 }), exact],
  ['chl.shift(x=-3, y=2)', ({ chl }) => chl.shift({ x: -3, y: 2 }), exact],
  ["chl.diff('time')", ({ chl }) => chl.diff('time'), exact],
  ["chl.diff('x', n=2)", ({ chl }) => chl.diff('x', { n: 2 }), exact],
  ["chl.pad(time=(1, 2), mode='edge').drop_vars('time')", ({ chl }) => chl.pad({ time: [1, 2] }, { mode: 'edge' }), exact],
  ["chl.pad(x=(3, 4), mode='reflect').drop_vars('x')", ({ chl }) => chl.pad({ x: [3, 4] }, { mode: 'reflect' }), exact],
  ["chl.cumsum('time')", ({ chl }) => chl.cumsum('time'), exact],
  ["chl.sortby('time', ascending=False)", ({ chl }) => chl.sortby('time', { ascending: false }), exact],
  ["chl.transpose('x', 'time', 'y')", ({ chl }) => chl.transpose('x', 'time', 'y'), exact],
  ["xr.concat([chl, chl * 2], 'kind')", ({ chl }) => concat([chl, chl.mul(2)], { dim: 'kind' }), exact],
  [
    "xr.Dataset({'a': chl, 'b': tsm}).mean('time')['b']",
    ({ chl, tsm }) => Dataset.of({ a: chl, b: tsm }).mean('time').vars.b as DataArray<string>,
    summed,
  ],
  ['chl.rio.clip([shape])', ({ chl }) => chl.clip(shape), exact],
  ['chl.rio.clip([shape], all_touched=True)', ({ chl }) => chl.clip(shape, { allTouched: true }), exact],
  ['chl.rio.clip([shape], drop=False)', ({ chl }) => chl.clip(shape, { drop: false }), exact],
  [
    'chl.rio.clip([shape], drop=False, invert=True, all_touched=True)',
    ({ chl }) => chl.clip(shape, { invert: true, allTouched: true }),
    exact,
  ],
  ['chl.rio.clip_box(3.213, 51.621, 3.5, 51.8)', ({ chl }) => chl.clipBox([3.213, 51.621, 3.5, 51.8]), exact],
  [
    "chl.rio.clip([shape]).where(lambda a: a > 3).groupby('time.month').median().coarsen(y=3, x=3, boundary='trim').mean()",
    ({ chl }) => {
      const a = chl.clip(shape)
      return a.where(a.gt(3)).groupby('time.month').median().coarsen({ y: 3, x: 3 }, { boundary: 'trim' }).mean()
    },
    summed,
  ],
  ['u.sel(month=7, level=500).drop_vars(["month", "level"])', ({ u }) => u.sel({ month: 7, level: 500 }), single],
  ["u.mean('level')", ({ u }) => u.mean('level'), single],
  ["u.diff('month')", ({ u }) => u.diff('month'), 1e-5],
  ['u.interp(level=[300, 700])', ({ u }) => u.interp({ level: [300, 700] }), 1e-5],
  ["(u - u.mean('x')).std(['y', 'x'])", ({ u }) => u.sub(u.mean('x')).std(['y', 'x']), 1e-5],
  ['tavg.rio.clip([states])', ({ tavg }) => tavg.clip(states), exact],
  ['tavg.rio.clip([states], all_touched=True, drop=False)', ({ tavg }) => tavg.clip(states, { allTouched: true, drop: false }), exact],
  ["tavg.rio.clip([states]).mean(['y', 'x'])", ({ tavg }) => tavg.clip(states).mean(['y', 'x']), 1e-5],
  ["tavg.resample(time='MS').mean()", ({ tavg }) => tavg.resampleTime('P1M').mean(), exact],
  ["tavg.groupby('time.season').mean()", ({ tavg }) => tavg.groupby('time.season').mean(), single],
  ["tavg.diff('time')", ({ tavg }) => tavg.diff('time'), exact],
  ["tavg.interp(time=pd.to_datetime(['1895-01-11']))", ({ tavg }) => tavg.interp({ time: ['1895-01-11'] }), single],
  ["tavg.fillna(-99).quantile([0.25, 0.75], ['y', 'x'])", ({ tavg }) => tavg.fillNa(-99).quantile([0.25, 0.75], ['y', 'x']), single],
]

const folder = mkdtempSync(join(tmpdir(), 'real-cubes-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function cubes(): Promise<Cubes> {
  const store = join(dataDir, 'zarr/xcube/cube-1-250-250.zarr')
  const coast = { x: slice(3.0, 3.8), y: slice(52.0, 51.5) }
  return {
    chl: (await open<string>(store, { variable: 'conc_chl' })).sel(coast),
    tsm: (await open<string>(store, { variable: 'conc_tsm' })).sel(coast),
    u: (await open<string>(join(dataDir, 'netcdf/xarray-data/eraint_uvz.nc'), { variable: 'u', scaled: true })).isel({
      y: slice(40, 120),
      x: slice(100, 260),
    }),
    tavg: (await open<string>(join(dataDir, 'netcdf/noaa-nclimgrid/nclimgrid_tavg.nc'), { variable: 'tavg' })).isel({
      y: slice(150, 330),
      x: slice(300, 520),
    }),
  }
}

async function difference(ours: DataArray<string>, at: number, theirs: Found, tolerance: number): Promise<string | null> {
  if (theirs.error !== undefined) return `xarray: ${theirs.error}`
  if (ours.dims.join() !== theirs.dims.join() || ours.shape.join() !== theirs.shape.join())
    return `${ours.dims} ${ours.shape} and ${theirs.dims} ${theirs.shape}`
  const bytes = readFileSync(join(folder, `${at}.f8`))
  const others = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8)
  const { values, valid } = await ours.compute({ workers: 0 })
  let known = 0
  for (let index = 0; index < values.length; index++) {
    const one = valid?.[index] === 0 ? Number.NaN : Number(values[index])
    const other = others[index] as number
    const same =
      Number.isNaN(one) || Number.isNaN(other) ? Object.is(one, other) : Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(other))
    if (!same) return `value ${index} is ${one} and ${other}`
    if (!Number.isNaN(one)) known++
  }
  if (known === 0) return 'nothing is valid: the chain compares nothing'
  for (const [dim, labels] of Object.entries(theirs.coords)) {
    const own = ours.coords[dim] ?? []
    const unlike = labels.findIndex((label, place) => {
      const mine = own[place]
      return typeof label === 'number'
        ? !(Math.abs(Number(mine) - label) <= 1e-6 * Math.max(1, Math.abs(label)))
        : String(mine).slice(0, 10) !== label
    })
    if (unlike >= 0) return `label ${unlike} of ${dim} is ${own[unlike]} and ${labels[unlike]}`
  }
  return null
}

describeWithPeers('chains over real cubes agree with xarray and rioxarray', ['rioxarray', 'zarr', 'netcdf', 'data'], () => {
  it(`${chains.length} chains`, async () => {
    const script = fileURLToPath(new URL('./real-cubes.py', import.meta.url))
    const input = JSON.stringify({ chains: chains.map(([theirs]) => theirs), shape, states })
    const found = JSON.parse(execFileSync(python, [script, dataDir, folder], { input, maxBuffer: 1 << 28 }).toString()) as Found[]
    const opened = await cubes()
    const wrong: string[] = []
    for (const [at, [theirs, ours, tolerance = summed]] of chains.entries()) {
      let how: string | null
      try {
        how = await difference(ours(opened), at, found[at] as Found, tolerance)
      } catch (error) {
        how = `here: ${(error as Error).message}`
      }
      if (how !== null) wrong.push(`${theirs}: ${how}`)
    }
    expect(wrong).toEqual([])
  }, 300_000)
})
