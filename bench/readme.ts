// `npm run bench:readme -- FILE [FILE...]`: puts what `npm run bench -- --json FILE` measured between the markers of the README. Of several files the later ones
// replace what the earlier ones have of the same job, so that a part can be measured again.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Agreement } from './agreement.js'
import { type JobResult, type Row, ratio } from './compare.js'
import type { MemoryResult } from './memory.js'
import { mergeReports, type Report, readReport } from './report.js'
import { SIDES } from './scene.js'
import { fixed, mib, percent } from './table.js'

const BEGIN = '<!-- bench:begin -->'
const END = '<!-- bench:end -->'
const WIDTH = 160

/** Breaks a paragraph into lines. */
function wrapped(text: string): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= WIDTH) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join('\n')
}

function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
    .replaceAll(' --- ', '---')
}

/** The version alone: `GDAL 3.6.2` of a sentence, `v20.20.2` without its letter. */
function version(text: string | number | undefined): string {
  return /\d+(\.\d+)+/.exec(String(text))?.[0] ?? 'unknown'
}

function versions({ machine }: Report): string {
  const names = [`Node ${version(machine.node)}`]
  if (machine.gdalwarp !== undefined) names.push(`GDAL ${version(machine.gdalwarp)}`)
  const [rioxarray, dask] = String(machine.rioxarray ?? '').split(' dask ')
  if (dask !== undefined) names.push(`rioxarray ${version(rioxarray)} with dask ${version(dask)}`)
  return names.join(', ')
}

function dates({ began, ended }: Report): string {
  const [from, to] = [began.slice(0, 10), ended.slice(0, 10)]
  return from === to ? from : `${from} to ${to}`
}

function intro(report: Report): string {
  const side = SIDES[report.size]
  return wrapped(
    `Measured ${dates(report)} on ${report.machine.processors} cores (${report.machine.processor}), ${versions(report)}; medians of ${report.runs} interleaved ` +
      `run${report.runs === 1 ? '' : 's'}. The scene is ${side} x ${side} uint16 in UTM 33N, unless another size is named; both sides have two threads, and GeoTIFFs are written with ` +
      'deflate and predictor 2 (classes without a predictor). Ratios are theirs / ours, wall time and CPU time: below 1 the peer is faster. "Level 1" is the peer told to use the compression ' +
      'effort that ours uses; "file" is the size of ours / theirs at its default level.',
  )
}

function ratios(base: Row, row: Row | undefined): string {
  if (row?.median === undefined || base.median === undefined) return ''
  return `${fixed(ratio(base.median.wallS, row.median.wallS), 2)}x, ${fixed(ratio(base.median.cpuS, row.median.cpuS), 2)}x`
}

function speedRow(job: JobResult, previous: string | undefined, size: number): string[] | undefined {
  const [base, ...peers] = job.rows
  const peer = peers.find(({ level }) => level === 'default')
  if (base?.median === undefined || peer === undefined) return undefined
  const { wallS, cpuS, peakRssBytes, outputBytes } = base.median
  const same = peers.find(({ level }) => level === 'same')
  const own = `${fixed(wallS, 2)} s, ${fixed(cpuS, 2)} s, ${mib(peakRssBytes)} MiB`
  const label = job.size === size ? job.label : `${job.label}, ${job.size} Mpx`
  const name = peer.name.replace(/,.*/, '')
  if (peer.median === undefined) return [label, own, name, peer.problem ?? 'not run', '', '', '']
  const file = fixed(ratio(peer.median.outputBytes, outputBytes), 3)
  return [
    label === previous ? 'the same' : label,
    own,
    name,
    ratios(base, peer),
    ratios(base, same),
    file,
    `${mib(peer.median.peakRssBytes)} MiB`,
  ]
}

/** Jobs against peers; those on the same input and to the same end stand together. */
function speedTable({ jobs, size }: Report): string {
  const compared = jobs.filter(({ rows }) => rows.some(({ level }) => level !== undefined))
  const first = (job: JobResult): number => compared.findIndex(({ label, size: its }) => label === job.label && its === job.size)
  const sorted = compared.toSorted((a, b) => first(a) - first(b))
  const rows = sorted.flatMap((job, i) => {
    const before = sorted[i - 1]
    const row = speedRow(job, before?.size === job.size ? before?.label : undefined, size)
    return row === undefined ? [] : [row]
  })
  const headings = [
    'job',
    'ours: wall, CPU, peak memory',
    'peer',
    'at its default level: wall, CPU',
    'at level 1: wall, CPU',
    'file',
    'its peak memory',
  ]
  return tableOf(headings, rows)
}

function workersSentence(jobs: readonly JobResult[]): string[] {
  const parts = jobs.flatMap(({ id, label, rows }) => {
    const times = id === 'P13' ? ratio(rows[0]?.median?.wallS, rows[1]?.median?.wallS) : undefined
    return times === undefined ? [] : [`${fixed(times, 2)}x (${label.split(', ').at(-1)})`]
  })
  return parts.length === 0 ? [] : [`With two workers the warp is ${parts.join(' and ')} as fast as with one.`]
}

function startUpSentence(jobs: readonly JobResult[]): string[] {
  const wallS = jobs.find(({ label }) => label === 'start-up')?.rows[0]?.median?.wallS
  return wallS === undefined ? [] : [`\`rasterloom --version\` takes ${fixed(wallS * 1000, 0)} ms.`]
}

function memoryPart({ rows, growth }: MemoryResult): string[] {
  const table = rows.map((row) => [
    `${row.size} Mpx`,
    `${mib(row.maxMemoryBytes)} MiB`,
    `${mib(row.promiseBytes)} MiB`,
    row.problem ?? `${mib(row.peakBytes)} MiB`,
    `${fixed(row.median?.wallS, 2)} s`,
  ])
  const grown = growth && ` From ${growth.from} to ${growth.to} Mpx the peak grows by a factor of ${growth.ratio.toFixed(2)}.`
  return [
    wrapped(
      `Peak memory of the whole process, bilinear warp with 2 workers, beside what the plan promised (the largest of all runs).${grown ?? ''}`,
    ),
    tableOf(['input', '`--max-memory`', 'promised', 'peak', 'wall'], table),
  ]
}

function agreementPart(agreements: readonly Agreement[]): string[] {
  if (agreements.length === 0) return []
  const rows = agreements.map((a) =>
    a.problem === undefined
      ? [a.kernel, `${percent(a.identical, 3)} %`, `${a.largest}`, `${percent(a.mask, 4)} %`]
      : [a.kernel, a.problem, '', ''],
  )
  return [
    wrapped(
      'Pixels against `gdalwarp -et 0` on the same grid, away from nodata, where the image does not shrink; validity is of all pixels. Where an image shrinks more pixels ' +
        'differ, by rules of ours that [numerics](docs/numerics.md) lists.',
    ),
    tableOf(['kernel', 'equal', 'largest difference', 'same validity'], rows),
  ]
}

/** The README's text between the markers. */
export function readmePart(report: Report): string {
  const sentences = [...workersSentence(report.jobs), ...startUpSentence(report.jobs)]
  const parts = [
    intro(report),
    speedTable(report),
    ...(sentences.length === 0 ? [] : [wrapped(sentences.join(' '))]),
    ...(report.memory === undefined ? [] : memoryPart(report.memory)),
    ...agreementPart(report.agreements),
  ]
  return parts.join('\n\n')
}

/** Replaces the README's part by one made of the reports named. */
export function main(root: string, args: readonly string[]): number {
  if (args.length === 0 || args.some((arg) => arg.startsWith('-'))) {
    process.stderr.write('usage: npm run bench:readme -- FILE [FILE...]   (made by npm run bench -- --json FILE)\n')
    return 2
  }
  const part = readmePart(mergeReports(args.map(readReport)))
  const path = join(root, 'README.md')
  const text = readFileSync(path, 'utf8')
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`README.md: the markers ${BEGIN} and ${END} are not there`)
  writeFileSync(path, `${text.slice(0, begin + BEGIN.length)}\n\n${part}\n\n${text.slice(end)}`)
  return 0
}
