import { describe, expect, it } from 'vitest'
import { chunkCount, chunkGrid, chunkPosition } from '../../src/array/chunk-grid.js'
import { sizeOf } from '../../src/array/window.js'
import { coarseCells, sampledChunks } from '../../src/plan/sample.js'

const grids = [
  chunkGrid([100, 100], [10, 10]),
  chunkGrid([5000, 3], [2, 1]),
  chunkGrid([7, 4099, 2050], [1, 16, 16]),
  chunkGrid([200, 5, 100_000, 100_000], [1, 5, 512, 512]),
  chunkGrid([1e8], [512]),
  chunkGrid([], []),
]

describe.each(grids)('a grid of $shape cut by $chunk', (grid) => {
  it('is sampled at all its corners and edges, each chunk once', () => {
    const chunks = [...sampledChunks(grid, 1024)]
    expect(new Set(chunks).size).toBe(chunks.length)
    expect(chunks.length).toBeLessThanOrEqual(1024 * 6)
    const places = chunks.map((chunk) => chunkPosition(grid, chunk))
    grid.shape.forEach((extent, dim) => {
      const count = Math.ceil(extent / (grid.chunk[dim] as number))
      const along = new Set(places.map((place) => place[dim]))
      for (const at of [0, 1, count - 2, count - 1]) if (at >= 0 && at < count) expect(along).toContain(at)
    })
  })

  it('is covered by its cells once', () => {
    const cells = [...coarseCells(grid, 256)]
    expect(cells.length).toBeLessThanOrEqual(256)
    expect(cells.reduce((sum, cell) => sum + cell.chunks, 0)).toBe(chunkCount(grid))
    expect(cells.reduce((sum, { window }) => sum + sizeOf(window), 0)).toBe(grid.shape.reduce((product, extent) => product * extent, 1))
  })
})

it('a small grid is sampled whole', () => {
  const grid = chunkGrid([50, 60], [10, 10])
  expect([...sampledChunks(grid, 1024)].length).toBe(30)
})
