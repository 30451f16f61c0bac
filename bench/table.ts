import type { Agreement } from './agreement.js'
import type { JobResult, Row } from './compare.js'

const HEADINGS = ['', 'wall s', 'CPU s', 'peak MiB', 'output MiB', 'wall ratio', 'CPU ratio', 'size ratio', 'asked']
const MIB = 1048576

function fixed(value: number | undefined, digits: number): string {
  return value === undefined || !Number.isFinite(value) ? '-' : value.toFixed(digits)
}

/** theirs / ours; nothing on our own first row, or where ours did not run. */
function ratio(row: Row, base: Row, of: (row: Row) => number | undefined): number | undefined {
  const ours = of(base)
  const theirs = of(row)
  return row === base || ours === undefined || theirs === undefined || ours === 0 ? undefined : theirs / ours
}

function cells(row: Row, base: Row): string[] {
  if (row.median === undefined) return [row.name, row.problem ?? 'not run']
  const { wallS, cpuS, peakRssBytes, outputBytes } = row.median
  const wall = ratio(row, base, (r) => r.median?.wallS)
  return [
    row.name,
    fixed(wallS, 2),
    fixed(cpuS, 2),
    fixed(peakRssBytes / MIB, 0),
    fixed(outputBytes / MIB, 1),
    fixed(wall, 2),
    fixed(
      ratio(row, base, (r) => r.median?.cpuS),
      2,
    ),
    fixed(
      ratio(row, base, (r) => r.median?.outputBytes),
      3,
    ),
    row.asked === undefined ? '' : `${row.asked}${wall === undefined ? '' : wall >= row.asked ? ' met' : ' NOT met'}`,
  ]
}

function aligned(rows: readonly string[][]): string[] {
  const full = rows.filter((row) => row.length === HEADINGS.length)
  const widths = HEADINGS.map((_, i) => Math.max(...full.map((row) => row[i]!.length)))
  widths[0] = Math.max(...rows.map((row) => row[0]!.length))
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 || row.length === 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd(),
  )
}

/** A job as text; ratios are theirs / ours of the first row, so that more than 1 is to our advantage. */
export function jobTable(result: JobResult): string {
  const base = result.rows[0]!
  const runs = Math.max(...result.rows.map((row) => row.runs))
  const lines = aligned([HEADINGS, ...result.rows.map((row) => cells(row, base))])
  return [`${result.id}  ${result.title}; medians of ${runs}`, ...lines.map((line) => `  ${line}`), ''].join('\n')
}

/** The agreement with GDAL as text. */
export function agreementTable(agreements: readonly Agreement[]): string {
  const lines = agreements.map((a) => {
    if (a.problem !== undefined) return `  ${a.kernel.padEnd(10)} ${a.problem}`
    const shares = `identical ${fixed(a.identical! * 100, 3)} %, within 1 ${fixed(a.withinOne! * 100, 3)} %, largest difference ${a.largest}`
    return `  ${a.kernel.padEnd(10)} ${shares}, same validity ${fixed(a.mask! * 100, 4)} % (${fixed(a.compared! / 1e6, 1)} Mpx away from nodata)`
  })
  return ['P15  pixels against gdalwarp -et 0 on the same grid; asked: 99.5 % identical, at most 1', ...lines, ''].join('\n')
}
