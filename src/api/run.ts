import { availableParallelism } from 'node:os'
import { dirname, resolve } from 'node:path'
import { MiB } from '../base/bytes.js'
import { AbortedError, UsageError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import type { InstantiateKernels } from '../exec/arena.js'
import type { ProgressEvent, RunOutcome } from '../exec/run-outcome.js'
import { runPlan } from '../exec/run-plan.js'
import type { TaskResult } from '../exec/task-result.js'
import type { LeafSetup, ThreadEnvironment } from '../exec/thread-setup.js'
import { WorkerPool } from '../exec/worker-pool.js'
import { MemoryResult, resultBytes } from '../formats/memory/result.js'
import { memorySink } from '../formats/memory/sink.js'
import { stageSink } from '../formats/memory/stage-sink.js'
import { scratchIndexBytes, scratchSink, scratchSinkBytes } from '../formats/scratch/sink.js'
import { sumsIndexBytes, sumsSink } from '../formats/scratch/sums-sink.js'
import { gridFiles } from '../geo/datum-grids.js'
import type { UserCode } from '../graph/block-function.js'
import type { LazyNode } from '../graph/graph.js'
import { asNotes, asWarnings } from '../graph/remark.js'
import type { ChunkRecord, SinkDef, SinkLevel, SinkPlace } from '../graph/sink.js'
import { isRemote } from '../io/public-uri.js'
import type { S3Options } from '../io/s3-options.js'
import { instantiateKernels, reservedBytes } from '../kernels/loader.js'
import { kernelModule } from '../kernels/module.js'
import { type DecidedPlan, decidePlan } from '../plan/build.js'
import { warningLines } from '../plan/notes.js'
import type { Plan } from '../plan/plan.js'
import type { ScratchRequest } from '../plan/plan-request.js'
import type { PlanNode } from '../plan/resolved-graph.js'
import type { PlanTarget } from '../plan/target.js'
import { applyOp } from './apply.js'
import { shownArgument } from './arguments.js'
import { loadBlockModules, userCode } from './block-modules.js'
import { earlyWorkers, workersFor } from './early-workers.js'
import { heapGrowthBytes, ownsProcess, youngHeapBytes } from './heap.js'
import { inTurns } from './in-turns.js'
import { journalKey } from './journal-key.js'
import { areAllValid, clashByDefault } from './nodata-clash.js'
import { mustBeUnchanged } from './opened.js'
import { OutputClaim } from './output-claim.js'
import { checkTargets, onDisk, placeOf, placesOf } from './output-place.js'
import { checkRoom, freeBytes, roomNotes } from './output-room.js'
import { mustFitBudget, neededAssets, readingOptions } from './positions.js'
import { takePrestarted, workerUrl } from './prestart.js'
import { recipeFrom, toRecipe } from './recipe.js'
import type { Recipe } from './recipe-type.js'
import { registry } from './registry.js'
import { RemoteFiles, type RemoteLeaf } from './remote-files.js'
import { remoteBytes } from './remote-memory.js'
import { makeWay, type RemoteTarget, remoteOutputs } from './remote-output.js'
import { memoryOf, mustBeFunction, mustBePath } from './run-arguments.js'
import { type RunReport, reportOf } from './run-report.js'
import {
  areOnDisk,
  canBeInvalid,
  factKey,
  isSource,
  leafFacts,
  leafSetup,
  lookedAtAtOnce,
  type SourceFact,
  sourceFacts,
} from './run-sources.js'
import { overviewNotes } from './source-overviews.js'
import { unreadableAreas, unreadableMetadata } from './unreadable.js'
import { gridBytes, type NamedAsset, type WorkerExtras } from './worker-extras.js'

export type { ProgressEvent } from '../exec/run-outcome.js'
export type { RunReport } from './run-report.js'

/** What every run may be given. */
export interface RunOptions {
  /**
   * Bytes, or a text like '256MB': what a run may take in all, with a bare process that it runs in. Default 512 MiB. What a process of your own holds beyond
   * that, and the garbage of its heaps, the plan counts on top, and says so; on the command line there is none of it.
   */
  readonly maxMemory?: number | string
  /** Worker threads; 0 runs on the calling thread. Default: as many as there are cores, none for a small job. */
  readonly workers?: number
  readonly onProgress?: (event: ProgressEvent) => void
  /** Called before the run for each thing that its plan warns of: a datum grid that is missing, a disk that may be too small. The report has them, too. */
  readonly onWarning?: (text: string) => void
  readonly signal?: AbortSignal
  /** Replace an output that exists. */
  readonly overwrite?: boolean
  /** Go on with an output that was interrupted. */
  readonly resume?: boolean
  /** Whether an output is refused whose pixels are more than twenty times what its disk has free. Default true. */
  readonly checkSpace?: boolean
  /**
   * How chunks are made that share tiles which memory cannot keep: by reading those again, or by way of files beside the output that hold its pixels
   * in chunks that lie between. Default `auto`: the cheaper one, as the plan says. The output is the same.
   */
  readonly rechunk?: 'auto' | 'reread' | 'stage'
  /** What to do where a valid pixel equals a nodata value that the source did not have. Default 'error'. */
  readonly onNodataClash?: 'nudge' | 'error' | 'mask'
  /** File to write a trace of the run to: what each thread did when, as JSON for Perfetto or Chrome's trace viewer. Replaced if it is there. */
  readonly trace?: string
  /** Endpoint, region, credentials and retries for outputs that go to `s3://`: never recorded or shown. Default: what the AWS SDK finds. */
  readonly s3?: S3Options
  /** For outputs that go to `s3://`: never replace an object, not even one that appears while the run is under way (`If-None-Match`). */
  readonly ifNoneMatch?: boolean
  /** Directory for the scratch files of outputs that go to `s3://`, by which a run is resumed. Default: the system's for temporary files. */
  readonly scratch?: string
}

/** One output to be written: a node, the sink's name, its raw options, and the path. */
export interface WriteTarget {
  readonly node: LazyNode
  readonly sink: string
  readonly options: JsonObject
  readonly target: string
  /** Names the change of an output that is there already, so that others can change it at the same time; absent: the output is made. */
  readonly change?: string
}

/** Plans outputs without writing anything. Throws what the run would throw before its first byte. */
export async function planTargets(targets: readonly WriteTarget[], options: RunOptions = {}): Promise<Plan> {
  const { plan, decided } = await prepare(targets, options)
  return { ...plan, sources: decided.uses(), notes: decided.notes() }
}

/** Plans and writes outputs in one run. */
export async function runTargets(targets: readonly WriteTarget[], options: RunOptions = {}): Promise<RunReport> {
  if (options.signal?.aborted) throw new AbortedError('stopped before it began: nothing was written')
  checkTargets(targets, options)
  const remotes = await remoteOutputs(targets, options)
  const started = performance.now()
  const prestarted = takePrestarted()
  const baseline = prestarted?.baseline ?? process.memoryUsage.rss()
  const pool = prestarted?.pool ?? new WorkerPool(workerUrl, earlyWorkers(targets, options))
  let prepared: Prepared
  let outcome: RunOutcome
  let planMs: number
  let warnings: string[]
  try {
    prepared = await prepare(targets, options, baseline)
    await pool.end(prepared.plan.memory.started)
    planMs = performance.now() - started
    if (options.checkSpace !== false && options.resume !== true) checkRoom(onDisk(prepared.plan))
    warnings = warnOf(prepared, options)
    outcome = await executeInto(
      prepared,
      targets.map((target) => placeOf(target, options)),
      options,
      pool,
      remotes,
    )
  } finally {
    await pool.end()
  }
  return reportOf(
    [...new Set(targets.map(({ target }) => target))],
    prepared.recipeHash,
    { ...prepared.plan, sources: outcome.uses },
    outcome,
    planMs,
    warnings,
  )
}

/** Tells what a plan warns of; answers it. */
function warnOf({ plan, decided }: Prepared, { onWarning }: RunOptions): string[] {
  const warnings = warningLines(plan, decided.warnings())
  for (const warning of warnings) onWarning?.(warning)
  return warnings
}

/** Runs a plan with its scratch directories claimed: they go when the outputs are whole, and stay where a failed run can be resumed. */
async function executeInto(
  prepared: Prepared,
  places: readonly Omit<SinkPlace, 'threadName'>[],
  options: RunOptions,
  pool: WorkerPool,
  remotes: readonly (RemoteTarget | null)[],
): Promise<RunOutcome> {
  const claim = OutputClaim.take(places, options)
  try {
    await makeWay(remotes, options)
    const outcome = await execute(prepared, places, options, pool, null, remotes)
    await claim.remove()
    return outcome
  } catch (error) {
    throw await claim.failed(error)
  } finally {
    claim.release()
  }
}

/** Computes nodes into memory, in one run: what they share is read and computed once, and chunks go to their place as they are made. */
export async function computeNodes(nodes: readonly LazyNode[], options: RunOptions = {}): Promise<MemoryResult[]> {
  const targets = nodes.map((node): WriteTarget => ({ node, sink: 'memory', options: {}, target: '' }))
  const prepared = await prepare(targets, options)
  warnOf(prepared, options)
  const results = prepared.plan.outputs.slice(0, targets.length).map(({ levels }) => new MemoryResult((levels[0] as SinkLevel).spec))
  const places = targets.map(() => ({ target: '', scratch: '' }))
  await execute(prepared, places, options, new WorkerPool(workerUrl), ({ output, chunk, record }) => {
    // What the run put aside for itself is kept as it is.
    if (results[output] === undefined) return record
    results[output].place(chunk, record)
    return {}
  })
  return results
}

interface Prepared {
  readonly plan: Plan
  readonly decided: DecidedPlan
  readonly leaves: LeafSetup[]
  /** Modules of the user's. */
  readonly code: readonly UserCode[]
  readonly assets: readonly NamedAsset[]
  /** What is written into each output asked for. */
  metadata(): JsonObject[]
  readonly recipeHash: string
  readonly facts: ReadonlyMap<string, SourceFact>
  /** What the journal is kept under. */
  journalKey(): JsonObject
}

/** Opens what must be opened, asks the cards for their facts, and plans. Reads headers, no pixels. */
async function prepare(targets: readonly WriteTarget[], options: RunOptions, baseline = process.memoryUsage.rss()): Promise<Prepared> {
  const young = youngHeapBytes()
  mustBeFunction('onProgress', options.onProgress, 'an event')
  mustBeFunction('onWarning', options.onWarning, 'a text')
  mustBePath(options.trace)
  const nodes = targets.map((target) => target.node)
  const code = userCode(nodes)
  await loadBlockModules(code)
  const assets = await neededAssets(nodes, (made) => computeNodes(made, readingOptions(options)))
  const assetBytes = mustFitBudget(assets, memoryOf(options.maxMemory ?? 512 * MiB))
  const facts = await sourceFacts(nodes)
  const planTargets: PlanTarget[] = []
  for (const target of targets)
    planTargets.push(
      await planTarget(
        target,
        options,
        areAllValid(target.node, registry, (leaf) => canBeInvalid(leaf, facts)),
      ),
    )
  const recipe = toRecipe(nodes)
  const reachingBytes = remoteBytes(
    [...facts.values()].flatMap(({ opened }) => opened.files.slice(0, 1)),
    targets,
  )
  const decided = decidePlan({
    targets: planTargets,
    registry,
    stageSink: stageSink.name,
    leafFacts: (node) => leafFacts(node, facts),
    maxMemory: memoryOf(options.maxMemory ?? 512 * MiB),
    workers: workersFor(code, options.workers),
    cores: availableParallelism(),
    baseline,
    ownsProcess: ownsProcess(),
    heapGrowth: (workers) => heapGrowthBytes(workers, young) + gridBytes(workers),
    remoteBytes: (workers) => reachingBytes(workers) + assetBytes,
    callerWorks: ownsProcess() && areOnDisk(facts, targets),
    reserved: reservedBytes,
    recipe: recipe as unknown as JsonObject,
    scratch: scratchRequest(targets, options.rechunk),
    sums: targets.some(({ target }) => target === '') ? null : { sink: sumsSink.name, chunkIndexBytes: sumsIndexBytes },
  })
  const { plan } = decided
  const leaves = plan.nodes.flatMap((node, index) => (isSource(node) ? [leafSetup(node, index, facts)] : []))
  return {
    plan,
    decided,
    leaves,
    code,
    assets,
    metadata: () => targets.map((target) => outputMetadata(target, targets.length === 1 ? recipe : toRecipe([target.node]))),
    recipeHash: recipe.hash,
    facts,
    journalKey: () =>
      journalKey(decided.identity, new Map([...facts].map(([key, { opened }]) => [opened.files[0] ?? key, opened.fingerprint]))),
  }
}

/** How a run may put pixels aside: not at all where an output is kept in memory, and has no directory beside it. */
function scratchRequest(targets: readonly WriteTarget[], choice: unknown = 'auto'): ScratchRequest | null {
  if (choice !== 'auto' && choice !== 'reread' && choice !== 'stage')
    throw new UsageError(`rechunk is ${shownArgument(choice)}, expected auto, reread or stage`)
  const [first] = targets
  if (first === undefined || targets.some(({ target }) => target === '')) return null
  const { name } = scratchSink
  return { choice, sink: name, writerBytes: scratchSinkBytes, chunkIndexBytes: scratchIndexBytes, freeBytes: freeBytes(first.target) }
}

/** What is written into an output: the recipe that made it, with paths as seen from where it lies. */
function outputMetadata({ target }: WriteTarget, recipe: Recipe): JsonObject {
  if (target === '') return {}
  const seen = isRemote(target) ? recipeFrom(recipe, null) : recipeFrom(recipe, dirname(resolve(target)))
  return { recipe: seen as unknown as Json, hash: recipe.hash }
}

/** The output as the planner wants it: options parsed, invalid pixels given their stored value, levels laid out. */
async function planTarget({ node, sink, options, target }: WriteTarget, run: RunOptions, allValid: boolean): Promise<PlanTarget> {
  const def = registry.sink(sink) as unknown as SinkDef
  const parsed = def.parse(options, node.spec)
  const nodata = def.storedNodata(node.spec, parsed, allValid)
  const stored = applyOp('store', { nodata, clash: run.onNodataClash ?? clashByDefault(node) }, [node])
  const levels = def.levels(stored.spec, parsed)
  const writer = await def.attach({ target, scratch: '', threadName: 'plan' }, levels, parsed)
  const { scratchBytes, libraryBytes } = writer
  writer.close()
  const invalid = nodata.some((value) => value !== null) ? 'value' : def.keepsMask(parsed) ? 'mask' : allValid ? 'none' : 'untold'
  const isKept = def.name === memorySink.name
  return {
    ...{
      sink,
      options: parsed,
      target,
      levels,
      notes: [
        ...(await def.notes(node.spec, parsed)),
        ...asNotes(await overviewNotes(node)),
        ...asWarnings(roomNotes({ target, levels }, run.checkSpace !== false)),
      ],
      invalid,
      spools: def.spools(parsed),
      storedNodata: nodata,
      node: stored,
      scratchBytes,
      libraryBytes,
    },
    resultBytes: isKept ? resultBytes(stored.spec) : 0,
    chunkIndexBytes: def.chunkIndexBytes(parsed),
  }
}

async function execute(
  prepared: Prepared,
  places: readonly Omit<SinkPlace, 'threadName'>[],
  options: RunOptions,
  pool: WorkerPool,
  take: ((result: TaskResult) => ChunkRecord) | null = null,
  remotes: readonly (RemoteTarget | null)[] = [],
): Promise<RunOutcome> {
  const { plan } = prepared
  const leafOf = (node: number): RemoteLeaf => {
    const fact = prepared.facts.get(factKey((plan.nodes[node] as PlanNode).params))
    const { files = [], fingerprint = [] } = fact?.opened ?? {}
    return { files, fingerprint, mostBytes: fact?.source.maxEncodedBytes ?? 0 }
  }
  const files = new RemoteFiles(new Map(prepared.leaves.map(({ node }) => [node, leafOf(node)])))
  const metadata = prepared.metadata()
  const module = kernelModule()
  const instantiate: InstantiateKernels = (memory) => instantiateKernels(memory, module)
  const environment: ThreadEnvironment = {
    registry,
    instantiate,
    reserved: reservedBytes,
    fetch: (leaf, range) => files.fetch(leaf, range),
  }
  try {
    const outcome = await runPlan({
      plan: prepared.plan,
      leaves: prepared.leaves,
      places: placesOf(plan, places),
      remotes: plan.outputs.map((_, output) => remotes[output]?.output ?? null),
      sinkScratch: prepared.decided.sinkScratch,
      metadata: plan.outputs.map((_, output) => metadata[output] ?? {}),
      environment,
      module,
      pool,
      extras: { grids: gridFiles(), code: prepared.code, assets: prepared.assets } satisfies WorkerExtras,
      journalKey: prepared.journalKey(),
      confirm: async () => {
        await inTurns([...prepared.facts.values()], lookedAtAtOnce, ({ opened }) => mustBeUnchanged(opened))
      },
      resume: options.resume === true,
      take,
      onProgress: options.onProgress,
      signal: options.signal,
      trace: options.trace,
      uses: prepared.decided.uses,
      metadataOf: (unreadable) => unreadableMetadata(unreadableAreas(plan, unreadable)),
    })
    return { ...outcome, totals: { ...outcome.totals, requests: outcome.totals.requests + files.requests } }
  } finally {
    await files.close()
  }
}
