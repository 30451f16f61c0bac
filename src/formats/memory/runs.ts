import { type ChunkGrid, chunkWindow } from '../../array/chunk-grid.js'
import { stridesOf } from '../../array/strided-copy.js'

/** Elements that lie side by side both in a whole array and in a chunk of it, both in C order. */
export interface Run {
  /** First element in the whole array. */
  readonly from: number
  /** First element in the chunk, as laid out at its nominal extents. */
  readonly to: number
  readonly length: number
}

/** The runs that make up a chunk, ascending. A chunk of whole rows and one index along every dim before them is one run. */
export function runsOf(grid: ChunkGrid, chunk: number): Run[] {
  const { start, stop } = chunkWindow(grid, chunk)
  if (start.some((from, dim) => from >= (stop[dim] as number))) return []
  const outer = outerDims(grid)
  const whole = stridesOf(grid.shape)
  const nominal = stridesOf(grid.chunk)
  const length = start.slice(outer).reduce((product, from, at) => product * ((stop[outer + at] as number) - from), 1)
  const runs: Run[] = []
  const at = start.slice(0, outer)
  for (;;) {
    const index = [...at, ...start.slice(outer)]
    const from = index.reduce((sum, position, dim) => sum + position * (whole[dim] as number), 0)
    const to = index.reduce((sum, position, dim) => sum + (position - (start[dim] as number)) * (nominal[dim] as number), 0)
    runs.push({ from, to, length })
    let dim = outer - 1
    while (dim >= 0 && (at[dim] as number) + 1 === stop[dim]) at[dim] = start[dim--] as number
    if (dim < 0) return runs
    at[dim] = (at[dim] as number) + 1
  }
}

/** How many leading dims a run does not extend over: all before the last dim that is cut while the ones behind it are whole. */
function outerDims({ shape, chunk }: ChunkGrid): number {
  let dim = shape.length - 1
  while (dim > 0 && chunk[dim] === shape[dim]) dim--
  return Math.max(0, dim)
}

/** Upper bound of the number of runs of a chunk. */
export function mostRuns(grid: ChunkGrid): number {
  return grid.chunk.slice(0, outerDims(grid)).reduce((product, extent) => product * extent, 1)
}

/** Chunks of whole rows, of about a mebibyte, with one index along every dim before y: each is one run. */
export function rowBands(shape: readonly number[], elementBytes: number): number[] {
  const rowDim = Math.max(0, shape.length - 2)
  const rowBytes = shape.slice(rowDim + 1).reduce((product, extent) => product * extent, elementBytes)
  const rows = Math.max(1, Math.floor(2 ** 20 / Math.max(1, rowBytes)))
  return shape.map((extent, dim) => (dim < rowDim ? 1 : dim === rowDim ? Math.max(1, Math.min(rows, extent)) : Math.max(1, extent)))
}
