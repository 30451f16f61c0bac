import type { TypedArray } from '../base/dtype.js'
import { stridesOf } from './strided-copy.js'
import { shapeOf, type Window } from './window.js'

/** How an array in memory lies under a window: the element at the window's first index, and elements between neighbours along each of the window's dims. */
export interface Laid {
  readonly offset: number
  /** 0 along dims that the array does not have: its elements are repeated. */
  readonly strides: readonly number[]
}

/** Lays a C-order array over `window` of an array with other dims: shared dims by name, the rest repeated. `window` must lie within it along shared dims. */
export function laidUnder(window: Window, dims: readonly string[], own: Window, ownDims: readonly string[]): Laid {
  const ownStrides = stridesOf(shapeOf(own))
  const strides = dims.map((dim) => {
    const at = ownDims.indexOf(dim)
    return at < 0 ? 0 : (ownStrides[at] as number)
  })
  let offset = 0
  dims.forEach((dim, at) => {
    const there = ownDims.indexOf(dim)
    if (there >= 0) offset += ((window.start[at] as number) - (own.start[there] as number)) * (strides[at] as number)
  })
  return { offset, strides }
}

/** Called for each run: its first element in the C-order output, its length, and for each array its first element and its stride along the run. */
export type VisitRun = (out: number, length: number, offsets: readonly number[], strides: readonly number[]) => void

/**
 * Walks a C-order output in the longest runs along which every array has one stride. Arrays that lie just like the output make one run of all.
 * The two lists that `visit` gets are reused from call to call.
 */
export function forRuns(shape: readonly number[], arrays: readonly Laid[], visit: VisitRun): void {
  if (shape.includes(0)) return
  const { extents, strides } = merged(shape, arrays)
  const length = extents.pop() ?? 1
  const inner = strides.map((of) => of.pop() ?? 1)
  const at = extents.map(() => 0)
  const offsets = arrays.map((array) => array.offset)
  for (let out = 0; ; out += length) {
    visit(out, length, offsets, inner)
    let dim = at.length - 1
    for (; dim >= 0; dim--) {
      const step = (at[dim] as number) + 1 === extents[dim] ? 1 - (extents[dim] as number) : 1
      for (let array = 0; array < offsets.length; array++) {
        offsets[array] = (offsets[array] as number) + step * ((strides[array] as number[])[dim] as number)
      }
      at[dim] = (at[dim] as number) + step
      if (step === 1) break
    }
    if (dim < 0) return
  }
}

/** Dims of extent 1 dropped, and neighbours joined where every array steps evenly across both. */
function merged(shape: readonly number[], arrays: readonly Laid[]): { extents: number[]; strides: number[][] } {
  const extents: number[] = []
  const strides: number[][] = arrays.map(() => [])
  shape.forEach((extent, dim) => {
    if (extent === 1) return
    const last = extents.length - 1
    const even = last >= 0 && arrays.every((array, of) => strides[of]?.[last] === (array.strides[dim] as number) * extent)
    if (even) {
      extents[last] = (extents[last] as number) * extent
      arrays.forEach((array, of) => {
        ;(strides[of] as number[])[last] = array.strides[dim] as number
      })
      return
    }
    extents.push(extent)
    arrays.forEach((array, of) => {
      ;(strides[of] as number[]).push(array.strides[dim] as number)
    })
  })
  return { extents, strides }
}

/**
 * Copies `count` elements, `stride` apart in the source, to neighbours in the target. Same dtype. Bits are kept, 64-bit integers too.
 */
export function copyRun(source: TypedArray, from: number, stride: number, target: TypedArray, to: number, count: number): void {
  if (stride === 1) {
    target.set(source.subarray(from, from + count) as never, to)
    return
  }
  const words = source.BYTES_PER_ELEMENT === 8 ? 2 : 1
  const a = wordsOf(source)
  const b = wordsOf(target)
  for (let word = 0; word < words; word++) {
    let at = from * words + word
    for (let index = to * words + word, end = index + count * words; index < end; index += words) {
      b[index] = a[at] as number
      at += stride * words
    }
  }
}

/** The bits of an array as unsigned integers of at most 32 bits, so that copying neither boxes bigints nor touches NaNs. */
function wordsOf({ buffer, byteOffset, byteLength, BYTES_PER_ELEMENT }: TypedArray): Uint8Array | Uint16Array | Uint32Array {
  if (BYTES_PER_ELEMENT === 1) return new Uint8Array(buffer, byteOffset, byteLength)
  if (BYTES_PER_ELEMENT === 2) return new Uint16Array(buffer, byteOffset, byteLength / 2)
  return new Uint32Array(buffer, byteOffset, byteLength / 4)
}
