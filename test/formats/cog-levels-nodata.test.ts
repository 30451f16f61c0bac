import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { DataArray, open } from '../../src/index.js'

const out = mkdtempSync(join(tmpdir(), 'rasterloom-levels-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

describe('overviews of a COG with a nodata value that is not 0', () => {
  const width = 300
  const nodata = 9999
  // Columns of 9998 and 10000, whose average is the nodata value; the last third is invalid.
  const values = Uint16Array.from({ length: width * width }, (_, at) => (at % 2 === 0 ? 9998 : 10000))
  const mask = Uint8Array.from(values, (_, at) => (at % width < 200 ? 1 : 0))
  const array = DataArray.fromArray(values, { dims: ['y', 'x'], shape: [width, width], nodata, mask })

  test('hold the value under invalid pixels, and move computed ones off it', async () => {
    const path = join(out, 'levels.tif')
    const report = await array.toCog(path, { blockSize: 128, workers: 0 })
    expect(report.counts.nudged).toBeGreaterThan(0)
    for (const [level, side] of [150, 75].entries()) {
      const found = await (await open(path, { band: 1, level: level + 1 })).compute()
      expect(found.shape).toEqual([side, side])
      expect(found.nodata).toBe(nodata)
      const row = found.valid?.subarray(0, side)
      expect(row?.reduce((sum, valid) => sum + valid, 0)).toBe(Math.ceil((side * 2) / 3))
      expect(new Set(found.filled(0) as Iterable<number>)).toEqual(new Set([9998, 0]))
    }
  })
})
