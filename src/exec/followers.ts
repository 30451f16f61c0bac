import { chunkCounts } from '../array/chunk-grid.js'
import type { Plan, Stage, StageRoot } from '../plan/plan.js'
import { leafOfKey, rootChunks, type Task, type TaskContext, type TileKey, tileOfKey, tilesOfTask, workOutChunk } from '../plan/task.js'

/** A task of a later stage, and the tiles that it reads. */
interface Follower {
  readonly task: Task
  readonly tiles: readonly TileKey[]
}

/** Followers that wait for tiles, at most; the oldest are left to their own stage. */
const mostWaiting = 256

/**
 * Finds the tasks of later stages that can be done at once, because all the chunks that they are made of were just written by the same
 * thread. What is not found is done in its own stage: the pixels are the same.
 */
export class Followers {
  readonly #context: TaskContext
  readonly #byLevel = new Map<string, { readonly stage: Stage; readonly root: StageRoot }[]>()
  readonly #waiting = new Map<string, Follower>()

  constructor(plan: Plan, context: TaskContext) {
    this.#context = context
    for (const stage of plan.stages) {
      for (const root of stage.roots) {
        for (const name of levelsRead(plan, root)) this.#byLevel.set(name, [...(this.#byLevel.get(name) ?? []), { stage, root }])
      }
    }
  }

  /** The tasks for which a chunk was the last that they lacked. Each is answered once. */
  *after(output: number, level: number, chunk: number, isHot: (key: TileKey) => boolean): Generator<Task> {
    const source = { output, level, node: -1 }
    for (const { stage, root } of this.#byLevel.get(`${output}/${level}`) ?? []) {
      for (const candidate of candidates(this.#context, source, root, chunk)) {
        const name = `${root.output}/${root.level}/${candidate}`
        const follower = this.#waiting.get(name) ?? this.#follower(name, stage, root, candidate)
        // One that does not read the chunk after all may have been answered before.
        if (!this.#reads(follower, output, level, chunk) || !follower.tiles.every(isHot)) continue
        this.#waiting.delete(name)
        yield follower.task
      }
    }
  }

  #reads({ tiles }: Follower, output: number, level: number, chunk: number): boolean {
    return tiles.some((key) => {
      const stored = this.#context.graph.nodes[leafOfKey(key)]?.stored
      return tileOfKey(key) === chunk && stored?.output === output && stored.level === level
    })
  }

  #follower(name: string, stage: Stage, root: StageRoot, chunk: number): Follower {
    const task = workOutChunk(this.#context, stage, root, chunk)
    const follower = { task, tiles: tilesOfTask(this.#context.graph, task) }
    const oldest = this.#waiting.size >= mostWaiting ? this.#waiting.keys().next().value : undefined
    if (oldest !== undefined) this.#waiting.delete(oldest)
    this.#waiting.set(name, follower)
    return follower
  }
}

/** The stored levels that a level, or sums, are made of, as `output/level`. */
function levelsRead(plan: Plan, { output, level, node }: StageRoot): string[] {
  const facts = plan.outputs[output]
  if (facts?.levels[level]?.made === null && facts.holdsSums !== true) return []
  const found: string[] = []
  const waiting = [node]
  for (const at of waiting) {
    const { stored, inputs } = plan.nodes[at] as Plan['nodes'][number]
    if (stored === null) waiting.push(...inputs)
    else found.push(`${stored.output}/${stored.level}`)
  }
  return [...new Set(found)]
}

/** Chunks of a coarser level under whose pixels a chunk of the level below lies; where sizes are odd, their neighbours before them too. */
function candidates(context: TaskContext, source: StageRoot, root: StageRoot, chunk: number): number[] {
  const from = rootChunks(context, source)
  const to = rootChunks(context, root)
  const fromCounts = chunkCounts(from)
  const toCounts = chunkCounts(to)
  let found = [0]
  let rest = chunk
  const position = fromCounts.map(() => 0)
  for (let dim = fromCounts.length - 1; dim >= 0; dim--) {
    position[dim] = rest % (fromCounts[dim] as number)
    rest = Math.floor(rest / (fromCounts[dim] as number))
  }
  // Sums and their weights stand along a first dim of one chunk, which pixels do not have.
  const shift = fromCounts.length - toCounts.length
  for (let dim = 0; dim < toCounts.length; dim++) {
    const at = dim + shift
    const ratio = (from.shape[at] ?? 1) / (to.shape[dim] as number)
    const per = (ratio * (to.chunk[dim] as number)) / (from.chunk[at] ?? 1)
    const isSame = at < 0 || fromCounts[at] === toCounts[dim]
    const last = isSame ? (position[at] ?? 0) : Math.min((toCounts[dim] as number) - 1, Math.floor((position[at] as number) / per))
    const places = isSame || Number.isInteger(per) || last === 0 ? [last] : [last - 1, last]
    found = found.flatMap((index) => places.map((place) => index * (toCounts[dim] as number) + place))
  }
  return found
}
