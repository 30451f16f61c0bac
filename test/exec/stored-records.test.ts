import { describe, expect, it } from 'vitest'
import { ChunkRecords } from '../../src/exec/stored-records.js'

describe('ChunkRecords', () => {
  it('gives back what was set, whatever its form', () => {
    const records = new ChunkRecords()
    const given = Array.from({ length: 5000 }, (_, chunk) => {
      if (chunk % 7 === 0)
        return { spool: `thread-${chunk % 3}`, offset: chunk * 2 ** 33, length: chunk, maskOffset: chunk + 1, maskLength: 5 }
      if (chunk % 11 === 0) return {}
      if (chunk % 13 === 0) return { spool: 'a', nested: { deep: [chunk] }, none: null }
      return { spool: `thread-${chunk % 3}`, offset: chunk * 1000.5, length: chunk }
    })
    for (const [chunk, record] of given.entries()) records.set(1, 2, chunk * 3, record)
    given.forEach((record, chunk) => {
      expect(records.get(1, 2, chunk * 3)).toEqual(record)
      if (records.has(1, 2, chunk * 3 + 1)) expect.fail(`chunk ${chunk * 3 + 1} was never set`)
    })
    records.set(1, 2, 6, { bytes: 7 })
    expect(records.get(1, 2, 6)).toEqual({ bytes: 7 })
    expect(records.size).toBe(5000)
    expect(records.get(0, 2, 0)).toBeUndefined()
    expect(records.ofOutput(1).get(2, 3)).toEqual(given[1])
  })

  it('keeps a million in less than 64 bytes each', () => {
    const records = new ChunkRecords()
    const before = process.memoryUsage()
    for (let chunk = 0; chunk < 1e6; chunk++) records.set(0, 0, chunk, { spool: `t${chunk % 2}`, offset: chunk * 1e6, length: chunk })
    const after = process.memoryUsage()
    expect(records.size).toBe(1e6)
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(64e6)
  })
})
