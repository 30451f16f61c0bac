import { type ChunkGrid, chunkCounts } from '../array/chunk-grid.js'

/**
 * The order in which the chunks of a grid are made: planes of the leading dims in turn, and within a plane bands of
 * `bandRows` chunk rows, each walked column by column. Neighbours in the order share source tiles in both directions,
 * and a contiguous span of the order is a compact area. A function of the grid alone, with random access.
 */
export interface ChunkOrder {
  readonly count: number
  /** The C-order chunk index at a place in the order. */
  chunkAt(place: number): number
}

/** Chunk rows walked together: wide enough to share tiles between rows, few enough to keep them. */
const bandRows = 4

/** The order of a grid's chunks. The last two dims are walked in bands; dims before them are the outer loop. */
export function chunkOrder(grid: ChunkGrid): ChunkOrder {
  const counts = chunkCounts(grid)
  const columns = counts.length > 0 ? (counts[counts.length - 1] as number) : 1
  const rows = counts.length > 1 ? (counts[counts.length - 2] as number) : 1
  const plane = rows * columns
  const count = counts.reduce((product, extent) => product * extent, 1)
  const chunkAt = (place: number): number => {
    const inPlane = place % plane
    const band = Math.floor(inPlane / (bandRows * columns))
    const height = Math.min(bandRows, rows - band * bandRows)
    const inBand = inPlane - band * bandRows * columns
    const step = Math.floor(inBand / height)
    const column = band % 2 === 0 ? step : columns - 1 - step
    return place - inPlane + (band * bandRows + (inBand % height)) * columns + column
  }
  return { count, chunkAt }
}
