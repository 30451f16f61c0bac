import { type ChunkGrid, chunkCounts } from '../array/chunk-grid.js'

/**
 * The order in which the chunks of a grid are made: planes of the leading dims in turn, and within a plane bands of
 * `bandRows` chunk rows, each walked column by column. Neighbours in the order share source tiles in both directions,
 * and a contiguous span of the order is a compact area. Where tiles of the sources span more chunks than that, the grid is cut into blocks of
 * as many chunks as a tile spans, made one after another, and the order holds within each. A function of grid and block alone, with random access.
 */
export interface ChunkOrder {
  readonly count: number
  /** The C-order chunk index at a place in the order. */
  chunkAt(place: number): number
}

/** Chunk rows walked together: wide enough to share tiles between rows, few enough to keep them. */
export const bandRows = 4

/** The order of a grid's chunks. `block` are chunks along each dim that are made together; null where all are one block. */
export function chunkOrder(grid: ChunkGrid, block: readonly number[] | null = null): ChunkOrder {
  const counts = chunkCounts(grid)
  const count = counts.reduce((product, extent) => product * extent, 1)
  if (block === null) return { count, chunkAt: (place) => bandedAt(counts, place) }
  return { count, chunkAt: (place) => blockedAt(counts, block, place) }
}

/** The place of a chunk in C order, by its place in the banded order of a grid of so many chunks. */
function bandedAt(counts: readonly number[], place: number): number {
  const columns = counts.length > 0 ? (counts[counts.length - 1] as number) : 1
  const rows = counts.length > 1 ? (counts[counts.length - 2] as number) : 1
  const plane = rows * columns
  const inPlane = place % plane
  const band = Math.floor(inPlane / (bandRows * columns))
  const height = Math.min(bandRows, rows - band * bandRows)
  const inBand = inPlane - band * bandRows * columns
  const step = Math.floor(inBand / height)
  const column = band % 2 === 0 ? step : columns - 1 - step
  return place - inPlane + (band * bandRows + (inBand % height)) * columns + column
}

/** The same where blocks are made one after another, in C order; those at the far edges are smaller. */
function blockedAt(counts: readonly number[], block: readonly number[], place: number): number {
  const start: number[] = []
  const extent: number[] = []
  let rest = place
  // Chunks in a slab one chunk thick, of the blocks already chosen along the dims before.
  let slab = counts.reduce((product, each) => product * each, 1)
  for (let dim = 0; dim < counts.length; dim++) {
    const along = counts[dim] as number
    slab /= along
    const size = Math.min(block[dim] as number, along)
    const at = Math.floor(rest / (slab * size))
    rest -= at * slab * size
    start.push(at * size)
    extent.push(Math.min(size, along - at * size))
    slab *= extent[dim] as number
  }
  let within = bandedAt(extent, rest)
  let index = 0
  let stride = 1
  for (let dim = counts.length - 1; dim >= 0; dim--) {
    index += ((start[dim] as number) + (within % (extent[dim] as number))) * stride
    within = Math.floor(within / (extent[dim] as number))
    stride *= counts[dim] as number
  }
  return index
}
