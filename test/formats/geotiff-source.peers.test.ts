import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { viewOf } from '../../src/base/dtype.js'
import { SourceError } from '../../src/base/errors.js'
import { geotiffSource } from '../../src/formats/geotiff/source.js'
import type { ArraySpec } from '../../src/graph/spec.js'
import { testKit } from '../kit.js'
import { dataDir, describeWithPeers, python } from '../peers.js'
import { openReader, type TestReader } from '../read-window.js'

/** What GDAL says of one band. */
interface GdalBand {
  readonly alpha: boolean
  readonly nodata: string | null
  readonly scale: number | null
  readonly offset: number | null
  readonly unit: string
  readonly description: string
  readonly palette: boolean
}

/** What GDAL says of one file; see geotiff-dump.py. */
interface GdalRecord {
  readonly error?: string
  readonly width: number
  readonly height: number
  readonly windows: readonly (readonly [x: number, y: number, width: number, height: number])[]
  readonly dtype: string
  readonly transform: readonly number[] | null
  readonly epsg: string | null
  readonly maskFlags: number
  readonly overviews: readonly (readonly number[])[]
  readonly metadata: Readonly<Record<string, string>>
  readonly bands: readonly GdalBand[]
}

/** Files that cannot be read, and the words of the error that says so. */
const refused: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/rasterio\/corrupt/, 'it is truncated'],
  [/lzw_corrupted/, 'the LZW stream'],
  [/missing_tilebytecounts/, 'corrupt or cut short'],
  [/ossfuzz_470691578/, 'corrupt or cut short'],
  [/unsupported_codec_jp2000/, 'JPEG 2000 (34712)'],
  [/unsupported_codec_unknown/, 'compressed with 44510'],
]

/** A chunk of this one takes 2 GiB. */
const tooLarge = /huge_raster_with_ovr/
const uint32Alpha = /greyalpha_uint(32|64)/
const kit = testKit(256)
let folder = ''
let files: string[] = []
let records: GdalRecord[] = []

describeWithPeers('GeoTIFFs of other programs, against GDAL', ['data', 'gdal-python'], () => {
  beforeAll(() => {
    const root = join(dataDir, 'geotiff')
    files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tiff?$/i.test(name))
      .sort()
      .map((name) => join(root, name))
    folder = mkdtempSync(join(tmpdir(), 'rasterloom-gdal-'))
    writeFileSync(join(folder, 'list.json'), JSON.stringify(files))
    execFileSync(python, [fileURLToPath(new URL('geotiff-dump.py', import.meta.url)), folder, join(folder, 'list.json')], {
      stdio: 'ignore',
    })
    records = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as GdalRecord[]
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('every supported file has the pixels, validity and description that GDAL gives', async () => {
    let checked = 0
    for (const [index, path] of files.entries()) {
      if (tooLarge.test(path) || refused.some(([pattern]) => pattern.test(path))) continue
      const reader = await openReader(geotiffSource, path, {}, undefined, kit)
      const record = records[index] as GdalRecord
      expect(record.error, path).toBe(undefined)
      expectDescription(reader.opened.spec, record, path)
      expect(reader.opened.levels, path).toEqual(record.overviews.map(([width, height]) => ({ width, height })))
      await expectPixels(reader, record, index, path)
      await reader.close()
      checked++
    }
    expect(checked).toBeGreaterThan(170)
  })

  it('every other file is refused with an error that names it and says why', async () => {
    const seen = new Set<RegExp>()
    for (const path of files) {
      const entry = refused.find(([pattern]) => pattern.test(path))
      if (entry === undefined) continue
      seen.add(entry[0])
      const failure = await readAnything(path)
      expect(failure, path).toBeInstanceOf(SourceError)
      expect((failure as SourceError).message).toContain(path)
      expect((failure as SourceError).message).toContain(entry[1])
    }
    expect(seen.size).toBe(refused.length)
  })

  it('overviews have the pixels that GDAL gives for them', async () => {
    const path = join(dataDir, 'geotiff/geotiff-test-data/bremen_sea_ice_conc_2022_9_9.tif')
    for (const level of [1, 3]) {
      const reader = await openReader(geotiffSource, path, { level }, undefined, kit)
      const [, height, width] = reader.opened.spec.shape as [number, number, number]
      const script = `from osgeo import gdal; import sys; d = gdal.Open(sys.argv[1]); o = d.GetRasterBand(1).GetOverview(${level - 1}); sys.stdout.buffer.write(o.ReadAsArray().tobytes())`
      const bytes = execFileSync(python, ['-c', script, path], { maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] })
      const got = await reader.read({ start: [0, 0, 0], stop: [1, height, width] })
      expect(Buffer.compare(Buffer.from(got.data.buffer), bytes)).toBe(0)
      const base = await openReader(geotiffSource, path, {}, undefined, kit)
      expect(extentOf(reader.opened.spec)).toEqual(extentOf(base.opened.spec))
      await reader.close()
    }
  })
})

function extentOf({ geobox }: ArraySpec): number[] {
  if (geobox === null) return []
  const { affine, width, height } = geobox
  return [affine.c, affine.f, affine.a * width, affine.e * height].map(Math.round)
}

/** Opens and reads one pixel; answers what is thrown. */
async function readAnything(path: string): Promise<unknown> {
  let reader: TestReader | undefined
  try {
    reader = await openReader(geotiffSource, path, {}, undefined, kit)
    await reader.read({ start: [0, 0, 0], stop: [1, 1, 1] })
    return null
  } catch (error) {
    return error
  } finally {
    await reader?.close()
  }
}

function expectDescription(spec: ArraySpec, record: GdalRecord, path: string): void {
  const bands = record.bands.filter(({ alpha }) => !alpha)
  expect(spec.dims, path).toEqual(['band', 'y', 'x'])
  expect(spec.shape, path).toEqual([bands.length, record.height, record.width])
  expect(spec.dtype, path).toBe(record.dtype)
  const [c, a, b, f, d, e] = (record.transform ?? [0, 1, 0, 0, 0, 1]) as [number, number, number, number, number, number]
  const affine = spec.geobox?.affine
  for (const [name, value] of Object.entries({ a, b, c, d, e, f })) {
    expect(Math.abs((affine?.[name as 'a'] ?? Number.NaN) - value), `${path}: affine ${name}`).toBeLessThanOrEqual(Math.abs(value) * 1e-14)
  }
  // Where GDAL itself names an EPSG code, so do we; other CRSs are the business of test/geo.
  if (record.epsg !== null && !/buggy_sentinel1/.test(path)) expect(spec.geobox?.crs?.epsg, path).toBe(Number(record.epsg))
  bands.forEach((band, index) => {
    const ours = spec.bands[index]
    // Of complex pixels the mask says it.
    const wanted = /complex|cint/.test(path) ? null : band.nodata
    expect(String(ours?.nodata).toLowerCase(), path).toBe(wanted === null ? 'null' : String(Number(wanted)).toLowerCase())
    expect([ours?.scale, ours?.offset], path).toEqual([band.scale ?? 1, band.offset ?? 0])
    // GDAL also takes a unit from a vertical CRS.
    if (ours?.unit !== null || band.unit !== 'metre') expect(ours?.unit ?? '', path).toBe(band.unit)
    expect(ours?.description ?? '', path).toBe(band.description)
  })
  expect(spec.categorical, path).toBe(record.bands.some(({ palette }) => palette))
  for (const [key, value] of Object.entries(record.metadata)) {
    if (!/^TIFFTAG_.*RESOLUTION/.test(key) && value !== '') expect(spec.attrs[key], `${path}: ${key}`).toBe(value)
  }
}

async function expectPixels(reader: TestReader, record: GdalRecord, index: number, path: string): Promise<void> {
  const { spec } = reader.opened
  const pixels = readFileSync(join(folder, `${index}.pixels`))
  const masks = readFileSync(join(folder, `${index}.masks`))
  let at = 0
  let maskAt = 0
  for (const [x, y, width, height] of record.windows) {
    const size = width * height
    const got = await reader.read({ start: [0, y, x], stop: [spec.shape[0] as number, y + height, x + width] })
    const bytes = got.data.BYTES_PER_ELEMENT
    let ours = 0
    record.bands.forEach((band, number) => {
      if (band.alpha) return
      const raw = new Uint8Array(pixels.subarray(at + number * size * bytes, at + (number + 1) * size * bytes))
      const expected = viewOf(spec.dtype, raw.buffer, 0, size)
      const mask = masks.subarray(maskAt + number * size, maskAt + (number + 1) * size)
      for (let i = 0; i < size; i++) {
        const [value, wanted] = [got.data[ours * size + i], expected[i]]
        if (value !== wanted && (value === value || wanted === wanted))
          expect.fail(`${path}: ${value} where GDAL has ${wanted}, band ${number} at ${i}`)
        // GDAL takes no alpha of 32 or 64 bits for a mask.
        if (uint32Alpha.test(path)) continue
        const valid = mask[i] === 1 && wanted === wanted ? 1 : 0
        if (got.valid[ours * size + i] !== valid)
          expect.fail(`${path}: validity ${got.valid[ours * size + i]}, GDAL says ${valid}, band ${number} at ${i}`)
      }
      ours++
    })
    at += size * bytes * record.bands.length
    maskAt += size * record.bands.length
  }
}
