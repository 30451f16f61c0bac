import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CRS, DataArray, Dataset, GeoBox, open, type Resampling, UsageError } from '../../src/index.js'
import { scratch } from '../engine/scratch.js'
import { describeWithPeers, python } from '../peers.js'

const path = scratch('validity')
const run = { workers: 0, overwrite: true } as const
const utm = CRS.parse('EPSG:32633')
const source = GeoBox.of(6, 4, { a: 10, b: 0, c: 500000, d: 0, e: -10, f: 5400000 }, utm)
/** Half a pixel off, so that kernels weigh. */
const target = GeoBox.of(5, 3, { a: 10, b: 0, c: 500005, d: 0, e: -10, f: 5399995 }, utm)

// Of the four ways of two bands to be valid, each is there; 0 is invalid.
const values = [
  ...[20, 0, 60, 0, 100, 120, 0, 0, 60, 80, 100, 120, 140, 160, 180, 0, 0, 40, 20, 40, 60, 80, 100, 120],
  ...[0, 40, 60, 0, 100, 0, 20, 0, 60, 80, 0, 120, 140, 0, 180, 0, 20, 40, 20, 40, 60, 80, 100, 120],
]
const told = { dims: ['band', 'y', 'x'], shape: [2, 4, 6], geobox: source, nodata: 0 } as const
const pair = DataArray.fromArray(Uint8Array.from(values), told) as DataArray
const valid = { any: (a: number, b: number) => a + b > 0, all: (a: number, b: number) => a > 0 && b > 0 }
const expectedMask = (rule: 'any' | 'all'): number[] =>
  values.map((_, at) => (valid[rule](values[at % 24] as number, values[24 + (at % 24)] as number) ? 1 : 0))

/** Twice as many pixels, each moved: bits and validity of the source, four times. */
const doubled = (array: DataArray, rule: 'any' | 'all'): DataArray =>
  array.resample({ factor: 0.5, validity: rule, resampling: 'near' }) as DataArray
const everySecond = (wide: ArrayLike<number | bigint>): number[] =>
  Array.from(values, (_, at) => Number(wide[(Math.floor(at / 24) * 8 + Math.floor((at % 24) / 6) * 2) * 12 + (at % 6) * 2]))

describe('validity', () => {
  it.each(['any', 'all'] as const)('%s: is one for all bands before pixels are moved', async (rule) => {
    const out = await doubled(pair, rule).compute(run)
    expect(everySecond(out.valid ?? [])).toEqual(expectedMask(rule))
    expect(out.nodata).toBe(rule === 'any' ? null : 0)
  })

  it("is each band's own by default, and where there is one band or no dim band", async () => {
    const moved = (array: DataArray, validity?: 'band' | 'any' | 'all') =>
      array.reproject(target, validity === undefined ? {} : { validity }).hash
    expect(moved(pair, 'band')).toBe(moved(pair))
    expect(moved(pair, 'any')).not.toBe(moved(pair))
    expect(moved(pair, 'any')).not.toBe(moved(pair, 'all'))
    for (const one of [pair.isel({ band: 0 }), pair.isel({ band: [0] })] as DataArray[]) expect(moved(one, 'any')).toBe(moved(one))
  })

  it('is taken by all three methods, by datasets, and told by recipe and plan', async () => {
    const options = { validity: 'all' } as const
    const outs = [pair.reproject(target, options), pair.reprojectMatch(target, options), pair.resample({ factor: 2, ...options })]
    const data = Dataset.of({ pair })
    const sets = [data.reproject(target, options), data.reprojectMatch(target, options), data.resample({ factor: 2, ...options })]
    for (const array of [...outs, ...sets.map((set) => set.vars.pair)]) {
      expect(array.toJSON().nodes.map(({ op, params }) => [op, params])).toContainEqual(['unify', { dim: 'band', rule: 'all' }])
      expect((await array.plan()).toString()).toContain('validity unified over band: a pixel is valid where all 2 are')
    }
  })

  it('refuses other rules, also where there is one band', () => {
    for (const array of [pair, pair.isel({ band: 0 })]) {
      for (const validity of ['some', null, true, 1] as never[]) {
        expect(() => array.resample({ factor: 2, validity })).toThrow(UsageError)
        expect(() => array.resample({ factor: 2, validity })).toThrow(/resample: validity is .*expected 'band' .*, 'any' or 'all'/)
      }
    }
  })

  it('is the same for any chunks of source and output', async () => {
    const noise = Uint8Array.from({ length: 3 * 90 * 100 }, (_, at) => ((at * 2654435761) >>> 13) % 3 && ((at * 40503) >>> 4) % 250)
    const box = GeoBox.of(100, 90, { a: 10, b: 0, c: 500000, d: 0, e: -10, f: 5400000 }, utm)
    const whole = DataArray.fromArray(noise, { ...told, shape: [3, 90, 100], geobox: box })
    const stores = await Promise.all(
      [16, 37, { band: 3, y: 90, x: 30 }].map(async (chunks, at) => {
        await whole.toZarr(path(`chunks${at}.zarr`), { ...run, chunks })
        return open(path(`chunks${at}.zarr`))
      }),
    )
    for (const validity of ['any', 'all'] as const) {
      const ways = stores.map((array) =>
        array.reproject('EPSG:3857', { size: { width: 70, height: 64 }, resampling: 'bilinear', validity }).compute(run),
      )
      const [first, ...others] = await Promise.all(ways)
      expect(first?.valid?.includes(0)).toBe(true)
      for (const other of others) expect([other.valid, other.filled(0)]).toEqual([first?.valid, first?.filled(0)])
    }
  })

  it('goes round the earth where the array does', async () => {
    const globe = GeoBox.of(36, 18, { a: 10, b: 0, c: -180, d: 0, e: -10, f: 90 }, CRS.parse('EPSG:4326'))
    const twice = Float32Array.from({ length: 2 * 36 * 18 }, (_, at) => (at % 648) ** 1.5)
    const mask = Uint8Array.from(twice, (_, at) => ((at % 648) % 11 === 0 ? 0 : 1))
    const both = DataArray.fromArray(twice, { dims: ['band', 'y', 'x'], shape: [2, 18, 36], geobox: globe, mask })
    const shifted = GeoBox.of(36, 18, { a: 10, b: 0, c: 3, d: 0, e: -10, f: 87 }, CRS.parse('EPSG:4326'))
    const options = { resampling: 'bilinear' } as const
    const plain = await both.reproject(shifted, options).compute(run)
    const joint = await both.reproject(shifted, { ...options, validity: 'all' }).compute(run)
    expect([joint.valid, joint.filled(0)]).toEqual([plain.valid, plain.filled(0)])
  })
})

describe('a nodata value that became valid is not lost', () => {
  const any = doubled(pair, 'any')
  const expected = { values: values.filter((_, at) => expectedMask('any')[at] === 1), valid: expectedMask('any') }
  const kept = (read: DataArray): object => {
    const mask = everySecond(read.valid ?? [])
    return { values: everySecond(read.values).filter((_, at) => mask[at] === 1), valid: mask }
  }

  it('in a COG, which has a mask then', async () => {
    const report = await any.toCog(path('any.tif'), run)
    expect(report.counts).toEqual({})
    expect(kept(await (await open(path('any.tif'))).compute(run))).toEqual(expected)
  })

  it('in Zarr, which has another _FillValue then', async () => {
    const report = await any.toZarr(path('any.zarr'), run)
    expect(report.counts).toEqual({})
    const read = await (await open(path('any.zarr'))).compute(run)
    expect([read.nodata, kept(read)]).toEqual([255, expected])
  })

  it('where the nodata value is asked for again: moved pixels stop the run, computed ones move by one and are counted', async () => {
    for (const [again, write] of [
      [any.assignNodata(0), 'toCog'],
      [pair.reproject(target, { validity: 'any', nodata: 0 }), 'toZarr'],
    ] as const) {
      await expect(again[write](path('clash'), run)).rejects.toThrow(/is valid, but its value 0 is the nodata value to be written/)
      const report = await again[write](path('nudged'), { ...run, onNodataClash: 'nudge' })
      expect(report.counts.nudged).toBeGreaterThan(0)
    }
    const smooth = pair.resample({ factor: 0.5, validity: 'any', resampling: 'bilinear', minValidFraction: 0 }).assignNodata(0)
    expect((await smooth.toZarr(path('smooth.zarr'), run)).counts.nudged).toBeGreaterThan(0)
  })

  it('where a valid pixel has the value that Zarr would take', async () => {
    const bright = DataArray.fromArray(
      Uint8Array.from(values, (value) => (value === 180 ? 255 : value)),
      told,
    ) as DataArray
    await expect(doubled(bright, 'any').toZarr(path('bright.zarr'), run)).rejects.toThrow(/its value 255 is the nodata value to be written/)
  })

  it('all: the array keeps its nodata value, and what was valid in one band only holds it', async () => {
    for (const name of ['all.tif', 'all.zarr']) {
      const all = doubled(pair, 'all')
      await (name === 'all.tif' ? all.toCog(path(name), run) : all.toZarr(path(name), run))
      const read = await (await open(path(name))).compute(run)
      expect([read.nodata, everySecond(read.values)]).toEqual([0, values.map((value, at) => (expectedMask('all')[at] === 1 ? value : 0))])
    }
  })
})

describeWithPeers('gdalwarp with UNIFIED_SRC_NODATA', ['gdal', 'rasterio'], () => {
  /** The pixels of gdalwarp, 255 where invalid. */
  function gdalwarp(unified: string, resampling: Resampling): number[] {
    const [from, to] = [path('source.tif'), path('gdal.tif')]
    writeFileSync(path('bytes'), Uint8Array.from(values))
    const code = `
import sys, json, numpy as np, rasterio
a = np.fromfile(sys.argv[1], 'u1').reshape(2, 4, 6)
t = rasterio.Affine(10, 0, 500000, 0, -10, 5400000)
with rasterio.open(sys.argv[2], 'w', driver='GTiff', dtype='uint8', count=2, height=4, width=6, crs='EPSG:32633', transform=t, nodata=0) as f: f.write(a)`
    execFileSync(python, ['-c', code, path('bytes'), from])
    const grid = ['-te', '500005', '5399965', '500055', '5399995', '-tr', '10', '10', '-dstnodata', '255']
    execFileSync('gdalwarp', ['-q', '-overwrite', '-wo', `UNIFIED_SRC_NODATA=${unified}`, '-r', resampling, ...grid, from, to])
    const read = 'import sys, json, rasterio; print(json.dumps(rasterio.open(sys.argv[1]).read().ravel().tolist()))'
    return JSON.parse(execFileSync(python, ['-c', read, to], { encoding: 'utf8' })) as number[]
  }

  const ours = async (array: DataArray, resampling: Resampling, validity: 'band' | 'any' | 'all'): Promise<number[]> =>
    Array.from((await array.reproject(target, { resampling, validity }).compute(run)).filled(255) as Uint8Array)

  it.each(['near', 'bilinear', 'cubic', 'cubicspline', 'average'] as const)('YES is any: %s', async (resampling) => {
    expect(await ours(pair, resampling, 'any')).toEqual(gdalwarp('YES', resampling))
  })

  it('PARTIAL and NO leave each band its own holes, as band does: near', async () => {
    const band = await ours(pair, 'near', 'band')
    expect(band).toEqual(gdalwarp('PARTIAL', 'near'))
    expect(band).toEqual(gdalwarp('NO', 'near'))
  })

  it('PARTIAL, bilinear: as band, but the centre may be valid in another band', async () => {
    const [any, band, theirs] = [await ours(pair, 'bilinear', 'any'), await ours(pair, 'bilinear', 'band'), gdalwarp('PARTIAL', 'bilinear')]
    theirs.forEach((value, at) => {
      expect(value === 255, `validity of pixel ${at}`).toBe(any[at] === 255)
      if (band[at] !== 255) expect(band[at]).toBe(value)
    })
  })
})
