import { DataArray, GeoBox, open } from 'rasterloom'
import { beforeAll, expect, it } from 'vitest'
import { affine } from '../../src/geo/affine.js'
import { inputOf, specOf } from '../conformance/op-case.js'
import { random } from '../conformance/random.js'
import { isFull, scratch } from '../engine/scratch.js'

const here = scratch('focal')
const [height, width] = [270, 310]

type Make = (array: DataArray<'y' | 'x'>) => DataArray<'y' | 'x'>
const ops: Readonly<Record<string, Make>> = {
  slope: (a) => a.slope({ computeEdges: true }),
  aspect: (a) => a.aspect(),
  hillshade: (a) => a.hillshade({ shading: 'multidirectional' }),
  convolve: (a) => a.focal({ radius: 5 }, { stat: 'convolve', edge: 'mirror', skipna: true }),
  median: (a) => a.focal(3, { stat: 'median' }),
  dilate: (a) => a.gt(500).dilate(9),
  fill: (a) => a.fillNodata({ maxDistance: 14, smoothing: 1 }),
  chain: (a) => a.fillNodata({ maxDistance: 5 }).focal({ radius: 2 }, { edge: 'reflect' }).slope(),
}

/** How pixels are cut in the source and in the target, and what they are computed with; seeded. */
function ways(count: number): { from: [number, number]; to: [number, number]; workers: number; maxMemory: string }[] {
  const { int } = random(77)
  return Array.from({ length: count }, (_, at) => ({
    from: [int(20, height), int(20, width)],
    to: [int(16, height), int(16, width)],
    workers: at % 3 === 1 ? 2 : 0,
    maxMemory: at % 2 === 0 ? '512MB' : '160MB',
  }))
}

const cuts = ways(isFull ? 12 : 3)
const grid = GeoBox.of(width, height, affine(10, 0, 500000, 0, -10, 5000000), 32633)
const { data, valid } = inputOf(specOf(['y', 'x'], [height, width], 'float32'), { seed: 3, invalid: 0.3 })
const array = DataArray.fromArray(data, { dims: ['y', 'x'], shape: [height, width], mask: valid as Uint8Array, geobox: grid })

beforeAll(async () => {
  for (const [at, { from }] of cuts.entries()) await array.chunk({ y: from[0], x: from[1] }).toZarr(here(`${at}.zarr`), { workers: 0 })
})

it.each(Object.keys(ops))(
  'the bytes of %s do not depend on chunks, workers and budget',
  async (name) => {
    const make = ops[name] as Make
    const whole = await make(array).compute({ workers: 0 })
    const expected = Buffer.from(whole.filled(0).buffer)
    for (const [at, { from, to, workers, maxMemory }] of cuts.entries()) {
      const [source, target] = [here(`${at}.zarr`), here(`${name}-${at}.zarr`)]
      const opened = (await open(source)) as DataArray<'y' | 'x'>
      await make(opened).toZarr(target, { chunks: { y: to[0], x: to[1] }, workers, maxMemory })
      const stored = await (await open(target)).compute({ workers: 0 })
      expect(Buffer.from(stored.filled(0).buffer).equals(expected), JSON.stringify({ from, to, workers, maxMemory })).toBe(true)
    }
  },
  60_000,
)

it('the plan counts the halo', async () => {
  await array.chunk({ y: 64, x: 64 }).toZarr(here('plan.zarr'), { workers: 0 })
  const opened = (await open(here('plan.zarr'))) as DataArray<'y' | 'x'>
  const bytes = async (distance: number): Promise<string> =>
    String(await opened.fillNodata({ maxDistance: distance }).plan({ chunks: { y: 64, x: 64 } } as never))
  expect(await bytes(30)).toContain('each window is read with 30 px more on each side')
})

it('on a grid that goes round the earth there is no seam, in chains as well', async () => {
  const [columns, rows] = [120, 60]
  const world = (west: number): GeoBox => GeoBox.of(columns, rows, affine(3, 0, west, 0, -3, 90), 4326)
  const values = Float32Array.from({ length: columns * rows }, (_, at) => (at * 7919) % 997)
  const holes = Uint8Array.from(values, (value) => (value % 23 === 0 ? 0 : 1))
  const turned = <T extends Float32Array | Uint8Array>(from: T): T => {
    const to = from.slice() as T
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < columns; x++) to[y * columns + x] = from[y * columns + ((x + columns / 2) % columns)] as number
    return to
  }
  const of = (pixels: Float32Array, mask: Uint8Array, west: number): DataArray<'y' | 'x'> =>
    DataArray.fromArray(pixels, { dims: ['y', 'x'], shape: [rows, columns], mask, geobox: world(west) })
  const makes: Make[] = [
    (a) => a.slope({ scale: 111120 }),
    (a) => a.focal({ radius: 4 }, { stat: 'max' }),
    (a) => a.fillNodata({ maxDistance: 3 }).focal(5).slope({ scale: 111120 }),
  ]
  for (const make of makes) {
    const here = (await make(of(values, holes, -180)).compute({ workers: 0 })).filled(-1) as Float32Array
    const there = (await make(of(turned(values), turned(holes), 0)).compute({ workers: 0 })).filled(-1) as Float32Array
    expect(there).toEqual(turned(here))
    expect(here.some((value, at) => at % columns === 0 && value !== -1)).toBe(true)
  }
})
