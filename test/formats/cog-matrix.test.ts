import { open } from 'node:fs/promises'
import { Tiff, TiffTag } from '@cogeotiff/core'
import { fromFile } from 'geotiff'
import { afterAll, expect, it } from 'vitest'
import { validate } from '../../src/api/validate.js'
import { type Dtype, dtypes } from '../../src/base/dtype.js'
import { plainBand } from '../../src/graph/spec.js'
import { describeWithPeers } from '../peers.js'
import { cleanUp, type Job, type Level, type Written, writeCog } from './cog-driver.js'
import { readIfds } from './cog-ifds.js'
import { type Inspected, inspect, sha256 } from './cog-inspect.js'

afterAll(cleanUp)

const full = process.env.RASTERLOOM_FULL === '1'

interface Variant {
  readonly compress: 'none' | 'deflate' | 'lzw' | 'zstd'
  readonly predictor: 'none' | 2 | 3
  readonly interleave: 'pixel' | 'band'
  readonly mask: 'internal' | 'none' | 'alpha'
  readonly dtype: Dtype
  readonly blockSize: number
}

/** All variants that make sense; without RASTERLOOM_FULL a sample in which each value of each axis comes several times. */
function variants(): Variant[] {
  const all: Variant[] = []
  for (const compress of ['none', 'deflate', 'lzw', 'zstd'] as const)
    for (const predictor of ['none', 2, 3] as const)
      for (const interleave of ['pixel', 'band'] as const)
        for (const mask of ['internal', 'none', 'alpha'] as const)
          for (const dtype of Object.keys(dtypes) as Dtype[])
            for (const blockSize of [64, 128, 512, 4096]) {
              const isFloat = dtypes[dtype].kind === 'float'
              if (predictor !== 'none' && (compress === 'none' || (predictor === 3 && !isFloat))) continue
              if (mask === 'alpha' && (interleave === 'band' || (dtype !== 'uint8' && dtype !== 'uint16'))) continue
              all.push({ compress, predictor, interleave, mask, dtype, blockSize })
            }
  return full ? all : all.filter((_, at) => (at * 7919) % all.length < 28)
}

const [height, width, bands] = [150, 210, 3]

function jobOf({ dtype, mask, ...options }: Variant): Job {
  const nodata = dtypes[dtype].kind === 'float' ? -9999 : 120
  return {
    ...{ dtype, height, width, bands, options: { ...options, mask } },
    valid: (at) => (at % (height * width)) % 13 !== 5,
    spec: {
      bands: new Array(bands).fill(mask === 'none' ? { ...plainBand, nodata } : plainBand),
      attrs: {
        platform: 'sentinel-2a',
        TIFFTAG_DATETIME: '2021:06:14 10:00:00',
        domains: { IMAGERY: { ACQUISITIONDATETIME: '2021-06-14T10:00:00Z' } },
      },
    },
  }
}

/** 255 where a pixel is valid in all bands, and 0. */
function maskOf({ valid }: Level): Uint8Array {
  const plane = valid.length / bands
  return Uint8Array.from({ length: plane }, (_, at) =>
    valid[at] === 1 && valid[plane + at] === 1 && valid[2 * plane + at] === 1 ? 255 : 0,
  )
}

function sameInGdal(variant: Variant, { expected, levels }: Written, seen: Inspected, label: string): void {
  expect(seen.errors, label).toEqual([])
  expect(seen.levels.length, label).toBe(levels.length)
  const alpha = variant.mask === 'alpha'
  expect(seen.bands, label).toBe(bands + (alpha ? 1 : 0))
  expected.forEach((level, at) => {
    const most = { uint8: 255, uint16: 65535 }[variant.dtype as 'uint8']
    const pixels = alpha ? withAlpha(level, most) : level.data
    expect(seen.levels[at]?.pixels, `${label}: level ${at}`).toBe(sha256(pixels))
    expect(seen.levels[at]?.mask, `${label}: mask of level ${at}`).toBe(sha256(maskOf(level)))
  })
  expect(seen.epsg).toBe(32633)
  expect(seen.transform).toEqual([10, 0, 500000, 0, -10, 5100000])
  expect(seen.tags).toMatchObject({ platform: 'sentinel-2a', TIFFTAG_DATETIME: '2021:06:14 10:00:00' })
  const { kind, bytes } = dtypes[variant.dtype]
  const nodata = kind === 'float' ? '-9999.0' : bytes === 8 ? '120' : '120.0'
  expect(seen.nodata).toBe(variant.mask === 'none' ? nodata : 'None')
}

function withAlpha(level: Level, most: number): Uint8Array | Uint16Array {
  const make = most === 255 ? Uint8Array : Uint16Array
  const out = new make(level.data.length + level.data.length / bands)
  out.set(level.data as Uint8Array)
  out.set(
    maskOf(level).map((value) => (value === 0 ? 0 : 255)),
    level.data.length,
  )
  if (most > 255) for (let at = level.data.length; at < out.length; at++) if (out[at] === 255) out[at] = most
  return out
}

/** geotiff.js: pixels and masks of all levels, nodata, CRS, affine. Integers of 64 bits it does not read, nor predictor 2 of floats of 64. */
async function sameInGeotiffJs({ dtype, mask, predictor }: Variant, { path, expected }: Written, label: string): Promise<void> {
  if (/int64/.test(dtype) || (dtype === 'float64' && predictor === 2)) return
  const tiff = await fromFile(path)
  const images = await Promise.all(Array.from({ length: await tiff.getImageCount() }, (_, at) => tiff.getImage(at)))
  const kind = (image: (typeof images)[number]): number => Number(image.getFileDirectory().getValue('NewSubfileType') ?? 0)
  const pictures = images.filter((image) => (kind(image) & 4) === 0)
  const masks = images.filter((image) => (kind(image) & 4) !== 0)
  expect(pictures.length, label).toBe(expected.length)
  for (const [at, level] of expected.entries()) {
    const planes = (await pictures[at]?.readRasters()) as unknown as Level['data'][]
    const plane = level.data.length / bands
    for (let band = 0; band < bands; band++) {
      expect(sha256(planes[band] as Uint8Array), `${label}: geotiff.js, level ${at}`).toBe(
        sha256(level.data.slice(band * plane, (band + 1) * plane)),
      )
    }
    if (mask === 'internal') {
      const bits = (await masks[at]?.readRasters()) as unknown as Uint8Array[] | undefined
      expect(sha256(Uint8Array.from(bits?.[0] ?? [], (bit) => (bit === 0 ? 0 : 255))), `${label}: mask`).toBe(sha256(maskOf(level)))
    }
  }
  const base = pictures[0]
  expect(base?.getOrigin().slice(0, 2)).toEqual([500000, 5100000])
  expect(base?.getGeoKeys()?.ProjectedCSTypeGeoKey).toBe(32633)
  expect(base?.getGDALNoData()).toBe(mask === 'none' ? (dtypes[dtype].kind === 'float' ? -9999 : 120) : null)
  tiff.close()
}

/** @cogeotiff/core: levels, the bytes of their tiles, CRS, bounds, nodata. */
async function sameInCogeotiff({ mask, dtype }: Variant, { path, levels }: Written, label: string): Promise<void> {
  const file = await open(path)
  const { size } = await file.stat()
  const fetch = async (offset: number, length = size - offset): Promise<ArrayBuffer> => {
    const bytes = new Uint8Array(Math.min(length, size - offset))
    await file.read(bytes, 0, bytes.length, offset)
    return bytes.buffer
  }
  const tiff = await Tiff.create({ url: new URL(`file://${path}`), fetch, metadata: { size } })
  const images = tiff.images.filter((image) => ((image.value(TiffTag.SubFileType) ?? 0) & 4) === 0)
  expect(
    images.map((image) => image.size),
    label,
  ).toEqual(levels.map(({ spec: { shape } }) => ({ width: shape.at(-1), height: shape.at(-2) })))
  expect(images[0]?.epsg).toBe(32633)
  expect(images[0]?.bbox).toEqual([500000, 5100000 - 10 * height, 500000 + 10 * width, 5100000])
  expect(images[0]?.noData).toBe(mask === 'none' ? (dtypes[dtype].kind === 'float' ? -9999 : 120) : null)
  const { ifds, bytes } = readIfds(path)
  const directories = ifds.filter(({ kind }) => (kind & 4) === 0)
  for (const [at, image] of images.entries()) {
    const tile = await image.getTile(0, 0)
    const [offset = 0, length = 0] = [directories[at]?.offsets[0], directories[at]?.sizes[0]]
    expect(sha256(new Uint8Array(tile?.bytes ?? new ArrayBuffer(0))), `${label}: tile of level ${at}`).toBe(
      sha256(bytes.subarray(offset, offset + length)),
    )
  }
  await file.close()
}

describeWithPeers('a COG opens alike in GDAL, rasterio, geotiff.js and @cogeotiff/core', ['gdal', 'gdal-python', 'rasterio'], () => {
  it(`codec x predictor x interleave x mask x dtype x tile size${full ? '' : ' (a sample)'}`, async () => {
    const all = variants()
    for (let from = 0; from < all.length; from += 64) {
      const some = all.slice(from, from + 64)
      const written: Written[] = []
      for (const variant of some) written.push(await writeCog(jobOf(variant)))
      const seen = inspect(...written.map(({ path }) => path))
      for (const [at, variant] of some.entries()) {
        const [file, label] = [written[at] as Written, JSON.stringify(variant)]
        sameInGdal(variant, file, seen[at] as Inspected, label)
        expect((await validate(file.path, { strict: true })).warnings, label).toEqual([])
        await sameInGeotiffJs(variant, file, label)
        await sameInCogeotiff(variant, file, label)
      }
    }
  }, 1_200_000)
})
