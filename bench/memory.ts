import { spawnSync } from 'node:child_process'
import { ours, type Surroundings } from './candidates.js'
import { interleave, type Outcome, type Setting } from './compare.js'
import { warpOptions } from './jobs.js'
import type { SceneSize } from './scene.js'

/** The bilinear warp under one bound of memory. */
export interface MemoryRow extends Outcome {
  readonly budget: string
  readonly size: SceneSize
  /** What the plan says that the process will take at most, and the bound as it understands it. */
  readonly promiseBytes?: number
  readonly maxMemoryBytes?: number
  /** The largest resident set of all runs. */
  readonly peakBytes?: number
  /** Whether the peak stayed within the promise, and that within the bound. */
  readonly kept?: boolean
}

/** How the peak grows with the input, at the budget that is asked to suffice for any size. */
export interface Growth {
  readonly from: SceneSize
  readonly to: SceneSize
  readonly ratio: number
  readonly met: boolean
}

/** Memory against what was promised. */
export interface MemoryResult {
  readonly rows: readonly MemoryRow[]
  readonly growth?: Growth
}

const BUDGET = '256MB'
const OTHER_BUDGETS = ['128MB', '512MB']
/** Times the memory that sixteen times the pixels may cost. */
const MOST_GROWTH = 1.1

interface Promised {
  readonly promiseBytes?: number
  readonly maxMemoryBytes?: number
}

function promised(argv: readonly string[]): Promised {
  const { status, stdout } = spawnSync(argv[0]!, [...argv.slice(1), '--plan', '--json'], { encoding: 'utf8', maxBuffer: 1e9 })
  if (status !== 0) return {}
  const { memory } = JSON.parse(stdout) as { readonly memory: { readonly promise: number; readonly maxMemory: number } }
  return { promiseBytes: memory.promise, maxMemoryBytes: memory.maxMemory }
}

/** The sizes to be measured: a smaller one, the given one, and where that is wanted one of four times the pixels of the largest. */
function sizesUpTo(size: SceneSize, full: boolean): SceneSize[] {
  const sizes = ([4, 30, 122] as const).filter((each) => each <= size)
  return [...sizes.slice(-2), ...(full ? [488 as const] : [])]
}

function growthOf(rows: readonly MemoryRow[]): Growth | undefined {
  const measured = rows.filter(({ budget, peakBytes }) => budget === BUDGET && peakBytes !== undefined)
  const [first, last] = [measured[0], measured.at(-1)]
  if (first === undefined || last === undefined || first === last) return undefined
  const ratio = last.peakBytes! / first.peakBytes!
  return { from: first.size, to: last.size, ratio, met: ratio <= MOST_GROWTH }
}

function judged(row: Omit<MemoryRow, 'peakBytes' | 'kept'>): MemoryRow {
  const peaks = row.runs.flatMap(({ peakRssBytes }) => peakRssBytes ?? [])
  if (peaks.length === 0) return row
  const peakBytes = Math.max(...peaks)
  if (row.promiseBytes === undefined || row.maxMemoryBytes === undefined) return { ...row, peakBytes }
  return { ...row, peakBytes, kept: peakBytes <= row.promiseBytes && row.promiseBytes <= row.maxMemoryBytes }
}

/** Warps scenes of several sizes under bounds of memory; `full` adds the one of 488 million pixels. */
export async function memory(around: Surroundings, full: boolean, setting: Setting): Promise<MemoryResult> {
  const cases = [
    ...sizesUpTo(setting.size, full).map((size) => ({ budget: BUDGET, size })),
    ...OTHER_BUDGETS.map((budget) => ({ budget, size: setting.size })),
  ]
  const candidates = cases.map(({ budget, size }) => ({
    ...ours(around, around.scene(size).path, [...warpOptions('bilinear'), '--max-memory', budget]),
    name: `${size} Mpx with at most ${budget}`,
  }))
  const outcomes = await interleave('P12', candidates, setting)
  const rows = cases.map((each, i) => judged({ ...each, ...promised(candidates[i]!.argv(`${setting.folder}/P12.tif`)), ...outcomes[i]! }))
  const growth = growthOf(rows)
  return growth === undefined ? { rows } : { rows, growth }
}
