import type { Json, JsonObject } from '../base/json.js'
import type { Remark } from '../graph/remark.js'
import type { SinkLevel } from '../graph/sink.js'
import type { PlanNode } from './resolved-graph.js'

/** One output of a plan: which sink, with which options, where to, and its levels. */
export interface PlanOutput {
  readonly sink: string
  readonly options: Json
  readonly target: string
  readonly levels: readonly SinkLevel[]
  /** What the output will not hold, for a person. */
  readonly notes: readonly Remark[]
  /**
   * How invalid pixels are told: by a nodata value, by a mask beside the pixels, not at all because there can be none, or not at all although
   * there can. Absent where nobody asked.
   */
  readonly invalid?: 'value' | 'mask' | 'none' | 'untold'
  /** Whether its chunks wait in scratch files beside it until it is whole. */
  readonly spools?: boolean
  /** Whether it is a node that the run puts aside for itself, which nobody asked for. */
  readonly isStage?: boolean
  /** The output whose pixels are put aside in files, beside it, on their way to its chunks. */
  readonly scratchFor?: number
  /** Whether what is put aside are sums of that output's pixels, of which its levels are made. */
  readonly holdsSums?: boolean
}

/** A chunk of one output that is made at each place of a stage's order. */
export interface StageRoot {
  readonly output: number
  readonly level: number
  readonly node: number
}

/** Tasks that may run in any order; stages run one after another. Task `t` makes chunk `order(floor(t / roots))` of root `t % roots`. */
export interface Stage {
  readonly roots: readonly StageRoot[]
  readonly taskCount: number
  /** Pieces that a chunk is computed in, along each dim; all 1 when a chunk is computed whole. */
  readonly split: readonly number[]
  /** Chunks along each dim that are made together, since they share tiles; null where the usual order shares them well enough. */
  readonly block: readonly number[] | null
  /** Largest bytes of blocks and scratch of any task. */
  readonly taskBytes: number
  readonly exact: boolean
}

/** How often the tiles of a source are wanted. */
export interface SourceUse {
  readonly node: number
  readonly format: string
  readonly uri: string
  /** Tiles that the run needs, each counted once. */
  readonly tiles: number
  /** Wants of a tile, summed over tasks: reads if nothing were kept. */
  readonly wants: number
  /** Decodes that the run will do, with the tiles that it keeps (one worker). */
  readonly reads: number
  /** Whether these are counts; else wants and reads are upper bounds, and tiles too where a stage has very many tasks. */
  readonly exact: boolean
  readonly encodedBytes: number
}

/** How the memory promise adds up, in bytes. */
export interface MemorySplit {
  readonly maxMemory: number
  readonly baseline: number
  readonly workers: number
  /** Worker threads among them: all, or all but one, which is the calling thread. */
  readonly started: number
  readonly workerBase: number
  readonly main: number
  /** Outputs that are kept in memory. */
  readonly result: number
  readonly arena: number
  readonly codecs: number
  readonly tiles: number
  /** Chunks just written, for the levels made of them. */
  readonly hot: number
  readonly task: number
  readonly state: number
  readonly promise: number
}

/** Where a node's pixels live while the plan runs, and why. */
export interface NodePlace {
  readonly node: number
  readonly storage: 'inline' | 'task' | 'kept' | 'store'
  readonly why: string
}

/** What an op has to say of a node, for a person. */
export interface PlanNote extends Remark {
  readonly node: number
}

/** What one way of reading costs. */
export interface RereadCost {
  /** Decodes of source tiles, and the bytes of pixels that come of them. */
  readonly reads: number
  readonly decodedBytes: number
}

/** How an output is made whose chunks share tiles that cannot all be kept: by reading those again, or by way of scratch files. */
export interface RechunkChoice {
  readonly output: number
  readonly choice: 'reread' | 'stage'
  /** The figures of both ways, and what was decided by, for a person. */
  readonly text: string
  readonly reread: RereadCost
  /** Null where there is no such way, or nobody asked. */
  readonly stage: (RereadCost & { readonly scratchBytes: number; readonly chunk: readonly number[] }) | null
}

/** A run, decided: plain data that every worker gets whole. */
export interface Plan {
  readonly nodes: readonly PlanNode[]
  readonly outputs: readonly PlanOutput[]
  readonly stages: readonly Stage[]
  readonly sources: readonly SourceUse[]
  readonly places: readonly NodePlace[]
  /** Choices made, accuracy and warnings of the ops. */
  readonly notes: readonly PlanNote[]
  /** How chunks are made that share tiles which cannot all be kept. */
  readonly rechunks: readonly RechunkChoice[]
  readonly memory: MemorySplit
  /** Hash of everything that decides the output's bytes: nodes, sinks, options, levels. Not workers, not memory. */
  readonly hash: string
  /** Hash of the user's recipe, and the recipe itself as written into outputs. */
  readonly recipe: JsonObject
}

/** Number of tasks in all stages. */
export function taskTotal(plan: Plan): number {
  return plan.stages.reduce((sum, stage) => sum + stage.taskCount, 0)
}
