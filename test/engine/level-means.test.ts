import { readFileSync } from 'node:fs'
import { DataArray, GeoBox, open, type RunOptions } from 'rasterloom'
import { describe, expect, it } from 'vitest'
import { bytesDifference, scratch } from './scratch.js'

const here = scratch('level-means')

type Numbers = Uint8Array | Int8Array | Uint16Array | Int16Array | Int32Array | Float32Array
const kinds = {
  uint8: Uint8Array,
  int8: Int8Array,
  uint16: Uint16Array,
  int16: Int16Array,
  int32: Int32Array,
  float32: Float32Array,
} as const

interface Case {
  readonly dtype: keyof typeof kinds
  readonly width: number
  readonly height: number
  readonly holes: 'none' | 'nodata' | 'mask'
  readonly format: 'cog' | 'zarr'
  readonly chunks: number
  readonly bands?: number
}

const hash = (at: number): number => ((Math.imul(at + 12345, 2654435761) >>> 7) % 65521) / 65521

/** Values over the whole range of a dtype, with ones near its ends: what a sum or a mean of rounded means gets wrong. */
function pixelOf(dtype: Case['dtype'], at: number): number {
  const share = hash(at)
  if (dtype === 'float32') return Math.fround((share - 0.5) * 10 ** (6 * hash(at * 7)))
  const { BYTES_PER_ELEMENT: bytes } = kinds[dtype]
  const span = 2 ** (8 * bytes)
  const least = dtype.startsWith('u') ? 0 : -span / 2
  return hash(at * 3) < 0.2 ? least + span - 1 - Math.floor(share * 3) : least + 1 + Math.floor(share * (span - 2))
}

interface Pixels {
  readonly values: Numbers
  readonly valid: Uint8Array
}

function pixelsOf({ dtype, width, height, holes, format, bands = 1 }: Case): Pixels {
  const values = new kinds[dtype](width * height * bands).map((_, at) => pixelOf(dtype, at)) as Numbers
  const valid = Uint8Array.from(values, (value, at) => {
    const column = at % width
    // Single pixels, and a part without any.
    const isHole = hash(at * 13) < 0.3 || (column < width / 3 && at % (width * height) < (width * height) / 3)
    return holes === 'none' || (holes === 'mask' && !isHole) || (holes === 'nodata' && !isHole && value !== nodataOf(dtype)) ? 1 : 0
  })
  // A COG keeps one mask for all its bands.
  if (format === 'cog' && holes === 'mask') {
    const plane = width * height
    const all = valid
      .slice(0, plane)
      .map((_, at) => (Array.from({ length: bands }).every((_, band) => valid[band * plane + at] === 1) ? 1 : 0))
    for (let at = 0; at < valid.length; at++) valid[at] = all[at % plane] as number
  }
  if (holes === 'nodata') for (let at = 0; at < valid.length; at++) if (valid[at] === 0) values[at] = nodataOf(dtype)
  return { values, valid }
}

const nodataOf = (dtype: Case['dtype']): number => (dtype === 'float32' ? -9999 : 7)

function arrayOf(one: Case): DataArray<string> {
  const { dtype, width, height, holes, bands = 1 } = one
  const { values, valid } = pixelsOf(one)
  const geobox = GeoBox.fromTransform({ a: 10, b: 0, c: 500000, d: 0, e: -10, f: 5000000 }, { width, height }, 'EPSG:32633')
  const [dims, shape] =
    bands === 1
      ? [
          ['y', 'x'],
          [height, width],
        ]
      : [
          ['band', 'y', 'x'],
          [bands, height, width],
        ]
  return DataArray.fromArray(values, {
    ...{ dims, shape, geobox },
    ...(holes === 'mask' ? { mask: valid } : holes === 'nodata' ? { nodata: nodataOf(dtype) } : {}),
  } as never) as DataArray<string>
}

async function write(one: Case, path: string, options: Partial<RunOptions> & Record<string, unknown>) {
  const common = { chunks: one.chunks, overviews: 'auto', overwrite: true, workers: 0, ...options } as const
  // A tile's neighbours have other sources than it: one chunk of the array for all of it would hide that.
  if (one.format === 'zarr') return arrayOf(one).toZarr(path, { ...common, chunks: { y: one.chunks, x: one.chunks } } as never)
  return arrayOf(one).toCog(path, { ...common, ...(one.holes === 'none' ? { mask: 'none' } : {}) } as never)
}

/** Whole-number shares of the pixels of an axis under those of a level: first index, and shares from there on. */
function shares(full: number, level: number, factor: number | null): { from: number; by: bigint[] }[] {
  return Array.from({ length: level }, (_, at) => {
    // Pixels are `level` long, and pixels of the level `full`; with a factor, those of the level are so many pixels.
    const [small, large] = factor === null ? [level, full] : [1, factor]
    const [start, stop] = [at * large, Math.min((at + 1) * large, full * small)]
    const from = Math.floor(start / small)
    const count = Math.ceil(stop / small) - from
    const by = Array.from({ length: count }, (_, k) => BigInt(Math.min((from + k + 1) * small, stop) - Math.max((from + k) * small, start)))
    return { from, by }
  })
}

/** What each pixel of a level is by definition: the mean of the valid pixels under it by the ground that they cover, in whole numbers; null where there is none. Integers round half up. */
function expected(one: Case, { values, valid }: Pixels, level: readonly [number, number], factor: number | null): (number | null)[] {
  const { width, height, dtype, bands = 1 } = one
  const rows = shares(height, level[0], factor)
  const columns = shares(width, level[1], factor)
  const isFloat = dtype === 'float32'
  return Array.from({ length: bands }).flatMap((_, band) =>
    rows.flatMap((row) =>
      columns.map((column) => {
        let [sum, weight, float] = [0n, 0n, 0]
        row.by.forEach((wy, j) => {
          column.by.forEach((wx, i) => {
            const at = (band * height + row.from + j) * width + column.from + i
            if (valid[at] !== 1) return
            weight += wy * wx
            if (isFloat) float += (values[at] as number) * Number(wy * wx)
            else sum += wy * wx * BigInt(values[at] as number)
          })
        })
        if (weight === 0n) return null
        if (isFloat) return Math.fround(float / Number(weight))
        const [top, bottom] = [2n * sum + weight, 2n * weight]
        return Number(top / bottom - (top % bottom < 0n ? 1n : 0n))
      }),
    ),
  )
}

const cases: readonly Case[] = [
  { dtype: 'uint8', width: 512, height: 256, holes: 'none', format: 'cog', chunks: 64 },
  { dtype: 'uint8', width: 553, height: 417, holes: 'mask', format: 'cog', chunks: 64 },
  { dtype: 'int8', width: 400, height: 400, holes: 'mask', format: 'zarr', chunks: 48 },
  { dtype: 'uint16', width: 530, height: 530, holes: 'nodata', format: 'cog', chunks: 64 },
  { dtype: 'uint16', width: 600, height: 70, holes: 'none', format: 'cog', chunks: 64, bands: 2 },
  { dtype: 'uint16', width: 515, height: 389, holes: 'nodata', format: 'zarr', chunks: 64 },
  { dtype: 'int16', width: 656, height: 140, holes: 'nodata', format: 'cog', chunks: 80 },
  { dtype: 'int16', width: 511, height: 257, holes: 'mask', format: 'cog', chunks: 64, bands: 3 },
  { dtype: 'int16', width: 333, height: 410, holes: 'mask', format: 'zarr', chunks: 50, bands: 2 },
  { dtype: 'int32', width: 512, height: 198, holes: 'nodata', format: 'cog', chunks: 64 },
  { dtype: 'float32', width: 512, height: 256, holes: 'none', format: 'cog', chunks: 64 },
  { dtype: 'float32', width: 557, height: 200, holes: 'nodata', format: 'cog', chunks: 64 },
  { dtype: 'float32', width: 270, height: 541, holes: 'mask', format: 'zarr', chunks: 64 },
]

const nameOf = ({ dtype, width, height, holes, format, chunks, bands = 1 }: Case): string =>
  `${format} of ${dtype} ${bands} x ${height} x ${width}, ${holes === 'none' ? 'all valid' : `holes by ${holes}`}, in ${chunks}`

describe('average overviews are the exact mean of the array at every level', () => {
  it.each(cases.map((one) => [nameOf(one), one] as const))('%s', async (_, one) => {
    const path = here(`exact-${cases.indexOf(one)}.${one.format === 'cog' ? 'tif' : 'zarr'}`)
    await write(one, path, {})
    const pixels = pixelsOf(one)
    let level = 1
    for (let side = Math.max(one.width, one.height); side > one.chunks; side = one.format === 'cog' ? side >> 1 : Math.ceil(side / 2)) {
      const found = await (await open(path, { level })).compute({ workers: 0 })
      const [height, width] = found.shape.slice(-2) as [number, number]
      const wanted = expected(one, pixels, [height, width], one.format === 'cog' ? null : 2 ** level)
      const wrong = wanted.flatMap((value, at) => {
        const is = found.valid === null || found.valid[at] === 1 ? Number(found.values[at]) : null
        return is === value || isNear(one, is, value) ? [] : [`at ${at}: ${is}, not ${value}`]
      })
      expect(wrong.slice(0, 3), `level ${level}, ${height} x ${width}: ${wrong.length} wrong`).toEqual([])
      level++
    }
    expect(level).toBeGreaterThan(3)
  })
})

/** Floats are summed up in another order than here, and stored as float32. */
function isNear({ dtype, holes }: Case, found: number | null, wanted: number | null): boolean {
  // A mean that is the nodata value is stored as its neighbour.
  if (holes === 'nodata' && wanted === nodataOf(dtype) && found !== null) return Math.abs(found - wanted) === 1
  if (dtype !== 'float32' || found === null || wanted === null) return false
  return Math.abs(found - wanted) <= 2e-7 * Math.abs(wanted) + 1e-9
}

describe('the bytes of average overviews depend on nothing but the array and the options', () => {
  const some = [3, 1, 7, 12].map((at) => cases[at] as Case)

  it.each(some.map((one) => [nameOf(one), one] as const))('%s: workers, budgets and an interruption', async (_, one) => {
    const path = (name: string): string => here(`same-${cases.indexOf(one)}-${name}.${one.format === 'cog' ? 'tif' : 'zarr'}`)
    const whole = path('whole')
    const { chunks: tasks } = await write(one, whole, {})
    for (const [name, options] of [
      ['tight', { maxMemory: '100MB' }],
      ['one', { workers: 1 }],
      ['two', { workers: 2 }],
    ] as const) {
      await write(one, path(name), options)
      expect(bytesDifference(whole, path(name)), name).toBeNull()
    }
    for (const share of [0.3, 0.97]) {
      const cut = path(`cut-${share}`)
      const controller = new AbortController()
      const onProgress: RunOptions['onProgress'] = ({ chunksDone }) => {
        if (chunksDone >= share * tasks) controller.abort()
      }
      await expect(write(one, cut, { signal: controller.signal, onProgress })).rejects.toMatchObject({ code: 'E_ABORTED' })
      const { skipped } = await write(one, cut, { resume: true, workers: 2 })
      expect(skipped).toBeGreaterThan(0)
      expect(bytesDifference(whole, cut), `cut at ${share}`).toBeNull()
    }
  })

  it('a source in other chunks gives the same bytes', async () => {
    const one = cases[9] as Case
    const made = ['cog', 'zarr'].map((format) => here(`source.${format === 'cog' ? 'tif' : 'zarr'}`))
    await arrayOf(one).toCog(made[0] as string, { chunks: 96, overviews: 'none', workers: 0, overwrite: true })
    await arrayOf(one).toZarr(made[1] as string, { chunks: { y: 37, x: 130 }, workers: 0, overwrite: true })
    const written = made.map((_, at) => here(`of-source-${at}.tif`))
    for (const [at, path] of made.entries()) {
      await (await open(path)).toCog(written[at] as string, { chunks: 64, workers: 0, overwrite: true })
    }
    const levels = await Promise.all(
      written.flatMap((path) => [1, 2, 3].map(async (level) => (await (await open(path, { level })).compute({ workers: 0 })).values)),
    )
    for (const at of [0, 1, 2]) expect(levels[at]).toEqual(levels[at + 3])
  })
})

describe('what overviews are made of', () => {
  it('is said by the plan, and is the level before where that is asked for', async () => {
    const one = { dtype: 'uint8', width: 512, height: 512, holes: 'none', format: 'cog', chunks: 64 } as const
    const exact = await arrayOf(one).plan({ to: here('plan.tif'), chunks: 64 } as never)
    expect(String(exact)).toMatch(/sums/)
    const path = here('level.tif')
    await write(one, path, { overviewSource: 'level' })
    const wanted = expected(one, pixelsOf(one), [64, 64], null)
    const found = await (await open(path, { level: 3 })).compute({ workers: 0 })
    expect([...found.values].map(Number)).not.toEqual(wanted)
    expect(readFileSync(path).length).toBeGreaterThan(0)
  })
})
