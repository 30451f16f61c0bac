import { beforeAll, describe, expect, it } from 'vitest'
import { isFull, scratch } from '../engine/scratch.js'
import { measure } from './peak.js'
import { writeVirtualScene } from './virtual-scene.js'

const MiB = 1024 * 1024
const here = scratch('sizes')

/** Sides of scenes of 1, 4 and 16 times the pixels: at the first the budget is filled, so that more pixels have nothing left to take. */
const sides: readonly number[] = isFull ? [4096, 8192, 16_384] : [4096, 8192]

beforeAll(() => {
  for (const side of sides) {
    writeVirtualScene(here(`${side}.tif`), side, side, 1)
    // Four that lie over each other by a tenth.
    for (const at of [0, 1, 2, 3]) {
      const place = { left: 300_000 + (at & 1) * side * 4.5, top: 8_000_000 - (at >> 1) * side * 4.5 }
      writeVirtualScene(here(`${side}-${at}.tif`), side / 2, side / 2, at, place)
    }
  }
})

interface Job {
  readonly name: string
  readonly to: 'tif' | 'zarr'
  /** In MiB: 128 is the least that two workers may be given, and several sources need more. */
  readonly budget: number
  /** Whether it runs on one thread alone where the counts are not full, too. */
  readonly inline: boolean
  args(side: number): readonly string[]
}

const bilinear = ['--resampling', 'bilinear']
const jobs: readonly Job[] = [
  {
    name: 'a warp into Zarr',
    to: 'zarr',
    budget: 128,
    inline: true,
    args: (side) => ['convert', here(`${side}.tif`), '--crs', 'EPSG:3857', ...bilinear],
  },
  {
    name: 'twice the pixels a side',
    to: 'zarr',
    budget: 128,
    inline: false,
    args: (side) => ['convert', here(`${side}.tif`), '--resolution', '5', ...bilinear],
  },
  { name: 'a COG with overviews', to: 'tif', budget: 128, inline: true, args: (side) => ['convert', here(`${side}.tif`)] },
  {
    name: 'a warp into a COG with overviews',
    to: 'tif',
    budget: 128,
    inline: false,
    args: (side) => ['convert', here(`${side}.tif`), '--crs', 'EPSG:3857', '--resampling', 'cubic'],
  },
  {
    name: 'a mosaic that is reprojected',
    to: 'tif',
    budget: 144,
    inline: false,
    args: (side) => ['mosaic', here(`${side}-?.tif`), '--crs', 'EPSG:3857', '--resolution', '20', '--method', 'mean', ...bilinear],
  },
]

describe.each(jobs)('$name', ({ to, budget, inline, args }) => {
  it.each(isFull || inline ? [0, 2] : [2])(
    'holds no more than it promises, and no more for more pixels: %i workers',
    async (workers) => {
      const peaks: number[] = []
      for (const side of sides) {
        const [verb, source, ...options] = args(side) as [string, string, ...string[]]
        const run = ['--workers', String(workers), '--max-memory', `${budget}MB`, '--overwrite']
        const { code, stderr, promiseBytes, peakBytes } = await measure([verb, source, here(`out.${to}`), ...options, ...run])
        expect(code, stderr).toBe(0)
        expect(promiseBytes / MiB).toBeLessThanOrEqual(budget)
        expect(peakBytes / MiB).toBeLessThanOrEqual(promiseBytes / MiB)
        peaks.push(peakBytes)
      }
      expect((peaks.at(-1) as number) / (peaks[0] as number)).toBeLessThanOrEqual(1.1)
    },
    isFull ? 1_800_000 : 120_000,
  )
})
