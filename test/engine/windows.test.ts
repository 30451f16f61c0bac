import { slice } from 'rasterloom'
import { describe, expect, it } from 'vitest'
import { random } from '../conformance/random.js'
import { bandCube, type Chain, diamondOfHalos, dtypeChains, haloOfDiamond, timeSeries } from './chains.js'
import { type Box, crop, expectSame, pixelsOf, validShare } from './pixels.js'
import { isFull } from './scratch.js'

/** Computes random windows of a chain and compares each with the crop of the whole. */
async function expectWindows({ name, array }: Chain, count: number, seed: number): Promise<void> {
  const whole = pixelsOf(await array.compute({ workers: 0 }))
  expect(validShare(whole), name).toBeGreaterThan(0.3)
  const { int } = random(seed)
  for (let round = 0; round < count; round++) {
    const box: Box = { start: [], stop: [] }
    for (const extent of array.shape) {
      // Small, large and whole-width windows alike.
      const length = 1 + Math.floor(extent * [0.01, 0.1, 0.4, 1][int(0, 4)]! * (int(1, 1000) / 1000))
      const start = int(0, extent - length + 1)
      ;(box.start as number[]).push(start)
      ;(box.stop as number[]).push(start + length)
    }
    const part = array.isel(Object.fromEntries(array.dims.map((dim, at) => [dim, slice(box.start[at], box.stop[at])])))
    expectSame(pixelsOf(await part.compute({ workers: 0 })), crop(whole, box), part, { name, box, seed })
  }
}

const factor = isFull ? 10 : 1

describe('random windows equal the crop of the whole, bit by bit', () => {
  it('for a diamond over bilinear reprojections', async () => expectWindows(await diamondOfHalos(), 120 * factor, 1), 120_000)
  it('for a bilinear resampling over a diamond', async () => expectWindows(await haloOfDiamond(), 120 * factor, 2), 120_000)
  it('for bands, rows and columns', async () => expectWindows(await bandCube(), 35 * factor, 3), 120_000)
  it('for a series along time', async () => expectWindows(await timeSeries(), 50 * factor, 4), 120_000)
  it.each(dtypeChains())('for $name', async (chain) => expectWindows(chain, 5 * factor, 5), 120_000)
})
