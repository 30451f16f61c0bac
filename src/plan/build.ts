import { chunkCount } from '../array/chunk-grid.js'
import { sizeOf } from '../array/window.js'
import { dtypes } from '../base/dtype.js'
import { BudgetError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import { hashJson } from '../graph/graph.js'
import type { Registry } from '../graph/registry.js'
import { taskDemand } from './demand.js'
import { budgetError, checkTileCounts, nextSplit } from './fit.js'
import { allocatedBytes } from './layout.js'
import {
  countedBaseline,
  floorBytes,
  floorError,
  graphBytes,
  mostTaskBytes,
  type Room,
  type RunNeed,
  splitMemory,
  wearBytes,
} from './memory.js'
import { nodeNotes } from './notes.js'
import type { NodePlace, Plan, PlanNote, PlanOutput, SourceUse, Stage, StageRoot } from './plan.js'
import { isMasked, type PlanNode, type ResolvedGraph, resolveGraph, totalStateBytes } from './resolved-graph.js'
import { type Surveyed, sourceUses } from './source-uses.js'
import { stageNodes } from './stage-nodes.js'
import { type Survey, surveyStage } from './survey.js'
import type { OutputFacts, PlanTarget } from './target.js'
import { assemblyBytes, type TaskContext } from './task.js'

/** What the planner must be told of a source or of a sink's stored level, per leaf. */
export interface LeafFacts {
  readonly masked: boolean
  /** Bytes for one tile's encoded form and the decoder's scratch. */
  readonly codecBytes: number
  /** Bytes of codec libraries outside the arena. */
  readonly libraryBytes: number
  /** Bytes of all tiles as stored, where known; else 0. */
  readonly encodedBytes: number
}

/** All that a plan is made from. No I/O happens in here. */
export interface PlanRequest {
  readonly targets: readonly PlanTarget[]
  readonly registry: Registry
  /** The sink of nodes that are made in stages of their own: it keeps pixels in its records, as base64. */
  readonly stageSink: string
  /** Facts of the source that a node's params name. */
  readonly leafFacts: (node: PlanNode) => LeafFacts
  readonly maxMemory: number
  /** Number of workers, or 'auto': as many as there are cores, fewer where they do not fit, none for a small job. */
  readonly workers: number | 'auto'
  readonly cores: number
  /** Bytes that this process holds at the start. */
  readonly baseline: number
  /** Whether the process is ours alone, so that `maxMemory` bounds all of it. */
  readonly ownsProcess: boolean
  /** Bytes of garbage by which the heaps of this process may grow in a run with so many workers. */
  readonly heapGrowth: (workers: number) => number
  /** Bytes at the start of an arena that belong to the kernel module. */
  readonly reserved: number
  readonly recipe: JsonObject
}

/** Below this many output pixels a run on the calling thread is sooner done than workers are started. */
export const inlinePixels = 2_000_000

/** Tasks that a plan looks at one by one, over all its stages. */
const exactTasks = 65536

/**
 * Written chunks that are kept for the levels made of them, and the most bytes spent on that: the order of tasks comes back to a chunk's
 * neighbours within four columns of four chunks, with the level above between them.
 */
const hotChunks = 24
const mostHotBytes = 48 * 1024 * 1024

/** Chunks of pixels that may be on their way from a worker: one being made, one sent, one being put in its place. */
const chunksInFlight = 3

/** Tiles that a thread likes to keep, and the most bytes it spends on that. */
const wantedTileCount = 64
const wantedTileBytes = 128 * 1024 * 1024

/** A request with all outputs: those asked for, and then the nodes that are put aside. */
type WholeRequest = Omit<PlanRequest, 'targets'> & { readonly targets: readonly OutputFacts[] }

/** A plan as far as a run needs it: `sources` and `notes` are empty. They are for people, and take as long to find out as all the rest. */
export interface DecidedPlan {
  readonly plan: Plan
  /** How often each source's tiles will be wanted and decoded. */
  uses(): SourceUse[]
  /** What the ops have to say. */
  notes(): PlanNote[]
}

/** Decides a run, and finds out all that is to be said of it. Throws `E_BUDGET` when it cannot fit. */
export function buildPlan(request: PlanRequest): Plan {
  const { plan, uses, notes } = decidePlan(request)
  return { ...plan, sources: uses(), notes: notes() }
}

/** Decides a run: graph and outputs to stages, pieces, workers and bytes. Throws `E_BUDGET` when it cannot fit. */
export function decidePlan(asked: PlanRequest): DecidedPlan {
  const { registry } = asked
  const { nodes, stages, targets } = stageNodes(asked)
  const request: WholeRequest = { ...asked, targets }
  const graph = resolveGraph(nodes, registry)
  const facts = nodes.map((node, index) => (graph.isLeaf(index) ? leafFactsOf(node, request) : null))
  const slotBytes = (leaf: number): number => tileBytes(nodes[leaf] as PlanNode, facts[leaf]?.masked ?? false)
  const context: TaskContext = {
    graph,
    outputs: request.targets,
    leafMasked: (node) => facts[node]?.masked ?? true,
    sinkScratch: request.targets.map((target) => target.scratchBytes),
  }
  checkTileCounts(context, request.maxMemory, keptBytes(request.targets).index)
  const codecs = Math.max(0, ...facts.map((fact) => fact?.codecBytes ?? 0))
  const libraries = Math.max(0, ...facts.map((fact) => fact?.libraryBytes ?? 0), ...request.targets.map((target) => target.libraryBytes))
  const fitted = fit(context, stages, request, { codecs, libraries }, slotBytes)
  const plan: Plan = {
    nodes,
    outputs: request.targets.map(({ sink, options, target, levels, notes, invalid, isStage }) => ({
      sink,
      options,
      target,
      levels,
      notes,
      ...(invalid && { invalid }),
      ...(isStage && { isStage }),
    })),
    stages: fitted.stages,
    sources: [],
    places: nodePlaces(graph, request.targets),
    notes: [],
    memory: fitted.memory,
    hash: planHash(nodes, request.targets),
    recipe: request.recipe,
  }
  return { plan, uses: () => sourceUses(context, fitted, slotBytes, facts), notes: () => [...nodeNotes(graph)] }
}

/** Hash of what decides the bytes of the outputs. */
function planHash(nodes: readonly PlanNode[], targets: readonly OutputFacts[]): string {
  const outputs = targets.map(({ sink, options, levels }) => ({
    sink,
    options,
    levels: levels.map(({ spec, made }) => ({ shape: spec.shape, chunk: spec.chunks.chunk, made })),
  }))
  const data = nodes.map(({ op, version, inputs, params, stored }) => ({
    op,
    version,
    inputs,
    params,
    stored: stored === null ? null : { ...stored },
  }))
  return hashJson(JSON.parse(JSON.stringify({ data, outputs })))
}

function leafFactsOf(node: PlanNode, request: WholeRequest): LeafFacts {
  if (node.stored === null) return request.leafFacts(node)
  const target = request.targets[node.stored.output] as OutputFacts
  return { masked: isMasked(node.stored), codecBytes: target.scratchBytes, libraryBytes: target.libraryBytes, encodedBytes: 0 }
}

function tileBytes(node: PlanNode, masked: boolean): number {
  const elements = node.spec.chunks.chunk.reduce((product, extent) => product * extent, 1)
  return elements * (dtypes[node.spec.dtype].bytes + (masked ? 1 : 0)) + 128
}

/** What codecs take in each thread: of the arena, and beside it. */
interface ThreadBytes {
  readonly codecs: number
  readonly libraries: number
}

function fit(
  context: TaskContext,
  stages: readonly Stage[],
  request: WholeRequest,
  bytes: ThreadBytes,
  slotBytes: (leaf: number) => number,
): Surveyed {
  const { baseline, heapGrowth, maxMemory } = request
  const candidates = workerCandidates(request, context, stages)
  const fewest = candidates[candidates.length - 1] as number
  const floor = floorBytes(fewest)
  const room: Room = { baseline, heapGrowth, countedBaseline: countedBaseline(baseline, request.ownsProcess), maxMemory }
  if (maxMemory >= floor) return fitInto(context, stages, request, bytes, slotBytes, candidates, room)
  // Nothing runs in less than the floor. What the run would need there is found out for the message's sake.
  const least = leastFor(() => fitInto(context, stages, request, bytes, slotBytes, candidates, { ...room, maxMemory: floor }))
  throw floorError(maxMemory, fewest, Math.max(floor, least))
}

function leastFor(fitting: () => Surveyed): number {
  try {
    return fitting().memory.maxMemory
  } catch (error) {
    if (error instanceof BudgetError) return Number(error.fields.neededBytes)
    throw error
  }
}

function fitInto(
  context: TaskContext,
  stages: readonly Stage[],
  request: WholeRequest,
  bytes: ThreadBytes,
  slotBytes: (leaf: number) => number,
  candidates: readonly number[],
  room: Room,
): Surveyed {
  const common = {
    reserved: request.reserved,
    codecs: Math.ceil(bytes.codecs / 16) * 16,
    state: totalStateBytes(context.graph),
    libraries: bytes.libraries,
    graph: graphBytes(context.graph.nodes.length),
    wear: wearBytes(stages.reduce((sum, { taskCount }) => sum + taskCount, 0)),
    ...keptBytes(request.targets),
    wantedHot: hotBytes(context, stages, slotBytes),
  }
  const isExact = exactStages(stages)
  let current = stages
  let surveys = stages.map((stage, at) => surveyStage(context, stage, slotBytes, isExact[at] as boolean))
  for (;;) {
    const need = runNeed(surveys, common, slotBytes)
    for (const workers of candidates) {
      const memory = splitMemory(room, workers, need)
      if (memory === null) continue
      const done = current.map((stage, at) => ({ ...stage, taskBytes: surveys[at]?.taskBytes ?? 0, exact: surveys[at]?.exact ?? false }))
      return { stages: done, surveys, memory }
    }
    const worst = surveys.reduce((a, b) => (b.taskBytes > a.taskBytes ? b : a))
    const index = surveys.indexOf(worst)
    const most = Math.max(...candidates.map((workers) => mostTaskBytes(room, workers, need)))
    const finer = most < 0 && need.result + need.index > 0 ? null : finerSplit(context, current[index] as Stage, worst.taskBytes, most)
    if (finer === null) throw budgetError(context, worst.largest, need, room, candidates[candidates.length - 1] as number)
    current = current.map((stage, at) => (at === index ? { ...stage, split: finer } : stage))
    surveys = surveys.map((survey, at) => (at === index ? surveyStage(context, current[index] as Stage, slotBytes, survey.exact) : survey))
  }
}

/** Which stages are looked at task by task: the smallest ones, as long as that is done in a moment. */
function exactStages(stages: readonly Stage[]): boolean[] {
  let left = exactTasks
  const bySize = stages.map((_, at) => at).sort((a, b) => (stages[a] as Stage).taskCount - (stages[b] as Stage).taskCount)
  const isExact = stages.map(() => false)
  for (const at of bySize) {
    left -= (stages[at] as Stage).taskCount
    isExact[at] = left >= 0
  }
  return isExact
}

/** What outputs keep in this process, whatever the split. */
function keptBytes(targets: readonly OutputFacts[]): Pick<RunNeed, 'result' | 'flight' | 'index'> {
  const chunks = (target: OutputFacts): number => target.levels.reduce((sum, { spec }) => sum + chunkCount(spec.chunks), 0)
  const chunkBytes = ({ levels }: OutputFacts): number => levels[0]?.spec.chunks.chunk.reduce((product, extent) => product * extent, 9) ?? 0
  return {
    result: targets.reduce((sum, target) => sum + target.resultBytes, 0),
    flight: Math.max(0, ...targets.map((target) => (target.resultBytes > 0 ? chunksInFlight * chunkBytes(target) : 0))),
    index: targets.reduce((sum, target) => sum + chunks(target) * target.chunkIndexBytes, 0),
  }
}

/** What it takes to keep written chunks until the levels made of them are made too, of outputs that have such. */
function hotBytes({ graph, outputs }: TaskContext, stages: readonly Stage[], slotBytes: (leaf: number) => number): number {
  const roots = Math.max(1, ...stages.map((stage) => stage.roots.filter(({ output }) => (outputs[output]?.levels.length ?? 0) > 1).length))
  const slots = graph.nodes.flatMap(({ stored }, index) =>
    stored === null || stored.validity === 'unknown' ? [] : [allocatedBytes(slotBytes(index))],
  )
  return Math.min(mostHotBytes, hotChunks * roots * Math.max(0, ...slots))
}

function runNeed(
  surveys: readonly Survey[],
  common: Omit<RunNeed, 'task' | 'leastTiles' | 'wantedTiles'>,
  slotBytes: (leaf: number) => number,
): RunNeed {
  const task = Math.max(...surveys.map((survey) => survey.taskBytes))
  const hot = Math.max(...surveys.map((survey) => survey.tileBytes))
  const slots = surveys.flatMap((survey) => [...survey.tiles.keys()].map((leaf) => allocatedBytes(slotBytes(leaf))))
  const leastTiles = Math.max(0, ...slots)
  const all = Math.max(
    ...surveys.map((survey) => [...survey.tiles].reduce((sum, [leaf, count]) => sum + count * allocatedBytes(slotBytes(leaf)), 0)),
  )
  const wantedTiles = Math.min(wantedTileBytes, all, Math.max(2 * hot, wantedTileCount * leastTiles))
  return { ...common, task, leastTiles, wantedTiles }
}

/** Worker counts to try, the most welcome first. */
function workerCandidates(request: WholeRequest, context: TaskContext, stages: readonly Stage[]): number[] {
  if (request.workers !== 'auto') return [request.workers]
  const pixels = stages.reduce((sum, stage) => sum + stagePixels(context, stage), 0)
  const most = pixels <= inlinePixels ? 0 : Math.min(request.cores, Math.max(...stages.map((stage) => stage.taskCount)))
  if (most <= 1) return [0]
  return [...Array.from({ length: most - 1 }, (_, index) => most - index), 0]
}

function stagePixels(context: TaskContext, stage: Stage): number {
  return stage.roots.reduce((sum, root) => {
    const shape = context.outputs[root.output]?.levels[root.level]?.spec.shape ?? []
    return sum + shape.reduce((product, extent) => product * extent, readPerPixel(context, root))
  }, 0)
}

/** How many pixels are taken in for one of the output, where ops make one of very many: judged by one pixel. */
function readPerPixel({ graph }: TaskContext, { node }: StageRoot): number {
  const { shape } = (graph.nodes[node] as PlanNode).spec
  if (shape.includes(0)) return 1
  const { windows } = taskDemand(graph, node, { start: shape.map(() => 0), stop: shape.map(() => 1) })
  const most = Math.max(...[...windows.values()].map(sizeOf))
  return most > 1024 ? most : 1
}

/** The next split to try for a stage whose largest task has so many bytes, where there is room for so many; null when none can do. */
function finerSplit(context: TaskContext, stage: Stage, taskBytes: number, roomBytes: number): number[] | null {
  const first = stage.roots[0] as StageRoot
  const chunk = context.outputs[first.output]?.levels[first.level]?.spec.chunks.chunk ?? []
  const assembly = Math.max(...stage.roots.map((root) => assemblyBytes(context, root)))
  return nextSplit(chunk, stage.split, { assembly, task: taskBytes, room: roomBytes })
}

function nodePlaces(graph: ResolvedGraph, outputs: readonly PlanOutput[]): NodePlace[] {
  return graph.nodes.map((node, index) => {
    if (node.stored !== null) {
      const isStage = outputs[node.stored.output]?.isStage === true
      return {
        node: index,
        storage: 'store',
        why: isStage ? 'made whole in a stage of its own, and put aside' : 'read back from the output being written',
      }
    }
    if (graph.isLeaf(index)) return { node: index, storage: 'kept', why: 'decoded tiles stay until their last use' }
    if (graph.fusedInto(index) >= 0)
      return {
        node: index,
        storage: 'inline',
        why: `elementwise with one consumer: computed in strips inside node ${graph.fusedInto(index)}`,
      }
    return { node: index, storage: 'task', why: 'one block in the arena, freed after its last reader' }
  })
}
