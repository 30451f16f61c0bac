import type { RunOutcome, RunPart } from '../exec/run-outcome.js'
import type { PhaseTime, ThreadTime } from '../exec/run-totals.js'
import type { Plan } from '../plan/plan.js'
import { type UnreadableArea, unreadableAreas } from './unreadable.js'

/** What a run did, beside what its plan said it would. */
export interface RunReport {
  readonly outputs: readonly string[]
  readonly recipeHash: string
  readonly chunks: number
  /** Chunks that an interrupted run had already written. */
  readonly skipped: number
  /** Encoded bytes read from sources. */
  readonly bytesRead: number
  /** Encoded bytes of the chunks that this run wrote. */
  readonly bytesWritten: number
  /** Ranges of bytes that were read from files, or asked of servers. */
  readonly requests: number
  readonly tilesDecoded: number
  /** Times that a tile was wanted and still decoded from before. */
  readonly tilesKept: number
  /** Pixels that were moved off a nodata value (`nudged`), and the like. */
  readonly counts: Readonly<Record<string, number>>
  /** What the plan warned of, one sentence each. */
  readonly warnings: readonly string[]
  /** Tiles that could not be read, and whose pixels were taken as invalid (`onReadError: 'nodata'`). */
  readonly unreadable: readonly UnreadableArea[]
  readonly elapsedMs: number
  /** Most memory that the plan said the process would take. */
  readonly promiseBytes: number
  /** Most memory that the process has taken, before this run too. */
  readonly peakBytes: number
  readonly predicted: Prediction
  /** Parts of the run as the main thread saw them, one after the other. */
  readonly parts: readonly RunPart[]
  /** Where the threads' time went, longest first. Phases do not overlap: decoding counts without the reading within it. */
  readonly phases: readonly NamedPhase[]
  /** By thread: tasks, and time from their begins to their ends. */
  readonly threads: readonly ThreadTime[]
}

/** What the plan said of the figures with the same names. */
export interface Prediction {
  readonly chunks: number
  /** Different tiles of the sources. */
  readonly tiles: number
  /** Decodes with one thread; each further thread decodes again what lies on the borders of its spans. */
  readonly tilesDecoded: number
  /** Whether the two are counts, and not upper bounds. */
  readonly exact: boolean
}

/** Time in a phase of a node, all threads together. */
export interface NamedPhase extends PhaseTime {
  /** The node's op; '' where the phase belongs to no node. */
  readonly op: string
}

/** The report of a run: what came of it, and what its plan had said. */
export function reportOf(
  outputs: readonly string[],
  recipeHash: string,
  plan: Plan,
  outcome: RunOutcome,
  planMs: number,
  warnings: readonly string[],
): RunReport {
  const { chunks, skipped, totals, parts, elapsedMs } = outcome
  const { phases, ...sums } = totals
  return {
    outputs,
    recipeHash,
    chunks,
    skipped,
    ...sums,
    warnings,
    unreadable: unreadableAreas(plan, outcome.unreadable),
    elapsedMs: elapsedMs + planMs,
    promiseBytes: plan.memory.promise,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    predicted: {
      chunks,
      tiles: plan.sources.reduce((sum, { tiles }) => sum + tiles, 0),
      tilesDecoded: plan.sources.reduce((sum, { reads }) => sum + reads, 0),
      exact: plan.sources.every(({ exact }) => exact),
    },
    parts: [{ name: 'plan', ms: planMs }, ...parts],
    phases: phases.map((phase) => ({ ...phase, op: nameOf(plan, phase.node) })),
  }
}

function nameOf(plan: Plan, index: number): string {
  const node = plan.nodes[index]
  if (node === undefined) return ''
  return node.stored === null ? node.op : `stored level ${node.stored.level}`
}
