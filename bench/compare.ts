import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Asked, Candidate, Job } from './candidates.js'
import { CommandFailed, type Measurement, measure, medians } from './measure.js'
import type { SceneSize } from './scene.js'
import type { Tools } from './tools.js'

/** What became of a candidate: its runs, or why there are none. */
export interface Outcome {
  readonly runs: readonly Measurement[]
  readonly median?: Measurement
  readonly problem?: string
}

/** Whether what is asked was reached; a ratio at a peer's default level counts only where our file is not much larger. */
export interface Verdict {
  readonly asked: string
  readonly met: 'met' | 'NOT met' | 'met, file too large'
}

/** One candidate's part of a result. */
export interface Row extends Outcome {
  readonly name: string
  readonly level?: 'default' | 'same'
  readonly verdict?: Verdict
}

/** One job's rows, ours first. */
export interface JobResult {
  readonly id: string
  readonly label: string
  readonly size?: SceneSize
  readonly rows: readonly Row[]
}

/** What a comparison needs beside the job. */
export interface Setting {
  readonly tools: Tools
  readonly folder: string
  readonly runs: number
  readonly keep: boolean
  readonly size: SceneSize
  readonly note: (text: string) => void
}

/** Times their size that our file may have where a default level is compared. */
const MOST_SIZE = 1.02

interface State {
  readonly candidate: Candidate
  readonly runs: Measurement[]
  problem: string | undefined
}

async function once(state: State, output: string, setting: Setting): Promise<void> {
  try {
    state.runs.push(await measure(state.candidate.argv(output), output, setting.tools.timer))
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    state.problem = error.message
  }
  if (!setting.keep) rmSync(output, { recursive: true, force: true })
}

/** Runs the candidates in turn, as often as the setting says, so that a slow minute of the machine meets all of them alike. */
export async function interleave(id: string, candidates: readonly Candidate[], setting: Setting): Promise<Outcome[]> {
  const states = candidates.map((candidate): State => ({ candidate, runs: [], problem: setting.tools.missing.get(candidate.needs) }))
  for (let run = 1; run <= setting.runs; run++) {
    for (const [index, state] of states.entries()) {
      if (state.problem !== undefined) continue
      setting.note(`${id} run ${run} of ${setting.runs}: ${state.candidate.name}`)
      await once(state, join(setting.folder, `${id}-${index}${state.candidate.extension}`), setting)
    }
  }
  return states.map(({ runs, problem }) => (problem === undefined ? { runs, median: medians(runs) } : { runs, problem }))
}

/** theirs / ours; undefined where one of them is not known. */
export function ratio(ours: number | undefined, theirs: number | undefined): number | undefined {
  return ours === undefined || theirs === undefined || ours === 0 ? undefined : theirs / ours
}

function judge(asked: Asked, ours: Measurement | undefined, { level, median }: Omit<Row, 'verdict'>): Verdict | undefined {
  if (ours === undefined || median === undefined) return undefined
  if ('atMostS' in asked) return { asked: `<= ${asked.atMostS} s`, met: median.wallS <= asked.atMostS ? 'met' : 'NOT met' }
  const reached = median.wallS / ours.wallS >= asked.ratio
  const large = level === 'default' && !asked.anySize && ours.outputBytes > MOST_SIZE * median.outputBytes
  return { asked: `${asked.ratio}x`, met: !reached ? 'NOT met' : large ? 'met, file too large' : 'met' }
}

/** Measures a job. What is asked holds for the full size, except for small inputs and start-up. */
export async function compare(job: Job, setting: Setting): Promise<JobResult> {
  const outcomes = await interleave(job.id, job.candidates, setting)
  const judged = setting.size === 122 || job.id === 'P14'
  const rows = job.candidates.map(({ name, level, asked }, index): Row => {
    const row = { name, ...(level === undefined ? {} : { level }), ...outcomes[index]! }
    const verdict = asked === undefined || !judged ? undefined : judge(asked, outcomes[0]!.median, row)
    return verdict === undefined ? row : { ...row, verdict }
  })
  return { id: job.id, label: job.label, ...(job.size === undefined ? {} : { size: job.size }), rows }
}
