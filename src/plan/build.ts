import { type ChunkGrid, chunkCount } from '../array/chunk-grid.js'
import { dtypes } from '../base/dtype.js'
import type { JsonObject } from '../base/json.js'
import { flatten, hashJson, type LazyNode } from '../graph/graph.js'
import type { Registry } from '../graph/registry.js'
import type { SinkLevel } from '../graph/sink.js'
import { budgetError, nextSplit } from './fit.js'
import { allocatedBytes } from './layout.js'
import { mostTaskBytes, requireFloor, splitMemory, type ThreadNeed } from './memory.js'
import type { MemorySplit, NodePlace, Plan, PlanOutput, SourceUse, Stage, StageRoot } from './plan.js'
import { type PlanNode, planNodes, type ResolvedGraph, resolveGraph, totalStateBytes } from './resolved-graph.js'
import { simplify } from './simplify.js'
import { type Survey, surveyStage } from './survey.js'
import { assemblyBytes, stageTasks, type TaskContext, tilesOfTask } from './task.js'
import { TileKeeper } from './tile-keeper.js'

/** What the planner must be told of a source or of a sink's stored level, per leaf. */
export interface LeafFacts {
  readonly masked: boolean
  /** Bytes for one tile's encoded form and the decoder's scratch. */
  readonly codecBytes: number
  /** Bytes of all tiles as stored, where known; else 0. */
  readonly encodedBytes: number
}

/** One output asked for. */
export interface PlanTarget extends PlanOutput {
  /** What is written. Its own op makes pixels what the sink stores, and is repeated over every further level. */
  readonly node: LazyNode
  /** Scratch of the sink's writer. */
  readonly scratchBytes: number
}

/** All that a plan is made from. No I/O happens in here. */
export interface PlanRequest {
  readonly targets: readonly PlanTarget[]
  readonly registry: Registry
  /** Facts of the source that a node's params name. */
  readonly leafFacts: (node: PlanNode) => LeafFacts
  readonly maxMemory: number
  /** Number of workers, or 'auto': as many as there are cores, fewer where they do not fit, none for a small job. */
  readonly workers: number | 'auto'
  readonly cores: number
  /** Bytes that this process holds at the start. */
  readonly baseline: number
  /** Bytes of garbage by which the heaps of this process may grow in a run with so many workers. */
  readonly heapGrowth: (workers: number) => number
  /** Bytes at the start of an arena that belong to the kernel module. */
  readonly reserved: number
  readonly recipe: JsonObject
}

/** Below this many output pixels a run on the calling thread is sooner done than workers are started. */
const inlinePixels = 2_000_000

/** Tiles that a thread likes to keep, and the most bytes it spends on that. */
const wantedTileCount = 64
const wantedTileBytes = 128 * 1024 * 1024

/** Most tasks for which the reads are counted by going through the run's own rule; beyond, wants are the bound. */
const countedTasks = 4096

/** Decides a run: graph and outputs to stages, pieces, workers and bytes. Throws `E_BUDGET` when it cannot fit. */
export function buildPlan(request: PlanRequest): Plan {
  const { registry } = request
  const { nodes, stages } = stageNodes(request)
  const graph = resolveGraph(nodes, registry)
  const facts = nodes.map((node, index) => (graph.isLeaf(index) ? leafFactsOf(node, request) : null))
  const slotBytes = (leaf: number): number => tileBytes(nodes[leaf] as PlanNode, facts[leaf]?.masked ?? false)
  const context: TaskContext = {
    graph,
    outputs: request.targets,
    leafMasked: (node) => facts[node]?.masked ?? true,
    sinkScratch: request.targets.map((target) => target.scratchBytes),
  }
  const codecs = Math.max(0, ...facts.map((fact) => fact?.codecBytes ?? 0))
  const fitted = fit(context, stages, request, codecs, slotBytes)
  return {
    nodes,
    outputs: request.targets.map(({ sink, options, target, levels, notes, invalid }) => ({
      sink,
      options,
      target,
      levels,
      notes,
      ...(invalid && { invalid }),
    })),
    stages: fitted.stages,
    sources: sourceUses(context, fitted, slotBytes, facts),
    places: nodePlaces(graph),
    memory: fitted.memory,
    hash: planHash(nodes, request.targets),
    recipe: request.recipe,
  }
}

/** Hash of what decides the bytes of the outputs. */
function planHash(nodes: readonly PlanNode[], targets: readonly PlanTarget[]): string {
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

/** The simplified graph with a node for every level of every output, and the stages that make them (not yet split). */
function stageNodes(request: PlanRequest): { nodes: PlanNode[]; stages: Stage[] } {
  const flat = flatten(request.targets.map((target) => target.node))
  const simple = simplify(planNodes(flat.graph, flat.specs), flat.roots, request.registry)
  const nodes = simple.nodes
  const byLevel: StageRoot[][] = []
  request.targets.forEach((target, output) => {
    target.levels.forEach((level, index) => {
      const node = level.made === null ? (simple.roots[output] as number) : levelNode(nodes, target, output, index)
      const roots = (byLevel[index] ??= [])
      roots.push({ output, level: index, node })
    })
  })
  const stages = byLevel.flatMap((roots) => stagesOf(roots, request.targets))
  return { nodes, stages }
}

function levelNode(nodes: PlanNode[], { levels, node }: PlanTarget, output: number, index: number): number {
  const { spec, made } = levels[index] as SinkLevel
  const { input, op, version, params } = made as NonNullable<SinkLevel['made']>
  const stored: PlanNode = {
    op: 'stored',
    version: 1,
    inputs: [],
    params: { output, level: input },
    spec: (levels[input] as SinkLevel).spec,
    stored: { output, level: input },
  }
  const at = nodes.length
  nodes.push(stored, { op, version, inputs: [at], params, spec, stored: null })
  nodes.push({ op: node.op, version: node.version, inputs: [at + 1], params: node.params, spec, stored: null })
  return nodes.length - 1
}

/** Roots whose chunks lie alike share a stage, so that outputs over one grid find their tiles hot. */
function stagesOf(roots: readonly StageRoot[], targets: readonly PlanTarget[]): Stage[] {
  const groups = new Map<string, StageRoot[]>()
  for (const root of roots) {
    const chunks = rootChunks(targets, root)
    const key = JSON.stringify(chunks)
    groups.set(key, [...(groups.get(key) ?? []), root])
  }
  return [...groups.values()].map((group) => {
    const chunks = rootChunks(targets, group[0] as StageRoot)
    return { roots: group, taskCount: chunkCount(chunks) * group.length, split: chunks.chunk.map(() => 1), taskBytes: 0, exact: true }
  })
}

function rootChunks(targets: readonly PlanTarget[], root: StageRoot): ChunkGrid {
  const level = (targets[root.output] as PlanTarget).levels[root.level] as SinkLevel
  return level.spec.chunks
}

function leafFactsOf(node: PlanNode, request: PlanRequest): LeafFacts {
  if (node.stored === null) return request.leafFacts(node)
  const target = request.targets[node.stored.output] as PlanTarget
  return { masked: true, codecBytes: target.scratchBytes, encodedBytes: 0 }
}

function tileBytes(node: PlanNode, masked: boolean): number {
  const elements = node.spec.chunks.chunk.reduce((product, extent) => product * extent, 1)
  return elements * (dtypes[node.spec.dtype].bytes + (masked ? 1 : 0)) + 128
}

interface Fitted {
  readonly stages: readonly Stage[]
  readonly surveys: readonly Survey[]
  readonly memory: MemorySplit
}

function fit(
  context: TaskContext,
  stages: readonly Stage[],
  request: PlanRequest,
  codecs: number,
  slotBytes: (leaf: number) => number,
): Fitted {
  const explicit = request.workers !== 'auto'
  const candidates = workerCandidates(request, context, stages)
  requireFloor(request.maxMemory, explicit ? (request.workers as number) : 0)
  const common = { reserved: request.reserved, codecs, state: totalStateBytes(context.graph) }
  let current = stages
  let surveys = stages.map((stage) => surveyStage(context, stage, slotBytes))
  for (;;) {
    const need = threadNeed(surveys, common, slotBytes)
    for (const workers of candidates) {
      const memory = splitMemory(request.maxMemory, workers, need, request.baseline, request.heapGrowth(workers))
      if (memory === null) continue
      const done = current.map((stage, index) => ({
        ...stage,
        taskBytes: surveys[index]?.taskBytes ?? 0,
        exact: surveys[index]?.exact ?? false,
      }))
      return { stages: done, surveys, memory }
    }
    const worst = surveys.reduce((a, b) => (b.taskBytes > a.taskBytes ? b : a))
    const index = surveys.indexOf(worst)
    const room = Math.max(...candidates.map((workers) => mostTaskBytes(request.maxMemory, workers, need)))
    const finer = finerSplit(context, current[index] as Stage, worst.taskBytes, room)
    if (finer === null)
      throw budgetError(context.graph, worst.largest, need, request.maxMemory, candidates[candidates.length - 1] as number)
    current = current.map((stage, at) => (at === index ? { ...stage, split: finer } : stage))
    surveys = surveys.map((survey, at) => (at === index ? surveyStage(context, current[index] as Stage, slotBytes) : survey))
  }
}

function threadNeed(
  surveys: readonly Survey[],
  common: { reserved: number; codecs: number; state: number },
  slotBytes: (leaf: number) => number,
): ThreadNeed {
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
function workerCandidates(request: PlanRequest, context: TaskContext, stages: readonly Stage[]): number[] {
  if (request.workers !== 'auto') return [request.workers]
  const pixels = stages.reduce((sum, stage) => sum + stagePixels(context, stage), 0)
  const most = pixels <= inlinePixels ? 0 : Math.min(request.cores, Math.max(...stages.map((stage) => stage.taskCount)))
  if (most <= 1) return [0]
  return [...Array.from({ length: most - 1 }, (_, index) => most - index), 0]
}

function stagePixels(context: TaskContext, stage: Stage): number {
  return stage.roots.reduce((sum, root) => {
    const shape = context.outputs[root.output]?.levels[root.level]?.spec.shape ?? []
    return sum + shape.reduce((product, extent) => product * extent, 1)
  }, 0)
}

/** The next split to try for a stage whose largest task has so many bytes, where there is room for so many; null when none can do. */
function finerSplit(context: TaskContext, stage: Stage, taskBytes: number, roomBytes: number): number[] | null {
  const first = stage.roots[0] as StageRoot
  const chunk = context.outputs[first.output]?.levels[first.level]?.spec.chunks.chunk ?? []
  const assembly = Math.max(...stage.roots.map((root) => assemblyBytes(context, root)))
  return nextSplit(chunk, stage.split, { assembly, task: taskBytes, room: roomBytes })
}

/** How often each source's tiles are wanted and decoded, over all stages. */
function sourceUses(
  context: TaskContext,
  fitted: Fitted,
  slotBytes: (leaf: number) => number,
  facts: readonly (LeafFacts | null)[],
): SourceUse[] {
  const reads = fitted.stages.map((stage, index) => countReads(context, stage, fitted.memory, slotBytes, fitted.surveys[index] as Survey))
  return context.graph.nodes.flatMap((node, index) => {
    if (!context.graph.isLeaf(index) || node.stored !== null) return []
    const sum = (pick: (at: number) => number | undefined): number => fitted.surveys.reduce((total, _, at) => total + (pick(at) ?? 0), 0)
    const { format, uri } = node.params as { format: string; uri: string }
    return [
      {
        node: index,
        format,
        uri,
        tiles: sum((at) => fitted.surveys[at]?.tiles.get(index)),
        wants: sum((at) => fitted.surveys[at]?.wants.get(index)),
        reads: sum((at) => reads[at]?.get(index)),
        encodedBytes: facts[index]?.encodedBytes ?? 0,
      },
    ]
  })
}

/** Goes through a stage with the rule that a worker keeps tiles by, without reading any. */
function countReads(
  context: TaskContext,
  stage: Stage,
  memory: MemorySplit,
  slotBytes: (leaf: number) => number,
  survey: Survey,
): ReadonlyMap<number, number> {
  if (stage.taskCount > countedTasks) return survey.wants
  const keys = Array.from(stageTasks(context, stage), (task) => tilesOfTask(context.graph, task))
  const keeper = new TileKeeper(memory.tiles, slotBytes, (position) => keys[position] ?? null)
  const reads = new Map<number, number>()
  keys.forEach((tiles, position) => {
    keeper.advance(position)
    for (const key of tiles) {
      if (keeper.find(key) !== undefined) continue
      keeper.place(key)
      const leaf = Math.floor(key / 2 ** 32)
      reads.set(leaf, (reads.get(leaf) ?? 0) + 1)
    }
  })
  return reads
}

function nodePlaces(graph: ResolvedGraph): NodePlace[] {
  return graph.nodes.map((node, index) => {
    if (node.stored !== null) return { node: index, storage: 'store', why: 'read back from the output being written' }
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
