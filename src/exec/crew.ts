import type { PlacedRecord } from './messages.js'
import type { TaskResult } from './task-result.js'
import type { StoredRecords } from './thread-setup.js'

/** What a stage's driver tells a crew: which tasks are left to do, and what to do with each result. */
export interface StageWork {
  readonly stage: number
  readonly taskCount: number
  /** The record of a chunk that was stored before this stage. */
  readonly stored: StoredRecords
  /** The records that a task reads back: what it must be told where it runs in another thread. */
  storedFor(index: number): readonly PlacedRecord[]
  /** Whether a task is still to be done. */
  wanted(index: number): boolean
  /** `thread` counts the crew from 0. */
  onResult(result: TaskResult, thread: number): void
  readonly signal: AbortSignal | undefined
}

/** Those who do the tasks: the calling thread alone, or workers. */
export interface Crew {
  /** Does all wanted tasks of a stage. After an abort, what is in hand is finished and the promise resolves. */
  runStage(work: StageWork): Promise<void>
  /**
   * Ends, once nothing that was written is held back. What is left of an interrupted run is flushed to the disk; a whole one is about to be put
   * together, which sees to that. Safe after a failure.
   */
  close(isWhole: boolean): Promise<void>
  /** Resolves when nothing is left of the crew after {@link close}. */
  gone(): Promise<void>
}
