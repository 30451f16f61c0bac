import { describe, expect, it } from 'vitest'
import { nextSplit } from '../../src/plan/fit.js'

const MiB = 1024 * 1024
const size = (split: readonly number[] | null): number => (split ?? []).reduce((product, count) => product * count, 1)

describe('nextSplit', () => {
  it('skips splits that are far from fitting', () => {
    expect(nextSplit([512, 512], [1, 1], { assembly: 2 * MiB, task: 20 * MiB, room: 15 * MiB })).toEqual([2, 1])
    expect(nextSplit([512, 512], [1, 1], { assembly: 2 * MiB, task: 100 * MiB, room: 5 * MiB })).toEqual([32, 1])
  })

  it('ends, with ever more pieces, at single rows and positions of the leading dims', () => {
    const chunk = [3, 100, 50]
    let split: readonly number[] = [1, 1, 1]
    const seen = [1]
    for (;;) {
      const next = nextSplit(chunk, split, { assembly: 0, task: 8 * MiB, room: 6 * MiB })
      if (next === null) break
      expect(size(next)).toBeGreaterThan(size(split))
      seen.push(size(next))
      split = next
    }
    expect(split).toEqual([3, 100, 1])
    expect(seen.length).toBeLessThan(9)
  })

  it('tries one more split where the assembly alone does not fit, for the message', () => {
    const room = { assembly: 9 * MiB, task: 30 * MiB, room: 8 * MiB }
    expect(nextSplit([512, 512], [1, 1], room)).toEqual([64, 1])
    expect(nextSplit([512, 512], [64, 1], room)).toBeNull()
    expect(nextSplit([1, 512], [1, 1], room)).toBeNull()
    expect(nextSplit([], [], room)).toBeNull()
  })
})
