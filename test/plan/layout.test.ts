import { describe, expect, it } from 'vitest'
import { RegionAllocator } from '../../src/plan/layout.js'

describe('RegionAllocator', () => {
  it('never hands out bytes that are in use, and knows its peak', () => {
    let seed = 7
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed % below
    }
    const allocator = new RegionAllocator()
    const held: { offset: number; bytes: number }[] = []
    let peak = 0
    for (let step = 0; step < 2000; step++) {
      if (held.length > 0 && random(3) === 0) {
        const [gone] = held.splice(random(held.length), 1)
        allocator.free((gone as { offset: number }).offset)
        continue
      }
      const bytes = 1 + random(5000)
      const offset = allocator.take(bytes)
      expect(offset % 16).toBe(0)
      const clash = held.find((other) => offset + bytes + 64 > other.offset && other.offset + other.bytes + 64 > offset)
      expect(clash).toBeUndefined()
      held.push({ offset, bytes })
      peak = Math.max(peak, offset + bytes + 64)
    }
    expect(allocator.peak).toBeGreaterThanOrEqual(peak)
    expect(allocator.peak - peak).toBeLessThan(16)
  })

  it('takes the lowest place that is free', () => {
    const allocator = new RegionAllocator()
    const first = allocator.take(100)
    allocator.take(100)
    allocator.free(first)
    expect(allocator.take(50)).toBe(first)
  })
})
