import { leaveBlank } from '../array/blank.js'
import { type Block, isValidAt, type OutBlock } from '../array/block.js'
import { chunkGrid } from '../array/chunk-grid.js'
import { stridesOf } from '../array/strided-copy.js'
import { shapeOf, type Window } from '../array/window.js'
import type { Dtype } from '../base/dtype.js'
import { GridError, UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { invert } from '../geo/affine.js'
import { sameCrs } from '../geo/crs.js'
import { crsTransform } from '../geo/crs-transform.js'
import type { GeoBox } from '../geo/geobox.js'
import { ownLabels } from '../graph/labels.js'
import type { OpDef } from '../graph/op.js'
import { oneOf, paramsObject } from '../graph/params.js'
import type { ArraySpec, Coord } from '../graph/spec.js'
import { gridUnder, parseShapes, type ShapesParams } from './shapes/params.js'
import { firstTap, type SampleMethod, sampleMethods, tapCount, tapWeights } from './shapes/taps.js'

export type { SampleMethod } from './shapes/taps.js'

/** Params of {@link sample}: one shape whose only ring has all points, their CRS, and how values between pixels are made. */
export type SampleParams = ShapesParams & { readonly method: SampleMethod }

/** Points to a chunk: neighbours should be near each other, for they are read together. */
const pointChunk = 256

function parse(params: Json): SampleParams {
  const given = paramsObject('sample', params, ['shapes', 'crs', 'method'])
  const shapes = parseShapes('sample', given)
  const [points] = shapes.shapes
  if (shapes.shapes.length !== 1 || points?.type !== 'point' || points.rings.length !== 1 || points.rings[0]?.length === 0)
    throw new UsageError('sample: shapes must be one list of points, with at least one')
  return { ...shapes, method: oneOf('sample', 'method', given.method, sampleMethods, 'nearest') }
}

function infer([input]: readonly ArraySpec[], { shapes, method }: SampleParams): ArraySpec {
  const spec = input as ArraySpec
  gridUnder('sample', spec)
  if (spec.dims.includes('point')) throw new GridError('sample: the array has a dim "point" already')
  const isExact = method === 'nearest'
  if (!isExact && spec.categorical) throw new UsageError(`sample: method ${method} would mix classes; use nearest`)
  const kept = spec.dims.flatMap((dim, at) => (dim === 'y' || dim === 'x' ? [] : [at]))
  const count = (shapes[0]?.rings[0]?.length ?? 0) / 2
  const shape = [...kept.map((at) => spec.shape[at] as number), count]
  const dims = [...kept.map((at) => spec.dims[at] as string), 'point']
  const coords: Record<string, Coord> = {}
  for (const at of kept) {
    const labels = ownLabels(spec, spec.dims[at] as string)
    if (labels !== undefined) coords[spec.dims[at] as string] = labels
  }
  const dtype = isExact ? spec.dtype : mixedDtype(spec.dtype)
  const bands = dtype === spec.dtype ? spec.bands : spec.bands.map((band) => ({ ...band, nodata: null }))
  const chunk = [...kept.map((at) => spec.chunks.chunk[at] as number), Math.min(pointChunk, count)]
  return {
    ...spec,
    dims,
    shape,
    dtype,
    chunks: chunkGrid(shape, chunk),
    geobox: null,
    periodX: null,
    coords,
    bands,
    moved: isExact && spec.moved,
  }
}

/** Means of integers of up to 16 bits and of float32 are float32, as in resampling; all others float64. */
function mixedDtype(dtype: Dtype): Dtype {
  return ['uint8', 'int8', 'uint16', 'int16', 'float32'].includes(dtype) ? 'float32' : 'float64'
}

interface SampleState {
  readonly dims: readonly string[]
  /** Columns and rows of the points in pixels; NaN beyond the grid. */
  readonly xs: Float64Array
  readonly ys: Float64Array
  readonly width: number
  readonly height: number
}

function prepare([input]: readonly ArraySpec[], { shapes, crs }: SampleParams): SampleState {
  const spec = input as ArraySpec
  const box = gridUnder('sample', spec)
  const points = shapes[0]?.rings[0] as readonly number[]
  const xs = Float64Array.from({ length: points.length / 2 }, (_, at) => points[2 * at] as number)
  const ys = Float64Array.from({ length: points.length / 2 }, (_, at) => points[2 * at + 1] as number)
  if (crs !== null && box.crs !== null && !sameCrs(crs, box.crs)) crsTransform(crs, box.crs)(xs, ys, xs.length)
  toPixels(box, xs, ys)
  return { dims: spec.dims, xs, ys, width: box.width, height: box.height }
}

function toPixels({ affine, crs, width, height }: GeoBox, xs: Float64Array, ys: Float64Array): void {
  const { a, b, c, d, e, f } = invert(affine)
  const isIn = (column: number, row: number): boolean => column >= 0 && column < width && row >= 0 && row < height
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [xs[i] as number, ys[i] as number]
    const turns = crs?.kind === 'geographic' ? [0, 360, -360] : [0]
    let found = [Number.NaN, Number.NaN]
    for (const turn of turns) {
      const place = [c + (x + turn) * a + y * b, f + (x + turn) * d + y * e] as const
      if (isIn(...place)) {
        found = [...place]
        break
      }
    }
    xs[i] = found[0] as number
    ys[i] = found[1] as number
  }
}

function demand(
  out: Window,
  _inputs: readonly ArraySpec[],
  { method }: SampleParams,
  { dims, xs, ys, width, height }: SampleState,
): [number, Window][] {
  let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0]
  const last = out.start.length - 1
  const taps = tapCount(method)
  for (let point = out.start[last] as number; point < (out.stop[last] as number); point++) {
    if (Number.isNaN(xs[point])) continue
    const [x, y] = [firstTap(method, xs[point] as number), firstTap(method, ys[point] as number)]
    left = Math.min(left, Math.max(0, x))
    right = Math.max(right, Math.min(width, x + taps))
    top = Math.min(top, Math.max(0, y))
    bottom = Math.max(bottom, Math.min(height, y + taps))
  }
  if (left >= right) return []
  let other = 0
  const bounds = dims.map((dim): [number, number] => {
    if (dim === 'y') return [top, bottom]
    if (dim === 'x') return [left, right]
    return [out.start[other] as number, out.stop[other++] as number]
  })
  return [[0, { start: bounds.map(([start]) => start), stop: bounds.map(([, stop]) => stop) }]]
}

function run(out: OutBlock, block: Block | undefined, method: SampleMethod, state: SampleState): void {
  leaveBlank(out)
  if (block === undefined) return
  const { dims, xs, ys } = state
  const shape = shapeOf(out.window)
  const last = shape.length - 1
  const [count, first] = [shape[last] as number, out.window.start[last] as number]
  const planes = shape.slice(0, last).reduce((product, extent) => product * extent, 1)
  const strides = stridesOf(shapeOf(block.window))
  for (let plane = 0; plane < planes; plane++) {
    const from = planeOffset(plane, out.window, block, dims, strides)
    for (let point = 0; point < count; point++) {
      const [x, y] = [xs[first + point] as number, ys[first + point] as number]
      if (Number.isNaN(x)) continue
      const to = plane * count + point
      if (method === 'nearest') takePixel(out, to, block, from, strides, state, x, y)
      else {
        const value = mean(method, block, from, strides, state, x, y)
        if (value === null) continue
        out.data[to] = value as never
        out.mask[to] = 1
      }
    }
  }
}

/** Where a plane of the result lies in the input's block: the element at its row 0 and column 0, which need not be there. */
function planeOffset(plane: number, window: Window, { window: own }: Block, dims: readonly string[], strides: readonly number[]): number {
  const extents = shapeOf(window).slice(0, -1)
  let [rest, offset] = [plane, 0]
  for (let dim = dims.length - 1, other = extents.length - 1; dim >= 0; dim--) {
    const stride = strides[dim] as number
    const start = own.start[dim] as number
    if (dims[dim] === 'y' || dims[dim] === 'x') {
      offset -= start * stride
      continue
    }
    const extent = extents[other] as number
    offset += ((rest % extent) + (window.start[other] as number) - start) * stride
    rest = Math.floor(rest / extent)
    other--
  }
  return offset
}

function placeOf(from: number, strides: readonly number[], dims: readonly string[], x: number, y: number): number {
  return from + y * (strides[dims.indexOf('y')] as number) + x * (strides[dims.indexOf('x')] as number)
}

function takePixel(
  out: OutBlock,
  to: number,
  block: Block,
  from: number,
  strides: readonly number[],
  { dims }: SampleState,
  x: number,
  y: number,
): void {
  const at = placeOf(from, strides, dims, Math.floor(x), Math.floor(y))
  if (!isValidAt(block, at)) return
  out.data[to] = block.data[at] as never
  out.mask[to] = 1
}

/**
 * The weighted mean of the pixels around a point; null where none of them is valid. Bilinear leaves out what is invalid or beyond the grid and divides by the weights that
 * are left; cubic wants all of its pixels, and is bilinear where one is missing.
 */
function mean(
  method: SampleMethod,
  block: Block,
  from: number,
  strides: readonly number[],
  state: SampleState,
  x: number,
  y: number,
): number | null {
  const [across, down] = [tapWeights(method, x), tapWeights(method, y)]
  const [left, top] = [firstTap(method, x), firstTap(method, y)]
  let [sum, weights, missing] = [0, 0, 0]
  for (let j = 0; j < down.length; j++) {
    for (let i = 0; i < across.length; i++) {
      const [column, row] = [left + i, top + j]
      const isThere = column >= 0 && column < state.width && row >= 0 && row < state.height
      const at = isThere ? placeOf(from, strides, state.dims, column, row) : 0
      if (!isThere || !isValidAt(block, at)) {
        missing++
        continue
      }
      const weight = (down[j] as number) * (across[i] as number)
      sum += weight * Number(block.data[at])
      weights += weight
    }
  }
  if (missing === 0) return sum
  if (method === 'cubic') return mean('bilinear', block, from, strides, state, x, y)
  return weights > 0 ? sum / weights : null
}

/** `sample`: the values of an array at points, along a dim `point` in the place of y and x; invalid beyond the grid. */
export const sample: OpDef<SampleParams, SampleState> = {
  name: 'sample',
  version: 1,
  parse,
  infer,
  prepare,
  stateBytes: (_inputs, { shapes }) => 40 * (shapes[0]?.rings[0]?.length ?? 0) + 1024,
  demand,
  scratchBytes: () => 0,
  elementwise: false,
  movesPixels: false,
  keepsValid: () => false,
  leaf: false,
  simplify: () => null,
  run: (out, inputs, { method }, state) => run(out, inputs.get(0), method, state),
}
