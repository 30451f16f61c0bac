import type { Block, OutBlock } from '../../array/block.js'
import type { Window } from '../../array/window.js'
import { type Dtype, dtypeOf, dtypes, isBigInt, isInteger } from '../../base/dtype.js'
import type { Kit } from '../../graph/op.js'
import type { ArraySpec } from '../../graph/spec.js'
import { anyInvalid } from '../../kernels/elementwise.js'
import { fillKernels } from '../../kernels/focal.js'
import { edgesOf, forPlanes, type Rect, rectOf } from './halo.js'
import { readerBytes, slackBytes, stripReader } from './strips.js'

/** Params of filling holes. */
export type FillParams = {
  /** How far away pixels may lie that a hole is filled from, in pixels. */
  readonly maxDistance: number
  /** Whether the pixels of the four quarters are weighed by distance, or the nearest alone counts. */
  readonly method: 'inverse' | 'nearest'
  /** How often filled pixels are smoothed after that. */
  readonly smoothing: number
}

/** Pixels on each side that a result may depend on. */
export function fillReach({ maxDistance, smoothing }: FillParams): number {
  return Math.floor(maxDistance) + smoothing
}

/** Planes of float32 with the halo (the array's, the filled one, one more to smooth into), marks, and integers a column. */
export function fillScratch(out: Window, params: FillParams): number {
  const { x0, y0, x1, y1 } = rectOf(out)
  const reach = fillReach(params)
  const [width, height] = [x1 - x0 + 2 * reach, y1 - y0 + 2 * reach]
  const planes = params.smoothing > 0 ? 3 : 2
  return width * height * (planes * 4 + 1) + width * 8 + readerBytes(width) + 8 * slackBytes
}

/** Fills an output: valid pixels are copied, holes filled from those around them. */
export function runFill(out: OutBlock, block: Block, spec: ArraySpec, params: FillParams, kit: Kit): void {
  const rect = rectOf(out.window)
  const edges = edgesOf(spec, block)
  const hasHoles = anyInvalid(kit, block)
  const region = within(rect, fillReach(params), edges)
  const fill = hasHoles ? filling(kit, rect, region, edges, dtypeOf(out.data) as Dtype, params) : null
  forPlanes(out, block, (outAt, blockAt) => {
    copyRows(out, outAt, block, blockAt)
    if (fill !== null) putHoles(out, outAt, rect, region, fill(block, blockAt))
  })
  if (!hasHoles) out.valid = null
}

/** A rectangle with more around it, as far as the array goes. */
function within({ x0, y0, x1, y1 }: Rect, more: number, edges: Rect): Rect {
  return {
    x0: Math.max(edges.x0, x0 - more),
    y0: Math.max(edges.y0, y0 - more),
    x1: Math.min(edges.x1, x1 + more),
    y1: Math.min(edges.y1, y1 + more),
  }
}

function copyRows(out: OutBlock, outAt: number, { data, window }: Block, blockAt: number): void {
  const [rect, box] = [rectOf(out.window), rectOf(window)]
  const columns = rect.x1 - rect.x0
  for (let y = rect.y0; y < rect.y1; y++) {
    const from = blockAt + (y - box.y0) * (box.x1 - box.x0) + rect.x0 - box.x0
    out.data.set(data.subarray(from, from + columns) as never, outAt + (y - rect.y0) * columns)
  }
}

/** The filled plane of a region, and which of its pixels were holes. */
interface Filled {
  readonly values: Float32Array
  readonly marks: Uint8Array
}

function filling(kit: Kit, rect: Rect, region: Rect, edges: Rect, dtype: Dtype, params: FillParams): (block: Block, at: number) => Filled {
  const { fillHoles, fillSmooth } = fillKernels(kit.kernels)
  const { maxDistance, method, smoothing } = params
  const [width, height] = [region.x1 - region.x0, region.y1 - region.y0]
  const plane = (): number => kit.scratch(width * height * 4 + slackBytes)
  const [source, first, second] = [plane(), plane(), smoothing > 0 ? plane() : 0]
  const marks = kit.scratch(width * height)
  const [above, below] = [kit.scratch(width * 4), kit.scratch(width * 4)]
  const scratch = kit.scratch(readerBytes(width))
  const part = within(rect, smoothing, edges)
  const [x0, x1, y0, y1] = [part.x0 - region.x0, part.x1 - region.x0, part.y0 - region.y0, part.y1 - region.y0]
  const lastColumn = edges.x1 - 1 - region.x0
  const marked = new Uint8Array(kit.memory.buffer, marks, width * height)
  const valuesAt = (at: number): Float32Array => new Float32Array(kit.memory.buffer, at, width * height)
  return (block, at) => {
    const read = stripReader(kit, 'float32', block, at, scratch)
    for (let y = region.y0; y < region.y1; y++) read(y, region.x0, region.x1, source + (y - region.y0) * width * 4)
    fillHoles(source, width, height, x0, x1, y0, y1, maxDistance, lastColumn, method === 'nearest' ? 1 : 0, above, below, first, marks)
    if (smoothing === 0) return { values: valuesAt(first), marks: marked }
    if (isInteger(dtype)) roundHoles(valuesAt(first), marked, dtype, { x0, x1, y0, y1 }, width)
    let [from, to] = [first, second]
    // GDAL leaves the first and the last row of an array as they are.
    const [top, bottom] = [Math.max(y0, edges.y0 + 1 - region.y0), Math.min(y1, edges.y1 - 1 - region.y0)]
    for (let turn = 0; turn < smoothing; turn++) {
      fillSmooth(from, width, height, x0, x1, y0, y1, top, bottom, marks, to)
      ;[from, to] = [to, from]
    }
    return { values: valuesAt(from), marks: marked }
  }
}

/** A value as an integer dtype holds it: to the nearest, halves upwards, clamped. */
function rounded(value: number, dtype: Dtype): number {
  const { min, max } = dtypes[dtype]
  return Math.min(Math.max(Math.floor(value + 0.5), Number(min)), Number(max))
}

function roundHoles(values: Float32Array, marks: Uint8Array, dtype: Dtype, { x0, x1, y0, y1 }: Rect, width: number): void {
  for (let y = y0; y < y1; y++) {
    for (let at = y * width + x0; at < y * width + x1; at++) if (marks[at] === 1) values[at] = rounded(values[at] as number, dtype)
  }
}

function putHoles(out: OutBlock, outAt: number, rect: Rect, region: Rect, { values, marks }: Filled): void {
  const { data, mask } = out
  const dtype = dtypeOf(data) as Dtype
  const whole = isInteger(dtype)
  const big = isBigInt(dtype)
  const width = region.x1 - region.x0
  let to = outAt
  for (let y = rect.y0; y < rect.y1; y++) {
    let at = (y - region.y0) * width + rect.x0 - region.x0
    for (let x = rect.x0; x < rect.x1; x++, at++, to++) {
      const value = values[at] as number
      mask[to] = value === value ? 1 : 0
      if (marks[at] !== 1) continue
      const number = whole ? rounded(value, dtype) : value
      // The greatest 64-bit integers are no float64: what rounds beyond them is clamped once more.
      data[to] = (big ? clampedBig(number, dtype) : number) as never
    }
  }
}

function clampedBig(value: number, dtype: 'uint64' | 'int64'): bigint {
  const [whole, max] = [BigInt(value), dtypes[dtype].max as bigint]
  return whole > max ? max : whole
}
