import { formatWindow, sizeOf } from '../array/window.js'
import { formatBytes } from '../base/bytes.js'
import { BudgetError } from '../base/errors.js'
import { leastMemory, type ThreadNeed } from './memory.js'
import type { PlanNode, ResolvedGraph } from './resolved-graph.js'
import type { Task } from './task.js'

/** Beyond this many pieces only single rows are tried: working out every piece of every task takes longer than what it may save. */
const mostPieces = 64

/** What a split must fit into, in bytes. */
export interface SplitRoom {
  /** What pieces are assembled in, and the sink's scratch: held whatever the split. */
  readonly assembly: number
  /** The largest task with the current split. */
  readonly task: number
  readonly room: number
}

/**
 * The next split of a chunk to try: finer than the current one, and fine enough that it may fit. Null when there is none. Where no split can
 * fit, those of up to {@link mostPieces} pieces are still gone through in one step, for the message to say what would do.
 */
export function nextSplit(chunk: readonly number[], current: readonly number[], { assembly, task, room }: SplitRoom): number[] | null {
  const before = piecesOf(current)
  const all = [...splits(chunk)].filter((split) => piecesOf(split) > before)
  const few = all.filter((split) => piecesOf(split) <= mostPieces)
  const last = all[all.length - 1] ?? null
  if (assembly >= room) return few[few.length - 1] ?? (before === 1 ? last : null)
  // Halos and the assembly itself make pieces larger than their share, so that half of the share is a safe guess.
  const wanted = Math.min(mostPieces, (before * task) / (2 * (room - assembly)))
  return few.find((split) => piecesOf(split) >= wanted) ?? few[few.length - 1] ?? last
}

function piecesOf(split: readonly number[]): number {
  return split.reduce((product, count) => product * count, 1)
}

/** Ways to compute a chunk in pieces, from whole to single rows: rows are halved first, then the leading dims are taken one by one. */
function* splits(chunk: readonly number[]): Generator<number[]> {
  const split = chunk.map(() => 1)
  yield [...split]
  const rowDim = Math.max(0, chunk.length - 2)
  const halve = function* (dim: number): Generator<number[]> {
    const extent = chunk[dim] as number
    while ((split[dim] as number) < extent) {
      split[dim] = Math.min(extent, (split[dim] as number) * 2)
      yield [...split]
    }
  }
  if (chunk.length === 0) return
  yield* halve(rowDim)
  for (let dim = rowDim - 1; dim >= 0; dim--) yield* halve(dim)
}

/** Why a job does not fit, and what would: the step that holds most, its window, and the smallest budget that works. */
export function budgetError(graph: ResolvedGraph, task: Task, need: ThreadNeed, maxMemory: number, workers: number): BudgetError {
  const steps = task.pieces.flatMap((piece) => piece.layout.steps)
  const step = steps.reduce((a, b) => (sizeOf(b.window) > sizeOf(a.window) ? b : a))
  const node = graph.nodes[step.node] as PlanNode
  const least = leastMemory(workers, need)
  const threads = workers === 0 ? 'one thread' : `${workers} workers`
  return new BudgetError(
    `node ${step.node} "${node.op}" needs ${formatBytes(task.bytes)} for one chunk, computed in pieces (its window: ${formatWindow(step.window, node.spec.dims)}); ` +
      `maxMemory ${formatBytes(maxMemory)} does not hold that on ${threads}. Use smaller chunks or raise maxMemory to ${formatBytes(least)}.`,
    { neededBytes: least, budgetBytes: maxMemory, node: step.node, op: node.op },
  )
}
