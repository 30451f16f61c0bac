import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { JOB_IDS } from './jobs.js'
import type { SceneSize } from './scene.js'

/** What the command line asks for. */
export interface Options {
  readonly size: SceneSize
  readonly runs: number
  readonly jobs: readonly string[]
  /** File that gets everything as JSON. */
  readonly json?: string
  readonly keep: boolean
  /** Whether P12 goes up to 488 million pixels. */
  readonly full: boolean
  /** Folder of scenes and outputs, outside the repository. */
  readonly cache: string
}

/** The usage text. */
export const USAGE = `usage: npm run bench -- [--size 122|30|4] [--jobs P1,P2,...] [--runs N] [--json FILE] [--full] [--keep]

Runs rasterloom (build it first) and the peers found here in turn, N times each (5), and prints medians.
  --jobs   of ${JOB_IDS.join(', ')}; all without it
  --json   writes everything to FILE, anew after each job; \`npm run bench:readme -- FILE\` makes the README's tables of it
  --full   with --jobs P12: 488 Mpx too, 16 times the smallest input (2 GB of disk)
  --keep   leaves the outputs in the cache folder
Scenes are made once in the folder RASTERLOOM_BENCH_DIR (${join('TMPDIR', 'rasterloom-bench')} without it).
`

function sizeOf(text: string): SceneSize {
  const size = Number(text)
  if (size !== 122 && size !== 30 && size !== 4) throw new Error(`--size ${text}: expected 122, 30 or 4 (millions of pixels)`)
  return size
}

function jobsOf(text: string | undefined): readonly string[] {
  const jobs = text?.toUpperCase().split(',') ?? JOB_IDS
  const unknown = jobs.find((job) => !JOB_IDS.includes(job))
  if (unknown !== undefined) throw new Error(`--jobs ${unknown}: no such job; there are ${JOB_IDS.join(', ')}`)
  return jobs
}

/** Reads the command line; throws with a message for people. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: '122' },
      runs: { type: 'string', default: '5' },
      jobs: { type: 'string' },
      json: { type: 'string' },
      keep: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
    },
  })
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs}: expected a whole number from 1`)
  const jobs = jobsOf(values.jobs)
  if (values.full && (values.jobs === undefined || !jobs.includes('P12'))) throw new Error('--full: name the job too: --jobs P12 --full')
  const cache = process.env.RASTERLOOM_BENCH_DIR ?? join(tmpdir(), 'rasterloom-bench')
  const { json, keep, full } = values
  return { size: sizeOf(values.size), runs, jobs, keep, full, cache, ...(json === undefined ? {} : { json }) }
}
