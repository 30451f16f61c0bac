import type { SourceUse } from '../plan/plan.js'
import type { ThreadTotals } from './run-totals.js'
import type { ChunkRecords } from './stored-records.js'
import type { UnreadableTile } from './task-result.js'

/** Where a run stands. All figures only grow, over all stages of the run. */
export interface ProgressEvent {
  readonly chunksDone: number
  readonly chunksTotal: number
  /** Bytes of output pixels, uncompressed, all levels. */
  readonly bytesDone: number
  readonly bytesTotal: number
  /** Encoded bytes read from sources so far. */
  readonly bytesRead: number
  readonly elapsedMs: number
}

/** What a run did. */
export interface RunOutcome {
  readonly records: ChunkRecords
  readonly chunks: number
  readonly skipped: number
  readonly totals: ThreadTotals
  readonly uses: readonly SourceUse[]
  /** Tiles whose pixels were taken as invalid, those of the interrupted run included. */
  readonly unreadable: readonly UnreadableTile[]
  /** Times of the run's parts, one after the other. */
  readonly parts: readonly RunPart[]
  readonly elapsedMs: number
}

/** A part of a run as the main thread sees it. */
export interface RunPart {
  readonly name: string
  readonly ms: number
}
