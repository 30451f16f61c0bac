import type { TypedArray } from '../base/dtype.js'
import type { Window } from './window.js'

/** Elements between neighbours along each dim of a C-order array of this shape. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length)
  let stride = 1
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    strides[dim] = stride
    stride *= shape[dim] as number
  }
  return strides
}

/** A C-order array that lies somewhere in index space: its first element is at `start`, its extents are `shape`. */
export interface Placed<A extends TypedArray = TypedArray> {
  readonly data: A
  readonly start: readonly number[]
  readonly shape: readonly number[]
}

/** Rows of equal length that lie evenly apart in two arrays, in elements. */
export interface RowsToCopy {
  readonly from: number
  readonly fromStride: number
  readonly to: number
  readonly toStride: number
  readonly length: number
  readonly rows: number
}

/** Copies rows from one array to another of the same dtype. */
export type CopyRows = (source: TypedArray, target: TypedArray, rows: RowsToCopy) => void

/** {@link CopyRows} for any arrays. */
export const copyRows: CopyRows = (source, target, { from, fromStride, to, toStride, length, rows }) => {
  for (let row = 0; row < rows; row++) {
    const at = from + row * fromStride
    target.set(source.subarray(at, at + length) as never, to + row * toStride)
  }
}

/**
 * Copies the elements of `window` from one placed array to another of the same dtype. The window must lie within both.
 * Runs along the last dim are copied whole, all that lie evenly apart by one call of `copy`.
 */
export function copyWindow<A extends TypedArray>(source: Placed<A>, target: Placed<A>, window: Window, copy: CopyRows = copyRows): void {
  const rank = window.start.length
  if (rank === 0) {
    target.data[0] = source.data[0] as never
    return
  }
  if (window.start.some((start, dim) => start >= (window.stop[dim] as number))) return
  const from = stridesOf(source.shape)
  const to = stridesOf(target.shape)
  const { run, outer: runDims } = longestRun(source, target, window)
  const outer = Math.max(0, runDims - 1)
  const rows = runDims === 0 ? 1 : (window.stop[outer] as number) - (window.start[outer] as number)
  const at = window.start.slice(0, outer)
  for (;;) {
    let a = 0
    let b = 0
    for (let dim = 0; dim < rank; dim++) {
      const index = dim < outer ? (at[dim] as number) : (window.start[dim] as number)
      a += (index - (source.start[dim] as number)) * (from[dim] as number)
      b += (index - (target.start[dim] as number)) * (to[dim] as number)
    }
    copy(source.data, target.data, { from: a, fromStride: from[outer] as number, to: b, toStride: to[outer] as number, length: run, rows })
    let dim = outer - 1
    while (dim >= 0 && (at[dim] as number) + 1 === window.stop[dim]) at[dim] = window.start[dim--] as number
    if (dim < 0) return
    at[dim] = (at[dim] as number) + 1
  }
}

/** How many trailing dims are contiguous in both arrays, and how many elements that makes. */
function longestRun(source: Placed, target: Placed, window: Window): { run: number; outer: number } {
  let run = 1
  let dim = window.start.length - 1
  for (;;) {
    const extent = (window.stop[dim] as number) - (window.start[dim] as number)
    run *= extent
    const whole = extent === source.shape[dim] && extent === target.shape[dim]
    if (!whole || dim === 0) return { run, outer: dim }
    dim--
  }
}
