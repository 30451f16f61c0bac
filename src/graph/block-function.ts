import type { TypedArray } from '../base/dtype.js'
import type { Json } from '../base/json.js'
import type { ArraySpec } from './spec.js'

/** Code of the user's that a node runs: an export of a module, by the hash of its bytes, or (`uri` null) a function of this process. */
export interface UserCode {
  /** Where the module lies: an absolute path, null for a function that is in no module. */
  readonly uri: string | null
  /** SHA-256 of the module's bytes, or of the function's text. */
  readonly sha256: string
  /** Name of the export, or of the function. */
  readonly name: string
  /** What the function is found by in {@link blockFunction}. */
  readonly key: string
}

/** Pixels that are given to or taken from a function, in C order, and which of them are valid (1, else 0). */
export interface BlockPixels {
  readonly data: TypedArray
  readonly valid: Uint8Array
  readonly shape: readonly number[]
  /** Index in the array of the first pixel along each dim; with a halo it may lie outside. */
  readonly start: readonly number[]
}

/** What an op gives a function for one block: pixels with their halo, and where the result goes. */
export interface RawBlock extends BlockPixels {
  /** The array that the block is of. */
  readonly spec: ArraySpec
  /** Pixels around the result, by dim. */
  readonly halo: readonly number[]
  readonly params: Json
  readonly out: BlockPixels
}

/** A function of blocks as ops call it. What it answers is checked by the op. */
export type RawBlockFunction = (block: RawBlock) => unknown

const functions = new Map<string, RawBlockFunction>()

/** Makes a function known to the ops of this thread, under a key. */
export function registerBlockFunction(key: string, run: RawBlockFunction): void {
  functions.set(key, run)
}

/** The function under a key; undefined where its module was not loaded in this thread. */
export function blockFunction(key: string): RawBlockFunction | undefined {
  return functions.get(key)
}
