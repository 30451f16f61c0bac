import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { DataArray, open, validate } from 'rasterloom'
import { describe, expect, it } from 'vitest'
import { allocate, type Dtype, dtypes, viewOf } from '../../src/base/dtype.js'
import { random } from '../conformance/random.js'
import { scratch } from '../engine/scratch.js'
import { describeWithPeers, python } from '../peers.js'

const place = scratch('cog-lerc')
const every: readonly Dtype[] = ['int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'float32', 'float64']

/** A hilly image of some bands, with noise on it and a hole. */
function image(dtype: Dtype, bands: number, [height, width]: readonly [number, number] = [300, 420]): DataArray<'band' | 'y' | 'x'> {
  const { next } = random(bands)
  const values = allocate(dtype, bands * height * width)
  const isFloat = dtypes[dtype].kind === 'float'
  for (let at = 0; at < values.length; at++) {
    const [y, x] = [Math.floor(at / width) % height, at % width]
    const value = 50 + 30 * Math.sin(x / 40) * Math.cos(y / 30) + 3 * next()
    const isHole = isFloat && x > 100 && x < 140 && y > 50 && y < 90
    values[at] = (isHole ? Number.NaN : isFloat ? value : Math.round(value)) as never
  }
  return DataArray.fromArray(values, { dims: ['band', 'y', 'x'], shape: [bands, height, width] })
}

/** All pixels as GDAL reads them, as bytes. */
function byGdal(path: string): Uint8Array {
  const out = `${path}.raw`
  const script = 'import sys; from osgeo import gdal; gdal.UseExceptions(); gdal.Open(sys.argv[1]).ReadAsArray().tofile(sys.argv[2])'
  execFileSync(python, ['-c', script, path, out])
  return readFileSync(out)
}

describeWithPeers('COGs of LERC, as GDAL reads them', ['gdal-python'], () => {
  // GDAL 3.6 reads int8 as uint8.
  it.each(every.filter((dtype) => dtype !== 'int8'))('%s: without loss bit by bit, with an error no more than that', async (dtype) => {
    for (const [bands, interleave, maxZError] of [
      [1, 'pixel', 0],
      [3, 'pixel', 0],
      [3, 'band', 0],
      [1, 'pixel', 2],
    ] as const) {
      const path = place(`${dtype}-${bands}-${interleave}-${maxZError}.tif`)
      const array = image(dtype, bands)
      await array.toCog(path, { compress: 'lerc', maxZError, interleave, workers: 0, chunks: 128 })
      const bytes = byGdal(path)
      const theirs = viewOf(dtype, new Uint8Array(bytes).buffer, 0, array.values.length)
      const mine = (await (await open(path)).compute({ workers: 0 })).values
      let worst = 0
      array.values.forEach((value, at) => {
        const [gdal, own] = [theirs[at] as number, mine[at] as number]
        // Where pixels are told by a mask, what lies under it is nobody's.
        if (value !== value) expect([maxZError > 0 || gdal !== gdal]).toEqual([true])
        else {
          worst = Math.max(worst, Math.abs(gdal - Number(value)))
          expect(own).toBe(gdal)
        }
      })
      expect(worst).toBeLessThanOrEqual(maxZError)
    }
    expect(execFileSync('gdalinfo', [place(`${dtype}-1-pixel-0.tif`)]).toString()).toContain('COMPRESSION=LERC')
  })
})

describe('COGs of LERC', () => {
  it('are the same bytes for any workers and memory, valid, and smaller', async () => {
    const array = image('float32', 1, [700, 900])
    const [one, other, plain] = [place('one.tif'), place('other.tif'), place('plain.tif')]
    await array.toCog(one, { compress: 'lerc', maxZError: 0.05, chunks: 128, workers: 0 })
    await array.toCog(other, { compress: 'lerc', maxZError: 0.05, chunks: 128, workers: 2, maxMemory: '200MB' })
    await array.toCog(plain, { compress: 'none', chunks: 128, workers: 0 })
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true)
    expect(readFileSync(one).length).toBeLessThan(readFileSync(plain).length / 2)
    expect((await validate(one)).errors).toEqual([])
  })

  it('have overviews of the pixels as they were, and validity in a mask where values change', async () => {
    const array = image('float32', 1, [700, 900])
    const [lossy, exact] = [place('lossy.tif'), place('exact.tif')]
    await array.toCog(lossy, { compress: 'lerc', maxZError: 0.5, chunks: 128, workers: 0 })
    await array.toCog(exact, { compress: 'deflate', chunks: 128, workers: 0 })
    for (const level of [0, 1, 2]) {
      const [one, two] = [await (await open(lossy, { level })).compute(), await (await open(exact, { level })).compute()]
      expect(Buffer.from(one.valid ?? []).equals(Buffer.from(two.valid ?? []))).toBe(true)
      one.values.forEach((value, at) => {
        if (one.valid?.[at] !== 0) expect(Math.abs(Number(value) - Number(two.values[at]))).toBeLessThanOrEqual(0.5)
      })
    }
  })

  it('are refused for what LERC does not hold', async () => {
    const wide = DataArray.fromArray(new BigInt64Array(4), { dims: ['y', 'x'], shape: [2, 2] })
    await expect(wide.toCog(place('wide.tif'), { compress: 'lerc' })).rejects.toThrow("compress 'lerc' holds no int64")
    await expect(image('uint8', 1).toCog(place('p.tif'), { compress: 'lerc', predictor: 2 })).rejects.toThrow(
      "does not go with compress 'lerc'",
    )
  })
})
