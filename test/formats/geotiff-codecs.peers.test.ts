import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { viewOf } from '../../src/base/dtype.js'
import { geotiffSource } from '../../src/formats/geotiff/source.js'
import { scratchDirectory } from '../cli/command.js'
import { testKit } from '../kit.js'
import { describeWithPeers, python } from '../peers.js'
import { openReader, type TestReader } from '../read-window.js'
import { tiffBytes } from './tiff-bytes.js'

/** What GDAL says of one file; see geotiff-dump.py. */
interface GdalRecord {
  readonly error?: string
  readonly width: number
  readonly height: number
  readonly dtype: string
  readonly bands: readonly { readonly alpha: boolean }[]
}

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const kit = testKit(64)
let folder = ''
let names: string[] = []
let records: GdalRecord[] = []

describeWithPeers('GeoTIFFs of many codecs and sample types, against GDAL', ['gdal-python'], () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rasterloom-codecs-'))
    names = JSON.parse(execFileSync(python, [script('geotiff-codecs-make.py'), folder], { encoding: 'utf8' })) as string[]
    writeFileSync(join(folder, 'list.json'), JSON.stringify(names.map((name) => join(folder, name))))
    execFileSync(python, [script('geotiff-dump.py'), folder, join(folder, 'list.json')], { stdio: 'ignore' })
    records = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as GdalRecord[]
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const families: Readonly<Record<string, readonly [RegExp, number]>> = {
    'JPEG by libjpeg, strips and tiles, 1 to 5 bands, RGB and YCbCr, with and without tables and masks': [/^jpeg/, 20],
    'JPEG of every subsampling, restart markers and scans, by a writer of its own': [/^hand/, 22],
    'WebP, lossless and lossy, with and without alpha': [/^webp/, 8],
    'LERC, alone and compressed once more, all types, NaN and alpha as masks': [/^LERC/, 60],
    'LZMA, with and without predictors, all types': [/^LZMA/, 30],
    'complex of all widths, both byte orders, predictors, sparse and with nodata': [/^c(int|float)/, 50],
    'floats and integers of 24 bits': [/24_/, 6],
  }
  for (const [family, [pattern, least]] of Object.entries(families)) {
    it(family, { timeout: 30_000 }, async () => {
      let checked = 0
      for (const [index, name] of names.entries()) {
        if (!pattern.test(name)) continue
        const reader = await openReader(geotiffSource, join(folder, name), {}, undefined, kit)
        await expectSame(reader, index, name)
        await reader.close()
        checked++
      }
      expect(checked).toBeGreaterThanOrEqual(least)
    })
  }

  it('complex bands are told apart by name, and one part can be read alone', async () => {
    const one = await openReader(geotiffSource, join(folder, 'cint16_tiles_LITTLE_NONE.tif'), {}, undefined, kit)
    expect(one.opened.spec.coords.band).toEqual({ kind: 'inline', labels: ['real', 'imaginary'] })
    const path = join(folder, 'cint16_separate_BIG_DEFLATE.tif')
    const all = await openReader(geotiffSource, path, {}, undefined, kit)
    expect(all.opened.spec.coords.band).toEqual({
      kind: 'inline',
      labels: ['band 1 real', 'band 1 imaginary', 'band 2 real', 'band 2 imaginary'],
    })
    const some = await openReader(geotiffSource, path, { bands: [4, 1] }, undefined, kit)
    const whole = await all.read({ start: [0, 0, 0], stop: [4, 61, 75] })
    const part = await some.read({ start: [0, 0, 0], stop: [2, 61, 75] })
    const size = 61 * 75
    expect(part.data.subarray(0, size)).toEqual(whole.data.subarray(3 * size))
    expect(part.data.subarray(size)).toEqual(whole.data.subarray(0, size))
    for (const reader of [one, all, some]) await reader.close()
  })
})

/** Every pixel as GDAL has it, bit for bit but for the payload of NaN, and its validity. */
async function expectSame(reader: TestReader, index: number, name: string): Promise<void> {
  const { spec } = reader.opened
  const record = records[index] as GdalRecord
  expect(record.error, name).toBe(undefined)
  const ours = record.bands.flatMap(({ alpha }, band) => (alpha ? [] : [band]))
  const { width, height } = record
  expect([spec.dtype, ...spec.shape], name).toEqual([record.dtype, ours.length, height, width])
  const size = width * height
  const got = await reader.read({ start: [0, 0, 0], stop: [ours.length, height, width] })
  const masks = readFileSync(join(folder, `${index}.masks`))
  const pixels = new Uint8Array(readFileSync(join(folder, `${index}.pixels`)))
  const all = viewOf(spec.dtype, pixels.buffer, 0, pixels.length / got.data.BYTES_PER_ELEMENT)
  ours.forEach((band, at) => {
    for (let pixel = 0; pixel < size; pixel++) {
      const [value, wanted] = [got.data[at * size + pixel], all[band * size + pixel]]
      if (!Object.is(value, wanted)) expect.fail(`${name}: ${value} where GDAL has ${wanted}, band ${band} at ${pixel}`)
      const valid = masks[band * size + pixel] === 1 && wanted === wanted ? 1 : 0
      if (got.valid[at * size + pixel] !== valid) expect.fail(`${name}: validity is not ${valid}, band ${band} at ${pixel}`)
    }
  })
}

describeWithPeers('bytes whose bits stand in reverse (FillOrder 2), against GDAL', ['gdal-python'], () => {
  const directory = scratchDirectory()
  it.each([1, 8] as const)('compression %i', async (compression) => {
    const pixels = Uint8Array.from({ length: 40 * 30 }, (_, at) => (at * 7) % 251)
    const image = { width: 40, height: 30, dtype: 'uint8', pixels, compression, tags: [[266, 'short', [2]]] } as const
    const bytes = tiffBytes([image])
    const stored = compression === 1 ? pixels : new Uint8Array(deflateSync(pixels))
    const start = Buffer.from(bytes).indexOf(stored)
    expect(start).toBeGreaterThan(0)
    for (let at = start; at < start + stored.length; at++) {
      bytes[at] = Number.parseInt(
        Array.from((bytes[at] as number).toString(2).padStart(8, '0'))
          .reverse()
          .join(''),
        2,
      )
    }
    const path = join(directory, `reversed${compression}.tif`)
    writeFileSync(path, bytes)
    const script = 'import sys; from osgeo import gdal; sys.stdout.buffer.write(gdal.Open(sys.argv[1]).ReadAsArray().tobytes())'
    const gdal = execFileSync(python, ['-c', script, path], { stdio: ['ignore', 'pipe', 'ignore'] })
    expect(Buffer.compare(gdal, pixels)).toBe(0)
    const reader = await openReader(geotiffSource, path, {}, undefined, kit)
    const { data } = await reader.read({ start: [0, 0, 0], stop: [1, 30, 40] })
    expect(data).toEqual(pixels)
    await reader.close()
  })
})
