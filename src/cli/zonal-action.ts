import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import type { DataArray } from '../api/data-array.js'
import { open } from '../api/open.js'
import type { ZonalOptions, ZonalRow } from '../api/zonal-stats.js'
import type { ZonalStatistic } from '../api/zonal-tally.js'
import { GridError, OutputError, SourceError, UsageError } from '../base/errors.js'
import { selectedSource } from './chain.js'
import { csvTable } from './csv-table.js'
import { exitCode } from './exit-code.js'
import { interruptSignal } from './interrupt.js'
import type { ZonalFlags } from './zonal-flags.js'

type Rows = readonly ZonalRow<ZonalStatistic>[]

/** Carries out `zonal`; answers the exit code. */
export async function zonalTable(source: string, zones: string, target: string | undefined, options: ZonalFlags): Promise<number> {
  const format = formatOf(target, options.format)
  if (target !== undefined && options.overwrite !== true && existsSync(target))
    throw new OutputError(`${target}: exists already: give --overwrite to replace it, or another path`, { uri: target })
  const interrupt = interruptSignal()
  try {
    const array = await selectedSource(source, options, [])
    const rows = await rowsOf(array, zones, options, interrupt.signal)
    const text = format === 'csv' ? tableOf(rows) : `${JSON.stringify(rows, null, 2)}\n`
    if (target === undefined) process.stdout.write(text)
    else {
      writeText(target, text)
      process.stdout.write(`${target}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}\n`)
    }
    return exitCode.done
  } finally {
    interrupt.release()
  }
}

/** Writes a file in one step: under another name first. Throws `E_OUTPUT`. */
function writeText(target: string, text: string): void {
  const partial = `${target}.${process.pid}.partial`
  try {
    writeFileSync(partial, text)
    renameSync(partial, target)
  } catch (cause) {
    rmSync(partial, { force: true })
    const { code } = cause as NodeJS.ErrnoException
    throw new OutputError(
      `${target}: the table cannot be written (${code}): check the directory and the space on its disk`,
      { uri: target },
      { cause },
    )
  }
}

function formatOf(target: string | undefined, asked: ZonalFlags['format']): 'json' | 'csv' {
  if (asked !== undefined) return asked
  if (target === undefined || /\.json$/i.test(target)) return 'json'
  if (/\.csv$/i.test(target)) return 'csv'
  throw new UsageError(`${target}: its name does not say whether JSON or CSV is wanted: call it .json or .csv, or give --format`)
}

async function rowsOf(array: DataArray<string>, zones: string, options: ZonalFlags, signal: AbortSignal): Promise<Rows> {
  const { zonesCrs, by, allTouched, stats, maxMemory, workers } = options
  const asked = {
    ...(stats === undefined ? {} : { stats: stats as readonly ZonalStatistic[] }),
    ...(maxMemory === undefined ? {} : { maxMemory }),
    ...(workers === undefined ? {} : { workers }),
    signal,
  }
  const ofShapes = {
    ...(by === undefined ? {} : { by }),
    ...(allTouched === undefined ? {} : { allTouched }),
    ...(zonesCrs === undefined ? {} : { crs: zonesCrs }),
  }
  const text = await geojsonOf(zones)
  if (text !== null) return array.zonalStats(text, { ...asked, ...ofShapes } as ZonalOptions<ZonalStatistic>)
  const [odd] = Object.keys(ofShapes)
  if (odd !== undefined) {
    const flag = odd === 'crs' ? '--zones-crs' : odd === 'by' ? '--by' : '--all-touched'
    throw new UsageError(`${flag} is for polygons, and ${zones} is a raster of classes: leave it out`)
  }
  const classes = await open(zones)
  const plain = classes.dims.includes('band') && classes.shape[classes.dims.indexOf('band')] === 1 ? classes.isel({ band: 0 }) : classes
  try {
    return await array.zonalStats(plain, asked as ZonalOptions<ZonalStatistic>)
  } catch (error) {
    if (!(error instanceof GridError)) throw error
    const why = error.message.replace(/: bring .*$/s, '')
    throw new GridError(
      `${why}: bring the classes there first, with rasterloom convert ${zones} OUT --like SRC --resampling near`,
      error.fields,
      {
        cause: error,
      },
    )
  }
}

/** The text of a file that holds JSON of a type; null for rasters, which are told by their content. */
async function geojsonOf(path: string): Promise<string | null> {
  if (/^(https?|s3|file):/i.test(path)) return null
  let file: Awaited<ReturnType<typeof openFile>>
  try {
    file = await openFile(path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') return null
    throw new SourceError(`${path}: there is no such file`, { uri: path }, { cause })
  }
  try {
    if (!(await file.stat()).isFile()) return null
    const { bytesRead, buffer } = await file.read(Buffer.alloc(64), 0, 64, 0)
    // A byte order mark may come first.
    const isJson = /^\uFEFF?\s*[{[]/.test(buffer.toString('utf8', 0, bytesRead))
    return isJson ? await file.readFile({ encoding: 'utf8' }) : null
  } finally {
    await file.close()
  }
}

/** Rows as a table: the zone, its properties, the labels of other dims, the statistics. */
function tableOf(rows: Rows): string {
  const keys = (of: (row: Rows[number]) => object | null): string[] => [...new Set(rows.flatMap((row) => Object.keys(of(row) ?? {})))]
  const properties = keys((row) => row.properties)
  const labels = keys((row) => row.labels)
  const stats = keys(({ zone: _zone, properties: _properties, labels: _labels, ...others }) => others) as ZonalStatistic[]
  const taken = new Set(['zone', ...labels, ...stats])
  const named = properties.map((name) => (taken.has(name) ? `property_${name}` : name))
  return csvTable(
    ['zone', ...named, ...labels, ...stats],
    rows.map((row) => [
      row.zone,
      ...properties.map((name) => row.properties?.[name] ?? null),
      ...labels.map((name) => row.labels[name] ?? null),
      ...stats.map((name) => row[name]),
    ]),
  )
}
