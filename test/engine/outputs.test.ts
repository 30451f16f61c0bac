import { type CogWriteOptions, type DataArray, open, type RunOptions, type ZarrWriteOptions } from 'rasterloom'
import { beforeAll, describe, expect, it } from 'vitest'
import { bandCube, diamondOfHalos, haloOfDiamond, noise, sceneBand, timeSeries } from './chains.js'
import { expectSame, type Pixels, pixelsOf } from './pixels.js'
import { bytesDifference, isFull, scratch } from './scratch.js'

const here = scratch('outputs')

type Sink = 'zarr' | 'cog'

/** How one output is made: everything here but chunks and format must leave its bytes as they are. */
interface Way extends Pick<RunOptions, 'workers' | 'maxMemory'> {
  readonly sink: Sink
  readonly chunks: number | { readonly y: number; readonly x: number }
}

let made = 0

/** Writes an array one way; answers the path. */
async function write(array: DataArray<string>, { sink, chunks, ...run }: Way): Promise<string> {
  const path = here(`${made++}.${sink === 'zarr' ? 'zarr' : 'tif'}`)
  if (sink === 'zarr') await array.toZarr(path, { ...run, chunks, onNodataClash: 'nudge' } satisfies ZarrWriteOptions)
  else await array.toCog(path, { ...run, chunks, onNodataClash: 'nudge' } satisfies CogWriteOptions)
  return path
}

/** The pixels of an output, as our own readers give them on one thread. */
async function readBack(path: string): Promise<Pixels> {
  return pixelsOf(await (await open(path)).compute({ workers: 0 }))
}

/** A COG always has bands: pixels of [y, x] come back as one band. */
function asStored({ shape, ...pixels }: Pixels, sink: Sink): Pixels {
  return { ...pixels, shape: sink === 'cog' && shape.length === 2 ? [1, ...shape] : shape }
}

/** Pieces that a chunk of the base level is computed in. */
async function piecesOf(array: DataArray<string>, { sink, ...options }: Way): Promise<number> {
  const plan = (await array.plan({ to: 'x', format: sink, ...options })).toJSON() as unknown as { stages: { split: number[] }[] }
  return Math.max(...plan.stages.map(({ split }) => split.reduce((product, count) => product * count, 1)))
}

describe('a chain of a diamond and halos', () => {
  let array: DataArray<string>
  let whole: Pixels
  const first = new Map<Sink, string>()

  beforeAll(async () => {
    array = (await diamondOfHalos()).array
    whole = pixelsOf(await array.compute({ workers: 0 }))
    for (const sink of ['zarr', 'cog'] as const) first.set(sink, await write(array, { sink, chunks: 256, workers: 0 }))
  })

  async function expectSameBytes(way: Way): Promise<void> {
    const path = await write(array, way)
    expect(bytesDifference(path, first.get(way.sink) as string), JSON.stringify(way)).toBeNull()
  }

  it.each(['zarr', 'cog'] as const)('is written to %s with the pixels that it computes', async (sink) => {
    expectSame(await readBack(first.get(sink) as string), asStored(whole, sink), array, { sink })
  })

  it.each([1, 2, 3])('has the same bytes from %i workers', async (workers) => {
    for (const sink of ['zarr', 'cog'] as const) await expectSameBytes({ sink, chunks: 256, workers })
  })

  it.each(['96MB', '120MB', '2GB'])('has the same bytes within %s', async (maxMemory) => {
    for (const sink of ['zarr', 'cog'] as const)
      await expectSameBytes({ sink, chunks: 256, workers: maxMemory === '120MB' ? 1 : 0, maxMemory })
  })

  const chunkings = [{ y: 97, x: 131 }, { y: 5, x: 1100 }, { y: 640, x: 64 }, { y: 2000, x: 2000 }, 512]
  it.each(chunkings)('has the same pixels in Zarr chunks of %j', async (chunks) => {
    for (const workers of isFull ? [0, 1, 2, 3] : [chunks === 512 ? 0 : 2]) {
      expectSame(await readBack(await write(array, { sink: 'zarr', chunks, workers })), whole, array, { chunks, workers })
    }
  })

  it.each([64, 128, 512, 1024, 2048])('has the same pixels in COG tiles of %i', async (chunks) => {
    for (const workers of isFull ? [0, 1, 2, 3] : [chunks < 200 ? 2 : 0]) {
      expectSame(await readBack(await write(array, { sink: 'cog', chunks, workers })), asStored(whole, 'cog'), array, { chunks, workers })
    }
  })

  it('has the same bytes when its chunks are computed in pieces', async () => {
    for (const sink of ['zarr', 'cog'] as const) {
      const large = { sink, chunks: 1024, workers: 0, maxMemory: '1GB' }
      expect(await piecesOf(array, large)).toBe(1)
      const tight = { ...large, maxMemory: await budgetForPieces(large) }
      expect(bytesDifference(await write(array, tight), await write(array, large)), sink).toBeNull()
    }
  })
})

/** The largest budget, from the floor up, under which chunks of this write are computed in pieces. */
async function budgetForPieces(large: Parameters<typeof piecesOf>[1]): Promise<string> {
  const { array } = await diamondOfHalos()
  for (let mebibytes = 110; mebibytes >= 96; mebibytes--) {
    const maxMemory = `${mebibytes}MB`
    if ((await piecesOf(array, { ...large, maxMemory })) > 1) return maxMemory
  }
  throw new Error('no budget above the floor makes this write compute its chunks in pieces')
}

describe('pixels do not depend on how the sources are stored', () => {
  it.each([
    ['a diamond of halos', diamondOfHalos],
    ['a halo of a diamond', haloOfDiamond],
  ])('%s', async (_name, make) => {
    const whole = pixelsOf(await (await make()).array.compute({ workers: 0 }))
    const copies: ((band: string) => Promise<string>)[] = [
      (band) => copy(band, (array, path) => array.toZarr(path, { chunks: { y: 301, x: 77 } }), 'zarr'),
      (band) => copy(band, (array, path) => array.toZarr(path, { chunks: 2000 }), 'zarr'),
      (band) => copy(band, (array, path) => array.toCog(path, { chunks: 64, compress: 'lzw', overviews: 'none' }), 'tif'),
      (band) => copy(band, (array, path) => array.toCog(path, { chunks: 1024, compress: 'none' }), 'tif'),
    ]
    for (const [at, store] of copies.entries()) {
      const paths = new Map(await Promise.all(['B08', 'B04'].map(async (band) => [band, await store(band)] as const)))
      const { name, array } = await make((band) => paths.get(band) as string)
      for (const workers of at === 0 ? [0, 2] : [0]) {
        const got =
          workers === 0
            ? pixelsOf(await array.compute({ workers }))
            : await readBack(await write(array, { sink: 'zarr', chunks: 300, workers }))
        expectSame(got, whole, array, { name, copy: at, workers })
      }
    }
  })

  async function copy(
    band: string,
    save: (array: DataArray<string>, path: string) => Promise<unknown>,
    extension: string,
  ): Promise<string> {
    const path = here(`${made++}-${band}.${extension}`)
    await save(await open(sceneBand(band), { band: 1 }), path)
    return path
  }
})

describe('arrays of three dims', () => {
  it.each([
    ['bands', bandCube],
    ['times', timeSeries],
  ])('of %s have the same pixels however they are chunked and computed', async (name, make) => {
    const { array } = await make()
    const whole = pixelsOf(await array.compute({ workers: 0 }))
    const leading = array.dims[0] as string
    const ways = [
      { workers: 0, chunks: { [leading]: 2, y: 100, x: 333 } },
      { workers: 2, chunks: { [leading]: 1, y: 256, x: 256 } },
      { workers: 3, chunks: { [leading]: 3, y: 64, x: 999 }, maxMemory: '160MB' },
      { workers: 0, chunks: { [leading]: 5, y: 1024, x: 1024 }, maxMemory: '96MB' },
    ]
    for (const [at, way] of ways.entries()) {
      const path = here(`${name}-${at}.zarr`)
      await array.toZarr(path, way)
      expectSame(await readBack(path), whole, array, way)
    }
    if (leading !== 'band') return
    for (const interleave of ['pixel', 'band'] as const) {
      const path = here(`${name}-${interleave}.tif`)
      await array.toCog(path, { interleave, workers: 2, chunks: 128 })
      expectSame(await readBack(path), whole, array, { interleave })
    }
  })
})

describe('every dtype', () => {
  it.each(['uint8', 'int16', 'int32', 'uint32', 'int64', 'float32', 'float64'])(
    '%s has the same bytes from threads and within budgets',
    async (dtype) => {
      const resampling = dtype === 'int64' ? 'near' : 'bilinear'
      const array = noise(dtype, 7).reproject('EPSG:3857', { resolution: 11, resampling, nodata: dtype.startsWith('float') ? null : 17 })
      const whole = pixelsOf(await array.compute({ workers: 0 }))
      // Threads and budgets do not know dtypes: one sink for each shows enough in a short run.
      const few = dtype.startsWith('int') ? (['zarr'] as const) : (['cog'] as const)
      for (const sink of isFull ? (['zarr', 'cog'] as const) : few) {
        const one = await write(array, { sink, chunks: 128, workers: 0 })
        const two = await write(array, { sink, chunks: 128, workers: 2, maxMemory: '140MB' })
        expect(bytesDifference(one, two), sink).toBeNull()
        const stored = await readBack(one)
        expect(stored.values.length).toBe(whole.values.length)
        if (dtype.startsWith('float')) expectSame(stored, asStored(whole, sink), array, { sink })
      }
    },
  )
})
