import { stridesOf } from '../../array/strided-copy.js'
import { shapeOf, type Window } from '../../array/window.js'

/** Columns of a strip along a dim that is itself reduced: they are joined at its end. */
export const laneColumns = 256

/** A part of an array whose pixels are reduced, and how they lie in a block. Offsets are elements from the block's first. */
export interface Region {
  /** Where each result begins, by its index in C order over the kept dims; runs of `run` results lie side by side. */
  readonly starts: readonly number[]
  readonly run: number
  /** What is added to a start, in the order in which pixels are taken. */
  readonly layers: Int32Array
  /** Whether pixels along the last dim belong to one result: then `widths` of a layer are joined, else a layer holds one pixel of each result. */
  readonly joins: boolean
  readonly widths: Int32Array
  /** The place of a layer's first pixel in C order over the reduced dims of the window. */
  readonly places: Int32Array
}

/** How the pixels of a window lie in a block that covers it. `reduced` says of each dim whether its pixels become one. */
export function regionOf(block: Window, window: Window, reduced: readonly boolean[]): Region {
  const shape = shapeOf(window)
  const strides = stridesOf(shapeOf(block))
  const first = window.start.reduce((sum, at, dim) => sum + (at - (block.start[dim] as number)) * (strides[dim] as number), 0)
  const rank = shape.length
  const joins = rank > 0 && (reduced[rank - 1] as boolean)
  const inner = joins ? rank : runStart(shape, shapeOf(block), reduced)
  const run = shape.slice(inner).reduce((product, extent) => product * extent, 1)
  const outer = shape.map((_, dim) => dim).filter((dim) => dim < inner && !reduced[dim])
  const starts = offsetsOf(outer, shape, strides).map((offset) => first + offset)
  const along = shape.map((_, dim) => dim).filter((dim) => reduced[dim])
  if (!joins) {
    const layers = Int32Array.from(offsetsOf(along, shape, strides))
    return { starts, run, layers, joins, widths: new Int32Array(layers.length), places: layers.map((_, at) => at) }
  }
  return { starts, run: 1, joins, ...joinedLayers(offsetsOf(along.slice(0, -1), shape, strides), shape[rank - 1] as number) }
}

/** Layers of at most {@link laneColumns} pixels along the last dim. */
function joinedLayers(rows: readonly number[], extent: number): Pick<Region, 'layers' | 'widths' | 'places'> {
  const per = Math.ceil(extent / laneColumns)
  const [layers, widths, places] = [0, 0, 0].map(() => new Int32Array(rows.length * per)) as [Int32Array, Int32Array, Int32Array]
  rows.forEach((row, index) => {
    for (let part = 0; part < per; part++) {
      const at = index * per + part
      layers[at] = row + part * laneColumns
      widths[at] = Math.min(laneColumns, extent - part * laneColumns)
      places[at] = index * extent + part * laneColumns
    }
  })
  return { layers, widths, places }
}

/** The first of the kept dims at the end along which results lie side by side in the block. */
function runStart(shape: readonly number[], block: readonly number[], reduced: readonly boolean[]): number {
  let dim = shape.length
  while (dim > 0 && !reduced[dim - 1] && (dim === shape.length || shape[dim] === block[dim])) dim--
  return dim
}

/** Offsets of all positions along some dims, in C order. */
function offsetsOf(dims: readonly number[], shape: readonly number[], strides: readonly number[]): number[] {
  let offsets = [0]
  for (const dim of dims) {
    const stride = strides[dim] as number
    const extent = shape[dim] as number
    offsets = offsets.flatMap((offset) => Array.from({ length: extent }, (_, at) => offset + at * stride))
  }
  return offsets
}
