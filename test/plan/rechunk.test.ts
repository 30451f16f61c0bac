import { existsSync, readdirSync } from 'node:fs'
import { DataArray, open } from 'rasterloom'
import { beforeAll, describe, expect, it } from 'vitest'
import { random } from '../conformance/random.js'
import { bytesDifference, scratch } from '../engine/scratch.js'

const here = scratch('rechunk')
const [times, side] = [60, 96]
const source = here('source.zarr')
const chunks = { time: times, y: 8, x: 8 }

interface Choice {
  readonly choice: string
  readonly text: string
  readonly reread: { readonly reads: number; readonly decodedBytes: number }
  readonly stage: { readonly reads: number; readonly scratchBytes: number } | null
}

/** A cube in tiles of one time each, of which some pixels are nodata. */
function cube(dtype: 'uint16' | 'float32'): DataArray {
  const { int } = random(7)
  const pixels = { length: times * side * side }
  const pixel = (_: unknown, at: number): number => (at % 97 === 0 ? 0 : (at % 4000) + int(1, 50))
  const values = dtype === 'uint16' ? Uint16Array.from(pixels, pixel) : Float32Array.from(pixels, pixel)
  return DataArray.fromArray(values, { dims: ['time', 'y', 'x'], shape: [times, side, side], nodata: 0 }) as DataArray
}

async function choicesOf(array: DataArray<string>, options: object): Promise<readonly Choice[]> {
  const plan = await array.plan({ to: here('planned.zarr'), chunks, maxMemory: '96MB', workers: 0, ...options })
  return (plan.toJSON() as unknown as { rechunks: readonly Choice[] }).rechunks
}

beforeAll(async () => {
  await cube('uint16').toZarr(source, { chunks: { time: 1, y: 48, x: 48 } })
})

describe('a rechunk from tiles of one time to chunks of all times', () => {
  it('writes the same bytes whichever way, on any number of workers, in any budget', async () => {
    const array = await open(source)
    const whole = here('whole.zarr')
    const first = await array.toZarr(whole, { chunks, rechunk: 'reread', workers: 0 })
    expect(first.tilesDecoded).toBe(times * 4)
    for (const [at, run] of [
      { rechunk: 'stage', workers: 0 } as const,
      { rechunk: 'stage', workers: 2, maxMemory: '128MB' } as const,
      { rechunk: 'stage', workers: 0, maxMemory: '96MB' } as const,
      { rechunk: 'auto', workers: 0 } as const,
    ].entries()) {
      const target = here(`way-${at}.zarr`)
      const { chunks: made } = await array.toZarr(target, { chunks, ...run })
      expect(made > (side / 8) ** 2).toBe(run.rechunk === 'stage')
      expect(bytesDifference(target, whole)).toBeNull()
    }
    expect(readdirSync(here('')).filter((name) => name.includes('.partial'))).toEqual([])
  })

  it.each(['uint16', 'float32'] as const)('keeps %s pixels and their validity through what is computed on the way', async (dtype) => {
    await cube(dtype).toZarr(here(`${dtype}.zarr`), { chunks: { time: 1, y: 48, x: 48 }, overwrite: true })
    const array = (await open(here(`${dtype}.zarr`))).mul(3).sub(17)
    await array.toZarr(here('computed-reread.zarr'), { chunks, rechunk: 'reread', overwrite: true })
    await array.toZarr(here('computed-stage.zarr'), { chunks, rechunk: 'stage', overwrite: true })
    expect(bytesDifference(here('computed-stage.zarr'), here('computed-reread.zarr'))).toBeNull()
  })

  it('keeps a mask, and the overviews that are made of the pixels', async () => {
    const bands = 6
    const values = Uint8Array.from({ length: bands * 256 * 256 }, (_, at) => at % 251)
    const mask = values.map((value) => (value % 13 === 0 ? 0 : 1))
    const array = DataArray.fromArray(values, { dims: ['band', 'y', 'x'], shape: [bands, 256, 256], mask }) as DataArray
    for (const rechunk of ['reread', 'stage'] as const)
      await array.toCog(here(`masked-${rechunk}.tif`), { blockSize: 64, interleave: 'pixel', rechunk })
    expect(bytesDifference(here('masked-stage.tif'), here('masked-reread.tif'))).toBeNull()
  })

  it('says what it chose, and what both ways cost', async () => {
    const array = await open(source)
    const [staged] = await choicesOf(array, { rechunk: 'stage' })
    expect(staged?.choice).toBe('stage')
    expect(staged?.stage).toMatchObject({ reads: times * 4, scratchBytes: times * side * side * 2 })
    expect(staged?.text).toMatch(/^stages through scratch in chunks of .* as asked/)
    // All tiles of this small cube can be kept: nothing is to be chosen.
    expect(await choicesOf(array, {})).toEqual([])
    const text = (await array.plan({ to: here('planned.zarr'), chunks, rechunk: 'stage' })).toString()
    expect(text).toMatch(/^rechunk: .*planned\.zarr: stages through scratch/m)
    await expect(array.plan({ to: here('planned.zarr'), rechunk: 'maybe' as never })).rejects.toThrow(
      /rechunk is 'maybe'|rechunk is "maybe"/,
    )
  })

  it('decides by what the budget lets it keep', async () => {
    // 200 tiles of 512 KiB under each column of chunks.
    const big = DataArray.fromArray(new Uint8Array(200 * 1024 * 512), { dims: ['time', 'y', 'x'], shape: [200, 1024, 512] }) as DataArray
    const path = here('big.zarr')
    await big.toZarr(path, { chunks: { time: 1, y: 1024, x: 512 }, overwrite: true })
    const array = await open(path)
    const target = { chunks: { time: 200, y: 32, x: 32 } }
    const [narrow] = await choicesOf(array, { ...target, maxMemory: '112MB' })
    expect(narrow?.choice).toBe('stage')
    expect(narrow?.reread.reads).toBeGreaterThan(200 * 50)
    expect(narrow?.stage?.reads).toBe(200)
    expect(await choicesOf(array, { ...target, maxMemory: '512MB' })).toEqual([])
    const [asked] = await choicesOf(array, { ...target, maxMemory: '112MB', rechunk: 'reread' })
    expect(asked).toMatchObject({ choice: 'reread', stage: null })
  })

  it.each(['stage', 'reread'] as const)('that was stopped on its way through scratch goes on by %s to the same bytes', async (rechunk) => {
    const array = await open(source)
    for (const part of [0.1, 0.9]) {
      const target = here(`stopped-${rechunk}-${part}.zarr`)
      const stop = new AbortController()
      const run = array.toZarr(target, {
        ...{ chunks, rechunk: 'stage', workers: 0, signal: stop.signal },
        onProgress: ({ chunksDone, chunksTotal }) => {
          if (chunksDone > part * chunksTotal) stop.abort()
        },
      })
      await expect(run).rejects.toThrow(/resume/)
      const report = await array.toZarr(target, { chunks, rechunk, workers: 0, resume: true })
      if (rechunk === 'stage' || part > 0.5) expect(report.skipped).toBeGreaterThan(0)
      expect(bytesDifference(target, here('whole.zarr'))).toBeNull()
      expect(existsSync(here(`.stopped-${rechunk}-${part}.zarr.partial`))).toBe(false)
    }
  })
})
