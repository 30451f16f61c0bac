import type { JsonObject } from '../base/json.js'
import type { Registry } from '../graph/registry.js'
import type { ArraySpec } from '../graph/spec.js'
import type { PlanNode } from './resolved-graph.js'
import type { OutputFacts, PlanTarget } from './target.js'

/** What the planner must be told of a source or of a sink's stored level, per leaf. */
export interface LeafFacts {
  readonly masked: boolean
  /** Bytes for one tile's encoded form and the decoder's scratch. */
  readonly codecBytes: number
  /** Bytes of codec libraries outside the arena. */
  readonly libraryBytes: number
  /** Bytes of all tiles as stored, where known; else 0. */
  readonly encodedBytes: number
}

/** All that a plan is made from. No I/O happens in here. */
export interface PlanRequest {
  readonly targets: readonly PlanTarget[]
  readonly registry: Registry
  /** The sink of nodes that are made in stages of their own: it keeps pixels in its records, as base64. */
  readonly stageSink: string
  /** Facts of the source that a node's params name. */
  readonly leafFacts: (node: PlanNode) => LeafFacts
  readonly maxMemory: number
  /** Number of workers, or 'auto': as many as there are cores, fewer where they do not fit, none for a small job. */
  readonly workers: number | 'auto'
  readonly cores: number
  /** Bytes that this process holds at the start. */
  readonly baseline: number
  /** Whether the process is ours alone, so that `maxMemory` bounds all of it. */
  readonly ownsProcess: boolean
  /** Bytes of garbage by which the heaps of this process may grow in a run with so many workers. */
  readonly heapGrowth: (workers: number) => number
  /** Bytes that reaching remote sources and outputs takes with so many workers: clients, fetched bytes, uploads under way. */
  readonly remoteBytes?: (workers: number) => number
  /** Whether the calling thread may be one of several workers: where nothing else is to be done on it, and nothing is fetched or sent by it. */
  readonly callerWorks?: boolean
  /** Bytes at the start of an arena that belong to the kernel module. */
  readonly reserved: number
  readonly recipe: JsonObject
  /** Whether pixels may be put aside on their way from one chunking to another; null where there is no place for that. */
  readonly scratch: ScratchRequest | null
  /** Where sums are put aside that levels are made of; null where there is no place for that, and levels are made of pixels. */
  readonly sums?: SumsRequest | null
}

/** The sink of sums, and the bytes that it keeps for a chunk. */
export interface SumsRequest {
  readonly sink: string
  readonly chunkIndexBytes: number
}

/** How a run may put pixels aside in files: see rechunk.ts. */
export interface ScratchRequest {
  readonly choice: 'auto' | 'reread' | 'stage'
  /** The sink that does. */
  readonly sink: string
  /** Scratch of its writer, for an array cut as its spec says. */
  readonly writerBytes: (spec: ArraySpec) => number
  /** Bytes that it keeps for a chunk. */
  readonly chunkIndexBytes: number
  /** Bytes that are free where it puts them; null where that is not known. */
  readonly freeBytes: number | null
}

/** A request with all outputs: those asked for, and then the nodes that are put aside. */
export type WholeRequest = Omit<PlanRequest, 'targets'> & { readonly targets: readonly OutputFacts[] }
