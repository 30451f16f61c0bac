import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Json } from '../../src/base/json.js'
import { layoutCog } from '../../src/formats/geotiff/cog-layout.js'
import { cogSink } from '../../src/formats/geotiff/sink.js'
import { geotiffSource } from '../../src/formats/geotiff/source.js'
import { type ArraySpec, plainBand } from '../../src/graph/spec.js'
import { openBytes } from '../../src/io/open-bytes.js'
import { testKit } from '../kit.js'
import { cleanUp, type Job, specOf, utm33, writeCog } from './cog-driver.js'
import { readIfds } from './cog-ifds.js'
import { sha256 } from './cog-inspect.js'

const job: Job = { dtype: 'uint8', height: 600, width: 700 }
const withNodata = (nodata: number | string): Partial<ArraySpec> => ({ bands: [{ ...plainBand, nodata }] })
const temporary = mkdtempSync(join(tmpdir(), 'cog-'))

afterAll(() => {
  cleanUp()
  rmSync(temporary, { recursive: true, force: true })
})

describe('layout', () => {
  it('one band with nodata: a ghost of 140 bytes, the first directory at 192, one overview', async () => {
    const { path } = await writeCog({ ...job, spec: withNodata(7) })
    const file = readIfds(path)
    expect(file.text.slice(8, 51)).toBe('GDAL_STRUCTURAL_METADATA_SIZE=000140 bytes\n')
    expect(file.text.slice(51, 191)).toMatch(/^LAYOUT=IFDS_BEFORE_DATA\n[\s\S]*KNOWN_INCOMPATIBLE_EDITION=NO\n $/)
    expect(file.ifds.map(({ offset, kind, width, height }) => ({ offset, kind, width, height }))).toEqual([
      { offset: 192, kind: 0, width: 700, height: 600 },
      { offset: expect.any(Number), kind: 1, width: 350, height: 300 },
    ])
  })

  it('three bands with a mask: the first directory at 226; image, mask, overviews, their masks', async () => {
    const file = readIfds((await writeCog({ ...job, width: 900, height: 700, bands: 3, options: { blockSize: 256 } })).path)
    expect(file.text.slice(8, 51)).toBe('GDAL_STRUCTURAL_METADATA_SIZE=000174 bytes\n')
    expect(file.ifds[0]?.offset).toBe(226)
    expect(file.ifds.map(({ kind, width }) => `${kind}:${width}`)).toEqual(['0:900', '4:900', '1:450', '1:225', '5:450', '5:225'])
  })

  it('513 x 300 has one overview of 256 x 150, and BigTIFF begins at 200', async () => {
    const file = readIfds((await writeCog({ ...job, width: 513, height: 300, spec: withNodata(7), options: { bigtiff: 'yes' } })).path)
    expect(file.ifds.map(({ offset, width, height }) => [offset, width, height])).toEqual([
      [200, 513, 300],
      [expect.any(Number), 256, 150],
    ])
  })

  it('puts the smallest overview first, tiles row by row, each between its size and its last bytes, its mask behind it', async () => {
    const { path } = await writeCog({ ...job, options: { blockSize: 128 } })
    const { ifds, bytes } = readIfds(path)
    const view = new DataView(bytes.buffer)
    const images = ifds.filter(({ kind }) => (kind & 4) === 0).reverse()
    let at = images[0]?.offsets[0] as number
    for (const image of images) {
      const mask = ifds.find(({ kind, width }) => (kind & 4) !== 0 && width === image.width)
      image.offsets.forEach((offset, tile) => {
        for (const [begin, size] of [
          [offset, image.sizes[tile] as number],
          [mask?.offsets[tile] as number, mask?.sizes[tile] as number],
        ] as const) {
          expect(begin).toBe(at)
          expect(view.getUint32(begin - 4, true)).toBe(size)
          expect(view.getUint32(begin + size, true)).toBe(view.getUint32(begin + size - 4, true))
          at += size + 8
        }
      })
    }
    expect(at - 4).toBe(bytes.length)
    expect(Math.max(...ifds.map(({ offset }) => offset))).toBeLessThan(images[0]?.offsets[0] as number)
  })

  it('takes offsets of 64 bits when the exact size needs them', () => {
    const spec = specOf({ dtype: 'uint8', height: 128, width: 64, spec: withNodata(7) })
    const layoutOf = (bigtiff: string, length: number) => {
      const options = cogSink.parse({ blockSize: 64, overviews: 'none', bigtiff }, spec)
      const image = { count: 2, at: (slot: number) => ({ spool: 't', offset: 4 + slot * (length + 8), length }) }
      return layoutCog('big.tif', cogSink.levels(spec, options), options, [{ image, mask: null }], { metadata: {}, statistics: [] })
    }
    const room = 2 ** 32 - 1 - (layoutOf('auto', 1).totalBytes - 2)
    expect(layoutOf('auto', Math.floor(room / 2)).head[2]).toBe(42)
    expect(layoutOf('auto', Math.floor(room / 2) + 1).head[2]).toBe(43)
    const { head, pieces, totalBytes } = layoutOf('auto', 2 ** 32)
    const places = new BigUint64Array(head.slice(head.length - 32).buffer)
    expect([...places]).toEqual([BigInt(head.length) + 4n, BigInt(head.length) + 12n + 2n ** 32n, 2n ** 32n, 2n ** 32n])
    expect([...pieces()].map(({ offset, length }) => [offset, length])).toEqual([
      [0, 2 ** 32 + 8],
      [2 ** 32 + 8, 2 ** 32 + 8],
    ])
    expect(totalBytes).toBe(head.length + 2 * (2 ** 32 + 8))
  })

  it('has no ghost area where bands lie in planes', async () => {
    const file = readIfds((await writeCog({ ...job, bands: 2, options: { interleave: 'band' } })).path)
    expect(file.ifds[0]?.offset).toBe(8)
  })

  it('is the same whoever wrote which tile, in whatever order', async () => {
    for (const interleave of ['pixel', 'band']) {
      const one: Job = {
        dtype: 'int16',
        height: 300,
        width: 260,
        bands: 2,
        options: { blockSize: 64, interleave },
        valid: (index) => index % 5 > 0,
      }
      const hashes: string[] = []
      for (const threads of [1, 2, 3, 5]) {
        const order: Job['shuffle'] = (list) =>
          [...list].sort((a, b) => ((a.chunk * 7 + a.level) % threads) - ((b.chunk * 7 + b.level) % threads))
        hashes.push(sha256(readFileSync((await writeCog({ ...one, threads, shuffle: order })).path)))
      }
      expect(new Set(hashes).size).toBe(1)
    }
  })

  it('an array that fits one tile has a tile no larger than it needs', async () => {
    const { path } = await writeCog({ dtype: 'float64', height: 1, width: 17, options: { compress: 'none' } })
    expect(statSync(path).size).toBeLessThan(32 * 32 * 8 + 2000)
  })
})

describe('read back by our source', () => {
  it('an array is what it was: grid, bands, classes, attributes, levels', async () => {
    const bands = [
      { nodata: 3, scale: 0.5, offset: -2, unit: 'K', description: 'a & b' },
      { nodata: 3, scale: 1, offset: 0, unit: null, description: null },
    ]
    const affine = { a: 8, b: 3, c: 1060, d: 2.5, e: -9, f: 1960 }
    for (const area of ['Area', 'Point']) {
      const attrs = { AREA_OR_POINT: area, platform: 'S2 <B>' }
      const geobox = { width: 200, height: 150, affine, crs: utm33 }
      const spec = { bands, attrs, geobox }
      const { path } = await writeCog({ dtype: 'uint16', height: 150, width: 200, bands: 2, spec, options: { blockSize: 64 } })
      const opened = await geotiffSource.open(path, {}, openBytes)
      expect(opened.spec).toMatchObject({ bands, attrs, shape: [2, 150, 200], dtype: 'uint16', categorical: false })
      expect(opened.spec.geobox).toMatchObject({ width: 200, height: 150, affine })
      expect(opened.spec.geobox?.crs?.epsg).toBe(32633)
      expect(opened.levels).toEqual([
        { width: 100, height: 75, resampling: 'average' },
        { width: 50, height: 37, resampling: 'average' },
      ])
    }
  })

  it('a recipe is not taken for an attribute of the pixels, nor a palette lost', async () => {
    const attrs = {
      color_table: [
        [1, 2, 3],
        [255, 0, 7],
      ],
      RASTERLOOM_RECIPE_HASH: 'of the input',
    }
    const { path } = await writeCog({ ...job, spec: { categorical: true, attrs }, metadata: { recipe: { nodes: [] }, hash: 'own' } })
    const { spec } = await geotiffSource.open(path, {}, openBytes)
    expect(spec.categorical).toBe(true)
    expect((spec.attrs.color_table as Json[]).slice(0, 3)).toEqual([...attrs.color_table, [0, 0, 0]])
    expect(spec.attrs.RASTERLOOM_RECIPE_HASH).toBe('own')
  })
})

describe('options', () => {
  const parse = (options: Json, extra: Partial<Job> = {}) => cogSink.parse(options, specOf({ ...job, ...extra }))

  it('has defaults that depend on the array alone', () => {
    expect(parse({})).toEqual({
      compress: 'deflate',
      level: null,
      quality: null,
      lossless: false,
      predictor: 2,
      blockSize: 512,
      interleave: 'pixel',
      overviews: 'auto',
      overviewResampling: 'average',
      overviewSource: 'native',
      mask: 'internal',
      bigtiff: 'auto',
      sparse: false,
      statistics: 0,
    })
    expect(parse({}, { dtype: 'float32' })).toMatchObject({ predictor: 3, mask: 'none' })
    expect(parse({}, { spec: withNodata(0) })).toMatchObject({ mask: 'none' })
    expect(parse({}, { spec: withNodata(-1) })).toMatchObject({ mask: 'internal' })
    expect(parse({}, { spec: { categorical: true } })).toMatchObject({ predictor: 'none', overviewResampling: 'mode' })
    expect(parse({ compress: 'none' })).toMatchObject({ predictor: 'none' })
    expect(parse(null)).toEqual(parse({}))
  })

  it.each([
    [{ comprss: 'lzw' }, /"comprss" is not an option of a COG: there are compress, level/],
    [{ compress: 'gif' }, /compress "gif" is not known for a COG: use "deflate", "none", "lzw", "zstd"/],
    [{ compress: 'deflate', maxZError: 1 }, /maxZError is for compress 'lerc'/],
    [{ compress: 'lerc', maxZError: -1 }, /maxZError -1 makes no sense/],
    [{ compress: 'webp' }, /compress 'webp' is for 3 or 4 bands, a pixel has 1/],
    [{ compress: 'jpeg', mask: 'alpha' }, /mask 'alpha' does not go with compress 'jpeg'/],
    [{ mask: 'alpha', compress: 'jpeg' }, /mask 'alpha' does not go/],
    [{ compress: 'jpeg', level: 3 }, /compress 'jpeg' has no levels.*give a quality instead/],
    [{ quality: 80 }, /compress 'deflate' has no quality/],
    [{ compress: 'webp', quality: 0 }, /quality 0/],
    [{ lossless: true }, /lossless is for compress 'webp'/],
    [{ compress: 'jpeg', predictor: 2 }, /predictor 2 does not go with compress 'jpeg'/],
    [{ level: 10 }, /level 10 .* from 1 to 9/],
    [{ level: 3, compress: 'lzw' }, /compress 'lzw' has no levels/],
    [{ predictor: 3 }, /predictor 3 is for floats, the array is uint8: use predictor 2/],
    [{ predictor: 2, compress: 'none' }, /predictor 2 needs compression/],
    [{ blockSize: 100 }, /blockSize 100 .* multiple of 16 from 64 to 4096/],
    [{ overviews: -1 }, /overviews -1/],
    [{ mask: true }, /mask true/],
    [[], /not an object/],
  ] as const)('rejects %j', (options, message) => {
    expect(() => parse(options as Json)).toThrow(expect.objectContaining({ code: 'E_USAGE', message: expect.stringMatching(message) }))
  })

  it('rejects what a TIFF cannot hold, and says what to do', () => {
    const series = { ...specOf(job), dims: ['time', 'y', 'x'], shape: [2, 600, 700] }
    expect(() => cogSink.parse({}, series)).toThrow(/not \[time, y, x\]: select along the other dims first, or write to Zarr/)
    const differing = {
      bands: 2,
      spec: {
        bands: [
          { ...plainBand, nodata: 0 },
          { ...plainBand, nodata: 255 },
        ],
      },
    }
    expect(() => parse({}, differing)).toThrow(/different nodata values \(0, 255\).*mask 'internal', or write to Zarr/)
    expect(parse({ mask: 'internal' }, differing)).toMatchObject({ mask: 'internal' })
    expect(() => parse({ blockSize: 4096 }, { bands: 300 })).toThrow(/use a smaller blockSize or interleave 'band'/)
  })

  it('stores the declared nodata, else NaN in floats, else nothing', () => {
    const stored = (options: Json, extra: Partial<Job>) => cogSink.storedNodata(specOf({ ...job, ...extra }), parse(options, extra), false)
    expect(stored({}, { spec: withNodata(7) })).toEqual([7])
    expect(stored({}, { dtype: 'float32' })).toEqual(['NaN'])
    expect(stored({}, {})).toEqual([null])
    expect(stored({ mask: 'none' }, {})).toEqual([null])
    expect(stored({ mask: 'internal' }, { spec: withNodata(7) })).toEqual([null])
    const one = { bands: 2, spec: { bands: [plainBand, { ...plainBand, nodata: 3 }] } }
    expect(stored({}, one)).toEqual([3, 3])
  })
})

describe('levels', () => {
  const sizes = (width: number, height: number, options: Json = {}) => {
    const spec = specOf({ ...job, width, height })
    return cogSink.levels(spec, cogSink.parse(options, spec)).map((level) => level.spec.shape.toReversed().join('x'))
  }

  it('halve, rounded down, until both sides fit a tile', () => {
    expect(sizes(1025, 1023)).toEqual(['1025x1023', '512x511'])
    expect(sizes(2049, 700)).toEqual(['2049x700', '1024x350', '512x175'])
    expect(sizes(1537, 5)).toEqual(['1537x5', '768x2', '384x1'])
    expect(sizes(512, 512)).toEqual(['512x512'])
    expect(sizes(100, 100, { overviews: 2 })).toEqual(['100x100', '50x50', '25x25'])
    expect(sizes(3, 2, { overviews: 9 })).toEqual(['3x2', '1x1'])
    expect(sizes(5000, 5000, { overviews: 'none' })).toEqual(['5000x5000'])
  })

  it('span the same ground, in chunks that are tiles', () => {
    const spec = specOf({ ...job, width: 1025, height: 1023, bands: 3 })
    const levels = cogSink.levels(spec, cogSink.parse({}, spec))
    expect(levels[0]?.made).toBeNull()
    expect(levels[1]?.made).toEqual({ input: 0, op: 'overview', version: 1, params: { width: 512, height: 511, kernel: 'average' } })
    expect(levels.map((level) => level.spec.chunks.chunk)).toEqual([
      [3, 512, 512],
      [3, 511, 512],
    ])
    const { a, e, c, f } = levels[1]?.spec.geobox?.affine ?? { a: 0, e: 0, c: 0, f: 0 }
    expect(c + a * 512).toBeCloseTo(500000 + 10250, 6)
    expect(f + e * 511).toBeCloseTo(5100000 - 10230, 6)
    const planar = cogSink.levels(spec, cogSink.parse({ interleave: 'band' }, spec))
    expect(planar[0]?.spec.chunks.chunk).toEqual([1, 512, 512])
  })
})

describe('failures', () => {
  const begin = async (target: string, scratch = join(temporary, 'scratch')) => {
    const spec = specOf({ dtype: 'uint8', height: 20, width: 20 })
    const options = cogSink.parse({}, spec)
    const levels = cogSink.levels(spec, options)
    const place = { target, scratch, threadName: 't' }
    await cogSink.begin(place, levels, options)
    return { place, levels, options }
  }

  it('a directory that is missing, or that stands at the name, is told before the work', async () => {
    const missing = join(temporary, 'no', 'out.tif')
    await expect(begin(missing)).rejects.toMatchObject({
      code: 'E_OUTPUT',
      message: expect.stringContaining(`${missing}: a directory on the way is missing`),
    })
    await expect(begin(temporary)).rejects.toMatchObject({
      code: 'E_OUTPUT',
      message: expect.stringMatching(/is a directory; give the name of a file/),
    })
  })

  it.skipIf(process.platform !== 'linux')('a disk that is full names the output and what to do', async () => {
    const scratch = join(temporary, 'full')
    const { place, levels, options } = await begin(join(temporary, 'full.tif'), scratch)
    symlinkSync('/dev/full', join(scratch, 't.spool'))
    const writer = await cogSink.attach(place, levels, options)
    const kit = testKit(8)
    const block = kit.block({ start: [0, 0], stop: [20, 20] }, new Uint8Array(400), null)
    expect(() => writer.write(0, 0, block, kit)).toThrow(
      expect.objectContaining({
        code: 'E_OUTPUT',
        message: expect.stringMatching(/full\.tif cannot be written: .*the disk is full: free some space/),
      }),
    )
    writer.close()
  })

  it('a spool that is cut short leaves nothing behind, and an older output as it was', async () => {
    const target = join(temporary, 'kept.tif')
    writeFileSync(target, 'older')
    const { place, levels, options } = await begin(target, join(temporary, 'cut'))
    writeFileSync(join(place.scratch, 't.spool'), 'short')
    const record = { spool: 't', offset: 4, length: 100, maskOffset: 112, maskLength: 20 }
    await expect(cogSink.end(place, levels, options, { get: () => record }, {})).rejects.toMatchObject({
      code: 'E_OUTPUT',
      message: expect.stringMatching(/kept\.tif: .*t\.spool ends at byte 5, .*Remove its scratch directory and run again/),
    })
    expect(readFileSync(target, 'utf8')).toBe('older')
    expect(readdirSync(temporary).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('one that is stopped while it is put together leaves nothing behind but what threads wrote, and can be ended later', async () => {
    const target = join(temporary, 'stopped.tif')
    const { place, levels, options } = await begin(target, join(temporary, 'stopped'))
    writeFileSync(join(place.scratch, 't.spool'), new Uint8Array(200))
    const written = { get: () => ({ spool: 't', offset: 4, length: 100, maskOffset: 112, maskLength: 20 }) }
    await expect(cogSink.end(place, levels, options, written, {}, AbortSignal.abort())).rejects.toMatchObject({ code: 'E_ABORTED' })
    expect(existsSync(target)).toBe(false)
    expect(readdirSync(temporary).filter((name) => name.endsWith('.tmp'))).toEqual([])
    await cogSink.end(place, levels, options, written, {}, new AbortController().signal)
    expect(existsSync(target)).toBe(true)
  })

  it('an output that needs BigTIFF is refused as a classic one', async () => {
    const { place, levels } = await begin(join(temporary, 'big.tif'), join(temporary, 'big'))
    const spec = levels[0]?.spec as ArraySpec
    const record = { spool: 't', offset: 4, length: 2 ** 32, maskOffset: 2 ** 32 + 12, maskLength: 20 }
    await expect(cogSink.end(place, levels, cogSink.parse({ bigtiff: 'no' }, spec), { get: () => record }, {})).rejects.toMatchObject({
      code: 'E_OUTPUT',
      message: expect.stringMatching(/a classic TIFF ends at 4 GiB: use bigtiff 'auto'/),
    })
  })

  it('a tile that was never written is a broken promise', async () => {
    const { place, levels, options } = await begin(join(temporary, 'gap.tif'), join(temporary, 'gap'))
    await expect(cogSink.end(place, levels, options, { get: () => undefined }, {})).rejects.toMatchObject({ code: 'E_INTERNAL' })
  })
})
