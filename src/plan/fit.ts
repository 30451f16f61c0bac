import { formatWindow, sizeOf } from '../array/window.js'
import { formatBytes } from '../base/bytes.js'
import { BudgetError } from '../base/errors.js'
import { leastMemory, type ThreadNeed } from './memory.js'
import type { PlanNode, ResolvedGraph } from './resolved-graph.js'
import type { Task } from './task.js'

/** Ways to compute a chunk in pieces, from whole to single rows: rows are halved first, then the leading dims are taken one by one. */
export function* splits(chunk: readonly number[]): Generator<number[]> {
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
    `node ${step.node} "${node.op}" needs ${formatBytes(task.bytes)} for one chunk, computed row by row (its window: ${formatWindow(step.window, node.spec.dims)}); ` +
      `maxMemory ${formatBytes(maxMemory)} does not hold that on ${threads}. Use smaller chunks or raise maxMemory to ${formatBytes(least)}.`,
    { neededBytes: least, budgetBytes: maxMemory, node: step.node, op: node.op },
  )
}
