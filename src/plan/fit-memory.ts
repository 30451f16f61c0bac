import { chunkCount } from '../array/chunk-grid.js'
import { sizeOf } from '../array/window.js'
import { BudgetError } from '../base/errors.js'
import { taskDemand } from './demand.js'
import { budgetError, nextSplit } from './fit.js'
import { inlinePixels } from './inline-pixels.js'
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
import type { Stage, StageRoot } from './plan.js'
import type { WholeRequest } from './plan-request.js'
import { type PlanNode, totalStateBytes } from './resolved-graph.js'
import type { Surveyed } from './source-uses.js'
import { type Survey, surveyStage } from './survey.js'
import type { OutputFacts } from './target.js'
import { assemblyBytes, type TaskContext, tilesOfTask, workOut } from './task.js'

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

/** What codecs take in each thread: of the arena, and beside it. */
export interface ThreadBytes {
  readonly codecs: number
  readonly libraries: number
}

/** The split of chunks and memory in which stages run. Throws `E_BUDGET` when there is none. */
export function fitStages(
  context: TaskContext,
  stages: readonly Stage[],
  request: WholeRequest,
  bytes: ThreadBytes,
  slotBytes: (leaf: number) => number,
): Surveyed {
  const { baseline, heapGrowth, maxMemory, remoteBytes, callerWorks = false } = request
  const candidates = workerCandidates(request, context, stages)
  const fewest = candidates[candidates.length - 1] as number
  const floor = floorBytes(fewest)
  const room: Room = {
    ...{ baseline, heapGrowth, maxMemory, callerWorks },
    countedBaseline: countedBaseline(baseline, request.ownsProcess),
    ...(remoteBytes === undefined ? {} : { remoteBytes }),
  }
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
  const isExact = exactStages(context, stages)
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
function exactStages(context: TaskContext, stages: readonly Stage[]): boolean[] {
  let left = exactTasks
  const costs = stages.map((stage) => (stage.taskCount > smallStage ? stage.taskCount * taskWeight(context, stage) : stage.taskCount))
  const isExact = stages.map(() => false)
  for (const at of stages.map((_, at) => at).sort((a, b) => (costs[a] as number) - (costs[b] as number))) {
    left -= costs[at] as number
    isExact[at] = left >= 0
  }
  return isExact
}

/** Stages with fewer tasks count by those alone. */
const smallStage = 1024

/** How much more there is to a task than to one of a few nodes and tiles, judged by the stage's first. */
function taskWeight(context: TaskContext, stage: Stage): number {
  const task = workOut(context, stage, 0)
  const nodes = task.pieces.reduce((sum, piece) => sum + piece.demand.nodes.length, 0)
  return Math.max(1, Math.ceil((nodes + tilesOfTask(context.graph, task).length) / 8))
}

/** What outputs keep in this process, whatever the split. */
export function keptBytes(targets: readonly OutputFacts[]): Pick<RunNeed, 'result' | 'flight' | 'index'> {
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
  const roots = Math.max(1, ...stages.map((stage) => stage.roots.filter(({ output }) => hasLevels(outputs[output])).length))
  const slots = graph.nodes.flatMap(({ stored }, index) =>
    stored === null || stored.validity === 'unknown' || outputs[stored.output]?.isStage ? [] : [allocatedBytes(slotBytes(index))],
  )
  return Math.min(mostHotBytes, hotChunks * roots * Math.max(0, ...slots))
}

function hasLevels(output: TaskContext['outputs'][number] | undefined): boolean {
  return output !== undefined && output.levels.length > 1 && output.holdsSums !== true
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
  if (shape.includes(0) || graph.nodes.every((_, at) => graph.isLeaf(at) || graph.card(at)?.elementwise === true)) return 1
  const { windows } = taskDemand(graph, node, { start: shape.map(() => 0), stop: shape.map(() => 1) })
  let most = 1
  for (const window of windows.values()) most = Math.max(most, sizeOf(window))
  return most > 1024 ? most : 1
}

/** The next split to try for a stage whose largest task has so many bytes, where there is room for so many; null when none can do. */
function finerSplit(context: TaskContext, stage: Stage, taskBytes: number, roomBytes: number): number[] | null {
  const first = stage.roots[0] as StageRoot
  const chunk = context.outputs[first.output]?.levels[first.level]?.spec.chunks.chunk ?? []
  const assembly = Math.max(...stage.roots.map((root) => assemblyBytes(context, root)))
  return nextSplit(chunk, stage.split, { assembly, task: taskBytes, room: roomBytes })
}
