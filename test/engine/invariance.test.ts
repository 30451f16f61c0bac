import { type DataArray, open, slice } from 'rasterloom'
import { describe, expect, it } from 'vitest'
import { type Random, random } from '../conformance/random.js'
import { crop, difference, type Pixels, pixelsOf, validShare } from './pixels.js'
import { buildRecipe, drawRecipe, type RandomRecipe } from './random-recipes.js'
import { type Stored, sourceStore } from './random-sources.js'
import { bytesDifference, isFull, scratch } from './scratch.js'

const recipes = Number(process.env.RASTERLOOM_RECIPES ?? (isFull ? 2000 : 200))
const firstSeed = Number(process.env.RASTERLOOM_SEED ?? 0)
/** One recipe in so many is written by threads too: starting them takes longer than all else. */
const threadsEvery = isFull ? 4 : 16
const fewest = 12

const here = scratch('invariance')
const source = sourceStore(here)
let made = 0

/** One way to make the pixels of a recipe: where the source lies, what is written, and by whom. */
interface Way {
  readonly stored: Stored
  readonly sink: 'compute' | 'zarr' | 'cog' | 'window'
  readonly chunks?: Readonly<Record<string, number>> | number
  readonly workers: number
  readonly maxMemory?: string
}

const budgets = ['100MB', '128MB', '1GB']

function chunksOf({ int }: Random, { dims, shape }: DataArray<string>): Record<string, number> {
  // At most 16 chunks of any size, uneven at the edges.
  return Object.fromEntries(dims.map((dim, at) => [dim, int(Math.ceil((shape[at] as number) / 4), (shape[at] as number) + 9)]))
}

/** The ways of a recipe, at least twelve: every source with another output, the same output under other budgets and from threads. */
function waysOf(recipe: RandomRecipe, array: DataArray<string>): Way[] {
  const from = random(recipe.seed + 5)
  const budget = (): string => budgets[from.int(0, budgets.length)] as string
  const blocks = (): number => [64, 80, 128][from.int(0, 3)] as number
  const all: Stored[] = ['memory', 'tiles', 'cog', 'zarr', 'strips']
  const [zarrOf, cogOf] = [all[from.int(0, 5)] as Stored, all[from.int(0, 5)] as Stored]
  const [chunks, block] = [chunksOf(from, array), blocks()]
  const ways: Way[] = [
    ...all.slice(1).map((stored) => ({ stored, sink: 'compute', workers: 0, maxMemory: budget() }) as const),
    ...all.slice(0, 2).map((stored) => ({ stored, sink: 'window', workers: 0 }) as const),
    { stored: zarrOf, sink: 'zarr', chunks, workers: 0 },
    { stored: zarrOf, sink: 'zarr', chunks, workers: 0, maxMemory: budget() },
    { stored: all[from.int(0, 5)] as Stored, sink: 'zarr', chunks: chunksOf(from, array), workers: 0 },
    { stored: cogOf, sink: 'cog', chunks: block, workers: 0 },
    { stored: cogOf, sink: 'cog', chunks: block, workers: 0, maxMemory: budget() },
    { stored: all[from.int(0, 5)] as Stored, sink: 'cog', chunks: blocks(), workers: 0 },
  ]
  if (recipe.seed % threadsEvery !== 0) return ways
  const workers = 1 + (Math.floor(recipe.seed / threadsEvery) % 3)
  return [
    ...ways,
    { stored: zarrOf, sink: 'zarr', chunks, workers, maxMemory: '200MB' },
    { stored: cogOf, sink: 'cog', chunks: block, workers },
    { stored: zarrOf, sink: 'compute', workers: 1 + (workers % 3) },
  ]
}

/** A COG has bands first and no other dims. */
function asStored({ shape, ...rest }: Pixels, sink: Way['sink']): Pixels {
  return { ...rest, shape: sink === 'cog' && shape.length === 2 ? [1, ...shape] : shape }
}

const readBack = async (path: string): Promise<Pixels> => pixelsOf(await (await open(path)).compute({ workers: 0 }))

/** What a way gives that the whole does not; null where all is alike. `files` keeps what was written, to compare bytes with. */
async function disagreement(recipe: RandomRecipe, way: Way, whole: Pixels, files: Map<string, string>): Promise<string | null> {
  const { stored, sink, chunks, ...run } = way
  const array = buildRecipe(recipe, await source(recipe.source, stored))
  if (sink === 'window') return windowDisagreement(array, whole, recipe.seed)
  if (sink === 'compute') return difference(pixelsOf(await array.compute({ ...run, onNodataClash: 'nudge' })), whole)
  const path = here(`${made++}.${sink === 'cog' ? 'tif' : 'zarr'}`)
  const options = { ...run, ...(chunks === undefined ? {} : { chunks }), onNodataClash: 'nudge' } as const
  if (sink === 'cog') await array.toCog(path, options)
  else await array.toZarr(path, options)
  const key = JSON.stringify([stored, sink, chunks])
  const earlier = files.get(key)
  if (earlier !== undefined) return bytesDifference(path, earlier)
  files.set(key, path)
  return difference(await readBack(path), asStored(whole, sink))
}

async function windowDisagreement(array: DataArray<string>, whole: Pixels, seed: number): Promise<string | null> {
  const from = random(seed + 77)
  const box = { start: [] as number[], stop: [] as number[] }
  for (const extent of array.shape) {
    const start = from.int(0, extent)
    box.start.push(start)
    box.stop.push(from.int(start + 1, extent + 1))
  }
  const part = array.isel(Object.fromEntries(array.dims.map((dim, at) => [dim, slice(box.start[at], box.stop[at])])))
  const found = difference(pixelsOf(await part.compute({ workers: 0, onNodataClash: 'nudge' })), crop(whole, box))
  return found === null ? null : `window ${JSON.stringify(box)}: ${found}`
}

/**
 * Integers without a declared nodata: a Zarr store takes a value of its own for it, which valid pixels are moved off, and the internal mask
 * of a COG serves all bands.
 */
function suits({ sink }: Way, { dtype, nodata, dims }: DataArray<string>): boolean {
  // A file has one nodata: bands that declare none are given that of others.
  const declared = dtype.startsWith('float') || (nodata !== null && !Array.isArray(nodata))
  if (sink === 'zarr') return declared
  return sink !== 'cog' || dims.length === 2 || (dims[0] === 'band' && declared)
}

/** Makes a recipe in all its ways; answers the share of its pixels that is valid. */
async function check(recipe: RandomRecipe): Promise<number> {
  const array = buildRecipe(recipe, await source(recipe.source, 'memory'))
  const whole = pixelsOf(await array.compute({ workers: 0, onNodataClash: 'nudge' }))
  const files = new Map<string, string>()
  let ways = 0
  const proposed = waysOf(recipe, array)
  const suited = proposed.filter((way) => suits(way, array))
  // Where a sink does not suit, windows and sources stand in for it.
  const spare = proposed
    .filter((way) => !suits(way, array))
    .map((way, at) => ({ ...way, sink: at % 2 === 0 ? 'window' : 'compute' }) as Way)
  for (const way of [...suited, ...spare]) {
    const found = await disagreement(recipe, way, whole, files).catch((error: unknown) => String(error))
    if (found !== null) expect.fail(`${found}\n${JSON.stringify(way)}\n${JSON.stringify(recipe)}`)
    ways++
  }
  expect(ways).toBeGreaterThanOrEqual(fewest)
  return validShare(whole)
}

describe('random recipes have one result', () => {
  it(
    `${recipes} of them, each made in at least ${fewest} ways`,
    async () => {
      let valid = 0
      const failures: string[] = []
      for (let seed = firstSeed; seed < firstSeed + recipes; seed++) {
        const recipe = drawRecipe(seed)
        valid += await check(recipe).catch((error: unknown) => {
          failures.push(`${error}\n${JSON.stringify(recipe)}`)
          // At once: a run of thousands may be cut short.
          process.stderr.write(`${failures.at(-1)}\n`)
          return 0
        })
      }
      expect(failures).toEqual([])
      // Recipes whose pixels are all invalid show nothing.
      expect(valid / recipes).toBeGreaterThan(0.4)
    },
    recipes * 10_000,
  )

  // Columns of a turned grid differ from row to row in the last bits: one such once had taps beyond what it demanded.
  it('a turned grid, resampled twice, whose positions lie on edges of taps', async () => {
    await check(drawRecipe(1298))
  }, 120_000)

  it('pixels beside a pole, whose corners reach further than their centres', async () => {
    const world = { dtype: 'uint8', validity: 'mask', place: 'world', bands: 1, seed: 2 } as const
    const polar = { crs: 'EPSG:3995', bounds: [-4100000, -4300000, 4500000, 3900000], size: { width: 70, height: 131 } } as const
    for (const kernel of ['average', 'max'])
      await check({ seed: 18, source: world, steps: [{ op: 'reproject', ...polar, kernel, maxErrorPx: 0 }] })
  }, 120_000)
})
