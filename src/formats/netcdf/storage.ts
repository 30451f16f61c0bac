import type { Dtype } from '../../base/dtype.js'

/** One step of a pipeline that HDF5 encodes a chunk by. */
export type Filter =
  | { readonly name: 'deflate' | 'zstd' | 'lz4' | 'blosc' | 'fletcher32' }
  | { readonly name: 'shuffle'; readonly elementBytes: number }

/** Where the stored chunks of a variable are, by their C-order index in the grid of chunks. */
export interface ChunkTable {
  /** Indices, ascending. */
  readonly tiles: Float64Array
  /** Byte offsets in the file. */
  readonly offsets: Float64Array
  readonly lengths: Float64Array
  /** Bit k set: filter k was skipped for that chunk. */
  readonly skipped: Uint32Array
}

/** Position of a chunk in the table; -1 for one that is not stored. */
export function entryOf({ tiles }: ChunkTable, tile: number): number {
  let [from, to] = [0, tiles.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((tiles[middle] as number) < tile) from = middle + 1
    else to = middle
  }
  return tiles[from] === tile ? from : -1
}

/** Where a variable's elements lie in its file. Structured-cloneable. */
export type Storage =
  /** Nothing was ever written. */
  | { readonly kind: 'none' }
  /** The elements themselves, out of the header. */
  | { readonly kind: 'inline'; readonly bytes: Uint8Array }
  /** All elements in C order from an offset on. */
  | { readonly kind: 'contiguous'; readonly offset: number }
  /** One piece for each index along the first dim, `stride` bytes apart. */
  | { readonly kind: 'records'; readonly offset: number; readonly stride: number }
  /** Chunks of one size, each encoded by itself. */
  | { readonly kind: 'chunks'; readonly chunk: readonly number[]; readonly filters: readonly Filter[]; readonly table: ChunkTable }

/** What a thread needs to find and decode the tiles of one variable. */
export interface NetcdfLayout {
  readonly uri: string
  readonly dtype: Dtype
  readonly bigEndian: boolean
  readonly shape: readonly number[]
  /** Extents of the array's tiles, by the dims of the file as `shape` is. */
  readonly chunk: readonly number[]
  /** Which dim of the file each dim of the array is. */
  readonly order: readonly number[]
  readonly storage: Storage
  /** Value of what is not stored. */
  readonly fill: number | string
  readonly validity: ValidRule
}

/** Which stored values stand for "invalid": any of a list, NaN, and those outside of limits (null: none). */
export interface ValidRule {
  readonly missing: readonly (number | string)[]
  readonly least: number | string | null
  readonly greatest: number | string | null
}
