import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { concat, type DataArray, Dataset, open, slice } from '../../src/index.js'
import { describeWithPeers, python } from '../peers.js'

type Cubes = Readonly<Record<'a' | 'b' | 'c' | 'f' | 'noleap' | 'thirty' | 'cover' | 'quality', DataArray<string>>>

/** The same chain in xarray, here, and how far values may be apart: relative, of values of at most some hundred. */
type Chain = readonly [theirs: string, ours: (cubes: Cubes) => DataArray<string>, tolerance?: number]

interface Found {
  readonly error?: string
  readonly dims: readonly string[]
  readonly shape: readonly number[]
  readonly values: readonly (number | null)[]
  readonly coords: Readonly<Record<string, readonly (number | string)[]>>
}

// Sums in another order; numpy sums float32 in float32.
const summed = 1e-11
const single = 3e-5
const joined = (join: string, text: string): string =>
  `(lambda: [o := xr.set_options(arithmetic_join='${join}'), r := ${text}, o.__exit__(None, None, None)][1])()`

const chains: readonly Chain[] = [
  [
    "a.sel(time=slice('2020-02', '2020-10'), x=slice(500100, 500300)).where(a > 12).groupby('time.month').mean()",
    ({ a }) =>
      a
        .where(a.gt(12))
        .sel({ time: slice('2020-02', '2020-10'), x: slice(500100, 500300) })
        .groupby('time.month')
        .mean(),
  ],
  [
    "a.isel(time=slice(3, 120, 2), y=[0, 5, -1]).rolling(time=5, min_periods=2).mean().groupby('time.season').max()",
    ({ a }) =>
      a
        .isel({ time: slice(3, 120, 2), y: [0, 5, -1] })
        .rolling({ time: 5 }, { minPeriods: 2 })
        .mean()
        .groupby('time.season')
        .max(),
    1e-9,
  ],
  [
    "((a - a.mean('time')) / a.std('time')).isel(time=slice(0, 9))",
    ({ a }) =>
      a
        .sub(a.mean('time'))
        .div(a.std('time'))
        .isel({ time: slice(0, 9) }),
  ],
  [joined('inner', '(b + c) / 2'), ({ b, c }) => b.add(c, { join: 'inner' }).div(2)],
  [
    joined('outer', "(b - c).sortby('y', ascending=False).isel(time=slice(0, 20))"),
    ({ b, c }) => b.sub(c, { join: 'outer' }).isel({ time: slice(0, 20) }),
  ],
  [joined('left', 'b * c'), ({ b, c }) => b.mul(c, { join: 'left' })],
  [
    "b.where(b.max('time') > 20, 0).where(b.notnull()).coarsen(x=4, y=3).mean()",
    ({ b }) => b.where(b.max('time').gt(20), 0).coarsen({ x: 4, y: 3 }).mean(),
  ],
  [
    "a.chunk(time=-1).quantile([0.9], dim='time').isel(quantile=0) - a.chunk(time=-1).quantile(0.1, dim='time')",
    ({ a }) => a.quantile(0.9, 'time').sub(a.quantile(0.1, 'time')),
  ],
  [
    "a.chunk(time=-1).groupby('time.month').quantile(0.25, dim='time').transpose('month', 'y', 'x')",
    ({ a }) => a.groupby('time.month').quantile(0.25),
  ],
  ["a.resample(time='MS').median().diff('time').cumsum('time')", ({ a }) => a.resampleTime('P1M').median().diff('time').cumsum('time')],
  ["a.resample(time='2MS').sum(min_count=1).mean(['y', 'x'])", ({ a }) => a.resampleTime('P2M').sum().mean(['y', 'x'])],
  [
    "b.chunk(time=-1).fillna(3).interp(time=pd.to_datetime(['2020-01-05T12:00', '2020-02-10', '2020-03-01T06:00'])) * 2",
    ({ b }) =>
      b
        .fillNa(3)
        .interp({ time: ['2020-01-05T12:00', '2020-02-10', '2020-03-01T06:00'] })
        .mul(2),
  ],
  [
    "b.reindex(time=pd.to_datetime(['2019-12-31', '2020-01-01', '2020-03-30', '2020-04-05']), method='nearest', tolerance='2D').shift(x=1)",
    ({ b }) =>
      b.reindex({ time: ['2019-12-31', '2020-01-01', '2020-03-30', '2020-04-05'] }, { method: 'nearest', tolerance: '2D' }).shift({ x: 1 }),
  ],
  [
    "b.pad(x=(1, 2), mode='edge').coarsen(time=30).max().transpose('x', 'time', 'y').drop_vars('x')",
    ({ b }) =>
      b
        .pad({ x: [1, 2] }, { mode: 'edge' })
        .coarsen({ time: 30 })
        .max()
        .transpose('x', 'time', 'y'),
  ],
  [
    "xr.concat([b, b.assign_coords(time=b.time + pd.Timedelta('90D'))], 'time').resample(time='MS').mean()",
    ({ b }) => {
      const later = Array.from({ length: 90 }, (_, at) => new Date(Date.UTC(2020, 0, 91 + at)))
      return concat([b, b.assignCoords({ time: later })], { dim: 'time' })
        .resampleTime('P1M')
        .mean()
    },
  ],
  ["f.groupby('time.month').mean()", ({ f }) => f.groupby('time.month').mean(), single],
  ["(f - f.chunk(time=-1).median('time')).std('time')", ({ f }) => f.sub(f.median('time')).std('time'), single],
  ["xr.Dataset({'f': f, 'g': f * 2}).mean('time')['g']", ({ f }) => Dataset.of({ f, g: f.mul(2) }).mean('time').vars.g, single],
  ["noleap.groupby('time.month') - noleap.groupby('time.month').mean()", ({ noleap }) => noleap.anomaly('time.month')],
  ["noleap.groupby('time.season').mean()", ({ noleap }) => noleap.groupby('time.season').mean()],
  [
    "noleap.resample(time='MS').mean().rolling(time=3, center=True).mean()",
    ({ noleap }) => noleap.resampleTime('P1M').mean().rolling({ time: 3 }, { center: true }).mean(),
    1e-9,
  ],
  ["noleap.where(noleap > 10).groupby('time.year').count()", ({ noleap }) => noleap.where(noleap.gt(10)).groupby('time.year').count()],
  ["thirty.groupby('time.month') - thirty.groupby('time.month').mean()", ({ thirty }) => thirty.anomaly('time.month')],
  ["thirty.resample(time='3MS').max()", ({ thirty }) => thirty.resampleTime('P3M').max()],
  [
    "thirty.groupby('time.dayofyear').mean().isel(dayofyear=slice(0, 40))",
    ({ thirty }) =>
      thirty
        .groupby('time.dayofyear')
        .mean()
        .isel({ dayofyear: slice(0, 40) }),
  ],
  ["thirty.resample(time='YS' if False else 'AS').mean()", ({ thirty }) => thirty.resampleTime('P1Y').mean()],
  ["b.load().groupby(cover.load()).mean().transpose('time', 'v')", ({ b, cover }) => b.groupby(cover, { values: [0, 1, 2, 3, 4] }).mean()],
  ["b.load().groupby(cover.load()).max().transpose('time', 'v')", ({ b, cover }) => b.groupby(cover, { values: [0, 1, 2, 3, 4] }).max()],
  [
    "f.load().isel(time=quality.load().where(f.load().notnull()).fillna(-1e9).argmax('time')).drop_vars('time').where((quality.load().notnull() & f.load().notnull()).any('time'))",
    ({ f, quality }) => f.bestPixel(quality),
  ],
  [
    'b.rio.write_crs("EPSG:32633").rio.clip_box(500101, 5000101, 500299, 5000239).mean("time")',
    ({ b }) => b.clipBox(500101, 5000101, 500299, 5000239).mean('time'),
  ],
]

const folder = mkdtempSync(join(tmpdir(), 'chains-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function difference(ours: DataArray<string>, theirs: Found, tolerance: number): Promise<string | null> {
  if (theirs.error !== undefined) return `xarray: ${theirs.error}`
  if (ours.dims.length !== theirs.dims.length || ours.shape.join() !== theirs.shape.join())
    return `${ours.dims} ${ours.shape} and ${theirs.dims} ${theirs.shape}`
  const { values, valid } = await ours.compute({ workers: 0 })
  for (let at = 0; at < values.length; at++) {
    const one = valid?.[at] === 0 ? null : Number(values[at])
    const other = theirs.values[at] as number | null
    const same = one === null || other === null ? one === other : Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(other))
    if (!same) return `value ${at} is ${one} and ${other}`
  }
  for (const [dim, labels] of Object.entries(theirs.coords)) {
    const own = ours.coords[dim]
    const unlike =
      own === undefined
        ? -1
        : labels.findIndex((label, at) => String(label) !== String(own[at]).slice(0, 10) && Number(label) !== Number(own[at]))
    if (unlike >= 0) return `label ${unlike} of ${dim} is ${own?.[unlike]} and ${labels[unlike]}`
  }
  return null
}

describeWithPeers('chains over stores that xarray wrote agree with xarray, rioxarray and dask', ['rioxarray', 'zarr'], () => {
  it(`${chains.length} chains`, async () => {
    const script = fileURLToPath(new URL('./chains-dask.py', import.meta.url))
    const input = JSON.stringify(chains.map(([theirs]) => theirs))
    const found = JSON.parse(execFileSync(python, [script, folder], { input, maxBuffer: 1 << 28 }).toString()) as Found[]
    const names = ['a', 'b', 'c', 'f', 'noleap', 'thirty', 'cover', 'quality'] as const
    const opened = await Promise.all(
      names.map(async (name) => [name, await open(join(folder, `${name}.zarr`), { variable: 'v' })] as const),
    )
    const cubes = Object.fromEntries(opened) as Cubes
    const wrong: string[] = []
    for (const [at, [theirs, ours, tolerance = summed]] of chains.entries()) {
      let how: string | null
      try {
        how = await difference(ours(cubes), found[at] as Found, tolerance)
      } catch (error) {
        how = `here: ${(error as Error).message}`
      }
      if (how !== null) wrong.push(`${theirs}: ${how}`)
    }
    expect(wrong).toEqual([])
  }, 300_000)
})
