import type { DataArray, TypedArray } from 'rasterloom'
import { expect } from 'vitest'

/** Pixels in memory, as a test compares them. */
export interface Pixels {
  readonly shape: readonly number[]
  readonly values: TypedArray
  /** 1 valid, 0 invalid; null where all are valid. */
  readonly valid: Uint8Array | null
}

/** A half-open box of element indices. */
export interface Box {
  readonly start: readonly number[]
  readonly stop: readonly number[]
}

/** The pixels of an array that has been computed. */
export function pixelsOf({ shape, values, valid }: DataArray<string>): Pixels {
  return { shape, values, valid }
}

/** Cuts a box out of pixels, one element after the other: slow and plain, so that it can be believed. */
export function crop({ shape, values, valid }: Pixels, { start, stop }: Box): Pixels {
  const extents = start.map((from, dim) => (stop[dim] as number) - from)
  const size = extents.reduce((product, extent) => product * extent, 1)
  const out = values.slice(0, size)
  const mask = valid === null ? null : new Uint8Array(size)
  for (let index = 0; index < size; index++) {
    let rest = index
    let at = 0
    let stride = 1
    for (let dim = extents.length - 1; dim >= 0; dim--) {
      at += ((start[dim] as number) + (rest % (extents[dim] as number))) * stride
      rest = Math.floor(rest / (extents[dim] as number))
      stride *= shape[dim] as number
    }
    out[index] = values[at] as never
    if (mask !== null) mask[index] = valid?.[at] as number
  }
  return { shape: extents, values: out, valid: mask }
}

/** What first differs between two arrays of pixels, bit by bit where both are valid; null where nothing does. */
export function difference(got: Pixels, wanted: Pixels): string | null {
  if (JSON.stringify(got.shape) !== JSON.stringify(wanted.shape)) return `shapes ${got.shape} and ${wanted.shape}`
  if (got.values.constructor !== wanted.values.constructor) return `${got.values.constructor.name} and ${wanted.values.constructor.name}`
  const [a, b] = [bits(got.values), bits(wanted.values)]
  for (let index = 0; index < wanted.values.length; index++) {
    const valid = [got, wanted].map((pixels) => pixels.valid === null || pixels.valid[index] === 1)
    if (valid[0] !== valid[1]) return `element ${index}: valid is ${valid[0]}, expected ${valid[1]}`
    if (valid[0] && a[index] !== b[index]) return `element ${index}: ${got.values[index]}, expected ${wanted.values[index]}`
  }
  return null
}

/** Numbers that are equal just where the bits are: -0 differs from 0. */
function bits(values: TypedArray): TypedArray {
  const { buffer, byteOffset, length } = values
  if (values instanceof Float32Array) return new Uint32Array(buffer, byteOffset, length)
  if (values instanceof Float64Array) return new BigUint64Array(buffer, byteOffset, length)
  return values
}

/** Fails with the recipe that reproduces it, and what else tells the case. */
export function expectSame(got: Pixels, wanted: Pixels, array: DataArray<string>, about: object): void {
  const found = difference(got, wanted)
  if (found !== null) expect.fail(`${found}\n${JSON.stringify(about)}\n${JSON.stringify(array.toJSON())}`)
}

/** Share of valid pixels: a test whose pixels are all invalid shows nothing. */
export function validShare({ values, valid }: Pixels): number {
  return valid === null ? 1 : valid.reduce((sum, byte) => sum + byte, 0) / values.length
}
