import { type Agreement, LEAST_IDENTICAL } from './agreement.js'
import { type JobResult, type Row, ratio } from './compare.js'
import type { Measurement } from './measure.js'
import type { MemoryResult, MemoryRow } from './memory.js'
import type { Report } from './report.js'

const HEADINGS = ['', 'wall s', 'CPU s', 'peak MiB', 'output MiB', 'wall ratio', 'CPU ratio', 'size ratio', 'asked']
const MEMORY_HEADINGS = ['', 'wall s', 'CPU s', 'peak MiB', 'promised MiB', 'bound MiB', 'kept']
const MIB = 1048576

/** A figure with so many digits; a dash where there is none. */
export function fixed(value: number | undefined, digits: number): string {
  return value === undefined || !Number.isFinite(value) ? '-' : value.toFixed(digits)
}

/** Bytes in MiB. */
export function mib(bytes: number | undefined, digits = 0): string {
  return fixed(bytes === undefined ? undefined : bytes / MIB, digits)
}

/** A share as a percentage; only what is all of it reads 100. */
export function percent(share: number | undefined, digits: number): string {
  if (share === undefined) return '-'
  const text = (share * 100).toFixed(digits)
  return share < 1 && Number(text) === 100 ? (100 - 10 ** -digits).toFixed(digits) : text
}

function cells(row: Row, base: Row): string[] {
  const { median, verdict } = row
  if (median === undefined) return [row.name, row.problem ?? 'not run']
  const beside = (of: (measured: Measurement) => number | undefined): number | undefined =>
    row === base || base.median === undefined ? undefined : ratio(of(base.median), of(median))
  return [
    row.name,
    fixed(median.wallS, 2),
    fixed(median.cpuS, 2),
    mib(median.peakRssBytes),
    mib(median.outputBytes, 1),
    fixed(
      beside(({ wallS }) => wallS),
      2,
    ),
    fixed(
      beside(({ cpuS }) => cpuS),
      2,
    ),
    fixed(
      beside(({ outputBytes }) => outputBytes),
      3,
    ),
    verdict === undefined ? '' : `${verdict.asked} ${verdict.met}`,
  ]
}

/** Rows under their headings; a row of two cells is a name and a sentence. */
function aligned(rows: readonly string[][]): string[] {
  const full = rows.filter((row) => row.length === rows[0]!.length)
  const widths = rows[0]!.map((_, i) => Math.max(...full.map((row) => row[i]!.length)))
  widths[0] = Math.max(...rows.map((row) => row[0]!.length))
  const cell = (text: string, i: number, row: readonly string[]): string =>
    i === 0 || row.length === 2 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)
  return rows.map((row) => `  ${row.map((text, i) => cell(text, i, row)).join('  ')}`.trimEnd())
}

function mostRuns(rows: readonly { readonly runs: readonly unknown[] }[]): number {
  return Math.max(...rows.map(({ runs }) => runs.length))
}

/** A job as text; ratios are theirs / ours of the first row, so that more than 1 is to our advantage. */
export function jobTable({ id, label, size, rows }: JobResult): string {
  const title = `${id}  ${label}${size === undefined ? '' : `, ${size} Mpx`}; medians of ${mostRuns(rows)}`
  return [title, ...aligned([HEADINGS, ...rows.map((row) => cells(row, rows[0]!))]), ''].join('\n')
}

function memoryCells(row: MemoryRow): string[] {
  const name = `${row.size} Mpx, --max-memory ${row.budget}`
  if (row.median === undefined) return [name, row.problem ?? 'not run']
  const { wallS, cpuS } = row.median
  const kept = row.kept === undefined ? '-' : row.kept ? 'met' : 'NOT met'
  return [name, fixed(wallS, 2), fixed(cpuS, 2), mib(row.peakBytes), mib(row.promiseBytes), mib(row.maxMemoryBytes), kept]
}

function growthLine({ growth }: MemoryResult): string {
  if (growth === undefined) return '  growth: one size only'
  const { from, to, ratio: times, met } = growth
  const missing = to === 488 ? '' : ' (--full measures 488 Mpx too)'
  return `  growth: ${(to / from).toFixed(0)}x the pixels take ${times.toFixed(2)}x the memory; asked: at most 1.1x, ${met ? 'met' : 'NOT met'}${missing}`
}

/** Memory against the promise as text. */
export function memoryTable(result: MemoryResult): string {
  const title = `P12  bilinear, UTM to EPSG:3857, 2 workers; the largest peak of ${mostRuns(result.rows)}; asked: peak <= promised <= bound`
  return [title, ...aligned([MEMORY_HEADINGS, ...result.rows.map(memoryCells)]), growthLine(result), ''].join('\n')
}

/** The agreement with GDAL as text. */
export function agreementTable(agreements: readonly Agreement[]): string {
  const lines = agreements.map((a) => {
    if (a.problem !== undefined) return `  ${a.kernel.padEnd(11)} ${a.problem}`
    const shares = `identical ${percent(a.identical, 3)} %, within 1 ${percent(a.withinOne, 3)} %, largest difference ${a.largest}`
    const rest = `same validity ${percent(a.mask, 4)} % (${fixed(a.compared! / 1e6, 1)} Mpx away from nodata)`
    return `  ${a.kernel.padEnd(11)} ${shares}, ${rest}: ${a.met ? 'met' : 'NOT met'}`
  })
  const asked = `asked: ${percent(LEAST_IDENTICAL, 1)} % identical, at most 1 (near, which takes one pixel or its neighbour: identical only)`
  return [`P15  pixels against gdalwarp -et 0 on the same grid; ${asked}`, ...lines, ''].join('\n')
}

function jobVerdicts({ id, label, size, rows }: JobResult): string[][] {
  return rows.flatMap(({ name, median, verdict }) => {
    if (verdict === undefined) return []
    const got = rows[0]!.name === name ? `${fixed(median?.wallS, 2)} s` : `${fixed(ratio(rows[0]!.median?.wallS, median?.wallS), 2)}x`
    const what = rows[0]!.name === name ? name : `${label}${size === undefined ? '' : `, ${size} Mpx`}: ${name}`
    return [[id, what, got, verdict.asked, verdict.met]]
  })
}

/** One line for everything that is asked, in order, and how long it all took. */
export function summary({ jobs, memory, agreements, began, ended }: Report): string {
  const said = (met: boolean | undefined): string => (met === undefined ? 'not measured' : met ? 'met' : 'NOT met')
  const lines = [
    ...jobs.flatMap(jobVerdicts),
    ...(memory?.rows ?? []).map((row) => [
      'P12',
      memoryCells(row)[0]!,
      `${mib(row.peakBytes)} MiB`,
      `${mib(row.promiseBytes)} MiB`,
      said(row.kept),
    ]),
    ...(memory?.growth === undefined
      ? []
      : [
          [
            'P12',
            `${memory.growth.from} to ${memory.growth.to} Mpx`,
            `${memory.growth.ratio.toFixed(2)}x`,
            '<= 1.1x',
            said(memory.growth.met),
          ],
        ]),
    ...agreements.map((a) => ['P15', a.kernel, `${percent(a.identical, 2)} %`, `${percent(LEAST_IDENTICAL, 1)} %`, said(a.met)]),
  ].sort(([one], [other]) => Number(one!.slice(1)) - Number(other!.slice(1)))
  const minutes = ((Date.parse(ended) - Date.parse(began)) / 60000).toFixed(1)
  const widths = [0, 1, 2, 3].map((i) => Math.max(0, ...lines.map((line) => line[i]!.length)))
  const rows = lines.map((line) => `  ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd())
  return [`What was asked: measured, asked (${minutes} minutes in all)`, ...rows, ''].join('\n')
}
