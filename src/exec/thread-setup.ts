import type { Registry } from '../graph/registry.js'
import type { ChunkRecord, SinkPlace } from '../graph/sink.js'
import type { ByteRange } from '../graph/source.js'
import type { Plan } from '../plan/plan.js'
import type { InstantiateKernels } from './arena.js'

/** See {@link LeafSetup.onReadError}. */
export type OnReadError = 'fail' | 'nodata' | 'retry'

/** A source as a thread gets it: what its card's `attach` needs, and where its files are. */
export interface LeafSetup {
  readonly node: number
  readonly format: string
  readonly layout: unknown
  readonly masked: boolean
  /** What is done where a tile cannot be read: the run fails, its pixels are invalid, or it is read again a few times before the run fails. */
  readonly onReadError: OnReadError
  /** By `ByteRange.file`: the path on this machine, or null where the bytes must be fetched. */
  readonly paths: readonly (string | null)[]
}

/** All that a thread is told at its start, as structured-cloneable data. */
export interface ThreadSetup {
  readonly plan: Plan
  readonly leaves: readonly LeafSetup[]
  readonly places: readonly SinkPlace[]
  readonly sinkScratch: readonly number[]
  /** Whether results carry what was done when. */
  readonly isTracing: boolean
}

/** What the process gives to a thread that is not data. */
export interface ThreadEnvironment {
  readonly registry: Registry
  readonly instantiate: InstantiateKernels
  /** Bytes at the arena's start that belong to the kernel module. */
  readonly reserved: number
  /** Bytes that are not on this machine's disk: asked of the main thread. Null for a whole file that does not exist. */
  fetch(leaf: number, range: ByteRange): Promise<Uint8Array | null>
}

/** Records of a stored level, by chunk. */
export type StoredRecords = (output: number, level: number, chunk: number) => ChunkRecord | undefined
