import type { Block, Validity } from '../array/block.js'
import { maskNodata } from '../array/nodata-mask.js'
import { sizeOf } from '../array/window.js'
import { dtypes } from '../base/dtype.js'
import { scalarFromJson } from '../base/scalar.js'
import type { TileSlot } from '../graph/source.js'
import { RegionAllocator } from '../plan/layout.js'
import type { Plan } from '../plan/plan.js'
import type { PlanNode, StoredLevel } from '../plan/resolved-graph.js'
import { leafOfKey, type TileKey, tileKey, tileOfKey } from '../plan/task.js'
import type { Arena } from './arena.js'
import { spread } from './stored-tile.js'

/** A chunk as a tile. */
export interface HotTile {
  readonly slot: TileSlot
  readonly valid: Validity
}

interface Leaf {
  /** The first leaf that reads the same level: chunks are kept under its name. */
  readonly node: number
  readonly spec: PlanNode['spec']
  readonly validity: StoredLevel['validity']
}

/**
 * The chunks that a thread wrote last, decoded as its sink would read them back, so that levels made of them need not read them. In the
 * arena's own region for them; the oldest go first.
 */
export class HotChunks {
  readonly #arena: Arena
  readonly #bytes: number
  readonly #byNode = new Map<number, Leaf>()
  readonly #byLevel = new Map<string, Leaf>()
  readonly #kept = new Map<TileKey, HotTile & { readonly offset: number }>()
  readonly #allocator = new RegionAllocator()

  constructor(plan: Plan, arena: Arena) {
    this.#arena = arena
    this.#bytes = plan.memory.hot
    if (this.#bytes === 0) return
    plan.nodes.forEach(({ stored, spec }, node) => {
      if (stored === null || stored.validity === 'unknown' || isPutAside(plan.outputs[stored.output])) return
      const name = `${stored.output}/${stored.level}`
      const leaf = this.#byLevel.get(name) ?? { node, spec, validity: stored.validity }
      this.#byLevel.set(name, leaf)
      this.#byNode.set(node, leaf)
    })
  }

  /** Whether nothing is kept. */
  get isEmpty(): boolean {
    return this.#kept.size === 0
  }

  /** Keeps a chunk that was just written. False where its level is read by nobody, or the region is too small. */
  put(output: number, level: number, chunk: number, block: Block): boolean {
    const leaf = this.#byLevel.get(`${output}/${level}`)
    if (leaf === undefined) return false
    const { dtype, chunks } = leaf.spec
    const elements = chunks.chunk.reduce((product, extent) => product * extent, 1)
    const dataBytes = Math.ceil((elements * dtypes[dtype].bytes) / 16) * 16
    const offset = this.#place(dataBytes + (leaf.validity === 'mask' ? elements : 0))
    if (offset === null) return false
    const at = this.#arena.hotStart + offset
    const data = this.#arena.view(dtype, at, elements)
    ;(data as { set(from: ArrayLike<unknown>): void }).set(block.data)
    spread(data, block.window, chunks.chunk)
    const mask = leaf.validity === 'mask' ? this.#arena.bytes(at + dataBytes, elements) : null
    if (mask !== null) {
      fillMask(block, mask)
      spread(mask, block.window, chunks.chunk)
    }
    const { validity } = leaf
    const valid = typeof validity === 'object' ? { nodata: scalarFromJson(validity.nodata, dtype) } : mask
    this.#kept.set(tileKey(leaf.node, chunk), { slot: { data, mask }, valid, offset })
    return true
  }

  /** A kept chunk as the tile of a leaf. */
  find(key: TileKey): HotTile | undefined {
    if (this.#kept.size === 0) return undefined
    const leaf = this.#byNode.get(leafOfKey(key))
    return leaf === undefined ? undefined : this.#kept.get(tileKey(leaf.node, tileOfKey(key)))
  }

  #place(bytes: number): number | null {
    for (;;) {
      const before = this.#allocator.peak
      const offset = this.#allocator.take(bytes)
      if (this.#allocator.peak <= this.#bytes) return offset
      this.#allocator.free(offset)
      this.#allocator.peak = before
      const oldest = this.#kept.entries().next().value
      if (oldest === undefined) return null
      this.#allocator.free(oldest[1].offset)
      this.#kept.delete(oldest[0])
    }
  }
}

/** Whether an output is what a run puts aside for a stage of its own; sums are wanted at once. */
function isPutAside(output: Plan['outputs'][number] | undefined): boolean {
  return output?.isStage === true && output.holdsSums !== true
}

function fillMask({ data, valid, window }: Block, mask: Uint8Array): void {
  const elements = sizeOf(window)
  if (valid === null) mask.fill(1, 0, elements)
  else if (valid instanceof Uint8Array) mask.set(valid.subarray(0, elements))
  else maskNodata({ data, from: 0, count: elements }, valid.nodata, mask, 0)
}
