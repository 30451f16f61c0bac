import { formatBytes } from '../base/bytes.js'
import { table } from '../plan/table.js'
import type { NamedPhase, RunReport } from './run-report.js'

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

/** Rows of phases that are told one by one; the rest, which only graphs of many nodes have, is summed up by op. */
const mostPhases = 40

function phasesText({ phases, threads }: RunReport): string {
  const sum = threads.reduce((all, { busyMs }) => all + busyMs, 0)
  const row = (phase: string, node: string, ms: number): string[] => [
    phase,
    node,
    seconds(ms),
    sum > 0 ? `${((100 * ms) / sum).toFixed(1)} %` : '',
  ]
  const rows = phases.slice(0, mostPhases).map(({ phase, node, op, ms }) => row(phase, node < 0 ? '' : `${node} ${op}`, ms))
  const others = sumsByOp(phases.slice(mostPhases)).map(({ phase, op, count, ms }) => row(phase, `${count} more ${op}`, ms))
  return table(['Phase', 'Node', 'Time', 'Share'], [...rows, ...others])
}

interface OpSum extends Pick<NamedPhase, 'phase' | 'op'> {
  count: number
  ms: number
}

function sumsByOp(phases: readonly NamedPhase[]): OpSum[] {
  const sums = new Map<string, OpSum>()
  for (const { phase, op, ms } of phases) {
    const sum = sums.get(`${phase} ${op}`) ?? { phase, op, count: 0, ms: 0 }
    sums.set(`${phase} ${op}`, { ...sum, count: sum.count + 1, ms: sum.ms + ms })
  }
  return [...sums.values()].sort((a, b) => b.ms - a.ms)
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(3)} s`
}
