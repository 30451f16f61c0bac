import { DataArray } from 'rasterloom'
import { expect, it } from 'vitest'
import { describeWithPeers } from '../peers.js'
import { linearReference, nearReference, type Plane } from '../reference/warp.js'
import { type AreaName, areaOf, areaReference, boxOf, clip, type Outline, type Point } from '../reference/warp-area.js'
import { filterReference } from '../reference/warp-filter.js'
import { type Draw, draw, gdalPixels, gdalPositions, type Positions } from './gdal-matrix.js'

const count = Number(process.env.RASTERLOOM_MATRIX ?? (process.env.RASTERLOOM_FULL === '1' ? 1500 : 50))
const firstSeed = Number(process.env.RASTERLOOM_SEED ?? 1)
const perProcess = 100

/** Floats may be off by this share of the contrast, beside the rounding of their dtype. */
const contrastShare = 1e-6
/** 1e-9 px of a position, which transforms of the CRS agree to, is this share of the contrast: more than 1 for 32 bits and more. */
const positionShare = 1e-9
/** Share of integer pixels that must be identical, and ties in outputs of few pixels, which the last bits of positions decide. */
const identicalShare = 0.995
const fewTies = 2
/** Positions that lie so close to an edge of a pixel decide by their last digits. */
const edgePx = 1e-7

type Shrink = { readonly x: number; readonly y: number }

function planeOf({ values, nodata, source }: Draw): Plane {
  const { width, height } = source
  const at = (x: number, y: number): number => Number(values[y * width + x])
  return { width, height, at, valid: (x, y) => nodata === null || at(x, y) !== nodata } as Plane
}

const isNearEdge = (...positions: readonly number[]): boolean => positions.some((at) => Math.abs(at - Math.round(at)) < edgePx)

function outlineAt({ corners }: Positions, width: number, x: number, y: number): Outline {
  const point = (column: number, row: number): Point => {
    const at = 2 * (row * (width + 1) + column)
    return [corners[at] as number, corners[at + 1] as number]
  }
  return [point(x, y), point(x + 1, y), point(x + 1, y + 1), point(x, y + 1)]
}

/** How a kernel is widened; null where it is plain. */
function widened({ resampling, scale, mapScale }: Draw): Shrink | null {
  const { x, y } = scale ?? mapScale ?? { x: 1, y: 1 }
  const isPlain = (resampling === 'bilinear' || resampling === 'cubic') && x >= 0.95 && y >= 0.95
  return isPlain ? null : { x: Math.min(1, x), y: Math.min(1, y) }
}

/** What a pixel is by the definition of its kernel; null where it is invalid, undefined where the last digits of its position decide. */
function defined(each: Draw, plane: Plane, positions: Positions, x: number, y: number): number | null | undefined {
  const { resampling, output } = each
  const at = 2 * (y * output.width + x)
  const [u, v] = [positions.centres[at] as number, positions.centres[at + 1] as number]
  const isArea = !['near', 'bilinear', 'cubic', 'cubicspline', 'lanczos'].includes(resampling)
  if (isArea) {
    const outline = outlineAt(positions, output.width, x, y)
    const { u0, u1, v0, v1 } = boxOf(outline)
    if (resampling !== 'sum' && isNearEdge(u0, u1, v0, v1)) return undefined
    return areaReference(plane, resampling as AreaName, outline)
  }
  if (isNearEdge(u, v)) return undefined
  if (resampling === 'near') return nearReference(plane, u, v)
  const by = widened(each)
  if (resampling === 'bilinear') return linearReference(plane, u, v, by?.x ?? 1, by?.y ?? 1)
  return filterReference(plane, resampling as 'cubic', u, v, by)
}

/** As a dtype holds it: rounded half up, clamped, moved off nodata. */
function stored(value: number, { dtype, outputNodata, resampling }: Draw): number {
  if (dtype.startsWith('float')) return value
  const isMoved = ['near', 'mode', 'min', 'max', 'med', 'q1', 'q3'].includes(resampling)
  const low = dtype.startsWith('uint') ? 0 : -(2 ** (Number(dtype.slice(3)) - 1))
  const high = dtype.startsWith('uint') ? 2 ** Number(dtype.slice(4)) - 1 : 2 ** (Number(dtype.slice(3)) - 1) - 1
  const rounded = isMoved ? value : Math.min(high, Math.max(low, Math.floor(value + 0.5)))
  return rounded === outputNodata && !isMoved ? (rounded > low ? rounded - 1 : rounded + 1) : rounded
}

function contrastOf({ values, nodata }: Draw): number {
  const known = Array.from(values, Number).filter((value) => value !== nodata)
  return known.reduce((a, b) => Math.max(a, b)) - known.reduce((a, b) => Math.min(a, b))
}

function allowance({ dtype, resampling }: Draw, contrast: number, value: number): number {
  // A sum is as large as the source pixels that it holds.
  const size = (resampling === 'sum' ? Math.abs(value) : 0) + contrast
  if (dtype === 'float32') return contrastShare * size + 2 ** -22 * Math.abs(value)
  if (dtype === 'float64') return contrastShare * size
  return Math.max(1, positionShare * size)
}

async function warp({ resampling, nodata, outputNodata, source, output, scale, values }: Draw): Promise<DataArray<string>> {
  const array = DataArray.fromArray(values, { dims: ['y', 'x'], shape: [source.height, source.width], geobox: source, nodata })
  const isBig = values instanceof BigInt64Array || values instanceof BigUint64Array
  const asked = { resampling: resampling as 'near', maxErrorPx: 0, nodata: isBig ? BigInt(outputNodata) : outputNodata }
  return array.reproject(output, { ...asked, ...(scale === null ? {} : { scale }) }).compute({ workers: 0, onNodataClash: 'nudge' })
}

/** What disagrees with the definition, and how many pixels were compared. */
function disagreements(each: Draw, positions: Positions, { values, valid }: DataArray<string>): { found: string[]; compared: number } {
  const { width, height } = each.output
  const plane = planeOf(each)
  const contrast = contrastOf(each)
  const found: string[] = []
  let [compared, both, equal] = [0, 0, 0]
  for (let k = 0; k < width * height; k++) {
    const expected = defined(each, plane, positions, k % width, Math.floor(k / width))
    if (expected === undefined) continue
    const isValid = valid === null || valid[k] === 1
    compared++
    if (isValid !== (expected !== null)) found.push(`${k}: ${isValid ? values[k] : 'invalid'}, by definition ${expected ?? 'invalid'}`)
    if (!isValid || expected === null) continue
    const [a, b] = [Number(values[k]), stored(expected, each)]
    both++
    if (a === b) equal++
    if (Math.abs(a - b) > allowance(each, contrast, b)) found.push(`${k}: ${a}, by definition ${b}`)
  }
  const isNarrow = each.resampling !== 'sum' && !each.dtype.startsWith('float') && positionShare * contrast < 0.1
  if (isNarrow && equal < both * identicalShare - fewTies) found.push(`${equal} of ${both} are identical`)
  return { found, compared }
}

/** Sums as GDAL makes them across CRSs: outlines of source pixels on the output, straight between their corners there. */
function forwardSums(each: Draw, { forward }: Positions): Float64Array {
  const { source, output } = each
  const plane = planeOf(each)
  const sums = new Float64Array(output.width * output.height)
  const corner = (x: number, y: number): Point => {
    const at = 2 * (y * (source.width + 1) + x)
    return [forward[at] as number, forward[at + 1] as number]
  }
  for (let y = 0; y < source.height; y++) {
    for (let x = 0; x < source.width; x++) {
      if (plane.valid(x, y)) spread([corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)], plane.at(x, y), output, sums)
    }
  }
  return sums
}

function spread(outline: readonly Point[], value: number, { width, height }: Draw['output'], sums: Float64Array): void {
  const whole = areaOf(outline)
  const range = (axis: 0 | 1, size: number): [number, number] => {
    const each = outline.map((point) => point[axis])
    return [Math.max(0, Math.floor(Math.min(...each))), Math.min(size, Math.ceil(Math.max(...each)))]
  }
  const [[x0, x1], [y0, y1]] = [range(0, width), range(1, height)]
  for (let y = y0; y < y1; y++) {
    const row = clip(
      clip(outline, ([, v]) => v - y),
      ([, v]) => y + 1 - v,
    )
    for (let x = x0; x < x1; x++) {
      const part = clip(
        clip(row, ([u]) => u - x),
        ([u]) => x + 1 - u,
      )
      sums[y * width + x] = (sums[y * width + x] as number) + (value * areaOf(part)) / whole
    }
  }
}

function told({ values: _values, source, output, ...rest }: Draw, found: readonly string[]): string {
  const grid = ({ width, height, affine, crs }: Draw['source']): object => ({ width, height, affine, crs: crs?.epsg })
  return JSON.stringify({ ...rest, source: grid(source), output: grid(output), count: found.length, found: found.slice(0, 5) })
}

describeWithPeers('a seeded matrix of warps by the definitions of their kernels', ['gdal-python'], () => {
  it(`${count} from seed ${firstSeed} on, at the positions that PROJ gives`, async () => {
    const wrong: string[] = []
    let compared = 0
    for (let start = 0; start < count; start += perProcess) {
      const draws = Array.from({ length: Math.min(perProcess, count - start) }, (_, k) => draw(firstSeed + start + k, 'definition'))
      const positions = gdalPositions(draws)
      for (const [k, each] of draws.entries()) {
        const answer = disagreements(each, positions[k] as Positions, await warp(each))
        compared += answer.compared
        if (answer.found.length > 0) wrong.push(told(each, answer.found))
      }
    }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(500 * count)
  }, 3_600_000)

  // What sums differ by between CRSs is how far straight outlines there lie from straight outlines here, and nothing else.
  it('sums across CRSs are GDAL’s but for the side on which outlines are straight', () => {
    const draws = Array.from({ length: 600 }, (_, k) => draw(5000 + k, 'definition'))
      .filter(({ resampling, dtype }) => resampling === 'sum' && dtype.startsWith('float'))
      .filter(({ source, output }) => source.crs?.epsg !== output.crs?.epsg)
      .slice(0, 5)
    expect(draws.length).toBeGreaterThan(2)
    const [expected, positions] = [gdalPixels(draws), gdalPositions(draws)]
    for (const [k, each] of draws.entries()) {
      const model = forwardSums(each, positions[k] as Positions)
      const theirs = expected[k] as Float64Array | Float32Array
      for (let at = 0; at < theirs.length; at++) {
        if (theirs[at] === each.outputNodata) continue
        expect(Math.abs((model[at] as number) - (theirs[at] as number))).toBeLessThan(2 ** -22 * Math.abs(theirs[at] as number) + 1e-6)
      }
    }
  })
})
