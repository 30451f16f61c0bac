import type { Validity } from '../array/block.js'
import { InternalError, SourceError } from '../base/errors.js'
import type { ByteRange, Source, TileSlot } from '../graph/source.js'
import { LocalReader } from '../io/local-reader.js'
import { leafOfKey, type Task, type TileKey, tileOfKey } from '../plan/task.js'
import type { Arena } from './arena.js'
import type { Meter } from './meter.js'
import type { UnreadableTile } from './task-result.js'
import type { LeafSetup, ThreadEnvironment } from './thread-setup.js'
import { MissingBytes, rangeKey, rangesOf } from './tile-ranges.js'
import { type LeafRange, runsOf } from './tile-runs.js'

/** How often a tile that cannot be read is read again under `retry`, and the wait before the first repetition, four times as long each further one. */
const retries = 3
const firstWaitMs = 50

/** Bytes of remote tiles that a thread asks for ahead of its tasks. */
const aheadBytes = 4 * 1024 * 1024

/** The sources of a thread: attached when they are first read, their bytes read from disk or fetched, their tiles decoded. */
export class ThreadSources {
  /** Encoded bytes brought into the arena so far, and reads of files on this machine. */
  bytesRead = 0
  requests = 0
  readonly #leaves: ReadonlyMap<number, LeafSetup>
  readonly #environment: ThreadEnvironment
  readonly #arena: Arena
  readonly #meter: Meter
  readonly #files = new LocalReader()
  readonly #sources = new Map<number, Source>()
  readonly #fetched = new Map<string, Promise<Uint8Array | null> | Uint8Array | SourceError | null>()
  /** The last task that wants what was fetched, by range. */
  readonly #wantedUntil = new Map<string, number>()
  readonly #failures = new Map<string, number>()
  /** Ranges that must come anew, since what came was damaged. */
  readonly #doubted = new Set<string>()
  #unreadable: UnreadableTile[] = []
  readonly #hasRemote: boolean

  constructor(leaves: ReadonlyMap<number, LeafSetup>, environment: ThreadEnvironment, arena: Arena, meter: Meter) {
    this.#leaves = leaves
    this.#environment = environment
    this.#arena = arena
    this.#meter = meter
    this.#hasRemote = [...leaves.values()].some(({ paths }) => paths.some((path) => path === null))
  }

  /** Whether any source has bytes that are not on this machine's disk. */
  get hasRemote(): boolean {
    return this.#hasRemote
  }

  /** Attaches the sources that a task reads, where they are not yet. */
  async attach(task: Task): Promise<void> {
    for (const piece of task.pieces) {
      for (const { node } of piece.layout.steps) {
        const leaf = this.#sources.has(node) ? undefined : this.#leaves.get(node)
        if (leaf === undefined) continue
        this.#sources.set(node, await this.#environment.registry.source(leaf.format).attach(leaf.layout as never))
      }
    }
  }

  /** Decodes a tile. Where that fails, does what the source was opened to do. Throws `E_SOURCE`, and {@link MissingBytes} for what must be fetched first. */
  decode(leaf: number, tile: number, out: TileSlot): Validity {
    const { onReadError } = this.#leaves.get(leaf) as LeafSetup
    this.#meter.enter('decode', leaf)
    for (;;) {
      try {
        const valid = this.#decode(leaf, tile, out)
        this.#meter.leave()
        return valid
      } catch (error) {
        if (!(error instanceof SourceError) || onReadError === 'fail') throw error
        if (onReadError === 'nodata') return this.#giveUp(leaf, tile, out, error)
        this.#waitFor(leaf, tile, error)
      }
    }
  }

  /** Pixels of a tile that cannot be read: all invalid. */
  #giveUp(node: number, tile: number, { mask }: TileSlot, { message }: SourceError): Validity {
    if (mask === null) throw new InternalError(`node ${node}: a tile cannot be read, and there is no mask to say so`)
    mask.fill(0)
    this.#unreadable.push({ node, tile, reason: message })
    this.#meter.leave()
    return mask
  }

  /** Waits before a tile is read again; rethrows what it failed with once too often. */
  #waitFor(leaf: number, tile: number, error: SourceError): void {
    const key = `${leaf}/${tile}`
    const failures = this.#failures.get(key) ?? 0
    if (failures === retries) {
      this.#failures.delete(key)
      throw new SourceError(`${error.message} (read ${retries + 1} times)`, error.fields, { cause: error })
    }
    this.#failures.set(key, failures + 1)
    for (const range of this.#rangesToFetch(leaf, tile)) {
      this.#fetched.delete(rangeKey(leaf, range))
      this.#doubted.add(rangeKey(leaf, range))
    }
    this.#files.close()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, firstWaitMs * 4 ** failures)
  }

  /** Tiles given up since the last call. */
  takeUnreadable(): UnreadableTile[] {
    const taken = this.#unreadable
    if (taken.length > 0) this.#unreadable = []
    return taken
  }

  /** Fetches what of tiles is not on this machine's disk: indexes of sources first, then what is found by them. */
  async fetchMissing(tiles: readonly TileKey[], task: number): Promise<void> {
    for (;;) {
      const wanted = [...this.#missing(tiles)]
      for (const range of wanted) this.#want(range, task)
      const waiting = wanted.filter(([leaf, range]) => !this.#hasCome(leaf, range))
      if (waiting.length === 0) return
      this.#meter.enter('wait', -1)
      this.#request(waiting)
      await Promise.all(waiting.map(([leaf, range]) => this.#fetch(leaf, range)))
      this.#meter.leave()
    }
  }

  #hasCome(leaf: number, range: ByteRange): boolean {
    const bytes = this.#fetched.get(rangeKey(leaf, range))
    return bytes !== undefined && !(bytes instanceof Promise)
  }

  /** Fetches bytes that were found missing. */
  fetch({ leaf, range }: MissingBytes): Promise<void> {
    return this.#fetch(leaf, range)
  }

  /**
   * Asks for the bytes of tiles that a task and the next one want, so that the latter arrive in the meantime. Where any of these was not asked for yet,
   * also for those of the tasks that follow, up to some bytes: what lies side by side in a file comes in one request, and servers answer several at once.
   */
  prefetch(tasks: Iterable<readonly [task: number, tiles: readonly TileKey[]]>): void {
    const wanted: LeafRange[] = []
    let bytes = 0
    let count = 0
    let isAskedFor = true
    for (const [task, tiles] of tasks) {
      const ranges = [...this.#missing(tiles)]
      const missing = ranges.filter(([leaf, range]) => !this.#fetched.has(rangeKey(leaf, range)))
      isAskedFor &&= missing.length === 0
      for (const range of ranges) this.#want(range, task)
      wanted.push(...missing)
      bytes += missing.reduce((sum, [leaf, { length }]) => sum + (length < 0 ? (this.#sources.get(leaf)?.maxEncodedBytes ?? 0) : length), 0)
      count++
      if (count >= 2 && (isAskedFor || bytes >= aheadBytes)) break
    }
    for (const [key, bytes] of this.#request(wanted)) {
      // A failure is met again, and thrown, when the task's own turn comes.
      bytes.then(
        (ready) => this.#fetched.get(key) === bytes && this.#fetched.set(key, ready),
        () => this.#fetched.get(key) === bytes && this.#fetched.delete(key),
      )
    }
  }

  /** Asks for ranges that nobody has asked for yet, those that lie near each other in one request. Answers what will bring each. */
  #request(ranges: readonly LeafRange[]): Map<string, Promise<Uint8Array | null>> {
    const asked = new Map<string, Promise<Uint8Array | null>>()
    const isNew = ([leaf, range]: LeafRange): boolean =>
      !this.#fetched.has(rangeKey(leaf, range)) && !this.#doubted.has(rangeKey(leaf, range))
    for (const { leaf, range, parts } of runsOf(ranges.filter(isNew))) {
      const run = this.#environment.fetch(leaf, range)
      for (const part of parts) {
        const bytes =
          parts.length === 1 ? run : run.then((all) => partOf(all, range, part)).catch((error) => this.#alone(leaf, part, error))
        asked.set(rangeKey(leaf, part), bytes)
        // Whoever awaits it meets the failure.
        bytes.catch(() => {})
      }
    }
    for (const [key, bytes] of asked) this.#fetched.set(key, bytes)
    return asked
  }

  /** A part of a run that cannot be fetched may be there, where another part is not. */
  #alone(leaf: number, part: ByteRange, error: unknown): Promise<Uint8Array | null> {
    if (!(error instanceof SourceError)) throw error
    return this.#environment.fetch(leaf, part)
  }

  #want([leaf, range]: LeafRange, task: number): void {
    const key = rangeKey(leaf, range)
    this.#wantedUntil.set(key, Math.max(task, this.#wantedUntil.get(key) ?? 0))
  }

  /** Drops fetched bytes that no task after this one is known to want. */
  forget(task: number): void {
    for (const key of this.#fetched.keys()) {
      if ((this.#wantedUntil.get(key) ?? 0) > task) continue
      this.#fetched.delete(key)
      this.#wantedUntil.delete(key)
    }
  }

  /** Forgets what was fetched ahead, where other tasks come than were foreseen. */
  restart(): void {
    this.#wantedUntil.clear()
  }

  close(): void {
    this.#files.close()
  }

  #decode(leaf: number, tile: number, out: TileSlot): Validity {
    const source = this.#sources.get(leaf) as Source
    const encoded: Uint8Array[] = []
    let at = this.#arena.codecStart
    const end = at + source.maxEncodedBytes + 16 * 64
    for (const range of rangesOf(source, tile, (range) => this.#readIndex(leaf, range))) {
      const length = this.#read(leaf, range, this.#arena.bytes(at, end - at))
      if (length < 0) continue
      encoded.push(this.#arena.bytes(at, length))
      at = Math.ceil((at + length) / 16) * 16
    }
    this.#arena.scratchRegion(end, source.decodeScratchBytes)
    return source.decode(encoded, tile, out, this.#arena)
  }

  /** Bytes of a source's index, outside the arena; null for a file that is not there. */
  #readIndex(leaf: number, range: ByteRange): Uint8Array | null {
    const bytes = new Uint8Array(range.length)
    return this.#read(leaf, range, bytes) < 0 ? null : bytes
  }

  /** Brings the bytes of a range into the arena; answers how many, -1 for a file that is not there. */
  #read(leaf: number, range: ByteRange, into: Uint8Array): number {
    this.#meter.enter('read', leaf)
    try {
      const length = this.#fill(leaf, range, into)
      this.bytesRead += Math.max(0, length)
      return length
    } finally {
      this.#meter.leave()
    }
  }

  #fill(leaf: number, range: ByteRange, into: Uint8Array): number {
    const path = (this.#leaves.get(leaf) as LeafSetup).paths[range.file] ?? null
    if (path !== null) {
      this.requests++
      return this.#files.read(path, range, into)
    }
    const bytes = this.#fetched.get(rangeKey(leaf, range))
    if (bytes instanceof SourceError) throw bytes
    if (bytes === undefined || bytes instanceof Promise) throw new MissingBytes(leaf, range)
    if (bytes === null) return -1
    if (bytes.length > into.length)
      throw new SourceError(`${bytes.length} bytes for one tile, at most ${into.length} were announced: the file is corrupt`)
    into.set(bytes)
    return bytes.length
  }

  /** What a fetch failed with is kept in the bytes' place: it is for the tile that needs them to say what then. */
  async #fetch(leaf: number, range: ByteRange): Promise<void> {
    const key = rangeKey(leaf, range)
    let bytes = this.#fetched.get(key)
    if (bytes === undefined) {
      const asked = this.#doubted.delete(key) ? { ...range, fresh: true as const } : range
      this.#fetched.set(key, (bytes = this.#environment.fetch(leaf, asked)))
    }
    try {
      this.#fetched.set(key, await bytes)
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      this.#fetched.set(key, error)
    }
  }

  *#missing(tiles: Iterable<TileKey>): Generator<LeafRange> {
    for (const key of tiles) {
      const leaf = leafOfKey(key)
      if (!this.#sources.has(leaf)) continue
      const { paths } = this.#leaves.get(leaf) as LeafSetup
      for (const range of this.#rangesToFetch(leaf, tileOfKey(key))) if ((paths[range.file] ?? null) === null) yield [leaf, range]
    }
  }

  /** Where a tile is, or the index that says so. None where what was fetched is damaged: that is met again when the tile is decoded. */
  #rangesToFetch(leaf: number, tile: number): readonly ByteRange[] {
    const fetched = (range: ByteRange): Uint8Array | null | undefined => {
      const bytes = this.#fetched.get(rangeKey(leaf, range))
      return bytes instanceof Promise || bytes instanceof SourceError ? undefined : bytes
    }
    try {
      return rangesOf(this.#sources.get(leaf) as Source, tile, fetched)
    } catch (error) {
      if (error instanceof SourceError) return []
      throw error
    }
  }
}

/** The bytes of a part of a run. */
function partOf(all: Uint8Array | null, run: ByteRange, { offset, length }: ByteRange): Uint8Array | null {
  return all === null ? null : all.subarray(offset - run.offset, offset - run.offset + length)
}
