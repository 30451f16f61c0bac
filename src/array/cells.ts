/** Pixels that one sum is made of, and the weights of the first, of those between, and of the last; without any, the sum is 0. */
export interface CellSpan {
  readonly at: number
  readonly count: number
  readonly first: number
  readonly full: number
  readonly last: number
}

/**
 * How pixels along one axis lie under those of a coarser level, in whole numbers: `num` pixels under each `den` of the level's. A chunk of the array
 * makes sums of its own for each pixel of the level that it touches, its cells: `cells` of them, of which the last may be empty.
 */
export interface AxisCells {
  /** Pixels of the array, and of the level. */
  readonly extent: number
  readonly size: number
  readonly num: number
  readonly den: number
  readonly chunk: number
  readonly chunks: number
  readonly cells: number
  /** Whether no pixel of the level lies over two chunks: cells are its pixels then, in order. */
  readonly aligned: boolean
}

/** The cells of an axis. With `factor`, exactly so many pixels under each of the level's, the last ones cut off; else both span the same ground. */
export function axisCells(extent: number, size: number, chunk: number, factor: number | null): AxisCells {
  const common = greatestDivisor(extent, size)
  const [num, den] = factor === null ? [extent / common, size / common] : [factor, 1]
  const chunks = Math.ceil(extent / chunk)
  const aligned = chunks === 1 || (den === 1 && chunk % num === 0)
  const cells = chunks === 1 ? size : aligned ? chunk / num : Math.ceil((chunk * den) / num) + 1
  return { extent, size, num, den, chunk, chunks, cells, aligned }
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

/** The pixel of the level that the first cell of a chunk belongs to. */
function firstOf({ aligned, cells, chunk, num, den }: AxisCells, index: number): number {
  return aligned ? index * cells : Math.floor((index * chunk * den) / num)
}

/** The pixels of a cell, and their weights; cells are numbered over all chunks. */
export function cellSpan(axis: AxisCells, place: number): CellSpan {
  const { num, den, chunk, cells, extent, size } = axis
  const index = Math.floor(place / cells)
  const pixel = firstOf(axis, index) + (place % cells)
  const at = Math.max(index * chunk, Math.floor((pixel * num) / den))
  const stop = Math.min((index + 1) * chunk, extent, Math.ceil(((pixel + 1) * num) / den))
  if (pixel >= size || stop <= at) return { at, count: 0, first: 0, full: 0, last: 0 }
  const weight = (each: number): number => Math.min((each + 1) * den, (pixel + 1) * num) - Math.max(each * den, pixel * num)
  return { at, count: stop - at, first: weight(at), full: den, last: weight(stop - 1) }
}

/** The pixels that cells [start, stop) are made of, as if the array had no end. */
export function pixelsUnder(axis: AxisCells, start: number, stop: number): [number, number] {
  const { cells, chunk, num, den } = axis
  const [first, last] = [Math.floor(start / cells), Math.floor((stop - 1) / cells)]
  const from = Math.max(first * chunk, Math.floor(((firstOf(axis, first) + (start % cells)) * num) / den))
  const to = Math.min((last + 1) * chunk, Math.ceil(((firstOf(axis, last) + ((stop - 1) % cells) + 1) * num) / den))
  // Cells beyond the last pixel of the level ask for one pixel, which is not looked at.
  return [Math.min(from, to - 1), to]
}

/** The cells that make a pixel of the level, in order. */
export function cellsOf(axis: AxisCells, pixel: number): number[] {
  const { aligned, num, den, chunk, cells, extent } = axis
  if (aligned) return [pixel]
  const first = Math.floor(Math.floor((pixel * num) / den) / chunk)
  const last = Math.floor((Math.min(extent, Math.ceil(((pixel + 1) * num) / den)) - 1) / chunk)
  return Array.from({ length: last - first + 1 }, (_, k) => (first + k) * cells + pixel - firstOf(axis, first + k))
}
