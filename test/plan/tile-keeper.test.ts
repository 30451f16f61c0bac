import { describe, expect, it } from 'vitest'
import { tileKey } from '../../src/plan/task.js'
import { TileKeeper } from '../../src/plan/tile-keeper.js'

/** Decodes that a sequence of tasks costs with room for `slots` tiles, by the rule that gives up the farthest next use. */
function oracle(tasks: readonly (readonly number[])[], slots: number): number {
  const wants = tasks.flatMap((tiles, task) => [...new Set(tiles)].map((tile) => ({ tile, task })))
  const kept = new Set<number>()
  let reads = 0
  wants.forEach(({ tile }, at) => {
    if (kept.has(tile)) return
    reads++
    if (kept.size === slots) {
      const next = (candidate: number): number => {
        const later = wants.findIndex((want, index) => index >= at && want.tile === candidate)
        return later < 0 ? Number.POSITIVE_INFINITY : later
      }
      kept.delete([...kept].reduce((a, b) => (next(b) > next(a) ? b : a)))
    }
    kept.add(tile)
  })
  return reads
}

function reads(tasks: readonly (readonly number[])[], slots: number): number {
  const keeper = new TileKeeper(
    slots * 1088,
    () => 1024,
    (position) => tasks[position]?.map((tile) => tileKey(0, tile)) ?? null,
  )
  let count = 0
  tasks.forEach((tiles, position) => {
    keeper.advance(position)
    for (const tile of tiles) {
      if (keeper.find(tileKey(0, tile)) !== undefined) continue
      keeper.place(tileKey(0, tile))
      count++
    }
  })
  return count
}

describe('TileKeeper', () => {
  it('reads no more than the clairvoyant rule would by more than the ties within a task', () => {
    const width = 12
    const tasks = Array.from({ length: 5 * width }, (_, index) => {
      const [y, x] = [Math.floor(index / width), index % width]
      return [0, 1].flatMap((dy) => [0, 1].map((dx) => (y + dy) * (width + 1) + x + dx))
    })
    for (const slots of [4, 8, 15, 40]) {
      expect(reads(tasks, slots)).toBeGreaterThanOrEqual(oracle(tasks, slots))
      expect(reads(tasks, slots)).toBeLessThanOrEqual(oracle(tasks, slots) * 1.1 + 2)
    }
  })

  it('reads every tile once where all fit', () => {
    const tasks = Array.from({ length: 50 }, (_, index) => [index % 7, (index * 3) % 7])
    expect(reads(tasks, 7)).toBe(7)
  })

  it('forgets coming tasks when another span begins, and keeps its tiles', () => {
    const keeper = new TileKeeper(
      4 * 1088,
      () => 1024,
      () => null,
    )
    keeper.advance(0)
    keeper.place(tileKey(2, 5))
    keeper.restart(10)
    expect(keeper.find(tileKey(2, 5))).toBeDefined()
  })
})
