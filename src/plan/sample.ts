import { type ChunkGrid, chunkCounts, chunkIndex } from '../array/chunk-grid.js'
import type { Window } from '../array/window.js'

/** Part of a chunk grid: its window, and how many chunks it has. */
export interface Cell {
  readonly window: Window
  readonly chunks: number
}

/**
 * Chunks that stand for all of a grid's, about `count`: first and last along every dim, the second and last but one where windows are whole but
 * near an edge, and evenly spaced ones between. All chunks of a small grid.
 */
export function* sampledChunks(grid: ChunkGrid, count: number): Generator<number> {
  const counts = chunkCounts(grid)
  const picks = shares(counts, count).map((share, dim) => picked(counts[dim] as number, share))
  for (const position of product(picks)) yield chunkIndex(grid, position)
}

/** A grid cut into about `count` cells of whole chunks, along the leading dims as finely as can be: neighbours there share no pixels. */
export function* coarseCells(grid: ChunkGrid, count: number): Generator<Cell> {
  const counts = chunkCounts(grid)
  const cuts = shares(counts, count)
  const places = cuts.map((share) => Array.from({ length: share }, (_, at) => at))
  for (const position of product(places)) {
    const from = position.map((at, dim) => Math.floor((at * (counts[dim] as number)) / (cuts[dim] as number)))
    const to = position.map((at, dim) => Math.floor(((at + 1) * (counts[dim] as number)) / (cuts[dim] as number)))
    const edge = (at: number, dim: number): number => Math.min(at * (grid.chunk[dim] as number), grid.shape[dim] as number)
    yield {
      window: { start: from.map(edge), stop: to.map(edge) },
      chunks: from.reduce((sum, at, dim) => sum * ((to[dim] as number) - at), 1),
    }
  }
}

/** How many places to take along each dim for about `count` in all: leading dims first, then the last two alike. */
function shares(counts: readonly number[], count: number): number[] {
  let left = count
  return counts.map((extent, dim) => {
    const behind = counts.length - dim
    const share =
      behind > 2 ? Math.min(extent, Math.max(1, Math.floor(left / 9))) : Math.min(extent, Math.max(1, Math.floor(left ** (1 / behind))))
    left = Math.max(1, Math.floor(left / share))
    return share
  })
}

/** Places along a dim of `extent`: the two at each end, the rest evenly spaced. */
function picked(extent: number, count: number): number[] {
  const ends = [0, 1, extent - 2, extent - 1]
  const between = Array.from({ length: count }, (_, at) => Math.floor(((at + 0.5) * extent) / count))
  return [...new Set([...ends, ...between])].filter((at) => at >= 0 && at < extent).sort((a, b) => a - b)
}

function* product(places: readonly (readonly number[])[]): Generator<number[]> {
  const at = places.map(() => 0)
  for (;;) {
    yield at.map((place, dim) => places[dim]?.[place] as number)
    let dim = at.length - 1
    while (dim >= 0 && (at[dim] as number) + 1 >= (places[dim] as readonly number[]).length) at[dim--] = 0
    if (dim < 0) return
    at[dim] = (at[dim] as number) + 1
  }
}
