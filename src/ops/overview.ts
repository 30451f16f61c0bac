import type { Block, OutBlock } from '../array/block.js'
import { chunkGrid } from '../array/chunk-grid.js'
import type { Window } from '../array/window.js'
import { type Dtype, isBigInt } from '../base/dtype.js'
import { GridError, InternalError, UsageError } from '../base/errors.js'
import { isJsonObject, type Json } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import type { PixelRect } from '../geo/mesh-cell.js'
import type { InputBlocks, Kit, OpDef } from '../graph/op.js'
import type { ArraySpec, Coord } from '../graph/spec.js'
import { misfit } from '../graph/value-kind.js'
import { levelBytes, overviewCodes, overviewKernels, type Span, spanBytes, writeLevel, writeSpans } from '../kernels/overview.js'
import { separableKernels, weightCodes } from '../kernels/separable.js'
import type { AxisTaps } from './warp/axis-taps.js'
import { type AreaKernel, boxesScratchBytes, runBoxes } from './warp/boxes.js'
import type { Coverage } from './warp/coverage.js'
import { convolutionReach, convolutionTaps, gaussTaps } from './warp/filter-taps.js'
import { covers, linearScratchBytes, runLinear } from './warp/linear.js'
import { fillAllInvalid, missing, type Planes, planesOf } from './warp/planes.js'
import { rectOf, withRect } from './warp/state.js'

/** How a kernel makes a pixel: from a `span` of pixels, from those in a `box`, or as a `sum` of weighted ones. */
interface Kernel {
  readonly way: 'span' | 'box' | 'sum'
  /** Whether its pixels are pixels of the level below. */
  readonly moves: boolean
  /** Whether it makes sense for classes. */
  readonly forClasses: boolean
  /** Reach of the weights in pixels of the output; 0 where they do not come from a function. */
  readonly radius: number
}

const moving = { moves: true, forClasses: false, radius: 0 } as const
const mixing = { way: 'sum', moves: false, forClasses: false, radius: 0 } as const

const kernels = {
  average: { way: 'span', moves: false, forClasses: false, radius: 0 },
  min: { ...moving, way: 'span' },
  max: { ...moving, way: 'span' },
  near: { ...moving, way: 'span', forClasses: true },
  mode: { ...moving, way: 'box', forClasses: true },
  med: { ...moving, way: 'box' },
  q1: { ...moving, way: 'box' },
  q3: { ...moving, way: 'box' },
  rms: { ...mixing, way: 'box' },
  sum: { ...mixing, way: 'box' },
  bilinear: { ...mixing, radius: 1 },
  cubic: { ...mixing, radius: 2 },
  cubicspline: { ...mixing, radius: 2 },
  lanczos: { ...mixing, radius: 3 },
  gauss: mixing,
} as const satisfies Record<string, Kernel>

/** How the pixels of a pyramid level are made of the level below. */
export type OverviewKernel = keyof typeof kernels

const otherNames: Readonly<Record<string, OverviewKernel>> = { nearest: 'near', median: 'med', cubic_spline: 'cubicspline' }

/** One pyramid level: its extent, and how it is made. */
export type OverviewParams = {
  readonly width: number
  readonly height: number
  readonly kernel: OverviewKernel
  /**
   * Exactly so many pixels of the level below along x and y, and the extents theirs divided by it and rounded up: the last pixels may lie over the
   * edge in part. Absent: both levels span the same ground.
   */
  readonly factor?: number
  /** Whether kernels that mix values may work on classes and bit fields. */
  readonly allowAveraging?: true
}

const kernelNames = Object.keys(kernels).sort()

function parse(params: Json): OverviewParams {
  if (!isJsonObject(params)) throw new UsageError('overview: params must be an object')
  const { width, height, kernel, factor, allowAveraging, ...rest } = params
  const unknown = Object.keys(rest)[0]
  if (unknown !== undefined)
    throw new UsageError(`overview: unknown param "${unknown}"; known are width, height, kernel, factor, allowAveraging`)
  return {
    width: parseExtent('width', width),
    height: parseExtent('height', height),
    kernel: parseKernel(kernel),
    ...(factor === undefined ? {} : { factor: parseExtent('factor', factor) }),
    ...(allowAveraging === true ? { allowAveraging } : {}),
  }
}

function parseExtent(name: string, value: Json | undefined): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value
  throw new UsageError(`overview: ${name} must be a whole number of pixels from 1, not ${JSON.stringify(value ?? null)}`)
}

function parseKernel(value: Json | undefined): OverviewKernel {
  if (typeof value === 'string' && Object.hasOwn(kernels, value)) return value as OverviewKernel
  if (typeof value === 'string' && Object.hasOwn(otherNames, value)) return otherNames[value] as OverviewKernel
  throw new UsageError(`overview: kernel ${JSON.stringify(value ?? null)} is not available; known are ${kernelNames.join(', ')}`)
}

/** Source pixels per output pixel. */
interface Ratio {
  readonly x: number
  readonly y: number
}

/** The extent of the input. */
interface Extent {
  readonly width: number
  readonly height: number
}

interface OverviewState extends Extent {
  readonly ratio: Ratio
}

function ratioOf(inputs: readonly ArraySpec[], { width, height, factor }: OverviewParams): Ratio {
  const spec = inputs[0]
  if (spec === undefined || spec.shape.length < 2) throw new InternalError('overview needs an input of at least two dims')
  if (factor !== undefined) return { x: factor, y: factor }
  return { x: (spec.shape.at(-1) as number) / width, y: (spec.shape.at(-2) as number) / height }
}

function infer(inputs: readonly ArraySpec[], params: OverviewParams): ArraySpec {
  const spec = inputs[0] as ArraySpec
  const ratio = ratioOf(inputs, params)
  if (ratio.x < 1 || ratio.y < 1) {
    const [height, width] = spec.shape.slice(-2)
    throw new GridError(
      `overview: ${params.width} x ${params.height} pixels are more than the ${width} x ${height} below: an overview is smaller`,
    )
  }
  mustBeDivided(spec, params)
  const { moves, forClasses } = kernels[params.kernel]
  const refused = misfit('overview', params.kernel, spec, { picks: moves, keeps: forClasses })
  if (refused !== null && params.allowAveraging !== true) throw new UsageError(refused)
  const shape = [...spec.shape.slice(0, -2), params.height, params.width]
  const [y, x] = spec.dims.slice(-2) as [string, string]
  const coords = { ...spec.coords }
  for (const [dim, by] of [
    [y, ratio.y],
    [x, ratio.x],
  ] as const) {
    const coarse = coarsen(coords[dim], by)
    if (coarse === null) delete coords[dim]
    else coords[dim] = coarse
  }
  return {
    ...spec,
    shape,
    chunks: chunkGrid(shape, spec.chunks.chunk),
    geobox: spec.geobox === null ? null : scaled(spec.geobox, params, ratio),
    periodX: spec.periodX !== null && spec.periodX === spec.shape.at(-1) && params.width * ratio.x === spec.periodX ? params.width : null,
    coords,
    moved: spec.moved && kernels[params.kernel].moves,
  }
}

function mustBeDivided({ shape }: ArraySpec, { width, height, factor }: OverviewParams): void {
  const [h, w] = shape.slice(-2) as [number, number]
  if (factor === undefined || (width === Math.ceil(w / factor) && height === Math.ceil(h / factor))) return
  throw new GridError(`overview: ${width} x ${height} pixels are not the ${w} x ${h} below divided by ${factor}, rounded up`)
}

/** Labels of the centres of coarser pixels; null where there is no rule for them. */
function coarsen(coord: Coord | undefined, by: number): Coord | null {
  if (coord?.kind === 'affine') return coord
  return coord?.kind === 'regular' ? { ...coord, start: coord.start + (coord.step * (by - 1)) / 2, step: coord.step * by } : null
}

/** The same ground in fewer pixels: not exactly twice the pixel where the extent is odd. */
function scaled({ affine, crs }: GeoBox, { width, height }: OverviewParams, { x, y }: Ratio): GeoBox {
  const { a, b, c, d, e, f } = affine
  return { width, height, affine: { a: a * x, b: b * y, c, d: d * x, e: e * y, f }, crs }
}

/** Guard against the rounding of index times ratio; GDAL's. */
const guard = 1e-8

/** Source pixels under output pixel `index`, with the shares of the first and last that it covers. Near is the one pixel that GDAL picks. */
function spanOf(index: number, ratio: number, kernel: OverviewKernel, extent = Number.POSITIVE_INFINITY): Span {
  if (kernel === 'near') return { at: Math.floor(0.5 + index * ratio), count: 1, first: 1, last: 1 }
  const from = index * ratio
  const to = Math.min((index + 1) * ratio, extent)
  const at = Math.floor(from + guard)
  const count = Math.max(1, Math.ceil(to - guard) - at)
  if (count === 1) return { at, count, first: 1, last: 1 }
  return { at, count, first: Math.min(1, 1 - (from - at)), last: Math.min(1, 1 - (at + count - to)) }
}

/** The spans of output indices [start, stop) in an input of so many pixels. */
function spansOf(start: number, stop: number, ratio: number, kernel: OverviewKernel, extent: number): Span[] {
  return Array.from({ length: stop - start }, (_, i) => spanOf(start + i, ratio, kernel, extent))
}

/** First and last source index under output indices [start, stop), half-open. */
function reach(start: number, stop: number, ratio: number, kernel: OverviewKernel): [number, number] {
  const last = spanOf(stop - 1, ratio, kernel)
  return [spanOf(start, ratio, kernel).at, last.at + last.count]
}

function demand(out: Window, inputs: readonly ArraySpec[], params: OverviewParams): [number, Window][] {
  const box = boxUnder(rectOf(out), ratioOf(inputs, params), params)
  return [[0, withRect(out, box)]]
}

/** Whether all pixels are means of exactly 2 x 2, for which there is a kernel of its own. */
function halves({ kernel, width, height }: OverviewParams, input: Extent): boolean {
  return kernel === 'average' && input.width === 2 * width && input.height === 2 * height
}

function extentOf({ shape }: ArraySpec): Extent {
  const [height, width] = shape.slice(-2) as [number, number]
  return { width, height }
}

/** Whether pixels are weighted sums along rows and columns apart; means of 64-bit integers are not, as float64 does not hold them. */
function isLinear(params: OverviewParams, input: Extent, dtype: Dtype): boolean {
  if (kernels[params.kernel].way === 'sum') return true
  return params.kernel === 'average' && !halves(params, input) && !isBigInt(dtype)
}

function scratchBytes(out: Window, inputs: readonly ArraySpec[], params: OverviewParams): number {
  const rect = rectOf(out)
  const ratio = ratioOf(inputs, params)
  const spec = inputs[0] as ArraySpec
  const { dtype } = spec
  if (isLinear(params, extentOf(spec), dtype)) {
    const { radius } = kernels[params.kernel]
    const most = (by: number): number => (params.kernel === 'average' ? Math.ceil(by) + 1 : convolutionReach(by, radius))
    const taps = { x: most(ratio.x), y: most(ratio.y) }
    return linearScratchBytes(rect, boxUnder(rect, ratio, params), dtype, taps, false)
  }
  if (kernels[params.kernel].way === 'box') return boxesScratchBytes(rect)
  return levelBytes + (rect.x1 - rect.x0 + (rect.y1 - rect.y0)) * spanBytes + 4 * 16
}

/** The input pixels under a rectangle of the output; as if the input had no end where weights reach beyond the pixel. */
function boxUnder(rect: PixelRect, ratio: Ratio, { kernel }: OverviewParams): PixelRect {
  if (kernels[kernel].way === 'sum') {
    const [farX, farY] = [sideReach(ratio.x, kernel), sideReach(ratio.y, kernel)]
    return {
      x0: Math.floor(rect.x0 * ratio.x) - farX,
      y0: Math.floor(rect.y0 * ratio.y) - farY,
      x1: Math.ceil(rect.x1 * ratio.x) + farX,
      y1: Math.ceil(rect.y1 * ratio.y) + farY,
    }
  }
  const [x0, x1] = reach(rect.x0, rect.x1, ratio.x, kernel)
  const [y0, y1] = reach(rect.y0, rect.y1, ratio.y, kernel)
  return { x0, y0, x1, y1 }
}

/** Pixels below that weights reach beyond an output pixel. */
function sideReach(ratio: number, kernel: OverviewKernel): number {
  return kernel === 'gauss' ? 4 : Math.ceil((kernels[kernel].radius - 0.5) * ratio) + 1
}

function run(out: OutBlock, inputs: InputBlocks, params: OverviewParams, state: OverviewState, kit: Kit): void {
  const block = inputs.get(0)
  if (block === undefined) {
    fillAllInvalid(out)
    return
  }
  if (kernels[params.kernel].way === 'box') {
    runBox(out, block, params.kernel as AreaKernel, state, kit)
    return
  }
  const { ratio } = state
  const planes = planesOf(out, block, null)
  const wanted = boxUnder(rectOf(out.window), ratio, params)
  const needed = {
    x0: Math.max(0, wanted.x0),
    y0: Math.max(0, wanted.y0),
    x1: Math.min(state.width, wanted.x1),
    y1: Math.min(state.height, wanted.y1),
  }
  if (!covers(planes.block, needed)) throw missing('overview', planes.block)
  const linear = isLinear(params, state, planes.dtype)
  const invalid = linear
    ? runSums(out, block, planes, needed, params.kernel, state, kit)
    : runLevel(out, planes, needed, params, state, kit)
  if (params.kernel === 'near' && planes.byNodata) out.valid = block.valid
  else out.valid = invalid === 0 ? null : out.mask
}

function runBox(out: OutBlock, block: Block, kernel: AreaKernel, { ratio, width, height }: OverviewState, kit: Kit): void {
  const rect = rectOf(out.window)
  const along = (start: number, stop: number, by: number): Float64Array =>
    Float64Array.from({ length: 2 * (stop - start) }, (_, i) => (start + Math.ceil(i / 2)) * by)
  const columns = along(rect.x0, rect.x1, ratio.x)
  const rows = along(rect.y0, rect.y1, ratio.y)
  runBoxes(
    'overview',
    out,
    block,
    { kernel, columns, rows, array: { x0: 0, y0: 0, x1: width, y1: height }, period: null, leastValid: 0 },
    kit,
  )
}

function runLevel(out: OutBlock, lined: Planes, needed: PixelRect, params: OverviewParams, state: OverviewState, kit: Kit): number {
  const { ratio } = state
  const memory = new DataView(kit.memory.buffer)
  const rect = rectOf(out.window)
  const box = lined.block
  const at = kit.scratch(levelBytes)
  const [width, height] = [rect.x1 - rect.x0, rect.y1 - rect.y0]
  const [columns, rows] = [kit.scratch(width * spanBytes), kit.scratch(height * spanBytes)]
  writeSpans(memory, columns, spansOf(rect.x0, rect.x1, ratio.x, params.kernel, state.width), box.x0)
  writeSpans(memory, rows, spansOf(rect.y0, rect.y1, ratio.y, params.kernel, state.height), box.y0)
  const run = overviewKernels(kit.kernels)
  const { srcStride, dstStride, nodata, nodataBits, code } = lined
  const level = { srcStride, dstStride, width, height, columns, rows, room: 0, nodata, nodataBits }
  let invalid = 0
  for (const plane of lined.planes) {
    writeLevel(memory, at, plane, level)
    invalid += halves(params, state)
      ? run.overviewHalve(code, at, needed.x0 - box.x0, needed.y0 - box.y0)
      : run.overviewSpans(code, overviewCodes[params.kernel as keyof typeof overviewCodes], at)
  }
  return invalid
}

function runSums(
  out: OutBlock,
  block: Block,
  planes: Planes,
  needed: PixelRect,
  kernel: OverviewKernel,
  { ratio, width, height }: OverviewState,
  kit: Kit,
): number {
  const rect = rectOf(out.window)
  if (kernel === 'average') {
    const columns = coverage(spansOf(rect.x0, rect.x1, ratio.x, 'average', width), Math.ceil(ratio.x) + 1)
    const rows = coverage(spansOf(rect.y0, rect.y1, ratio.y, 'average', height), Math.ceil(ratio.y) + 1)
    const totals = { columns: columns.totals, rows: rows.totals }
    return runLinear({ planes, block, columns: columns.taps, rows: rows.taps, needed, narrow: false, totals }, kit)
  }
  const along = (start: number, stop: number, by: number, extent: number): Coverage => {
    if (kernel === 'gauss') return gaussTaps(start, stop, by, Math.max(ratio.x, ratio.y), extent)
    const { kernelWeight } = separableKernels(kit.kernels)
    const code = weightCodes[kernel as keyof typeof weightCodes]
    return convolutionTaps(start, stop, by, kernels[kernel].radius, extent, (distance) => kernelWeight(code, distance))
  }
  const columns = along(rect.x0, rect.x1, ratio.x, width)
  const rows = along(rect.y0, rect.y1, ratio.y, height)
  const mending = kernel === 'gauss' ? 'both' : kernel === 'cubic' || kernel === 'lanczos' ? 'passesOfRuns' : 'passes'
  const totals = kernel === 'gauss' ? { columns: columns.totals, rows: rows.totals } : null
  return runLinear({ planes, block, columns: columns.taps, rows: rows.taps, needed, narrow: false, totals, mending }, kit)
}

/** Spans as taps whose weights are the covered shares, and their sums. */
function coverage(spans: readonly Span[], taps: number): { taps: AxisTaps; totals: Float64Array } {
  const weights = new Float64Array(spans.length * taps)
  const totals = new Float64Array(spans.length)
  spans.forEach(({ count, first, last }, i) => {
    for (let k = 0; k < count; k++) {
      const share = k === 0 ? first : k === count - 1 ? last : 1
      weights[i * taps + k] = share
      totals[i] = (totals[i] as number) + share
    }
  })
  const first = Int32Array.from(spans, ({ at }) => at)
  const count = Int32Array.from(spans, (span) => span.count)
  // No centre: whichever pixels are valid make the mean.
  return { taps: { from: 0, length: spans.length, taps, first, count, centre: noCentre(spans.length), weights }, totals }
}

function noCentre(length: number): Int32Array {
  return new Int32Array(length).fill(-(2 ** 30))
}

/**
 * `overview`: one level of a pyramid, from the level below. Params: `width` and `height` of the level, `kernel`, `factor` for pixels of exactly so
 * many below.
 * `average` and `mode` weigh source pixels by how much of them lies under the output pixel; `min` and `max` take every pixel that is
 * touched; `near` takes the one at 0.5 + index * ratio. Only valid pixels count; a pixel over none is invalid. Integers round half up.
 */
export const overview: OpDef<OverviewParams, OverviewState> = {
  name: 'overview',
  version: 1,
  parse,
  infer,
  prepare: (inputs, params) => ({ ratio: ratioOf(inputs, params), ...extentOf(inputs[0] as ArraySpec) }),
  stateBytes: () => 64,
  demand: (out, inputs, params) => demand(out, inputs, params),
  scratchBytes,
  elementwise: false,
  movesPixels: false,
  keepsValid: () => true,
  leaf: false,
  simplify: (inputs, params) => {
    const { x, y } = ratioOf(inputs, params)
    return x === 1 && y === 1 ? 'input' : null
  },
  run,
}
