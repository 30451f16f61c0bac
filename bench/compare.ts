import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Candidate, Job } from './jobs.js'
import { CommandFailed, type Measurement, measure, medians } from './measure.js'
import type { SceneSize } from './scene.js'
import type { Tools } from './tools.js'

/** A candidate's medians, or why there are none. */
export interface Row {
  readonly name: string
  readonly median?: Measurement
  readonly runs: number
  readonly problem?: string
  readonly asked?: number
}

/** One job's rows, ours first. */
export interface JobResult {
  readonly id: string
  readonly title: string
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

interface Progress {
  readonly candidate: Candidate
  readonly measured: Measurement[]
  problem: string | undefined
}

async function once(state: Progress, output: string, setting: Setting): Promise<void> {
  try {
    state.measured.push(await measure(state.candidate.argv(output), output, setting.tools.gnuTime))
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    state.problem = error.message
  }
  if (!setting.keep) rmSync(output, { recursive: true, force: true })
}

/** Runs the candidates in turn, `runs` times around, so that a slow minute of the machine meets all of them alike. */
export async function compare(job: Job, setting: Setting): Promise<JobResult> {
  const states: Progress[] = job.candidates.map((candidate) => ({
    candidate,
    measured: [],
    problem: setting.tools.missing.get(candidate.needs),
  }))
  for (let run = 1; run <= setting.runs; run++) {
    for (const [index, state] of states.entries()) {
      if (state.problem !== undefined) continue
      setting.note(`${job.id} run ${run} of ${setting.runs}: ${state.candidate.name}`)
      await once(state, join(setting.folder, `${job.id}-${index}${state.candidate.extension}`), setting)
    }
  }
  const rows = states.map(({ candidate, measured, problem }): Row => {
    const { name } = candidate
    const asked = setting.size === 122 || job.id === 'P14' ? candidate.asked : undefined
    const shared = { name, runs: measured.length, ...(asked === undefined ? {} : { asked }) }
    return problem !== undefined ? { ...shared, problem } : { ...shared, median: medians(measured) }
  })
  return { id: job.id, title: job.title, rows }
}
