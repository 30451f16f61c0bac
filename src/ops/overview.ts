import type { OutBlock } from '../array/block.js'
import { chunkGrid } from '../array/chunk-grid.js'
import { shapeOf, type Window } from '../array/window.js'
import { GridError, InternalError, UsageError } from '../base/errors.js'
import { isJsonObject, type Json } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import type { InputBlocks, Kit, OpDef } from '../graph/op.js'
import type { ArraySpec, Coord } from '../graph/spec.js'
import { levelBytes, overviewCodes, overviewKernels, type Span, spanBytes, writeLevel, writeSpans } from '../kernels/overview.js'
import { fillAllInvalid, planesOf } from './warp/planes.js'
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
  const ratio = ratioOf(inputs, params)
  const rect = rectOf(out)
  const [x0, x1] = reach(rect.x0, rect.x1, ratio.x, params.kernel)
  const [y0, y1] = reach(rect.y0, rect.y1, ratio.y, params.kernel)
  return [[0, withRect(out, { x0, y0, x1, y1 })]]
}

function roomBytes({ x, y }: Ratio, { kernel }: OverviewParams): number {
  return kernel === 'mode' ? 16 * (Math.ceil(x) + 1) * (Math.ceil(y) + 1) : 0
}

function scratchBytes(out: Window, inputs: readonly ArraySpec[], params: OverviewParams): number {
  const [height, width] = shapeOf(out).slice(-2) as [number, number]
  return levelBytes + (width + height) * spanBytes + roomBytes(ratioOf(inputs, params), params) + 4 * 16
}

function run(out: OutBlock, inputs: InputBlocks, params: OverviewParams, ratio: Ratio, kit: Kit): void {
  const block = inputs.get(0)
  if (block === undefined) {
    fillAllInvalid(out)
    return
  }
  const near = params.kernel === 'near'
  const rect = rectOf(out.window)
  const lined = planesOf(out, block, null)
  const [firstX, endX] = reach(rect.x0, rect.x1, ratio.x, params.kernel)
  const [firstY, endY] = reach(rect.y0, rect.y1, ratio.y, params.kernel)
  const box = lined.block
  if (firstX < box.x0 || firstY < box.y0 || endX > box.x1 || endY > box.y1) {
    throw new InternalError(
      `overview: the input block y ${box.y0}..${box.y1}, x ${box.x0}..${box.x1} lacks pixels up to y ${endY}, x ${endX}`,
    )
  }
  const memory = new DataView(kit.memory.buffer)
  const at = kit.scratch(levelBytes)
  const width = rect.x1 - rect.x0
  const height = rect.y1 - rect.y0
  const columns = kit.scratch(width * spanBytes)
  const rows = kit.scratch(height * spanBytes)
  const room = kit.scratch(roomBytes(ratio, params))
  writeSpans(memory, columns, spansOf(rect.x0, rect.x1, ratio.x, params.kernel), box.x0)
  writeSpans(memory, rows, spansOf(rect.y0, rect.y1, ratio.y, params.kernel), box.y0)
  const kernels = overviewKernels(kit.kernels)
  const halves = params.kernel === 'average' && ratio.x === 2 && ratio.y === 2
  let invalid = 0
  for (const plane of lined.planes) {
    const { srcStride, dstStride, nodata, nodataBits, code } = lined
    writeLevel(memory, at, { ...plane, srcStride, dstStride, width, height, columns, rows, room, nodata, nodataBits })
    invalid += halves
      ? kernels.overviewHalve(code, at, firstX - box.x0, firstY - box.y0)
      : kernels.overviewSpans(code, overviewCodes[params.kernel], at)
  }
  if (near && lined.byNodata) out.valid = block.valid
  else out.valid = invalid === 0 ? null : out.mask
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
  leaf: false,
  simplify: (inputs, params) => {
    const { x, y } = ratioOf(inputs, params)
    return x === 1 && y === 1 ? 'input' : null
  },
  run,
}
