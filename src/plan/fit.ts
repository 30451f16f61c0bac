import { chunkCount } from '../array/chunk-grid.js'
import { formatWindow, fullWindow, sizeOf } from '../array/window.js'
import { formatBytes } from '../base/bytes.js'
import { dtypes } from '../base/dtype.js'
import { BudgetError, SourceError } from '../base/errors.js'
import { budgetText, leastMemory, type Room, type RunNeed, splitMemory } from './memory.js'
import type { PlanNode } from './resolved-graph.js'
import type { Task, TaskContext } from './task.js'

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

/** Why a job does not fit, and what would: what takes most, and the smallest budget that works. */
export function budgetError(context: TaskContext, task: Task, need: RunNeed, room: Room, workers: number): BudgetError {
  const least = leastMemory(room, workers, need)
  const fitsWithout = splitMemory(room, workers, { ...need, result: 0, flight: 0, index: 0 }) !== null
  const what = fitsWithout ? keptText(context, need) : taskText(context, task)
  const threads = workers === 0 ? 'one thread' : `${workers} workers`
  const { node } = task.root
  return new BudgetError(
    `${what.needs}; maxMemory ${formatBytes(room.maxMemory)} does not hold that on ${threads}. ${what.remedy} or raise maxMemory to ${budgetText(least)}.`,
    { neededBytes: least, budgetBytes: room.maxMemory, node, op: (context.graph.nodes[node] as PlanNode).op },
  )
}

/** Tiles of one leaf that can be told apart: more than any run gets done. */
const mostTiles = 2 ** 32

/** Refuses a graph with a leaf of so many tiles that they cannot be counted. Throws `E_BUDGET`, for a source `E_SOURCE`. */
export function checkTileCounts(context: TaskContext, maxMemory: number, index: number): void {
  const { graph } = context
  for (const [leaf, node] of graph.nodes.entries()) {
    const count = graph.isLeaf(leaf) ? chunkCount(graph.tiles(leaf)) : 0
    if (count <= mostTiles) continue
    const shape = `${node.spec.shape.join(' x ')} ${node.spec.dtype}`
    if (node.stored === null) {
      throw new SourceError(`a source, ${shape}, has ${count} chunks, and at most ${mostTiles} are read: open one with larger chunks`)
    }
    const { needs, remedy } = keptText(context, { result: 0, index })
    throw new BudgetError(`${needs}; maxMemory ${formatBytes(maxMemory)} does not hold that. ${remedy} or write a part of it.`, {
      neededBytes: index,
      budgetBytes: maxMemory,
      node: leaf,
      op: node.op,
    })
  }
}

function taskText({ graph }: TaskContext, task: Task): { needs: string; remedy: string } {
  const steps = task.pieces.flatMap((piece) => piece.layout.steps)
  const step = steps.reduce((a, b) => (sizeOf(b.window) > sizeOf(a.window) ? b : a))
  const { op, spec } = graph.nodes[step.node] as PlanNode
  const needs = `node ${step.node} "${op}" needs ${formatBytes(task.bytes)} for one chunk, computed in pieces (its window: ${formatWindow(step.window, spec.dims)})`
  return { needs, remedy: 'Use smaller chunks' }
}

function keptText({ outputs }: TaskContext, { result, index }: Pick<RunNeed, 'result' | 'index'>): { needs: string; remedy: string } {
  const spec = outputs[0]?.levels[0]?.spec
  const shape = `${spec?.shape.join(' x ')} ${spec?.dtype}`
  if (result > index) {
    return { needs: `the result, ${shape}, takes ${formatBytes(result)} in memory with its validity`, remedy: 'Write it to a file' }
  }
  const chunks = outputs.reduce((sum, { levels }) => sum + levels.reduce((count, level) => count + chunkCount(level.spec.chunks), 0), 0)
  const needs = `the output, ${shape} (${formatBytes(sizeOf(fullWindow(spec?.shape ?? [])) * dtypes[spec?.dtype ?? 'uint8'].bytes)} of pixels), has ${chunks} chunks, whose places take ${formatBytes(index)} in memory`
  return { needs, remedy: 'Use larger chunks, write Zarr, check the resolution,' }
}
