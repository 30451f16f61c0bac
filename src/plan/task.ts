import { type ChunkGrid, chunkCount, chunkGrid, chunksIn, chunkWindow } from '../array/chunk-grid.js'
import { shapeOf, sizeOf, type Window } from '../array/window.js'
import { dtypes } from '../base/dtype.js'
import { type TaskDemand, taskDemand } from './demand.js'
import { type LeafMasked, layoutTask, RegionAllocator, type TaskLayout } from './layout.js'
import { chunkOrder } from './order.js'
import type { PlanOutput, Stage, StageRoot } from './plan.js'
import type { PlanNode, ResolvedGraph } from './resolved-graph.js'
import { leafTurns } from './seam.js'

/** One part of a chunk: what it demands and where its blocks lie. */
export interface Piece {
  readonly window: Window
  readonly demand: TaskDemand
  readonly layout: TaskLayout
}

/** One task, worked out: a chunk of one output, in one piece or several. */
export interface Task {
  readonly root: StageRoot
  readonly chunk: number
  readonly window: Window
  readonly pieces: readonly Piece[]
  /** Where the pieces are assembled (data, mask); null when the chunk is one piece and its block is the root's own. */
  readonly assembly: { readonly data: number; readonly mask: number } | null
  /** Offset of the sink's scratch. */
  readonly reserve: number
  readonly bytes: number
}

/** What working out a task takes beside the graph. */
export interface TaskContext {
  readonly graph: ResolvedGraph
  readonly outputs: readonly PlanOutput[]
  readonly leafMasked: LeafMasked
  /** Scratch of a sink's writer, by output. */
  readonly sinkScratch: readonly number[]
}

/** The chunk that task `index` of a stage makes. */
export function taskChunk(context: TaskContext, stage: Pick<Stage, 'roots' | 'block'>, index: number): { root: StageRoot; chunk: number } {
  const root = stage.roots[index % stage.roots.length] as StageRoot
  const order = chunkOrder(levelSpec(context, root).chunks, stage.block)
  return { root, chunk: order.chunkAt(Math.floor(index / stage.roots.length)) }
}

/** The chunks that a root's tasks make. */
export function rootChunks(context: TaskContext, root: StageRoot): ChunkGrid {
  return levelSpec(context, root).chunks
}

function levelSpec(context: TaskContext, root: StageRoot) {
  const level = context.outputs[root.output]?.levels[root.level]
  return (level as { spec: PlanNode['spec'] }).spec
}

/** Works out a task: demand and layout of each of its pieces. Costs O(nodes that matter); reads no pixels. */
export function workOut(context: TaskContext, stage: Pick<Stage, 'roots' | 'split' | 'block'>, index: number): Task {
  const { root, chunk } = taskChunk(context, stage, index)
  return workOutChunk(context, stage, root, chunk)
}

/** The same for a chunk of a root, wherever it stands in the stage's order. */
export function workOutChunk(context: TaskContext, stage: Pick<Stage, 'split'>, root: StageRoot, chunk: number): Task {
  const spec = levelSpec(context, root)
  const window = chunkWindow(spec.chunks, chunk)
  const reserveBytes = context.sinkScratch[root.output] as number
  if (stage.split.every((count) => count === 1)) {
    const piece = pieceOf(context, root.node, window, reserveBytes)
    return { root, chunk, window, pieces: [piece], assembly: null, reserve: piece.layout.reserve, bytes: piece.layout.peakBytes }
  }
  const base = new RegionAllocator()
  const data = base.take(sizeOf(window) * dtypes[spec.dtype].bytes)
  const mask = base.take(sizeOf(window))
  const pieces = pieceWindows(spec.chunks.chunk, stage.split, window).map((part) =>
    shifted(pieceOf(context, root.node, part, 0), base.peak),
  )
  const bytes = Math.max(base.peak + reserveBytes + 256, ...pieces.map((piece) => piece.layout.peakBytes))
  return { root, chunk, window, pieces, assembly: { data, mask }, reserve: base.peak, bytes }
}

/** The tasks of a stage in order, worked out one at a time: a stage may have millions. */
export function* stageTasks(context: TaskContext, stage: Stage): Generator<Task> {
  for (let index = 0; index < stage.taskCount; index++) yield workOut(context, stage, index)
}

/** What a task of a root holds when it is computed in pieces, beside the pieces: the chunk being assembled, and the sink's scratch. */
export function assemblyBytes(context: TaskContext, root: StageRoot): number {
  const { chunks, dtype } = levelSpec(context, root)
  const elements = chunks.chunk.reduce((product, extent, dim) => product * Math.min(extent, chunks.shape[dim] as number), 1)
  return elements * (dtypes[dtype].bytes + 1) + (context.sinkScratch[root.output] as number)
}

function pieceOf(context: TaskContext, node: number, window: Window, reserveBytes: number): Piece {
  const demand = taskDemand(context.graph, node, window)
  return { window, demand, layout: layoutTask(context.graph, demand, context.leafMasked, reserveBytes) }
}

function shifted(piece: Piece, by: number): Piece {
  const steps = piece.layout.steps.map((step) => ({
    ...step,
    data: step.data + by,
    mask: step.mask < 0 ? step.mask : step.mask + by,
    scratch: step.scratch + by,
    fused: step.fused.map(({ node, data, mask }) => ({ node, data: data + by, mask: mask + by })),
  }))
  return { ...piece, layout: { steps, reserve: piece.layout.reserve + by, peakBytes: piece.layout.peakBytes + by } }
}

/** The windows of a chunk's pieces, in C order; their size comes from the nominal chunk, so edge chunks split alike. */
function pieceWindows(chunk: readonly number[], split: readonly number[], window: Window): Window[] {
  const extent = chunk.map((size, dim) => Math.ceil(size / (split[dim] as number)))
  const grid = chunkGrid(shapeOf(window), extent)
  return Array.from({ length: chunkCount(grid) }, (_, index) => {
    const part = chunkWindow(grid, index)
    return {
      start: part.start.map((at, dim) => at + (window.start[dim] as number)),
      stop: part.stop.map((at, dim) => at + (window.start[dim] as number)),
    }
  })
}

/** A tile of a leaf as one number. */
export type TileKey = number

const leafStride = 2 ** 32

/** The key of a leaf's tile. */
export function tileKey(leaf: number, tile: number): TileKey {
  return leaf * leafStride + tile
}

/** The leaf that a key names. */
export function leafOfKey(key: TileKey): number {
  return Math.floor(key / leafStride)
}

/** The tile index that a key names. */
export function tileOfKey(key: TileKey): number {
  return key % leafStride
}

/** Keys of all tiles that a task reads, in the order in which it reads them; a tile may come more than once. */
export function tilesOfTask(graph: ResolvedGraph, task: Task): TileKey[] {
  const keys: TileKey[] = []
  for (const piece of task.pieces) {
    for (const step of piece.layout.steps) {
      if (!graph.isLeaf(step.node)) continue
      const grid = graph.tiles(step.node)
      for (const { stored } of leafTurns((graph.nodes[step.node] as PlanNode).spec, step.window)) {
        for (const tile of chunksIn(grid, stored)) keys.push(tileKey(step.node, tile))
      }
    }
  }
  return keys
}
