import { clip, type Window } from './window.js'

/** How a shape is cut into chunks of one size; the last chunk along a dim may be cut short by the shape. */
export interface ChunkGrid {
  readonly shape: readonly number[]
  /** Nominal extent of a chunk along each dim, at least 1. */
  readonly chunk: readonly number[]
}

/** A chunk grid; chunks are no longer than the shape and no shorter than 1. */
export function chunkGrid(shape: readonly number[], chunk: readonly number[]): ChunkGrid {
  return { shape: [...shape], chunk: chunk.map((extent, dim) => Math.max(1, Math.min(extent, shape[dim] as number))) }
}

/** Number of chunks along each dim. */
export function chunkCounts(grid: ChunkGrid): number[] {
  return grid.shape.map((extent, dim) => Math.ceil(extent / (grid.chunk[dim] as number)))
}

/** Number of chunks in all. */
export function chunkCount(grid: ChunkGrid): number {
  return chunkCounts(grid).reduce((product, count) => product * count, 1)
}

/** The position along each dim of the chunk with a C-order index. */
export function chunkPosition(grid: ChunkGrid, index: number): number[] {
  const counts = chunkCounts(grid)
  const position = new Array<number>(counts.length)
  let rest = index
  for (let dim = counts.length - 1; dim >= 0; dim--) {
    position[dim] = rest % (counts[dim] as number)
    rest = Math.floor(rest / (counts[dim] as number))
  }
  return position
}

/** The C-order index of the chunk at a position. */
export function chunkIndex(grid: ChunkGrid, position: readonly number[]): number {
  const counts = chunkCounts(grid)
  return position.reduce((index, at, dim) => index * (counts[dim] as number) + at, 0)
}

/** The elements of a chunk, cut short by the shape. */
export function chunkWindow(grid: ChunkGrid, index: number): Window {
  const position = chunkPosition(grid, index)
  const start = position.map((at, dim) => at * (grid.chunk[dim] as number))
  return clip({ start, stop: start.map((from, dim) => from + (grid.chunk[dim] as number)) }, grid.shape)
}

/** C-order indices of the chunks that a window touches, ascending. The window must lie within the shape. */
export function* chunksIn(grid: ChunkGrid, window: Window): Generator<number> {
  const first = window.start.map((start, dim) => Math.floor(start / (grid.chunk[dim] as number)))
  const last = window.stop.map((stop, dim) => Math.ceil(stop / (grid.chunk[dim] as number)) - 1)
  if (first.some((from, dim) => from > (last[dim] as number))) return
  const counts = chunkCounts(grid)
  const at = [...first]
  for (;;) {
    yield at.reduce((index, position, dim) => index * (counts[dim] as number) + position, 0)
    let dim = at.length - 1
    while (dim >= 0 && at[dim] === last[dim]) at[dim] = first[dim--] as number
    if (dim < 0) return
    at[dim] = (at[dim] as number) + 1
  }
}
