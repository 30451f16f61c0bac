import type { ChunkRecord } from '../graph/sink.js'
import type { Spent, TraceSpan } from './meter.js'

/** A tile of a source whose pixels were taken as invalid, since it could not be read. As plain JSON: chunk records hold them. */
export type UnreadableTile = {
  readonly node: number
  readonly tile: number
  readonly reason: string
}

/** What came of a task. */
export interface TaskResult {
  readonly output: number
  readonly level: number
  readonly chunk: number
  readonly record: ChunkRecord
  readonly counts: Readonly<Record<string, number>>
  readonly tilesDecoded: number
  /** Tiles that were wanted and still decoded. */
  readonly tilesKept: number
  readonly bytesRead: number
  /** Ranges of sources' bytes that were read or fetched. */
  readonly requests: number
  readonly startMs: number
  readonly endMs: number
  readonly spent: readonly Spent[]
  readonly spans: readonly TraceSpan[]
}
