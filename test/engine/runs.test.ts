import { open, type RunOptions } from 'rasterloom'
import { describe, expect, it } from 'vitest'
import { diamondOfHalos, haloOfDiamond, sceneBand } from './chains.js'
import { expectSame, pixelsOf } from './pixels.js'
import { bytesDifference, scratch } from './scratch.js'

const here = scratch('runs')

describe('an AbortSignal', () => {
  it.each([
    ['cog', 0],
    ['cog', 2],
    ['zarr', 0],
    ['zarr', 2],
  ] as const)(
    'stops a run into %s within a chunk a thread (%i workers), and resume gives the bytes of a whole run',
    async (format, workers) => {
      const { array } = await diamondOfHalos()
      // Sums of pixels count as chunks, and are made anew by who goes on: without them, what was done is what is skipped.
      const write = (path: string, options: RunOptions) =>
        format === 'cog'
          ? array.toCog(path, { chunks: 128, overviewSource: 'level', ...options })
          : array.toZarr(path, { chunks: 128, ...options })
      const [whole, path] = [here(`whole-${workers}.${format}`), here(`stopped-${workers}.${format}`)]
      await write(whole, { workers })
      const controller = new AbortController()
      let doneAtAbort = 0
      let done = 0
      const onProgress: RunOptions['onProgress'] = ({ chunksDone }) => {
        done = chunksDone
        if (chunksDone < 7 || controller.signal.aborted) return
        doneAtAbort = chunksDone
        controller.abort()
      }
      await expect(write(path, { workers, signal: controller.signal, onProgress })).rejects.toMatchObject({ code: 'E_ABORTED' })
      // Each worker has one task at work and one waiting.
      expect(done - doneAtAbort).toBeLessThanOrEqual(2 * workers)
      const report = await write(path, { workers: workers === 0 ? 2 : 0, resume: true })
      expect(report.skipped).toBe(done)
      expect(bytesDifference(path, whole)).toBeNull()
    },
  )

  it('that is set off already computes nothing', async () => {
    const { array } = await haloOfDiamond()
    let chunks = 0
    const onProgress: RunOptions['onProgress'] = ({ chunksDone }) => (chunks = chunksDone)
    await expect(array.compute({ workers: 0, signal: AbortSignal.abort(), onProgress })).rejects.toMatchObject({ code: 'E_ABORTED' })
    expect(chunks).toBe(0)
  })
})

describe('runs side by side in one process', () => {
  it('write and compute what each does alone', async () => {
    const chains = [await diamondOfHalos(), await haloOfDiamond()].map(({ array }) => array)
    const [first, second] = chains as [(typeof chains)[0], (typeof chains)[0]]
    const third = (await open(sceneBand('B08'), { band: 1 })).resample({ factor: 0.7, resampling: 'bilinear' })
    await first.toCog(here('first.tif'), { chunks: 128, workers: 0 })
    await third.toZarr(here('third.zarr'), { chunks: 200, workers: 0 })
    const alone = pixelsOf(await second.compute({ workers: 0 }))
    const [, computed] = await Promise.all([
      first.toCog(here('first-again.tif'), { chunks: 128, workers: 0 }),
      second.compute({ workers: 0 }),
      third.toZarr(here('third-again.zarr'), { chunks: 200, workers: 2 }),
    ])
    expect(bytesDifference(here('first-again.tif'), here('first.tif'))).toBeNull()
    expect(bytesDifference(here('third-again.zarr'), here('third.zarr'))).toBeNull()
    expectSame(pixelsOf(computed), alone, second, { together: true })
  })
})
