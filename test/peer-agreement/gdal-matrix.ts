import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import proj4 from 'proj4'
import { Affine, type Dtype, GeoBox, CRS as parse, type TypedArray } from 'rasterloom'
import { allocate, dtypes, viewOf } from '../../src/base/dtype.js'
import { type Random, random } from '../conformance/random.js'
import { python } from '../peers.js'

/** A comparison with GDAL, drawn from a seed. */
export interface Draw {
  readonly seed: number
  readonly resampling: string
  readonly dtype: Dtype
  /** The value of invalid pixels of the source; null where all are valid. */
  readonly nodata: number | null
  /** The value that GDAL leaves where there is no pixel. */
  readonly outputNodata: number
  readonly source: GeoBox
  readonly output: GeoBox
  /** Given to both programs; null for the scale of the map. */
  readonly scale: { readonly x: number; readonly y: number } | null
  /** What GDAL is given where we are given nothing. */
  readonly mapScale: { readonly x: number; readonly y: number } | null
  readonly values: TypedArray
}

const pointKernels = ['near', 'bilinear', 'cubic', 'cubicspline', 'lanczos']
const areaKernels = ['average', 'rms', 'min', 'max', 'med', 'q1', 'q3', 'sum']

// GDAL 3.6 ignores the phase of a Lanczos kernel that is widened; and its B-spline is not 0 beyond 2, which shows unless 2 / scale is whole.
const givenScales: Readonly<Record<string, readonly number[]>> = { lanczos: [1], cubicspline: [1, 0.5, 0.4, 0.25] }

type Range = readonly [low: number, high: number, nodata: number]

// Far enough from the limits of the type that kernels which overshoot meet them at times; whole numbers that float64 holds.
const ranges: Readonly<Record<string, Range>> = {
  uint8: [1, 255, 0],
  int8: [-127, 127, -128],
  uint16: [1, 65535, 0],
  int16: [-32767, 32767, -32768],
  uint32: [1, 4_294_967_295, 0],
  int32: [-2_000_000_000, 2_000_000_000, -2_147_483_648],
  uint64: [1, 2 ** 50, 0],
  int64: [-(2 ** 50), 2 ** 50, -(2 ** 51)],
  float32: [-50, 150, -9999],
  float64: [900, 1100, -9999],
}

interface Place {
  readonly crs: string
  readonly at: readonly [number, number]
  readonly pixel: number
}

const places: readonly Place[] = [
  { crs: 'EPSG:32632', at: [500_000, 5_200_000], pixel: 1000 },
  { crs: 'EPSG:4326', at: [9.3, 46.7], pixel: 0.01 },
  { crs: 'EPSG:3857', at: [1_000_000, 5_900_000], pixel: 1500 },
  { crs: 'EPSG:3035', at: [4_300_000, 2_700_000], pixel: 900 },
  { crs: 'EPSG:32633', at: [300_000, 5_300_000], pixel: 30 },
]
const targets = ['EPSG:32632', 'EPSG:4326', 'EPSG:3857', 'EPSG:3035', 'EPSG:32633']

const pick = <T>({ int }: Random, list: readonly T[]): T => list[int(0, list.length)] as T

/** Random pixels, of a few `classes` or of any value. */
function noise(from: Random, dtype: Dtype, count: number, nodata: number | null, classes: number | null): TypedArray {
  const [low, high] = ranges[dtype] as Range
  const float = dtype.startsWith('float')
  const values = allocate(dtype, count)
  for (let k = 0; k < count; k++) {
    const share = (): number => (classes === null ? from.next() : from.int(0, classes) / classes)
    const value = nodata !== null && from.next() < 0.12 ? nodata : low + share() * (high - low)
    values[k] = (dtype.endsWith('64') && !float ? BigInt(Math.round(value)) : float ? value : Math.round(value)) as never
  }
  return values
}

/** An affine that turns by an angle and scales, around the corner (x, y); y grows downwards in pixels. */
function turned(x: number, y: number, width: number, height: number, degrees: number): ReturnType<typeof Affine.of> {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return Affine.of(width * cos, height * sin, x, width * sin, -height * cos, y)
}

/** GDAL's scale of an affine map, with its rule for shrinking by nearly whole numbers. */
function scaleOf(output: GeoBox, source: GeoBox): { x: number; y: number } {
  const { a, b, d, e } = Affine.compose(Affine.invert(source.affine), output.affine)
  const snapped = (step: number): number => (step > 1 && Math.abs(step - Math.round(step)) < 0.05 ? 1 / Math.round(step) : 1 / step)
  return { x: snapped(Math.hypot(a, b)), y: snapped(Math.hypot(d, e)) }
}

/** An angle: any, or little off a right one. GDAL takes the box of two opposite corners, of which nothing is left where pixels stand on end. */
function turn(from: Random, isArea: boolean): number {
  return isArea ? 90 * from.int(0, 4) + 20 * from.next() - 10 : 360 * from.next()
}

/**
 * Draws a case. `gdal` leaves out what GDAL does in another way (see docs/numerics.md); `definition` is for comparing with what the kernels are said to
 * be, at GDAL's positions, and leaves out nothing.
 */
export function draw(seed: number, rules: 'gdal' | 'definition' = 'gdal'): Draw {
  const from = random(seed)
  const isFree = rules === 'definition'
  const areas = isFree ? [...areaKernels, 'mode'] : areaKernels
  const resampling = from.next() < (isFree ? 0.4 : 0.65) ? pick(from, pointKernels) : pick(from, areas)
  const isArea = areas.includes(resampling)
  const dtype = pick(from, Object.keys(ranges)) as Dtype
  const place = pick(from, places)
  // GDAL sums quadrilaterals of source pixels on the output, we what output pixels cover of the source: alike where the map is affine.
  const crs = (resampling === 'sum' && !isFree) || from.next() < 0.5 ? place.crs : pick(from, targets)
  const same = crs === place.crs
  const angle = from.next() < 0.6 ? 0 : turn(from, isArea && !isFree)
  const [width, height] = [from.int(28, 60), from.int(28, 60)]
  const flip = from.next() < 0.15 ? -1 : 1
  const stretch = pick(from, [1, 1, 0.7])
  const source = GeoBox.of(width, height, turned(place.at[0], place.at[1], place.pixel, flip * place.pixel * stretch, angle), place.crs)
  const output = outputGrid(from, source, crs, isArea && !isFree)
  const mapScale = same ? scaleOf(output, source) : null
  const given = isFree ? undefined : givenScales[resampling]
  const free = same && from.next() < 0.5 && given === undefined
  const scale = isArea || resampling === 'near' || free ? null : pick(from, given ?? [1, 0.8, 0.5, 0.37, 0.96])
  const nodata = from.next() < 0.45 ? (ranges[dtype] as Range)[2] : null
  return {
    seed,
    resampling,
    dtype,
    nodata,
    outputNodata: (ranges[dtype] as Range)[2],
    source,
    output,
    scale: scale === null ? null : { x: scale, y: pick(from, [scale, 1]) },
    mapScale: isArea || resampling === 'near' ? null : mapScale,
    values: noise(from, dtype, width * height, nodata, resampling === 'mode' ? 5 : null),
  }
}

/** A grid over the middle of a source: pixels larger or smaller than its own, turned or not, at times beyond its edge. */
function outputGrid(from: Random, source: GeoBox, crs: string, isArea: boolean): GeoBox {
  const middle = Affine.apply(source.affine, source.width / 2, source.height / 2)
  const beside = Affine.apply(source.affine, source.width / 2 + 1, source.height / 2)
  const below = Affine.apply(source.affine, source.width / 2, source.height / 2 + 1)
  const there = proj4((source.crs as { proj: string }).proj, parse.parse(crs).proj)
  const [x, y] = there.forward([middle.x, middle.y]) as [number, number]
  const [bx, by] = there.forward([beside.x, beside.y]) as [number, number]
  const [lx, ly] = there.forward([below.x, below.y]) as [number, number]
  const step = Math.hypot(bx - x, by - y) * pick(from, [0.37, 0.5, 0.81, 1, 1.3, 2, 2.5, 3.1, 4])
  const tall = pick(from, [1, 1, 1, 0.6, 1.7])
  const over = isArea ? 0.4 : pick(from, [0.6, 0.8, 1.2])
  const [ratioX, ratioY] = [step / Math.hypot(bx - x, by - y), (step * tall) / Math.hypot(lx - x, ly - y)]
  const size = (extent: number, ratio: number): number => Math.max(isArea ? 1 : 3, Math.min(90, Math.floor((extent * over) / ratio)))
  // Area kernels stay within the source, however it is turned: beyond its edge GDAL weighs otherwise.
  const least = Math.min(source.width, source.height)
  const ratio = Math.max(ratioX, ratioY)
  const [width, height] = isArea ? [size(least, ratio), size(least, ratio)] : [size(source.width, ratioX), size(source.height, ratioY)]
  const angle = from.next() < 0.75 ? 0 : turn(from, isArea)
  const { a, b, d, e } = turned(0, 0, step, step * tall, angle)
  const corner = { x: x - (a * width + b * height) / 2 + from.next() * step, y: y - (d * width + e * height) / 2 + from.next() * step }
  return GeoBox.of(width, height, Affine.of(a, b, corner.x, d, e, corner.y), crs)
}

function gridJson({ width, height, affine, crs }: GeoBox): object {
  return { width, height, transform: Affine.toGdal(affine), crs: `EPSG:${crs?.epsg}` }
}

/** Positions that GDAL's exact transformer gives: of centres, and of corners, of output pixels in the source; of corners of source pixels in the output. */
export interface Positions {
  readonly centres: Float64Array
  readonly corners: Float64Array
  readonly forward: Float64Array
}

/** GDAL's positions of each case, x and y by turns, in one process. */
export function gdalPositions(draws: readonly Draw[]): Positions[] {
  const folder = mkdtempSync(join(tmpdir(), 'gdal-positions-'))
  try {
    const cases = draws.map(({ source, output }) => ({ source: gridJson(source), output: gridJson(output) }))
    execFileSync(python, [fileURLToPath(new URL('gdal-positions.py', import.meta.url))], { input: JSON.stringify({ folder, cases }) })
    return draws.map((_, k) => {
      const read = (name: string): Float64Array => new Float64Array(new Uint8Array(readFileSync(join(folder, `${k}.${name}`))).buffer)
      return { centres: read('centres'), corners: read('corners'), forward: read('forward') }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** GDAL's pixels of each case, in one process. */
export function gdalPixels(draws: readonly Draw[]): TypedArray[] {
  const folder = mkdtempSync(join(tmpdir(), 'gdal-matrix-'))
  try {
    for (const [k, { values }] of draws.entries())
      writeFileSync(join(folder, `${k}.source`), new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    const cases = draws.map(({ dtype, nodata, outputNodata, source, output, resampling, scale, mapScale }) => {
      const given = scale ?? mapScale
      return {
        dtype,
        nodata,
        outputNodata,
        resampling,
        source: gridJson(source),
        output: gridJson(output),
        scale: given === null ? null : [given.x, given.y],
      }
    })
    const script = fileURLToPath(new URL('gdal-matrix.py', import.meta.url))
    execFileSync(python, [script], { input: JSON.stringify({ folder, cases }) })
    return draws.map(({ dtype }, k) => {
      const bytes = readFileSync(join(folder, `${k}.output`))
      const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
      return viewOf(dtype, copy as ArrayBuffer, 0, copy.byteLength / dtypes[dtype].bytes)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
