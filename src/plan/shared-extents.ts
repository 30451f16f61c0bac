import { type ChunkGrid, chunkCount, chunkWindow } from '../array/chunk-grid.js'
import { shapeOf, type Window } from '../array/window.js'
import { taskDemand } from './demand.js'
import { bandRows } from './order.js'
import type { Stage, StageRoot } from './plan.js'
import type { PlanNode } from './resolved-graph.js'
import { tilesUnder } from './survey.js'
import { rootChunks, type TaskContext } from './task.js'

/**
 * Extents, along each dim of a root, of the windows that want no more tiles than one pixel does: what a tile of the sources spans, as seen from
 * the output, whatever lies between. Judged around the middle of the array, at a few hundred demands; null where no tile is wanted there.
 */
export function sharedExtents(
  context: Pick<TaskContext, 'graph'>,
  root: Pick<StageRoot, 'node'>,
  shape: readonly number[],
): number[] | null {
  const middle = shape.map((extent) => Math.floor(extent / 2))
  const wanted = (window: Window): number => [...tilesUnder(context, root, window)].reduce((sum, [, tiles]) => sum + tiles, 0)
  const pixel: Window = { start: middle, stop: middle.map((at) => at + 1) }
  const least = wanted(pixel)
  if (least === 0) return null
  return shape.map((extent, dim) => {
    const at = middle[dim] as number
    const before = most(at, (by) => wanted({ ...pixel, start: pixel.start.with(dim, at - by) }) <= least)
    const after = most(extent - at - 1, (by) => wanted({ ...pixel, stop: pixel.stop.with(dim, at + 1 + by) }) <= least)
    return before + 1 + after
  })
}

/** The largest whole number up to `limit` that holds, where smaller ones hold too. */
function most(limit: number, holds: (value: number) => boolean): number {
  let low = 0
  let high = 1
  while (high <= limit && holds(high)) {
    low = high
    high *= 2
  }
  high = Math.min(high, limit + 1)
  while (high - low > 1) {
    const between = Math.floor((low + high) / 2)
    if (holds(between)) low = between
    else high = between
  }
  return low
}

/** The chunks that a stage makes together; null where the usual order shares tiles well enough: tiles of a few rows of chunks, in one plane. */
export function blockOf(context: TaskContext, stage: Stage): readonly number[] | null {
  const [root] = stage.roots as [StageRoot]
  const chunks = rootChunks(context, root)
  if (chunkCount(chunks) < 3 || !mayShare(context, root, chunks)) return null
  const extents = sharedExtents(context, root, chunks.shape)
  const block = extents?.map((extent, dim) => Math.max(1, Math.round(extent / (chunks.chunk[dim] as number))))
  return block !== undefined && outgrows(block) ? block : null
}

/** Whether blocks are more than the usual order deals with. */
function outgrows(block: readonly number[]): boolean {
  return block.some((count, dim) => (dim < block.length - 2 ? count > 1 : dim === block.length - 2 && count > bandRows))
}

/** Whether tiles under a root may span more chunks than the usual order deals with, judged by one chunk: spares most runs the finding out. */
function mayShare({ graph }: TaskContext, root: StageRoot, chunks: ChunkGrid): boolean {
  const { dims } = (graph.nodes[root.node] as PlanNode).spec
  const { nodes, windows } = taskDemand(graph, root.node, chunkWindow(chunks, Math.floor(chunkCount(chunks) / 2)))
  return nodes.some((leaf) => {
    if (!graph.isLeaf(leaf)) return false
    const { spec } = graph.nodes[leaf] as PlanNode
    const read = shapeOf(windows.get(leaf) as Window)
    const spanned = (own: number): number =>
      own < 0 ? 1 : Math.round((spec.chunks.chunk[own] as number) / Math.max(1, read[own] as number))
    return outgrows(dims.map((dim) => spanned(spec.dims.indexOf(dim))))
  })
}
