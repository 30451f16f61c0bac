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
import { levelBytes, overviewCodes, overviewKernels, type Span, spanBytes, writeLevel, writeSpans } from '../kernels/overview.js'
import type { AxisTaps } from './warp/axis-taps.js'
import { covers, linearScratchBytes, runLinear } from './warp/linear.js'
import { fillAllInvalid, missing, type Planes, planesOf } from './warp/planes.js'
import { rectOf, withRect } from './warp/state.js'

/** How the pixels of a pyramid level are made of the level below. */
export type OverviewKernel = keyof typeof overviewCodes

/** One pyramid level: its extent, and how it is made. */
export type OverviewParams = {
  readonly width: number
  readonly height: number
  readonly kernel: OverviewKernel
}

const kernelNames = Object.keys(overviewCodes).sort()

function parse(params: Json): OverviewParams {
  if (!isJsonObject(params)) throw new UsageError('overview: params must be an object')
  const { width, height, kernel, ...rest } = params
  const unknown = Object.keys(rest)[0]
  if (unknown !== undefined) throw new UsageError(`overview: unknown param "${unknown}"; known are width, height, kernel`)
  return { width: parseExtent('width', width), height: parseExtent('height', height), kernel: parseKernel(kernel) }
}

function parseExtent(name: string, value: Json | undefined): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value
  throw new UsageError(`overview: ${name} must be a whole number of pixels from 1, not ${JSON.stringify(value ?? null)}`)
}

function parseKernel(value: Json | undefined): OverviewKernel {
  if (typeof value === 'string' && Object.hasOwn(overviewCodes, value)) return value as OverviewKernel
  throw new UsageError(`overview: kernel ${JSON.stringify(value ?? null)} is not available; known are ${kernelNames.join(', ')}`)
}

/** Source pixels per output pixel. */
interface Ratio {
  readonly x: number
  readonly y: number
}

function ratioOf(inputs: readonly ArraySpec[], { width, height }: OverviewParams): Ratio {
  const spec = inputs[0]
  if (spec === undefined || spec.shape.length < 2) throw new InternalError('overview needs an input of at least two dims')
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
  if (spec.categorical && params.kernel === 'average') {
    throw new UsageError('overview: average would mix the classes of a categorical array: use mode or near')
  }
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
    periodX: spec.periodX !== null && spec.periodX === spec.shape.at(-1) ? params.width : null,
    coords,
    moved: spec.moved && params.kernel !== 'average',
  }
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
function spanOf(index: number, ratio: number, kernel: OverviewKernel): Span {
  if (kernel === 'near') return { at: Math.floor(0.5 + index * ratio), count: 1, first: 1, last: 1 }
  const from = index * ratio
  const to = (index + 1) * ratio
  const at = Math.floor(from + guard)
  const count = Math.max(1, Math.ceil(to - guard) - at)
  if (count === 1) return { at, count, first: 1, last: 1 }
  return { at, count, first: Math.min(1, 1 - (from - at)), last: Math.min(1, 1 - (at + count - to)) }
}

function spansOf(start: number, stop: number, ratio: number, kernel: OverviewKernel): Span[] {
  return Array.from({ length: stop - start }, (_, i) => spanOf(start + i, ratio, kernel))
}

/** First and last source index under output indices [start, stop), half-open. */
function reach(start: number, stop: number, ratio: number, kernel: OverviewKernel): [number, number] {
  const last = spanOf(stop - 1, ratio, kernel)
  return [spanOf(start, ratio, kernel).at, last.at + last.count]
}

function demand(out: Window, inputs: readonly ArraySpec[], params: OverviewParams): [number, Window][] {
  const box = boxUnder(rectOf(out), ratioOf(inputs, params), params.kernel)
  return [[0, withRect(out, box)]]
}

function roomBytes({ x, y }: Ratio, { kernel }: OverviewParams): number {
  return kernel === 'mode' ? 16 * (Math.ceil(x) + 1) * (Math.ceil(y) + 1) : 0
}

/** Whether pixels are means of exactly 2 x 2, for which there is a kernel of its own. */
function halves(ratio: Ratio, { kernel }: OverviewParams): boolean {
  return kernel === 'average' && ratio.x === 2 && ratio.y === 2
}

/** Whether pixels are weighted sums along rows and columns apart; 64-bit integers are not, as float64 does not hold them. */
function isLinear(ratio: Ratio, params: OverviewParams, dtype: Dtype): boolean {
  return params.kernel === 'average' && !halves(ratio, params) && !isBigInt(dtype)
}

function scratchBytes(out: Window, inputs: readonly ArraySpec[], params: OverviewParams): number {
  const rect = rectOf(out)
  const ratio = ratioOf(inputs, params)
  const { dtype } = inputs[0] as ArraySpec
  if (isLinear(ratio, params, dtype)) {
    const taps = { x: Math.ceil(ratio.x) + 1, y: Math.ceil(ratio.y) + 1 }
    return linearScratchBytes(rect, boxUnder(rect, ratio, params.kernel), dtype, taps, false)
  }
  return levelBytes + (rect.x1 - rect.x0 + (rect.y1 - rect.y0)) * spanBytes + roomBytes(ratio, params) + 4 * 16
}

/** The input pixels under a rectangle of the output. */
function boxUnder(rect: PixelRect, ratio: Ratio, kernel: OverviewKernel): PixelRect {
  const [x0, x1] = reach(rect.x0, rect.x1, ratio.x, kernel)
  const [y0, y1] = reach(rect.y0, rect.y1, ratio.y, kernel)
  return { x0, y0, x1, y1 }
}

function run(out: OutBlock, inputs: InputBlocks, params: OverviewParams, ratio: Ratio, kit: Kit): void {
  const block = inputs.get(0)
  if (block === undefined) {
    fillAllInvalid(out)
    return
  }
  const planes = planesOf(out, block, null)
  const needed = boxUnder(rectOf(out.window), ratio, params.kernel)
  if (!covers(planes.block, needed)) throw missing('overview', planes.block)
  const linear = isLinear(ratio, params, planes.dtype)
  const invalid = linear ? runAverage(out, block, planes, needed, ratio, kit) : runLevel(out, planes, needed, params, ratio, kit)
  if (params.kernel === 'near' && planes.byNodata) out.valid = block.valid
  else out.valid = invalid === 0 ? null : out.mask
}

function runLevel(out: OutBlock, lined: Planes, needed: PixelRect, params: OverviewParams, ratio: Ratio, kit: Kit): number {
  const memory = new DataView(kit.memory.buffer)
  const rect = rectOf(out.window)
  const box = lined.block
  const at = kit.scratch(levelBytes)
  const size = { width: rect.x1 - rect.x0, height: rect.y1 - rect.y0 }
  const tables = { columns: kit.scratch(size.width * spanBytes), rows: kit.scratch(size.height * spanBytes) }
  const room = kit.scratch(roomBytes(ratio, params))
  writeSpans(memory, tables.columns, spansOf(rect.x0, rect.x1, ratio.x, params.kernel), box.x0)
  writeSpans(memory, tables.rows, spansOf(rect.y0, rect.y1, ratio.y, params.kernel), box.y0)
  const kernels = overviewKernels(kit.kernels)
  const { srcStride, dstStride, nodata, nodataBits, code } = lined
  let invalid = 0
  for (const plane of lined.planes) {
    writeLevel(memory, at, { ...plane, srcStride, dstStride, ...size, ...tables, room, nodata, nodataBits })
    invalid += halves(ratio, params)
      ? kernels.overviewHalve(code, at, needed.x0 - box.x0, needed.y0 - box.y0)
      : kernels.overviewSpans(code, overviewCodes[params.kernel], at)
  }
  return invalid
}

function runAverage(out: OutBlock, block: Block, planes: Planes, needed: PixelRect, ratio: Ratio, kit: Kit): number {
  const rect = rectOf(out.window)
  const columns = coverage(spansOf(rect.x0, rect.x1, ratio.x, 'average'), Math.ceil(ratio.x) + 1)
  const rows = coverage(spansOf(rect.y0, rect.y1, ratio.y, 'average'), Math.ceil(ratio.y) + 1)
  const totals = { columns: columns.totals, rows: rows.totals }
  return runLinear({ planes, block, columns: columns.taps, rows: rows.taps, needed, narrow: false, totals }, kit)
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
 * `overview`: one level of a pyramid, from the level below. Params: `width` and `height` of the level, `kernel`.
 * `average` and `mode` weigh source pixels by how much of them lies under the output pixel; `min` and `max` take every pixel that is
 * touched; `near` takes the one at 0.5 + index * ratio. Only valid pixels count; a pixel over none is invalid. Integers round half up.
 */
export const overview: OpDef<OverviewParams, Ratio> = {
  name: 'overview',
  version: 1,
  parse,
  infer,
  prepare: ratioOf,
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
