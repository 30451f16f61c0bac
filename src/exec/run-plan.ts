import { AbortedError, SourceError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import type { WasmModule } from '../base/wasm.js'
import type { ChunkRecord, RemoteOutput, SinkDef, SinkPlace } from '../graph/sink.js'
import type { Plan, PlanOutput, SourceUse, Stage } from '../plan/plan.js'
import { taskTotal } from '../plan/plan.js'
import { resolveGraph } from '../plan/resolved-graph.js'
import { readsStored } from '../plan/stages.js'
import { leafOfKey, type TaskContext, taskChunk, tileOfKey, tilesOfTask, workOut } from '../plan/task.js'
import type { Crew } from './crew.js'
import { Deliveries } from './deliveries.js'
import { inlineCrew } from './inline-crew.js'
import { Journal, type JournalKey } from './journal.js'
import { LocalHand } from './local-hand.js'
import type { PlacedRecord } from './messages.js'
import { nowMs } from './meter.js'
import type { ProgressEvent, RunOutcome, RunPart } from './run-outcome.js'
import { RunTotals } from './run-totals.js'
import { ChunkRecords } from './stored-records.js'
import type { TaskResult, UnreadableTile } from './task-result.js'
import { outputBytes } from './thread.js'
import type { LeafSetup, ThreadEnvironment } from './thread-setup.js'
import { TraceFile } from './trace-file.js'
import { workerCrew } from './worker-crew.js'
import type { WorkerPool } from './worker-pool.js'

/** All that a run needs. */
export interface RunRequest {
  readonly plan: Plan
  readonly leaves: readonly LeafSetup[]
  /** Final paths and scratch directories, by output; scratch '' for outputs that are kept in memory. */
  readonly places: readonly Omit<SinkPlace, 'threadName'>[]
  /** By output: where it goes when it is not on this machine. */
  readonly remotes: readonly (RemoteOutput | null)[]
  readonly sinkScratch: readonly number[]
  /** What is written into each output beside its pixels. */
  readonly metadata: readonly JsonObject[]
  readonly environment: ThreadEnvironment
  readonly module: WasmModule
  readonly pool: WorkerPool
  /** What workers are told beside the plan. */
  readonly extras: unknown
  /** What the journal is kept under. A run resumes only what has the same. */
  readonly journalKey: JournalKey
  /** Called when all chunks are written and before the outputs are made whole: throws where the sources are no longer what was planned. */
  confirm(): Promise<void>
  readonly resume: boolean
  /** Takes the pixels out of a result at once where an output is kept in memory, and answers the record to keep; null where records are kept as they are. */
  readonly take: ((result: TaskResult) => ChunkRecord) | null
  readonly onProgress: ((event: ProgressEvent) => void) | undefined
  readonly signal: AbortSignal | undefined
  /** Path of a trace to write. */
  readonly trace: string | undefined
  /** What is written into every output of tiles that could not be read. */
  metadataOf(unreadable: readonly UnreadableTile[]): JsonObject
  /** Finds out what the plan says of its sources: asked for while workers get ready. */
  uses(): readonly SourceUse[]
}

/** Runs a plan to its end: stages in order, then each output made whole. What an abort or a failure leaves behind can be resumed. */
export async function runPlan(request: RunRequest): Promise<RunOutcome> {
  const { plan, places } = request
  const started = performance.now()
  const threadNames = Array.from(
    { length: Math.max(1, plan.memory.workers) },
    (_, index) => `${process.pid}-${Date.now().toString(36)}-${index}`,
  )
  for (let output = 0; output < plan.outputs.length; output++) await beginOutput(request, output)
  const clock = new Clock(request)
  const scratch = places.find((place) => place.scratch !== '')?.scratch
  const opened = scratch === undefined ? null : Journal.open(scratch, request.journalKey, taskTotal(plan), request.resume)
  const deliveries = new Deliveries(request.signal)
  let crew: Crew | null = null
  try {
    const survives = survivors(request)
    const done = (opened?.done ?? []).filter(survives)
    const tally = new Tally(request, journalling(request, opened?.journal ?? null, deliveries), done, started, clock.trace)
    crew = await runStages(request, threadNames, tally, clock)
    mustHaveRead(tally)
    await deliveries.settled()
    await opened?.journal.sync()
    await request.confirm()
    for (let output = 0; output < plan.outputs.length; output++) await endOutput(request, output, tally)
    clock.part('finish')
    return tally.outcome(performance.now() - started, clock.parts)
  } finally {
    await crew?.gone()
    await deliveries.stopped()
    clock.trace?.close()
    await opened?.journal.close()
  }
}

/** What notes that a chunk is done: at once, or where its file belongs to a remote output, when it is there. */
function journalling(request: RunRequest, journal: Journal | null, deliveries: Deliveries): (entry: PlacedRecord) => void {
  const { plan, places, remotes, environment } = request
  return (entry) => {
    const [output, level, chunk, record] = entry
    // Who goes on with a run makes sums anew.
    if (plan.outputs[output]?.holdsSums) return
    const remote = remotes[output] ?? null
    if (remote === null) return journal?.append(entry)
    const { sink, levels, options } = plan.outputs[output] as PlanOutput
    const def = environment.registry.sink(sink) as unknown as SinkDef
    const file = def.chunkFile({ ...(places[output] as SinkPlace), threadName: 'deliver' }, levels, options, level, chunk, record)
    if (file === null) return journal?.append(entry)
    deliveries.add(remote, file, Number(record.bytes ?? 0), () => journal?.append(entry))
  }
}

/** Refuses an output in which nothing of any source is left. Throws `E_SOURCE`. */
function mustHaveRead(tally: Tally): void {
  const lost = tally.unreadable()
  const isBlank = lost.length > 0 && tally.uses.every(({ node, tiles }) => lost.filter((tile) => tile.node === node).length >= tiles)
  if (!isBlank) return
  const count = lost.length === 1 ? 'the only tile that is needed' : `any of the ${lost.length} tiles that are needed`
  const uri = tally.uses[0]?.uri ?? ''
  throw new SourceError(`${uri}: cannot read ${count}, so that nothing would be left of the source: ${lost[0]?.reason}`, {
    uri,
    nothingLeft: true,
  })
}

/** Computes and stores all chunks that are left to do. Answers the crew, closed, whose threads may still be ending. */
async function runStages(request: RunRequest, threadNames: readonly string[], tally: Tally, clock: Clock): Promise<Crew> {
  const making = makeCrew(request, threadNames)
  tally.uses = request.uses()
  const crew = await making
  clock.part('start')
  try {
    for (let stage = 0; stage < request.plan.stages.length; stage++) {
      await runStage(request, crew, stage, tally)
      clock.part(`stage ${stage}`)
      if (request.signal?.aborted) throw new AbortedError(`stopped after ${tally.records.size} of ${tally.total} chunks`)
    }
  } catch (error) {
    // What cannot be flushed after a failure has failed for the same reason, or is found missing by who resumes.
    await crew
      .close(false)
      .then(() => crew.gone())
      .catch(() => {})
    throw error
  }
  await crew.close(true)
  clock.part('close')
  return crew
}

/** Cuts the time of a run into parts. */
class Clock {
  readonly parts: RunPart[] = []
  readonly trace: TraceFile | null
  #last = nowMs()

  constructor({ plan, trace }: RunRequest) {
    this.trace = trace === undefined ? null : new TraceFile(trace, this.#last, (node) => `${node} ${plan.nodes[node]?.op ?? ''}`)
  }

  /** Ends a part, which began where the last one ended. */
  part(name: string): void {
    const now = nowMs()
    this.parts.push({ name, ms: now - this.#last })
    this.trace?.main(name, this.#last, now)
    this.#last = now
  }
}

/** Whether a chunk of an interrupted run still is as its record says, and belongs to this plan. */
function survivors(request: RunRequest): (entry: PlacedRecord) => boolean {
  const checks = request.plan.outputs.map(({ sink, levels, options }, output) => {
    const place = { ...(request.places[output] as SinkPlace), threadName: 'resume' }
    return (request.environment.registry.sink(sink) as unknown as SinkDef).survivors(place, levels, options)
  })
  return ([output, level, chunk, record]) => checks[output]?.(level, chunk, record) ?? false
}

async function endOutput(request: RunRequest, output: number, tally: Tally): Promise<void> {
  const { sink, levels, options } = request.plan.outputs[output] as PlanOutput
  const place = { ...(request.places[output] as SinkPlace), threadName: 'end' }
  const def = request.environment.registry.sink(sink) as unknown as SinkDef
  const metadata = { ...(request.metadata[output] as JsonObject), ...request.metadataOf(tally.unreadable()) }
  await def.end(place, levels, options, tally.records.ofOutput(output), metadata, request.signal, request.remotes[output] ?? null)
}

async function beginOutput(request: RunRequest, output: number): Promise<void> {
  const { sink, levels, options } = request.plan.outputs[output] as PlanOutput
  const place = { ...(request.places[output] as SinkPlace), threadName: 'begin' }
  const def = request.environment.registry.sink(sink) as unknown as SinkDef
  await def.begin(place, levels, options)
}

/** A plan without what only people read: a thread's copy of it is counted in its memory. */
function forThreads(plan: Plan): Plan {
  return { ...plan, sources: [], places: [], notes: [], recipe: {} }
}

function makeCrew(request: RunRequest, threadNames: readonly string[]): Promise<Crew> {
  const { leaves, sinkScratch, module, environment } = request
  const plan = forThreads(request.plan)
  const setup = (thread: number) => ({
    plan,
    leaves,
    sinkScratch,
    isTracing: request.trace !== undefined,
    places: request.places.map((place) => ({ ...place, threadName: threadNames[thread] as string })),
  })
  if (plan.memory.workers === 0) return inlineCrew(setup(0), environment)
  const { workers, started } = plan.memory
  return workerCrew(
    request.pool,
    (worker) => ({ setup: setup(worker), module, extras: request.extras }),
    started,
    environment.fetch,
    started < workers ? () => new LocalHand(setup(started), environment) : null,
  )
}

async function runStage(request: RunRequest, crew: Crew, stageIndex: number, tally: Tally): Promise<void> {
  if (tally.isDone) return
  const stage = request.plan.stages[stageIndex] as Stage
  const context = taskContext(request)
  const readsBack = stage.roots.some((root) => readsStored(request.plan.nodes, root.node))
  await crew.runStage({
    stage: stageIndex,
    taskCount: stage.taskCount,
    stored: (output, level, chunk) => tally.records.get(output, level, chunk),
    storedFor: (index) => (readsBack ? storedRecords(context, stage, index, tally.records) : []),
    wanted(index) {
      const { root, chunk } = taskChunk(context, stage, index)
      return !tally.records.has(root.output, root.level, chunk)
    },
    onResult: (result, thread) => tally.add(result, thread),
    signal: request.signal,
  })
}

/** The records of the chunks that a task reads back. */
function storedRecords(context: TaskContext, stage: Stage, index: number, records: ChunkRecords): PlacedRecord[] {
  return [...new Set(tilesOfTask(context.graph, workOut(context, stage, index)))].flatMap((key): PlacedRecord[] => {
    const stored = context.graph.nodes[leafOfKey(key)]?.stored ?? null
    const record = stored === null ? undefined : records.get(stored.output, stored.level, tileOfKey(key))
    return stored === null || record === undefined ? [] : [[stored.output, stored.level, tileOfKey(key), record]]
  })
}

function taskContext(request: RunRequest): TaskContext {
  const { plan, environment, sinkScratch } = request
  return { graph: resolveGraph(plan.nodes, environment.registry), outputs: plan.outputs, leafMasked: () => true, sinkScratch }
}

/** Whether an output's `end` or a further level needs the records of a level, named as `output/level`. */
function recordsMatter({ plan, environment }: RunRequest, key: string): boolean {
  const [output, level] = key.split('/').map(Number) as [number, number]
  const { sink, levels, options } = plan.outputs[output] as PlanOutput
  return environment.registry.sink(sink).chunkIndexBytes(options as never) > 0 || levels.some(({ made }) => made?.input === level)
}

/** Counts results, keeps their records, writes the journal and tells of progress. */
class Tally {
  readonly records = new ChunkRecords()
  uses: readonly SourceUse[] = []
  readonly total: number
  readonly #request: RunRequest
  readonly #note: (entry: PlacedRecord) => void
  readonly #started: number
  readonly #chunkBytes: Map<string, number>
  readonly #bytesTotal: number
  /** Levels of whose chunks nobody asks more than whether they are there. */
  readonly #dropped: ReadonlySet<string>
  readonly #totals = new RunTotals()
  readonly #unreadable = new Map<string, UnreadableTile>()
  readonly #trace: TraceFile | null
  readonly #skipped: number
  /** Whether nothing was left to do but to make the outputs whole: sums, which are made anew, are not wanted by anyone then. */
  readonly isDone: boolean
  #bytesDone = 0

  constructor(
    request: RunRequest,
    note: (entry: PlacedRecord) => void,
    done: readonly PlacedRecord[],
    started: number,
    trace: TraceFile | null,
  ) {
    this.#trace = trace
    this.#request = request
    this.#note = note
    this.#started = started
    this.total = taskTotal(request.plan)
    const levels = request.plan.outputs.flatMap(({ levels }, output) =>
      levels.map((level, index) => ({ level, key: `${output}/${index}` })),
    )
    const chunks = ({ spec }: PlanOutput['levels'][number]) =>
      spec.chunks.shape.reduce((product, extent, dim) => product * Math.ceil(extent / (spec.chunks.chunk[dim] as number)), 1)
    this.#chunkBytes = new Map(levels.map(({ level, key }) => [key, outputBytes(level) / chunks(level)]))
    this.#bytesTotal = levels.reduce((sum, { level }) => sum + outputBytes(level), 0)
    this.#dropped = new Set(levels.map(({ key }) => key).filter((key) => !recordsMatter(request, key)))
    const noted = levels.reduce(
      (sum, { level, key }) => sum + (request.plan.outputs[Number(key.split('/')[0])]?.holdsSums === true ? 0 : chunks(level)),
      0,
    )
    this.isDone = done.length === noted
    this.#skipped = this.isDone ? this.total : done.length
    for (const entry of done) this.#keep(entry)
    this.#tell()
  }

  add(result: TaskResult, thread: number): void {
    const record = this.#request.take?.(result) ?? result.record
    const entry: PlacedRecord = [result.output, result.level, result.chunk, record]
    this.#note(entry)
    this.#keep(entry)
    this.#totals.add(result, thread)
    this.#trace?.task(thread, result)
    this.#tell()
  }

  outcome(elapsedMs: number, parts: readonly RunPart[]): RunOutcome {
    const { records, total: chunks } = this
    return {
      records,
      chunks,
      skipped: this.#skipped,
      totals: this.#totals.totals(),
      uses: this.uses,
      unreadable: this.unreadable(),
      parts,
      elapsedMs,
    }
  }

  /** Each tile once, however many chunks wanted it. */
  unreadable(): UnreadableTile[] {
    return [...this.#unreadable.values()]
  }

  #keep([output, level, chunk, record]: PlacedRecord): void {
    const { unreadable } = record as { unreadable?: readonly UnreadableTile[] }
    for (const each of unreadable ?? []) this.#unreadable.set(`${each.node}/${each.tile}`, each)
    this.records.set(output, level, chunk, this.#dropped.has(`${output}/${level}`) ? {} : record)
    this.#bytesDone += this.#chunkBytes.get(`${output}/${level}`) ?? 0
  }

  #tell(): void {
    this.#request.onProgress?.({
      chunksDone: this.records.size,
      chunksTotal: this.total,
      bytesDone: this.records.size === this.total ? this.#bytesTotal : Math.min(this.#bytesTotal, Math.round(this.#bytesDone)),
      bytesTotal: this.#bytesTotal,
      bytesRead: this.#totals.bytesRead,
      elapsedMs: performance.now() - this.#started,
    })
  }
}
