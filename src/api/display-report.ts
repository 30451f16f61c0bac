import { formatBytes } from '../base/bytes.js'
import { table } from '../plan/table.js'
import type { RunReport } from './run-report.js'

/** The report of a run as text: the plan's figures beside the run's, the parts of the run, and where the threads' time went. */
export function reportText(report: RunReport): string {
  return [predictedText(report), partsText(report), phasesText(report)].join('\n\n')
}

function predictedText({ predicted, chunks, skipped, ...run }: RunReport): string {
  const most = predicted.exact ? '' : '<= '
  const rows = [
    ['chunks', String(predicted.chunks), skipped === 0 ? String(chunks) : `${chunks - skipped}, ${skipped} from before`],
    ['tiles decoded', `${most}${predicted.tilesDecoded} of ${predicted.tiles}`, String(run.tilesDecoded)],
    ['tiles found decoded', '', String(run.tilesKept)],
    ['bytes read', '', `${formatBytes(run.bytesRead)} in ${run.requests} request${run.requests === 1 ? '' : 's'}`],
    ['bytes written', '', formatBytes(run.bytesWritten)],
    ['peak memory', `<= ${formatBytes(run.promiseBytes)}`, formatBytes(run.peakBytes)],
    ...Object.entries(run.counts).map(([name, count]) => [`pixels ${name}`, '', String(count)]),
  ]
  return table(['', 'Planned', 'Was'], rows)
}

function partsText({ parts, elapsedMs, threads }: RunReport): string {
  const busy = threads.map(({ busyMs }) => seconds(busyMs)).join(' and ')
  const rows = [...parts.map(({ name, ms }) => [name, seconds(ms)]), ['in all', seconds(elapsedMs)]]
  return `${table(['Part', 'Time'], rows)}\n\nthreads at work for ${busy === '' ? 'no time' : busy}`
}

/** Most phases that are listed, longest first. */
const mostPhases = 50

function phasesText({ phases, threads }: RunReport): string {
  const sum = threads.reduce((all, { busyMs }) => all + busyMs, 0)
  const others = phases.slice(mostPhases)
  const rest = others.reduce((all, { ms }) => all + ms, 0)
  const rows = phases
    .slice(0, mostPhases)
    .map(({ phase, node, op, ms }) => [
      phase,
      node < 0 ? '' : `${node} ${op}`,
      seconds(ms),
      sum > 0 ? `${((100 * ms) / sum).toFixed(1)} %` : '',
    ])
  if (others.length > 0) rows.push(['...', `${others.length} more`, seconds(rest), sum > 0 ? `${((100 * rest) / sum).toFixed(1)} %` : ''])
  return table(['Phase', 'Node', 'Time', 'Share'], rows)
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(3)} s`
}
