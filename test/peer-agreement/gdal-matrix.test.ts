import { writeFileSync } from 'node:fs'
import { DataArray } from 'rasterloom'
import { expect, it } from 'vitest'
import { describeWithPeers } from '../peers.js'
import { type Draw, draw, gdalPixels } from './gdal-matrix.js'

const count = Number(process.env.RASTERLOOM_MATRIX ?? (process.env.RASTERLOOM_FULL === '1' ? 3000 : 300))
const firstSeed = Number(process.env.RASTERLOOM_SEED ?? 1)
const perProcess = 300

/** Floats may be off by this share of the contrast, beside the rounding of their dtype. */
const contrastShare = 1e-6
/** Share of integer pixels that must be identical, away from nodata and from what float64 cannot tell. */
const identicalShare = 0.995
/** Ties that the last bits of positions decide, in outputs of few pixels. */
const fewTies = 2
/** 1e-9 px of a position, which transforms of the CRS agree to, is this share of the contrast: more than 1 for 32 bits and more. */
const positionShare = 1e-9
/** GDAL leaves sums of weights within this of 1 undivided (of Lanczos, of widened kernels, where a tap is invalid); here a constant stays one. */
const undivided = 1.01e-5

async function warp({ resampling, nodata, outputNodata, source, output, scale, values }: Draw): Promise<DataArray<string>> {
  const array = DataArray.fromArray(values, { dims: ['y', 'x'], shape: [source.height, source.width], geobox: source, nodata })
  const isBig = values instanceof BigInt64Array || values instanceof BigUint64Array
  const asked = { resampling: resampling as 'near', maxErrorPx: 0, nodata: isBig ? BigInt(outputNodata) : outputNodata }
  return array.reproject(output, { ...asked, ...(scale === null ? {} : { scale }) }).compute({ workers: 0, onNodataClash: 'nudge' })
}

function contrastOf({ values, nodata }: Draw): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (nodata !== null && Number(value) === nodata) continue
    low = Math.min(low, Number(value))
    high = Math.max(high, Number(value))
  }
  return high - low
}

/** How far a pixel may be from GDAL's. */
function allowance({ dtype, resampling, nodata, scale, mapScale }: Draw, contrast: number, theirs: number): number {
  const weights = resampling === 'lanczos' || scale !== null || mapScale !== null || nodata !== null ? undivided * Math.abs(theirs) : 0
  if (dtype === 'float32') return contrastShare * contrast + 2 ** -23 * Math.abs(theirs) + weights
  if (dtype === 'float64') return contrastShare * contrast + weights
  return Math.max(1, positionShare * contrast) + weights
}

/** What disagrees, pixel by pixel; and of integers, whether too few are identical. */
function disagreements(each: Draw, { values, valid }: DataArray<string>, theirs: ArrayLike<number | bigint>): string[] {
  const contrast = contrastOf(each)
  const found: string[] = []
  let [both, equal] = [0, 0]
  for (let k = 0; k < values.length; k++) {
    const [a, b] = [Number(values[k]), Number(theirs[k])]
    const [isOurs, isTheirs] = [valid === null || valid[k] === 1, b !== each.outputNodata]
    if (isOurs !== isTheirs) found.push(`${k}: ${isOurs ? a : 'invalid'}, GDAL has ${isTheirs ? b : 'invalid'}`)
    if (!isOurs || !isTheirs) continue
    both++
    if (a === b) equal++
    if (Math.abs(a - b) > allowance(each, contrast, b)) found.push(`${k}: ${a}, GDAL has ${b}`)
  }
  // Sums of quarters of pixels are ties, which the last bits of positions decide.
  const isNarrow = each.resampling !== 'sum' && !each.dtype.startsWith('float') && positionShare * contrast < 0.1
  if (isNarrow && equal < both * identicalShare - fewTies) found.push(`${equal} of ${both} are identical`)
  return found
}

function told({ values: _values, source, output, ...rest }: Draw, found: readonly string[]): string {
  const grid = ({ width, height, affine, crs }: Draw['source']): object => ({ width, height, affine, crs: crs?.epsg })
  return JSON.stringify({ ...rest, source: grid(source), output: grid(output), count: found.length, found: found.slice(0, 5) })
}

describeWithPeers('a seeded matrix of warps as gdalwarp makes them', ['gdal-python'], () => {
  it(`${count} from seed ${firstSeed} on`, async () => {
    const wrong: string[] = []
    for (let start = 0; start < count; start += perProcess) {
      const draws = Array.from({ length: Math.min(perProcess, count - start) }, (_, k) => draw(firstSeed + start + k))
      const expected = gdalPixels(draws)
      for (const [k, each] of draws.entries()) {
        const found = disagreements(each, await warp(each), expected[k] as ArrayLike<number>)
        if (found.length > 0) wrong.push(told(each, found))
      }
    }
    if (process.env.RASTERLOOM_MATRIX_REPORT !== undefined) writeFileSync(process.env.RASTERLOOM_MATRIX_REPORT, wrong.join('\n'))
    expect(wrong).toEqual([])
  }, 3_600_000)
})
