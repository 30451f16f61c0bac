import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DataArray } from '../../src/api/data-array.js'
import { GeoBox } from '../../src/api/geo-names.js'
import type { CogWriteOptions } from '../../src/index.js'
import { describeWithPeers } from '../peers.js'
import { cleanUp, type Job, writeCog } from './cog-driver.js'
import { readIfds } from './cog-ifds.js'
import { inspect, sha256 } from './cog-inspect.js'

afterAll(cleanUp)
const here = mkdtempSync(join(tmpdir(), 'cog-pictures-'))
afterAll(() => rmSync(here, { recursive: true }))

type Decode = (bytes: Uint8Array) => { data: Uint8ClampedArray }
const decoders: Record<'jpeg' | 'webp', Decode> = {
  jpeg: () => ({ data: new Uint8ClampedArray() }),
  webp: () => ({ data: new Uint8ClampedArray() }),
}

beforeAll(async () => {
  const { resolve } = createRequire(import.meta.url)
  const paths = { jpeg: '@jsquash/jpeg/codec/dec/mozjpeg_dec', webp: '@jsquash/webp/codec/dec/webp_dec' }
  for (const [name, path] of Object.entries(paths)) {
    const module = new WebAssembly.Module(readFileSync(resolve(`${path}.wasm`)))
    const { default: factory } = (await import(`${path}.js`)) as {
      default: (options: object) => Promise<{ decode: (b: Uint8Array, o?: boolean) => { data: Uint8ClampedArray } }>
    }
    const engine = await factory({
      noInitialRun: true,
      instantiateWasm: (imports: WebAssembly.Imports, done: (i: WebAssembly.Instance) => void) => {
        const instance = new WebAssembly.Instance(module, imports)
        done(instance)
        return instance.exports
      },
    })
    decoders[name as 'jpeg' | 'webp'] = (bytes) => (name === 'jpeg' ? engine.decode(bytes, false) : engine.decode(bytes))
  }
})

/** The pixels of all images of a file (no masks), planes of bands, as the encoder's own decoder gives them; tiles of `side`. */
function decoded(path: string, codec: 'jpeg' | 'webp', side: number, bands: number): Uint8Array[] {
  const { ifds, bytes } = readIfds(path)
  return ifds
    .filter(({ kind }) => (kind & 4) === 0)
    .map(({ width, height, offsets, sizes }) => {
      const planes = new Uint8Array(bands * width * height)
      const across = Math.ceil(width / side)
      const perPlane = across * Math.ceil(height / side)
      offsets.forEach((offset, slot) => {
        const { data } = decoders[codec](bytes.subarray(offset, offset + (sizes[slot] as number)))
        const [plane, tile] = [Math.floor(slot / perPlane), slot % perPlane]
        const [x0, y0] = [(tile % across) * side, Math.floor(tile / across) * side]
        const inTile = offsets.length > perPlane ? 1 : bands
        for (let band = 0; band < inTile; band++) {
          for (let y = y0; y < Math.min(height, y0 + side); y++) {
            for (let x = x0; x < Math.min(width, x0 + side); x++) {
              planes[((plane + band) * height + y) * width + x] = data[((y - y0) * side + x - x0) * 4 + band] as number
            }
          }
        }
      })
      return planes
    })
}

const smooth = (index: number): number => Math.round(127 + 120 * Math.sin((index % 300) / 37 + Math.floor(index / 300) / 23))
const holes = (index: number): boolean => Math.floor(index / 20) % 9 !== 4

describeWithPeers('tiles of JPEG and WebP', ['gdal', 'gdal-python', 'rasterio'], () => {
  const jobs: readonly (Partial<Job> & { readonly codec: 'jpeg' | 'webp'; readonly exact?: boolean })[] = [
    { codec: 'jpeg' },
    { codec: 'jpeg', bands: 3 },
    { codec: 'jpeg', bands: 3, valid: holes, options: { quality: 95 } },
    { codec: 'jpeg', bands: 2, options: { interleave: 'band' } },
    { codec: 'webp', bands: 3 },
    { codec: 'webp', bands: 3, valid: holes, options: { quality: 40 } },
    { codec: 'webp', bands: 4, exact: true, options: { lossless: true } },
    { codec: 'webp', bands: 3, exact: true, valid: holes, options: { lossless: true, mask: 'alpha' } },
    { codec: 'webp', bands: 3, valid: holes, options: { mask: 'alpha' } },
  ]

  it('read in GDAL as their own decoder reads them, level by level, and the files are valid COGs', async () => {
    for (const { codec, exact, options, ...job } of jobs) {
      const bands = job.bands ?? 1
      const written = await writeCog({
        ...{ dtype: 'uint8', height: 200, width: 300, data: smooth, ...job },
        options: { blockSize: 128, compress: codec, ...options },
      })
      const alpha = options?.mask === 'alpha'
      const [seen] = inspect(written.path)
      const label = JSON.stringify({ codec, ...options, bands })
      expect(seen?.errors, label).toEqual([])
      expect(seen?.levels.length, label).toBe(written.levels.length)
      const planes = decoded(written.path, codec, 128, bands + (alpha ? 1 : 0))
      expect(
        seen?.levels.map(({ pixels }) => pixels),
        label,
      ).toEqual(planes.map(sha256))
      expect(seen?.maskFlags, label).toContain('per_dataset')
      if (exact) {
        const plain = planes.map((all, level) => all.subarray(0, written.expected[level]?.data.length as number))
        expect(plain.map(sha256), label).toEqual(written.expected.map(({ data }) => sha256(data)))
      }
      const off = written.expected.map(({ data }, level) => {
        let sum = 0
        for (let at = 0; at < data.length; at++) sum += Math.abs(Number(data[at]) - ((planes[level] as Uint8Array)[at] as number))
        return sum / data.length
      })
      expect(Math.max(...off), label).toBeLessThan(exact ? 1e-9 : 40)
    }
  })

  it('are alike from run to run; overviews are made of the pixels, not of what tiles make of them', async () => {
    const [height, width] = [300, 260]
    const values = Uint8Array.from({ length: 3 * height * width }, (_, at) => smooth(at))
    const geobox = GeoBox.fromBounds([500000, 5000000, 502600, 5003000], { shape: { width, height } }, 'EPSG:32633')
    const array = DataArray.fromArray(values, { dims: ['band', 'y', 'x'], shape: [3, height, width], geobox })
    const write = async (name: string, options: CogWriteOptions): Promise<string> => {
      const path = join(here, name)
      await array.toCog(path, { chunks: 64, overviews: 2, workers: 0, ...options })
      return path
    }
    const one = await write('one.tif', { compress: 'jpeg' })
    const other = await write('other.tif', { compress: 'jpeg', maxMemory: '400MB' })
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true)
    const [plain, exact] = inspect(
      await write('plain.tif', { mask: 'internal' }),
      await write('webp.tif', { compress: 'webp', lossless: true }),
    )
    expect(exact?.levels).toEqual(plain?.levels)
  })
})
