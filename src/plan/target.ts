import type { ScalarJson } from '../base/scalar.js'
import type { LazyNode } from '../graph/graph.js'
import type { PlanOutput } from './plan.js'

/** What the planner knows of an output beside its place. */
export interface OutputFacts extends PlanOutput {
  /** The value that is stored under invalid pixels, by band; null where there is none. */
  readonly storedNodata: readonly (ScalarJson | null)[]
  /** Scratch of the sink's writer. */
  readonly scratchBytes: number
  /** Bytes of the writer's codec libraries outside the arena. */
  readonly libraryBytes: number
  /** Bytes that the output takes in this process: 0 where it goes to files. */
  readonly resultBytes: number
  /** Bytes that the process keeps for each chunk until the output is whole. */
  readonly chunkIndexBytes: number
}

/** One output asked for. */
export interface PlanTarget extends OutputFacts {
  /** What is written. Its own op makes pixels what the sink stores, and is repeated over every further level. */
  readonly node: LazyNode
}
