import type { MemorySplit, SourceUse, Stage } from './plan.js'
import type { Survey } from './survey.js'
import { leafOfKey, stageTasks, type TaskContext, type TileKey, tilesOfTask } from './task.js'
import { TileKeeper } from './tile-keeper.js'

/** Most tasks for which the reads are counted by going through the run's own rule; beyond, wants are the bound. */
const countedTasks = 4096

/** The same for wants of tiles. */
const countedWants = 100_000

/** Stages, what was found of each, and the memory that they run in. */
export interface Surveyed {
  readonly stages: readonly Stage[]
  readonly surveys: readonly Survey[]
  readonly memory: MemorySplit
}

function isCounted(stage: Stage, survey: Survey | undefined): boolean {
  const wants = [...(survey?.wants.values() ?? [])].reduce((sum, each) => sum + each, 0)
  return stage.taskCount <= countedTasks && wants <= countedWants
}

/** How often each source's tiles are wanted and decoded, over all stages. */
export function sourceUses(
  context: TaskContext,
  fitted: Surveyed,
  slotBytes: (leaf: number) => number,
  facts: readonly ({ readonly encodedBytes: number } | null)[],
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
        exact: fitted.stages.every(
          (stage, at) => isCounted(stage, fitted.surveys[at]) || (fitted.surveys[at]?.wants.get(index) ?? 0) === 0,
        ),
        encodedBytes: facts[index]?.encodedBytes ?? 0,
      },
    ]
  })
}

/** Wants of tiles that an estimate goes through. */
const estimatedWants = 20_000

/**
 * Decodes of each leaf's tiles in a stage, about: the rule that a worker keeps tiles by is gone through for the first tasks, and the rest is
 * taken to decode tiles again as often as they do.
 */
export function estimatedReads(
  context: TaskContext,
  stage: Stage,
  memory: MemorySplit,
  slotBytes: (leaf: number) => number,
  survey: Survey,
): Map<number, number> {
  const keys: TileKey[][] = []
  const seen = new Map<number, Set<TileKey>>()
  let wants = 0
  for (const task of stageTasks(context, stage)) {
    const tiles = tilesOfTask(context.graph, task)
    keys.push(tiles)
    for (const key of tiles) seen.set(leafOfKey(key), (seen.get(leafOfKey(key)) ?? new Set()).add(key))
    wants += tiles.length
    if (wants >= estimatedWants) break
  }
  const scale = stage.taskCount / keys.length
  const estimate = ([leaf, reads]: [number, number]): [number, number] => {
    const again = reads - (seen.get(leaf)?.size ?? 0)
    return [leaf, Math.round((survey.tiles.get(leaf) ?? 0) + again * scale)]
  }
  return new Map([...keptReads(keys, memory, slotBytes)].map(estimate))
}

/** Goes through a stage with the rule that a worker keeps tiles by, without reading any. */
function countReads(
  context: TaskContext,
  stage: Stage,
  memory: MemorySplit,
  slotBytes: (leaf: number) => number,
  survey: Survey,
): ReadonlyMap<number, number> {
  if (!isCounted(stage, survey)) return survey.wants
  const keys = Array.from(stageTasks(context, stage), (task) => tilesOfTask(context.graph, task))
  return keptReads(keys, memory, slotBytes)
}

/** Decodes by leaf of tasks that read these tiles one after another. */
function keptReads(keys: readonly (readonly TileKey[])[], memory: MemorySplit, slotBytes: (leaf: number) => number): Map<number, number> {
  const keeper = new TileKeeper(memory.tiles, slotBytes, (position) => keys[position] ?? null)
  const reads = new Map<number, number>()
  keys.forEach((tiles, position) => {
    keeper.advance(position)
    for (const key of tiles) {
      if (keeper.find(key) !== undefined) continue
      keeper.place(key)
      const leaf = leafOfKey(key)
      reads.set(leaf, (reads.get(leaf) ?? 0) + 1)
    }
  })
  return reads
}
