import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Agreement } from './agreement.js'
import type { JobResult } from './compare.js'
import type { MemoryResult } from './memory.js'
import type { SceneSize } from './scene.js'

/** Everything that was measured in one call. */
export interface Report {
  /** Changes whenever the shape of this object does. */
  readonly format: 1
  /** When it began and ended, ISO 8601. */
  readonly began: string
  readonly ended: string
  /** The processor and the versions of everything that ran. */
  readonly machine: Readonly<Record<string, string | number>>
  readonly size: SceneSize
  readonly runs: number
  readonly jobs: readonly JobResult[]
  readonly memory?: MemoryResult
  readonly agreements: readonly Agreement[]
}

/** Writes a report so that a reader never sees half of one. */
export function writeReport(path: string, report: Report): void {
  writeFileSync(`${path}.partial`, `${JSON.stringify(report, undefined, 2)}\n`)
  renameSync(`${path}.partial`, path)
}

/** Reads a report; throws with a message for people. */
export function readReport(path: string): Report {
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report
  if (report.format !== 1) throw new Error(`${path}: not a report of this benchmark, or an older one's; run it again with --json ${path}`)
  return report
}

function nameOf({ id, label, size }: JobResult): string {
  return `${id} ${label} ${size ?? ''}`
}

/** Earlier items whose name no later one has, then the later ones; in the order of the first appearance. */
function replaced<T>(earlier: readonly T[], later: readonly T[], name: (each: T) => string): T[] {
  const all = new Map(earlier.map((each) => [name(each), each]))
  for (const each of later) all.set(name(each), each)
  return [...all.values()]
}

/** Several reports as one: what a later one measured again replaces what an earlier one has. Throws where machine, versions or size differ. */
export function mergeReports(reports: readonly Report[]): Report {
  const number = ({ id }: JobResult): number => Number(id.slice(1))
  return reports.reduce((a, b) => {
    if (JSON.stringify([a.machine, a.size]) !== JSON.stringify([b.machine, b.size]))
      throw new Error('these reports are of different machines, versions or sizes: one table holds figures of one of them only')
    const memory = b.memory ?? a.memory
    return {
      ...b,
      began: a.began < b.began ? a.began : b.began,
      ended: a.ended > b.ended ? a.ended : b.ended,
      runs: Math.min(a.runs, b.runs),
      jobs: replaced(a.jobs, b.jobs, nameOf).sort((one, other) => number(one) - number(other)),
      agreements: replaced(a.agreements, b.agreements, ({ kernel }) => kernel),
      ...(memory === undefined ? {} : { memory }),
    }
  })
}
