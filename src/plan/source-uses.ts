import type { MemorySplit, SourceUse, Stage } from './plan.js'
import { isCounted, type Survey, tilesByTask } from './survey.js'
import { leafOfKey, type TaskContext, type TileKey } from './task.js'
import { TileKeeper } from './tile-keeper.js'

/** Stages, what was found of each, and the memory that they run in. */
export interface Surveyed {
  readonly stages: readonly Stage[]
  readonly surveys: readonly Survey[]
  readonly memory: MemorySplit
}

/** How often each source's tiles are wanted and decoded, over all stages. */
export function sourceUses(
  context: TaskContext,
  fitted: Surveyed,
  slotBytes: (leaf: number) => number,
  facts: readonly ({ readonly encodedBytes: number } | null)[],
): SourceUse[] {
  const { stages, surveys, memory } = fitted
  const counted = stages.map((stage, at) => isCounted(stage, surveys[at] as Survey))
  const reads = stages.map((stage, at) => {
    const survey = surveys[at] as Survey
    return counted[at] === true ? keptReads([...tilesByTask(context, stage, survey)], memory, slotBytes) : survey.wants
  })
  return context.graph.nodes.flatMap((node, index) => {
    if (!context.graph.isLeaf(index) || node.stored !== null) return []
    const sum = (pick: (at: number) => number | undefined): number => surveys.reduce((total, _, at) => total + (pick(at) ?? 0), 0)
    const { format, uri } = node.params as { format: string; uri: string }
    return [
      {
        node: index,
        format,
        uri,
        tiles: sum((at) => surveys[at]?.tiles.get(index)),
        wants: sum((at) => surveys[at]?.wants.get(index)),
        reads: sum((at) => reads[at]?.get(index)),
        exact: surveys.every(({ wants }, at) => counted[at] === true || (wants.get(index) ?? 0) === 0),
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
  const keys: (readonly TileKey[])[] = []
  const seen = new Map<number, Set<TileKey>>()
  let wants = 0
  for (const tiles of tilesByTask(context, stage, survey)) {
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

/** Decodes by leaf of tasks that read these tiles one after another: goes through the rule that a worker keeps tiles by, without reading any. */
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
