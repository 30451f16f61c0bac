import { chunkCount } from '../array/chunk-grid.js'
import { fullWindow, sizeOf } from '../array/window.js'
import { formatBytes } from '../base/bytes.js'
import { dtypes } from '../base/dtype.js'
import { BudgetError } from '../base/errors.js'
import { type Candidate, candidate } from './candidate.js'
import type { RechunkChoice, RereadCost, Stage, StageRoot } from './plan.js'
import type { PlanRequest, ScratchRequest } from './plan-request.js'
import type { PlanNode } from './resolved-graph.js'
import { scratchChunk } from './scratch-chunk.js'
import { sharedExtents } from './shared-extents.js'
import { estimatedReads } from './source-uses.js'
import type { ScratchStage } from './stage-nodes.js'
import type { Survey } from './survey.js'
import type { OutputFacts } from './target.js'
import { leafOfKey, rootChunks, tilesOfTask, workOut } from './task.js'

/** How a run goes about chunks that share tiles. */
export interface ChosenRechunks {
  readonly chosen: Candidate
  readonly choices: readonly RechunkChoice[]
}

// Nanoseconds a byte, estimates of one core's work. What a source's codec takes is not known here: deflate
// takes twice as long, LZ4 a third.

/** To decode a byte of a source's pixels. */
const decodeNs = 3
/** To compress, write, read back and decode a byte that is put aside. */
const scratchNs = 4

/** A rechunk is looked into where its tiles are wanted so many times, and decoded so many times as often as they need to be, and so many bytes. */
const suspiciousWants = 6
const suspiciousReads = 1.5
const suspiciousBytes = 64 * 1024 * 1024

/** Cost that a way by scratch must save: it takes disk space, too. */
const worthIt = 0.8

/**
 * Decides, for each output whose chunks share tiles that cannot all be kept, whether those are read again or its pixels are put aside in files of
 * chunks that lie between. Both ways are planned, and their decodes counted by the rule that a worker keeps tiles by. The pixels are the same.
 */
export function chooseRechunks(request: PlanRequest, direct: Candidate): ChosenRechunks {
  const { scratch } = request
  let chosen = direct
  const choices: RechunkChoice[] = []
  const taken: ScratchStage[] = []
  const { stages, surveys } = direct.fitted
  for (const [at, stage] of stages.entries()) {
    if (scratch === null || !isRechunk(direct, stage)) continue
    if (scratch.choice !== 'stage' && !isShared(direct, surveys[at] as Survey)) continue
    const reread = stageCost(direct, stage, surveys[at] as Survey)
    if (scratch.choice !== 'stage' && !isSuspicious(direct, surveys[at] as Survey, reread)) continue
    const found = scratch.choice === 'reread' ? null : staged(request, scratch, direct, stage, taken)
    const stageCosts = found === null ? null : costsOf(found.way, found.scratches)
    const isStaged = stageCosts !== null && found !== null && isBetter(scratch, reread, stageCosts)
    if (isStaged) {
      chosen = found.way
      taken.push(...found.scratches)
    }
    for (const { output } of stage.roots) {
      const choice = isStaged ? 'stage' : 'reread'
      const chunk = found?.scratches.find((each) => each.output === output)?.chunk ?? []
      const facts = { output, choice, reread, stage: stageCosts === null ? null : { ...stageCosts, chunk } } as const
      choices.push({ ...facts, text: choiceText(scratch, facts, direct, surveys[at] as Survey) })
    }
  }
  return { chosen, choices }
}

/** Whether a stage makes the outputs themselves, of several chunks, and puts them in files. */
function isRechunk({ targets, context }: Candidate, { roots }: Stage): boolean {
  return (
    roots.every((root) => {
      const target = targets[root.output]
      return target !== undefined && !target.isStage && target.resultBytes === 0 && target.levels[root.level]?.made === null
    }) && chunkCount(rootChunks(context, roots[0] as StageRoot)) > 1
  )
}

function stageCost({ context, fitted, slotBytes }: Candidate, stage: Stage, survey: Survey): RereadCost {
  const reads = estimatedReads(context, stage, fitted.memory, slotBytes, survey)
  let [count, decodedBytes] = [0, 0]
  for (const [leaf, each] of reads) {
    const { stored, spec } = context.graph.nodes[leaf] as PlanNode
    if (stored !== null) continue
    count += each
    decodedBytes += each * tilePixelBytes(spec)
  }
  return { reads: count, decodedBytes }
}

function tilePixelBytes({ chunks, dtype }: PlanNode['spec']): number {
  return chunks.chunk.reduce((product, extent) => product * extent, dtypes[dtype].bytes)
}

/** Whether tiles are wanted so often that it is worth finding out how often they will be decoded. */
function isShared(candidate: Candidate, { wants, tiles }: Survey): boolean {
  return ofSources(candidate, wants) > ofSources(candidate, tiles) * suspiciousWants
}

/** Whether tiles are decoded so often that another way may be better. */
function isSuspicious(candidate: Candidate, { tiles }: Survey, reread: RereadCost): boolean {
  return reread.reads > ofSources(candidate, tiles) * suspiciousReads && reread.decodedBytes > suspiciousBytes
}

/** The sum over those leaves that are sources. */
function ofSources({ context }: Candidate, byLeaf: ReadonlyMap<number, number>): number {
  return [...byLeaf].reduce((sum, [leaf, count]) => sum + ((context.graph.nodes[leaf] as PlanNode).stored === null ? count : 0), 0)
}

interface Staged {
  readonly way: Candidate
  readonly scratches: readonly ScratchStage[]
}

/** Cuts that are tried, each for the memory that the one before left for tiles. */
const mostCuts = 3

/** The way by scratch for a stage's roots, beside those that go it already; null where there is none, or no room for it. */
function staged(
  request: PlanRequest,
  scratch: ScratchRequest,
  direct: Candidate,
  stage: Stage,
  before: readonly ScratchStage[],
): Staged | null {
  let found: Staged | null = null
  let keptBytes = direct.fitted.memory.tiles
  for (let cut = 0; cut < mostCuts; cut++) {
    const scratches = scratchStages(scratch, direct, stage, keptBytes * keptShare)
    if (scratches === null) return found
    try {
      found = { way: candidate(request, [...before, ...scratches]), scratches }
    } catch (error) {
      // What is put aside takes a little memory itself: where that is too much, tiles are read again.
      if (error instanceof BudgetError) return found
      throw error
    }
    const { tiles } = found.way.fitted.memory
    if (tiles >= keptBytes) return found
    keptBytes = tiles
  }
  return found
}

/** How a stage's roots are put aside; null where no cut lies between the tiles and the chunks of one of them. */
function scratchStages(scratch: ScratchRequest, direct: Candidate, stage: Stage, keptBytes: number): ScratchStage[] | null {
  const scratches = stage.roots.flatMap((root): ScratchStage[] => {
    const chunk = cutOf(direct, stage, root, keptBytes)
    if (chunk === null) return []
    const { spec } = direct.nodes[root.node] as PlanNode
    const writerBytes = scratch.writerBytes({ ...spec, chunks: { shape: spec.shape, chunk } })
    return [{ output: root.output, chunk, sink: scratch.sink, writerBytes, chunkIndexBytes: scratch.chunkIndexBytes }]
  })
  return scratches.length < stage.roots.length ? null : scratches
}

/** How a root's pixels are cut on their way; null where no cut lies between its tiles and its chunks. */
function cutOf({ context, nodes, slotBytes }: Candidate, stage: Stage, root: StageRoot, keptBytes: number): number[] | null {
  const { chunk: to, shape } = rootChunks(context, root)
  const from = sharedExtents(context, root, shape)
  if (from === null) return null
  const first = workOut(context, stage, 0)
  const tiles = new Set(tilesOfTask(context.graph, first))
  const tileBytes = [...tiles].reduce((sum, key) => sum + slotBytes(leafOfKey(key)), 0)
  const covered = shape.reduce((product, extent, dim) => product * Math.min(extent, Math.max(from[dim] as number, to[dim] as number)), 1)
  const { spec } = nodes[root.node] as PlanNode
  const cut = scratchChunk({
    ...{ shape, from, to },
    tilePixelBytes: tileBytes / covered,
    pixelBytes: dtypes[spec.dtype].bytes + 1,
    keptBytes,
  })
  return cut.every((extent, dim) => extent === to[dim]) ? null : cut
}

/** Of the tiles that a thread can keep: slots of several sizes do not fill the region to the last byte. */
const keptShare = 0.85

/** Whether an output is where another one's pixels are put aside. */
function isScratchOf(target: OutputFacts | undefined, { output }: ScratchStage): boolean {
  return target?.scratchFor === output && target.holdsSums !== true
}

function costsOf(way: Candidate, scratches: readonly ScratchStage[]): RereadCost & { scratchBytes: number } {
  const { stages, surveys } = way.fitted
  let [reads, decodedBytes, scratchBytes] = [0, 0, 0]
  stages.forEach((stage, at) => {
    const isOwn = stage.roots.some(({ output }) => scratches.some((scratch) => isScratchOf(way.targets[output], scratch)))
    if (!isOwn) return
    const cost = stageCost(way, stage, surveys[at] as Survey)
    reads += cost.reads
    decodedBytes += cost.decodedBytes
    for (const { output } of stage.roots) {
      const spec = way.targets[output]?.levels[0]?.spec
      scratchBytes += spec === undefined ? 0 : sizeOf(fullWindow(spec.shape)) * dtypes[spec.dtype].bytes
    }
  })
  return { reads, decodedBytes, scratchBytes }
}

function isBetter(scratch: ScratchRequest, reread: RereadCost, stage: RereadCost & { scratchBytes: number }): boolean {
  if (scratch.choice === 'stage') return true
  if (scratch.freeBytes !== null && stage.scratchBytes > scratch.freeBytes) return false
  const cost = stage.decodedBytes * decodeNs + stage.scratchBytes * scratchNs
  return cost < worthIt * reread.decodedBytes * decodeNs
}

function choiceText(
  scratch: ScratchRequest,
  { choice, reread, stage }: Omit<RechunkChoice, 'text'>,
  direct: Candidate,
  { tiles }: Survey,
): string {
  const needed = ofSources(direct, tiles)
  const times = (cost: RereadCost): string =>
    `each tile ${(cost.reads / Math.max(1, needed)).toFixed(1)} times (${formatBytes(cost.decodedBytes)} decoded)`
  const byReads = `re-reads ${times(reread)}`
  if (stage === null) return `${byReads}${scratch.choice === 'reread' ? ', as asked' : ''}`
  const chunk = stage.chunk.join(' x ')
  const byScratch = `stages through scratch in chunks of ${chunk} (${formatBytes(stage.scratchBytes)} written and read, before compression), reading ${times(stage)}`
  const why = scratch.choice === 'stage' ? ', as asked' : ''
  const { freeBytes } = scratch
  const noRoom =
    choice === 'reread' && freeBytes !== null && stage.scratchBytes > freeBytes ? `, for which ${formatBytes(freeBytes)} are free` : ''
  return choice === 'stage'
    ? `${byScratch}${why}; it would re-read ${times(reread)} otherwise`
    : `${byReads}; a stage would have ${formatBytes(stage.scratchBytes)} written and read${noRoom}`
}
