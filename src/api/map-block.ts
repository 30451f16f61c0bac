import type { TypedArray } from '../base/dtype.js'
import type { Json } from '../base/json.js'

/** Pixels of a block in C order. */
export interface MapPixels {
  readonly data: TypedArray
  /** 1 where a pixel is valid, else 0. */
  readonly valid: Uint8Array
  readonly shape: readonly number[]
  /** Index in the array of the first pixel, by dim: negative where a halo lies before the array. */
  readonly start: readonly number[]
}

/**
 * What a function of `mapBlocks` is given: the pixels of a block with a halo around them. They are copies that are its own until it returns, and no longer:
 * what is to be kept must be copied. An invalid pixel (outside of the array, too) holds NaN in floats, 0 in integers.
 */
export interface MapBlock<P = Json> extends MapPixels {
  readonly dims: readonly string[]
  /** Pixels around the result on either side, by dim: `shape[d]` is `out.shape[d] + 2 * halo[d]`. */
  readonly halo: readonly number[]
  /** Labels of the pixels of `data` by dim: pixel centres along x and y, ISO texts for times; null outside of the array where they do not go on. */
  readonly coords: { readonly [dim: string]: readonly (number | string | null)[] }
  readonly params: P
  /**
   * Where the result goes, for functions that fill it and answer it: `data` holds zeros, `valid` what is valid in the array. It takes no memory
   * beyond the plan.
   */
  readonly out: MapPixels
}

/**
 * What a function of `mapBlocks` answers: pixels of the shape and the dtype of `block.out` (valid where the array's are and, of floats, where they are not NaN), pixels
 * with their own validity (null: all valid), or `block.out` itself, filled.
 */
export type MapBlockResult = TypedArray | { readonly data: TypedArray; readonly valid?: Uint8Array | null } | MapPixels

/** A function of blocks. It is called in the thread that computes a block, must not be async, and must not depend on what it was called with before. */
export type MapBlockFunction<P = Json> = (block: MapBlock<P>) => MapBlockResult
