import { statSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { dtypes } from '../../src/base/dtype.js'
import { crsFromEpsg, parseCrs } from '../../src/geo/crs-parse.js'
import type { GeoBox } from '../../src/geo/geobox.js'
import { plainBand } from '../../src/graph/spec.js'
import { describeWithPeers } from '../peers.js'
import { cleanUp, type Job, type Level, specOf, validate, type Written, writeCog } from './cog-driver.js'
import { type Inspected, inspect, sha256 } from './cog-inspect.js'

afterAll(cleanUp)

/** The mask of band 1 as GDAL gives it. A COG's own mask holds for all bands. */
function maskHash({ valid, data }: Level, bands: number, internal: boolean): string {
  const plane = data.length / bands
  const mask = new Uint8Array(plane)
  for (let at = 0; at < plane; at++) {
    let all = 1
    for (let band = 0; band < (internal ? bands : 1); band++) all &= valid[band * plane + at] as number
    mask[at] = all * 255
  }
  return sha256(mask)
}

function expectSame(job: Job, { expected, levels }: Written, seen: Inspected): void {
  const bands = job.bands ?? 1
  const label = JSON.stringify({ ...job, spec: undefined })
  expect(seen.errors, label).toEqual([])
  expect(seen.bands).toBe(bands)
  expect(seen.levels.length).toBe(levels.length)
  const internal = seen.maskFlags.includes('per_dataset')
  levels.forEach(({ spec }, at) => {
    const level = expected[at] as Level
    const [height, width] = spec.shape.slice(-2)
    expect(seen.levels[at]).toMatchObject({ width, height })
    expect(seen.levels[at]?.pixels, `pixels of level ${at} of ${label}`).toBe(sha256(level.data))
    expect(seen.levels[at]?.mask, `mask of level ${at} of ${label}`).toBe(maskHash(level, bands, internal))
  })
}

async function check(jobs: readonly Job[]): Promise<Inspected[]> {
  const written: Written[] = []
  for (const job of jobs) written.push(await writeCog(job))
  const seen = inspect(...written.map(({ path }) => path))
  for (const [at, job] of jobs.entries()) expectSame(job, written[at] as Written, seen[at] as Inspected)
  return seen
}

const holes = (index: number): boolean => index % 11 !== 4

describeWithPeers('a COG as GDAL and rasterio see it', ['gdal', 'gdal-python', 'rasterio'], () => {
  it('passes the validator as its command runs it', async () => {
    const { path } = await writeCog({ dtype: 'uint8', height: 600, width: 700, spec: { bands: [{ ...plainBand, nodata: 7 }] } })
    expect(validate(path)).toMatch(/is a valid cloud optimized GeoTIFF/)
  })

  it('every dtype, predictor and interleaving, with nodata or mask', async () => {
    const names = Object.keys(dtypes) as (keyof typeof dtypes)[]
    await check(
      names.flatMap((dtype) => {
        const isFloat = dtypes[dtype].kind === 'float'
        const variants = (isFloat ? ['none', 2, 3] : ['none', 2]).flatMap((predictor) => [
          { predictor, interleave: 'pixel', bands: 2 },
          { predictor, interleave: 'band', bands: 3 },
          { predictor, interleave: 'pixel' },
        ])
        return variants.map(({ bands, ...options }, at): Job => {
          const spec = isFloat || at < 3 ? {} : { bands: new Array(bands ?? 1).fill({ ...plainBand, nodata: 120 }) }
          return {
            dtype,
            height: 90,
            width: 133,
            ...(bands === undefined ? {} : { bands }),
            options: { ...options, blockSize: 64 },
            valid: holes,
            spec,
          }
        })
      }),
    )
  })

  it('every compression', async () => {
    const compressions = ['deflate', 'none', 'lzw', 'zstd']
    const seen = await check(
      compressions.flatMap((compress): Job[] => {
        const job = { dtype: 'uint16', height: 200, width: 300, valid: holes, options: { compress, blockSize: 128 } } as const
        return [job, { ...job, dtype: 'float64' }]
      }),
    )
    expect(seen.map(({ structure }) => structure.COMPRESSION ?? 'NONE')).toEqual(
      compressions.flatMap((name) => [name.toUpperCase(), name.toUpperCase()]),
    )
  })

  it('sparse: tiles without a valid pixel are not stored, and read as what they stand for', async () => {
    const corner = (index: number): boolean => index % 300 < 100 && Math.floor(index / 300) % 200 < 100
    const jobs = [
      { dtype: 'uint8', spec: { bands: [{ ...plainBand, nodata: 120 }] } },
      { dtype: 'float32' },
      { dtype: 'uint16', bands: 2 },
      { dtype: 'int32', bands: 2, options: { interleave: 'band' } },
    ] as const
    const job = (each: (typeof jobs)[number], sparse: boolean): Job => {
      const options = { ...('options' in each ? each.options : {}), blockSize: 64, sparse }
      return { height: 200, width: 300, valid: corner, ...each, options }
    }
    await check(jobs.map((each) => job(each, true)))
    for (const each of jobs) {
      const [full, sparse] = [await writeCog(job(each, false)), await writeCog(job(each, true))]
      expect(statSync(sparse.path).size).toBeLessThan(statSync(full.path).size)
    }
  })

  it('sizes: one pixel, thin, odd, and more than one tile', async () => {
    const sizes = [
      [1, 1],
      [1, 700],
      [300, 513],
      [600, 700],
      [1024, 1024],
      [1023, 1025],
      [5, 1537],
    ] as const
    const seen = await check(sizes.map(([height, width]) => ({ dtype: 'uint8', height, width, valid: holes })))
    const shapes = seen.map(({ levels }) => levels.map(({ width, height }) => `${width}x${height}`).join(' '))
    expect(shapes).toEqual([
      '1x1',
      '700x1 350x1',
      '513x300 256x150',
      '700x600 350x300',
      '1024x1024 512x512',
      '1025x1023 512x511',
      '1537x5 768x2 384x1',
    ])
  })

  it('bands that disagree: the mask keeps what is valid in all', async () => {
    const job: Job = { dtype: 'uint8', height: 100, width: 100, bands: 3, valid: (index) => index % 7 !== 0 }
    await check(['pixel', 'band'].map((interleave) => ({ ...job, options: { interleave, blockSize: 64 } })))
  })

  it('GDAL finds the CRS that was written', async () => {
    const codes = [4326, 3857, 3035, 3413, 27700, 2056]
    const job: Job = { dtype: 'uint8', height: 20, width: 20 }
    const paths: string[] = []
    for (const crs of [...codes.map(crsFromEpsg), parseCrs('+proj=sinu +R=6371007.181 +units=m')]) {
      paths.push((await writeCog({ ...job, spec: { geobox: { ...(specOf(job).geobox as GeoBox), crs } } })).path)
    }
    expect(inspect(...paths).map(({ epsg }) => epsg)).toEqual([...codes, null])
  })

  it('keeps georeferencing: north up, rotated, south up, pixels as points', async () => {
    const job: Job = { dtype: 'uint8', height: 30, width: 20 }
    const { geobox } = specOf(job)
    if (geobox === null) throw new Error('no geobox')
    const rotated = { a: 8, b: 3, c: 1060, d: 2.5, e: -9, f: 1960 }
    const southUp = { a: 10, b: 0, c: 1000, d: 0, e: 10, f: 2000 }
    const affines = [geobox.affine, rotated, southUp]
    const jobs = affines.flatMap((affine) =>
      ['Area', 'Point'].map((area): Job => ({ ...job, spec: { geobox: { ...geobox, affine }, attrs: { AREA_OR_POINT: area } } })),
    )
    const seen = await check([...jobs, { ...job, spec: { geobox: { ...geobox, crs: null } } }, { ...job, spec: { geobox: null } }])
    jobs.forEach(({ spec }, at) => {
      const { a, b, c, d, e, f } = spec?.geobox?.affine ?? rotated
      expect(seen[at]?.transform).toEqual([a, b, c, d, e, f])
      expect(seen[at]?.epsg).toBe(32633)
      expect(seen[at]?.tags.AREA_OR_POINT).toBe(spec?.attrs?.AREA_OR_POINT)
    })
    expect(seen.slice(-2).map(({ epsg }) => epsg)).toEqual([null, null])
    expect(seen.at(-2)?.transform[2]).toBe(500000)
    expect(seen.at(-1)?.transform).toEqual([1, 0, 0, 0, 1, 0])
  })

  it('keeps what is said of bands, attributes and the recipe', async () => {
    const bands = [
      { nodata: null, scale: 0.1, offset: -1000.5, unit: 'm < "ft"', description: 'near & infra <red>' },
      { nodata: null, scale: 1, offset: 0, unit: null, description: 'über' },
    ]
    const metadata = { recipe: { nodes: [{ op: 'isel', text: 'a & b < "c"\n' }] }, hash: 'abc123' }
    const attrs = { platform: 'S & "2"', cloud: 0.5, list: [1], STATISTICS_MEAN: '4' }
    const { path } = await writeCog({ dtype: 'int16', height: 30, width: 20, bands: 2, spec: { bands, attrs }, metadata })
    const [seen] = inspect(path)
    expect(seen?.descriptions).toEqual(bands.map(({ description }) => description))
    expect(seen?.scales).toEqual([0.1, 1])
    expect(seen?.offsets).toEqual([-1000.5, 0])
    expect(seen?.units).toEqual(['m < "ft"', null])
    expect(JSON.parse(seen?.tags.RASTERLOOM_RECIPE ?? '')).toEqual(metadata.recipe)
    expect(seen?.tags.RASTERLOOM_RECIPE_HASH).toBe('abc123')
    expect(seen?.tags.platform).toBe('S & "2"')
    expect(seen?.tags.cloud).toBe('0.5')
    expect(Object.keys(seen?.tags ?? {})).not.toContain('STATISTICS_MEAN')
  })

  it('writes nodata so that GDAL reads the same value', async () => {
    const cases = [
      ['uint8', 7, '7.0'],
      ['int16', -9999, '-9999.0'],
      ['float32', -3.4028234663852886e38, '-3.4028234663852886e+38'],
      ['float64', 'Infinity', 'inf'],
      ['float64', 1e-5, '1e-05'],
      ['int64', '-9223372036854775808', '-9223372036854775808'],
      ['uint64', '18446744073709551615', '18446744073709551615'],
      ['float32', null, 'nan'],
      ['uint8', 300, 'None'],
      ['uint8', null, 'None'],
    ] as const
    const paths: string[] = []
    for (const [dtype, nodata] of cases) {
      paths.push((await writeCog({ dtype, height: 20, width: 20, spec: { bands: [{ ...plainBand, nodata }] }, valid: holes })).path)
    }
    expect(inspect(...paths).map(({ nodata }) => nodata)).toEqual(cases.map(([, , text]) => text))
  })

  it('colours: three bytes are RGB, classes a palette', async () => {
    const table = [
      [0, 0, 0, 255],
      [255, 0, 0, 255],
      [1, 2, 3, 255],
    ]
    const seen = await check([
      { dtype: 'uint8', height: 20, width: 20, bands: 3 },
      { dtype: 'uint8', height: 20, width: 20, bands: 4 },
      { dtype: 'uint8', height: 20, width: 20, spec: { categorical: true, attrs: { color_table: table } } },
    ])
    expect(seen.map(({ colorinterp }) => colorinterp.join(' '))).toEqual([
      'red green blue',
      'gray undefined undefined undefined',
      'palette',
    ])
    expect(seen[2]?.palette?.slice(0, 4)).toEqual([...table, [0, 0, 0, 255]])
  })

  it('is the same as BigTIFF', async () => {
    const job: Job = { dtype: 'uint16', height: 300, width: 200, valid: holes, options: { blockSize: 64, bigtiff: 'yes' }, bands: 2 }
    await check([job, { ...job, options: { blockSize: 64, bigtiff: 'yes', interleave: 'band' } }])
  })
})
