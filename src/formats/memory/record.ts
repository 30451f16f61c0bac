import type { Block, Validity } from '../../array/block.js'
import type { ChunkRecord } from '../../graph/sink.js'

/**
 * A chunk's pixels as they leave their thread: its elements' bytes in C order over its window, and their validity. Both are views of the block,
 * good until the thread's next task: {@link MemoryResult} copies them to their place, and a thread that sends them away copies them first.
 */
export interface MemoryRecord {
  readonly data: Uint8Array
  readonly valid: Validity
}

/** The record of a block. */
export function toChunkRecord({ data, valid }: Pick<Block, 'data' | 'valid'>): ChunkRecord {
  const record: MemoryRecord = { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), valid }
  // The contract of sinks calls records JSON, because journals keep them. Ours never meet a journal, and binary JSON of a whole array would
  // cost its size several times over: the two casts in this file are the one place that says so.
  return record as unknown as ChunkRecord
}

/** The inverse of {@link toChunkRecord}. */
export function fromChunkRecord(record: ChunkRecord): MemoryRecord {
  return record as unknown as MemoryRecord
}
