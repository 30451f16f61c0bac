import type { ErrorRecord } from '../base/errors.js'
import type { WasmModule } from '../base/wasm.js'
import type { ChunkRecord } from '../graph/sink.js'
import type { ByteRange } from '../graph/source.js'
import type { TaskResult } from './task-result.js'
import type { ThreadSetup } from './thread-setup.js'

/** A stored chunk's record with its place: how records travel to the threads that read them back. */
export type PlacedRecord = readonly [output: number, level: number, chunk: number, record: ChunkRecord]

/** What a worker is given before its first task. */
export interface WorkerBirth {
  readonly setup: ThreadSetup
  readonly module: WasmModule
  /** What the api tells its workers beside the plan. Structured-cloneable. */
  readonly extras: unknown
}

/** From the main thread to a worker. */
export type ToWorker =
  | { readonly type: 'birth'; readonly birth: WorkerBirth }
  | { readonly type: 'span'; readonly stage: number; readonly start: number; readonly end: number }
  | { readonly type: 'task'; readonly index: number; readonly stored: readonly PlacedRecord[] }
  | { readonly type: 'bytes'; readonly id: number; readonly bytes: Uint8Array | null; readonly error: ErrorRecord | null }
  | { readonly type: 'stop'; readonly isWhole: boolean }

/** From a worker to the main thread. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly index: number; readonly results: readonly TaskResult[] }
  | { readonly type: 'failed'; readonly error: ErrorRecord }
  | { readonly type: 'fetch'; readonly id: number; readonly leaf: number; readonly range: ByteRange }
  | { readonly type: 'stopped' }
