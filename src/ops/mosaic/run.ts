import { leaveBlank } from '../../array/blank.js'
import type { Block, OutBlock } from '../../array/block.js'
import { copyWindow } from '../../array/strided-copy.js'
import { shapeOf, sizeOf, type Window } from '../../array/window.js'
import { type Dtype, dtypes } from '../../base/dtype.js'
import type { InputBlocks, Kit } from '../../graph/op.js'
import { type RunMask, runMask } from '../../kernels/elementwise.js'
import { adder, averager, counter, merger, sumBytes } from '../../kernels/mosaic.js'
import type { MosaicMethod } from './params.js'
import { type MosaicState, type Part, partsOf } from './state.js'

/** A part whose pixels are there, and how to get at them. */
interface Layer extends Part {
  readonly block: Block
  readonly mask: RunMask
  /** Elements between rows of the block, where each plane of the output begins in it, and its first pixel in the mosaic. */
  readonly rowStride: number
  readonly planes: readonly number[]
  readonly left: number
  readonly top: number
}

/** A row of the output: its first element, its extent in the mosaic. */
interface Row {
  readonly at: number
  readonly plane: number
  readonly y: number
  readonly x0: number
  readonly width: number
}

/** Takes what a layer has of a row: pointers to its values and their mask, the first element of the output, how many. */
type TakeRun = (source: number, mask: number, to: number, count: number) => void

/** Bytes of scratch that a mosaic of a window needs: the mask of a row, and for means the sums and counts of one. */
export function mosaicScratchBytes(method: MosaicMethod, dtype: Dtype, out: Window): number {
  const width = shapeOf(out).at(-1) as number
  return width + 64 + (method === 'mean' ? width * (sumBytes(dtype) + 4) + 64 : 0)
}

/** Fills a window of a mosaic. */
export function runMosaic(method: MosaicMethod, dtype: Dtype, out: OutBlock, inputs: InputBlocks, state: MosaicState, kit: Kit): void {
  const found = partsOf(state, out.window).flatMap((part) => {
    const block = inputs.get(part.input)
    return block === undefined ? [] : [{ part, block }]
  })
  if (method === 'count') zero(out)
  else if (found.length === 0) {
    leaveBlank(out)
    return
  } else if (copyOnly(out, found)) return
  const width = shapeOf(out.window).at(-1) as number
  const scratch = kit.scratch(width + 64)
  const layers = found.map(({ part, block }) => layerOf(part, block, runMask(kit, block, scratch), out.window))
  if (method === 'count') {
    const count = counter(kit)
    const { byteOffset } = out.data
    forRows(out.window, (row) => eachRun(row, layers, (_, mask, to, length) => count(mask, byteOffset + to * 4, length)))
    out.valid = null
  } else if (method === 'mean') runMean(dtype, out, layers, kit)
  else runMerge(method, dtype, out, layers, kit)
}

/** One input under all of the window is that input, with the validity that it states. */
function copyOnly(out: OutBlock, found: readonly { readonly part: Part; readonly block: Block }[]): boolean {
  const [only] = found
  if (found.length !== 1 || only === undefined) return false
  const { part, block } = only
  const [height, width] = shapeOf(out.window).slice(-2)
  if (part.x1 - part.x0 !== width || part.y1 - part.y0 !== height) return false
  const rank = out.window.start.length
  const start = block.window.start.map((at, dim) => (dim < rank - 2 ? at : at + (dim === rank - 1 ? part.column : part.row)))
  const from = { start, shape: shapeOf(block.window) }
  const to = { start: out.window.start, shape: shapeOf(out.window) }
  copyWindow({ ...from, data: block.data }, { ...to, data: out.data }, out.window)
  if (block.valid instanceof Uint8Array) copyWindow({ ...from, data: block.valid }, { ...to, data: out.mask }, out.window)
  else out.valid = block.valid
  return true
}

function layerOf(part: Part, block: Block, mask: RunMask, out: Window): Layer {
  const [height, width] = shapeOf(block.window).slice(-2) as [number, number]
  const planes = planesIn(block.window, out).map((plane) => plane * width * height)
  const left = part.column + (block.window.start.at(-1) as number)
  const top = part.row + (block.window.start.at(-2) as number)
  return { ...part, block, mask, rowStride: width, planes, left, top }
}

/** The planes (indices along all dims before y and x) of a window, counted in those of a block that has them all. */
function planesIn(block: Window, { start, stop }: Window): number[] {
  let planes = [0]
  const extents = shapeOf(block)
  for (let dim = 0; dim < start.length - 2; dim++) {
    const first = (start[dim] as number) - (block.start[dim] as number)
    const along = Array.from({ length: (stop[dim] as number) - (start[dim] as number) }, (_, index) => first + index)
    planes = planes.flatMap((plane) => along.map((index) => plane * (extents[dim] as number) + index))
  }
  return planes
}

function zero({ data }: OutBlock): void {
  new Uint8Array(data.buffer, data.byteOffset, data.byteLength).fill(0)
}

function forRows(window: Window, visit: (row: Row) => void): void {
  const [height, width] = shapeOf(window).slice(-2) as [number, number]
  const [y0, x0] = window.start.slice(-2) as [number, number]
  const planes = width * height === 0 ? 0 : sizeOf(window) / (width * height)
  let at = 0
  for (let plane = 0; plane < planes; plane++) {
    for (let y = y0; y < y0 + height; y++, at += width) visit({ at, plane, y, x0, width })
  }
}

function eachRun({ at, plane, y, x0 }: Row, layers: readonly Layer[], take: TakeRun): void {
  for (const layer of layers) {
    if (y < layer.y0 || y >= layer.y1) continue
    const count = layer.x1 - layer.x0
    const from = (layer.planes[plane] as number) + (y - layer.top) * layer.rowStride + (layer.x0 - layer.left)
    const { data } = layer.block
    take(data.byteOffset + from * data.BYTES_PER_ELEMENT, layer.mask(from, count), at + (layer.x0 - x0), count)
  }
}

function runMerge(method: 'first' | 'last' | 'min' | 'max', dtype: Dtype, out: OutBlock, layers: readonly Layer[], kit: Kit): void {
  const merge = merger(kit, method, dtype)
  const { bytes } = dtypes[dtype]
  const { byteOffset } = out.data
  zero(out)
  out.mask.fill(0)
  const seen = out.mask.byteOffset
  forRows(out.window, (row) =>
    eachRun(row, layers, (source, mask, to, count) => merge(source, mask, byteOffset + to * bytes, seen + to, count)),
  )
}

function runMean(dtype: Dtype, out: OutBlock, layers: readonly Layer[], kit: Kit): void {
  const width = shapeOf(out.window).at(-1) as number
  const each = sumBytes(dtype)
  const sums = kit.scratch(width * each)
  const counts = kit.scratch(width * 4)
  const countsOfRow = new Uint32Array(kit.memory.buffer, counts, width)
  const [add, average] = [adder(kit, dtype), averager(kit, dtype)]
  const { bytes } = dtypes[dtype]
  forRows(out.window, (row) => {
    countsOfRow.fill(0)
    eachRun(row, layers, (source, mask, to, count) => {
      const at = to - row.at
      add(source, mask, sums + at * each, counts + at * 4, count)
    })
    average(sums, counts, out.data.byteOffset + row.at * bytes, out.mask.byteOffset + row.at, width)
  })
}
