import { describe, expect, it } from 'vitest'
import { iselParams, resolveIndexers } from '../../src/api/select.js'
import { slice } from '../../src/api/select-slice.js'

const spec = { dims: ['time', 'y', 'x'], shape: [3, 10, 20] }

function picked(extent: number, positions: unknown): number[] {
  if (Array.isArray(positions)) return positions
  const { start, stop, step } = positions as { start: number; stop: number; step: number }
  const out: number[] = []
  for (let at = start; step > 0 ? at < stop : at > stop; at += step) out.push(at)
  expect(out.every((at) => at >= 0 && at < extent)).toBe(true)
  return out
}

describe('positions', () => {
  it('takes the same elements as Array.prototype.slice for every pair of bounds', () => {
    const all = Array.from({ length: 10 }, (_, at) => at)
    for (let start = -12; start <= 12; start++) {
      for (let stop = -12; stop <= 12; stop++) {
        const expected = all.slice(start, stop)
        const resolve = () => resolveIndexers(spec, { y: slice(start, stop) }).y
        if (expected.length === 0) expect(resolve).toThrow(/holds nothing/)
        else expect(picked(10, resolve())).toEqual(expected)
      }
    }
  })

  it('steps, also backwards', () => {
    expect(picked(10, resolveIndexers(spec, { y: slice(1, 9, 3) }).y)).toEqual([1, 4, 7])
    expect(picked(10, resolveIndexers(spec, { y: slice(null, null, -1) }).y)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    expect(picked(10, resolveIndexers(spec, { y: slice(8, 2, -2) }).y)).toEqual([8, 6, 4])
    expect(picked(10, resolveIndexers(spec, { y: slice(-1, -4, -1) }).y)).toEqual([9, 8, 7])
  })

  it('counts negative numbers from the end, in lists too', () => {
    expect(resolveIndexers(spec, { time: -1, x: [0, -1, 5, 5] })).toEqual({ time: 2, x: [0, 19, 5, 5] })
  })

  it('leaves out what is undefined', () => {
    expect(resolveIndexers(spec, { time: undefined })).toEqual({})
  })

  it('refuses what is not there, naming what is', () => {
    expect(() => resolveIndexers(spec, { tme: 0 })).toThrow('the array has no dim "tme"; its dims are time, y, x')
    expect(() => resolveIndexers(spec, { time: 3 })).toThrow('time is 3, but time has 3 positions: expected -3 to 2')
    expect(() => resolveIndexers(spec, { x: [0, 20] })).toThrow('expected -20 to 19')
    expect(() => resolveIndexers(spec, { x: 1.5 })).toThrow('for labels use sel')
    expect(() => resolveIndexers(spec, { x: [] })).toThrow('empty')
    expect(() => resolveIndexers(spec, { x: slice(0, 5, 0) })).toThrow('step 0')
    expect(() => resolveIndexers(spec, { x: 'a' })).toThrow('expected a position')
  })

  it('writes lists as indices', () => {
    expect(iselParams({ time: 1, y: { start: 0, stop: 2, step: 1 }, x: [3, 1] })).toEqual({
      indexers: { time: 1, y: { start: 0, stop: 2, step: 1 }, x: { indices: [3, 1] } },
    })
  })
})
