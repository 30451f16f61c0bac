import { RegionAllocator } from './layout.js'
import { leafOfKey, type TileKey } from './task.js'

/** The tiles that the task at a position of a worker's span reads, or null past the end of the span. */
export type SpanTiles = (position: number) => readonly TileKey[] | null

/** How far ahead, in tasks, the next use of a tile is looked for. */
const lookaheadTasks = 96

/**
 * Decides which decoded tiles a worker keeps: it knows the tasks to come, so it gives up the tile that nobody wants
 * again, or else the one with the farthest next use, of several the one that came last. The plan counts reads with the same rule that the run applies.
 */
export class TileKeeper {
  readonly #capacityBytes: number
  readonly #slotBytes: (leaf: number) => number
  readonly #spanTiles: SpanTiles
  readonly #offsets = new Map<TileKey, number>()
  readonly #nextUses = new Map<TileKey, number[]>()
  #allocator = new RegionAllocator()
  #known: number
  #position: number

  /** `capacityBytes` must hold the largest slot. */
  constructor(capacityBytes: number, slotBytes: (leaf: number) => number, spanTiles: SpanTiles, start = 0) {
    this.#capacityBytes = capacityBytes
    this.#slotBytes = slotBytes
    this.#spanTiles = spanTiles
    this.#known = start
    this.#position = start
  }

  /** Tells which task comes now; positions may jump forward. */
  advance(position: number): void {
    this.#position = position
  }

  /** Learns what the tasks to come read: only where room must be made, which many runs never need. */
  #lookAhead(): void {
    this.#known = Math.max(this.#known, this.#position)
    while (this.#known < this.#position + lookaheadTasks) {
      const tiles = this.#spanTiles(this.#known)
      if (tiles === null) break
      for (const key of tiles) this.#note(key, this.#known)
      this.#known++
    }
  }

  /** Begins another span: what was known of coming tasks is forgotten, kept tiles stay. */
  restart(position: number): void {
    this.#nextUses.clear()
    this.#known = position
    this.#position = position
  }

  #note(key: TileKey, position: number): void {
    const uses = this.#nextUses.get(key)
    if (uses === undefined) this.#nextUses.set(key, [position])
    else if (uses[uses.length - 1] !== position) uses.push(position)
  }

  /** The slot of a tile that is kept, as an offset in the tile region; undefined when it must be decoded. */
  find(key: TileKey): number | undefined {
    return this.#offsets.get(key)
  }

  /** A slot for a tile that is not kept; gives up others as needed. */
  place(key: TileKey): number {
    const bytes = this.#slotBytes(leafOfKey(key))
    for (;;) {
      const before = this.#allocator.peak
      const offset = this.#allocator.take(bytes)
      if (this.#allocator.peak <= this.#capacityBytes) {
        this.#offsets.set(key, offset)
        return offset
      }
      this.#allocator.free(offset)
      this.#allocator.peak = before
      this.#giveUp()
    }
  }

  /** Forgets a tile whose decode failed. */
  drop(key: TileKey): void {
    const offset = this.#offsets.get(key)
    if (offset === undefined) return
    this.#allocator.free(offset)
    this.#offsets.delete(key)
  }

  #giveUp(): void {
    this.#lookAhead()
    let worst: TileKey | undefined
    let farthest = -1
    for (const key of this.#offsets.keys()) {
      const next = this.#nextUse(key)
      // Of those that are wanted by the same task, the one that came last: tasks that want the same tiles in turn find the others still there.
      if (next >= farthest) {
        farthest = next
        worst = key
      }
      if (next === Number.POSITIVE_INFINITY) break
    }
    if (worst === undefined) throw new RangeError(`a tile slot is larger than the tile region of ${this.#capacityBytes} bytes`)
    this.drop(worst)
  }

  #nextUse(key: TileKey): number {
    const uses = this.#nextUses.get(key)
    if (uses === undefined) return Number.POSITIVE_INFINITY
    while (uses.length > 0 && (uses[0] as number) < this.#position) uses.shift()
    if (uses.length > 0) return uses[0] as number
    this.#nextUses.delete(key)
    return Number.POSITIVE_INFINITY
  }
}
