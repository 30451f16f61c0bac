import { chunkCount } from '../array/chunk-grid.js'
import type { Stage } from './plan.js'
import type { ResolvedGraph } from './resolved-graph.js'
import { leafOfKey, stageTasks, type Task, type TaskContext, tileOfKey, tilesOfTask } from './task.js'

/** Beyond this many tasks, distinct tiles are no longer counted one by one. */
const exactTasks = 65536

/** What one pass over a stage's tasks finds. */
export interface Survey {
  readonly taskBytes: number
  readonly largest: Task
  /** Most bytes of decoded tiles that one task reads. */
  readonly tileBytes: number
  /** By leaf node: wants of tiles, and distinct tiles. */
  readonly wants: ReadonlyMap<number, number>
  readonly tiles: ReadonlyMap<number, number>
  readonly exact: boolean
}

/** Walks all tasks of a stage once: the largest task, and how often each leaf's tiles are wanted. Tasks are generated, never listed. */
export function surveyStage(context: TaskContext, stage: Stage, slotBytes: (leaf: number) => number): Survey {
  const exact = stage.taskCount <= exactTasks
  const wants = new Map<number, number>()
  const seen = new Map<number, Uint8Array>()
  const tiles = new Map<number, number>()
  let largest: Task | undefined
  let tileBytes = 0
  for (const task of stageTasks(context, stage)) {
    if (largest === undefined || task.bytes > largest.bytes) largest = task
    let bytes = 0
    for (const key of tilesOfTask(context.graph, task)) {
      const leaf = leafOfKey(key)
      bytes += slotBytes(leaf)
      wants.set(leaf, (wants.get(leaf) ?? 0) + 1)
      if (exact && firstSight(seen, context.graph, leaf, tileOfKey(key))) tiles.set(leaf, (tiles.get(leaf) ?? 0) + 1)
    }
    tileBytes = Math.max(tileBytes, bytes)
  }
  return { taskBytes: (largest as Task).bytes, largest: largest as Task, tileBytes, wants, tiles: exact ? tiles : wants, exact }
}

/** Whether a tile had not been seen before, kept as one bit per tile. */
function firstSight(seen: Map<number, Uint8Array>, graph: ResolvedGraph, leaf: number, tile: number): boolean {
  let bits = seen.get(leaf)
  if (bits === undefined) seen.set(leaf, (bits = new Uint8Array(Math.ceil(chunkCount(graph.tiles(leaf)) / 8))))
  const mask = 1 << (tile & 7)
  const before = (bits[tile >> 3] as number) & mask
  bits[tile >> 3] = (bits[tile >> 3] as number) | mask
  return before === 0
}
