import { chunkCount } from '../array/chunk-grid.js'
import { fullWindow } from '../array/window.js'
import { taskDemand } from './demand.js'
import type { Stage, StageRoot } from './plan.js'
import type { PlanNode, ResolvedGraph } from './resolved-graph.js'
import { coarseCells, sampledChunks } from './sample.js'
import { leafTurns } from './seam.js'
import {
  leafOfKey,
  rootChunks,
  stageTasks,
  type Task,
  type TaskContext,
  type TileKey,
  tileOfKey,
  tilesOfTask,
  workOutChunk,
} from './task.js'

/** What is found of a stage's tasks. */
export interface Survey {
  readonly taskBytes: number
  readonly largest: Task
  /** Most bytes of decoded tiles that one task reads. */
  readonly tileBytes: number
  /** By leaf node: wants of tiles, and distinct tiles. */
  readonly wants: ReadonlyMap<number, number>
  readonly tiles: ReadonlyMap<number, number>
  /** The tiles that each task reads, in the order of the tasks, where they are few enough to go through them with the run's own rule. */
  readonly keys: readonly (readonly TileKey[])[] | null
  /** Whether every task was worked out; else all figures are upper bounds, and a task beyond `taskBytes` is split when it runs. */
  readonly exact: boolean
}

/** What a sampled task may be surpassed by: halos and edges differ by a few rows between neighbours. */
const sampleMargin = 1.125
const sampleMarginBytes = 65536

/** Tasks that are worked out where not all are, and windows that wants are bounded by. */
const sampleCount = 1024
const cellCount = 256

/** Most tasks for which the reads are counted by going through the run's own rule; beyond, wants are the bound. */
const countedTasks = 4096

/** The same for wants of tiles. */
const countedWants = 100_000

/** Whether the reads of a stage's tasks are counted. */
export function isCounted(stage: Stage, { keys, exact, wants }: Survey): boolean {
  if (keys !== null || exact) return keys !== null
  return stage.taskCount <= countedTasks && [...wants.values()].reduce((sum, each) => sum + each, 0) <= countedWants
}

/** The tiles that each task of a stage reads, one task after another: those that were found, or worked out now. */
export function* tilesByTask(context: TaskContext, stage: Stage, { keys }: Survey): Generator<readonly TileKey[]> {
  if (keys !== null) yield* keys
  else for (const task of stageTasks(context, stage)) yield tilesOfTask(context.graph, task)
}

/** Looks at a stage's tasks: at all of them one by one, or where `exact` is false at a sample, at a cost that does not grow with their number. */
export function surveyStage(context: TaskContext, stage: Stage, slotBytes: (leaf: number) => number, exact: boolean): Survey {
  const wants = new Map<number, number>()
  const seen = new Map<number, Uint8Array | Set<number>>()
  const tiles = new Map<number, number>()
  let largest: Task | undefined
  let tileBytes = 0
  let total = 0
  let kept: (readonly TileKey[])[] | null = exact && stage.taskCount <= countedTasks ? [] : null
  for (const task of exact ? stageTasks(context, stage) : sampledTasks(context, stage)) {
    if (largest === undefined || task.bytes > largest.bytes) largest = task
    let bytes = 0
    const keys = tilesOfTask(context.graph, task)
    total += keys.length
    if (total > countedWants) kept = null
    kept?.push(keys)
    for (const key of keys) {
      const leaf = leafOfKey(key)
      if (!areSums(context, leaf)) bytes += slotBytes(leaf)
      if (!exact) continue
      wants.set(leaf, (wants.get(leaf) ?? 0) + 1)
      if (firstSight(seen, context.graph, leaf, tileOfKey(key))) tiles.set(leaf, (tiles.get(leaf) ?? 0) + 1)
    }
    tileBytes = Math.max(tileBytes, bytes)
  }
  const found = { largest: largest as Task, tileBytes, exact }
  if (exact) return { ...found, taskBytes: found.largest.bytes, wants, tiles, keys: kept }
  const taskBytes = Math.ceil((found.largest.bytes * sampleMargin + sampleMarginBytes) / 16) * 16
  return { ...found, taskBytes, wants: boundedWants(context, stage), tiles: boundedTiles(context, stage), keys: null }
}

/** Whether a leaf holds sums that levels are made of: they are wanted once or twice, and need not be kept. */
function areSums({ graph, outputs }: TaskContext, leaf: number): boolean {
  const stored = graph.nodes[leaf]?.stored ?? null
  return stored !== null && outputs[stored.output]?.holdsSums === true
}

function* sampledTasks(context: TaskContext, stage: Stage): Generator<Task> {
  const pieces = stage.split.reduce((product, count) => product * count, 1)
  const count = Math.max(64, Math.floor(sampleCount / pieces / stage.roots.length))
  for (const root of stage.roots) {
    for (const chunk of sampledChunks(rootChunks(context, root), count)) yield workOutChunk(context, stage, root, chunk)
  }
}

/** Tiles by leaf that a window of a root may demand: a bigger window never demands less. */
export function* tilesUnder(
  context: Pick<TaskContext, 'graph'>,
  root: Pick<StageRoot, 'node'>,
  window: Task['window'],
): Generator<readonly [leaf: number, tiles: number]> {
  const { graph } = context
  const { nodes, windows } = taskDemand(graph, root.node, window)
  for (const leaf of nodes) {
    if (!graph.isLeaf(leaf)) continue
    const { chunk } = graph.tiles(leaf)
    let count = 0
    for (const { stored } of leafTurns((graph.nodes[leaf] as PlanNode).spec, windows.get(leaf) as Task['window'])) {
      const along = (start: number, dim: number): number =>
        Math.ceil((stored.stop[dim] as number) / (chunk[dim] as number)) - Math.floor(start / (chunk[dim] as number))
      count += stored.start.reduce((product, start, dim) => product * along(start, dim), 1)
    }
    yield [leaf, count]
  }
}

function boundedTiles(context: TaskContext, stage: Stage): Map<number, number> {
  const tiles = new Map<number, number>()
  for (const root of stage.roots) {
    const whole = fullWindow(rootChunks(context, root).shape)
    for (const [leaf, count] of tilesUnder(context, root, whole)) {
      tiles.set(leaf, Math.min(chunkCount(context.graph.tiles(leaf)), (tiles.get(leaf) ?? 0) + count))
    }
  }
  return tiles
}

function boundedWants(context: TaskContext, stage: Stage): Map<number, number> {
  const wants = new Map<number, number>()
  const pieces = stage.split.reduce((product, count) => product * count, 1)
  for (const root of stage.roots) {
    for (const { window, chunks } of coarseCells(rootChunks(context, root), cellCount)) {
      for (const [leaf, count] of tilesUnder(context, root, window)) wants.set(leaf, (wants.get(leaf) ?? 0) + count * chunks * pieces)
    }
  }
  return wants
}

/** Leaves with more tiles keep a set of those that were seen: a part of a huge source needs few. */
const mostBits = 2 ** 26

/** Whether a tile had not been seen before, kept as one bit per tile. */
function firstSight(seen: Map<number, Uint8Array | Set<number>>, graph: ResolvedGraph, leaf: number, tile: number): boolean {
  let bits = seen.get(leaf)
  if (bits === undefined) {
    const count = chunkCount(graph.tiles(leaf))
    seen.set(leaf, (bits = count > mostBits ? new Set<number>() : new Uint8Array(Math.ceil(count / 8))))
  }
  if (bits instanceof Set) {
    const size = bits.size
    return bits.add(tile).size > size
  }
  const mask = 1 << (tile & 7)
  const before = (bits[tile >>> 3] as number) & mask
  bits[tile >>> 3] = (bits[tile >>> 3] as number) | mask
  return before === 0
}
