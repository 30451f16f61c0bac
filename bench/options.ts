import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DEFAULT_JOBS, JOBS } from './jobs.js'
import type { SceneSize } from './scene.js'

/** What the command line asks for. */
export interface Options {
  readonly size: SceneSize
  readonly runs: number
  readonly jobs: readonly string[]
  readonly json: boolean
  readonly keep: boolean
  /** Folder of scenes and outputs, outside the repository. */
  readonly cache: string
}

/** The usage text. */
export const USAGE = `usage: npm run bench -- [--size 122|30|4] [--jobs P1,P2,...] [--runs N] [--json] [--keep]

Runs rasterloom (build it first) and the peers found here in turn, N times each (5), and prints medians.
  --jobs   of ${[...Object.keys(JOBS), 'P15'].join(', ')}; without it ${DEFAULT_JOBS.join(', ')}
  --keep   leaves the outputs in the cache folder
Scenes are made once in the folder RASTERLOOM_BENCH_DIR (${join('TMPDIR', 'rasterloom-bench')} without it).
`

/** Reads the command line; throws with a message for people. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: '122' },
      runs: { type: 'string', default: '5' },
      jobs: { type: 'string', default: DEFAULT_JOBS.join(',') },
      json: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  })
  const size = Number(values.size)
  if (size !== 122 && size !== 30 && size !== 4) throw new Error(`--size ${values.size}: expected 122, 30 or 4 (millions of pixels)`)
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs}: expected a whole number from 1`)
  const jobs = values.jobs.toUpperCase().split(',')
  const unknown = jobs.find((job) => JOBS[job] === undefined && job !== 'P15')
  if (unknown !== undefined) throw new Error(`--jobs ${unknown}: no such job; there are ${[...Object.keys(JOBS), 'P15'].join(', ')}`)
  const cache = process.env.RASTERLOOM_BENCH_DIR ?? join(tmpdir(), 'rasterloom-bench')
  return { size, runs, jobs, json: values.json, keep: values.keep, cache }
}
