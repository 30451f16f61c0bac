import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  animate,
  compare,
  concat,
  DataArray,
  Dataset,
  GeoBox,
  open,
  plot,
  plotGrid,
  plotHistogram,
  plotProfile,
  slice,
} from '../../src/index.js'

const scene = fileURLToPath(new URL('../../fixtures/scene/', import.meta.url))
const run = { workers: 0 }

function picture(png: Uint8Array) {
  const { width, height, data } = PNG.sync.read(Buffer.from(png))
  const at = (x: number, y: number): string => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)].join()
  const counts = new Map<string, number>()
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) counts.set(at(x, y), (counts.get(at(x, y)) ?? 0) + 1)
  return { width, height, at, counts }
}

const grid = (values: number[], width: number, more: object = {}): DataArray =>
  DataArray.fromArray(Float32Array.from(values), {
    dims: ['y', 'x'],
    shape: [values.length / width, width],
    geobox: GeoBox.fromBounds([0, 0, width, values.length / width], { resolution: 1 }, 'EPSG:32633'),
    ...more,
  })

describe('plot', () => {
  it('colours the least and the greatest by the ends of the map, invalid pixels light grey', async () => {
    const { counts } = picture(await plot(grid([0, 1, Number.NaN, 0.5], 2), { cmap: 'gray', axes: false, width: 200, run }))
    expect(counts.get('0,0,0')).toBeGreaterThan(500)
    expect(counts.get('255,255,255')).toBeGreaterThan(500)
    expect(counts.get('236,236,236')).toBeGreaterThan(500)
  })

  it('vmin and vmax clamp, robust leaves the tails out', async () => {
    const values = Array.from({ length: 400 }, (_, at) => (at === 0 ? 1e6 : at))
    const plain = picture(await plot(grid(values, 20), { cmap: 'gray', width: 300, run }))
    const robust = picture(await plot(grid(values, 20), { cmap: 'gray', width: 300, robust: true, run }))
    const clamped = picture(await plot(grid(values, 20), { cmap: 'gray', width: 300, vmin: 0, vmax: 400, run }))
    const black = ({ counts }: ReturnType<typeof picture>): number => counts.get('0,0,0') ?? 0
    expect(black(plain)).toBeGreaterThan(20_000)
    expect(black(robust)).toBeLessThan(4000)
    expect(black(clamped)).toBeLessThan(4000)
  })

  it('is as wide as was asked for, or a little less, and never wider', async () => {
    for (const width of [200, 333, 640]) {
      const made = picture(
        await plot(
          grid(
            Array.from({ length: 100 }, (_, at) => at),
            10,
          ),
          { width, run },
        ),
      )
      expect(made.width).toBeLessThanOrEqual(width)
      expect(made.width).toBeGreaterThan(width - 60)
    }
  })

  it('north is up and east is right, whatever the affine', async () => {
    const values = [1, 2, 3, 4]
    const up = { geobox: GeoBox.of(2, 2, { a: 1, b: 0, c: 0, d: 0, e: -1, f: 2 }, 'EPSG:32633') }
    const turned = { geobox: GeoBox.of(2, 2, { a: -1, b: 0, c: 2, d: 0, e: 1, f: 0 }, 'EPSG:32633') }
    const one = await plot(grid(values, 2, up), { run })
    const other = await plot(grid([...values].reverse(), 2, turned), { run })
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })

  it('classes have the colours of their file, or of a palette, and a legend', async () => {
    const lc = await open(`${fileURLToPath(new URL('../../fixtures/', import.meta.url))}landcover.tif`, { band: 1 })
    const { counts } = picture(await plot(lc, { width: 400, run }))
    expect(counts.get('0,100,0')).toBeGreaterThan(2000)
    const own = DataArray.fromArray(Uint8Array.of(3, 7, 7, 7), {
      dims: ['y', 'x'],
      shape: [2, 2],
      attrs: { categorical: true, flag_values: [3, 7], flag_meanings: 'water dry_land' },
    })
    expect(picture(await plot(own, { width: 300, run })).width).toBeGreaterThan(100)
  })

  it('rgb stretches each band by itself', async () => {
    const [red, green, blue] = [grid([0, 1, 2, 3], 2), grid([0, 10, 20, 30], 2), grid([0, 100, 200, 300], 2)]
    const png = await plot(Dataset.of({ red, green, blue }), { rgb: ['red', 'green', 'blue'], width: 200, axes: false, run })
    const { counts } = picture(png)
    for (const color of ['0,0,0', '85,85,85', '170,170,170', '255,255,255']) expect(counts.get(color)).toBeGreaterThan(400)
    const stack = concat([red, green.mul(1), blue], { dim: 'band', labels: ['r', 'g', 'b'] })
    const same = await plot(stack, { rgb: [1, 2, 3], width: 200, axes: false, run })
    expect(picture(same).counts.get('85,85,85')).toBe(counts.get('85,85,85'))
  })

  it.each([
    ['a list', () => plot([] as never), /expected a DataArray/],
    [
      'more dims',
      () => plot(concat([grid([1, 2], 2), grid([1, 2], 2)], { dim: 'time', labels: ['2021', '2022'] })),
      /is no picture: select until two dims remain/,
    ],
    ['an unknown option', () => plot(grid([1], 1), { cmpa: 'gray' } as never), /did you mean "cmap"/],
    ['an unknown colour map', () => plot(grid([1], 1), { cmap: 'jet' as never }), /colormap "jet" is not known/],
    ['a width', () => plot(grid([1], 1), { width: 5 }), /from 120 to 8192/],
    ['a range upside down', () => plot(grid([1], 1), { vmin: 2, vmax: 1 }), /vmin 2 is not below vmax 1/],
    ['two bands', () => plot(grid([1], 1), { rgb: [1, 2] as never }), /expected three bands/],
    ['bands of none', () => plot(grid([1], 1), { rgb: [1, 2, 3] }), /no dim band/],
    ['a dataset', () => plot(Dataset.of({ a: grid([1], 1) })), /three of its variables; or get one of a/],
    ['a variable that is not there', () => plot(Dataset.of({ a: grid([1], 1) }), { rgb: ['a', 'b', 'c'] }), /no variable "b"; there are a/],
    ['unlike grids', () => compare(grid([1, 2], 2), grid([1, 2], 1)), /reprojectMatch/],
    ['no dim', () => animate(grid([1], 1)), /dim beside y and x/],
    ['another dim', () => plotGrid(grid([1], 1), { dim: 'tme' }), /no dim "tme"/],
    ['bins', () => plotHistogram(grid([1], 1), { bins: 0 }), /from 1 to 4096/],
    ['no line', () => plotProfile(grid([1, 2], 2)), /give line/],
    ['a line of one point', () => plotProfile(grid([1, 2], 2), { line: [[0, 0]] }), /two points or more/],
    [
      'a point',
      () =>
        plotProfile(grid([1, 2], 2), {
          line: [
            [0, 0],
            [1, 'a'],
          ] as never,
        }),
      /is no point of a line/,
    ],
  ])('refuses %s', async (_, make, message) => {
    await expect(make()).rejects.toThrow(message)
  })

  it('an array without a valid pixel, of one value, of one pixel, of 64 bits: a picture all the same', async () => {
    const run0 = { run, width: 200 }
    await plot(grid([Number.NaN, Number.NaN], 2), run0)
    await plot(grid([5, 5], 2), run0)
    await plot(DataArray.fromArray(BigInt64Array.of(1n, 2n ** 40n), { dims: ['y', 'x'], shape: [1, 2] }), run0)
    await plotHistogram(grid([Number.NaN, Number.NaN], 2), { run })
    await plotHistogram(grid([5], 1), { run })
    await plotProfile(grid([Number.NaN, Number.NaN], 2), {
      line: [
        [0, 0.5],
        [2, 0.5],
      ],
      run,
    })
    await compare(grid([1, 2], 2), grid([1, 2], 2), { run })
  })
})

describe('what is read over HTTP', () => {
  let server: Server
  let base = ''
  const served = { bytes: 0, requests: 0 }

  beforeAll(async () => {
    server = createServer((request, response) => {
      const file = readFileSync(`${scene}${(request.url ?? '').slice(1)}`)
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
      const body = from === undefined ? file : file.subarray(Number(from), Number(to) + 1)
      served.bytes += request.method === 'HEAD' ? 0 : body.length
      served.requests++
      const head = { 'accept-ranges': 'bytes', 'content-length': String(body.length), etag: '"1"' }
      response.writeHead(
        from === undefined ? 200 : 206,
        from === undefined ? head : { ...head, 'content-range': `bytes ${from}-${Number(from) + body.length - 1}/${file.length}` },
      )
      response.end(request.method === 'HEAD' ? undefined : body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())))

  const remote = (name: string): Promise<DataArray<'y' | 'x'>> => open(`${base}${name}.tif`, { band: 1, scaled: true })
  const whole = statSync(`${scene}B08.tif`).size + statSync(`${scene}B04.tif`).size

  it.each([
    ['arithmetic', (nir: DataArray, red: DataArray) => nir.sub(red).div(nir.add(red))],
    [
      'a warp of it',
      (nir: DataArray, red: DataArray) => nir.sub(red).div(nir.add(red)).reproject('EPSG:3857', { resolution: 15, resampling: 'cubic' }),
    ],
    [
      'a median of a stack, cropped',
      (nir: DataArray, red: DataArray) =>
        concat([nir, red], { dim: 'time', labels: ['2021', '2022'] })
          .median({ dim: 'time' })
          .isel({ x: slice(20, 1000) }),
    ],
  ])('%s: a fifteenth of the bytes of the files', async (_, chain) => {
    const array = chain(await remote('B08'), await remote('B04'))
    served.bytes = 0
    await plot(array, { width: 240, run })
    expect(served.bytes).toBeGreaterThan(10_000)
    expect(served.bytes).toBeLessThan(whole / 15)
  })

  it('a profile reads the tiles under its line alone', async () => {
    const nir = await remote('B08')
    served.bytes = 0
    await plotProfile(nir, {
      line: [
        [480000, 5398995],
        [490980, 5398995],
      ],
      run,
    })
    expect(served.bytes).toBeLessThan(whole / 6)
  })
})
