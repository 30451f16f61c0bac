import type { OutBlock } from '../../array/block.js'
import { chunkGrid } from '../../array/chunk-grid.js'
import { stridesOf } from '../../array/strided-copy.js'
import { clip, shapeOf, sizeOf, type Window } from '../../array/window.js'
import type { TypedArray } from '../../base/dtype.js'
import type { Kit } from '../../graph/op.js'
import { leafExtents, leafSide, type ReduceParams, reducedDims } from '../../graph/reduce.js'
import { type ArraySpec, plainBand } from '../../graph/spec.js'

/** Leaves along each dim that are made in one task: the task's window is about a mebipixel. */
const leavesPerChunk = 4

/** How partial results lie: the dims that are kept, then a dim of leaves for each that is reduced, then the words of one partial result. */
export interface Lattice {
  readonly reduced: readonly boolean[]
  readonly shape: readonly number[]
  /** Extents of a leaf, 0 along dims that are kept. */
  readonly extents: readonly number[]
  /** Positions of the dims that are kept, and of those that are reduced. */
  readonly kept: readonly number[]
  readonly gone: readonly number[]
  /** How many leaves there are along each dim that is reduced. */
  readonly counts: readonly number[]
}

/** The lattice of a reduction of an array. Leaves have `side` pixels along y and x. */
export function latticeOf(spec: ArraySpec, params: Pick<ReduceParams, 'dims' | 'statistic'>, side: number): Lattice {
  const reduced = reducedDims(spec, params)
  const extents = leafExtents(spec, reduced, side)
  const positions = spec.dims.map((_, at) => at)
  const gone = positions.filter((at) => reduced[at])
  return {
    reduced,
    shape: spec.shape,
    extents,
    kept: positions.filter((at) => !reduced[at]),
    gone,
    counts: gone.map((at) => Math.ceil((spec.shape[at] as number) / (extents[at] as number))),
  }
}

/** The spec of partial results of so many words, as 64-bit integers that hold bits of any kind. */
export function partialSpec(spec: ArraySpec, lattice: Lattice, words: number, side: number): ArraySpec {
  const { kept, gone, counts, extents } = lattice
  const shape = [...kept.map((at) => spec.shape[at] as number), ...counts, words]
  const keepsRow = kept.includes(spec.dims.length - 1)
  const along = Math.max(1, Math.floor((leavesPerChunk * 256) / side))
  const chunk = [
    ...kept.map((at) => (keepsRow ? (spec.chunks.chunk[at] as number) : 1)),
    ...gone.map((at) => (spatial(spec, at) && (extents[at] as number) <= side ? along : 1)),
    words,
  ]
  return {
    dims: [...kept.map((at) => spec.dims[at] as string), ...gone.map((at) => `leaf ${spec.dims[at]}`), 'word'],
    shape,
    dtype: 'uint64',
    chunks: chunkGrid(shape, chunk),
    geobox: null,
    periodX: null,
    coords: {},
    bands: Array.from({ length: kept.some((at) => spec.dims[at] === 'band') ? spec.bands.length : 1 }, () => plainBand),
    categorical: false,
    moved: false,
    name: null,
    attrs: {},
  }
}

function spatial({ dims }: ArraySpec, at: number): boolean {
  return dims[at] === 'y' || dims[at] === 'x'
}

/** The pixels under a window of partial results, not clipped to the array. */
export function pixelsUnder(out: Window, { kept, gone, extents, shape }: Lattice): Window {
  const start = shape.map(() => 0)
  const stop = shape.map(() => 0)
  kept.forEach((at, dim) => {
    start[at] = out.start[dim] as number
    stop[at] = out.stop[dim] as number
  })
  gone.forEach((at, dim) => {
    start[at] = (out.start[kept.length + dim] as number) * (extents[at] as number)
    stop[at] = (out.stop[kept.length + dim] as number) * (extents[at] as number)
  })
  return { start, stop }
}

/** The window of all partial results, of all their words, that results in a window are made of. */
export function partialsUnder(out: Window, { counts }: Lattice, words: number): Window {
  return { start: [...out.start, ...counts.map(() => 0), 0], stop: [...out.stop, ...counts, words] }
}

/** One leaf: its number in C order among those of the window, and its pixels. */
export interface Leaf {
  readonly index: number
  readonly window: Window
}

/** The leaves under a window of partial results in C order, cut short by the array; and how many there are. */
export function leavesUnder(out: Window, lattice: Lattice): Leaf[] {
  const { kept, counts } = lattice
  const first = out.start.slice(kept.length, kept.length + counts.length)
  const last = out.stop.slice(kept.length, kept.length + counts.length)
  let positions: number[][] = [[]]
  for (let dim = 0; dim < counts.length; dim++) {
    const from = first[dim] as number
    const along = Array.from({ length: (last[dim] as number) - from }, (_, at) => from + at)
    positions = positions.flatMap((position) => along.map((at) => [...position, at]))
  }
  return positions.map((position, index) => {
    const start = [...out.start.slice(0, kept.length), ...position]
    const stop = [...out.stop.slice(0, kept.length), ...position.map((at) => at + 1)]
    return { index, window: clip(pixelsUnder({ start, stop }, lattice), lattice.shape) }
  })
}

/** From a place in C order over the reduced dims of a leaf to the place over those of the whole array. */
export function placeIn(leaf: Window, { gone, shape }: Lattice): (place: number) => number {
  const { start, stop } = leaf
  return (place) => {
    let rest = place
    let whole = 0
    let stride = 1
    for (let dim = gone.length - 1; dim >= 0; dim--) {
      const at = gone[dim] as number
      const extent = (stop[at] as number) - (start[at] as number)
      whole += ((start[at] as number) + (rest % extent)) * stride
      rest = Math.floor(rest / extent)
      stride *= shape[at] as number
    }
    return whole
  }
}

/** The spec of some words for each result, as 64-bit integers. */
export function stateSpec(spec: ArraySpec, lattice: Lattice, words: number): ArraySpec {
  return partialSpec(spec, { ...lattice, gone: [], counts: [] }, words, leafSide)
}

/** The window of all words of the results under a window whose first dims are those that are kept. */
export function stateUnder({ start, stop }: Window, { kept }: Lattice, words: number): Window {
  return { start: [...start.slice(0, kept.length), 0], stop: [...stop.slice(0, kept.length), words] }
}

/** From a result's number in C order over the first `kept` dims of a window to its first element in a block with those dims first. */
export function stateOffset(window: Window, block: Window | undefined, kept: number): (result: number) => number {
  if (block === undefined) return () => 0
  const strides = stridesOf(shapeOf(block))
  const extents = shapeOf(window)
  return (result) => {
    let rest = result
    let offset = 0
    for (let dim = kept - 1; dim >= 0; dim--) {
      const at = (window.start[dim] as number) + (rest % (extents[dim] as number)) - (block.start[dim] as number)
      offset += at * (strides[dim] as number)
      rest = Math.floor(rest / (extents[dim] as number))
    }
    return offset
  }
}

/** Bytes of scratch that {@link fillWords} needs for a window: none where it has all words. */
export function wordScratch(out: Window, words: number): number {
  const along = (out.stop.at(-1) as number) - (out.start.at(-1) as number)
  return along === words ? 0 : (sizeOf(out) / along) * words * 8 + 16
}

/** Fills a block whose last dim are words, which can only be made all at once: where the window has some of them, beside it. */
export function fillWords(out: OutBlock, words: number, kit: Kit, fill: (data: TypedArray) => void): void {
  const first = out.window.start.at(-1) as number
  const along = (out.window.stop.at(-1) as number) - first
  if (along === words) {
    fill(out.data)
    return
  }
  const count = out.data.length / along
  const whole = new BigUint64Array(kit.memory.buffer, kit.scratch(count * words * 8), count * words)
  fill(whole)
  for (let at = 0; at < count; at++)
    (out.data as BigUint64Array).set(whole.subarray(at * words + first, at * words + first + along), at * along)
}
