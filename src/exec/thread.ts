import type { Block, OutBlock, Validity } from '../array/block.js'
import { sizeOf } from '../array/window.js'
import { dtypes } from '../base/dtype.js'
import { InternalError } from '../base/errors.js'
import type { InputBlocks } from '../graph/op.js'
import type { SinkPlace, SinkWriter } from '../graph/sink.js'
import type { TileSlot } from '../graph/source.js'
import type { Step } from '../plan/layout.js'
import type { PlanOutput, Stage } from '../plan/plan.js'
import { isMasked, type PlanNode, type ResolvedGraph, resolveGraph } from '../plan/resolved-graph.js'
import { type Piece, type Task, type TaskContext, type TileKey, tilesOfTask } from '../plan/task.js'
import { workOutWithin } from '../plan/task-within.js'
import { Arena } from './arena.js'
import { placePiece } from './assembly.js'
import { Followers } from './followers.js'
import { runFused } from './fused.js'
import { HotChunks } from './hot-chunks.js'
import { Meter, nowMs } from './meter.js'
import { readStoredTile } from './stored-tile.js'
import type { TaskResult } from './task-result.js'
import type { StoredRecords, ThreadEnvironment, ThreadSetup } from './thread-setup.js'
import { ThreadSources } from './thread-sources.js'
import { MissingBytes } from './tile-ranges.js'
import { readLeaf, TileReader } from './tile-reader.js'

/** Steps of a far task that is kept until its turn; one of more takes too much memory, and is worked out again. */
const mostStepsKept = 16

/** Tasks ahead of which remote tiles are asked for. */
const mostTasksAhead = 16

interface Before {
  readonly decoded: number
  readonly kept: number
  readonly bytes: number
  readonly requests: number
  readonly startMs: number
}

/** One machine of the engine: an arena, its sources and writers. Runs tasks one after another; shares nothing. */
export class Thread {
  readonly #setup: ThreadSetup
  readonly #graph: ResolvedGraph
  readonly #context: TaskContext
  readonly #arena: Arena
  readonly #reader: TileReader
  readonly #hot: HotChunks
  readonly #followers: Followers
  readonly #meter: Meter
  readonly #sources: ThreadSources
  readonly #writers: SinkWriter[] = []
  readonly #tasks = new Map<number, Task>()
  #stage: Stage | undefined
  #spanEnd = 0
  #lastRun = -1
  #stored: StoredRecords = () => undefined

  private constructor(setup: ThreadSetup, environment: ThreadEnvironment) {
    const { plan } = setup
    this.#setup = setup
    this.#meter = new Meter(setup.isTracing)
    const byNode = new Map(setup.leaves.map((leaf) => [leaf.node, leaf]))
    this.#graph = resolveGraph(plan.nodes, environment.registry)
    const masked = (node: number): boolean => {
      const stored = plan.nodes[node]?.stored ?? null
      return byNode.get(node)?.masked ?? (stored === null || isMasked(stored))
    }
    this.#context = { graph: this.#graph, outputs: plan.outputs, leafMasked: masked, sinkScratch: setup.sinkScratch }
    this.#arena = new Arena(plan.memory, environment.reserved, environment.instantiate)
    const leaves = new Map(
      plan.nodes.flatMap((node, index) => (this.#graph.isLeaf(index) ? [[index, readLeaf(node, masked(index))] as const] : [])),
    )
    const spanTiles = (position: number): readonly TileKey[] | null => {
      if (position >= this.#spanEnd) return null
      this.#meter.enter('plan', -1)
      const tiles = tilesOfTask(this.#graph, this.#ahead(position))
      this.#meter.leave()
      return tiles
    }
    this.#hot = new HotChunks(plan, this.#arena)
    this.#followers = new Followers(plan, this.#context)
    const decode = (leaf: number, tile: number, out: TileSlot): Validity => {
      const { stored, spec } = this.#graph.nodes[leaf] as PlanNode
      return stored === null ? this.#sources.decode(leaf, tile, out) : this.#readStored(stored, tile, out, spec)
    }
    this.#reader = new TileReader(this.#arena, plan.memory.tiles, leaves, spanTiles, decode, (key) => this.#hot.find(key))
    this.#sources = new ThreadSources(byNode, environment, this.#arena, this.#meter)
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
    this.#sources.restart()
    this.#lastRun = start - 1
  }

  /** Runs one task of the current stage, and those of later stages that need nothing but what this thread has just written. */
  async run(index: number): Promise<TaskResult[]> {
    this.#meter.clear()
    const before = this.#begin()
    this.#meter.enter('plan', -1)
    const task = this.#task(index)
    this.#reader.keeper.advance(index)
    await this.#sources.attach(task)
    const next = index + 1 < this.#spanEnd ? this.#task(index + 1) : null
    if (next !== null) await this.#sources.attach(next)
    if (this.#sources.hasRemote) {
      this.#sources.prefetch(this.#tasksFrom(index))
      await this.#sources.fetchMissing(this.#undecoded(task), index)
    }
    const results = [this.#write(task, await this.#computeFetching(task), before)]
    for (let done = 0; done < results.length; done++) this.#follow(results[done] as TaskResult, results)
    for (const known of this.#tasks.keys()) if (known <= index) this.#tasks.delete(known)
    this.#sources.forget(index)
    this.#lastRun = index
    return results
  }

  /** The tiles of a task, of the next one, and of those after it while tasks come one after the other: one that goes on with a run skips what is done. */
  *#tasksFrom(index: number): Generator<readonly [number, readonly TileKey[]]> {
    const last = index === this.#lastRun + 1 ? index + mostTasksAhead : index + 1
    for (let next = index; next <= last && next < this.#spanEnd; next++) yield [next, this.#undecoded(this.#ahead(next))]
  }

  /** The tiles that a task reads and that are not kept. */
  #undecoded(task: Task): TileKey[] {
    return [...tilesOfTask(this.#graph, task)].filter((key) => !this.#reader.has(key))
  }

  #begin(): Before {
    this.#arena.counts.clear()
    const { decoded, kept } = this.#reader
    const { bytesRead, requests } = this.#sources
    return { decoded, kept, bytes: bytesRead, requests, startMs: nowMs() }
  }

  #write(task: Task, block: Block, before: Before): TaskResult {
    const { output, level, node } = task.root
    this.#meter.enter('write', node)
    this.#arena.scratchRegion(this.#arena.taskStart + task.reserve, this.#setup.sinkScratch[output] as number)
    const unreadable = this.#sources.takeUnreadable()
    const written = (this.#writers[output] as SinkWriter).write(level, task.chunk, block, this.#arena)
    const record = unreadable.length === 0 ? written : { ...written, unreadable }
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
      bytesRead: this.#sources.bytesRead - before.bytes,
      requests: this.#sources.requests - before.requests,
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

  /** Lets go of all files. What was written is made durable first, unless the output is about to be put together from it. */
  close(isWhole: boolean): void {
    for (const writer of this.#writers) {
      if (!isWhole) writer.flush()
      writer.close()
    }
    this.#sources.close()
  }

  #task(index: number): Task {
    let task = this.#tasks.get(index)
    if (task === undefined) this.#tasks.set(index, (task = this.#workOut(index)))
    return task
  }

  /** A far task: kept for its turn where it is small. */
  #ahead(index: number): Task {
    const task = this.#tasks.get(index) ?? this.#workOut(index)
    if (task.pieces.reduce((sum, piece) => sum + piece.layout.steps.length, 0) <= mostStepsKept) this.#tasks.set(index, task)
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

  #readStored(stored: { output: number; level: number }, chunk: number, slot: TileSlot, spec: PlanNode['spec']): Validity {
    this.#meter.enter('decode', -1)
    const record = this.#stored(stored.output, stored.level, chunk)
    if (record === undefined) throw new InternalError(`chunk ${chunk} of level ${stored.level} is wanted before it was written`)
    this.#arena.scratchRegion(this.#arena.codecStart, this.#setup.plan.memory.codecs)
    const valid = readStoredTile(this.#writers[stored.output] as SinkWriter, stored.level, chunk, record, slot, spec, this.#arena)
    this.#meter.leave()
    return valid
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
        await this.#sources.fetch(error)
        this.#meter.leave()
        this.#meter.enter('plan', -1)
      }
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

/** Bytes that a node's elements take; for reports. */
export function outputBytes(level: PlanOutput['levels'][number]): number {
  return level.spec.shape.reduce((product, extent) => product * extent, dtypes[level.spec.dtype].bytes)
}
