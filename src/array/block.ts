import type { Element, TypedArray } from '../base/dtype.js'
import type { Window } from './window.js'

/**
 * Which pixels of a block are valid.
 * - `null`: all of them, and no float among them is NaN.
 * - `{ nodata }`: those that differ from the value (bitwise equal numbers compare equal, 0 equals -0) and are not NaN.
 *   `{ nodata: NaN }` marks just the NaNs. It is the mask that it stands for, unexpanded.
 * - `Uint8Array`: one byte per pixel in C order, 1 valid, 0 invalid. A valid pixel is never NaN.
 */
export type Validity = null | { readonly nodata: Element } | Uint8Array

/** Pixels of one window in C order, and which of them are valid. Values under an invalid pixel mean nothing. */
export interface Block {
  readonly window: Window
  readonly data: TypedArray
  readonly valid: Validity
}

/**
 * A block being filled. `data` and `mask` are preallocated for the whole window. `valid` starts as `mask`, whose bytes are arbitrary:
 * the writer fills every byte of it, or sets `valid` to `null` or `{ nodata }` and leaves the mask alone.
 */
export interface OutBlock {
  readonly window: Window
  readonly data: TypedArray
  readonly mask: Uint8Array
  valid: Validity
}

/** Whether the pixel at a flat index of a block is valid. For tests and single pixels, not for loops over chunks. */
export function isValidAt(block: Pick<Block, 'data' | 'valid'>, index: number): boolean {
  const { valid } = block
  if (valid === null) return true
  if (valid instanceof Uint8Array) return valid[index] === 1
  const value = block.data[index] as Element
  return value === value && value !== valid.nodata
}
