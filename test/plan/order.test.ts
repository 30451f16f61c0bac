import { describe, expect, it } from 'vitest'
import { chunkCount, chunkGrid, chunkPosition } from '../../src/array/chunk-grid.js'
import { chunkOrder } from '../../src/plan/order.js'

describe('chunkOrder', () => {
  it.each([
    [
      [100, 100],
      [10, 10],
    ],
    [
      [1, 7],
      [1, 2],
    ],
    [
      [33, 5],
      [2, 5],
    ],
    [
      [3, 41, 29],
      [1, 8, 8],
    ],
    [[9], [2]],
    [[], []],
  ])('visits every chunk of %j cut by %j once', (shape, chunk) => {
    const grid = chunkGrid(shape, chunk)
    const order = chunkOrder(grid)
    const seen = new Set(Array.from({ length: order.count }, (_, place) => order.chunkAt(place)))
    expect(order.count).toBe(chunkCount(grid))
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: order.count }, (_, index) => index))
  })

  it.each([
    [
      [30, 41, 29],
      [1, 8, 8],
      [5, 1, 1],
    ],
    [
      [30, 41, 29],
      [4, 2, 2],
      [3, 16, 16],
    ],
    [
      [100, 101],
      [10, 3],
      [7, 40],
    ],
    [[9], [2], [3]],
  ])('visits every chunk of %j cut by %j once in blocks of %j, one block after another', (shape, chunk, block) => {
    const grid = chunkGrid(shape, chunk)
    const order = chunkOrder(grid, block)
    const places = Array.from({ length: order.count }, (_, place) => order.chunkAt(place))
    expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: chunkCount(grid) }, (_, index) => index))
    const blocks = places.map((at) =>
      chunkPosition(grid, at)
        .map((each, dim) => Math.floor(each / (block[dim] as number)))
        .join(),
    )
    expect(blocks.filter((name, at) => name !== blocks[at - 1])).toHaveLength(new Set(blocks).size)
  })

  it('moves to a neighbour at nearly every step, so that tiles stay hot', () => {
    const order = chunkOrder(chunkGrid([160, 200], [10, 10]))
    let far = 0
    for (let place = 1; place < order.count; place++) {
      const [a, b] = [order.chunkAt(place - 1), order.chunkAt(place)]
      const distance = Math.abs(Math.floor(a / 20) - Math.floor(b / 20)) + Math.abs((a % 20) - (b % 20))
      if (distance > 4) far++
    }
    expect(far).toBe(0)
  })
})
