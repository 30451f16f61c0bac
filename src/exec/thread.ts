import type { Block, OutBlock, Validity } from '../array/block.js'
import { sizeOf } from '../array/window.js'
import { InternalError, SourceError } from '../base/errors.js'
import type { InputBlocks } from '../graph/op.js'
import type { Registry } from '../graph/registry.js'
import type { ChunkRecord, SinkPlace, SinkWriter } from '../graph/sink.js'
import type { ByteRange, Source, TileSlot } from '../graph/source.js'
import { LocalReader } from '../io/local-reader.js'
import type { Step } from '../plan/layout.js'
import type { Plan, PlanOutput, Stage } from '../plan/plan.js'
import { isMasked, type PlanNode, type ResolvedGraph, resolveGraph } from '../plan/resolved-graph.js'
import { leafOfKey, type Piece, type Task, type TaskContext, tileOfKey, tilesOfTask } from '../plan/task.js'
import { workOutWithin } from '../plan/task-within.js'
import { Arena, type InstantiateKernels } from './arena.js'
import { placePiece } from './assembly.js'
import { Followers } from './followers.js'
import { runFused } from './fused.js'
import { HotChunks } from './hot-chunks.js'
import { Meter, nowMs } from './meter.js'
import { readStoredTile } from './stored-tile.js'
import type { TaskResult } from './task-result.js'
import { MissingBytes, rangeKey, rangesOf } from './tile-ranges.js'
import { readLeaf, TileReader } from './tile-reader.js'

/** A source as a thread gets it: what its card's `attach` needs, and where its files are. */
export interface LeafSetup {
  readonly node: number
  readonly format: string
  readonly layout: unknown
  readonly masked: boolean
  /** By `ByteRange.file`: the path on this machine, or null where the bytes must be fetched. */
  readonly paths: readonly (string | null)[]
}

/** All that a thread is told at its start, as structured-cloneable data. */
export interface ThreadSetup {
  readonly plan: Plan
  readonly leaves: readonly LeafSetup[]
  readonly places: readonly SinkPlace[]
  readonly sinkScratch: readonly number[]
  /** Whether results carry what was done when. */
  readonly isTracing: boolean
}

/** What the process gives to a thread that is not data. */
export interface ThreadEnvironment {
  readonly registry: Registry
  readonly instantiate: InstantiateKernels
  /** Bytes at the arena's start that belong to the kernel module. */
  readonly reserved: number
  /** Bytes that are not on this machine's disk: asked of the main thread. Null for a whole file that does not exist. */
  fetch(leaf: number, range: ByteRange): Promise<Uint8Array | null>
}

interface Before {
  readonly decoded: number
  readonly kept: number
  readonly bytes: number
  readonly requests: number
  readonly startMs: number
}

/** Records of a stored level, by chunk. */
export type StoredRecords = (output: number, level: number, chunk: number) => ChunkRecord | undefined

/** One machine of the engine: an arena, its sources and writers. Runs tasks one after another; shares nothing. */
export class Thread {
  readonly #setup: ThreadSetup
  readonly #environment: ThreadEnvironment
  readonly #graph: ResolvedGraph
  readonly #context: TaskContext
  readonly #arena: Arena
  readonly #reader: TileReader
  readonly #hot: HotChunks
  readonly #followers: Followers
  readonly #files = new LocalReader()
  readonly #meter: Meter
  readonly #sources = new Map<number, Source>()
  readonly #writers: SinkWriter[] = []
  readonly #fetched = new Map<string, Promise<Uint8Array | null> | Uint8Array | null>()
  readonly #wantedNext = new Set<string>()
  readonly #tasks = new Map<number, Task>()
  readonly #leaves: ReadonlyMap<number, LeafSetup>
  #stage: Stage | undefined
  #spanEnd = 0
  #bytesRead = 0
  #requests = 0
  #stored: StoredRecords = () => undefined

  private constructor(setup: ThreadSetup, environment: ThreadEnvironment) {
    const { plan } = setup
    this.#setup = setup
    this.#meter = new Meter(setup.isTracing)
    this.#environment = environment
    this.#leaves = new Map(setup.leaves.map((leaf) => [leaf.node, leaf]))
    this.#graph = resolveGraph(plan.nodes, environment.registry)
    const masked = (node: number): boolean => {
      const stored = plan.nodes[node]?.stored ?? null
      return this.#leaves.get(node)?.masked ?? (stored === null || isMasked(stored))
    }
    this.#context = { graph: this.#graph, outputs: plan.outputs, leafMasked: masked, sinkScratch: setup.sinkScratch }
    this.#arena = new Arena(plan.memory, environment.reserved, environment.instantiate)
    const leaves = new Map(
      plan.nodes.flatMap((node, index) => (this.#graph.isLeaf(index) ? [[index, readLeaf(node, masked(index))] as const] : [])),
    )
    // Far tasks are worked out again when their turn comes: only their tiles are worth keeping.
    const spanTiles = (position: number) => (position < this.#spanEnd ? tilesOfTask(this.#graph, this.#workOut(position)) : null)
    this.#hot = new HotChunks(plan, this.#arena)
    this.#followers = new Followers(plan, this.#context)
    const decode = (leaf: number, tile: number, out: TileSlot): Validity => this.#decode(leaf, tile, out)
    this.#reader = new TileReader(this.#arena, plan.memory.tiles, leaves, spanTiles, decode, (key) => this.#hot.find(key))
  }

  /** Makes a thread ready: writers open. Sources are attached with the first task that reads them: of thousands it may meet few. */
  static async start(setup: ThreadSetup, environment: ThreadEnvironment): Promise<Thread> {
    const thread = new Thread(setup, environment)
    for (let output = 0; output < setup.plan.outputs.length; output++) {
      const { sink, levels, options } = setup.plan.outputs[output] as PlanOutput
      thread.#writers.push(await environment.registry.sink(sink).attach(setup.places[output] as SinkPlace, levels, options as never))
    }
    return thread
  }

  /** Begins a span of a stage's tasks: they come in ascending order from `start`. */
  beginSpan(stage: number, start: number, end: number, stored: StoredRecords): void {
    const next = this.#setup.plan.stages[stage] as Stage
    if (next !== this.#stage) this.#tasks.clear()
    this.#stage = next
    this.#spanEnd = end
    this.#stored = stored
    this.#reader.keeper.restart(start)
  }

  /** Runs one task of the current stage, and those of later stages that need nothing but what this thread has just written. */
  async run(index: number): Promise<TaskResult[]> {
    this.#meter.clear()
    const before = this.#begin()
    this.#meter.enter('plan', -1)
    const task = this.#task(index)
    this.#reader.keeper.advance(index)
    await this.#attach(task)
    await this.#fetchMissing(task)
    if (index + 1 < this.#spanEnd) await this.#attach(this.#task(index + 1))
    this.#prefetch(index + 1)
    const results = [this.#write(task, await this.#computeFetching(task), before)]
    for (let done = 0; done < results.length; done++) this.#follow(results[done] as TaskResult, results)
    for (const known of this.#tasks.keys()) if (known !== index + 1) this.#tasks.delete(known)
    for (const key of this.#fetched.keys()) if (!this.#wantedNext.has(key)) this.#fetched.delete(key)
    return results
  }

  #begin(): Before {
    this.#arena.counts.clear()
    const { decoded, kept } = this.#reader
    return { decoded, kept, bytes: this.#bytesRead, requests: this.#requests, startMs: nowMs() }
  }

  #write(task: Task, block: Block, before: Before): TaskResult {
    const { output, level, node } = task.root
    this.#meter.enter('write', node)
    this.#arena.scratchRegion(this.#arena.taskStart + task.reserve, this.#setup.sinkScratch[output] as number)
    const record = (this.#writers[output] as SinkWriter).write(level, task.chunk, block, this.#arena)
    this.#hot.put(output, level, task.chunk, block)
    this.#meter.clear()
    const endMs = nowMs()
    return {
      output,
      level,
      chunk: task.chunk,
      record,
      counts: Object.fromEntries(this.#arena.counts),
      tilesDecoded: this.#reader.decoded - before.decoded,
      tilesKept: this.#reader.kept - before.kept,
      bytesRead: this.#bytesRead - before.bytes,
      requests: this.#requests - before.requests,
      startMs: before.startMs,
      endMs,
      spent: this.#meter.takeSpent(),
      spans: this.#meter.takeSpans(),
    }
  }

  /** Runs the tasks that a written chunk was the last to be waited for by. */
  #follow({ output, level, chunk }: TaskResult, results: TaskResult[]): void {
    if (this.#hot.isEmpty) return
    for (const task of this.#followers.after(output, level, chunk, (key) => this.#hot.find(key) !== undefined)) {
      const before = this.#begin()
      this.#meter.enter('plan', -1)
      results.push(this.#write(task, this.#compute(task), before))
    }
  }

  /** Makes everything written so far durable. */
  flush(): void {
    for (const writer of this.#writers) writer.flush()
  }

  close(): void {
    for (const writer of this.#writers) writer.close()
    this.#files.close()
  }

  #task(index: number): Task {
    let task = this.#tasks.get(index)
    if (task === undefined) this.#tasks.set(index, (task = this.#workOut(index)))
    return task
  }

  #workOut(index: number): Task {
    return workOutWithin(this.#context, this.#stage as Stage, index, this.#setup.plan.memory.task)
  }

  #compute(task: Task): Block {
    const { assembly, window } = task
    const only = this.#computePiece(task.pieces[0] as Piece)
    if (assembly === null) return only
    const { dtype } = (this.#graph.nodes[task.root.node] as PlanNode).spec
    const elements = sizeOf(window)
    const data = this.#arena.view(dtype, this.#arena.taskStart + assembly.data, elements)
    const mask = this.#arena.bytes(this.#arena.taskStart + assembly.mask, elements)
    const whole: OutBlock = { window, data, mask, valid: null }
    const { copyRows } = this.#arena
    placePiece(whole, only, true, copyRows)
    for (let at = 1; at < task.pieces.length; at++) placePiece(whole, this.#computePiece(task.pieces[at] as Piece), false, copyRows)
    return whole
  }

  #computePiece(piece: Piece): Block {
    const blocks = new Map<number, Block>()
    for (const step of piece.layout.steps) {
      const out = this.#outBlock(step)
      this.#meter.enter(this.#graph.isLeaf(step.node) ? 'gather' : 'run', step.node)
      if (this.#graph.isLeaf(step.node)) {
        const mask = step.mask < 0 ? null : out.mask
        out.valid = this.#reader.gather(step.node, { window: step.window, data: out.data, mask })
      } else if (step.fused.length > 0) runFused(this.#graph, step, out, blocks, this.#arena, this.#arena.taskStart)
      else this.#runCard(step, out, inputsOf(piece, step.node, blocks))
      this.#meter.leave()
      blocks.set(step.node, out)
    }
    return blocks.get((piece.layout.steps[piece.layout.steps.length - 1] as Step).node) as Block
  }

  #outBlock(step: Step): OutBlock {
    const { dtype } = (this.#graph.nodes[step.node] as PlanNode).spec
    const elements = sizeOf(step.window)
    const data = this.#arena.view(dtype, this.#arena.taskStart + step.data, elements)
    const mask = step.mask < 0 ? new Uint8Array(0) : this.#arena.bytes(this.#arena.taskStart + step.mask, elements)
    return { window: step.window, data, mask, valid: mask }
  }

  #runCard(step: Step, out: OutBlock, inputs: InputBlocks): void {
    const card = this.#graph.card(step.node)
    if (card === undefined) throw new InternalError(`node ${step.node} has no card`)
    this.#arena.scratchRegion(this.#arena.taskStart + step.scratch, step.scratchBytes)
    card.run(out, inputs, this.#graph.params(step.node), this.#graph.state(step.node), this.#arena)
  }

  #decode(leaf: number, tile: number, out: TileSlot): Validity {
    this.#meter.enter('decode', leaf)
    const valid = this.#decoded(leaf, tile, out)
    this.#meter.leave()
    return valid
  }

  #decoded(leaf: number, tile: number, out: TileSlot): Validity {
    const { stored, spec } = this.#graph.nodes[leaf] as PlanNode
    if (stored !== null) return this.#readStored(stored, tile, out, spec)
    const source = this.#sources.get(leaf) as Source
    const encoded: Uint8Array[] = []
    let at = this.#arena.codecStart
    const end = at + source.maxEncodedBytes + 16 * 64
    for (const range of rangesOf(source, tile, (range) => this.#readIndex(leaf, range))) {
      this.#meter.enter('read', leaf)
      const length = this.#fill(leaf, range, this.#arena.bytes(at, end - at))
      this.#meter.leave()
      this.#requests++
      if (length < 0) continue
      encoded.push(this.#arena.bytes(at, length))
      this.#bytesRead += length
      at = Math.ceil((at + length) / 16) * 16
    }
    this.#arena.scratchRegion(end, source.decodeScratchBytes)
    return source.decode(encoded, tile, out, this.#arena)
  }

  /** Bytes of a source's index, outside the arena; null for a file that is not there. */
  #readIndex(leaf: number, range: ByteRange): Uint8Array | null {
    const bytes = new Uint8Array(range.length)
    const length = this.#fill(leaf, range, bytes)
    this.#requests++
    this.#bytesRead += Math.max(0, length)
    return length < 0 ? null : bytes
  }

  /** Brings the bytes of a range into the arena; answers how many, -1 for a file that is not there. */
  #fill(leaf: number, range: ByteRange, into: Uint8Array): number {
    const path = (this.#leaves.get(leaf) as LeafSetup).paths[range.file] ?? null
    if (path !== null) return this.#files.read(path, range, into)
    const bytes = this.#come(leaf, range)
    if (bytes === undefined) throw new MissingBytes(leaf, range)
    if (bytes === null) return -1
    if (bytes.length > into.length)
      throw new SourceError(`${bytes.length} bytes for one tile, at most ${into.length} were announced: the file is corrupt`)
    into.set(bytes)
    return bytes.length
  }

  #readStored(stored: { output: number; level: number }, chunk: number, slot: TileSlot, spec: PlanNode['spec']): Validity {
    const record = this.#stored(stored.output, stored.level, chunk)
    if (record === undefined) throw new InternalError(`chunk ${chunk} of level ${stored.level} is wanted before it was written`)
    this.#arena.scratchRegion(this.#arena.codecStart, this.#setup.plan.memory.codecs)
    return readStoredTile(this.#writers[stored.output] as SinkWriter, stored.level, chunk, record, slot, spec, this.#arena)
  }

  /** Runs a task's pieces; a tile that had to be given up within the task is fetched again, and the task begun anew. */
  async #computeFetching(task: Task): Promise<Block> {
    for (;;) {
      try {
        return this.#compute(task)
      } catch (error) {
        if (!(error instanceof MissingBytes)) throw error
        this.#arena.counts.clear()
        this.#meter.clear()
        this.#meter.enter('wait', error.leaf)
        await this.#fetch(error.leaf, error.range)
        this.#meter.leave()
        this.#meter.enter('plan', -1)
      }
    }
  }

  /** Attaches the sources that a task reads, where they are not yet. */
  async #attach(task: Task): Promise<void> {
    for (const piece of task.pieces) {
      for (const { node } of piece.layout.steps) {
        const leaf = this.#sources.has(node) ? undefined : this.#leaves.get(node)
        if (leaf === undefined) continue
        this.#sources.set(node, await this.#environment.registry.source(leaf.format).attach(leaf.layout as never))
      }
    }
  }

  /** Asks for the bytes of the task to come, so that they arrive while the current one is computed. */
  #prefetch(index: number): void {
    this.#wantedNext.clear()
    if (index >= this.#spanEnd) return
    for (const [leaf, range] of this.#missing(this.#task(index))) {
      this.#wantedNext.add(rangeKey(leaf, range))
      // A failure is met again, and thrown, when the task's own turn comes.
      this.#fetch(leaf, range).catch(() => this.#fetched.delete(rangeKey(leaf, range)))
    }
  }

  /** Fetches what a task needs that is not on this machine's disk: indexes of sources first, then what is found in them. */
  async #fetchMissing(task: Task): Promise<void> {
    for (;;) {
      const waiting = [...this.#missing(task)].filter(([leaf, range]) => this.#come(leaf, range) === undefined)
      if (waiting.length === 0) return
      this.#meter.enter('wait', -1)
      await Promise.all(waiting.map(([leaf, range]) => this.#fetch(leaf, range)))
      this.#meter.leave()
    }
  }

  /** Bytes that were fetched and have come. */
  #come(leaf: number, range: ByteRange): Uint8Array | null | undefined {
    const bytes = this.#fetched.get(rangeKey(leaf, range))
    return bytes instanceof Promise ? undefined : bytes
  }

  async #fetch(leaf: number, range: ByteRange): Promise<void> {
    const key = rangeKey(leaf, range)
    let bytes = this.#fetched.get(key)
    if (bytes === undefined) this.#fetched.set(key, (bytes = this.#environment.fetch(leaf, range)))
    this.#fetched.set(key, await bytes)
  }

  *#missing(task: Task): Generator<readonly [leaf: number, range: ByteRange]> {
    for (const key of tilesOfTask(this.#graph, task)) {
      const leaf = leafOfKey(key)
      const source = this.#sources.get(leaf)
      if (source === undefined || this.#reader.has(key)) continue
      const { paths } = this.#leaves.get(leaf) as LeafSetup
      const ranges = rangesOf(source, tileOfKey(key), (range) => this.#come(leaf, range))
      for (const range of ranges) if ((paths[range.file] ?? null) === null) yield [leaf, range]
    }
  }
}

function inputsOf(piece: Piece, node: number, blocks: ReadonlyMap<number, Block>): InputBlocks {
  const byPosition = new Map<number, Block>()
  for (const [position, input] of piece.demand.edges.get(node) ?? []) {
    const block = blocks.get(input)
    if (block !== undefined) byPosition.set(position, block)
  }
  return byPosition
}
