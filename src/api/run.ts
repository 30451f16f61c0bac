import type { TypedArray } from '../base/dtype.js'
import type { JsonObject } from '../base/json.js'
import type { LazyNode } from '../graph/graph.js'
import type { Plan } from '../plan/plan.js'

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

/** What every run may be given. */
export interface RunOptions {
  /** Bytes, or a text like '256MB'; bounds the whole process. Default 512 MiB. */
  readonly maxMemory?: number | string
  /** Worker threads; 0 runs on the calling thread. Default: as many as there are cores, none for a small job. */
  readonly workers?: number
  readonly onProgress?: (event: ProgressEvent) => void
  readonly signal?: AbortSignal
  /** Replace an output that exists. */
  readonly overwrite?: boolean
  /** Go on with an output that was interrupted. */
  readonly resume?: boolean
  readonly onNodataClash?: 'nudge' | 'error' | 'mask'
}

/** One output to be written: a node, the sink's name, its raw options, and the path. */
export interface WriteTarget {
  readonly node: LazyNode
  readonly sink: string
  readonly options: JsonObject
  readonly target: string
}

/** What a run did. */
export interface RunReport {
  readonly outputs: readonly string[]
  readonly recipeHash: string
  readonly chunks: number
  /** Chunks that an interrupted run had already written. */
  readonly skipped: number
  readonly bytesRead: number
  readonly tilesDecoded: number
  readonly counts: Readonly<Record<string, number>>
  readonly elapsedMs: number
  readonly promiseBytes: number
}

/** Pixels in memory, C order. `mask` (1 valid, 0 invalid) is null when all are valid. */
export interface ComputedPixels {
  readonly data: TypedArray
  readonly mask: Uint8Array | null
}

/** Plans outputs without writing anything. */
export declare function planTargets(targets: readonly WriteTarget[], options?: RunOptions): Promise<Plan>
/** Plans and writes outputs in one run. */
export declare function runTargets(targets: readonly WriteTarget[], options?: RunOptions): Promise<RunReport>
/** Computes a node into memory. */
export declare function computeNode(node: LazyNode, options?: RunOptions): Promise<ComputedPixels>
