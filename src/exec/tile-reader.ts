import type { Block, Validity } from '../array/block.js'
import { type ChunkGrid, chunksIn, chunkWindow } from '../array/chunk-grid.js'
import { maskNodata } from '../array/nodata-mask.js'
import { copyWindow } from '../array/strided-copy.js'
import { intersect, isEmpty, shapeOf, sizeOf, type Window } from '../array/window.js'
import { type Dtype, dtypes } from '../base/dtype.js'
import { InternalError } from '../base/errors.js'
import type { TileSlot } from '../graph/source.js'
import type { ArraySpec } from '../graph/spec.js'
import type { PlanNode } from '../plan/resolved-graph.js'
import { leafTurns } from '../plan/seam.js'
import { leafOfKey, type TileKey, tileKey, tileOfKey } from '../plan/task.js'
import { type SpanTiles, TileKeeper } from '../plan/tile-keeper.js'
import type { Arena } from './arena.js'
import type { HotTile } from './hot-chunks.js'

/** Decodes one tile of a leaf into a slot, synchronously; its bytes are at hand. */
export type DecodeTile = (leaf: number, tile: number, out: TileSlot) => Validity

/** A leaf as the reader needs it. */
export interface ReadLeaf {
  readonly grid: ChunkGrid
  readonly spec: ArraySpec
  readonly dtype: Dtype
  readonly masked: boolean
}

/** Keeps decoded tiles in the arena's tile region and gathers windows out of them. */
export class TileReader {
  readonly #arena: Arena
  readonly #leaves: ReadonlyMap<number, ReadLeaf>
  readonly #decode: DecodeTile
  readonly #hot: (key: TileKey) => HotTile | undefined
  readonly #validity = new Map<TileKey, Validity>()
  readonly keeper: TileKeeper
  /** Tiles decoded so far. */
  decoded = 0
  /** Wants of a tile that was still decoded. */
  kept = 0

  constructor(
    arena: Arena,
    tileBytes: number,
    leaves: ReadonlyMap<number, ReadLeaf>,
    spanTiles: SpanTiles,
    decode: DecodeTile,
    hot: (key: TileKey) => HotTile | undefined,
  ) {
    this.#arena = arena
    this.#hot = hot
    this.#leaves = leaves
    this.#decode = decode
    this.keeper = new TileKeeper(tileBytes, (leaf) => slotBytes(this.#leaf(leaf)), spanTiles)
  }

  /** Whether a tile is decoded and kept. */
  has(key: TileKey): boolean {
    return this.keeper.find(key) !== undefined
  }

  /** Fills a block of a leaf from its tiles. `mask` is given exactly where the leaf is masked. */
  gather(leaf: number, block: { window: Window; data: Block['data']; mask: Uint8Array | null }): Validity {
    const { grid, spec } = this.#leaf(leaf)
    let nodata: Validity = null
    for (const { stored, shift } of leafTurns(spec, block.window)) {
      const by = spec.dims.map((dim) => (dim === 'x' ? shift : 0))
      const [from, extent] = [minus(block.window.start, by), shapeOf(block.window)]
      for (const tile of chunksIn(grid, stored)) {
        const key = tileKey(leaf, tile)
        const { slot, valid } = this.#hot(key) ?? this.#resident(key)
        const part = intersect(chunkWindow(grid, tile), stored)
        const [start, shape] = [chunkStart(grid, tile), grid.chunk]
        copyWindow({ data: slot.data, start, shape }, { data: block.data, start: from, shape: extent }, part, this.#arena.copyRows)
        if (block.mask !== null) {
          const mask = maskOf(slot, valid)
          copyWindow({ data: mask, start, shape }, { data: block.mask, start: from, shape: extent }, part, this.#arena.copyRows)
        } else if (valid !== null) nodata = valid
      }
    }
    if (isEmpty(block.window)) throw new InternalError(`leaf ${leaf}: an empty window was demanded`)
    return block.mask ?? nodata
  }

  #resident(key: TileKey): HotTile {
    const leaf = leafOfKey(key)
    const known = this.keeper.find(key)
    if (known !== undefined) this.kept++
    if (known !== undefined) return { slot: this.#slot(leaf, known), valid: this.#validity.get(key) as Validity }
    const slot = this.#slot(leaf, this.keeper.place(key))
    let valid: Validity
    try {
      valid = this.#decode(leaf, tileOfKey(key), slot)
    } catch (error) {
      this.keeper.drop(key)
      throw error
    }
    this.#validity.set(key, valid)
    this.decoded++
    return { slot, valid }
  }

  #slot(leaf: number, offset: number): TileSlot {
    const { grid, dtype, masked } = this.#leaf(leaf)
    const elements = elementsOf(grid)
    const at = this.#arena.tileStart + offset
    const data = this.#arena.view(dtype, at, elements)
    const maskAt = at + Math.ceil((elements * dtypes[dtype].bytes) / 16) * 16
    return { data, mask: masked ? this.#arena.bytes(maskAt, elements) : null }
  }

  #leaf(leaf: number): ReadLeaf {
    const found = this.#leaves.get(leaf)
    if (found === undefined) throw new InternalError(`node ${leaf} is no leaf of this plan`)
    return found
  }
}

function minus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, dim) => value - (b[dim] as number))
}

function chunkStart(grid: ChunkGrid, tile: number): number[] {
  return [...chunkWindow(grid, tile).start]
}

function elementsOf(grid: ChunkGrid): number {
  return grid.chunk.reduce((product, extent) => product * extent, 1)
}

function slotBytes({ grid, dtype, masked }: ReadLeaf): number {
  return elementsOf(grid) * (dtypes[dtype].bytes + (masked ? 1 : 0)) + 128
}

/** A slot's validity as mask bytes: a masked source may still answer null or `{ nodata }` for a tile. */
function maskOf(slot: TileSlot, valid: Validity): Uint8Array {
  const mask = slot.mask as Uint8Array
  if (valid instanceof Uint8Array) return valid
  if (valid === null) return mask.fill(1)
  maskNodata({ data: slot.data, from: 0, count: mask.length }, valid.nodata, mask, 0)
  return mask
}

/** Facts of a leaf for reading its tiles. */
export function readLeaf(node: PlanNode, masked: boolean): ReadLeaf {
  return { grid: node.spec.chunks, spec: node.spec, dtype: node.spec.dtype, masked }
}

/** Elements of a window; for callers that size blocks. */
export const blockElements: (window: Window) => number = sizeOf
