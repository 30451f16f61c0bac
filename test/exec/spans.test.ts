import { describe, expect, it } from 'vitest'
import { cutSpans, type Span, steal } from '../../src/exec/spans.js'

describe('spans', () => {
  it('cut all tasks into contiguous parts of nearly one length', () => {
    for (const count of [0, 1, 5, 484]) {
      for (const workers of [1, 2, 3, 7]) {
        const spans = cutSpans(count, workers)
        expect(spans[0]?.next).toBe(0)
        expect(spans[workers - 1]?.end).toBe(count)
        for (let at = 1; at < workers; at++) expect(spans[at]?.next).toBe(spans[at - 1]?.end)
      }
    }
  })

  it('are taken from the far end of the longest, every task once', () => {
    const spans: Span[] = cutSpans(100, 3)
    const seen: number[] = []
    spans[0] = { next: 33, end: 33 }
    for (let index = 0; index < 33; index++) seen.push(index)
    for (;;) {
      const own = spans[0] as Span
      if (own.next < own.end) {
        seen.push(own.next++)
        continue
      }
      const taken = steal(spans)
      if (taken === null) break
      spans[0] = taken
    }
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index))
  })
})
