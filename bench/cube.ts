import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Measurement, measure, medians } from './measure.js'
import { findTools } from './tools.js'

const USAGE = `usage: npm run bench:cube -- CUBE.zarr [--times N] [--runs N] [--jobs mean,median,climatology,all] [--keep]
  CUBE.zarr is a store of version 2 whose variable conc_chl has dims time, lat, lon and chunks of one time.
  It is repeated in time to N days (250) in the system's temporary folder, or RASTERLOOM_BENCH_DIR.`

const GiB = 2 ** 30

interface Metadata {
  shape: number[]
  chunks: number[]
  [key: string]: unknown
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}

/** The cube repeated in time, one time a day: chunks are copied as they are stored. */
function tiled(cube: string, times: number, folder: string): { path: string; bytes: number } {
  const path = join(folder, `cube-${times}.zarr`)
  const array = readJson<Metadata>(join(cube, 'conc_chl/.zarray'))
  const [own, ...plane] = array.shape as [number, ...number[]]
  const bytes = plane.reduce((product, extent) => product * extent, times * 8)
  if (existsSync(join(path, '.zgroup'))) return { path, bytes }
  rmSync(path, { recursive: true, force: true })
  mkdirSync(join(path, 'conc_chl'), { recursive: true })
  for (const name of readdirSync(join(cube, 'conc_chl')).filter((each) => /^\d+\.\d+\.\d+$/.test(each))) {
    const [time, ...rest] = name.split('.')
    for (let at = Number(time); at < times; at += own)
      copyFileSync(join(cube, 'conc_chl', name), join(path, 'conc_chl', [at, ...rest].join('.')))
  }
  const { coordinates: _, ...attrs } = readJson<Record<string, unknown>>(join(cube, 'conc_chl/.zattrs'))
  writeFileSync(join(path, 'conc_chl/.zarray'), JSON.stringify({ ...array, shape: [times, ...plane] }))
  writeFileSync(join(path, 'conc_chl/.zattrs'), JSON.stringify(attrs))
  for (const dim of ['lat', 'lon']) {
    mkdirSync(join(path, dim))
    for (const name of readdirSync(join(cube, dim))) copyFileSync(join(cube, dim, name), join(path, dim, name))
  }
  mkdirSync(join(path, 'time'))
  const days = BigInt64Array.from({ length: times }, (_each, at) => BigInt(at))
  writeFileSync(join(path, 'time/0'), new Uint8Array(days.buffer))
  const plain = { zarr_format: 2, dtype: '<i8', order: 'C', compressor: null, filters: null, fill_value: null }
  writeFileSync(join(path, 'time/.zarray'), JSON.stringify({ ...plain, shape: [times], chunks: [times] }))
  writeFileSync(
    join(path, 'time/.zattrs'),
    JSON.stringify({ _ARRAY_DIMENSIONS: ['time'], units: 'days since 2019-01-01', calendar: 'proleptic_gregorian' }),
  )
  consolidate(path)
  return { path, bytes }
}

/** All metadata in one file, as `consolidate_metadata` of zarr writes it. */
function consolidate(path: string): void {
  writeFileSync(join(path, '.zgroup'), '{"zarr_format":2}')
  const metadata: Record<string, unknown> = { '.zgroup': { zarr_format: 2 } }
  for (const array of ['conc_chl', 'lat', 'lon', 'time'])
    for (const name of ['.zarray', '.zattrs']) metadata[`${array}/${name}`] = readJson(join(path, array, name))
  writeFileSync(join(path, '.zmetadata'), JSON.stringify({ metadata, zarr_consolidated_format: 1 }))
}

const NAMES: Readonly<Record<string, string>> = {
  mean: 'monthly mean',
  median: 'monthly median',
  climatology: 'mean of each month over the years',
  all: 'median of all times',
}

function row(job: string, who: string, { wallS, cpuS, peakRssBytes }: Measurement, note: string): string {
  const peak = peakRssBytes === undefined ? '' : `${Math.round(peakRssBytes / 2 ** 20)} MiB`
  return `| ${NAMES[job]} | ${who} | ${wallS.toFixed(1)} | ${cpuS?.toFixed(1) ?? ''} | ${peak} | ${note} |`
}

/** Compares composites in time with xarray on dask. Prints a table in Markdown. */
export async function main(root: string, args: readonly string[]): Promise<void> {
  const value = (name: string, otherwise: string): string => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? otherwise) : otherwise)
  const [cube] = args
  if (cube === undefined || cube.startsWith('--')) throw new Error(USAGE)
  const folder = process.env.RASTERLOOM_BENCH_DIR ?? join(tmpdir(), 'rasterloom-bench')
  mkdirSync(folder, { recursive: true })
  const { path, bytes } = tiled(cube, Number(value('--times', '250')), folder)
  const { python, timer, versions } = findTools(root)
  const outputs = mkdtempSync(join(folder, 'cube-'))
  const print = (text: string): void => void process.stdout.write(`${text}\n`)
  print(`${(bytes / GiB).toFixed(2)} GiB of float64, ${cpus().length} processors, ${JSON.stringify(versions)}\n`)
  print('| job | with | wall s | processor s | peak | agrees |\n|---|---|---:|---:|---:|---|')
  const scripts = join(root, 'bench')
  for (const job of value('--jobs', 'mean,median,climatology,all').split(',')) {
    const [ours, theirs] = [join(outputs, `${job}.zarr`), join(outputs, `${job}-dask.zarr`)]
    const [first, second]: [Measurement[], Measurement[]] = [[], []]
    for (let run = 0; run < Number(value('--runs', '1')); run++) {
      first.push(await measure([process.execPath, join(scripts, 'ours/cube.mjs'), path, ours, job, '2'], ours, timer))
      second.push(await measure([python, join(scripts, 'python/dask_cube.py'), path, theirs, job], theirs, timer))
    }
    const { stdout } = spawnSync(python, [join(scripts, 'python/cube_agreement.py'), ours, theirs], { encoding: 'utf8' })
    const [share = '?', apart = '?'] = stdout.trim().split(' ')
    print(row(job, 'rasterloom', medians(first), ''))
    print(row(job, 'xarray + dask', medians(second), `${share} % same validity, ${apart} apart`))
  }
  rmSync(outputs, { recursive: true, force: true })
  if (!args.includes('--keep')) rmSync(path, { recursive: true, force: true })
}
